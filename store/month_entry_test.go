package store_test

import (
	"testing"

	"rasoat/review"
	"rasoat/store"
	"rasoat/store/storetest"
	"rasoat/value"
)

func TestSaveMonthEntry(t *testing.T) {
	s := storetest.Open(t)
	addPlan(t, s)
	put := func(e review.MonthEntry, base int) error {
		return s.Write(t.Context(), "lan", func(tx *store.Tx) error {
			n, err := tx.SaveMonthEntry(t.Context(), "p", e, base)
			if err == nil && n != base+1 {
				t.Errorf("version %d on %d", n, base)
			}
			return err
		})
	}
	july := value.MustMonth("2024-07")
	words := review.MonthEntry{Month: july, Place: "direction", Text: "Ban hành kế hoạch"}
	task := review.MonthEntry{
		Month:   july,
		Place:   "task/III.2-1",
		State:   review.TaskUnderWay,
		Figures: []review.MonthFigure{{Name: "văn bản", Value: 124_0000}},
	}
	wantIs(t, put(words, 1), value.ErrNotFound)
	for _, e := range []review.MonthEntry{words, task, {Month: july.Add(-1), Place: "direction", Text: "tháng trước"}} {
		if err := put(e, 0); err != nil {
			t.Fatal(err)
		}
	}
	words.Text = "Ban hành kế hoạch, phân công"
	wantConflict(t, put(words, 0), value.Conflict{What: "month p/2024-07/direction", Base: 0, Newest: 1})
	if err := put(words, 1); err != nil {
		t.Fatal(err)
	}
	all, err := s.MonthEntries(t.Context(), "p", july)
	if err != nil || len(all) != 2 || all[0].Number != 2 || all[0].Author != "lan" ||
		!all[0].At.Equal(storetest.Now()) {
		t.Fatalf("%+v, %v", all, err)
	}
	diff(t, all[0].Value, words)
	diff(t, all[1].Value, task)
	if err := s.VerifyVersions(t.Context()); err != nil {
		t.Error(err)
	}
	rawExec(t, s, `UPDATE month_entry SET body = replace(body, '124', '125')`)
	wantIs(t, s.VerifyVersions(t.Context()), store.ErrDamaged)
}
