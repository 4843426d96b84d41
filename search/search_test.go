package search

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
)

func sample() changeLog {
	list := []catalog.Procedure{
		{
			Code:   "1.001193",
			Name:   "Thủ tục đăng ký khai sinh",
			Field:  "Hộ tịch",
			Kind:   catalog.Public,
			Status: catalog.InForce,
			Ours:   catalog.Decides,
		},
		{
			Code:   "1.003583",
			Name:   "Thủ tục đăng ký khai sinh lưu động",
			Field:  "Hộ tịch",
			Kind:   catalog.Public,
			Status: catalog.InForce,
		},
		{
			Code:   "1.012812",
			Name:   "Hòa giải tranh chấp đất đai",
			Field:  "Đất đai",
			Kind:   catalog.Public,
			Status: catalog.InForce,
		},
		{
			Code:   "NB-01",
			Name:   "Giải quyết nghỉ phép <hằng năm>",
			Field:  "Tổ chức cán bộ",
			Kind:   catalog.Internal,
			Group:  catalog.GroupB,
			Status: catalog.InForce,
		},
		{Code: "1.000001", Name: "Tách hộ", Field: "Cư trú", Kind: catalog.Public, Status: catalog.Repealed},
	}
	var out changeLog
	for i, p := range list {
		out = append(out, Change{Seq: int64(i + 1), Key: p.Code.Key(), Doc: &Document{Procedure: p}})
	}
	return out
}

func firstOf(t *testing.T, x *Index, q Query) string {
	t.Helper()
	r, err := x.Search(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Hits) == 0 {
		return ""
	}
	return string(r.Hits[0].Key)
}

func TestSearch_first(t *testing.T) {
	for _, plain := range []bool{false, true} {
		x := filled(t, Options{Plain: plain}, sample())
		for _, c := range []struct {
			text  string
			scope Scope
			want  string
		}{
			{"khai sinh", Public, "1.001193"},
			{"Hoà giải", Public, "1.012812"},
			{"HOA GIAI", Public, "1.012812"},
			{"hoa gia\u0309i", Public, "1.012812"},
			{"1193", Public, "1.001193"},
			{"nb-01", Official, "NB-01"},
			{"nb-01", Public, ""},
			{"nghỉ phép", Public, ""},
			{"tach ho", Official, ""}, // repealed
			{"khai sih", Public, "1.001193"},
			{"", Official, "NB-01"}, // by name: Giải quyết …
		} {
			if got := firstOf(t, x, Query{Text: c.text, Scope: c.scope}); got != c.want {
				t.Errorf("plain %v: first of %q is %q, want %q", plain, c.text, got, c.want)
			}
		}
	}
}

// What is repealed has left the default view, by name, by code and among suggestions; the facet of states counts it,
// and who asks for its state finds it. The public never does.
func TestSearch_repealed(t *testing.T) {
	x := filled(t, Options{}, sample())
	for _, tt := range []struct {
		query   Query
		total   int
		repeals int // counted by the facet
	}{
		{Query{Text: "tách hộ", Scope: Official}, 0, 1},
		{Query{Text: "1.000001", Scope: Official}, 0, 1},
		{Query{Scope: Official}, 4, 1},
		{Query{Text: "tách hộ", Scope: Official, Status: "repealed"}, 1, 1},
		{Query{Text: "1.000001", Scope: Official, Status: "repealed"}, 1, 1},
		{Query{Text: "tách hộ", Scope: Public, Status: "repealed"}, 0, 0},
		{Query{Scope: Public}, 3, 0},
	} {
		r, err := x.Search(t.Context(), tt.query)
		if err != nil {
			t.Fatal(err)
		}
		counted := 0
		for _, f := range r.Facets["status"] {
			if f.Value == string(catalog.Repealed) {
				counted = f.Count
			}
		}
		if r.Total != tt.total || len(r.Hits) != tt.total || counted != tt.repeals {
			t.Errorf("%+v: %d hits, %d repealed, want %d and %d", tt.query, r.Total, counted, tt.total, tt.repeals)
		}
	}
	for _, typed := range []string{"tách h", "1.000001", "Cư tr"} {
		if got, err := x.Suggest(t.Context(), typed, 5, Official); err != nil || len(got) > 0 {
			t.Errorf("%q suggests %v, %v", typed, got, err)
		}
	}
}

func TestSearch_facetsObeyOthersFilters(t *testing.T) {
	x := filled(t, Options{}, sample())
	r, err := x.Search(context.Background(), Query{Scope: Official, Kind: "public", Field: "Hộ tịch"})
	if err != nil {
		t.Fatal(err)
	}
	want := []FacetValue{{"Hộ tịch", 2}, {"Đất đai", 1}}
	if diff := cmp.Diff(want, r.Facets["field"]); r.Total != 2 || diff != "" {
		t.Errorf("total %d, field facet (-want +got):\n%s", r.Total, diff)
	}
}

func TestSearch_highlightIsEscaped(t *testing.T) {
	x := filled(t, Options{}, sample())
	r, err := x.Search(context.Background(), Query{Text: "nghi phep", Scope: Official})
	if err != nil {
		t.Fatal(err)
	}
	if want := "Giải quyết <mark>nghỉ phép</mark> &lt;hằng năm&gt;"; len(r.Hits) == 0 || r.Hits[0].NameHTML != want {
		t.Errorf("got %+v, want %s", r.Hits, want)
	}
}

// Both ways of fetching lists give the same answers, over the real procedures.
func TestPlain_sameHits(t *testing.T) {
	changes := realChanges(t)
	fast, slow := realIndex(t), filled(t, Options{Vocabulary: seedVocabulary(t), Plain: true}, changes)
	for _, g := range gradedQueries(t) {
		q := Query{Text: g.Text, Scope: Official, Limit: 20}
		a, err := fast.Search(context.Background(), q)
		if err != nil {
			t.Fatal(err)
		}
		b, err := slow.Search(context.Background(), q)
		if err != nil {
			t.Fatal(err)
		}
		a.Took, b.Took = 0, 0
		if diff := cmp.Diff(a, b); diff != "" {
			t.Errorf("%q (-fast +plain):\n%s", g.Text, diff)
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
