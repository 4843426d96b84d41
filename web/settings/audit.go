package settings

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
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
	entries, next, err := s.App.Audit(ctx, s.Person(c), f)
	if err != nil {
		return err
	}
	names := s.Names(c)
	m := auditList{Frame: s.Frame(c, s.Text.Say("nav.audit"))}
	for _, e := range entries {
		m.Rows = append(m.Rows, s.auditRow(e, names))
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
	if v != nil {
		m.Verdict = s.auditVerdict(*v)
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

// auditRow says an entry in words.
func (s *Room) auditRow(e app.AuditEntry, names func(string) string) auditRow {
	out := auditRow{Number: viet.Number(e.Seq), When: page.Moment(e.At), Who: names(e.Actor), What: s.auditWords(e)}
	switch e.Kind {
	case "procedure":
		out.Href = "/thu-tuc/" + url.PathEscape(e.Item)
	case "proposal":
		out.Href = "/phuong-an/" + url.PathEscape(e.Item)
	case "plan":
		out.Href = page.PlanHref(review.PlanID(e.Item)) + "#lich-su"
	}
	if e.Detail.Reason != "" {
		out.Reason = s.Text.Say("audit.reason", e.Detail.Reason)
	}
	return out
}

// auditWords is what was done, without who and when: "lưu thủ tục 1.001193 (bản 3)".
func (s *Room) auditWords(e app.AuditEntry) string {
	item := e.Item
	if e.Kind == "setting" {
		item = s.Text.Name("audit.setting", e.Item)
	}
	d := e.Detail
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

func (s *Room) auditRoles(words []string) string {
	var roles []account.Role
	for _, w := range words {
		roles = append(roles, account.Role(w))
	}
	return s.roleNames(roles)
}

// auditVerdict says in words what checking the chain came to.
func (s *Room) auditVerdict(v app.AuditVerdict) auditVerdict {
	out := auditVerdict{OK: v.OK()}
	if out.OK {
		out.Lines = []string{s.Text.Say("audit.ok", viet.Number(v.Entries))}
	}
	if v.Broken > 0 {
		out.Lines = append(out.Lines, s.Text.Say("audit.broken."+v.Reason, viet.Number(v.Broken)))
	}
	if v.Damaged != "" {
		out.Lines = append(out.Lines, s.Text.Say("audit.damaged", v.Damaged))
	}
	if !out.OK {
		out.Lines = append(out.Lines, s.Text.Say("audit.damage.do"))
	}
	return out
}

// auditList is who did what, newest first. Template: settings/audit.
type auditList struct {
	page.Frame
	Filter  []field.Cell
	Verdict auditVerdict
	Rows    []auditRow
	Older   string // address of the next page; empty at the last
	Newest  string // address of the first page; empty there
}

// auditRow is one entry in words: "Lê Thị Lan đã lưu thủ tục 1.001193 (bản 3)".
type auditRow struct {
	Number string
	When   string
	Who    string
	What   string // follows "đã"
	Reason string
	Href   string
}

// auditVerdict is what checking the chain came to; no lines: it was not checked.
type auditVerdict struct {
	OK    bool
	Lines []string
}
