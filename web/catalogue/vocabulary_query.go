package catalogue

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"
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
	month, err := askedMonth(c)
	if err != nil {
		return err
	}
	u, err := s.App.Unanswered(c.Request.Context(), s.Person(c), month)
	if err != nil {
		return err
	}
	names := s.Names(c)
	m := queryList{
		Frame: s.Frame(c, s.Text.Say("vocabulary.tab.unanswered")),
		Tabs:  s.vocabularyTabs(page.UnansweredPath),
		Month: u.Month.String(),
		State: s.Text.Say(
			"vocabulary.unanswered.state",
			viet.MonthYear(u.Month),
			len(u.Open),
			len(u.Done),
			len(u.Aside),
		),
		Rows:       s.queryRows(u.Open, names),
		Answered:   s.queryRows(u.Done, names),
		AnsweredOf: s.Text.Say("vocabulary.unanswered.done", len(u.Done)),
		Aside:      s.queryRows(u.Aside, names),
		AsideOf:    s.Text.Say("vocabulary.unanswered.aside", len(u.Aside)),
		Nothing:    page.EmptyState{Text: s.Text.Say("vocabulary.unanswered.none")},
	}
	switch {
	case t.Status == http.StatusConflict:
		m.Problem = s.Text.Say("vocabulary.aside_conflict", t.Values.Get("query"))
	case len(t.Problems) > 0:
		m.Problem = s.Sentence(t.Problems[0])
	}
	for _, at := range u.Months {
		m.Months = append(m.Months, page.PageLink{
			Text:    s.Text.Say("vocabulary.month", viet.MonthYear(at)),
			Href:    page.UnansweredPath + "?thang=" + at.String(),
			Current: at == u.Month,
		})
	}
	for _, r := range app.AsideReasons {
		m.Reasons = append(m.Reasons, field.Option{Value: string(r), Text: s.Text.Name("aside", string(r))})
	}
	return s.Show(c, t.Status, "catalogue/vocabulary_query", m)
}

// askedMonth is the month of the address, zero for this one.
func askedMonth(c *gin.Context) (m value.Month, err error) {
	if raw := c.Query("thang"); raw != "" {
		if err = m.UnmarshalText([]byte(raw)); err != nil {
			err = value.Problems{{Field: "thang", Code: "month.form", Args: []any{raw}}}
		}
	}
	return m, err
}

func (s *Room) queryRows(all []app.UnansweredQuery, names func(string) string) []queryRow {
	var out []queryRow
	for _, q := range all {
		r := queryRow{
			Query:   q.Query,
			Text:    q.Text,
			Times:   s.Text.Say("vocabulary.times", q.Times),
			Version: strconv.Itoa(q.Version),
			Search:  searchLink("", q.Text).Href,
			Word:    page.NewWordPath + "?" + url.Values{"tu": {q.Text}}.Encode(),
			Known:   page.KnownPath + "?" + url.Values{"ten": {q.Text}}.Encode(),
		}
		if q.Weak && !q.Answered {
			r.Badges = append(r.Badges, page.Badge{Text: s.Text.Say("vocabulary.weak"), Tone: "warn"})
		}
		if q.Internal {
			r.Badges = append(r.Badges, page.Badge{Text: s.Text.Say("vocabulary.internal")})
		}
		if q.Aside != "" {
			r.Why = s.Text.Say("vocabulary.aside_by", s.Text.Name("aside", string(q.Aside)), names(q.Author))
		}
		out = append(out, r)
	}
	return out
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
				to = page.KnownPath + "?" + url.Values{"loc": {string(saved.Code)}}.Encode()
			}
			return page.Done{
				To:   to,
				Say:  "vocabulary.known_saved",
				Args: []any{viet.Clean(in.Get("name")), string(saved.Code)},
			}, err
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

// knownPerPage is how many procedures stand on a page with their other names.
const knownPerPage = 20

// shownNear is how many procedures are offered for a name.
const shownNear = 5

func (s *Room) showKnown(c *gin.Context, t page.Typed) error {
	all, err := s.App.KnownNames()
	if err != nil {
		return err
	}
	offset, err := page.QueryNumber(c, "offset", 0, 0, 1<<30)
	if err != nil {
		return err
	}
	find := viet.Clean(c.Query("loc"))
	m := knownList{
		Frame: s.Frame(c, s.Text.Say("vocabulary.tab.known")),
		Tabs:  s.vocabularyTabs(page.KnownPath),
		From:  cmp.Or(viet.Clean(c.Query("ten")), t.Values.Get("tu")),
		Open:  t.Values.Get("name") != "" || len(t.Problems) > 0,
		Search: field.NewSheet(s.Text, url.Values{"loc": {find}}, nil).
			Cell("loc", s.Text.Say("vocabulary.known.search")),
		Nothing: page.EmptyState{Text: s.Text.Say("vocabulary.known.none")},
	}
	if m.Near, err = s.near(c, t.Values.Get("name")); err != nil {
		return err
	}
	var offers []string
	for _, l := range m.Near {
		offers = append(offers, l.Text)
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m.Fields = []field.Cell{
		f.Cell("name", s.Text.Say("vocabulary.known.name"), field.Need, field.Medium),
		f.Cell("code", s.Text.Say("vocabulary.known.code"), field.Need, field.Medium,
			field.Hint(s.Text.Say("vocabulary.known.code.hint")), field.Suggest(offers...)),
	}
	m.Summary = f.Summary()
	var found []app.KnownNames
	names := 0
	for _, k := range all {
		names += len(k.Names)
		text := viet.Fold(string(k.Code) + "\n" + k.Name + "\n" + strings.Join(k.Names, "\n"))
		if strings.Contains(text, viet.Fold(find)) {
			found = append(found, k)
		}
	}
	m.State = s.Text.Say("vocabulary.known.state", viet.Number(int64(names)), viet.Number(int64(len(all))))
	for _, k := range found[min(offset, len(found)):min(offset+knownPerPage, len(found))] {
		href := page.ProcedureHref(k.Code)
		m.Rows = append(m.Rows, knownRow{
			Code:  string(k.Code),
			Name:  k.Name,
			Href:  href,
			Names: strings.Join(k.Names, ", "),
			Edit:  page.Link{Text: s.Text.Say("vocabulary.known.edit"), Href: href + "/sua#also_known"},
		})
	}
	m.Paging = pagesOf(c, len(found), offset, knownPerPage, s.Text.Say)
	return s.Show(c, t.Status, "catalogue/vocabulary_known", m)
}

// near are procedures that the words of a name find, as links that put their code into the form.
func (s *Room) near(c *gin.Context, name string) ([]page.Link, error) {
	if name == "" {
		return nil, nil
	}
	r, err := s.App.Find(c.Request.Context(), app.SearchQuery{Text: name, Limit: shownNear, Scope: app.ScopeOfficial})
	if err != nil {
		return nil, err
	}
	var out []page.Link
	for _, h := range r.Hits {
		out = append(out, page.Link{Text: string(h.Code) + " " + h.Name, Href: page.ProcedureHref(h.Code)})
	}
	return slices.CompactFunc(out, func(a, b page.Link) bool { return a.Href == b.Href }), nil
}

// queryList is the queries of a month without an answer. Template: catalogue/vocabulary_query.
type queryList struct {
	page.Frame
	Tabs       []page.PageLink
	State      string
	Problem    string // why what was asked for was not done
	Months     []page.PageLink
	Month      string
	Rows       []queryRow
	Answered   []queryRow
	AnsweredOf string
	Aside      []queryRow
	AsideOf    string
	Reasons    []field.Option
	Nothing    page.EmptyState
}

type queryRow struct {
	Query   string
	Text    string
	Times   string
	Badges  []page.Badge
	Version string
	Word    string // address of a new word for it
	Known   string // address of a new name for it
	Search  string // address of its results
	Why     string // why it was laid aside, and by whom
}

// knownList is the names by which procedures are known. Template: catalogue/vocabulary_known.
type knownList struct {
	page.Frame
	Tabs    []page.PageLink
	State   string
	Summary field.Summary
	Fields  []field.Cell
	From    string      // the query without an answer that led here
	Near    []page.Link // procedures that its words find: their codes
	Open    bool        // the form stands open
	Search  field.Cell
	Rows    []knownRow
	Paging  page.Paging
	Nothing page.EmptyState
}

type knownRow struct {
	Code  string
	Name  string
	Href  string
	Names string
	Edit  page.Link
}
