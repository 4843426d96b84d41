package search

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rasoat/search/measure"
)

// gradedQueries is the queries of ../shared/data/dev-queries.jsonl.
func gradedQueries(t testing.TB) []measure.Query {
	t.Helper()
	return readQueries(t, shared(t, "dev-queries.jsonl"), measure.ReadQueries)
}

// ownQueries is the project's own, over the same procedures.
func ownQueries(t testing.TB) []measure.Query {
	t.Helper()
	return readQueries(t, filepath.Join("testdata", "relevance.txt"), measure.ReadLines)
}

// secondQueries is the project's second set, of the hardest kinds.
func secondQueries(t testing.TB) []measure.Query {
	t.Helper()
	return readQueries(t, filepath.Join("testdata", "relevance_second.txt"), measure.ReadLines)
}

// thirdQueries is the project's third set: situations, citizens' words, words run together.
func thirdQueries(t testing.TB) []measure.Query {
	t.Helper()
	return readQueries(t, filepath.Join("testdata", "relevance_third.txt"), measure.ReadLines)
}

// keptQueries is kept aside: it measures and is never tuned for, so that its misses are not printed.
func keptQueries(t testing.TB) []measure.Query {
	t.Helper()
	return readQueries(t, filepath.Join("testdata", "relevance_kept.txt"), measure.ReadLines)
}

func readQueries(t testing.TB, path string, read func(io.Reader) ([]measure.Query, error)) []measure.Query {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out, err := read(f)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// seedVocabulary is what a fresh installation knows.
func seedVocabulary(t testing.TB) Vocabulary {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("..", "seed", "vocabulary.json"))
	if err != nil {
		t.Fatal(err)
	}
	var v Vocabulary
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// asks runs queries and prints the figures per kind; misses are printed too where loud.
func asks(t testing.TB, x *Index, list []measure.Query, loud bool) *measure.Table {
	t.Helper()
	var table measure.Table
	for _, q := range list {
		got, err := x.Search(context.Background(), Query{Text: q.Text, Scope: Official})
		if err != nil {
			t.Fatal(err)
		}
		answer := measure.Answer{Weak: got.Weak}
		for _, h := range got.Hits {
			answer.Codes = append(answer.Codes, string(h.Key))
		}
		if rank := table.Add(q, answer); loud && rank < 1 && len(q.Expected) > 0 {
			t.Logf("%.2f %s %q: %s", rank, q.Kind, q.Text, strings.Join(briefly(got, 3), " / "))
		}
	}
	t.Logf("\n%s", &table)
	return &table
}

func briefly(r Result, n int) []string {
	var out []string
	for _, h := range r.Hits[:min(n, len(r.Hits))] {
		name := []rune(h.Name)
		out = append(out, string(h.Key)+" "+string(name[:min(70, len(name))]))
	}
	return out
}

// kept is the name of the set that is kept aside.
const kept = "kept"

// TestRelevance prints the figures per kind, and holds what is reached.
func TestRelevance(t *testing.T) {
	changes := realChanges(t)
	x := realIndex(t)
	for _, set := range []struct {
		name  string
		list  []measure.Query
		least float64
	}{
		{"dev", gradedQueries(t), 0.95},
		{"own", ownQueries(t), 0.93},
		{"second", secondQueries(t), 0.93},
		{"third", thirdQueries(t), 0.93},
		{kept, keptQueries(t), 0.72},
		{"made", madeQueries(t, changes, 13), 0.96},
	} {
		t.Run(set.name, func(t *testing.T) {
			table := asks(t, x, set.list, set.name != kept)
			all := table.All
			if all.Zero > 0 {
				t.Errorf("%.0f queries that have an answer find nothing", all.Zero)
			}
			if none := table.Kinds[measure.None]; none != nil && none.Quiet < 0.7*float64(none.N) {
				t.Errorf(
					"%.0f of %d queries without an answer are without a hit or weak, want 70%%",
					none.Quiet,
					none.N,
				)
			}
			if mrr := all.MRR / float64(all.N); mrr < set.least {
				t.Errorf("MRR@10 %.3f, want at least %.2f", mrr, set.least)
			}
		})
	}
}
