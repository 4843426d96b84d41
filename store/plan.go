package store

import (
	"context"
	"fmt"

	"rasoat/review"
	"rasoat/value"
)

// planForm is how plans are written.
var planForm = snapshot[review.Plan]{kind: "plan"}

const planColumns = `
SELECT
	version,
	body
FROM plan
`

// Plans lists all plans, newest first.
func (r reader) Plans(ctx context.Context) ([]review.Plan, error) {
	all, err := list(ctx, r, planForm.scan, planColumns+`
WHERE agency = ?
ORDER BY date DESC, id`, r.agency)
	if err != nil {
		return nil, fmt.Errorf("plans: %w", err)
	}
	return value.Values(all), nil
}

// Plan finds a plan by its id, else by its number, the newest where several share it, and says which
// version stands.
func (r reader) Plan(ctx context.Context, idOrNumber string) (review.Plan, int, error) {
	p, err := one(ctx, r, planForm.scan, planColumns+`
WHERE agency = ? AND (id = ? OR number = ?)
ORDER BY CASE WHEN id = ? THEN 0 ELSE 1 END, date DESC, id
LIMIT 1`, r.agency, idOrNumber, idOrNumber, idOrNumber)
	if err != nil {
		return review.Plan{}, 0, fmt.Errorf("plan %s: %w", idOrNumber, err)
	}
	return p.Value, p.Number, nil
}

// PlanHistory lists all versions of a plan, newest first.
func (r reader) PlanHistory(ctx context.Context, id review.PlanID) ([]value.Versioned[review.Plan], error) {
	return planForm.versions(ctx, r, string(id))
}

// SavePlan saves p as the next version after base, 0 where the plan is new; *value.Conflict where another
// version stands.
func (tx *Tx) SavePlan(ctx context.Context, p review.Plan, base int) (int, error) {
	return planForm.saveNext(ctx, tx, string(p.ID), p, base, func(number int, text string) error {
		_, err := tx.exec(ctx, `
INSERT INTO plan (
	agency,
	id,
	number,
	date,
	year,
	in_force,
	version,
	body
) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, id) DO UPDATE SET
	number = excluded.number,
	date = excluded.date,
	year = excluded.year,
	in_force = excluded.in_force,
	version = excluded.version,
	body = excluded.body`,
			tx.agency, p.ID, p.Number, p.Date, p.Year, p.InForce, number, text)
		return err
	})
}

// targetDay is the day on which what a target asks for was issued.
type targetDay struct {
	target string
	date   value.Date
}

// Issued gives for each "issued" target of a plan the day on which its text was issued.
func (r reader) Issued(ctx context.Context, plan review.PlanID) (map[string]value.Date, error) {
	all, err := list(ctx, r, func(row scanner) (d targetDay, err error) {
		err = row.Scan(&d.target, &d.date)
		return d, err
	}, `
SELECT
	target,
	date
FROM target_issue
WHERE agency = ? AND plan = ?`, r.agency, plan)
	if err != nil {
		return nil, err
	}
	days := make(map[string]value.Date, len(all))
	for _, d := range all {
		days[d.target] = d.date
	}
	return days, nil
}

// MarkIssued notes number and day of the text that an "issued" target asks for; no day takes the note back.
func (tx *Tx) MarkIssued(ctx context.Context, plan review.PlanID, target, number string, date value.Date) error {
	var err error
	if date.IsZero() {
		_, err = tx.exec(ctx, `
DELETE FROM target_issue
WHERE agency = ? AND plan = ? AND target = ?`, tx.agency, plan, target)
	} else {
		_, err = tx.exec(ctx, `
INSERT INTO target_issue (
	agency,
	plan,
	target,
	number,
	date
) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (agency, plan, target) DO UPDATE SET
	number = excluded.number,
	date = excluded.date`, tx.agency, plan, target, number, date)
	}
	if err != nil {
		return fmt.Errorf("plan %s: %w", plan, err)
	}
	return tx.note(ctx, "target.issued", "plan "+string(plan),
		map[string]any{"target": target, "number": number, "date": date})
}

// UnmarkIssued takes back what was noted as done by one text, by its number and day.
func (tx *Tx) UnmarkIssued(ctx context.Context, plan review.PlanID, number string, date value.Date) error {
	n, err := tx.exec(ctx, `
DELETE FROM target_issue
WHERE agency = ? AND plan = ? AND number = ? AND date = ?`, tx.agency, plan, number, date)
	if err != nil || n == 0 {
		return err
	}
	return tx.note(ctx, "target.unmark", "plan "+string(plan), map[string]any{"number": number, "date": date})
}
