package web

import (
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/value"
	"rasoat/web/page"
)

// sessionLife is how long somebody stays signed in: a working day.
const sessionLife = 12 * time.Hour

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

// signedIn lets only people in; others are led to the sign-in page and come back.
func (s *Server) signedIn(c *gin.Context) {
	if s.Person(c).Name != "" {
		c.Next()
		return
	}
	switch {
	case page.IsAPI(c):
		s.Fail(c, value.ErrForbidden)
	case s.Forms.Has(c):
		if err := s.signInAgain(c); err != nil {
			s.Fail(c, err)
		}
	default:
		c.Redirect(http.StatusSeeOther, s.SignInHref(c))
	}
	c.Abort()
}

// may lets only people in whose roles allow one of the actions. It stands in routes.go beside each address.
func (s *Server) may(actions ...account.Action) gin.HandlerFunc {
	return func(c *gin.Context) {
		p := s.Person(c)
		if p.Name == "" {
			s.signedIn(c)
			return
		}
		for _, a := range actions {
			if p.May(a) {
				if err := s.SeesPlan(c, p); err != nil {
					s.Fail(c, err)
					c.Abort()
					return
				}
				c.Next()
				return
			}
		}
		s.Fail(c, value.ErrForbidden)
		c.Abort()
	}
}

// beforeOwnPassword are the addresses that are open to somebody whose password was set by somebody else: the page that
// asks for an own one and what stands around it. The JSON interface and what machines ask are open as well.
var beforeOwnPassword = map[string]bool{
	page.PasswordPath:      true,
	page.LanguagePath:      true,
	"/dang-xuat":           true,
	assetsPrefix + "*file": true,
	"/healthz":             true,
	"/readyz":              true,
	"/metrics":             true,
}

// ownPassword leads whoever signed in with a password that somebody else set to the page that asks for an own one,
// before anything else. What was typed goes along.
func (s *Server) ownPassword(c *gin.Context) {
	if page.IsAPI(c) || beforeOwnPassword[c.FullPath()] || !s.Person(c).Given {
		return
	}
	defer c.Abort()
	if !s.Forms.Has(c) {
		c.Redirect(http.StatusSeeOther, page.PasswordHref(c.Request.URL.RequestURI()))
		return
	}
	kept, err := s.Keep(c)
	if err == nil {
		err = s.settings.ShowOwnPassword(c, http.StatusForbidden, page.FirstPage, kept, nil)
	}
	if err != nil {
		s.Fail(c, err)
	}
}

// signInAgain answers a form whose session has ended with the sign-in page; it carries what was typed.
func (s *Server) signInAgain(c *gin.Context) error {
	k, err := s.Keep(c)
	if err != nil {
		return err
	}
	who := page.OpenedBy(k.Values.Get(page.NumberField))
	return s.settings.ShowSignIn(c, http.StatusUnauthorized, page.FirstPage, who, k, nil)
}
