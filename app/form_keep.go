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

// formsOf are the review forms of a proposal's procedures, by key, asked on their papers, which bases have: an empty
// one where nobody has begun.
func formsOf(
	ctx context.Context, r forms, p review.Proposal, bases map[catalog.Code]catalog.Procedure,
) (map[catalog.Code]review.Form, error) {
	saved := map[catalog.Code]review.Form{}
	for _, m := range p.Members {
		v, err := r.Form(ctx, p.Plan, p.Campaign, m.Procedure.Key())
		if errors.Is(err, value.ErrNotFound) {
			saved[m.Procedure.Key()] = review.Form{}.On(bases[m.Procedure.Key()])
			continue
		}
		if err != nil {
			return nil, err
		}
		if saved[m.Procedure.Key()], err = readForm(v.Value, bases[m.Procedure.Key()]); err != nil {
			return nil, err
		}
	}
	return saved, nil
}
