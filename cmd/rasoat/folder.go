package main

import (
	"errors"

	"rasoat/app"
	"rasoat/store"
	"rasoat/value"
)

// withApp opens the data folder for one command. Only the holder of the lock migrates and opens the index;
// beside a running server the store is read and written, and indexing is the server's.
func (w *world) withApp(index bool, do func(*app.App) error) (err error) {
	release, err := store.Lock(w.data)
	beside := errors.Is(err, store.ErrLocked)
	if err != nil && !beside {
		return err
	}
	if !beside {
		defer release()
	}
	a, err := app.Open(w.ctx, w.config(beside))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	if index && !beside {
		if _, err := a.TurnDates(w.ctx); err != nil {
			return err
		}
		if err := a.OpenIndex(w.ctx); err != nil {
			return err
		}
	}
	return do(a)
}

func (w *world) config(beside bool) app.Config {
	return app.Config{
		Dir: w.data, Now: w.now, Text: w.text, Log: w.log,
		NoMigrate: beside, Empty: w.getenv("RASOAT_EMPTY") == "1",
	}
}

// planSentence names the plan that was asked for where there is none.
func planSentence(err error, plan string) error {
	if errors.Is(err, value.ErrNotFound) {
		return value.Problems{{Field: "--plan", Code: "plan.unknown", Args: []any{plan}}}
	}
	return err
}
