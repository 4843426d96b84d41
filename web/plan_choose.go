package web

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
)

// Pages about a plan show the one that the address or the form names, else the one that whoever asks chose for this
// session, else the plan that is followed. What a page shows stands above it on every page.

// planParam is under which name an address says of which plan it speaks; sessionPlan is under which key a session keeps
// the plan that was chosen.
const (
	planParam   = "ke-hoach"
	sessionPlan = "plan"
)

// asked is a name of the address as it stands now. c.Query keeps the first address that it was asked about, and a refused
// form shows its list again under the address that it came from.
func asked(c *gin.Context, name string) string { return c.Request.URL.Query().Get(name) }

// planID is the plan that a page is about, as app takes it: "" is the plan that is followed.
func (s *Server) planID(c *gin.Context) string {
	for _, named := range []string{c.Param("plan"), asked(c, planParam), c.Request.PostForm.Get("plan")} {
		if named != "" {
			return named
		}
	}
	chosen := s.sessions.GetString(c.Request.Context(), sessionPlan)
	if chosen == "" {
		return ""
	}
	if _, _, err := s.app.PlanFor(c.Request.Context(), s.person(c), chosen); err != nil {
		return "" // it is gone, or a draft that is not for these eyes
	}
	return chosen
}

// seesPlan refuses an address of a plan that whoever asks does not see.
func (s *Server) seesPlan(c *gin.Context, by app.Person) error {
	for _, named := range []string{c.Param("plan"), asked(c, planParam)} {
		if named == "" {
			continue
		}
		if _, _, err := s.app.PlanFor(c.Request.Context(), by, named); err != nil {
			return err
		}
	}
	return nil
}

// choosePlan has the pages of a session show a plan; none is the plan that is followed.
func (s *Server) choosePlan(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	ctx, id := c.Request.Context(), in.Get("plan")
	if id == "" {
		s.sessions.Remove(ctx, sessionPlan)
	} else {
		p, _, err := s.app.PlanFor(ctx, s.person(c), id)
		if err != nil {
			return err
		}
		s.sessions.Put(ctx, sessionPlan, string(p.ID))
	}
	c.Redirect(http.StatusSeeOther, ownPath(in.Get("back")))
	return nil
}

// planPick offers the other plans, and says where the one shown is not the one that is followed.
func (s *Server) planPick(c *gin.Context, by app.Person, shown review.Plan) planPick {
	var out planPick
	all, err := s.app.PlansFor(c.Request.Context(), by)
	if err != nil || len(all) < 2 {
		return out // a failing store fails the page itself
	}
	followed, _ := review.Followed(all, s.app.Today())
	if shown.ID != followed.ID {
		out.Notice = s.text.Say("plan.other", shown.Number, shown.Year, s.text.Name("plan_state", string(shown.State())), followed.Number)
	}
	out.Back = sectionOf(c.Request.URL.Path)
	for _, p := range all {
		if p.ID == shown.ID {
			continue
		}
		x := planChoice{ID: string(p.ID), Text: s.text.Say("plan.choice", p.Number, p.Year, s.text.Name("plan_state", string(p.State())))}
		if p.ID == followed.ID {
			x.ID = ""
		}
		out.Choices = append(out.Choices, x)
	}
	return out
}

// sectionOf is the page of a plan's section above a page: what lies below it names one plan's campaign, proposal or part.
func sectionOf(path string) string {
	for _, section := range []string{"/ra-soat", "/phuong-an", "/ke-hoach"} {
		if under(path, section) {
			return section
		}
	}
	return path
}
