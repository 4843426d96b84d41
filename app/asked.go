package app

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"time"

	"rasoat/search"
	"rasoat/store"
)

// What bounds the counting of queries.
const (
	askedQueue  = 1_024 // notes that wait; what comes on top is not counted
	askedFlush  = 5 * time.Second
	askedPerDay = 2_000 // different queries that a day keeps
	askedAgain  = 500   // queries without an answer that are asked anew at a time
	askedLook   = 12    // every how many flushes what was kept is told
)

// NoteSearch counts a query whose answer somebody saw: text alone, by day. It never waits; what looks like it says who
// somebody is, is not kept (keepableQuery).
func (a *App) NoteSearch(text string, internal bool, r SearchResult) {
	kept, ok := keepableQuery(text)
	if !ok {
		return
	}
	q := store.Asked{
		Day:      a.Today(),
		Query:    search.Fold(kept),
		Text:     kept,
		Internal: internal,
		Times:    1,
		State:    askedState(r),
	}
	a.asks.note(q)
}

func askedState(r SearchResult) store.AskedState {
	switch {
	case r.Total == 0:
		return store.AskedNothing
	case r.Weak:
		return store.AskedWeak
	}
	return store.AskedFound
}

// recorder counts queries in memory and keeps them every few seconds.
type recorder struct {
	keep  func([]store.Asked) error
	kept  func() // something new is kept; not at every flush
	in    chan store.Asked
	ask   chan chan error // to keep now what was noted so far
	stop  chan struct{}
	ended chan error
	begin sync.Once
	close sync.Once
}

func newRecorder(keep func([]store.Asked) error, kept func()) *recorder {
	return &recorder{
		keep:  keep,
		kept:  kept,
		in:    make(chan store.Asked, askedQueue),
		ask:   make(chan chan error),
		stop:  make(chan struct{}),
		ended: make(chan error, 1),
	}
}

// note counts a query, or lets it go where too many wait.
func (r *recorder) note(q store.Asked) {
	r.begin.Do(func() { go r.run() })
	select {
	case r.in <- q:
	default:
	}
}

// askedKey is what is counted together.
type askedKey struct {
	day      string
	query    string
	internal bool
}

// run counts until end.
func (r *recorder) run() {
	ticker := time.NewTicker(askedFlush)
	defer ticker.Stop()
	counted, fresh := map[askedKey]store.Asked{}, false
	tell := func() {
		if fresh {
			r.kept()
			fresh = false
		}
	}
	count := func(q store.Asked) {
		k := askedKey{q.Day.String(), q.Query, q.Internal}
		q.Times += counted[k].Times
		counted[k] = q
	}
	flush := func() error {
		for {
			select {
			case q := <-r.in:
				count(q)
				continue
			default:
			}
			break
		}
		if len(counted) == 0 {
			return nil
		}
		err := r.keep(sortedAsked(counted))
		fresh = fresh || err == nil
		if err == nil || len(counted) > askedPerDay {
			clear(counted) // a store that fails for long does not fill the memory
		}
		return err
	}
	for tick := 1; ; {
		select {
		case q := <-r.in:
			count(q)
		case <-ticker.C:
			_ = flush() // tried again at the next tick; the last try tells
			if tick++; tick%askedLook == 0 {
				tell()
			}
		case answer := <-r.ask:
			err := flush()
			tell()
			answer <- err
		case <-r.stop:
			r.ended <- flush()
			return
		}
	}
}

func sortedAsked(counted map[askedKey]store.Asked) []store.Asked {
	out := make([]store.Asked, 0, len(counted))
	for _, q := range counted {
		out = append(out, q)
	}
	slices.SortFunc(out, func(x,
		y store.Asked) int {
		return cmp.Or(x.Day.Compare(y.Day), cmp.Compare(x.Query, y.Query))
	})
	return out
}

// flush keeps what was noted so far.
func (r *recorder) flush() error {
	r.begin.Do(func() { go r.run() })
	answer := make(chan error, 1)
	select {
	case r.ask <- answer:
		return <-answer
	case <-r.stop:
		return nil
	}
}

// end keeps the rest; nothing is counted any more.
func (r *recorder) end() (err error) {
	r.close.Do(func() {
		started := true
		r.begin.Do(func() { started = false })
		close(r.stop)
		if started {
			err = <-r.ended
		}
	})
	return err
}

// keepAsked stores queries that were counted and forgets those of long ago.
func (a *App) keepAsked(all []store.Asked) error {
	ctx := context.Background()
	err := a.store.Write(ctx, systemActor, func(tx *store.Tx) error {
		if err := tx.ForgetAsked(ctx, a.Today().Add(-askedFor)); err != nil {
			return err
		}
		return tx.CountAsked(ctx, all, askedPerDay)
	})
	if err != nil {
		a.log.Warn("queries not kept", "error", err)
	}
	return err
}

// lookEarlier looks anew at which queries may be suggested.
func (a *App) lookEarlier() {
	if err := a.readEarlier(context.Background()); err != nil {
		a.log.Warn("earlier queries not read", "error", err)
	}
}

// FlushSearches keeps the queries noted so far.
func (a *App) FlushSearches() error { return a.asks.flush() }
