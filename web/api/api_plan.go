package api

import (
	_ "embed"
	"net/http"

	"github.com/gin-gonic/gin"

	"rasoat/review"
	"rasoat/value"
)

// PlansDoc is the answer of /api/v1/plans.
type PlansDoc struct {
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

// Plans lists the plans, newest first.
func (s *Room) Plans(c *gin.Context) error {
	all, err := s.App.PlansFor(c.Request.Context(), s.Person(c))
	if err != nil {
		return err
	}
	doc := PlansDoc{Plans: []planDoc{}}
	for _, p := range all {
		doc.Plans = append(doc.Plans, planDoc{
			ID:        p.ID,
			Number:    p.Number,
			Date:      p.Date,
			Title:     p.Title,
			Year:      p.Year,
			Issuer:    p.Issuer,
			InForce:   p.InForce,
			Campaigns: append([]review.CampaignPlan{}, p.Campaigns...),
			Targets:   append([]review.Target{}, p.Targets...),
		})
	}
	return s.answer(c, doc)
}

// Targets is the targets document of a plan (interface.md, Targets).
func (s *Room) Targets(c *gin.Context) error {
	var day value.Date
	if raw := c.Query("as_of"); raw != "" {
		var err error
		if day, err = value.ParseDate(raw); err != nil {
			return value.Problems{{Field: "as_of", Code: "date.form", Args: []any{raw}}}
		}
	}
	if _, _, err := s.App.PlanFor(c.Request.Context(), s.Person(c), c.Param("id")); err != nil {
		return err
	}
	rep, err := s.App.Targets(c.Request.Context(), c.Param("id"), day)
	if err != nil {
		return err
	}
	return s.answer(c, rep)
}

//go:embed openapi.json
var openAPI []byte

// Description is the description of the whole API.
func (s *Room) Description(c *gin.Context) error {
	c.Data(http.StatusOK, "application/json; charset=utf-8", openAPI)
	return nil
}
