package search

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/blevesearch/bleve/v2"
	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// Damage says what of an index is damaged. It is an ErrDamaged.
type Damage struct {
	Part string // "meta", "root", "segment", "mapping", "rows"
	Err  error
}

// Error implements error.
func (d *Damage) Error() string {
	return fmt.Sprintf("search index is damaged (%s): %v", d.Part, d.Err)
}

// Is makes a Damage an ErrDamaged.
func (d *Damage) Is(target error) bool { return target == ErrDamaged }

// Unwrap is what was met.
func (d *Damage) Unwrap() error { return d.Err }

const boltWait = 2 * time.Second

var errEmptyRoot = errors.New("no state is recorded")

// openBleve opens the index in dir and tells apart what can be wrong with it.
func openBleve(dir string) (index bleve.Index, err error) {
	if err := checkRoot(filepath.Join(dir, "store", "root.bolt"), filepath.Join(dir, "store")); err != nil {
		return nil, err
	}
	defer func() {
		if p := recover(); p != nil { // Bleve and bbolt panic on some cut files
			index, err = nil, &Damage{"segment", fmt.Errorf("%v", p)}
		}
	}()
	index, err = bleve.OpenUsing(dir, map[string]any{"bolt_timeout": openTimeout})
	switch {
	case err == nil:
		return index, nil
	case errors.Is(err, bolterrors.ErrTimeout):
		return nil, fmt.Errorf("%s: %w", dir, ErrBusy)
	case err == bleve.ErrorIndexMetaMissing, err == bleve.ErrorIndexMetaCorrupt:
		return nil, &Damage{"meta", err}
	case err == bleve.ErrorIndexPathDoesNotExist:
		return nil, fmt.Errorf("%s: %w", dir, ErrMissing)
	}
	return nil, &Damage{"mapping", err}
}

// checkRoot looks whether the state that the bolt file records has all its segments. Bleve itself goes on
// with an older state or an empty one and says nothing but a line in the log.
func checkRoot(path, store string) (err error) {
	if _, err := os.Stat(path); err != nil {
		return &Damage{"root", err}
	}
	defer func() {
		if p := recover(); p != nil {
			err = &Damage{"root", fmt.Errorf("%v", p)}
		}
	}()
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: boltWait})
	if errors.Is(err, bolterrors.ErrTimeout) {
		return fmt.Errorf("%s: %w", path, ErrBusy)
	}
	if err != nil {
		return &Damage{"root", err}
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return db.View(func(tx *bbolt.Tx) error { return checkSegments(tx, store) })
}

// checkSegments looks for the files of the newest state.
func checkSegments(tx *bbolt.Tx, store string) error {
	snapshots := tx.Bucket([]byte("s"))
	if snapshots == nil {
		return &Damage{"root", errEmptyRoot}
	}
	newest, _ := snapshots.Cursor().Last()
	state := snapshots.Bucket(newest)
	if newest == nil || state == nil {
		return &Damage{"root", errEmptyRoot}
	}
	return state.ForEachBucket(func(name []byte) error {
		file := state.Bucket(name).Get([]byte("p"))
		if file == nil {
			return nil
		}
		if _, err := os.Stat(filepath.Join(store, string(file))); err != nil {
			return &Damage{"segment", err}
		}
		return nil
	})
}

// remove removes an index unless another process has it.
func remove(dir string) error {
	root := filepath.Join(dir, "store", "root.bolt")
	if err := checkRoot(root, filepath.Join(dir, "store")); errors.Is(err, ErrBusy) {
		return err
	}
	return os.RemoveAll(dir)
}
