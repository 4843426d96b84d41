package store

import (
	"context"
	"fmt"

	"rasoat/review"
)

// additionForm is how versions of requests for additions are written.
var additionForm = snapshot[review.AdditionRequest]{}

// Additions is a plan's request for additions to the list of internal procedures and its version;
// value.ErrNotFound where nobody has begun one.
func (r reader) Additions(ctx context.Context, plan review.PlanID) (review.AdditionRequest, int, error) {
	k, err := one(ctx, r, func(row scanner) (k kept, err error) {
		err = row.Scan(&k.number, &k.body)
		return k, err
	}, `
SELECT
	version,
	body
FROM addition
WHERE agency = ? AND plan = ?`, r.agency, plan)
	if err != nil {
		return review.AdditionRequest{}, 0, fmt.Errorf("additions %s: %w", plan, err)
	}
	a, err := additionForm.open([]byte(k.body))
	return a, k.number, err
}

// SaveAdditions saves a plan's request as the version after base, 0 where it is new; *value.Conflict where
// another version stands.
func (tx *Tx) SaveAdditions(ctx context.Context, plan review.PlanID, a review.AdditionRequest, base int) (int, error) {
	newest, err := tx.newest(ctx, `
SELECT version
FROM addition
WHERE agency = ? AND plan = ?`, tx.agency, plan)
	if err != nil {
		return 0, err
	}
	return saveNext(ctx, tx, additionForm, "additions", string(plan), a, base, newest, func(number int, text string) error {
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
