package search

import (
	"context"
	"slices"

	"rasoat/catalog"
)

// Asked is a query as somebody asks it.
type Asked struct {
	Text  string
	Scope Scope
}

// Effect is what other words do to a query: what comes first before and after.
type Effect struct {
	At            int // of the query in the list
	Before, After Answer
}

// Answer is the beginning of what a query finds.
type Answer struct {
	Total int
	Weak  bool
	Top   []Found
}

// Found is one procedure found, by name.
type Found struct {
	Key  catalog.Code
	Name string
}

// Effects compares what queries find when they are read with the words before and with those after: those whose
// first top hits are others, in the order given. A query that is read the same way both times is not searched for.
func (x *Index) Effects(ctx context.Context, list []Asked, before, after *Words, top int) ([]Effect, error) {
	var out []Effect
	for i, q := range list {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		same, err := x.readAlike(q, before, after)
		if err != nil {
			return nil, err
		}
		if same {
			continue
		}
		e := Effect{At: i}
		if e.Before, err = x.Brief(ctx, q, before, top); err != nil {
			return nil, err
		}
		if e.After, err = x.Brief(ctx, q, after, top); err != nil {
			return nil, err
		}
		if !slices.Equal(e.Before.Top, e.After.Top) || e.Before.Weak != e.After.Weak {
			out = append(out, e)
		}
	}
	return out, nil
}

// Brief is the beginning of what a query finds; nil words are those of the index.
func (x *Index) Brief(ctx context.Context, q Asked, w *Words, top int) (Answer, error) {
	r, err := x.Search(ctx, Query{Text: q.Text, Scope: q.Scope, Limit: top, Words: w})
	if err != nil {
		return Answer{}, err
	}
	out := Answer{Total: r.Total, Weak: r.Weak}
	for _, h := range r.Hits {
		out.Top = append(out.Top, Found{h.Key, h.Name})
	}
	return out, nil
}

// readAlike reports whether two sets of words understand a query the same way.
func (x *Index) readAlike(q Asked, before, after *Words) (bool, error) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	if x.view == nil {
		return false, ErrClosed
	}
	read := func(w *Words) []*reading {
		s := x.newSearch(Query{Text: q.Text, Scope: q.Scope, Words: w})
		return s.readingsOf(s.text)
	}
	return slices.EqualFunc(read(before), read(after), func(a, b *reading) bool {
		return a.why == b.why && a.weight == b.weight && a.sameAs(b)
	}), nil
}

// Named is a procedure with the names by which people know it.
type Named struct {
	Key, Code catalog.Code
	Name      string
	Also      []string
}

// Names lists the procedures by name.
func (x *Index) Names() ([]Named, error) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	if x.view == nil {
		return nil, ErrClosed
	}
	out := make([]Named, 0, len(x.view.byName))
	for _, n := range x.view.byName {
		r, also := x.view.rows[n], x.view.rows[n].also
		if last := len(also) - 1; last >= 0 && also[last] == x.vocab.longName(r.name) {
			also = also[:last] // nobody's name: the index spells the name out
		}
		out = append(out, Named{r.key, r.code, r.name, also})
	}
	return out, nil
}
