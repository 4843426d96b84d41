package plan

import (
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
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

// CopyForm shows the form on which a plan is copied into the next year: its particulars, and every date moved.
func (s *Room) CopyForm(c *gin.Context) error {
	from, _, err := s.App.PlanFor(c.Request.Context(), s.Person(c), c.Query("tu"))
	if err != nil {
		return err
	}
	p, err := s.App.DraftPlan(c.Request.Context(), s.Person(c), string(from.ID), from.Year+1)
	if err != nil {
		return err
	}
	return s.showCopy(c, from, p, page.Shown(copyTable.Values(FormOf(p))))
}

func (s *Room) showCopy(c *gin.Context, from, p review.Plan, t page.Typed) error {
	say := s.Text.Say
	m := planEdit{
		Headline: say("planform.copy"),
		State:    say("planform.copy.state", from.Number, from.Year),
		Back:     page.Link{Text: say("planform.plan", from.Number), Href: page.PlanHref(from.ID)},
		Action:   page.PlansPath + "/sao-chep",
		From:     from.ID,
	}
	calendar, err := s.App.Calendar(c.Request.Context())
	if err != nil {
		return err
	}
	if year, err := strconv.Atoi(t.Values.Get("year")); err == nil {
		inYear := func(d value.Date) bool { return d.Year == year }
		if !slices.ContainsFunc(slices.Collect(maps.Keys(calendar.Holidays)), inYear) {
			m.Notice = say("planform.no_holidays", year)
		}
	}
	f := s.planSheet(p, t)
	laid := copyTable.Lay(f)
	if err := s.sayDays(c, &laid, p, t.Values); err != nil {
		return err
	}
	s.nameRows(&laid, FormOf(p))
	laid.List("campaigns").Text = say("planform.copy.dates")
	return s.showForm(c, m, laid, f, t)
}

// nameRows gives the rows of a copy their names; a duty without a date of its own has none to move, and whether a text
// was issued is no threshold.
func (s *Room) nameRows(laid *field.Layout, p planForm) {
	names := map[string]string{} // of a row: "duties D1"
	for _, k := range p.Campaigns {
		names["campaigns "+string(k.ID)] = k.Name
	}
	for _, d := range p.Duties {
		if d.Monthly == 0 && !d.Deadline.IsZero() {
			names["duties "+d.ID] = d.Title
		}
	}
	issued := map[string]bool{}
	for _, l := range p.Lines {
		names["targets "+l.ID] = page.Joined(": ", l.Of, s.Text.Name("metric", string(l.Metric)))
		issued["targets "+l.ID] = l.Metric == review.Issued
	}
	for i := range laid.Lists {
		list := &laid.Lists[i]
		list.Rows = slices.DeleteFunc(list.Rows, func(r field.Row) bool { return names[list.Name+" "+r.Key] == "" })
		for j := range list.Rows {
			r := &list.Rows[j]
			if r.Title = names[list.Name+" "+r.Key]; issued[list.Name+" "+r.Key] {
				r.Cells = slices.DeleteFunc(r.Cells, func(c field.Cell) bool { return c.ID == r.Name+".threshold" })
			}
		}
	}
}

// Copy saves a copy of a plan as a draft, or counts its dates anew for the year that was typed.
func (s *Room) Copy(c *gin.Context, in url.Values) (page.Act, error) {
	ctx, by := c.Request.Context(), s.Person(c)
	from, _, err := s.App.PlanFor(ctx, by, in.Get("tu"))
	if err != nil {
		return page.Act{}, err
	}
	var asked planForm
	unread := headForm.Named("year").Read(in, &asked).Problems
	if len(unread) > 0 || asked.Year == 0 {
		asked.Year = from.Year + 1
	}
	draft, err := s.App.DraftPlan(ctx, by, string(from.ID), asked.Year)
	if err != nil {
		return page.Act{}, err
	}
	again := func(t page.Typed) error { return s.showCopy(c, from, draft, t) }
	if in.Get("do") == "shift" && len(unread) == 0 {
		return reshow(again, shiftedForm(in, draft)), nil
	}
	into := func(f planForm, p *review.Plan) {
		p.Number, p.Date, p.Year, p.Title, p.Upward = f.Number, f.Date, f.Year, f.Title, f.Upward
		p.Campaigns, p.Duties = f.Campaigns, f.Duties
		rules := p.Rules
		if f.putTargets(p); !in.Has(field.RowName("targets", 0) + ".threshold") {
			p.Rules = rules
		}
	}
	return page.ActOf(s.Kit, in, page.Edit[planForm]{
		Form: copyTable,
		Keys: planKeys,
		Base: FormOf(draft),
		Check: func(typed planForm) value.Problems {
			after := draft
			into(typed, &after)
			return app.CheckPlan(after)
		},
		Save: func(typed planForm, read func(*planForm)) (page.Done, error) {
			id, err := s.App.CopyPlan(ctx, by, string(from.ID), typed.Year, func(p *review.Plan) {
				f := FormOf(*p)
				read(&f)
				into(f, p)
			})
			return page.Done{To: page.PlanHref(id), Say: "planform.said.copied"}, err
		},
		Again: again,
	}), nil
}

// shiftedForm is what was typed with the dates of another year.
func shiftedForm(in url.Values, draft review.Plan) url.Values {
	out := copyTable.Values(FormOf(draft))
	for name, values := range in {
		if slices.Contains([]string{"number", "date", "year", "superior", "addressee"}, name) ||
			strings.HasSuffix(name, ".threshold") {
			out[name] = values
		}
	}
	return out
}
