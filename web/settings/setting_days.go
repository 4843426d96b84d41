package settings

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// daysPast is which years have a table, this one and the next among them, and how the days were changed.
func (s *Room) daysPast(c *gin.Context, all app.Holidays) (years []int, out []string, err error) {
	year := s.App.Today().Year
	years = append(all.Years(), year, year+1)
	slices.Sort(years)
	history, err := s.App.HolidayHistory(c.Request.Context())
	names := s.Names(c)
	for i, r := range history {
		now := s.dayTexts(r.Value)
		if i+1 == len(history) {
			out = append(out, s.Text.Say("setting.days.first", page.Moment(r.At), names(r.Author), len(now)))
			break
		}
		before := s.dayTexts(history[i+1].Value)
		var what []string
		if added := without(now, before); len(added) > 0 {
			what = append(what, s.Text.Say("setting.added", strings.Join(added, ", ")))
		}
		if gone := without(before, now); len(gone) > 0 {
			what = append(what, s.Text.Say("setting.removed", strings.Join(gone, ", ")))
		}
		if len(what) > 0 {
			out = append(out, s.Text.Say("setting.did", page.Moment(r.At), names(r.Author), strings.Join(what, "; ")))
		}
	}
	return slices.Compact(years), out, err
}

// dayTexts writes every day of a table: "02/9/2026 Quốc khánh (nghỉ)".
func (s *Room) dayTexts(h app.Holidays) []string {
	var out []string
	for _, y := range h.Yearly {
		out = append(out, s.Text.Say("setting.day.yearly", yearlyDay(y), y.Name))
	}
	for _, d := range dayLines(h) {
		out = append(out, s.Text.Say("setting.day."+d.Kind, viet.ShortDate(d.Date), d.Name))
	}
	return out
}

// without is what a holds beside b.
func without(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(x string) bool { return slices.Contains(b, x) })
}

// dayLine is a line of the table as it is typed.
type dayLine struct {
	Date       value.Date
	Name, Kind string // a "holiday" or a "workday"
}

// yearlyDay writes the day of a yearly holiday: "24/11".
func yearlyDay(y viet.YearlyHoliday) string {
	return viet.DayMonth(value.Date{Year: max(y.From, 2000), Month: y.Month, Day: y.Day})
}

// dayForm is the form of one year's table. A line in which nothing stands is none.
var dayForm = field.Form[[]dayLine]{
	field.PressedRows("days", func(t *[]dayLine) *[]dayLine { return t }, field.Form[dayLine]{
		field.Date("date", func(d *dayLine) *value.Date { return &d.Date }),
		field.Text("name", func(d *dayLine) *string { return &d.Name }),
		field.Pick("kind", []string{"holiday", "workday"},
			func(d *dayLine) string { return cmp.Or(d.Kind, "holiday") },
			func(d *dayLine, word string) { d.Kind = word }),
	}),
}

// dayLines are the days of a table, holidays first.
func dayLines(h app.Holidays) (lines []dayLine) {
	for _, d := range h.Holidays {
		lines = append(lines, dayLine{d.Date, d.Name, "holiday"})
	}
	for _, d := range h.Workdays {
		lines = append(lines, dayLine{d.Date, d.Name, "workday"})
	}
	return lines
}

// holidaysOf are the days that stand in a table; place finds the line of a problem: "workdays[0].date" is
// "days[5].date".
func holidaysOf(lines []dayLine) (h app.Holidays, place func(value.Problems) value.Problems) {
	at := map[string]int{}
	for i, line := range lines {
		list, path := &h.Holidays, "holidays"
		if line.Kind == "workday" {
			list, path = &h.Workdays, "workdays"
		}
		at[field.RowName(path, len(*list))] = i
		*list = append(*list, app.Holiday{Date: line.Date, Name: line.Name})
	}
	return h, func(problems value.Problems) value.Problems {
		out := slices.Clone(problems)
		for i, p := range out {
			day, part, _ := strings.Cut(p.Field, ".")
			if n, found := at[day]; found {
				out[i].Field = field.RowName("days", n) + "." + part
			}
		}
		return out
	}
}

// daysOf is the year that the address names, and the table of all years.
func (s *Room) daysOf(c *gin.Context) (year int, all app.Holidays, version int, err error) {
	if year, err = page.QueryNumber(c, "nam", s.App.Today().Year, 1900, 2200); err == nil {
		all, version, err = s.App.Holidays(c.Request.Context())
	}
	return year, all, version, err
}

// DaysForm is the table of one year.
func (s *Room) DaysForm(c *gin.Context) error {
	year, all, version, err := s.daysOf(c)
	if err != nil {
		return err
	}
	return s.showDays(c, year, all, version, page.Shown(dayForm.Values(dayLines(all.Of(year)))))
}

func (s *Room) showDays(c *gin.Context, year int, all app.Holidays, version int, t page.Typed) (err error) {
	m := settingDays{Both: t.Both, Year: year, Version: t.Version(version)}
	m.Frame = s.Frame(c, s.Text.Say("setting.days"))
	for n, blank := 0, 0; blank < 4; n++ { // so many empty lines are offered
		if row := field.RowName("days", n); t.Values.Get(row+".date")+t.Values.Get(row+".name") == "" {
			t.Values.Set(row+".date", "")
			blank++
		}
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = "setting.day"
	m.Rows, m.Summary = dayForm.Lay(f).Lists[0].Rows, f.Summary()
	if m.Years, m.Past, err = s.daysPast(c, all); err != nil {
		return err
	}
	if !all.Calendar().Knows(year) {
		m.Unknown = s.Text.Say("setting.days.none")
	}
	for _, y := range viet.FixedHolidays() {
		m.Fixed = append(m.Fixed, yearlyRow{YearlyHoliday: y, On: yearlyDay(y)})
	}
	proposed, err := app.ProposedHolidays()
	for _, y := range proposed {
		m.Proposed = append(m.Proposed, yearlyRow{y, yearlyDay(y), all.Confirms(y)})
	}
	if err != nil {
		return err
	}
	return s.Show(c, t.Status, "settings/days", m)
}

// What the buttons beside a proposed yearly holiday do.
const (
	doConfirm = "xac-nhan"
	doRecall  = "bo-xac-nhan"
)

// confirmDay has a proposed yearly holiday hold, or no longer hold.
func (s *Room) confirmDay(c *gin.Context, in url.Values, year int, again func(page.Typed) error) page.Act {
	return page.Act{
		Do: func() (page.Done, error) {
			day, problem := field.ReadDate(in.Get("yearly"))
			if problem != nil {
				return page.Done{}, value.Problems{{Code: "form.unreadable"}}
			}
			holds, said := in.Get("do") == doConfirm, "setting.yearly.recalled"
			if holds {
				said = "setting.yearly.confirmed"
			}
			err := s.App.ConfirmHoliday(c.Request.Context(), s.Person(c), day.Month, day.Day, holds, page.Version(in))
			to := page.DaysHref(year)
			return page.Done{To: to, Say: said, Args: []any{viet.DayMonth(day)}}, err
		},
		Again: again,
	}
}

// SaveDays saves the table of one year, or settles whether a proposed yearly holiday holds.
func (s *Room) SaveDays(c *gin.Context, in url.Values) (page.Act, error) {
	year, all, newest, err := s.daysOf(c)
	again := func(t page.Typed) error { return s.showDays(c, year, all, newest, t) }
	if do := in.Get("do"); err == nil && (do == doConfirm || do == doRecall) {
		return s.confirmDay(c, in, year, func(t page.Typed) error {
			t.Values = dayForm.Values(dayLines(all.Of(year)))
			return again(t)
		}), nil
	}
	var lines []dayLine
	dayForm.Read(in, &lines)
	days, place := holidaysOf(lines)
	return page.ActOf(s.Kit, in, page.Edit[[]dayLine]{
		Form:  dayForm,
		Check: func([]dayLine) value.Problems { return days.CheckYear(year) },
		Place: place,
		Save: func([]dayLine, func(*[]dayLine)) (page.Done, error) {
			err := s.App.SaveHolidays(c.Request.Context(), s.Person(c), year, days, page.Version(in))
			err = page.Newer(err, func() page.BothVersions { return s.bothDays(all.Of(year), days) })
			to := page.DaysHref(year)
			return page.Done{To: to, Say: "setting.days.saved", Args: []any{year}}, err
		},
		Again: again,
	}), err
}

// bothDays is which days stand that were not typed, and the other way round.
func (s *Room) bothDays(stands, typed app.Holidays) page.BothVersions {
	out := page.BothVersions{Text: s.Text.Say("setting.conflict")}
	a, b := s.dayTexts(stands), s.dayTexts(typed)
	for _, text := range without(a, b) {
		out.Rows = append(out.Rows, page.BothRow{Label: s.Text.Say("setting.day.only"), Saved: text})
	}
	for _, text := range without(b, a) {
		out.Rows = append(out.Rows, page.BothRow{Label: s.Text.Say("setting.day.only"), Typed: text})
	}
	return out
}

// settingDays is the table of holidays and of working days made up for, a year at a time. Template: settings/days.
type settingDays struct {
	page.Frame
	Summary field.Summary
	Both    page.BothVersions
	Version string
	Year    int
	Years   []int
	Rows    []field.Row
	Past    []string
	Unknown string // says that nobody entered the holidays of the year

	Fixed, Proposed []yearlyRow
}

// yearlyRow is a holiday that comes back each year.
type yearlyRow struct {
	viet.YearlyHoliday
	On    string // "24/11"
	Holds bool   // the office confirmed it
}

// Typed is the day as the form sends it.
func (y yearlyRow) Typed() string {
	return viet.ShortDate(value.Date{Year: max(y.From, 2000), Month: y.Month, Day: y.Day})
}

// ratesPast is which rows were added to the table.
func (s *Room) ratesPast(c *gin.Context) (out []string, err error) {
	history, err := s.App.RateHistory(c.Request.Context())
	names := s.Names(c)
	for i, r := range history {
		var before []app.Rate
		if i+1 < len(history) {
			before = history[i+1].Value
		}
		for _, rate := range r.Value {
			if slices.Contains(before, rate) {
				continue
			}
			kind := s.Text.Name("setting.rate.kind", rate.Kind)
			added := s.Text.Say("setting.rate.added", kind, viet.Money(rate.Rate), viet.ShortDate(rate.From))
			out = append(out, s.Text.Say("setting.did", page.Moment(r.At), names(r.Author), added))
		}
	}
	return out, err
}

// rateForm is a row to be added.
var rateForm = field.Form[app.Rate]{
	field.Date("from", func(r *app.Rate) *value.Date { return &r.From }, field.Need),
	field.Word("kind", func(r *app.Rate) *string { return &r.Kind }, "setting.rate.kind",
		slices.Concat([]string{""}, app.RateKinds), field.Label("for"), field.Need, field.Medium),
	field.Money("rate", func(r *app.Rate) *value.Money { return &r.Rate }, field.Label("amount"), field.Need).
		Refused("money.form_typed"),
	field.Text("source", func(r *app.Rate) *string { return &r.Source }, field.Need, field.Tall(4)),
}

const rateKeys = "setting.rate" // of the labels

// RatesForm is the table of hourly rates and the form for the next row.
func (s *Room) RatesForm(c *gin.Context) error {
	rates, version, err := s.App.Rates(c.Request.Context())
	if err != nil {
		return err
	}
	known, err := app.SeedRates()
	if err != nil {
		return err
	}
	var typed url.Values
	if r, some := app.RateOn(known, c.Query("loai"), s.App.Today()); some && !slices.Contains(rates, r) {
		typed = rateForm.Values(r) // the newest that is known, to be looked at and added
	}
	return s.showRates(c, rates, version, page.Shown(typed))
}

func (s *Room) showRates(c *gin.Context, rates []app.Rate, version int, t page.Typed) (err error) {
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = rateKeys
	m := settingRates{Both: t.Both, Rows: s.rateRows(rates), Version: t.Version(version)}
	m.Frame, m.Fields, m.Summary = s.Frame(c, s.Text.Say("setting.rates")), rateForm.Lay(f).Cells, f.Summary()
	if m.Past, err = s.ratesPast(c); err != nil {
		return err
	}
	return s.Show(c, t.Status, "settings/rates", m)
}

// rateRows is the table, newest first, with the row that is in force today marked for each kind.
func (s *Room) rateRows(rates []app.Rate) (rows []rateRow) {
	today := s.App.Today()
	order := slices.Clone(rates)
	slices.Reverse(order)
	slices.SortStableFunc(order, func(a, b app.Rate) int { return b.From.Compare(a.From) })
	for _, r := range order {
		now, some := app.RateOn(rates, r.Kind, today)
		own, _ := app.RateOn(rates, r.Kind, r.From)
		word, tone := "before", ""
		switch {
		case own != r:
			word = "corrected"
		case some && now == r:
			word, tone = "now", "met"
		case r.From.After(today):
			word = "later"
		}
		rows = append(rows, rateRow{r, page.Badge{Text: s.Text.Say("setting.rate." + word), Tone: tone}})
	}
	return rows
}

// AddRate adds a row to the table of hourly rates. Where another was added meanwhile, that one is shown beside it.
func (s *Room) AddRate(c *gin.Context, in url.Values) (page.Act, error) {
	rates, newest, err := s.App.Rates(c.Request.Context())
	return page.ActOf(s.Kit, in, page.Edit[app.Rate]{
		Form:  rateForm,
		Keys:  rateKeys,
		Check: app.Rate.Check,
		Save: func(r app.Rate, _ func(*app.Rate)) (page.Done, error) {
			err := s.App.AddRate(c.Request.Context(), s.Person(c), r, page.Version(in))
			err = page.Newer(err, func() page.BothVersions {
				both := page.BothVersions{Text: s.Text.Say("setting.rates.conflict")}
				if n := len(rates); n > 0 {
					both.Rows = rateForm.Differ(s.Text, rateKeys, rates[n-1], r)
				}
				return both
			})
			return page.Done{To: page.RatesPath, Say: "setting.rate.saved", Args: []any{viet.Money(r.Rate)}}, err
		},
		Again: func(t page.Typed) error { return s.showRates(c, rates, newest, t) },
	}), err
}

// settingRates is the table of hourly rates and the form for the next row. Template: settings/rates.
type settingRates struct {
	page.Frame
	Summary field.Summary
	Both    page.BothVersions
	Version string
	Rows    []rateRow
	Fields  []field.Cell
	Past    []string
}

type rateRow struct {
	app.Rate
	State page.Badge
}
