package settings

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// auditKinds are the kinds of subjects that can be filtered by; none is all of them.
var auditKinds = []string{
	"", "procedure", "form_file", "proposal", "form", "campaign", "plan", "setting", "user", "report", "figure",
	"month", "settlement", "release", "feedback", "announcement", "additions", "held", "remark", "job", "file", "setup",
}

// auditForm narrows the list, by the names of its address.
var auditForm = field.Form[app.AuditFilter]{
	field.Word("loai", func(f *app.AuditFilter) *string { return &f.Kind }, "audit.kind", auditKinds,
		field.Label("kind")),
	field.Text("ma", func(f *app.AuditFilter) *string { return &f.Thing }, field.Label("item")),
	field.Offer("nguoi", func(f *app.AuditFilter) *string { return &f.Actor }, "actors", field.Label("actor")),
	field.Date("tu", func(f *app.AuditFilter) *value.Date { return &f.From }, field.Label("from")),
	field.Date("den", func(f *app.AuditFilter) *value.Date { return &f.To }, field.Label("to")),
	field.Word("xep", func(f *app.AuditFilter) *app.AuditOrder { return &f.Order }, "audit.order",
		[]app.AuditOrder{app.NewestFirst, app.OldestFirst}, field.Label("sort")),
}

// Audit is the list of who did what, newest first.
func (s *Room) Audit(c *gin.Context) error { return s.showAudit(c, http.StatusOK, nil) }

// CheckAudit checks the chain and says the result above the list; nothing is stored.
func (s *Room) CheckAudit(c *gin.Context, _ url.Values) (page.Act, error) {
	return page.Act{
		Do: func() (page.Done, error) {
			v, err := s.App.CheckAudit(c.Request.Context(), s.Person(c))
			return page.Done{Show: func() error { return s.showAudit(c, http.StatusOK, &v) }}, err
		},
		Again: func(t page.Typed) error { return s.showAudit(c, t.Status, nil) },
	}, nil
}

func (s *Room) showAudit(c *gin.Context, status int, v *app.AuditVerdict) error {
	ctx, by := c.Request.Context(), s.Person(c)
	var f app.AuditFilter
	typed := c.Request.URL.Query()
	problems := auditForm.Read(typed, &f).Problems
	if len(problems) > 0 {
		status = http.StatusUnprocessableEntity
	}
	start := page.AuditBefore
	if f.Order == app.OldestFirst {
		start = page.AuditAfter
	}
	past, err := page.QueryNumber(c, start, 0, 0, 1<<31)
	if err != nil {
		return err
	}
	f.Past = int64(past)
	if page.WantsSheet(c) && len(problems) == 0 {
		return s.giveAudit(c, f)
	}
	entries, next, err := s.App.Audit(ctx, by, f)
	if err != nil {
		return err
	}
	people, err := s.App.People(ctx)
	if err != nil {
		return err
	}
	m := auditList{Frame: s.Frame(c, s.Text.Say("nav.audit")), Verdict: v}
	m.Sheet = page.SheetAddress(c.Request.URL)
	for _, e := range entries {
		m.Rows = append(m.Rows, auditRow{e, s.auditWords(e, m.Who), auditHref(e)})
	}
	who := []field.Option{{Text: s.Text.Say("audit.everybody")}}
	for _, p := range people {
		who = append(who, field.Option{Value: p.Name, Text: p.Shown()})
	}
	for _, name := range []string{"cmd", "rasoat"} {
		who = append(who, field.Option{Value: name, Text: s.Text.Name("actor", name)})
	}
	sheet := field.NewSheet(s.Text, typed, problems)
	sheet.Keys, sheet.Offers = "audit", map[string][]field.Option{"actors": who}
	m.Filter, m.Summary = auditForm.Lay(sheet).Cells, sheet.Summary()
	if next > 0 {
		m.Next = page.AuditHref(f, next)
	}
	if f.Past > 0 {
		m.First = page.AuditHref(f, 0)
	}
	m.Oldest = f.Order == app.OldestFirst
	return s.Show(c, status, "settings/audit", m)
}

// giveAudit sends what a filter leaves of the log as a spreadsheet, in its order.
func (s *Room) giveAudit(c *gin.Context, f app.AuditFilter) error {
	names := s.Names(c)
	var rows []auditRow
	f.Past = 0
	err := s.App.EachAudit(c.Request.Context(), s.Person(c), f, func(e app.AuditEntry) bool {
		rows = append(rows, auditRow{e, s.auditWords(e, names), ""})
		return true
	})
	if err != nil {
		return err
	}
	list := page.List[auditRow]{Columns: []page.Column[auditRow]{
		page.CountColumn("so", "audit.col.number", func(x auditRow) value.Opt[int] { return value.Known(int(x.Seq)) }),
		page.DayColumn("ngay", "col.date", func(x auditRow) value.Date { return value.On(x.At) }),
		page.WordsColumn("luc", "audit.col.moment", func(x auditRow) string { return page.Moment(x.At) }),
		page.WordsColumn("ai", "audit.col.who", func(x auditRow) string { return names(x.Actor) }),
		page.WordsColumn("viec", "audit.col.what", func(x auditRow) string { return viet.Capital(x.What) }),
		page.WordsColumn("ly-do", "audit.col.reason", func(x auditRow) string { return x.Detail.Reason }),
	}}
	return list.GiveSheet(s.Kit, c, s.Text.Say("nav.audit"), rows)
}

// auditHref is the page of what an entry is about, where it has one.
func auditHref(e app.AuditEntry) string {
	plan, campaign, _ := strings.Cut(e.Item, "/")
	number, _ := strconv.ParseInt(e.Item, 10, 64)
	switch e.Kind {
	case "procedure", "form_file":
		return page.ProcedureHref(catalog.Code(e.Item))
	case "proposal":
		return page.ProposalsPath + "/" + url.PathEscape(e.Item)
	case "plan":
		return page.PlanHref(review.PlanID(e.Item)) + "#lich-su"
	case "campaign":
		return page.CampaignHref(review.PlanID(plan), review.CampaignID(campaign))
	case "announcement":
		return page.AnnouncementHref(review.AnnouncementID(number), "")
	case "report":
		return page.IssuedHref(number)
	}
	return ""
}

// auditWords is what was done, without who and when: "lưu thủ tục 1.001193 Đăng ký khai sinh (bản 3)".
func (s *Room) auditWords(e app.AuditEntry, who func(name string) string) string {
	code, d := e.Action, e.Detail
	item, with := s.subjectWords(e.Subject), d.Number
	switch {
	case e.Kind == "setting":
		item = s.Text.Name("audit.setting", e.Item)
	case code == "proposal.step":
		with = viet.LowerFirst(s.Text.Name("action", d.Step))
	case code == "paper.correct":
		item = s.Text.Name("audit.kind", e.Kind) + " " + item
		with = s.Text.Say("decision.becomes", s.paperWords(d.Was), s.paperWords(d.Is))
	case code == "campaign.item" && d.Officer != "":
		code, with = "campaign.assign", who(d.Officer)
	case code == "user.save":
		names := make([]string, len(d.Roles))
		for i, r := range d.Roles {
			names[i] = s.Text.Name("role", r)
		}
		with = strings.Join(names, ", ")
		switch {
		case d.New:
			code = "user.new"
		case d.Closed:
			code = "user.closed"
		case d.Secret:
			code = "user.password"
		}
	}
	words := s.Text.Say("audit."+code, item, with)
	if now := figureWords(d.After); now != "" {
		words = s.Text.Say("audit.now", words, page.Joined(" → ", figureWords(d.Before), now))
	}
	if e.Kind != "figure" && d.Version > 1 ||
		d.Version == 1 && slices.Contains([]string{"procedure", "proposal", "form"}, e.Kind) {
		words = s.Text.Say("audit.version", words, d.Version)
	}
	return words
}

// paperWords names a paper: "45/QĐ-UBND ngày 08/7/2024".
func (s *Room) paperWords(d review.DecisionRef) string {
	return s.Text.Say("audit.paper", d.Number, viet.ShortDate(d.Date))
}

// subjectWords names what an entry is about: "chỉ tiêu số 4 (NQ 02), tháng 6/2024, 29/KH-UBND".
func (s *Room) subjectWords(x app.AuditSubject) string {
	if x.Pattern {
		return s.Text.Say("audit.pattern")
	}
	var indicator, month string
	if x.Indicator.ID != "" {
		indicator = s.Text.Say("audit.indicator", x.Indicator.Number, x.Indicator.Group)
	}
	thing := page.Joined(", ", x.ID, page.Joined(" ", string(x.Code), x.Name))
	if !x.Month.IsZero() {
		month = s.Text.Say("due.month", int(x.Month.Month), x.Month.Year)
		if thing = x.Name; thing == "" && x.ID != "" {
			thing = s.Text.Name("place", x.ID)
		}
	}
	return page.Joined(", ", thing, indicator, x.Variant, month, x.Campaign, x.Plan)
}

// figureWords are a figure's counts: "96/100"; empty where there is none.
func figureWords(f review.Figure) string {
	var counts []string
	for _, n := range []value.Opt[int64]{f.Numerator, f.Denominator} {
		if n, known := n.Get(); known {
			counts = append(counts, viet.Number(n))
		}
	}
	return strings.Join(counts, "/")
}

// auditList is who did what, in the order that was chosen. Template: settings/audit.
type auditList struct {
	page.Frame
	Filter  []field.Cell
	Summary field.Summary
	Verdict *app.AuditVerdict // what checking the chain came to; nil: it was not checked
	Rows    []auditRow
	Sheet   string // address of all that the filter leaves, as a spreadsheet
	Next    string // the address of the next page; First of the first
	First   string
	Oldest  bool // the oldest stand first
}

// auditRow is one entry: "Lê Thị Lan đã lưu thủ tục 1.001193 (bản 3)".
type auditRow struct {
	app.AuditEntry
	What, Href string // what follows "đã"
}
