package settings

import (
	"net/url"

	"github.com/gin-gonic/gin"

	"rasoat/web/field"
	"rasoat/web/page"
)

// PasswordForm is where everybody changes their own password.
func (s *Room) PasswordForm(c *gin.Context) error { return s.showPassword(c, page.Shown(nil)) }

func (s *Room) showPassword(c *gin.Context, t page.Typed) error {
	f := field.NewSheet(s.Text, nil, t.Problems) // no password comes back
	m := passwordChange{Frame: s.Frame(c, s.Text.Say("password.change"))}
	m.Fields = []field.Cell{f.Cell("old", s.Text.Say("password.old"),
		field.Need, field.Kind("password"), field.Auto("current-password"), field.Medium, field.Focused)}
	m.Fields = append(m.Fields, s.passwordFields(f, "password.new")...)
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
