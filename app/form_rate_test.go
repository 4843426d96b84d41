package app

import (
	"slices"
	"testing"

	"rasoat/report"
	"rasoat/review/cost"
)

// Circular 02/2017/TT-VPCP, article 27: each hourly rate of the tables stands once, with the source of its kind of
// procedure (ratesUsed); one that is no row of the table of rates has none.
func TestRatesUsed_Article27(t *testing.T) {
	rates := []Rate{
		{Kind: "internal", Rate: 24_000, Source: "lương cơ sở"},
		{Kind: "public", Rate: 24_000, Source: "GDP bình quân đầu người"},
	}
	rows := []cost.Row{{HourlyRate: 24_000}, {}, {HourlyRate: 31_000}, {HourlyRate: 24_000}}
	want := []report.RateUsed{{Rate: 24_000, Source: "GDP bình quân đầu người"}, {Rate: 31_000}}
	if got := ratesUsed(rates, "public", rows); !slices.Equal(got, want) {
		t.Errorf("rates %v, want %v", got, want)
	}
}
