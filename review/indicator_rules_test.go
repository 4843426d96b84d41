package review

import (
	"testing"

	"rasoat/value"
)

// Practice, not law: docs/decisions/0026: what is missing goes up to the floor, or to all of them.
func TestStillNeeded(t *testing.T) {
	for _, tt := range []struct {
		name string
		ind  Indicator
		n    value.Ratio
		want int64
	}{
		{"at the floor", Indicator{Target: value.Whole(90)}, value.Ratio{Part: 9, Whole: 10}, 0},
		{"below it", Indicator{Target: value.Whole(90)}, value.Ratio{Part: 7, Whole: 11}, 3},
		{"all", Indicator{Comparator: All}, value.Ratio{Part: 8, Whole: 11}, 3},
	} {
		if got := StillNeeded(tt.ind, tt.n); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}

// Practice, not law: docs/decisions/0060: parts are added up, or the worst of them stands; below 20 one case moves
// much.
func TestTogether(t *testing.T) {
	sum, worst := Indicator{Target: value.Whole(50), Combine: SumOf}, Indicator{Target: value.Whole(50)}
	part := func(part, whole int64) Score {
		return scoreOf(worst, value.Known(part), value.Known(whole))
	}
	for _, tt := range []struct {
		name  string
		ind   Indicator
		parts []Score
		want  Verdict
	}{
		{"one", worst, []Score{part(1, 4)}, NotMet},
		{"the sum is met", sum, []Score{part(1, 4), part(4, 5)}, IsMet},
		{"the worst is not", worst, []Score{part(1, 4), part(4, 5)}, NotMet},
		{"one did not arise", worst, []Score{part(0, 0), part(4, 5)}, IsMet},
		{"none arose", worst, []Score{part(0, 0), part(0, 0)}, NotArising},
		{"one not entered", sum, []Score{{Verdict: NotEntered}, part(4, 5)}, NotEntered},
	} {
		if got := together(tt.ind, tt.parts); got.Verdict != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got.Verdict, tt.want)
		}
	}
	if !part(1, smallNumber-1).Small || part(1, smallNumber).Small {
		t.Errorf("small is not what lies below %d", smallNumber)
	}
}
