package web

import (
	"cmp"
	"encoding/json"
	"math"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"errors"

	"rasoat/app"
	"rasoat/app/text"
	"rasoat/catalog"
	"rasoat/value"
)

const apiPrefix = "/api/"

func isAPI(c *gin.Context) bool { return strings.HasPrefix(c.Request.URL.Path, apiPrefix) }

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

func (s *Server) problem(c *gin.Context, status int, id string, err error) {
	doc := problemDocument{Type: "about:blank", Title: http.StatusText(status), Status: status, Detail: s.text.Say(headline(status)), Instance: id}
	var problems value.Problems
	if errors.As(err, &problems) {
		for _, p := range problems {
			doc.Errors = append(doc.Errors, problemLine{Field: p.Field, Code: p.Code, Detail: s.text.Say(p.Code, p.Args...)})
		}
	}
	s.write(c, status, "application/problem+json", doc)
}

// answer writes a JSON document; text stays readable, as on the command line.
func (s *Server) answer(c *gin.Context, v any) error {
	s.write(c, http.StatusOK, "application/json; charset=utf-8", v)
	return nil
}

func (s *Server) write(c *gin.Context, status int, kind string, v any) {
	c.Header("Content-Type", kind)
	c.Status(status)
	e := json.NewEncoder(c.Writer)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		s.log.Info("answer not sent", "request", c.GetString(requestID), "error", err)
	}
}

func (s *Server) apiSearch(c *gin.Context) error {
	q, err := s.query(c, 10)
	if err != nil {
		return err
	}
	doc, err := s.app.Search(c.Request.Context(), q)
	if err != nil {
		return err
	}
	s.metrics.searched(doc.Total)
	for i := range doc.Hits {
		for j := range doc.Hits[i].Why {
			doc.Hits[i].Why[j].Words = s.why(doc.Hits[i].Why[j])
		}
	}
	return s.answer(c, doc)
}

// why says one reason for the place of a hit in words.
func (s *Server) why(cause app.SearchCause) string {
	percent := strconv.Itoa(int(math.Round(cause.Value * 100)))
	switch cause.What {
	case "reading":
		return s.text.Say("why.reading."+cmp.Or(cause.Text, "rest"), percent)
	case "name", "all":
		return s.text.Say("why."+cause.What, percent)
	case "code":
		return s.text.Say("why.code", strings.ToUpper(cause.Text))
	case "also", "paper":
		return s.text.Say("why."+cause.What, cause.Text, percent)
	}
	points := strconv.FormatFloat(cause.Value*100, 'f', 1, 64)
	if s.text.Lang() == text.Vietnamese {
		points = strings.Replace(points, ".", ",", 1)
	}
	return s.text.Say("why.standing", points)
}

// query reads a search from the address.
func (s *Server) query(c *gin.Context, standard int) (app.SearchQuery, error) {
	limit, err := number(c, "limit", standard, 1, 100)
	if err != nil {
		return app.SearchQuery{}, err
	}
	offset, err := number(c, "offset", 0, 0, math.MaxInt32)
	if err != nil {
		return app.SearchQuery{}, err
	}
	q := app.SearchQuery{Text: c.Query("q"), Kind: c.Query("kind"), Group: c.Query("group"), Field: c.Query("field"), Level: c.Query("level"),
		Status: c.Query("status"), Ours: c.Query("ours"), Sort: c.Query("sort"), Explain: c.Query("explain") == "1", Limit: limit, Offset: offset, Scope: app.ScopePublic}
	if s.reader(c).Official {
		q.Scope = app.ScopeOfficial
	}
	if !slices.Contains(app.SearchSorts, q.Sort) {
		q.Sort = "" // an order that there is not is that of relevance
	}
	if free := c.Query("free"); free != "" {
		yes := free == "true"
		q.Free = &yes
	}
	return q, nil
}

// suggestions is the answer of /api/v1/suggest.
type suggestions struct {
	Suggestions []suggestion `json:"suggestions"`
}

type suggestion struct {
	Text string       `json:"text"`
	Code catalog.Code `json:"code,omitempty"`
	Kind string       `json:"kind"`
}

// suggestMost is how many suggestions fit below a search box.
const suggestMost = 8

func (s *Server) apiSuggest(c *gin.Context) error {
	scope := app.ScopePublic
	if s.reader(c).Official {
		scope = app.ScopeOfficial
	}
	found, err := s.app.Suggest(c.Request.Context(), c.Query("q"), suggestMost, scope)
	if err != nil {
		return err
	}
	out := suggestions{Suggestions: []suggestion{}}
	for _, f := range found {
		out.Suggestions = append(out.Suggestions, suggestion{Text: f.Text, Code: f.Code, Kind: string(f.Kind)})
	}
	return s.answer(c, out)
}
