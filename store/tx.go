package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"rasoat/value"
)

// Tx is one transaction: one actor, one instant. It reads what it has written itself.
type Tx struct {
	reader
	tx    *sql.Tx
	actor string
	now   time.Time

	audit  *link // end of the audit chain, read at the first entry
	change int64 // last number in the change log, read at the first entry
}

// Write runs fn in one transaction under the name of actor: everything that fn saves stands afterwards,
// with its audit and change-log entries, or nothing does. Writes queue; fn must use tx alone, since a Write
// within a Write would wait for itself.
func (s *Store) Write(ctx context.Context, actor string, fn func(tx *Tx) error) error {
	t, err := s.writeDB.BeginTx(ctx, nil)
	if err != nil {
		return kind(err)
	}
	defer t.Rollback() // nothing is left to roll back after Commit
	tx := &Tx{
		reader: reader{q: t, agency: s.agency},
		tx:     t,
		actor:  actor,
		now:    s.now().UTC().Truncate(time.Millisecond),
	}
	if err := fn(tx); err != nil {
		return kind(err)
	}
	return kind(t.Commit())
}

// Now is the instant of the transaction, in UTC: every row it writes carries it.
func (tx *Tx) Now() time.Time { return tx.now }

// Actor is who writes.
func (tx *Tx) Actor() string { return tx.actor }

// exec runs one statement and says how many rows it touched.
func (tx *Tx) exec(ctx context.Context, query string, args ...any) (int64, error) {
	res, err := tx.tx.ExecContext(ctx, query, args...)
	if err != nil {
		return 0, kind(err)
	}
	return res.RowsAffected()
}

// next is a number that was never given before under this name.
func (tx *Tx) next(ctx context.Context, name string) (int64, error) {
	return one(ctx, tx.reader, scanValue[int64], `
INSERT INTO counter (
	agency,
	name,
	value
) VALUES (?, ?, 1)
ON CONFLICT (agency, name) DO UPDATE SET value = counter.value + 1
RETURNING value`, tx.agency, name)
}

// follows checks that an edit started from the version that stands now; 0 is "not there yet".
func follows(what string, base, newest int) error {
	if base == newest {
		return nil
	}
	if newest == 0 {
		return fmt.Errorf("%s: %w", what, value.ErrNotFound)
	}
	return &value.Conflict{What: what, Base: base, Newest: newest}
}
