package report

import (
	"net/http"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// previewPath leads to the page that shows a report as it will be printed, by its kind.
const previewPath = "/bao-cao/xem/"

// besideField says of a form of places that it was typed beside the paper, and leads back there.
const besideField = "ben-ban-in"

// Preview shows a report as it will be printed, within the frame: with the way back, to its files, to its issue and to
// the paper alone. What people write of it stands beside the paper.
func (s *Room) Preview(c *gin.Context) error {
	kind := c.Param("kind")
	switch {
	case !app.HasReport(kind):
		return value.ErrNotFound
	case kind == summaryKind:
		b, err := s.App.Summary(c.Request.Context(), s.PlanID(c), review.CampaignID(c.Query("dot")))
		if err != nil {
			return err
		}
		return s.previewSummary(c, b, page.Shown(nil))
	case kind == monthlyKind:
		month, err := page.TypedMonth(c.Query("thang"))
		if err != nil {
			return err
		}
		b, err := s.App.Month(c.Request.Context(), s.PlanID(c), month)
		if err != nil {
			return err
		}
		return s.previewMonth(c, b, page.Shown(nil))
	}
	at := ""
	if i := slices.IndexFunc(reportKinds, func(k kindOfReport) bool { return k.name == kind }); i >= 0 {
		at = reportKinds[i].page
	}
	query := ""
	if c.Request.URL.RawQuery != "" {
		query = "?" + c.Request.URL.RawQuery
	}
	if month := c.Query("thang"); month != "" && at != "" {
		at += "?thang=" + url.QueryEscape(month)
	}
	m := s.previewOf(c, kind, query, at)
	if kind == submissionKind || kind == decisionKind {
		if err := s.fillAmiss(c, kind, &m); err != nil {
			return err
		}
	}
	o, unread := s.reportOptions(c)
	if o.Kind = kind; len(unread) == 0 && len(m.Refused) == 0 {
		if err := s.sayOutdated(c, o, &m); err != nil {
			return err
		}
	}
	return s.Show(c, http.StatusOK, "report/preview", m)
}

// fillAmiss says on the page of a submission or a decision why there is none, or which grounds it leaves out.
func (s *Room) fillAmiss(c *gin.Context, kind string, m *previewShow) error {
	o, problems := s.reportOptions(c)
	if len(problems) > 0 {
		return problems
	}
	o.Kind = kind
	refused, amiss, err := s.App.ReportAmiss(c.Request.Context(), o)
	if err != nil {
		return err
	}
	for _, p := range refused {
		m.Refused = append(m.Refused, field.Sentence(s.Text, p))
		m.Mend = page.Link{Text: s.Text.Say("nav.proposals"), Href: page.ProposalsPath}
	}
	for _, p := range amiss {
		m.Notes = append(m.Notes, field.Sentence(s.Text, p))
	}
	if len(amiss) > 0 {
		plan, _, err := s.App.Plan(c.Request.Context(), o.Plan)
		if err != nil {
			return err
		}
		m.Mend = s.MendGrounds(c, plan)
	}
	return nil
}

// sayOutdated says on the page of a paper what it prints that no longer holds, and which of its days were counted
// without holidays.
func (s *Room) sayOutdated(c *gin.Context, o app.ReportOptions, m *previewShow) error {
	plan, _, err := s.App.Plan(c.Request.Context(), o.Plan)
	if err != nil {
		return err
	}
	all, err := s.App.ReportFindings(c.Request.Context(), o)
	if err != nil {
		return err
	}
	m.Findings = s.Findings(c, plan, all)
	switch o.Kind {
	case monthlyKind, summaryKind, reviewPlanKind:
		return s.SayGuessed(c, &m.Frame, plan.Dates()...)
	}
	return nil
}

// previewOf shows a kind of report; at is the page on which it is written, "" where it has none.
func (s *Room) previewOf(c *gin.Context, kind, query, at string) previewShow {
	m := previewShow{
		Frame:    s.Frame(c, s.Text.Name("report_kind", kind)),
		Headline: s.Text.Name("report_kind", kind),
		Paper:    "/bao-cao/" + kind + query,
		Files:    reportFiles("/bao-cao/"+kind, query),
		Back:     page.Link{Text: s.Text.Say("nav.reports"), Href: "/bao-cao"},
	}
	if at != "" {
		m.Write = page.Link{Text: s.Text.Say("report.write_at"), Href: at}
		m.Back = page.Link{Text: m.Headline, Href: at}
	}
	return m
}

// previewMonth is the monthly report with its places beside it.
func (s *Room) previewMonth(c *gin.Context, b app.MonthBook, t page.Typed) error {
	places := s.monthPlaces(c, b)
	m := s.previewOf(c, monthlyKind, page.MonthHref("", b.Period.Month), places.to)
	m.Kept = []page.Fact{{Term: "plan", Text: string(b.Plan.ID)}, {Term: "month", Text: b.Period.Month.String()}}
	m.Post = page.MonthPath
	m.MayIssue = s.mayIssueMonth(c, b)
	o := app.ReportOptions{Kind: monthlyKind, Plan: string(b.Plan.ID), Month: b.Period.Month}
	if err := s.sayOutdated(c, o, &m); err != nil {
		return err
	}
	return s.showBeside(c, m, places, s.mayEditMonth(c, b), t)
}

// previewSummary is the report on a review's results with the parts that people write beside it.
func (s *Room) previewSummary(c *gin.Context, b app.SummaryBook, t page.Typed) error {
	m := s.previewOf(c, summaryKind, campaignQuery(b.Campaign), summaryHref(b.Campaign))
	m.Kept = []page.Fact{{Term: "plan", Text: string(b.Plan.ID)}, {Term: "dot", Text: string(b.Campaign)}}
	m.Post = summaryPath
	o := app.ReportOptions{Kind: summaryKind, Plan: string(b.Plan.ID), Campaign: b.Campaign}
	if err := s.sayOutdated(c, o, &m); err != nil {
		return err
	}
	takes := b.Plan.TakesWork() == nil
	m.MayIssue = s.Person(c).May(account.IssueReport) && takes
	return s.showBeside(c, m, s.summaryPlaces(c, b), s.Person(c).May(account.EnterFigures) && takes, t)
}

func (s *Room) showBeside(c *gin.Context, m previewShow, b book, mayEdit bool, t page.Typed) error {
	f := field.NewSheet(s.Text, b.values(t), t.Problems)
	f.Keys = placeKeys
	m.Both, m.Opened, m.MayEdit = t.Both, opened(t), mayEdit
	m.Places = s.lay(c, b, f, t, mayEdit)
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "report/preview", m)
}

// beside makes a form that was typed beside the paper come back there.
func (b book) beside(in url.Values, preview string, again func(page.Typed) error) book {
	if in.Has(besideField) {
		b.to, b.again = preview, again
	}
	return b
}

// previewShow is a report as it will be printed, and what people write of it. Template: report/preview.
type previewShow struct {
	page.Frame
	Headline          string
	Back, Write       page.Link
	Refused           []string            // why there is no such paper now
	Notes             []string            // what the paper leaves out
	Findings          []page.FindingGroup // what it prints that no longer holds
	Mend              page.Link
	Paper             string // address of the paper alone
	Files             []page.Link
	Both              page.BothVersions
	Summary           field.Summary
	Post              string
	Kept              []page.Fact // which report the form writes
	Opened            string
	Places            []placeShow // none: people write nothing of it
	MayEdit, MayIssue bool
}

// Beside is the field that leads back here.
func (previewShow) Beside() string { return besideField }
