package viet

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rasoat/value"
)

// Law 45/2019/QH14 (Labour Code), article 112 clause 1: what falls on a day of the calendar needs no entry; Tết, Giỗ Tổ
// and the second day of Quốc khánh do.
func TestFixedHolidays_Article112(t *testing.T) {
	for _, tt := range []struct {
		day, want string
	}{
		{"2027-01-01", "Tết Dương lịch"},
		{"2027-04-30", "Ngày Chiến thắng"},
		{"2031-05-01", "Ngày Quốc tế lao động"},
		{"2031-09-02", "Quốc khánh"},
		{"2031-09-01", ""},
		{"2031-09-03", ""},
		{"2026-11-24", ""}, // sources disagree: no holiday until the office confirms it
		{"2027-02-05", ""}, // Tết Đinh Mùi
	} {
		got, is := Calendar{}.Holiday(value.MustDate(tt.day))
		if got != tt.want || is != (tt.want != "") {
			t.Errorf("%s: %q, want %q", tt.day, got, tt.want)
		}
	}
	if n := len(FixedHolidays()); n != 4 {
		t.Errorf("%d days are fixed, want 4", n)
	}
}

func TestCalendar_Holiday_yearly(t *testing.T) {
	c := Calendar{
		Holidays: map[value.Date]string{value.MustDate("2027-11-24"): "Nghỉ theo thông báo"},
		Yearly:   []YearlyHoliday{{Month: time.November, Day: 24, From: 2026, Name: "Ngày Văn hóa Việt Nam"}},
	}
	for _, tt := range []struct{ day, want string }{
		{"2025-11-24", ""},
		{"2026-11-24", "Ngày Văn hóa Việt Nam"},
		{"2027-11-24", "Nghỉ theo thông báo"},
		{"2028-11-24", "Ngày Văn hóa Việt Nam"},
	} {
		if got, _ := c.Holiday(value.MustDate(tt.day)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.day, got, tt.want)
		}
	}
	if c.IsWorking(value.MustDate("2026-11-24")) || !c.IsWorking(value.MustDate("2025-11-24")) {
		t.Error("the day is off from its first year on")
	}
}

// Law 45/2019/QH14 (Labour Code), article 112 clause 3: the rest is settled for each year.
func TestCalendar_Guessed(t *testing.T) {
	c := Calendar{
		Holidays: map[value.Date]string{
			value.MustDate("2026-02-16"): "Tết Nguyên đán",
			value.MustDate("2027-04-30"): "Ngày Chiến thắng", // says nothing of Tết
		},
		Yearly: []YearlyHoliday{{Month: time.November, Day: 24, From: 2026, Name: "Ngày Văn hóa Việt Nam"}},
	}
	for year, want := range map[int]bool{2025: false, 2026: true, 2027: false, 2028: false} {
		if got := c.Knows(year); got != want {
			t.Errorf("Knows(%d) = %v", year, got)
		}
	}
	got := c.Guessed(value.MustDate("2028-03-01"), value.MustDate("2026-06-01"), value.Date{},
		value.MustDate("2027-01-02"), value.MustDate("2028-12-31"))
	if !slices.Equal(got, []int{2027, 2028}) {
		t.Errorf("guessed %v, want 2027 and 2028", got)
	}
}

// Fixed holidays are off in every calendar, unless the table says that the day is worked; and a year is guessed exactly
// where nothing but them is entered.
func TestCalendar_fixed_property(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Calendar{Holidays: map[value.Date]string{}, Workdays: map[value.Date]string{}}
		year := rapid.IntRange(2020, 2040).Draw(t, "year")
		first, entered := value.Date{Year: year, Month: 1, Day: 1}, false
		for range rapid.IntRange(0, 5).Draw(t, "entered") {
			d := first.Add(rapid.IntRange(0, 364).Draw(t, "day"))
			c.Holidays[d] = "Nghỉ"
			entered = entered || !isFixed(d)
		}
		for _, h := range FixedHolidays() {
			d := value.Date{Year: year, Month: h.Month, Day: h.Day}
			if c.IsWorking(d) {
				t.Fatalf("%s is worked", d)
			}
			c.Workdays[d] = "Làm bù"
			if !c.IsWorking(d) {
				t.Fatalf("%s is not worked though the table says so", d)
			}
		}
		if c.Knows(year) != entered || (len(c.Guessed(first)) == 0) != entered {
			t.Fatalf("Knows(%d) = %v with %v", year, c.Knows(year), c.Holidays)
		}
		if n := c.AddWorking(first, 30); c.WorkingDaysBetween(first, n) != 30 {
			t.Fatalf("30 working days after %s is %s", first, n)
		}
	})
}
