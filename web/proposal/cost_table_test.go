package proposal

import (
	"net/url"
	"strconv"
	"testing"

	"rasoat/app/text"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/tools/pagetest"
	"rasoat/web/page"
)

// The usual rows of a public procedure are in no total until somebody measures them; then the table has both totals,
// what is saved and its share.
func TestCostTable(t *testing.T) {
	words, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	s := New(&page.Kit{Text: words, Pages: pagetest.Renderer(t, "proposal", Templates)})
	usual := s.usualRows(catalog.Public, "")
	var open costTable = s.costView(typedTables{"before": usual}, review.Cut, review.CostShares{}, nil)
	if len(usual) != 5 || len(open.Before.Groups) != 6 || open.Saving != "–" || open.Percent != "–" || open.Note == "" {
		t.Errorf("%d rows without figures: %+v", len(usual), open)
	}
	in := url.Values{}
	for side, n := range map[string]int{"before": 5, "after": 4} {
		for i, r := range usual[:n] {
			row := side + "[" + strconv.Itoa(i) + "]."
			in.Set(row+"task", r.Get("task"))
			in.Set(row+"source", r.Get("source"))
			for name, typed := range map[string]string{
				"activity": r.Get("activity"), "hours": "1", "hourly_rate": "10.000", "times_per_year": "1", "subjects_per_year": "10",
			} {
				in.Set(row+name, typed)
			}
		}
	}
	typed, err := readTables(in)
	if err != nil {
		t.Fatal(err)
	}
	priced := s.costView(typed, review.Cut, review.CostShares{}, nil)
	if priced.Before.Annual != "500.000 đồng" || priced.After.Annual != "400.000 đồng" ||
		priced.Saving != "100.000 đồng" ||
		priced.Percent != "20,00%" {
		t.Errorf(
			"before %q, after %q, saved %q, %q",
			priced.Before.Annual,
			priced.After.Annual,
			priced.Saving,
			priced.Percent,
		)
	}
}
