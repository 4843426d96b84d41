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
	for _, size := range benchSizes() {
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

func benchSizes() []int {
	if n, err := strconv.Atoi(os.Getenv("RASOAT_BENCH")); err == nil {
		return []int{n}
	}
	return []int{2642}
}

// BenchmarkEdit is one edit of a name, until it can be found. "cpu" is the time of all threads of the process.
func BenchmarkEdit(b *testing.B) {
	for _, size := range benchSizes() {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			changes := varied(realChanges(b), size)
			began := processTime()
			x := filled(b, Options{Vocabulary: seedVocabulary(b)}, changes)
			indexed, edits := processTime()-began, 0
			began = processTime()
			for b.Loop() {
				edits++
				doc := *changes[edits%size].Doc
				doc.Procedure.Name += fmt.Sprint(" sửa lần ", edits)
				c := Change{Seq: int64(size + edits), Key: doc.Key, Doc: &doc}
				if err := x.Apply(context.Background(), []Change{c}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64((processTime()-began).Microseconds())/float64(edits), "cpu-us/edit")
			b.ReportMetric(indexed.Seconds(), "index-cpu-s")
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

func threadTime() time.Duration { return clock(unix.CLOCK_THREAD_CPUTIME_ID) }

func processTime() time.Duration { return clock(unix.CLOCK_PROCESS_CPUTIME_ID) }

func clock(id int32) time.Duration {
	var t unix.Timespec
	if err := unix.ClockGettime(id, &t); err != nil {
		return 0
	}
	return time.Duration(t.Nano())
}

// varied is so many procedures made of the real ones.
func varied(changes []Change, n int) []Change {
	var list []Change
	for i := range n {
		p := measure.Vary(changes[i%len(changes)].Doc.Procedure, i/len(changes))
		list = append(
			list,
			Change{Seq: int64(i + 1), Key: p.Code.Key(), Doc: &Document{Key: p.Code.Key(), Procedure: p}},
		)
	}
	return list
}
