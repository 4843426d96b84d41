package web_test

import (
	"database/sql"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rasoat/app"
	"rasoat/tools/webtest"
	"rasoat/web/page"
)

// other is another process at the database of a site.
func other(t *testing.T, dir string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+filepath.ToSlash(filepath.Join(dir, "rasoat.db"))+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// number is what a statement finds.
func number(t *testing.T, db *sql.DB, statement string) (n int64) {
	t.Helper()
	if err := db.QueryRowContext(t.Context(), statement).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// run carries out a statement.
func run(t *testing.T, db *sql.DB, statement string) {
	t.Helper()
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}

// communeForm is what a commune says of itself, with more units than find room in a page of the database.
func communeForm(t *testing.T, c *webtest.Client) pageForm {
	t.Helper()
	var units []string
	for i := range 30 {
		units = append(units, fmt.Sprintf("Bộ phận %d %x", i, strings.Repeat(fmt.Sprint(i*7919), 12)))
	}
	return formsOf(t, page.CommunePath, c.Get(page.CommunePath).Body)[0].with("units", strings.Join(units, "\r\n"))
}

// sendUnstored sends a form that cannot be stored, and holds that it comes back as it was typed with a sentence.
func sendUnstored(t *testing.T, s *webtest.Site, c *webtest.Client, status int, says string) pageForm {
	t.Helper()
	form := communeForm(t, c)
	before := recorded(t, s)
	r := send(c, form)
	if r.Status != status || !strings.Contains(r.Body, says) {
		t.Fatalf("%d, want %d and a word of %q", r.Status, status, says)
	}
	back := formsOf(t, page.CommunePath, r.Body)[0]
	for _, name := range form.typed {
		if got, want := back.values.Get(name), form.values.Get(name); got != want &&
			got != strings.ReplaceAll(want, "\r", "") {
			t.Errorf("%s is %q, typed was %q", name, got, want)
		}
	}
	if recorded(t, s) != before {
		t.Error("stored, and said that it was not")
	}
	return form
}

// sendAgain sends a form that could not be stored twice as it is, and holds that it is stored once.
func sendAgain(t *testing.T, s *webtest.Site, c *webtest.Client, form pageForm) {
	t.Helper()
	before := recorded(t, s)
	for range 2 {
		if r := send(c, form); r.Status != http.StatusSeeOther || r.Header.Get("Location") != page.SettingsPath {
			t.Fatalf("sent again: %d to %q", r.Status, r.Header.Get("Location"))
		}
	}
	if n := recorded(t, s) - before; n != 1 {
		t.Errorf("%d entries in the record of what was done, want 1", n)
	}
}

// While another process writes, a form waits; where that takes too long it is not stored.
func TestForm_StoreBusy(t *testing.T) {
	var dir string
	s := webtest.OpenSiteWith(t, func(c *app.Config) { dir, c.BusyWait = c.Dir, time.Millisecond })
	c := s.As("office")
	writing, err := other(t, dir).BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	form := sendUnstored(t, s, c, http.StatusServiceUnavailable, "đang bận")
	if err := writing.Rollback(); err != nil {
		t.Fatal(err)
	}
	sendAgain(t, s, c, form)
}

// On a full disk a form is not stored; once there is room it is.
func TestForm_StoreFull(t *testing.T) {
	var dir string
	var most int64
	s := webtest.OpenSiteWith(t, func(c *app.Config) {
		dir = c.Dir
		most = number(t, other(t, dir), `PRAGMA page_count`) + 40
		c.MaxPages = most
	})
	c := s.As("office")
	db := other(t, dir)
	run := func(statement string) { run(t, db, statement) }
	run(`CREATE TABLE something_else (b BLOB)`)
	for number(t, db, `PRAGMA page_count`) < most || number(t, db, `PRAGMA freelist_count`) > 0 {
		run(`INSERT INTO something_else VALUES (zeroblob(20000))`)
	}
	form := sendUnstored(t, s, c, http.StatusInsufficientStorage, "hết chỗ")
	run(`DROP TABLE something_else`)
	sendAgain(t, s, c, form)
}

// Into a database that may only be read nothing is stored. (That one which may be written again takes it is a test of
// the store.)
func TestForm_StoreReadOnly(t *testing.T) {
	var dir string
	s := webtest.OpenSiteWith(t, func(c *app.Config) { dir = c.Dir })
	c := s.As("office")
	db := other(t, dir)
	// SQLite only reads a file whose header names a format to write that it does not know. A connection looks at the
	// header again once another one has written.
	run(t, db, `CREATE TABLE something_else (b BLOB)`)
	run(t, db, `PRAGMA wal_checkpoint(TRUNCATE)`)
	f, err := os.OpenFile(filepath.Join(dir, "rasoat.db"), os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.WriteAt([]byte{3}, 18)
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	sendUnstored(t, s, c, http.StatusServiceUnavailable, "không cho ghi")
}
