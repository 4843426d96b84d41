package review_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
)

// ready is a proposal that may be submitted.
func ready() review.Proposal {
	p := of("NB-01", review.Cut, review.Draft, table(100), table(50))
	p.Measures = []review.Measure{{Kind: review.CutStep, Part: catalog.PartSteps, Content: "Bỏ bước", Reason: "Trùng"}}
	return p
}

func TestCheckProposal(t *testing.T) {
	bases := map[catalog.Code]catalog.Procedure{"NB-01": leave()}
	items := append(list("NB-01", "NB-02"), review.ListItem{Code: "1.000001", Kind: catalog.Public})
	tests := []struct {
		name   string
		change func(p *review.Proposal)
		want   []string
	}{
		{"ready", func(*review.Proposal) {}, nil},
		{"keep with nothing to change", func(p *review.Proposal) { *p = of("NB-01", review.Keep, review.Draft, table(1), nil) }, nil},
		{"keep with the same after", func(p *review.Proposal) { *p = of("NB-01", review.Keep, review.Draft, table(1), table(1)) }, nil},
		{"keep with another after", func(p *review.Proposal) { *p = of("NB-01", review.Keep, review.Draft, table(1), table(2)) },
			[]string{"members[0].after keep.after_differs"}},
		{"keep with an after but no before", func(p *review.Proposal) { *p = of("NB-01", review.Keep, review.Draft, nil, table(2)) },
			[]string{"members[0].after keep.after_differs"}},
		{"keep that changes", func(p *review.Proposal) {
			p.Conclusion, p.Members[0].After = review.Keep, nil
			p.Members[0].Changes = []review.Change{{Op: review.ClearCondition}}
		}, []string{"members[0].changes keep.changes", "measures keep.measures"}},
		{"nothing at all", func(p *review.Proposal) { *p = review.Proposal{} },
			[]string{"conclusion conclusion.missing", "members members.missing", "measures measures.missing"}},
		{"unknown conclusion", func(p *review.Proposal) { p.Conclusion = "burn" }, []string{"conclusion conclusion.unknown"}},
		{"empty measure", func(p *review.Proposal) { p.Measures = []review.Measure{{Kind: "x", Part: "y", Content: " "}} },
			[]string{"measures[0].kind measure.unknown", "measures[0].part part.unknown", "measures[0].content content.missing", "measures[0].reason reason.missing"}},
		{"not listed, twice, without a title", func(p *review.Proposal) {
			p.Members = []review.Member{{Procedure: "NB-02"}, {Procedure: "nb-02"}, {Procedure: "NB-09"}}
		}, []string{"title title.missing", "members[1].procedure procedure.twice", "members[2].procedure procedure.not_listed"}},
		{"tables beyond the bounds", func(p *review.Proposal) {
			p.Members[0].After = &[]cost.Row{{Task: cost.Submit, Source: cost.Law, Activity: "a", Hours: -1}}
		}, []string{"members[0].after[0].hours hours.negative"}},
		{"changes that do not fit", func(p *review.Proposal) {
			p.Members[0].Changes = []review.Change{{Op: review.RemoveStep, Index: 7}}
		}, []string{"members[0].changes[0].index change.no_such_item"}},
		{"changes to a version that is not there", func(p *review.Proposal) {
			p.Members[0].Procedure, p.Members[0].Changes = "NB-02", []review.Change{{Op: review.ClearCondition}}
		}, []string{"members[0].baseline baseline.missing"}},
		{"merged", func(p *review.Proposal) { p.Merged = []catalog.Code{"NB-02", "NB-02", "NB-01", "NB-07"} },
			[]string{"merged[1] procedure.twice", "merged[3] procedure.not_listed"}},
		{"a public procedure needs the law amended", func(p *review.Proposal) { p.Members[0].Procedure = "1.000001.000.00.00.H50" },
			[]string{"amendments amendments.missing"}},
		{"half an amendment", func(p *review.Proposal) { p.Amendments = []review.Amendment{{Article: "Điều 3"}} },
			[]string{"amendments[0].document document.missing", "amendments[0].request request.missing"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := ready()
			tt.change(&p)
			var got []string
			for _, x := range review.CheckProposal(p, items, bases) {
				got = append(got, x.Field+" "+x.Code)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// interface.md, Campaign file: what stands for a missing or empty after table.
func TestSideAfter(t *testing.T) {
	known := func(n value.Money) value.Opt[value.Money] { return value.Known(n) }
	var unknown value.Opt[value.Money]
	tests := []struct {
		conclusion    review.Conclusion
		before, after *[]cost.Row
		want          value.Opt[value.Money]
	}{
		{review.Abolish, table(9), nil, known(0)}, {review.Abolish, table(9), empty(), known(0)}, {review.Abolish, table(9), table(2), known(2)},
		{review.Keep, table(9), nil, known(9)}, {review.Keep, table(9), empty(), known(9)}, {review.Keep, nil, nil, unknown},
		{review.Keep, empty(), nil, unknown},
		{review.Cut, table(9), nil, unknown}, {review.Amend, table(9), empty(), unknown}, {review.Merge, table(9), table(3), known(3)},
		{review.Decentralise, nil, table(3), known(3)},
	}
	for _, tt := range tests {
		got, err := review.SideAfter(tt.conclusion, tt.before, tt.after)
		if err != nil || got != tt.want {
			t.Errorf("%s, before %v, after %v: got %v, want %v (%v)", tt.conclusion, tt.before, tt.after, got, tt.want,
				err)
		}
	}
}

func TestKeepsCost(t *testing.T) {
	rows := func(fees ...value.Money) *[]cost.Row {
		var out []cost.Row
		for _, n := range fees {
			out = append(out, (*table(n))[0])
		}
		return &out
	}
	tests := []struct {
		name          string
		before, after *[]cost.Row
		want          bool
	}{
		{"no after", rows(1), nil, true},
		{"empty after", rows(1), empty(), true},
		{"the same rows", rows(1, 2), rows(1, 2), true},
		{"the same rows in another order", rows(1, 2), rows(2, 1), true},
		{"the same total in other rows", rows(1, 2), rows(3), false},
		{"one row twice", rows(1, 2), rows(1, 1), false},
		{"no before", nil, rows(1), false},
	}
	for _, tt := range tests {
		if got := review.KeepsCost(tt.before, tt.after); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}
