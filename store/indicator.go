package store

import (
	"context"
	"fmt"
	"time"

	"rasoat/review"
	"rasoat/value"
)

// figureForm and releaseForm are how figures and releases are written.
var (
	figureForm  = snapshot[review.Figure]{}
	releaseForm = snapshot[review.IndicatorRelease]{}
)

// Figure is a figure of an indicator with the version that stands, its author and time.
type Figure struct {
	review.Figure
	Version int
	Author  string // set by the store, as is At
	At      time.Time
}

const figureColumns = `
SELECT
	version,
	author,
	at,
	body
FROM indicator_figure
`

func scanFigure(row scanner) (f Figure, err error) {
	var body []byte
	if err := row.Scan(&f.Version, &f.Author, (*stamp)(&f.At), &body); err != nil {
		return f, err
	}
	f.Figure, err = figureForm.open(body)
	return f, err
}

// Figures lists the figures of a plan, by month and indicator.
func (r reader) Figures(ctx context.Context, plan review.PlanID) ([]Figure, error) {
	all, err := list(ctx, r, scanFigure, figureColumns+`
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

// SaveFigure saves a figure as the version after base, 0 where it is new; *value.Conflict where another version
// stands.
func (tx *Tx) SaveFigure(ctx context.Context, plan review.PlanID, f review.Figure, base int) (int, error) {
	newest, err := tx.newest(ctx, `
SELECT version
FROM indicator_figure
WHERE agency = ? AND plan = ? AND indicator = ? AND variant = ? AND month = ?`, tx.agency, plan, f.Indicator, f.Variant, f.Month)
	if err != nil {
		return 0, err
	}
	return saveNext(ctx, tx, figureForm, "figure", figureItem(plan, f), f, base, newest, func(number int, text string) error {
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
			tx.agency, plan, f.Indicator, f.Variant, f.Month, nullable(f.Numerator), nullable(f.Denominator), number, tx.actor, stamp(tx.now), text)
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
type Release struct {
	review.IndicatorRelease
	Version int
}

const releaseColumns = `
SELECT
	version,
	body
FROM indicator_release
`

func scanRelease(row scanner) (r Release, err error) {
	var body []byte
	if err := row.Scan(&r.Version, &body); err != nil {
		return r, err
	}
	r.IndicatorRelease, err = releaseForm.open(body)
	return r, err
}

// Releases lists the released months of a plan, reopened ones too, newest month first; "" is those of all plans.
func (r reader) Releases(ctx context.Context, plan review.PlanID) ([]Release, error) {
	var w where
	w.add("agency = ?", r.agency)
	if plan != "" {
		w.add("plan = ?", plan)
	}
	all, err := list(ctx, r, scanRelease, releaseColumns+"WHERE "+w.String()+" ORDER BY month DESC, plan", w.args...)
	if err != nil {
		return nil, fmt.Errorf("releases: %w", err)
	}
	return all, nil
}

// SaveRelease saves the release of a month as the version after base, 0 where the month was never released;
// *value.Conflict where another version stands.
func (tx *Tx) SaveRelease(ctx context.Context, rel review.IndicatorRelease, base int) (int, error) {
	newest, err := tx.newest(ctx, `
SELECT version
FROM indicator_release
WHERE agency = ? AND plan = ? AND month = ?`, tx.agency, rel.Plan, rel.Month)
	if err != nil {
		return 0, err
	}
	item := string(rel.Plan) + "/" + rel.Month.String()
	return saveNext(ctx, tx, releaseForm, "release", item, rel, base, newest, func(number int, text string) error {
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
