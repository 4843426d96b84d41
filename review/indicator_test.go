package review_test

import (
	"testing"

	"rasoat/review"
	"rasoat/value"
)

// Handbook, §6.3: floors, all, not arising, not entered.
func TestJudge(t *testing.T) {
	floor := review.Indicator{Target: value.Whole(80), Comparator: review.AtLeast}
	all := review.Indicator{Target: value.Whole(100), Comparator: review.All}
	known := func(n int64) value.Opt[int64] { return value.Known(n) }
	var unknown value.Opt[int64]
	tests := []struct {
		name     string
		ind      review.Indicator
		num, den value.Opt[int64]
		want     review.Verdict
	}{
		{"exactly the floor", floor, known(8), known(10), review.IsMet},
		{"79.999%", floor, known(79_999), known(100_000), review.NotMet},
		{"nothing of something", floor, known(0), known(3), review.NotMet},
		{"all of them", all, known(7), known(7), review.IsMet},
		{"99.999% is not all", all, known(99_999), known(100_000), review.NotMet},
		{"not arising", all, known(0), known(0), review.NotArising},
		{"not arising, numerator left out", floor, unknown, known(0), review.NotArising},
		{"nothing entered", floor, unknown, unknown, review.NotEntered},
		{"numerator missing", floor, unknown, known(5), review.NotEntered},
		{"denominator missing", floor, known(5), unknown, review.NotEntered},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := review.Judge(tt.ind, tt.num, tt.den); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestCheckFigures(t *testing.T) {
	tests := []struct {
		num, den value.Opt[int64]
		want     string
	}{
		{value.Known(int64(1)), value.Known(int64(2)), ""},
		{value.Opt[int64]{}, value.Known(int64(2)), ""},
		{value.Known(int64(3)), value.Known(int64(2)), "numerator.above_denominator"},
		{value.Known(int64(-3)), value.Known(int64(-2)), "numerator.negative denominator.negative"},
		{value.Known(int64(1)), value.Known(int64(0)), "numerator.above_denominator"},
		{value.Known(int64(100_000_000)), value.Known(int64(100_000_000)), ""},
		{value.Known(int64(0)), value.Known(int64(100_000_001)), "number.too_large"},
	}
	for _, tt := range tests {
		if got := codes(review.CheckFigures(tt.num, tt.den).Err()); got != tt.want {
			t.Errorf("%v of %v: %q, want %q", tt.num, tt.den, got, tt.want)
		}
	}
}

func TestIndicator_MeasuredAs(t *testing.T) {
	if got := (review.Indicator{ID: "nq02-5", SameAs: "nq01-5"}).MeasuredAs(); got != "nq01-5" {
		t.Error(got)
	}
	if got := (review.Indicator{ID: "nq01-5"}).MeasuredAs(); got != "nq01-5" {
		t.Error(got)
	}
}

// Practice, not law: docs/decisions/0026. The bounds of figures, each by itself: 0 and a hundred million are taken, a
// part may be all, and what is not entered is compared with nothing.
func TestCheckFigures_bounds(t *testing.T) {
	known, unknown := value.Known[int64], value.Opt[int64]{}
	const most = 100_000_000
	for _, c := range []struct {
		name     string
		num, den value.Opt[int64]
		want     string
	}{
		{"nothing entered", unknown, unknown, ""},
		{"nothing of nothing", known(0), known(0), ""},
		{"all", known(7), known(7), ""},
		{"one more than all", known(8), known(7), "numerator.above_denominator"},
		{"a part below 0", known(-1), unknown, "numerator.negative"},
		{"a part too large", known(most + 1), unknown, "number.too_large"},
		{"a part as large as may be", known(most), unknown, ""},
		{"a whole below 0", unknown, known(-1), "denominator.negative"},
		{"a whole too large", unknown, known(most + 1), "number.too_large"},
		{"a part of a whole that nobody knows", known(3), unknown, ""},
		{"both too large", known(most + 1), known(most + 1), "number.too_large number.too_large"},
	} {
		if got := codes(review.CheckFigures(c.num, c.den).Err()); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
