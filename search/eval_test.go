package search

import (
	"bufio"
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// graded is one query of ../shared/data/dev-queries.jsonl.
type graded struct {
	ID, Query, Kind string
	Expected        map[string]int
}

func gradedQueries(t testing.TB) []graded {
	t.Helper()
	f, err := os.Open(shared(t, "dev-queries.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []graded
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var g graded
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		out = append(out, g)
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

// figures are the measures of one kind of query.
type figures struct{ n, mrr, ndcg, recall, zero, weak float64 }

// TestRelevance prints the figures per kind, and holds what is reached.
func TestRelevance(t *testing.T) {
	x := filled(t, Options{Vocabulary: seedVocabulary(t), Now: time.Now}, realChanges(t))
	byKind, all := map[string]*figures{}, &figures{}
	for _, g := range gradedQueries(t) {
		got, err := x.Search(context.Background(), Query{Text: g.Query, Scope: Official})
		if err != nil {
			t.Fatal(err)
		}
		if byKind[g.Kind] == nil {
			byKind[g.Kind] = &figures{}
		}
		f := byKind[g.Kind]
		if f.n++; g.Kind == "none" {
			if got.Total == 0 || got.Weak {
				f.weak++
			}
			continue
		}
		all.n++
		mrr := f.add(g, got)
		if all.add(g, got); mrr < 1 {
			t.Logf("%.2f %s %q: %v", mrr, g.ID, g.Query, names(got)[:min(3, len(got.Hits))])
		}
	}
	kinds := make([]string, 0, len(byKind))
	for k := range byKind {
		kinds = append(kinds, k)
	}
	slices.Sort(kinds)
	for _, k := range kinds {
		f := byKind[k]
		t.Logf("%-14s n=%2.0f MRR@10 %.3f nDCG@10 %.3f recall@5 %.3f zero %.2f weak %.2f",
			k, f.n, f.mrr/f.n, f.ndcg/f.n, f.recall/f.n, f.zero/f.n, f.weak/f.n)
	}
	t.Logf("%-14s n=%2.0f MRR@10 %.3f nDCG@10 %.3f recall@5 %.3f zero %.2f",
		"all", all.n, all.mrr/all.n, all.ndcg/all.n, all.recall/all.n, all.zero/all.n)
	if all.mrr/all.n < 0.83 {
		t.Errorf("MRR@10 %.3f, want at least 0.83", all.mrr/all.n)
	}
}

// add counts one answer and gives its reciprocal rank: of the first hit with the best grade.
func (f *figures) add(g graded, got Result) float64 {
	best, ideal := 0, []int{}
	for _, grade := range g.Expected {
		best = max(best, grade)
		ideal = append(ideal, grade)
	}
	slices.SortFunc(ideal, func(a, b int) int { return b - a })
	rr, dcg, found := 0.0, 0.0, 0.0
	for i, h := range got.Hits[:min(10, len(got.Hits))] {
		grade := g.Expected[string(h.Key)]
		dcg += gain(grade, i)
		if grade == best && rr == 0 {
			rr = 1 / float64(i+1)
		}
		if grade == best && i < 5 {
			found++
		}
	}
	norm, wanted := 0.0, 0.0
	for i, grade := range ideal[:min(10, len(ideal))] {
		norm += gain(grade, i)
		if grade == best {
			wanted++
		}
	}
	if got.Total == 0 {
		f.zero++
	}
	f.mrr += rr
	f.ndcg += dcg / norm
	f.recall += found / min(wanted, 5)
	return rr
}

func gain(grade, place int) float64 {
	return (math.Exp2(float64(grade)) - 1) / math.Log2(float64(place+2))
}
