package catalogue

import (
	"errors"
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
func (s *Room) Unanswered(c *gin.Context) error {
	saved := ""
	switch c.Query("da") {
	case "luu":
		saved = s.Text.Say("vocabulary.saved")
	case "ten":
		saved = s.Text.Say("vocabulary.known_saved")
	case "an":
		saved = s.Text.Say("vocabulary.laid_aside")
	}
	return s.showUnanswered(c, http.StatusOK, saved, "")
}

func (s *Room) showUnanswered(c *gin.Context, status int, saved, problem string) error {
	month, err := askedMonth(c)
	if err != nil {
		return err
	}
	u, err := s.App.Unanswered(c.Request.Context(), s.Person(c), month)
	if err != nil {
		return err
	}
	names, err := s.PeopleNames(c.Request.Context())
	if err != nil {
		return err
	}
	m := queryList{Frame: s.Frame(c, s.Text.Say("vocabulary.tab.unanswered")), Tabs: s.vocabularyTabs(page.UnansweredPath), Saved: saved, Problem: problem, Month: u.Month.String(),
		State:   s.Text.Say("vocabulary.unanswered.state", viet.MonthYear(u.Month), len(u.Open), len(u.Done), len(u.Aside)),
		Nothing: page.EmptyState{Text: s.Text.Say("vocabulary.unanswered.none")}}
	for _, at := range u.Months {
		m.Months = append(m.Months, page.PageLink{Text: s.Text.Say("vocabulary.month", viet.MonthYear(at)), Href: page.UnansweredPath + "?thang=" + at.String(), Current: at == u.Month})
	}
	for _, r := range app.AsideReasons {
		m.Reasons = append(m.Reasons, field.Option{Value: string(r), Text: s.Text.Name("aside", string(r))})
	}
	m.Rows, m.Done, m.Aside = s.queryRows(u.Open, names), s.queryRows(u.Done, names), s.queryRows(u.Aside, names)
	m.DoneOf, m.AsideOf = s.Text.Say("vocabulary.unanswered.done", len(m.Done)), s.Text.Say("vocabulary.unanswered.aside", len(m.Aside))
	return s.Show(c, status, "catalogue/vocabulary_query", m)
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
		r := queryRow{Query: q.Query, Text: q.Text, Times: s.Text.Say("vocabulary.times", q.Times), Version: strconv.Itoa(q.Version), Search: searchLink("", q.Text).Href,
			Word: page.NewWordPath + "?" + url.Values{"tu": {q.Text}}.Encode(), Known: page.KnownPath + "?" + url.Values{"ten": {q.Text}}.Encode()}
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
func (s *Room) LayAside(c *gin.Context) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	err = s.App.LayAside(c.Request.Context(), s.Person(c), in.Get("query"), app.AsideReason(in.Get("reason")), page.Version(in))
	var conflict *value.Conflict
	var problems value.Problems
	switch {
	case errors.As(err, &conflict):
		return s.showUnanswered(c, http.StatusConflict, "", s.Text.Say("vocabulary.aside_conflict", in.Get("query")))
	case errors.As(err, &problems):
		return s.showUnanswered(c, http.StatusUnprocessableEntity, "", s.Sentence(problems[0]))
	case err != nil:
		return err
	}
	next := url.Values{"da": {"an"}}
	if month := c.Query("thang"); month != "" {
		next.Set("thang", month)
	}
	c.Redirect(http.StatusSeeOther, page.UnansweredPath+"?"+next.Encode())
	return nil
}

// Known lists the names by which procedures are known, and takes one more.
func (s *Room) Known(c *gin.Context) error {
	return s.showKnown(c, http.StatusOK, url.Values{"name": {viet.Clean(c.Query("ten"))}}, nil)
}

// AddKnown gives a procedure one more name.
func (s *Room) AddKnown(c *gin.Context) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	saved, err := s.App.AddKnownName(c.Request.Context(), s.Person(c), in.Get("code"), in.Get("name"))
	status, problems, err := page.Refused(err)
	if err != nil {
		return err
	}
	if status == http.StatusConflict { // somebody saved the procedure at the same instant: once more is enough
		problems = value.Problems{{Code: "known.again"}}
	}
	if status != http.StatusOK {
		return s.showKnown(c, status, in, problems)
	}
	if in.Get("tu") != "" {
		c.Redirect(http.StatusSeeOther, page.UnansweredPath+"?da=ten")
		return nil
	}
	c.Redirect(http.StatusSeeOther, page.KnownPath+"?"+url.Values{"loc": {string(saved.Code)}, "da": {"ten"}}.Encode())
	return nil
}

// knownPerPage is how many procedures stand on a page with their other names.
const knownPerPage = 20

// shownNear is how many procedures are offered for a name.
const shownNear = 5

func (s *Room) showKnown(c *gin.Context, status int, typed url.Values, problems value.Problems) error {
	all, err := s.App.KnownNames()
	if err != nil {
		return err
	}
	offset, err := page.QueryNumber(c, "offset", 0, 0, 1<<30)
	if err != nil {
		return err
	}
	find := viet.Clean(c.Query("loc"))
	f := field.NewSheet(s.Text, typed, problems)
	m := knownList{Frame: s.Frame(c, s.Text.Say("vocabulary.tab.known")), Tabs: s.vocabularyTabs(page.KnownPath), From: typed.Get("tu"),
		Open: typed.Get("name") != "" || len(problems) > 0, Nothing: page.EmptyState{Text: s.Text.Say("vocabulary.known.none")}}
	if c.Query("da") == "ten" {
		m.Saved = s.Text.Say("vocabulary.known_saved")
	}
	if ten := viet.Clean(c.Query("ten")); ten != "" {
		m.From = ten
	}
	if name := typed.Get("name"); name != "" {
		if m.Near, err = s.near(c, name); err != nil {
			return err
		}
	}
	var offers []string
	for _, l := range m.Near {
		offers = append(offers, l.Text)
	}
	m.Fields = []field.Cell{
		f.Cell("name", s.Text.Say("vocabulary.known.name"), field.Need, field.Medium),
		f.Cell("code", s.Text.Say("vocabulary.known.code"), field.Need, field.Medium, field.Hint(s.Text.Say("vocabulary.known.code.hint")), offered(offers)),
	}
	m.Summary = f.Summary()
	m.Search = field.NewSheet(s.Text, url.Values{"loc": {find}}, nil).Cell("loc", s.Text.Say("vocabulary.known.search"))
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
		m.Rows = append(m.Rows, knownRow{Code: string(k.Code), Name: k.Name, Href: page.ProcedureHref(k.Code), Names: strings.Join(k.Names, ", "),
			Edit: page.Link{Text: s.Text.Say("vocabulary.known.edit"), Href: page.ProcedureHref(k.Code) + "/sua#also_known"}})
	}
	m.Paging = pagesOf(c, len(found), offset, knownPerPage, s.Text.Say)
	return s.Show(c, status, "catalogue/vocabulary_known", m)
}

// near are procedures that the words of a name find, as links that put their code into the form.
func (s *Room) near(c *gin.Context, name string) ([]page.Link, error) {
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
	Tabs    []page.PageLink
	State   string
	Saved   string
	Problem string // why what was asked for was not done
	Months  []page.PageLink
	Month   string
	Rows    []queryRow
	Done    []queryRow
	DoneOf  string
	Aside   []queryRow
	AsideOf string
	Reasons []field.Option
	Nothing page.EmptyState
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
	Saved   string
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
