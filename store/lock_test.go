package store_test

import (
	"path/filepath"
	"testing"

	"rasoat/store"
)

func TestLock(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	release, err := store.Lock(dir)
	if err != nil {
		t.Fatal(err)
	}
	_, err = store.Lock(dir)
	wantIs(t, err, store.ErrLocked)
	if err := release(); err != nil {
		t.Fatal(err)
	}
	if release, err = store.Lock(dir); err != nil {
		t.Fatal(err)
	}
	if err := release(); err != nil {
		t.Error(err)
	}
}
