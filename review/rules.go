package review

import "rasoat/value"

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

// maxPostingDays is the longest that a plan may leave for posting: a quarter of a year.
const maxPostingDays = 60
