package web

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/app/text"
	"rasoat/value"
	"rasoat/viet"
)

// frame is what stands around a page for whoever asked.
func (s *Server) frame(c *gin.Context, title string) frame {
	ctx := c.Request.Context()
	f := frame{
		Title:      title,
		Commune:    s.text.Say("page.no_commune"),
		Demo:       s.demo,
		Done:       s.takeFlash(c),
		Alert:      c.GetString(alertKey),
		Query:      c.Query("q"),
		SignInHref: s.signInHref(c),
		Here:       here(c),
		OtherLang:  text.Other(s.text.Lang()),
		Words:      s.spoken,
	}
	if c.GetBool(refusedKey) {
		f.Title = s.text.Say("page.refused", title)
	}
	if commune, _, err := s.app.Commune(ctx); err == nil && commune.Name != "" {
		f.Commune = "UBND " + commune.Title()
	}
	if n, err := s.app.DataVersion(ctx); err == nil {
		f.DataVersion = s.text.Say("page.data_version", viet.ShortDate(s.app.Today()), viet.Number(n))
	}
	f.Description = s.text.Say("page.description", f.Commune)
	if p := s.person(c); p.Name != "" {
		f.Description = "" // nothing that officials see is for search engines
		s.workFrame(c, &f, p)
	}
	return f
}

// workFrame adds what officials see around a page: who they are, where they may go, the plan and its next date.
func (s *Server) workFrame(c *gin.Context, f *frame, p app.Person) {
	f.Work, f.Person = true, p.Shown()
	var roles []string
	for _, r := range p.Roles {
		roles = append(roles, s.text.Name("role", string(r)))
	}
	f.Role = strings.Join(roles, ", ")
	for _, place := range places {
		if !p.May(place.needs) {
			continue
		}
		item := navItem{Text: s.text.Say("nav." + place.name), Href: place.href, Current: under(c.Request.URL.Path, place.href)}
		if place.name == "work" {
			item.Count = s.workCount(c, p)
		}
		f.Nav = append(f.Nav, item)
	}
	plan, due, some, err := s.app.NextDate(c.Request.Context(), s.planID(c))
	if err != nil || plan.Number == "" {
		return // a fresh store without a plan has no line; a failing store fails the page itself
	}
	f.Pick = s.planPick(c, p, plan)
	f.Plan = planLine{Plan: s.text.Say("plan.line", strings.TrimSuffix(plan.Number, "/KH-UBND")), Href: "/ke-hoach"}
	switch {
	case !some:
	case due.Late:
		f.Plan.Late, f.Plan.Date = true, s.text.Say("plan.late", viet.ShortDate(due.LastDay))
	case due.Left == 0:
		f.Plan.Date = s.text.Say("plan.today", viet.DayMonth(due.LastDay))
	default:
		f.Plan.Date = s.text.Say("plan.left", due.Left, viet.DayMonth(due.LastDay))
	}
}

// place is an entry of the list at the left.
type place struct {
	name, href string
	needs      account.Action
}

// places is the list at the left, in order (look.md, Frame).
var places = []place{
	{"work", "/viec", account.SeeInternal},
	{"catalogue", "/danh-muc", account.SeeInternal},
	{"announcements", announcementPath, account.SeeInternal},
	{"review", "/ra-soat", account.SeeInternal},
	{"proposals", "/phuong-an", account.SeeInternal},
	{"targets", "/chi-tieu", account.SeeInternal},
	{"indicators", indicatorsPath, account.SeeInternal},
	{"reports", "/bao-cao", account.SeeInternal},
	{"year", yearPath, account.SeeInternal},
	{"feedback", feedbackPath, account.SeeInternal},
	{"vocabulary", wordsPath, account.EditVocabulary},
	{"settings", "/thiet-lap", account.EditSettings},
	{"users", usersPath, account.ManageUsers},
	{"audit", auditPath, account.SeeAudit},
}

// under reports whether a page lies at or below an address.
func under(path, href string) bool { return path == href || strings.HasPrefix(path, href+"/") }

// number is a whole number of the address within bounds, the default where it is missing.
func number(c *gin.Context, name string, standard, least, most int) (int, error) {
	raw := c.Query(name)
	if raw == "" {
		return standard, nil
	}
	n, err := strconv.Atoi(raw)
	if err != nil || n < least || n > most {
		return 0, value.Problems{{Field: name, Code: "address.number", Args: []any{least, most, raw}}}
	}
	return n, nil
}

func httpNumber(status int) string { return strconv.Itoa(status) }

func (s *Server) notFound(*gin.Context) error { return value.ErrNotFound }

// healthz says that the process answers.
func (s *Server) healthz(c *gin.Context) { c.String(http.StatusOK, "ok\n") }

// readyz says whether the index has caught up with the store; pages answer meanwhile.
func (s *Server) readyz(c *gin.Context) {
	ready, err := s.app.Ready(c.Request.Context())
	if err != nil || !ready {
		c.String(http.StatusServiceUnavailable, "not ready\n")
		return
	}
	c.String(http.StatusOK, "ready\n")
}
