package app

import (
	"context"
	"errors"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// Targets is the target check of a plan on a day (interface.md, Targets). A zero day is today.
func (a *App) Targets(ctx context.Context, plan string, asOf value.Date) (review.TargetReport, error) {
	in, err := a.targetInput(ctx, plan, asOf)
	if err != nil {
		return review.TargetReport{}, err
	}
	return review.CheckTargets(in)
}

// TargetTrace is what a target of a plan was made from on a day, on a basis (review.TraceTarget); a zero day is today.
// Unlike in Targets, it is not late whose last day was past before the program came into use.
func (a *App) TargetTrace(
	ctx context.Context, plan, target string, b review.Basis, asOf value.Date,
) (review.TargetTrace, error) {
	in, err := a.targetInput(ctx, plan, asOf)
	if err != nil {
		return review.TargetTrace{}, err
	}
	trace, err := review.TraceTarget(in, target, b)
	if err != nil {
		return review.TargetTrace{}, err
	}
	began, err := a.Began(ctx)
	trace.Result = review.TargetReport{Targets: []review.TargetResult{trace.Result}}.Since(began).Targets[0]
	return trace, err
}

// targetInput reads everything the check needs: lists, proposals, rules each campaign started under.
func (a *App) targetInput(ctx context.Context, plan string, asOf value.Date) (review.TargetInput, error) {
	var in review.TargetInput
	p, _, err := a.Plan(ctx, plan)
	if err != nil {
		return in, err
	}
	if asOf.IsZero() {
		asOf = a.Today()
	}
	in = review.TargetInput{
		Plan:  p,
		AsOf:  asOf,
		Rules: map[review.CampaignID]review.Rules{},
		Lists: map[review.CampaignID][]review.ListItem{},
	}
	for _, c := range p.Campaigns {
		head, list, proposals, err := a.campaign(ctx, p, c.ID)
		if err != nil {
			return in, err
		}
		in.Rules[c.ID], in.Lists[c.ID] = head.Rules, list
		in.Proposals = append(in.Proposals, proposals...)
	}
	if in.Issued, err = a.store.Issued(ctx, p.ID); err != nil {
		return in, err
	}
	if in.Calendar, err = a.Calendar(ctx); err != nil {
		return in, err
	}
	in.Versions, err = a.baselines(ctx, in)
	return in, err
}

// baselines are the versions from which processing times are counted, where the plan wants them cut. One that is not
// there is left out.
func (a *App) baselines(
	ctx context.Context, in review.TargetInput, more ...review.Proposal,
) (map[review.ProcedureVersion]catalog.Procedure, error) {
	out := map[review.ProcedureVersion]catalog.Procedure{}
	for _, of := range in.Baselines(more...) {
		v, err := a.store.ProcedureVersion(ctx, of.Code, of.Number)
		switch {
		case errors.Is(err, value.ErrNotFound):
		case err != nil:
			return nil, err
		default:
			out[of] = v.Procedure
		}
	}
	return out, nil
}

// TargetBoard is where the targets of a plan stand on a day, with what would decide them.
type TargetBoard struct {
	Plan   review.Plan
	Report review.TargetReport
	Rules  map[review.CampaignID]review.Rules
	Boards []Board
	Left   map[string]int // target id → working days up to its last day
	Open   []review.Decides
}

// TargetBoard is the targets of a plan on a day; "" is the plan that is followed, a zero day is today. Unlike in
// Targets, none is late whose last day was past before the program came into use.
func (a *App) TargetBoard(ctx context.Context, plan string, asOf value.Date) (TargetBoard, error) {
	s, err := a.planToday(ctx, plan)
	if err == nil && !asOf.IsZero() && asOf != s.in.AsOf {
		s, err = a.planOn(ctx, plan, asOf)
	}
	if err != nil {
		return TargetBoard{}, err
	}
	b := TargetBoard{
		Plan:   s.in.Plan,
		Report: s.targets,
		Rules:  s.in.Rules,
		Boards: s.boards,
		Left:   map[string]int{},
	}
	for _, t := range s.targets.Targets {
		if !t.LastDay.IsZero() {
			b.Left[t.ID] = s.in.Calendar.WorkingDaysBetween(s.in.AsOf, t.LastDay)
		}
	}
	for _, c := range b.Boards {
		if !b.Plan.MeasuresCost(c.Campaign.ID) && !b.Plan.MeasuresTime(c.Campaign.ID) {
			continue
		}
		var all []review.Standing
		for _, l := range c.Lines {
			all = append(all, l.Of)
		}
		open, err := review.Deciding(all, b.Rules[c.Campaign.ID], s.in.Versions)
		if err != nil {
			return b, err
		}
		b.Open = append(b.Open, open...)
	}
	return b, nil
}
