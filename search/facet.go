package search

import (
	"cmp"
	"slices"

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
	{facetField, one(func(r *row) string { return r.field }), func(q *Query) string { return q.Field }},
	{"level", func(r *row) []string { return r.levels }, func(q *Query) string { return q.Level }},
	{facetStatus, one(func(r *row) string { return string(r.status) }), func(q *Query) string { return q.Status }},
	{
		"ours",
		one(func(r *row) string { return cmp.Or(string(r.ours), Unsorted) }),
		func(q *Query) string { return q.Ours },
	},
	{"free", one(func(r *row) string { return r.free }), func(q *Query) string { return q.free() }},
}

// facetStatus is the facet by which what is repealed comes back into view.
const facetStatus = "status"

// facetField is that of the fields of administration.
const facetField = "field"

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
// Facets of many values are counted by number, those of few by sets.
type facetTable struct {
	facetSpec
	values []string
	docs   []docSet
	none   docSet
	number []uint16 // document -> index in values + 1; nil where sets do
}

// fewValues is up to how many values a facet is counted by sets.
const fewValues = 12

func newFacetTable(spec facetSpec, v *view) facetTable {
	t := facetTable{facetSpec: spec, none: newSet(len(v.rows))}
	at, single := map[string]docSet{}, true
	for n, r := range v.rows {
		if r == nil {
			continue
		}
		values := spec.values(r)
		single = single && len(values) < 2
		for _, value := range values {
			if at[value] == nil {
				at[value] = newSet(len(v.rows))
				t.values = append(t.values, value)
			}
			at[value].add(uint32(n))
		}
	}
	slices.SortFunc(t.values, viet.Compare)
	for _, value := range t.values {
		t.docs = append(t.docs, at[value])
	}
	if single && len(t.values) > fewValues && len(t.values) < 1<<16-1 {
		t.number = make([]uint16, len(v.rows))
		for i, docs := range t.docs {
			for _, n := range docs.appendTo(nil) {
				t.number[n] = uint16(i + 1)
			}
		}
	}
	return t
}

// filter is the documents that have the value; nil where nothing is asked. Where no status is asked for, what is
// repealed has left the view; the facet still counts it.
func (v *view) filter(t *facetTable, q *Query) docSet {
	want := t.wanted(q)
	if want == "" {
		if t.name == facetStatus && v.currents < v.count {
			return v.current
		}
		return nil
	}
	if i := slices.Index(t.values, want); i >= 0 {
		return t.docs[i]
	}
	return t.none
}

// count is how many of the set have each value: by count, then in Vietnamese order. numbers is the set again.
func (t *facetTable) count(set docSet, numbers []uint32) []FacetValue {
	counts := make([]int, len(t.values))
	found := 0
	if t.number != nil {
		for _, n := range numbers {
			if value := t.number[n]; value > 0 {
				counts[value-1]++
			}
		}
	} else {
		for i, docs := range t.docs {
			counts[i] = set.countBoth(docs)
		}
	}
	for _, n := range counts {
		if n > 0 {
			found++
		}
	}
	out := make([]FacetValue, 0, found)
	for i, n := range counts {
		if n > 0 {
			out = append(out, FacetValue{t.values[i], n})
		}
	}
	slices.SortStableFunc(out, func(a, b FacetValue) int { return cmp.Compare(b.Count, a.Count) })
	return out
}

// filtered applies the filters of a query to what matches: the hits, and for each facet its counts under
// all filters but its own.
func (v *view) filtered(q *Query, matching docSet) (docSet, map[string][]FacetValue) {
	filters := make([]docSet, len(v.facets))
	for i := range v.facets {
		filters[i] = v.filter(&v.facets[i], q)
	}
	hits := except(matching, filters, -1)
	numbers := hits.appendTo(make([]uint32, 0, hits.count()))
	facets := make(map[string][]FacetValue, len(v.facets))
	for i := range v.facets {
		set, list := hits, numbers
		if filters[i] != nil {
			set = except(matching, filters, i)
			list = set.appendTo(nil)
		}
		facets[v.facets[i].name] = v.facets[i].count(set, list)
	}
	return hits, facets
}

// except is the set under all filters but the i-th.
func except(set docSet, filters []docSet, i int) docSet {
	for j, f := range filters {
		if f != nil && j != i {
			set = slices.Clone(set)
			set.cut(f)
		}
	}
	return set
}
