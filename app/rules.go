package app

import (
	"context"

	"rasoat/account"
	"rasoat/review"
	"rasoat/store"
)

// RulesHistory is how the rules of a plan stood, newest first.
func (a *App) RulesHistory(ctx context.Context, plan review.PlanID) ([]Revision[review.Rules], error) {
	all, err := a.store.PlanHistory(ctx, plan)
	if err != nil {
		return nil, err
	}
	out := make([]Revision[review.Rules], len(all))
	for i, k := range all {
		out[i] = Revision[review.Rules]{Number: k.Number, Author: k.Author, At: k.At, Value: k.Value.Rules}
	}
	return out, nil
}

// SaveRules saves the rules of a plan with the plan, as the version after base; *value.Conflict where a newer one
// stands. Campaigns that have started keep the rules they started under.
func (a *App) SaveRules(ctx context.Context, by Person, plan review.PlanID, r review.Rules, base int) error {
	if err := by.must(account.EditPlan); err != nil {
		return err
	}
	if err := r.Check().Err(); err != nil {
		return err
	}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		p, _, err := tx.Plan(ctx, string(plan))
		if err != nil {
			return err
		}
		if err := p.Editable(); err != nil {
			return err
		}
		p.Rules = r
		_, err = tx.SavePlan(ctx, p, base)
		return err
	})
}
