package store

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"rasoat/review"
	"rasoat/value"
)

// Paper is a number that was given to a paper of the commune.
type Paper struct {
	Number review.PaperNumber
	Date   value.Date
	Item   string // what has it: "report 12"; "decision", which stands for all that was decided in one paper
}

func scanPaper(row scanner) (p Paper, err error) {
	err = row.Scan(&p.Number.Number, &p.Number.Symbol, &p.Date, &p.Item)
	return p, err
}

const papers = `
SELECT
	number,
	symbol,
	date,
	item
FROM paper
`

// HasNumber reports whether a paper has its number already; a number that another paper has is a problem.
//
//	paper.taken
func (r reader) HasNumber(ctx context.Context, p Paper) (bool, error) {
	given, err := one(ctx, r, scanPaper, papers+"WHERE agency = ? AND symbol = ? AND year = ? AND number = ?",
		r.agency, p.Number.Row(), p.Date.Year, p.Number.Number)
	switch {
	case errors.Is(err, value.ErrNotFound):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("number %s: %w", p.Number, err)
	case given.Item == p.Item && given.Date == p.Date:
		return true, nil
	}
	return false, value.Problems{{
		Field: "number",
		Code:  "paper.taken",
		Args:  []any{p.Number.String(), given.Date},
	}}
}

// TakeNumber gives a number to a paper, unless another has it: no two papers of a symbol and year have one number. A
// decision may be noted with each thing that it decides, under its own day. A number once given stays given, whatever
// becomes of the paper.
//
//	paper.taken
func (tx *Tx) TakeNumber(ctx context.Context, p Paper) error {
	has, err := tx.HasNumber(ctx, p)
	if err != nil || has {
		return err
	}
	_, err = tx.exec(ctx, `
INSERT INTO paper (
	agency,
	symbol,
	year,
	number,
	date,
	item
) VALUES (?, ?, ?, ?, ?, ?)`,
		tx.agency, p.Number.Row(), p.Date.Year, p.Number.Number, p.Date, p.Item)
	if err != nil {
		return fmt.Errorf("number %s: %w", p.Number, err)
	}
	return nil // noted with the paper itself
}

// noteDecision puts the number of a decision that is saved with what it decided into the row of numbers, however it
// came here: an import may bring one that another paper has, and is not refused for it.
func (tx *Tx) noteDecision(ctx context.Context, d review.DecisionRef) error {
	number, wrong := review.ParsePaperNumber(d.Number)
	if len(wrong) > 0 || number.Symbol == "" || d.Date.IsZero() {
		return nil
	}
	err := tx.TakeNumber(ctx, Paper{Number: number, Date: d.Date, Item: "decision"})
	if taken := (value.Problems)(nil); errors.As(err, &taken) {
		return nil
	}
	return err
}

// FreeNumber gives the number of a paper free, which has another now.
func (tx *Tx) FreeNumber(ctx context.Context, p Paper) error {
	_, err := tx.exec(ctx, `
DELETE FROM paper
WHERE agency = ? AND symbol = ? AND year = ? AND number = ? AND item = ?`,
		tx.agency, p.Number.Row(), p.Date.Year, p.Number.Number, p.Item)
	if err != nil {
		return fmt.Errorf("number %s: %w", p.Number, err)
	}
	return nil
}

// NoteCorrection writes into the record of what was done what number and day of a paper were, what they are, and why.
// The subject is what the paper is about: "restructuring 3".
func (tx *Tx) NoteCorrection(ctx context.Context, subject string, is review.DecisionRef, why review.Correction) error {
	return tx.note(ctx, "paper.correct", subject, map[string]any{"was": why.Was, "is": is, "reason": why.Reason})
}

// FreeDecision gives the number of a decision free, unless something was decided by it beside those proposals.
func (tx *Tx) FreeDecision(ctx context.Context, d review.DecisionRef, beside ...review.Proposal) error {
	number, wrong := review.ParsePaperNumber(d.Number)
	if len(wrong) > 0 {
		return nil // of before the row of numbers was kept
	}
	args := []any{tx.agency, number.Row(), d.Date.Year, number.Number, tx.agency, d.Number, d.Date}
	for _, p := range beside {
		args = append(args, p.ID)
	}
	_, err := tx.exec(ctx, `
DELETE FROM paper
WHERE agency = ? AND symbol = ? AND year = ? AND number = ? AND item = 'decision' AND NOT EXISTS (
	SELECT 1
	FROM proposal
	WHERE agency = ?
		AND json_extract(body, '$.body.Decision.number') = ? AND json_extract(body, '$.body.Decision.date') = ?
		AND id NOT IN (0`+strings.Repeat(", ?", len(beside))+`)
) AND NOT EXISTS (
	SELECT 1
	FROM restructuring
	WHERE agency = ?
		AND json_extract(body, '$.body.decision.number') = ? AND json_extract(body, '$.body.decision.date') = ?
) AND NOT EXISTS (
	SELECT 1
	FROM campaign_item, json_each(campaign_item.body, '$.body.Changes') AS moved
	WHERE campaign_item.agency = ?
		AND json_extract(moved.value, '$.decision.number') = ? AND json_extract(moved.value, '$.decision.date') = ?
)`, append(args, tx.agency, d.Number, d.Date, tx.agency, d.Number, d.Date)...)
	if err != nil {
		return fmt.Errorf("number %s: %w", number, err)
	}
	return nil
}
