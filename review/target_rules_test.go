package review

import (
	"slices"
	"testing"

	"rasoat/catalog"
	"rasoat/value"
)

// Plan 29/KH-UBND, III.1(b): what is decided counts, and beside it what is on its way; a draft never does. What was
// handed in and not taken back has been reviewed, also where it was refused above (Basis.Has, IsReviewed).
func TestBasis_ofEachState(t *testing.T) {
	for _, tt := range []struct {
		state                       State
		granted, proposed, reviewed bool
	}{
		{"", false, false, false},
		{Draft, false, false, false},
		{Submitted, false, true, true},
		{Checked, false, true, true},
		{Forwarded, false, true, true},
		{Approved, true, true, true},
		{Accepted, true, true, true},
		{InForce, true, true, true},
		{Returned, false, false, false},
		{Withdrawn, false, false, false},
		{Refused, false, false, true},
	} {
		if got := Granted.Has(tt.state); got != tt.granted {
			t.Errorf("%q counts as granted: %v", tt.state, got)
		}
		if got := Proposed.Has(tt.state); got != tt.proposed {
			t.Errorf("%q counts as proposed: %v", tt.state, got)
		}
		if got := IsReviewed(tt.state); got != tt.reviewed {
			t.Errorf("%q is reviewed: %v", tt.state, got)
		}
	}
}

// Practice, not law: docs/decisions/0020: to abolish, cut and merge always count, to amend and decentralise where the
// burden gets lighter (Counts); a form reworded or another authority is no lighter burden (MeasureKind.LowersBurden).
func TestCounts(t *testing.T) {
	lighter, reworded := []Measure{{Kind: CutDocument}}, []Measure{{Kind: AmendForm}, {Kind: DecentraliseTo}, {Kind: OtherMeasure}, {}}
	for _, tt := range []struct {
		name       string
		conclusion Conclusion
		measures   []Measure
		saving     value.Money
		rules      Rules
		want       bool
	}{
		{"kept", Keep, lighter, 1, Rules{}, false},
		{"nothing concluded", "", lighter, 1, Rules{}, false},
		{"abolished without a saving", Abolish, nil, 0, Rules{}, true},
		{"a part cut that costs more", Cut, nil, -1, Rules{}, true},
		{"merged", Merge, nil, 0, Rules{}, true},
		{"amended in words alone", Amend, reworded, 0, Rules{}, false},
		{"amended at a higher cost", Amend, reworded, -5, Rules{}, false},
		{"amended, cheaper", Amend, reworded, 1, Rules{}, true},
		{"amended, a paper less", Amend, lighter, 0, Rules{}, true},
		{"amended where the plan never counts it", Amend, lighter, 9, Rules{AmendNeverCounts: true}, false},
		{"decentralised alone", Decentralise, reworded, 0, Rules{}, false},
		{"decentralised, cheaper", Decentralise, nil, 1, Rules{}, true},
		{"decentralised where the plan never counts it", Decentralise, lighter, 9, Rules{DecentraliseNever: true}, false},
	} {
		if got := Counts(Proposal{
			Conclusion: tt.conclusion,
			Measures:   tt.measures,
		}, tt.saving, tt.rules); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
	for _, m := range reworded {
		if m.Kind.LowersBurden() {
			t.Errorf("%q lowers the burden", m.Kind)
		}
	}
	if !CutDocument.LowersBurden() {
		t.Error("a paper less does not lower the burden")
	}
}

// Practice, not law: docs/decisions/0021: of the public review alone a setting says how many percent are asked for.
func TestThreshold(t *testing.T) {
	set := Rules{PublicReviewed: value.Known(value.Whole(40))}
	for _, tt := range []struct {
		name  string
		t     Target
		rules Rules
		want  value.Decimal
	}{
		{"public, set", Target{Campaign: CampaignPublic, Metric: Reviewed, Threshold: value.Whole(100)}, set, value.Whole(40)},
		{"public, not set", Target{Campaign: CampaignPublic, Metric: Reviewed, Threshold: value.Whole(100)}, Rules{}, value.Whole(100)},
		{"public, of the cost", Target{Campaign: CampaignPublic, Metric: Cost, Threshold: value.Whole(20)}, set, value.Whole(20)},
		{"internal", Target{Campaign: CampaignInternalB, Metric: Reviewed, Threshold: value.Whole(100)}, set, value.Whole(100)},
	} {
		if got := threshold(tt.t, tt.rules); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

// Plan 29/KH-UBND, III.1(b): late is what is not met behind its last day; the day itself is not behind it.
func TestIsLate(t *testing.T) {
	yes, no := true, false
	last := value.MustDate("2024-08-09")
	for _, tt := range []struct {
		name string
		r    TargetResult
		on   value.Date
		want bool
	}{
		{"on the last day", TargetResult{LastDay: last, Met: &no}, last, false},
		{"the day after", TargetResult{LastDay: last, Met: &no}, last.Add(1), true},
		{"the day after, not known", TargetResult{LastDay: last}, last.Add(1), true},
		{"the day after, met", TargetResult{LastDay: last, Met: &yes}, last.Add(1), false},
		{"without a day", TargetResult{Met: &no}, last, false},
	} {
		if got := isLate(tt.r, tt.on); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

// Plan 29/KH-UBND, III.1(b): a request that went out by its last day meets the target, a later one is there and does
// not (TargetResult.settleIssued).
func TestSettleIssued(t *testing.T) {
	last := value.MustDate("2024-04-24")
	for _, tt := range []struct {
		name     string
		on, asOf value.Date
		out      int64
		met      bool
	}{
		{"not out", value.Date{}, last, 0, false},
		{"out on the last day", last, last, 1, true},
		{"out a day late", last.Add(1), last.Add(9), 1, false},
		{"out after the day of the check", last.Add(1), last, 0, false},
	} {
		r := TargetResult{Threshold: value.Whole(100), LastDay: last}
		r.settleIssued(tt.on, tt.asOf)
		if r.Numerator != tt.out || r.Denominator != 1 || r.Met == nil || *r.Met != tt.met {
			t.Errorf("%s: %d of %d, met %v", tt.name, r.Numerator, r.Denominator, r.Met)
		}
	}
}

// inState is a procedure that costs before, and after, in a state; below 0 is not priced.
func inState(code catalog.Code, state State, c Conclusion, before, after value.Money) Standing {
	s := Standing{Item: ListItem{Code: code}, State: state}
	if state != "" {
		s.Review = &Proposal{Conclusion: c}
	}
	if before >= 0 {
		s.Before = value.Known(before)
	}
	if after >= 0 {
		s.After = value.Known(after)
	}
	return s
}

// Plan 29/KH-UBND, III.1(b): of the whole list those that were reviewed, "keep" too; a listed procedure that goes up in
// another counts with it, once.
func TestCountOnTheList(t *testing.T) {
	absorbing := inState("NB-03", Approved, Cut, 10, 5)
	absorbing.Review.Merged = []catalog.Code{"nb-04", "NB-01", "NB-99"} // one by another spelling, one that counts anyway, one not listed
	amending := inState("NB-05", Approved, Amend, 10, 5)
	amending.Review.Merged = []catalog.Code{"NB-06"} // to amend absorbs nothing
	list := []Standing{
		inState("NB-01", InForce, Abolish, 10, 0),
		inState("NB-02", Approved, Keep, 10, 10),
		absorbing,
		inState("NB-04", "", "", 10, -1),
		amending,
		inState("NB-06", Draft, Cut, 10, 5),
		inState("NB-07", Submitted, Cut, 10, 5),
		inState("NB-08", Refused, Cut, 10, 5),
	}
	if got, want := countReviewed(list), (value.Ratio{Part: 6, Whole: 8}); got != want {
		t.Errorf("reviewed %v, want %v", got, want)
	}
	if got, want := countSimplified(list, Granted, Rules{}), (value.Ratio{Part: 4, Whole: 8}); got != want {
		t.Errorf("simplified %v, want %v", got, want)
	}
	if got, want := countSimplified(list, Proposed, Rules{}), (value.Ratio{Part: 5, Whole: 8}); got != want {
		t.Errorf("simplified with what is on its way %v, want %v", got, want)
	}
}

// Plan 29/KH-UBND, III.1(b): savings of what counts over the cost of the whole list, or over that of what has a
// proposal; what nobody priced is named.
func TestSumCost(t *testing.T) {
	list := []Standing{
		inState("NB-01", Approved, Cut, 1_000, 400),
		inState("NB-02", Approved, Keep, 500, 500),
		inState("NB-03", Submitted, Cut, 300, 100),
		inState("NB-04", "", "", 200, -1),
		inState("NB-06", Approved, Cut, 700, -1),
		inState("NB-05", "", "", -1, -1),
	}
	got, err := sumCost(list, Granted)
	if err != nil || got.saving != 600 || got.listed != 2_700 || got.withProposal != 1_700 || !slices.Equal(got.unpriced, []catalog.Code{"NB-05", "NB-06"}) {
		t.Errorf("granted: %+v, %v", got, err)
	}
	if got, err = sumCost(list, Proposed); err != nil || got.saving != 800 || got.listed != 2_700 ||
		got.withProposal != 2_000 {
		t.Errorf("proposed: %+v, %v", got, err)
	}
	if _, err := sumCost([]Standing{inState("NB-01", "", "", value.MaxTotal, -1), inState("NB-02", "", "", value.MaxTotal, -1)}, Granted); err == nil {
		t.Error("a sum beyond the range was printed")
	}
}

// Practice, not law: docs/decisions/0022: both readings of the denominator, the plan's own first in the figures; a sum
// over a list that is not priced to its end proves nothing (TargetResult.settleCost).
func TestSettleCost(t *testing.T) {
	whole := []Standing{inState("NB-01", Approved, Cut, 1_000, 700), inState("NB-02", Approved, Keep, 1_000, 1_000)}
	open := append(slices.Clone(whole), inState("NB-03", "", "", -1, -1))
	for _, tt := range []struct {
		name        string
		list        []Standing
		rules       Rules
		denominator int64
		met         bool
		complete    bool
	}{
		{"over the list: 15%", whole, Rules{}, 2_000, false, true},
		{"over what has a proposal: 30%", whole, Rules{CostDenominator: WithProposal}, 1_000, true, true},
		{"over what has a proposal, one not priced", open, Rules{CostDenominator: WithProposal}, 1_000, true, false},
	} {
		r := TargetResult{Threshold: value.Whole(20)}
		if err := r.settleCost(tt.list, Granted, tt.rules); err != nil {
			t.Fatal(err)
		}
		if r.Numerator != 300 || r.Denominator != tt.denominator || *r.Met != tt.met || r.Complete != tt.complete ||
			len(r.Readings) != 2 {
			t.Errorf("%s: %d/%d, met %v, complete %v", tt.name, r.Numerator, r.Denominator, *r.Met, r.Complete)
		}
	}
	low := TargetResult{Threshold: value.Whole(10)}
	if err := low.settleCost(open, Granted, Rules{}); err != nil || *low.Met {
		t.Errorf("15%% of a list that is not priced to its end meets 10%%: %v", err)
	}
}
