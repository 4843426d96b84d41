package app

import (
	"database/sql"
	"errors"
	"path/filepath"
	"testing"

	"rasoat/value"
)

func TestAudit(t *testing.T) {
	a := openTest(t)
	addTest(t, a, lanAccount)
	if err := a.ClosePerson(t.Context(), CommandPerson, "lan.le"); err != nil {
		t.Fatal(err)
	}
	entries, next, err := a.Audit(t.Context(), CommandPerson, AuditFilter{})
	if err != nil || len(entries) != auditPage || next != entries[auditPage-1].Seq {
		t.Fatalf("%d entries, next %d, %v", len(entries), next, err)
	}
	if e := entries[0]; e.Kind != "user" || e.Subject.ID != "lan.le" || !e.Detail.Closed || e.Actor != "cmd" {
		t.Errorf("%+v", e)
	}
	if e := entries[1]; !e.Detail.New || len(e.Detail.Roles) != 2 || e.Detail.Secret {
		t.Errorf("%+v", e)
	}
	second, _, err := a.Audit(t.Context(), CommandPerson, AuditFilter{Past: next})
	if err != nil || len(second) == 0 || second[0].Seq != next-1 {
		t.Errorf("the second page begins with %+v, %v", second, err)
	}
	for name, tt := range map[string]struct {
		filter AuditFilter
		want   int
	}{
		"one account":   {AuditFilter{Kind: "user", Thing: "lan"}, 2},
		"one procedure": {AuditFilter{Thing: "1.001193"}, 1},
		"one person":    {AuditFilter{Actor: "cmd"}, 2},
		"kind's word":   {AuditFilter{Kind: "user", Thing: "user"}, 0},
		"nobody":        {AuditFilter{Actor: "x"}, 0},
		"half a kind":   {AuditFilter{Kind: "use"}, 0},
	} {
		got, _, err := a.Audit(t.Context(), CommandPerson, tt.filter)
		if err != nil || len(got) != tt.want {
			t.Errorf("%s: %d entries, want %d, %v", name, len(got), tt.want, err)
		}
	}
	if _, _, err := a.Audit(t.Context(), Person{Name: "x"}, AuditFilter{}); !errors.Is(err, value.ErrForbidden) {
		t.Error(err)
	}
}

// What is changed behind the program's back is found: an entry of the chain, and a version that it vouches for.
func TestCheckAudit(t *testing.T) {
	a := openTest(t)
	v, err := a.CheckAudit(t.Context(), CommandPerson)
	if err != nil || !v.OK() || v.Entries == 0 {
		t.Fatalf("%+v %v", v, err)
	}
	db, err := sql.Open("sqlite3", filepath.Join(a.dir, "rasoat.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	tamper := func(query string) {
		t.Helper()
		r, err := db.Exec(query)
		if err != nil {
			t.Fatal(err)
		}
		if n, err := r.RowsAffected(); err != nil || n != 1 {
			t.Fatalf("%d rows, %v", n, err)
		}
	}
	tamper(`UPDATE history SET body = REPLACE(body, 'Quốc khánh', 'Quốc Khánh') WHERE kind = 'setting' AND item = ` +
		`'holidays'`)
	if v, err = a.CheckAudit(t.Context(), CommandPerson); err != nil || v.OK() || v.Damaged == "" || v.Broken != 0 {
		t.Errorf("a version was changed: %+v %v", v, err)
	}
	tamper(`UPDATE audit SET actor = 'ai đó' WHERE seq = 7`)
	if v, err = a.CheckAudit(t.Context(), CommandPerson); err != nil || v.Broken != 7 || v.Reason != "changed" {
		t.Errorf("an entry was changed: %+v %v", v, err)
	}
	if _, err := a.CheckAudit(t.Context(), Person{}); !errors.Is(err, value.ErrForbidden) {
		t.Error(err)
	}
}
