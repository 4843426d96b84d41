package review_test

import (
	"testing"

	"rasoat/review"
)

// Plan 29/KH-UBND, II.1: indicators stand with the unit that has the lead, and with who entered their figures.
func TestIndicatorsByLead(t *testing.T) {
	row := func(id, lead string, v review.Verdict) review.IndicatorRow {
		return review.IndicatorRow{Indicator: review.Indicator{ID: id, Lead: lead}, Year: review.Score{Verdict: v}}
	}
	table := review.IndicatorTable{Rows: []review.IndicatorRow{
		row("a", "Bộ phận một cửa", review.IsMet), row("b", "Văn phòng", review.NotMet),
		row("c", "Bộ phận Một cửa", review.NotEntered),
	}}
	got := review.IndicatorsByLead(table, map[string][]string{"a": {"hoa", "lan"}, "b": {"lan"}})
	if len(got) != 2 || got[0].Met != 1 || len(got[0].Rows) != 2 || got[1].Met != 0 || got[1].Unit != "Văn phòng" ||
		len(got[0].Rows[0].EnteredBy) != 2 {
		t.Fatalf("%+v", got)
	}
	if own := review.EnteredBy(got, "hoa"); len(own) != 1 || own[0].Met != 1 || len(own[0].Rows) != 1 {
		t.Errorf("one person's: %+v", own)
	}
}
