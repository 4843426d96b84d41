package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"rasoat/value"
)

// Sessions keeps the sessions of people signed in; it is a scs.CtxStore and a scs.IterableCtxStore.
// It holds no clock: sessions end by the machine's time, which is the database's CURRENT_TIMESTAMP, also
// where the day of the program is held.
type Sessions struct {
	read   reader
	writer *sql.DB
}

// Sessions are the sessions of this store.
func (s *Store) Sessions() *Sessions { return &Sessions{read: s.reader, writer: s.writeDB} }

// sessionForm is how CURRENT_TIMESTAMP writes an instant, in UTC.
const sessionForm = "2006-01-02 15:04:05"

// session is the data behind a token.
type session struct {
	token string
	data  []byte
}

func scanSession(row scanner) (s session, err error) {
	err = row.Scan(&s.token, &s.data)
	return s, err
}

// FindCtx gives the data of a session that has not ended.
func (s *Sessions) FindCtx(ctx context.Context, token string) (b []byte, found bool, err error) {
	row, err := one(ctx, s.read, scanSession, `
SELECT
	token,
	data
FROM session
WHERE agency = ? AND token = ? AND expiry > CURRENT_TIMESTAMP`, s.read.agency, token)
	if errors.Is(err, value.ErrNotFound) {
		return nil, false, nil
	}
	return row.data, err == nil, err
}

// AllCtx gives the data of all sessions that have not ended.
func (s *Sessions) AllCtx(ctx context.Context) (map[string][]byte, error) {
	rows, err := list(ctx, s.read, scanSession, `
SELECT
	token,
	data
FROM session
WHERE agency = ? AND expiry > CURRENT_TIMESTAMP`, s.read.agency)
	if err != nil {
		return nil, err
	}
	all := make(map[string][]byte, len(rows))
	for _, row := range rows {
		all[row.token] = row.data
	}
	return all, nil
}

// CommitCtx keeps the data of a session until expiry, and sweeps out those that have ended.
func (s *Sessions) CommitCtx(ctx context.Context, token string, b []byte, expiry time.Time) error {
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return kind(err)
	}
	defer tx.Rollback() // nothing is left to roll back after Commit
	if _, err := tx.ExecContext(ctx, `
DELETE FROM session
WHERE agency = ? AND expiry <= CURRENT_TIMESTAMP`, s.read.agency); err != nil {
		return kind(err)
	}
	if _, err := tx.ExecContext(ctx, `
INSERT INTO session (
	agency,
	token,
	data,
	expiry
) VALUES (?, ?, ?, ?)
ON CONFLICT (agency, token) DO UPDATE SET
	data = excluded.data,
	expiry = excluded.expiry`, s.read.agency, token, b, expiry.UTC().Format(sessionForm)); err != nil {
		return kind(err)
	}
	return kind(tx.Commit())
}

// DeleteCtx ends a session; one that is not there has ended.
func (s *Sessions) DeleteCtx(ctx context.Context, token string) error {
	_, err := s.writer.ExecContext(ctx, `
DELETE FROM session
WHERE agency = ? AND token = ?`, s.read.agency, token)
	return kind(err)
}

// Find is FindCtx for callers without a context.
func (s *Sessions) Find(token string) (b []byte, found bool, err error) {
	return s.FindCtx(context.Background(), token)
}

// Commit is CommitCtx for callers without a context.
func (s *Sessions) Commit(token string, b []byte, expiry time.Time) error {
	return s.CommitCtx(context.Background(), token, b, expiry)
}

// Delete is DeleteCtx for callers without a context.
func (s *Sessions) Delete(token string) error { return s.DeleteCtx(context.Background(), token) }
