package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"rasoat/value"
	"rasoat/viet"
)

// DueKind says what a date of the plan is about.
type DueKind string

// The kinds of dates.
const (
	DutyDue   DueKind = "duty"    // a duty of the plan
	MonthDue  DueKind = "monthly" // one month's turn of a monthly duty
	HandInDue DueKind = "hand_in" // officials hand in to the office what they reviewed
)

// Due is one dated duty as it stands today.
type Due struct {
	ID       string     `json:"id"` // "D1", "D4/2024-07", "hand_in/public": what Done is kept under
	Kind     DueKind    `json:"kind"`
	Title    string     `json:"title"` // of the duty; for a hand-in the name of the campaign
	Source   string     `json:"source,omitempty"`
	Owner    string     `json:"owner,omitempty"`
	To       string     `json:"to,omitempty"`
	Deadline value.Date `json:"deadline,omitzero"` // as the plan writes it; no day: not dated
	OnDay    bool       `json:"on_day,omitempty"`  // the plan says that this day itself is on time
	LastDay  value.Date `json:"last_day,omitzero"` // last working day on which it is on time
	Left     int        `json:"left"`              // working days after today up to the last day; 0 when done or past
	Late     bool       `json:"late"`              // past and not done, or done after the last day
	Before   bool       `json:"before,omitempty"`  // past before the program came into use: see Since
	Done     value.Date `json:"done,omitzero"`
	Campaign CampaignID `json:"campaign,omitempty"`
	Targets  []string   `json:"targets,omitempty"` // targets that fulfil it
	Page     DutyPage   `json:"page,omitempty"`
	Begins   value.Date `json:"-"` // of a monthly one: the first day of the period that it is about
}

// IsBegun reports whether there is anything to do about it yet: that of a month has to wait for its period.
func (d Due) IsBegun(today value.Date) bool { return !today.Before(d.Begins) }

// IsOpen reports whether the duty still has to be done.
func (d Due) IsOpen() bool { return d.Done.IsZero() }

// Month is the month that a turn of a monthly duty is of; none for other duties.
func (d Due) Month() value.Month {
	_, text, _ := strings.Cut(d.ID, "/")
	m, err := value.ParseMonth(text)
	if d.Kind != MonthDue || err != nil {
		return value.Month{}
	}
	return m
}

// IsAhead reports whether a date is one that people still look to: open, and not past before the program came into use.
func (d Due) IsAhead() bool { return d.IsOpen() && !d.Before && !d.Deadline.IsZero() }

// Facts are the days on which duties were done, by Due.ID. A duty's own Done counts where there is none.
type Facts map[string]value.Date

// Timeline lists all duties of a plan with their last working days as they stand today: dated ones by last
// day, then those without a date in the order of the plan. A monthly duty stands once for each month from the
// plan's date to the end of its year.
//
// Plan 29/KH-UBND, IV.
func Timeline(p Plan, calendar viet.Calendar, today value.Date, done Facts) []Due {
	var out []Due
	for _, c := range p.Campaigns {
		if !c.HandIn.IsZero() {
			out = append(out, Due{
				ID:       "hand_in/" + string(c.ID),
				Kind:     HandInDue,
				Title:    c.Name,
				Deadline: c.HandIn,
				Campaign: c.ID,
			})
		}
	}
	for _, d := range p.Duties {
		out = append(out, d.dues(p)...)
	}
	for i := range out {
		out[i].settle(p.Rules, calendar, today, done)
	}
	slices.SortStableFunc(out, byLastDay)
	return out
}

// Since marks the dates whose last day was past before the program came into use. What was done about them was done
// without it, so none of them is late. Without a day nothing is marked.
func Since(dues []Due, began value.Date) []Due {
	out := slices.Clone(dues)
	for i := range out {
		d := &out[i]
		if !d.LastDay.IsZero() && d.LastDay.Before(began) {
			d.Before, d.Late = true, false
		}
	}
	return out
}

// dues are the dates of a duty: one, or one a month.
func (d Duty) dues(p Plan) []Due {
	due := Due{
		ID:       d.ID,
		Kind:     DutyDue,
		Title:    d.Title,
		Source:   d.Source,
		Owner:    d.Owner,
		To:       d.To,
		Deadline: d.Deadline,
		OnDay:    d.Inclusive,
		Done:     d.Done,
		Campaign: d.Campaign,
		Targets:  d.Targets,
		Page:     d.Page,
	}
	if d.Monthly == 0 {
		return []Due{due}
	}
	var out []Due
	for m := time.January; m <= time.December; m++ {
		month := due
		month.ID = fmt.Sprintf("%s/%04d-%02d", d.ID, p.Year, int(m))
		month.Kind, month.Deadline, month.Done = MonthDue, dayOf(p.Year, m, d.Monthly), value.Date{}
		month.Begins = p.periodDue(month.Deadline).From
		if !month.Deadline.Before(p.Date) {
			out = append(out, month)
		}
	}
	return out
}

// dayOf is a day of a month, the month's last day where it is shorter.
func dayOf(year int, m time.Month, day int) value.Date {
	last := value.Date{Year: year, Month: m, Day: 1}.Add(31)
	last = value.Date{Year: last.Year, Month: last.Month, Day: 1}.Add(-1)
	return value.Date{Year: year, Month: m, Day: min(day, last.Day)}
}

// settle fills in what follows from the calendar and from what is done. A deadline is written "trước ngày" unless the
// plan says that the day itself is on time; the day of a monthly report and the day of a hand-in always are.
//
// Plan 29/KH-UBND, III.1(a).
func (d *Due) settle(r Rules, calendar viet.Calendar, today value.Date, done Facts) {
	if on, known := done[d.ID]; known {
		d.Done = on
	}
	if d.Deadline.IsZero() {
		return
	}
	d.OnDay = d.OnDay || r.DayItselfOnTime || d.Kind != DutyDue
	d.LastDay = calendar.LastDay(d.Deadline, d.OnDay)
	if d.IsOpen() {
		d.Left = calendar.WorkingDaysBetween(today, d.LastDay)
		d.Late = today.After(d.LastDay)
		return
	}
	d.Late = d.Done.After(d.LastDay)
}

func byLastDay(a, b Due) int {
	switch {
	case a.LastDay.IsZero() && b.LastDay.IsZero():
		return 0
	case a.LastDay.IsZero():
		return 1
	case b.LastDay.IsZero():
		return -1
	}
	return cmp.Or(a.LastDay.Compare(b.LastDay), cmp.Compare(a.ID, b.ID))
}
