package search

import (
	"context"
	"slices"
	"testing"
	"time"
)

// BenchmarkSearch_real is the development queries over the portal's pages, facets and highlight included.
func BenchmarkSearch_real(b *testing.B) {
	x := filled(b, Options{Vocabulary: seedVocabulary(b), Now: time.Now}, realChanges(b))
	queries := gradedQueries(b)
	var took []time.Duration
	for i := 0; b.Loop(); i++ {
		r, err := x.Search(context.Background(), Query{Text: queries[i%len(queries)].Text, Scope: Official})
		if err != nil {
			b.Fatal(err)
		}
		took = append(took, r.Took)
	}
	slices.Sort(took)
	for _, p := range []struct {
		name string
		at   int
	}{{"p50-us", 50}, {"p95-us", 95}, {"p99-us", 99}} {
		b.ReportMetric(float64(took[len(took)*p.at/100].Nanoseconds())/1000, p.name)
	}
}
