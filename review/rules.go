package review

import (
	"strings"

	"rasoat/value"
	"rasoat/viet"
)

// Check refuses rules that no report could print: an unknown denominator, more than two places of a percentage, a
// threshold of nothing or above all, no day to post.
func (r Rules) Check() value.Problems {
	var p value.Problems
	switch r.CostDenominator {
	case "", Listed, WithProposal:
	default:
		p.Add("cost_denominator", "rules.denominator_unknown", r.CostDenominator)
	}
	if n, some := r.PercentPlaces.Get(); some && (n < 0 || n > 2) {
		p.Add("percent_places", "rules.places", n)
	}
	if t, some := r.PublicReviewed.Get(); some && (t <= 0 || t > value.Whole(100)) {
		p.Add("public_reviewed", "rules.threshold", t)
	}
	if n, some := r.PostingDays.Get(); some && (n < 1 || n > maxPostingDays) {
		p.Add("posting_days", "rules.posting", maxPostingDays)
	}
	return p
}

// PlainPercent is a percentage as machines write it, with the places that the rules give it and as many more as it
// takes to agree with the verdict on the threshold: 19,996% of a threshold of 20% is never 20,00%. Empty where nothing
// arose.
func (r Rules) PlainPercent(n value.Ratio, threshold value.Decimal) string {
	s, _ := n.HonestPercent(r.PercentPlaces.Or(2), threshold)
	if whole, places, _ := strings.Cut(s, "."); r.TrimZeroPercent && strings.Trim(places, "0") == "" {
		return whole
	}
	return s
}

// Percent is PlainPercent as people read it: "18,60%".
func (r Rules) Percent(n value.Ratio, threshold value.Decimal) string {
	return viet.Percent(r.PlainPercent(n, threshold))
}

// maxPostingDays is the longest that a plan may leave for posting: a quarter of a year.
const maxPostingDays = 60
