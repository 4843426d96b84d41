package store

import (
	"context"
	"fmt"
	"strconv"

	"rasoat/review"
	"rasoat/value"
)

// remarkForm is how remarks are written.
var remarkForm = snapshot[review.Remark]{kind: "remark"}

// Remark is a remark about a proposal with the version that stands.
type Remark = value.Versioned[review.Remark]

const remarkColumns = `
SELECT
	version,
	body
FROM remark
`

// Remarks lists what was said about a proposal, oldest first.
func (r reader) Remarks(ctx context.Context, id review.ProposalID) ([]Remark, error) {
	all, err := list(ctx, r, remarkForm.scan, remarkColumns+"WHERE agency = ? AND proposal = ? ORDER BY id",
		r.agency, id)
	if err != nil {
		return nil, fmt.Errorf("remarks on %s: %w", proposalName(id), err)
	}
	return all, nil
}

// OpenRemarks lists the remarks on all proposals that are not settled, oldest first.
func (r reader) OpenRemarks(ctx context.Context) ([]Remark, error) {
	all, err := list(ctx, r, remarkForm.scan, remarkColumns+"WHERE agency = ? AND open ORDER BY id", r.agency)
	if err != nil {
		return nil, fmt.Errorf("open remarks: %w", err)
	}
	return all, nil
}

// Remark is one remark; value.ErrNotFound where there is none.
func (r reader) Remark(ctx context.Context, id review.RemarkID) (Remark, error) {
	x, err := one(ctx, r, remarkForm.scan, remarkColumns+"WHERE agency = ? AND id = ?", r.agency, id)
	if err != nil {
		return x, fmt.Errorf("remark %d: %w", id, err)
	}
	return x, nil
}

// AddRemark stores a new remark under a number of its own.
func (tx *Tx) AddRemark(ctx context.Context, x review.Remark) error {
	id, err := tx.next(ctx, "remark")
	if err != nil {
		return err
	}
	x.ID = review.RemarkID(id)
	return tx.SaveRemark(ctx, x, 0)
}

// SaveRemark saves a remark as the version after base; *value.Conflict where another version stands.
func (tx *Tx) SaveRemark(ctx context.Context, x review.Remark, base int) error {
	_, err := remarkForm.saveNext(ctx, tx, strconv.FormatInt(int64(x.ID), 10), x, base,
		func(number int, text string) error {
			_, err := tx.exec(ctx, `
INSERT INTO remark (
	agency,
	id,
	proposal,
	open,
	version,
	body
) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, id) DO UPDATE SET
	open = excluded.open,
	version = excluded.version,
	body = excluded.body`, tx.agency, x.ID, x.Proposal, x.IsOpen(), number, text)
			return err
		})
	return err
}
