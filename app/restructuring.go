package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// Restructuring is a review of an online service with the version that stands, or one of its versions with who saved
// it when.
type Restructuring struct {
	review.Restructuring
	Version int
	By      string
	At      time.Time
}

func restructuringOf(v store.Restructuring) Restructuring {
	return Restructuring{Restructuring: v.Value, Version: v.Number, By: v.Author, At: v.At}
}

// Restructurings are the reviews of online services of a plan, in the order in which they were begun, and what they
// come to today.
type Restructurings struct {
	Plan  review.Plan
	List  []Restructuring
	Count review.RestructuringCount
}

// Restructurings lists the reviews of online services of a plan; "" is the plan that is followed.
func (a *App) Restructurings(ctx context.Context, by Person, plan string) (Restructurings, error) {
	var out Restructurings
	if err := by.must(account.SeeInternal); err != nil {
		return out, err
	}
	p, _, err := a.Plan(ctx, plan)
	if err != nil {
		return out, err
	}
	out.Plan = p
	all, err := a.store.Restructurings(ctx, p.ID, "")
	if err != nil {
		return out, err
	}
	for _, v := range all {
		out.List = append(out.List, restructuringOf(v))
	}
	out.Count = review.CountRestructurings(value.Values(all), a.Today())
	return out, nil
}

// Restructuring is one review of an online service.
func (a *App) Restructuring(ctx context.Context, by Person, id review.RestructuringID) (Restructuring, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return Restructuring{}, err
	}
	v, err := a.store.Restructuring(ctx, id)
	return restructuringOf(v), err
}

// RestructuringPath is the versions of a review at which its state changed, oldest first: who took which step when.
func (a *App) RestructuringPath(ctx context.Context, by Person, id review.RestructuringID) ([]Restructuring, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return nil, err
	}
	all, err := a.store.RestructuringVersions(ctx, id)
	if err != nil {
		return nil, err
	}
	var out []Restructuring
	for _, v := range slices.Backward(all) {
		if len(out) == 0 || out[len(out)-1].State != v.Value.State {
			out = append(out, restructuringOf(v))
		}
	}
	return out, nil
}

// OnlineServices are the commune's public procedures with an online service that are in force and under no review in
// the plan, in the order of their names.
func (a *App) OnlineServices(ctx context.Context, plan review.PlanID) ([]Choice, error) {
	begun, err := a.store.Restructurings(ctx, plan, "")
	if err != nil {
		return nil, err
	}
	taken := map[catalog.Code]bool{}
	for _, r := range value.Values(begun) {
		taken[r.Procedure.Key()] = taken[r.Procedure.Key()] || r.State != review.Withdrawn
	}
	var out []Choice
	for v, err := range a.all(ctx) {
		if err != nil {
			return nil, err
		}
		p := v.Procedure
		if review.Ineligible(p, review.ScopePublic) == "" && review.IsOnline(p) && !taken[v.Key] {
			out = append(out, Choice{Code: p.Code, Name: p.Name, Field: p.Field})
		}
	}
	viet.SortBy(out, func(c Choice) string { return c.Name })
	return out, nil
}

// BeginRestructuring begins the review of an online service in a plan, for the officer named or for the person
// themselves, with what the catalogue knows of it. Whoever gives work to somebody else must be allowed to assign
// reviews. A service is under one review in a plan.
//
//	procedure.unknown procedure.not_public procedure.not_sorted procedure.not_ours procedure.not_in_force
//	service.not_online service.under_review officer.unknown due.past
func (a *App) BeginRestructuring(
	ctx context.Context, by Person, plan string, code catalog.Code, officer string, due value.Date,
) (review.RestructuringID, error) {
	if err := by.must(account.EditReview); err != nil {
		return 0, err
	}
	if officer == "" {
		officer = by.Name
	}
	if officer != by.Name {
		if err := by.must(account.AssignReview); err != nil {
			return 0, err
		}
	}
	p, _, err := a.Plan(ctx, plan)
	if err != nil {
		return 0, err
	}
	if err := p.TakesWork(); err != nil {
		return 0, err
	}
	problems, err := a.checkOfficer(ctx, officer)
	if err != nil {
		return 0, err
	}
	if !due.IsZero() && due.Before(a.Today()) {
		problems.Add("due", "due.past")
	}
	var id review.RestructuringID
	err = a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		v, found, err := a.serviceFor(ctx, tx, p.ID, code)
		if err != nil {
			return err
		}
		if err := append(found, problems...).Err(); err != nil {
			return err
		}
		r := review.Restructuring{
			Plan:      p.ID,
			Procedure: v.Key,
			Name:      v.Procedure.Name,
			Baseline:  v.Number,
			Author:    officer,
			Due:       due,
			State:     review.Draft,
			Before:    review.ServiceOf(v.Procedure),
		}
		id, err = tx.AddRestructuring(ctx, r)
		return err
	})
	return id, err
}

func (a *App) checkOfficer(ctx context.Context, name string) (out value.Problems, err error) {
	who, err := a.Person(ctx, name)
	if err != nil && !errors.Is(err, value.ErrNotFound) {
		return nil, err
	}
	if !who.May(account.EditReview) {
		out.Add("officer", "officer.unknown", name)
	}
	return out, nil
}

// serviceFor is the procedure of a service that may be reviewed in a plan, or why it may not.
func (a *App) serviceFor(
	ctx context.Context, tx *store.Tx, plan review.PlanID, code catalog.Code,
) (v Version, out value.Problems, err error) {
	v, err = tx.Procedure(ctx, code.Key())
	if errors.Is(err, value.ErrNotFound) {
		out.Add("procedure", "procedure.unknown", string(code))
		return v, out, nil
	}
	if err != nil {
		return v, nil, err
	}
	if why := review.Ineligible(v.Procedure, review.ScopePublic); why != "" {
		out.Add("procedure", why, string(code))
	} else if !review.IsOnline(v.Procedure) {
		out.Add("procedure", "service.not_online", string(code))
	}
	others, err := tx.Restructurings(ctx, plan, v.Key)
	for _, o := range value.Values(others) {
		if o.State != review.Withdrawn {
			out.Add("procedure", "service.under_review", string(code), o.ID)
		}
	}
	return v, out, err
}

// SaveRestructuring keeps what was written of a review: what was found, both sides, what is to change. What was handed
// in is frozen. *value.Conflict where another version than base stands.
func (a *App) SaveRestructuring(
	ctx context.Context, by Person, id review.RestructuringID, base int, text review.Restructuring,
) error {
	if err := by.must(account.EditReview); err != nil {
		return err
	}
	return a.changeRestructuring(ctx, by, id, base,
		func(_ *store.Tx, r review.Restructuring) (review.Restructuring, error) {
			if !r.IsEditable() {
				return r, value.Problems{{Field: "action", Code: "form.frozen", Args: []any{r.State}}}
			}
			r.Due = text.Due
			r.Finding, r.Consulted = viet.CleanText(text.Finding), viet.CleanText(text.Consulted)
			r.Change, r.Request = viet.CleanText(text.Change), viet.CleanText(text.Request)
			r.PartReason = viet.CleanText(text.PartReason)
			r.Before, r.After = cleanService(text.Before), cleanService(text.After)
			return r, review.CheckRestructuringText(r).Err()
		})
}

func cleanService(s review.Service) review.Service {
	for i := range s.Steps {
		s.Steps[i].Text = viet.CleanText(s.Steps[i].Text)
	}
	return s
}

// StepRestructuring takes a review of an online service one step along its path: the person's rights and four eyes,
// what it lacks, what the step has to tell.
//
// Practice, not law: docs/decisions/0024.
func (a *App) StepRestructuring(
	ctx context.Context, by Person, id review.RestructuringID, base int, s review.Step,
) error {
	return a.stepRestructuring(ctx, by, id, base, s, nil)
}

// CheckRestructuringStep says what StepRestructuring would refuse; nothing is stored.
func (a *App) CheckRestructuringStep(
	ctx context.Context, by Person, id review.RestructuringID, base int, s review.Step,
) error {
	return tried(a.stepRestructuring(ctx, by, id, base, s, errDry))
}

func (a *App) stepRestructuring(
	ctx context.Context, by Person, id review.RestructuringID, base int, s review.Step, end error,
) error {
	if err := by.must(account.Action(s.Action)); err != nil {
		return fmt.Errorf("%w: %w", err, value.Problems{{
			Field: "action",
			Code:  "action.no_role",
			Args:  []any{string(s.Action)},
		}})
	}
	s.By, s.On = by.Name, a.Today()
	return a.changeRestructuring(ctx, by, id, base,
		func(tx *store.Tx, r review.Restructuring) (review.Restructuring, error) {
			next, err := review.ActOnRestructuring(r, s)
			if err == nil && s.Action == review.ActionApprove {
				next.Decision, err = a.takeDecision(ctx, tx, next.Decision)
			}
			return next, cmp.Or(err, end)
		})
}

// CorrectRestructuring puts right the decision of a review of an online service, and of all of the plan that were
// approved by the same paper. A number that nothing was decided by any more is free again. *value.Conflict where
// another version than base stands.
//
//	paper.taken and the codes of review.CorrectRestructuring
func (a *App) CorrectRestructuring(
	ctx context.Context, by Person, id review.RestructuringID, base int, o DecisionOrder,
) error {
	if err := by.must(account.ApproveProposal); err != nil {
		return err
	}
	is := review.DecisionRef{Number: a.DecisionNumber(ctx, viet.Clean(o.Number)), Date: o.Date}
	why := review.Correction{Reason: viet.CleanText(o.Reason), By: by.Name, On: a.Today()}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		current, err := tx.Restructuring(ctx, id)
		if err != nil {
			return err
		}
		if current.Number != base {
			return &value.Conflict{What: restructurings.name, Base: base, Newest: current.Number}
		}
		all := []store.Restructuring{current}
		if !o.Alone {
			others, err := servicesWith(ctx, tx, current.Value)
			if err != nil {
				return err
			}
			all = append(all, others...)
		}
		why.Was = current.Value.Decision
		for _, v := range all {
			next, err := review.CorrectRestructuring(v.Value, is, why)
			if err != nil {
				return err
			}
			if _, err := tx.SaveRestructuring(ctx, next, v.Number); err != nil {
				return err
			}
			if err := tx.NoteCorrection(ctx, fmt.Sprintf("restructuring %d", next.ID), is, why); err != nil {
				return err
			}
		}
		if err := tx.FreeDecision(ctx, why.Was); err != nil {
			return err
		}
		_, err = a.numbered(ctx, tx, is)
		return err
	})
}

// ServicesWith are the other reviews of online services of the plan that were approved by the same paper.
func (a *App) ServicesWith(ctx context.Context, by Person, r review.Restructuring) ([]Restructuring, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return nil, err
	}
	all, err := servicesWith(ctx, a.store, r)
	var out []Restructuring
	for _, v := range all {
		out = append(out, restructuringOf(v))
	}
	return out, err
}

// services is where reviews of online services are listed: the store, or a transaction on it.
type services interface {
	Restructurings(ctx context.Context, plan review.PlanID, procedure catalog.Code) ([]store.Restructuring, error)
}

func servicesWith(ctx context.Context, from services, r review.Restructuring) ([]store.Restructuring, error) {
	if r.Decision.Number == "" {
		return nil, nil
	}
	all, err := from.Restructurings(ctx, r.Plan, "")
	return slices.DeleteFunc(all, func(v store.Restructuring) bool {
		return v.Value.ID == r.ID || v.Value.Decision.Number != r.Decision.Number ||
			v.Value.Decision.Date != r.Decision.Date
	}), err
}

func (a *App) changeRestructuring(
	ctx context.Context, by Person, id review.RestructuringID, base int,
	change func(*store.Tx, review.Restructuring) (review.Restructuring, error),
) error {
	return restructurings.change(ctx, a, by, id, base,
		func(tx *store.Tx, r review.Restructuring) (review.Restructuring, error) {
			p, _, err := tx.Plan(ctx, string(r.Plan))
			if err != nil {
				return r, err
			}
			if err := p.TakesWork(); err != nil {
				return r, err
			}
			return change(tx, r)
		})
}
