package plan

import (
	"errors"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// List shows the dates of the plan that is followed, its tasks, and all plans.
func (s *Room) List(c *gin.Context) error {
	return s.showPlans(c, "", page.Shown(nil))
}

// Note notes that a duty was done with the number and the day of its paper, or takes the note back.
func (s *Room) Note(c *gin.Context, in url.Values) (page.Act, error) {
	ctx, id := c.Request.Context(), in.Get("duty")
	dates, err := s.App.Timeline(ctx, s.PlanID(c))
	if err != nil {
		return page.Act{}, err
	}
	done := page.Done{To: "/ke-hoach#" + page.DutyPlace(id), Say: "note.said", Args: []any{s.dutyTitle(dates, id)}}
	return page.Act{
		Do: func() (page.Done, error) {
			if in.Get("undo") != "" {
				done.Say = "note.said_undone"
				return done, s.App.MarkDone(ctx, s.Person(c), in.Get("plan"), id, in.Get("number"), value.Date{})
			}
			day, problems := page.TypedDate(in, "day")
			if day.IsZero() && len(problems) == 0 {
				problems.Add("day", "on.missing")
			}
			if len(problems) > 0 {
				return done, problems
			}
			return done, s.App.MarkDone(ctx, s.Person(c), in.Get("plan"), id, in.Get("number"), day)
		},
		Again: func(t page.Typed) error { return s.showPlans(c, id, t) },
	}, nil
}

// dutyTitle is what a duty is called: one of every month with its month.
func (s *Room) dutyTitle(dates app.Dates, id string) string {
	i := slices.IndexFunc(dates.Dues, func(d review.Due) bool { return d.ID == id })
	switch {
	case i < 0:
		return ""
	case dates.Dues[i].Kind == review.MonthDue:
		return page.Joined(", ", dates.Dues[i].Title, s.monthWords(dates.Dues[i]))
	}
	return dates.Dues[i].Title
}

func (s *Room) monthWords(d review.Due) string {
	return s.Text.Say("due.month", int(d.Deadline.Month), d.Deadline.Year)
}

// showPlans shows the page; refused is the duty whose note was typed and not taken.
func (s *Room) showPlans(c *gin.Context, refused string, t page.Typed) error {
	ctx := c.Request.Context()
	dates, err := s.App.Timeline(ctx, s.PlanID(c))
	if errors.Is(err, value.ErrNotFound) {
		none := planList{Frame: s.Frame(c, s.Text.Say("page.plan")), State: s.Text.Say("plan.none")}
		return s.Show(c, t.Status, "plan/list", none)
	}
	if err != nil {
		return err
	}
	all, err := s.App.PlansFor(ctx, s.Person(c))
	if err != nil {
		return err
	}
	plan := dates.Plan
	m := planList{
		Frame: s.Frame(c, s.Text.Say("page.plan")),
		State: s.Text.Say("plan.state", plan.Number, viet.ShortDate(plan.Date)),
		Whole: page.PlanHref(plan.ID),
	}
	if s.Person(c).May(account.EditPlan) {
		m.Copy = page.PlansPath + "/sao-chep?tu=" + url.QueryEscape(string(plan.ID))
	}
	p := planPage{s: s, dates: dates, note: s.Person(c).May(account.EditPlan), refused: refused, typed: t}
	m.Dates, m.Summary = p.lines()
	for _, t := range plan.Tasks {
		m.Tasks = append(m.Tasks, planTask{Text: t.Text, Source: s.PlanPlace(plan, t.Source), Owner: t.Owner})
	}
	for _, x := range all {
		m.Plans = append(m.Plans, planRow{
			Href:    page.PlanHref(x.ID),
			Number:  x.Number,
			Date:    viet.ShortDate(x.Date),
			Title:   x.Title,
			State:   page.Badge{Text: s.Text.Name("plan_state", string(x.State())), Tone: planTones[x.State()]},
			Current: x.ID == plan.ID,
		})
	}
	return s.Show(c, t.Status, "plan/list", m)
}

var planTones = map[review.PlanState]string{review.PlanDraft: "warn", review.PlanFollowed: "met"}

// planPage makes the lines of the page.
type planPage struct {
	s       *Room
	dates   app.Dates
	note    bool // whoever asks may note what was done
	refused string
	typed   page.Typed // into the note of that duty
	summary field.Summary
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
		out = append(out, planDate{
			Date:    p.s.Text.Say("due.monthly", d.Deadline.Day),
			Title:   line.Title,
			Source:  line.Source,
			Owner:   line.Owner,
			Href:    line.Href,
			Next:    isNext(d),
			Heading: true,
		})
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
	line.Title = p.s.monthWords(d)
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
	say := p.s.Text.Say
	line.Folded = say("due.months", len(line.Months), len(line.Months)-open)
	switch {
	case next.ID == "":
		line.State = page.Verdict{Sign: "✓", Text: say("due.all_noted"), Tone: "met"}
	default:
		line.Left = say("due.next", viet.ShortDate(next.LastDay), next.Left)
		if next.Left == 0 {
			line.Left = say("due.next_today", viet.ShortDate(next.LastDay))
		}
		line.State = page.Verdict{Text: say("due.open")}
	}
	if late > 0 {
		line.State = page.Verdict{Sign: "✗", Text: say("due.months_late", late), Tone: "warn"}
	}
}

// line is one date of the plan with its last working day, how it stands, and where it is done.
func (p *planPage) line(d review.Due) planDate {
	s := p.s
	out := planDate{
		ID:     page.DutyPlace(d.ID),
		Date:   viet.ShortDate(d.LastDay),
		Title:  d.Title,
		Source: s.PlanPlace(p.dates.Plan, d.Source),
		Owner:  d.Owner,
		Href:   dutyHref(p.dates.Plan, d),
	}
	if d.Kind == review.HandInDue {
		out.Title = s.Text.Say("due.hand_in", d.Title)
	}
	switch {
	case d.Deadline.IsZero():
		out.Date, out.State = s.Text.Say("due.undated"), page.Verdict{Text: s.Text.Say("due.open")}
	case !d.IsOpen() && d.Late:
		out.State = page.Verdict{Sign: "✗", Text: s.Text.Say("due.done_late", viet.ShortDate(d.Done)), Tone: "warn"}
	case !d.IsOpen():
		out.State = page.Verdict{Sign: "✓", Text: s.Text.Say("due.done", viet.ShortDate(d.Done)), Tone: "met"}
	case d.Late:
		out.State = page.Verdict{Sign: "✗", Text: s.Text.Say("due.late"), Tone: "bad"}
	case d.Left == 0:
		out.Left, out.State = s.Text.Say("due.today"), page.Verdict{Text: s.Text.Say("due.open")}
	default:
		out.Left, out.State = s.Text.Say("due.left", d.Left), page.Verdict{Text: s.Text.Say("due.open")}
	}
	if n := len(d.Targets); n > 1 || n == 1 && !app.CanMarkDone(p.dates.Plan, d) {
		out.Text = s.Text.Say("due.targets_met", review.MetOf(d.Targets, p.dates.Targets), n)
	}
	if p.note && app.CanMarkDone(p.dates.Plan, d) {
		out.Note = p.noteForm(d)
	}
	return out
}

// noteForm is the form below a duty that a person notes as done.
func (p *planPage) noteForm(d review.Due) *planNote {
	say := p.s.Text.Say
	n := &planNote{ID: d.ID, Plan: string(p.dates.Plan.ID), Done: !d.IsOpen(), Open: d.ID == p.refused}
	f := field.NewSheet(p.s.Text, nil, nil)
	if n.Open {
		f = field.NewSheet(p.s.Text, p.typed.Values, p.typed.Problems)
	}
	n.Number = f.Cell("number", say("note.number"), field.Short, field.Hint(say("note.number.hint")))
	n.Day = f.Cell("day", say("note.day"), field.Short, field.Hint(say("note.day.hint")))
	if n.Open {
		p.summary = f.Summary()
		return n
	}
	place := "-" + page.DutyPlace(d.ID)
	n.Number.ID, n.Number.Name, n.Day.ID, n.Day.Name = "number"+place, "number", "day"+place, "day"
	return n
}

// dutyHref is the page on which a duty is done: the board of its campaign where targets wait for it, the reports
// where it is one.
func dutyHref(p review.Plan, d review.Due) string {
	switch {
	case d.Kind == review.MonthDue:
		return page.MonthPath
	case d.Page != "":
		return dutyPages[d.Page]
	case d.Campaign == "":
		return ""
	case d.Kind == review.HandInDue || len(d.Targets) > 1:
		return page.CampaignHref(p.ID, d.Campaign)
	case len(d.Targets) == 1 && asksForIssue(p, d.Targets[0]):
		return page.AdditionsPath
	case len(d.Targets) == 1:
		return "/chi-tieu#" + d.Targets[0]
	}
	return "/bao-cao?dot=" + string(d.Campaign)
}

// dutyPages are the addresses of the pages on which duties are done.
var dutyPages = map[review.DutyPage]string{
	review.PageIndicators: page.IndicatorsPath,
	review.PageServices:   page.ServicesPath,
	review.PageFeedback:   page.FeedbackPath,
	review.PageYear:       page.YearPath,
}

// asksForIssue reports whether a target is met by issuing a text.
func asksForIssue(p review.Plan, target string) bool {
	return slices.ContainsFunc(p.Targets, func(t review.Target) bool {
		return t.ID == target && t.Metric == review.Issued
	})
}

// planList is the plans and the dates of the one that is followed. Template: plan/list.
type planList struct {
	page.Frame
	State   string
	Whole   string // address of the plan with all that it says
	Copy    string // of the form that copies it; empty: may not
	Summary field.Summary
	Plans   []planRow
	Dates   []planDate
	Tasks   []planTask
}

type planRow struct {
	Href    string
	Number  string // "29/KH-UBND"
	Date    string
	Title   string
	State   page.Badge
	Current bool
}

// planDate is one duty on the line of dates. A monthly duty is one line with its months folded below it.
type planDate struct {
	ID      string // "d1": place in the page
	Date    string // "09/8/2024"; "ngày 15 hằng tháng"
	Left    string // "còn 12 ngày làm việc"; beside the date only
	Title   string
	Source  string
	Owner   string
	State   page.Verdict
	Text    string // "đạt 2/3 chỉ tiêu"; may be empty
	Href    string // where it is done
	Next    bool   // the next one
	Note    *planNote
	Months  []planDate
	Folded  string // "9 kỳ, 2 kỳ chưa ghi nhận"
	Opened  bool   // the months are shown: a form among them was refused
	Heading bool   // stands for its months
}

// planNote is the form with which a person notes that a duty was done, or takes that note back.
type planNote struct {
	ID     string // of the duty: "D4/2024-07"
	Plan   string
	Number field.Cell
	Day    field.Cell
	Done   bool // it is noted: it can be taken back
	Open   bool // the form was refused and stands open
}

type planTask struct {
	Text   string
	Source string
	Owner  string
	Href   string
}
