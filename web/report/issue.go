package report

import (
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

// Issue asks before a report goes out under its number and date, and sends it out; from then on it stays as it was.
func (s *Room) Issue(c *gin.Context, in url.Values) (page.Act, error) {
	kind := in.Get("kind")
	i := slices.IndexFunc(reportKinds, func(k kindOfReport) bool { return k.name == kind && k.goesOut })
	if i < 0 {
		return page.Act{}, value.ErrNotFound
	}
	names := map[string]string{
		"number": kind + ".number", "date": kind + ".date", "month": kind + ".month",
		"--campaign": kind + ".campaign",
	}
	return s.Checked(c, in, func() (page.Check, error) {
		o, err := s.typedIssue(c, in, kind)
		if err != nil {
			return page.Check{}, err
		}
		asked, err := s.checkIssue(c, o)
		return asked, page.Renamed(err, names)
	}, page.Act{
		Do: func() (page.Done, error) {
			o, err := s.typedIssue(c, in, kind)
			if err != nil {
				return page.Done{}, err
			}
			done, err := s.issue(c, o)
			return done, page.Renamed(err, names)
		},
		Again: func(t page.Typed) error {
			if in.Get("from") == summaryKind {
				return s.showSummary(c, review.CampaignID(in.Get(kind+".campaign")), t)
			}
			return s.showReports(c, app.ReportOptions{Kind: summaryKind, Plan: s.PlanID(c)}, t)
		},
	}), nil
}

// typedIssue reads which report is to go out, and under what.
func (s *Room) typedIssue(c *gin.Context, in url.Values, kind string) (app.ReportOptions, error) {
	o := app.ReportOptions{
		Kind:     kind,
		Plan:     s.PlanID(c),
		Campaign: review.CampaignID(in.Get(kind + ".campaign")),
		Number:   in.Get(kind + ".number"),
	}
	var problems value.Problems
	o.Date, problems = page.TypedDate(in, kind+".date")
	if typed := in.Get(kind + ".month"); strings.TrimSpace(typed) != "" {
		var err error
		if o.Month, err = viet.ParseMonth(typed); err != nil {
			problems.Add(kind+".month", "month.typed", typed)
		}
	}
	return o, problems.Err()
}

// checkIssue says what would go out and what follows from it.
func (s *Room) checkIssue(c *gin.Context, o app.ReportOptions) (page.Check, error) {
	x, err := s.App.CheckIssue(c.Request.Context(), s.Person(c), o)
	if err != nil {
		return page.Check{}, err
	}
	say, list := s.Text.Say, func(lines []string) string { return strings.Join(lines, "; ") }
	check := page.Check{
		Headline: say("issue.check"),
		State:    x.Title,
		Notes:    []string{say("issue.final")},
		Do:       say("month.issue_do"),
	}
	answer := func(code, text string) {
		if text != "" {
			check.Answers = append(check.Answers, page.Fact{Term: say(code), Text: text})
		}
	}
	answer("note.number", x.Number.String())
	answer("month.date", viet.ShortDate(o.Date))
	if !x.Period.From.IsZero() {
		answer("issue.period", say("month.period", viet.ShortDate(x.Period.From), viet.ShortDate(x.Period.To)))
	}
	answer("issue.to", list(x.Addressees))
	answer("issue.recipients", list(x.Recipients))
	if x.Period.To.After(s.App.Today()) {
		check.Notes = append(check.Notes, say("issue.early", viet.ShortDate(x.Period.To)))
	}
	if len(x.Holes) > 0 {
		check.Notes = append(check.Notes, say("issue.holes", list(page.Holes(s.Text, x.Holes))))
	}
	check.Follows = s.effects(x.Effects)
	return check, nil
}

// effects say what a report is to the dates of the plan.
func (s *Room) effects(all []app.DutyEffect) (out []string) {
	for _, e := range all {
		out = append(out, s.effect(e))
	}
	if len(out) == 0 {
		return []string{s.Text.Say("issue.no_duty")}
	}
	return out
}

// effect says what a report is to a date of the plan.
func (s *Room) effect(e app.DutyEffect) string {
	switch {
	case e.Fulfils:
		return s.Text.Say("issue.fulfils", e.Title)
	case !e.IsOpen():
		return s.Text.Say("issue.noted", e.Title, viet.ShortDate(e.Done))
	}
	done := e.Campaign.Reviewed
	return s.Text.Say("issue.not_through", e.Title, done.Reviewed, done.Listed)
}

// issue sends a report out, and leads to what went out.
func (s *Room) issue(c *gin.Context, o app.ReportOptions) (page.Done, error) {
	id, err := s.App.IssueReport(c.Request.Context(), s.Person(c), o)
	title := viet.LowerFirst(s.Text.Name("report_kind", o.Kind))
	return page.Done{To: aboutIssued(id), Say: "report.issued_saved", Args: []any{title}}, err
}

// aboutIssued is the page of a report that went out.
func aboutIssued(id int64) string { return page.IssuedHref(id) + "/trang" }

// Issued shows a report that went out: its number and date, its file, and how it is taken back.
func (s *Room) Issued(c *gin.Context) error { return s.showIssued(c, page.Shown(nil)) }

func (s *Room) showIssued(c *gin.Context, t page.Typed) error {
	r, err := s.issuedOf(c)
	if err != nil {
		return err
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m := issuedShow{
		Frame:    s.Frame(c, s.Text.Say("report.issued_file", r.Title, r.Symbol)),
		Report:   r,
		Line:     s.issuedLine(r.IssuedReport),
		Withdraw: s.Person(c).May(account.IssueReport) && r.Withdrawn == nil && r.Plan.TakesWork() == nil,
		Reason:   f.Cell("reason", s.Text.Say("issue.reason"), field.Need),
		Back:     page.Link{Text: s.Text.Say("nav.reports"), Href: "/bao-cao"},
	}
	if !r.Month.IsZero() && r.Kind == monthlyKind {
		m.Back = page.Link{
			Text: s.Text.Say("month.headline", viet.MonthYear(r.Month)),
			Href: page.MonthHref(page.MonthPath, r.Month),
		}
	}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "report/issued", m)
}

// issuedOf is the report of the address.
func (s *Room) issuedOf(c *gin.Context) (app.SentReport, error) {
	id, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil {
		return app.SentReport{}, value.ErrNotFound
	}
	return s.App.SentReport(c.Request.Context(), s.Person(c), id)
}

// Withdraw takes a report back, with a reason.
func (s *Room) Withdraw(c *gin.Context, in url.Values) (page.Act, error) {
	r, err := s.issuedOf(c)
	return page.Act{
		Do: func() (page.Done, error) {
			err := s.App.WithdrawReport(c.Request.Context(), s.Person(c), r.ID, in.Get("reason"))
			return page.Done{To: aboutIssued(r.ID), Say: "issue.withdrawn", Args: []any{r.Symbol}}, err
		},
		Again: func(t page.Typed) error { return s.showIssued(c, t) },
	}, err
}

// issuedLine is a report that went out as lists name it: "Số 45/BC-UBND ngày 15/7/2024", and why it was taken back.
type issuedLine struct {
	Text, Href, File, Withdrawn string
}

func (s *Room) issuedLine(r app.IssuedReport) issuedLine {
	out := issuedLine{
		Text: s.Text.Say("month.issued_as", r.Number, viet.ShortDate(r.Date)),
		Href: aboutIssued(r.ID),
		File: page.IssuedHref(r.ID),
	}
	if w := r.Withdrawn; w != nil {
		out.Withdrawn = s.Text.Say("issue.withdrawn_line", viet.ShortDate(value.On(w.At)), w.Reason)
	}
	return out
}

func (s *Room) issuedLines(all []app.IssuedReport) (out []issuedLine) {
	for _, r := range all {
		out = append(out, s.issuedLine(r))
	}
	return out
}

// issuedShow is a report that went out. Template: report/issued.
type issuedShow struct {
	page.Frame
	Report   app.SentReport
	Line     issuedLine
	Back     page.Link
	Summary  field.Summary
	Withdraw bool // may be taken back by whoever asks
	Reason   field.Cell
}
