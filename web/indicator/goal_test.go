package indicator

import (
	"testing"

	"rasoat/review"
)

// A target never stands without its unit.
func TestGoal(t *testing.T) {
	for _, tt := range []struct{ text, unit, want string }{
		{"Tối thiểu 80", "%", "Tối thiểu 80%"},
		{"100", "%", "100%"},
		{"80%", "%", "80%"},
		{"Tối thiểu 2", "lần", "Tối thiểu 2 lần"},
		{"Theo Nghị quyết", "%", "Theo Nghị quyết"},
		{"80", "", "80"},
		{"", "%", ""},
	} {
		row := indicatorRow{Indicator: review.Indicator{TargetText: tt.text, Unit: tt.unit}}
		if got := row.Goal(); got != tt.want {
			t.Errorf("%q in %q: %q, want %q", tt.text, tt.unit, got, tt.want)
		}
	}
}
