package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"

	"rasoat/value"
)

// WordKind is the kind of an entry of the vocabulary: how a word is read, or that a query is none of the commune's.
type WordKind string

// The kinds.
const (
	KindWord  WordKind = "word"
	KindQuery WordKind = "query"
)

// Word is one version of an entry of the vocabulary, with its id. Its shape lives with its user.
type Word struct {
	ID string
	value.Versioned[json.RawMessage]
}

// wordForm is how versions of words are written.
func wordForm(kind WordKind) snapshot[json.RawMessage] {
	return snapshot[json.RawMessage]{kind: string(kind)}
}

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
	if err := row.Scan(&w.ID, &w.Number, &w.Author, (*stamp)(&w.At), &body); err != nil {
		return w, err
	}
	w.Value, err = wordForm("").open(body)
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
func (r reader) WordHistory(ctx context.Context, kind WordKind, id string) ([]value.Versioned[json.RawMessage], error) {
	return wordForm(kind).versions(ctx, r, id)
}

// NewWordID is an id that no word ever had.
func (tx *Tx) NewWordID(ctx context.Context) (string, error) {
	n, err := tx.next(ctx, "word")
	return strconv.FormatInt(n, 10), err
}

// SaveWord saves v as the version after base, 0 where it is new; *value.Conflict where another version stands. Of
// words the change log tells those who read queries with them.
func (tx *Tx) SaveWord(ctx context.Context, kind WordKind, id string, v any, base int) (int, error) {
	body, err := encode(v)
	if err != nil {
		return 0, err
	}
	number, err := wordForm(kind).saveNext(ctx, tx, id, body, base, func(number int, text string) error {
		_, err := tx.exec(ctx, `
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
	body = excluded.body`, tx.agency, kind, id, number, tx.actor, stamp(tx.now), text)
		return err
	})
	if err != nil || kind != KindWord {
		return number, err
	}
	return number, tx.logChange(ctx, string(kind), id)
}
