package review

import (
	"testing"

	"pgregory.net/rapid"

	"rasoat/value"
	"rasoat/viet"
)

// Practice, not law: docs/decisions/0041. The 15th of the month before to the 14th, due on the 15th or the last
// working day before.
func TestPeriodOf(t *testing.T) {
	monthly := Plan{Duties: []Duty{{ID: "D4", Monthly: 15}}}
	calendarMonth := Plan{Duties: monthly.Duties, Report: ReportRules{FirstDay: 1, DueDay: 5}}
	for _, tt := range []struct {
		name, month         string
		plan                Plan
		from, to, due, last string
	}{
		{"default", "2024-07", monthly, "2024-06-15", "2024-07-14", "2024-07-15", "2024-07-15"},
		{"over the year's end", "2024-01", monthly, "2023-12-15", "2024-01-14", "2024-01-15", "2024-01-15"},
		{"due on a Saturday", "2024-06", monthly, "2024-05-15", "2024-06-14", "2024-06-15", "2024-06-14"},
		{"calendar month", "2024-02", calendarMonth, "2024-02-01", "2024-02-29", "2024-03-05", "2024-03-05"},
		{"own days", "2024-03", Plan{Report: ReportRules{FirstDay: 20, DueDay: 22}}, "2024-02-20", "2024-03-19", "2024-03-22", "2024-03-22"},
	} {
		got := PeriodOf(tt.plan, value.MustMonth(tt.month), viet.Calendar{})
		want := Period{value.MustMonth(tt.month), value.MustDate(tt.from), value.MustDate(tt.to),
			value.MustDate(tt.due), value.MustDate(tt.last)}
		if got != want {
			t.Errorf("%s: got %v, want %v", tt.name, got, want)
		}
	}
	if got := PeriodOf(Plan{}, value.MustMonth("2024-07"), viet.Calendar{}); !got.Due.IsZero() || !got.Last.IsZero() {
		t.Errorf("a plan without a monthly duty is due on %v", got.Due)
	}
}

// Every day lies in exactly one period, whatever day it begins on, and that is the current one.
func TestPeriods_EveryDayOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := Plan{Report: ReportRules{FirstDay: rapid.IntRange(1, 31).Draw(t, "first")}}
		day := value.MustDate("2023-01-01").Add(rapid.IntRange(0, 1500).Draw(t, "day"))
		var in []value.Month
		for m := value.MonthOf(day).Add(-2); !m.After(value.MonthOf(day).Add(2)); m = m.Add(1) {
			if PeriodOf(p, m, viet.Calendar{}).Has(day) {
				in = append(in, m)
			}
		}
		if len(in) != 1 || CurrentPeriod(p, day, viet.Calendar{}).Month != in[0] {
			t.Fatalf("%v lies in %v, current is %v", day, in, CurrentPeriod(p, day, viet.Calendar{}).Month)
		}
	})
}

// A day lies in a period from its first to its last; no day lies in none.
func TestPeriod_Has(t *testing.T) {
	p := Period{From: value.MustDate("2024-06-15"), To: value.MustDate("2024-07-14")}
	for _, c := range []struct {
		day  value.Date
		want bool
	}{
		{p.From.Add(-1), false}, {p.From, true}, {p.To, true}, {p.To.Add(1), false}, {value.Date{}, false},
	} {
		if got := p.Has(c.day); got != c.want {
			t.Errorf("%s lies in %s to %s: %v, want %v", c.day, p.From, p.To, got, c.want)
		}
	}
	if (Period{To: p.To}).Has(value.Date{}) {
		t.Error("no day lies in a period without beginning")
	}
}

// The report is due on the day that the rules name, else on that of the first monthly duty.
func TestPlan_DueDay(t *testing.T) {
	duties := []Duty{{ID: "D1"}, {ID: "D4", Monthly: 15}, {ID: "D5", Monthly: 20}}
	for _, c := range []struct {
		name string
		plan Plan
		want int
	}{
		{"nothing named", Plan{Duties: duties[:1]}, 0},
		{"the first monthly duty", Plan{Duties: duties}, 15},
		{"the rules", Plan{Duties: duties, Report: ReportRules{FirstDay: 3, DueDay: 16}}, 16},
		{"a first day alone", Plan{Duties: duties, Report: ReportRules{FirstDay: 3}}, 15},
	} {
		if got := c.plan.DueDay(); got != c.want {
			t.Errorf("%s: due on the %d., want the %d.", c.name, got, c.want)
		}
	}
}

// Practice, not law: docs/decisions/0041 (LastPeriod): the last period of the plan's year that has ended.
func TestLastPeriod(t *testing.T) {
	p := Plan{Year: 2024, Date: value.MustDate("2024-03-13")}
	for day, want := range map[string]string{
		"2024-07-15": "2024-07", "2024-07-14": "2024-06", "2024-08-14": "2024-07",
		"2024-03-14": "2024-03", // none has ended: the first
		"2024-04-14": "2024-03", "2024-04-15": "2024-04",
		"2024-12-15": "2024-12", "2026-11-30": "2024-12",
	} {
		if got := LastPeriod(p, value.MustDate(day), viet.Calendar{}).Month; got != value.MustMonth(want) {
			t.Errorf("a report of %s is on %v, want %s", day, got, want)
		}
	}
}
