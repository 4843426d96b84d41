package app

import (
	"context"
	"errors"

	"rasoat/report"
	"rasoat/review"
	"rasoat/value"
)

// GroundsAmiss tells which grounds a decision of a day on campaigns of a plan leaves out because they are not in force
// then, or that the plan has none.
//
//	ground.ended ground.not_yet ground.none
func (a *App) GroundsAmiss(
	ctx context.Context, plan string, on value.Date, campaigns ...review.CampaignID,
) (value.Problems, error) {
	p, _, err := a.Plan(ctx, plan)
	if err != nil {
		return nil, err
	}
	return review.GroundsAmiss(p, on, campaigns...), nil
}

// ReportAmiss says why a report cannot be made, or else which grounds it leaves out.
func (a *App) ReportAmiss(ctx context.Context, o ReportOptions) (refused, amiss value.Problems, err error) {
	d, err := documents[report.Kind(o.Kind)](a, ctx, o)
	if errors.As(err, &refused) {
		return refused, nil, nil
	}
	if err != nil || o.Kind != string(report.KindDecision) {
		return nil, nil, err
	}
	if o.Campaign == "" {
		o.Campaign = review.CampaignInternalB
	}
	amiss, err = a.GroundsAmiss(ctx, o.Plan, d.Date, o.Campaign)
	return nil, amiss, err
}
