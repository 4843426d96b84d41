package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"rasoat/review"
	"rasoat/value"
)

// Issued is a report that went out: frozen, with the figures it printed.
type Issued struct {
	ID      int64
	Plan    review.PlanID
	Kind    string
	Number  string
	Date    value.Date
	Title   string
	Figures json.RawMessage // what it printed, and the versions it printed it from
	Docx    string          // sha256 of the document in the store's files
	Scan    string          // sha256 of the signed scan, "" until there is one
	Author  string          // who issued it; set by the store, as are ID and At
	At      time.Time

	Withdrawn *Withdrawal // nil while it stands
}

// Withdrawal says why an issued report was taken back.
type Withdrawal struct {
	Reason string    `json:"reason"`
	By     string    `json:"by"` // set by the store, as is At
	At     time.Time `json:"at"`
}

const issuedColumns = `
SELECT
	id,
	plan,
	kind,
	number,
	date,
	title,
	figures,
	docx,
	scan,
	author,
	at,
	withdrawn
FROM report
`

func scanIssued(row scanner) (i Issued, err error) {
	var figures, withdrawn string
	err = row.Scan(&i.ID, &i.Plan, &i.Kind, &i.Number, &i.Date, &i.Title, &figures, &i.Docx, &i.Scan,
		&i.Author, (*stamp)(&i.At), &withdrawn)
	i.Figures = json.RawMessage(figures)
	if err == nil && withdrawn != "" {
		err = json.Unmarshal([]byte(withdrawn), &i.Withdrawn)
	}
	return i, err
}

// Report is one issued report; value.ErrNotFound where there is none.
func (r reader) Report(ctx context.Context, id int64) (Issued, error) {
	i, err := one(ctx, r, scanIssued, issuedColumns+"WHERE agency = ? AND id = ?", r.agency, id)
	if err != nil {
		return i, fmt.Errorf("report %d: %w", id, err)
	}
	return i, nil
}

// Reports lists the issued reports of a plan, newest first.
func (r reader) Reports(ctx context.Context, plan review.PlanID) ([]Issued, error) {
	return list(ctx, r, scanIssued, issuedColumns+"WHERE agency = ? AND plan = ? ORDER BY id DESC", r.agency, plan)
}

// InsertReport freezes an issued report and gives it its number in the store. Its files must stand already.
func (tx *Tx) InsertReport(ctx context.Context, i Issued) (int64, error) {
	id, err := tx.next(ctx, "report")
	if err != nil {
		return 0, err
	}
	_, err = tx.exec(ctx, `
INSERT INTO report (
	agency,
	id,
	plan,
	kind,
	number,
	date,
	title,
	figures,
	docx,
	scan,
	author,
	at
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		tx.agency, id, i.Plan, i.Kind, i.Number, i.Date, i.Title, string(i.Figures), i.Docx, i.Scan, tx.actor,
		stamp(tx.now))
	if err != nil {
		return 0, fmt.Errorf("report %s: %w", i.Kind, err)
	}
	return id, tx.note(ctx, "report.issue", fmt.Sprintf("report %d", id), map[string]any{
		"plan":    i.Plan,
		"kind":    i.Kind,
		"number":  i.Number,
		"date":    i.Date,
		"figures": hashOf(i.Figures),
		"docx":    i.Docx,
	})
}

// WithdrawReport takes an issued report back; value.ErrNotFound where there is none that stands.
func (tx *Tx) WithdrawReport(ctx context.Context, id int64, reason string) error {
	withdrawn, err := json.Marshal(Withdrawal{Reason: reason, By: tx.actor, At: tx.now})
	if err != nil {
		return err
	}
	n, err := tx.exec(ctx, `
UPDATE report
SET withdrawn = ?
WHERE agency = ? AND id = ? AND withdrawn = ''`, string(withdrawn), tx.agency, id)
	if err == nil && n == 0 {
		err = value.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("report %d: %w", id, err)
	}
	return tx.note(ctx, "report.withdraw", fmt.Sprintf("report %d", id), map[string]any{"reason": reason})
}

// AttachScan adds the signed scan to an issued report: the one thing of it that may still come.
func (tx *Tx) AttachScan(ctx context.Context, id int64, sha string) error {
	n, err := tx.exec(ctx, `
UPDATE report
SET scan = ?
WHERE agency = ? AND id = ?`, sha, tx.agency, id)
	if err == nil && n == 0 {
		err = value.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("report %d: %w", id, err)
	}
	return tx.note(ctx, "report.scan", fmt.Sprintf("report %d", id), map[string]any{"scan": sha})
}
