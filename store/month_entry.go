package store

import (
	"context"
	"fmt"

	"rasoat/review"
	"rasoat/value"
)

// monthForm is how versions of month entries are written.
var monthForm = snapshot[review.MonthEntry]{kind: "month"}

// MonthEntry is an entry with the version that stands.
type MonthEntry = value.Versioned[review.MonthEntry]

const monthColumns = `
SELECT
	version,
	author,
	at,
	body
FROM month_entry
`

// MonthEntries lists what was written for a month of a plan, by place.
func (r reader) MonthEntries(ctx context.Context, plan review.PlanID, m value.Month) ([]MonthEntry, error) {
	all, err := list(ctx, r, monthForm.scanSigned, monthColumns+`
WHERE agency = ? AND plan = ? AND month = ?
ORDER BY place`, r.agency, plan, m)
	if err != nil {
		return nil, fmt.Errorf("month %s of %s: %w", m, plan, err)
	}
	return all, nil
}

// MonthVersions lists all that was ever written for a month of a plan at a place, newest first.
func (r reader) MonthVersions(
	ctx context.Context, plan review.PlanID, m value.Month, place review.PlaceID,
) ([]MonthEntry, error) {
	return monthForm.versions(ctx, r, monthItem(plan, m, place))
}

// monthItem is how the history names a place.
func monthItem(plan review.PlanID, m value.Month, place review.PlaceID) string {
	return string(plan) + "/" + m.String() + "/" + string(place)
}

// MonthEvidence lists the files that entries of a plan name.
func (r reader) MonthEvidence(ctx context.Context, plan review.PlanID) ([]review.Evidence, error) {
	all, err := list(ctx, r, monthForm.scanSigned, monthColumns+"WHERE agency = ? AND plan = ?", r.agency, plan)
	if err != nil {
		return nil, fmt.Errorf("evidence of %s: %w", plan, err)
	}
	var out []review.Evidence
	for _, e := range all {
		out = append(out, e.Value.Evidence...)
	}
	return out, nil
}

// SaveMonthEntry saves an entry as the version after base, 0 where it is new; *value.Conflict where another version
// stands.
func (tx *Tx) SaveMonthEntry(ctx context.Context, plan review.PlanID, e review.MonthEntry, base int) (int, error) {
	item := monthItem(plan, e.Month, e.Place)
	return monthForm.saveNext(ctx, tx, item, e, base, func(number int, text string) error {
		_, err := tx.exec(ctx, `
INSERT INTO month_entry (
	agency,
	plan,
	month,
	place,
	version,
	author,
	at,
	body
) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, plan, month, place) DO UPDATE SET
	version = excluded.version,
	author = excluded.author,
	at = excluded.at,
	body = excluded.body`, tx.agency, plan, e.Month, e.Place, number, tx.actor, stamp(tx.now), text)
		return err
	})
}

// WrittenPlaces lists the places at which something was written for some month of a plan.
func (r reader) WrittenPlaces(ctx context.Context, plan review.PlanID) ([]review.PlaceID, error) {
	return list(ctx, r, scanValue[review.PlaceID], `
SELECT DISTINCT place
FROM month_entry
WHERE agency = ? AND plan = ?
ORDER BY place`, r.agency, plan)
}
