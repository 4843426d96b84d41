package web

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"rasoat/review"
	"rasoat/viet"
)

// plans shows the dates of the plan that is followed, its tasks, and all plans.
func (s *Server) plans(c *gin.Context) error {
	ctx := c.Request.Context()
	plan, dues, err := s.app.Timeline(ctx, "")
	if err != nil {
		return err
	}
	all, err := s.app.Plans(ctx)
	if err != nil {
		return err
	}
	m := planList{frame: s.frame(c, s.text.Say("page.plan")), State: s.text.Say("plan.state", plan.Number, viet.ShortDate(plan.Date))}
	next := false
	for _, d := range dues {
		row := s.planDate(d)
		row.Next = !next && d.IsOpen() && !d.Late && !d.Deadline.IsZero()
		next = next || row.Next
		m.Dates = append(m.Dates, row)
	}
	for _, t := range plan.Tasks {
		m.Tasks = append(m.Tasks, planTask{Text: t.Text, Source: t.Source, Owner: t.Owner})
	}
	for _, p := range all {
		row := planRow{Href: "/ke-hoach", Number: p.Number, Date: viet.ShortDate(p.Date), Title: p.Title, Current: p.ID == plan.ID,
			State: badge{Text: s.text.Say("plan.ended")}}
		if p.InForce {
			row.State = badge{Text: s.text.Say("plan.followed"), Tone: "met"}
		}
		m.Plans = append(m.Plans, row)
	}
	return s.show(c, http.StatusOK, "plan/list", m)
}

// planDate is one date of the plan with its last working day and how it stands.
func (s *Server) planDate(d review.Due) planDate {
	out := planDate{Date: viet.ShortDate(d.LastDay), Title: d.Title, Source: d.Source, Owner: d.Owner}
	switch {
	case d.Deadline.IsZero():
		out.Date, out.State = s.text.Say("due.undated"), verdict{Text: s.text.Say("due.open")}
	case !d.IsOpen() && d.Late:
		out.State = verdict{Sign: "✗", Text: s.text.Say("due.done_late", viet.ShortDate(d.Done)), Tone: "warn"}
	case !d.IsOpen():
		out.State = verdict{Sign: "✓", Text: s.text.Say("due.done", viet.ShortDate(d.Done)), Tone: "met"}
	case d.Late:
		out.State = verdict{Sign: "✗", Text: s.text.Say("due.late"), Tone: "bad"}
	default:
		out.Left, out.State = s.text.Say("due.left", d.Left), verdict{Text: s.text.Say("due.open")}
	}
	return out
}
