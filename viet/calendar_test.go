package viet

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rasoat/value"
)

// spring2024 holds holidays of 2024 with a Saturday worked for a Monday off.
func spring2024() Calendar {
	c := Calendar{
		Holidays: map[value.Date]string{},
		Workdays: map[value.Date]string{value.MustDate("2024-05-04"): "Làm bù ngày 29/4"},
	}
	for _, d := range []string{"2024-04-18", "2024-04-29", "2024-04-30", "2024-05-01"} {
		c.Holidays[value.MustDate(d)] = "Nghỉ lễ"
	}
	return c
}

func TestCalendar_IsWorking(t *testing.T) {
	both := Calendar{
		Holidays: map[value.Date]string{value.MustDate("2024-08-12"): "Nghỉ"},
		Workdays: map[value.Date]string{value.MustDate("2024-08-12"): "Làm bù"},
	}
	for _, tt := range []struct {
		name string
		c    Calendar
		day  string
		want bool
	}{
		{"Friday", Calendar{}, "2024-08-09", true},
		{"Saturday", Calendar{}, "2024-08-10", false},
		{"Sunday", Calendar{}, "2024-08-11", false},
		{"Monday", Calendar{}, "2024-08-12", true},
		{"holiday", spring2024(), "2024-04-30", false},
		{"day after the holidays", spring2024(), "2024-05-02", true},
		{"worked Saturday", spring2024(), "2024-05-04", true},
		{"Sunday after it", spring2024(), "2024-05-05", false},
		{"in both lists", both, "2024-08-12", true},
	} {
		if got := tt.c.IsWorking(value.MustDate(tt.day)); got != tt.want {
			t.Errorf("%s, %s: %v", tt.name, tt.day, got)
		}
	}
}

// Plan 29/KH-UBND, III.1(b), as III.1(a): "trước ngày" D.
func TestCalendar_LastDay_Plan29(t *testing.T) {
	for _, tt := range []struct {
		name     string
		c        Calendar
		deadline string
		itself   bool
		want     string
	}{
		{"before Saturday 10/8/2024", Calendar{}, "2024-08-10", false, "2024-08-09"},
		{"before Thursday 20/6/2024", Calendar{}, "2024-06-20", false, "2024-06-19"},
		{"before Thursday 25/4/2024", spring2024(), "2024-04-25", false, "2024-04-24"},
		{"before a Monday", Calendar{}, "2024-08-12", false, "2024-08-09"},
		{"before the day after holidays and a weekend", spring2024(), "2024-05-02", false, "2024-04-26"},
		{"before the day after a holiday", spring2024(), "2024-04-19", false, "2024-04-17"},
		{"behind a worked Saturday", spring2024(), "2024-05-06", false, "2024-05-04"},
		{"a Thursday itself", Calendar{}, "2024-06-20", true, "2024-06-20"},
		{"a Saturday itself", Calendar{}, "2024-08-10", true, "2024-08-09"},
		{"a holiday itself", spring2024(), "2024-05-01", true, "2024-04-26"},
		{"a worked Saturday itself", spring2024(), "2024-05-04", true, "2024-05-04"},
	} {
		if got := tt.c.LastDay(value.MustDate(tt.deadline), tt.itself); got.String() != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
	if got := (Calendar{}).LastDay(value.Date{}, false); !got.IsZero() {
		t.Errorf("no deadline: got %s", got)
	}
}

func TestCalendar_Count(t *testing.T) {
	for _, tt := range []struct {
		name     string
		from, to string
		want     int
	}{
		{"the same day", "2024-08-09", "2024-08-09", 0},
		{"one day", "2024-08-08", "2024-08-09", 1},
		{"over a weekend", "2024-08-09", "2024-08-12", 1},
		{"a week", "2024-08-05", "2024-08-12", 5},
		{"to a Sunday", "2024-08-09", "2024-08-11", 0},
		{"over the holidays, with a worked Saturday", "2024-04-26", "2024-05-06", 4},
		{"backwards", "2024-08-12", "2024-08-05", 0},
	} {
		if got := spring2024().WorkingDaysBetween(value.MustDate(tt.from), value.MustDate(tt.to)); got != tt.want {
			t.Errorf("%s: got %d, want %d", tt.name, got, tt.want)
		}
	}
	for _, tt := range []struct {
		from string
		n    int
		want string
	}{
		{"2024-08-09", 0, "2024-08-09"}, {"2024-08-10", 0, "2024-08-10"}, {"2024-08-09", 1, "2024-08-12"},
		{"2024-08-12", -1, "2024-08-09"}, {"2024-04-26", 2, "2024-05-03"}, {"2024-04-26", 3, "2024-05-04"},
		{"2024-05-06", -3, "2024-05-02"}, {"2024-05-06", -4, "2024-04-26"},
	} {
		if got := spring2024().AddWorking(value.MustDate(tt.from), tt.n); got.String() != tt.want {
			t.Errorf("AddWorking(%s, %d) = %s, want %s", tt.from, tt.n, got, tt.want)
		}
	}
}

func TestCalendar_Properties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := Calendar{Holidays: map[value.Date]string{}, Workdays: map[value.Date]string{}}
		d := anyDay.Draw(t, "day")
		for range rapid.IntRange(0, 10).Draw(t, "specials") {
			c.Holidays[d.Add(rapid.IntRange(-20, 20).Draw(t, "holiday"))] = ""
			c.Workdays[d.Add(rapid.IntRange(-20, 20).Draw(t, "workday"))] = ""
		}
		n := rapid.IntRange(1, 30).Draw(t, "n")
		later := c.AddWorking(d, n)
		if !c.IsWorking(later) || c.WorkingDaysBetween(d, later) != n {
			t.Fatalf("%d working days after %s is %s, counted %d", n, d, later, c.WorkingDaysBetween(d, later))
		}
		if before := c.LastDay(d, false); !c.IsWorking(before) || !before.Before(d) ||
			c.WorkingDaysBetween(before, d.Add(-1)) != 0 {
			t.Fatalf("last day before %s is %s", d, before)
		}
		if itself := c.LastDay(d, true); itself.After(d) || c.IsWorking(d) != (itself == d) {
			t.Fatalf("last day up to %s is %s", d, itself)
		}
	})
}

func TestCalendar_JSON(t *testing.T) {
	b, err := json.Marshal(spring2024())
	if err != nil {
		t.Fatal(err)
	}
	var got Calendar
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(spring2024(), got); diff != "" {
		t.Error(diff)
	}
}
