package search

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
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
	if err := checkPages(path); err != nil {
		return &Damage{"root", err}
	}
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
		if err := checkSegment(filepath.Join(store, string(file))); err != nil {
			return &Damage{"segment", err}
		}
		return nil
	})
}

var errChecksum = errors.New("the checksum is another")

// checkSegment compares a segment with the CRC-32 that is its last four bytes. Bleve does not, and a segment with
// a hole in its midst would fail at some later search.
func checkSegment(path string) (err error) {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	const size = 4
	if info.Size() < size {
		return fmt.Errorf("%s: %w", path, io.ErrUnexpectedEOF)
	}
	sum := crc32.NewIEEE()
	if _, err := io.CopyN(sum, f, info.Size()-size); err != nil {
		return err
	}
	var want [size]byte
	if _, err := io.ReadFull(f, want[:]); err != nil {
		return err
	}
	if sum.Sum32() != binary.BigEndian.Uint32(want[:]) {
		return fmt.Errorf("%s: %w", path, errChecksum)
	}
	return nil
}

// The head of a bolt file's page, and what follows it on the first two pages.
type boltPage struct {
	ID              uint64
	Flags, Count    uint16
	Overflow        uint32
	Magic, Version  uint32
	PageSize, Unset uint32
	Root, Sequence  uint64
	Freelist, Pages uint64
	Transaction     uint64
}

const (
	boltMagic    = 0xED0CDAED
	boltFreelist = 0x10
	noFreelist   = ^uint64(0)
)

var (
	errCut      = errors.New("the file is cut")
	errFreelist = errors.New("the list of free pages is damaged")
)

// checkPages looks whether a bolt file is as long as it says and has its list of free pages: bbolt panics where
// not, and keeps the lock.
func checkPages(path string) (err error) {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	first, ok := readPage(f, 0)
	if !ok || first.Magic != boltMagic {
		return nil // bbolt says so itself
	}
	newest := first
	if second, ok := readPage(f, int64(first.PageSize)); ok && second.Magic == boltMagic &&
		second.Transaction > first.Transaction {
		newest = second
	}
	if uint64(info.Size()) < newest.Pages*uint64(newest.PageSize) {
		return errCut
	}
	if newest.Freelist == noFreelist {
		return nil
	}
	if list, ok := readPage(f, int64(newest.Freelist*uint64(newest.PageSize))); !ok || list.Flags != boltFreelist {
		return errFreelist
	}
	return nil
}

func readPage(f io.ReaderAt, at int64) (p boltPage, ok bool) {
	err := binary.Read(io.NewSectionReader(f, at, int64(binary.Size(p))), binary.NativeEndian, &p)
	return p, err == nil
}

// remove removes an index unless another process has it.
func remove(dir string) error {
	root := filepath.Join(dir, "store", "root.bolt")
	if err := checkRoot(root, filepath.Join(dir, "store")); errors.Is(err, ErrBusy) {
		return err
	}
	return os.RemoveAll(dir)
}
