// Package webtest serves the demo of 15 July 2024 to the tests of every room, over HTTP.
package webtest

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"rasoat/app"
	"rasoat/app/apptest"
	"rasoat/app/text"
	"rasoat/tools/pages"
	"rasoat/web"
	"rasoat/web/page"
)

// Site is a served App in a folder of the test, filled as the demo is.
type Site struct {
	T       *testing.T
	App     *app.App
	Server  *web.Server
	Address string
}

// OpenSite serves the demo of 15 July 2024.
func OpenSite(t *testing.T) *Site { return OpenSiteWith(t, func(*app.Config) {}) }

// OpenSiteWith serves the demo of 15 July 2024 otherwise than usual.
func OpenSiteWith(t *testing.T, change func(*app.Config)) *Site {
	t.Helper()
	dir := t.TempDir()
	apptest.Demo(t, dir)
	return serveSite(t, dir, change)
}

// OpenEmptySite serves a fresh installation on 15 July 2024.
func OpenEmptySite(t *testing.T) *Site {
	t.Helper()
	dir := t.TempDir()
	apptest.Started(t, dir)
	return serveSite(t, dir, func(*app.Config) {})
}

// serveSite serves what stands in a folder.
func serveSite(t *testing.T, dir string, change func(*app.Config)) *Site {
	t.Helper()
	table, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	now := func() time.Time { return app.DemoDay.Start().Add(8 * time.Hour) }
	config := app.Config{Dir: dir, Text: table, Now: now}
	change(&config)
	a, err := app.Open(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	if err := a.OpenIndex(t.Context()); err != nil {
		t.Fatal(err)
	}
	server, err := web.NewServer(web.Config{App: a, Text: table})
	if err != nil {
		t.Fatal(err)
	}
	h := httptest.NewServer(server.Handler())
	t.Cleanup(h.Close)
	return &Site{T: t, App: a, Server: server, Address: h.URL}
}

// Client is somebody who asks the site; redirects are not followed.
type Client struct {
	T    *testing.T
	Site *Site
	Http *http.Client
}

// Visitor is somebody who has not signed in.
func (s *Site) Visitor() *Client {
	jar, err := cookiejar.New(nil)
	if err != nil {
		s.T.Fatal(err)
	}
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &Client{T: s.T, Site: s, Http: &http.Client{Jar: jar, CheckRedirect: stay}}
}

// As is a person of the demo, signed in.
func (s *Site) As(name string) *Client {
	s.T.Helper()
	i := slices.IndexFunc(app.DemoPeople, func(p app.DemoPerson) bool { return p.Name == name })
	if i < 0 {
		s.T.Fatalf("the demo has no %s", name)
	}
	c := s.Visitor()
	r := c.Post(page.SignInPath, "username", name, "password", app.DemoPeople[i].Password)
	if r.Status != http.StatusSeeOther {
		s.T.Fatalf("%s cannot sign in: %d", name, r.Status)
	}
	return c
}

// Response is what came back.
type Response struct {
	Status int
	Body   string
	Header http.Header
}

// Get asks for a page.
func (c *Client) Get(path string) Response {
	c.T.Helper()
	return c.send(http.MethodGet, path, "", nil)
}

// Post sends a form of names and values in turn.
func (c *Client) Post(path string, pairs ...string) Response {
	c.T.Helper()
	form := url.Values{}
	for pair := range slices.Chunk(pairs, 2) {
		form.Add(pair[0], pair[1])
	}
	return c.send(http.MethodPost, path, "application/x-www-form-urlencoded", strings.NewReader(form.Encode()))
}

// Upload sends a form of names and values in turn with one file, where its field is named.
func (c *Client) Upload(path, field, name, content string, pairs ...string) Response {
	c.T.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for pair := range slices.Chunk(pairs, 2) {
		_ = w.WriteField(pair[0], pair[1]) // a buffer takes everything
	}
	if field != "" {
		part, _ := w.CreateFormFile(field, name)
		_, _ = io.WriteString(part, content)
	}
	_ = w.Close()
	return c.send(http.MethodPost, path, w.FormDataContentType(), &b)
}

func (c *Client) send(method, path, kind string, body io.Reader) Response {
	c.T.Helper()
	r, err := http.NewRequestWithContext(c.T.Context(), method, c.Site.Address+path, body)
	if err != nil {
		c.T.Fatal(err)
	}
	if kind != "" {
		r.Header.Set("Content-Type", kind)
	}
	return c.Do(r)
}

// Do sends a request and reads what comes back.
func (c *Client) Do(r *http.Request) Response {
	c.T.Helper()
	resp, err := c.Http.Do(r)
	if err != nil {
		c.T.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		c.T.Fatal(err)
	}
	if err := pages.Keep(c.T.Name(), r.Method, r.URL.Path, resp.StatusCode, body); err != nil {
		c.T.Fatal(err)
	}
	return Response{resp.StatusCode, string(body), resp.Header}
}

var formNumber = regexp.MustCompile(`name="` + page.NumberField + `" value="([^"]+)"`)

// Number is the number of the forms on a page: what is sent with it twice is done once.
func (c *Client) Number(path string) string {
	c.T.Helper()
	m := formNumber.FindStringSubmatch(c.Get(path).Body)
	if m == nil {
		c.T.Fatalf("%s: no form with a number", path)
	}
	return m[1]
}

// Want fails where a page lacks one of the words.
func (r Response) Want(t *testing.T, status int, words ...string) {
	t.Helper()
	if r.Status != status {
		t.Errorf("%d, want %d", r.Status, status)
	}
	for _, w := range words {
		if !strings.Contains(r.Body, w) {
			t.Errorf("the page of %d lacks %q", r.Status, w)
		}
	}
}

// With is the form with other values.
func With(form []string, pairs ...string) []string {
	out := slices.Clone(form)
	for pair := range slices.Chunk(pairs, 2) {
		found := false
		for old := range slices.Chunk(out, 2) {
			if old[0] == pair[0] {
				old[1], found = pair[1], true
			}
		}
		if !found {
			out = append(out, pair...)
		}
	}
	return out
}

// FigureRow is a row of a month's figures as a page sends it.
func FigureRow(key, base, numerator, denominator string) []string {
	return []string{key + ".base", base, key + ".numerator", numerator, key + ".denominator", denominator}
}

// Month is the form of a month's figures: its rows one after the other.
func Month(m string, rows ...[]string) []string {
	return append([]string{"thang", m}, slices.Concat(rows...)...)
}

// NewUserForm is the form of a new account.
var NewUserForm = []string{
	"username", "minh.tran", "full_name", "Trần Văn Minh", "title", "Công chức", "unit", "Địa chính",
	"roles", "reviewer", "password", "hoa gạo tháng ba", "again", "hoa gạo tháng ba",
}
