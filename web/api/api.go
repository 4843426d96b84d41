// Package api is the JSON interface.
package api

import (
	_ "embed"
	"encoding/json"
	"errors"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/page"
)

// Room is the handlers of these pages.
type Room struct{ *page.Kit }

// New opens the room.
func New(kit *page.Kit) *Room { return &Room{Kit: kit} }

// problemDocument is what the API says of an error (RFC 9457).
type problemDocument struct {
	Type     string        `json:"type"`
	Title    string        `json:"title"`
	Status   int           `json:"status"`
	Detail   string        `json:"detail,omitempty"`
	Instance string        `json:"instance,omitempty"` // id of the request
	Errors   []problemLine `json:"errors,omitempty"`
}

type problemLine struct {
	Field  string `json:"field,omitempty"`
	Code   string `json:"code"`
	Detail string `json:"detail"`
}

// Problem answers with a problem document (RFC 9457).
func (s *Room) Problem(c *gin.Context, status int, id string, err error) {
	headline := s.Text.Say(page.ErrorHeadline(status))
	doc := problemDocument{"about:blank", http.StatusText(status), status, headline, id, nil}
	var problems value.Problems
	_ = errors.As(err, &problems)
	for _, p := range problems {
		doc.Errors = append(doc.Errors, problemLine{p.Field, p.Code, s.Text.Say(p.Code, p.Args...)})
	}
	s.write(c, status, "application/problem+json", doc)
}

// answer writes a JSON document; text stays readable, as on the command line.
func (s *Room) answer(c *gin.Context, v any) error {
	s.write(c, http.StatusOK, "application/json; charset=utf-8", v)
	return nil
}

func (s *Room) write(c *gin.Context, status int, kind string, v any) {
	c.Header("Content-Type", kind)
	c.Status(status)
	e := json.NewEncoder(c.Writer)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		s.Log.Info("answer not sent", "request", c.GetString(page.RequestID), "error", err)
	}
}

// Search answers a search.
func (s *Room) Search(c *gin.Context) error {
	q, err := s.SearchQuery(c, 10)
	if err != nil {
		return err
	}
	doc, err := s.App.Search(c.Request.Context(), q)
	if err != nil {
		return err
	}
	s.Searched(doc.Total)
	for i := range doc.Hits {
		for j := range doc.Hits[i].Why {
			doc.Hits[i].Why[j].Words = s.WhyFound(doc.Hits[i].Why[j])
		}
	}
	return s.answer(c, doc)
}

// suggestion is one line of the answer of /api/v1/suggest.
type suggestion struct {
	Text string       `json:"text"`
	Code catalog.Code `json:"code,omitempty"`
	Kind string       `json:"kind"`
	Href string       `json:"href,omitempty"` // of an event of a life: its page
}

// Suggest answers what is typed into the search box with names of procedures, as many as fit below it.
func (s *Room) Suggest(c *gin.Context) error {
	scope := app.ScopePublic
	if s.Reader(c).Official {
		scope = app.ScopeOfficial
	}
	found, err := s.App.Suggest(c.Request.Context(), c.Query("q"), 8, scope)
	if err != nil {
		return err
	}
	out := []suggestion{}
	for _, f := range found {
		out = append(out, suggestion{Text: f.Text, Code: f.Code, Kind: string(f.Kind)})
	}
	if c.Query("events") != "" {
		out = s.withLifeEvent(c.Query("q"), out)
	}
	return s.answer(c, struct {
		Suggestions []suggestion `json:"suggestions"`
	}{out})
}

// withLifeEvent puts the event of a life that is being typed before the names.
func (s *Room) withLifeEvent(typed string, found []suggestion) []suggestion {
	title := func(e app.LifeEvent) string { return s.LifeEventLink(e).Text }
	e, there := s.App.LifeEventFor(typed, true, title)
	if !there {
		return found
	}
	at := slices.IndexFunc(found, func(f suggestion) bool { return f.Kind == app.SuggestName })
	if at < 0 {
		at = len(found)
	}
	link := s.LifeEventLink(e)
	return slices.Insert(found, at, suggestion{Text: link.Text, Kind: suggestEvent, Href: link.Href})
}

// suggestEvent is the kind of a suggestion that leads to the page of an event of a life.
const suggestEvent = "event"

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
