package web

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/value"
	"rasoat/viet"
)

// unanswered lists the queries of a month without an answer.
func (s *Server) unanswered(c *gin.Context) error {
	saved := ""
	switch c.Query("da") {
	case "luu":
		saved = s.text.Say("vocabulary.saved")
	case "ten":
		saved = s.text.Say("vocabulary.known_saved")
	case "an":
		saved = s.text.Say("vocabulary.laid_aside")
	}
	return s.showUnanswered(c, http.StatusOK, saved, "")
}

func (s *Server) showUnanswered(c *gin.Context, status int, saved, problem string) error {
	month, err := askedMonth(c)
	if err != nil {
		return err
	}
	u, err := s.app.Unanswered(c.Request.Context(), s.person(c), month)
	if err != nil {
		return err
	}
	names, err := s.names(c.Request.Context())
	if err != nil {
		return err
	}
	m := queryList{frame: s.frame(c, s.text.Say("vocabulary.tab.unanswered")), Tabs: s.vocabularyTabs(unansweredPath), Saved: saved, Problem: problem, Month: u.Month.String(),
		State:   s.text.Say("vocabulary.unanswered.state", viet.MonthYear(u.Month), len(u.Open), len(u.Done), len(u.Aside)),
		Nothing: emptyState{Text: s.text.Say("vocabulary.unanswered.none")}}
	for _, at := range u.Months {
		m.Months = append(m.Months, pageLink{Text: s.text.Say("vocabulary.month", viet.MonthYear(at)), Href: unansweredPath + "?thang=" + at.String(), Current: at == u.Month})
	}
	for _, r := range app.AsideReasons {
		m.Reasons = append(m.Reasons, field.Option{Value: string(r), Text: s.text.Name("aside", string(r))})
	}
	m.Rows, m.Done, m.Aside = s.queryRows(u.Open, names), s.queryRows(u.Done, names), s.queryRows(u.Aside, names)
	m.DoneOf, m.AsideOf = s.text.Say("vocabulary.unanswered.done", len(m.Done)), s.text.Say("vocabulary.unanswered.aside", len(m.Aside))
	return s.show(c, status, "vocabulary/unanswered", m)
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

func (s *Server) queryRows(all []app.UnansweredQuery, names func(string) string) []queryRow {
	var out []queryRow
	for _, q := range all {
		r := queryRow{Query: q.Query, Text: q.Text, Times: s.text.Say("vocabulary.times", q.Times), Version: strconv.Itoa(q.Version), Search: searchLink("", q.Text).Href,
			Word: newWordPath + "?" + url.Values{"tu": {q.Text}}.Encode(), Known: knownPath + "?" + url.Values{"ten": {q.Text}}.Encode()}
		if q.Weak && !q.Answered {
			r.Badges = append(r.Badges, badge{Text: s.text.Say("vocabulary.weak"), Tone: "warn"})
		}
		if q.Internal {
			r.Badges = append(r.Badges, badge{Text: s.text.Say("vocabulary.internal")})
		}
		if q.Aside != "" {
			r.Why = s.text.Say("vocabulary.aside_by", s.text.Name("aside", string(q.Aside)), names(q.Author))
		}
		out = append(out, r)
	}
	return out
}

// layAside says of a query that the commune has no answer to it, or takes it up again.
func (s *Server) layAside(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	err = s.app.LayAside(c.Request.Context(), s.person(c), in.Get("query"), app.AsideReason(in.Get("reason")), version(in))
	var conflict *value.Conflict
	var problems value.Problems
	switch {
	case errors.As(err, &conflict):
		return s.showUnanswered(c, http.StatusConflict, "", s.text.Say("vocabulary.aside_conflict", in.Get("query")))
	case errors.As(err, &problems):
		return s.showUnanswered(c, http.StatusUnprocessableEntity, "", s.sentence(problems[0]))
	case err != nil:
		return err
	}
	next := url.Values{"da": {"an"}}
	if month := c.Query("thang"); month != "" {
		next.Set("thang", month)
	}
	c.Redirect(http.StatusSeeOther, unansweredPath+"?"+next.Encode())
	return nil
}

// known lists the names by which procedures are known, and takes one more.
func (s *Server) known(c *gin.Context) error {
	return s.showKnown(c, http.StatusOK, url.Values{"name": {viet.Clean(c.Query("ten"))}}, nil)
}

// addKnown gives a procedure one more name.
func (s *Server) addKnown(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	saved, err := s.app.AddKnownName(c.Request.Context(), s.person(c), in.Get("code"), in.Get("name"))
	status, problems, err := refused(err)
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
		c.Redirect(http.StatusSeeOther, unansweredPath+"?da=ten")
		return nil
	}
	c.Redirect(http.StatusSeeOther, knownPath+"?"+url.Values{"loc": {string(saved.Code)}, "da": {"ten"}}.Encode())
	return nil
}

// knownPerPage is how many procedures stand on a page with their other names.
const knownPerPage = 20

// shownNear is how many procedures are offered for a name.
const shownNear = 5

func (s *Server) showKnown(c *gin.Context, status int, typed url.Values, problems value.Problems) error {
	all, err := s.app.KnownNames()
	if err != nil {
		return err
	}
	offset, err := number(c, "offset", 0, 0, 1<<30)
	if err != nil {
		return err
	}
	find := viet.Clean(c.Query("loc"))
	f := field.NewSheet(s.text, typed, problems)
	m := knownList{frame: s.frame(c, s.text.Say("vocabulary.tab.known")), Tabs: s.vocabularyTabs(knownPath), From: typed.Get("tu"),
		Open: typed.Get("name") != "" || len(problems) > 0, Nothing: emptyState{Text: s.text.Say("vocabulary.known.none")}}
	if c.Query("da") == "ten" {
		m.Saved = s.text.Say("vocabulary.known_saved")
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
		f.Cell("name", s.text.Say("vocabulary.known.name"), field.Need, field.Medium),
		f.Cell("code", s.text.Say("vocabulary.known.code"), field.Need, field.Medium, field.Hint(s.text.Say("vocabulary.known.code.hint")), offered(offers)),
	}
	m.Summary = f.Summary()
	m.Search = field.NewSheet(s.text, url.Values{"loc": {find}}, nil).Cell("loc", s.text.Say("vocabulary.known.search"))
	var found []app.KnownNames
	names := 0
	for _, k := range all {
		names += len(k.Names)
		text := viet.Fold(string(k.Code) + "\n" + k.Name + "\n" + strings.Join(k.Names, "\n"))
		if strings.Contains(text, viet.Fold(find)) {
			found = append(found, k)
		}
	}
	m.State = s.text.Say("vocabulary.known.state", viet.Number(int64(names)), viet.Number(int64(len(all))))
	for _, k := range found[min(offset, len(found)):min(offset+knownPerPage, len(found))] {
		m.Rows = append(m.Rows, knownRow{Code: string(k.Code), Name: k.Name, Href: procedureHref(k.Code), Names: strings.Join(k.Names, ", "),
			Edit: link{s.text.Say("vocabulary.known.edit"), procedureHref(k.Code) + "/sua#also_known"}})
	}
	m.Paging = pagesOf(c, len(found), offset, knownPerPage, s.text.Say)
	return s.show(c, status, "vocabulary/known", m)
}

// near are procedures that the words of a name find, as links that put their code into the form.
func (s *Server) near(c *gin.Context, name string) ([]link, error) {
	r, err := s.app.Find(c.Request.Context(), app.SearchQuery{Text: name, Limit: shownNear, Scope: app.ScopeOfficial})
	if err != nil {
		return nil, err
	}
	var out []link
	for _, h := range r.Hits {
		out = append(out, link{Text: string(h.Code) + " " + h.Name, Href: procedureHref(h.Code)})
	}
	return slices.CompactFunc(out, func(a, b link) bool { return a.Href == b.Href }), nil
}
