package web

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"rasoat/app/text"
)

// A page is answered in the language that its reader chose at its foot; the choice is kept for a year and works
// without a script. Who chose none gets the language of the installation.
func TestLanguage(t *testing.T) {
	s := openEmptySite(t)
	c := s.visitor()
	said := func(path, lang, want string) {
		t.Helper()
		r := c.get(path)
		if !strings.Contains(r.body, `<html lang="`+lang+`">`) || !strings.Contains(r.body, want) {
			t.Errorf("%s is not said in %s: %q is missing in\n%s", path, lang, want, r.body)
		}
	}
	said("/", "vi", "Tìm thủ tục hành chính")
	r := c.post(languagePath, "lang", "en", "back", "/gop-y?thu-tuc=1.001193")
	if r.status != http.StatusSeeOther || r.header.Get("Location") != "/gop-y?thu-tuc=1.001193" {
		t.Errorf("%d to %s", r.status, r.header.Get("Location"))
	}
	if kept := r.header.Get("Set-Cookie"); !strings.Contains(kept, "rasoat_lang=en; Path=/; Max-Age=31536000; HttpOnly") {
		t.Errorf("kept as %q", kept)
	}
	said("/", "en", "Find an administrative procedure")
	said("/dang-nhap", "en", "Sign in")
	said("/khong-co", "en", `name="back" value="/khong-co"`)
	if r := c.post(signInPath, "username", "nobody", "password", "x"); !strings.Contains(r.body, `<html lang="en">`) {
		t.Error("a refused form is not said in English")
	}
	if r := c.get("/api/v1/procedures/9.999999"); strings.Contains(r.body, "Không") {
		t.Errorf("the API answers %s", r.body)
	}
	c.post(languagePath, "lang", "vi", "back", "https://elsewhere.example/")
	said("/", "vi", "Tìm thủ tục hành chính")

	// a cookie of another kind is no choice, and no address of elsewhere is gone to
	for _, kept := range []string{"", "fr", "EN"} {
		req := httptest.NewRequest(http.MethodGet, "/", nil)
		req.AddCookie(&http.Cookie{Name: languageCookie, Value: kept})
		w := httptest.NewRecorder()
		s.server.handler().ServeHTTP(w, req)
		if !strings.Contains(w.Body.String(), `<html lang="vi">`) {
			t.Errorf("%q chose another language", kept)
		}
	}
	if to := c.post(languagePath, "back", "//elsewhere.example/").header.Get("Location"); to != firstPage {
		t.Errorf("led to %s", to)
	}
}

// An installation in English answers in English, and in Vietnamese to who chose it.
func TestLanguage_OfTheInstallation(t *testing.T) {
	s := openEmptySite(t)
	table, err := text.Load(text.English)
	if err != nil {
		t.Fatal(err)
	}
	server, err := newServer(Config{App: s.app, Text: table})
	if err != nil {
		t.Fatal(err)
	}
	for chosen, want := range map[string]string{"": "en", "en": "en", "vi": "vi"} {
		req := httptest.NewRequest(http.MethodGet, "/", nil)
		if chosen != "" {
			req.AddCookie(&http.Cookie{Name: languageCookie, Value: chosen})
		}
		w := httptest.NewRecorder()
		server.handler().ServeHTTP(w, req)
		if !strings.Contains(w.Body.String(), `<html lang="`+want+`">`) {
			t.Errorf("with %q chosen the page is not in %s", chosen, want)
		}
	}
}
