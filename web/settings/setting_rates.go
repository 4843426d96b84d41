package settings

import (
	"net/http"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// ratesPart is the hourly rates that are in force, a question for each kind of procedure.
func (s *Room) ratesPart(c *gin.Context) (settingPart, error) {
	out := settingPart{
		ID:    "muc-gio",
		Title: s.Text.Say("setting.rates"),
		Text:  s.Text.Say("setting.rates.text"),
		Edit:  page.Link{Text: s.Text.Say("setting.rates.edit"), Href: page.RatesPath},
	}
	rates, _, err := s.App.Rates(c.Request.Context())
	if err != nil {
		return out, err
	}
	for _, kind := range app.RateKinds {
		ask := settingSaid{
			Question: s.Text.Say("setting.rate." + kind),
			Answer:   s.Text.Say("setting.rate.none"),
			Missing:  true,
		}
		if r, some := app.RateOn(rates, kind, s.App.Today()); some {
			ask.Answer = s.Text.Say("setting.rate.since", viet.Money(r.Rate), viet.ShortDate(r.From))
			ask.Missing, ask.Source = false, r.Source
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
	names := s.Names(c)
	var out []string
	for i, r := range history {
		var before []app.Rate
		if i+1 < len(history) {
			before = history[i+1].Value
		}
		for _, rate := range r.Value {
			if !slices.Contains(before, rate) {
				out = append(out, s.Text.Say("setting.did", page.Moment(r.At), names(r.Author), s.rateAdded(rate)))
			}
		}
	}
	return out, nil
}

// rateAdded says in words which row was added.
func (s *Room) rateAdded(r app.Rate) string {
	kind := s.Text.Say("setting.rate.kind." + r.Kind)
	return s.Text.Say("setting.rate.added", kind, viet.Money(r.Rate), viet.ShortDate(r.From))
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
	past, err := s.ratesPast(c)
	if err != nil {
		return err
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = rateKeys
	m := settingRates{
		Frame:   s.Frame(c, s.Text.Say("setting.rates")),
		State:   s.Text.Say("setting.rates.state"),
		Both:    t.Both,
		Version: t.Version(version),
		Rows:    s.rateRows(rates),
		Fields:  rateForm.Lay(f).Cells,
		Summary: f.Summary(),
		Past:    past,
	}
	return s.Show(c, t.Status, "settings/rates", m)
}

// rateRows is the table, newest first, with the row that is in force today marked for each kind.
func (s *Room) rateRows(rates []app.Rate) []rateRow {
	today := s.App.Today()
	rows := make([]rateRow, 0, len(rates))
	order := slices.Clone(rates)
	slices.Reverse(order)
	slices.SortStableFunc(order, func(a, b app.Rate) int { return b.From.Compare(a.From) })
	for _, r := range order {
		row := rateRow{
			From:   viet.ShortDate(r.From),
			Kind:   s.Text.Say("setting.rate.kind." + r.Kind),
			Rate:   viet.Money(r.Rate),
			Source: r.Source,
		}
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

// AddRate adds a row to the table of hourly rates.
func (s *Room) AddRate(c *gin.Context, in url.Values) (page.Act, error) {
	rates, newest, err := s.App.Rates(c.Request.Context())
	return page.ActOf(s.Kit, in, page.Edit[app.Rate]{
		Form:  rateForm,
		Keys:  rateKeys,
		Check: app.Rate.Check,
		Save: func(r app.Rate, _ func(*app.Rate)) (page.Done, error) {
			err := s.App.AddRate(c.Request.Context(), s.Person(c), r, page.Version(in))
			return page.Done{To: page.RatesPath, Say: "setting.rate.saved", Args: []any{viet.Money(r.Rate)}}, err
		},
		Again: func(t page.Typed) error {
			if t.Status == http.StatusConflict {
				t.Both = s.bothRates(rates, in)
			}
			return s.showRates(c, rates, newest, t)
		},
	}), err
}

// bothRates is the row that was added last beside the one that was typed.
func (s *Room) bothRates(rates []app.Rate, in url.Values) page.BothVersions {
	out := page.BothVersions{Text: s.Text.Say("setting.rates.conflict")}
	if len(rates) == 0 {
		return out
	}
	var typed app.Rate
	rateForm.Read(in, &typed)
	for _, d := range rateForm.Differ(s.Text, rateKeys, rates[len(rates)-1], typed) {
		out.Rows = append(out.Rows, page.BothRow(d))
	}
	return out
}

// settingRates is the table of hourly rates and the form for the next row. Template: settings/rates.
type settingRates struct {
	page.Frame
	State   string
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
