package app

import (
	"errors"
	"testing"

	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// isFree reports whether no paper has the number.
func isFree(t *testing.T, a *App, number string, on value.Date) bool {
	t.Helper()
	n, wrong := review.ParsePaperNumber(number)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	has, err := a.store.HasNumber(t.Context(), store.Paper{Number: n, Date: on, Item: "nothing"})
	return err == nil && !has
}

// The decision on an online service is put right for all that it approved; its number is free again, and a number that
// a report has is refused.
func TestCorrectRestructuring(t *testing.T) {
	a := openDemo(t)
	ctx := t.Context()
	chairman, err := a.Person(ctx, "chairman")
	if err != nil {
		t.Fatal(err)
	}
	was := review.DecisionRef{Number: "44/QĐ-UBND", Date: value.MustDate("2024-07-08")}
	// the second service was approved by the same paper
	if err := a.StepRestructuring(ctx, officePerson, 2, 3, review.Step{Action: review.ActionCheck}); err != nil {
		t.Fatal(err)
	}
	approve := review.Step{Action: review.ActionApprove, Decision: was}
	if err := a.StepRestructuring(ctx, chairman, 2, 4, approve); err != nil {
		t.Fatal(err)
	}
	taken := "31/QĐ-UBND"
	if err := a.store.Write(ctx, "an", func(tx *store.Tx) error {
		n, _ := review.ParsePaperNumber(taken)
		return tx.TakeNumber(ctx, store.Paper{Number: n, Date: was.Date, Item: "report 9"})
	}); err != nil {
		t.Fatal(err)
	}
	correct := func(by Person, base int, number, day string, alone bool) string {
		o := DecisionOrder{Reason: "Gõ nhầm", Alone: alone}
		o.DecisionRef = review.DecisionRef{Number: number, Date: value.MustDate(day)}
		err := a.CorrectRestructuring(ctx, by, 1, base, o)
		switch {
		case isConflict(err):
			return "conflict"
		case errors.Is(err, value.ErrForbidden):
			return "forbidden"
		}
		return codeOf(err)
	}
	for _, tt := range []struct {
		name, number, day string
		by                Person
		base              int
		alone             bool
		want              string
	}{
		{"by the office", "54", "2024-07-09", officePerson, 5, false, "forbidden"},
		{"from a version that is gone", "54", "2024-07-09", chairman, 4, false, "conflict"},
		{"the number of another paper", taken, "2024-07-09", chairman, 5, false, "paper.taken"},
		{"the number as it was, spelt otherwise", "044", "2024-07-08", chairman, 5, false, "decision.same"},
		{"both, the day alone", "44", "2024-07-09", chairman, 5, false, ""},
		{"this one alone", "54", "2024-07-10", chairman, 6, true, ""},
	} {
		if got := correct(tt.by, tt.base, tt.number, tt.day, tt.alone); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	if isFree(t, a, "44/QĐ-UBND", was.Date) {
		t.Error("a number is free by which another service was approved")
	}
	other, err := a.Restructuring(ctx, chairman, 2)
	if err != nil || other.Decision.Date != value.MustDate("2024-07-09") {
		t.Errorf("%+v, %v", other.Decision, err)
	}
	o := DecisionOrder{Reason: "Gõ nhầm", DecisionRef: review.DecisionRef{Number: "55", Date: other.Decision.Date}}
	if err := a.CorrectRestructuring(ctx, chairman, 2, other.Version, o); err != nil {
		t.Fatal(err)
	}
	if !isFree(t, a, "44/QĐ-UBND", was.Date) || isFree(t, a, "55/QĐ-UBND", was.Date) {
		t.Error("the number that was wrong is not free, or the right one is")
	}
	r, err := a.Restructuring(ctx, chairman, 1)
	if err != nil || r.Decision.Number != "54/QĐ-UBND" || len(r.Corrected) != 2 || r.Corrected[0].Was != was ||
		r.StateOn(value.MustDate("2024-07-09")) == review.Approved {
		t.Errorf("%+v, %v", r, err)
	}
	entries, _, err := a.Audit(ctx, officePerson, AuditFilter{Kind: "restructuring"})
	if err != nil || entries[0].Detail.Was.Number != "44/QĐ-UBND" || entries[0].Detail.Is.Number != "55/QĐ-UBND" ||
		entries[0].Detail.Reason != "Gõ nhầm" {
		t.Errorf("%+v, %v", entries[0], err)
	}
}

// The request of the demo went out in time; put right to a later day it did not, and its number is free again.
func TestCorrectAdditions(t *testing.T) {
	a := openDemo(t)
	ctx := t.Context()
	b, err := a.Additions(ctx, "")
	if err != nil || !b.Request.IsIssued() {
		t.Fatal(b.Request, err)
	}
	was := review.DecisionRef{Number: b.Request.Number, Date: b.Request.Date}
	met := func() bool {
		r, err := a.Targets(ctx, "", DemoDay)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range r.Targets {
			if x.Metric == review.Issued {
				return x.Met != nil && *x.Met
			}
		}
		return false
	}
	if !met() {
		t.Fatal("the demo's request was late")
	}
	o := DecisionOrder{Reason: "Gõ nhầm", DecisionRef: review.DecisionRef{Number: "77", Date: was.Date.Add(60)}}
	for name, tt := range map[string]struct {
		by   Person
		base int
	}{"a reviewer": {hoa, b.Version}, "an old version": {officePerson, b.Version - 1}} {
		if err := a.CorrectAdditions(ctx, tt.by, b.Plan.ID, o, tt.base); err == nil {
			t.Errorf("%s corrects it", name)
		}
	}
	err = a.CorrectAdditions(ctx, officePerson, b.Plan.ID, o, b.Version)
	if b.Request.IsAnnounced() {
		if codeOf(err) != "additions.after_answer" {
			t.Fatal(err)
		}
		o.Date = b.Request.Announced.Date
		err = a.CorrectAdditions(ctx, officePerson, b.Plan.ID, o, b.Version)
	}
	if err != nil {
		t.Fatal(err)
	}
	if !isFree(t, a, was.Number, was.Date) || isFree(t, a, "77/TTr-UBND", was.Date) {
		t.Error("the number that was wrong is not free, or the right one is")
	}
	if met() {
		t.Error("the target counts from the wrong day")
	}
	if b, err = a.Additions(ctx, ""); err != nil || b.Request.Number != "77/TTr-UBND" ||
		b.Request.Corrected[0].Was != was {
		t.Errorf("%+v, %v", b.Request, err)
	}
}
