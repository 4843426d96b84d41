package proposal

import (
	"testing"

	"pgregory.net/rapid"

	"rasoat/app/text"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
	"rasoat/web/page"
)

// The bars of the tasks add up to the totals of the table, to the đồng, and none is longer than the longest; where a
// side is not priced there are none.
//
// Circular 02/2017/TT-VPCP, article 27.
func TestCostBars_AddUpToTheTotals(t *testing.T) {
	words, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	s := New(&page.Kit{Text: words})
	rows := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) cost.Row {
		return cost.Row{
			Task:            rapid.SampledFrom(cost.Tasks).Draw(t, "task"),
			Activity:        "viết đơn",
			Hours:           value.Decimal(rapid.Int64Range(0, 40_0000).Draw(t, "hours")),
			HourlyRate:      value.Money(rapid.Int64Range(1, 99_999).Draw(t, "rate")),
			Fees:            value.Money(rapid.Int64Range(1, 99_999).Draw(t, "fees")),
			TimesPerYear:    value.Decimal(rapid.Int64Range(1_0000, 12_0000).Draw(t, "times")),
			SubjectsPerYear: rapid.Int64Range(1, 9_999).Draw(t, "subjects"),
			Source:          cost.Survey,
		}
	}), 0, 6)
	conclusions := rapid.SampledFrom([]review.Conclusion{review.Cut, review.Keep, review.Abolish})
	rapid.Check(t, func(t *rapid.T) {
		before, after := rows.Draw(t, "before"), rows.Draw(t, "after")
		m := review.Member{Before: &before, After: &after}
		conclusion := conclusions.Draw(t, "conclusion")
		total, err := review.PriceProposal(review.Proposal{Conclusion: conclusion, Members: []review.Member{m}})
		if err != nil {
			t.Fatal(err)
		}
		drawn := s.costView(tablesOf(m), conclusion, review.CostShares{}, nil).Bars
		if !total.Saving().IsKnown() {
			if len(drawn.Tasks) > 0 {
				t.Fatalf("drawn without a price: %+v", drawn)
			}
			return
		}
		var was, now value.Money
		longest := ""
		for _, x := range drawn.Tasks {
			was, now = was+x.Before.Cost, now+x.After.Cost
			for _, bar := range []costBar{x.Before, x.After} {
				if bar.Percent == "100.00" {
					longest = bar.Percent
				}
			}
		}
		if was != total.Before.Or(0) || now != total.After.Or(0) || longest == "" {
			t.Fatalf("the bars are %d and %d, the totals %+v; longest %q", was, now, total, longest)
		}
	})
}
