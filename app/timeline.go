package app

import (
	"context"
	"strings"

	"rasoat/account"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// Dates are the dates of a plan as they stand today, with the targets that some of them wait for.
type Dates struct {
	Plan    review.Plan
	Dues    []review.Due
	Targets []review.TargetResult // on what has been decided
}

// Timeline is the dates of a plan as they stand today; "" is the plan that is followed.
func (a *App) Timeline(ctx context.Context, plan string) (Dates, error) {
	s, err := a.planToday(ctx, plan)
	if err != nil {
		return Dates{}, err
	}
	return Dates{Plan: s.in.Plan, Dues: s.dues, Targets: s.targets.Targets}, nil
}

// NextDate is a plan and its next open date; "" is the plan that is followed, ok is false without either. What is late
// stands before what is to come.
func (a *App) NextDate(ctx context.Context, plan string) (p review.Plan, d review.Due, ok bool, err error) {
	s, err := a.planToday(ctx, plan)
	if err != nil {
		return p, d, false, err
	}
	for _, d := range s.dues {
		if d.IsAhead() {
			return s.in.Plan, d, true, nil
		}
	}
	return s.in.Plan, d, false, nil
}

// MarkDone notes that a dated duty of a plan was done, with the number of the paper that shows it: a report handed
// in, a request sent. No figure can tell that by itself. A zero day takes the note back.
func (a *App) MarkDone(ctx context.Context, by Person, plan, id, number string, day value.Date) error {
	if err := by.must(account.EditPlan); err != nil {
		return err
	}
	s, err := a.planOn(ctx, plan, value.Date{})
	if err != nil {
		return err
	}
	if err := s.in.Plan.TakesWork(); err != nil {
		return err
	}
	key, known := noteKey(s, id)
	if !known {
		return value.ErrNotFound
	}
	number = strings.TrimSpace(number)
	var problems value.Problems
	if day.After(a.Today()) {
		problems.Add("day", "date.future")
	}
	if !day.IsZero() && number == "" {
		problems.Add("number", "paper.number_missing")
	}
	if err := problems.Err(); err != nil {
		return err
	}
	return a.store.Write(ctx, by.Name,
		func(tx *store.Tx) error { return tx.MarkIssued(ctx, s.in.Plan.ID, key, number, day) })
}

// noteKey is under which name a duty is noted as done: that of its only target where the target asks for a paper,
// else its own. What other targets fulfil is not noted but counted.
func noteKey(s *planDay, id string) (key string, known bool) {
	for _, d := range s.dues {
		if d.ID != id || d.Deadline.IsZero() {
			continue
		}
		switch len(d.Targets) {
		case 0:
			return id, true
		case 1:
			for _, t := range s.in.Plan.Targets {
				if t.ID == d.Targets[0] && t.Metric == review.Issued {
					return t.ID, true
				}
			}
		}
	}
	return "", false
}

// CanMarkDone reports whether a duty is one that a person notes as done.
func CanMarkDone(p review.Plan, d review.Due) bool {
	_, known := noteKey(&planDay{in: review.TargetInput{Plan: p}, dues: []review.Due{d}}, d.ID)
	return known
}
