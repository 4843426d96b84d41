package search

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"rasoat/catalog"
)

// aSource is a source to which changes are added, and which fails at times.
type aSource struct {
	mu    sync.Mutex
	log   changeLog
	fails error
}

func (s *aSource) Changes(ctx context.Context, after int64, limit int) ([]Change, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fails != nil {
		return nil, s.fails
	}
	return s.log.Changes(ctx, after, limit)
}

func (s *aSource) set(fails error, more ...Change) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fails = fails
	s.log = append(s.log, more...)
}

// lockedBuffer is a log that is written and read at the same time.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// An edit is found within a second, woken or not; while the source fails the index goes on answering, the log
// hears of it once, and what was missed is caught up.
func TestFollow(t *testing.T) {
	var log lockedBuffer
	x := filled(t, Options{Log: slog.New(slog.NewTextHandler(&log, nil))}, nil)
	src := &aSource{log: sample()}
	ctx, stop := context.WithCancel(context.Background())
	wake, ended := make(chan struct{}, 1), make(chan error, 1)
	go func() { ended <- Follow(ctx, x, src, wake) }()
	edit := func(seq int64, name string) Change {
		p := catalog.Procedure{Code: "1.001193", Name: name, Kind: catalog.Public, Status: catalog.InForce}
		return Change{Seq: seq, Key: p.Code, Doc: &Document{Key: p.Code, Procedure: p}}
	}
	soon := func(text, first string) {
		t.Helper()
		began := time.Now()
		for firstOf(t, x, Query{Text: text}) != first {
			if time.Since(began) > time.Second {
				t.Fatalf("%q does not find %q within a second", text, first)
			}
			time.Sleep(5 * time.Millisecond) // the program itself looks at a clock
		}
	}
	soon("khai sinh", "1.001193")
	src.set(nil, edit(6, "Cấp giấy xyzzy"))
	wake <- struct{}{}
	soon("xyzzy", "1.001193")
	src.set(nil, edit(7, "Cấp giấy plugh")) // nobody wakes the follower
	soon("plugh", "1.001193")
	if got := firstOf(t, x, Query{Text: "xyzzy"}); got == "1.001193" {
		t.Error("the old name is found still")
	}
	src.set(errors.New("disk I/O error"))
	for !strings.Contains(log.String(), "cannot follow") {
		wake <- struct{}{}
	}
	wake <- struct{}{} // fails again
	soon("plugh", "1.001193")
	src.set(nil, edit(8, "Cấp giấy fnord"))
	wake <- struct{}{}
	soon("fnord", "1.001193")
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if n := strings.Count(log.String(), "cannot follow"); n != 1 || !strings.Contains(log.String(), "follows again") {
		t.Errorf("log of %d failures:\n%s", n, log.String())
	}
}
