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
	return s.showCopyPlan(c, http.StatusOK, from, p, typedWholePlan(p), nil)
}

func (s *Server) showCopyPlan(c *gin.Context, status int, from, p review.Plan, typed url.Values, problems value.Problems) error {
	calendar, err := s.app.Calendar(c.Request.Context())
	if err != nil {
		return err
	}
	say := s.text.Say
	m := planEdit{frame: s.frame(c, say("planform.copy")), Headline: say("planform.copy"), State: say("planform.copy.state", from.Number, from.Year), Back: link{say("planform.plan", from.Number), planHref(from.ID)},
		Action: plansPath + "/sao-chep", From: string(from.ID), Submit: say("planform.copy.button"), Shift: true}
	if y, err := strconv.Atoi(typed.Get("year")); err == nil && !knowsYear(calendar.Holidays, y) {
		m.Notices = append(m.Notices, say("planform.no_holidays", y))
	}
	f := field.NewSheet(s.text, typed, problems)
	x := planPartPage{form: f, plan: p, typed: typed, calendar: calendar}
	m.Fields = s.planHeadFields(f, false)
	campaigns := planRows{ID: "dot", Title: say("planform.campaigns"), Text: say("planform.copy.dates")}
	for i, k := range p.Campaigns {
		row := field.RowName("campaigns", i)
		campaigns.Rows = append(campaigns.Rows, planLineEdit{Title: k.Name, Name: row, ID: string(k.ID), Fields: []field.Cell{s.dayField(x, row+".due", say("planform.due"), row+".day"), s.dayChoice(f, row+".day"),
			f.Cell(row+".hand_in", say("planform.hand_in"), field.Short, field.Hint(say("date.hint")))}})
	}
	duties := planRows{ID: "nhiem-vu", Title: say("planform.dated_duties")}
	for i, d := range p.Duties {
		row := field.RowName("duties", i)
		if d.Monthly > 0 || d.Deadline.IsZero() {
			continue
		}
		duties.Rows = append(duties.Rows, planLineEdit{Title: d.Title, Name: row, ID: d.ID, Fields: []field.Cell{s.dayField(x, row+".deadline", say("planform.due"), row+".day"), s.dayChoice(f, row+".day")}})
	}
	targets := planRows{ID: "chi-tieu", Title: say("planform.targets")}
	for i, t := range p.Targets {
		row := field.RowName("targets", i)
		fields := []field.Cell{s.dayField(x, row+".deadline", say("planform.due"), row+".day"), s.dayChoice(f, row+".day")}
		if t.Metric != review.Issued {
			fields = append([]field.Cell{f.Cell(row+".threshold", say("planform.threshold"), field.Short, field.Hint(say("planform.threshold.hint")))}, fields...)
		}
		targets.Rows = append(targets.Rows, planLineEdit{Title: s.targetWords(p, t), Name: row, ID: t.ID, Fields: fields})
	}
	m.Lists = []planRows{campaigns, duties, targets}
	m.Summary = f.Summary()
	return s.show(c, status, "plan/edit", m)
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
func (s *Server) copyPlan(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	ctx, by := c.Request.Context(), s.person(c)
	from, _, err := s.app.PlanFor(ctx, by, in.Get("tu"))
	if err != nil {
		return err
	}
	r := newPlanReader(in)
	year := r.number("year", "plan.year", 2000, 2100)
	if year == 0 && len(r.problems) == 0 {
		r.problems.Add("year", "plan.year", 2000, 2100)
	}
	shown := year
	if len(r.problems) > 0 {
		shown = from.Year + 1
	}
	draft, err := s.app.DraftPlan(ctx, by, string(from.ID), shown)
	if err != nil {
		return err
	}
	if in.Get("do") == "shift" && len(r.problems) == 0 {
		return s.showCopyPlan(c, http.StatusOK, from, draft, shiftedForm(in, draft), nil)
	}
	typed := draft
	copied := newPlanReader(in)
	copied.copied(&typed)
	if err = copied.problems.Err(); err == nil {
		var id review.PlanID
		id, err = s.app.CopyPlan(ctx, by, string(from.ID), year, func(p *review.Plan) { newPlanReader(in).copied(p) })
		if err == nil {
			c.Redirect(http.StatusSeeOther, planHref(id)+"?da=luu")
			return nil
		}
	}
	status, problems, err := refused(err)
	if err != nil {
		return err
	}
	return s.showCopyPlan(c, status, from, draft, in, problems)
}

// shiftedForm is what was typed with the dates of another year.
func shiftedForm(in url.Values, draft review.Plan) url.Values {
	out := url.Values{}
	for name, values := range typedWholePlan(draft) {
		out[name] = values
	}
	for _, name := range []string{"number", "date", "year", "superior", "addressee"} {
		out[name] = in[name]
	}
	for name, values := range in {
		if len(name) > 10 && name[len(name)-10:] == ".threshold" {
			out[name] = values
		}
	}
	return out
}

// copied reads the form of a copy into it: the particulars that it asks for, dates and thresholds by their rows.
func (r *planReader) copied(p *review.Plan) {
	signer, funding, recipients, report := p.Signer, p.Funding, p.Upward.Recipients, p.Report
	r.head(p)
	p.Signer, p.Funding, p.Upward.Recipients, p.Report = signer, funding, recipients, report
	p.Campaigns, p.Duties, p.Targets = append([]review.CampaignPlan(nil), p.Campaigns...), append([]review.Duty(nil), p.Duties...), append([]review.Target(nil), p.Targets...)
	has := func(row, id string) bool { return r.in.Get(row+".id") == id && id != "" }
	for i := range p.Campaigns {
		r.rows["campaigns"] = append(r.rows["campaigns"], i)
		if row := field.RowName("campaigns", i); has(row, string(p.Campaigns[i].ID)) {
			k := &p.Campaigns[i]
			k.Due, k.HandIn, k.Inclusive = r.day(row+".due"), r.day(row+".hand_in"), r.in.Get(row+".day") == "itself"
		}
	}
	for i := range p.Duties {
		if row := field.RowName("duties", i); has(row, p.Duties[i].ID) {
			p.Duties[i].Deadline, p.Duties[i].Inclusive = r.day(row+".deadline"), r.in.Get(row+".day") == "itself"
		}
	}
	for i := range p.Targets {
		row := field.RowName("targets", i)
		if !has(row, p.Targets[i].ID) {
			continue
		}
		t := &p.Targets[i]
		t.Deadline, t.Inclusive = r.day(row+".deadline"), r.in.Get(row+".day") == "itself"
		if r.in.Has(row + ".threshold") {
			t.Threshold = r.percent(row + ".threshold")
			if t.Campaign == review.CampaignPublic && t.Metric == review.Reviewed {
				p.Rules.PublicReviewed = value.Opt[value.Decimal]{}
			}
		}
	}
}
