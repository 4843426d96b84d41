package app

import (
	"context"

	"rasoat/report"
	"rasoat/review"
	"rasoat/value"
)

// SummaryBook is the report on a review's results as people work on it, for one campaign of a plan or for all.
type SummaryBook struct {
	Plan     review.Plan
	Campaign review.CampaignID // empty: all of the plan
	Title    string
	AsOf     value.Date
	Entries  map[review.PlaceID]SavedEntry // what was written, at review.SummaryPlace
	Found    []FoundLine                   // what the program found itself: part II
	Holes    []string                      // particulars and passages that are missing
	Issued   []IssuedReport                // newest first, with those that were taken back
}

// FoundLine is one thing that the program found itself for a report.
type FoundLine = report.FoundLine

// Summary is the report on a review's results as it stands today.
func (a *App) Summary(ctx context.Context, plan string, c review.CampaignID) (SummaryBook, error) {
	in, err := a.summaryOf(ctx, ReportOptions{Plan: plan, Campaign: c})
	if err != nil {
		return SummaryBook{}, err
	}
	d := in.Document()
	b := SummaryBook{Plan: in.Plan, Campaign: c, Title: d.Title, AsOf: in.AsOf, Found: in.Found()}
	particulars, passages := d.Holes()
	b.Holes = append(particulars, passages...)
	if b.Entries, err = a.entries(ctx, b.Plan.ID, value.Month{}); err != nil {
		return b, err
	}
	b.Issued, err = a.issuedOf(ctx, b.Plan.ID, string(report.KindReviewSummary), value.Month{})
	return b, err
}

// SaveSummary keeps what somebody wrote for the report on a review's results, as SaveMonth does.
func (a *App) SaveSummary(ctx context.Context, by Person, plan review.PlanID, typed []TypedEntry) error {
	p, err := a.planForWords(ctx, by, plan)
	if err != nil {
		return err
	}
	return a.saveEntries(ctx, by, p.ID, typed, func(e review.MonthEntry) value.Problems {
		return review.CheckSummaryEntry(p, e)
	})
}

// summaryWords are what people wrote for the report on the results of a campaign, or of all ("").
func (a *App) summaryWords(
	ctx context.Context, plan review.PlanID, c review.CampaignID,
) (map[review.SummaryPart]string, error) {
	entries, err := a.entries(ctx, plan, value.Month{})
	out := map[review.SummaryPart]string{}
	for _, part := range review.SummaryParts {
		out[part] = entries[review.SummaryPlace(c, part)].Text
	}
	return out, err
}

// entries are what was written for a month, or for the reports of no month, by place.
func (a *App) entries(
	ctx context.Context, plan review.PlanID, m value.Month,
) (map[review.PlaceID]SavedEntry, error) {
	all, err := a.store.MonthEntries(ctx, plan, m)
	out := map[review.PlaceID]SavedEntry{}
	for _, e := range all {
		out[e.Value.Place] = SavedEntry{MonthEntry: e.Value, Version: e.Number, By: e.Author, At: e.At}
	}
	return out, err
}
