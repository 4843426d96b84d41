package app

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/search"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// AsideReason is why a query without an answer is laid aside.
type AsideReason string

// The reasons.
const (
	AsideNotOurs     AsideReason = "not_ours"     // no work of the commune
	AsideNoProcedure AsideReason = "no_procedure" // no procedure at all
)

// AsideReasons lists the reasons.
var AsideReasons = []AsideReason{AsideNotOurs, AsideNoProcedure}

// UnansweredQuery is a query of a month that led nowhere: text alone.
type UnansweredQuery struct {
	Query    string // folded: its name here
	Text     string
	Times    int
	Internal bool // asked by people signed in alone
	Weak     bool // something was found that does not fit
	Answered bool // it finds something now
	Aside    AsideReason
	Version  int // of what was said of it
	Author   string
}

// Unanswered is the queries of a month without an answer.
type Unanswered struct {
	Month  value.Month
	Months []value.Month // in which something was asked, newest first, and this one
	Open   []UnansweredQuery
	Done   []UnansweredQuery // that find something now
	Aside  []UnansweredQuery
}

// newWithin is how many days back a query without an answer is somebody's task.
const newWithin = 30

// Unanswered lists the queries of a month that led nowhere, the most asked first; what finds something by now is told
// apart.
func (a *App) Unanswered(ctx context.Context, by Person, m value.Month) (u Unanswered, err error) {
	if err := by.must(account.EditVocabulary); err != nil {
		return u, err
	}
	if err := a.FlushSearches(); err != nil {
		return u, err
	}
	if err := a.askAgain(ctx); err != nil {
		return u, err
	}
	if u.Months, err = a.askedMonths(ctx); err != nil {
		return u, err
	}
	if u.Month = m; m.IsZero() {
		u.Month = u.Months[0]
	}
	first := value.Date{Year: u.Month.Year, Month: u.Month.Month, Day: 1}
	stored, err := a.store.Asked(ctx, store.AskedFilter{From: first, To: first.Add(30),
		States: []store.AskedState{store.AskedNothing, store.AskedWeak, store.AskedAnswered}})
	if err != nil {
		return u, err
	}
	marks, err := a.asideMarks(ctx)
	if err != nil {
		return u, err
	}
	for _, q := range unanswered(stored, u.Month) {
		mark := marks[q.Query]
		q.Aside, q.Version, q.Author = mark.Reason, mark.version, mark.author
		switch {
		case q.Answered:
			u.Done = append(u.Done, q)
		case q.Aside != "":
			u.Aside = append(u.Aside, q)
		default:
			u.Open = append(u.Open, q)
		}
	}
	return u, nil
}

// unanswered adds up the days of a month by query.
func unanswered(stored []store.Asked, m value.Month) []UnansweredQuery {
	at := map[string]int{}
	var out []UnansweredQuery
	for _, k := range stored {
		if k.Day.Month != m.Month {
			continue
		}
		i, there := at[k.Query]
		if !there {
			i = len(out)
			at[k.Query] = i
			out = append(out, UnansweredQuery{Query: k.Query, Internal: true, Weak: true, Answered: true})
		}
		q := &out[i]
		q.Text, q.Times = k.Text, q.Times+k.Times
		q.Internal = q.Internal && k.Internal
		q.Weak = q.Weak && k.State != store.AskedNothing
		q.Answered = q.Answered && k.State == store.AskedAnswered
	}
	slices.SortStableFunc(out, func(p, q UnansweredQuery) int { return cmp.Compare(q.Times, p.Times) })
	return out
}

func (a *App) askedMonths(ctx context.Context) ([]value.Month, error) {
	today := a.Today()
	out := []value.Month{{Year: today.Year, Month: today.Month}}
	stored, err := a.store.AskedMonths(ctx)
	if err != nil {
		return nil, err
	}
	for _, k := range stored {
		var m value.Month
		if err := m.UnmarshalText([]byte(k)); err != nil {
			return nil, err
		}
		if !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	return out, nil
}

// asideMark is what was said of a query without an answer.
type asideMark struct {
	Reason  AsideReason `json:"reason"` // "": nothing any more
	version int
	author  string
}

func (a *App) asideMarks(ctx context.Context) (map[string]asideMark, error) {
	stored, err := a.store.Words(ctx, store.KindQuery)
	if err != nil {
		return nil, err
	}
	out := make(map[string]asideMark, len(stored))
	for _, k := range stored {
		m := asideMark{version: k.Number, author: k.Author}
		if err := json.Unmarshal(k.Value, &m); err != nil {
			return nil, fmt.Errorf("query %s version %d: %w", k.ID, k.Number, err)
		}
		out[k.ID] = m
	}
	return out, nil
}

// LayAside says that a query is nothing the commune has an answer to, or with an empty reason that it may be; base is
// the version that was looked at.
func (a *App) LayAside(ctx context.Context, by Person, query string, why AsideReason, base int) error {
	if err := by.must(account.EditVocabulary); err != nil {
		return err
	}
	if why != "" && !slices.Contains(AsideReasons, why) {
		return value.Problems{{Field: "reason", Code: "value.unknown", Args: []any{string(why)}}}
	}
	stored, err := a.store.Asked(ctx, store.AskedFilter{})
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(stored, func(k store.Asked) bool { return k.Query == query }) {
		return value.ErrNotFound
	}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		_, err := tx.SaveWord(ctx, store.KindQuery, query, asideMark{Reason: why}, base)
		return err
	})
}

// askAgain asks the queries anew that led nowhere, and notes those that find something now.
func (a *App) askAgain(ctx context.Context) error {
	x := a.index.Load()
	if x == nil {
		return nil
	}
	stored, err := a.store.Asked(ctx, store.AskedFilter{
		From:   a.Today().Add(-askedFor),
		States: []store.AskedState{store.AskedNothing, store.AskedWeak},
	})
	if err != nil {
		return err
	}
	type key struct {
		query    string
		internal bool
	}
	asked, found := map[key]bool{}, []key{}
	for _, k := range stored {
		at := key{k.Query, k.Internal}
		if asked[at] || len(asked) >= askedAgain {
			continue
		}
		asked[at] = true
		scope := search.Public
		if k.Internal {
			scope = search.Official
		}
		r, err := x.Brief(ctx, search.Asked{Text: k.Text, Scope: scope}, nil, 1)
		if err != nil {
			return err
		}
		if r.Total > 0 && !r.Weak {
			found = append(found, at)
		}
	}
	if len(found) == 0 {
		return nil
	}
	return a.store.Write(ctx, systemActor, func(tx *store.Tx) error {
		for _, k := range found {
			if err := tx.AnswerAsked(ctx, k.query, k.internal); err != nil {
				return err
			}
		}
		return nil
	})
}

// AddKnownName gives a procedure one more name by which it is known, as a version of its own. The code that is not in
// the catalogue, and the name that it has already, are refused.
//
//	known.no_code known.unknown_code known.no_name known.there text.too_long
func (a *App) AddKnownName(ctx context.Context, by Person, code, name string) (Saved, error) {
	code, _, _ = strings.Cut(viet.Clean(code), " ") // "1.001193 Đăng ký khai sinh"
	code, name = strings.ToUpper(code), viet.Clean(name)
	var ps value.Problems
	switch {
	case name == "" || search.Fold(name) == "":
		ps.Add("name", "known.no_name")
	case len([]rune(name)) > maxKnownName:
		ps.Add("name", "text.too_long", maxKnownName)
	}
	v, err := a.store.Procedure(ctx, catalog.Code(code).Key())
	switch {
	case code == "":
		ps.Add("code", "known.no_code")
	case err != nil && !errors.Is(err, value.ErrNotFound):
		return Saved{}, err
	case err != nil:
		ps.Add("code", "known.unknown_code", code)
	case name != "" && slices.ContainsFunc(append([]string{v.Procedure.Name}, v.Procedure.AlsoKnown...),
		func(s string) bool { return search.Fold(s) == search.Fold(name) }):
		ps.Add("name", "known.there", v.Procedure.Name)
	}
	if len(ps) > 0 {
		if err := by.must(account.EditProcedure); err != nil {
			return Saved{}, err
		}
		return Saved{}, ps
	}
	return a.saveAs(ctx, by, v.Procedure.Code, a.text.Say("reason.known", name), v.Number,
		func(p catalog.Procedure) (catalog.Procedure, error) {
			p.AlsoKnown = append(slices.Clone(p.AlsoKnown), name)
			return p, catalog.Check(p).Err()
		})
}

// maxKnownName is how many letters a name by which a procedure is known may have.
const maxKnownName = 200

// KnownNames is a procedure with the names by which it is known.
type KnownNames struct {
	Code  catalog.Code
	Name  string
	Names []string
}

// KnownNames lists the procedures that are known by other names, by name, as the index has them.
func (a *App) KnownNames() ([]KnownNames, error) {
	x := a.index.Load()
	if x == nil {
		return nil, ErrNoIndex
	}
	all, err := x.Names()
	if err != nil {
		return nil, err
	}
	var out []KnownNames
	for _, n := range all {
		if len(n.Also) > 0 {
			out = append(out, KnownNames{n.Code, n.Name, n.Also})
		}
	}
	return out, nil
}
