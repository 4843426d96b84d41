package store

import (
	"context"
	"fmt"

	"rasoat/review"
	"rasoat/value"
)

// figureForm and releaseForm are how figures and releases are written.
var (
	figureForm  = snapshot[review.Figure]{kind: "figure"}
	releaseForm = snapshot[review.IndicatorRelease]{kind: "release"}
)

// Figure is a figure of an indicator with the version that stands.
type Figure = value.Versioned[review.Figure]

const figureColumns = `
SELECT
	version,
	author,
	at,
	body
FROM indicator_figure
`

// Figures lists the figures of a plan, by month and indicator.
func (r reader) Figures(ctx context.Context, plan review.PlanID) ([]Figure, error) {
	all, err := list(ctx, r, figureForm.scanSigned, figureColumns+`
WHERE agency = ? AND plan = ?
ORDER BY month, indicator, variant`, r.agency, plan)
	if err != nil {
		return nil, fmt.Errorf("figures of %s: %w", plan, err)
	}
	return all, nil
}

func figureItem(plan review.PlanID, f review.Figure) string {
	return string(plan) + "/" + f.Indicator + "/" + f.Variant + "/" + f.Month.String()
}

// FigureVersion is a version of a figure as the audit chain names it; value.ErrNotFound where there is none.
func (r reader) FigureVersion(ctx context.Context, item string, number int) (review.Figure, error) {
	v, err := figureForm.version(ctx, r, item, number)
	return v.Value, err
}

// SaveFigure saves a figure as the version after base, 0 where it is new; *value.Conflict where another version
// stands.
func (tx *Tx) SaveFigure(ctx context.Context, plan review.PlanID, f review.Figure, base int) (int, error) {
	return figureForm.saveNext(ctx, tx, figureItem(plan, f), f, base, func(number int, text string) error {
		_, err := tx.exec(ctx, `
INSERT INTO indicator_figure (
	agency,
	plan,
	indicator,
	variant,
	month,
	numerator,
	denominator,
	version,
	author,
	at,
	body
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, plan, indicator, variant, month) DO UPDATE SET
	numerator = excluded.numerator,
	denominator = excluded.denominator,
	version = excluded.version,
	author = excluded.author,
	at = excluded.at,
	body = excluded.body`,
			tx.agency, plan, f.Indicator, f.Variant, f.Month, nullable(f.Numerator), nullable(f.Denominator), number,
			tx.actor, stamp(tx.now), text)
		return err
	})
}

// nullable is an unknown number as NULL.
func nullable(n value.Opt[int64]) any {
	if v, known := n.Get(); known {
		return v
	}
	return nil
}

// Release is what stands of a month's release, with its version.
type Release = value.Versioned[review.IndicatorRelease]

const releaseColumns = `
SELECT
	version,
	body
FROM indicator_release
`

// Releases lists the released months of a plan, reopened ones too, newest month first; "" is those of all plans.
func (r reader) Releases(ctx context.Context, plan review.PlanID) ([]Release, error) {
	var w where
	w.add("agency = ?", r.agency)
	if plan != "" {
		w.add("plan = ?", plan)
	}
	all, err := list(ctx, r, releaseForm.scan, releaseColumns+"WHERE "+w.String()+" ORDER BY month DESC, plan",
		w.args...)
	if err != nil {
		return nil, fmt.Errorf("releases: %w", err)
	}
	return all, nil
}

// SaveRelease saves the release of a month as the version after base, 0 where the month was never released;
// *value.Conflict where another version stands.
func (tx *Tx) SaveRelease(ctx context.Context, rel review.IndicatorRelease, base int) (int, error) {
	item := string(rel.Plan) + "/" + rel.Month.String()
	return releaseForm.saveNext(ctx, tx, item, rel, base, func(number int, text string) error {
		_, err := tx.exec(ctx, `
INSERT INTO indicator_release (
	agency,
	plan,
	month,
	released,
	version,
	body
) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, plan, month) DO UPDATE SET
	released = excluded.released,
	version = excluded.version,
	body = excluded.body`, tx.agency, rel.Plan, rel.Month, rel.IsFrozen(), number, text)
		return err
	})
}
