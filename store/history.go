package store

import (
	"context"
	"time"
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
