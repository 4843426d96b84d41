package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"

	"rasoat/web/field"

	"github.com/alexedwards/scs/v2"
	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/value"
)

// sessionLife is how long somebody stays signed in: a working day.
const sessionLife = 12 * time.Hour

// sessionName and sessionStamp are under which keys a session keeps who is signed in, and the stamp of the password
// with which.
const (
	sessionName  = "name"
	sessionStamp = "stamp"
)

func newSessions(a *app.App) *scs.SessionManager {
	m := scs.New()
	m.Store = a.Sessions()
	m.Lifetime = sessionLife
	m.HashTokenInStore = true
	m.Cookie.Name = "rasoat"
	m.Cookie.HttpOnly = true
	m.Cookie.SameSite = http.SameSiteLaxMode
	return m
}

// personKey is under which a request keeps who asks, once it was looked up.
const personKey = "person"

// person is who asks; nobody has an empty name. Who was closed meanwhile, or got another password, is nobody.
func (s *Server) person(c *gin.Context) app.Person {
	if p, done := c.Get(personKey); done {
		return p.(app.Person)
	}
	var p app.Person
	if name := s.sessions.GetString(c.Request.Context(), sessionName); name != "" {
		found, err := s.app.Person(c.Request.Context(), name)
		switch {
		case err == nil && !found.Disabled && found.Stamp == s.sessions.GetString(c.Request.Context(), sessionStamp):
			p = found
		case err != nil && !errors.Is(err, value.ErrNotFound) && !errors.Is(err, context.Canceled):
			s.log.Error("person not read", "request", c.GetString(requestID), "error", err)
		}
	}
	c.Set(personKey, p)
	return p
}

// reader says for whom this request reads.
func (s *Server) reader(c *gin.Context) app.Reader { return s.person(c).Reader() }

// signedIn lets only people in; others are led to the sign-in page and come back.
func (s *Server) signedIn(c *gin.Context) {
	if s.person(c).Name != "" {
		c.Next()
		return
	}
	switch {
	case isAPI(c):
		s.fail(c, value.ErrForbidden)
	case c.Request.Method == http.MethodPost && strings.Contains(c.HandlerName(), ").submit."):
		if err := s.signInAgain(c); err != nil {
			s.fail(c, err)
		}
	default:
		c.Redirect(http.StatusSeeOther, s.signInHref(c))
	}
	c.Abort()
}

// may lets only people in whose roles allow one of the actions. It stands in routes.go beside each address.
func (s *Server) may(actions ...account.Action) gin.HandlerFunc {
	return func(c *gin.Context) {
		p := s.person(c)
		if p.Name == "" {
			s.signedIn(c)
			return
		}
		for _, a := range actions {
			if p.May(a) {
				if err := s.seesPlan(c, p); err != nil {
					s.fail(c, err)
					c.Abort()
					return
				}
				c.Next()
				return
			}
		}
		s.fail(c, value.ErrForbidden)
		c.Abort()
	}
}

// signInAgain answers a form whose session has ended with the sign-in page; it carries what was typed.
func (s *Server) signInAgain(c *gin.Context) error {
	k, err := s.keep(c)
	if err != nil {
		return err
	}
	return s.showSignIn(c, http.StatusUnauthorized, firstPage, openedBy(k.values.Get(numberField)), k, nil)
}

// here is the address of the page that is asked for; after a form was sent, of the page it stood on. It may be empty.
func here(c *gin.Context) string {
	if c.Request.Method == http.MethodGet {
		return c.Request.URL.RequestURI()
	}
	u, err := url.Parse(c.Request.Referer())
	if err != nil {
		return ""
	}
	return u.RequestURI()
}

// signInHref is the sign-in page that comes back here.
func (s *Server) signInHref(c *gin.Context) string {
	back := here(c)
	if back == "" || back == "/" || strings.HasPrefix(back, signInPath) {
		return signInPath
	}
	return signInPath + "?" + url.Values{"tiep": {back}}.Encode()
}

// SetupPath is the page of the first start; the one-time link leads there.
const SetupPath = "/bat-dau"

const (
	signInPath = "/dang-nhap"
	firstPage  = "/viec" // where somebody comes who signs in
)

// ownPath is an address of this server to go on to; anything else is the page of one's own work.
func ownPath(next string) string {
	if isOwnPath(next) {
		return next
	}
	return firstPage
}

func isOwnPath(address string) bool {
	return strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//") && !strings.ContainsAny(address, "\\\r\n")
}

// signInForm is the page for signing in.
func (s *Server) signInForm(c *gin.Context) error {
	if s.person(c).Name != "" {
		c.Redirect(http.StatusSeeOther, ownPath(c.Query("tiep")))
		return nil
	}
	return s.showSignIn(c, http.StatusOK, c.Query("tiep"), "", nil, nil)
}

func (s *Server) showSignIn(c *gin.Context, status int, next, name string, kept *keptForm, problems value.Problems) error {
	f := field.NewSheet(s.text, url.Values{"username": {name}}, problems)
	m := signIn{frame: s.frame(c, s.text.Say("page.sign_in")), Next: next, Kept: kept.hidden()}
	if kept != nil {
		m.Ended = s.text.Say("session.ended")
	}
	m.Username = f.Cell("username", s.text.Say("signin.name"), field.Need, field.Auto("username"), field.Medium, field.Focused)
	m.Password = f.Cell("password", s.text.Say("signin.password"), field.Need, field.Kind("password"), field.Auto("current-password"), field.Medium)
	m.Summary = f.Summary()
	if s.demo {
		for _, p := range app.DemoPeople {
			m.Accounts = append(m.Accounts, []string{p.Name, p.Password, s.text.Name("role", string(p.Role))})
		}
	}
	return s.show(c, status, "account/signin", m)
}

// signIn lets somebody in with name and password.
func (s *Server) signIn(c *gin.Context) error {
	in, err := postedUpTo(c, maxKept)
	if err != nil {
		return err
	}
	p, err := s.app.SignIn(c.Request.Context(), in.Get("username"), in.Get("password"))
	var problems value.Problems
	if errors.As(err, &problems) {
		c.Set(refusedKey, true)
		return s.showSignIn(c, http.StatusUnprocessableEntity, in.Get("next"), in.Get("username"), s.keptOf(in), problems)
	}
	if err != nil {
		return err
	}
	if err := s.enter(c, p); err != nil {
		return err
	}
	if kept := s.keptOf(in); kept != nil {
		return s.goOn(c, kept)
	}
	c.Redirect(http.StatusSeeOther, ownPath(in.Get("next")))
	return nil
}

// enter begins the session of somebody who has shown who they are, under a new token: one that was known before
// signing in opens nothing.
func (s *Server) enter(c *gin.Context, p app.Person) error {
	ctx := c.Request.Context()
	if err := s.sessions.RenewToken(ctx); err != nil {
		return err
	}
	s.sessions.Put(ctx, sessionName, p.Name)
	s.sessions.Put(ctx, sessionStamp, p.Stamp)
	c.Set(personKey, p)
	return nil
}

// signOut ends the session.
func (s *Server) signOut(c *gin.Context) error {
	if err := s.sessions.Destroy(c.Request.Context()); err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, "/")
	return nil
}
