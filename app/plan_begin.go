package app

import (
	"context"
	"encoding/json"
	"io"
	"slices"

	"rasoat/account"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// PlanStart is out of what a commune makes its first plan.
type PlanStart string

// The ways to begin.
const (
	StartPattern PlanStart = "pattern" // the plan of the starting content, as a pattern
	StartEmpty   PlanStart = "empty"
	StartFile    PlanStart = "file" // a plan that WritePlanFile wrote
)

// PlanStarts lists the ways to begin.
var PlanStarts = []PlanStart{StartPattern, StartEmpty, StartFile}

// HasPlan reports whether the commune has said which plan it follows.
func (a *App) HasPlan(ctx context.Context) (bool, error) {
	all, err := a.store.Plans(ctx)
	return slices.ContainsFunc(all, func(p review.Plan) bool { return !p.Pattern }), err
}

// holder is the commune as it makes a plan its own.
func (c Commune) holder() review.Holder {
	return review.Holder{
		Issuer: c.issuerOf(review.Plan{}),
		Signer: c.Signer,
		Unit:   c.Kind,
		Upward: c.upward(),
	}
}

// takeOver is a plan of the starting content as the commune follows it under its own name. A file has named its number.
func (c Commune) takeOver(p review.Plan) review.Plan {
	next := review.BeginPlan(review.TakeOver(p, p.Year, c.holder()))
	next.ID, next.Number, next.Date = p.ID, p.Number, p.Date
	return next
}

// FirstPlan is the commune's first plan for a year as it would be begun, for somebody to fill in; nothing is stored.
// The file is used where the plan is copied from one: a plan of the commune itself comes as it is, that of another
// one as a pattern.
func (a *App) FirstPlan(
	ctx context.Context, by Person, from PlanStart, file review.Plan, year int,
) (review.Plan, error) {
	if err := by.must(account.BeginPlan); err != nil {
		return review.Plan{}, err
	}
	commune, _, err := a.Commune(ctx)
	if err != nil {
		return review.Plan{}, err
	}
	switch from {
	case StartPattern:
		pattern, err := seedPlan()
		return review.TakeOver(pattern, year, commune.holder()), err
	case StartEmpty:
		pattern, err := seedPlan()
		return review.EmptyPlan(pattern, year, commune.holder()), err
	case StartFile:
		if !commune.issued(file) {
			return review.TakeOver(file, year, commune.holder()), nil
		}
		file.CopiedFrom = ""
		return file, nil
	}
	return review.Plan{}, value.Problems{{Field: "from", Code: "rules.choose"}}
}

// BeginPlan saves what change makes of a FirstPlan as the plan of the commune, followed from its own day on, and
// returns its name. It is not asked twice.
//
//	plan.begun and the codes of review.CheckPlan
func (a *App) BeginPlan(
	ctx context.Context, by Person, first review.Plan, change func(*review.Plan),
) (review.PlanID, error) {
	if err := by.must(account.BeginPlan); err != nil {
		return "", err
	}
	p := first
	change(&p)
	p = review.Readdress(tidy(review.BeginPlan(p)), first.Upward)
	p.ID = review.PlanIDFor(p.Number, p.Year, func(review.PlanID) bool { return false })
	if err := review.CheckPlan(p).Err(); err != nil {
		return "", err
	}
	return p.ID, a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		all, err := tx.Plans(ctx)
		if err != nil {
			return err
		}
		base := 0
		for _, x := range all {
			if !x.Pattern {
				return value.Problems{{Field: "number", Code: "plan.begun", Args: []any{x.Number}}}
			}
			if x.ID == p.ID { // the pattern's own place is free for it
				if _, base, err = tx.Plan(ctx, string(x.ID)); err != nil {
					return err
				}
			}
		}
		_, err = tx.SavePlan(ctx, p, base)
		return err
	})
}

// followPattern has the plan of the starting content followed because a file brings work under it: whoever sends that
// file has said which plan it is. A commune that has begun another plan does not follow it.
func followPattern(ctx context.Context, tx *store.Tx, pattern review.Plan) error {
	all, err := tx.Plans(ctx)
	if err != nil {
		return err
	}
	if len(all) > 1 {
		return value.Problems{{Field: "plan", Code: "plan.unknown", Args: []any{pattern.Number}}}
	}
	var c Commune
	if _, err := tx.Setting(ctx, settingCommune, &c); err != nil {
		return err
	}
	_, version, err := tx.Plan(ctx, string(pattern.ID))
	if err != nil {
		return err
	}
	_, err = tx.SavePlan(ctx, c.takeOver(pattern), version)
	return err
}

// WritePlanFile writes a plan as a file that another installation can begin with.
func (a *App) WritePlanFile(ctx context.Context, by Person, id string, w io.Writer) error {
	p, _, err := a.PlanFor(ctx, by, id)
	if err != nil {
		return err
	}
	out := json.NewEncoder(w)
	out.SetIndent("", " ")
	return out.Encode(p)
}

// ReadPlanFile reads a file that WritePlanFile wrote.
//
//	plan.file
func ReadPlanFile(r io.Reader) (p review.Plan, err error) {
	in := json.NewDecoder(r)
	in.DisallowUnknownFields()
	if err := in.Decode(&p); err != nil || p.Number == "" || p.Title == "" {
		return review.Plan{}, value.Problems{{Field: "file", Code: "plan.file"}}
	}
	return p, nil
}
