package store_test

import (
	"encoding/json"
	"testing"

	"rasoat/review"
	"rasoat/store"
	"rasoat/store/storetest"
	"rasoat/value"
)

func TestSaveForm(t *testing.T) {
	s := storetest.Open(t)
	addPlan(t, s)
	put := func(raw string, base int) (n int, err error) {
		err = s.Write(t.Context(), "an", func(tx *store.Tx) error {
			n, err = tx.SaveForm(t.Context(), "p", "public", "NB-01", json.RawMessage(raw), base)
			return err
		})
		return n, err
	}
	_, err := s.Form(t.Context(), "p", "public", "NB-01")
	wantIs(t, err, value.ErrNotFound)
	for base, raw := range []string{`{"answers":["<a>"]}`, `{"answers":["b"]}`} {
		if n, err := put(raw, base); err != nil || n != base+1 {
			t.Fatalf("version %d, %v", n, err)
		}
	}
	f, err := s.Form(t.Context(), "p", "public", "NB-01")
	if err != nil || string(f.Value) != `{"answers":["b"]}` || f.Number != 2 || f.Author != "an" ||
		!f.At.Equal(storetest.Now()) {
		t.Errorf("%+v, %v", f, err)
	}
	if f, err = s.FormVersion(t.Context(), "p", "public", "NB-01", 1); err != nil ||
		string(f.Value) != `{"answers":["<a>"]}` {
		t.Errorf("%+v, %v", f, err)
	}
	all, err := s.FormVersions(t.Context(), "p", "public", "NB-01")
	if err != nil || len(all) != 2 || all[0].Number != 2 || all[1].Author != "an" ||
		string(all[1].Value) != `{"answers":["<a>"]}` {
		t.Errorf("%+v, %v", all, err)
	}
	forms, err := s.Forms(t.Context(), "p", "public")
	if f := forms["NB-01"]; err != nil || len(forms) != 1 || f.Number != 2 || f.Author != "an" ||
		!f.At.Equal(storetest.Now()) || string(f.Value) != `{"answers":["b"]}` {
		t.Errorf("%+v, %v", forms, err)
	}
	if forms, err = s.Forms(t.Context(), "p", "internal-b"); err != nil || len(forms) != 0 {
		t.Errorf("another campaign: %+v, %v", forms, err)
	}
	_, err = put(`{}`, 1)
	wantConflict(t, err, value.Conflict{What: "form p/public/NB-01", Base: 1, Newest: 2})
	if _, err = put(`{"a":`, 2); err == nil {
		t.Error("half a document was stored")
	}

	// An import takes the form away; the next one does not overwrite what is kept.
	write(t, s, func(tx *store.Tx) error {
		return tx.ReplaceCampaign(t.Context(), "p", "public", review.Rules{}, nil, nil)
	})
	if n, err := put(`{"answers":["c"]}`, 0); err != nil || n != 3 {
		t.Errorf("version %d, %v", n, err)
	}
	if n, err := put(`{"answers":["d"]}`, 3); err != nil || n != 4 {
		t.Errorf("version %d, %v", n, err)
	}
}
