package app

import (
	"context"
	"errors"
	"time"

	"rasoat/catalog"
	"rasoat/search"
	"rasoat/store"
)

// OpenIndex opens the search index for this process alone and catches up with the store. An index that is
// missing, of another mapping version or damaged is named as what it is in the log and built anew.
func (a *App) OpenIndex(ctx context.Context) error {
	x, err := a.openOrCreate(ctx)
	if err != nil {
		return err
	}
	a.index.Store(x)
	if err := search.CatchUp(ctx, x, (*changes)(a)); err != nil {
		return err
	}
	return a.readEarlier(ctx)
}

// FollowIndex opens the index and keeps it up with the store until ctx ends; it returns when the index is
// open, and ready is closed once it has caught up. Pages can be read meanwhile.
func (a *App) FollowIndex(ctx context.Context) (ready, done <-chan struct{}, err error) {
	x, err := a.openOrCreate(ctx)
	if err != nil {
		return nil, nil, err
	}
	a.index.Store(x)
	caught, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		if err := search.CatchUp(ctx, x, (*changes)(a)); err != nil && ctx.Err() == nil {
			a.log.Error("index could not catch up", "error", err)
		}
		close(caught)
		if err := a.readEarlier(ctx); err != nil && ctx.Err() == nil {
			a.log.Error("earlier queries not read", "error", err)
		}
		if err := search.Follow(ctx, x, (*changes)(a), a.wake); err != nil && ctx.Err() == nil {
			a.log.Error("index follower ended", "error", err)
		}
	}()
	return caught, ended, nil
}

// openOrCreate opens the index and makes it read queries with the words that stand.
func (a *App) openOrCreate(ctx context.Context) (*search.Index, error) {
	x, err := a.openIndexDir(ctx)
	if err != nil {
		return nil, err
	}
	if err := a.useWords(ctx, x); err != nil {
		return nil, errors.Join(err, x.Close())
	}
	return x, nil
}

func (a *App) openIndexDir(ctx context.Context) (*search.Index, error) {
	o, err := a.searchOptions()
	if err != nil {
		return nil, err
	}
	x, err := search.Open(a.indexDir(), o)
	switch {
	case err == nil:
		last, err := a.store.LastSeq(ctx)
		if err != nil || x.Seq() <= last {
			return x, err
		}
		a.log.Warn("index is ahead of the store, building it anew", "index", x.Seq(), "store", last)
		if err := x.Close(); err != nil {
			return nil, err
		}
	case errors.Is(err, search.ErrMissing):
		a.log.Info("index missing, building it")
	case errors.Is(err, search.ErrOtherMapping):
		a.log.Info("index has another mapping, building it anew")
	case errors.Is(err, search.ErrDamaged):
		a.log.Warn("index damaged, building it anew", "error", err)
	default:
		return nil, err
	}
	return search.Create(a.indexDir(), o)
}

func (a *App) searchOptions() (search.Options, error) {
	words, err := seedVocabulary()
	if err != nil {
		return search.Options{}, err
	}
	// Their names stand on the procedures themselves, where people edit them.
	words.Known = nil
	return search.Options{
		Vocabulary: words,
		Now:        time.Now,
		Log:        a.log,
	}, nil // its clock measures how long a search took
}

// Reindex builds the index anew from the store; searches wait for it with ErrNoIndex.
func (a *App) Reindex(ctx context.Context) (int, error) {
	old := a.index.Swap(nil)
	if old != nil {
		if err := old.Close(); err != nil {
			return 0, err
		}
	}
	o, err := a.searchOptions()
	if err != nil {
		return 0, err
	}
	x, err := search.Create(a.indexDir(), o)
	if err != nil {
		return 0, err
	}
	if err := a.useWords(ctx, x); err != nil {
		return 0, errors.Join(err, x.Close())
	}
	a.index.Store(x)
	if err := search.CatchUp(ctx, x, (*changes)(a)); err != nil {
		return 0, err
	}
	return x.Count(), nil
}

// Ready reports whether the index has caught up with the store.
func (a *App) Ready(ctx context.Context) (bool, error) {
	x := a.index.Load()
	if x == nil {
		return false, nil
	}
	last, err := a.store.LastSeq(ctx)
	return err == nil && x.Seq() >= last, err
}

// IndexLag is how many changes of the store the index does not have yet; known is false while there is no index.
func (a *App) IndexLag(ctx context.Context) (n int64, known bool) {
	x := a.index.Load()
	if x == nil {
		return 0, false
	}
	last, err := a.store.LastSeq(ctx)
	return max(last-x.Seq(), 0), err == nil
}

// changes is the store's change log as the index wants it.
type changes App

// Changes reads the log after a number; a procedure that was changed several times comes once, as it is now. Words
// that changed, here or in another process, are read with from then on.
func (c *changes) Changes(ctx context.Context, after int64, limit int) ([]search.Change, error) {
	a := (*App)(c)
	log, err := a.store.Changes(ctx, after, limit)
	if err != nil {
		return nil, err
	}
	var keys []catalog.Code
	words := false
	for _, l := range log {
		if l.Kind == string(store.KindWord) {
			words = true
		} else {
			keys = append(keys, catalog.Code(l.Key))
		}
	}
	if x := a.index.Load(); words && x != nil {
		if err := a.useWords(ctx, x); err != nil {
			return nil, err
		}
	}
	current, err := a.store.Procedures(ctx, store.Filter{Keys: keys})
	if err != nil {
		return nil, err
	}
	now := make(map[catalog.Code]store.Version, len(current))
	for _, v := range current {
		now[v.Key] = v
	}
	out := make([]search.Change, 0, len(log))
	for _, l := range log {
		if l.Kind == string(store.KindWord) {
			out = append(out, search.Change{Seq: l.Seq})
			continue
		}
		ch := search.Change{Seq: l.Seq, Key: catalog.Code(l.Key)}
		if v, there := now[ch.Key]; there {
			ch.Doc = &search.Document{Key: v.Key, Procedure: v.Procedure}
		}
		out = append(out, ch)
	}
	return out, nil
}

// CatchUp brings an open index up to the store; without one there is nothing to do.
func (a *App) CatchUp(ctx context.Context) error {
	if x := a.index.Load(); x != nil {
		return search.CatchUp(ctx, x, (*changes)(a))
	}
	return nil
}
