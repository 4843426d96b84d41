package web

import (
	_ "embed"
	"net/http"

	"github.com/gin-gonic/gin"

	"rasoat/review"
	"rasoat/value"
)

// plansDoc is the answer of /api/v1/plans.
type plansDoc struct {
	Plans []planDoc `json:"plans"`
}

// planDoc is a plan without its text.
type planDoc struct {
	ID        review.PlanID         `json:"id"`
	Number    string                `json:"number"`
	Date      value.Date            `json:"date"`
	Title     string                `json:"title"`
	Year      int                   `json:"year"`
	Issuer    string                `json:"issuer"`
	InForce   bool                  `json:"in_force"`
	Campaigns []review.CampaignPlan `json:"campaigns"`
	Targets   []review.Target       `json:"targets"`
}

// apiPlans lists the plans, newest first.
func (s *Server) apiPlans(c *gin.Context) error {
	all, err := s.app.PlansFor(c.Request.Context(), s.person(c))
	if err != nil {
		return err
	}
	doc := plansDoc{Plans: []planDoc{}}
	for _, p := range all {
		doc.Plans = append(doc.Plans, planDoc{ID: p.ID, Number: p.Number, Date: p.Date, Title: p.Title, Year: p.Year, Issuer: p.Issuer, InForce: p.InForce,
			Campaigns: append([]review.CampaignPlan{}, p.Campaigns...), Targets: append([]review.Target{}, p.Targets...)})
	}
	return s.answer(c, doc)
}

// apiTargets is the targets document of a plan (interface.md, Targets).
func (s *Server) apiTargets(c *gin.Context) error {
	var day value.Date
	if raw := c.Query("as_of"); raw != "" {
		var err error
		if day, err = value.ParseDate(raw); err != nil {
			return value.Problems{{Field: "as_of", Code: "date.form", Args: []any{raw}}}
		}
	}
	if _, _, err := s.app.PlanFor(c.Request.Context(), s.person(c), c.Param("id")); err != nil {
		return err
	}
	rep, err := s.app.Targets(c.Request.Context(), c.Param("id"), day)
	if err != nil {
		return err
	}
	return s.answer(c, rep)
}

//go:embed openapi.json
var openAPI []byte

// apiDescription is the description of the whole API.
func (s *Server) apiDescription(c *gin.Context) error {
	c.Data(http.StatusOK, "application/json; charset=utf-8", openAPI)
	return nil
}
