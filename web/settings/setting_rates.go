package settings

import (
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// ratesAsks are the hourly rates that are in force, a question for each kind of procedure, and how they were changed.
func (s *Room) ratesAsks(c *gin.Context) (out []settingAsk, changed []string, err error) {
	rates, _, err := s.App.Rates(c.Request.Context())
	if err != nil {
		return nil, nil, err
	}
	for _, kind := range app.RateKinds {
		r, some := app.RateOn(rates, kind, s.App.Today())
		ask := settingAsk{Question: s.Text.Say("setting.rate." + kind), Missing: !some, Source: r.Source}
		if ask.Answer = s.Text.Say("setting.rate.none"); some {
			ask.Answer = s.Text.Say("setting.rate.since", viet.Money(r.Rate), viet.ShortDate(r.From))
		}
		out = append(out, ask)
	}
	changed, err = s.ratesPast(c)
	return out, changed, err
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

// rateKeys is under which keys its labels stand.
const rateKeys = "setting.rate"

// RatesForm is the table of hourly rates and the form for the next row.
func (s *Room) RatesForm(c *gin.Context) error {
	rates, version, err := s.App.Rates(c.Request.Context())
	if err != nil {
		return err
	}
	return s.showRates(c, rates, version, page.Shown(nil))
}

func (s *Room) showRates(c *gin.Context, rates []app.Rate, version int, t page.Typed) error {
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = rateKeys
	m := settingRates{
		Frame:   s.Frame(c, s.Text.Say("setting.rates")),
		Both:    t.Both,
		Version: t.Version(version),
		Rows:    s.rateRows(rates),
		Fields:  rateForm.Lay(f).Cells,
		Summary: f.Summary(),
	}
	var err error
	if m.Past, err = s.ratesPast(c); err != nil {
		return err
	}
	return s.Show(c, t.Status, "settings/rates", m)
}

// rateRows is the table, newest first, with the row that is in force today marked for each kind.
func (s *Room) rateRows(rates []app.Rate) []rateRow {
	today := s.App.Today()
	order := slices.Clone(rates)
	slices.Reverse(order)
	slices.SortStableFunc(order, func(a, b app.Rate) int { return b.From.Compare(a.From) })
	rows := make([]rateRow, len(order))
	for i, r := range order {
		now, some := app.RateOn(rates, r.Kind, today)
		own, _ := app.RateOn(rates, r.Kind, r.From)
		state := page.Badge{Text: s.Text.Say("setting.rate.before")}
		switch {
		case own != r:
			state.Text = s.Text.Say("setting.rate.corrected")
		case some && now == r:
			state = page.Badge{Text: s.Text.Say("setting.rate.now"), Tone: "met"}
		case r.From.After(today):
			state.Text = s.Text.Say("setting.rate.later")
		}
		rows[i] = rateRow{r, state}
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
				if len(rates) == 0 {
					return both
				}
				for _, d := range rateForm.Differ(s.Text, rateKeys, rates[len(rates)-1], r) {
					both.Rows = append(both.Rows, page.BothRow(d))
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
