package app

import (
	"context"
	"errors"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// forms is where saved review forms are read: the store, or a transaction on it.
type forms interface {
	Form(ctx context.Context, p review.PlanID, c review.CampaignID, key catalog.Code) (store.FormVersion, error)
}

// formsOf are the review forms that are saved of a proposal's procedures, by key.
func formsOf(ctx context.Context, r forms, p review.Proposal) (map[catalog.Code]review.Form, error) {
	saved := map[catalog.Code]review.Form{}
	for _, m := range p.Members {
		v, err := r.Form(ctx, p.Plan, p.Campaign, m.Procedure.Key())
		if errors.Is(err, value.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if saved[m.Procedure.Key()], err = readForm(v.Value); err != nil {
			return nil, err
		}
	}
	return saved, nil
}
