package store_test

import (
	"errors"
	"testing"

	"rasoat/store"
	"rasoat/store/storetest"
)

func TestAudit(t *testing.T) {
	s := storetest.Open(t)
	addProcedures(t, s, procedure("NB-01", "Một"), procedure("NB-02", "Hai"))
	write(t, s, func(tx *store.Tx) error { return save(t.Context(), tx, procedure("NB-01", "Một, sửa"), 1) })
	all, err := s.Audit(t.Context(), store.AuditFilter{})
	if err != nil || len(all) != 3 || all[0].Seq != 3 || all[0].Action != "procedure.save" ||
		all[0].Subject != "procedure NB-01" {
		t.Fatalf("%+v, %v", all, err)
	}
	if last, err := s.LastAudit(t.Context()); err != nil || last != 3 {
		t.Errorf("last %d, %v", last, err)
	}
	tests := []struct {
		name string
		f    store.AuditFilter
		want []int64
	}{
		{"subject", store.AuditFilter{Subject: "procedure NB-01"}, []int64{3, 1}},
		{"actor", store.AuditFilter{Actor: "ai"}, nil},
		{"newest", store.AuditFilter{Limit: 1}, []int64{3}},
		{"older", store.AuditFilter{Past: 3, Limit: 1}, []int64{2}},
		{"newer, the oldest first", store.AuditFilter{Oldest: true, Past: 1, Limit: 2}, []int64{2, 3}},
	}
	for _, tt := range tests {
		got, err := s.Audit(t.Context(), tt.f)
		if err != nil {
			t.Fatal(err)
		}
		var seqs []int64
		for _, e := range got {
			seqs = append(seqs, e.Seq)
		}
		diff(t, seqs, tt.want)
	}
	if err := s.VerifyAudit(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestVerifyAudit_Tampered(t *testing.T) {
	tests := []struct {
		name, query string
		want        store.AuditError // zero: sound
	}{
		{"untouched", `SELECT 1`, store.AuditError{}},
		{"another actor", `UPDATE audit SET actor = 'ai' WHERE seq = 2`, store.AuditError{Seq: 2, Reason: "changed"}},
		{"another day", `UPDATE audit SET at = '2024-01-01T00:00:00.000Z' WHERE seq = 1`, store.AuditError{Seq: 1, Reason: "changed"}},
		{"another content", `UPDATE audit SET detail = '{}' WHERE seq = 3`, store.AuditError{Seq: 3, Reason: "changed"}},
		{"another hash", `UPDATE audit SET hash = 'x' WHERE seq = 2`, store.AuditError{Seq: 2, Reason: "changed"}},
		{"one missing", `DELETE FROM audit WHERE seq = 2`, store.AuditError{Seq: 2, Reason: "missing"}},
		{"the first missing", `DELETE FROM audit WHERE seq = 1`, store.AuditError{Seq: 1, Reason: "missing"}},
		{"the end cut off", `DELETE FROM audit WHERE seq = 3`, store.AuditError{Seq: 3, Reason: "missing"}},
		{"all gone", `DELETE FROM audit`, store.AuditError{Seq: 1, Reason: "missing"}},
		{"one added", `INSERT INTO audit SELECT agency, 4, at, actor, action, subject, detail, hash FROM audit WHERE seq = 3`,
			store.AuditError{Seq: 4, Reason: "added"}},
		{"the head gone", `DELETE FROM audit_head`, store.AuditError{Seq: 1, Reason: "added"}},
		{"another head", `UPDATE audit_head SET hash = 'x'`, store.AuditError{Seq: 3, Reason: "changed"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := storetest.Open(t)
			addProcedures(t, s, procedure("NB-01", "Một"), procedure("NB-02", "Hai"), procedure("NB-03", "Ba"))
			rawExec(t, s, tt.query)
			err := s.VerifyAudit(t.Context())
			if tt.want == (store.AuditError{}) {
				if err != nil {
					t.Error(err)
				}
				return
			}
			var got *store.AuditError
			if !errors.As(err, &got) || *got != tt.want {
				t.Errorf("error %v, want %v", err, &tt.want)
			}
		})
	}
}
