package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"rasoat/tools/webtest"
	"rasoat/web/page"
)

// notForms are the addresses that are posted to and are no form of a page, each with its reason.
var notForms = map[string]string{
	page.SignInPath:                  "begins the session, and carries the form that waits for it",
	"/dang-xuat":                     "ends the session; nothing is typed",
	page.LanguagePath:                "keeps a choice in a cookie; nothing is stored",
	"/ke-hoach/chon":                 "keeps a choice in the session; nothing is stored",
	page.ProposalsPath + "/:id/tinh": "prices a row while it is typed; nothing is stored",
	page.IndicatorsPath + "/tinh":    "works a row out while it is typed; nothing is stored",
}

// Every form of a page goes by Submit. What is posted otherwise stands in notForms with its reason.
func TestForms_GoBySubmit(t *testing.T) {
	s := webtest.OpenSite(t)
	posted := map[string]bool{}
	routes := s.Server.Routes().Routes()
	for _, r := range routes {
		if r.Method != http.MethodPost {
			continue
		}
		posted[r.Path] = true
		if !s.Server.Forms[r.Path] && notForms[r.Path] == "" {
			t.Errorf("POST %s is no Form made by Submit, and has no reason in notForms", r.Path)
		}
	}
	for path := range s.Server.Forms {
		if !posted[path] {
			t.Errorf("%s is a form, and no address", path)
		}
		if notForms[path] != "" {
			t.Errorf("%s goes by Submit: strike it from notForms", path)
		}
	}
	for path := range notForms {
		if !posted[path] {
			t.Errorf("%s is no address any more: strike it from notForms", path)
		}
	}
}

// A sign-in page that was made up cannot have something done after signing in: only the page of a form is shown.
func TestSignIn_RunsNothingBesideForms(t *testing.T) {
	s := webtest.OpenSite(t)
	for path := range notForms {
		path = strings.Replace(path, ":id", "9", 1)
		c := s.Visitor()
		r := c.Post(page.SignInPath, "username", "office", "password", "van-phong-2024",
			"giu-dia-chi", path, "giu.plan", "kh-1", "giu.lang", "en")
		if r.Status != http.StatusSeeOther || r.Header.Get("Location") != page.FirstPage {
			t.Errorf("%s: %d to %q, want to be led to the own work", path, r.Status, r.Header.Get("Location"))
		}
		if c.Get("/ke-hoach").Status != http.StatusOK {
			t.Errorf("%s: signed out by it", path)
		}
		u, _ := url.Parse(s.Address)
		for _, cookie := range c.Http.Jar.Cookies(u) {
			if cookie.Name == "rasoat_lang" {
				t.Errorf("%s: a language was chosen by it", path)
			}
		}
	}
}
