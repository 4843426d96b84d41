package store

import (
	"context"
	"fmt"

	"rasoat/value"
)

// scan reads a row of number and body. Author and time stay empty: the history has them.
func (s snapshot[T]) scan(row scanner) (v value.Versioned[T], err error) {
	var body []byte
	if err := row.Scan(&v.Number, &body); err != nil {
		return v, err
	}
	v.Value, err = s.open(body)
	return v, err
}

// scanSigned reads a row of number, author, time and body.
func (s snapshot[T]) scanSigned(row scanner) (v value.Versioned[T], err error) {
	var body []byte
	if err := row.Scan(&v.Number, &v.Author, (*stamp)(&v.At), &body); err != nil {
		return v, err
	}
	if v.Value, err = s.open(body); err != nil {
		return v, fmt.Errorf("version %d: %w", v.Number, err)
	}
	return v, nil
}

const historyColumns = `
SELECT
	number,
	author,
	at,
	body
FROM history
`

// versions lists all versions of an item, newest first; none where it was never saved.
func (s snapshot[T]) versions(ctx context.Context, r reader, item string) ([]value.Versioned[T], error) {
	all, err := list(ctx, r, s.scanSigned, historyColumns+`
WHERE agency = ? AND kind = ? AND item = ?
ORDER BY number DESC`, r.agency, s.kind, item)
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w", s.kind, item, err)
	}
	return all, nil
}

// version is one version of an item, also of one that is gone; value.ErrNotFound where there is none.
func (s snapshot[T]) version(ctx context.Context, r reader, item string, number int) (value.Versioned[T], error) {
	v, err := one(ctx, r, s.scanSigned, historyColumns+`
WHERE agency = ? AND kind = ? AND item = ? AND number = ?`, r.agency, s.kind, item, number)
	if err != nil {
		return v, fmt.Errorf("%s %s version %d: %w", s.kind, item, number, err)
	}
	return v, nil
}

// last is the number of the newest version that was ever kept of an item, 0 where there is none.
func (s snapshot[T]) last(ctx context.Context, r reader, item string) (int, error) {
	return one(ctx, r, scanValue[int], `
SELECT COALESCE(MAX(number), 0)
FROM history
WHERE agency = ? AND kind = ? AND item = ?`, r.agency, s.kind, item)
}

// saveNext saves v as the version of an item after base and says its number: put writes the item's row with that number
// and text, then the version and its audit entry are added. *value.Conflict where another version than base stands.
func (s snapshot[T]) saveNext(
	ctx context.Context, tx *Tx, item string, v T, base int, put func(number int, text string) error,
) (int, error) {
	what := s.kind + " " + item
	newest, err := s.last(ctx, tx.reader, item)
	if err != nil {
		return 0, err
	}
	if err := follows(what, base, newest); err != nil {
		return 0, err
	}
	text, hash, err := s.seal(v)
	if err != nil {
		return 0, err
	}
	number := base + 1
	if err := put(number, text); err != nil {
		return 0, fmt.Errorf("%s: %w", what, err)
	}
	_, err = tx.exec(ctx, `
INSERT INTO history (
	agency,
	kind,
	item,
	number,
	author,
	at,
	body,
	hash
) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, tx.agency, s.kind, item, number, tx.actor, stamp(tx.now), text, hash)
	if err != nil {
		return 0, err
	}
	return number, tx.note(ctx, s.kind+".save", what, edit(base, number, hash))
}
