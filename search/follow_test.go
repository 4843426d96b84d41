package search

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync"
	"testing"

	"rasoat/catalog"
)

// aSource is a source to which changes are added, and which fails at times. It tells each time it had nothing more, or
// failed.
type aSource struct {
	mu    sync.Mutex
	log   changeLog
	fails error
	told  chan struct{}
}

func (s *aSource) Changes(ctx context.Context, after int64, limit int) ([]Change, error) {
	s.mu.Lock()
	changes, err := s.log.Changes(ctx, after, limit)
	if s.fails != nil {
		changes, err = nil, s.fails
	}
	s.mu.Unlock()
	if len(changes) == 0 {
		select {
		case s.told <- struct{}{}:
		case <-ctx.Done():
		}
	}
	return changes, err
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

// An edit is found as soon as the follower has seen it, woken or not; while the source fails the index goes on
// answering, the log hears of it once, and what was missed is caught up.
func TestFollow(t *testing.T) {
	var log lockedBuffer
	x := filled(t, Options{Log: slog.New(slog.NewTextHandler(&log, nil))}, nil)
	src := &aSource{log: sample(), told: make(chan struct{})}
	ctx, stop := context.WithCancel(context.Background())
	wake, ended := make(chan struct{}, 1), make(chan error, 1)
	go func() { ended <- Follow(ctx, x, src, wake) }()
	edit := func(seq int64, name string) Change {
		p := catalog.Procedure{Code: "1.001193", Name: name, Kind: catalog.Public, Status: catalog.InForce}
		return Change{Seq: seq, Key: p.Code, Doc: &Document{Key: p.Code, Procedure: p}}
	}
	// rounds waits until the follower has asked for the last time in as many rounds: what came before the second is
	// searchable. A round begins by itself where nobody wakes the follower.
	rounds := func(woken bool) {
		for range 3 { // one may have begun before
			if woken {
				select {
				case wake <- struct{}{}:
				default:
				}
			}
			<-src.told
		}
	}
	finds := func(when, text, first string) {
		t.Helper()
		if got := firstOf(t, x, Query{Text: text}); got != first {
			t.Errorf("%s: %q finds %q first, want %q", when, text, got, first)
		}
	}
	rounds(true)
	finds("at the beginning", "khai sinh", "1.001193")
	src.set(nil, edit(6, "Cấp giấy xyzzy"))
	rounds(true)
	finds("after an edit", "xyzzy", "1.001193")
	src.set(nil, edit(7, "Cấp giấy plugh"))
	rounds(false)
	finds("after an edit of which nobody told", "plugh", "1.001193")
	if got := firstOf(t, x, Query{Text: "xyzzy"}); got == "1.001193" {
		t.Error("the old name is found still")
	}
	src.set(errors.New("disk I/O error"))
	rounds(true)
	finds("while the source fails", "plugh", "1.001193")
	src.set(nil, edit(8, "Cấp giấy fnord"))
	rounds(true)
	finds("after it failed", "fnord", "1.001193")
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if n := strings.Count(log.String(), "cannot follow"); n != 1 || !strings.Contains(log.String(), "follows again") {
		t.Errorf("log of %d failures:\n%s", n, log.String())
	}
}
