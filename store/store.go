// Package store keeps everything in one folder: an SQLite database with every version, the change log and
// the audit chain, and the files beside it. All SQL of the program is here. It never knows a rule of the law,
// a page or a search index; what may be saved is decided before it is asked.
package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	_ "github.com/mattn/go-sqlite3" // the driver "sqlite3"
)

// DefaultAgency is the agency of a store that is opened without one.
const DefaultAgency = "xa"

// readers is how many connections read at the same time; one more writes.
const readers = 4

// Options says how a store is opened.
type Options struct {
	Agency    string           // whose rows are read and written; "" is DefaultAgency
	Now       func() time.Time // the clock; required
	MaxPages  int64            // how many pages the database may have, as on a disk of that size; 0 is as many as fit
	NoMigrate bool             // another process holds the lock: the schema is taken as it is and nothing is created

	// BusyWait is how long a connection waits for another that is writing; 0 is busyWait.
	BusyWait time.Duration
}

// busyWait is longer than any write takes that the program itself makes.
const busyWait = 10 * time.Second

// Store is an open data folder, safe for use by several goroutines. Its reading methods see what is
// committed; inside Write use those of the Tx.
type Store struct {
	reader
	dir       string
	now       func() time.Time
	noMigrate bool
	readDB    *sql.DB
	writeDB   *sql.DB // one connection
	closing   sync.Once
}

// Open opens the data folder dir. Without NoMigrate it creates what is missing and migrates; the caller
// holds Lock then. ErrFolder: the folder cannot be created, read or written. *SchemaError: the database
// has another schema than this program.
func Open(ctx context.Context, dir string, o Options) (*Store, error) {
	if o.Now == nil {
		return nil, errors.New("store: no clock")
	}
	o.Agency, o.BusyWait = cmp.Or(o.Agency, DefaultAgency), cmp.Or(o.BusyWait, busyWait)
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFolder, err)
	}
	if err := prepare(dir, o.NoMigrate); err != nil {
		return nil, err
	}
	s := &Store{dir: dir, now: o.Now, noMigrate: o.NoMigrate}
	if s.readDB, err = sql.Open("sqlite3", dsn(s.Path(), "mode=ro", o.BusyWait)); err != nil {
		return nil, kind(err)
	}
	s.readDB.SetMaxOpenConns(readers)
	s.readDB.SetMaxIdleConns(readers)
	mode := "mode=rwc&_journal_mode=WAL"
	if o.NoMigrate {
		mode = "mode=rw"
	}
	mode += "&_synchronous=FULL&_txlock=immediate"
	if s.writeDB, err = sql.Open("sqlite3", dsn(s.Path(), mode, o.BusyWait)); err != nil {
		return nil, kind(err)
	}
	s.writeDB.SetMaxOpenConns(1)
	s.reader = reader{q: s.readDB, agency: o.Agency}
	if err := s.migrate(ctx); err != nil {
		s.Close()
		return nil, err
	}
	if o.MaxPages > 0 {
		if _, err := s.writeDB.ExecContext(ctx, fmt.Sprintf("PRAGMA max_page_count = %d", o.MaxPages)); err != nil {
			s.Close()
			return nil, kind(err)
		}
	}
	return s, nil
}

// prepare makes the folder, or sees that a database is there where nothing may be made.
func prepare(dir string, noMigrate bool) error {
	if !noMigrate {
		if err := os.MkdirAll(filepath.Join(dir, "files"), 0o700); err != nil {
			return fmt.Errorf("%w: %w", ErrFolder, err)
		}
		return nil
	}
	_, err := os.Stat(database(dir))
	if errors.Is(err, fs.ErrNotExist) {
		want, err := neededSchema()
		if err != nil {
			return err
		}
		return &SchemaError{Want: want}
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrFolder, err)
	}
	return nil
}

func database(dir string) string { return filepath.Join(dir, "rasoat.db") }

// dsn is the connection string: what stands in it holds for every connection of the pool.
func dsn(path, options string, wait time.Duration) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") { // C:/…
		path = "/" + path
	}
	u := url.URL{Scheme: "file", Path: path}
	u.RawQuery = fmt.Sprintf("%s&_foreign_keys=1&_busy_timeout=%d&_stmt_cache_size=64", options, wait.Milliseconds())
	return u.String()
}

// Close checkpoints and closes. What is being read or written must have ended; closing again does nothing.
func (s *Store) Close() (err error) {
	s.closing.Do(func() {
		err = s.readDB.Close()
		if !s.noMigrate {
			// PASSIVE never waits for a command that is just reading; the last connection to close tidies up.
			_, cerr := s.writeDB.Exec(`PRAGMA wal_checkpoint(PASSIVE)`)
			err = errors.Join(err, cerr)
		}
		err = kind(errors.Join(err, s.writeDB.Close()))
	})
	return err
}

// Dir is the data folder, absolute.
func (s *Store) Dir() string { return s.dir }

// Path is the database file.
func (s *Store) Path() string { return database(s.dir) }

// Agency is whose rows the store reads and writes.
func (s *Store) Agency() string { return s.agency }

// Empty reports whether nothing is stored yet: no procedure and no plan.
func (r reader) Empty(ctx context.Context) (bool, error) {
	some, err := one(ctx, r, scanValue[bool], `
SELECT
	EXISTS (SELECT 1 FROM procedure WHERE agency = ?) OR
	EXISTS (SELECT 1 FROM plan WHERE agency = ?)`, r.agency, r.agency)
	return !some, err
}
