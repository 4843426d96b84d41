package review

import (
	"testing"

	"rasoat/value"
)

// One thing entered is enough for a figure not to be empty; 0 is entered, its indicator and month are not.
func TestFigure_IsEmpty(t *testing.T) {
	for _, c := range []struct {
		name   string
		figure Figure
		want   bool
	}{
		{"nothing", Figure{}, true},
		{"what it is of", Figure{Indicator: "nq01-3", Variant: "papers", Month: value.MustMonth("2024-07")}, true},
		{"a numerator of 0", Figure{Numerator: value.Known[int64](0)}, false},
		{"a denominator of 0", Figure{Denominator: value.Known[int64](0)}, false},
		{"a note", Figure{Note: "không phát sinh"}, false},
		{"what shows it", Figure{Evidence: []Evidence{{}}}, false},
	} {
		if got := c.figure.IsEmpty(); got != c.want {
			t.Errorf("%s: IsEmpty() = %v, want %v", c.name, got, c.want)
		}
	}
}

// Plan 29/KH-UBND, appendix: figures belong to the months of the plan's year that have begun, and are missing from the
// month of the plan on.
func TestPlan_Months(t *testing.T) {
	for _, c := range []struct {
		name, date, today string
		months            int
		first             string
	}{
		{"signed in March, seen in July", "2024-03-13", "2024-07-01", 7, "2024-03"},
		{"signed in January", "2024-01-31", "2024-01-31", 1, "2024-01"},
		{"signed in December before", "2023-12-20", "2024-02-29", 2, "2024-01"},
		{"seen in the year before", "2023-12-20", "2023-12-31", 0, "2024-01"},
		{"seen in the year after", "2024-03-13", "2025-05-01", 12, "2024-03"},
	} {
		p := Plan{Year: 2024, Date: value.MustDate(c.date)}
		today := value.MustDate(c.today)
		months := p.Months(today)
		if len(months) != c.months || p.FirstMonth() != value.MustMonth(c.first) {
			t.Errorf("%s: %d months %v, the first %s; want %d, %s", c.name, len(months), months, p.FirstMonth(),
				c.months, c.first)
		}
		for m := value.MustMonth("2023-11"); !m.After(value.MustMonth("2025-02")); m = m.Add(1) {
			allowed := len(CheckMonth(p, m, today)) == 0
			listed := false
			for _, x := range months {
				listed = listed || x == m
			}
			if allowed != listed {
				t.Errorf("%s: %s may have figures %v, is listed %v", c.name, m, allowed, listed)
			}
		}
	}
}

// A figure is named by what it is measured as, and by its variant where there is one.
func TestFigure_Key(t *testing.T) {
	for _, c := range []struct{ indicator, variant, want string }{
		{"nq01-3", "", "nq01-3"},
		{"nq01-4", "papers", "nq01-4.papers"},
	} {
		if got := (Figure{Indicator: c.indicator, Variant: c.variant}).Key(); got != c.want {
			t.Errorf("key of %q and %q is %q, want %q", c.indicator, c.variant, got, c.want)
		}
	}
}
