package page

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/value"
)

// sessionName and sessionStamp are under which keys a session keeps who is signed in, and the stamp of the password
// with which.
const (
	sessionName  = "name"
	sessionStamp = "stamp"
)

// personKey is under which a request keeps who asks, once it was looked up.
const personKey = "person"

// Person is who asks; nobody has an empty name. Who was closed meanwhile, or got another password, is nobody.
func (k *Kit) Person(c *gin.Context) app.Person {
	if p, done := c.Get(personKey); done {
		return p.(app.Person)
	}
	var p app.Person
	if name := k.Sessions.GetString(c.Request.Context(), sessionName); name != "" {
		found, err := k.App.Person(c.Request.Context(), name)
		switch {
		case err == nil && !found.Disabled && found.Stamp == k.Sessions.GetString(c.Request.Context(), sessionStamp):
			p = found
		case err != nil && !errors.Is(err, value.ErrNotFound) && !errors.Is(err, context.Canceled):
			k.Log.Error("person not read", "request", c.GetString(RequestID), "error", err)
		}
	}
	c.Set(personKey, p)
	return p
}

// Reader says for whom this request reads.
func (k *Kit) Reader(c *gin.Context) app.Reader { return k.Person(c).Reader() }

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

// SignInHref is the sign-in page that comes back here.
func (k *Kit) SignInHref(c *gin.Context) string {
	back := here(c)
	if back == "" || back == "/" || strings.HasPrefix(back, SignInPath) {
		return SignInPath
	}
	return SignInPath + "?" + url.Values{"tiep": {back}}.Encode()
}

// Enter begins the session of somebody who has shown who they are, under a new token: one that was known before
// signing in opens nothing.
func (k *Kit) Enter(c *gin.Context, p app.Person) error {
	ctx := c.Request.Context()
	if err := k.Sessions.RenewToken(ctx); err != nil {
		return err
	}
	k.Sessions.Put(ctx, sessionName, p.Name)
	k.Sessions.Put(ctx, sessionStamp, p.Stamp)
	c.Set(personKey, p)
	return nil
}
