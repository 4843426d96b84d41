package app

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/search"
)

// The same store is answered the same before and after the index is built anew: a name with a slip that was
// saved and put right leaves nothing behind.
func TestReindex_answersTheSame(t *testing.T) {
	a := openTest(t)
	if err := a.OpenIndex(t.Context()); err != nil {
		t.Fatal(err)
	}
	const marriage = "1.000894"
	right := current(t, a, marriage).Procedure.Name
	for _, name := range []string{"Đăng ký ket hom xyzzy", right} {
		v := current(t, a, marriage)
		p := v.Procedure
		p.Name = name
		if _, err := a.EditProcedure(t.Context(), anOffice, marriage, p, aReason, v.Number); err != nil {
			t.Fatal(err)
		}
		if err := a.CatchUp(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	asked := []string{
		"", "ket hom", "xyzzy", "kết hôn", "dang ky khai sinh", "dangkykethon", "XNTTHN", "1.000894",
		"giấy tờ cho con mới sinh",
	}
	answers := func() (out []any) {
		for _, text := range asked {
			r, err := a.Find(t.Context(), SearchQuery{Text: text, Scope: ScopeOfficial, Limit: 100, Explain: true})
			if err != nil {
				t.Fatal(err)
			}
			r.Took = 0
			s, err := a.Suggest(t.Context(), text, 8, search.Official)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, r, s)
		}
		return out
	}
	before := answers()
	if _, err := a.Reindex(t.Context()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, answers()); diff != "" {
		t.Errorf("reindex changes the answers (-before +after):\n%s", diff)
	}
}
