package app

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"rasoat/search"
	"rasoat/store"
	"rasoat/value"
)

// When an earlier query may be suggested.
const (
	earlierDays  = 2   // different days on which it was asked
	earlierTimes = 3   // times in all
	earlierMost  = 500 // the most asked ones
	earlierShown = 2   // at most at a time
)

// earlierQueries are the queries of this installation that led somewhere, by their folded words: those that people
// asked without signing in, and all.
type earlierQueries struct{ public, all []earlierQuery }

type earlierQuery struct {
	query, text string
	times       int
}

// readEarlier looks anew at which earlier queries may be suggested. Without an index there are none.
func (a *App) readEarlier(ctx context.Context) error {
	x := a.index.Load()
	if x == nil {
		return nil
	}
	stored, err := a.store.Asked(ctx, store.AskedFilter{From: a.Today().Add(-askedFor)})
	if err != nil {
		return err
	}
	var out earlierQueries
	if out.public, err = leading(ctx, x, successful(stored, true), search.Public); err != nil {
		return err
	}
	if out.all, err = leading(ctx, x, successful(stored, false), search.Official); err != nil {
		return err
	}
	a.earlier.Store(&out)
	return nil
}

// successful are the queries that were asked often enough, on different days, and never led nowhere; in public those
// that were asked often enough by people who had not signed in.
func successful(stored []store.Asked, public bool) []earlierQuery {
	type sum struct {
		earlierQuery
		days   int
		day    value.Date
		failed bool
	}
	at := map[string]*sum{}
	for _, k := range stored {
		if public && k.Internal {
			continue
		}
		s := at[k.Query]
		if s == nil {
			s = &sum{earlierQuery: earlierQuery{query: k.Query}}
			at[k.Query] = s
		}
		s.text = k.Text
		if k.State == store.AskedNothing || k.State == store.AskedWeak {
			s.failed = true
		}
		if k.State == store.AskedFound {
			s.times += k.Times
			if k.Day != s.day {
				s.days, s.day = s.days+1, k.Day
			}
		}
	}
	var out []earlierQuery
	for _, s := range at {
		if !s.failed && s.days >= earlierDays && s.times >= earlierTimes {
			out = append(out, s.earlierQuery)
		}
	}
	slices.SortFunc(out, func(p,
		q earlierQuery) int {
		return cmp.Or(q.times-p.times, strings.Compare(p.query, q.query))
	})
	return out[:min(len(out), earlierMost)]
}

// leading are those that still lead somewhere.
func leading(ctx context.Context, x *search.Index, list []earlierQuery, scope search.Scope) ([]earlierQuery, error) {
	var out []earlierQuery
	for _, q := range list {
		found, err := x.Brief(ctx, search.Asked{Text: q.text, Scope: scope}, nil, 1)
		if err != nil {
			return nil, err
		}
		if found.Total > 0 && !found.Weak {
			out = append(out, q)
		}
	}
	slices.SortFunc(out, func(p, q earlierQuery) int { return strings.Compare(p.query, q.query) })
	return out, nil
}

// earlierLike are earlier queries that begin with what is typed, the most asked first.
func (a *App) earlierLike(typed string, scope search.Scope) []search.Suggestion {
	all := a.earlier.Load()
	folded := search.Fold(typed)
	if all == nil || folded == "" {
		return nil
	}
	list := all.public
	if scope == search.Official {
		list = all.all
	}
	at, _ := slices.BinarySearchFunc(list, folded,
		func(q earlierQuery, f string) int { return strings.Compare(q.query, f) })
	var found []earlierQuery
	for ; at < len(list) && strings.HasPrefix(list[at].query, folded); at++ {
		if list[at].query != folded {
			found = append(found, list[at])
		}
	}
	slices.SortStableFunc(found, func(p, q earlierQuery) int { return cmp.Compare(q.times, p.times) })
	var out []search.Suggestion
	for _, q := range found[:min(len(found), earlierShown)] {
		out = append(out, search.Suggestion{Text: q.text, Kind: search.SuggestQuery})
	}
	return out
}

// withEarlier puts earlier queries behind codes and fields and before names; a name that says the same stays alone.
func withEarlier(found, earlier []search.Suggestion, n int) []search.Suggestion {
	earlier = slices.DeleteFunc(earlier, func(e search.Suggestion) bool {
		return slices.ContainsFunc(found,
			func(f search.Suggestion) bool { return search.Fold(f.Text) == search.Fold(e.Text) })
	})
	at := slices.IndexFunc(found, func(f search.Suggestion) bool { return f.Kind == search.SuggestName })
	if at < 0 {
		at = len(found)
	}
	out := slices.Insert(slices.Clone(found), at, earlier...)
	return out[:min(len(out), n)]
}
