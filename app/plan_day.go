package app

import (
	"context"
	"sync"

	"rasoat/review"
	"rasoat/value"
)

// planDay is how a plan stands on a day: everything that pages ask about it, worked out together. Whoever gets
// one reads it only: it is shared.
type planDay struct {
	in      review.TargetInput
	targets review.TargetReport
	dues    []review.Due
	boards  []Board
	began   value.Date // the day on which the program came into use
}

// planTodayCache keeps where plans stand for as long as neither the store nor the day changes, because every page of an
// official shows something of it.
type planTodayCache struct {
	mu  sync.Mutex
	seq int64
	on  value.Date
	is  map[string]*planDay // by what was asked for: "" is the plan that is followed
}

// planToday is where a plan stands today; "" is the plan that is followed.
func (a *App) planToday(ctx context.Context, plan string) (*planDay, error) {
	seq, err := a.store.LastAudit(ctx)
	if err != nil {
		return nil, err
	}
	today := a.Today()
	a.planDays.mu.Lock()
	defer a.planDays.mu.Unlock()
	if a.planDays.is == nil || a.planDays.seq != seq || a.planDays.on != today {
		a.planDays.seq, a.planDays.on, a.planDays.is = seq, today, map[string]*planDay{}
	}
	if s := a.planDays.is[plan]; s != nil {
		return s, nil
	}
	s, err := a.planOn(ctx, plan, today)
	if err != nil {
		return nil, err
	}
	a.planDays.is[plan] = s
	return s, nil
}

// planOn works out where a plan stands on a day; a zero day is today.
func (a *App) planOn(ctx context.Context, plan string, on value.Date) (*planDay, error) {
	in, err := a.targetInput(ctx, plan, on)
	if err != nil {
		return nil, err
	}
	s := &planDay{in: in}
	if s.targets, err = review.CheckTargets(in); err != nil {
		return nil, err
	}
	facts, err := review.DutyFacts(in)
	if err != nil {
		return nil, err
	}
	for id, day := range in.Issued {
		if !day.After(in.AsOf) {
			facts[id] = day // what a person noted as done; ids of targets among them are nobody's duty
		}
	}
	if s.began, err = a.Began(ctx); err != nil {
		return nil, err
	}
	s.targets = s.targets.Since(s.began)
	s.dues = review.Since(review.Timeline(in.Plan, in.Calendar, in.AsOf, facts), s.began)
	people, err := a.people(ctx)
	if err != nil {
		return nil, err
	}
	for _, c := range in.Plan.Campaigns {
		b, err := a.board(ctx, s, c, people)
		if err != nil {
			return nil, err
		}
		s.boards = append(s.boards, b)
	}
	return s, nil
}

// dayWithoutPlan is today where there is no plan.
func (a *App) dayWithoutPlan(ctx context.Context) (*planDay, error) {
	s := &planDay{in: review.TargetInput{AsOf: a.Today()}}
	var err error
	if s.began, err = a.Began(ctx); err == nil {
		s.in.Calendar, err = a.Calendar(ctx)
	}
	return s, err
}

// people are all accounts by name.
func (a *App) people(ctx context.Context) (map[string]Person, error) {
	list, err := a.People(ctx)
	if err != nil {
		return nil, err
	}
	out := make(map[string]Person, len(list))
	for _, p := range list {
		out[p.Name] = p
	}
	return out, nil
}
