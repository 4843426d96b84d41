package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rasoat/store"
	"rasoat/store/storetest"
	"rasoat/value"
)

func TestVerifyVersions_Tampered(t *testing.T) {
	tests := []struct {
		name, query string
		sound       bool
	}{
		{"untouched", `SELECT 1`, true},
		{"a snapshot", `UPDATE procedure_version SET snapshot = REPLACE(snapshot, 'Hai', 'Khác') WHERE code_key = 'NB-02'`, false},
		{"another version made current", `UPDATE procedure SET hash = 'x' WHERE code_key = 'NB-02'`, false},
		{"a setting", `UPDATE setting SET body = REPLACE(body, '1', '2')`, false},
		{"an old proposal", `UPDATE history SET body = REPLACE(body, 'draft', 'approved') WHERE kind = 'proposal'`, false},
		{"a proposal and its version", `UPDATE history SET hash = 'x' WHERE kind = 'proposal'`, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := storetest.Open(t)
			addPlan(t, s)
			addProposal(t, s, "NB-01")
			write(t, s, func(tx *store.Tx) error {
				_, err := tx.SaveSetting(t.Context(), "rates", map[string]int{"hour": 1}, 0)
				return err
			})
			rawExec(t, s, tt.query)
			err := s.VerifyVersions(t.Context())
			if tt.sound {
				if err != nil {
					t.Error(err)
				}
				return
			}
			wantIs(t, err, store.ErrDamaged)
		})
	}
}

func TestVerifyFiles(t *testing.T) {
	s := storetest.Open(t)
	addPlan(t, s)
	shas := make(map[string]string)
	for _, name := range []string{"good", "changed", "missing", "scan", "loose"} {
		sha, _, err := s.PutFile(t.Context(), strings.NewReader(name), name)
		if err != nil {
			t.Fatal(err)
		}
		shas[name] = sha
	}
	decided := proposal("NB-01")
	decided.Decision.File = shas["scan"]
	if _, err := insert(t, s, decided); err != nil {
		t.Fatal(err)
	}
	write(t, s, func(tx *store.Tx) error {
		for _, name := range []string{"good", "changed", "missing"} {
			if err := tx.SaveFile(t.Context(), store.File{SHA: shas[name], Name: name}); err != nil {
				return err
			}
		}
		return nil
	})
	path := func(name string) string { return filepath.Join(s.Dir(), "files", shas[name][:2], shas[name]) }
	if err := errors.Join(os.WriteFile(path("changed"), []byte("x"), 0o600), os.Remove(path("missing"))); err != nil {
		t.Fatal(err)
	}
	faults, err := s.VerifyFiles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := make(map[string]string)
	for _, f := range faults {
		got[f.Name] = f.Reason
	}
	diff(t, got, map[string]string{"changed": "changed", "missing": "missing"})

	if n, err := s.SweepFiles(t.Context(), time.Unix(0, 0)); err != nil || n != 0 {
		t.Errorf("swept %d that are younger, %v", n, err)
	}
	if n, err := s.SweepFiles(t.Context(), time.Unix(1<<40, 0)); err != nil || n != 1 {
		t.Errorf("swept %d, %v", n, err)
	}
	_, err = s.OpenFile(shas["loose"])
	wantIs(t, err, value.ErrNotFound)
	for _, name := range []string{"good", "scan"} {
		if f, err := s.OpenFile(shas[name]); err != nil {
			t.Error(err)
		} else {
			f.Close()
		}
	}
}

func TestVerifyDatabase(t *testing.T) {
	s := storetest.Open(t)
	addPlan(t, s)
	startCampaign(t, s)
	if err := s.VerifyDatabase(t.Context()); err != nil {
		t.Fatal(err)
	}
	rawExec(t, s, `DELETE FROM plan`)
	wantIs(t, s.VerifyDatabase(t.Context()), store.ErrDamaged)
}
