package plan

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// editable is the plan of the address, where it may be changed still.
func (s *Room) editable(c *gin.Context) (review.Plan, int, error) {
	p, version, err := s.App.PlanFor(c.Request.Context(), s.Person(c), c.Param("plan"))
	if err == nil {
		err = p.Editable()
	}
	return p, version, err
}

// partOf is the plan and the part of the address.
func (s *Room) partOf(c *gin.Context) (p review.Plan, version int, part planPart, err error) {
	part, known := PlanPartForms[c.Param("part")]
	if !known {
		return p, version, part, value.ErrNotFound
	}
	p, version, err = s.editable(c)
	return p, version, part, err
}

// newIndicator is the name by which the address asks for an indicator that is not there yet.
const newIndicator = "them"

// indicatorOf is the plan and the indicator of the address, with where it stands: the end for a new one.
func (s *Room) indicatorOf(c *gin.Context) (p review.Plan, version, at int, ind review.Indicator, err error) {
	if p, version, err = s.editable(c); err != nil {
		return p, version, at, ind, err
	}
	if c.Param("indicator") == newIndicator {
		return p, version, len(p.Indicators), review.Indicator{Unit: "%", Comparator: review.AtLeast}, nil
	}
	if at = indicatorAt(p, c.Param("indicator")); at < 0 {
		return p, version, at, ind, value.ErrNotFound
	}
	return p, version, at, p.Indicators[at], nil
}

// indicatorAt is where an indicator stands in its plan.
func indicatorAt(p review.Plan, id string) int {
	return slices.IndexFunc(p.Indicators, func(x review.Indicator) bool { return x.ID == id })
}

// notEdited answers where a plan cannot be edited: with the plan itself and why.
func (s *Room) notEdited(c *gin.Context, err error) error {
	var problems value.Problems
	if errors.As(err, &problems) {
		return s.showPlan(c, page.Typed{Status: http.StatusUnprocessableEntity, Problems: problems})
	}
	return err
}

// notSaved is notEdited for a form that was sent.
func (s *Room) notSaved(c *gin.Context, err error) (page.Act, error) {
	return page.Act{
		Do:    func() (page.Done, error) { return page.Done{}, err },
		Again: func(t page.Typed) error { return s.showPlan(c, page.Typed{Status: t.Status, Problems: t.Problems}) },
	}, nil
}

// PartForm shows the form of a part.
func (s *Room) PartForm(c *gin.Context) error {
	p, version, part, err := s.partOf(c)
	if err != nil {
		return s.notEdited(c, err)
	}
	return s.showPart(c, part, p, version, page.Shown(part.Form.Values(FormOf(p))))
}

func (s *Room) showPart(c *gin.Context, part planPart, p review.Plan, version int, t page.Typed) error {
	m := s.planEdit(p, version, t)
	m.Headline = s.Text.Say("planform.edit." + c.Param("part"))
	m.Action = page.PlanHref(p.ID) + "/sua/" + c.Param("part")
	f := s.planSheet(p, t)
	laid := part.Form.Lay(f)
	var err error
	if m.days, err = s.sayDays(c, &laid, p, t.Values); err != nil {
		return err
	}
	if list := laid.List("indicators"); list != nil {
		s.layOrder(f, list, p)
	}
	return s.showForm(c, m, laid, f, t)
}

// planEdit is what the forms of a plan that stands have in common.
func (s *Room) planEdit(p review.Plan, version int, t page.Typed) planEdit {
	number := s.Text.Say("planform.plan", p.Number)
	return planEdit{
		State:   number + " · " + s.planStateWords(p),
		Back:    page.Link{Text: number, Href: page.PlanHref(p.ID)},
		Version: t.Version(version),
		Button:  s.Text.Say("planform.save"),
	}
}

// showForm shows a form of a plan. Whoever asked for one more row of a list finds it behind the others.
func (s *Room) showForm(c *gin.Context, m planEdit, laid field.Layout, f *field.Sheet, t page.Typed) error {
	if name, adds := strings.CutPrefix(t.Values.Get("do"), "add."); adds {
		if list := laid.List(name); list != nil && list.New != nil {
			list.Rows, list.New = append(list.Rows, *list.New), nil
		}
	}
	m.Frame, m.Both = s.Frame(c, m.Headline), t.Both
	if err := s.SayGuessed(c, &m.Frame, m.days...); err != nil {
		return err
	}
	m.Fields, m.Lists, m.Summary = laid.Cells, laid.Lists, f.Summary()
	return s.Show(c, t.Status, "plan/edit", m)
}

// reshow is what a button does that stores nothing: the form is shown again with these values.
func reshow(again func(page.Typed) error, values url.Values) page.Act {
	show := page.Done{Show: func() error { return again(page.Shown(values)) }}
	return page.Act{Do: func() (page.Done, error) { return show, nil }, Again: again}
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
	cited := slices.Clone(campaigns)
	cited[0].Text = s.Text.Say("planform.all_papers")
	f.Offers = map[string][]field.Option{"campaigns": campaigns, "duties": duties, "cited_by": cited}
	return f
}

// sayDays says beside each deadline which working day is its last, and why nobody works on the day itself. It gives the
// days between which was counted.
func (s *Room) sayDays(
	c *gin.Context, laid *field.Layout, p review.Plan, typed url.Values,
) (counted []value.Date, err error) {
	calendar, err := s.App.Calendar(c.Request.Context())
	if err != nil {
		return nil, err
	}
	for i := range laid.Lists {
		for _, row := range laid.Lists[i].All() {
			cell := cmp.Or(row.Cell("due"), row.Cell("deadline"))
			if cell == nil {
				continue
			}
			d, problem := field.ReadDate(cell.Value)
			if problem != nil || d.IsZero() {
				continue
			}
			inclusive := typed.Get(row.Name+".day") == "itself" || p.Rules.DayItselfOnTime
			day := calendar.LastDay(d, inclusive)
			counted = append(counted, d, day)
			last := viet.ShortDate(day)
			cell.Hint = s.Text.Say("planform.last_working", last)
			if why, off := review.DayOff(d, calendar); off {
				cell.Hint = s.Text.Say("planform.day_off", why, last)
			}
		}
	}
	return counted, nil
}

// layOrder names the indicators in the order of the plan, each with its own page; a new one comes on a page as well.
func (s *Room) layOrder(f *field.Sheet, list *field.List, p review.Plan) {
	base := page.PlanHref(p.ID) + "/chi-tieu/"
	list.New, list.Add = nil, ""
	list.Title = s.Text.Say("planform.indicators", len(p.Indicators))
	list.More = field.Link{Text: s.Text.Say("planform.add_indicator"), Href: base + newIndicator}
	if whole := f.Problem("indicators", list.Title); whole != "" {
		list.Text = whole
	}
	for i := range list.Rows {
		row := &list.Rows[i]
		if at := indicatorAt(p, row.Key); at >= 0 {
			ind := p.Indicators[at]
			row.Title = page.Joined(" ", ind.Group+",", ind.Number+":", ind.Name)
			row.Open = field.Link{Text: s.Text.Say("planform.open_indicator"), Href: base + url.PathEscape(ind.ID)}
		}
	}
}

// SavePart saves a part of a plan.
func (s *Room) SavePart(c *gin.Context, in url.Values) (page.Act, error) {
	p, newest, part, err := s.partOf(c)
	if err != nil {
		return s.notSaved(c, err)
	}
	again := func(t page.Typed) error { return s.showPart(c, part, p, newest, t) }
	if in.Get("do") != "" {
		return reshow(again, in), nil
	}
	return s.actOf(in, part, p, again, func(_ planForm, put func(*review.Plan)) (page.Done, error) {
		err := s.App.SavePlan(c.Request.Context(), s.Person(c), p.ID, page.Version(in), put)
		return page.Done{To: page.PlanHref(p.ID), Say: "saved"}, err
	}), nil
}

// IndicatorForm shows the form of one indicator.
func (s *Room) IndicatorForm(c *gin.Context) error {
	p, version, _, ind, err := s.indicatorOf(c)
	if err != nil {
		return s.notEdited(c, err)
	}
	typed := indicatorForm.Values(ind)
	if ind.ID == "" {
		typed.Set("target", "")
	}
	return s.showIndicator(c, p, version, ind, page.Shown(typed))
}

func (s *Room) showIndicator(c *gin.Context, p review.Plan, version int, ind review.Indicator, t page.Typed) error {
	say := s.Text.Say
	m := s.planEdit(p, version, t)
	m.Headline = say("planform.add_indicator")
	if ind.ID != "" {
		m.Headline = say("planform.one_indicator", ind.Group, ind.Number)
	}
	m.Back = page.Link{Text: say("planform.edit." + partIndicators), Href: m.Back.Href + "/sua/" + partIndicators}
	m.Action = page.PlanHref(p.ID) + "/chi-tieu/" + url.PathEscape(c.Param("indicator"))
	f := s.planSheet(p, t)
	others := []field.Option{{Text: say("planform.same_as.none")}}
	for _, x := range p.Indicators {
		if x.ID != ind.ID && x.SameAs == "" {
			others = append(others, field.Option{Value: x.ID, Text: x.Group + ", " + x.Number + ": " + x.Name})
		}
	}
	variants := []field.Option{{Text: say("planform.first_variant")}}
	for _, v := range ind.Variants {
		variants = append(variants, field.Option{Value: v.ID, Text: v.Name})
	}
	f.Offers["indicators"], f.Offers["variants"] = others, variants
	laid := indicatorForm.Lay(f)
	if len(laid.Lists[0].Rows) == 0 { // how variants combine is asked where there are any
		ofVariants := func(c field.Cell) bool { return c.ID == "combine" || c.ID == "chosen" }
		laid.Cells = slices.DeleteFunc(laid.Cells, ofVariants)
	}
	return s.showForm(c, m, laid, f, t)
}

// SaveIndicator saves one indicator.
func (s *Room) SaveIndicator(c *gin.Context, in url.Values) (page.Act, error) {
	p, newest, at, ind, err := s.indicatorOf(c)
	if err != nil {
		return s.notSaved(c, err)
	}
	again := func(t page.Typed) error { return s.showIndicator(c, p, newest, ind, t) }
	if in.Get("do") != "" {
		return reshow(again, in), nil
	}
	return page.ActOf(s.Kit, in, page.Edit[review.Indicator]{
		Form: indicatorForm,
		Keys: planKeys,
		Base: ind,
		Check: func(typed review.Indicator) value.Problems {
			after := p
			putIndicator(&after, typed)
			return app.CheckPlan(after)
		},
		Place: func(problems value.Problems) value.Problems { // the rule names the indicator, the form is of one
			out := slices.Clone(problems)
			for i := range out {
				out[i].Field = strings.TrimPrefix(out[i].Field, field.RowName("indicators", at)+".")
			}
			return out
		},
		Save: func(typed review.Indicator, _ func(*review.Indicator)) (page.Done, error) {
			put := func(p *review.Plan) { putIndicator(p, typed) }
			err := s.App.SavePlan(c.Request.Context(), s.Person(c), p.ID, page.Version(in), put)
			return page.Done{To: page.PlanHref(p.ID) + "/sua/" + partIndicators, Say: "saved"}, err
		},
		Again: again,
	}), nil
}

// putIndicator puts an indicator into its plan, a new one at the end. Where there are no variants, nothing says how
// they combine.
func putIndicator(p *review.Plan, ind review.Indicator) {
	if len(ind.Variants) == 0 {
		ind.Combine, ind.Chosen = "", ""
	}
	p.Indicators = slices.Clone(p.Indicators)
	if i := indicatorAt(*p, ind.ID); ind.ID != "" && i >= 0 {
		p.Indicators[i] = ind
	} else {
		p.Indicators = append(p.Indicators, ind)
	}
}

// planEdit is the form for a part of a plan, for copying one, or for the first. Template: plan/edit.
type planEdit struct {
	page.Frame
	Headline, State string
	Action, Version string
	Summary         field.Summary
	Both            page.BothVersions
	Back            page.Link
	Hidden          []page.HiddenField
	Button          string
	Shifts          bool // the dates can be counted anew for the year that is typed
	Fields          []field.Cell
	Lists           []field.List
	Findings        []page.FindingGroup // what a copy keeps that no longer holds

	days []value.Date // between which last days were counted
}
