package store

import (
	"context"
	"fmt"

	"rasoat/review"
	"rasoat/value"
)

// settlementForm is how tables of files received and settled are written.
var settlementForm = snapshot[review.Settlement]{kind: "settlement"}

// Settlements lists the tables of files received and settled of a plan, by month, each with the version that stands.
func (r reader) Settlements(ctx context.Context, plan review.PlanID) ([]value.Versioned[review.Settlement], error) {
	all, err := list(ctx, r, settlementForm.scanSigned, `
SELECT
	version,
	author,
	at,
	body
FROM settlement
WHERE agency = ? AND plan = ?
ORDER BY month`, r.agency, plan)
	if err != nil {
		return nil, fmt.Errorf("settlements of %s: %w", plan, err)
	}
	return all, nil
}

// SettlementVersion is a version of a table as the audit chain names it; value.ErrNotFound where there is none.
func (r reader) SettlementVersion(ctx context.Context, item string, number int) (review.Settlement, error) {
	v, err := settlementForm.version(ctx, r, item, number)
	return v.Value, err
}

// SaveSettlement saves a table as the version after base, 0 where it is new; *value.Conflict where another version
// stands.
func (tx *Tx) SaveSettlement(ctx context.Context, plan review.PlanID, s review.Settlement, base int) (int, error) {
	item := string(plan) + "/" + s.Month.String()
	return settlementForm.saveNext(ctx, tx, item, s, base, func(number int, text string) error {
		_, err := tx.exec(ctx, `
INSERT INTO settlement (
	agency,
	plan,
	month,
	version,
	author,
	at,
	body
) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, plan, month) DO UPDATE SET
	version = excluded.version,
	author = excluded.author,
	at = excluded.at,
	body = excluded.body`, tx.agency, plan, s.Month, number, tx.actor, stamp(tx.now), text)
		return err
	})
}
