// Package apptest gives tests outside app a data folder to begin with: filled as the demo, its index built, made once
// in a test run and copied for each test.
package apptest

import (
	"context"
	"errors"
	"testing"
	"time"

	"rasoat/app"
	"rasoat/app/text"
	"rasoat/store/storetest"
)

// made is the clock while a folder is filled: before any that a test holds on the day of the demo.
func made() time.Time { return app.DemoDay.Start() }

// Demo puts the demo's data into dir, which is created where it is missing. Filling it again changes nothing.
func Demo(t testing.TB, dir string) {
	t.Helper()
	demo.CopyTo(t, dir)
}

// Started puts the starting content of a fresh installation into dir, likewise.
func Started(t testing.TB, dir string) {
	t.Helper()
	started.CopyTo(t, dir)
}

var (
	demo    = storetest.Folder{Make: func(dir string) error { return fill(dir, (*app.App).FillDemo) }}
	started = storetest.Folder{Make: func(dir string) error { return fill(dir, nothing) }}
)

func nothing(*app.App, context.Context) error { return nil }

func fill(dir string, with func(*app.App, context.Context) error) error {
	table, err := text.Load(text.Vietnamese)
	if err != nil {
		return err
	}
	ctx := context.Background()
	a, err := app.Open(ctx, app.Config{Dir: dir, Text: table, Now: made})
	if err != nil {
		return err
	}
	return errors.Join(with(a, ctx), a.OpenIndex(ctx), a.Close())
}
