package store_test

import (
	"encoding/json"
	"testing"

	"rasoat/store"
	"rasoat/store/storetest"
	"rasoat/value"
)

func TestSaveSetting(t *testing.T) {
	type letterhead struct {
		Agency string
		Places value.Opt[int]
	}
	s := storetest.Open(t)
	var got letterhead
	_, err := s.Setting(t.Context(), "letterhead", &got)
	wantIs(t, err, value.ErrNotFound)
	first, second := letterhead{Agency: "UBND xã <A>"}, letterhead{Agency: "UBND xã B", Places: value.Known(0)}
	put := func(v letterhead, base int) error {
		return s.Write(t.Context(), "an", func(tx *store.Tx) error {
			n, err := tx.SaveSetting(t.Context(), "letterhead", v, base)
			if err == nil && n != base+1 {
				t.Errorf("version %d on %d", n, base)
			}
			return err
		})
	}
	wantIs(t, put(first, 1), value.ErrNotFound)
	for base, v := range []letterhead{first, second} {
		if err := put(v, base); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := s.Setting(t.Context(), "letterhead", &got); err != nil || n != 2 {
		t.Fatalf("version %d, %v", n, err)
	}
	diff(t, got, second)
	wantConflict(t, put(first, 1), value.Conflict{What: "setting letterhead", Base: 1, Newest: 2})
	all, err := s.SettingHistory(t.Context(), "letterhead")
	if err != nil || len(all) != 2 || all[0].Number != 2 || all[0].Author != "an" || !all[0].At.Equal(storetest.Now()) {
		t.Fatalf("%+v, %v", all, err)
	}
	var old letterhead
	if err := json.Unmarshal(all[1].Value, &old); err != nil {
		t.Fatal(err)
	}
	diff(t, old, first)
}
