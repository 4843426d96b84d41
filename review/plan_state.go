package review

import (
	"strings"

	"rasoat/value"
	"rasoat/viet"
)

// PlanState is where a plan stands on its path: written, followed, closed.
type PlanState string

// The states of a plan.
const (
	PlanDraft    PlanState = "draft"    // dự thảo: seen by those who keep plans alone, takes no work
	PlanFollowed PlanState = "in_force" // đang thực hiện
	PlanClosed   PlanState = "closed"   // đã kết thúc: stays as it is
)

// State is where the plan stands.
func (p Plan) State() PlanState {
	switch {
	case p.Draft:
		return PlanDraft
	case p.InForce:
		return PlanFollowed
	}
	return PlanClosed
}

// Begins is the day from which on the plan is followed.
func (p Plan) Begins() value.Date {
	if p.From.IsZero() {
		return p.Date
	}
	return p.From
}

// IsFollowedOn reports whether the plan is in force and has begun.
func (p Plan) IsFollowedOn(day value.Date) bool {
	return p.State() == PlanFollowed && !p.Begins().After(day)
}

// Followed is the newest plan that is in force on a day; without one the newest that is no draft. Plans are given the
// newest first.
func Followed(plans []Plan, day value.Date) (Plan, bool) {
	for _, p := range plans {
		if p.IsFollowedOn(day) {
			return p, true
		}
	}
	for _, p := range plans {
		if !p.Draft {
			return p, true
		}
	}
	return Plan{}, false
}

// TakesWork refuses work under a plan that is not in force: nothing is reviewed, entered or issued for a draft.
func (p Plan) TakesWork() error {
	if p.Draft {
		return value.Problems{{Field: "plan", Code: "plan.is_draft", Args: []any{p.Number}}}
	}
	return nil
}

// Editable refuses to change a plan that was closed.
func (p Plan) Editable() error {
	if p.State() == PlanClosed {
		return value.Problems{{Field: "plan", Code: "plan.is_closed", Args: []any{p.Number}}}
	}
	return nil
}

// PutPlanInForce has a plan followed from a day on. A draft becomes the plan of its year, one that was closed is taken
// up again; a plan that lacks something, or would begin before it was signed, is not.
func PutPlanInForce(p Plan, from value.Date) (Plan, error) {
	out := CheckPlan(p)
	switch {
	case p.State() == PlanFollowed:
		out.Add("from", "plan.is_followed", p.Number)
	case from.IsZero():
		out.Add("from", "on.missing")
	case from.Before(p.Date):
		out.Add("from", "plan.from_before_date", viet.ShortDate(p.Date))
	}
	if err := out.Err(); err != nil {
		return p, err
	}
	p.Draft, p.InForce, p.From, p.Closed = false, true, from, value.Date{}
	return p, nil
}

// ClosePlan ends a plan on a day. To whom its papers went is kept with it, so that a commune that gets another superior
// afterwards does not change what last year's papers say.
func ClosePlan(p Plan, on, today value.Date, stood Upward) (Plan, error) {
	var out value.Problems
	switch {
	case p.State() != PlanFollowed:
		out.Add("on", "plan.not_followed", p.Number)
	case on.IsZero():
		out.Add("on", "on.missing")
	case on.After(today):
		out.Add("on", "date.future")
	case on.Before(p.Begins()):
		out.Add("on", "plan.closed_before_begin", viet.ShortDate(p.Begins()))
	}
	if err := out.Err(); err != nil {
		return p, err
	}
	p.InForce, p.Closed, p.Upward = false, on, p.Upward.Or(stood)
	return p, nil
}

// Or is to whom papers go where the plan itself leaves it open.
func (u Upward) Or(stood Upward) Upward {
	if strings.TrimSpace(u.Superior) == "" {
		u.Superior = stood.Superior
	}
	if strings.TrimSpace(u.Addressee) == "" {
		u.Addressee = stood.Addressee
	}
	return u
}
