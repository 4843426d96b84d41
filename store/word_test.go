package store_test

import (
	"encoding/json"
	"testing"

	"rasoat/store"
	"rasoat/store/storetest"
	"rasoat/value"
)

func TestSaveWord(t *testing.T) {
	s := storetest.Open(t)
	put := func(id, text string, base int) error {
		return s.Write(t.Context(), "an", func(tx *store.Tx) error {
			n, err := tx.SaveWord(t.Context(), store.KindWord, id, map[string]string{"full": text}, base)
			if err == nil && n != base+1 {
				t.Errorf("version %d on %d", n, base)
			}
			return err
		})
	}
	for base, text := range []string{"giấy <khai> sinh", "khai sinh"} {
		if err := put("gks", text, base); err != nil {
			t.Fatal(err)
		}
	}
	wantConflict(t, put("gks", "khác", 1), value.Conflict{What: "word gks", Base: 1, Newest: 2})
	wantIs(t, put("mới", "khác", 1), value.ErrNotFound)
	all, err := s.Words(t.Context(), store.KindWord)
	if err != nil || len(all) != 1 || all[0].Number != 2 || all[0].Author != "an" || !all[0].At.Equal(storetest.Now()) {
		t.Fatalf("%+v, %v", all, err)
	}
	if none, err := s.Words(t.Context(), store.KindQuery); err != nil || len(none) != 0 {
		t.Errorf("of another kind: %v, %v", none, err)
	}
	past, err := s.WordHistory(t.Context(), store.KindWord, "gks")
	if err != nil || len(past) != 2 || past[1].Number != 1 {
		t.Fatalf("%+v, %v", past, err)
	}
	var first struct{ Full string }
	if err := json.Unmarshal(past[1].Value, &first); err != nil || first.Full != "giấy <khai> sinh" {
		t.Errorf("%+v, %v", first, err)
	}
	changes, err := s.Changes(t.Context(), 0, 0)
	if err != nil || len(changes) != 2 || changes[1].Kind != "word" || changes[1].Key != "gks" {
		t.Errorf("%+v, %v", changes, err)
	}
	if err := s.VerifyVersions(t.Context()); err != nil {
		t.Error(err)
	}
	rawExec(t, s, `UPDATE word SET body = REPLACE(body, 'khai', 'khác')`)
	wantIs(t, s.VerifyVersions(t.Context()), store.ErrDamaged)
}

func TestAsked(t *testing.T) {
	s := storetest.Open(t)
	day := func(d string) value.Date { return value.MustDate(d) }
	ask := func(most int, all ...store.Asked) {
		t.Helper()
		write(t, s, func(tx *store.Tx) error { return tx.CountAsked(t.Context(), all, most) })
	}
	ask(3, store.Asked{day("2024-06-30"), "the bay", "thẻ bay", false, 2, store.AskedNothing})
	ask(3,
		store.Asked{day("2024-07-01"), "the bay", "Thẻ bay", false, 1, store.AskedNothing},
		store.Asked{day("2024-07-01"), "khai sinh", "khai sinh", false, 5, store.AskedFound},
		store.Asked{day("2024-07-01"), "khai sinh", "khai sinh", true, 1, store.AskedFound},
		store.Asked{day("2024-07-01"), "mot nua", "một nữa", false, 1, store.AskedWeak}) // one too many
	ask(3, store.Asked{day("2024-07-01"), "the bay", "THẺ BAY", false, 4, store.AskedWeak})
	july, err := s.Asked(t.Context(), store.AskedFilter{From: day("2024-07-01"), To: day("2024-07-31")})
	if err != nil {
		t.Fatal(err)
	}
	diff(t, july, []store.Asked{
		{day("2024-07-01"), "khai sinh", "khai sinh", false, 5, store.AskedFound},
		{day("2024-07-01"), "khai sinh", "khai sinh", true, 1, store.AskedFound},
		{day("2024-07-01"), "the bay", "THẺ BAY", false, 5, store.AskedWeak},
	})
	if some, err := s.Asked(t.Context(), store.AskedFilter{
		Public: true,
		States: []store.AskedState{store.AskedFound},
	}); err != nil || len(some) != 1 {
		t.Errorf("found in public: %v, %v", some, err)
	}
	ask(9, store.Asked{day("2024-06-02"), "oe", "oe", false, 1, store.AskedWeak})
	ask(9, store.Asked{day("2024-06-02"), "oe", "oe", false, 1, store.AskedFound})
	if answered, err := s.Asked(t.Context(),
		store.AskedFilter{States: []store.AskedState{store.AskedAnswered}}); err != nil || len(answered) != 1 ||
		answered[0].Times != 2 {
		t.Errorf("answered on the same day: %v, %v", answered, err)
	}
	if months, err := s.AskedMonths(t.Context()); err != nil || len(months) != 2 || months[0] != "2024-07" {
		t.Errorf("months %v, %v", months, err)
	}
	waiting := func() int {
		t.Helper()
		n, err := s.CountUnanswered(t.Context(), day("2024-06-15"))
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if n := waiting(); n != 1 {
		t.Errorf("%d wait, want one", n)
	}
	mark := func(reason string, base int) {
		t.Helper()
		write(t, s, func(tx *store.Tx) error {
			_, err := tx.SaveWord(t.Context(), store.KindQuery, "the bay", map[string]string{"reason": reason}, base)
			return err
		})
	}
	mark("not_ours", 0)
	if n := waiting(); n != 0 {
		t.Errorf("%d wait after it was laid aside", n)
	}
	mark("", 1)
	if n := waiting(); n != 1 {
		t.Errorf("%d wait after it was taken up again", n)
	}
	write(t, s, func(tx *store.Tx) error { return tx.AnswerAsked(t.Context(), "the bay", false) })
	if n := waiting(); n != 0 {
		t.Errorf("%d wait after it was answered", n)
	}
	write(t, s, func(tx *store.Tx) error { return tx.ForgetAsked(t.Context(), day("2024-07-01")) })
	if months, err := s.AskedMonths(t.Context()); err != nil || len(months) != 1 {
		t.Errorf("after forgetting: months %v, %v", months, err)
	}
}
