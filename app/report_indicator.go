package app

import (
	"context"

	"rasoat/report"
	"rasoat/review"
	"rasoat/value"
)

// indicatorReport is a month's indicators as a document: as they were released, else as they stand.
func (a *App) indicatorReport(ctx context.Context, o ReportOptions) (report.Document, error) {
	in, err := a.indicatorsOf(ctx, o)
	if err != nil {
		return report.Document{}, err
	}
	return in.Document(), nil
}

// indicatorsOf is what is known of the indicators for a report.
func (a *App) indicatorsOf(ctx context.Context, o ReportOptions) (in report.Indicators, err error) {
	p, _, err := a.Plan(ctx, o.Plan)
	if err != nil {
		return in, err
	}
	commune, _, err := a.Commune(ctx)
	if err != nil {
		return in, err
	}
	if o.Date.IsZero() {
		o.Date = a.Today()
	}
	commune = commune.under(p)
	p.Issuer = commune.issuerOf(p)
	in = report.Indicators{
		Letterhead: commune.letterhead("BC"),
		Number:     o.Number,
		Date:       o.Date,
		Addressees: []string{commune.Superior},
		Plan:       p,
		Verdict:    func(v review.Verdict) string { return a.text.Name("indicator", string(v)) },
		Group:      func(g string) string { return a.groupName(p, g) },
	}
	if o.Month.IsZero() {
		if o.Month, err = a.newestFigures(ctx, p, o.Date); err != nil {
			return in, err
		}
	}
	if !o.Month.IsZero() {
		now, err := a.indicatorMonth(ctx, p, o.Month)
		if err != nil {
			return in, err
		}
		if in.Table = now.Table; now.Release.IsFrozen() {
			in.Table = now.Release.Table()
		}
	}
	return in, nil
}

// newestFigures is the newest month up to a day that has figures; no month where there are none.
func (a *App) newestFigures(ctx context.Context, p review.Plan, on value.Date) (newest value.Month, err error) {
	all, err := a.store.Figures(ctx, p.ID)
	if err != nil {
		return newest, err
	}
	for _, f := range value.Values(all) {
		if !f.IsEmpty() && !f.Month.After(value.MonthOf(on)) && f.Month.After(newest) {
			newest = f.Month
		}
	}
	return newest, nil
}
