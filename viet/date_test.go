package viet

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rasoat/value"
)

// Decree 30/2020/NĐ-CP, appendix I: days below 10 and the months 1 and 2 carry a zero, other months do not.
func TestDates_AppendixI(t *testing.T) {
	for _, tt := range []struct{ iso, short, long string }{
		{"2024-01-05", "05/01/2024", "ngày 05 tháng 01 năm 2024"},
		{"2024-02-29", "29/02/2024", "ngày 29 tháng 02 năm 2024"},
		{"2024-03-04", "04/3/2024", "ngày 04 tháng 3 năm 2024"},
		{"2024-03-13", "13/3/2024", "ngày 13 tháng 3 năm 2024"},
		{"2024-08-09", "09/8/2024", "ngày 09 tháng 8 năm 2024"},
		{"2024-08-10", "10/8/2024", "ngày 10 tháng 8 năm 2024"},
		{"2022-10-31", "31/10/2022", "ngày 31 tháng 10 năm 2022"},
		{"2025-12-01", "01/12/2025", "ngày 01 tháng 12 năm 2025"},
	} {
		d := value.MustDate(tt.iso)
		if got := ShortDate(d); got != tt.short {
			t.Errorf("ShortDate(%s) = %q, want %q", tt.iso, got, tt.short)
		}
		if got := LongDate(d); got != tt.long {
			t.Errorf("LongDate(%s) = %q, want %q", tt.iso, got, tt.long)
		}
	}
	if got := DayMonth(value.MustDate("2024-08-09")); got != "09/8" {
		t.Errorf("DayMonth = %q", got)
	}
	if s := ShortDate(value.Date{}) + LongDate(value.Date{}) + DayMonth(value.Date{}); s != "" {
		t.Errorf("no day is written %q", s)
	}
}

// anyDay draws the days of four centuries.
var anyDay = rapid.Custom(func(t *rapid.T) value.Date {
	return value.MustDate("1900-01-01").Add(rapid.IntRange(0, 146_097).Draw(t, "days"))
})

func TestDates_ReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDay.Draw(t, "day")
		for _, written := range []string{ShortDate(d), d.String()} {
			if got, err := ParseDate(written); err != nil || got != d {
				t.Fatalf("%q read as %v, %v", written, got, err)
			}
		}
	})
}

func TestMonthYear(t *testing.T) {
	for in, want := range map[string]string{"2024-01": "01/2024", "2024-02": "02/2024", "2024-06": "6/2024", "2024-12": "12/2024"} {
		if got := MonthYear(value.MustMonth(in)); got != want {
			t.Errorf("%s is written %s, want %s", in, got, want)
		}
		long := "tháng " + strings.Replace(want, "/", " năm ", 1)
		if got := LongMonth(value.MustMonth(in)); got != long {
			t.Errorf("%s is written %s, want %s", in, got, long)
		}
	}
	if got := MonthYear(value.Month{}) + LongMonth(value.Month{}); got != "" {
		t.Errorf("no month is written %q", got)
	}
}
