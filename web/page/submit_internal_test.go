package page

import (
	"context"
	"errors"
	"testing"
)

// What was refused is not remembered: it may be sent again as it is once the reason is gone.
func TestSubmit_RefusedIsDoneAnew(t *testing.T) {
	o := onlyOnce{answers: map[string]*formAnswer{}}
	refused := errors.New("busy")
	times := 0
	do := func() (Done, error) {
		if times++; times == 1 {
			return Done{}, refused
		}
		return Done{To: "/a"}, nil
	}
	if _, err := o.do(t.Context(), "k", do); !errors.Is(err, refused) {
		t.Fatalf("first: %v, want %v", err, refused)
	}
	for range 2 {
		if done, err := o.do(t.Context(), "k", do); err != nil || done.To != "/a" {
			t.Fatalf("then: %v %v, want /a", done, err)
		}
	}
	if times != 2 {
		t.Errorf("done %d times, want 2", times)
	}
	panics := func() (Done, error) { panic("broke") }
	func() {
		defer func() { _ = recover() }()
		_, _ = o.do(t.Context(), "p", panics)
	}()
	if done, err := o.do(t.Context(), "p", do); err != nil || done.To != "/a" {
		t.Errorf("after a form that broke: %v %v, want it done", done, err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	begun, end := make(chan bool), make(chan bool)
	go func() {
		_, _ = o.do(context.Background(), "w", func() (Done, error) { close(begun); <-end; return Done{To: "/b"}, nil })
	}()
	<-begun
	if _, err := o.do(ended, "w", do); !errors.Is(err, context.Canceled) {
		t.Errorf("waiting for a form after one left: %v, want canceled", err)
	}
	close(end)
}
