package app

import (
	"context"

	"rasoat/catalog"
	"rasoat/report"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// internalList is the list of internal procedures on the report's day.
func (a *App) internalList(ctx context.Context, o ReportOptions) (report.Document, error) {
	p, _, err := a.Plan(ctx, o.Plan)
	if err != nil {
		return report.Document{}, err
	}
	commune, _, err := a.Commune(ctx)
	if err != nil {
		return report.Document{}, err
	}
	if o.Date.IsZero() {
		o.Date = a.Today()
	}
	commune = commune.under(p)
	p.Issuer = commune.issuerOf(p)
	in := report.InternalList{
		Letterhead: commune.letterhead("BC"),
		Number:     o.Number,
		Date:       o.Date,
		AsOf:       o.Date,
		Addressees: []string{commune.Superior},
		Plan:       p,
		Part:       func(p catalog.Part) string { return a.text.Name("part", string(p)) },
	}
	all, err := a.store.Procedures(ctx, store.Filter{Kind: catalog.Internal})
	if err != nil {
		return report.Document{}, err
	}
	for _, v := range all {
		switch p := v.Procedure; {
		case !p.Ours.IsOurs() || p.Status == catalog.Typical || p.Status == catalog.Draft:
		case hasEnded(p, o.Date):
			if p.Validity.Until.Year == in.Plan.Year {
				in.Ended = append(in.Ended, p)
			}
		default:
			in.Holding = append(in.Holding, p)
		}
	}
	for _, list := range [][]catalog.Procedure{in.Holding, in.Ended} {
		viet.SortBy(list, func(p catalog.Procedure) string { return p.Name })
		viet.SortBy(list, func(p catalog.Procedure) string { return p.Field })
		viet.SortBy(list, func(p catalog.Procedure) string { return string(p.Group) })
	}
	return in.Document(), nil
}

// hasEnded reports whether a procedure has stopped to hold by the end of a day (handbook §4.5: from ≤ d < until). One
// that is repealed on no known day has.
func hasEnded(p catalog.Procedure, on value.Date) bool {
	if p.Validity.Until.IsZero() {
		return p.Status == catalog.Repealed
	}
	return !on.Before(p.Validity.Until)
}

// reviewPlanReport is the review plan as a document.
func (a *App) reviewPlanReport(ctx context.Context, o ReportOptions) (report.Document, error) {
	s, err := a.planToday(ctx, o.Plan)
	if err != nil {
		return report.Document{}, err
	}
	p := s.in.Plan
	if o.Campaign != "" && !hasCampaign(p, o.Campaign) {
		return report.Document{}, value.Problems{{
			Field: "--campaign",
			Code:  "campaign.unknown",
			Args:  []any{o.Campaign, p.Number},
		}}
	}
	commune, _, err := a.Commune(ctx)
	if err != nil {
		return report.Document{}, err
	}
	if o.Date.IsZero() {
		o.Date = a.Today()
	}
	commune = commune.under(p)
	p.Issuer = commune.issuerOf(p)
	in := report.ReviewPlan{Letterhead: commune.letterhead("KH"), Number: o.Number, Date: o.Date, Plan: p}
	for _, b := range s.boards {
		if o.Campaign == "" || b.Campaign.ID == o.Campaign {
			b.Campaign = commune.withAddressee(s.in.Plan, b.Campaign)
			in.Campaigns = append(in.Campaigns, plannedCampaign(p, b))
		}
	}
	return in.Document(), nil
}

func plannedCampaign(p review.Plan, b Board) report.PlannedCampaign {
	c := report.PlannedCampaign{Plan: b.Campaign, Rules: b.Rules}
	for _, t := range p.Targets {
		if t.Campaign == b.Campaign.ID {
			c.Targets = append(c.Targets, t)
		}
	}
	for _, l := range b.Lines {
		x := report.PlannedItem{Item: l.Of.Item, Unit: l.Officer.Unit}
		if l.Officer.Name != "" {
			x.Who = l.Officer.Shown()
		}
		c.Items = append(c.Items, x)
	}
	return c
}
