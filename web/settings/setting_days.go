package settings

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// daysAsks says how many days each year's table has, and how it was changed.
func (s *Room) daysAsks(c *gin.Context) (out []settingAsk, changed []string, err error) {
	all, _, err := s.App.Holidays(c.Request.Context())
	if err != nil {
		return nil, nil, err
	}
	for _, year := range s.years(all) {
		days := all.Of(year)
		answer := s.Text.Say("setting.days.count", len(days.Holidays), len(days.Workdays))
		if len(days.Holidays) == 0 {
			answer = s.Text.Say("setting.days.none")
		}
		out = append(out, settingAsk{
			Question: s.Text.Say("setting.days.year", year),
			Answer:   answer,
			Missing:  len(days.Holidays) == 0,
		})
	}
	changed, err = s.daysPast(c)
	return out, changed, err
}

// years are the years of the table, this one and the next.
func (s *Room) years(all app.Holidays) []int {
	year := s.App.Today().Year
	years := append(all.Years(), year, year+1)
	slices.Sort(years)
	return slices.Compact(years)
}

// daysPast is how the table was changed.
func (s *Room) daysPast(c *gin.Context) (out []string, err error) {
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
	return out, err
}

// dayTexts writes every day of a table: "02/9/2026 Quốc khánh (nghỉ)".
func (s *Room) dayTexts(h app.Holidays) []string {
	var out []string
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
	Date value.Date
	Name string
	Kind string // "holiday" or "workday"
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

// yearOfDays is the year that the address names.
func (s *Room) yearOfDays(c *gin.Context) (int, error) {
	return page.QueryNumber(c, "nam", s.App.Today().Year, 1900, 2200)
}

// DaysForm is the table of one year.
func (s *Room) DaysForm(c *gin.Context) error {
	year, err := s.yearOfDays(c)
	if err != nil {
		return err
	}
	all, version, err := s.App.Holidays(c.Request.Context())
	if err != nil {
		return err
	}
	return s.showDays(c, year, all, version, page.Shown(dayForm.Values(dayLines(all.Of(year)))))
}

func (s *Room) showDays(c *gin.Context, year int, all app.Holidays, version int, t page.Typed) (err error) {
	m := settingDays{
		Frame:   s.Frame(c, s.Text.Say("setting.days")),
		Both:    t.Both,
		Version: t.Version(version),
		Year:    year,
		Years:   s.years(all),
	}
	for n, blank := 0, 0; blank < 4; n++ { // so many empty lines are offered
		if row := field.RowName("days", n); t.Values.Get(row+".date")+t.Values.Get(row+".name") == "" {
			t.Values.Set(row+".date", "")
			blank++
		}
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = "setting.day"
	m.Rows, m.Summary = dayForm.Lay(f).Lists[0].Rows, f.Summary()
	if m.Past, err = s.daysPast(c); err != nil {
		return err
	}
	return s.Show(c, t.Status, "settings/days", m)
}

// SaveDays saves the table of one year.
func (s *Room) SaveDays(c *gin.Context, in url.Values) (page.Act, error) {
	year, err := s.yearOfDays(c)
	if err != nil {
		return page.Act{}, err
	}
	all, newest, err := s.App.Holidays(c.Request.Context())
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
			to := page.DaysPath + "?nam=" + strconv.Itoa(year)
			return page.Done{To: to, Say: "setting.days.saved", Args: []any{year}}, err
		},
		Again: func(t page.Typed) error { return s.showDays(c, year, all, newest, t) },
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
}
