package indicator

import (
	"strings"
	"testing"

	"rasoat/app/text"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/page"
)

func sparkServer(t *testing.T) *Room {
	t.Helper()
	table, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	return New(&page.Kit{Text: table})
}

// A month without a percentage breaks the line; the words say what the picture shows.
func TestSparkline(t *testing.T) {
	ind := review.Indicator{ID: "x", Target: value.Whole(80), Comparator: review.AtLeast}
	figure := func(month string, num, den int64) review.Figure {
		return review.Figure{
			Indicator:   "x",
			Month:       value.MustMonth(month),
			Numerator:   value.Known(num),
			Denominator: value.Known(den),
		}
	}
	p := review.Plan{Year: 2024, Indicators: []review.Indicator{ind}}
	trend := func(all ...review.Figure) []review.TrendPoint {
		return review.Indicators(p, all, value.MustMonth("2024-06")).Rows[0].Parts[0].Trend
	}
	s := sparkServer(t)
	got := s.sparkline(
		ind,
		trend(
			figure("2024-02", 50, 100),
			figure("2024-03", 80, 100),
			figure("2024-04", 0, 0),
			figure("2024-06", 9, 10),
		),
		review.Rules{},
	)
	if want := "T2 50,00%; T3 80,00%; T4 không phát sinh; T5 chưa có số liệu; T6 90,00%"; got.Label != want {
		t.Errorf("label %q, want %q", got.Label, want)
	}
	// 50% is the least and lies at the bottom, 90% the most; the target lies between.
	if strings.Join(got.Lines, "|") != "4.0,24.0 27.0,9.0" || got.Mark != "9.0" || len(got.Dots) != 3 {
		t.Errorf("%+v", got)
	}
	for i, want := range []sparkDot{{"4.0", "24.0", "bad"}, {"27.0", "9.0", "met"}, {"96.0", "4.0", "met"}} {
		if got.Dots[i] != want {
			t.Errorf("dot %d: %+v, want %+v", i, got.Dots[i], want)
		}
	}
	if flat := s.sparkline(ind, trend(figure("2024-06", 8, 10)), review.Rules{}); len(flat.Lines) != 0 ||
		flat.Dots[0].Y != "14.0" ||
		flat.Mark != "14.0" {
		t.Errorf("a single month on its target: %+v", flat)
	}
	if none := s.sparkline(ind, nil, review.Rules{}); none.Label != "" || none.Mark != "" || len(none.Dots) != 0 {
		t.Errorf("nothing: %+v", none)
	}
}
