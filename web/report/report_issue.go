package report

import (
	"errors"
	"net/url"
	"slices"
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

// issuedHere are the kinds of reports that go out from the page of reports: the others have a page of their own.
var issuedHere = []string{reportKindSummary, "indicators", "review-plan", "internal-list", "proposals", "submission"}

// reportIssues adds to each kind what went out of it, and the form under which it goes out.
func (s *Room) reportIssues(
	c *gin.Context, summary *reportKind, others []reportKind, f *field.Sheet, campaigns []field.Option, refused string,
) error {
	plan, _, err := s.App.Plan(c.Request.Context(), s.PlanID(c))
	if errors.Is(err, value.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	issued, err := s.App.IssuedReports(c.Request.Context(), plan.ID)
	if err != nil {
		return err
	}
	mayIssue := s.Person(c).May(account.IssueReport)
	fill := func(k *reportKind, kind string) {
		for _, r := range issued {
			if r.Kind == kind {
				k.Issued = append(k.Issued, s.issuedLink(r))
			}
		}
		if mayIssue && slices.Contains(issuedHere, kind) {
			k.Issue = issueForm{
				Kind:   kind,
				Title:  viet.LowerFirst(s.Text.Name("report_kind", kind)),
				Fields: s.issueFields(f, kind, campaigns),
				Open:   refused == kind,
			}
		}
	}
	fill(summary, reportKindSummary)
	for i, body := range reportPages[:min(len(reportPages), len(others))] {
		fill(&others[i], body.kind)
	}
	return nil
}

// issuedLink leads to a report as it went out.
func (s *Room) issuedLink(r app.IssuedReport) page.Link {
	return page.Link{Text: s.Text.Say("month.issued_as", r.Number, viet.ShortDate(r.Date)), Href: page.IssuedHref(r.ID)}
}

// issueFields are the fields of a form, each under the name of its kind: several forms stand on one page.
func (s *Room) issueFields(f *field.Sheet, kind string, campaigns []field.Option) []field.Cell {
	label := func(what string) string {
		return s.Text.Say("report."+what+"_of", viet.LowerFirst(s.Text.Name("report_kind", kind)))
	}
	cell := func(what string, looks ...field.Look) field.Cell {
		return f.Cell(kind+"."+what, label(what), append(looks, field.Medium)...)
	}
	out := []field.Cell{
		cell("number", field.Need, field.Hint(s.Text.Say("month.number.hint"))),
		cell("date", field.Need, field.Hint(s.Text.Say("date.hint"))),
	}
	switch kind {
	case reportKindSummary, "review-plan", "proposals", "submission":
		out = append(out, cell("campaign", field.Choose(campaigns...)))
	case "indicators":
		out = append(out, cell("month", field.Hint(s.Text.Say("report.month.hint"))))
	}
	return out
}

// Issue sends a report out under its number and date; from then on it stays as it was.
func (s *Room) Issue(c *gin.Context, in url.Values) (page.Act, error) {
	kind := in.Get("kind")
	if !slices.Contains(issuedHere, kind) {
		return page.Act{}, value.ErrNotFound
	}
	o := app.ReportOptions{
		Kind:     kind,
		Plan:     s.PlanID(c),
		Number:   in.Get(kind + ".number"),
		Campaign: review.CampaignID(in.Get(kind + ".campaign")),
	}
	return page.Act{
		Do: func() (page.Done, error) {
			var problems value.Problems
			o.Date, problems = page.TypedDate(in, kind+".date")
			if typed := in.Get(kind + ".month"); strings.TrimSpace(typed) != "" {
				var err error
				if o.Month, err = viet.ParseMonth(typed); err != nil {
					problems.Add(kind+".month", "month.typed", typed)
				}
			}
			if len(problems) > 0 {
				return page.Done{}, problems
			}
			return s.issue(c, o, "/bao-cao")
		},
		Again: func(t page.Typed) error {
			for i, p := range t.Problems {
				if name, asked := issueNames[p.Field]; asked {
					t.Problems[i].Field = kind + "." + name
				}
			}
			issue := field.NewSheet(s.Text, t.Values, t.Problems)
			shown := app.ReportOptions{Kind: reportKindSummary, Plan: o.Plan}
			return s.showReports(c, t.Status, shown, field.NewSheet(s.Text, nil, nil), issue, kind)
		},
	}, nil
}

// issueNames are the fields of a form that issues, by what app calls them.
var issueNames = map[string]string{"number": "number", "date": "date", "--campaign": "campaign"}

// issue sends a report out, and says on the page that follows what went out.
func (s *Room) issue(c *gin.Context, o app.ReportOptions, next string) (page.Done, error) {
	_, err := s.App.IssueReport(c.Request.Context(), s.Person(c), o)
	title := viet.LowerFirst(s.Text.Name("report_kind", o.Kind))
	return page.Done{
		To:   next,
		Say:  "report.issued_saved",
		Args: []any{title, viet.Clean(o.Number), viet.ShortDate(o.Date)},
	}, err
}
