package app

import (
	"context"

	"rasoat/review"
)

// Timeline is the dates of a plan as they stand today, with the plan.
func (a *App) Timeline(ctx context.Context, plan string) (review.Plan, []review.Due, error) {
	p, _, err := a.Plan(ctx, plan)
	if err != nil {
		return p, nil, err
	}
	calendar, err := a.Calendar(ctx)
	if err != nil {
		return p, nil, err
	}
	facts, err := a.facts(ctx, p)
	if err != nil {
		return p, nil, err
	}
	return p, review.Timeline(p, calendar, a.Today(), facts), nil
}

// facts are the days on which duties of a plan were done, as far as the store knows them by itself: the
// request for additions (D2) is done on the day on which it was issued.
func (a *App) facts(ctx context.Context, p review.Plan) (review.Facts, error) {
	issued, err := a.store.Issued(ctx, p.ID)
	if err != nil {
		return nil, err
	}
	out := review.Facts{}
	for _, t := range p.Targets {
		if on, done := issued[t.ID]; done && t.Metric == review.Issued {
			for _, d := range p.Duties {
				if d.Deadline == t.Deadline && d.Source == t.Source {
					out[d.ID] = on
				}
			}
		}
	}
	return out, nil
}

// NextDate is the plan that is followed and its next open date; ok is false without either. What is late stands
// before what is to come.
func (a *App) NextDate(ctx context.Context) (p review.Plan, d review.Due, ok bool, err error) {
	p, dues, err := a.Timeline(ctx, "")
	if err != nil {
		return p, d, false, err
	}
	for _, d := range dues {
		if d.IsOpen() && !d.Deadline.IsZero() {
			return p, d, true, nil
		}
	}
	return p, d, false, nil
}
