package web_test

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rasoat/app"
	"rasoat/tools/webtest"
	"rasoat/web/page"
)

// root is an administrator at the command line, colleague one at a page.
var (
	root      = app.CommandPerson
	colleague = app.Person{Name: "quang", Roles: app.CommandPerson.Roles}
)

func TestHeaders(t *testing.T) {
	s := webtest.OpenSite(t)
	for _, path := range []string{"/", "/dang-nhap", "/khong-co", "/api/v1/search", "/ke-hoach"} {
		h := s.Visitor().Get(path).Header
		if csp := h.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'self'") ||
			!strings.Contains(csp, "frame-ancestors 'none'") ||
			!strings.Contains(csp, "form-action 'self'") ||
			strings.Contains(csp, "unsafe") {
			t.Errorf("%s: policy %q", path, csp)
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
			"X-Frame-Options": "DENY"} {
			if got := h.Get(name); got != want {
				t.Errorf("%s: %s %q, want %q", path, name, got, want)
			}
		}
	}
	if got := s.As("office").Get("/ke-hoach").Header.Get("Cache-Control"); got != "private, no-cache" {
		t.Errorf("an official's page may be kept: %q", got)
	}
}

func TestSessionCookie(t *testing.T) {
	s := webtest.OpenSite(t)
	r := s.Visitor().Post(page.SignInPath, "username", "office", "password", "van-phong-2024")
	cookie := r.Header.Get("Set-Cookie")
	for _, want := range []string{"rasoat=", "HttpOnly", "SameSite=Lax", "Path=/"} {
		if !strings.Contains(cookie, want) {
			t.Errorf("cookie %q lacks %s", cookie, want)
		}
	}
	if got := s.Visitor().Get("/").Header.Get("Set-Cookie"); got != "" {
		t.Errorf("a reader gets a cookie: %q", got)
	}
}

// A token that somebody planted before signing in opens nothing afterwards: signing in gives a new one.
func TestSignIn_RenewsToken(t *testing.T) {
	s := webtest.OpenSite(t)
	c := s.As("office")
	before := cookieOf(c)
	c.Post(page.SignInPath, "username", "chairman", "password", "chu-tich-2024")
	if after := cookieOf(c); after == before || after == "" {
		t.Errorf("token %q stays", after)
	}
	planted := s.Visitor()
	u, _ := url.Parse(s.Address)
	planted.Http.Jar.SetCookies(u, []*http.Cookie{{Name: "rasoat", Value: before, Path: "/"}})
	if r := planted.Get("/ke-hoach"); r.Status != http.StatusSeeOther {
		t.Errorf("the old token still opens: %d", r.Status)
	}
	planted.Http.Jar.SetCookies(u, []*http.Cookie{{Name: "rasoat", Value: "cua-ke-gian", Path: "/"}})
	planted.Post(page.SignInPath, "username", "office", "password", "van-phong-2024")
	if got := cookieOf(planted); got == "cua-ke-gian" || got == "" {
		t.Errorf("a planted token is kept: %q", got)
	}
}

func TestSignOut(t *testing.T) {
	s := webtest.OpenSite(t)
	c := s.As("office")
	token := cookieOf(c)
	c.Post("/dang-xuat")
	again := s.Visitor()
	u, _ := url.Parse(s.Address)
	again.Http.Jar.SetCookies(u, []*http.Cookie{{Name: "rasoat", Value: token, Path: "/"}})
	if r := again.Get("/ke-hoach"); r.Status != http.StatusSeeOther {
		t.Errorf("signed out, and the token opens: %d", r.Status)
	}
}

// After signing in one goes on within this server only.
func TestSignIn_GoesOn(t *testing.T) {
	s := webtest.OpenSite(t)
	for next, want := range map[string]string{
		"/thu-tuc/1.001193": "/thu-tuc/1.001193", "": page.FirstPage, "//evil.example": page.FirstPage,
		"/\\evil.example": page.FirstPage, "\\\\evil": page.FirstPage,
		"https://evil.example/": page.FirstPage, "javascript:alert(1)": page.FirstPage,
		"/a\r\nSet-Cookie: x=y": page.FirstPage, "evil": page.FirstPage, "///evil": page.FirstPage,
	} {
		r := s.Visitor().Post(page.SignInPath, "username", "office", "password", "van-phong-2024", "next", next)
		if got := r.Header.Get("Location"); r.Status != http.StatusSeeOther || got != want {
			t.Errorf("%q leads to %q (%d), want %q", next, got, r.Status, want)
		}
		if got := s.As("office").Get(page.SignInPath + "?" +
			url.Values{"tiep": {next}}.Encode()).Header.Get("Location"); got != want {
			t.Errorf("signed in already, %q leads to %q, want %q", next, got, want)
		}
	}
}

func TestSignIn_WaitsAfterTries(t *testing.T) {
	s := webtest.OpenSite(t)
	c := s.Visitor()
	for range 5 {
		if r := c.Post(page.SignInPath, "username", "chairman", "password",
			"sai"); r.Status != http.StatusUnprocessableEntity ||
			!strings.Contains(r.Body, "không đúng") {
			t.Fatal(r.Status, r.Body)
		}
	}
	r := c.Post(page.SignInPath, "username", "chairman", "password", "chu-tich-2024")
	if r.Status != http.StatusUnprocessableEntity || !strings.Contains(r.Body, "chờ 15 phút") ||
		c.Get("/ke-hoach").Status != http.StatusSeeOther {
		t.Errorf("let in: %d", r.Status)
	}
	if !strings.Contains(r.Body, `value="chairman"`) || strings.Contains(r.Body, "chu-tich-2024\"") {
		t.Error("the name is lost, or the password comes back")
	}
}

// A form of another site is refused before any handler sees it, a form of this one is not.
func TestCrossOrigin(t *testing.T) {
	s := webtest.OpenSite(t)
	for name, tt := range map[string]struct {
		header, value string
		want          int
	}{
		"another site":        {"Sec-Fetch-Site", "cross-site", http.StatusForbidden},
		"a neighbour":         {"Sec-Fetch-Site", "same-site", http.StatusForbidden},
		"an older browser":    {"Origin", "https://evil.example", http.StatusForbidden},
		"this site":           {"Sec-Fetch-Site", "same-origin", http.StatusSeeOther},
		"this site, by name":  {"Origin", s.Address, http.StatusSeeOther},
		"typed by the person": {"Sec-Fetch-Site", "none", http.StatusSeeOther},
	} {
		c := s.As("office")
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.Address+"/dang-xuat", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set(tt.header, tt.value)
		if got := c.Do(r).Status; got != tt.want {
			t.Errorf("%s: %d, want %d", name, got, tt.want)
		}
		if in := c.Get("/ke-hoach").Status == http.StatusOK; in != (tt.want == http.StatusForbidden) {
			t.Errorf("%s: still signed in: %v", name, in)
		}
	}
}

// Whoever is closed is out at once, also after the account is open again.
func TestClosedPersonIsOut(t *testing.T) {
	s := webtest.OpenSite(t)
	c := s.As("reviewer")
	if c.Get("/ke-hoach").Status != http.StatusOK {
		t.Fatal("not in")
	}
	if err := s.App.ClosePerson(t.Context(), root, "reviewer"); err != nil {
		t.Fatal(err)
	}
	if got := c.Get("/ke-hoach").Status; got != http.StatusSeeOther {
		t.Errorf("closed, and in: %d", got)
	}
	if err := s.App.ReopenPerson(t.Context(), root, "reviewer", "một câu khác hẳn"); err != nil {
		t.Fatal(err)
	}
	if got := c.Get("/ke-hoach").Status; got != http.StatusSeeOther {
		t.Errorf("the session of before came back: %d", got)
	}
}

// A role that is given or taken counts at the next click.
func TestRoleCountsAtOnce(t *testing.T) {
	s := webtest.OpenSite(t)
	p, err := s.App.Person(t.Context(), "office")
	if err != nil {
		t.Fatal(err)
	}
	in := s.As("office")
	if got := in.Get("/nguoi-dung").Status; got != http.StatusForbidden {
		t.Errorf("the office manages accounts: %d", got)
	}
	account := app.Account{Name: "office", Roles: []string{"admin"}}
	if err := s.App.ChangePerson(t.Context(), root, account, p.Mark()); err != nil {
		t.Fatal(err)
	}
	if got := in.Get("/nguoi-dung").Status; got != http.StatusOK {
		t.Errorf("the new role does not count: %d", got)
	}
}

func TestChangePassword(t *testing.T) {
	s := webtest.OpenSite(t)
	here, there := s.As("office"), s.As("office")
	for name, form := range map[string][]string{
		"wrong old":  {"old", "x", "password", "hoa gạo tháng ba", "again", "hoa gạo tháng ba"},
		"not agreed": {"old", "van-phong-2024", "password", "hoa gạo tháng ba", "again", "hoa gạo tháng tư"},
		"weak":       {"old", "van-phong-2024", "password", "Password2024", "again", "Password2024"},
	} {
		if r := here.Post(page.PasswordPath, form...); r.Status != http.StatusUnprocessableEntity ||
			!strings.Contains(r.Body, "Cần sửa") ||
			strings.Contains(r.Body, "hoa gạo") {
			t.Errorf("%s: %d", name, r.Status)
		}
	}
	if r := here.Post(page.PasswordPath, "old", "van-phong-2024", "password", "hoa gạo tháng ba", "again",
		"hoa gạo tháng ba"); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status, r.Body)
	}
	if r := here.Get(page.PasswordPath + "?da=doi"); r.Status != http.StatusOK ||
		!strings.Contains(r.Body, "Đã đổi mật khẩu.") {
		t.Errorf("whoever changed it is out: %d", r.Status)
	}
	if r := there.Get("/ke-hoach"); r.Status != http.StatusSeeOther {
		t.Errorf("the session under the old password goes on: %d", r.Status)
	}
}

// Whoever signs in with a password that somebody else set is asked for an own one before anything else, and goes on
// from there. The JSON interface answers as usual.
func TestGivenPassword(t *testing.T) {
	s := webtest.OpenSite(t)
	const given, own = "hạt giống tháng hai", "hoa gạo tháng ba"
	if err := s.App.ResetPassword(t.Context(), colleague, "office", given); err != nil {
		t.Fatal(err)
	}
	c := s.Visitor()
	r := c.Post(page.SignInPath, "username", "office", "password", given, "next", "/phuong-an")
	asks := page.PasswordPath + "?tiep=%2Fphuong-an"
	if got := r.Header.Get("Location"); r.Status != http.StatusSeeOther || got != asks {
		t.Fatalf("%d to %q, want to be led to %q", r.Status, got, asks)
	}
	for _, p := range readPermissions(t) {
		path, isGet := strings.CutPrefix(p.route, "GET ")
		if !isGet {
			continue
		}
		leads := strings.HasPrefix(c.Get(p.ask).Header.Get("Location"), page.PasswordPath)
		if free := beforeOwnPassword(path); leads == free {
			t.Errorf("%s: led to the own password %v, want %v", p.ask, leads, !free)
		}
	}
	c.Get(asks).Want(t, http.StatusOK, "Đặt mật khẩu của mình", "do người khác đặt", "Mật khẩu được cấp")
	for name, form := range map[string][]string{
		"the given one again": {"old", given, "password", given, "again", given},
		"a wrong one":         {"old", "x", "password", own, "again", own},
	} {
		c.Post(page.PasswordPath, append(form, "next", "/phuong-an")...).
			Want(t, http.StatusUnprocessableEntity, "Đặt mật khẩu của mình", `value="/phuong-an"`)
		if c.Get("/phuong-an").Status == http.StatusOK {
			t.Errorf("%s: let in", name)
		}
	}
	r = c.Post(page.PasswordPath, "old", given, "password", own, "again", own, "next", "/phuong-an")
	if got := r.Header.Get("Location"); r.Status != http.StatusSeeOther || got != "/phuong-an" {
		t.Fatalf("%d to %q, want to go on to the proposals", r.Status, got)
	}
	c.Get("/phuong-an").Want(t, http.StatusOK, "Đã đổi mật khẩu.")
}

// beforeOwnPassword says which addresses do not wait for an own password.
func beforeOwnPassword(route string) bool {
	switch route {
	case page.PasswordPath, "/static/*file", "/healthz", "/readyz", "/metrics":
		return true
	}
	return strings.HasPrefix(route, page.APIPrefix)
}

// A form that waits for its sender to sign in waits for the own password too, and is not lost.
func TestGivenPassword_KeepsTheForm(t *testing.T) {
	s := webtest.OpenSite(t)
	const given, own = "hạt giống tháng hai", "hoa gạo tháng ba"
	c := s.As("admin")
	form := append(webtest.With(webtest.NewUserForm), page.NumberField, c.Number(page.UsersPath+"/them"))
	if err := s.App.ResetPassword(t.Context(), colleague, "admin", given); err != nil {
		t.Fatal(err)
	}
	signIn := c.Post(page.UsersPath, form...)
	signIn.Want(t, http.StatusUnauthorized, "Phiên làm việc đã hết")
	asks := c.Post(page.SignInPath, append(keptOf(signIn), "username", "admin", "password", given)...)
	asks.Want(t, http.StatusOK, "Đặt mật khẩu của mình", "Nội dung vừa nhập được giữ lại")
	again := c.Post(page.UsersPath, form...) // from another window
	again.Want(t, http.StatusForbidden, "Đặt mật khẩu của mình", "Nội dung vừa nhập được giữ lại")
	for name, r := range map[string]webtest.Response{"signed in": asks, "another window": again} {
		if got := keptOf(r); !slices.Contains(got, "Trần Văn Minh") {
			t.Errorf("%s: keeps %v", name, got)
		}
	}
	c.Post(page.PasswordPath, append(keptOf(asks), "old", given, "password", own, "again", own)...).
		Want(t, http.StatusOK, `value="Trần Văn Minh"`, "chưa được lưu")
	if _, err := s.App.Person(t.Context(), "minh.tran"); err == nil {
		t.Error("the form was stored by changing the password")
	}
}

var keptField = regexp.MustCompile(`<input type="hidden" name="(giu[^"]*)" value="([^"]*)">`)

// keptOf are the fields of a form that a page carries, names and values in turn.
func keptOf(r webtest.Response) (pairs []string) {
	for _, m := range keptField.FindAllStringSubmatch(r.Body, -1) {
		pairs = append(pairs, m[1], m[2])
	}
	return pairs
}

// cookieOf is the session's cookie as a visitor holds it, "" for none.
func cookieOf(c *webtest.Client) string {
	u, err := url.Parse(c.Site.Address)
	if err != nil {
		c.T.Fatal(err)
	}
	for _, k := range c.Http.Jar.Cookies(u) {
		if k.Name == "rasoat" {
			return k.Value
		}
	}
	return ""
}
