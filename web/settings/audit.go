package settings

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
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
	"", "procedure", "proposal", "form", "campaign", "plan", "setting", "user", "report", "figure", "month", "release",
	"feedback", "announcement", "additions", "held", "remark", "job", "file", "setup",
}

// auditForm narrows the list, by the names of its address.
var auditForm = field.Form[app.AuditFilter]{
	field.Word("loai", func(f *app.AuditFilter) *string { return &f.Kind }, "audit.kind", auditKinds,
		field.Label("kind")),
	field.Text("ma", func(f *app.AuditFilter) *string { return &f.Item }, field.Label("item")),
	field.Offer("nguoi", func(f *app.AuditFilter) *string { return &f.Actor }, "actors", field.Label("actor")),
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
	if auditForm.Read(c.Request.URL.Query(), &f); !slices.Contains(auditKinds, f.Kind) {
		f.Kind = ""
	}
	before, err := page.QueryNumber(c, "truoc", 0, 0, 1<<31)
	if err != nil {
		return err
	}
	f.Before = int64(before)
	entries, next, err := s.App.Audit(ctx, by, f)
	if err != nil {
		return err
	}
	plans, err := s.App.PlansFor(ctx, by)
	if err != nil {
		return err
	}
	people, err := s.App.People(ctx)
	if err != nil {
		return err
	}
	m := auditList{Frame: s.Frame(c, s.Text.Say("nav.audit")), Verdict: v}
	for _, e := range entries {
		m.Rows = append(m.Rows, auditRow{e, s.auditWords(e, plans), auditHref(e)})
	}
	who := []field.Option{{Text: s.Text.Say("audit.everybody")}}
	for _, p := range people {
		who = append(who, field.Option{Value: p.Name, Text: p.Shown()})
	}
	for _, name := range []string{"cmd", "rasoat"} {
		who = append(who, field.Option{Value: name, Text: s.Text.Name("actor", name)})
	}
	sheet := field.NewSheet(s.Text, auditForm.Values(f), nil)
	sheet.Keys, sheet.Offers = "audit", map[string][]field.Option{"actors": who}
	m.Filter = auditForm.Lay(sheet).Cells
	if next > 0 {
		m.Older = page.AuditHref(f, next)
	}
	if f.Before > 0 {
		m.Newest = page.AuditHref(f, 0)
	}
	return s.Show(c, status, "settings/audit", m)
}

// auditHref is the page of what an entry is about, where it has one.
func auditHref(e app.AuditEntry) string {
	switch e.Kind {
	case "procedure":
		return page.ProcedureHref(catalog.Code(e.Item))
	case "proposal":
		return page.ProposalsPath + "/" + url.PathEscape(e.Item)
	case "plan":
		return page.PlanHref(review.PlanID(e.Item)) + "#lich-su"
	}
	return ""
}

// auditWords is what was done, without who and when: "lưu thủ tục 1.001193 (bản 3)".
func (s *Room) auditWords(e app.AuditEntry, plans []review.Plan) string {
	code, item, d := e.Action, s.auditItem(e.Item, plans), e.Detail
	with := d.Number
	switch {
	case e.Kind == "setting":
		item = s.Text.Name("audit.setting", e.Item)
	case code == "proposal.step":
		with = viet.LowerFirst(s.Text.Name("action", d.Step))
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
	if d.Version > 1 || d.Version == 1 && slices.Contains([]string{"procedure", "proposal", "form"}, e.Kind) {
		words = s.Text.Say("audit.version", words, d.Version)
	}
	return words
}

// auditItem names what lies in a plan: "29/KH-UBND, NQ 01 4, tháng 5/2024" is kh-29-2024/nq01-4//2024-05.
func (s *Room) auditItem(item string, plans []review.Plan) string {
	keys := strings.Split(item, "/")
	i := slices.IndexFunc(plans, func(p review.Plan) bool { return string(p.ID) == keys[0] })
	if i < 0 {
		return item
	}
	words := map[string]string{keys[0]: plans[i].Number}
	for _, k := range plans[i].Campaigns {
		words[string(k.ID)] = k.Name
	}
	for _, ind := range plans[i].Indicators {
		if !slices.Contains(keys, ind.ID) {
			continue
		}
		words[ind.ID] = ind.Group + " " + ind.Number
		for _, v := range ind.Variants {
			words[v.ID] = v.Name
		}
	}
	for i, key := range keys {
		if m, err := value.ParseMonth(key); err == nil {
			keys[i] = s.Text.Say("due.month", int(m.Month), m.Year)
		}
		keys[i] = cmp.Or(words[key], keys[i])
	}
	return page.Joined(", ", keys...)
}

// auditList is who did what, newest first. Template: settings/audit.
type auditList struct {
	page.Frame
	Filter  []field.Cell
	Verdict *app.AuditVerdict // what checking the chain came to; nil: it was not checked
	Rows    []auditRow
	Older   string // the address of the next page; Newest of the first
	Newest  string
}

// auditRow is one entry: "Lê Thị Lan đã lưu thủ tục 1.001193 (bản 3)".
type auditRow struct {
	app.AuditEntry
	What, Href string // what follows "đã"
}
