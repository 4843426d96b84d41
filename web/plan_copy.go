package web

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/app/text"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
)

// copyTable is what is asked on a copy of a plan for another year: its particulars, and every date, moved.
var copyTable = append(headForm.Named("number", "date", "year", "title", "superior", "addressee"),
	field.FixedRows("campaigns", func(p *planForm) *[]review.CampaignPlan { return &p.Campaigns },
		campaignRows.Named("id", "due", "day", "hand_in"), field.At("dot")),
	field.FixedRows("duties", func(p *planForm) *[]review.Duty { return &p.Duties },
		dutyRows.Named("id", "deadline", "day"), field.Label("dated_duties"), field.At("nhiem-vu")),
	field.FixedRows("targets", func(p *planForm) *[]planTarget { return &p.Lines },
		targetRows.Named("id", "threshold", "deadline", "day"), field.At("chi-tieu")),
)

// copyPlanForm shows the form on which a plan is copied into the next year: its particulars, and every date moved.
func (s *Server) copyPlanForm(c *gin.Context) error {
	from, _, err := s.app.PlanFor(c.Request.Context(), s.person(c), c.Query("tu"))
	if err != nil {
		return err
	}
	p, err := s.app.DraftPlan(c.Request.Context(), s.person(c), string(from.ID), from.Year+1)
	if err != nil {
		return err
	}
	return s.showCopyPlan(c, from, p, shown(copyTable.Values(formOf(p))))
}

func (s *Server) showCopyPlan(c *gin.Context, from, p review.Plan, t Typed) error {
	calendar, err := s.app.Calendar(c.Request.Context())
	if err != nil {
		return err
	}
	say := s.text.Say
	m := planEdit{
		frame:    s.frame(c, say("planform.copy")),
		Headline: say("planform.copy"),
		State:    say("planform.copy.state", from.Number, from.Year),
		Back:     link{say("planform.plan", from.Number), planHref(from.ID)},
		Action:   plansPath + "/sao-chep",
		From:     string(from.ID),
		Submit:   say("planform.copy.button"),
		Shift:    true,
	}
	if y, err := strconv.Atoi(t.Values.Get("year")); err == nil && !knowsYear(calendar.Holidays, y) {
		m.Notices = append(m.Notices, say("planform.no_holidays", y))
	}
	f := s.planSheet(p, t)
	laid := copyTable.Lay(f)
	s.sayDays(&laid, p, t.Values, calendar)
	for i := range laid.Lists {
		nameRows(s.text, &laid.Lists[i], formOf(p))
	}
	laid.List("campaigns").Text = say("planform.copy.dates")
	m.Fields, m.Lists, m.Summary = laid.Cells, laid.Lists, f.Summary()
	return s.show(c, t.Status, "plan/edit", m)
}

// nameRows gives the rows of a copy their names; a duty without a date of its own has none to move.
func nameRows(w *text.Table, list *field.List, p planForm) {
	names := map[string]string{}
	switch list.Name {
	case "campaigns":
		for _, k := range p.Campaigns {
			names[string(k.ID)] = k.Name
		}
	case "duties":
		for _, d := range p.Duties {
			if d.Monthly == 0 && !d.Deadline.IsZero() {
				names[d.ID] = d.Title
			}
		}
	case "targets":
		for _, l := range p.Lines {
			names[l.ID] = l.Of
		}
	}
	list.Rows = slices.DeleteFunc(list.Rows, func(r field.Row) bool { _, named := names[r.Key]; return !named })
	for i := range list.Rows {
		r := &list.Rows[i]
		r.Title = names[r.Key]
		for _, l := range p.Lines {
			if list.Name != "targets" || l.ID != r.Key {
				continue
			}
			r.Title = joined(": ", l.Of, w.Name("metric", string(l.Metric)))
			if l.Metric == review.Issued { // issued or not: nothing to set
				r.Cells = slices.DeleteFunc(r.Cells, func(c field.Cell) bool { return c.ID == r.Name+".threshold" })
			}
		}
	}
}

// knowsYear reports whether the table of holidays has days of a year.
func knowsYear(holidays map[value.Date]string, year int) bool {
	for d := range holidays {
		if d.Year == year {
			return true
		}
	}
	return false
}

// copyPlan saves a copy of a plan as a draft, or counts its dates anew for the year that was typed.
func (s *Server) copyPlan(c *gin.Context, in url.Values) (Act, error) {
	ctx, by := c.Request.Context(), s.person(c)
	from, _, err := s.app.PlanFor(ctx, by, in.Get("tu"))
	if err != nil {
		return Act{}, err
	}
	year := planForm{}
	yearRead := headForm.Named("year").Read(in, &year)
	shownYear := year.Year
	if len(yearRead.Problems) > 0 || shownYear == 0 {
		shownYear = from.Year + 1
	}
	draft, err := s.app.DraftPlan(ctx, by, string(from.ID), shownYear)
	if err != nil {
		return Act{}, err
	}
	again := func(t Typed) error { return s.showCopyPlan(c, from, draft, t) }
	if in.Get("do") == "shift" && len(yearRead.Problems) == 0 {
		return Act{
			Do: func() (Done, error) {
				return Done{Show: func() error { return again(shown(shiftedForm(in, draft))) }}, nil
			},
			Again: again,
		}, nil
	}
	into := func(f planForm, p *review.Plan) {
		number, date, title, upward := f.Number, f.Date, f.Title, f.Upward
		p.Number, p.Date, p.Year, p.Title, p.Upward = number, date, f.Year, title, upward
		p.Campaigns, p.Duties = f.Campaigns, f.Duties
		rules := p.Rules
		f.putTargets(p)
		if !in.Has(field.RowName("targets", 0) + ".threshold") {
			p.Rules = rules
		}
	}
	return edit(s, in, Edit[planForm]{
		Form: copyTable,
		Keys: planKeys,
		Base: formOf(draft),
		Check: func(typed planForm) value.Problems {
			after := draft
			into(typed, &after)
			return app.CheckPlan(after)
		},
		Save: func(typed planForm, read func(*planForm)) (Done, error) {
			id, err := s.app.CopyPlan(ctx, by, string(from.ID), typed.Year, func(p *review.Plan) {
				f := formOf(*p)
				read(&f)
				into(f, p)
			})
			return Done{To: planHref(id), Say: "planform.said.copied"}, err
		},
		Again: again,
	}), nil
}

// shiftedForm is what was typed with the dates of another year.
func shiftedForm(in url.Values, draft review.Plan) url.Values {
	out := copyTable.Values(formOf(draft))
	for _, name := range []string{"number", "date", "year", "superior", "addressee"} {
		out[name] = in[name]
	}
	for name, values := range in {
		if strings.HasSuffix(name, ".threshold") {
			out[name] = values
		}
	}
	return out
}
