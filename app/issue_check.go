package app

import (
	"context"
	"slices"

	"rasoat/report"
	"rasoat/review"
	"rasoat/store"
)

// Outgoing is a report as it would go out: its document, and what that sets in motion.
type Outgoing struct {
	Title      string
	Number     review.PaperNumber // as it will be printed
	Addressees []string
	Recipients []string      // as they stand below "Nơi nhận"
	Holes      []string      // particulars and passages that are missing
	Period     review.Period // of a monthly report
	Effects    []DutyEffect

	document report.Document
	plan     review.Plan
	options  ReportOptions
	targets  []review.TargetResult
	dates    []string // of the plan, that it fulfils
}

// DutyEffect is what a report that goes out is to a date of the plan which asks for one: it fulfils it, or it does not
// because another paper was noted for it, or because the list of the campaign is not reviewed whole.
type DutyEffect struct {
	review.Due
	Fulfils  bool
	Campaign Board // of a date that asks for the results of a campaign
}

// CheckIssue says what would go out, and refuses what IssueReport would refuse.
func (a *App) CheckIssue(ctx context.Context, by Person, o ReportOptions) (Outgoing, error) {
	out, err := a.outgoing(ctx, by, o)
	if err != nil {
		return out, err
	}
	if _, err := a.store.HasNumber(ctx, store.Paper{Number: out.Number, Date: out.options.Date}); err != nil {
		return out, err
	}
	if o.Kind == string(report.KindMonthly) {
		calendar, err := a.Calendar(ctx)
		if err != nil {
			return out, err
		}
		out.Period = review.PeriodOf(out.plan, out.options.Month, calendar)
	}
	d := out.document
	particulars, passages := d.Holes()
	out.Title, out.Addressees, out.Recipients = d.Title, d.Addressees, d.OtherRecipients()
	out.Holes = append(particulars, passages...)
	out.Effects, err = a.effects(ctx, out.plan, out.options, out.dates)
	return out, err
}

// SummaryEffects are what the report on the results of a campaign, or of all of a plan, is to the plan's dates today.
func (a *App) SummaryEffects(ctx context.Context, plan string, c review.CampaignID) ([]DutyEffect, error) {
	p, _, err := a.Plan(ctx, plan)
	if err != nil {
		return nil, err
	}
	o := ReportOptions{Kind: string(report.KindReviewSummary), Campaign: c, Date: a.Today()}
	dates, err := a.fulfilledBy(ctx, p, o)
	if err != nil {
		return nil, err
	}
	return a.effects(ctx, p, o, dates)
}

// effects are what a report is to the dates of the plan that ask for one, of which it fulfils some.
func (a *App) effects(
	ctx context.Context, p review.Plan, o ReportOptions, fulfilled []string,
) ([]DutyEffect, error) {
	s, err := a.planToday(ctx, string(p.ID))
	if err != nil {
		return nil, err
	}
	var out []DutyEffect
	for _, d := range s.dues {
		isFulfilled := slices.Contains(fulfilled, d.ID)
		e := DutyEffect{Due: d, Fulfils: isFulfilled && d.IsOpen()}
		for _, b := range s.boards {
			asks := b.Campaign.ID == d.Campaign && d.Kind == review.DutyDue && len(d.Targets) == 0
			isAbout := o.Campaign == "" || o.Campaign == d.Campaign
			if asks && isAbout && o.Kind == string(report.KindReviewSummary) {
				e.Campaign, isFulfilled = b, true
			}
		}
		if isFulfilled {
			out = append(out, e)
		}
	}
	return out, nil
}
