package app

import (
	"context"

	"rasoat/account"
	"rasoat/review"
	"rasoat/value"
)

// Requests is what the proposals of a plan ask of others: documents to be amended, procedures to be decentralised.
type Requests struct {
	Plan          review.Plan
	Texts         []review.TextRequest
	Decentralised []review.Decentralisation
}

// Requests gathers what the proposals of a plan ask of others today; "" is the plan that is followed.
func (a *App) Requests(ctx context.Context, by Person, plan string) (Requests, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return Requests{}, err
	}
	in, err := a.targetInput(ctx, plan, value.Date{})
	if err != nil {
		return Requests{}, err
	}
	out := Requests{Plan: in.Plan}
	all, err := allStandings(in)
	out.Texts, out.Decentralised = review.TextRequests(all), review.Decentralisations(all)
	return out, err
}

// allStandings are the procedures of all campaigns of a plan as they stand on the day that is looked at.
func allStandings(in review.TargetInput) (out []review.Standing, err error) {
	for _, c := range in.Plan.Campaigns {
		all, err := standingsOf(in, c.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, all...)
	}
	return out, nil
}
