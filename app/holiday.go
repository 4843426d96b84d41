package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"rasoat/account"
	"rasoat/seed"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// Holiday is a day with its name, off work or made up for.
type Holiday struct {
	Date value.Date `json:"date"`
	Name string     `json:"name"`
}

// Holidays is the editable table of public holidays and of working days made up for. Those that the law fixes
// (viet.FixedHolidays) need not stand in it.
type Holidays struct {
	Holidays []Holiday            `json:"holidays"`
	Workdays []Holiday            `json:"workdays"`
	Yearly   []viet.YearlyHoliday `json:"yearly,omitempty"` // those of ProposedHolidays that the office confirmed
}

// Calendar is the table in the form that counts working days.
func (h Holidays) Calendar() viet.Calendar {
	c := viet.Calendar{Holidays: map[value.Date]string{}, Workdays: map[value.Date]string{}, Yearly: h.Yearly}
	for _, d := range h.Holidays {
		c.Holidays[d.Date] = d.Name
	}
	for _, d := range h.Workdays {
		c.Workdays[d.Date] = d.Name
	}
	return c
}

// Holidays is the table and its version; empty where none was stored.
func (a *App) Holidays(ctx context.Context) (Holidays, int, error) {
	var h Holidays
	v, err := a.store.Setting(ctx, settingHolidays, &h)
	if errors.Is(err, value.ErrNotFound) {
		return Holidays{}, 0, nil
	}
	return h, v, err
}

// Calendar is the working calendar by the stored table.
func (a *App) Calendar(ctx context.Context) (viet.Calendar, error) {
	h, _, err := a.Holidays(ctx)
	return h.Calendar(), err
}

// maxHoliday is how many days one year's table may have, and how long a day's name may be.
const maxHoliday = 100

// Check refuses a day without date or name, one that stands twice, and a working day that is one anyway. Fields
// are "holidays[2].date".
func (h Holidays) Check() value.Problems {
	var p value.Problems
	seen := map[value.Date]bool{}
	for _, list := range []struct {
		name string
		days []Holiday
	}{{"holidays", h.Holidays}, {"workdays", h.Workdays}} {
		for i, d := range list.days {
			date, name := fmt.Sprintf("%s[%d].date", list.name, i), fmt.Sprintf("%s[%d].name", list.name, i)
			switch {
			case d.Date.IsZero():
				p.Add(date, "holiday.no_date")
			case seen[d.Date]:
				p.Add(date, "holiday.twice", viet.ShortDate(d.Date))
			case list.name == "workdays" && d.Date.Weekday() != time.Saturday && d.Date.Weekday() != time.Sunday:
				p.Add(date, "holiday.works_anyway", viet.ShortDate(d.Date))
			}
			seen[d.Date] = true
			switch {
			case d.Name == "":
				p.Add(name, "holiday.no_name")
			case utf8.RuneCountInString(d.Name) > maxHoliday:
				p.Add(name, "text.too_long", maxHoliday)
			}
		}
	}
	return p
}

// Of are the days of one year.
func (h Holidays) Of(year int) Holidays {
	other := func(d Holiday) bool { return d.Date.Year != year }
	return Holidays{
		Holidays: slices.DeleteFunc(slices.Clone(h.Holidays), other),
		Workdays: slices.DeleteFunc(slices.Clone(h.Workdays), other),
	}
}

// with is the table with one year's days in place of those that stood for it, by date.
func (h Holidays) with(year int, days Holidays) Holidays {
	same := func(d Holiday) bool { return d.Date.Year == year }
	byDate := func(x, y Holiday) int { return x.Date.Compare(y.Date) }
	out := Holidays{
		Holidays: append(slices.DeleteFunc(slices.Clone(h.Holidays), same), days.Holidays...),
		Workdays: append(slices.DeleteFunc(slices.Clone(h.Workdays), same), days.Workdays...),
		Yearly:   h.Yearly,
	}
	slices.SortStableFunc(out.Holidays, byDate)
	slices.SortStableFunc(out.Workdays, byDate)
	return out
}

// Years are the years of which the table knows a day, in order.
func (h Holidays) Years() []int {
	var years []int
	for _, d := range slices.Concat(h.Holidays, h.Workdays) {
		if !slices.Contains(years, d.Date.Year) {
			years = append(years, d.Date.Year)
		}
	}
	slices.Sort(years)
	return years
}

// CheckYear is Check for the days of one year; a day of another year is refused.
func (h Holidays) CheckYear(year int) value.Problems {
	p := h.Check()
	for _, list := range []struct {
		name string
		days []Holiday
	}{{"holidays", h.Holidays}, {"workdays", h.Workdays}} {
		if len(list.days) > maxHoliday {
			p.Add(list.name, "holiday.many", maxHoliday)
		}
		for i, d := range list.days {
			if !d.Date.IsZero() && d.Date.Year != year {
				p.Add(fmt.Sprintf("%s[%d].date", list.name, i), "holiday.other_year", viet.ShortDate(d.Date), year)
			}
		}
	}
	return p
}

// HolidayHistory is how the table stood, newest first.
func (a *App) HolidayHistory(ctx context.Context) ([]Revision[Holidays], error) {
	return settingHistory[Holidays](ctx, a, settingHolidays)
}

// SaveHolidays saves the days of one year in place of those that stood for it, as the version after base;
// *value.Conflict where a newer one stands.
func (a *App) SaveHolidays(ctx context.Context, by Person, year int, days Holidays, base int) error {
	if err := by.must(account.EditSettings); err != nil {
		return err
	}
	if err := days.CheckYear(year).Err(); err != nil {
		return err
	}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error { return saveHolidays(ctx, tx, year, days, base) })
}

func saveHolidays(ctx context.Context, tx *store.Tx, year int, days Holidays, base int) error {
	var all Holidays
	if _, err := tx.Setting(ctx, settingHolidays, &all); err != nil && !errors.Is(err, value.ErrNotFound) {
		return err
	}
	_, err := tx.SaveSetting(ctx, settingHolidays, all.with(year, days), base)
	return err
}

// ProposedHolidays are the yearly holidays on which sources disagree: each is without effect until the office confirms
// it.
func ProposedHolidays() ([]viet.YearlyHoliday, error) {
	h, err := seedHolidays()
	return h.Proposed, err
}

// seedHolidays is the table of the starting content, with what it only proposes.
func seedHolidays() (h struct {
	Holidays
	Proposed []viet.YearlyHoliday `json:"proposed"`
}, err error) {
	err = readSeed(seed.HolidayFile, &h)
	return h, err
}

// Confirms reports whether the office confirmed a yearly holiday.
func (h Holidays) Confirms(y viet.YearlyHoliday) bool {
	return slices.ContainsFunc(h.Yearly,
		func(o viet.YearlyHoliday) bool { return o.Month == y.Month && o.Day == y.Day })
}

// ConfirmHoliday has a proposed yearly holiday hold, or no longer hold, as the version after base; *value.Conflict
// where a newer one stands, value.ErrNotFound for a day that nobody proposes. What holds already stays as it is.
func (a *App) ConfirmHoliday(ctx context.Context, by Person, month time.Month, day int, holds bool, base int) error {
	if err := by.must(account.EditSettings); err != nil {
		return err
	}
	proposed, err := ProposedHolidays()
	if err != nil {
		return err
	}
	i := slices.IndexFunc(proposed, func(y viet.YearlyHoliday) bool { return y.Month == month && y.Day == day })
	if i < 0 {
		return fmt.Errorf("yearly holiday %d/%d: %w", day, month, value.ErrNotFound)
	}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		var all Holidays
		if _, err := tx.Setting(ctx, settingHolidays, &all); err != nil && !errors.Is(err, value.ErrNotFound) {
			return err
		}
		if all.Confirms(proposed[i]) == holds {
			return nil
		}
		all.Yearly = slices.DeleteFunc(slices.Clone(all.Yearly),
			func(y viet.YearlyHoliday) bool { return y.Month == month && y.Day == day })
		if holds {
			all.Yearly = append(all.Yearly, proposed[i])
		}
		_, err := tx.SaveSetting(ctx, settingHolidays, all, base)
		return err
	})
}
