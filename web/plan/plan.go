// Package plan is the room of the plans: which there are, what stands in one, its parts and their forms.
package plan

import (
	"embed"
	"errors"
	"net/http"
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

// Templates are the pages of this room, and the parts that it alone uses.
//
//go:embed *.gohtml
var Templates embed.FS

// Room is the handlers of these pages.
type Room struct{ *page.Kit }

// New opens the room.
func New(kit *page.Kit) *Room { return &Room{Kit: kit} }

// Pages about a plan show the one that the address or the form names, else the one that whoever asks chose for this
// session, else the plan that is followed. What a page shows stands above it on every page.

// Choose has the pages of a session show a plan; none is the plan that is followed.
func (s *Room) Choose(c *gin.Context) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	ctx, id := c.Request.Context(), in.Get("plan")
	if id == "" {
		s.Sessions.Remove(ctx, page.SessionPlan)
	} else {
		p, _, err := s.App.PlanFor(ctx, s.Person(c), id)
		if err != nil {
			return err
		}
		s.Sessions.Put(ctx, page.SessionPlan, string(p.ID))
	}
	c.Redirect(http.StatusSeeOther, page.OwnPath(in.Get("back")))
	return nil
}

// List shows the dates of the plan that is followed, its tasks, and all plans.
func (s *Room) List(c *gin.Context) error { return s.showPlans(c, "", page.Shown(nil)) }

// Note notes that a duty was done with the number and the day of its paper, or takes the note back.
func (s *Room) Note(c *gin.Context, in url.Values) (page.Act, error) {
	ctx, id := c.Request.Context(), in.Get("duty")
	dates, err := s.App.Timeline(ctx, s.PlanID(c))
	if err != nil {
		return page.Act{}, err
	}
	to := page.PlansPath + page.OfPlan(c) + "#" + page.DutyPlace(id)
	done := page.Done{To: to, Say: "note.said", Args: []any{s.dutyTitle(dates, id)}}
	return page.Act{
		Do: func() (page.Done, error) {
			day, problems := page.TypedDate(in, "day")
			switch {
			case len(problems) > 0:
				return done, problems
			case in.Get("undo") != "":
				done.Say, day = "note.said_undone", value.Date{}
			case day.IsZero():
				return done, value.Problems{{Field: "day", Code: "on.missing"}}
			}
			return done, s.App.MarkDone(ctx, s.Person(c), in.Get("plan"), id, in.Get("number"), day)
		},
		Again: func(t page.Typed) error { return s.showPlans(c, id, t) },
	}, nil
}

// dutyTitle is what a duty is called: one of every month with its month.
func (s *Room) dutyTitle(dates app.Dates, id string) string {
	for _, d := range dates.Dues {
		switch {
		case d.ID != id:
		case d.Kind == review.MonthDue:
			return d.Title + ", " + s.Text.Say("due.month", int(d.Deadline.Month), d.Deadline.Year)
		default:
			return d.Title
		}
	}
	return ""
}

// showPlans shows the page; refused is the duty whose note was typed and not taken.
func (s *Room) showPlans(c *gin.Context, refused string, t page.Typed) error {
	ctx, by := c.Request.Context(), s.Person(c)
	m := planList{Frame: s.Frame(c, s.Text.Say("page.plan"))}
	dates, err := s.App.Timeline(ctx, s.PlanID(c))
	if errors.Is(err, app.ErrNoPlan) {
		m.Begins = by.May(account.BeginPlan)
		return s.Show(c, t.Status, "plan/list", m)
	}
	if err != nil {
		return err
	}
	plans, err := s.App.PlansFor(ctx, by)
	if err != nil {
		return err
	}
	list := s.plansList()
	if page.WantsSheet(c) {
		return list.GiveSheet(s.Kit, c, s.Text.Say("plan.all"), plans)
	}
	m.List, m.Plans = list.Lay(s.Text, c.Request.URL, plans)
	m.All = len(plans)
	m.About, m.Copies = dates.Plan, by.May(account.EditPlan)
	p := planPage{Room: s, Dates: dates, refused: refused, typed: t, action: page.PlansPath + "/xong" + page.OfPlan(c)}
	p.note = m.Copies && dates.Plan.TakesWork() == nil
	m.Dates = p.lines()
	if err := s.SayGuessed(c, &m.Frame, page.Counted(dates.Dues...)...); err != nil {
		return err
	}
	m.Summary = p.summary
	return s.Show(c, t.Status, "plan/list", m)
}

// plansList is all plans of the commune.
func (s *Room) plansList() page.List[review.Plan] {
	type row = review.Plan
	state := func(p row) string { return s.Text.Name("plan_state", string(p.State())) }
	return page.List[row]{
		Columns: []page.Column[row]{
			page.WordsColumn("so", "plan.col.number", func(p row) string { return p.Number }),
			page.DayColumn("ngay", "col.date", func(p row) value.Date { return p.Date }),
			page.WordsColumn("ten", "col.name", func(p row) string { return p.Title }),
			page.WordsColumn("trang-thai", "col.status", state),
		},
		Filters: []page.Filter[row]{{ID: "tinh-trang", Title: "col.status", Of: func(p row) []field.Option {
			return page.One(string(p.State()), state(p))
		}}},
	}
}

// planPage makes the lines of the page.
type planPage struct {
	*Room
	app.Dates
	note    bool // whoever asks may note what was done
	action  string
	refused string
	typed   page.Typed // into the note of that duty
	summary field.Summary
}

// lines are the duties of the plan by their dates. A monthly one stands once, where its first open month does, or its
// last.
func (p *planPage) lines() []planDate {
	months := map[string][]planDate{}
	for _, d := range p.Dues {
		if d.Kind == review.MonthDue {
			months[d.Title] = append(months[d.Title], p.line(d))
		}
	}
	var out []planDate
	next := false
	for _, d := range p.Dues {
		var line planDate
		if d.Kind != review.MonthDue {
			line = p.line(d)
		} else if line = p.fold(months[d.Title]); line.ID != d.ID {
			continue
		}
		line.Next = !next && d.IsAhead() && !d.Late
		next = next || line.Next
		out = append(out, line)
	}
	return out
}

// fold says in one line how a monthly duty stands: how many past months nobody noted, and when the next is due.
func (p *planPage) fold(months []planDate) planDate {
	first := slices.IndexFunc(months, func(m planDate) bool { return m.IsAhead() })
	if first < 0 {
		first = len(months) - 1
	}
	line := planDate{Due: months[first].Due, Href: page.MonthPath, Months: months}
	late := 0
	for i, m := range months {
		line.Opened = line.Opened || m.ID == p.refused
		switch {
		case !m.IsOpen():
			line.Noted++
		case m.Before:
		case m.Late:
			late++
		case line.Upcoming == nil:
			line.Upcoming = &months[i].Due
		}
	}
	line.State = page.Verdict{Text: p.Text.Say("due.open")}
	switch {
	case late > 0:
		line.State = page.Verdict{Sign: "✗", Text: p.Text.Say("due.months_late", late), Tone: "warn"}
	case line.Upcoming == nil:
		line.State = page.Verdict{Sign: "✓", Text: p.Text.Say("due.all_noted"), Tone: "met"}
	}
	return line
}

// line is one date of the plan: how it stands, and where it is done.
func (p *planPage) line(d review.Due) planDate {
	say := p.Text.Say
	out := planDate{Due: d, Href: dutyHref(p.Plan, d), State: page.Verdict{Text: say("due.open")}}
	switch {
	case d.Deadline.IsZero():
	case !d.IsOpen() && d.Late:
		out.State = page.Verdict{Sign: "✗", Text: say("due.done_late", viet.ShortDate(d.Done)), Tone: "warn"}
	case !d.IsOpen():
		out.State = page.Verdict{Sign: "✓", Text: say("due.done", viet.ShortDate(d.Done)), Tone: "met"}
	case d.Late:
		out.State = page.Verdict{Sign: "✗", Text: say("due.late"), Tone: "bad"}
	case d.Before:
		out.State = page.Verdict{Text: say("due.before")}
	case !d.IsBegun(p.App.Today()):
		out.State, out.Upcoming = page.Verdict{Text: say("due.not_begun")}, &d
	default:
		out.Upcoming = &d
	}
	notable := app.CanMarkDone(p.Plan, d)
	if n := len(d.Targets); n > 1 || n == 1 && !notable {
		out.Text = say("due.targets_met", review.MetOf(d.Targets, p.Targets), n)
	}
	if p.note && notable {
		out.Note = p.noteForm(d)
	}
	return out
}

// noteForm is the form below a duty that a person notes as done.
func (p *planPage) noteForm(d review.Due) *planNote {
	n := &planNote{ID: d.ID, Plan: p.Plan.ID, Action: p.action, Open: d.ID == p.refused}
	n.Done = !d.IsOpen() && !n.Open
	f := field.NewSheet(p.Text, nil, nil)
	if n.Open {
		f = field.NewSheet(p.Text, p.typed.Values, p.typed.Problems)
	}
	n.Number = f.Cell("number", p.Text.Say("note.number"), field.Short, field.Hint(p.Text.Say("note.number.hint")))
	n.Day = f.Cell("day", p.Text.Say("note.day"), field.Short, field.Hint(p.Text.Say("note.day.hint")))
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
	case len(d.Targets) == 0:
		return "/bao-cao?dot=" + string(d.Campaign)
	}
	isIssue := func(t review.Target) bool { return t.ID == d.Targets[0] && t.Metric == review.Issued }
	if slices.ContainsFunc(p.Targets, isIssue) {
		return page.AdditionsPath
	}
	return "/chi-tieu#" + d.Targets[0]
}

// dutyPages are the addresses of the pages on which duties are done.
var dutyPages = map[review.DutyPage]string{
	review.PageIndicators: page.IndicatorsPath,
	review.PageServices:   page.ServicesPath,
	review.PageFeedback:   page.FeedbackPath,
	review.PageYear:       page.YearPath,
}

// planList is the plans and the dates of the one that is followed. Template: plan/list.
type planList struct {
	page.Frame
	About   review.Plan // none: there is no plan
	Copies  bool        // whoever asks may copy it
	Begins  bool        // there is none, and whoever asks may say which it is
	Summary field.Summary
	List    page.Listing
	Plans   []review.Plan
	All     int
	Dates   []planDate
}

// planDate is one duty on the line of dates. A monthly duty is one line with its months folded below it.
type planDate struct {
	review.Due
	Href         string // where it is done
	State        page.Verdict
	Upcoming     *review.Due // it, or its month, that is still to be done in time
	Text         string      // "đạt 2/3 chỉ tiêu"; may be empty
	Next, Opened bool        // the next one; the months are shown: a form among them was refused
	Note         *planNote
	Months       []planDate
	Noted        int // of the months
}

// Place is its place in the page.
func (d planDate) Place() string {
	if len(d.Months) > 0 {
		return page.DutyPlace(d.Months[0].ID) + "-ca-nam"
	}
	return page.DutyPlace(d.ID)
}

// planNote is the form with which a person notes that a duty was done, or takes that note back.
type planNote struct {
	ID          string // of the duty: "D4/2024-07"
	Plan        review.PlanID
	Action      string
	Number, Day field.Cell
	Done        bool // it is noted: it can be taken back
	Open        bool // the form was refused and stands open
}
