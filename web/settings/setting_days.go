package settings

import (
	"cmp"
	"net/http"
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

// daysPart says how many days each year's table has.
func (s *Room) daysPart(c *gin.Context) (settingPart, error) {
	out := settingPart{
		ID:    "ngay-nghi",
		Title: s.Text.Say("setting.days"),
		Text:  s.Text.Say("setting.days.text"),
		Edit:  page.Link{Text: s.Text.Say("setting.edit"), Href: page.DaysPath},
	}
	all, _, err := s.App.Holidays(c.Request.Context())
	if err != nil {
		return out, err
	}
	for _, year := range s.years(all) {
		days := all.Of(year)
		ask := settingSaid{
			Question: s.Text.Say("setting.days.year", year),
			Answer:   s.Text.Say("setting.days.count", len(days.Holidays), len(days.Workdays)),
		}
		if len(days.Holidays) == 0 {
			ask.Answer, ask.Missing = s.Text.Say("setting.days.none"), true
		}
		out.Asks = append(out.Asks, ask)
	}
	out.Past, err = s.daysPast(c)
	return out, err
}

// years are the years of the table, this one and the next.
func (s *Room) years(all app.Holidays) []int {
	years := all.Years()
	for _, y := range []int{s.App.Today().Year, s.App.Today().Year + 1} {
		if !slices.Contains(years, y) {
			years = append(years, y)
		}
	}
	slices.Sort(years)
	return years
}

// daysPast is how the table was changed.
func (s *Room) daysPast(c *gin.Context) ([]string, error) {
	history, err := s.App.HolidayHistory(c.Request.Context())
	if err != nil {
		return nil, err
	}
	names := s.Names(c)
	var out []string
	for i, r := range history {
		now, before := s.dayTexts(r.Value), []string(nil)
		if i+1 < len(history) {
			before = s.dayTexts(history[i+1].Value)
		}
		added, gone := without(now, before), without(before, now)
		switch {
		case i+1 == len(history):
			out = append(out, s.Text.Say("setting.days.first", page.Moment(r.At), names(r.Author), len(now)))
		case len(added)+len(gone) > 0:
			var what []string
			if len(added) > 0 {
				what = append(what, s.Text.Say("setting.added", strings.Join(added, ", ")))
			}
			if len(gone) > 0 {
				what = append(what, s.Text.Say("setting.removed", strings.Join(gone, ", ")))
			}
			out = append(out, s.Text.Say("setting.did", page.Moment(r.At), names(r.Author), strings.Join(what, "; ")))
		}
	}
	return out, nil
}

// dayTexts writes every day of a table: "02/9/2026 Quốc khánh (nghỉ)".
func (s *Room) dayTexts(h app.Holidays) []string {
	var out []string
	for _, d := range h.Holidays {
		out = append(out, s.Text.Say("setting.day.holiday", viet.ShortDate(d.Date), d.Name))
	}
	for _, d := range h.Workdays {
		out = append(out, s.Text.Say("setting.day.workday", viet.ShortDate(d.Date), d.Name))
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

// dayTable is the lines of one year's table.
type dayTable struct{ Lines []dayLine }

// dayForm is the form of a table. A line in which nothing stands is none.
var dayForm = field.Form[dayTable]{
	field.Rows("days", func(t *dayTable) *[]dayLine { return &t.Lines }, field.Form[dayLine]{
		field.Date("date", func(d *dayLine) *value.Date { return &d.Date }),
		field.Text("name", func(d *dayLine) *string { return &d.Name }),
		field.Pick("kind", []string{"holiday", "workday"},
			func(d *dayLine) string { return cmp.Or(d.Kind, "holiday") },
			func(d *dayLine, word string) { d.Kind = word }),
	}),
}

// dayLines are the days of a table, holidays first.
func dayLines(h app.Holidays) dayTable {
	var t dayTable
	for _, d := range h.Holidays {
		t.Lines = append(t.Lines, dayLine{d.Date, d.Name, "holiday"})
	}
	for _, d := range h.Workdays {
		t.Lines = append(t.Lines, dayLine{d.Date, d.Name, "workday"})
	}
	return t
}

// holidays are the days that stand in a table; place finds the line of a problem: "workdays[0].date" is
// "days[5].date".
func (t dayTable) holidays() (h app.Holidays, place func(value.Problems) value.Problems) {
	at := map[string]int{}
	for i, line := range t.Lines {
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

// blankDays is how many empty lines a table offers.
const blankDays = 4

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
	return s.showDays(c, year, version, page.Shown(dayForm.Values(dayLines(all.Of(year)))))
}

func (s *Room) showDays(c *gin.Context, year, version int, t page.Typed) error {
	all, _, err := s.App.Holidays(c.Request.Context())
	if err != nil {
		return err
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m := settingDays{
		Frame:   s.Frame(c, s.Text.Say("setting.days")),
		State:   s.Text.Say("setting.days.text"),
		Both:    t.Both,
		Version: t.Version(version),
		Year:    strconv.Itoa(year),
	}
	for _, y := range s.years(all) {
		m.Years = append(m.Years, page.PageLink{Text: strconv.Itoa(y), Href: daysHref(y), Current: y == year})
	}
	blank := 0
	for i := 0; blank < blankDays; i++ {
		row := field.RowName("days", i)
		if t.Values.Get(row+".date")+t.Values.Get(row+".name") == "" {
			blank++
		}
		m.Rows = append(m.Rows, s.dayRow(f, i))
	}
	if m.Past, err = s.daysPast(c); err != nil {
		return err
	}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "settings/days", m)
}

// daysHref is the table of a year.
func daysHref(year int) string { return page.DaysPath + "?nam=" + strconv.Itoa(year) }

func (s *Room) dayRow(f *field.Sheet, i int) dayRow {
	cell := func(name string, looks ...field.Look) field.Cell {
		return f.Cell(field.RowName("days", i)+"."+name, s.Text.Say("setting.day."+name, i+1), looks...)
	}
	return dayRow{
		Date: cell("date"),
		Name: cell("name"),
		Kind: cell("kind", field.Choose(
			field.Option{Value: "holiday", Text: s.Text.Say("setting.day.is_holiday")},
			field.Option{Value: "workday", Text: s.Text.Say("setting.day.is_workday")},
		)),
	}
}

// SaveDays saves the table of one year.
func (s *Room) SaveDays(c *gin.Context, in url.Values) (page.Act, error) {
	year, err := s.yearOfDays(c)
	if err != nil {
		return page.Act{}, err
	}
	all, newest, err := s.App.Holidays(c.Request.Context())
	var typed dayTable
	dayForm.Read(in, &typed)
	days, place := typed.holidays()
	return page.ActOf(s.Kit, in, page.Edit[dayTable]{
		Form:  dayForm,
		Check: func(dayTable) value.Problems { return days.CheckYear(year) },
		Place: place,
		Save: func(dayTable, func(*dayTable)) (page.Done, error) {
			err := s.App.SaveHolidays(c.Request.Context(), s.Person(c), year, days, page.Version(in))
			return page.Done{To: daysHref(year), Say: "setting.days.saved", Args: []any{year}}, err
		},
		Again: func(t page.Typed) error {
			if t.Status == http.StatusConflict {
				t.Both = s.bothDays(all.Of(year), days)
			}
			return s.showDays(c, year, newest, t)
		},
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
	State   string
	Summary field.Summary
	Both    page.BothVersions
	Version string
	Year    string
	Years   []page.PageLink
	Rows    []dayRow
	Past    []string
}

// dayRow is a line of the table.
type dayRow struct {
	Date field.Cell
	Name field.Cell
	Kind field.Cell
}
