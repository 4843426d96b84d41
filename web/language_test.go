package web

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"rasoat/app/text"
	"rasoat/value"
	"rasoat/web/field"
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

// A sentence with markup holds its arguments as text, unless they are links or badges.
func TestWords(t *testing.T) {
	table, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		arg  any
		want string
	}{
		{`<b>"a" & b</b>`, "&lt;b&gt;&#34;a&#34; &amp; b&lt;/b&gt;"},
		{12, "12"},
		{link{Text: "a<b", Href: `/?q="x"&y=1`}, `<a href="/?q=&#34;x&#34;&amp;y=1">a&lt;b</a>`},
		{link{Text: "a<b"}, "a&lt;b"},
		{[]link{{Text: "a", Href: "/a"}, {Text: "b"}}, `<a href="/a">a</a>, b`},
		{badge{Text: "đạt", Tone: "met"}, `<span class="badge-word is-met">đạt</span>`},
		{badge{Text: "đạt"}, `<span class="badge-word">đạt</span>`},
	} {
		if got := string(markup(tt.arg)); got != tt.want {
			t.Errorf("%v is %s, want %s", tt.arg, got, tt.want)
		}
	}
	r := newTestRenderer(t)
	var page strings.Builder
	m := sampleResults()
	m.DidYouMean = []link{{Text: "a", Href: "/a"}, {Text: "b", Href: "/b"}, {Text: "c", Href: "/c"}}
	if err := r.Page(&page, "results", m); err != nil {
		t.Fatal(err)
	}
	if want := `<a href="/a">a</a> hoặc <a href="/b">b</a> hoặc <a href="/c">c</a>`; !strings.Contains(page.String(), want) {
		t.Errorf("%s is missing", want)
	}
	if table.Say("links.or", "a", "b") != "a hoặc b" {
		t.Error("a choice reads otherwise")
	}
}

// A problem names the place and its values as the page does, never as the program does.
func TestProblemsAreSaidByName(t *testing.T) {
	s := openEmptySite(t)
	f := field.NewSheet(s.server.text, nil, problemsOf("status", "value.unknown", "", "methods[1].limit.number", "number.negative", -3, "no_such_thing", "date.future", ""))
	var got []string
	for _, line := range f.Summary() {
		got = append(got, line.Text)
	}
	want := []string{"Trạng thái: Chưa chọn.", "Cách thức thực hiện, dòng 2, thời hạn giải quyết, số: "}
	for i, w := range want {
		if !strings.HasPrefix(got[i], w) {
			t.Errorf("%q, want %q", got[i], w)
		}
	}
	if strings.Contains(got[2], "no_such") {
		t.Errorf("%q names a field of the program", got[2])
	}
}

// problemsOf are problems given as field, code and argument in turn.
func problemsOf(of ...any) value.Problems {
	var out value.Problems
	for i := 0; i < len(of); i += 3 {
		out.Add(of[i].(string), of[i+1].(string), of[i+2])
	}
	return out
}

// Every gap that a document may have is named in the language of the page.
func TestHolesHaveNames(t *testing.T) {
	table, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	english, err := text.Load(text.English)
	if err != nil {
		t.Fatal(err)
	}
	vi, en := &Server{text: table}, &Server{text: english}
	found := 0
	for _, code := range table.Codes() {
		if !strings.HasPrefix(code, "hole.") {
			continue
		}
		found++
		name := []string{table.Line(code)}
		if got := vi.holes(name); got[0] != name[0] {
			t.Errorf("%q is said %q", name[0], got[0])
		}
		if got := en.holes(name); got[0] != english.Line(code) {
			t.Errorf("%q is said %q in English", name[0], got[0])
		}
	}
	if found < 40 {
		t.Errorf("only %d gaps have names", found)
	}
	if got := en.holes([]string{"nội dung của NB-01"}); got[0] != "nội dung của NB-01" {
		t.Errorf("%q", got)
	}
}
