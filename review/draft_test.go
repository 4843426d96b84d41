package review_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
)

func fieldCodes(ps value.Problems) []string {
	var out []string
	for _, x := range ps {
		out = append(out, x.Field+" "+x.Code)
	}
	return out
}

// A draft may be incomplete, but nothing false stands in it.
func TestCheckDraft(t *testing.T) {
	bases := map[catalog.Code]catalog.Procedure{"NB-01": leave()}
	items := list("NB-01")
	if got := review.CheckDraft(review.Proposal{}, items, bases); len(got) > 0 {
		t.Errorf("an empty draft: %v", got)
	}
	p := ready()
	p.Measures = []review.Measure{{Kind: review.CutStep}, {Kind: "burn"}}
	p.Members[0].Changes = []review.Change{{Op: review.RemoveStep, Index: 9}}
	p.Members[0].After = &[]cost.Row{{Task: cost.Submit, Activity: "a", Source: cost.Law, Hours: -1}}
	p.Amendments = []review.Amendment{{Article: "Điều 3"}}
	want := []string{"members[0].after[0].hours hours.negative", "members[0].changes[0].index change.no_such_item", "measures[1].kind measure.unknown"}
	if diff := cmp.Diff(want, fieldCodes(review.CheckDraft(p, items, bases))); diff != "" {
		t.Error(diff)
	}
}

func TestFreeze(t *testing.T) {
	bases := map[catalog.Code]catalog.Procedure{"NB-01": leave()}
	p := ready()
	if got, err := review.Freeze(p, bases); err != nil || got.Members[0].Proposed != nil {
		t.Errorf("nothing changes, yet something is frozen (%v)", err)
	}
	p.Members[0].Changes = []review.Change{{Op: review.RemoveStep, Part: catalog.PartSteps, Index: 1}}
	frozen, err := review.Freeze(p, bases)
	if err != nil {
		t.Fatal(err)
	}
	if p.Members[0].Proposed != nil {
		t.Error("the proposal given was changed")
	}
	want, _ := review.Propose(leave(), p.Members[0].Changes, nil)
	if diff := cmp.Diff(want, *frozen.Members[0].Proposed, opts); diff != "" {
		t.Error(diff)
	}
	// What was frozen is what is shown, whatever the changes would come to now.
	frozen.Members[0].Changes[0].Index = 2
	if got, err := frozen.Members[0].Revised(review.Cut, leave()); err != nil || len(got.Steps) != 3 ||
		got.Steps[1].Text != "Ký" {
		t.Errorf("%+v %v", got.Steps, err)
	}
	frozen.State, frozen.Decision = review.Returned, review.DecisionRef{Number: "1"}
	reopened, err := review.Act(frozen, review.Step{
		Action: review.ActionReopen,
		By:     "a",
		On:     value.MustDate("2024-07-15"),
	})
	if err != nil || reopened.Members[0].Proposed != nil || reopened.Decision.Number != "" ||
		frozen.Members[0].Proposed == nil {
		t.Errorf("reopened %+v, given %+v, %v", reopened.Members[0].Proposed, frozen.Members[0].Proposed, err)
	}
	if _, err := review.Freeze(p, nil); err == nil {
		t.Error("frozen without a baseline")
	}
	p.Conclusion = review.Abolish
	if got, err := review.Freeze(p, nil); err != nil || got.Members[0].Proposed != nil {
		t.Errorf("what is abolished has no new text: %v", err)
	}
}

// Circular 02/2017/TT-VPCP, article 27: a group costs what its members cost; what is not priced is not 0.
func TestPriceProposal(t *testing.T) {
	member := func(before, after *[]cost.Row) review.Member {
		return review.Member{Procedure: "NB-01", Before: before, After: after}
	}
	for _, tt := range []struct {
		name    string
		c       review.Conclusion
		members []review.Member
		want    string // before, after, saving
	}{
		{"a group", review.Cut, []review.Member{member(table(100), table(30)), member(table(50), table(60))}, "150 90 60"},
		{"one side of one member is open", review.Cut, []review.Member{member(table(100), table(30)), member(table(50), nil)}, "150 – –"},
		{"abolished", review.Abolish, []review.Member{member(table(100), nil)}, "100 0 100"},
		{"kept", review.Keep, []review.Member{member(table(100), nil)}, "100 100 0"},
		{"nothing priced", review.Cut, []review.Member{member(nil, nil)}, "– – –"},
		{"no procedure", review.Cut, nil, "– – –"},
	} {
		got, err := review.PriceProposal(review.Proposal{Conclusion: tt.c, Members: tt.members})
		if err != nil {
			t.Fatal(tt.name, err)
		}
		if s := shown(got.Before) + " " + shown(got.After) + " " + shown(got.Saving()); s != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, s, tt.want)
		}
	}
	if _, err := review.PriceProposal(review.Proposal{Members: []review.Member{member(&[]cost.Row{{Task: "x"}},
		nil)}}); err == nil {
		t.Error("a table that cannot be priced was")
	}
}

func shown(m value.Opt[value.Money]) string {
	if v, known := m.Get(); known {
		return value.Decimal(int64(v) * value.DecimalScale).String()
	}
	return "–"
}
