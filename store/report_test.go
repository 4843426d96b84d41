package store_test

import (
	"encoding/json"
	"strings"
	"testing"

	"rasoat/store"
	"rasoat/store/storetest"
	"rasoat/value"
)

func TestReports(t *testing.T) {
	s := storetest.Open(t)
	addPlan(t, s)
	want := store.Issued{
		Plan:    "p",
		Kind:    "monthly",
		Number:  "7/BC-UBND",
		Date:    value.MustDate("2024-07-15"),
		Title:   "Tháng 7",
		Figures: json.RawMessage(`{"count":3}`),
		Docx:    strings.Repeat("a", 64),
	}
	write(t, s, func(tx *store.Tx) (err error) {
		want.ID, err = tx.InsertReport(t.Context(), want)
		return err
	})
	want.Author, want.At = "an", storetest.Now().UTC()
	got, err := s.Report(t.Context(), want.ID)
	if err != nil {
		t.Fatal(err)
	}
	diff(t, got, want)
	attach := func(id int64) error {
		return s.Write(t.Context(), "an", func(tx *store.Tx) error { return tx.AttachScan(t.Context(), id, "b") })
	}
	if err := attach(want.ID); err != nil {
		t.Fatal(err)
	}
	wantIs(t, attach(99), value.ErrNotFound)
	want.Scan = "b"
	all, err := s.Reports(t.Context(), "p")
	if err != nil {
		t.Fatal(err)
	}
	diff(t, all, []store.Issued{want})
	_, err = s.Report(t.Context(), 99)
	wantIs(t, err, value.ErrNotFound)
}
