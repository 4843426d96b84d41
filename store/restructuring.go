package store

import (
	"context"
	"fmt"
	"strconv"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// restructuringForm is how reviews of online services are written.
var restructuringForm = snapshot[review.Restructuring]{kind: "restructuring"}

// Restructuring is a review of an online service with the version that stands, or one of its versions.
type Restructuring = value.Versioned[review.Restructuring]

const restructuringColumns = `
SELECT
	version,
	body
FROM restructuring
`

// Restructurings lists the reviews of online services of a plan in the order in which they were begun; about one
// procedure where a key is given.
func (r reader) Restructurings(
	ctx context.Context, plan review.PlanID, procedure catalog.Code,
) ([]Restructuring, error) {
	var w where
	w.add("agency = ?", r.agency)
	w.add("plan = ?", plan)
	if procedure != "" {
		w.add("procedure = ?", procedure)
	}
	all, err := list(ctx, r, restructuringForm.scan, restructuringColumns+"WHERE "+w.String()+" ORDER BY id", w.args...)
	if err != nil {
		return nil, fmt.Errorf("reviews of services of %s: %w", plan, err)
	}
	return all, nil
}

// Restructuring is one review; value.ErrNotFound where there is none.
func (r reader) Restructuring(ctx context.Context, id review.RestructuringID) (Restructuring, error) {
	x, err := one(ctx, r, restructuringForm.scan, restructuringColumns+"WHERE agency = ? AND id = ?", r.agency, id)
	if err != nil {
		return x, fmt.Errorf("review of service %d: %w", id, err)
	}
	return x, nil
}

// RestructuringVersions lists all versions of a review, newest first.
func (r reader) RestructuringVersions(ctx context.Context, id review.RestructuringID) ([]Restructuring, error) {
	return restructuringForm.versions(ctx, r, strconv.FormatInt(int64(id), 10))
}

// AddRestructuring stores a review that begins, under a number of its own.
func (tx *Tx) AddRestructuring(ctx context.Context, r review.Restructuring) (review.RestructuringID, error) {
	id, err := tx.next(ctx, "restructuring")
	if err != nil {
		return 0, err
	}
	r.ID = review.RestructuringID(id)
	_, err = tx.SaveRestructuring(ctx, r, 0)
	return r.ID, err
}

// SaveRestructuring saves a review as the version after base; *value.Conflict where another version stands.
func (tx *Tx) SaveRestructuring(ctx context.Context, r review.Restructuring, base int) (int, error) {
	return restructuringForm.saveNext(ctx, tx, strconv.FormatInt(int64(r.ID), 10), r, base,
		func(number int, text string) error {
			_, err := tx.exec(ctx, `
INSERT INTO restructuring (
	agency,
	id,
	plan,
	procedure,
	state,
	version,
	body
) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, id) DO UPDATE SET
	state = excluded.state,
	version = excluded.version,
	body = excluded.body`, tx.agency, r.ID, r.Plan, r.Procedure.Key(), r.State, number, text)
			if err != nil {
				return err
			}
			return tx.noteDecision(ctx, r.Decision)
		})
}
