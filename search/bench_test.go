package search

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"rasoat/search/measure"
)

// BenchmarkSearch is the development queries and the project's own, facets and highlight included, over the
// portal's pages and over as many varied ones as RASOAT_BENCH says. "cpu" is the time of the thread alone,
// which a busy machine does not disturb.
func BenchmarkSearch(b *testing.B) {
	sizes := []int{2642}
	if n, err := strconv.Atoi(os.Getenv("RASOAT_BENCH")); err == nil {
		sizes = []int{n}
	}
	for _, size := range sizes {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			x := filled(b, Options{Vocabulary: seedVocabulary(b), Now: time.Now}, varied(realChanges(b), size))
			queries := append(gradedQueries(b), ownQueries(b)...)
			ask := func(q measure.Query) {
				if _, err := x.Search(context.Background(), Query{Text: q.Text, Scope: Official}); err != nil {
					b.Fatal(err)
				}
			}
			runtime.LockOSThread()
			defer runtime.UnlockOSThread()
			first := timed(queries, ask)
			var warm []time.Duration
			for b.Loop() {
				warm = append(warm, timed(queries, ask)...)
			}
			b.ReportMetric(0, "ns/op")
			for name, took := range map[string][]time.Duration{"first": first, "warm": warm} {
				slices.Sort(took)
				for _, p := range []int{50, 95, 99} {
					b.ReportMetric(float64(took[len(took)*p/100].Microseconds()), fmt.Sprintf("%s-p%d-cpu-us", name, p))
				}
			}
		})
	}
}

// timed is how much time of the thread each query takes.
func timed(queries []measure.Query, ask func(measure.Query)) []time.Duration {
	out := make([]time.Duration, 0, len(queries))
	for _, q := range queries {
		began := threadTime()
		ask(q)
		out = append(out, threadTime()-began)
	}
	return out
}

func threadTime() time.Duration {
	var t unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &t); err != nil {
		return 0
	}
	return time.Duration(t.Nano())
}

// varied is so many procedures made of the real ones.
func varied(changes []Change, n int) []Change {
	var list []Change
	for i := range n {
		p := measure.Vary(changes[i%len(changes)].Doc.Procedure, i/len(changes))
		list = append(list, Change{Seq: int64(i + 1), Key: p.Code.Key(), Doc: &Document{Key: p.Code.Key(), Procedure: p}})
	}
	return list
}
