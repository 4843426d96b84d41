package plan

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// The parts of a plan that are edited together, as addresses name them.
const (
	partHead       = "chung"
	partDuties     = "moc-thoi-han"
	partTargets    = "chi-tieu"
	partTasks      = "nhiem-vu"
	partIndicators = "chi-tieu-cu-the"
)

// View shows a plan as it stands.
func (s *Room) View(c *gin.Context) error {
	return s.showPlan(c, page.Shown(nil))
}

func (s *Room) showPlan(c *gin.Context, t page.Typed) error {
	by := s.Person(c)
	p, version, err := s.App.PlanFor(c.Request.Context(), by, c.Param("plan"))
	if err != nil {
		return err
	}
	calendar, err := s.App.Calendar(c.Request.Context())
	if err != nil {
		return err
	}
	say := s.Text.Say
	m := planShow{
		Frame:    s.Frame(c, say("planform.plan", p.Number)),
		Headline: say("planform.plan", p.Number),
		Title:    p.Title,
		Both:     t.Both,
		Version:  strconv.Itoa(version),
		ID:       string(p.ID),
		Base:     page.PlanHref(p.ID),
	}
	m.State = page.Joined(
		" · ",
		say("planform.of_year", p.Year),
		say("planform.dated", viet.ShortDate(p.Date)),
		s.planStateWords(p),
		s.copiedFrom(c, p),
	)
	for _, n := range review.PlanNotices(p) {
		m.Notices = append(m.Notices, s.Sentence(n))
	}
	mayEdit := by.May(account.EditPlan) && p.Editable() == nil
	if by.May(account.EditPlan) {
		m.Copy = page.PlansPath + "/sao-chep?tu=" + url.QueryEscape(string(p.ID))
	}
	if m.Facts, err = s.planFacts(c, p); err != nil {
		return err
	}
	m.Parts = s.planParts(p, calendar)
	m.Editable = mayEdit
	for i := range m.Parts {
		if mayEdit {
			m.Parts[i].Edit = page.PlanHref(p.ID) + "/sua/" + m.Parts[i].ID
		}
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m.Step = s.planStep(by.May(account.IssueReport), p, f)
	m.Summary = f.Summary()
	if m.History, err = s.planPast(c, p.ID); err != nil {
		return err
	}
	return s.Show(c, t.Status, "plan/show", m)
}

// planStateWords says where a plan stands, and since when.
func (s *Room) planStateWords(p review.Plan) string {
	switch p.State() {
	case review.PlanDraft:
		return s.Text.Name("plan_state", "draft")
	case review.PlanFollowed:
		return s.Text.Say("planform.followed_from", viet.ShortDate(p.Begins()))
	}
	if p.Closed.IsZero() {
		return s.Text.Name("plan_state", "closed")
	}
	return s.Text.Say("planform.closed_on", viet.ShortDate(p.Closed))
}

func (s *Room) copiedFrom(c *gin.Context, p review.Plan) string {
	if p.CopiedFrom == "" {
		return ""
	}
	old, _, err := s.App.PlanFor(c.Request.Context(), s.Person(c), string(p.CopiedFrom))
	if err != nil {
		return "" // gone, or not for these eyes
	}
	return s.Text.Say("planform.copied_from", old.Number)
}

// planFacts are the particulars; what the plan leaves open is as the commune says of itself.
func (s *Room) planFacts(c *gin.Context, p review.Plan) ([]planFact, error) {
	upward, err := s.App.PlanUpward(c.Request.Context(), p)
	if err != nil {
		return nil, err
	}
	own := func(text, of string) string {
		if text == "" && of != "" {
			return s.Text.Say("planform.as_commune", of)
		}
		return text
	}
	period := s.Text.Say("planform.period", cmp.Or(p.Report.FirstDay, review.FirstDay), p.DueDay())
	if p.DueDay() == 0 {
		period = s.Text.Say("planform.period_open", cmp.Or(p.Report.FirstDay, review.FirstDay))
	}
	var out []planFact
	for _, x := range []planFact{
		{"superior", own(p.Upward.Superior, upward.Superior)},
		{"addressee", own(p.Upward.Addressee, upward.Addressee)},
		{"recipients", strings.Join(p.Upward.Recipients, "; ")},
		{"signer", p.Signer},
		{"funding", p.Funding},
		{"period_name", period},
	} {
		if x.Text != "" {
			out = append(out, planFact{s.Text.Say("planform." + x.Name), x.Text})
		}
	}
	return out, nil
}

// add adds a row of texts, each under its head.
func (p *planTable) add(texts ...string) {
	row := make([]planCell, len(texts))
	for i, text := range texts {
		row[i].Text = text
		if i > 0 {
			row[i].Label = p.Head[i]
		}
	}
	p.Rows = append(p.Rows, row)
}

// planParts are the parts of a plan as tables.
func (s *Room) planParts(p review.Plan, calendar viet.Calendar) []planTable {
	say := s.Text.Say
	head := func(names ...string) (out []string) {
		for _, n := range names {
			out = append(out, say("planform."+n))
		}
		return out
	}
	duties := planTable{
		ID:    partDuties,
		Title: say("planform.duties"),
		Head:  head("duty", "due", "last_day", "owner", "to"),
		None:  say("planform.none"),
	}
	for _, x := range p.Campaigns {
		duties.add(
			x.Name,
			s.DeadlineWords(x.Due, x.Inclusive),
			s.lastDay(calendar, x.Due, x.Inclusive || p.Rules.DayItselfOnTime),
			s.handInWords(x),
			x.To,
		)
	}
	for _, d := range p.Duties {
		duties.add(
			d.Title,
			s.dutyWords(d),
			s.lastDay(calendar, d.Deadline, d.Inclusive || p.Rules.DayItselfOnTime),
			page.Joined("; ", d.Owner, d.Funding),
			d.To,
		)
	}
	targets := planTable{
		ID:    partTargets,
		Title: say("planform.targets"),
		Head:  head("target", "threshold", "due", "last_day", "source"),
		None:  say("planform.none"),
	}
	for _, t := range p.Targets {
		targets.add(
			s.targetWords(p, t),
			viet.Comma(p.Threshold(t).String())+"%",
			s.DeadlineWords(t.Deadline, t.Inclusive),
			s.lastDay(calendar, t.Deadline, t.Inclusive || p.Rules.DayItselfOnTime),
			t.Source,
		)
	}
	tasks := planTable{
		ID:    partTasks,
		Title: say("planform.tasks"),
		Head:  head("task", "owner", "source"),
		None:  say("planform.none"),
	}
	for _, t := range p.Tasks {
		tasks.add(t.Text, t.Owner, t.Source)
	}
	indicators := planTable{
		ID:    partIndicators,
		Title: say("planform.indicators", len(p.Indicators)),
		Head:  head("number", "indicator", "target", "lead", "support"),
		None:  say("planform.none"),
	}
	for _, ind := range p.Indicators {
		indicators.add(
			page.Joined(", ", ind.Group, ind.Number),
			ind.Name,
			withUnit(cmp.Or(ind.TargetText, viet.Comma(ind.Target.String())), ind.Unit),
			ind.Lead,
			ind.Support,
		)
	}
	references := planTable{
		ID:    partHead,
		Title: say("planform.references"),
		Head:  head("reference_number", "reference_date", "reference_issuer", "title"),
		None:  say("planform.none"),
	}
	for _, r := range p.References {
		references.add(r.Number, viet.ShortDate(r.Date), r.Issuer, r.Title)
	}
	return []planTable{duties, targets, indicators, tasks, references}
}

// withUnit writes a number before its unit: "80%", "5 ngày".
func withUnit(text, unit string) string {
	if unit == "%" {
		return text + unit
	}
	return page.Joined(" ", text, unit)
}

func (s *Room) handInWords(c review.CampaignPlan) string {
	if c.HandIn.IsZero() {
		return ""
	}
	return s.Text.Say("planform.hand_in_by", viet.ShortDate(c.HandIn))
}

// lastDay is the last working day on which a deadline is met.
func (s *Room) lastDay(calendar viet.Calendar, d value.Date, inclusive bool) string {
	return viet.ShortDate(calendar.LastDay(d, inclusive))
}

// planStep is what may be done with a plan as a whole.
func (s *Room) planStep(may bool, p review.Plan, f *field.Sheet) planStep {
	if !may {
		return planStep{}
	}
	say := s.Text.Say
	if p.State() == review.PlanFollowed {
		return planStep{
			Title:  say("planform.close"),
			Text:   say("planform.close.text"),
			Do:     "ket-thuc",
			Button: say("planform.close.button"),
			Field:  f.Cell("on", say("planform.closed"), field.Need, field.Short, field.Hint(say("date.hint"))),
		}
	}
	out := planStep{
		Title:  say("planform.begin"),
		Text:   say("planform.begin.text"),
		Do:     "hieu-luc",
		Button: say("planform.begin.button"),
		Field:  f.Cell("from", say("planform.from"), field.Need, field.Short, field.Hint(say("date.hint"))),
	}
	if p.State() == review.PlanClosed {
		out.Title, out.Text, out.Button = say("planform.again"), say("planform.again.text"), say(
			"planform.again.button",
		)
	}
	return out
}

// Step puts a plan in force or ends it.
func (s *Room) Step(c *gin.Context, in url.Values) (page.Act, error) {
	ctx, by, id := c.Request.Context(), s.Person(c), review.PlanID(c.Param("plan"))
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
			return page.Done{To: page.PlanHref(id), Say: "planform.said." + at}, step(
				ctx,
				by,
				id,
				page.Version(in),
				day,
			)
		},
		Again: func(t page.Typed) error { return s.showPlan(c, t) },
	}, nil
}

// planPast is how a plan was changed, newest first: who, when, from what to what.
func (s *Room) planPast(c *gin.Context, id review.PlanID) ([]planVersion, error) {
	history, err := s.App.PlanHistory(c.Request.Context(), s.Person(c), id)
	if err != nil {
		return nil, err
	}
	names := s.Names(c)
	var out []planVersion
	for i, r := range history {
		v := planVersion{Text: s.Text.Say("planform.version", r.Number, page.Moment(r.At), names(r.Author))}
		if i+1 < len(history) {
			for _, row := range s.planDiffers(history[i+1].Value, r.Value) {
				v.Changes = append(v.Changes, s.changeWords(row))
			}
		}
		v.Count = s.Text.Say("planform.changes", len(v.Changes))
		out = append(out, v)
	}
	return out, nil
}

func (s *Room) changeWords(row field.Difference) string {
	code := "planform.changed"
	switch {
	case row.Saved == "":
		code = "planform.added"
	case row.Typed == "":
		code = "planform.removed"
	}
	return s.Text.Say(code, row.Label, row.Saved, row.Typed)
}

// indicatorAt is where an indicator stands in its plan.
func indicatorAt(p review.Plan, id string) int {
	return slices.IndexFunc(p.Indicators, func(x review.Indicator) bool { return x.ID == id })
}

func (s *Room) dutyWords(d review.Duty) string {
	if d.Monthly > 0 {
		return s.Text.Say("due.monthly", d.Monthly)
	}
	return s.DeadlineWords(d.Deadline, d.Inclusive)
}

func (s *Room) targetWords(p review.Plan, t review.Target) string {
	return page.Joined(": ", page.CampaignName(p, t.Campaign), s.Text.Name("metric", string(t.Metric)))
}

// planShow is one plan as it stands: what it says, where it is edited, what became of it. Template: plan/show.
type planShow struct {
	page.Frame
	Headline string // "Kế hoạch 31/KH-UBND"
	Title    string
	State    string   // "Năm 2025 · ban hành 10/02/2025 · dự thảo, chép từ 29/KH-UBND"
	Notices  []string // what looks odd
	Summary  field.Summary
	Both     page.BothVersions
	Facts    []planFact
	Parts    []planTable
	Version  string
	ID       string // of the plan
	Base     string // address of the plan, without a slash at its end
	Step     planStep
	Copy     string // address; empty: may not
	Editable bool
	History  []planVersion
}

type planFact struct{ Name, Text string }

// planTable is one part of the plan as a table.
type planTable struct {
	ID    string
	Title string
	Edit  string // address; empty: may not
	Head  []string
	Rows  [][]planCell
	None  string
}

// planCell is a cell; on a phone it stands behind its label, the first of a row without one.
type planCell struct{ Label, Text string }

// planStep is what may be done with the plan as a whole: put it in force, end it.
type planStep struct {
	Title  string
	Text   string
	Field  field.Cell
	Do     string
	Button string // empty: nothing
}

// planVersion is one save of the plan.
type planVersion struct {
	Text    string // "Bản 3, 15/7/2024 08:05, Lê Thị Lan"
	Count   string // "2 thay đổi"
	Changes []string
}
