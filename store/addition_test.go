package store_test

import (
	"testing"

	"rasoat/review"
	"rasoat/store"
	"rasoat/store/storetest"
	"rasoat/value"
)

func TestSaveAdditions(t *testing.T) {
	s := storetest.Open(t)
	addPlan(t, s)
	put := func(a review.AdditionRequest, base int) error {
		return s.Write(t.Context(), "lan", func(tx *store.Tx) error {
			n, err := tx.SaveAdditions(t.Context(), "p", a, base)
			if err == nil && n != base+1 {
				t.Errorf("version %d on %d", n, base)
			}
			return err
		})
	}
	a := review.AdditionRequest{
		Handed: []review.HandedLine{{Name: "Nghỉ phép"}},
		Items:  []review.Addition{{Procedure: "TB-01", Reason: "phát sinh"}},
	}
	_, _, err := s.Additions(t.Context(), "p")
	wantIs(t, err, value.ErrNotFound)
	wantIs(t, put(a, 1), value.ErrNotFound)
	if err := put(a, 0); err != nil {
		t.Fatal(err)
	}
	wantConflict(t, put(a, 0), value.Conflict{What: "additions p", Base: 0, Newest: 1})
	a.Number, a.Date = "31/TTr-UBND", value.MustDate("2024-04-22")
	if err := put(a, 1); err != nil {
		t.Fatal(err)
	}
	got, version, err := s.Additions(t.Context(), "p")
	if err != nil || version != 2 {
		t.Fatal(version, err)
	}
	diff(t, got, a)
	if err := s.VerifyVersions(t.Context()); err != nil {
		t.Error(err)
	}
	rawExec(t, s, `UPDATE addition SET body = replace(body, '31', '32')`)
	wantIs(t, s.VerifyVersions(t.Context()), store.ErrDamaged)
}
