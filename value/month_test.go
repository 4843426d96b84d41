package value

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseMonth(t *testing.T) {
	tests := []struct {
		in   string
		want Month
		ok   bool
	}{
		{"2024-06", Month{Year: 2024, Month: time.June}, true},
		{"2024-12", Month{Year: 2024, Month: time.December}, true},
		{"2024-13", Month{}, false},
		{"2024-00", Month{}, false},
		{"2024-6", Month{}, false},
		{"2024-06-01", Month{}, false},
		{"", Month{}, false},
	}
	for _, tt := range tests {
		got, err := ParseMonth(tt.in)
		if got != tt.want || (err == nil) != tt.ok {
			t.Errorf("ParseMonth(%q) = %v, %v", tt.in, got, err)
		}
	}
}

func TestMonth_Add(t *testing.T) {
	for _, tt := range []struct {
		from string
		n    int
		want string
	}{{"2024-01", -1, "2023-12"}, {"2024-12", 1, "2025-01"}, {"2024-06", 0, "2024-06"}, {"2024-06", 19, "2026-01"}, {"2024-03", -15, "2022-12"}} {
		if got := MustMonth(tt.from).Add(tt.n).String(); got != tt.want {
			t.Errorf("%s + %d = %s, want %s", tt.from, tt.n, got, tt.want)
		}
	}
}

func TestMonth_properties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Month{
			Year:  rapid.IntRange(1, 3000).Draw(t, "year"),
			Month: time.Month(rapid.IntRange(1, 12).Draw(t, "month")),
		}
		n := rapid.IntRange(-11, 600).Draw(t, "n")
		if later := m.Add(n); later.Compare(m) != n || later.Add(-n) != m || later.After(m) != (n > 0) ||
			later.Before(m) != (n < 0) {
			t.Errorf("%v + %d = %v", m, n, later)
		}
		text, _ := m.MarshalText()
		var back Month
		if err := back.UnmarshalText(text); err != nil || back != m {
			t.Errorf("%s came back as %v: %v", text, back, err)
		}
		stored, _ := m.Value()
		if err := back.Scan(stored); err != nil || back != m {
			t.Errorf("%v came back as %v: %v", stored, back, err)
		}
	})
	var none Month
	if !none.IsZero() || none.String() != "" || none.UnmarshalText(nil) != nil || none.Scan(7) == nil {
		t.Error("no month is not handled")
	}
}
