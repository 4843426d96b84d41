// Package page is the kit of the window: the frame around every page, the parts that pages are made of, who asks, the
// addresses, and how a form is read and answered. Every room stands on it, and it knows none of them.
package page

import (
	"context"
	"embed"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"strings"

	"github.com/alexedwards/scs/v2"
	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/app/text"
	"rasoat/value"
)

// Templates are the layout, the parts that several rooms use, and the page of an error.
//
//go:embed *.gohtml layout part
var Templates embed.FS

// Kit is what every room needs; the door makes one for all of them.
type Kit struct {
	App      *app.App
	Text     *text.Table
	Log      *slog.Logger
	Demo     bool // every page says that it is illustration
	Pages    *Renderer
	Sessions *scs.SessionManager
	Engine   *gin.Engine // the routes, for a form that goes on after signing in
	Forms    Forms       // which of them take forms

	// SignInAgain answers a form whose session has ended with the sign-in page, which keeps what was typed.
	SignInAgain func(c *gin.Context) error

	Searched func(hits int)                                         // counts a search
	Problem  func(c *gin.Context, status int, id string, err error) // answers where the JSON interface was asked

	Spoken string // what the scripts say, as JSON

	once *onlyOnce // what became of forms
}

// NewKit makes a kit; its copies share what became of forms. Without a log nothing is logged.
func NewKit(k Kit) *Kit {
	if k.Log == nil {
		k.Log = slog.New(slog.DiscardHandler)
	}
	k.once = &onlyOnce{answers: map[string]*formAnswer{}}
	return &k
}

// Under these keys a session keeps who is signed in and the stamp of the password with which, and a request who asks
// and the names that it was shown, once they were looked up.
const (
	sessionName  = "name"
	sessionStamp = "stamp"
	personKey    = "person"
	namesKey     = "names"
)

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
func (k *Kit) SignInHref(c *gin.Context) string { return goesOn(SignInPath, here(c)) }

// PasswordHref is the page that asks for an own password and goes on to the next one.
func PasswordHref(next string) string { return goesOn(PasswordPath, next) }

// goesOn is the address of a page that leads on to the next one when it is done; home is no place to go on to.
func goesOn(path, next string) string {
	if next == "" || next == "/" || strings.HasPrefix(next, SignInPath) {
		return path
	}
	return path + "?" + url.Values{"tiep": {next}}.Encode()
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

// Names gives the full name of whoever signs in by a name; the program and its command line have names of their own,
// and one who is not known any more keeps the name as it is.
func (k *Kit) Names(c *gin.Context) func(string) string {
	if names, read := c.Get(namesKey); read {
		return names.(func(string) string)
	}
	full := map[string]string{}
	people, err := k.App.People(c.Request.Context())
	if err != nil {
		k.Log.Error("people not read", "request", c.GetString(RequestID), "error", err)
	}
	for _, p := range people {
		full[p.Name] = p.Shown()
	}
	names := func(name string) string {
		if full[name] != "" || name == "" {
			return full[name]
		}
		return k.Text.Name("actor", name)
	}
	c.Set(namesKey, names)
	return names
}
