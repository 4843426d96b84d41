package search

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
)

// killedIn is set in the process that is killed: the folder of its index.
const killedIn = "RASOAT_KILLED_IN"

// killedLog is 120 procedures, each changed five times, the last change of every seventh its end.
func killedLog() changeLog {
	var out changeLog
	for round := range 5 {
		for i := range 120 {
			p := catalog.Procedure{
				Code: catalog.Code(
					fmt.Sprintf("1.%06d", i),
				), Name: fmt.Sprintf("Đăng ký việc số %d, lần sửa %d", i, round),
				Field: "Hộ tịch", Kind: catalog.Public, Status: catalog.InForce, Conditions: fmt.Sprint("điều kiện ",
					i%10, round),
			}
			c := Change{Seq: int64(len(out) + 1), Key: p.Code, Doc: &Document{Key: p.Code, Procedure: p}}
			if round == 4 && i%7 == 0 {
				c.Doc = nil
			}
			out = append(out, c)
		}
	}
	return out
}

// smallBites is a log that is read a few changes at a time.
type smallBites changeLog

func (l smallBites) Changes(ctx context.Context, after int64, limit int) ([]Change, error) {
	return changeLog(l).Changes(ctx, after, min(limit, 7))
}

// TestKilled_child is the process that is killed: it indexes until then.
func TestKilled_child(t *testing.T) {
	dir := os.Getenv(killedIn)
	if dir == "" {
		t.Skip("run by TestKill_atAnyMoment")
	}
	x, err := healed(dir)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println("indexing") // the parent waits for this line
	if err := CatchUp(context.Background(), x, smallBites(killedLog())); err != nil {
		t.Fatal(err)
	}
	select {} // until killed, files open
}

// healed opens an index as the program does: one that cannot be used is built anew.
func healed(dir string) (*Index, error) {
	x, err := Open(dir, Options{})
	if errors.Is(err, ErrMissing) || errors.Is(err, ErrDamaged) || errors.Is(err, ErrOtherMapping) {
		return Create(dir, Options{})
	}
	return x, err
}

// A process that is killed while it indexes, at any moment, leaves an index that holds whole batches or says
// what is wrong with it; the next one goes on and comes to what a fresh index holds.
func TestKill_atAnyMoment(t *testing.T) {
	log := killedLog()
	fresh := filled(t, Options{}, log)
	dir := filepath.Join(t.TempDir(), "index")
	seqs := []int64{}
	for round := range 10 {
		kill(t, dir, time.Duration(round*round)*4*time.Millisecond) // 0 to 324 ms
		x, err := Open(dir, Options{})
		if err == nil {
			seqs = append(seqs, x.Seq())
			if x.Count() != liveAt(log, x.Seq()) {
				t.Errorf(
					"killed in round %d: change %d and %d procedures, want %d",
					round,
					x.Seq(),
					x.Count(),
					liveAt(log, x.Seq()),
				)
			}
			must(t, x.Close())
		} else if !errors.Is(err, ErrMissing) && !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrOtherMapping) {
			t.Fatalf("killed in round %d: %v", round, err)
		}
	}
	t.Log("opened at changes", seqs)
	if !slices.ContainsFunc(seqs, func(n int64) bool { return 0 < n && n < int64(len(log)) }) {
		t.Log("no kill came between two batches: the machine was too fast or too slow for the delays")
	}
	x, err := healed(dir)
	must(t, err)
	t.Cleanup(func() { must(t, x.Close()) })
	must(t, CatchUp(context.Background(), x, log))
	for _, text := range []string{"", "đăng ký việc", "lần sửa 4", "việc số 17", "điều kiện 34", "1.000035",
		"1.000036"} {
		q := Query{Text: text, Scope: Official, Limit: 100}
		want, err := fresh.Search(context.Background(), q)
		must(t, err)
		got, err := x.Search(context.Background(), q)
		must(t, err)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-fresh +after the kills):\n%s", text, diff)
		}
	}
}

// kill starts a process that indexes in dir, and kills it so long after it began to.
func kill(t *testing.T, dir string, after time.Duration) {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestKilled_child$")
	child.Env = append(os.Environ(), killedIn+"="+dir)
	out, err := child.StdoutPipe()
	must(t, err)
	must(t, child.Start())
	lines := bufio.NewScanner(out)
	for lines.Scan() && lines.Text() != "indexing" {
		t.Log(lines.Text())
	}
	time.Sleep(after) // there is nothing to wait for: the moment is to be any
	must(t, child.Process.Kill())
	if err := child.Wait(); err == nil {
		t.Error("the process ended by itself")
	}
}

// liveAt is how many procedures there are after a change.
func liveAt(log changeLog, seq int64) int {
	live := map[catalog.Code]bool{}
	for _, c := range log {
		if c.Seq > seq {
			break
		}
		if live[c.Key] = true; c.Doc == nil {
			delete(live, c.Key)
		}
	}
	return len(live)
}
