package report

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/catalog"
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
	var late, soon, waiting []workTask
	for _, t := range w.Tasks {
		to := &waiting
		switch {
		case t.Late:
			to = &late
		case t.Soon:
			to = &soon
		}
		*to = append(*to, s.workTask(t))
	}
	all := []workGroup{
		{s.Text.Say("work.late"), "bad", late},
		{s.Text.Say("work.soon"), "", soon},
		{s.Text.Say("work.waiting"), "", waiting},
	}
	m.Groups = slices.DeleteFunc(all, func(g workGroup) bool { return len(g.Tasks) == 0 })
	switch {
	case len(w.Tasks) == 0:
		m.State = s.Text.Say("work.on", viet.ShortDate(s.App.Today()))
	case len(late) > 0:
		m.State = s.Text.Say("work.state", len(w.Tasks), len(late))
	default:
		m.State = s.Text.Say("work.state_none_late", len(w.Tasks))
	}
	dates, err := s.App.Timeline(c.Request.Context(), s.PlanID(c))
	if err != nil {
		return err
	}
	m.Dates = nextDates(dates.Dues)
	for _, p := range w.Progress {
		if p.Own || by.May(account.AssignReview) || by.May(account.ApproveProposal) {
			m.Progress = append(m.Progress, workProgress{p, s.progressBar(p)})
		}
	}
	return s.Show(c, http.StatusOK, "report/work", m)
}

// workTask is a task with its one action.
func (s *Room) workTask(t app.Task) workTask {
	out := workTask{Task: t, Title: t.Name, Href: todoHref(t)}
	counted := func(n any) string { return s.Text.Say("work.count."+string(t.Kind), n) }
	switch t.Kind {
	case app.TaskHeld, app.TaskUnsorted, app.TaskIncomplete, app.TaskQueries:
		out.Title = counted(viet.Number(int64(t.Count)))
	case app.TaskAssign:
		out.Detail = counted(viet.Number(int64(t.Count)))
	case app.TaskDuty:
		if t.Count > 1 {
			out.Detail = counted(t.Count)
		}
	case app.TaskPost, app.TaskApply:
		out.Code = catalog.Code(t.Note)
	case app.TaskReturned:
		out.Detail = s.noted("work.returned", t.Note)
	case app.TaskAnswer:
		out.Detail = s.noted("work.sent_to", t.Note)
	case app.TaskCheck, app.TaskApprove:
		out.Detail = s.noted("work.author", t.Author)
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
	elsewhere := map[app.TaskKind]string{
		app.TaskReview:     board + "/thu-tuc/" + url.PathEscape(string(t.Code)),
		app.TaskStart:      board + "/danh-muc",
		app.TaskAssign:     board + "/ke-hoach",
		app.TaskApprove:    page.ProposalHref(t.Proposal) + "/duyet",
		app.TaskDuty:       page.PlansPath + "#" + page.DutyPlace(t.DutyID),
		app.TaskPost:       page.AnnouncementHref(t.Decision, ""),
		app.TaskApply:      page.AnnouncementHref(t.Decision, ""),
		app.TaskHeld:       "/danh-muc/cho-xu-ly",
		app.TaskUnsorted:   "/danh-muc/phan-loai",
		app.TaskIncomplete: page.IncompletePath,
		app.TaskQueries:    page.UnansweredPath,
	}
	return cmp.Or(elsewhere[t.Kind], page.ProposalHref(t.Proposal))
}

// shownDates is how many dates to come stand beside the tasks.
const shownDates = 4

// nextDates are the dates of the plan that are late and the next ones; of a monthly duty the next month is enough.
func nextDates(dues []review.Due) (out []review.Due) {
	seen := map[string]bool{}
	for _, d := range dues {
		if !d.IsOpen() || d.Deadline.IsZero() || d.Kind == review.MonthDue && seen[d.Title] {
			continue
		}
		seen[d.Title] = true
		if out = append(out, d); len(out) == shownDates {
			break
		}
	}
	return out
}

func (s *Room) progressBar(p app.Progress) page.Bar {
	out := page.Bar{Label: s.Text.Say("work.progress", p.Reviewed, p.Assigned)}
	out.Percent, _ = value.Ratio{Part: int64(p.Reviewed), Whole: int64(p.Assigned)}.Percent(2)
	switch {
	case p.Late > 0:
		out.Tone = "bad"
	case p.Reviewed == p.Assigned:
		out.Tone = "met"
	}
	return out
}

// workShow is what waits for whoever asks. Template: report/work.
type workShow struct {
	page.Frame
	State    string
	Groups   []workGroup // none: nothing waits
	Dates    []review.Due
	Progress []workProgress
}

// DutyPlace is a duty's place in the page of the plan.
func (workShow) DutyPlace(id string) string { return page.DutyPlace(id) }

// workGroup is tasks of one urgency: late, due, waiting.
type workGroup struct {
	Title, Tone string
	Tasks       []workTask
}

// workTask is one thing that waits: "Trả lại: …", "của Nguyễn Thị Hoa" is its detail, Href where it is done.
type workTask struct {
	app.Task
	Title, Detail, Href string
}

type workProgress struct {
	app.Progress
	Bar page.Bar
}
