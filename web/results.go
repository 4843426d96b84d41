package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/viet"
)

// resultsPerPage is how many procedures stand on a page of results.
const resultsPerPage = 20

// facetNames are the filters of the results page in their order; the address uses the same names.
var facetNames = []string{"kind", "group", "field", "level", "status", "ours", "free"}

// publicFacets are those that say something to everyone.
var publicFacets = map[string]bool{"field": true, "level": true, "free": true}

func (s *Server) results(c *gin.Context) error {
	q, err := s.query(c, resultsPerPage)
	if err != nil {
		return err
	}
	r, err := s.app.Find(c.Request.Context(), q)
	if err != nil {
		return err
	}
	s.metrics.searched(r.Total)
	if isFirstLook(c) {
		s.app.NoteSearch(q.Text, q.Scope == app.ScopeOfficial, r)
	}
	m := results{frame: s.frame(c, s.text.Say("page.results")), Count: s.text.Say("results.count", viet.Number(int64(r.Total))), For: q.Text}
	if q.Text != "" {
		m.describe(s.text.Say("results.description", m.Count, q.Text, m.Commune))
	}
	if r.DidYouMean != "" {
		m.DidYouMean = []link{searchLink(r.DidYouMean, r.DidYouMean)}
	}
	if m.Hits, err = s.hits(c, r); err != nil {
		return err
	}
	s.filters(c, &m, r)
	s.orders(c, &m, q)
	if n := repealedIn(r); n > 0 && q.Status == "" {
		m.Repealed = link{Text: s.text.Say("results.repealed", viet.Number(int64(n))), Href: withQuery(c, "status", string(catalog.Repealed))}
	}
	m.Paging = pagesOf(c, r.Total, q.Offset, q.Limit, s.text.Say)
	m.Nothing = emptyState{Text: s.text.Say("results.nothing"), Next: link{Text: s.text.Say("results.all"), Href: "/?q="}}
	return s.show(c, http.StatusOK, "results", m)
}

// orders are the orders as links, and the one that explains each hit or stops doing so. What is set stays in the address.
func (s *Server) orders(c *gin.Context, m *results, q app.SearchQuery) {
	if len(m.Hits) == 0 {
		return
	}
	for _, sort := range app.SearchSorts {
		if sort == "" && q.Text == "" {
			continue // nothing was asked that could be more or less relevant
		}
		m.Sorts = append(m.Sorts, pageLink{Text: s.text.Name("sort", sort), Href: withQuery(c, "sort", sort), Current: sort == q.Sort || q.Text == "" && q.Sort == "" && sort == "name"})
	}
	switch {
	case q.Text == "":
	case q.Explain:
		m.Explain = link{s.text.Say("results.explained"), withQuery(c, "explain", "")}
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

func (s *Server) hits(c *gin.Context, r app.SearchResult) ([]resultHit, error) {
	keys := make([]catalog.Code, len(r.Hits))
	for i, h := range r.Hits {
		keys[i] = h.Key
	}
	found, err := s.app.Procedures(c.Request.Context(), s.reader(c), keys)
	if err != nil {
		return nil, err
	}
	var out []resultHit
	for _, h := range r.Hits {
		v, there := found[h.Key]
		if !there {
			continue // gone from the store since it was indexed
		}
		hit := resultHit{Href: procedureHref(h.Code), NameHTML: marked(h.NameHTML), Passage: marked(h.PassageHTML), Code: string(h.Code), Facts: s.facts(v.Procedure)}
		if h.Ours == catalog.NotOurs && len(v.Procedure.Agencies) > 0 {
			hit.Handler = v.Procedure.Agencies[0].Name
		}
		if h.Kind == catalog.Internal {
			hit.Badges = append(hit.Badges, badge{Text: s.text.Name("kind", string(h.Kind)), Tone: "accent"})
		}
		if h.Status != catalog.InForce {
			hit.Badges = append(hit.Badges, badge{Text: s.text.Name("status", string(h.Status)), Tone: "warn"})
		}
		for _, cause := range h.Why {
			hit.Why = append(hit.Why, s.why(app.SearchCause{What: cause.What, Text: cause.Text, Value: cause.Value}))
		}
		out = append(out, hit)
	}
	return out, nil
}

// facts is what is known of field, time limit, fee and channels, in this order.
func (s *Server) facts(p catalog.Procedure) []string {
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
func (s *Server) filters(c *gin.Context, m *results, r app.SearchResult) {
	var names []string
	for _, name := range facetNames {
		if s.reader(c).Official || publicFacets[name] {
			names = append(names, name)
		}
	}
	m.Facets, m.Set = s.facetLinks(c, names, r)
}

// facetLinks are the values of facets as links that set or lift them, and those that are set.
func (s *Server) facetLinks(c *gin.Context, names []string, r app.SearchResult) (lists []facetList, on []link) {
	for _, name := range names {
		list := facetList{Title: s.text.Say("facet." + name)}
		for _, v := range r.Facets[name] {
			set := c.Query(name) == v.Value
			f := facetValue{Text: s.facetText(name, v.Value), Count: viet.Number(int64(v.Count)), Set: set, Href: withQuery(c, name, v.Value)}
			if set {
				f.Href = withQuery(c, name, "")
				on = append(on, link{Text: f.Text, Href: f.Href})
			}
			list.Values = append(list.Values, f)
		}
		if len(list.Values) > 1 || c.Query(name) != "" {
			lists = append(lists, list)
		}
	}
	return lists, on
}

func (s *Server) facetText(facet, value string) string {
	if facet == "field" {
		return value
	}
	return s.text.Name(facet, value)
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

func pagesOf(c *gin.Context, total, offset, limit int, say func(string, ...any) string) paging {
	if total <= limit && offset == 0 {
		return paging{}
	}
	at := func(offset int) string {
		q := c.Request.URL.Query()
		q.Set("offset", strconv.Itoa(offset))
		return c.Request.URL.Path + "?" + q.Encode()
	}
	p := paging{Text: say("paging", viet.Number(int64(min(offset+1, total))), viet.Number(int64(min(offset+limit, total))), viet.Number(int64(total)))}
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
func pageLinks(total, offset, limit int, at func(int) string) []pageLink {
	here, last := offset/limit, (total-1)/limit
	var out []pageLink
	gap := false
	for n := range last + 1 {
		if n > 0 && n < last && (n < here-2 || n > here+2) {
			gap = true
			continue
		}
		if gap {
			out, gap = append(out, pageLink{Text: "…"}), false
		}
		out = append(out, pageLink{Text: viet.Number(int64(n + 1)), Href: at(n * limit), Current: n == here})
	}
	return out
}

func procedureHref(code catalog.Code) string { return "/thu-tuc/" + url.PathEscape(string(code)) }

func (s *Server) channels(list []catalog.Channel) string {
	names := make([]string, len(list))
	for i, ch := range list {
		names[i] = s.text.Name("channel", string(ch))
	}
	return strings.Join(names, ", ")
}

func (s *Server) limits(list []catalog.TimeLimit) string {
	var out []string
	for _, l := range list {
		out = append(out, s.limit(l))
	}
	return strings.Join(out, "; ")
}

// limit writes a time limit: "3 ngày làm việc", "1 (không ghi đơn vị)", or its sentence.
func (s *Server) limit(l catalog.TimeLimit) string {
	n, known := l.Number.Get()
	if !known {
		return l.Text
	}
	if l.Unit == catalog.NoUnit {
		return s.text.Say("length.none", viet.Decimal(n))
	}
	return s.text.Say("length."+string(l.Unit), viet.Decimal(n))
}

// feeWord is the fee in a word or two, "" where nothing is known.
func (s *Server) feeWord(f catalog.FeeAnswer) string {
	switch f.State {
	case catalog.FeeUnknown:
		return ""
	case catalog.FeeAmount:
		var out []string
		for _, x := range f.Fees {
			if x.State == catalog.FeeAmount {
				out = append(out, s.fee(x))
			}
		}
		return strings.Join(out, "; ")
	}
	return s.text.Name("fee_state", string(f.State))
}

// fee writes one fee with its amount, or the word for its state.
func (s *Server) fee(f catalog.Fee) string {
	n, known := f.Amount.Get()
	if f.State != catalog.FeeAmount || !known {
		return s.text.Name("fee_state", string(f.State))
	}
	if f.Currency != "" {
		return viet.Number(int64(n)) + " " + f.Currency
	}
	return viet.Money(n)
}
