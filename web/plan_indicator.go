package web

import (
	"net/http"
	"net/url"
	"strconv"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/review"
	"rasoat/value"
)

// newIndicator is the name by which the address asks for an indicator that is not there yet.
const newIndicator = "them"

// planIndicatorOf is the plan and the indicator of the address; at is where it stands, the end for a new one.
func (s *Server) planIndicatorOf(c *gin.Context) (p review.Plan, version int, ind review.Indicator, err error) {
	p, version, err = s.app.PlanFor(c.Request.Context(), s.person(c), c.Param("plan"))
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

// planIndicatorForm shows the form of one indicator.
func (s *Server) planIndicatorForm(c *gin.Context) error {
	p, version, ind, err := s.planIndicatorOf(c)
	if err != nil {
		return s.notEdited(c, err)
	}
	typed := typedIndicator(ind)
	if ind.ID == "" {
		typed.Set("target", "")
	}
	return s.showPlanIndicator(c, http.StatusOK, p, version, ind, typed, nil, bothVersions{})
}

func (s *Server) showPlanIndicator(c *gin.Context, status int, p review.Plan, version int, ind review.Indicator, typed url.Values, problems value.Problems, both bothVersions) error {
	say := s.text.Say
	m := planEdit{Headline: say("planform.add_indicator"), State: say("planform.plan", p.Number) + " · " + s.planStateWords(p), Both: both, Back: link{say("planform.edit." + partIndicators), planHref(p.ID) + "/sua/" + partIndicators},
		Action: planHref(p.ID) + "/chi-tieu/" + url.PathEscape(c.Param("indicator")), Version: strconv.Itoa(version), Submit: say("planform.save")}
	if ind.ID != "" {
		m.Headline = say("planform.one_indicator", ind.Group, ind.Number)
	}
	m.frame = s.frame(c, m.Headline)
	f := field.NewSheet(s.text, typed, problems)
	others := []field.Option{{Value: "", Text: say("planform.same_as.none")}}
	for _, x := range p.Indicators {
		if x.ID != ind.ID && x.SameAs == "" {
			others = append(others, field.Option{Value: x.ID, Text: x.Group + ", " + x.Number + ": " + x.Name})
		}
	}
	groups := f.Cell("group", say("planform.group"), field.Need, field.Short, field.Hint(say("planform.group.hint")))
	m.Fields = []field.Cell{f.Cell("number", say("planform.number_in_source"), field.Need, field.Short), groups, f.Cell("name", say("planform.indicator_name"), field.Need, field.Kind("textarea"), field.Tall(2)),
		f.Cell("target", say("planform.goal"), field.Need, field.Short, field.Hint(say("planform.threshold.hint"))), f.Cell("unit", say("planform.unit"), field.Short),
		f.Cell("comparator", say("planform.comparator"), field.Medium, s.choices("comparator", string(review.AtLeast), string(review.All))),
		f.Cell("target_text", say("planform.target_text"), field.Medium, field.Hint(say("planform.target_text.hint"))), f.Cell("lead", say("planform.lead"), field.Medium), f.Cell("support", say("planform.support"), field.Medium),
		f.Cell("numerator", say("planform.numerator")), f.Cell("denominator", say("planform.denominator")), f.Cell("source", say("planform.definition_source")),
		f.Cell("level", say("planform.level"), field.Medium, s.choices("level", "count", "level")), f.Cell("register", say("planform.register"), field.Medium, s.registers()),
		f.Cell("same_as", say("planform.same_as"), field.Medium, field.Choose(others...))}
	x := planPartPage{form: f, plan: p, typed: typed}
	variants := planRows{ID: "cach-tinh", Title: say("planform.variants"), Text: say("planform.variants.text"), Add: say("planform.add"), Rows: s.rowsOf("variants", x, func(row string) planLineEdit {
		return planLineEdit{Title: typed.Get(row + ".name"), Fields: []field.Cell{f.Cell(row+".name", say("planform.variant_name")), f.Cell(row+".numerator", say("planform.numerator")), f.Cell(row+".denominator", say("planform.denominator")),
			f.Cell(row+".source", say("planform.definition_source"), field.Medium), f.Cell(row+".register", say("planform.register"), field.Medium, s.registers())}}
	})}
	variants.split()
	m.Lists = []planRows{variants}
	if len(ind.Variants) > 0 || typed.Get("combine") != string(review.OneOf) || len(variants.Rows) > 0 {
		chosen := []field.Option{{Value: "", Text: say("planform.first_variant")}}
		for _, v := range ind.Variants {
			chosen = append(chosen, field.Option{Value: v.ID, Text: v.Name})
		}
		m.Fields = append(m.Fields, f.Cell("combine", say("planform.combine"), field.Medium, s.choices("combine", string(review.OneOf), string(review.Each), string(review.SumOf))),
			f.Cell("chosen", say("planform.chosen"), field.Medium, field.Choose(chosen...)))
	}
	m.Summary = f.Summary()
	return s.show(c, status, "plan/edit", m)
}

// choices are the answers of a field of an indicator.
func (s *Server) choices(what string, values ...string) field.Look {
	var all []field.Option
	for _, v := range values {
		all = append(all, field.Option{Value: v, Text: s.indicatorWord(what, v)})
	}
	return field.Choose(all...)
}

// registers are the program's registers that may count, or none.
func (s *Server) registers() field.Look {
	names := []string{""}
	for _, r := range review.Registers {
		names = append(names, string(r))
	}
	return s.choices("register", names...)
}

// savePlanIndicator saves one indicator.
func (s *Server) savePlanIndicator(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	p, newest, ind, err := s.planIndicatorOf(c)
	if err != nil {
		return s.notEdited(c, err)
	}
	r := newPlanReader(in)
	typed := r.indicator(ind)
	if len(typed.Variants) == 0 && in.Get("combine") == "" {
		typed.Combine = ""
	}
	put := func(p *review.Plan) {
		all := append([]review.Indicator(nil), p.Indicators...)
		if i := indicatorAt(*p, ind.ID); ind.ID != "" && i >= 0 {
			all[i] = typed
		} else {
			all = append(all, typed)
		}
		p.Indicators = all
	}
	if err = r.problems.Err(); err == nil {
		err = s.app.SavePlan(c.Request.Context(), s.person(c), p.ID, version(in), put)
	}
	status, problems, err := refused(err)
	switch {
	case err != nil:
		return err
	case status == http.StatusConflict:
		after := p
		put(&after)
		return s.showPlanIndicator(c, status, p, newest, ind, in, nil, bothVersions{Text: s.text.Say("setting.conflict"), Rows: differing(s.planAnswers(p), s.planAnswers(after))})
	case len(problems) > 0:
		at := indicatorAt(p, ind.ID)
		if ind.ID == "" {
			at = len(p.Indicators)
		}
		return s.showPlanIndicator(c, status, p, version(in), ind, in, r.inRows(atIndicator(problems, field.RowName("indicators", at)+".")), bothVersions{})
	}
	c.Redirect(http.StatusSeeOther, planHref(p.ID)+"/sua/"+partIndicators)
	return nil
}

// atIndicator takes the indicator's own place off the problems of a plan.
func atIndicator(problems value.Problems, place string) value.Problems {
	out := make(value.Problems, len(problems))
	for i, p := range problems {
		if len(p.Field) > len(place) && p.Field[:len(place)] == place {
			p.Field = p.Field[len(place):]
		}
		out[i] = p
	}
	return out
}
