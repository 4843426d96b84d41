package settings

import (
	"errors"
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// SignInForm is the page for signing in.
func (s *Room) SignInForm(c *gin.Context) error {
	if s.Person(c).Name != "" {
		c.Redirect(http.StatusSeeOther, page.OwnPath(c.Query("tiep")))
		return nil
	}
	return s.ShowSignIn(c, http.StatusOK, c.Query("tiep"), "", nil, nil)
}

// ShowSignIn shows the page for signing in; with a form that was kept, it carries that.
func (s *Room) ShowSignIn(
	c *gin.Context, status int, next, name string, kept *page.KeptForm, problems value.Problems,
) error {
	f := field.NewSheet(s.Text, url.Values{"username": {name}}, problems)
	m := signIn{Frame: s.Frame(c, s.Text.Say("page.sign_in")), Next: next, Kept: kept.Hidden()}
	if kept != nil {
		m.Ended = s.Text.Say("session.ended")
	}
	m.Username = f.Cell("username", s.Text.Say("signin.name"),
		field.Need, field.Auto("username"), field.Medium, field.Focused)
	m.Password = f.Cell("password", s.Text.Say("signin.password"),
		field.Need, field.Kind("password"), field.Auto("current-password"), field.Medium)
	m.Summary = f.Summary()
	if s.Demo {
		m.Accounts = app.DemoPeople
	}
	return s.Show(c, status, "settings/signin", m)
}

// SignIn lets somebody in with name and password.
func (s *Room) SignIn(c *gin.Context) error {
	in, err := page.PostedUpTo(c, page.MaxKept)
	if err != nil {
		return err
	}
	p, err := s.App.SignIn(c.Request.Context(), in.Get("username"), in.Get("password"))
	var problems value.Problems
	if errors.As(err, &problems) {
		c.Set(page.RefusedKey, true)
		name, kept := in.Get("username"), s.KeptOf(in)
		return s.ShowSignIn(c, http.StatusUnprocessableEntity, in.Get("next"), name, kept, problems)
	}
	if err != nil {
		return err
	}
	if err := s.Enter(c, p); err != nil {
		return err
	}
	if kept := s.KeptOf(in); kept != nil {
		return s.GoOn(c, kept)
	}
	c.Redirect(http.StatusSeeOther, page.OwnPath(in.Get("next")))
	return nil
}

// SignOut ends the session.
func (s *Room) SignOut(c *gin.Context) error {
	if err := s.Sessions.Destroy(c.Request.Context()); err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, "/")
	return nil
}

// signIn is the page for signing in. Template: settings/signin.
type signIn struct {
	page.Frame
	Summary  field.Summary
	Username field.Cell
	Password field.Cell
	Next     string // where to go afterwards
	Ended    string // why one has to sign in again, where a form is kept; empty otherwise
	Kept     []page.HiddenField
	Accounts []app.DemoPerson
}

// PasswordForm is where everybody changes their own password.
func (s *Room) PasswordForm(c *gin.Context) error { return s.showPassword(c, page.Shown(nil)) }

func (s *Room) showPassword(c *gin.Context, t page.Typed) error {
	f := field.NewSheet(s.Text, nil, t.Problems) // no password comes back
	old := f.Cell("old", s.Text.Say("password.old"),
		field.Need, field.Kind("password"), field.Auto("current-password"), field.Medium, field.Focused)
	m := passwordChange{Frame: s.Frame(c, s.Text.Say("password.change"))}
	m.Fields = append([]field.Cell{old}, s.passwordFields(f, "password.new")...)
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "settings/password", m)
}

// ChangePassword changes the password of whoever is signed in; this session goes on, others end.
func (s *Room) ChangePassword(c *gin.Context, in url.Values) (page.Act, error) {
	return page.Act{
		Do: func() (page.Done, error) {
			if problems := twice(in); len(problems) > 0 {
				return page.Done{}, problems
			}
			p, err := s.App.ChangeOwnPassword(c.Request.Context(), s.Person(c), in.Get("old"), in.Get("password"))
			if err != nil {
				return page.Done{}, err
			}
			return page.Done{To: page.PasswordPath, Say: "password.changed"}, s.Enter(c, p)
		},
		Again: func(t page.Typed) error { return s.showPassword(c, t) },
	}, nil
}

// passwordChange is where everybody changes their own password. Template: settings/password.
type passwordChange struct {
	page.Frame
	Summary field.Summary
	Fields  []field.Cell
}
