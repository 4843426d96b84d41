package search

import (
	"context"
	"errors"
	"fmt"
	"time"

	"rasoat/catalog"
)

// Change is one entry of the change log: the document as it is now, or nil where it is gone. Without a key
// something changed that is no document, and the index only notes the number.
type Change struct {
	Seq int64
	Key catalog.Code
	Doc *Document
}

// Source tells what changed after a number, in the order of the numbers, at most limit entries; none where
// the index is up to date.
type Source interface {
	Changes(ctx context.Context, after int64, limit int) ([]Change, error)
}

// batchSize is how many changes make one batch.
const batchSize = 1000

// poll is how long the follower sleeps at most without being woken.
const poll = 500 * time.Millisecond

// CatchUp brings the index up to the source. What was written is searchable when it returns.
func CatchUp(ctx context.Context, x *Index, src Source) error {
	x.apply.Lock()
	defer x.apply.Unlock()
	if x.closed {
		return ErrClosed
	}
	changed := false
	for {
		changes, err := src.Changes(ctx, x.Seq(), batchSize)
		if err != nil {
			return fmt.Errorf("changes after %d: %w", x.Seq(), err)
		}
		if len(changes) == 0 {
			break
		}
		if err := x.write(ctx, changes); err != nil {
			return err
		}
		changed = true
	}
	if !changed && !x.stale() {
		return nil
	}
	return x.refresh()
}

// Follow keeps the index up to the source until ctx ends: at each wake, and at the latest after half a
// second. A source that fails is asked again, the index goes on answering meanwhile; Options.Log hears of
// the first failure and of the end of it.
func Follow(ctx context.Context, x *Index, src Source, wake <-chan struct{}) error {
	timer := time.NewTicker(poll)
	defer timer.Stop()
	failing := false
	for {
		err := CatchUp(ctx, x, src)
		switch {
		case ctx.Err() != nil:
			return nil
		case errors.Is(err, ErrClosed):
			return err
		case err != nil && !failing:
			x.log.Error("search index cannot follow", "seq", x.Seq(), "error", err)
		case err == nil && failing:
			x.log.Info("search index follows again", "seq", x.Seq())
		}
		failing = err != nil
		select {
		case <-ctx.Done():
			return nil
		case <-wake:
		case <-timer.C:
		}
	}
}
