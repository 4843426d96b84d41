package search

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"

	"rasoat/catalog"
)

// Scope says which documents a search may show.
type Scope int

// The scopes.
const (
	Public   Scope = iota // public procedures in force
	Official              // everything; what is repealed only where its status is asked for
)

// The orders of Query.Sort; the zero value is by relevance.
const (
	ByRelevance = ""
	ByName      = "name"    // Vietnamese order
	ByCode      = "code"    //
	ByChange    = "changed" // last change first
)

// Query is what is asked. Empty filters ask nothing; Limit 0 is 10.
type Query struct {
	Text                                    string
	Kind, Group, Field, Level, Status, Ours string
	Free                                    *bool
	Limit, Offset                           int
	Sort                                    string
	Scope                                   Scope
	Explain                                 bool
}

// Result is what was found. Facets obey all filters but their own.
type Result struct {
	Total      int
	Took       time.Duration
	Hits       []Hit
	Facets     map[string][]FacetValue
	DidYouMean string // another spelling that would find more; "" where none
	Weak       bool   // nothing fits well
}

// Hit is one procedure found.
type Hit struct {
	Key, Code   catalog.Code
	Name        string
	Kind        catalog.Kind
	Group       catalog.Group
	Field       string
	Status      catalog.Status
	Ours        catalog.Ours
	Levels      []string
	Free        string // "true", "false", "" where nothing is known
	Score       float64
	NameHTML    string  // escaped, with <mark> alone
	PassageHTML string  // likewise; "" where the name says it all
	Why         []Cause // with Explain
}

// Bounds of what is read of a query. The longest name has about 1,100 bytes.
const (
	maxQueryBytes = 2000
	maxQueryWords = 320
	defaultLimit  = 10
	maxLimit      = 100
)

// Search answers a query. Whatever is typed is answered; an error is the index's own.
func (x *Index) Search(ctx context.Context, q Query) (Result, error) {
	began := x.now()
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	if x.view == nil {
		return Result{}, ErrClosed
	}
	s := x.newSearch(q)
	result, err := s.run()
	result.Took = x.now().Sub(began)
	return result, err
}

// search is one query on its way.
type search struct {
	*view
	vocab *vocabulary
	spell *speller
	q     Query
	text  string // cleaned, cut
	scope *roaring.Bitmap
	*scratch
	readings []*reading
}

// newSearch begins a search; x.mu is held.
func (x *Index) newSearch(q Query) *search {
	v := x.view
	s := &search{view: v, vocab: x.vocab, spell: &x.spell, q: q, text: cut(q.Text)}
	if s.q.Limit <= 0 {
		s.q.Limit = defaultLimit
	}
	s.q.Limit = min(s.q.Limit, maxLimit)
	s.q.Offset = max(s.q.Offset, 0)
	if s.scope = v.public; q.Scope == Official {
		s.scope = v.live
	}
	return s
}

// cut is the beginning of a text, valid and not longer than any query that can mean something.
func cut(text string) string {
	if len(text) > maxQueryBytes {
		text = text[:maxQueryBytes]
		for len(text) > 0 && !utf8.RuneStart(text[len(text)-1]) {
			text = text[:len(text)-1]
		}
		if len(text) > 0 {
			text = text[:len(text)-1]
		}
	}
	return strings.TrimSpace(strings.ToValidUTF8(text, " "))
}

// ranked is a document with its place in the order.
type ranked struct {
	number uint32
	score  float64
	by     *reading // that ranked it; nil where it was not judged
}

func (s *search) run() (Result, error) {
	s.scratch = takeScratch(len(s.rows), len(s.lex.text))
	defer giveScratch(s.scratch)
	if s.text == "" {
		return s.answer(s.scope, nil, false)
	}
	if code := askedCode(s.text); code != "" {
		if numbers, exact := s.byCode(code); len(numbers) > 0 {
			return s.answerCodes(numbers, exact)
		}
	}
	matching, order, err := s.match()
	if err != nil {
		return Result{}, err
	}
	return s.answer(matching, order, len(order) == 0 || order[0].score < weakScore)
}

// answerCodes is the answer where a code was asked for.
func (s *search) answerCodes(numbers []uint32, exact bool) (Result, error) {
	score := 0.9
	if exact {
		score = 1
	}
	set, order := roaring.New(), []ranked{}
	for _, n := range numbers {
		if s.scope.Contains(n) {
			set.Add(n)
			order = append(order, ranked{number: n, score: score})
		}
	}
	return s.answer(set, order, false)
}

// answer filters, sorts, pages and dresses what matches. A nil order is that of the names.
func (s *search) answer(matching *roaring.Bitmap, order []ranked, weak bool) (Result, error) {
	hits, facets := s.filtered(&s.q, matching)
	out := Result{Total: int(hits.GetCardinality()), Facets: facets, Weak: weak}
	clear(s.asked)
	page := s.page(hits, order)
	for _, r := range page {
		out.Hits = append(out.Hits, s.hit(r))
	}
	out.DidYouMean = s.didYouMean(order)
	return out, nil
}

// page is the part of the hits that is shown.
func (s *search) page(hits *roaring.Bitmap, order []ranked) []ranked {
	from, to := s.q.Offset, s.q.Offset+s.q.Limit
	sort := s.q.Sort
	if order == nil && sort == ByRelevance {
		sort = ByName
	}
	if sort == ByRelevance {
		return s.pageByScore(hits, order, from, to)
	}
	scores := map[uint32]ranked{}
	for _, r := range order {
		scores[r.number] = r
	}
	numbers := s.sorted(hits, sort)
	var out []ranked
	for i := from; i < min(to, len(numbers)); i++ {
		r := scores[numbers[i]]
		r.number = numbers[i]
		out = append(out, r)
	}
	return out
}

func (s *search) sorted(hits *roaring.Bitmap, sort string) []uint32 {
	if sort == ByName && hits.GetCardinality()*4 > uint64(len(s.byName)) {
		return slices.DeleteFunc(slices.Clone(s.byName), func(n uint32) bool { return !hits.Contains(n) })
	}
	numbers := hits.ToArray()
	slices.SortFunc(numbers, func(a, b uint32) int {
		switch sort {
		case ByCode:
			return compareCodes(s.rows[a], s.rows[b])
		case ByChange:
			return cmp.Or(cmp.Compare(s.rows[b].seq, s.rows[a].seq), compareCodes(s.rows[a], s.rows[b]))
		}
		return cmp.Compare(s.place[a], s.place[b])
	})
	return numbers
}

// pageByScore walks the judged documents first, then the rest by what the retrieval gave them.
func (s *search) pageByScore(hits *roaring.Bitmap, order []ranked, from, to int) []ranked {
	var out []ranked
	at := 0
	for _, r := range order {
		if !hits.Contains(r.number) {
			continue
		}
		if at >= from && at < to {
			out = append(out, r)
		}
		at++
	}
	if at >= to || at >= int(hits.GetCardinality()) {
		return out
	}
	judged := roaring.New()
	for _, r := range order {
		judged.Add(r.number)
	}
	rest := s.tail(roaring.AndNot(hits, judged), order)
	for i := max(from-at, 0); i < min(to-at, len(rest)); i++ {
		out = append(out, rest[i])
	}
	return out
}

// tail is what was not judged, sorted by the retrieval's score, then code.
func (s *search) tail(rest *roaring.Bitmap, order []ranked) []ranked {
	below, top := 0.0, float32(0)
	if len(order) > 0 {
		below = order[len(order)-1].score
	}
	out := make([]ranked, 0, rest.GetCardinality())
	for it := rest.Iterator(); it.HasNext(); {
		n := it.Next()
		top = max(top, s.merit[n])
		out = append(out, ranked{number: n})
	}
	for i := range out {
		if top > 0 {
			out[i].score = round(below * float64(s.merit[out[i].number]/top) * 0.99)
		}
	}
	s.sortRanked(out)
	return out
}

func (s *search) sortRanked(list []ranked) {
	slices.SortFunc(list, func(a, b ranked) int {
		if a.score != b.score {
			return cmp.Compare(b.score, a.score)
		}
		return compareCodes(s.rows[a.number], s.rows[b.number])
	})
}

// hit dresses one document for the page.
func (s *search) hit(r ranked) Hit {
	d := s.rows[r.number]
	h := Hit{
		Key: d.key, Code: d.code, Name: d.name, Kind: d.kind, Group: d.group, Field: d.field, Status: d.status,
		Ours: d.ours, Levels: d.levels, Free: d.free, Score: r.score,
	}
	h.NameHTML, h.PassageHTML = s.highlight(d, r.by)
	if s.q.Explain {
		h.Why = s.explain(r)
		clear(s.asked)
	}
	return h
}
