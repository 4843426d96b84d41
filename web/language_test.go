package web_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"rasoat/app/text"
	"rasoat/tools/webtest"
	"rasoat/web"
	"rasoat/web/page"
)

// A page is answered in the language that its reader chose at its foot; the choice is kept for a year and works
// without a script. Who chose none gets the language of the installation.
func TestLanguage(t *testing.T) {
	s := webtest.OpenEmptySite(t)
	c := s.Visitor()
	said := func(path, lang, want string) {
		t.Helper()
		r := c.Get(path)
		if !strings.Contains(r.Body, `<html lang="`+lang+`">`) || !strings.Contains(r.Body, want) {
			t.Errorf("%s is not said in %s: %q is missing in\n%s", path, lang, want, r.Body)
		}
	}
	said("/", "vi", "Tìm thủ tục hành chính")
	r := c.Post(page.LanguagePath, "lang", "en", "back", "/gop-y?thu-tuc=1.001193")
	if r.Status != http.StatusSeeOther || r.Header.Get("Location") != "/gop-y?thu-tuc=1.001193" {
		t.Errorf("%d to %s", r.Status, r.Header.Get("Location"))
	}
	if kept := r.Header.Get("Set-Cookie"); !strings.Contains(
		kept,
		"rasoat_lang=en; Path=/; Max-Age=31536000; HttpOnly",
	) {
		t.Errorf("kept as %q", kept)
	}
	said("/", "en", "Find an administrative procedure")
	said("/dang-nhap", "en", "Sign in")
	said("/khong-co", "en", `name="back" value="/khong-co"`)
	if r := c.Post(page.SignInPath, "username", "nobody", "password", "x"); !strings.Contains(
		r.Body,
		`<html lang="en">`,
	) {
		t.Error("a refused form is not said in English")
	}
	if r := c.Get("/api/v1/procedures/9.999999"); strings.Contains(r.Body, "Không") {
		t.Errorf("the API answers %s", r.Body)
	}
	c.Post(page.LanguagePath, "lang", "vi", "back", "https://elsewhere.example/")
	said("/", "vi", "Tìm thủ tục hành chính")

	// a cookie of another kind is no choice, and no address of elsewhere is gone to
	for _, kept := range []string{"", "fr", "EN"} {
		req := httptest.NewRequest(http.MethodGet, "/", nil)
		req.AddCookie(&http.Cookie{Name: web.LanguageCookie, Value: kept})
		w := httptest.NewRecorder()
		s.Server.Handler().ServeHTTP(w, req)
		if !strings.Contains(w.Body.String(), `<html lang="vi">`) {
			t.Errorf("%q chose another language", kept)
		}
	}
	if to := c.Post(page.LanguagePath, "back", "//elsewhere.example/").Header.Get("Location"); to != page.FirstPage {
		t.Errorf("led to %s", to)
	}
}

// An installation in English answers in English, and in Vietnamese to who chose it.
func TestLanguage_OfTheInstallation(t *testing.T) {
	s := webtest.OpenEmptySite(t)
	table, err := text.Load(text.English)
	if err != nil {
		t.Fatal(err)
	}
	server, err := web.NewServer(web.Config{App: s.App, Text: table})
	if err != nil {
		t.Fatal(err)
	}
	for chosen, want := range map[string]string{"": "en", "en": "en", "vi": "vi"} {
		req := httptest.NewRequest(http.MethodGet, "/", nil)
		if chosen != "" {
			req.AddCookie(&http.Cookie{Name: web.LanguageCookie, Value: chosen})
		}
		w := httptest.NewRecorder()
		server.Handler().ServeHTTP(w, req)
		if !strings.Contains(w.Body.String(), `<html lang="`+want+`">`) {
			t.Errorf("with %q chosen the page is not in %s", chosen, want)
		}
	}
}
