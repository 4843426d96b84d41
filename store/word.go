package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"

	"rasoat/value"
)

// WordKind is what is said of words: what they are read as, or that a query is nothing the commune can answer.
type WordKind string

// The kinds.
const (
	KindWord  WordKind = "word"
	KindQuery WordKind = "query"
)

// Word is one version of something said of words. Its shape lives with its user.
type Word struct {
	ID      string
	Version int
	Author  string
	At      time.Time
	Body    json.RawMessage
}

// wordForm is how versions of words are written.
var wordForm = snapshot[json.RawMessage]{}

const wordColumns = `
SELECT
	id,
	version,
	author,
	at,
	body
FROM word
`

func scanWord(row scanner) (w Word, err error) {
	var body []byte
	if err := row.Scan(&w.ID, &w.Version, &w.Author, (*stamp)(&w.At), &body); err != nil {
		return w, err
	}
	w.Body, err = wordForm.open(body)
	return w, err
}

// Words lists what stands of a kind, by id.
func (r reader) Words(ctx context.Context, kind WordKind) ([]Word, error) {
	all, err := list(ctx, r, scanWord, wordColumns+"WHERE agency = ? AND kind = ? ORDER BY id", r.agency, kind)
	if err != nil {
		return nil, fmt.Errorf("%ss: %w", kind, err)
	}
	return all, nil
}

// WordHistory lists all versions of one, newest first; none where it was never saved.
func (r reader) WordHistory(ctx context.Context, kind WordKind, id string) ([]Word, error) {
	all, err := r.versions(ctx, string(kind), id)
	if err != nil {
		return nil, err
	}
	out := make([]Word, len(all))
	for i, k := range all {
		body, err := wordForm.open([]byte(k.body))
		if err != nil {
			return nil, fmt.Errorf("%s %s version %d: %w", kind, id, k.number, err)
		}
		out[i] = Word{ID: id, Version: k.number, Author: k.author, At: k.at, Body: body}
	}
	return out, nil
}

// NewWordID is an id that no word ever had.
func (tx *Tx) NewWordID(ctx context.Context) (string, error) {
	n, err := tx.next(ctx, "word")
	return strconv.FormatInt(n, 10), err
}

// SaveWord saves v as the version after base, 0 where it is new; *value.Conflict where another version stands. Of
// words the change log tells those who read queries with them.
func (tx *Tx) SaveWord(ctx context.Context, kind WordKind, id string, v any, base int) (int, error) {
	newest, err := one(ctx, tx.reader, scanValue[int], `
SELECT version
FROM word
WHERE agency = ? AND kind = ? AND id = ?`, tx.agency, kind, id)
	if err != nil && !errors.Is(err, value.ErrNotFound) {
		return 0, err
	}
	item := string(kind) + " " + id
	if err := follows(item, base, newest); err != nil {
		return 0, err
	}
	body, err := encode(v)
	if err != nil {
		return 0, err
	}
	text, hash, err := wordForm.seal(body)
	if err != nil {
		return 0, err
	}
	_, err = tx.exec(ctx, `
INSERT INTO word (
	agency,
	kind,
	id,
	version,
	author,
	at,
	body
) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, kind, id) DO UPDATE SET
	version = excluded.version,
	author = excluded.author,
	at = excluded.at,
	body = excluded.body`, tx.agency, kind, id, base+1, tx.actor, stamp(tx.now), text)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", item, err)
	}
	if err := tx.keep(ctx, string(kind), id, base+1, text, hash); err != nil || kind != KindWord {
		return base + 1, err
	}
	return base + 1, tx.changed(ctx, string(kind), id)
}
