package peer

import (
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"rasoat/catalog"
	"rasoat/search/measure"
)

// TestBench prints index time, size, memory and answer times of each engine; it holds nothing. RASOAT_BENCH is
// the sizes ("500,2642,100000"), RASOAT_ROUNDS how often the queries are asked warm, RASOAT_EVERY asks only
// every n-th of them (RASOAT_POSTGRES_EVERY: PostgreSQL only every n-th of those, it takes seconds), RASOAT_ENGINES the
// names of those that run.
func TestBench(t *testing.T) {
	sizes := os.Getenv("RASOAT_BENCH")
	if sizes == "" {
		t.Skip("make bench says RASOAT_BENCH")
	}
	real := pages(t)
	queries := every(append(append(devQueries(t), ownQueries(t)...), secondQueries(t)...), number("RASOAT_EVERY"))
	for _, size := range strings.Split(sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(size, func(t *testing.T) {
			list := make([]catalog.Procedure, n)
			for i := range list {
				list[i] = measure.Vary(real[i%len(real)], i/len(real))
			}
			for _, e := range engines(t) {
				asked := queries
				if e.Name() == "PostgreSQL" {
					asked = every(queries, number("RASOAT_POSTGRES_EVERY"))
				}
				if only := os.Getenv("RASOAT_ENGINES"); only == "" || strings.Contains(only, e.Name()) {
					bench(t, e, list, asked)
				}
			}
		})
	}
}

// every is each n-th of a list.
func every(list []measure.Query, n int) []measure.Query {
	var out []measure.Query
	for i := 0; i < len(list); i += max(n, 1) {
		out = append(out, list[i])
	}
	return out
}

func number(name string) int {
	n, _ := strconv.Atoi(os.Getenv(name)) // 0 where it is not set
	return n
}

func bench(t *testing.T, e Engine, list []catalog.Procedure, queries []measure.Query) {
	before := heap()
	began, cpu := time.Now(), processTime()
	if err := e.Fill(t.Context(), list); err != nil {
		t.Fatal(err)
	}
	took, spent := time.Since(began), processTime()-cpu
	bytes, err := e.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%s, %d procedures: indexed in %.2f s (%.2f s of this process's processors), %.1f MB on disk, heap +%.0f MB",
		e.Name(), len(list), took.Seconds(), spent.Seconds(), float64(bytes)/1e6, float64(heap()-before)/1e6)
	for _, mode := range []Mode{Hits, Facets, Full} {
		if mode == Hits {
			say(t, e, "first use of the words", ask(t, e, queries, mode))
		}
		var warm []timing
		for range max(number("RASOAT_ROUNDS"), 1) {
			warm = append(warm, ask(t, e, queries, mode)...)
		}
		say(t, e, mode.String(), warm)
	}
	if o, ok := e.(*ours); ok {
		say(t, e, "suggestions at every letter", typing(t, o, queries))
	}
	alone := 0.0
	for _, clients := range []int{1, 2} {
		began := time.Now()
		var wait sync.WaitGroup
		for range clients {
			wait.Go(func() {
				for range max(number("RASOAT_ROUNDS"), 1) {
					ask(t, e, queries, Full)
				}
			})
		}
		wait.Wait()
		rate := float64(clients*len(queries)*max(number("RASOAT_ROUNDS"), 1)) / time.Since(began).Seconds()
		if clients == 1 {
			alone = rate
		}
		t.Logf(
			"%s, %d client(s), with facets and highlight: %.0f queries a second, %.2f of one client's",
			e.Name(),
			clients,
			rate,
			rate/alone,
		)
	}
}

// typing is the suggestions for every beginning of the queries, as a person types them.
func typing(t *testing.T, o *ours, queries []measure.Query) []timing {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var out []timing
	for _, q := range queries {
		for i := range q.Text {
			if i == 0 || i > 40 {
				continue
			}
			began, cpu := time.Now(), threadTime()
			if err := o.suggest(t.Context(), q.Text[:i]); err != nil {
				t.Errorf("%q: %v", q.Text[:i], err)
			}
			out = append(out, timing{time.Since(began), threadTime() - cpu})
		}
	}
	return out
}

// timing is how long one answer took: by the clock, and of the thread's processor.
type timing struct{ wall, cpu time.Duration }

func ask(t *testing.T, e Engine, queries []measure.Query, mode Mode) []timing {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var out []timing
	for _, q := range queries {
		began, cpu := time.Now(), threadTime()
		if _, err := e.Ask(t.Context(), q.Text, mode); err != nil {
			t.Errorf("%q: %v", q.Text, err)
		}
		out = append(out, timing{time.Since(began), threadTime() - cpu})
	}
	return out
}

func say(t *testing.T, e Engine, what string, list []timing) {
	at := func(of func(timing) time.Duration, p int) float64 {
		all := make([]time.Duration, len(list))
		for i, x := range list {
			all[i] = of(x)
		}
		slices.Sort(all)
		return all[len(all)*p/100].Seconds() * 1000
	}
	wall := func(x timing) time.Duration { return x.wall }
	cpu := func(x timing) time.Duration { return x.cpu }
	t.Logf("%s, %s: p50 %.2f  p95 %.2f  p99 %.2f ms by the clock; %.2f  %.2f  %.2f ms of the thread (%d answers)",
		e.Name(), what, at(wall, 50), at(wall, 95), at(wall, 99), at(cpu, 50), at(cpu, 95), at(cpu, 99), len(list))
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
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
