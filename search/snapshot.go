package search

import (
	"errors"
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"

	"rasoat/catalog"
)

// snapshot is one state of Bleve's index, seen without its search: lists of documents by term, straight
// from the segments. It is the only place that knows how Scorch keeps them.
type snapshot struct {
	state   *scorch.IndexSnapshot
	offsets []uint32 // of each segment's documents in the numbering of the state
}

// orable is what the lists of zap segments can do besides the interface: add themselves to a bitmap.
type orable interface{ OrInto(*roaring.Bitmap) }

var errNotScorch = errors.New("index is not a scorch index")

// snapshot takes the present state; the caller closes it.
func (x *Index) snapshot() (*snapshot, error) {
	advanced, err := x.bleve.Advanced()
	if err != nil {
		return nil, err
	}
	r, err := advanced.Reader()
	if err != nil {
		return nil, err
	}
	state, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return nil, errors.Join(errNotScorch, r.Close())
	}
	s := &snapshot{state: state}
	total := int64(0)
	for _, seg := range state.Segments() {
		s.offsets = append(s.offsets, uint32(total))
		total += seg.FullSize()
	}
	return s, nil
}

func (s *snapshot) close() error { return s.state.Close() }

// size is how many numbers documents may have, deleted ones included.
func (s *snapshot) size() int {
	n := int64(0)
	for _, seg := range s.state.Segments() {
		n += seg.FullSize()
	}
	return int(n)
}

// internal is a value stored beside the documents.
func (s *snapshot) internal(key []byte) ([]byte, error) { return s.state.GetInternal(key) }

// live calls yield with the number and key of each document that is not deleted.
func (s *snapshot) live(yield func(number uint32, key catalog.Code)) error {
	for i, seg := range s.state.Segments() {
		deleted := seg.Deleted()
		for n := range seg.FullSize() {
			if deleted != nil && deleted.Contains(uint32(n)) {
				continue
			}
			id, err := seg.DocID(uint64(n))
			if err != nil {
				return fmt.Errorf("document %d: %w", n, err)
			}
			yield(s.offsets[i]+uint32(n), catalog.Code(id))
		}
	}
	return nil
}

// stored is the packed row of a document.
func (s *snapshot) stored(number uint32) ([]byte, error) {
	i := len(s.offsets) - 1
	for i > 0 && s.offsets[i] > number {
		i--
	}
	var packed []byte
	err := s.state.Segments()[i].VisitDocument(uint64(number-s.offsets[i]),
		func(field string, _ byte, value []byte, _ []uint64) bool {
			if field != fieldRow {
				return true
			}
			packed = append([]byte(nil), value...)
			return false
		})
	return packed, err
}

// list adds the documents whose field has the term to a set, deleted ones included.
func (s *snapshot) list(field, term string, to docSet) error {
	for i, seg := range s.state.Segments() {
		dict, err := seg.Segment().Dictionary(field)
		if err != nil {
			return err
		}
		postings, err := dict.PostingsList([]byte(term), nil, nil)
		if err != nil {
			return err
		}
		if err := addList(to, postings, s.offsets[i]); err != nil {
			return err
		}
	}
	return nil
}

func addList(to docSet, postings segment.PostingsList, offset uint32) error {
	if list, ok := postings.(orable); ok {
		local := roaring.New()
		list.OrInto(local)
		var buffer [256]uint32
		for it := local.ManyIterator(); ; {
			n := it.NextMany(buffer[:])
			if n == 0 {
				return nil
			}
			for _, doc := range buffer[:n] {
				to.add(offset + doc)
			}
		}
	}
	it := postings.Iterator(false, false, false, nil)
	for {
		p, err := it.Next()
		if err != nil || p == nil {
			return err
		}
		to.add(offset + uint32(p.Number()))
	}
}
