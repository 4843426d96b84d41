package app

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
	"rasoat/value"
)

func TestPreviewSort(t *testing.T) {
	a := openTest(t)
	put := func(code catalog.Code, ours catalog.Ours, levels ...catalog.Level) {
		t.Helper()
		p := catalog.Procedure{
			Code:   code,
			Name:   "Thử " + string(code),
			Kind:   catalog.Public,
			Field:  "Lĩnh vực thử",
			Levels: levels,
			Ours:   ours,
		}
		if _, err := a.NewProcedure(t.Context(), anOffice, p, aReason); err != nil {
			t.Fatal(err)
		}
	}
	put("1.900001", catalog.NotSorted, catalog.Commune)
	put("1.900002", catalog.NotSorted, catalog.Province)
	put("1.900003", catalog.NotOurs, catalog.Province, catalog.Commune)
	put("1.900004", catalog.Decides, catalog.Commune)
	for _, c := range []struct {
		name   string
		choice SortChoice
		keys   []catalog.Code
		same   int
		kept   int
		lacks  []string
	}{
		{"a field", SortChoice{Field: "Lĩnh vực thử"}, []catalog.Code{"1.900001", "1.900002", "1.900003"}, 1, 0, nil},
		{"a field at a level", SortChoice{Field: "Lĩnh vực thử", Level: catalog.Commune}, []catalog.Code{"1.900001", "1.900003"}, 1, 0, nil},
		{"what is not yet sorted", SortChoice{Field: "Lĩnh vực thử", OnlyUnsorted: true}, []catalog.Code{"1.900001", "1.900002"}, 1, 1, nil},
		{"codes, as pasted", SortChoice{Codes: []string{"1.900002.000.00.00.H50", "1.900002", "9.999999", "9.999999"}}, []catalog.Code{"1.900002"}, 0, 0, []string{"9.999999"}},
	} {
		got, err := a.PreviewSort(t.Context(), anOffice, c.choice, catalog.Decides)
		if err != nil {
			t.Fatal(err)
		}
		var keys []catalog.Code
		for _, v := range got.Changing {
			keys = append(keys, v.Key)
		}
		if diff := cmp.Diff(c.keys, keys); diff != "" || got.Same != c.same || got.Kept != c.kept ||
			!cmp.Equal(got.Unknown, c.lacks) {
			t.Errorf("%s: %s same %d, kept %d, unknown %v", c.name, diff, got.Same, got.Kept, got.Unknown)
		}
	}
	for name, c := range map[string]struct {
		choice SortChoice
		ours   catalog.Ours
		want   string
	}{
		"nothing chosen":   {SortChoice{}, catalog.Decides, "sort.nothing_chosen"},
		"no such level":    {SortChoice{Level: "x"}, catalog.Decides, "value.unknown"},
		"no such sorting":  {SortChoice{Field: "x"}, "x", "value.unknown"},
		"unsorting is one": {SortChoice{Field: "x"}, catalog.NotSorted, ""},
	} {
		if _, err := a.PreviewSort(t.Context(), anOffice, c.choice, c.ours); codeOf(err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := a.PreviewSort(t.Context(), aReviewer, SortChoice{Field: "x"}, ""); !errors.Is(err,
		value.ErrForbidden) {
		t.Errorf("a reviewer sorts: %v", err)
	}
}

func TestSort(t *testing.T) {
	a := openTest(t)
	v := current(t, a, birth)
	for _, c := range []struct {
		codes  []catalog.Code
		ours   catalog.Ours
		reason string
		want   string
	}{
		{[]catalog.Code{birth}, catalog.NotOurs, " ", "reason.missing"},
		{nil, catalog.NotOurs, aReason, "sort.nothing_chosen"},
		{[]catalog.Code{birth, "9.999999"}, catalog.NotOurs, aReason, "sort.unknown_code"},
		{[]catalog.Code{birth}, "x", aReason, "value.unknown"},
	} {
		if _, err := a.Sort(t.Context(), anOffice, c.codes, c.ours, c.reason); codeOf(err) != c.want {
			t.Errorf("%v %s: %v, want %s", c.codes, c.ours, err, c.want)
		}
	}
	if now := current(t, a, birth); now.Number != v.Number {
		t.Fatal("a refused sorting was stored")
	}
	n, err := a.Sort(t.Context(), anOffice, []catalog.Code{birth, birth}, catalog.Shared, aReason)
	if now := current(t, a, birth); err != nil || n != 1 || now.Procedure.Ours != catalog.Shared ||
		now.Author != "office" || now.Reason != aReason {
		t.Errorf("%d, %v: %+v", n, err, now)
	}
}
