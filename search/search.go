// Package search finds procedures by what people type: Vietnamese with or without accents, codes, words of
// the counter, whole questions. Bleve analyses, stores and retrieves; the order of the best candidates is
// judged here. The package knows documents and a source of changes; it knows no store, no page and no rule
// of review, and the index can always be thrown away.
package search

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2"

	"rasoat/catalog"
)

// What can be wrong with an index at its opening. All but ErrBusy heal by building it anew.
var (
	ErrMissing      = errors.New("search index is missing")
	ErrOtherMapping = errors.New("search index has another mapping version")
	ErrDamaged      = errors.New("search index is damaged")
	ErrBusy         = errors.New("search index is open in another process")
)

// openTimeout is how long opening waits for another process (interface.md, Two processes).
const openTimeout = "2s"

// Keys of what the index holds beside documents.
var (
	keySeq     = []byte("rasoat.seq")
	keyMapping = []byte("rasoat.mapping")
)

// Options of an index; the zero value works.
type Options struct {
	Vocabulary Vocabulary       // abbreviations, citizens' words and names by which procedures are also known
	Plain      bool             // fetch through bleve.Search alone: slower, the same hits
	Now        func() time.Time // for Result.Took; without it Took is 0
	Log        *slog.Logger     // for the follower; without it nothing is logged
}

// Index is an open index. Searching and changing may go on at the same time.
type Index struct {
	apply  sync.Mutex // one change at a time; holds rows, lex
	bleve  bleve.Index
	dir    string
	plain  bool
	now    func() time.Time
	log    *slog.Logger
	spell  speller
	rows   map[catalog.Code]*row
	lex    *lexicon
	sorted []*row // rows by name

	mu     sync.RWMutex // a search holds it for reading throughout
	view   *view
	vocab  *vocabulary // what the index was made with
	spoken *vocabulary // what queries are read with
	seq    int64
	closed bool
}

// Open opens the index in dir. The error is one of ErrMissing, ErrOtherMapping, ErrDamaged (a *Damage says
// of what) and ErrBusy, or one of the system.
func Open(dir string, o Options) (*Index, error) {
	if _, err := os.Stat(dir); errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", dir, ErrMissing)
	}
	b, err := openBleve(dir)
	if err != nil {
		return nil, err
	}
	x := newIndex(b, dir, o)
	if err := x.load(); err != nil {
		return nil, errors.Join(err, x.Close())
	}
	return x, nil
}

// Create makes an empty index in dir and throws away what is there. ErrBusy where another process has it.
func Create(dir string, o Options) (*Index, error) {
	if err := remove(dir); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o700); err != nil {
		return nil, err
	}
	b, err := bleve.NewUsing(dir, emptyMapping(), "scorch", "scorch", map[string]any{"bolt_timeout": openTimeout})
	if err != nil {
		return nil, fmt.Errorf("creating %s: %w", dir, err)
	}
	x := newIndex(b, dir, o)
	if err := b.SetInternal(keyMapping, []byte(mappingVersion+x.vocab.mark)); err != nil {
		return nil, errors.Join(err, x.Close())
	}
	if err := x.refresh(); err != nil {
		return nil, errors.Join(err, x.Close())
	}
	return x, nil
}

func newIndex(b bleve.Index, dir string, o Options) *Index {
	if o.Now == nil {
		o.Now = func() time.Time { return time.Time{} }
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	vocab := compile(o.Vocabulary)
	return &Index{
		now: o.Now, log: o.Log, bleve: b, dir: dir, plain: o.Plain, rows: map[catalog.Code]*row{},
		lex:   (*lexicon)(nil).extend(),
		vocab: vocab, spoken: vocab,
	}
}

// Apply brings the index up to the last of the changes, in one batch: after a crash all of them are there
// or none. The changes are searchable when it returns.
func (x *Index) Apply(ctx context.Context, changes []Change) error {
	x.apply.Lock()
	defer x.apply.Unlock()
	if x.closed {
		return ErrClosed
	}
	if err := x.write(ctx, changes); err != nil {
		return err
	}
	return x.refresh()
}

// write stores the changes without showing them yet.
func (x *Index) write(ctx context.Context, changes []Change) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if len(changes) == 0 {
		return nil
	}
	batch, lex := x.bleve.NewBatch(), x.lex.extend()
	fresh, seq := map[catalog.Code]*row{}, x.Seq()
	for _, c := range changes {
		seq = max(seq, c.Seq)
		if c.Key == "" {
			continue // something changed that is no document
		}
		if c.Doc == nil {
			batch.Delete(string(c.Key))
			fresh[c.Key] = nil
			continue
		}
		doc := *c.Doc
		doc.Key = c.Key
		doc.Procedure.AlsoKnown = x.vocab.alsoKnown(&doc)
		if long := x.vocab.longName(doc.Procedure.Name); long != "" {
			doc.Procedure.AlsoKnown = append(slices.Clip(doc.Procedure.AlsoKnown), long)
		}
		parts := contentOf(&doc)
		r := newRow(recordOf(&doc, c.Seq, parts), lex)
		fresh[c.Key] = r
		if err := batch.IndexAdvanced(bleveDocument(r, parts, lex, &x.spell)); err != nil {
			return fmt.Errorf("procedure %s: %w", c.Key, err)
		}
	}
	batch.SetInternal(keySeq, binary.AppendVarint(nil, seq))
	if err := x.bleve.Batch(batch); err != nil {
		return fmt.Errorf("indexing up to %d: %w", seq, err)
	}
	x.keep(fresh, lex)
	x.lex = lex
	x.mu.Lock()
	x.seq = seq
	x.mu.Unlock()
	return nil
}

// keep takes new rows in and forgets those that are gone (nil), with their words.
func (x *Index) keep(fresh map[catalog.Code]*row, lex *lexicon) {
	for key, r := range fresh {
		if old := x.rows[key]; old != nil {
			lex.drop(old)
		}
		if r != nil {
			lex.take(r)
		}
		if r == nil {
			delete(x.rows, key)
		} else {
			x.rows[key] = r
		}
	}
}

// refresh shows the state of the index to the searches that begin from now on.
func (x *Index) refresh() error {
	v, err := x.look()
	if err != nil {
		return err
	}
	x.mu.Lock()
	old := x.view
	x.view = v
	x.mu.Unlock()
	if old != nil {
		return old.close()
	}
	return nil
}

// Seq is the number of the last change that the index holds.
func (x *Index) Seq() int64 {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.seq
}

// Count is how many documents can be found.
func (x *Index) Count() int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	if x.view == nil {
		return 0
	}
	return x.view.count
}

// Close waits for running searches and closes the index. A second call does nothing.
func (x *Index) Close() error {
	x.apply.Lock()
	defer x.apply.Unlock()
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.closed {
		return nil
	}
	x.closed = true
	var err error
	if x.view != nil {
		err = x.view.close()
		x.view = nil
	}
	return errors.Join(err, x.bleve.Close())
}

// ErrClosed is what a search in a closed index gets.
var ErrClosed = errors.New("search index is closed")
