package report

import (
	"net/http"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/page"
)

// previewPath leads to the page that shows a report as it will be printed, by its kind.
const previewPath = "/bao-cao/xem/"

// Preview shows a report as it will be printed, within the frame: with the way back, to where it is written, to its
// files and to the paper alone.
func (s *Room) Preview(c *gin.Context) error {
	kind := c.Param("kind")
	if !app.HasReport(kind) {
		return value.ErrNotFound
	}
	query := ""
	if c.Request.URL.RawQuery != "" {
		query = "?" + c.Request.URL.RawQuery
	}
	m := previewShow{
		Frame:    s.Frame(c, s.Text.Name("report_kind", kind)),
		Headline: s.Text.Name("report_kind", kind),
		Paper:    "/bao-cao/" + kind + query,
		Files:    reportFiles("/bao-cao/"+kind, query),
		Back:     page.Link{Text: s.Text.Say("nav.reports"), Href: "/bao-cao"},
	}
	i := slices.IndexFunc(reportKinds, func(k kindOfReport) bool { return k.name == kind })
	at := ""
	switch {
	case kind == summaryKind:
		at = summaryHref(review.CampaignID(c.Query("dot")))
	case i >= 0:
		at = reportKinds[i].page
	}
	if month := c.Query("thang"); month != "" && at != "" {
		at += "?thang=" + url.QueryEscape(month)
	}
	if at != "" {
		m.Write = page.Link{Text: s.Text.Say("report.write_at"), Href: at}
		m.Back = page.Link{Text: m.Headline, Href: at}
	}
	return s.Show(c, http.StatusOK, "report/preview", m)
}

// previewShow is a report as it will be printed. Template: report/preview.
type previewShow struct {
	page.Frame
	Headline    string
	Back, Write page.Link
	Paper       string // address of the paper alone
	Files       []page.Link
}
