package search

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"rasoat/search/measure"
)

// shared is a file beside the project; the test is skipped where it is missing.
func shared(t testing.TB, name string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above")
		}
		dir = filepath.Dir(dir)
	}
	path := filepath.Join(dir, "..", "shared", "data", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("real data missing beside the project: ../shared/data/%s", name)
	}
	return path
}

// realChanges is the procedures of the portal's pages.
func realChanges(t testing.TB) []Change {
	t.Helper()
	f, err := os.Open(shared(t, "portal-pages.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	list, err := measure.ReadPages(f)
	if err != nil {
		t.Fatal(err)
	}
	var out []Change
	for i, p := range list {
		out = append(out, Change{Seq: int64(i + 1), Key: p.Code.Key(), Doc: &Document{Key: p.Code.Key(), Procedure: p}})
	}
	return out
}

// log is a Source over a list.
type changeLog []Change

func (l changeLog) Changes(_ context.Context, after int64, limit int) ([]Change, error) {
	var out []Change
	for _, c := range l {
		if c.Seq > after && len(out) < limit {
			out = append(out, c)
		}
	}
	return out, nil
}

// filled is an index that holds the changes.
func filled(t testing.TB, o Options, changes []Change) *Index {
	t.Helper()
	x, err := Create(filepath.Join(t.TempDir(), "index"), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	if err := CatchUp(context.Background(), x, changeLog(changes)); err != nil {
		t.Fatal(err)
	}
	return x
}

// realIndex is one index of the portal's pages with the seed's vocabulary, for all tests that only search.
func realIndex(t testing.TB) *Index {
	t.Helper()
	changes := realChanges(t) // skips where the pages are missing
	shareIndex.Do(func() {
		x, err := Create(filepath.Join(sharedDir, "index"), Options{Vocabulary: seedVocabulary(t), Now: time.Now})
		if err != nil {
			t.Fatal(err)
		}
		if err := CatchUp(context.Background(), x, changeLog(changes)); err != nil {
			t.Fatal(err)
		}
		sharedIndex = x
	})
	if sharedIndex == nil {
		t.Fatal("the shared index could not be made")
	}
	return sharedIndex
}

var (
	shareIndex  sync.Once
	sharedIndex *Index
	sharedDir   string
)

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "search")
	if err != nil {
		panic(err)
	}
	sharedDir = dir
	code := m.Run()
	if sharedIndex != nil {
		if err := sharedIndex.Close(); err != nil {
			code = 1
		}
	}
	if err := os.RemoveAll(dir); err != nil {
		code = 1
	}
	os.Exit(code)
}

func TestReal_birth(t *testing.T) {
	x := realIndex(t)
	for _, c := range []struct{ text, first string }{
		{"dang ky khai sinh", "1.001193"},
		{"ĐĂNG KÝ KHAI SINH", "1.001193"},
		{"đăng kí khai sinh", "1.001193"},
		{"1193", "1.001193"},
		{"1.001193.000.00.00.H50", "1.001193"},
		{"mã 3.000347", "3.000347"},
		{"tách hộ", "1.010038"},
		{"uỷ quyền lĩnh thay các chế độ bảo hiểm xã hội", "1.001601"},
	} {
		got, err := x.Search(context.Background(), Query{Text: c.text, Scope: Official})
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Hits) == 0 || string(got.Hits[0].Key) != c.first {
			t.Errorf("%q: total %d, hits %v, want %s first", c.text, got.Total, names(got), c.first)
			continue
		}
		t.Log(c.text, got.Total, got.Took, got.Hits[0].NameHTML, got.Hits[0].Score)
	}
}

func names(r Result) []string {
	var out []string
	for _, h := range r.Hits {
		out = append(out, string(h.Key)+" "+h.Name)
	}
	return out
}
