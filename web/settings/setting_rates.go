package settings

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// ratesPart is the hourly rates that are in force, a question for each kind of procedure.
func (s *Room) ratesPart(c *gin.Context) (settingPart, error) {
	out := settingPart{ID: "muc-gio", Title: s.Text.Say("setting.rates"), Text: s.Text.Say("setting.rates.text"), Edit: page.Link{Text: s.Text.Say("setting.rates.edit"), Href: page.RatesPath}}
	rates, _, err := s.App.Rates(c.Request.Context())
	if err != nil {
		return out, err
	}
	for _, kind := range app.RateKinds {
		ask := settingSaid{Question: s.Text.Say("setting.rate." + kind), Answer: s.Text.Say("setting.rate.none"), Missing: true}
		if r, some := app.RateOn(rates, kind, s.App.Today()); some {
			ask.Answer, ask.Missing, ask.Source = s.Text.Say("setting.rate.since", viet.Money(r.Rate), viet.ShortDate(r.From)), false, r.Source
		}
		out.Asks = append(out.Asks, ask)
	}
	out.Past, err = s.ratesPast(c)
	return out, err
}

// ratesPast is which rows were added to the table.
func (s *Room) ratesPast(c *gin.Context) ([]string, error) {
	history, err := s.App.RateHistory(c.Request.Context())
	if err != nil {
		return nil, err
	}
	names, err := s.PeopleNames(c.Request.Context())
	if err != nil {
		return nil, err
	}
	var out []string
	for i, r := range history {
		var before []app.Rate
		if i+1 < len(history) {
			before = history[i+1].Value
		}
		for _, rate := range r.Value {
			if !slices.Contains(before, rate) {
				out = append(out, s.Text.Say("setting.did", page.Moment(r.At), names(r.Author),
					s.Text.Say("setting.rate.added", s.Text.Say("setting.rate.kind."+rate.Kind), viet.Money(rate.Rate), viet.ShortDate(rate.From))))
			}
		}
	}
	return out, nil
}

// RatesForm is the table of hourly rates and the form for the next row.
func (s *Room) RatesForm(c *gin.Context) error {
	_, version, err := s.App.Rates(c.Request.Context())
	if err != nil {
		return err
	}
	return s.showRates(c, http.StatusOK, version, nil, nil, page.BothVersions{})
}

func (s *Room) showRates(c *gin.Context, status, version int, typed url.Values, problems value.Problems, both page.BothVersions) error {
	rates, _, err := s.App.Rates(c.Request.Context())
	if err != nil {
		return err
	}
	m := settingRates{Frame: s.Frame(c, s.Text.Say("setting.rates")), State: s.Text.Say("setting.rates.state"), Both: both, Version: strconv.Itoa(version), Rows: s.rateRows(rates)}
	if c.Query("da") == "luu" && status == http.StatusOK {
		m.Saved = s.Text.Say("setting.saved")
	}
	f := field.NewSheet(s.Text, typed, problems)
	kinds := []field.Option{{Text: s.Text.Say("setting.rate.choose")}}
	for _, k := range app.RateKinds {
		kinds = append(kinds, field.Option{Value: k, Text: s.Text.Say("setting.rate.kind." + k)})
	}
	m.Fields = []field.Cell{
		f.Cell("from", s.Text.Say("setting.rate.from"), field.Need, field.Hint(s.Text.Say("setting.rate.from.hint")), field.Short),
		f.Cell("kind", s.Text.Say("setting.rate.for"), field.Need, field.Choose(kinds...), field.Medium),
		f.Cell("rate", s.Text.Say("setting.rate.amount"), field.Need, field.Hint(s.Text.Say("setting.rate.amount.hint")), field.Short),
		f.Cell("source", s.Text.Say("setting.rate.source"), field.Need, field.Hint(s.Text.Say("setting.rate.source.hint")), field.Kind("textarea")),
	}
	m.Summary = f.Summary()
	if m.Past, err = s.ratesPast(c); err != nil {
		return err
	}
	return s.Show(c, status, "settings/rates", m)
}

// rateRows is the table, newest first, with the row that is in force today marked for each kind.
func (s *Room) rateRows(rates []app.Rate) []rateRow {
	today := s.App.Today()
	rows := make([]rateRow, 0, len(rates))
	order := slices.Clone(rates)
	slices.Reverse(order)
	slices.SortStableFunc(order, func(a, b app.Rate) int { return b.From.Compare(a.From) })
	for _, r := range order {
		row := rateRow{From: viet.ShortDate(r.From), Kind: s.Text.Say("setting.rate.kind." + r.Kind), Rate: viet.Money(r.Rate), Source: r.Source}
		now, some := app.RateOn(rates, r.Kind, today)
		own, _ := app.RateOn(rates, r.Kind, r.From)
		switch {
		case own != r:
			row.State = page.Badge{Text: s.Text.Say("setting.rate.corrected")}
		case some && now == r:
			row.State = page.Badge{Text: s.Text.Say("setting.rate.now"), Tone: "met"}
		case r.From.After(today):
			row.State = page.Badge{Text: s.Text.Say("setting.rate.later")}
		default:
			row.State = page.Badge{Text: s.Text.Say("setting.rate.before")}
		}
		rows = append(rows, row)
	}
	return rows
}

// readRate reads a typed row.
func readRate(in url.Values) (app.Rate, value.Problems) {
	var p value.Problems
	r := app.Rate{Kind: in.Get("kind"), Source: viet.Clean(in.Get("source"))}
	if text := viet.Clean(in.Get("from")); text != "" {
		var err error
		if r.From, err = viet.ParseDate(text); err != nil {
			p.Add("from", dateCode(err), text)
		}
	}
	if text := viet.Clean(in.Get("rate")); text != "" {
		var err error
		if r.Rate, err = viet.ParseMoney(text); err != nil {
			p.Add("rate", "money.form_typed", text)
		}
	}
	return r, p
}

// AddRate adds a row to the table of hourly rates.
func (s *Room) AddRate(c *gin.Context) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	rate, problems := readRate(in)
	for _, p := range rate.Check() {
		if !slices.ContainsFunc(problems, func(q value.Problem) bool { return q.Field == p.Field }) {
			problems = append(problems, p)
		}
	}
	if err = problems.Err(); err == nil {
		err = s.App.AddRate(c.Request.Context(), rate, page.Version(in), s.Person(c))
	}
	status, problems, err := page.Refused(err)
	if err != nil {
		return err
	}
	if status == http.StatusOK {
		c.Redirect(http.StatusSeeOther, page.RatesPath+"?da=luu")
		return nil
	}
	base, both := page.Version(in), page.BothVersions{}
	if status == http.StatusConflict {
		if _, base, err = s.App.Rates(c.Request.Context()); err != nil {
			return err
		}
		both.Text = s.Text.Say("setting.rates.conflict")
	}
	return s.showRates(c, status, base, in, problems, both)
}

// settingRates is the table of hourly rates and the form for the next row. Template: settings/rates.
type settingRates struct {
	page.Frame
	State   string
	Saved   string
	Summary field.Summary
	Both    page.BothVersions
	Version string
	Rows    []rateRow
	Fields  []field.Cell
	Past    []string
}

type rateRow struct {
	From   string
	Kind   string
	Rate   string
	Source string
	State  page.Badge
}
