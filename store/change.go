package store

import "context"

// Change is one entry of the change log: something that the search index must look at again.
type Change struct {
	Seq  int64
	Kind string // "procedure"
	Key  string // key of the procedure
}

// Changes lists at most limit entries after number after, oldest first; limit ≤ 0 is all.
func (r reader) Changes(ctx context.Context, after int64, limit int) ([]Change, error) {
	return list(ctx, r, scanChange, `
SELECT
	seq,
	kind,
	item
FROM change_log
WHERE agency = ? AND seq > ?
ORDER BY seq
LIMIT ?`, r.agency, after, limitOrAll(limit))
}

func scanChange(row scanner) (c Change, err error) {
	err = row.Scan(&c.Seq, &c.Kind, &c.Key)
	return c, err
}

// LastSeq is the number of the newest entry, 0 where there is none.
func (r reader) LastSeq(ctx context.Context) (int64, error) {
	return one(ctx, r, scanValue[int64], `
SELECT COALESCE(MAX(seq), 0)
FROM change_log
WHERE agency = ?`, r.agency)
}

// logChange appends to the change log.
func (tx *Tx) logChange(ctx context.Context, kind, key string) error {
	if tx.change == 0 {
		var err error
		if tx.change, err = tx.LastSeq(ctx); err != nil {
			return err
		}
	}
	tx.change++
	_, err := tx.exec(ctx, `
INSERT INTO change_log (
	agency,
	seq,
	kind,
	item
) VALUES (?, ?, ?, ?)`, tx.agency, tx.change, kind, key)
	return err
}
