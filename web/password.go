package web

import (
	"net/url"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/account"
)

const passwordPath = "/mat-khau"

// passwordForm is where everybody changes their own password.
func (s *Server) passwordForm(c *gin.Context) error { return s.showPassword(c, shown(nil)) }

func (s *Server) showPassword(c *gin.Context, t Typed) error {
	f := field.NewSheet(s.text, nil, t.Problems) // no password comes back
	hint := field.Hint(s.text.Say("password.hint", account.MinPassword))
	m := passwordChange{frame: s.frame(c, s.text.Say("password.change")), Fields: []field.Cell{
		f.Cell("old", s.text.Say("password.old"), field.Need, field.Kind("password"), field.Auto("current-password"), field.Focused),
		f.Cell("password", s.text.Say("password.new"), field.Need, hint, field.Kind("password"), field.Auto("new-password")),
		f.Cell("again", s.text.Say("password.again"), field.Need, field.Kind("password"), field.Auto("new-password")),
	}}
	m.Summary = f.Summary()
	return s.show(c, t.Status, "account/password", m)
}

// changePassword changes the password of whoever is signed in; this session goes on, others end.
func (s *Server) changePassword(c *gin.Context, in url.Values) (Act, error) {
	return Act{
		Do: func() (Done, error) {
			if problems := twice(in); len(problems) > 0 {
				return Done{}, problems
			}
			p, err := s.app.ChangeOwnPassword(c.Request.Context(), in.Get("old"), in.Get("password"), s.person(c))
			if err != nil {
				return Done{}, err
			}
			return Done{To: passwordPath, Say: "password.changed"}, s.enter(c, p)
		},
		Again: func(t Typed) error { return s.showPassword(c, t) },
	}, nil
}
