package viet

import (
	"time"

	"rasoat/value"
)

// Calendar holds what weekends alone do not say about working days (ngày làm việc): public holidays with
// their names, and the Saturdays or Sundays that are worked instead of another day (ngày làm bù). The zero
// Calendar knows weekends and FixedHolidays only.
type Calendar struct {
	Holidays map[value.Date]string `json:"holidays"`
	Workdays map[value.Date]string `json:"workdays"`
	Yearly   []YearlyHoliday       `json:"yearly,omitempty"` // beside the fixed ones
}

// IsWorking reports whether offices work on d. A day named in both lists is worked.
func (c Calendar) IsWorking(d value.Date) bool {
	if _, ok := c.Workdays[d]; ok {
		return true
	}
	if _, off := c.Holiday(d); off {
		return false
	}
	return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
}

// LastDay is the last day on which a task that must be done "trước ngày" deadline is on time: the last
// working day before it. Where the plan says that the day itself is on time, it is the deadline, or the last
// working day before it when nobody works on it. No deadline has no last day.
//
// Plan 29/KH-UBND, III.1(b).
func (c Calendar) LastDay(deadline value.Date, dayItselfOnTime bool) value.Date {
	if deadline.IsZero() {
		return deadline
	}
	if dayItselfOnTime && c.IsWorking(deadline) {
		return deadline
	}
	return c.AddWorking(deadline, -1)
}

// AddWorking is the n-th working day after d, the n-th before d where n is negative, d itself where n is 0.
func (c Calendar) AddWorking(d value.Date, n int) value.Date {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 {
		if d = d.Add(step); c.IsWorking(d) {
			n--
		}
	}
	return d
}

// WorkingDaysBetween counts the working days after from, up to and including to; 0 where to is not later.
func (c Calendar) WorkingDaysBetween(from, to value.Date) int {
	n := 0
	for d := from.Add(1); !d.After(to); d = d.Add(1) {
		if c.IsWorking(d) {
			n++
		}
	}
	return n
}
