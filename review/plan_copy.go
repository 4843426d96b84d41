package review

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"rasoat/value"
	"rasoat/viet"
)

// ShiftYears is the same day n years later; 29 February becomes 28 February where the year has none.
func ShiftYears(d value.Date, n int) value.Date {
	if d.IsZero() {
		return d
	}
	return dayOf(d.Year+n, d.Month, d.Day)
}

// CopyPlan makes the draft of another year's plan out of one: every date of a duty, target and campaign as many years
// later, everything else as it stands, but what was noted as done, the text of the plan and its number. Campaigns have
// no list: what was frozen, entered and issued belongs to the old plan and stays there. The old plan is not touched.
//
// Practice, not law: docs/decisions/0042.
func CopyPlan(old Plan, year int, stood Upward) Plan {
	n := year - old.Year
	p := old
	p.ID, p.Number, p.Source, p.CopiedFrom = "", "", "", old.ID
	p.Draft, p.InForce, p.From, p.Closed = true, false, value.Date{}, value.Date{}
	p.Year, p.Date = year, value.Date{}
	p.Title = strings.ReplaceAll(old.Title, strconv.Itoa(old.Year), strconv.Itoa(year))
	p.Funding = strings.ReplaceAll(old.Funding, strconv.Itoa(old.Year), strconv.Itoa(year))
	p.Upward = old.Upward.Or(stood)
	p.Upward.Recipients = slices.Clone(old.Upward.Recipients)
	p.References, p.Tasks, p.Groups = slices.Clone(old.References), slices.Clone(old.Tasks), slices.Clone(old.Groups)
	p.Grounds = slices.Clone(old.Grounds)
	p.Campaigns, p.Targets, p.Duties = slices.Clone(old.Campaigns), slices.Clone(old.Targets), slices.Clone(old.Duties)
	for i := range p.Campaigns {
		c := &p.Campaigns[i]
		c.Due, c.HandIn = ShiftYears(c.Due, n), ShiftYears(c.HandIn, n)
	}
	for i := range p.Targets {
		p.Targets[i].Deadline = ShiftYears(p.Targets[i].Deadline, n)
	}
	for i := range p.Duties {
		d := &p.Duties[i]
		d.Deadline, d.Done, d.Targets = ShiftYears(d.Deadline, n), value.Date{}, slices.Clone(d.Targets)
	}
	p.Indicators = slices.Clone(old.Indicators)
	for i := range p.Indicators {
		p.Indicators[i].Variants = slices.Clone(p.Indicators[i].Variants)
	}
	return p
}

// Readdress puts a new superior and a new addressee in the place of the old ones wherever duties and campaigns of a
// plan name exactly those. Whoever is named otherwise stays.
func Readdress(p Plan, from Upward) Plan {
	p.Campaigns, p.Duties = slices.Clone(p.Campaigns), slices.Clone(p.Duties)
	named := func(to *string) {
		switch viet.Clean(*to) {
		case "":
		case viet.Clean(from.Superior):
			*to = p.Upward.Superior
		case viet.Clean(from.Addressee):
			*to = p.Upward.Addressee
		}
	}
	for i := range p.Campaigns {
		named(&p.Campaigns[i].To)
	}
	for i := range p.Duties {
		named(&p.Duties[i].To)
	}
	return p
}

var notInID = regexp.MustCompile(`[^a-z0-9]+`)

// PlanIDFor is the name of a plan in addresses, made of its number and year: "31/KH-UBND" of 2025 is "kh-31-2025".
// Taken says which names other plans have.
func PlanIDFor(number string, year int, taken func(PlanID) bool) PlanID {
	n, _, _ := strings.Cut(number, "/")
	n = strings.Trim(notInID.ReplaceAllString(strings.ToLower(viet.Fold(n)), "-"), "-")
	id := PlanID(strings.ReplaceAll(fmt.Sprintf("kh-%s-%d", n, year), "--", "-"))
	out := id
	for i := 2; taken(out); i++ {
		out = PlanID(fmt.Sprintf("%s-%d", id, i))
	}
	return out
}

// DayOff says why nobody works on a day: the name of the holiday, or the weekend. Off is false on a working day.
func DayOff(d value.Date, calendar viet.Calendar) (why string, off bool) {
	if d.IsZero() || calendar.IsWorking(d) {
		return "", false
	}
	if name, is := calendar.Holiday(d); is {
		return name, true
	}
	if d.Weekday() == time.Saturday {
		return "thứ Bảy", true
	}
	return "Chủ nhật", true
}
