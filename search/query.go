package search

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

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
	All                                     bool // every hit, whatever the limit, none of them marked
	Sort                                    string
	Scope                                   Scope
	Explain                                 bool
	Words                                   *Words `json:"-"` // to read it with; nil: those of the index
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
	code  string // that was asked for and is there; "" where words were
	scope docSet
	*scratch
	readings []*reading
	accented bool // the text is written with accents
	names    int  // how many names are all that is asked for; 0 for an answer
}

// newSearch begins a search; x.mu is held.
func (x *Index) newSearch(q Query) *search {
	v := x.view
	s := &search{view: v, vocab: x.spoken, spell: &x.spell, q: q, text: cut(q.Text)}
	if q.Words != nil {
		s.vocab = q.Words.vocabulary
	}
	if s.q.Limit <= 0 {
		s.q.Limit = defaultLimit
	}
	s.q.Limit = min(s.q.Limit, maxLimit)
	s.q.Offset = max(s.q.Offset, 0)
	if q.All {
		s.q.Limit, s.q.Offset = len(v.rows), 0
	}
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
	if numbers, code, exact := s.byCode(s.text); len(numbers) > 0 {
		s.code = code
		return s.answerCodes(numbers, exact)
	}
	matching, order, err := s.match()
	if err != nil {
		return Result{}, err
	}
	return s.answer(matching, order, s.isWeak(order))
}

// isWeak reports that nothing fits well. A word that was put in the place of one that no name has fits well only where
// the rest bears it out: "bóng đá" is no "bóng" of another thing. Digits within words are an input method at work.
func (s *search) isWeak(order []ranked) bool {
	if len(order) == 0 || order[0].score < weakScore {
		return true
	}
	best := order[0]
	if best.by == nil || best.by.why != whySlip || strings.ContainsAny(s.text, "0123456789") {
		return false
	}
	n := len(best.by.typed)
	return n <= 2 && best.score < weakSlipOfTwo || n <= 5 && best.score < weakSlip
}

// answerCodes is the answer where a code was asked for.
func (s *search) answerCodes(numbers []uint32, exact bool) (Result, error) {
	score := 0.9
	if exact {
		score = 1
	}
	set, order := newSet(len(s.rows)), []ranked{}
	for _, n := range numbers {
		if s.scope.has(n) {
			set.add(n)
			order = append(order, ranked{number: n, score: score})
		}
	}
	return s.answer(set, order, false)
}

// answer filters, sorts, pages and dresses what matches. A nil order is that of the names.
func (s *search) answer(matching docSet, order []ranked, weak bool) (Result, error) {
	hits, facets := s.filtered(&s.q, matching)
	out := Result{Total: hits.count(), Facets: facets, Weak: weak}
	page, err := s.page(hits, out.Total, order)
	if err != nil {
		return Result{}, err
	}
	clear(s.asked)
	if len(page) > 0 {
		out.Hits = make([]Hit, 0, len(page))
	}
	for _, r := range page {
		out.Hits = append(out.Hits, s.hit(r))
	}
	out.DidYouMean = s.didYouMean(order)
	return out, nil
}

// Sorts lists the orders.
var Sorts = []string{ByRelevance, ByName, ByCode, ByChange}

// page is the part of the hits that is shown; total is how many there are.
func (s *search) page(hits docSet, total int, order []ranked) ([]ranked, error) {
	from, to := s.q.Offset, s.q.Offset+s.q.Limit
	if from >= total {
		return nil, nil
	}
	sort := s.q.Sort
	if order == nil && sort == ByRelevance {
		sort = ByName
	}
	if sort == ByRelevance {
		return s.pageByScore(hits, total, order, from, to)
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
	return out, nil
}

func (s *search) sorted(hits docSet, sort string) []uint32 {
	if sort == ByName {
		out := make([]uint32, 0, hits.count())
		for _, n := range s.byName {
			if hits.has(n) {
				out = append(out, n)
			}
		}
		return out
	}
	numbers := hits.appendTo(nil)
	slices.SortFunc(numbers, func(a, b uint32) int {
		if sort == ByChange && s.rows[a].seq != s.rows[b].seq {
			return cmp.Compare(s.rows[b].seq, s.rows[a].seq)
		}
		return s.compareCodes(a, b)
	})
	return numbers
}

// pageByScore walks the judged documents first, then the rest by what the retrieval gives them.
func (s *search) pageByScore(hits docSet, total int, order []ranked, from, to int) ([]ranked, error) {
	out := make([]ranked, 0, min(s.q.Limit, total-from))
	at := 0
	for _, r := range order {
		if !hits.has(r.number) {
			continue
		}
		if at >= from && at < to {
			out = append(out, r)
		}
		at++
	}
	if at >= to || at >= total {
		return out, nil
	}
	rest := slices.Clone(hits)
	for _, r := range order {
		rest.remove(r.number)
	}
	tail, err := s.tail(rest, order)
	for i := max(from-at, 0); i < min(to-at, len(tail)); i++ {
		out = append(out, tail[i])
	}
	return out, err
}

// tail is what was not judged, sorted by the retrieval's score, then code.
func (s *search) tail(rest docSet, order []ranked) ([]ranked, error) {
	below, top := 0.0, float32(0)
	if len(order) > 0 {
		below = order[len(order)-1].score
	}
	numbers := rest.appendTo(nil)
	merit, err := s.merits(numbers)
	if err != nil {
		return nil, err
	}
	if len(merit) > 0 {
		top = slices.Max(merit)
	}
	out := make([]ranked, len(numbers))
	for i, n := range numbers {
		out[i].number = n
		if top > 0 {
			out[i].score = round(below * float64(merit[i]/top) * 0.99)
		}
	}
	s.sortRanked(out)
	return out, nil
}

func (s *search) sortRanked(list []ranked) {
	slices.SortFunc(list, func(a, b ranked) int {
		if a.score != b.score {
			return cmp.Compare(b.score, a.score)
		}
		return s.compareCodes(a.number, b.number)
	})
}

// hit dresses one document for the page.
func (s *search) hit(r ranked) Hit {
	d := s.rows[r.number]
	h := Hit{
		Key: d.key, Code: d.code, Name: d.name, Kind: d.kind, Group: d.group, Field: d.field, Status: d.status,
		Ours: d.ours, Levels: d.levels, Free: d.free, Score: r.score,
	}
	if !s.q.All {
		h.NameHTML, h.PassageHTML = s.highlight(d, r.by)
	}
	if s.q.Explain {
		h.Why = s.explain(r)
		clear(s.asked)
	}
	return h
}
