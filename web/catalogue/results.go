package catalogue

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/viet"
	"rasoat/web/page"
)

// resultsPerPage is how many procedures stand on a page of results.
const resultsPerPage = 20

// facetNames are the filters of the results page in their order; the address uses the same names.
var facetNames = []string{"kind", "group", "field", "level", "status", "ours", "free"}

// nearestShown is how many procedures are named where nothing fits what was sought.
const nearestShown = 10

// publicFacets are those that say something to everyone.
var publicFacets = []string{"field", "level", "free"}

func (s *Room) results(c *gin.Context) error {
	q, err := s.SearchQuery(c, resultsPerPage)
	if err != nil {
		return err
	}
	r, err := s.App.Find(c.Request.Context(), q)
	if err != nil {
		return err
	}
	s.Searched(r.Total)
	if asked := c.Request.URL.Query(); len(asked) == 1 && asked.Get("q") != "" { // a first look: it counts as asked
		s.App.NoteSearch(q.Text, q.Scope == app.ScopeOfficial, r)
	}
	shown, paging := r.Total, s.pages(c, r.Total, q.Offset, q.Limit)
	if r.Weak { // what comes nearest is a few, and no page goes on to the rest
		r.Hits = r.Hits[:min(len(r.Hits), nearestShown)]
		shown, paging = len(r.Hits), page.Paging{}
	}
	m := results{
		Frame:  s.Frame(c, s.Text.Say("page.results")),
		Count:  s.Text.Say("results.count", viet.Number(int64(shown))),
		For:    q.Text,
		Paging: paging,
	}
	if q.Text != "" && !r.Weak {
		m.Describe(s.Text.Say("results.description", m.Count, q.Text, m.Commune))
	}
	m.Weak, m.Situation = r.Weak, s.situationOf(q.Text)
	if r.DidYouMean != "" {
		m.DidYouMean = []page.Link{searchLink(r.DidYouMean, r.DidYouMean)}
	}
	if m.Hits, err = s.hits(c, r); err != nil {
		return err
	}
	facets := publicFacets
	if s.Reader(c).Official {
		facets = facetNames
	}
	m.Facets, m.Set = s.facetLinks(c, facets, r)
	if r.Weak && len(m.Set) == 0 {
		m.Facets = nil // there is nothing to narrow
	}
	if len(m.Hits) > 0 {
		s.orders(c, &m, q)
	}
	if q.Status == "" {
		m.Repealed = repealedIn(r)
		m.RepealedHref = withQuery(c, "status", string(catalog.Repealed))
	}
	return s.Show(c, http.StatusOK, "catalogue/results", m)
}

// orders are the orders as links, and the one that explains each hit or stops doing so. What is set stays in the
// address.
func (s *Room) orders(c *gin.Context, m *results, q app.SearchQuery) {
	for _, sort := range app.SearchSorts {
		if sort == "" && q.Text == "" {
			continue // nothing was asked that could be more or less relevant
		}
		m.Sorts = append(m.Sorts, page.PageLink{
			Text:    s.Text.Name("sort", sort),
			Href:    withQuery(c, "sort", sort),
			Current: sort == q.Sort || q.Text == "" && q.Sort == "" && sort == "name",
		})
	}
	switch {
	case q.Text == "":
	case q.Explain:
		m.Explained = withQuery(c, "explain", "")
	default:
		m.Explain = withValues(c, "explain", "1")
	}
}

// repealedIn is how many procedures fit that are repealed.
func repealedIn(r app.SearchResult) int {
	for _, v := range r.Facets["status"] {
		if v.Value == string(catalog.Repealed) {
			return v.Count
		}
	}
	return 0
}

// found are the procedures that a search found, by key; one is missing that is gone from the store since it was
// indexed.
func (s *Room) found(c *gin.Context, r app.SearchResult) (map[catalog.Code]app.Version, error) {
	keys := make([]catalog.Code, len(r.Hits))
	for i, h := range r.Hits {
		keys[i] = h.Key
	}
	return s.App.Procedures(c.Request.Context(), s.Reader(c), keys)
}

func (s *Room) hits(c *gin.Context, r app.SearchResult) ([]resultHit, error) {
	found, err := s.found(c, r)
	if err != nil {
		return nil, err
	}
	var out []resultHit
	for _, h := range r.Hits {
		v, there := found[h.Key]
		if !there {
			continue
		}
		hit := resultHit{
			Procedure: v.Procedure,
			NameHTML:  page.Marked(h.NameHTML),
			Passage:   page.Marked(h.PassageHTML),
			Facts:     s.facts(v.Procedure),
		}
		if h.Ours == catalog.NotOurs && len(v.Procedure.Agencies) > 0 {
			hit.Handler = v.Procedure.Agencies[0].Name
		}
		for _, cause := range h.Why {
			why := app.SearchCause{What: cause.What, Text: cause.Text, Value: cause.Value}
			hit.Why = append(hit.Why, s.WhyFound(why))
		}
		out = append(out, hit)
	}
	return out, nil
}

// facts is what is known of field, time limit, fee and channels, in this order.
func (s *Room) facts(p catalog.Procedure) []string {
	sum := catalog.Summarize(p)
	all := []string{p.Field, s.limits(sum.Limits), s.feeWord(sum.Fees), joinedNames(s, "channel", sum.Channels)}
	return slices.DeleteFunc(all, func(fact string) bool { return fact == "" })
}

// facetLinks are the values of facets as links that set or lift them, and those that are set.
func (s *Room) facetLinks(c *gin.Context, names []string, r app.SearchResult) (lists []page.FacetList, on []page.Link) {
	for _, name := range names {
		list := page.FacetList{Title: s.Text.Say("facet." + name)}
		for _, v := range r.Facets[name] {
			f := page.FacetValue{Text: v.Value, Count: viet.Number(int64(v.Count)), Href: withQuery(c, name, v.Value)}
			if name != "field" {
				f.Text = s.Text.Name(name, v.Value)
			}
			if f.Set = c.Query(name) == v.Value; f.Set {
				f.Href = withQuery(c, name, "")
				on = append(on, page.Link{Text: f.Text, Href: f.Href})
			}
			list.Values = append(list.Values, f)
		}
		if len(list.Values) > 1 || c.Query(name) != "" {
			lists = append(lists, list)
		}
	}
	return lists, on
}

// withQuery is this address with one value set, or lifted where it is empty; paging starts anew.
func withQuery(c *gin.Context, name, value string) string {
	return withValues(c, "offset", "", page.ListPage, "", name, value)
}

// withValues is this address with values set, or lifted where they are empty.
func withValues(c *gin.Context, pairs ...string) string {
	return page.AddressWith(c.Request.URL, pairs...)
}

// pages leads through what was found.
func (s *Room) pages(c *gin.Context, total, offset, limit int) page.Paging {
	return page.Pages(s.Text, total, offset, limit, func(offset int) string {
		return withValues(c, "offset", strconv.Itoa(offset))
	})
}

func (s *Room) limits(list []catalog.TimeLimit) string {
	var out []string
	for _, l := range list {
		out = append(out, s.TimeLimit(l))
	}
	return strings.Join(out, "; ")
}

// feeWord is the fee in a few words, "" where nothing is known. Free stands with the case in which it is.
func (s *Room) feeWord(f catalog.FeeAnswer) string {
	word := s.Text.Name("fee_state", string(f.State))
	switch f.State {
	case catalog.FeeUnknown:
		return ""
	case catalog.FeeFree:
		if where := f.FreeWhere(); len(where) > 0 {
			first, _, _ := strings.Cut(where[0], ";")
			word = s.Text.Say("fee.free_where", first)
		}
		if f.Mixed {
			word = s.Text.Say("fee.rest_unknown", word)
		}
	case catalog.FeeAmount:
		var out []string
		for _, x := range f.Fees {
			if text := s.Fee(x); !slices.Contains(out, text) {
				out = append(out, text)
			}
		}
		return strings.Join(out, "; ")
	}
	return word
}

// results is what a search found. Template: catalogue/results.
type results struct {
	page.Frame
	Count        string // "12 thủ tục"
	For          string // the query; empty: everything by name
	Weak         bool   // nothing fits, these come nearest
	DidYouMean   []page.Link
	Situation    page.Link // the event of a life that is asked for
	Hits         []resultHit
	Facets       []page.FacetList
	Set          []page.Link // the filters that are set; a click lifts one
	Sorts        []page.PageLink
	Explain      string // address that says why each hit stands here; empty where it is said, or nothing was asked
	Explained    string // address that takes the explanations away
	Paging       page.Paging
	Repealed     int // what is left out because it is repealed
	RepealedHref string
}

// resultHit is one procedure found.
type resultHit struct {
	Procedure catalog.Procedure
	NameHTML  page.Marked
	Passage   page.Marked // may be empty
	Facts     []string    // field, time limit, fee, channels: what is known, in this order
	Handler   string      // who handles it, only where that is not the commune
	Why       []string    // why it stands here, in words
}

// Home is the first page, and the results once something is asked for: "/" is search and catalogue
// (interface.md, Addresses). An empty question lists everything by name.
func (s *Room) Home(c *gin.Context) error {
	if len(c.Request.URL.Query()) > 0 {
		return s.results(c)
	}
	n, err := s.App.ProcedureCount(c.Request.Context(), s.Reader(c))
	if err != nil {
		return err
	}
	m := home{Frame: s.Frame(c, s.Text.Say("page.home")), Total: n}
	m.NoSearch = true
	m.Describe(s.Text.Say("home.description", viet.Number(int64(n)), m.Commune))
	for _, e := range []string{"page.home.example1", "page.home.example2"} {
		m.Examples = append(m.Examples, searchLink(s.Text.Say(e), s.Text.Say(e)))
	}
	if m.Situations, err = s.situationLinks(); err != nil {
		return err
	}
	if m.Desk, err = s.Desk(c); err != nil {
		return err
	}
	released, err := s.App.Released(c.Request.Context())
	if err != nil {
		return err
	}
	if len(released) > 0 {
		t := released[0].Table()
		met := t.Count()[review.IsMet]
		m.Indicators = s.Text.Say("home.indicators", viet.MonthYear(t.Month), met, len(t.Rows))
	}
	return s.Show(c, http.StatusOK, "catalogue/home", m)
}

func searchLink(text, query string) page.Link {
	return page.Link{Text: text, Href: "/?" + url.Values{"q": {query}}.Encode()}
}

// home is the first page: search, the situations of life, and how the commune stands. Template: catalogue/home.
type home struct {
	page.Frame
	Total      int
	Examples   []page.Link // two searches that show what may be typed
	Situations []page.Link // "Có con nhỏ" → its procedures
	Desk       page.Desk   // where and when one hands in
	Indicators string      // "Tháng 6/2024: 11/13 chỉ tiêu đạt"; empty: none are released
}

// Accessibility is the accessibility statement: what was checked, what falls short, whom to tell.
func (s *Room) Accessibility(c *gin.Context) error {
	commune, _, err := s.App.Commune(c.Request.Context())
	if err != nil {
		return err
	}
	m := accessibilityPage{Frame: s.Frame(c, s.Text.Say("page.accessibility"))}
	if commune.Name != "" {
		m.Whom = "UBND " + commune.Title()
	}
	return s.Show(c, http.StatusOK, "catalogue/accessibility", m)
}

// accessibilityPage is the accessibility statement. Template: catalogue/accessibility.
type accessibilityPage struct {
	page.Frame
	Whom string // "UBND xã An Bình"; empty before the first start is done
}
