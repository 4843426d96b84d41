package plan

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

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
	m := planShow{About: p, State: s.planStateWords(p), Version: strconv.Itoa(version)}
	m.Frame, m.Both, m.Notices = s.Frame(c, s.Text.Say("planform.plan", p.Number)), t.Both, s.notices(p)
	if m.Findings, err = s.findings(c, p); err != nil {
		return err
	}
	m.Copies = by.May(account.EditPlan)
	m.Edits = m.Copies && p.Editable() == nil
	if by.May(account.IssueReport) {
		m.Step = s.planStep(p, f)
	}
	m.Summary = f.Summary()
	m.Index = page.Index{Label: s.Text.Say("plan.index")}
	for _, x := range []struct{ text, id string }{
		{s.Text.Say("planform.duties"), "moc-thoi-han-ten"},
		{s.Text.Say("planform.targets"), "chi-tieu-ten"},
		{s.Text.Say("planform.indicators", len(p.Indicators)), "chi-tieu-cu-the-ten"},
		{s.Text.Say("planform.tasks"), "nhiem-vu-ten"},
		{s.Text.Say("planform.references"), "chung-ten"},
		{s.Text.Say("planform.grounds"), "can-cu-ten"},
		{s.Text.Say("plan.history"), "lich-su"},
	} {
		m.Index.Add(x.text, x.id)
	}
	if p.CopiedFrom != "" {
		old, _, _ := s.App.PlanFor(ctx, by, string(p.CopiedFrom))
		m.CopiedFrom = old.Number // none where it is gone, or not for these eyes
	}
	if m.calendar, err = s.App.Calendar(ctx); err != nil {
		return err
	}
	if err := s.SayGuessed(c, &m.Frame, p.Dates()...); err != nil {
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
			was, now := history[i+1].Value, r.Value
			v.Changes = append(wholeForm.Differ(s.Text, planKeys, FormOf(was), FormOf(now)),
				page.RuleTable.Differ(s.Text, page.RuleKeys, was.Rules, now.Rules)...)
		}
		m.History = append(m.History, v)
	}
	return s.Show(c, t.Status, "plan/show", m)
}

// notices are what looks odd in a plan: in its dates and words, and that its papers have no ground.
func (s *Room) notices(p review.Plan) value.Problems {
	grounds := review.GroundNotices(p, s.App.Today())
	return append(review.PlanNotices(p),
		slices.DeleteFunc(grounds, func(x value.Problem) bool { return x.Code != "ground.none" })...)
}

// findings are what of a plan no longer holds.
func (s *Room) findings(c *gin.Context, p review.Plan) ([]page.FindingGroup, error) {
	all, err := s.App.PlanFindings(c.Request.Context(), p)
	return s.Findings(c, p, all), err
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
	at, label, code := "from", "planform.from", "planform.begin"
	switch p.State() {
	case review.PlanFollowed:
		at, label, code = "on", "planform.closed", "planform.close"
	case review.PlanClosed:
		code = "planform.again"
	}
	say := s.Text.Say
	day := f.Cell(at, say(label), field.Need, field.Short, field.Hint(say("date.hint")))
	return &planStep{day, say(code), say(code + ".text"), say(code + ".button")}
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

// copyTable is what is asked on a copy of a plan for another year: its particulars, and every date, moved.
var copyTable = append(headForm.Named("number", "date", "year", "title", "superior", "addressee"),
	field.FixedRows("campaigns", func(p *planForm) *[]review.CampaignPlan { return &p.Campaigns },
		campaignRows.Named("id", "due", "day", "hand_in"), field.At("dot")),
	field.FixedRows("duties", func(p *planForm) *[]review.Duty { return &p.Duties },
		dutyRows.Named("id", "deadline", "day"), field.Label("dated_duties"), field.At("nhiem-vu")),
	field.FixedRows("targets", func(p *planForm) *[]planTarget { return &p.Lines },
		targetRows.Named("id", "threshold", "deadline", "day"), field.At("chi-tieu")),
)

// putCopied stores what copyTable asks.
func (f planForm) putCopied(p *review.Plan) {
	p.Number, p.Date, p.Year, p.Title, p.Upward = f.Number, f.Date, f.Year, f.Title, f.Upward
	p.Campaigns, p.Duties = f.Campaigns, f.Duties
	f.putTargets(p)
}

// draftOf is a plan and its copy for a year, the next where none is said.
func (s *Room) draftOf(c *gin.Context, id string, year int) (from, draft review.Plan, err error) {
	ctx, by := c.Request.Context(), s.Person(c)
	if from, _, err = s.App.PlanFor(ctx, by, id); err == nil {
		draft, err = s.App.DraftPlan(ctx, by, string(from.ID), cmp.Or(year, from.Year+1))
	}
	return from, draft, err
}

// CopyForm shows the form on which a plan is copied into the next year: its particulars, and every date moved.
func (s *Room) CopyForm(c *gin.Context) error {
	from, draft, err := s.draftOf(c, c.Query("tu"), 0)
	if err != nil {
		return err
	}
	return s.showCopy(c, from, draft, page.Shown(copyTable.Values(FormOf(draft))))
}

func (s *Room) showCopy(c *gin.Context, from, p review.Plan, t page.Typed) error {
	say := s.Text.Say
	m := planEdit{
		Headline: say("planform.copy"),
		State:    say("planform.copy.state", from.Number, from.Year),
		Back:     page.Link{Text: say("planform.plan", from.Number), Href: page.PlanHref(from.ID)},
		Action:   page.PlansPath + "/sao-chep",
		Hidden:   []page.HiddenField{{Name: "tu", Value: string(from.ID)}},
		Button:   say("planform.copy.button"),
		Shifts:   true,
	}
	var err error
	if m.Findings, err = s.findings(c, p); err != nil {
		return err
	}
	f := s.planSheet(p, t)
	laid := copyTable.Lay(f)
	if m.days, err = s.sayDays(c, &laid, p, t.Values); err != nil {
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
		if list.Name == "references" {
			continue // they say themselves what they are
		}
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
	var asked planForm
	unread := headForm.Named("year").Read(in, &asked).Problems
	from, draft, err := s.draftOf(c, in.Get("tu"), asked.Year)
	if err != nil {
		return page.Act{}, err
	}
	again := func(t page.Typed) error { return s.showCopy(c, from, draft, t) }
	if in.Get("do") == "shift" && len(unread) == 0 {
		return reshow(again, shiftedForm(in, draft)), nil
	}
	part := planPart{copyTable, func(f planForm, p *review.Plan) {
		rules := p.Rules
		if f.putCopied(p); !in.Has(field.RowName("targets", 0) + ".threshold") {
			p.Rules = rules
		}
	}}
	return s.actOf(in, part, draft, again, func(typed planForm, put func(*review.Plan)) (page.Done, error) {
		id, err := s.App.CopyPlan(c.Request.Context(), s.Person(c), string(from.ID), typed.Year, put)
		return page.Done{To: page.PlanHref(id), Say: "planform.said.copied"}, err
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

// planShow is one plan as it stands: what it says, where it is edited, what became of it. Template: plan/show.
type planShow struct {
	page.Frame
	About             review.Plan
	Upward            review.Upward // what the plan leaves open is as the commune says of itself
	Version           string
	State, CopiedFrom string // "đã kết thúc 15/7/2024", "29/KH-UBND"
	Notices           value.Problems
	Findings          []page.FindingGroup // what no longer holds
	Summary           field.Summary
	Index             page.Index
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

// Mend leads to the form in which a notice is put right, where that may be edited.
func (m planShow) Mend(notice value.Problem) page.Link { return m.Edit(page.PlanPart(notice.Field)) }

// CampaignOf is the campaign whose papers rest on a ground; "" where all do.
func (m planShow) CampaignOf(g review.Ground) string {
	if g.Campaign == "" {
		return ""
	}
	return page.CampaignName(m.About, g.Campaign)
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
