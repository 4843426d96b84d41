// Package page is the kit of the window: the frame around every page, the parts that pages are made of, who asks, the
// addresses, and how a form is read and answered. Every room stands on it, and it knows none of them.
package page

import (
	"embed"
	"log/slog"

	"github.com/alexedwards/scs/v2"
	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/app/text"
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
	k.once = &onlyOnce{}
	return &k
}
