package plan

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
	return s.showCopyPlan(c, from, p, page.Shown(copyTable.Values(FormOf(p))))
}

func (s *Room) showCopyPlan(c *gin.Context, from, p review.Plan, t page.Typed) error {
	calendar, err := s.App.Calendar(c.Request.Context())
	if err != nil {
		return err
	}
	say := s.Text.Say
	m := planEdit{
		Frame:    s.Frame(c, say("planform.copy")),
		Headline: say("planform.copy"),
		State:    say("planform.copy.state", from.Number, from.Year),
		Back:     page.Link{Text: say("planform.plan", from.Number), Href: page.PlanHref(from.ID)},
		Action:   page.PlansPath + "/sao-chep",
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
		nameRows(s.Text, &laid.Lists[i], FormOf(p))
	}
	laid.List("campaigns").Text = say("planform.copy.dates")
	m.Fields, m.Lists, m.Summary = laid.Cells, laid.Lists, f.Summary()
	return s.Show(c, t.Status, "plan/edit", m)
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
			r.Title = page.Joined(": ", l.Of, w.Name("metric", string(l.Metric)))
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

// Copy saves a copy of a plan as a draft, or counts its dates anew for the year that was typed.
func (s *Room) Copy(c *gin.Context, in url.Values) (page.Act, error) {
	ctx, by := c.Request.Context(), s.Person(c)
	from, _, err := s.App.PlanFor(ctx, by, in.Get("tu"))
	if err != nil {
		return page.Act{}, err
	}
	year := planForm{}
	yearRead := headForm.Named("year").Read(in, &year)
	shownYear := year.Year
	if len(yearRead.Problems) > 0 || shownYear == 0 {
		shownYear = from.Year + 1
	}
	draft, err := s.App.DraftPlan(ctx, by, string(from.ID), shownYear)
	if err != nil {
		return page.Act{}, err
	}
	again := func(t page.Typed) error { return s.showCopyPlan(c, from, draft, t) }
	if in.Get("do") == "shift" && len(yearRead.Problems) == 0 {
		return page.Act{
			Do: func() (page.Done, error) {
				return page.Done{Show: func() error { return again(page.Shown(shiftedForm(in, draft))) }}, nil
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

// planEdit is the form for a part of a plan, or for copying one. Template: plan/edit.
type planEdit struct {
	page.Frame
	Headline string
	State    string
	Notices  []string
	Summary  field.Summary
	Both     page.BothVersions
	Back     page.Link
	Action   string
	Version  string
	From     string // the plan that is copied; empty: none is
	Fields   []field.Cell
	Lists    []field.List
	Submit   string
	Shift    bool // with the button that counts the dates anew
}
