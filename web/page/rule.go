package page

import (
	"cmp"
	"math"
	"strconv"

	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
)

// RuleKeys is under which keys the labels of RuleTable stand.
const RuleKeys = "rules"

// RuleTable is the rules of a plan that the law leaves open, each asked as a question. A default is not kept as a
// choice.
var RuleTable = field.Form[review.Rules]{
	field.Pick("cost_denominator", []string{string(review.Listed), string(review.WithProposal)},
		func(r *review.Rules) string { return string(cmp.Or(r.CostDenominator, review.Listed)) },
		func(r *review.Rules, word string) {
			if r.CostDenominator = ""; word == string(review.WithProposal) {
				r.CostDenominator = review.WithProposal
			}
		}),
	field.Either("amend", func(r *review.Rules) *bool { return &r.AmendNeverCounts }, "lighter", "never"),
	field.Either("decentralise", func(r *review.Rules) *bool { return &r.DecentraliseNever }, "lighter", "never"),
	field.Either("deadline_day", func(r *review.Rules) *bool { return &r.DayItselfOnTime }, "before", "itself"),
	field.Pick("percent_places", []string{"2", "1", "0"},
		func(r *review.Rules) string { return strconv.Itoa(r.PercentPlaces.Or(2)) },
		func(r *review.Rules, word string) {
			r.PercentPlaces = value.Opt[int]{}
			if n, err := strconv.Atoi(word); err == nil && n != 2 {
				r.PercentPlaces = value.Known(n)
			}
		}),
	field.Either("trim_zero", func(r *review.Rules) *bool { return &r.TrimZeroPercent }, "no", "yes"),
	field.PercentOr("public_reviewed", func(r *review.Rules) *value.Opt[value.Decimal] { return &r.PublicReviewed }).
		Refused("rules.threshold"),
	field.Either("posting_from", func(r *review.Rules) *bool { return &r.PostingFromSigned }, "received", "signed"),
	field.Count("posting_days", func(r *review.Rules) *value.Opt[int] { return &r.PostingDays }, math.MaxInt16),
}
