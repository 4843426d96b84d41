package plan

import (
	"cmp"
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// View shows a plan as it stands.
func (s *Room) View(c *gin.Context) error { return s.showPlan(c, page.Shown(nil)) }

func (s *Room) showPlan(c *gin.Context, t page.Typed) error {
	ctx, by := c.Request.Context(), s.Person(c)
	p, version, err := s.App.PlanFor(ctx, by, c.Param("plan"))
	if err != nil {
		return err
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m := planShow{
		Frame:   s.Frame(c, s.Text.Say("planform.plan", p.Number)),
		About:   p,
		State:   s.planStateWords(p),
		Notices: review.PlanNotices(p),
		Both:    t.Both,
		Version: strconv.Itoa(version),
		Copies:  by.May(account.EditPlan),
		Edits:   by.May(account.EditPlan) && p.Editable() == nil,
	}
	if by.May(account.IssueReport) {
		m.Step = s.planStep(p, f)
	}
	m.Summary = f.Summary()
	if p.CopiedFrom != "" {
		old, _, _ := s.App.PlanFor(ctx, by, string(p.CopiedFrom))
		m.CopiedFrom = old.Number // none where it is gone, or not for these eyes
	}
	if m.calendar, err = s.App.Calendar(ctx); err != nil {
		return err
	}
	if m.Upward, err = s.App.PlanUpward(ctx, p); err != nil {
		return err
	}
	history, err := s.App.PlanHistory(ctx, by, p.ID)
	if err != nil {
		return err
	}
	for i, r := range history {
		v := planVersion{Revision: r}
		if i+1 < len(history) {
			v.Changes = s.planDiffers(history[i+1].Value, r.Value)
		}
		m.History = append(m.History, v)
	}
	return s.Show(c, t.Status, "plan/show", m)
}

// planStateWords says where a plan stands, and since when.
func (s *Room) planStateWords(p review.Plan) string {
	switch {
	case p.State() == review.PlanFollowed:
		return s.Text.Say("planform.followed_from", viet.ShortDate(p.Begins()))
	case p.State() == review.PlanClosed && !p.Closed.IsZero():
		return s.Text.Say("planform.closed_on", viet.ShortDate(p.Closed))
	}
	return s.Text.Name("plan_state", string(p.State()))
}

// planStep is what may be done with a plan as a whole.
func (s *Room) planStep(p review.Plan, f *field.Sheet) *planStep {
	say := s.Text.Say
	looks := []field.Look{field.Need, field.Short, field.Hint(say("date.hint"))}
	if p.State() == review.PlanFollowed {
		day := f.Cell("on", say("planform.closed"), looks...)
		return &planStep{day, say("planform.close"), say("planform.close.text"), say("planform.close.button")}
	}
	day := f.Cell("from", say("planform.from"), looks...)
	if p.State() == review.PlanClosed {
		return &planStep{day, say("planform.again"), say("planform.again.text"), say("planform.again.button")}
	}
	return &planStep{day, say("planform.begin"), say("planform.begin.text"), say("planform.begin.button")}
}

// Step puts a plan in force or ends it.
func (s *Room) Step(c *gin.Context, in url.Values) (page.Act, error) {
	id := review.PlanID(c.Param("plan"))
	step, at := s.App.PutPlanInForce, "from"
	switch in.Get("do") {
	case "hieu-luc":
	case "ket-thuc":
		step, at = s.App.ClosePlan, "on"
	default:
		return page.Act{}, value.Problems{{Field: "do", Code: "form.unreadable"}}
	}
	return page.Act{
		Do: func() (page.Done, error) {
			day, problems := page.TypedDate(in, at)
			if len(problems) > 0 {
				return page.Done{}, problems
			}
			err := step(c.Request.Context(), s.Person(c), id, page.Version(in), day)
			return page.Done{To: page.PlanHref(id), Say: "planform.said." + at}, err
		},
		Again: func(t page.Typed) error { return s.showPlan(c, t) },
	}, nil
}

// planShow is one plan as it stands: what it says, where it is edited, what became of it. Template: plan/show.
type planShow struct {
	page.Frame
	About             review.Plan
	Upward            review.Upward // what the plan leaves open is as the commune says of itself
	Version           string
	State, CopiedFrom string // "đã kết thúc 15/7/2024", "29/KH-UBND"
	Notices           value.Problems
	Summary           field.Summary
	Both              page.BothVersions
	Step              *planStep // nil: may not
	Copies, Edits     bool      // whoever asks may copy it, may edit it
	History           []planVersion

	calendar viet.Calendar
}

// LastDay is the last working day on which a deadline of the plan is met.
func (m planShow) LastDay(d value.Date, inclusive bool) value.Date {
	return m.calendar.LastDay(d, inclusive || m.About.Rules.DayItselfOnTime)
}

// FirstDay is the day on which a reporting period of the plan begins.
func (m planShow) FirstDay() int { return cmp.Or(m.About.Report.FirstDay, review.FirstDay) }

// Edit leads to the form of a part of the plan, where that may be edited.
func (m planShow) Edit(part string) page.Link {
	if !m.Edits {
		return page.Link{}
	}
	return page.Link{Text: m.About.Number, Href: page.PlanHref(m.About.ID) + "/sua/" + part}
}

// planStep is what may be done with the plan as a whole: put it in force, end it.
type planStep struct {
	Day                 field.Cell // "from" or "on"
	Title, Text, Button string
}

// planVersion is one save of the plan, and what it changed.
type planVersion struct {
	app.Revision[review.Plan]
	Changes []field.Difference
}
