package plan

import (
	"errors"
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// planPartOf is the plan and the part of the address.
func (s *Room) planPartOf(c *gin.Context) (review.Plan, int, planPart, error) {
	part, known := PlanPartForms[c.Param("part")]
	if !known {
		return review.Plan{}, 0, part, value.ErrNotFound
	}
	p, version, err := s.App.PlanFor(c.Request.Context(), s.Person(c), c.Param("plan"))
	if err == nil {
		err = p.Editable()
	}
	return p, version, part, err
}

// notEdited answers where a plan cannot be edited: with the plan itself and why.
func (s *Room) notEdited(c *gin.Context, err error) error {
	var problems value.Problems
	if errors.As(err, &problems) {
		return s.showPlan(c, page.Typed{Status: http.StatusUnprocessableEntity, Problems: problems})
	}
	return err
}

// PartForm shows the form of a part.
func (s *Room) PartForm(c *gin.Context) error {
	p, version, part, err := s.planPartOf(c)
	if err != nil {
		return s.notEdited(c, err)
	}
	return s.showPlanPart(c, part, p, version, page.Shown(part.Form.Values(FormOf(p))))
}

func (s *Room) showPlanPart(c *gin.Context, part planPart, p review.Plan, version int, t page.Typed) error {
	calendar, err := s.App.Calendar(c.Request.Context())
	if err != nil {
		return err
	}
	title := s.Text.Say("planform.edit." + c.Param("part"))
	m := planEdit{
		Frame:    s.Frame(c, title),
		Headline: title,
		State:    s.Text.Say("planform.plan", p.Number) + " · " + s.planStateWords(p),
		Both:     t.Both,
		Back:     page.Link{Text: s.Text.Say("planform.plan", p.Number), Href: page.PlanHref(p.ID)},
		Action:   page.PlanHref(p.ID) + "/sua/" + c.Param("part"),
		Version:  t.Version(version),
		Submit:   s.Text.Say("planform.save"),
	}
	f := s.planSheet(p, t)
	laid := part.Form.Lay(f)
	s.sayDays(&laid, p, t.Values, calendar)
	if list := laid.List("indicators"); list != nil {
		s.layOrder(f, list, p)
	}
	m.Fields, m.Lists, m.Summary = laid.Cells, laid.Lists, f.Summary()
	return s.Show(c, t.Status, "plan/edit", m)
}

// planSheet is the sheet of a plan's form, with what may be chosen in it.
func (s *Room) planSheet(p review.Plan, t page.Typed) *field.Sheet {
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = planKeys
	campaigns := []field.Option{{Text: s.Text.Say("planform.no_campaign")}}
	for _, c := range p.Campaigns {
		campaigns = append(campaigns, field.Option{Value: string(c.ID), Text: c.Name})
	}
	duties := []field.Option{{Text: s.Text.Say("planform.no_duty")}}
	for _, d := range p.Duties {
		duties = append(duties, field.Option{Value: d.ID, Text: d.Title})
	}
	f.Offers = map[string][]field.Option{"campaigns": campaigns, "duties": duties}
	return f
}

// sayDays says beside each deadline which working day is its last, and why nobody works on the day itself.
func (s *Room) sayDays(laid *field.Layout, p review.Plan, typed url.Values, calendar viet.Calendar) {
	for i := range laid.Lists {
		for _, row := range laid.Lists[i].All() {
			for _, name := range []string{"due", "deadline"} {
				c := row.Cell(name)
				if c == nil {
					continue
				}
				d, problem := field.ReadDate(c.Value)
				if problem != nil || d.IsZero() {
					continue
				}
				inclusive := typed.Get(row.Name+".day") == "itself" || p.Rules.DayItselfOnTime
				last := viet.ShortDate(calendar.LastDay(d, inclusive))
				c.Hint = s.Text.Say("planform.last_working", last)
				if why, off := review.DayOff(d, calendar); off {
					c.Hint = s.Text.Say("planform.day_off", why, last)
				}
			}
		}
	}
}

// layOrder names the indicators in the order of the plan, each with its own page; a new one comes on a page as well.
func (s *Room) layOrder(f *field.Sheet, list *field.List, p review.Plan) {
	list.New, list.Add = nil, ""
	list.Title = s.Text.Say("planform.indicators", len(p.Indicators))
	list.More = field.Link{
		Text: s.Text.Say("planform.add_indicator"),
		Href: page.PlanHref(p.ID) + "/chi-tieu/" + newIndicator,
	}
	if whole := f.Problem("indicators", list.Title); whole != "" {
		list.Text = whole
	}
	for i := range list.Rows {
		row := &list.Rows[i]
		at := indicatorAt(p, row.Key)
		if at < 0 {
			continue
		}
		ind := p.Indicators[at]
		row.Title = page.Joined(" ", ind.Group+",", ind.Number+":", ind.Name)
		row.Open = field.Link{
			Text: s.Text.Say("planform.open_indicator"),
			Href: page.PlanHref(p.ID) + "/chi-tieu/" + url.PathEscape(ind.ID),
		}
	}
}

// SavePart saves a part of a plan.
func (s *Room) SavePart(c *gin.Context, in url.Values) (page.Act, error) {
	p, newest, part, err := s.planPartOf(c)
	if err != nil {
		return s.planNotEdited(c, err)
	}
	base := FormOf(p)
	return page.ActOf(s.Kit, in, page.Edit[planForm]{
		Form: part.Form,
		Keys: planKeys,
		Base: base,
		Check: func(typed planForm) value.Problems {
			after := p
			part.into(typed, &after)
			return app.CheckPlan(after)
		},
		Save: func(_ planForm, read func(*planForm)) (page.Done, error) {
			err := s.App.SavePlan(c.Request.Context(), s.Person(c), p.ID, page.Version(in), func(p *review.Plan) {
				f := FormOf(*p)
				read(&f)
				part.into(f, p)
			})
			return page.Done{To: page.PlanHref(p.ID), Say: "saved"}, err
		},
		Again: func(t page.Typed) error { return s.showPlanPart(c, part, p, newest, t) },
	}), nil
}

// planNotEdited is notEdited for a form that was sent.
func (s *Room) planNotEdited(c *gin.Context, err error) (page.Act, error) {
	return page.Act{
		Do:    func() (page.Done, error) { return page.Done{}, err },
		Again: func(t page.Typed) error { return s.showPlan(c, page.Typed{Status: t.Status, Problems: t.Problems}) },
	}, nil
}
