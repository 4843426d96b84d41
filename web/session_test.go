package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"rasoat/app"
)

// root is an administrator at the command line.
var root = app.CommandPerson

func TestHeaders(t *testing.T) {
	s := openSite(t)
	for _, path := range []string{"/", "/dang-nhap", "/khong-co", "/api/v1/search", "/ke-hoach"} {
		h := s.visitor().get(path).header
		if csp := h.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'self'") || !strings.Contains(csp, "frame-ancestors 'none'") ||
			!strings.Contains(csp, "form-action 'self'") || strings.Contains(csp, "unsafe") {
			t.Errorf("%s: policy %q", path, csp)
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "X-Frame-Options": "DENY"} {
			if got := h.Get(name); got != want {
				t.Errorf("%s: %s %q, want %q", path, name, got, want)
			}
		}
	}
	if got := s.as("office").get("/ke-hoach").header.Get("Cache-Control"); got != "private, no-cache" {
		t.Errorf("an official's page may be kept: %q", got)
	}
}

func TestSessionCookie(t *testing.T) {
	s := openSite(t)
	r := s.visitor().post(signInPath, "username", "office", "password", "van-phong-2024")
	cookie := r.header.Get("Set-Cookie")
	for _, want := range []string{"rasoat=", "HttpOnly", "SameSite=Lax", "Path=/"} {
		if !strings.Contains(cookie, want) {
			t.Errorf("cookie %q lacks %s", cookie, want)
		}
	}
	if got := s.visitor().get("/").header.Get("Set-Cookie"); got != "" {
		t.Errorf("a reader gets a cookie: %q", got)
	}
}

// A token that somebody planted before signing in opens nothing afterwards: signing in gives a new one.
func TestSignIn_RenewsToken(t *testing.T) {
	s := openSite(t)
	c := s.as("office")
	before := c.cookie()
	c.post(signInPath, "username", "chairman", "password", "chu-tich-2024")
	if after := c.cookie(); after == before || after == "" {
		t.Errorf("token %q stays", after)
	}
	planted := s.visitor()
	u, _ := url.Parse(s.address)
	planted.http.Jar.SetCookies(u, []*http.Cookie{{Name: "rasoat", Value: before, Path: "/"}})
	if r := planted.get("/ke-hoach"); r.status != http.StatusSeeOther {
		t.Errorf("the old token still opens: %d", r.status)
	}
	planted.http.Jar.SetCookies(u, []*http.Cookie{{Name: "rasoat", Value: "cua-ke-gian", Path: "/"}})
	planted.post(signInPath, "username", "office", "password", "van-phong-2024")
	if got := planted.cookie(); got == "cua-ke-gian" || got == "" {
		t.Errorf("a planted token is kept: %q", got)
	}
}

func TestSignOut(t *testing.T) {
	s := openSite(t)
	c := s.as("office")
	token := c.cookie()
	c.post("/dang-xuat")
	again := s.visitor()
	u, _ := url.Parse(s.address)
	again.http.Jar.SetCookies(u, []*http.Cookie{{Name: "rasoat", Value: token, Path: "/"}})
	if r := again.get("/ke-hoach"); r.status != http.StatusSeeOther {
		t.Errorf("signed out, and the token opens: %d", r.status)
	}
}

// After signing in one goes on within this server only.
func TestSignIn_GoesOn(t *testing.T) {
	s := openSite(t)
	for next, want := range map[string]string{
		"/thu-tuc/1.001193": "/thu-tuc/1.001193", "": firstPage, "//evil.example": firstPage, "/\\evil.example": firstPage, "\\\\evil": firstPage,
		"https://evil.example/": firstPage, "javascript:alert(1)": firstPage, "/a\r\nSet-Cookie: x=y": firstPage, "evil": firstPage, "///evil": firstPage,
	} {
		r := s.visitor().post(signInPath, "username", "office", "password", "van-phong-2024", "next", next)
		if got := r.header.Get("Location"); r.status != http.StatusSeeOther || got != want {
			t.Errorf("%q leads to %q (%d), want %q", next, got, r.status, want)
		}
		if got := s.as("office").get(signInPath + "?" + url.Values{"tiep": {next}}.Encode()).header.Get("Location"); got != want {
			t.Errorf("signed in already, %q leads to %q, want %q", next, got, want)
		}
	}
}

func TestSignIn_WaitsAfterTries(t *testing.T) {
	s := openSite(t)
	c := s.visitor()
	for range 5 {
		if r := c.post(signInPath, "username", "chairman", "password", "sai"); r.status != http.StatusUnprocessableEntity || !strings.Contains(r.body, "không đúng") {
			t.Fatal(r.status, r.body)
		}
	}
	r := c.post(signInPath, "username", "chairman", "password", "chu-tich-2024")
	if r.status != http.StatusUnprocessableEntity || !strings.Contains(r.body, "chờ 15 phút") || c.get("/ke-hoach").status != http.StatusSeeOther {
		t.Errorf("let in: %d", r.status)
	}
	if !strings.Contains(r.body, `value="chairman"`) || strings.Contains(r.body, "chu-tich-2024\"") {
		t.Error("the name is lost, or the password comes back")
	}
}

// A form of another site is refused before any handler sees it, a form of this one is not.
func TestCrossOrigin(t *testing.T) {
	s := openSite(t)
	for name, tt := range map[string]struct {
		header, value string
		want          int
	}{
		"another site":        {"Sec-Fetch-Site", "cross-site", http.StatusForbidden},
		"a neighbour":         {"Sec-Fetch-Site", "same-site", http.StatusForbidden},
		"an older browser":    {"Origin", "https://evil.example", http.StatusForbidden},
		"this site":           {"Sec-Fetch-Site", "same-origin", http.StatusSeeOther},
		"this site, by name":  {"Origin", s.address, http.StatusSeeOther},
		"typed by the person": {"Sec-Fetch-Site", "none", http.StatusSeeOther},
	} {
		c := s.as("office")
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.address+"/dang-xuat", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set(tt.header, tt.value)
		if got := c.do(r).status; got != tt.want {
			t.Errorf("%s: %d, want %d", name, got, tt.want)
		}
		if in := c.get("/ke-hoach").status == http.StatusOK; in != (tt.want == http.StatusForbidden) {
			t.Errorf("%s: still signed in: %v", name, in)
		}
	}
}

// Whoever is closed is out at once, also after the account is open again.
func TestClosedPersonIsOut(t *testing.T) {
	s := openSite(t)
	c := s.as("reviewer")
	if c.get("/ke-hoach").status != http.StatusOK {
		t.Fatal("not in")
	}
	if err := s.app.ClosePerson(t.Context(), "reviewer", root); err != nil {
		t.Fatal(err)
	}
	if got := c.get("/ke-hoach").status; got != http.StatusSeeOther {
		t.Errorf("closed, and in: %d", got)
	}
	if err := s.app.ReopenPerson(t.Context(), "reviewer", "một câu khác hẳn", root); err != nil {
		t.Fatal(err)
	}
	if got := c.get("/ke-hoach").status; got != http.StatusSeeOther {
		t.Errorf("the session of before came back: %d", got)
	}
}

// A role that is given or taken counts at the next click.
func TestRoleCountsAtOnce(t *testing.T) {
	s := openSite(t)
	p, err := s.app.Person(t.Context(), "office")
	if err != nil {
		t.Fatal(err)
	}
	in := s.as("office")
	if got := in.get("/nguoi-dung").status; got != http.StatusForbidden {
		t.Errorf("the office manages accounts: %d", got)
	}
	if err := s.app.ChangePerson(t.Context(), app.Account{Name: "office", Roles: []string{"admin"}}, p.Mark(), root); err != nil {
		t.Fatal(err)
	}
	if got := in.get("/nguoi-dung").status; got != http.StatusOK {
		t.Errorf("the new role does not count: %d", got)
	}
}

func TestChangePassword(t *testing.T) {
	s := openSite(t)
	here, there := s.as("office"), s.as("office")
	for name, form := range map[string][]string{
		"wrong old":  {"old", "x", "password", "hoa gạo tháng ba", "again", "hoa gạo tháng ba"},
		"not agreed": {"old", "van-phong-2024", "password", "hoa gạo tháng ba", "again", "hoa gạo tháng tư"},
		"weak":       {"old", "van-phong-2024", "password", "Password2024", "again", "Password2024"},
	} {
		if r := here.post(passwordPath, form...); r.status != http.StatusUnprocessableEntity || !strings.Contains(r.body, "Cần sửa") || strings.Contains(r.body, "hoa gạo") {
			t.Errorf("%s: %d", name, r.status)
		}
	}
	if r := here.post(passwordPath, "old", "van-phong-2024", "password", "hoa gạo tháng ba", "again", "hoa gạo tháng ba"); r.status != http.StatusSeeOther {
		t.Fatal(r.status, r.body)
	}
	if r := here.get(passwordPath + "?da=doi"); r.status != http.StatusOK || !strings.Contains(r.body, "Đã đổi mật khẩu.") {
		t.Errorf("whoever changed it is out: %d", r.status)
	}
	if r := there.get("/ke-hoach"); r.status != http.StatusSeeOther {
		t.Errorf("the session under the old password goes on: %d", r.status)
	}
}
