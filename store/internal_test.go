package store

import (
	"database/sql"
	"errors"
	"testing"
	"time"
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
