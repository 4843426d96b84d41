package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/viet"
)

const auditPath = "/nhat-ky"

// auditKinds are the kinds of subjects that can be filtered by.
var auditKinds = []string{"procedure", "proposal", "form", "campaign", "plan", "setting", "user", "report", "figure", "month", "release", "feedback", "announcement", "additions", "held", "job", "file", "setup"}

// audit is the list of who did what, newest first.
func (s *Server) audit(c *gin.Context) error { return s.showAudit(c, nil) }

// checkAudit checks the chain and says the result above the list.
func (s *Server) checkAudit(c *gin.Context) error {
	v, err := s.app.CheckAudit(c.Request.Context(), s.person(c))
	if err != nil {
		return err
	}
	return s.showAudit(c, &v)
}

func (s *Server) showAudit(c *gin.Context, v *app.AuditVerdict) error {
	ctx := c.Request.Context()
	f := app.AuditFilter{Kind: c.Query("loai"), Item: strings.TrimSpace(c.Query("ma")), Actor: c.Query("nguoi")}
	if !slices.Contains(auditKinds, f.Kind) {
		f.Kind = ""
	}
	before, err := number(c, "truoc", 0, 0, 1<<31)
	if err != nil {
		return err
	}
	f.Before = int64(before)
	entries, next, err := s.app.Audit(ctx, f, s.person(c))
	if err != nil {
		return err
	}
	names, err := s.names(ctx)
	if err != nil {
		return err
	}
	m := auditList{frame: s.frame(c, s.text.Say("nav.audit"))}
	for _, e := range entries {
		m.Rows = append(m.Rows, s.auditRow(e, names))
	}
	if m.Filter, err = s.auditFilter(c, f); err != nil {
		return err
	}
	if next > 0 {
		m.Older = auditHref(f, next)
	}
	if f.Before > 0 {
		m.Newest = auditHref(f, 0)
	}
	if v != nil {
		m.Verdict = s.auditVerdict(*v)
	}
	return s.show(c, http.StatusOK, "audit/list", m)
}

func auditHref(f app.AuditFilter, before int64) string {
	q := url.Values{}
	for name, text := range map[string]string{"loai": f.Kind, "ma": f.Item, "nguoi": f.Actor} {
		if text != "" {
			q.Set(name, text)
		}
	}
	if before > 0 {
		q.Set("truoc", strconv.FormatInt(before, 10))
	}
	if len(q) == 0 {
		return auditPath
	}
	return auditPath + "?" + q.Encode()
}

// auditFilter is the form by which the list is narrowed.
func (s *Server) auditFilter(c *gin.Context, f app.AuditFilter) ([]field.Cell, error) {
	people, err := s.app.People(c.Request.Context())
	if err != nil {
		return nil, err
	}
	kinds := []field.Option{{Text: s.text.Say("audit.all")}}
	for _, k := range auditKinds {
		kinds = append(kinds, field.Option{Value: k, Text: s.text.Name("audit.kind", k)})
	}
	who := []field.Option{{Text: s.text.Say("audit.everybody")}}
	for _, p := range people {
		who = append(who, field.Option{Value: p.Name, Text: p.Shown()})
	}
	for _, name := range []string{"cmd", "rasoat"} {
		who = append(who, field.Option{Value: name, Text: s.text.Name("actor", name)})
	}
	form := field.NewSheet(s.text, url.Values{"loai": {f.Kind}, "ma": {f.Item}, "nguoi": {f.Actor}}, nil)
	return []field.Cell{form.Cell("loai", s.text.Say("audit.kind"), field.Choose(kinds...)), form.Cell("ma", s.text.Say("audit.item")),
		form.Cell("nguoi", s.text.Say("audit.actor"), field.Choose(who...))}, nil
}

// auditRow says an entry in words.
func (s *Server) auditRow(e app.AuditEntry, names func(string) string) auditRow {
	out := auditRow{Number: viet.Number(e.Seq), When: moment(e.At), Who: names(e.Actor), What: s.auditWords(e)}
	switch e.Kind {
	case "procedure":
		out.Href = "/thu-tuc/" + url.PathEscape(e.Item)
	case "proposal":
		out.Href = "/phuong-an/" + url.PathEscape(e.Item)
	case "plan":
		out.Href = planHref(review.PlanID(e.Item)) + "#lich-su"
	}
	if e.Detail.Reason != "" {
		out.Reason = s.text.Say("audit.reason", e.Detail.Reason)
	}
	return out
}

// auditWords is what was done, without who and when: "lưu thủ tục 1.001193 (bản 3)".
func (s *Server) auditWords(e app.AuditEntry) string {
	item := e.Item
	if e.Kind == "setting" {
		item = s.text.Name("audit.setting", e.Item)
	}
	d := e.Detail
	switch {
	case e.Action == "user.save" && d.New:
		return s.text.Say("audit.user.new", item, s.auditRoles(d.Roles))
	case e.Action == "user.save" && d.Closed:
		return s.text.Say("audit.user.closed", item)
	case e.Action == "user.save" && d.Secret:
		return s.text.Say("audit.user.password", item)
	case e.Action == "user.save":
		return s.text.Say("audit.user.save", item, s.auditRoles(d.Roles))
	case e.Action == "proposal.step":
		return s.text.Say("audit.proposal.step", item, viet.LowerFirst(s.text.Name("action", d.Step)))
	}
	words := s.text.Say("audit."+e.Action, item, d.Number)
	if d.Version > 1 || d.Version == 1 && (e.Kind == "procedure" || e.Kind == "proposal" || e.Kind == "form") {
		words = s.text.Say("audit.version", words, d.Version)
	}
	return words
}

func (s *Server) auditRoles(words []string) string {
	var roles []account.Role
	for _, w := range words {
		roles = append(roles, account.Role(w))
	}
	return s.roleNames(roles)
}

// auditVerdict says in words what checking the chain came to.
func (s *Server) auditVerdict(v app.AuditVerdict) auditVerdict {
	out := auditVerdict{OK: v.OK()}
	if out.OK {
		out.Lines = []string{s.text.Say("audit.ok", viet.Number(v.Entries))}
	}
	if v.Broken > 0 {
		out.Lines = append(out.Lines, s.text.Say("audit.broken."+v.Reason, viet.Number(v.Broken)))
	}
	if v.Damaged != "" {
		out.Lines = append(out.Lines, s.text.Say("audit.damaged", v.Damaged))
	}
	if !out.OK {
		out.Lines = append(out.Lines, s.text.Say("audit.damage.do"))
	}
	return out
}
