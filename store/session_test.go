package store_test

import (
	"errors"
	"testing"
	"time"

	"github.com/alexedwards/scs/v2"

	"rasoat/store/storetest"
	"rasoat/value"
)

func TestSessions(t *testing.T) {
	s := storetest.Open(t)
	var sessions interface {
		scs.CtxStore
		scs.IterableCtxStore
	} = s.Sessions()
	never := time.Date(2999, 1, 1, 0, 0, 0, 0, value.Vietnam)
	long := time.Date(2001, 1, 1, 0, 0, 0, 0, value.Vietnam)
	ended := sessions.Commit("ended", []byte("x"), long)
	first := sessions.Commit("a", []byte{0, 1}, never)
	second := sessions.CommitCtx(t.Context(), "a", []byte{0, 2}, never)
	if err := errors.Join(ended, first, second); err != nil {
		t.Fatal(err)
	}
	for token, want := range map[string][]byte{"a": {0, 2}, "ended": nil, "none": nil} {
		got, found, err := sessions.Find(token)
		if err != nil || found != (want != nil) {
			t.Errorf("%s: found %v, %v", token, found, err)
		}
		diff(t, got, want)
	}
	all, err := sessions.AllCtx(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	diff(t, all, map[string][]byte{"a": {0, 2}})
	if err := errors.Join(sessions.Delete("a"), sessions.Delete("none")); err != nil {
		t.Error(err)
	}
	if all, err = sessions.AllCtx(t.Context()); err != nil || all == nil || len(all) != 0 {
		t.Errorf("%v, %v", all, err)
	}
}
