package review

import (
	"rasoat/value"
	"rasoat/viet"
)

// ReportRules is when the plan's monthly report looks back and when it is due. The zero value is the documented
// default: from the 15th to the 14th, due on the day of the plan's monthly duty.
type ReportRules struct {
	FirstDay int `json:"first_day,omitempty"` // of the month before; 1: the calendar month itself
	DueDay   int `json:"due_day,omitempty"`   // of the month
}

// FirstDay is the default day on which a reporting period begins.
const FirstDay = 15

// Period is the days that a monthly report is about (kỳ báo cáo), and by when it is due.
type Period struct {
	Month value.Month
	From  value.Date
	To    value.Date // the last day, included
	Due   value.Date // as the plan writes it
	Last  value.Date // last working day on which it is on time
}

// PeriodOf is the reporting period of a month: it ends on the day before the one on which the next begins. A plan that
// begins on the first reports on the calendar month itself.
//
// Practice, not law: docs/decisions/0041.
func PeriodOf(p Plan, m value.Month, calendar viet.Calendar) Period {
	first := p.Report.FirstDay
	if first == 0 {
		first = FirstDay
	}
	out := Period{
		Month: m,
		From:  dayOf(m.Add(-1).Year, m.Add(-1).Month, first),
		To:    dayOf(m.Year, m.Month, first).Add(-1),
	}
	if first == 1 {
		out.From, out.To = dayOf(m.Year, m.Month, 1), dayOf(m.Add(1).Year, m.Add(1).Month, 1).Add(-1)
	}
	if due := p.DueDay(); due > 0 {
		month := m
		if first == 1 {
			month = m.Add(1) // the calendar month has to be over
		}
		out.Due = dayOf(month.Year, month.Month, due)
		out.Last = calendar.LastDay(out.Due, true)
	}
	return out
}

// periodDue is the period whose monthly report is due on a day of a month.
func (p Plan) periodDue(day value.Date) Period {
	m := value.MonthOf(day)
	if p.Report.FirstDay == 1 {
		m = m.Add(-1)
	}
	return PeriodOf(p, m, viet.Calendar{})
}

// DueDay is the day of the month on which the monthly report is due, 0 where the plan names none.
func (p Plan) DueDay() int {
	if p.Report.DueDay > 0 {
		return p.Report.DueDay
	}
	for _, d := range p.Duties {
		if d.Monthly > 0 {
			return d.Monthly
		}
	}
	return 0
}

// CurrentPeriod is the period that holds a day: the one on which a draft stands ready from its first day on.
func CurrentPeriod(p Plan, today value.Date, calendar viet.Calendar) Period {
	m := value.MonthOf(today)
	if period := PeriodOf(p, m, calendar); !today.After(period.To) {
		return period // no period of a month begins after that month's first day
	}
	return PeriodOf(p, m.Add(1), calendar)
}

// LastPeriod is the last period of the plan's year that has ended before a day, the first of its months while none has:
// the one on which a report of that day is.
//
// Practice, not law: docs/decisions/0041.
func LastPeriod(p Plan, day value.Date, calendar viet.Calendar) Period {
	last := PeriodOf(p, p.FirstMonth(), calendar)
	for m := last.Month.Add(1); m.Year == p.Year; m = m.Add(1) {
		next := PeriodOf(p, m, calendar)
		if !next.To.Before(day) {
			break
		}
		last = next
	}
	return last
}

// Has reports whether a day lies in the period.
func (p Period) Has(d value.Date) bool { return !d.IsZero() && !d.Before(p.From) && !d.After(p.To) }
