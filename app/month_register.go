package app

import (
	"context"
	"slices"

	"rasoat/report"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// registersIn is what the registers of decisions and petitions have to tell of a period, as it was on its last day or
// on an earlier one while it is not over.
func (a *App) registersIn(ctx context.Context, period review.Period, last value.Date) (report.MonthlyRegisters, error) {
	period.To = last
	out := report.MonthlyRegisters{Touch: a.touchName, Last: last}
	decisions, err := a.decisions(ctx)
	if err != nil {
		return out, err
	}
	slices.Reverse(decisions) // in the order of receipt
	out.Postings = review.PostingsIn(decisions, period)
	for _, x := range decisions {
		if x.Received.After(last) {
			continue
		}
		out.Kept = true
		open := !x.Before && x.Exempt == "" && (!x.IsPosted() || x.Posting.On.After(last))
		if open || period.Has(x.Received) {
			out.Decisions = append(out.Decisions, x)
		}
	}
	petitions, err := a.store.Feedbacks(ctx, store.FeedbackFilter{})
	if err != nil {
		return out, err
	}
	out.Feedback = review.FeedbackIn(value.Values(petitions), period)
	return out, nil
}
