package value

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func TestRatio_Percent(t *testing.T) {
	for _, tt := range []struct {
		r      Ratio
		places int
		want   string
		ok     bool
	}{
		{Ratio{43_467_080, 77_893_240}, 2, "55.80", true},
		{Ratio{1_967_376, 2_943_840}, 2, "66.83", true},
		{Ratio{18_106_704, 20_544_048}, 2, "88.14", true},
		{Ratio{3, 12}, 2, "25.00", true},
		{Ratio{3, 12}, 0, "25", true},
		{Ratio{1, 8}, 0, "13", true}, // 12.5, half to even would give 12
		{Ratio{1, 800}, 2, "0.13", true},
		{Ratio{-1, 800}, 2, "-0.13", true},
		{Ratio{-30_000, 300_000}, 2, "-10.00", true},
		{Ratio{0, 500_000}, 2, "0.00", true},
		{Ratio{-1, 1_000_000_000}, 2, "0.00", true},
		{Ratio{1_652_000_000_000, 2_306_000_000_000}, 4, "71.6392", true},
		{Ratio{0, 0}, 2, "", false},
		{Ratio{5, 0}, 2, "", false},
	} {
		if got, ok := tt.r.Percent(tt.places); got != tt.want || ok != tt.ok {
			t.Errorf("%v to %d places: %q, %v; want %q, %v", tt.r, tt.places, got, ok, tt.want, tt.ok)
		}
	}
}

// interface.md, Targets: verdicts compare whole numbers, "at least" includes the threshold itself.
func TestRatio_Meets(t *testing.T) {
	for _, tt := range []struct {
		name      string
		r         Ratio
		threshold Decimal
		meets     bool
		missing   int64
	}{
		{"exactly 20%", Ratio{200_000, 1_000_000}, Whole(20), true, 0},
		{"19,996%, printed 20,00", Ratio{199_960, 1_000_000}, Whole(20), false, 40},
		{"one đồng below", Ratio{199_999, 1_000_000}, Whole(20), false, 1},
		{"one đồng above", Ratio{200_001, 1_000_000}, Whole(20), true, 0},
		{"small numbers", Ratio{1, 5}, Whole(20), true, 0},
		{"3 of 12", Ratio{3, 12}, Whole(20), true, 0},
		{"2 of 12", Ratio{2, 12}, Whole(20), false, 1},
		{"0 of 12: ⌈2,4⌉", Ratio{0, 12}, Whole(20), false, 3},
		{"0 of 10", Ratio{0, 10}, Whole(20), false, 2},
		{"example D", Ratio{20_974_080, 112_787_888}, Whole(20), false, 1_583_498},
		{"a rise", Ratio{-30_000, 300_000}, Whole(20), false, 90_000},
		{"all", Ratio{12, 12}, Whole(100), true, 0},
		{"all but one", Ratio{11, 12}, Whole(100), false, 1},
		{"a fraction of a percent", Ratio{333_333, 1_000_000}, 33_3334, false, 1},
		{"a fraction of a percent, met", Ratio{333_334, 1_000_000}, 33_3334, true, 0},
		{"threshold 0", Ratio{0, 5}, 0, true, 0},
		{"of nothing", Ratio{0, 0}, Whole(20), false, 0},
		{"of nothing, threshold 0", Ratio{0, 0}, 0, false, 0},
		{"large", Ratio{1_800_000_000_000_000 - 1, 9_000_000_000_000_000}, Whole(20), false, 1},
	} {
		if got := tt.r.Meets(tt.threshold); got != tt.meets {
			t.Errorf("%s: Meets is %v", tt.name, got)
		}
		if got := tt.r.Missing(tt.threshold); got != tt.missing {
			t.Errorf("%s: Missing is %d, want %d", tt.name, got, tt.missing)
		}
	}
}

// interface.md, Cost tables: where the rounded percentage and the verdict would disagree, more places are printed.
func TestRatio_HonestPercent(t *testing.T) {
	for _, tt := range []struct {
		name      string
		r         Ratio
		threshold Decimal
		want      string
		ok        bool
	}{
		{"not met, two places would say 20.00", Ratio{199_960, 1_000_000}, Whole(20), "19.996", true},
		{"met on the threshold", Ratio{200_000, 1_000_000}, Whole(20), "20.00", true},
		{"met just above", Ratio{200_001, 1_000_000}, Whole(20), "20.00", true},
		{"plainly met", Ratio{43_467_080, 77_893_240}, Whole(20), "55.80", true},
		{"plainly not", Ratio{20_974_080, 112_787_888}, Whole(20), "18.60", true},
		{"met, two places would fall below a finer threshold", Ratio{333_334, 1_000_000}, 33_3334, "33.3334", true},
		{"not met by a hair of a large sum", Ratio{1_600_000_000_000_000 - 1, 8_000_000_000_000_000}, Whole(20), "19.99999999999999", true},
		{"of nothing", Ratio{0, 0}, Whole(20), "", false},
	} {
		if got, ok := tt.r.HonestPercent(2, tt.threshold); got != tt.want || ok != tt.ok {
			t.Errorf("%s: %q, %v; want %q", tt.name, got, ok, tt.want)
		}
	}
}

func TestRatio_Properties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.Int64Range(1, int64(MaxTotal)).Draw(t, "whole")
		threshold := Decimal(rapid.Int64Range(0, 100*DecimalScale).Draw(t, "threshold"))
		near := whole / 100 * int64(threshold) / DecimalScale // parts close to the verdict's edge are the hard ones
		part := rapid.OneOf(rapid.Int64Range(-whole, whole), rapid.Int64Range(near-200, near+200)).Draw(t, "part")
		r := Ratio{part, whole}

		percent := new(big.Rat).Mul(big.NewRat(part, whole), big.NewRat(100, 1))
		to := percent.Cmp(big.NewRat(int64(threshold), DecimalScale))
		if r.Meets(threshold) != (to >= 0) || r.Exceeds(threshold) != (to > 0) {
			t.Fatalf("%v of %s: Meets is %v, Exceeds %v", r, threshold, r.Meets(threshold), r.Exceeds(threshold))
		}
		missing := r.Missing(threshold)
		if r.Meets(threshold) != (missing == 0) {
			t.Fatalf("%v of %s: missing %d", r, threshold, missing)
		}
		if missing > 0 && (!Ratio{part + missing, whole}.Meets(threshold) ||
			Ratio{part + missing - 1, whole}.Meets(threshold)) {
			t.Fatalf("%v of %s: %d is not the least that is missing", r, threshold, missing)
		}
		shown, _ := r.HonestPercent(2, threshold)
		if shownMeets(shown, threshold) != r.Meets(threshold) {
			t.Fatalf("%v of %s: shown as %s", r, threshold, shown)
		}
		two, _ := r.Percent(2)
		back, _ := new(big.Rat).SetString(two)
		if off := back.Sub(back, percent); off.Abs(off).Cmp(big.NewRat(1, 200)) > 0 {
			t.Fatalf("%v: %s is not the nearest", r, two)
		}
	})
}
