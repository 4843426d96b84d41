package app

import (
	"context"
	"errors"

	"rasoat/catalog"
	"rasoat/search"
	"rasoat/store"
)

// Why a store cannot write for now; nothing was stored.
var (
	ErrFull     = store.ErrFull   // no room left on the disk
	ErrBusy     = store.ErrBusy   // another process is writing
	ErrReadOnly = store.ErrFolder // the data folder cannot be written
)

// ErrNoIndex says that the search index is not open yet.
var ErrNoIndex = errors.New("search index is not ready")

// SearchDoc is the search document (interface.md, Search).
type SearchDoc struct {
	Total  int                      `json:"total"`
	TookUS int64                    `json:"took_us"`
	Hits   []SearchHit              `json:"hits"`
	Facets map[string][]SearchFacet `json:"facets"`
	Meant  string                   `json:"did_you_mean,omitempty"`
	Weak   bool                     `json:"weak,omitempty"`
}

// SearchHit is one procedure found.
type SearchHit struct {
	Code      catalog.Code  `json:"code"`
	Name      string        `json:"name"`
	Kind      string        `json:"kind"`
	Group     *string       `json:"group"`
	Field     string        `json:"field"`
	Score     float64       `json:"score"`
	Highlight SearchSnippet `json:"highlight"`
	Why       []SearchCause `json:"why,omitempty"` // with explain=1
}

// SearchCause is one reason for the place of a hit; web adds the words.
type SearchCause struct {
	What  string  `json:"what"`
	Text  string  `json:"text,omitempty"`
	Value float64 `json:"value"`
	Words string  `json:"words,omitempty"`
}

// SearchSnippet is escaped HTML with <mark> alone.
type SearchSnippet struct {
	Name    string  `json:"name"`
	Passage *string `json:"passage"`
}

// SearchFacet is one value of a facet with its count.
type SearchFacet struct {
	Value string `json:"value"`
	Count int    `json:"count"`
}

// SearchQuery is what is asked of the index.
type SearchQuery = search.Query

// Who a search is for: everyone sees public procedures in force, officials everything.
const (
	ScopePublic   = search.Public
	ScopeOfficial = search.Official
)

// SuggestName is the kind of a suggestion that is a procedure's name.
const SuggestName = search.SuggestName

// SearchSorts lists the orders of a search, relevance first.
var SearchSorts = search.Sorts

// SearchResult is what was found, with more than the document shows; FoundProcedure is one of it.
type (
	SearchResult   = search.Result
	FoundProcedure = search.Hit
)

// Find asks the index.
func (a *App) Find(ctx context.Context, q SearchQuery) (SearchResult, error) {
	x := a.index.Load()
	if x == nil {
		return SearchResult{}, ErrNoIndex
	}
	return x.Search(ctx, q)
}

// Search asks the index for the search document.
func (a *App) Search(ctx context.Context, q SearchQuery) (SearchDoc, error) {
	r, err := a.Find(ctx, q)
	if err != nil {
		return SearchDoc{}, err
	}
	return searchDoc(r), nil
}

// Suggest is what could be meant by the beginning of a query: codes, fields, earlier queries of this installation that
// led somewhere, names.
func (a *App) Suggest(ctx context.Context, typed string, n int, scope search.Scope) ([]search.Suggestion, error) {
	x := a.index.Load()
	if x == nil {
		return nil, ErrNoIndex
	}
	found, err := x.Suggest(ctx, typed, n, scope)
	if err != nil {
		return nil, err
	}
	return withEarlier(found, a.earlierLike(typed, scope), n), nil
}

func searchDoc(r search.Result) SearchDoc {
	doc := SearchDoc{
		Total:  r.Total,
		TookUS: r.Took.Microseconds(),
		Hits:   []SearchHit{},
		Facets: map[string][]SearchFacet{},
		Meant:  r.DidYouMean,
		Weak:   r.Weak,
	}
	for _, h := range r.Hits {
		var why []SearchCause
		for _, c := range h.Why {
			why = append(why, SearchCause{What: c.What, Text: c.Text, Value: c.Value})
		}
		doc.Hits = append(doc.Hits, SearchHit{
			Code:      h.Code,
			Name:      h.Name,
			Kind:      string(h.Kind),
			Group:     orNull(string(h.Group)),
			Field:     h.Field,
			Score:     h.Score,
			Highlight: SearchSnippet{Name: h.NameHTML, Passage: orNull(h.PassageHTML)},
			Why:       why,
		})
	}
	for name, values := range r.Facets {
		doc.Facets[name] = []SearchFacet{}
		for _, v := range values {
			doc.Facets[name] = append(doc.Facets[name], SearchFacet{Value: v.Value, Count: v.Count})
		}
	}
	return doc
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
