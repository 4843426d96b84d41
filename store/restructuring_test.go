package store_test

import (
	"testing"

	"rasoat/review"
	"rasoat/store"
	"rasoat/store/storetest"
	"rasoat/value"
)

func TestSaveRestructuring(t *testing.T) {
	s := storetest.Open(t)
	write(t, s, func(tx *store.Tx) error {
		_, err := tx.SavePlan(t.Context(), review.Plan{
			ID:     "kh-29-2024",
			Number: "29/KH-UBND",
			Date:   value.MustDate("2024-03-13"),
		}, 0)
		return err
	})
	first := review.Restructuring{Plan: "kh-29-2024", Procedure: "1.001193", Author: "hoa", State: review.Draft}
	second := review.Restructuring{
		Plan:      "kh-29-2024",
		Procedure: "1.004873",
		Author:    "hoa",
		State:     review.Draft,
		Finding:   "Phải đến hai lần.",
	}
	write(t, s, func(tx *store.Tx) error {
		for want, r := range []review.Restructuring{first, second} {
			if id, err := tx.AddRestructuring(t.Context(), r); err != nil || id != review.RestructuringID(want+1) {
				t.Fatalf("number %d, %v", id, err)
			}
		}
		return nil
	})
	one, err := s.Restructuring(t.Context(), 1)
	if err != nil || one.Number != 1 {
		t.Fatalf("%+v, %v", one, err)
	}
	one.Value.State = review.Submitted
	save := func(base int) error {
		return s.Write(t.Context(), "hoa", func(tx *store.Tx) error {
			_, err := tx.SaveRestructuring(t.Context(), one.Value, base)
			return err
		})
	}
	if err := save(1); err != nil {
		t.Fatal(err)
	}
	wantConflict(t, save(1), value.Conflict{What: "restructuring 1", Base: 1, Newest: 2})
	about, err := s.Restructurings(t.Context(), "kh-29-2024", "1.004873")
	if err != nil || len(about) != 1 || about[0].Value.Finding != second.Finding {
		t.Errorf("about one procedure: %+v, %v", about, err)
	}
	if all, err := s.Restructurings(t.Context(), "kh-29-2024", ""); err != nil || len(all) != 2 ||
		all[0].Value.State != review.Submitted {
		t.Errorf("all: %+v, %v", all, err)
	}
	if all, err := s.Restructurings(t.Context(), "kh-30", ""); err != nil || len(all) != 0 {
		t.Errorf("of another plan: %+v, %v", all, err)
	}
	versions, err := s.RestructuringVersions(t.Context(), 1)
	if err != nil || len(versions) != 2 || versions[1].Value.State != review.Draft || versions[0].Author != "hoa" {
		t.Errorf("%+v, %v", versions, err)
	}
	_, err = s.Restructuring(t.Context(), 9)
	wantIs(t, err, value.ErrNotFound)
	if err := s.VerifyVersions(t.Context()); err != nil {
		t.Error(err)
	}
}
