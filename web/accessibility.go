package web

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// accessibility is the accessibility statement: what was checked, what falls short, whom to tell.
func (s *Server) accessibility(c *gin.Context) error {
	commune, _, err := s.app.Commune(c.Request.Context())
	if err != nil {
		return err
	}
	m := accessibilityPage{frame: s.frame(c, s.text.Say("page.accessibility"))}
	if commune.Name != "" {
		m.Whom = "UBND " + commune.Title()
	}
	return s.show(c, http.StatusOK, "accessibility", m)
}
