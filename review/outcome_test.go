package review

import (
	"testing"

	"pgregory.net/rapid"

	"rasoat/catalog"
	"rasoat/value"
)

// Plan 29/KH-UBND, III.1(b): a share beyond the mark proves nothing while costs of the list are not known; one below it
// is below it for good where only denominators are still to come (TargetResult.Outcome, costMayTurn).
func TestOutcome(t *testing.T) {
	cut := inState("NB-01", Approved, Cut, 1_000, 600)
	slight := inState("NB-01", Approved, Cut, 1_000, 900)
	unpriced := inState("NB-02", "", "", -1, -1)
	noAfter := inState("NB-03", Approved, Cut, 1_000, -1)
	for _, tt := range []struct {
		name         string
		list         []Standing
		listed, with Outcome
	}{
		{"40%, all priced", []Standing{cut}, TargetMet, TargetMet},
		{"40%, one not priced", []Standing{cut, unpriced}, NotConcluded, TargetMet},
		{"10%, all priced", []Standing{slight}, TargetNotMet, TargetNotMet},
		{"10%, one not reviewed not priced", []Standing{slight, unpriced}, TargetNotMet, TargetNotMet},
		{"10%, one decided without its cost after", []Standing{slight, noAfter}, NotConcluded, NotConcluded},
		{"nothing priced", []Standing{unpriced}, NotConcluded, NothingToMeasure},
		{"nothing listed", nil, NothingToMeasure, NothingToMeasure},
	} {
		for own, want := range map[Denominator]Outcome{Listed: tt.listed, WithProposal: tt.with} {
			r := TargetResult{Metric: Cost, Threshold: value.Whole(20)}
			if err := r.settleCost(tt.list, Granted, Rules{CostDenominator: own}); err != nil {
				t.Fatal(err)
			}
			if got := r.Outcome(); got != want {
				t.Errorf("%s, over %s: %s, want %s", tt.name, own, got, want)
			}
		}
	}
}

// Plan 29/KH-UBND, III.1(b): what is counted is concluded by its count (outcomeOf); a figure at its mark is not beyond
// it (TargetResult.IsBeyond).
func TestOutcome_ofCounts(t *testing.T) {
	for _, tt := range []struct {
		n      value.Ratio
		want   Outcome
		beyond bool
	}{
		{value.Ratio{Part: 3, Whole: 12}, TargetMet, true},
		{value.Ratio{Part: 2, Whole: 10}, TargetMet, false},
		{value.Ratio{Part: 2, Whole: 12}, TargetNotMet, false},
		{value.Ratio{}, NothingToMeasure, false},
	} {
		r := TargetResult{Metric: Number, Threshold: value.Whole(20)}
		r.settle(tt.n)
		if r.Outcome() != tt.want || r.IsBeyond() != tt.beyond {
			t.Errorf("%v: %s, beyond %v", tt.n, r.Outcome(), r.IsBeyond())
		}
	}
}

// Whatever the costs still to come are, they turn nothing that was said to be concluded over the whole list.
func TestOutcome_ConcludedStays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount := rapid.Custom(func(t *rapid.T) value.Money { return value.Money(rapid.IntRange(-1, 9).Draw(t, "n")) })
		var list []Standing
		for range rapid.IntRange(1, 5).Draw(t, "listed") {
			state := rapid.SampledFrom([]State{"", Draft, Submitted, Approved}).Draw(t, "state")
			before, after := amount.Draw(t, "before"), amount.Draw(t, "after")
			list = append(list, inState(catalog.Code("NB"), state, Cut, before, after))
		}
		check := func() TargetResult {
			r := TargetResult{Metric: Cost, Threshold: value.Whole(20)}
			if err := r.settleCost(list, Proposed, Rules{}); err != nil {
				t.Fatal(err)
			}
			return r
		}
		was := check().Outcome()
		for i := range list {
			for _, side := range []*value.Opt[value.Money]{&list[i].Before, &list[i].After} {
				if !side.IsKnown() {
					*side = value.Known(value.Money(rapid.IntRange(0, 9).Draw(t, "found")))
				}
			}
		}
		now := check()
		if was == NotConcluded || now.Outcome() == NothingToMeasure {
			return
		}
		if !now.Complete || now.Outcome() != was {
			t.Fatalf("was said to be %s, is %s", was, now.Outcome())
		}
	})
}
