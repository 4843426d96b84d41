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

// auditKinds are the kinds of subjects that can be filtered by.
var auditKinds = []string{
	"procedure", "proposal", "form", "campaign", "plan", "setting", "user", "report", "figure", "month", "release",
	"feedback", "announcement", "additions", "held", "job", "file", "setup",
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
	ctx := c.Request.Context()
	f := app.AuditFilter{Kind: c.Query("loai"), Item: strings.TrimSpace(c.Query("ma")), Actor: c.Query("nguoi")}
	if !slices.Contains(auditKinds, f.Kind) {
		f.Kind = ""
	}
	before, err := page.QueryNumber(c, "truoc", 0, 0, 1<<31)
	if err != nil {
		return err
	}
	f.Before = int64(before)
	entries, next, err := s.App.Audit(ctx, f, s.Person(c))
	if err != nil {
		return err
	}
	plans, err := s.App.PlansFor(ctx, s.Person(c))
	if err != nil {
		return err
	}
	m := auditList{Frame: s.Frame(c, s.Text.Say("nav.audit")), Verdict: v}
	for _, e := range entries {
		m.Rows = append(m.Rows, auditRow{e, s.auditWords(e, plans), auditHref(e)})
	}
	if m.Filter, err = s.auditFilter(c, f); err != nil {
		return err
	}
	if next > 0 {
		m.Older = page.AuditHref(f, next)
	}
	if f.Before > 0 {
		m.Newest = page.AuditHref(f, 0)
	}
	return s.Show(c, status, "settings/audit", m)
}

// auditFilter is the form by which the list is narrowed.
func (s *Room) auditFilter(c *gin.Context, f app.AuditFilter) ([]field.Cell, error) {
	people, err := s.App.People(c.Request.Context())
	if err != nil {
		return nil, err
	}
	kinds := []field.Option{{Text: s.Text.Say("audit.all")}}
	for _, k := range auditKinds {
		kinds = append(kinds, field.Option{Value: k, Text: s.Text.Name("audit.kind", k)})
	}
	who := []field.Option{{Text: s.Text.Say("audit.everybody")}}
	for _, p := range people {
		who = append(who, field.Option{Value: p.Name, Text: p.Shown()})
	}
	for _, name := range []string{"cmd", "rasoat"} {
		who = append(who, field.Option{Value: name, Text: s.Text.Name("actor", name)})
	}
	form := field.NewSheet(s.Text, url.Values{"loai": {f.Kind}, "ma": {f.Item}, "nguoi": {f.Actor}}, nil)
	return []field.Cell{
		form.Cell("loai", s.Text.Say("audit.kind"), field.Choose(kinds...)),
		form.Cell("ma", s.Text.Say("audit.item")),
		form.Cell("nguoi", s.Text.Say("audit.actor"), field.Choose(who...)),
	}, nil
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
	item, d := s.auditItem(e.Item, plans), e.Detail
	if e.Kind == "setting" {
		item = s.Text.Name("audit.setting", e.Item)
	}
	switch {
	case e.Action == "user.save" && d.New:
		return s.Text.Say("audit.user.new", item, s.auditRoles(d.Roles))
	case e.Action == "user.save" && d.Closed:
		return s.Text.Say("audit.user.closed", item)
	case e.Action == "user.save" && d.Secret:
		return s.Text.Say("audit.user.password", item)
	case e.Action == "user.save":
		return s.Text.Say("audit.user.save", item, s.auditRoles(d.Roles))
	case e.Action == "proposal.step":
		return s.Text.Say("audit.proposal.step", item, viet.LowerFirst(s.Text.Name("action", d.Step)))
	}
	words := s.Text.Say("audit."+e.Action, item, d.Number)
	if d.Version > 1 || d.Version == 1 && (e.Kind == "procedure" || e.Kind == "proposal" || e.Kind == "form") {
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

func (s *Room) auditRoles(roles []string) string {
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = s.Text.Name("role", r)
	}
	return strings.Join(names, ", ")
}

// auditList is who did what, newest first. Template: settings/audit.
type auditList struct {
	page.Frame
	Filter  []field.Cell
	Verdict *app.AuditVerdict // what checking the chain came to; nil: it was not checked
	Rows    []auditRow
	Older   string // address of the next page; empty at the last
	Newest  string // address of the first page; empty there
}

// auditRow is one entry: "Lê Thị Lan đã lưu thủ tục 1.001193 (bản 3)".
type auditRow struct {
	app.AuditEntry
	What string // follows "đã"
	Href string
}
