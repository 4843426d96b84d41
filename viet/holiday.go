package viet

import (
	"slices"
	"time"

	"rasoat/value"
)

// YearlyHoliday is a public holiday that comes back on the same day of each year.
type YearlyHoliday struct {
	Month  time.Month `json:"month"`
	Day    int        `json:"day"`
	From   int        `json:"from,omitempty"` // its first year; 0: always
	Name   string     `json:"name"`
	Source string     `json:"source,omitempty"` // where it is read, what is not confirmed
}

// FallsOn reports whether a day is the holiday of its year.
func (h YearlyHoliday) FallsOn(d value.Date) bool {
	return d.Month == h.Month && d.Day == h.Day && d.Year >= h.From
}

// FixedHolidays are the public holidays that the law puts on a day of the calendar. Those of the lunar calendar and the
// day beside Quốc khánh are settled for each year by the Prime Minister: they are data, as is what is moved or added.
//
// Law 45/2019/QH14 (Labour Code), article 112 clause 1.
func FixedHolidays() []YearlyHoliday {
	return []YearlyHoliday{
		{Month: time.January, Day: 1, Name: "Tết Dương lịch"},
		{Month: time.April, Day: 30, Name: "Ngày Chiến thắng"},
		{Month: time.May, Day: 1, Name: "Ngày Quốc tế lao động"},
		{Month: time.September, Day: 2, Name: "Quốc khánh"},
	}
}

// Holiday is the name of the public holiday on a day; false where it is none. What is entered for the day itself names
// it before what comes back each year.
func (c Calendar) Holiday(d value.Date) (string, bool) {
	if name, ok := c.Holidays[d]; ok {
		return name, true
	}
	for _, h := range append(FixedHolidays(), c.Yearly...) {
		if h.FallsOn(d) {
			return h.Name, true
		}
	}
	return "", false
}

// Knows reports whether the holidays of a year were entered: those that the law fixes say nothing of Tết and of what
// was moved.
//
// Law 45/2019/QH14 (Labour Code), article 112 clause 3.
func (c Calendar) Knows(year int) bool {
	for d := range c.Holidays {
		if d.Year == year && !isFixed(d) {
			return true
		}
	}
	return false
}

// Guessed are the years, in order, for which the calendar had to guess where one of the days was counted: their
// holidays are not entered, so that only weekends and fixed holidays were left out. No day is no guess.
func (c Calendar) Guessed(days ...value.Date) (years []int) {
	for _, d := range days {
		if !d.IsZero() && !slices.Contains(years, d.Year) && !c.Knows(d.Year) {
			years = append(years, d.Year)
		}
	}
	slices.Sort(years)
	return years
}

func isFixed(d value.Date) bool {
	return slices.ContainsFunc(FixedHolidays(), func(h YearlyHoliday) bool { return h.FallsOn(d) })
}
