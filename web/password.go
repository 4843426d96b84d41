package web

import (
	"errors"
	"net/http"

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
	f := s.form(nil, problems)
	m := passwordChange{frame: s.frame(c, s.text.Say("password.change")), Saved: saved, Fields: []field{
		f.field("old", s.text.Say("password.old"), need, kind("password"), auto("current-password"), focused),
		f.field("password", s.text.Say("password.new"), need, hint(s.text.Say("password.hint", account.MinPassword)), kind("password"), auto("new-password")),
		f.field("again", s.text.Say("password.again"), need, kind("password"), auto("new-password")),
	}}
	m.Summary = f.summary()
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
