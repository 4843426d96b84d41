package catalogue

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"rasoat/web/page"
)

// Accessibility is the accessibility statement: what was checked, what falls short, whom to tell.
func (s *Room) Accessibility(c *gin.Context) error {
	commune, _, err := s.App.Commune(c.Request.Context())
	if err != nil {
		return err
	}
	m := accessibilityPage{Frame: s.Frame(c, s.Text.Say("page.accessibility"))}
	if commune.Name != "" {
		m.Whom = "UBND " + commune.Title()
	}
	return s.Show(c, http.StatusOK, "catalogue/accessibility", m)
}

// accessibilityPage is the accessibility statement. Template: catalogue/accessibility.
type accessibilityPage struct {
	page.Frame
	Whom string // "UBND xã An Bình"; empty before the first start is done
}
