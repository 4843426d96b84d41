// Package report is the room of the reports: those of a plan, of a month and of a year, and the list of what is to be
// done.
package report

import (
	"cmp"
	"embed"
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

// Templates are the pages of this room.
//
//go:embed *.gohtml part
var Templates embed.FS

// Room is the handlers of these pages.
type Room struct{ *page.Kit }

// New opens the room.
func New(kit *page.Kit) *Room { return &Room{Kit: kit} }

// summaryKind is the report that the page of reports leads to.
const summaryKind = "review-summary"

// monthlyKind is the report that the office writes every month.
const monthlyKind = "monthly"

// reviewPlanKind is the plan of a review.
const reviewPlanKind = "review-plan"

// The reports that may have nothing to say.
const (
	submissionKind = "submission"
	decisionKind   = "decision"
)

// kindOfReport is a kind of report; it may be asked of which campaign or month it is: of is "campaign", "month".
type kindOfReport struct {
	name, page string
	goesOut    bool
	of         string
}

// reportKinds are the kinds in the order of the page, each with the page on which it is written: one without has its
// document itself to be read. Some go out from the page of reports.
var reportKinds = []kindOfReport{
	{summaryKind, "", true, "campaign"},
	{monthlyKind, page.MonthPath, false, ""},
	{"indicators", page.IndicatorsPath, true, "month"},
	{"additions", page.AdditionsPath, false, ""},
	{reviewPlanKind, "", true, "campaign"},
	{"form-02", "", false, ""},
	{"form-03", "", false, ""},
	{"proposals", "", true, "campaign"},
	{submissionKind, "", true, "campaign"},
	{decisionKind, "", false, ""},
	{"internal-list", "", true, ""},
}

// reportOptions reads which report an address asks for.
func (s *Room) reportOptions(c *gin.Context) (app.ReportOptions, value.Problems) {
	day, problems := page.TypedDate(c.Request.URL.Query(), "ngay")
	return app.ReportOptions{
		Kind:     summaryKind,
		Plan:     s.PlanID(c),
		Campaign: review.CampaignID(c.Query("dot")),
		Number:   strings.TrimSpace(c.Query("so")),
		Date:     day,
	}, problems
}

// List shows what can be reported, what it lacks, and where to take it away.
func (s *Room) List(c *gin.Context) error {
	o, problems := s.reportOptions(c)
	t := page.Shown(c.Request.URL.Query())
	if t.Problems = problems; len(problems) > 0 {
		t.Status, o.Date = http.StatusUnprocessableEntity, value.Date{}
	}
	return s.showReports(c, o, t)
}

// showReports shows the page; what was typed belongs to the head of a report, or to the form of the kind refused.
func (s *Room) showReports(c *gin.Context, o app.ReportOptions, t page.Typed) error {
	d, err := s.App.ReportDraft(c.Request.Context(), o)
	if err != nil {
		return err
	}
	boards, err := s.App.Boards(c.Request.Context(), s.PlanID(c))
	if err != nil {
		return err
	}
	say := s.Text.Say
	campaigns := []field.Option{{Value: "", Text: say("report.all_campaigns")}}
	for _, b := range boards {
		campaigns = append(campaigns, field.Option{Value: string(b.Campaign.ID), Text: b.Campaign.Name})
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m := reportList{
		Frame: s.Frame(c, say("nav.reports")),
		State: say("report.state", viet.ShortDate(d.AsOf)),
		Form: []field.Cell{
			f.Cell("dot", say("report.campaign"), field.Choose(campaigns...)),
			f.Cell("so", say("note.number"), field.Short),
			f.Cell("ngay", say("report.day"), field.Short),
		},
	}
	kinds, err := s.kindsOf(c, f, campaigns)
	if err != nil {
		return err
	}
	s.fillSummary(&kinds[0], d, o)
	m.Review, m.Others, m.Summary = kinds[:1], kinds[1:], f.Summary()
	return s.Show(c, t.Status, "report/list", m)
}

// kindsOf are the kinds of reports, then the year table: with what went out of each, and the form under which it goes
// out. Without a plan there is the summary alone.
func (s *Room) kindsOf(c *gin.Context, f *field.Sheet, campaigns []field.Option) ([]reportKind, error) {
	plan, _, err := s.App.Plan(c.Request.Context(), s.PlanID(c))
	if errors.Is(err, value.ErrNotFound) {
		return []reportKind{{}}, nil
	}
	if err != nil {
		return nil, err
	}
	issued, err := s.App.IssuedReports(c.Request.Context(), plan.ID)
	if err != nil {
		return nil, err
	}
	await, err := s.App.AwaitDecision(c.Request.Context(), string(plan.ID))
	if err != nil {
		return nil, err
	}
	mayIssue := s.Person(c).May(account.IssueReport) && plan.TakesWork() == nil
	var out []reportKind
	for _, k := range reportKinds {
		name := s.Text.Name("report_kind", k.name)
		isOther := func(r app.IssuedReport) bool { return r.Kind != k.name }
		of, query := campaigns, "" // of which campaigns it may be, and of which it is at first
		if decides := k.name == submissionKind || k.name == decisionKind; decides && len(await) > 0 {
			of = slices.DeleteFunc(slices.Clone(of), func(o field.Option) bool {
				return !slices.Contains(await, review.CampaignID(o.Value))
			})
			query = "?dot=" + url.QueryEscape(string(await[0]))
		}
		one := reportKind{
			Kind:   k.name,
			Name:   name,
			Read:   cmp.Or(k.page, previewPath+k.name+query),
			Files:  reportFiles("/bao-cao/"+k.name, query),
			Issued: s.issuedLines(slices.DeleteFunc(slices.Clone(issued), isOther)),
			Open:   f.Typed.Get("kind") == k.name,
		}
		if k.name != summaryKind {
			one.Text = s.Text.Say("report.about." + k.name)
		}
		isEmpty := k.name == submissionKind && len(await) == 0 && !one.Open
		if isEmpty {
			one.Note = s.Text.Say("report.nothing_waits")
		}
		if k.goesOut && mayIssue && !isEmpty {
			one.Title = viet.LowerFirst(name)
			one.Issue = s.issueFields(f, k.name, k.of, one.Title, of)
		}
		out = append(out, one)
	}
	return append(out, reportKind{
		Name:  s.Text.Say("year.headline", plan.Year),
		Text:  s.Text.Say("report.about.year"),
		Read:  page.YearPath,
		Files: reportFiles(page.YearPath, ""),
	}), nil
}

// reportFiles are a report as Word and as Excel.
func reportFiles(href, query string) (out []page.Link) {
	for _, t := range []page.FileType{page.Word, page.Excel} {
		out = append(out, page.Link{Text: t.Name, Href: href + "." + t.Ending + query})
	}
	return out
}

// issueFields are the fields of a form, each under the name of its kind: several forms stand on one page.
func (s *Room) issueFields(f *field.Sheet, kind, of, title string, campaigns []field.Option) []field.Cell {
	cell := func(what string, looks ...field.Look) field.Cell {
		label := s.Text.Say("report."+what+"_of", title)
		return f.Cell(kind+"."+what, label, append(looks, field.Medium)...)
	}
	out := []field.Cell{
		cell("number", field.Need, field.Hint(s.Text.Say("month.number.hint"))),
		cell("date", field.Need, field.Hint(s.Text.Say("date.hint"))),
	}
	switch of {
	case "campaign":
		out = append(out, cell(of, field.Choose(campaigns...)))
	case "month":
		out = append(out, cell(of, field.Hint(s.Text.Say("report.month.hint"))))
	}
	return out
}

// fillSummary says of the review summary: to whom, until when, on which figures, what it lacks.
func (s *Room) fillSummary(k *reportKind, d app.ReportDraft, o app.ReportOptions) {
	say, q := s.Text.Say, url.Values{}
	for name, v := range map[string]string{"dot": string(o.Campaign), "so": o.Number, "ngay": viet.ShortDate(o.Date)} {
		if v != "" {
			q.Set(name, v)
		}
	}
	at := url.URL{Path: "/bao-cao/" + summaryKind, RawQuery: q.Encode()}
	query := strings.TrimPrefix(at.String(), at.Path)
	k.Name, k.Read, k.Files = d.Title, previewPath+summaryKind+query, reportFiles(at.Path, query)
	k.WriteAt = summaryHref(o.Campaign)
	k.Note = say("report.figures", viet.ShortDate(d.AsOf))
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
	k.To, k.Due = strings.Join(to, "; "), strings.Join(due, " "+say("report.and")+" ")
	k.Lacks = len(d.Particulars)
	k.Holes = strings.Join(page.Holes(s.Text, d.Particulars), ", ")
	k.Write = strings.Join(page.Holes(s.Text, d.Passages), "; ")
}

// reportList is the kinds of reports with what can be taken away of each. Template: report/list.
type reportList struct {
	page.Frame
	State   string
	Summary field.Summary
	Form    []field.Cell // what stands in the head of a report, and for which campaign it is
	Review  []reportKind
	Others  []reportKind
}

// reportKind is one kind of report: to whom and when, until when, whose figures it has, what it lacks, what people
// have to write into it.
type reportKind struct {
	Kind, Name, Text, Note string
	To, Due, Holes, Write  string // of the review summary
	Lacks                  int    // how many holes
	Read                   string // address of the page itself
	Files                  []page.Link
	Issued                 []issuedLine
	WriteAt                string       // address at which people write it; of the review summary
	Issue                  []field.Cell // what it goes out under; none where nobody issues it here
	Title                  string       // of the kind, as it stands in their labels
	Open                   bool         // it was refused
}
