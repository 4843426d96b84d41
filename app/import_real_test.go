package app

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
)

// realFile is a real file of the portal that lies beside the project, or the test is skipped.
func realFile(t *testing.T, name string) Upload {
	t.Helper()
	path := filepath.Join("..", "..", "shared", "data", name)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		t.Skip("shared data not beside the project")
	}
	return Upload{Name: path, Open: func() (io.ReadCloser, error) { return os.Open(path) }}
}

// Both real files, in both orders: everything is read, exactly the pages that carry another procedure's text are
// held, a second import changes nothing, and the better source stands whichever came last.
func TestImport_RealFiles_Slow(t *testing.T) {
	t.Parallel()
	api, pages := realFile(t, "portal-api-commune.jsonl.gz"), realFile(t, "portal-pages.jsonl.gz")
	var after [2]map[catalog.Code]catalog.Procedure
	t.Run("orders", func(t *testing.T) { // ends when both orders have ended
		t.Run("API first", func(t *testing.T) {
			t.Parallel()
			a := openTest(t)
			after[0] = importTwice(t, a, api, pages)
			notSorted(t, a)
		})
		t.Run("pages first", func(t *testing.T) {
			t.Parallel()
			after[1] = importTwice(t, openTest(t), pages, api)
		})
	})
	different := 0
	for key, p := range after[0] {
		if !catalog.Equal(p, after[1][key]) {
			if different++; different <= 3 {
				t.Errorf("%s depends on the order of the files: %v", key, catalog.Diff(p, after[1][key]).Changed())
			}
		}
	}
	if different > 0 || len(after[0]) != len(after[1]) {
		t.Errorf("%d of %d procedures depend on the order", different, len(after[0]))
	}
}

// importTwice takes both real files in, twice, and gives what stands afterwards.
func importTwice(t *testing.T, a *App, files ...Upload) map[catalog.Code]catalog.Procedure {
	t.Helper()
	for round := range 2 {
		doc, err := a.Import(t.Context(), files, ImportOptions{Actor: "office"})
		if err != nil || !doc.OK() {
			t.Fatal(err, doc)
		}
		for _, f := range doc.Files {
			want := map[string][2]int{"portal-json": {1290, 0}, "portal-pages": {2642, 17}}[f.Format]
			if f.Read != want[0] || f.Held != want[1] || !f.Stored || len(f.Warnings) == 0 {
				t.Errorf("%s: read %d, held %d, stored %v, want %v", f.File, f.Read, f.Held, f.Stored, want)
			}
			if sum := f.Created + f.Updated + f.Unchanged + f.Held + len(f.Errors); sum != f.Read {
				t.Errorf("%s: %d read, %d counted", f.File, f.Read, sum)
			}
			if round == 1 && f.Unchanged != f.Read-f.Held {
				t.Errorf("%s again: created %d, updated %d", f.File, f.Created, f.Updated)
			}
		}
	}
	if n, err := a.HeldCount(t.Context()); err != nil || n != 17 {
		t.Errorf("%d wait: %v", n, err)
	}
	after := map[catalog.Code]catalog.Procedure{}
	for v, err := range a.all(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		after[v.Key] = v.Procedure
	}
	return after
}

// notSorted holds that what came is not yet sorted, and that no campaign takes such a procedure.
func notSorted(t *testing.T, a *App) {
	t.Helper()
	list, err := a.store.Procedures(t.Context(), store.Filter{Ours: store.Unsorted, Kind: catalog.Public})
	if err != nil || len(list) < 1000 {
		t.Fatalf("%d are not yet sorted: %v", len(list), err)
	}
	i := slices.IndexFunc(list, func(v store.Version) bool { return v.Procedure.Status == catalog.InForce })
	plan, _, err := a.Plan(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	if err := a.StartCampaign(t.Context(), anOffice, string(plan.ID), review.CampaignPublic,
		[]catalog.Code{list[i].Key}); codeOf(err) != "procedure.not_sorted" {
		t.Errorf("%s would be in a campaign and nobody sorted it: %v", list[i].Key, err)
	}
	may, mayNot, err := a.Candidates(t.Context(), review.ScopePublic)
	if err != nil {
		t.Fatal(err)
	}
	isIt := func(c Choice) bool { return c.Code.Key() == list[i].Key }
	if slices.ContainsFunc(may, isIt) || !slices.ContainsFunc(mayNot, isIt) {
		t.Errorf("%s may be chosen and nobody sorted it", list[i].Key)
	}
	if _, err := a.Sort(t.Context(), anOffice, []catalog.Code{list[i].Key}, catalog.Decides, aReason); err != nil {
		t.Fatal(err)
	}
	if may, _, err = a.Candidates(t.Context(), review.ScopePublic); err != nil || !slices.ContainsFunc(may, isIt) {
		t.Errorf("%s was sorted and may not be chosen: %v", list[i].Key, err)
	}
}
