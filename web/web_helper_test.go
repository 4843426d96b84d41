package web

import (
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"rasoat/app"
	"rasoat/app/text"
)

// site is a served App in a folder of the test, filled as the demo is.
type site struct {
	t       *testing.T
	app     *app.App
	server  *Server
	address string
}

// openSite serves the demo of 15 July 2024.
func openSite(t *testing.T) *site {
	t.Helper()
	return serveSite(t, func(a *app.App) error { return a.FillDemo(t.Context()) })
}

// openEmptySite serves a fresh installation on 15 July 2024.
func openEmptySite(t *testing.T) *site {
	t.Helper()
	return serveSite(t, func(*app.App) error { return nil })
}

func serveSite(t *testing.T, fill func(*app.App) error) *site {
	t.Helper()
	table, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	a, err := app.Open(t.Context(), app.Config{Dir: t.TempDir(), Text: table, Now: func() time.Time { return app.DemoDay.Start().Add(8 * time.Hour) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	if err := fill(a); err != nil {
		t.Fatal(err)
	}
	if err := a.OpenIndex(t.Context()); err != nil {
		t.Fatal(err)
	}
	server, err := newServer(Config{App: a, Text: table})
	if err != nil {
		t.Fatal(err)
	}
	h := httptest.NewServer(server.handler())
	t.Cleanup(h.Close)
	return &site{t: t, app: a, server: server, address: h.URL}
}

// client is somebody who asks the site; redirects are not followed.
type client struct {
	t    *testing.T
	site *site
	http *http.Client
}

// visitor is somebody who has not signed in.
func (s *site) visitor() *client {
	jar, err := cookiejar.New(nil)
	if err != nil {
		s.t.Fatal(err)
	}
	return &client{t: s.t, site: s, http: &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

// as is a person of the demo, signed in.
func (s *site) as(name string) *client {
	s.t.Helper()
	for _, p := range app.DemoPeople {
		if p.Name == name {
			c := s.visitor()
			if r := c.post(signInPath, "username", p.Name, "password", p.Password); r.status != http.StatusSeeOther {
				s.t.Fatalf("%s cannot sign in: %d", name, r.status)
			}
			return c
		}
	}
	s.t.Fatalf("the demo has no %s", name)
	return nil
}

// response is what came back.
type response struct {
	status int
	body   string
	header http.Header
}

func (c *client) get(path string) response {
	c.t.Helper()
	r, err := http.NewRequestWithContext(c.t.Context(), http.MethodGet, c.site.address+path, nil)
	if err != nil {
		c.t.Fatal(err)
	}
	return c.do(r)
}

// post sends a form of names and values in turn.
func (c *client) post(path string, pairs ...string) response {
	c.t.Helper()
	form := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		form.Add(pairs[i], pairs[i+1])
	}
	r, err := http.NewRequestWithContext(c.t.Context(), http.MethodPost, c.site.address+path, strings.NewReader(form.Encode()))
	if err != nil {
		c.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return c.do(r)
}

func (c *client) do(r *http.Request) response {
	c.t.Helper()
	resp, err := c.http.Do(r)
	if err != nil {
		c.t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		c.t.Fatal(err)
	}
	return response{resp.StatusCode, string(body), resp.Header}
}

// cookie is the session's cookie as the visitor holds it, "" for none.
func (c *client) cookie() string {
	u, err := url.Parse(c.site.address)
	if err != nil {
		c.t.Fatal(err)
	}
	for _, k := range c.http.Jar.Cookies(u) {
		if k.Name == "rasoat" {
			return k.Value
		}
	}
	return ""
}
