package review_test

import (
	"testing"

	"rasoat/review"
	"rasoat/value"
)

func TestRules_Check(t *testing.T) {
	for _, tt := range []struct {
		name, want string
		rules      review.Rules
	}{
		{"the default", "", review.Rules{}},
		{"everything said", "", review.Rules{CostDenominator: review.WithProposal, PercentPlaces: value.Known(0), PublicReviewed: value.Known(value.Whole(100))}},
		{"the other denominator by its name", "", review.Rules{CostDenominator: review.Listed}},
		{"two places", "", review.Rules{PercentPlaces: value.Known(2)}},
		{"one day to post", "", review.Rules{PostingDays: value.Known(1)}},
		{"sixty days to post", "", review.Rules{PostingDays: value.Known(60)}},
		{"sixty-one days to post", "rules.posting", review.Rules{PostingDays: value.Known(61)}},
		{"a ten-thousandth of a percent", "", review.Rules{PublicReviewed: value.Known(value.Decimal(1))}},
		{"a ten-thousandth above all", "rules.threshold", review.Rules{PublicReviewed: value.Known(value.Whole(100) + 1)}},
		{"another denominator", "rules.denominator_unknown", review.Rules{CostDenominator: "all"}},
		{"three places", "rules.places", review.Rules{PercentPlaces: value.Known(3)}},
		{"places below nothing", "rules.places", review.Rules{PercentPlaces: value.Known(-1)}},
		{"a target of nothing", "rules.threshold", review.Rules{PublicReviewed: value.Known(value.Whole(0))}},
		{"no day to post", "rules.posting", review.Rules{PostingDays: value.Known(0)}},
		{"half a year to post", "rules.posting", review.Rules{PostingDays: value.Known(120)}},
		{"more than all", "rules.threshold", review.Rules{PublicReviewed: value.Known(value.Whole(101))}},
	} {
		got := ""
		if p := tt.rules.Check(); len(p) > 0 {
			got = p[0].Code
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// interface.md, Cost tables: the setting says how many places, and the verdict how many more.
func TestRules_Percent(t *testing.T) {
	const target = 20 * value.DecimalScale
	for _, tt := range []struct {
		part, whole int64
		rules       review.Rules
		want        string
	}{
		{558, 1000, review.Rules{}, "55,80%"},
		{1, 10, review.Rules{}, "10,00%"},
		{1, 10, review.Rules{TrimZeroPercent: true}, "10%"},
		{558, 1000, review.Rules{TrimZeroPercent: true}, "55,80%"},
		{0, 10, review.Rules{TrimZeroPercent: true}, "0%"},
		{-1, 10, review.Rules{TrimZeroPercent: true}, "-10%"},
		{186, 1000, review.Rules{PercentPlaces: value.Known(1)}, "18,6%"},
		{186, 1000, review.Rules{PercentPlaces: value.Known(0)}, "19%"},
		{199_960, 1_000_000, review.Rules{}, "19,996%"},
		{196, 1000, review.Rules{PercentPlaces: value.Known(0)}, "19,6%"},
		{199_960, 1_000_000, review.Rules{PercentPlaces: value.Known(0), TrimZeroPercent: true}, "19,996%"},
		{20, 100, review.Rules{PercentPlaces: value.Known(0)}, "20%"},
		{0, 0, review.Rules{}, ""},
	} {
		if got := tt.rules.Percent(value.Ratio{Part: tt.part, Whole: tt.whole}, target); got != tt.want {
			t.Errorf("%d/%d under %+v: %q, want %q", tt.part, tt.whole, tt.rules, got, tt.want)
		}
	}
}
