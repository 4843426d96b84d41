package web

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// plans shows the dates of the plan that is followed, its tasks, and all plans.
func (s *Server) plans(c *gin.Context) error {
	return s.showPlans(c, http.StatusOK, "", url.Values{}, nil)
}

// notePlan notes that a duty was done with the number and the day of its paper, or takes the note back.
func (s *Server) notePlan(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	id := in.Get("duty")
	var day value.Date
	var problems value.Problems
	if in.Get("undo") == "" {
		day, problems = typedDate(in, "day")
		if day.IsZero() && len(problems) == 0 {
			problems.Add("day", "on.missing")
		}
	}
	if len(problems) == 0 {
		err = s.app.MarkDone(c.Request.Context(), s.person(c), in.Get("plan"), id, in.Get("number"), day)
	}
	if errors.As(err, &problems) || len(problems) > 0 {
		return s.showPlans(c, http.StatusUnprocessableEntity, id, in, problems)
	}
	if err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, "/ke-hoach#"+dutyPlace(id))
	return nil
}

// typedDate reads a day as people write it; a field that is empty is no day and no problem.
func typedDate(in url.Values, name string) (value.Date, value.Problems) {
	text := strings.TrimSpace(in.Get(name))
	if text == "" {
		return value.Date{}, nil
	}
	d, err := viet.ParseDate(text)
	if err != nil {
		return value.Date{}, value.Problems{{Field: name, Code: "date.typed", Args: []any{text}}}
	}
	return d, nil
}

// showPlans shows the page; refused is the duty whose note was refused, with what was typed and what is wrong.
func (s *Server) showPlans(c *gin.Context, status int, refused string, typed url.Values, problems value.Problems) error {
	ctx := c.Request.Context()
	dates, err := s.app.Timeline(ctx, s.planID(c))
	if errors.Is(err, value.ErrNotFound) {
		return s.show(c, status, "plan/list", planList{frame: s.frame(c, s.text.Say("page.plan")), State: s.text.Say("plan.none")})
	}
	if err != nil {
		return err
	}
	all, err := s.app.PlansFor(ctx, s.person(c))
	if err != nil {
		return err
	}
	plan := dates.Plan
	m := planList{frame: s.frame(c, s.text.Say("page.plan")), State: s.text.Say("plan.state", plan.Number, viet.ShortDate(plan.Date))}
	m.Whole = planHref(plan.ID)
	if s.person(c).May(account.EditPlan) {
		m.Copy = plansPath + "/sao-chep?tu=" + url.QueryEscape(string(plan.ID))
	}
	p := planPage{s: s, dates: dates, note: s.person(c).May(account.EditPlan), refused: refused, typed: typed, problems: problems}
	m.Dates, m.Summary = p.lines()
	for _, t := range plan.Tasks {
		m.Tasks = append(m.Tasks, planTask{Text: t.Text, Source: s.planPlace(plan, t.Source), Owner: t.Owner})
	}
	for _, x := range all {
		m.Plans = append(m.Plans, planRow{Href: planHref(x.ID), Number: x.Number, Date: viet.ShortDate(x.Date), Title: x.Title, Current: x.ID == plan.ID,
			State: badge{Text: s.text.Name("plan_state", string(x.State())), Tone: planTones[x.State()]}})
	}
	return s.show(c, status, "plan/list", m)
}

var planTones = map[review.PlanState]string{review.PlanDraft: "warn", review.PlanFollowed: "met"}

// planPlace is where in a plan something stands: "Kế hoạch 29/KH-UBND, mục III.1(b)".
func (s *Server) planPlace(p review.Plan, place string) string {
	if place == "" {
		return ""
	}
	return s.text.Say("plan.place", p.Number, place)
}

// planPage makes the lines of the page.
type planPage struct {
	s        *Server
	dates    app.Dates
	note     bool // whoever asks may note what was done
	refused  string
	typed    url.Values
	problems value.Problems
	summary  field.Summary
}

func (p *planPage) lines() ([]planDate, field.Summary) {
	var out []planDate
	months := map[string][]planDate{}
	shown := map[string]bool{}
	next := false
	isNext := func(d review.Due) bool {
		first := !next && d.IsOpen() && !d.Late && !d.Deadline.IsZero()
		next = next || first
		return first
	}
	for i, d := range p.dates.Dues {
		line := p.line(d)
		if d.Kind != review.MonthDue {
			line.Next = isNext(d)
			out = append(out, line)
			continue
		}
		months[d.Title] = append(months[d.Title], p.month(line, d))
		if shown[d.Title] || !d.IsOpen() && p.monthsAfter(i) {
			continue
		}
		shown[d.Title] = true
		out = append(out, planDate{Date: p.s.text.Say("due.monthly", d.Deadline.Day), Title: line.Title, Source: line.Source,
			Owner: line.Owner, Href: line.Href, Heading: true, Next: isNext(d)})
	}
	for i := range out {
		if out[i].Heading {
			p.fold(&out[i], months[out[i].Title])
		}
	}
	return out, p.summary
}

// monthsAfter reports whether a later month of the same duty follows: the line of the duty stands where its first
// open month does, or with its last.
func (p *planPage) monthsAfter(i int) bool {
	for _, d := range p.dates.Dues[i+1:] {
		if d.Kind == review.MonthDue && d.Title == p.dates.Dues[i].Title {
			return true
		}
	}
	return false
}

// month is one month's line below its duty.
func (p *planPage) month(line planDate, d review.Due) planDate {
	line.Title = p.s.text.Say("due.month", int(d.Deadline.Month), d.Deadline.Year)
	line.Source, line.Owner, line.Href = "", "", ""
	return line
}

// fold says in one line how a monthly duty stands: how many past months nobody noted, and when the next is due.
func (p *planPage) fold(line *planDate, months []planDate) {
	line.ID, line.Months = months[0].ID+"-ca-nam", months
	late, open := 0, 0
	var next review.Due
	for _, d := range p.dates.Dues {
		if d.Kind != review.MonthDue || d.Title != line.Title || !d.IsOpen() {
			continue
		}
		open++
		line.Opened = line.Opened || d.ID == p.refused
		if d.Late {
			late++
		} else if next.ID == "" {
			next = d
		}
	}
	say := p.s.text.Say
	line.Folded = say("due.months", len(line.Months), len(line.Months)-open)
	switch {
	case next.ID == "":
		line.State = verdict{Sign: "✓", Text: say("due.all_noted"), Tone: "met"}
	default:
		line.Left = say("due.next", viet.ShortDate(next.LastDay), next.Left)
		if next.Left == 0 {
			line.Left = say("due.next_today", viet.ShortDate(next.LastDay))
		}
		line.State = verdict{Text: say("due.open")}
	}
	if late > 0 {
		line.State = verdict{Sign: "✗", Text: say("due.months_late", late), Tone: "warn"}
	}
}

// line is one date of the plan with its last working day, how it stands, and where it is done.
func (p *planPage) line(d review.Due) planDate {
	s := p.s
	out := planDate{ID: dutyPlace(d.ID), Date: viet.ShortDate(d.LastDay), Title: d.Title, Source: s.planPlace(p.dates.Plan, d.Source), Owner: d.Owner,
		Href: dutyHref(p.dates.Plan, d)}
	if d.Kind == review.HandInDue {
		out.Title = s.text.Say("due.hand_in", d.Title)
	}
	switch {
	case d.Deadline.IsZero():
		out.Date, out.State = s.text.Say("due.undated"), verdict{Text: s.text.Say("due.open")}
	case !d.IsOpen() && d.Late:
		out.State = verdict{Sign: "✗", Text: s.text.Say("due.done_late", viet.ShortDate(d.Done)), Tone: "warn"}
	case !d.IsOpen():
		out.State = verdict{Sign: "✓", Text: s.text.Say("due.done", viet.ShortDate(d.Done)), Tone: "met"}
	case d.Late:
		out.State = verdict{Sign: "✗", Text: s.text.Say("due.late"), Tone: "bad"}
	case d.Left == 0:
		out.Left, out.State = s.text.Say("due.today"), verdict{Text: s.text.Say("due.open")}
	default:
		out.Left, out.State = s.text.Say("due.left", d.Left), verdict{Text: s.text.Say("due.open")}
	}
	if n := len(d.Targets); n > 1 || n == 1 && !app.CanMarkDone(p.dates.Plan, d) {
		out.Text = s.text.Say("due.targets_met", review.MetOf(d.Targets, p.dates.Targets), n)
	}
	if p.note && app.CanMarkDone(p.dates.Plan, d) {
		out.Note = p.noteForm(d)
	}
	return out
}

// noteForm is the form below a duty that a person notes as done.
func (p *planPage) noteForm(d review.Due) *planNote {
	n := &planNote{ID: d.ID, Plan: string(p.dates.Plan.ID), Done: !d.IsOpen(), Open: d.ID == p.refused}
	typed, problems := url.Values{}, value.Problems(nil)
	if n.Open {
		typed, problems = p.typed, p.problems
	}
	f := field.NewSheet(p.s.text, typed, problems)
	n.Number = f.Cell("number", p.s.text.Say("note.number"), field.Short, field.Hint(p.s.text.Say("note.number.hint")))
	n.Day = f.Cell("day", p.s.text.Say("note.day"), field.Short, field.Hint(p.s.text.Say("note.day.hint")))
	if n.Open {
		p.summary = f.Summary()
		return n
	}
	place := "-" + dutyPlace(d.ID)
	n.Number.ID, n.Number.Name, n.Day.ID, n.Day.Name = "number"+place, "number", "day"+place, "day"
	return n
}

// dutyPlace is a duty's place in the page.
func dutyPlace(id string) string { return "moc-" + strings.ReplaceAll(id, "/", "-") }

// dutyHref is the page on which a duty is done: the board of its campaign where targets wait for it, the reports
// where it is one.
func dutyHref(p review.Plan, d review.Due) string {
	switch {
	case d.Kind == review.MonthDue:
		return monthPath
	case d.Page != "":
		return dutyPages[d.Page]
	case d.Campaign == "":
		return ""
	case d.Kind == review.HandInDue || len(d.Targets) > 1:
		return campaignHref(p.ID, d.Campaign)
	case len(d.Targets) == 1 && asksForIssue(p, d.Targets[0]):
		return additionsPath
	case len(d.Targets) == 1:
		return "/chi-tieu#" + d.Targets[0]
	}
	return "/bao-cao?dot=" + string(d.Campaign)
}

// dutyPages are the addresses of the pages on which duties are done.
var dutyPages = map[review.DutyPage]string{review.PageIndicators: indicatorsPath, review.PageServices: servicesPath, review.PageFeedback: feedbackPath, review.PageYear: yearPath}

// asksForIssue reports whether a target is met by issuing a text.
func asksForIssue(p review.Plan, target string) bool {
	return slices.ContainsFunc(p.Targets, func(t review.Target) bool { return t.ID == target && t.Metric == review.Issued })
}

// campaignHref is the board of a campaign.
func campaignHref(p review.PlanID, c review.CampaignID) string {
	return "/ra-soat/" + url.PathEscape(string(p)) + "/" + url.PathEscape(string(c))
}
