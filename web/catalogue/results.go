package catalogue

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/viet"
	"rasoat/web/page"
)

// resultsPerPage is how many procedures stand on a page of results.
const resultsPerPage = 20

// facetNames are the filters of the results page in their order; the address uses the same names.
var facetNames = []string{"kind", "group", "field", "level", "status", "ours", "free"}

// publicFacets are those that say something to everyone.
var publicFacets = map[string]bool{"field": true, "level": true, "free": true}

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
	if isFirstLook(c) {
		s.App.NoteSearch(q.Text, q.Scope == app.ScopeOfficial, r)
	}
	m := results{
		Frame: s.Frame(c, s.Text.Say("page.results")),
		Count: s.Text.Say("results.count", viet.Number(int64(r.Total))),
		For:   q.Text,
	}
	if q.Text != "" {
		m.Describe(s.Text.Say("results.description", m.Count, q.Text, m.Commune))
	}
	if r.DidYouMean != "" {
		m.DidYouMean = []page.Link{searchLink(r.DidYouMean, r.DidYouMean)}
	}
	if m.Hits, err = s.hits(c, r); err != nil {
		return err
	}
	s.filters(c, &m, r)
	s.orders(c, &m, q)
	if n := repealedIn(r); n > 0 && q.Status == "" {
		m.Repealed = page.Link{
			Text: s.Text.Say("results.repealed", viet.Number(int64(n))),
			Href: withQuery(c, "status", string(catalog.Repealed)),
		}
	}
	m.Paging = pagesOf(c, r.Total, q.Offset, q.Limit, s.Text.Say)
	m.Nothing = page.EmptyState{
		Text: s.Text.Say("results.nothing"),
		Next: page.Link{Text: s.Text.Say("results.all"), Href: "/?q="},
	}
	return s.Show(c, http.StatusOK, "catalogue/results", m)
}

// orders are the orders as links, and the one that explains each hit or stops doing so. What is set stays in the
// address.
func (s *Room) orders(c *gin.Context, m *results, q app.SearchQuery) {
	if len(m.Hits) == 0 {
		return
	}
	for _, sort := range app.SearchSorts {
		if sort == "" && q.Text == "" {
			continue // nothing was asked that could be more or less relevant
		}
		m.Sorts = append(
			m.Sorts,
			page.PageLink{
				Text:    s.Text.Name("sort", sort),
				Href:    withQuery(c, "sort", sort),
				Current: sort == q.Sort || q.Text == "" && q.Sort == "" && sort == "name",
			},
		)
	}
	switch {
	case q.Text == "":
	case q.Explain:
		m.Explain = page.Link{Text: s.Text.Say("results.explained"), Href: withQuery(c, "explain", "")}
	default:
		why := withPlace(c, "explain", "1")
		for i := range m.Hits {
			m.Hits[i].Explain = why + "#vi-sao-" + m.Hits[i].Code
		}
	}
}

// withPlace is this address with one value set; the page stays.
func withPlace(c *gin.Context, name, value string) string {
	q := c.Request.URL.Query()
	q.Set(name, value)
	return c.Request.URL.Path + "?" + q.Encode()
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

// isFirstLook reports that somebody looks at what a query found, and neither narrows it nor turns its pages: then it
// counts as asked.
func isFirstLook(c *gin.Context) bool {
	asked := c.Request.URL.Query()
	return len(asked) == 1 && asked.Get("q") != ""
}

func (s *Room) hits(c *gin.Context, r app.SearchResult) ([]resultHit, error) {
	keys := make([]catalog.Code, len(r.Hits))
	for i, h := range r.Hits {
		keys[i] = h.Key
	}
	found, err := s.App.Procedures(c.Request.Context(), s.Reader(c), keys)
	if err != nil {
		return nil, err
	}
	var out []resultHit
	for _, h := range r.Hits {
		v, there := found[h.Key]
		if !there {
			continue // gone from the store since it was indexed
		}
		hit := resultHit{
			Href:     page.ProcedureHref(h.Code),
			NameHTML: page.Marked(h.NameHTML),
			Passage:  page.Marked(h.PassageHTML),
			Code:     string(h.Code),
			Facts:    s.facts(v.Procedure),
		}
		if h.Ours == catalog.NotOurs && len(v.Procedure.Agencies) > 0 {
			hit.Handler = v.Procedure.Agencies[0].Name
		}
		if h.Kind == catalog.Internal {
			hit.Badges = append(hit.Badges, page.Badge{Text: s.Text.Name("kind", string(h.Kind)), Tone: "accent"})
		}
		if h.Status != catalog.InForce {
			hit.Badges = append(hit.Badges, page.Badge{Text: s.Text.Name("status", string(h.Status)), Tone: "warn"})
		}
		for _, cause := range h.Why {
			hit.Why = append(
				hit.Why,
				s.WhyFound(app.SearchCause{What: cause.What, Text: cause.Text, Value: cause.Value}),
			)
		}
		out = append(out, hit)
	}
	return out, nil
}

// facts is what is known of field, time limit, fee and channels, in this order.
func (s *Room) facts(p catalog.Procedure) []string {
	sum := catalog.Summarize(p)
	var out []string
	for _, f := range []string{p.Field, s.limits(sum.Limits), s.feeWord(sum.Fees), s.channels(sum.Channels)} {
		if f != "" {
			out = append(out, f)
		}
	}
	return out
}

// filters lists the values of each facet that this reader may ask for.
func (s *Room) filters(c *gin.Context, m *results, r app.SearchResult) {
	var names []string
	for _, name := range facetNames {
		if s.Reader(c).Official || publicFacets[name] {
			names = append(names, name)
		}
	}
	m.Facets, m.Set = s.facetLinks(c, names, r)
}

// facetLinks are the values of facets as links that set or lift them, and those that are set.
func (s *Room) facetLinks(c *gin.Context, names []string, r app.SearchResult) (lists []page.FacetList, on []page.Link) {
	for _, name := range names {
		list := page.FacetList{Title: s.Text.Say("facet." + name)}
		for _, v := range r.Facets[name] {
			set := c.Query(name) == v.Value
			f := page.FacetValue{
				Text:  s.facetText(name, v.Value),
				Count: viet.Number(int64(v.Count)),
				Set:   set,
				Href:  withQuery(c, name, v.Value),
			}
			if set {
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

func (s *Room) facetText(facet, value string) string {
	if facet == "field" {
		return value
	}
	return s.Text.Name(facet, value)
}

// withQuery is this address with one value set, or lifted where it is empty; paging starts anew.
func withQuery(c *gin.Context, name, value string) string {
	q := c.Request.URL.Query()
	q.Del("offset")
	if value == "" {
		q.Del(name)
	} else {
		q.Set(name, value)
	}
	return c.Request.URL.Path + "?" + q.Encode()
}

func pagesOf(c *gin.Context, total, offset, limit int, say func(string, ...any) string) page.Paging {
	if total <= limit && offset == 0 {
		return page.Paging{}
	}
	at := func(offset int) string {
		q := c.Request.URL.Query()
		q.Set("offset", strconv.Itoa(offset))
		return c.Request.URL.Path + "?" + q.Encode()
	}
	p := page.Paging{
		Text: say(
			"paging",
			viet.Number(int64(min(offset+1, total))),
			viet.Number(int64(min(offset+limit, total))),
			viet.Number(int64(total)),
		),
	}
	p.Pages = pageLinks(total, offset, limit, at)
	if offset > 0 {
		p.Prev = at(max(offset-limit, 0))
	}
	if offset+limit < total {
		p.Next = at(offset + limit)
	}
	return p
}

// pageLinks are the first page, the last, and those around the one at hand; gaps between them are "…".
func pageLinks(total, offset, limit int, at func(int) string) []page.PageLink {
	here, last := offset/limit, (total-1)/limit
	var out []page.PageLink
	gap := false
	for n := range last + 1 {
		if n > 0 && n < last && (n < here-2 || n > here+2) {
			gap = true
			continue
		}
		if gap {
			out, gap = append(out, page.PageLink{Text: "…"}), false
		}
		out = append(out, page.PageLink{Text: viet.Number(int64(n + 1)), Href: at(n * limit), Current: n == here})
	}
	return out
}

func (s *Room) channels(list []catalog.Channel) string {
	names := make([]string, len(list))
	for i, ch := range list {
		names[i] = s.Text.Name("channel", string(ch))
	}
	return strings.Join(names, ", ")
}

func (s *Room) limits(list []catalog.TimeLimit) string {
	var out []string
	for _, l := range list {
		out = append(out, s.TimeLimit(l))
	}
	return strings.Join(out, "; ")
}

// feeWord is the fee in a word or two, "" where nothing is known.
func (s *Room) feeWord(f catalog.FeeAnswer) string {
	switch f.State {
	case catalog.FeeUnknown:
		return ""
	case catalog.FeeAmount:
		var out []string
		for _, x := range f.Fees {
			if x.State == catalog.FeeAmount {
				out = append(out, s.Fee(x))
			}
		}
		return strings.Join(out, "; ")
	}
	return s.Text.Name("fee_state", string(f.State))
}

// results is what a search found. Template: catalogue/results.
type results struct {
	page.Frame
	Count      string // "12 thủ tục"
	For        string // the query; empty: everything by name
	DidYouMean []page.Link
	Hits       []resultHit
	Facets     []page.FacetList
	Set        []page.Link // the filters that are set; a click lifts one
	Sorts      []page.PageLink
	Explain    page.Link // takes the explanations away; empty where there are none
	Paging     page.Paging
	Nothing    page.EmptyState // shown where there are no hits
	Repealed   page.Link       // to what is left out because it is repealed; no text: nothing is
	Took       string          // "0,8 mili giây", for officials; may be empty
}

// resultHit is one procedure found.
type resultHit struct {
	Href     string
	NameHTML page.Marked
	Passage  page.Marked // may be empty
	Code     string
	Facts    []string // field, time limit, fee, channels: what is known, in this order
	Handler  string   // who handles it, only where that is not the commune
	Badges   []page.Badge
	Explain  string   // address that says why it stands here; empty where it is said
	Why      []string // why it stands here, in words
}
