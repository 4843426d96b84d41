package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"rasoat/value"
)

// kept is one version of something in the table history.
type kept struct {
	number int
	author string
	at     time.Time
	body   string
}

const keptColumns = `
SELECT
	number,
	author,
	at,
	body
FROM history
`

func scanKept(row scanner) (k kept, err error) {
	err = row.Scan(&k.number, &k.author, (*stamp)(&k.at), &k.body)
	return k, err
}

// versions lists all versions of an item, newest first.
func (r reader) versions(ctx context.Context, kind, item string) ([]kept, error) {
	return list(ctx, r, scanKept, keptColumns+`
WHERE agency = ? AND kind = ? AND item = ?
ORDER BY number DESC`, r.agency, kind, item)
}

// version is one version of an item.
func (r reader) version(ctx context.Context, kind, item string, number int) (kept, error) {
	return one(ctx, r, scanKept, keptColumns+`
WHERE agency = ? AND kind = ? AND item = ? AND number = ?`, r.agency, kind, item, number)
}

// last is the number of the newest version that was ever kept of an item, 0 where there is none.
func (r reader) last(ctx context.Context, kind, item string) (int, error) {
	return one(ctx, r, scanValue[int], `
SELECT COALESCE(MAX(number), 0)
FROM history
WHERE agency = ? AND kind = ? AND item = ?`, r.agency, kind, item)
}

// newest is the version that a query finds standing, 0 where there is none.
func (tx *Tx) newest(ctx context.Context, query string, args ...any) (int, error) {
	n, err := one(ctx, tx.reader, scanValue[int], query, args...)
	if errors.Is(err, value.ErrNotFound) {
		return 0, nil
	}
	return n, err
}

// saveNext saves something as the version after base and says its number: put writes its row with that number and
// text, then the version is kept. *value.Conflict where another version than base stands.
func saveNext[T any](ctx context.Context, tx *Tx, form snapshot[T], kind, item string, v T, base, newest int, put func(number int, text string) error) (int, error) {
	what := kind + " " + item
	if err := follows(what, base, newest); err != nil {
		return 0, err
	}
	text, hash, err := form.seal(v)
	if err != nil {
		return 0, err
	}
	if err := put(base+1, text); err != nil {
		return 0, fmt.Errorf("%s: %w", what, err)
	}
	return base + 1, tx.keep(ctx, kind, item, base+1, text, hash)
}

// keep adds a version of an item and its audit entry.
func (tx *Tx) keep(ctx context.Context, kind, item string, number int, body, hash string) error {
	_, err := tx.exec(ctx, `
INSERT INTO history (
	agency,
	kind,
	item,
	number,
	author,
	at,
	body,
	hash
) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, tx.agency, kind, item, number, tx.actor, stamp(tx.now), body, hash)
	if err != nil {
		return err
	}
	return tx.note(ctx, kind+".save", kind+" "+item, edit(number-1, number, hash))
}
