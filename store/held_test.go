package store_test

import (
	"encoding/json"
	"errors"
	"testing"

	"rasoat/store"
	"rasoat/store/storetest"
	"rasoat/value"
)

func TestHeld(t *testing.T) {
	s := storetest.Open(t)
	held := store.Held{
		File:    "a.xlsx",
		Format:  "portal-xlsx",
		Row:     7,
		Code:    " 1.001193",
		Name:    "Khai sinh",
		Reason:  "code.form",
		Args:    []string{"x"},
		Payload: json.RawMessage(`{"code":"1.001193"}`),
	}
	twin := held
	twin.Code = "1.001193-Xoa"
	again := held
	again.File, again.Row = "b.xlsx", 9
	write(t, s, func(tx *store.Tx) error {
		return errors.Join(tx.AddHeld(t.Context(), held), tx.AddHeld(t.Context(), twin), tx.AddHeld(t.Context(), again))
	})
	got, err := s.HeldRows(t.Context())
	if err != nil || len(got) != 2 {
		t.Fatalf("%+v, %v", got, err)
	}
	again.ID, again.At = got[0].ID, storetest.Now().UTC()
	diff(t, got[0], again)
	resolve := func(id int64) error {
		return s.Write(t.Context(), "an",
			func(tx *store.Tx) error { return tx.ResolveHeld(t.Context(), id, "discard", "trang của mã khác") })
	}
	if err := resolve(got[0].ID); err != nil {
		t.Fatal(err)
	}
	wantIs(t, resolve(got[0].ID), value.ErrNotFound)
	_, err = s.HeldRow(t.Context(), got[0].ID)
	wantIs(t, err, value.ErrNotFound)
	decided, err := s.DecidedRows(t.Context())
	if err != nil || len(decided) != 1 || decided[0].Code != held.Code {
		t.Errorf("%+v, %v", decided, err)
	}
	if got, err = s.HeldRows(t.Context()); err != nil || len(got) != 1 || got[0].Code != twin.Code {
		t.Errorf("%+v, %v", got, err)
	}
	if h, err := s.HeldRow(t.Context(), got[0].ID); err != nil || h.Code != twin.Code {
		t.Errorf("%+v, %v", h, err)
	}
}

func TestCountHeld(t *testing.T) {
	s := storetest.Open(t)
	write(t, s, func(tx *store.Tx) error {
		return tx.AddHeld(t.Context(), store.Held{Code: "x", Reason: "code.form", Payload: json.RawMessage(`{}`)})
	})
	if n, err := s.CountHeld(t.Context()); err != nil || n != 1 {
		t.Errorf("%d, %v", n, err)
	}
	rows, err := s.HeldRows(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	write(t, s, func(tx *store.Tx) error { return tx.ResolveHeld(t.Context(), rows[0].ID, "take", "đúng") })
	if n, err := s.CountHeld(t.Context()); err != nil || n != 0 {
		t.Errorf("%d after the decision, %v", n, err)
	}
}
