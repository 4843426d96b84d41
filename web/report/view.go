package report

import (
	"bytes"
	"cmp"
	"net/http"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/value"
	"rasoat/web/page"
)

// printedPolicy is for a document that brings its own style and nothing else.
const printedPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; " +
	"frame-ancestors 'self'"

// View gives one report: the page as it will be printed, or a file to take away.
func (s *Room) View(c *gin.Context) error {
	o, problems := s.reportOptions(c)
	if len(problems) > 0 {
		return problems
	}
	name, ending, isFile := strings.Cut(c.Param("file"), ".")
	if !app.HasReport(name) {
		return value.ErrNotFound
	}
	month, err := page.TypedMonth(c.Query("thang"))
	if err != nil {
		return err
	}
	o.Kind, o.Section, o.Month = name, c.Query("phan") != "", month
	as, known := map[string]page.FileType{"docx": page.Word, "xlsx": page.Excel}[ending]
	if isFile && !known {
		return value.ErrNotFound
	}
	o.Format = cmp.Or(ending, "html")
	var b bytes.Buffer
	if err := s.App.Report(c.Request.Context(), &b, o); err != nil {
		return err
	}
	if isFile {
		return page.GiveDocument(c, s.reportFile(c, o), as, b.Bytes())
	}
	c.Header("Content-Security-Policy", printedPolicy)
	c.Header("X-Frame-Options", "SAMEORIGIN") // the page of a preview shows it
	c.Header("Cache-Control", "no-store")
	c.Data(http.StatusOK, "text/html; charset=utf-8", b.Bytes())
	return nil
}

// reportFile is the name of a report's file without its ending: "Báo cáo kết quả rà soát xã Vĩnh Chấp 2024-07-15".
func (s *Room) reportFile(c *gin.Context, o app.ReportOptions) string {
	commune, _, err := s.App.Commune(c.Request.Context())
	if err != nil {
		commune = app.Commune{} // the name of a file is not worth failing for
	}
	kind, month := s.Text.Name("report_kind", o.Kind), ""
	if o.Kind == summaryKind && o.Campaign != "" {
		kind = s.Text.Name("report.file", string(o.Campaign))
	}
	if !o.Month.IsZero() {
		month = o.Month.String()
	}
	day := cmp.Or(o.Date, s.App.Today()).String()
	return page.Joined(" ", kind, commune.Title(), month, day)
}

// IssuedFile hands out the Word document of an issued report, as it went out.
func (s *Room) IssuedFile(c *gin.Context) error {
	id, err := strconv.ParseInt(c.Param("id"), 10, 64)
	if err != nil {
		return value.ErrNotFound
	}
	r, f, err := s.App.IssuedFile(c.Request.Context(), s.Person(c), id)
	if err != nil {
		return err
	}
	defer f.Close()
	page.Attach(c, s.Text.Say("report.issued_file", r.Title, r.Number)+"."+page.Word.Ending)
	c.Header("Cache-Control", "no-store")
	c.DataFromReader(http.StatusOK, -1, page.Word.Media, f, nil)
	return nil
}
