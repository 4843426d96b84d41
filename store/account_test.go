package store_test

import (
	"strings"
	"testing"
	"time"

	"rasoat/store"
	"rasoat/store/storetest"
	"rasoat/value"
)

func TestUsers(t *testing.T) {
	s := storetest.Open(t)
	_, err := s.User(t.Context(), "an")
	wantIs(t, err, value.ErrNotFound)
	want := store.User{Name: "an", FullName: "Nguyễn Văn An", Title: "Công chức", Unit: "Văn phòng", Roles: []string{"reviewer", "office"}, Hash: "$argon2id$secret", Given: true}
	put := func(u store.User) { write(t, s, func(tx *store.Tx) error { return tx.SaveUser(t.Context(), u) }) }
	put(want)
	want.Created = storetest.Now().UTC()
	got, err := s.User(t.Context(), "an")
	if err != nil {
		t.Fatal(err)
	}
	diff(t, got, want)
	want.Disabled, want.Given, want.Roles = true, false, nil
	put(want)
	put(store.User{Name: "ai"})
	all, err := s.Users(t.Context())
	if err != nil || len(all) != 2 || all[0].Name != "ai" {
		t.Fatalf("%+v, %v", all, err)
	}
	diff(t, all[1], want)
	entries, err := s.Audit(t.Context(), store.AuditFilter{Subject: "user an"})
	if err != nil || len(entries) != 2 {
		t.Fatalf("%+v, %v", entries, err)
	}
	if strings.Contains(string(entries[1].Detail), "secret") ||
		!strings.Contains(string(entries[1].Detail), `"password":true`) ||
		!strings.Contains(string(entries[0].Detail), `"password":false`) {
		t.Errorf("details %s, %s", entries[1].Detail, entries[0].Detail)
	}
}

func TestFailedLogins(t *testing.T) {
	s := storetest.Open(t)
	hour := storetest.Now().Add(-time.Hour)
	for _, tt := range []struct {
		name  string
		ok    bool
		since time.Time
		want  int
	}{
		{"the first", false, hour, 1},
		{"the second", false, hour, 2},
		{"asked from later on", false, storetest.Now().Add(time.Second), 0},
		{"a success begins anew", true, hour, 0},
		{"and again", false, hour, 1},
	} {
		write(t, s, func(tx *store.Tx) error { return tx.NoteLogin(t.Context(), "an", tt.ok) })
		if n, err := s.FailedLogins(t.Context(), "an", tt.since); err != nil || n != tt.want {
			t.Errorf("%s: %d, %v, want %d", tt.name, n, err, tt.want)
		}
	}
	write(t, s, func(tx *store.Tx) error { return tx.ForgetFailedLogins(t.Context(), "an") })
	if n, err := s.FailedLogins(t.Context(), "an", hour); err != nil || n != 0 {
		t.Errorf("forgotten: %d, %v", n, err)
	}
	if n, err := s.FailedLogins(t.Context(), "bình", hour); err != nil || n != 0 {
		t.Errorf("of another: %d, %v", n, err)
	}
}

func TestSetupToken(t *testing.T) {
	s := storetest.Open(t)
	for _, token := range []string{"một", "hai"} {
		write(t, s, func(tx *store.Tx) error { return tx.SetSetupToken(t.Context(), token) })
		if got, err := s.SetupToken(t.Context()); err != nil || got != token {
			t.Errorf("%q, %v, want %q", got, err, token)
		}
	}
	write(t, s, func(tx *store.Tx) error { return tx.SetSetupToken(t.Context(), "") })
	_, err := s.SetupToken(t.Context())
	wantIs(t, err, value.ErrNotFound)
}
