package app

import (
	"context"
	"sync"

	"rasoat/review"
	"rasoat/value"
)

// standing is where a plan stands on a day: everything that pages ask about it, worked out together. Whoever gets
// one reads it only: it is shared.
type standing struct {
	in      review.TargetInput
	targets review.TargetReport
	dues    []review.Due
	boards  []Board
}

// standingNow keeps where plans stand for as long as neither the store nor the day changes, because every page of an
// official shows something of it.
type standingNow struct {
	mu  sync.Mutex
	seq int64
	on  value.Date
	is  map[string]*standing // by what was asked for: "" is the plan that is followed
}

// standingToday is where a plan stands today; "" is the plan that is followed.
func (a *App) standingToday(ctx context.Context, plan string) (*standing, error) {
	seq, err := a.store.LastAudit(ctx)
	if err != nil {
		return nil, err
	}
	today := a.Today()
	a.standing.mu.Lock()
	defer a.standing.mu.Unlock()
	if a.standing.is == nil || a.standing.seq != seq || a.standing.on != today {
		a.standing.seq, a.standing.on, a.standing.is = seq, today, map[string]*standing{}
	}
	if s := a.standing.is[plan]; s != nil {
		return s, nil
	}
	s, err := a.standingOn(ctx, plan, today)
	if err != nil {
		return nil, err
	}
	a.standing.is[plan] = s
	return s, nil
}

// standingOn works out where a plan stands on a day; a zero day is today.
func (a *App) standingOn(ctx context.Context, plan string, on value.Date) (*standing, error) {
	in, err := a.targetInput(ctx, plan, on)
	if err != nil {
		return nil, err
	}
	s := &standing{in: in}
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
	s.dues = review.Timeline(in.Plan, in.Calendar, in.AsOf, facts)
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
