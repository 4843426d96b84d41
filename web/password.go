package web

import (
	"errors"
	"net/http"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/value"
)

const passwordPath = "/mat-khau"

// passwordForm is where everybody changes their own password.
func (s *Server) passwordForm(c *gin.Context) error {
	saved := ""
	if c.Query("da") == "doi" {
		saved = s.text.Say("password.changed")
	}
	return s.showPassword(c, http.StatusOK, saved, nil)
}

func (s *Server) showPassword(c *gin.Context, status int, saved string, problems value.Problems) error {
	f := field.NewSheet(s.text, nil, problems)
	m := passwordChange{frame: s.frame(c, s.text.Say("password.change")), Saved: saved, Fields: []field.Cell{
		f.Cell("old", s.text.Say("password.old"), field.Need, field.Kind("password"), field.Auto("current-password"), field.Focused),
		f.Cell("password", s.text.Say("password.new"), field.Need, field.Hint(s.text.Say("password.hint", account.MinPassword)), field.Kind("password"), field.Auto("new-password")),
		f.Cell("again", s.text.Say("password.again"), field.Need, field.Kind("password"), field.Auto("new-password")),
	}}
	m.Summary = f.Summary()
	return s.show(c, status, "account/password", m)
}

// changePassword changes the password of whoever is signed in; this session goes on, others end.
func (s *Server) changePassword(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	var problems value.Problems
	if in.Get("again") != in.Get("password") {
		problems.Add("again", "password.differ")
		return s.showPassword(c, http.StatusUnprocessableEntity, "", problems)
	}
	p, err := s.app.ChangeOwnPassword(c.Request.Context(), in.Get("old"), in.Get("password"), s.person(c))
	if errors.As(err, &problems) {
		return s.showPassword(c, http.StatusUnprocessableEntity, "", problems)
	}
	if err != nil {
		return err
	}
	if err := s.enter(c, p); err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, passwordPath+"?da=doi")
	return nil
}
