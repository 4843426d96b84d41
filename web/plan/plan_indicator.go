package plan

import (
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// newIndicator is the name by which the address asks for an indicator that is not there yet.
const newIndicator = "them"

// planIndicatorOf is the plan and the indicator of the address; at is where it stands, the end for a new one.
func (s *Room) planIndicatorOf(c *gin.Context) (p review.Plan, version int, ind review.Indicator, err error) {
	p, version, err = s.App.PlanFor(c.Request.Context(), s.Person(c), c.Param("plan"))
	if err == nil {
		err = p.Editable()
	}
	if err != nil {
		return p, version, ind, err
	}
	if c.Param("indicator") == newIndicator {
		return p, version, review.Indicator{Unit: "%", Comparator: review.AtLeast}, nil
	}
	i := indicatorAt(p, c.Param("indicator"))
	if i < 0 {
		return p, version, ind, value.ErrNotFound
	}
	return p, version, p.Indicators[i], nil
}

// IndicatorForm shows the form of one indicator.
func (s *Room) IndicatorForm(c *gin.Context) error {
	p, version, ind, err := s.planIndicatorOf(c)
	if err != nil {
		return s.notEdited(c, err)
	}
	typed := indicatorForm.Values(ind)
	if ind.ID == "" {
		typed.Set("target", "")
	}
	return s.showPlanIndicator(c, p, version, ind, page.Shown(typed))
}

func (s *Room) showPlanIndicator(c *gin.Context, p review.Plan, version int, ind review.Indicator, t page.Typed) error {
	say := s.Text.Say
	m := planEdit{
		Headline: say("planform.add_indicator"),
		State:    say("planform.plan", p.Number) + " · " + s.planStateWords(p),
		Both:     t.Both,
		Back: page.Link{
			Text: say("planform.edit." + partIndicators),
			Href: page.PlanHref(p.ID) + "/sua/" + partIndicators,
		},
		Action:  page.PlanHref(p.ID) + "/chi-tieu/" + url.PathEscape(c.Param("indicator")),
		Version: t.Version(version),
		Submit:  say("planform.save"),
	}
	if ind.ID != "" {
		m.Headline = say("planform.one_indicator", ind.Group, ind.Number)
	}
	m.Frame = s.Frame(c, m.Headline)
	f := s.planSheet(p, t)
	f.Offers["indicators"] = []field.Option{{Text: say("planform.same_as.none")}}
	for _, x := range p.Indicators {
		if x.ID != ind.ID && x.SameAs == "" {
			f.Offers["indicators"] = append(
				f.Offers["indicators"],
				field.Option{Value: x.ID, Text: x.Group + ", " + x.Number + ": " + x.Name},
			)
		}
	}
	f.Offers["variants"] = []field.Option{{Text: say("planform.first_variant")}}
	for _, v := range ind.Variants {
		f.Offers["variants"] = append(f.Offers["variants"], field.Option{Value: v.ID, Text: v.Name})
	}
	laid := indicatorForm.Lay(f)
	m.Fields, m.Lists = laid.Cells, laid.Lists
	if len(laid.Lists[0].Rows) == 0 { // how variants combine is asked where there are any
		m.Fields = slices.DeleteFunc(m.Fields, func(c field.Cell) bool { return c.ID == "combine" || c.ID == "chosen" })
	}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "plan/edit", m)
}

// SaveIndicator saves one indicator.
func (s *Room) SaveIndicator(c *gin.Context, in url.Values) (page.Act, error) {
	p, newest, ind, err := s.planIndicatorOf(c)
	if err != nil {
		return s.planNotEdited(c, err)
	}
	at := indicatorAt(p, ind.ID)
	if ind.ID == "" {
		at = len(p.Indicators)
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
		Place: func(problems value.Problems) value.Problems {
			return atIndicator(problems, field.RowName("indicators", at)+".")
		},
		Save: func(typed review.Indicator, _ func(*review.Indicator)) (page.Done, error) {
			err := s.App.SavePlan(
				c.Request.Context(),
				s.Person(c),
				p.ID,
				page.Version(in),
				func(p *review.Plan) { putIndicator(p, typed) },
			)
			return page.Done{To: page.PlanHref(p.ID) + "/sua/" + partIndicators, Say: "saved"}, err
		},
		Again: func(t page.Typed) error { return s.showPlanIndicator(c, p, newest, ind, t) },
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
		return
	}
	p.Indicators = append(p.Indicators, ind)
}

// atIndicator takes the indicator's own place off the problems of a plan.
func atIndicator(problems value.Problems, place string) value.Problems {
	out := slices.Clone(problems)
	for i, p := range out {
		out[i].Field = strings.TrimPrefix(p.Field, place)
	}
	return out
}
