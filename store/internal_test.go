package store

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/mattn/go-sqlite3"

	"rasoat/catalog"
)

// opened is storetest.Open for tests inside the room.
func opened(t *testing.T) *Store {
	t.Helper()
	s, err := Open(t.Context(), t.TempDir(), Options{Now: func() time.Time { return time.Unix(1_720_000_000, 0) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestDSN_EveryConnection(t *testing.T) {
	s := opened(t)
	pools := map[string]*sql.DB{"reading": s.readDB, "writing": s.writeDB}
	pragmas := map[string]map[string]string{
		"reading": {"foreign_keys": "1", "journal_mode": "wal", "busy_timeout": "10000"},
		"writing": {"foreign_keys": "1", "journal_mode": "wal", "synchronous": "2", "busy_timeout": "10000"},
	}
	for name, db := range pools {
		for i := range db.Stats().MaxOpenConnections {
			c, err := db.Conn(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			for pragma, want := range pragmas[name] {
				var got string
				if err := c.QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&got); err != nil || got != want {
					t.Errorf("%s connection %d: %s is %q (%v), want %q", name, i, pragma, got, err, want)
				}
			}
		}
	}
}

func TestDSN_ReadersOnlyRead(t *testing.T) {
	s := opened(t)
	if _, err := s.readDB.Exec(`DELETE FROM counter`); !errors.Is(kind(err), ErrFolder) {
		t.Errorf("error %v", err)
	}
}

func TestWrite_FullDisk(t *testing.T) {
	s := opened(t)
	var pages int
	if err := s.writeDB.QueryRow(`PRAGMA page_count`).Scan(&pages); err != nil {
		t.Fatal(err)
	}
	if _, err := s.writeDB.Exec(fmt.Sprintf(`PRAGMA max_page_count = %d`, pages+5)); err != nil {
		t.Fatal(err)
	}
	p := catalog.Procedure{Code: "NB-01", Name: strings.Repeat("dài ", 50_000)}
	put := func(tx *Tx) error {
		_, err := tx.SaveProcedure(t.Context(), p, nil, 0, "", catalog.Source{})
		return err
	}
	if err := s.Write(t.Context(), "an", put); !errors.Is(err, ErrFull) {
		t.Fatalf("error %v, want %v", err, ErrFull)
	}
	if empty, err := s.Empty(t.Context()); err != nil || !empty {
		t.Errorf("Empty: %v, %v", empty, err)
	}
	p.Name = "ngắn"
	if err := s.Write(t.Context(), "an", put); err != nil {
		t.Errorf("what fits: %v", err)
	}
}

func TestKind(t *testing.T) {
	tests := []struct {
		name string
		err  error
		want error
	}{
		{"busy", sqlite3.Error{Code: sqlite3.ErrBusy}, ErrBusy},
		{"locked", sqlite3.Error{Code: sqlite3.ErrLocked}, ErrBusy},
		{"full", sqlite3.Error{Code: sqlite3.ErrFull}, ErrFull},
		{"no room for the log", sqlite3.Error{Code: sqlite3.ErrIoErr, SystemErrno: 28}, ErrFull},
		{"read-only", sqlite3.Error{Code: sqlite3.ErrReadonly}, ErrFolder},
		{"cannot open", sqlite3.Error{Code: sqlite3.ErrCantOpen}, ErrFolder},
		{"damaged", sqlite3.Error{Code: sqlite3.ErrCorrupt}, ErrDamaged},
		{"reference", sqlite3.Error{Code: sqlite3.ErrConstraint, ExtendedCode: sqlite3.ErrConstraintForeignKey}, ErrReference},
		{"already a kind", fmt.Errorf("%w: %w", ErrFull, sqlite3.Error{Code: sqlite3.ErrFull}), ErrFull},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := kind(fmt.Errorf("saving: %w", tt.err))
			if !errors.Is(got, tt.want) {
				t.Errorf("kind(%v) = %v, want %v", tt.err, got, tt.want)
			}
			if n := strings.Count(got.Error(), tt.want.Error()); n != 1 {
				t.Errorf("%q says its kind %d times", got, n)
			}
		})
	}
	other := errors.New("other")
	if got := kind(other); got != other {
		t.Errorf("kind(%v) = %v", other, got)
	}
}

func TestSnapshot_Upgrade(t *testing.T) {
	type now struct {
		Names []string `json:"names"`
	}
	form := snapshot[now]{upgrades: []upgrade{
		func(b json.RawMessage) (json.RawMessage, error) { // the name became a list
			var old struct{ Name string }
			if err := json.Unmarshal(b, &old); err != nil {
				return nil, err
			}
			return json.Marshal(map[string]any{"list": []string{old.Name}})
		},
		func(b json.RawMessage) (json.RawMessage, error) { // and then had another name
			return json.RawMessage(strings.Replace(string(b), "list", "names", 1)), nil
		},
	}}
	tests := []struct {
		text string
		want string // "" is an error
	}{
		{`{"schema":1,"body":{"name":"a"}}`, "a"},
		{`{"schema":2,"body":{"list":["b"]}}`, "b"},
		{`{"schema":3,"body":{"names":["c"]}}`, "c"},
		{`{"schema":4,"body":{"names":["d"]}}`, ""},
		{`{"schema":0,"body":{"names":["e"]}}`, ""},
		{`{"names":["f"]}`, ""},
		{`{"schema":3,"body":{"names":["c"]`, ""},
		{``, ""},
	}
	for _, tt := range tests {
		got, err := form.open([]byte(tt.text))
		if tt.want == "" {
			if err == nil {
				t.Errorf("open(%s) = %v, want an error", tt.text, got)
			}
			continue
		}
		if err != nil || len(got.Names) != 1 || got.Names[0] != tt.want {
			t.Errorf("open(%s) = %v, %v", tt.text, got, err)
		}
	}
	text, hash, err := form.seal(now{Names: []string{"<g> & đ"}})
	if err != nil || text != `{"schema":3,"body":{"names":["<g> & đ"]}}` {
		t.Errorf("seal: %s, %v", text, err)
	}
	if again, err := sealedHash([]byte(text)); err != nil || again != hash {
		t.Errorf("sealedHash %s, %v, want %s", again, err, hash)
	}
}

// What is read as a procedure is written and read again as the same.
func FuzzSnapshot_Open(f *testing.F) {
	f.Add(`{"schema":1,"body":{"code":"1.001193","name":"Đăng ký khai sinh","copies":1}}`)
	f.Add(`{"schema":1,"body":{"code":"NB-01","methods":[{"channel":"online","limit":{"number":"0.5","unit":"days"}}]}}`)
	f.Add(`{"schema":2,"body":{}}`)
	f.Add(`{"schema":1,"body":`)
	f.Fuzz(func(t *testing.T, text string) {
		p, err := procedureForm.open([]byte(text))
		if err != nil {
			return
		}
		once, hash, err := procedureForm.seal(p)
		if err != nil {
			t.Fatal(err)
		}
		p, err = procedureForm.open([]byte(once))
		if err != nil {
			t.Fatal(err)
		}
		if twice, again, err := procedureForm.seal(p); err != nil || twice != once || again != hash {
			t.Errorf("%s\nthen %s, %v", once, twice, err)
		}
	})
}

func FuzzStamp_Scan(f *testing.F) {
	f.Add("2024-07-15T01:00:00.000Z")
	f.Add("2024-07-15")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		var at stamp
		if err := at.Scan(text); err != nil {
			return
		}
		if got, err := at.Value(); err != nil || got != text {
			t.Errorf("%q is written as %v, %v", text, got, err)
		}
	})
}
