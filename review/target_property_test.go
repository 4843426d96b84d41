package review_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
)

// world draws a list and one review for some of its procedures.
func world(t *rapid.T) review.TargetInput {
	n := rapid.IntRange(0, 8).Draw(t, "listed")
	var codes []catalog.Code
	var ps []review.Proposal
	code := rapid.Custom(func(t *rapid.T) catalog.Code {
		return catalog.Code(fmt.Sprintf("NB-%02d", rapid.IntRange(0, n+1).Draw(t, "code")))
	})
	for i := range n {
		codes = append(codes, catalog.Code(fmt.Sprintf("NB-%02d", i)))
		if rapid.Bool().Draw(t, "reviewed") {
			p := of(codes[i], rapid.SampledFrom(review.Conclusions).Draw(t, "conclusion"),
				rapid.SampledFrom(review.States).Draw(t, "state"),
				side(t, "before"), side(t, "after"))
			p.Merged = rapid.SliceOfN(code, 0, 3).Draw(t, "merged")
			for _, k := range rapid.SliceOfN(rapid.SampledFrom(review.MeasureKinds), 0, 2).Draw(t, "kinds") {
				p.Measures = append(p.Measures, review.Measure{Kind: k})
			}
			if rapid.Bool().Draw(t, "dated") {
				p.Decided = value.MustDate("2024-07-30").Add(rapid.IntRange(0, 4).Draw(t, "day"))
			}
			if p.Conclusion == review.Keep {
				p.Members[0].After = nil
			}
			ps = append(ps, p)
		}
	}
	in := inputOf(list(codes...), ps...)
	in.Plan.Rules.AmendNeverCounts = rapid.Bool().Draw(t, "amend never")
	return in
}

func side(t *rapid.T, label string) *[]cost.Row {
	switch n := rapid.IntRange(-2, 100).Draw(t, label); n {
	case -2:
		return nil
	case -1:
		return empty()
	default:
		return table(value.Money(n))
	}
}

func mustCheck(t *rapid.T, in review.TargetInput) review.TargetReport {
	rep, err := review.CheckTargets(in)
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

const (
	reviewedAt, numberAt, costAt = 0, 1, 2
)

// What is decided is part of what is proposed, and nothing counts more than it has.
func TestCheckTargets_Bounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rep := mustCheck(t, world(t))
		for i := range []int{reviewedAt, numberAt} {
			granted, proposed := rep.Targets[i], rep.Proposed[i]
			if granted.Numerator > proposed.Numerator || proposed.Numerator > proposed.Denominator {
				t.Fatalf("%s: %d decided, %d proposed, %d listed", granted.ID, granted.Numerator, proposed.Numerator,
					granted.Denominator)
			}
		}
		for _, c := range []review.TargetResult{rep.Targets[costAt], rep.Proposed[costAt]} {
			if c.Readings[1].Whole > c.Readings[0].Whole {
				t.Fatalf("with_proposal %d above listed %d", c.Readings[1].Whole, c.Readings[0].Whole)
			}
			if c.Numerator > int64(c.Readings[1].Whole) {
				t.Fatalf("saves %d of %d", c.Numerator, c.Readings[1].Whole)
			}
		}
	})
}

// The order of lists and proposals means nothing.
func TestCheckTargets_Order(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := world(t)
		want := mustCheck(t, in)
		items := in.Lists[review.CampaignInternalB]
		if len(items) > 0 {
			in.Lists[review.CampaignInternalB] = rapid.Permutation(items).Draw(t, "list")
		}
		if len(in.Proposals) > 0 {
			in.Proposals = rapid.Permutation(in.Proposals).Draw(t, "proposals")
		}
		opts := cmpopts.EquateComparable(value.Opt[int]{}, value.Opt[value.Decimal]{})
		if diff := cmp.Diff(want, mustCheck(t, in), opts); diff != "" {
			t.Fatal(diff)
		}
	})
}

// Approving what lies open never lowers the number and never the procedures that are reviewed.
func TestCheckTargets_Monotony(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := world(t)
		if len(in.Proposals) == 0 {
			return
		}
		before := mustCheck(t, in)
		i := rapid.IntRange(0, len(in.Proposals)-1).Draw(t, "approved")
		in.Proposals[i].State, in.Proposals[i].Decided = review.Approved, value.Date{}
		after := mustCheck(t, in)
		for _, k := range []int{reviewedAt, numberAt} {
			if after.Targets[k].Numerator < before.Targets[k].Numerator ||
				after.Proposed[k].Numerator < before.Proposed[k].Numerator {
				t.Fatalf("%s fell", after.Targets[k].ID)
			}
		}
		if after.Targets[costAt].Readings[0].Whole != before.Targets[costAt].Readings[0].Whole {
			t.Fatal("the listed cost moved with a state")
		}
	})
}

// A recount in the words of interface.md, Targets, comes to the same.
func TestCheckTargets_Recount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := world(t)
		rep := mustCheck(t, in)
		for _, wide := range []bool{false, true} {
			got := rep.Targets
			if wide {
				got = rep.Proposed
			}
			reviewed, number, saving, listed, with := recount(in, wide)
			figures := []int64{got[reviewedAt].Numerator, got[numberAt].Numerator, got[costAt].Numerator,
				int64(got[costAt].Readings[0].Whole), int64(got[costAt].Readings[1].Whole)}
			if diff := cmp.Diff([]int64{reviewed, number, saving, listed, with}, figures); diff != "" {
				t.Fatalf("wide %v: %s", wide, diff)
			}
		}
	})
}

func recount(in review.TargetInput, wide bool) (reviewed, number, saving, listed, with int64) {
	counted := map[catalog.Code]bool{}
	for _, p := range in.Proposals {
		code := p.Members[0].Procedure
		state := p.State
		if in.AsOf.Before(p.Decided) && !p.Decided.IsZero() {
			state = review.Draft
		}
		before, priced := money(p.Members[0].Before)
		listed += before
		switch state {
		case review.Draft, review.Returned, review.Withdrawn:
			continue
		}
		reviewed++
		narrow := state == review.Approved || state == review.Accepted || state == review.InForce
		if state == review.Refused || !narrow && !wide {
			continue
		}
		if p.Conclusion != review.Keep {
			with += before
		}
		after, known := money(p.Members[0].After)
		saved := int64(0)
		switch {
		case priced && known:
			saved = before - after
		case priced && p.Conclusion == review.Abolish:
			saved = before
		}
		saving += saved
		lighter := saved > 0
		for _, m := range p.Measures {
			if m.Kind != review.AmendForm && m.Kind != review.DecentraliseTo && m.Kind != review.OtherMeasure {
				lighter = true
			}
		}
		switch p.Conclusion {
		case review.Abolish, review.Cut, review.Merge:
			counted[code] = true
			for _, m := range p.Merged {
				counted[m] = true
			}
		case review.Amend:
			counted[code] = counted[code] || lighter && !in.Plan.Rules.AmendNeverCounts
		case review.Decentralise:
			counted[code] = counted[code] || lighter
		}
	}
	for _, item := range in.Lists[review.CampaignInternalB] {
		if counted[item.Code] {
			number++
		}
	}
	return reviewed, number, saving, listed, with
}

func money(rows *[]cost.Row) (int64, bool) {
	if rows == nil || len(*rows) == 0 {
		return 0, false
	}
	return int64((*rows)[0].Fees), true
}
