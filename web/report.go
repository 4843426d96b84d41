package web

import (
	"bytes"
	"errors"
	"mime"
	"net/http"
	"net/url"
	"strings"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// reportKindSummary is the report that the page of reports leads to.
const reportKindSummary = "review-summary"

// fileTypes are what a report is downloaded as.
var fileTypes = []struct{ ending, name, media string }{
	{"docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
	{"xlsx", "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
}

// reportOptions reads which report an address asks for.
func (s *Server) reportOptions(c *gin.Context) (app.ReportOptions, url.Values, value.Problems) {
	typed := url.Values{"dot": {c.Query("dot")}, "so": {c.Query("so")}, "ngay": {c.Query("ngay")}}
	day, problems := typedDate(typed, "ngay")
	return app.ReportOptions{Kind: reportKindSummary, Plan: s.planID(c), Campaign: review.CampaignID(c.Query("dot")), Number: strings.TrimSpace(c.Query("so")), Date: day}, typed, problems
}

// reports shows what can be reported, what it lacks, and where to take it away.
func (s *Server) reports(c *gin.Context) error {
	o, typed, problems := s.reportOptions(c)
	status := http.StatusOK
	if len(problems) > 0 {
		status, o.Date = http.StatusUnprocessableEntity, value.Date{}
	}
	return s.showReports(c, status, o, field.NewSheet(s.text, typed, problems), field.NewSheet(s.text, nil, nil), "")
}

// showReports shows the page. Issue holds what was typed into the form of the kind refused.
func (s *Server) showReports(c *gin.Context, status int, o app.ReportOptions, f, issue *field.Sheet, refused string) error {
	d, err := s.app.ReportDraft(c.Request.Context(), o)
	if err != nil {
		return err
	}
	say := s.text.Say
	m := reportList{frame: s.frame(c, say("nav.reports")), State: say("report.state", viet.ShortDate(d.AsOf))}
	if c.Query("da-phat-hanh") != "" {
		m.Saved = say("report.issued_saved")
	}
	all, err := s.app.Boards(c.Request.Context(), s.planID(c))
	if err != nil {
		return err
	}
	campaigns := []field.Option{{Value: "", Text: say("report.all_campaigns")}}
	for _, b := range all {
		campaigns = append(campaigns, field.Option{Value: string(b.Campaign.ID), Text: b.Campaign.Name})
	}
	m.Form.Campaign = f.Cell("dot", say("report.campaign"), field.Choose(campaigns...))
	m.Form.Number = f.Cell("so", say("note.number"), field.Short)
	m.Form.Day = f.Cell("ngay", say("report.day"), field.Short)
	summary := s.summaryKind(d, o)
	others, err := s.otherKinds(c)
	if err != nil {
		return err
	}
	if err := s.reportIssues(c, &summary, others, issue, campaigns, refused); err != nil {
		return err
	}
	m.Form.Summary = append(f.Summary(), issue.Summary()...)
	m.Groups = []reportGroup{{Title: say("report.group.review"), Kinds: []reportKind{summary}}, {Title: say("report.group.others"), Kinds: others}}
	return s.show(c, status, "report/list", m)
}

// summaryKind is the review summary: to whom, until when, on which figures, what it lacks.
func (s *Server) summaryKind(d app.ReportDraft, o app.ReportOptions) reportKind {
	say := s.text.Say
	q := url.Values{}
	for name, v := range map[string]string{"dot": string(o.Campaign), "so": o.Number, "ngay": viet.ShortDate(o.Date)} {
		if v != "" {
			q.Set(name, v)
		}
	}
	href := func(ending string) string {
		a := "/bao-cao/" + reportKindSummary + ending
		if len(q) > 0 {
			a += "?" + q.Encode()
		}
		return a
	}
	k := reportKind{Name: d.Title, Read: href(""), Note: say("report.figures", viet.ShortDate(d.AsOf))}
	if !d.Listed {
		k.Note = say("report.no_list", viet.ShortDate(d.AsOf))
	}
	var to, due []string
	for _, c := range d.Campaigns {
		if c.To != "" && !strings.Contains(strings.Join(to, ""), c.To) {
			to = append(to, c.To)
		}
		if !c.Due.IsZero() {
			due = append(due, viet.ShortDate(c.Due))
		}
	}
	if len(to) > 0 {
		k.Text = say("report.to", strings.Join(to, "; "))
	}
	if len(due) > 0 {
		k.Due = say("report.due", strings.Join(due, " "+say("report.and")+" "))
	}
	if n := len(d.Particulars); n > 0 {
		k.Holes = say("report.holes", n, strings.Join(holes(s.text, d.Particulars), ", "))
	}
	if len(d.Passages) > 0 {
		k.Write = say("report.write", strings.Join(holes(s.text, d.Passages), "; "))
	}
	for _, t := range fileTypes {
		k.Files = append(k.Files, link{t.name, href("." + t.ending)})
	}
	return k
}

// reportPages are the other kinds in the order of the page, with the page on which each is written; one without has its
// document itself to be read, and is issued here.
var reportPages = []struct{ kind, page string }{{"monthly", monthPath}, {"indicators", indicatorsPath}, {"additions", additionsPath}, {"review-plan", ""},
	{"form-02", ""}, {"form-03", ""}, {"proposals", ""}, {"submission", ""}, {"decision", ""}, {"internal-list", ""}}

// otherKinds are the reports beside the review summary, then the year table.
func (s *Server) otherKinds(c *gin.Context) ([]reportKind, error) {
	plan, _, err := s.app.Plan(c.Request.Context(), s.planID(c))
	if errors.Is(err, value.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []reportKind
	for _, k := range reportPages {
		one := reportKind{Name: s.text.Name("report_kind", k.kind), Text: s.text.Say("report.about." + k.kind), Read: k.page}
		if one.Read == "" {
			one.Read = "/bao-cao/" + k.kind
		}
		for _, t := range fileTypes {
			one.Files = append(one.Files, link{t.name, "/bao-cao/" + k.kind + "." + t.ending})
		}
		out = append(out, one)
	}
	year := reportKind{Name: s.text.Say("year.headline", plan.Year), Text: s.text.Say("report.about.year"), Read: yearPath, Files: []link{{fileTypes[1].name, yearPath + ".xlsx"}}}
	return append(out, year), nil
}

// report gives one report: the page as it will be printed, or a file to take away.
func (s *Server) report(c *gin.Context) error {
	o, _, problems := s.reportOptions(c)
	if len(problems) > 0 {
		return problems
	}
	name, ending, isFile := strings.Cut(c.Param("file"), ".")
	if !app.HasReport(name) {
		return value.ErrNotFound
	}
	o.Kind, o.Section = name, c.Query("phan") != ""
	month, err := typedMonth(c.Query("thang"))
	if err != nil {
		return err
	}
	o.Month = month
	media := "text/html; charset=utf-8"
	o.Format = "html"
	if isFile {
		media = ""
		for _, t := range fileTypes {
			if t.ending == ending {
				o.Format, media = t.ending, t.media
			}
		}
		if media == "" {
			return value.ErrNotFound
		}
	}
	var b bytes.Buffer
	if err := s.app.Report(c.Request.Context(), &b, o); err != nil {
		return err
	}
	if isFile {
		c.Header("Content-Disposition", attachment(s.reportFile(c, o), ending))
	} else {
		c.Header("Content-Security-Policy", printedPolicy)
	}
	c.Header("Cache-Control", "no-store")
	c.Data(http.StatusOK, media, b.Bytes())
	return nil
}

// printedPolicy is for a document that brings its own style and nothing else.
const printedPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

// reportFile is the name of a report's file without its ending: "Báo cáo kết quả rà soát xã Vĩnh Chấp 2024-07-15".
func (s *Server) reportFile(c *gin.Context, o app.ReportOptions) string {
	day := o.Date
	if day.IsZero() {
		day = s.app.Today()
	}
	commune, _, err := s.app.Commune(c.Request.Context())
	if err != nil {
		commune = app.Commune{} // the name of a file is not worth failing for
	}
	kind := s.text.Name("report_kind", o.Kind)
	if o.Kind == reportKindSummary && o.Campaign != "" {
		kind = s.text.Name("report.file", string(o.Campaign))
	}
	month := ""
	if !o.Month.IsZero() {
		month = o.Month.String()
	}
	return strings.ReplaceAll(joined(" ", kind, commune.Title(), month, day.String()), "/", "-")
}

// attachment names a file for a download, in Vietnamese for whoever understands it and without accents else.
func attachment(name, ending string) string {
	plain := strings.ReplaceAll(viet.Fold(name), " ", "-") + "." + ending
	return mime.FormatMediaType("attachment", map[string]string{"filename": plain}) + "; filename*=UTF-8''" + url.PathEscape(name+"."+ending)
}
