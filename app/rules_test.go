package app

import (
	"errors"
	"testing"

	"rasoat/review"
	"rasoat/value"
)

// Rules are saved on the plan; a campaign that has started keeps those it started under.
func TestSaveRules(t *testing.T) {
	a := openDemo(t)
	plan, version, err := a.Plan(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	rules := review.Rules{
		CostDenominator:  review.WithProposal,
		AmendNeverCounts: true,
		PublicReviewed:   value.Known(value.Whole(90)),
	}
	before, err := a.Targets(t.Context(), "", value.Date{})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.SaveRules(t.Context(), CommandPerson, plan.ID, rules, version); err != nil {
		t.Fatal(err)
	}
	now, _, err := a.Plan(t.Context(), "")
	if err != nil || now.Rules != rules || now.Source != plan.Source || len(now.Targets) != len(plan.Targets) {
		t.Errorf("%+v %v", now.Rules, err)
	}
	after, err := a.Targets(t.Context(), "", value.Date{})
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range after.Targets {
		if b := before.Targets[i]; r.Numerator != b.Numerator || r.Denominator != b.Denominator ||
			r.Threshold != b.Threshold {
			t.Errorf("%s moved: %d/%d, was %d/%d", r.ID, r.Numerator, r.Denominator, b.Numerator, b.Denominator)
		}
	}
	var conflict *value.Conflict
	if err := a.SaveRules(t.Context(), CommandPerson, plan.ID, review.Rules{}, version); !errors.As(err, &conflict) {
		t.Errorf("saved over a newer one: %v", err)
	}
	if err := a.SaveRules(t.Context(), CommandPerson, plan.ID, review.Rules{PercentPlaces: value.Known(5)},
		version+1); codeOf(err) != "rules.places" {
		t.Error(err)
	}
	admin, err := a.Person(t.Context(), "admin")
	if err != nil {
		t.Fatal(err)
	}
	if err := a.SaveRules(t.Context(), admin, plan.ID, review.Rules{}, version+1); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("the administrator decides how targets are counted: %v", err)
	}
	history, err := a.RulesHistory(t.Context(), plan.ID)
	if err != nil || len(history) < 2 || history[0].Value != rules || history[0].Author != "cmd" {
		t.Errorf("%+v %v", history, err)
	}
}
