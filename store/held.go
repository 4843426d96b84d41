package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"
)

// Held is a row of an import that contradicts what is known and waits for a person.
type Held struct {
	ID      int64
	File    string
	Format  string
	Row     int
	Code    string // as the file has it; it need not be a code
	Name    string
	Reason  string // a code; app/text has the sentence
	Args    []string
	Payload json.RawMessage // the procedure that was read
	At      time.Time
}

const heldColumns = `
SELECT
	id,
	file,
	format,
	line,
	code,
	name,
	reason,
	args,
	payload,
	at
FROM held
`

// HeldRows lists what waits, oldest first.
func (r reader) HeldRows(ctx context.Context) ([]Held, error) {
	return list(ctx, r, scanHeld, heldColumns+"WHERE agency = ? AND NOT resolved ORDER BY id", r.agency)
}

// HeldRow is one row that waits; value.ErrNotFound where it does not.
func (r reader) HeldRow(ctx context.Context, id int64) (Held, error) {
	h, err := one(ctx, r, scanHeld, heldColumns+"WHERE agency = ? AND id = ? AND NOT resolved", r.agency, id)
	if err != nil {
		return h, fmt.Errorf("held row %d: %w", id, err)
	}
	return h, nil
}

// DecidedRows lists the rows that a person has decided about, oldest first.
func (r reader) DecidedRows(ctx context.Context) ([]Held, error) {
	return list(ctx, r, scanHeld, heldColumns+"WHERE agency = ? AND resolved ORDER BY id", r.agency)
}

func scanHeld(row scanner) (h Held, err error) {
	var payload string
	err = row.Scan(&h.ID, &h.File, &h.Format, &h.Row, &h.Code, &h.Name, &h.Reason, jsonOf(&h.Args), &payload,
		(*stamp)(&h.At))
	h.Payload = json.RawMessage(payload)
	return h, err
}

// AddHeld puts a row aside; ID and At are the store's. A row that waits already, of the same format, code,
// name and reason, is brought up to date and not asked twice.
func (tx *Tx) AddHeld(ctx context.Context, h Held) error {
	id, err := tx.next(ctx, "held")
	if err != nil {
		return err
	}
	_, err = tx.exec(ctx, `
INSERT INTO held (
	agency,
	id,
	file,
	format,
	line,
	code,
	name,
	reason,
	args,
	payload,
	at
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, format, code, name, reason) WHERE NOT resolved DO UPDATE SET
	file = excluded.file,
	line = excluded.line,
	args = excluded.args,
	payload = excluded.payload,
	at = excluded.at`,
		tx.agency, id, h.File, h.Format, h.Row, h.Code, h.Name, h.Reason, jsonOf(&h.Args), string(h.Payload),
		stamp(tx.now))
	if err != nil {
		return fmt.Errorf("held row %d of %s: %w", h.Row, h.File, err)
	}
	return tx.note(ctx, "held.add", "held "+h.Code,
		map[string]any{"file": h.File, "row": h.Row, "reason": h.Reason})
}

// ResolveHeld says that a person has decided about a row, how and why; value.ErrNotFound where it does not wait.
func (tx *Tx) ResolveHeld(ctx context.Context, id int64, decision, reason string) error {
	code, err := one(ctx, tx.reader, scanValue[string], `
UPDATE held
SET resolved = TRUE
WHERE agency = ? AND id = ? AND NOT resolved
RETURNING code`, tx.agency, id)
	if err != nil {
		return fmt.Errorf("held row %d: %w", id, err)
	}
	return tx.note(ctx, "held.resolve", "held "+code, map[string]any{"id": id, "decision": decision, "reason": reason})
}

// CountHeld is how many rows wait.
func (r reader) CountHeld(ctx context.Context) (int, error) {
	return one(ctx, r, scanValue[int], `
SELECT COUNT(*)
FROM held
WHERE agency = ? AND NOT resolved`, r.agency)
}
