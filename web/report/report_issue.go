package report

import (
	"errors"
	"net/http"
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
func (s *Room) reportIssues(c *gin.Context, summary *reportKind, others []reportKind, f *field.Sheet, campaigns []field.Option, refused string) error {
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
				k.Issued = append(k.Issued, page.Link{Text: s.Text.Say("month.issued_as", r.Number, viet.ShortDate(r.Date)), Href: page.IssuedHref(r.ID)})
			}
		}
		if mayIssue && slices.Contains(issuedHere, kind) {
			k.Issue = issueForm{Kind: kind, Title: viet.LowerFirst(s.Text.Name("report_kind", kind)), Fields: s.issueFields(f, kind, campaigns), Open: refused == kind}
		}
	}
	fill(summary, reportKindSummary)
	for i, body := range reportPages[:min(len(reportPages), len(others))] {
		fill(&others[i], body.kind)
	}
	return nil
}

// issueFields are the fields of a form, each under the name of its kind: several forms stand on one page.
func (s *Room) issueFields(f *field.Sheet, kind string, campaigns []field.Option) []field.Cell {
	label := func(what string) string {
		return s.Text.Say("report."+what+"_of", viet.LowerFirst(s.Text.Name("report_kind", kind)))
	}
	out := []field.Cell{f.Cell(kind+".number", label("number"), field.Need, field.Medium, field.Hint(s.Text.Say("month.number.hint"))),
		f.Cell(kind+".date", label("date"), field.Need, field.Medium, field.Hint(s.Text.Say("date.hint")))}
	switch kind {
	case reportKindSummary, "review-plan", "proposals", "submission":
		out = append(out, f.Cell(kind+".campaign", label("campaign"), field.Medium, field.Choose(campaigns...)))
	case "indicators":
		out = append(out, f.Cell(kind+".month", label("month"), field.Medium, field.Hint(s.Text.Say("report.month.hint"))))
	}
	return out
}

// Issue sends a report out under its number and date; from then on it stays as it was.
func (s *Room) Issue(c *gin.Context) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	kind := in.Get("kind")
	if !slices.Contains(issuedHere, kind) {
		return value.ErrNotFound
	}
	date, problems := page.TypedDate(in, kind+".date")
	var month value.Month
	if typed := in.Get(kind + ".month"); strings.TrimSpace(typed) != "" {
		if month, err = viet.ParseMonth(typed); err != nil {
			problems.Add(kind+".month", "month.typed", typed)
		}
	}
	if len(problems) == 0 {
		_, err = s.App.IssueReport(c.Request.Context(), s.Person(c), app.ReportOptions{Kind: kind, Plan: s.PlanID(c), Number: in.Get(kind + ".number"), Date: date, Month: month,
			Campaign: review.CampaignID(in.Get(kind + ".campaign"))})
		err = page.Renamed(err, map[string]string{"number": kind + ".number", "date": kind + ".date", "--campaign": kind + ".campaign"})
	}
	if refused := page.Also(problems, err); len(refused) > 0 {
		return s.showReports(c, http.StatusUnprocessableEntity, app.ReportOptions{Kind: reportKindSummary, Plan: s.PlanID(c)}, field.NewSheet(s.Text, url.Values{}, nil), field.NewSheet(s.Text, in, refused), kind)
	}
	if err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, "/bao-cao?da-phat-hanh=1")
	return nil
}
