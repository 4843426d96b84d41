package app

import (
	"context"
	"errors"

	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// campaign reads one campaign: its head, list and main proposals. One that has not been started has the
// plan's rules and an empty list.
func (a *App) campaign(ctx context.Context, p review.Plan, id review.CampaignID) (store.CampaignHead, []review.ListItem, []review.Proposal, error) {
	head, err := a.store.Campaign(ctx, p.ID, id)
	if errors.Is(err, value.ErrNotFound) {
		return store.CampaignHead{Rules: p.Rules}, nil, nil, nil
	}
	if err != nil {
		return head, nil, nil, err
	}
	list, err := a.store.CampaignList(ctx, p.ID, id)
	if err != nil {
		return head, nil, nil, err
	}
	proposals, err := a.store.Proposals(ctx, store.ProposalFilter{Plan: p.ID, Campaign: id})
	return head, list, proposals, err
}
