package search

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
	"rasoat/value"
)

// shelf is a log of procedures that differ in what facets count.
func shelf() changeLog {
	free := []catalog.Fee{{State: catalog.FeeFree}}
	paid := []catalog.Fee{{State: catalog.FeeAmount, Amount: value.Known[value.Money](5000)}}
	list := []catalog.Procedure{
		{Code: "1.000001", Name: "A", Kind: catalog.Public, Status: catalog.InForce, Field: "Đất đai", Fees: free,
			Levels: []catalog.Level{catalog.Commune, catalog.Province}},
		{Code: "1.000002", Name: "B", Kind: catalog.Public, Status: catalog.InForce, Field: "Hộ tịch", Fees: paid,
			Levels: []catalog.Level{catalog.Commune, catalog.Commune}, Ours: catalog.Decides},
		{Code: "1.000003", Name: "C", Kind: catalog.Public, Status: catalog.Repealed, Field: "Hộ tịch", Fees: free},
		{Code: "1.000004", Name: "D", Kind: catalog.Public, Status: catalog.Announced, Field: "Dân số", Ours: catalog.NotOurs},
		{Code: "NB-01", Name: "E", Kind: catalog.Internal, Group: catalog.GroupB, Status: catalog.Typical},
	}
	var out changeLog
	for i, p := range list {
		out = append(out, Change{Seq: int64(i + 1), Key: p.Code, Doc: &Document{Key: p.Code, Procedure: p}})
	}
	return out
}

// Each value with how many hits have it: by number, then in the Vietnamese alphabet, in which d stands before đ. What
// nobody has sorted is a value, what has no field is none, and what is repealed is counted among the states alone.
func TestFacets(t *testing.T) {
	r := searched(t, filled(t, Options{}, shelf()), "")
	want := map[string][]FacetValue{
		"kind":   {{"public", 3}, {"internal", 1}},
		"group":  {{"B", 1}},
		"field":  {{"Dân số", 1}, {"Đất đai", 1}, {"Hộ tịch", 1}},
		"level":  {{"commune", 2}, {"province", 1}},
		"status": {{"in_force", 2}, {"announced", 1}, {"repealed", 1}, {"typical", 1}},
		"ours":   {{"unsorted", 2}, {"decide", 1}, {"not_ours", 1}},
		"free":   {{"false", 1}, {"true", 1}},
	}
	if diff := cmp.Diff(want, r.Facets); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

// A filter leaves what has its value, several what has them all; a value that nothing has leaves nothing.
func TestFacets_filter(t *testing.T) {
	x := filled(t, Options{}, shelf())
	yes, no := true, false
	for _, c := range []struct {
		name  string
		query Query
		want  []string
	}{
		{"none", Query{}, []string{"1.000001", "1.000002", "1.000004", "NB-01"}},
		{"internal", Query{Kind: "internal"}, []string{"NB-01"}},
		{"of group B", Query{Group: "B"}, []string{"NB-01"}},
		{"of a field", Query{Field: "Hộ tịch"}, []string{"1.000002"}},
		{"of a level among several", Query{Level: "province"}, []string{"1.000001"}},
		{"of the commune", Query{Level: "commune"}, []string{"1.000001", "1.000002"}},
		{"repealed", Query{Status: "repealed"}, []string{"1.000003"}},
		{"not sorted", Query{Ours: Unsorted}, []string{"1.000001", "NB-01"}},
		{"free", Query{Free: &yes}, []string{"1.000001"}},
		{"not free", Query{Free: &no}, []string{"1.000002"}},
		{"free and repealed", Query{Free: &yes, Status: "repealed"}, []string{"1.000003"}},
		{"of a field and a level", Query{Field: "Hộ tịch", Level: "province"}, nil},
		{"of a field that nothing has", Query{Field: "Hàng hải"}, nil},
	} {
		c.query.Scope, c.query.Sort, c.query.Limit = Official, ByCode, 10
		r, err := x.Search(t.Context(), c.query)
		must(t, err)
		var got []string
		for _, h := range r.Hits {
			got = append(got, string(h.Key))
		}
		if diff := cmp.Diff(c.want, got); diff != "" || r.Total != len(c.want) {
			t.Errorf("%s: %d in all, -want +got\n%s", c.name, r.Total, diff)
		}
	}
}
