package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/store"
	"rasoat/store/storetest"
	"rasoat/value"
)

func TestOpen_FromEmpty(t *testing.T) {
	s := storetest.OpenDir(t, filepath.Join(t.TempDir(), "new", "dữ liệu 100%?#"))
	empty, err := s.Empty(t.Context())
	if err != nil || !empty {
		t.Fatalf("Empty: %v, %v", empty, err)
	}
	if _, err := os.Stat(s.Path()); err != nil {
		t.Error(err)
	}
	addProcedures(t, s, procedure("NB-01", "Một"))
	if empty, err = s.Empty(t.Context()); err != nil || empty {
		t.Errorf("Empty with a procedure: %v, %v", empty, err)
	}
	if err := s.VerifyDatabase(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestOpen_Again(t *testing.T) {
	dir := t.TempDir()
	first := storetest.OpenDir(t, dir)
	addProcedures(t, first, procedure("NB-01", "Một"))
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(first.Path() + "-wal"); err == nil {
		t.Error("the write-ahead log is still there after a clean end")
	}
	again := storetest.OpenDir(t, dir)
	if v, err := again.Procedure(t.Context(), "NB-01"); err != nil || v.Procedure.Name != "Một" {
		t.Errorf("%+v, %v", v, err)
	}
}

func TestOpen_NoClock(t *testing.T) {
	if _, err := store.Open(t.Context(), t.TempDir(), store.Options{}); err == nil {
		t.Error("opened without a clock")
	}
}

func TestOpen_FolderOfNoUse(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{file, filepath.Join(file, "below")} {
		_, err := store.Open(t.Context(), dir, store.Options{Now: storetest.Now})
		wantIs(t, err, store.ErrFolder)
	}
	_, err := store.Lock(file)
	wantIs(t, err, store.ErrFolder)
}

func TestOpen_NotWritable(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	_, err := store.Open(t.Context(), dir, store.Options{Now: storetest.Now})
	wantIs(t, err, store.ErrFolder)
}

func TestOpen_NotADatabase(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "rasoat.db"), []byte(strings.Repeat("no database ", 1000)),
		0o600); err != nil {
		t.Fatal(err)
	}
	_, err := store.Open(t.Context(), dir, store.Options{Now: storetest.Now})
	wantIs(t, err, store.ErrDamaged)
}

func TestOpen_NoMigrate(t *testing.T) {
	options := store.Options{Now: storetest.Now, NoMigrate: true}
	t.Run("nothing there", func(t *testing.T) {
		dir := t.TempDir()
		wantSchema(t, openError(t, dir, options), 0)
		left, err := os.ReadDir(dir)
		if err != nil || len(left) > 0 {
			t.Errorf("left behind: %v, %v", left, err)
		}
	})
	t.Run("another schema", func(t *testing.T) {
		s := storetest.Open(t)
		rawExec(t, s, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (9000, TRUE)`)
		wantSchema(t, openError(t, s.Dir(), options), 9000)
		wantSchema(t, openError(t, s.Dir(), store.Options{Now: storetest.Now}), 9000)
	})
	t.Run("older schema", func(t *testing.T) {
		s := storetest.Open(t)
		rawExec(t, s, `DELETE FROM goose_db_version WHERE version_id > 1`)
		wantSchema(t, openError(t, s.Dir(), options), 1)
	})
	t.Run("beside a server", func(t *testing.T) {
		server := storetest.Open(t)
		beside := openOptions(t, server.Dir(), options)
		addProcedures(t, server, procedure("NB-01", "Một"))
		if n, err := beside.CountProcedures(t.Context(), store.Filter{}); err != nil || n != 1 {
			t.Errorf("reads %d, %v", n, err)
		}
		addProcedures(t, beside, procedure("NB-02", "Hai"))
		if n, err := server.LastSeq(t.Context()); err != nil || n != 2 {
			t.Errorf("the server sees change %d, %v", n, err)
		}
	})
	t.Run("while the server writes", func(t *testing.T) {
		server := storetest.Open(t)
		write(t, server, func(tx *store.Tx) error {
			if err := save(t.Context(), tx, procedure("NB-01", "Một"), 0); err != nil {
				return err
			}
			beside := openOptions(t, server.Dir(), options)
			n, err := beside.CountProcedures(t.Context(), store.Filter{})
			if n != 0 {
				t.Errorf("sees %d procedures that are not committed", n)
			}
			return errors.Join(err, beside.Close())
		})
	})
}

// After a crash the write-ahead log holds what the database does not; a reader finds it all the same.
func TestOpen_AfterCrash(t *testing.T) {
	for _, noMigrate := range []bool{false, true} {
		s := storetest.Open(t)
		addProcedures(t, s, procedure("NB-01", "Một"))
		crashed := t.TempDir()
		for _, name := range []string{"rasoat.db", "rasoat.db-wal"} {
			b, err := os.ReadFile(filepath.Join(s.Dir(), name))
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(crashed, name), b, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		again := openOptions(t, crashed, store.Options{Now: storetest.Now, NoMigrate: noMigrate})
		if _, err := again.Procedure(t.Context(), "NB-01"); err != nil {
			t.Errorf("NoMigrate %v: %v", noMigrate, err)
		}
	}
}

func openError(t *testing.T, dir string, o store.Options) error {
	t.Helper()
	s, err := store.Open(t.Context(), dir, o)
	if err == nil {
		s.Close()
		t.Fatal("opened")
	}
	return err
}

func openOptions(t *testing.T, dir string, o store.Options) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), dir, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func wantSchema(t *testing.T, err error, have int64) {
	t.Helper()
	var e *store.SchemaError
	if !errors.As(err, &e) || e.Have != have || e.Want == 0 {
		t.Fatalf("error %v, want a schema error with %d", err, have)
	}
}

// Two agencies share one database and do not see each other.
func TestOpen_Agencies(t *testing.T) {
	here := storetest.Open(t)
	addPlan(t, here)
	there := openOptions(t, here.Dir(), store.Options{Agency: "xã bên", Now: storetest.Now, NoMigrate: true})
	if empty, err := there.Empty(t.Context()); err != nil || !empty {
		t.Errorf("Empty: %v, %v", empty, err)
	}
	_, err := there.Procedure(t.Context(), "NB-01")
	wantIs(t, err, value.ErrNotFound)
	write(t, there, func(tx *store.Tx) error {
		return save(t.Context(), tx, procedure("NB-01", "Khác"), 0)
	})
	if v, err := here.Procedure(t.Context(), "NB-01"); err != nil || v.Procedure.Name != "Một" {
		t.Errorf("%+v, %v", v, err)
	}
	if err := errors.Join(here.VerifyAudit(t.Context()), there.VerifyAudit(t.Context())); err != nil {
		t.Error(err)
	}
}

func TestCopyDatabase(t *testing.T) {
	s := storetest.Open(t)
	addProcedures(t, s, procedure("NB-01", "Một"))
	dir := t.TempDir()
	if err := s.CopyDatabase(t.Context(), filepath.Join(dir, "rasoat.db")); err != nil {
		t.Fatal(err)
	}
	restored := storetest.OpenDir(t, dir)
	if _, err := restored.Procedure(t.Context(), catalog.Code("NB-01")); err != nil {
		t.Error(err)
	}
	if err := restored.VerifyAudit(t.Context()); err != nil {
		t.Error(err)
	}
}
