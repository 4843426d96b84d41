package settings

import (
	"fmt"
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
	out := settingPart{ID: "ngay-nghi", Title: s.Text.Say("setting.days"), Text: s.Text.Say("setting.days.text"), Edit: page.Link{Text: s.Text.Say("setting.edit"), Href: page.DaysPath}}
	all, _, err := s.App.Holidays(c.Request.Context())
	if err != nil {
		return out, err
	}
	for _, year := range s.years(all) {
		days := all.Of(year)
		ask := settingSaid{Question: s.Text.Say("setting.days.year", year), Answer: s.Text.Say("setting.days.count", len(days.Holidays), len(days.Workdays))}
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
	names, err := s.PeopleNames(c.Request.Context())
	if err != nil {
		return nil, err
	}
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

// blankDays is how many empty lines a table offers; maxDays is how many it takes.
const (
	blankDays = 4
	maxDays   = 250
)

// DaysForm is the table of one year.
func (s *Room) DaysForm(c *gin.Context) error {
	year, err := page.QueryNumber(c, "nam", s.App.Today().Year, 1900, 2200)
	if err != nil {
		return err
	}
	all, version, err := s.App.Holidays(c.Request.Context())
	if err != nil {
		return err
	}
	return s.showDays(c, http.StatusOK, year, version, typedDays(all.Of(year)), nil, page.BothVersions{})
}

// typedDays is a table as it is typed: date-0, name-0, kind-0 and so on, by date, holidays first.
func typedDays(h app.Holidays) url.Values {
	v := url.Values{}
	put := func(d app.Holiday, kind string) {
		n := strconv.Itoa(len(v) / 3)
		v.Set("date-"+n, viet.ShortDate(d.Date))
		v.Set("name-"+n, d.Name)
		v.Set("kind-"+n, kind)
	}
	for _, d := range h.Holidays {
		put(d, "holiday")
	}
	for _, d := range h.Workdays {
		put(d, "workday")
	}
	return v
}

// lines is how many lines of a table were typed.
func lines(in url.Values) int {
	n := 0
	for n < maxDays && in.Has(fmt.Sprintf("date-%d", n)) {
		n++
	}
	return n
}

func (s *Room) showDays(c *gin.Context, status, year, version int, typed url.Values, problems value.Problems, both page.BothVersions) error {
	all, _, err := s.App.Holidays(c.Request.Context())
	if err != nil {
		return err
	}
	f := field.NewSheet(s.Text, typed, problems)
	m := settingDays{Frame: s.Frame(c, s.Text.Say("setting.days")), State: s.Text.Say("setting.days.text"), Both: both, Version: strconv.Itoa(version), Year: strconv.Itoa(year)}
	if c.Query("da") == "luu" && status == http.StatusOK {
		m.Saved = s.Text.Say("setting.saved")
	}
	for _, y := range s.years(all) {
		m.Years = append(m.Years, page.PageLink{Text: strconv.Itoa(y), Href: page.DaysPath + "?nam=" + strconv.Itoa(y), Current: y == year})
	}
	n := lines(typed)
	if status == http.StatusOK || !blankAtEnd(typed, n) {
		n += blankDays
	}
	for i := range min(n, maxDays) {
		m.Rows = append(m.Rows, s.dayRow(f, i))
	}
	if m.Past, err = s.daysPast(c); err != nil {
		return err
	}
	m.Summary = f.Summary()
	return s.Show(c, status, "settings/days", m)
}

// blankAtEnd reports whether the last of n typed lines is empty: then there is room for another day.
func blankAtEnd(typed url.Values, n int) bool {
	return n > 0 && typed.Get(fmt.Sprintf("date-%d", n-1)) == "" && typed.Get(fmt.Sprintf("name-%d", n-1)) == ""
}

func (s *Room) dayRow(f *field.Sheet, i int) dayRow {
	label := func(code string) string { return s.Text.Say("setting.day."+code, i+1) }
	id := func(name string) string { return fmt.Sprintf("%s-%d", name, i) }
	return dayRow{Date: f.Cell(id("date"), label("date")), Name: f.Cell(id("name"), label("name")),
		Kind: f.Cell(id("kind"), label("kind"), field.Choose(field.Option{Value: "holiday", Text: s.Text.Say("setting.day.is_holiday")}, field.Option{Value: "workday", Text: s.Text.Say("setting.day.is_workday")}))}
}

// readDays reads a table; at says on which line each day stood, by the path of its problems: "holidays[2]".
func readDays(in url.Values) (h app.Holidays, at map[string]int, problems value.Problems) {
	at = map[string]int{}
	for i := range lines(in) {
		date, name := viet.Clean(in.Get(fmt.Sprintf("date-%d", i))), viet.Clean(in.Get(fmt.Sprintf("name-%d", i)))
		if date == "" && name == "" {
			continue
		}
		d := app.Holiday{Name: name}
		if date != "" {
			var err error
			if d.Date, err = viet.ParseDate(date); err != nil {
				problems.Add(fmt.Sprintf("date-%d", i), dateCode(err), date)
				continue
			}
		}
		if in.Get(fmt.Sprintf("kind-%d", i)) == "workday" {
			at[fmt.Sprintf("workdays[%d]", len(h.Workdays))] = i
			h.Workdays = append(h.Workdays, d)
		} else {
			at[fmt.Sprintf("holidays[%d]", len(h.Holidays))] = i
			h.Holidays = append(h.Holidays, d)
		}
	}
	return h, at, problems
}

// onLines moves the problems of days to the lines on which they were typed: "holidays[2].date" to "date-5".
func onLines(problems value.Problems, at map[string]int) value.Problems {
	out := slices.Clone(problems)
	for i, p := range out {
		day, part, _ := strings.Cut(p.Field, ".")
		if n, some := at[day]; some {
			out[i].Field = fmt.Sprintf("%s-%d", part, n)
		}
	}
	return out
}

// SaveDays saves the table of one year.
func (s *Room) SaveDays(c *gin.Context) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	year, err := page.QueryNumber(c, "nam", s.App.Today().Year, 1900, 2200)
	if err != nil {
		return err
	}
	days, at, problems := readDays(in)
	problems = append(problems, onLines(days.CheckYear(year), at)...)
	if err = problems.Err(); err == nil {
		err = s.App.SaveHolidays(c.Request.Context(), year, days, page.Version(in), s.Person(c))
	}
	status, problems, err := page.Refused(err)
	if err != nil {
		return err
	}
	if status == http.StatusOK {
		c.Redirect(http.StatusSeeOther, page.DaysPath+"?nam="+strconv.Itoa(year)+"&da=luu")
		return nil
	}
	if status != http.StatusConflict {
		return s.showDays(c, status, year, page.Version(in), in, problems, page.BothVersions{})
	}
	all, newest, err := s.App.Holidays(c.Request.Context())
	if err != nil {
		return err
	}
	return s.showDays(c, status, year, newest, in, nil, s.bothDays(all.Of(year), days))
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
	Saved   string
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
