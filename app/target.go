package app

import (
	"context"

	"rasoat/review"
	"rasoat/value"
)

// Targets is the target check of a plan on a day (interface.md, Targets). A zero day is today.
func (a *App) Targets(ctx context.Context, plan string, asOf value.Date) (review.TargetReport, error) {
	in, err := a.targetInput(ctx, plan, asOf)
	if err != nil {
		return review.TargetReport{}, err
	}
	return review.CheckTargets(in)
}

// targetInput reads everything the check needs: lists, proposals, rules each campaign started under.
func (a *App) targetInput(ctx context.Context, plan string, asOf value.Date) (review.TargetInput, error) {
	var in review.TargetInput
	p, _, err := a.Plan(ctx, plan)
	if err != nil {
		return in, err
	}
	if asOf.IsZero() {
		asOf = a.Today()
	}
	in = review.TargetInput{Plan: p, AsOf: asOf, Rules: map[review.CampaignID]review.Rules{}, Lists: map[review.CampaignID][]review.ListItem{}}
	for _, c := range p.Campaigns {
		head, list, proposals, err := a.campaign(ctx, p, c.ID)
		if err != nil {
			return in, err
		}
		in.Rules[c.ID], in.Lists[c.ID] = head.Rules, list
		in.Proposals = append(in.Proposals, proposals...)
	}
	if in.Issued, err = a.store.Issued(ctx, p.ID); err != nil {
		return in, err
	}
	in.Calendar, err = a.Calendar(ctx)
	return in, err
}
