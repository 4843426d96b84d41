package store

import (
	"context"
	"fmt"

	"rasoat/review"
)

// additionForm is how versions of requests for additions are written.
var additionForm = snapshot[review.AdditionRequest]{kind: "additions"}

// Additions is a plan's request for additions to the list of internal procedures and its version;
// value.ErrNotFound where nobody has begun one.
func (r reader) Additions(ctx context.Context, plan review.PlanID) (review.AdditionRequest, int, error) {
	a, err := one(ctx, r, additionForm.scan, `
SELECT
	version,
	body
FROM addition
WHERE agency = ? AND plan = ?`, r.agency, plan)
	if err != nil {
		return review.AdditionRequest{}, 0, fmt.Errorf("additions %s: %w", plan, err)
	}
	return a.Value, a.Number, nil
}

// SaveAdditions saves a plan's request as the version after base, 0 where it is new; *value.Conflict where
// another version stands.
func (tx *Tx) SaveAdditions(ctx context.Context, plan review.PlanID, a review.AdditionRequest, base int) (int, error) {
	return additionForm.saveNext(ctx, tx, string(plan), a, base, func(number int, text string) error {
		_, err := tx.exec(ctx, `
INSERT INTO addition (
	agency,
	plan,
	version,
	body
) VALUES (?, ?, ?, ?)
ON CONFLICT (agency, plan) DO UPDATE SET
	version = excluded.version,
	body = excluded.body`, tx.agency, plan, number, text)
		return err
	})
}
