package catalogue

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Unanswered lists the queries of a month without an answer.
func (s *Room) Unanswered(c *gin.Context) error { return s.showUnanswered(c, page.Shown(nil)) }

func (s *Room) showUnanswered(c *gin.Context, t page.Typed) error {
	month, err := page.TypedMonth(c.Query("thang"))
	if err != nil {
		return err
	}
	u, err := s.App.Unanswered(c.Request.Context(), s.Person(c), month)
	if err != nil {
		return err
	}
	m := queryList{Frame: s.Frame(c, s.Text.Say("vocabulary.tab.unanswered")), Queries: u, Reasons: app.AsideReasons}
	if t.Status == http.StatusConflict {
		m.Conflict = s.Text.Say("vocabulary.aside_conflict", t.Values.Get("query"))
	}
	m.Summary = field.NewSheet(s.Text, t.Values, t.Problems).Summary()
	return s.Show(c, t.Status, "catalogue/vocabulary_query", m)
}

// LayAside says of a query that the commune has no answer to it, or takes it up again.
func (s *Room) LayAside(c *gin.Context, in url.Values) (page.Act, error) {
	done := page.Done{To: page.UnansweredPath, Say: "vocabulary.laid_aside", Args: []any{in.Get("query")}}
	if in.Get("reason") == "" {
		done.Say = "vocabulary.taken_up"
	}
	if month := c.Query("thang"); month != "" {
		done.To += "?" + url.Values{"thang": {month}}.Encode()
	}
	return page.Act{
		Do: func() (page.Done, error) {
			reason := app.AsideReason(in.Get("reason"))
			return done, s.App.LayAside(c.Request.Context(), s.Person(c), in.Get("query"), reason, page.Version(in))
		},
		Again: func(t page.Typed) error { return s.showUnanswered(c, t) },
	}, nil
}

// Known lists the names by which procedures are known, and takes one more.
func (s *Room) Known(c *gin.Context) error {
	return s.showKnown(c, page.Shown(url.Values{"name": {viet.Clean(c.Query("ten"))}}))
}

// AddKnown gives a procedure one more name.
func (s *Room) AddKnown(c *gin.Context, in url.Values) (page.Act, error) {
	return page.Act{
		Do: func() (page.Done, error) {
			saved, err := s.App.AddKnownName(c.Request.Context(), s.Person(c), in.Get("code"), in.Get("name"))
			to := page.UnansweredPath
			if in.Get("tu") == "" {
				to = page.KnownPath + "?" + url.Values{"tu-khoa": {string(saved.Code)}}.Encode()
			}
			args := []any{viet.Clean(in.Get("name")), string(saved.Code)}
			return page.Done{To: to, Say: "vocabulary.known_saved", Args: args}, err
		},
		Again: func(t page.Typed) error {
			if t.Status == http.StatusConflict {
				// somebody saved the procedure at the same instant: once more is enough
				t.Problems = value.Problems{{Code: "known.again"}}
			}
			return s.showKnown(c, t)
		},
	}, nil
}

// knownRows is the list of procedures with the names by which they are known.
var knownRows = page.List[app.KnownNames]{Columns: []page.Column[app.KnownNames]{
	page.WordsColumn("ma", "col.code", func(k app.KnownNames) string { return string(k.Code) }),
	page.WordsColumn("thu-tuc", "col.procedure", func(k app.KnownNames) string { return k.Name }, page.Beside),
	page.WordsColumn("thuong-goi", "part.also_known", func(k app.KnownNames) string {
		return strings.Join(k.Names, ", ")
	}),
}, Acts: "vocabulary.col.do"}

// shownNear is how many procedures are offered for a name.
const shownNear = 5

func (s *Room) showKnown(c *gin.Context, t page.Typed) error {
	all, err := s.App.KnownNames()
	if err != nil {
		return err
	}
	if page.WantsSheet(c) {
		return knownRows.GiveSheet(s.Kit, c, s.Text.Say("vocabulary.tab.known"), all)
	}
	m := knownList{
		Frame: s.Frame(c, s.Text.Say("vocabulary.tab.known")),
		From:  cmp.Or(viet.Clean(c.Query("ten")), t.Values.Get("tu")),
		Open:  t.Values.Get("name") != "" || len(t.Problems) > 0,
		Total: len(all),
	}
	if m.Near, err = s.near(c, t.Values.Get("name")); err != nil {
		return err
	}
	var offers []string
	for _, l := range m.Near {
		offers = append(offers, string(l.Code)+" "+l.Name)
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m.Fields = []field.Cell{
		f.Cell("name", s.Text.Say("vocabulary.known.name"), field.Need, field.Medium),
		f.Cell("code", s.Text.Say("vocabulary.known.code"), field.Need, field.Medium,
			field.Hint(s.Text.Say("vocabulary.known.code.hint")), field.Suggest(offers...)),
	}
	m.Summary = f.Summary()
	for _, k := range all {
		m.Names += len(k.Names)
	}
	m.List, m.Rows = knownRows.Lay(s.Text, c.Request.URL, all)
	return s.Show(c, t.Status, "catalogue/vocabulary_known", m)
}

// near are procedures that the words of a name find.
func (s *Room) near(c *gin.Context, name string) ([]app.Head, error) {
	if name == "" {
		return nil, nil
	}
	r, err := s.App.Find(c.Request.Context(), app.SearchQuery{Text: name, Limit: shownNear, Scope: app.ScopeOfficial})
	if err != nil {
		return nil, err
	}
	var out []app.Head
	for _, h := range r.Hits {
		out = append(out, app.Head{Code: h.Code, Name: h.Name})
	}
	return slices.CompactFunc(out, func(a, b app.Head) bool { return a.Code == b.Code }), nil
}

// queryList is the queries of a month without an answer. Template: catalogue/vocabulary_query.
type queryList struct {
	page.Frame
	Queries  app.Unanswered
	Conflict string // who was quicker
	Reasons  []app.AsideReason
	Summary  field.Summary
}

// knownList is the names by which procedures are known. Template: catalogue/vocabulary_known.
type knownList struct {
	page.Frame
	Names, Total int // names, and procedures that have one
	Summary      field.Summary
	Fields       []field.Cell
	From         string     // the query without an answer that led here
	Near         []app.Head // procedures that its words find
	Open         bool       // the form stands open
	List         page.Listing
	Rows         []app.KnownNames
}
