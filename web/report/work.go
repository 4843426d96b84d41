package report

import (
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/page"
)

// Work shows what is late, what is due and what waits for whoever asks, the next dates of the plan and how far their
// unit is. It is where people come who sign in.
func (s *Room) Work(c *gin.Context) error {
	by := s.Person(c)
	w, err := s.App.Work(c.Request.Context(), by, s.PlanID(c))
	if err != nil {
		return err
	}
	m := workShow{Frame: s.Frame(c, s.Text.Say("nav.work"))}
	groups := []workGroup{{
		Title: s.Text.Say("work.late"),
		Tone:  "bad",
	}, {Title: s.Text.Say("work.soon")}, {Title: s.Text.Say("work.waiting")}}
	for _, t := range w.Tasks {
		g := &groups[2]
		switch {
		case t.Late:
			g = &groups[0]
		case t.Soon:
			g = &groups[1]
		}
		g.Tasks = append(g.Tasks, s.workTask(t))
	}
	for _, g := range groups {
		if len(g.Tasks) > 0 {
			m.Groups = append(m.Groups, g)
		}
	}
	switch late := len(groups[0].Tasks); {
	case len(w.Tasks) == 0:
		m.State, m.None = s.Text.Say("work.on", viet.ShortDate(s.App.Today())), s.Text.Say("work.none")
	case late > 0:
		m.State = s.Text.Say("work.state", len(w.Tasks), late)
	default:
		m.State = s.Text.Say("work.state_none_late", len(w.Tasks))
	}
	if m.Dates, err = s.workDates(c); err != nil {
		return err
	}
	for _, p := range w.Progress {
		if p.Own || by.May(account.AssignReview) || by.May(account.ApproveProposal) {
			m.Progress = append(m.Progress, s.workProgress(p))
		}
	}
	return s.Show(c, http.StatusOK, "report/work", m)
}

// workTask is a task with its one action.
func (s *Room) workTask(t app.Task) workTask {
	kind := string(t.Kind)
	out := workTask{What: s.Text.Say("work.what." + kind), Code: string(t.Code), Title: t.Name, Late: t.Late,
		Action: page.Link{Text: s.Text.Say("work.do." + kind), Href: todoHref(t)}}
	switch t.Kind {
	case app.TaskHeld, app.TaskUnsorted, app.TaskIncomplete, app.TaskQueries:
		out.Title = s.Text.Say("work.count."+kind, viet.Number(int64(t.Count)))
	case app.TaskAssign:
		out.Detail = s.Text.Say("work.count."+kind, viet.Number(int64(t.Count)))
	case app.TaskDuty:
		if t.Count > 1 {
			out.Detail = s.Text.Say("work.count."+kind, t.Count)
		}
	case app.TaskPost, app.TaskApply:
		out.Code = t.Note
	case app.TaskReturned:
		out.Detail = s.noted("work.returned", t.Note)
	case app.TaskAnswer:
		out.Detail = s.noted("work.sent_to", t.Note)
	case app.TaskCheck, app.TaskApprove:
		if t.Author != "" {
			out.Detail = s.Text.Say("work.author", t.Author)
		}
	}
	switch {
	case t.Due.IsZero():
	case t.Late:
		out.Due = s.Text.Say("work.was_due", viet.ShortDate(t.Due))
	case t.Left == 0:
		out.Due = s.Text.Say("plan.today", viet.ShortDate(t.Due))
	default:
		out.Due = s.Text.Say("plan.left", t.Left, viet.ShortDate(t.Due))
	}
	return out
}

// noted is a sentence about a note, nothing where none was made.
func (s *Room) noted(code, note string) string {
	if note == "" {
		return ""
	}
	return s.Text.Say(code, note)
}

// todoHref is where a task is done.
func todoHref(t app.Task) string {
	board := page.CampaignHref(t.Plan, t.Campaign)
	switch t.Kind {
	case app.TaskReview:
		return board + "/thu-tuc/" + url.PathEscape(string(t.Code))
	case app.TaskApprove:
		return page.ProposalHref(t.Proposal) + "/duyet"
	case app.TaskStart:
		return board + "/danh-muc"
	case app.TaskAssign:
		return board + "/ke-hoach"
	case app.TaskDuty:
		return "/ke-hoach#" + page.DutyPlace(t.DutyID)
	case app.TaskPost, app.TaskApply:
		return page.AnnouncementHref(t.Decision, "")
	case app.TaskHeld:
		return "/danh-muc/cho-xu-ly"
	case app.TaskUnsorted:
		return "/danh-muc/phan-loai"
	case app.TaskIncomplete:
		return page.IncompletePath
	case app.TaskQueries:
		return page.UnansweredPath
	}
	return page.ProposalHref(t.Proposal)
}

// shownDates is how many dates to come stand beside the tasks.
const shownDates = 4

// workDates are the dates of the plan that are late and the next ones.
func (s *Room) workDates(c *gin.Context) ([]workDate, error) {
	dates, err := s.App.Timeline(c.Request.Context(), s.PlanID(c))
	if err != nil {
		return nil, err
	}
	var out []workDate
	seen := map[string]bool{} // of a monthly duty the next month is enough
	for _, d := range dates.Dues {
		if !d.IsOpen() || d.Deadline.IsZero() || d.Kind == review.MonthDue && seen[d.Title] {
			continue
		}
		seen[d.Title] = true
		line := workDate{
			Date:  viet.ShortDate(d.LastDay),
			Title: d.Title,
			Href:  "/ke-hoach#" + page.DutyPlace(d.ID),
			Late:  d.Late,
		}
		switch {
		case d.Late:
			line.Left = s.Text.Say("due.late")
		case d.Left == 0:
			line.Left = s.Text.Say("due.today")
		default:
			line.Left = s.Text.Say("due.left", d.Left)
		}
		if out = append(out, line); len(out) == shownDates {
			break
		}
	}
	return out, nil
}

func (s *Room) workProgress(p app.Progress) workProgress {
	out := workProgress{Unit: p.Unit, Own: p.Own, Text: s.Text.Say("work.progress", p.Reviewed, p.Assigned)}
	if p.Unit == "" {
		out.Unit = viet.Capital(s.Text.Say("campaign.nobody"))
	}
	if p.Late > 0 {
		out.Late = s.Text.Say("work.progress_late", p.Late)
	}
	drawn, _ := value.Ratio{Part: int64(p.Reviewed), Whole: int64(p.Assigned)}.Percent(2)
	out.Bar = page.Bar{Percent: drawn, Label: out.Text}
	if p.Late > 0 {
		out.Bar.Tone = "bad"
	} else if p.Reviewed == p.Assigned {
		out.Bar.Tone = "met"
	}
	return out
}

// workShow is what waits for whoever asks. Template: report/work.
type workShow struct {
	page.Frame
	State    string
	Groups   []workGroup
	None     string // nothing waits
	Dates    []workDate
	Progress []workProgress
}

// workGroup is tasks of one urgency: late, due, waiting.
type workGroup struct {
	Title string
	Tone  string
	Tasks []workTask
}

// workTask is one thing that waits, with its one action.
type workTask struct {
	What   string // "Rà soát"
	Code   string
	Title  string
	Detail string // "Trả lại: …", "của Nguyễn Thị Hoa"
	Due    string // "hạn 17/7/2024, còn 2 ngày làm việc"
	Late   bool
	Action page.Link
}

type workDate struct {
	Date, Left, Title, Href string
	Late                    bool
}

type workProgress struct {
	Unit string
	Text string // "8/11 đã nộp"
	Late string // "3 quá hạn"
	Bar  page.Bar
	Own  bool
}
