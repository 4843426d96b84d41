package report

import (
	"bytes"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// reportKindSummary is the report that the page of reports leads to.
const reportKindSummary = "review-summary"

// reportOptions reads which report an address asks for.
func (s *Room) reportOptions(c *gin.Context) (app.ReportOptions, url.Values, value.Problems) {
	typed := url.Values{"dot": {c.Query("dot")}, "so": {c.Query("so")}, "ngay": {c.Query("ngay")}}
	day, problems := page.TypedDate(typed, "ngay")
	return app.ReportOptions{
		Kind:     reportKindSummary,
		Plan:     s.PlanID(c),
		Campaign: review.CampaignID(c.Query("dot")),
		Number:   strings.TrimSpace(c.Query("so")),
		Date:     day,
	}, typed, problems
}

// List shows what can be reported, what it lacks, and where to take it away.
func (s *Room) List(c *gin.Context) error {
	o, typed, problems := s.reportOptions(c)
	status := http.StatusOK
	if len(problems) > 0 {
		status, o.Date = http.StatusUnprocessableEntity, value.Date{}
	}
	return s.showReports(c, status, o, field.NewSheet(s.Text, typed, problems), field.NewSheet(s.Text, nil, nil), "")
}

// showReports shows the page. Issue holds what was typed into the form of the kind refused.
func (s *Room) showReports(
	c *gin.Context, status int, o app.ReportOptions, f, issue *field.Sheet, refused string,
) error {
	d, err := s.App.ReportDraft(c.Request.Context(), o)
	if err != nil {
		return err
	}
	say := s.Text.Say
	m := reportList{Frame: s.Frame(c, say("nav.reports")), State: say("report.state", viet.ShortDate(d.AsOf))}
	all, err := s.App.Boards(c.Request.Context(), s.PlanID(c))
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
	m.Groups = []reportGroup{{
		Title: say("report.group.review"),
		Kinds: []reportKind{summary},
	}, {Title: say("report.group.others"), Kinds: others}}
	return s.Show(c, status, "report/list", m)
}

// summaryKind is the review summary: to whom, until when, on which figures, what it lacks.
func (s *Room) summaryKind(d app.ReportDraft, o app.ReportOptions) reportKind {
	say := s.Text.Say
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
		k.Holes = say("report.holes", n, strings.Join(page.Holes(s.Text, d.Particulars), ", "))
	}
	if len(d.Passages) > 0 {
		k.Write = say("report.write", strings.Join(page.Holes(s.Text, d.Passages), "; "))
	}
	for _, t := range page.FileTypes {
		k.Files = append(k.Files, page.Link{Text: t.Name, Href: href("." + t.Ending)})
	}
	return k
}

// reportPages are the other kinds in the order of the page, with the page on which each is written; one without has its
// document itself to be read, and is issued here.
var reportPages = []struct{ kind, page string }{
	{"monthly", page.MonthPath},
	{"indicators", page.IndicatorsPath},
	{"additions", page.AdditionsPath},
	{"review-plan", ""},
	{"form-02", ""},
	{"form-03", ""},
	{"proposals", ""},
	{"submission", ""},
	{"decision", ""},
	{"internal-list", ""},
}

// otherKinds are the reports beside the review summary, then the year table.
func (s *Room) otherKinds(c *gin.Context) ([]reportKind, error) {
	plan, _, err := s.App.Plan(c.Request.Context(), s.PlanID(c))
	if errors.Is(err, value.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []reportKind
	for _, k := range reportPages {
		one := reportKind{
			Name: s.Text.Name("report_kind", k.kind),
			Text: s.Text.Say("report.about." + k.kind),
			Read: k.page,
		}
		if one.Read == "" {
			one.Read = "/bao-cao/" + k.kind
		}
		for _, t := range page.FileTypes {
			one.Files = append(one.Files, page.Link{Text: t.Name, Href: "/bao-cao/" + k.kind + "." + t.Ending})
		}
		out = append(out, one)
	}
	year := reportKind{
		Name:  s.Text.Say("year.headline", plan.Year),
		Text:  s.Text.Say("report.about.year"),
		Read:  page.YearPath,
		Files: []page.Link{{Text: page.FileTypes[1].Name, Href: page.YearPath + ".xlsx"}},
	}
	return append(out, year), nil
}

// View gives one report: the page as it will be printed, or a file to take away.
func (s *Room) View(c *gin.Context) error {
	o, _, problems := s.reportOptions(c)
	if len(problems) > 0 {
		return problems
	}
	name, ending, isFile := strings.Cut(c.Param("file"), ".")
	if !app.HasReport(name) {
		return value.ErrNotFound
	}
	o.Kind, o.Section = name, c.Query("phan") != ""
	month, err := page.TypedMonth(c.Query("thang"))
	if err != nil {
		return err
	}
	o.Month = month
	media := "text/html; charset=utf-8"
	o.Format = "html"
	if isFile {
		media = ""
		for _, t := range page.FileTypes {
			if t.Ending == ending {
				o.Format, media = t.Ending, t.Media
			}
		}
		if media == "" {
			return value.ErrNotFound
		}
	}
	var b bytes.Buffer
	if err := s.App.Report(c.Request.Context(), &b, o); err != nil {
		return err
	}
	if isFile {
		c.Header("Content-Disposition", page.Attachment(s.reportFile(c, o), ending))
	} else {
		c.Header("Content-Security-Policy", printedPolicy)
	}
	c.Header("Cache-Control", "no-store")
	c.Data(http.StatusOK, media, b.Bytes())
	return nil
}

// printedPolicy is for a document that brings its own style and nothing else.
const printedPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; " +
	"frame-ancestors 'self'"

// reportFile is the name of a report's file without its ending: "Báo cáo kết quả rà soát xã Vĩnh Chấp 2024-07-15".
func (s *Room) reportFile(c *gin.Context, o app.ReportOptions) string {
	day := o.Date
	if day.IsZero() {
		day = s.App.Today()
	}
	commune, _, err := s.App.Commune(c.Request.Context())
	if err != nil {
		commune = app.Commune{} // the name of a file is not worth failing for
	}
	kind := s.Text.Name("report_kind", o.Kind)
	if o.Kind == reportKindSummary && o.Campaign != "" {
		kind = s.Text.Name("report.file", string(o.Campaign))
	}
	month := ""
	if !o.Month.IsZero() {
		month = o.Month.String()
	}
	return strings.ReplaceAll(page.Joined(" ", kind, commune.Title(), month, day.String()), "/", "-")
}

// reportList is the kinds of reports with what can be taken away of each. Template: report/list.
type reportList struct {
	page.Frame
	State  string
	Form   reportForm
	Groups []reportGroup
}

// reportForm asks for what stands in the head of a report and for which campaign it is.
type reportForm struct {
	Summary  field.Summary
	Campaign field.Cell
	Number   field.Cell
	Day      field.Cell
}

type reportGroup struct {
	Title string
	Kinds []reportKind
}

// reportKind is one kind of report.
type reportKind struct {
	Name   string      // "Báo cáo tổng hợp kết quả rà soát"
	Text   string      // to whom, when
	Due    string      // "nộp trước 20/6/2024"; may be empty
	Note   string      // whose figures it has
	Holes  string      // "còn 2 chỗ trống"; may be empty
	Write  string      // what people have to write into it; may be empty
	Read   string      // address of the page itself
	Files  []page.Link // "Word", "Excel", "PDF"
	Issued []page.Link // earlier issues
	Issue  issueForm
}

// issueForm asks for what a report goes out under. Kind is empty where nobody issues it here.
type issueForm struct {
	Kind   string
	Title  string // of the kind, as it stands in its labels
	Fields []field.Cell
	Open   bool // it was refused
}
