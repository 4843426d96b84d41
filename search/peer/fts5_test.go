package peer

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"

	_ "github.com/mattn/go-sqlite3" // build tag sqlite_fts5

	"rasoat/catalog"
	"rasoat/search/measure"
)

// fts5 is SQLite's full text search: unicode61 without marks, đ folded by us, bm25 with weights for the
// columns, all words before some.
type fts5 struct {
	dir   string
	db    *sql.DB
	known map[catalog.Code][]string
}

// FTS5 makes a SQLite database in dir.
func FTS5(dir string, known map[catalog.Code][]string) (Engine, error) {
	db, err := sql.Open(
		"sqlite3",
		"file:"+filepath.Join(dir, "peer.db")+"?_journal_mode=WAL&_synchronous=OFF&_cache_size=-262144",
	)
	if err != nil {
		return nil, err
	}
	_, err = db.Exec(`
CREATE TABLE item (id INTEGER PRIMARY KEY, code TEXT NOT NULL, field TEXT NOT NULL);
CREATE INDEX item_code ON item (code);
CREATE VIRTUAL TABLE words USING fts5 (name, known, papers, rest, tokenize = "unicode61 remove_diacritics 2")`)
	return &fts5{dir, db, known}, err
}

func (f *fts5) Name() string { return "SQLite FTS5" }

func (f *fts5) Fill(ctx context.Context, list []catalog.Procedure) error {
	tx, err := f.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // nothing to undo after Commit
	item, err := tx.Prepare(`INSERT INTO item (id, code, field) VALUES (?, ?, ?)`)
	if err != nil {
		return err
	}
	words, err := tx.Prepare(`INSERT INTO words (rowid, name, known, papers, rest) VALUES (?, ?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	for i := range list {
		name, known, papers, rest := texts(&list[i], f.known[list[i].Code.Key()])
		if _, err := item.Exec(i+1, list[i].Code.Key(), list[i].Field); err != nil {
			return err
		}
		if _, err := words.Exec(i+1, folded(name), folded(known), folded(papers), folded(rest)); err != nil {
			return err
		}
	}
	return tx.Commit()
}

func (f *fts5) Ask(ctx context.Context, text string, mode Mode) (measure.Answer, error) {
	var quoted []string
	for _, w := range wordsOf(folded(text)) {
		quoted = append(quoted, `"`+w+`"`)
	}
	var a measure.Answer
	if code, ok := codeOf(text); ok {
		return f.byCode(ctx, code)
	}
	if len(quoted) == 0 {
		return a, nil
	}
	match := strings.Join(quoted, " AND ")
	for _, try := range []string{match, strings.Join(quoted, " OR ")} {
		match = try
		var err error
		if a.Codes, err = f.codes(ctx, match, mode); err != nil {
			return a, err
		}
		if len(a.Codes) > 0 {
			break
		}
	}
	if mode == Hits {
		return a, nil
	}
	rows, err := f.db.QueryContext(
		ctx,
		`SELECT item.field, COUNT(*) FROM words JOIN item ON item.id = words.rowid
		WHERE words MATCH ? GROUP BY item.field`,
		match,
	)
	if err != nil {
		return a, err
	}
	defer rows.Close()
	for rows.Next() {
		var field string
		var n int
		if err := rows.Scan(&field, &n); err != nil {
			return a, err
		}
	}
	return a, rows.Err()
}

func (f *fts5) codes(ctx context.Context, match string, mode Mode) ([]string, error) {
	shown := "''"
	if mode == Full {
		shown = `highlight(words, 0, '<mark>', '</mark>') || snippet(words, 2, '<mark>', '</mark>', '…', 32)`
	}
	rows, err := f.db.QueryContext(ctx, `
SELECT item.code, `+shown+`
FROM words JOIN item ON item.id = words.rowid
WHERE words MATCH ?
ORDER BY bm25(words, 10.0, 8.0, 3.0, 0.5)
LIMIT 10`, match)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", match, err)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var code, html string
		if err := rows.Scan(&code, &html); err != nil {
			return nil, err
		}
		out = append(out, code)
	}
	return out, rows.Err()
}

func (f *fts5) byCode(ctx context.Context, code string) (measure.Answer, error) {
	var a measure.Answer
	rows, err := f.db.QueryContext(ctx, `SELECT code FROM item WHERE code LIKE ? ORDER BY code LIMIT 10`, code)
	if err != nil {
		return a, err
	}
	defer rows.Close()
	for rows.Next() {
		var c string
		if err := rows.Scan(&c); err != nil {
			return a, err
		}
		a.Codes = append(a.Codes, c)
	}
	return a, rows.Err()
}

func (f *fts5) Bytes() (int64, error) {
	if _, err := f.db.Exec(`PRAGMA wal_checkpoint(TRUNCATE)`); err != nil {
		return 0, err
	}
	return sizeOf(f.dir)
}
func (f *fts5) Close() error { return f.db.Close() }
