package review_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
)

// yearly is a table that costs so much a year.
func yearly(m value.Money) *[]cost.Row {
	return &[]cost.Row{{
		Task:            cost.Prepare,
		Activity:        "Lập hồ sơ",
		Hours:           value.Whole(1),
		HourlyRate:      m,
		TimesPerYear:    value.Whole(1),
		SubjectsPerYear: 1,
		Source:          cost.Estimate,
	}}
}

// Plan 29/KH-UBND, III.1(b): each open proposal with what it alone would add; a group once, with all its members.
func TestDeciding(t *testing.T) {
	group := of("NB-01", review.Cut, review.Submitted, yearly(100), yearly(60))
	group.ID = 1
	group.Members = append(group.Members, review.Member{Procedure: "NB-02", Before: yearly(100), After: yearly(50)})
	done, draft := of("NB-03", review.Abolish, review.Approved, yearly(100), nil),
		of("NB-04", review.Abolish, review.Draft, yearly(100), nil)
	keep, back := of("NB-05", review.Keep, review.Submitted, yearly(100), nil),
		of("NB-06", review.Cut, review.Returned, yearly(100), yearly(1))
	done.ID, draft.ID, keep.ID, back.ID = 2, 3, 4, 5
	in := inputOf(list("NB-01", "NB-02", "NB-03", "NB-04", "NB-05", "NB-06"), group, done, draft, keep, back)
	type row struct {
		Code         catalog.Code
		Saving       value.Money
		Number, Cost value.Ratio
	}
	tests := []struct {
		name  string
		rules review.Rules
		want  []row
	}{
		{"on the whole list", review.Rules{}, []row{
			{"NB-04", 100, value.Ratio{Part: 2, Whole: 6}, value.Ratio{Part: 200, Whole: 600}},
			{"NB-01", 90, value.Ratio{Part: 3, Whole: 6}, value.Ratio{Part: 190, Whole: 600}}}},
		{"on those with a proposal", review.Rules{CostDenominator: review.WithProposal}, []row{
			{"NB-04", 100, value.Ratio{Part: 2, Whole: 6}, value.Ratio{Part: 200, Whole: 200}},
			{"NB-01", 90, value.Ratio{Part: 3, Whole: 6}, value.Ratio{Part: 190, Whole: 300}}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := review.Deciding(standings(t, in), tt.rules, nil)
			if err != nil {
				t.Fatal(err)
			}
			var rows []row
			for _, d := range got {
				rows = append(rows, row{d.Of.Item.Code, d.Saving, d.Number, d.Cost})
			}
			if diff := cmp.Diff(tt.want, rows); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
