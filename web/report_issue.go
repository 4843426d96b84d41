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

// issuedHere are the kinds of reports that go out from the page of reports: the others have a page of their own.
var issuedHere = []string{reportKindSummary, "indicators", "review-plan", "internal-list", "proposals", "submission"}

// reportIssues adds to each kind what went out of it, and the form under which it goes out.
func (s *Server) reportIssues(c *gin.Context, summary *reportKind, others []reportKind, f *field.Sheet, campaigns []field.Option, refused string) error {
	plan, _, err := s.app.Plan(c.Request.Context(), s.planID(c))
	if errors.Is(err, value.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	issued, err := s.app.IssuedReports(c.Request.Context(), plan.ID)
	if err != nil {
		return err
	}
	mayIssue := s.person(c).May(account.IssueReport)
	fill := func(k *reportKind, kind string) {
		for _, r := range issued {
			if r.Kind == kind {
				k.Issued = append(k.Issued, link{s.text.Say("month.issued_as", r.Number, viet.ShortDate(r.Date)), issuedHref(r.ID)})
			}
		}
		if mayIssue && slices.Contains(issuedHere, kind) {
			k.Issue = issueForm{Kind: kind, Title: viet.LowerFirst(s.text.Name("report_kind", kind)), Fields: s.issueFields(f, kind, campaigns), Open: refused == kind}
		}
	}
	fill(summary, reportKindSummary)
	for i, page := range reportPages[:min(len(reportPages), len(others))] {
		fill(&others[i], page.kind)
	}
	return nil
}

// issueFields are the fields of a form, each under the name of its kind: several forms stand on one page.
func (s *Server) issueFields(f *field.Sheet, kind string, campaigns []field.Option) []field.Cell {
	label := func(what string) string {
		return s.text.Say("report."+what+"_of", viet.LowerFirst(s.text.Name("report_kind", kind)))
	}
	out := []field.Cell{f.Cell(kind+".number", label("number"), field.Need, field.Medium, field.Hint(s.text.Say("month.number.hint"))),
		f.Cell(kind+".date", label("date"), field.Need, field.Medium, field.Hint(s.text.Say("date.hint")))}
	switch kind {
	case reportKindSummary, "review-plan", "proposals", "submission":
		out = append(out, f.Cell(kind+".campaign", label("campaign"), field.Medium, field.Choose(campaigns...)))
	case "indicators":
		out = append(out, f.Cell(kind+".month", label("month"), field.Medium, field.Hint(s.text.Say("report.month.hint"))))
	}
	return out
}

// issueReport sends a report out under its number and date; from then on it stays as it was.
func (s *Server) issueReport(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	kind := in.Get("kind")
	if !slices.Contains(issuedHere, kind) {
		return value.ErrNotFound
	}
	date, problems := typedDate(in, kind+".date")
	var month value.Month
	if typed := in.Get(kind + ".month"); strings.TrimSpace(typed) != "" {
		if month, err = viet.ParseMonth(typed); err != nil {
			problems.Add(kind+".month", "month.typed", typed)
		}
	}
	if len(problems) == 0 {
		_, err = s.app.IssueReport(c.Request.Context(), s.person(c), app.ReportOptions{Kind: kind, Plan: s.planID(c), Number: in.Get(kind + ".number"), Date: date, Month: month,
			Campaign: review.CampaignID(in.Get(kind + ".campaign"))})
		err = renamed(err, map[string]string{"number": kind + ".number", "date": kind + ".date", "--campaign": kind + ".campaign"})
	}
	if refused := also(problems, err); len(refused) > 0 {
		return s.showReports(c, http.StatusUnprocessableEntity, app.ReportOptions{Kind: reportKindSummary, Plan: s.planID(c)}, field.NewSheet(s.text, url.Values{}, nil), field.NewSheet(s.text, in, refused), kind)
	}
	if err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, "/bao-cao?da-phat-hanh=1")
	return nil
}
