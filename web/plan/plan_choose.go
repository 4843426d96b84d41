package plan

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"rasoat/web/page"
)

// Pages about a plan show the one that the address or the form names, else the one that whoever asks chose for this
// session, else the plan that is followed. What a page shows stands above it on every page.

// Choose has the pages of a session show a plan; none is the plan that is followed.
func (s *Room) Choose(c *gin.Context) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	ctx, id := c.Request.Context(), in.Get("plan")
	if id == "" {
		s.Sessions.Remove(ctx, page.SessionPlan)
	} else {
		p, _, err := s.App.PlanFor(ctx, s.Person(c), id)
		if err != nil {
			return err
		}
		s.Sessions.Put(ctx, page.SessionPlan, string(p.ID))
	}
	c.Redirect(http.StatusSeeOther, page.OwnPath(in.Get("back")))
	return nil
}
