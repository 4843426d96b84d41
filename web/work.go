package web

import (
	"net/http"
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// work shows what is late, what is due and what waits for whoever asks, the next dates of the plan and how far their
// unit is. It is where people come who sign in.
func (s *Server) work(c *gin.Context) error {
	by := s.person(c)
	w, err := s.app.Work(c.Request.Context(), by, s.planID(c))
	if err != nil {
		return err
	}
	m := workShow{frame: s.frame(c, s.text.Say("nav.work"))}
	groups := []workGroup{{Title: s.text.Say("work.late"), Tone: "bad"}, {Title: s.text.Say("work.soon")}, {Title: s.text.Say("work.waiting")}}
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
		m.State, m.None = s.text.Say("work.on", viet.ShortDate(s.app.Today())), s.text.Say("work.none")
	case late > 0:
		m.State = s.text.Say("work.state", len(w.Tasks), late)
	default:
		m.State = s.text.Say("work.state_none_late", len(w.Tasks))
	}
	if m.Dates, err = s.workDates(c); err != nil {
		return err
	}
	for _, p := range w.Progress {
		if p.Own || by.May(account.AssignReview) || by.May(account.ApproveProposal) {
			m.Progress = append(m.Progress, s.workProgress(p))
		}
	}
	return s.show(c, http.StatusOK, "work", m)
}

// workTask is a task with its one action.
func (s *Server) workTask(t app.Task) workTask {
	kind := string(t.Kind)
	out := workTask{What: s.text.Say("work.what." + kind), Code: string(t.Code), Title: t.Name, Late: t.Late,
		Action: link{s.text.Say("work.do." + kind), todoHref(t)}}
	switch t.Kind {
	case app.TaskHeld, app.TaskUnsorted, app.TaskQueries:
		out.Title = s.text.Say("work.count."+kind, viet.Number(int64(t.Count)))
	case app.TaskAssign:
		out.Detail = s.text.Say("work.count."+kind, viet.Number(int64(t.Count)))
	case app.TaskDuty:
		if t.Count > 1 {
			out.Detail = s.text.Say("work.count."+kind, t.Count)
		}
	case app.TaskPost, app.TaskApply:
		out.Code = t.Note
	case app.TaskReturned:
		out.Detail = s.noted("work.returned", t.Note)
	case app.TaskAnswer:
		out.Detail = s.noted("work.sent_to", t.Note)
	case app.TaskCheck, app.TaskApprove:
		if t.Author != "" {
			out.Detail = s.text.Say("work.author", t.Author)
		}
	}
	switch {
	case t.Due.IsZero():
	case t.Late:
		out.Due = s.text.Say("work.was_due", viet.ShortDate(t.Due))
	case t.Left == 0:
		out.Due = s.text.Say("plan.today", viet.ShortDate(t.Due))
	default:
		out.Due = s.text.Say("plan.left", t.Left, viet.ShortDate(t.Due))
	}
	return out
}

// noted is a sentence about a note, nothing where none was made.
func (s *Server) noted(code, note string) string {
	if note == "" {
		return ""
	}
	return s.text.Say(code, note)
}

// todoHref is where a task is done.
func todoHref(t app.Task) string {
	board := campaignHref(t.Plan, t.Campaign)
	switch t.Kind {
	case app.TaskReview:
		return board + "/thu-tuc/" + url.PathEscape(string(t.Code))
	case app.TaskApprove:
		return proposalHref(t.Proposal) + "/duyet"
	case app.TaskStart:
		return board + "/danh-muc"
	case app.TaskAssign:
		return board + "/ke-hoach"
	case app.TaskDuty:
		return "/ke-hoach#" + dutyPlace(t.DutyID)
	case app.TaskPost, app.TaskApply:
		return announcementHref(t.Decision, "")
	case app.TaskHeld:
		return "/danh-muc/cho-xu-ly"
	case app.TaskUnsorted:
		return "/danh-muc/phan-loai"
	case app.TaskQueries:
		return unansweredPath
	}
	return proposalHref(t.Proposal)
}

// shownDates is how many dates to come stand beside the tasks.
const shownDates = 4

// workDates are the dates of the plan that are late and the next ones.
func (s *Server) workDates(c *gin.Context) ([]workDate, error) {
	dates, err := s.app.Timeline(c.Request.Context(), s.planID(c))
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
		line := workDate{Date: viet.ShortDate(d.LastDay), Title: d.Title, Href: "/ke-hoach#" + dutyPlace(d.ID), Late: d.Late}
		switch {
		case d.Late:
			line.Left = s.text.Say("due.late")
		case d.Left == 0:
			line.Left = s.text.Say("due.today")
		default:
			line.Left = s.text.Say("due.left", d.Left)
		}
		if out = append(out, line); len(out) == shownDates {
			break
		}
	}
	return out, nil
}

func (s *Server) workProgress(p app.Progress) workProgress {
	out := workProgress{Unit: p.Unit, Own: p.Own, Text: s.text.Say("work.progress", p.Reviewed, p.Assigned)}
	if p.Unit == "" {
		out.Unit = viet.Capital(s.text.Say("campaign.nobody"))
	}
	if p.Late > 0 {
		out.Late = s.text.Say("work.progress_late", p.Late)
	}
	drawn, _ := value.Ratio{Part: int64(p.Reviewed), Whole: int64(p.Assigned)}.Percent(2)
	out.Bar = bar{Percent: drawn, Label: out.Text}
	if p.Late > 0 {
		out.Bar.Tone = "bad"
	} else if p.Reviewed == p.Assigned {
		out.Bar.Tone = "met"
	}
	return out
}

// workCount is how many tasks wait for somebody, for the list at the left; empty for none.
func (s *Server) workCount(c *gin.Context, by app.Person) string {
	w, err := s.app.Work(c.Request.Context(), by, s.planID(c))
	if err != nil || len(w.Tasks) == 0 {
		return "" // a failing store fails the page itself
	}
	return strconv.Itoa(len(w.Tasks))
}
