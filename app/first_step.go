package app

import (
	"context"
	"errors"
	"slices"

	"rasoat/account"
	"rasoat/review"
	"rasoat/value"
)

// FirstStepKind is something to be done once before the program can serve a commune.
type FirstStepKind string

// The first steps, in order.
const (
	StepPlan       FirstStepKind = "plan"       // which plan the commune follows
	StepPeople     FirstStepKind = "people"     // accounts of those who review, keep the plan and decide
	StepProcedures FirstStepKind = "procedures" // the commune's own internal procedures, announced
	StepList       FirstStepKind = "list"       // the list of a campaign
	StepAssignment FirstStepKind = "assignment" // who reviews what
)

// FirstStep is one of them as it stands, for whoever asks.
type FirstStep struct {
	Kind     FirstStepKind
	Done     bool
	May      bool           // whoever asks may do it
	By       []account.Role // who do it
	Plan     review.PlanID
	Campaign review.CampaignID // where the list is to be frozen, or assigned
}

// firstStepNeeds is what somebody needs to be allowed for a step.
var firstStepNeeds = map[FirstStepKind]account.Action{
	StepPeople:     account.ManageUsers,
	StepPlan:       account.BeginPlan,
	StepProcedures: account.EditProcedure,
	StepList:       account.AssignReview,
	StepAssignment: account.AssignReview,
}

// FirstSteps are the first steps in order; none once all of them are done, or a second plan shows that they were.
func (a *App) FirstSteps(ctx context.Context, by Person) ([]FirstStep, error) {
	plans, err := a.store.Plans(ctx)
	if err != nil {
		return nil, err
	}
	plans = slices.DeleteFunc(plans, func(p review.Plan) bool { return p.Pattern })
	if len(plans) > 1 {
		return nil, nil
	}
	all := []FirstStep{
		{Kind: StepPlan, Done: len(plans) > 0},
		{Kind: StepPeople},
		{Kind: StepProcedures},
		{Kind: StepList},
		{Kind: StepAssignment},
	}
	people, err := a.People(ctx)
	if err != nil {
		return nil, err
	}
	all[1].Done = haveAllRoles(people)
	own, _, err := a.Candidates(ctx, review.ScopeInternalB)
	if err != nil {
		return nil, err
	}
	all[2].Done = len(own) > 0
	s, err := a.planToday(ctx, "")
	if err != nil && !errors.Is(err, value.ErrNotFound) {
		return nil, err
	}
	if err == nil {
		lists(s, &all[3], &all[4])
	}
	if !slices.ContainsFunc(all, func(x FirstStep) bool { return !x.Done }) {
		return nil, nil
	}
	for i := range all {
		needs := firstStepNeeds[all[i].Kind]
		all[i].May = by.May(needs)
		for _, r := range account.Roles {
			if account.May([]account.Role{r}, needs) {
				all[i].By = append(all[i].By, r)
			}
		}
	}
	return all, nil
}

// haveAllRoles reports whether somebody reviews, somebody keeps the plan and somebody decides.
func haveAllRoles(people []Person) bool {
	for _, needs := range []account.Action{account.EditReview, account.EditPlan, account.ApproveProposal} {
		if !slices.ContainsFunc(people, func(p Person) bool { return !p.Disabled && p.May(needs) }) {
			return false
		}
	}
	return true
}

// lists says whether a list of the plan is frozen and a procedure of it assigned or handed in, and which campaign is
// next.
func lists(s *planDay, list, assignment *FirstStep) {
	for _, b := range s.boards {
		if b.Started.IsZero() {
			list.Plan, list.Campaign = b.Plan.ID, b.Campaign.ID // of those without a list the last: the internal one
			continue
		}
		list.Done = true
		assignment.Plan, assignment.Campaign = b.Plan.ID, b.Campaign.ID
		for _, l := range b.Lines {
			assignment.Done = assignment.Done || l.Of.Item.Officer != "" || review.IsReviewed(l.Of.State)
		}
	}
}
