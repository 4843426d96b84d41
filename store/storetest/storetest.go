// Package storetest opens real stores for tests: migrated, in a folder of the test, with a clock that
// stands. It holds no fixtures; each test makes the two procedures it needs.
package storetest

import (
	"testing"
	"time"

	"rasoat/store"
	"rasoat/value"
)

// Now is the instant at which the clock of the test stores stands: 15 July 2024, 08:00 in Vietnam.
func Now() time.Time { return time.Date(2024, time.July, 15, 8, 0, 0, 0, value.Vietnam) }

// Open is an empty store that is closed when the test ends.
func Open(t testing.TB) *store.Store {
	t.Helper()
	return OpenDir(t, t.TempDir())
}

// OpenDir opens the store of a folder, so that a test can close it and come back.
func OpenDir(t testing.TB, dir string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), dir, store.Options{Now: Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}
