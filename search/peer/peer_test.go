package peer

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"rasoat/catalog"
	"rasoat/search"
	"rasoat/search/measure"
)

// room is the folder of the search, from here.
const room = ".."

func read[T any](t testing.TB, path string, reader func(io.Reader) (T, error)) T {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	out, err := reader(f)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func pages(t testing.TB) []catalog.Procedure {
	t.Helper()
	return read(t, filepath.Join(room, "..", "..", "shared", "data", "portal-pages.jsonl.gz"), measure.ReadPages)
}

func devQueries(t testing.TB) []measure.Query {
	t.Helper()
	return read(t, filepath.Join(room, "..", "..", "shared", "data", "dev-queries.jsonl"), measure.ReadQueries)
}

func ownQueries(t testing.TB) []measure.Query {
	t.Helper()
	return read(t, filepath.Join(room, "testdata", "relevance.txt"), measure.ReadLines)
}

func secondQueries(t testing.TB) []measure.Query {
	t.Helper()
	return read(t, filepath.Join(room, "testdata", "relevance_second.txt"), measure.ReadLines)
}

func vocabulary(t testing.TB) (v search.Vocabulary, known map[catalog.Code][]string) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(room, "..", "seed", "vocabulary.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatal(err)
	}
	known = map[catalog.Code][]string{}
	for _, k := range v.Known {
		known[k.Code.Key()] = k.Names
	}
	return v, known
}

// engines makes those compared; PostgreSQL is left out with a word where it is not installed.
func engines(t testing.TB) []Engine {
	t.Helper()
	words, known := vocabulary(t)
	var out []Engine
	for _, make := range []func(dir string) (Engine, error){
		func(dir string) (Engine, error) { return Ours(dir, words) },
		func(dir string) (Engine, error) { return FTS5(dir, known) },
		func(dir string) (Engine, error) { return Postgres(context.Background(), dir, known) },
	} {
		dir, err := os.MkdirTemp("", "peer") // a short path: a socket's may not be long
		if err != nil {
			t.Fatal(err)
		}
		e, err := make(dir)
		if errors.Is(err, ErrNoPostgres) {
			t.Log(err)
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := errors.Join(e.Close(), os.RemoveAll(dir)); err != nil {
				t.Error(err)
			}
		})
		out = append(out, e)
	}
	return out
}

// TestEval prints how far up the right procedures stand, for each engine on the same procedures, names also
// known and queries; the program's search is behind none on any kind.
func TestEval(t *testing.T) {
	list := pages(t)
	sets := []struct {
		name string
		list []measure.Query
	}{{"development queries", devQueries(t)}, {"queries of the project", ownQueries(t)}, {"second set of the project", secondQueries(t)}}
	tables := map[string]map[string]*measure.Table{}
	for _, e := range engines(t) {
		if err := e.Fill(t.Context(), list); err != nil {
			t.Fatal(err)
		}
		for _, set := range sets {
			table := &measure.Table{}
			for _, q := range set.list {
				a, err := e.Ask(t.Context(), q.Text, Hits)
				if err != nil {
					t.Fatalf("%s %q: %v", e.Name(), q.Text, err)
				}
				table.Add(q, a)
			}
			t.Logf("%s, %s\n%s", e.Name(), set.name, table)
			if tables[set.name] == nil {
				tables[set.name] = map[string]*measure.Table{}
			}
			tables[set.name][e.Name()] = table
		}
	}
	for set, by := range tables {
		for name, table := range by {
			for kind, f := range table.Kinds {
				if own := by["rasoat"].Kinds[kind]; kind != measure.None && own.MRR < f.MRR {
					t.Errorf(
						"%s, %s: MRR@10 %.3f, %s has %.3f",
						set,
						kind,
						own.MRR/float64(own.N),
						name,
						f.MRR/float64(f.N),
					)
				}
			}
		}
	}
}
