package search

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"rasoat/catalog"
	"rasoat/viet"
)

// lister adds the documents whose field has a term to a set.
type lister interface {
	list(field, term string, to docSet) error
}

// view is one state of the index with its tables by document number: what all searches that begin at the
// same time share. Numbers change with every state.
type view struct {
	state    *snapshot
	lists    lister
	rows     []*row // nil where deleted
	live     docSet
	count    int    // of live
	public   docSet // of Scope Public
	current  docSet // live without what is repealed
	currents int    // of current
	facets   []facetTable
	byName   []uint32 // numbers in the order of names
	place    []uint32 // number -> place in byName
	codes    []codeTerm
	byCodes  []uint32 // number -> place in the order of codes
	lex      *lexicon
	weightOf []float32 // wordID -> weight, by the names that have it
	restOf   []float32 // wordID -> weight in a name where it was not asked for
	namesOf  []uint32  // wordID -> names that have it
	span     []float32 // number -> weight of the shortest of its names
	alphabet []wordID  // folded words in byte order

	alike map[string][]wordID // how a folded word sounds -> the words of names that sound so

	foldFields sync.Once
	fieldAt    int      // place of the fields of administration in facets
	folded     []string // their values as folded words

	foldInitials sync.Once
	initials     string // first letters of the folded words of all names, a blank behind each name
	initialed    []initialed

	mu     sync.RWMutex
	cache  map[spelled]*postings
	cached int // bytes
}

// load reads rows and number from an index just opened.
func (x *Index) load() error {
	s, err := x.snapshot()
	if err != nil {
		return &Damage{"rows", err}
	}
	defer func() { err = errors.Join(err, s.close()) }()
	version, err := s.internal(keyMapping)
	if want := mappingVersion + x.vocab.mark; err != nil || string(version) != want {
		return fmt.Errorf("version %q, want %q: %w", version, want, ErrOtherMapping)
	}
	seq, err := s.internal(keySeq)
	if err != nil {
		return &Damage{"rows", err}
	}
	x.seq, _ = binary.Varint(seq)
	if err := x.loadRows(s); err != nil {
		return &Damage{"rows", err}
	}
	return x.refresh()
}

func (x *Index) loadRows(s *snapshot) error {
	var failed error
	err := s.live(func(number uint32, key catalog.Code) {
		packed, err := s.stored(number)
		if err != nil {
			failed = errors.Join(failed, err)
			return
		}
		r, err := unpack(packed)
		if err != nil {
			failed = fmt.Errorf("procedure %s: %w", key, err)
			return
		}
		x.rows[key] = newRow(r, x.lex)
		x.lex.take(x.rows[key])
	})
	return errors.Join(err, failed)
}

// look makes the view of the present state.
func (x *Index) look() (*view, error) {
	s, err := x.snapshot()
	if err != nil {
		return nil, err
	}
	size := s.size()
	v := &view{
		state: s, lists: s, rows: make([]*row, size), live: newSet(size), public: newSet(size), current: newSet(size),
		lex: x.lex, cache: map[spelled]*postings{},
	}
	numbers := make(map[catalog.Code]uint32, len(x.rows))
	err = s.live(func(number uint32, key catalog.Code) {
		if r := x.rows[key]; r != nil {
			v.rows[number] = r
			numbers[key] = number
			v.live.add(number)
			v.count++
		}
	})
	if err != nil {
		return nil, errors.Join(err, s.close())
	}
	if x.plain {
		v.lists = &plain{x.bleve, len(v.rows), numbers}
	}
	v.sortNames(x, numbers)
	v.fill()
	return v, nil
}

// sortNames orders the numbers by name, in Vietnamese order, then by code.
func (v *view) sortNames(x *Index, numbers map[catalog.Code]uint32) {
	x.sorted = inOrder(x.sorted, x.rows)
	v.place = make([]uint32, len(v.rows))
	for i, r := range x.sorted {
		n := numbers[r.key]
		v.byName = append(v.byName, n)
		v.place[n] = uint32(i)
	}
}

// inOrder is the rows sorted by name; old is the order before, of which most stands.
func inOrder(old []*row, rows map[catalog.Code]*row) []*row {
	kept := make([]*row, 0, len(rows))
	have := make(map[catalog.Code]bool, len(rows))
	for _, r := range old {
		if rows[r.key] == r {
			kept = append(kept, r)
			have[r.key] = true
		}
	}
	var fresh []*row
	for key, r := range rows {
		if !have[key] {
			fresh = append(fresh, r)
		}
	}
	slices.SortFunc(fresh, compareCodes)
	viet.SortBy(fresh, func(r *row) string { return r.name })
	return mergeSorted(kept, fresh)
}

func mergeSorted(a, b []*row) []*row {
	if len(a) == 0 {
		return b
	}
	out := make([]*row, 0, len(a)+len(b))
	for _, r := range b {
		at, _ := slices.BinarySearchFunc(a, r, compareNames)
		out = append(append(out, a[:at]...), r)
		a = a[at:]
	}
	return append(out, a...)
}

func compareNames(a, b *row) int {
	if n := viet.Compare(a.name, b.name); n != 0 {
		return n
	}
	return compareCodes(a, b)
}

// fill makes the tables that filters and facets count on.
func (v *view) fill() {
	v.facets = make([]facetTable, len(facetSpecs))
	for i, spec := range facetSpecs {
		v.facets[i] = newFacetTable(spec, v)
	}
	for n, r := range v.rows {
		if r == nil {
			continue
		}
		if r.status != catalog.Repealed {
			v.current.add(uint32(n))
			v.currents++
		}
		if r.kind == catalog.Public && r.status == catalog.InForce {
			v.public.add(uint32(n))
		}
		v.codes = appendCodes(v.codes, r, uint32(n))
	}
	sortCodes(v.codes)
	v.byCodes = make([]uint32, len(v.rows))
	for i, c := range v.codes {
		if c.text == v.rows[c.number].lowKey {
			v.byCodes[c.number] = uint32(i)
		}
	}
	v.weigh()
}

// weigh gives each word its weight, with its accents and without: rare ones say more. Names and names also
// known by count.
func (v *view) weigh() {
	names, last := make([]uint32, len(v.lex.text)), make([]uint32, len(v.lex.text))
	for n, r := range v.rows {
		if r == nil {
			continue
		}
		count := func(w wordID) {
			if last[w] != uint32(n+1) {
				last[w] = uint32(n + 1)
				names[w]++
			}
		}
		for _, w := range r.words {
			count(w.folded)
			count(w.accented)
		}
		for _, also := range r.alsoWords {
			for _, w := range also {
				count(w.folded)
				count(w.accented)
			}
		}
	}
	v.alike = map[string][]wordID{}
	v.namesOf, v.weightOf, v.restOf = names, make([]float32, len(names)), make([]float32, len(names))
	for id, n := range names {
		v.weightOf[id] = float32(v.idf(n))
		switch f := v.lex.text[id]; {
		case fillers[f]:
			v.weightOf[id] *= fillerShare
		case changing[f]:
			v.weightOf[id] = max(v.weightOf[id], changingWeight)
		}
		switch f := v.lex.text[id]; {
		case usual[f]:
			v.restOf[id] = v.weightOf[id] * usualShare
		case changing[f], special[f]:
			v.restOf[id] = v.weightOf[id] * specialShare
		default:
			v.restOf[id] = v.weightOf[id]
		}
		if n > 0 && v.lex.plain(wordID(id)) {
			v.alphabet = append(v.alphabet, wordID(id))
			sound := soundAlike(v.lex.text[id])
			v.alike[sound] = append(v.alike[sound], wordID(id))
		}
	}
	slices.SortFunc(v.alphabet, func(a, b wordID) int { return strings.Compare(v.lex.text[a], v.lex.text[b]) })
	v.measure()
}

// measure weighs the shortest name of each document.
func (v *view) measure() {
	v.span = make([]float32, len(v.rows))
	for n, r := range v.rows {
		if r == nil {
			continue
		}
		least := float32(0)
		for _, w := range r.words {
			least += v.weightOf[w.accented] * float32(asideShares[w.aside])
		}
		for _, also := range r.alsoWords {
			sum := float32(0)
			for _, w := range also {
				sum += v.weightOf[w.accented]
			}
			if sum > 0 && sum < least {
				least = sum
			}
		}
		v.span[n] = max(least, 1)
	}
}

func (v *view) close() error { return v.state.close() }

// stale reports whether Bleve has merged segments since the view was made: then the old files are held for
// nothing.
func (x *Index) stale() bool {
	s, err := x.snapshot()
	if err != nil {
		return false
	}
	same := x.view != nil && len(s.offsets) == len(x.view.state.offsets)
	return s.close() == nil && !same
}
