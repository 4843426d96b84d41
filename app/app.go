// Package app is what the program can do, once, for the command line and the window alike: fill a fresh
// store, save a procedure, import, start a campaign, act on a proposal, check targets, build a report,
// keep the search index up with the store. It knows no HTTP, no flags and no SQL.
package app

import (
	"context"
	"log/slog"
	"path/filepath"
	"sync/atomic"
	"time"

	"rasoat/app/text"
	"rasoat/search"
	"rasoat/store"
	"rasoat/value"
)

// Config is what an App is made of.
type Config struct {
	Dir   string           // data folder
	Now   func() time.Time // the clock: held in the demo and in tests
	Text  *text.Table      // the language of what an import says of a file; documents are Vietnamese always
	Log   *slog.Logger     // nil: discarded
	Empty bool             // do not fill an empty folder with the starting content

	// NoMigrate is for commands that work beside a running server: only the holder of the lock migrates.
	NoMigrate bool

	MaxPages int64         // how many pages the database may have, as on a disk of that size; 0 is as many as fit
	BusyWait time.Duration // how long a write waits for another process; 0 is what store waits
}

// App is an open data folder.
type App struct {
	store *store.Store
	index atomic.Pointer[search.Index]
	now   func() time.Time
	text  *text.Table // of documents, and of what is kept with a version: Vietnamese
	notes *text.Table // of what an import says of a file
	log   *slog.Logger
	dir   string
	wake  chan struct{} // tells the follower that the store has changed
	jobs  *jobs
	asks  *recorder // of queries

	planDays   planTodayCache
	incomplete incompleteNow
	earlier    atomic.Pointer[earlierQueries]
}

// Open opens the folder, creates and migrates the store where allowed, and fills an empty one with the
// starting content. The index is not opened: see OpenIndex.
func Open(ctx context.Context, c Config) (*App, error) {
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	vietnamese, err := text.Load(text.Vietnamese)
	if err != nil {
		return nil, err
	}
	s, err := store.Open(ctx, c.Dir, store.Options{
		Agency:    agency,
		Now:       c.Now,
		NoMigrate: c.NoMigrate,
		MaxPages:  c.MaxPages,
		BusyWait:  c.BusyWait,
	})
	if err != nil {
		return nil, err
	}
	a := &App{
		store: s,
		now:   c.Now,
		text:  vietnamese,
		notes: c.Text,
		log:   c.Log,
		dir:   c.Dir,
		wake:  make(chan struct{}, 1),
		jobs:  newJobs(),
	}
	a.asks = newRecorder(a.keepAsked, a.lookEarlier)
	if err := a.fillIfEmpty(ctx, c.Empty); err != nil {
		s.Close()
		return nil, err
	}
	return a, nil
}

// agency is the key under which this commune's rows are kept; merged communes keep theirs apart.
const agency = "xa"

// Close ends what still runs, and closes index and store.
func (a *App) Close() error {
	a.jobs.end()
	if err := a.asks.end(); err != nil {
		a.log.Error("queries not kept", "error", err)
	}
	if x := a.index.Swap(nil); x != nil {
		if err := x.Close(); err != nil {
			a.log.Error("index not closed", "error", err)
		}
	}
	return a.store.Close()
}

// Today is the day by the App's clock, in Vietnam.
func (a *App) Today() value.Date { return value.On(a.now()) }

// Now is the App's clock.
func (a *App) Now() time.Time { return a.now() }

func (a *App) indexDir() string { return filepath.Join(a.dir, "index") }

// nudge wakes the follower; it never waits.
func (a *App) nudge() {
	select {
	case a.wake <- struct{}{}:
	default:
	}
}
