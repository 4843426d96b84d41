package search

import (
	"cmp"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"rasoat/viet"
)

// FacetValue is one value of a facet with the number of hits that have it.
type FacetValue struct {
	Value string
	Count int
}

// facetSpec is one facet: its name in the address, what a document has of it and what a query asks of it.
type facetSpec struct {
	name   string
	values func(*row) []string
	wanted func(*Query) string
}

// facetSpecs is all facets.
var facetSpecs = []facetSpec{
	{"kind", one(func(r *row) string { return string(r.kind) }), func(q *Query) string { return q.Kind }},
	{"group", one(func(r *row) string { return string(r.group) }), func(q *Query) string { return q.Group }},
	{"field", one(func(r *row) string { return r.field }), func(q *Query) string { return q.Field }},
	{"level", func(r *row) []string { return r.levels }, func(q *Query) string { return q.Level }},
	{facetStatus, one(func(r *row) string { return string(r.status) }), func(q *Query) string { return q.Status }},
	{"ours", one(func(r *row) string { return cmp.Or(string(r.ours), Unsorted) }), func(q *Query) string { return q.Ours }},
	{"free", one(func(r *row) string { return r.free }), func(q *Query) string { return q.free() }},
}

// facetStatus is the facet by which what is repealed comes back into view.
const facetStatus = "status"

// Unsorted is the value of the facet "ours" for procedures that nobody has sorted yet.
const Unsorted = "unsorted"

func one(value func(*row) string) func(*row) []string {
	return func(r *row) []string {
		if s := value(r); s != "" {
			return []string{s}
		}
		return nil
	}
}

func (q *Query) free() string {
	switch {
	case q.Free == nil:
		return ""
	case *q.Free:
		return "true"
	}
	return "false"
}

// facetTable holds one facet of a view: its values in Vietnamese order, and for each the documents.
// Facets of many values are counted by number, those of few by bitmaps.
type facetTable struct {
	facetSpec
	values []string
	docs   []*roaring.Bitmap
	number []uint16 // document -> index in values + 1; nil where bitmaps do
}

// fewValues is up to how many values a facet is counted by bitmaps.
const fewValues = 12

func newFacetTable(spec facetSpec, v *view) facetTable {
	t := facetTable{facetSpec: spec}
	at := map[string]*roaring.Bitmap{}
	for n, r := range v.rows {
		if r == nil {
			continue
		}
		for _, value := range spec.values(r) {
			if at[value] == nil {
				at[value] = roaring.New()
				t.values = append(t.values, value)
			}
			at[value].Add(uint32(n))
		}
	}
	slices.SortFunc(t.values, viet.Compare)
	for _, value := range t.values {
		t.docs = append(t.docs, at[value])
	}
	if len(t.values) > fewValues && len(t.values) < 1<<16-1 {
		t.number = make([]uint16, len(v.rows))
		for i, docs := range t.docs {
			for it := docs.Iterator(); it.HasNext(); {
				t.number[it.Next()] = uint16(i + 1)
			}
		}
	}
	return t
}

// filter is the documents that have the value; nil where nothing is asked. Where no status is asked for, what is
// repealed has left the view; the facet still counts it.
func (v *view) filter(t *facetTable, q *Query) *roaring.Bitmap {
	want := t.wanted(q)
	if want == "" {
		if t.name == facetStatus && v.current.GetCardinality() < v.live.GetCardinality() {
			return v.current
		}
		return nil
	}
	if i := slices.Index(t.values, want); i >= 0 {
		return t.docs[i]
	}
	return roaring.New()
}

// count is how many of the set have each value: by count, then in Vietnamese order.
func (t *facetTable) count(set *roaring.Bitmap) []FacetValue {
	counts := make([]int, len(t.values))
	if t.number != nil {
		t.countByNumber(set, counts)
	} else {
		for i, docs := range t.docs {
			counts[i] = int(set.AndCardinality(docs))
		}
	}
	out := []FacetValue{}
	for i, n := range counts {
		if n > 0 {
			out = append(out, FacetValue{t.values[i], n})
		}
	}
	slices.SortStableFunc(out, func(a, b FacetValue) int { return cmp.Compare(b.Count, a.Count) })
	return out
}

func (t *facetTable) countByNumber(set *roaring.Bitmap, counts []int) {
	var buffer [256]uint32
	for it := set.ManyIterator(); ; {
		n := it.NextMany(buffer[:])
		if n == 0 {
			return
		}
		for _, doc := range buffer[:n] {
			if value := t.number[doc]; value > 0 {
				counts[value-1]++
			}
		}
	}
}

// filtered applies the filters of a query to what matches: the hits, and for each facet its counts under
// all filters but its own.
func (v *view) filtered(q *Query, matching *roaring.Bitmap) (*roaring.Bitmap, map[string][]FacetValue) {
	filters := make([]*roaring.Bitmap, len(v.facets))
	for i := range v.facets {
		filters[i] = v.filter(&v.facets[i], q)
	}
	hits := except(matching, filters, -1)
	facets := make(map[string][]FacetValue, len(v.facets))
	for i := range v.facets {
		set := hits
		if filters[i] != nil {
			set = except(matching, filters, i)
		}
		facets[v.facets[i].name] = v.facets[i].count(set)
	}
	return hits, facets
}

// except is the set under all filters but the i-th.
func except(set *roaring.Bitmap, filters []*roaring.Bitmap, i int) *roaring.Bitmap {
	for j, f := range filters {
		if f != nil && j != i {
			set = roaring.And(set, f)
		}
	}
	return set
}
