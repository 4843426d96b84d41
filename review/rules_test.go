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
