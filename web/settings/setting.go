// Package settings is the room of the installation: the commune, days, rates and rules, the first start, people and
// their passwords, and the record of what was done.
package settings

import (
	"embed"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Templates are the pages of this room, and the parts that it alone uses.
//
//go:embed *.gohtml part
var Templates embed.FS

// Room is the handlers of these pages.
type Room struct{ *page.Kit }

// New opens the room.
func New(kit *page.Kit) *Room { return &Room{Kit: kit} }

// List is all settings, asked and answered in sentences.
func (s *Room) List(c *gin.Context) error {
	ctx := c.Request.Context()
	m := settingList{
		Frame:     s.Frame(c, s.Text.Say("nav.settings")),
		RulesHref: page.RulesPath + page.OfPlan(c),
		Edits:     s.Person(c).May(account.EditPlan),
	}
	commune, _, err := s.App.Commune(ctx)
	if err != nil {
		return err
	}
	if m.CommuneAsks, err = s.communeAsks(c, commune); err != nil {
		return err
	}
	m.Paper = app.SamplePaper(commune)
	if m.Days, _, err = s.App.Holidays(ctx); err != nil {
		return err
	}
	if m.Years, m.DayPast, err = s.daysPast(c, m.Days); err != nil {
		return err
	}
	rates, _, err := s.App.Rates(ctx)
	if err != nil {
		return err
	}
	for _, kind := range app.RateKinds {
		r, _ := app.RateOn(rates, kind, s.App.Today())
		r.Kind = kind
		m.Rates = append(m.Rates, r)
	}
	if m.RatePast, err = s.ratesPast(c); err != nil {
		return err
	}
	plan, _, err := s.App.Plan(ctx, s.PlanID(c))
	if err == nil {
		m.RuleAsks, m.RulesText, err = s.rulesAsks(c, plan)
	}
	if err != nil && !errors.Is(err, value.ErrNotFound) {
		return err
	}
	return s.Show(c, http.StatusOK, "settings/list", m)
}

// asks are the questions of a form with their answers, and how each was changed, newest first: who, when, from what to
// what. Told are so many of the newest versions; what stands behind the last of them was there before.
func asks[T any](
	s *Room, c *gin.Context, form field.Form[T], keys string, stands T, history []app.Revision[T], told int,
) (out []settingAsk) {
	for _, a := range form.Answers(s.Text, keys, stands) {
		out = append(out, settingAsk{Answer: a})
	}
	names := s.Names(c)
	for i, r := range history[:told] {
		var before T
		if i+1 < len(history) {
			before = history[i+1].Value
		}
		was := form.Answers(s.Text, keys, before)
		for j, now := range form.Answers(s.Text, keys, r.Value) {
			code := "setting.change"
			switch {
			case now.Text == was[j].Text:
				continue
			case was[j].Text == "":
				code = "setting.set"
			case now.Text == "":
				code = "setting.unset"
			}
			said := s.Text.Say(code, page.Moment(r.At), names(r.Author), was[j].Text, now.Text)
			out[j].History = append(out[j].History, said)
		}
	}
	return out
}

// communeParts are what the commune says of itself, for the first start and the settings. Nothing in them is guessed;
// each says where it is printed.
var communeParts = []struct {
	id, title string
	form      field.Form[app.Commune]
}{
	{"xa", "commune.title", field.Form[app.Commune]{
		field.Offer("kind", func(c *app.Commune) *string { return &c.Kind }, "kinds", field.Need, field.Medium),
		field.Text("name", func(c *app.Commune) *string { return &c.Name }, field.Need, field.Medium),
		field.Text("place", func(c *app.Commune) *string { return &c.Place }, field.Medium),
		field.Text("superior", func(c *app.Commune) *string { return &c.Superior }, field.Medium),
		field.Text("addressee", func(c *app.Commune) *string { return &c.Addressee }, field.Medium),
		field.Whole("inhabitants", func(c *app.Commune) *int64 { return &c.Inhabitants }, 1, 10_000_000).
			Refused("number.whole_typed"),
	}},
	{"van-ban", "commune.document", field.Form[app.Commune]{
		field.Text("parent", func(c *app.Commune) *string { return &c.Parent }, field.Medium),
		field.Text("symbol", func(c *app.Commune) *string { return &c.Symbol }, field.Short),
		field.Text("capacity", func(c *app.Commune) *string { return &c.Capacity },
			field.Medium, field.Suggest(app.CommitteeCapacities...)),
		field.Text("sign_title", func(c *app.Commune) *string { return &c.SignTitle }, field.Medium),
		field.Text("signer", func(c *app.Commune) *string { return &c.Signer }, field.Medium),
		field.Text("form_02", func(c *app.Commune) *string { return &c.Form02 }, field.Medium),
		field.Text("chairman_capacity", func(c *app.Commune) *string { return &c.ChairmanCapacity },
			field.Medium, field.Suggest(app.ChairmanCapacities...)),
		field.Text("chairman_title", func(c *app.Commune) *string { return &c.ChairmanTitle }, field.Medium),
		field.Text("chairman_signer", func(c *app.Commune) *string { return &c.ChairmanSigner }, field.Medium),
	}},
	{"kiem-soat", "commune.control", field.Form[app.Commune]{
		field.Text("control_unit", func(c *app.Commune) *string { return &c.ControlUnit },
			field.Medium, field.Suggest(app.ControlUnits...)),
		field.Text("control_symbol", func(c *app.Commune) *string { return &c.ControlSymbol }, field.Short),
		field.Text("control_capacity", func(c *app.Commune) *string { return &c.ControlCapacity },
			field.Medium, field.Suggest(app.UnitCapacities...)),
		field.Text("control_title", func(c *app.Commune) *string { return &c.ControlTitle }, field.Medium),
		field.Text("control_signer", func(c *app.Commune) *string { return &c.ControlSigner }, field.Medium),
	}},
	{"mot-cua", "commune.desk", field.Form[app.Commune]{
		field.Text("desk_place", func(c *app.Commune) *string { return &c.DeskPlace }),
		field.Text("desk_hours", func(c *app.Commune) *string { return &c.DeskHours }),
		field.Text("desk_phone", func(c *app.Commune) *string { return &c.DeskPhone }, field.Medium),
	}},
	{"bo-phan", "commune.organisation", field.Form[app.Commune]{
		field.Lines("units", func(c *app.Commune) *[]string { return &c.Units }, field.Tall(6), field.Medium),
	}},
}

// communeTable is all of communeParts.
var communeTable = func() (all field.Form[app.Commune]) {
	for _, p := range communeParts {
		all = append(all, p.form...)
	}
	return all
}()

const communeKeys = "commune" // of the labels

// communeGroups lays communeParts out on a sheet.
func (s *Room) communeGroups(f *field.Sheet) []page.FieldGroup {
	f.Keys = communeKeys
	kinds := []field.Option{{Text: s.Text.Say("commune.kind.choose")}}
	for _, k := range app.CommuneKinds {
		kinds = append(kinds, field.Option{Value: k, Text: k})
	}
	f.Offers = map[string][]field.Option{"kinds": kinds}
	var out []page.FieldGroup
	for _, p := range communeParts {
		out = append(out, page.FieldGroup{ID: p.id, Title: s.Text.Say(p.title), Fields: p.form.Lay(f).Cells})
	}
	return out
}

// communeAsks is what the commune says of itself.
func (s *Room) communeAsks(c *gin.Context, commune app.Commune) ([]settingAsk, error) {
	history, err := s.App.CommuneHistory(c.Request.Context())
	out := asks(s, c, communeTable, communeKeys, commune, history, len(history))
	for i, a := range out {
		if a.Text == "" { // a dotted line, unless something stands in for it
			out[i].Missing = "setting.unanswered." + a.Name
			if !s.Text.Has(out[i].Missing) {
				out[i].Missing = "setting.unanswered.dotted"
			}
		}
	}
	return out, err
}

// CommuneForm is the form for what the commune says of itself.
func (s *Room) CommuneForm(c *gin.Context) error {
	commune, version, err := s.App.Commune(c.Request.Context())
	if err != nil {
		return err
	}
	return s.showCommune(c, commune, version, page.Shown(communeTable.Values(commune)))
}

func (s *Room) showCommune(c *gin.Context, commune app.Commune, version int, t page.Typed) error {
	asks, err := s.communeAsks(c, commune)
	if err != nil {
		return err
	}
	paper := typedPaper(t.Values)
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	return s.showSetting(c, f, t, settingShow{
		Headline: s.Text.Say("setting.commune"),
		State:    s.Text.Say("setting.commune.state"),
		Action:   page.CommunePath,
		Version:  t.Version(version),
		Groups:   s.communeGroups(f),
		Asks:     asks,
		Paper:    &paper,
	})
}

func (s *Room) showSetting(c *gin.Context, f *field.Sheet, t page.Typed, m settingShow) error {
	m.Frame, m.Both, m.Summary = s.Frame(c, m.Headline), t.Both, f.Summary()
	return s.Show(c, t.Status, "settings/show", m)
}

// SaveCommune saves what the commune says of itself.
func (s *Room) SaveCommune(c *gin.Context, in url.Values) (page.Act, error) {
	stands, newest, err := s.App.Commune(c.Request.Context())
	again := func(t page.Typed) error { return s.showCommune(c, stands, newest, t) }
	if in.Get("do") == doPreview {
		return preview(again, in), err
	}
	return page.ActOf(s.Kit, in, page.Edit[app.Commune]{
		Form:  communeTable,
		Keys:  communeKeys,
		Base:  stands,
		Check: app.Commune.Check,
		Save: func(commune app.Commune, _ func(*app.Commune)) (page.Done, error) {
			err := s.App.SaveCommune(c.Request.Context(), s.Person(c), commune, page.Version(in))
			return page.Done{To: page.SettingsPath, Say: "setting.saved"}, err
		},
		Again: again,
	}), err
}

// rulesAsks are the rules of a plan, each with its default, its source and how it was changed, and which campaigns keep
// the rules they started under.
func (s *Room) rulesAsks(c *gin.Context, plan review.Plan) (out []settingAsk, notice string, err error) {
	history, err := s.App.RulesHistory(c.Request.Context(), plan.ID)
	if err != nil {
		return nil, "", err
	}
	told := max(0, len(history)-1) // what the plan came with is no change
	out = asks(s, c, page.RuleTable, page.RuleKeys, plan.Rules, history, told)
	for i, standard := range page.RuleTable.Answers(s.Text, page.RuleKeys, review.Rules{}) {
		out[i].Default = s.Text.Say("setting.default", standard.Text)
		out[i].Source = s.Text.Say("rules." + standard.Name + ".source")
	}
	boards, err := s.App.Boards(c.Request.Context(), string(plan.ID))
	var started []string
	for _, b := range boards {
		if !b.Started.IsZero() {
			started = append(started, b.Campaign.Name)
		}
	}
	notice = s.Text.Say("setting.rules.state", plan.Number)
	if len(started) > 0 {
		notice += " " + s.Text.Say("setting.rules.started", strings.Join(started, "; "))
	}
	return out, notice, err
}

// RulesForm is the form for the rules of the plan that the page is about.
func (s *Room) RulesForm(c *gin.Context) error {
	plan, version, err := s.App.Plan(c.Request.Context(), s.PlanID(c))
	if err != nil {
		return err
	}
	return s.showRules(c, plan, version, page.Shown(page.RuleTable.Values(plan.Rules)))
}

func (s *Room) showRules(c *gin.Context, plan review.Plan, version int, t page.Typed) error {
	asks, notice, err := s.rulesAsks(c, plan)
	if err != nil {
		return err
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = page.RuleKeys
	title, cells := s.Text.Say("setting.rules.group"), page.RuleTable.Lay(f).Cells
	return s.showSetting(c, f, t, settingShow{
		Headline: s.Text.Say("setting.rules"),
		State:    s.Text.Say("setting.rules.why"),
		Notice:   notice,
		Action:   page.RulesPath + page.OfPlan(c),
		PlanID:   plan.ID,
		Version:  t.Version(version),
		Groups:   []page.FieldGroup{{ID: "cach-tinh", Title: title, Fields: cells}},
		Asks:     asks,
	})
}

// SaveRules saves the rules of the plan that the page is about.
func (s *Room) SaveRules(c *gin.Context, in url.Values) (page.Act, error) {
	plan, newest, err := s.App.Plan(c.Request.Context(), s.PlanID(c))
	return page.ActOf(s.Kit, in, page.Edit[review.Rules]{
		Form: page.RuleTable,
		Keys: page.RuleKeys,
		Base: plan.Rules,
		Save: func(rules review.Rules, _ func(*review.Rules)) (page.Done, error) {
			err := s.App.SaveRules(c.Request.Context(), s.Person(c), plan.ID, rules, page.Version(in))
			return page.Done{To: page.SettingsPath + page.OfPlan(c), Say: "setting.saved"}, err
		},
		Again: func(t page.Typed) error { return s.showRules(c, plan, newest, t) },
	}), err
}

// settingList is all settings, asked and answered in sentences. Template: settings/list.
type settingList struct {
	page.Frame
	CommuneAsks, RuleAsks []settingAsk // no rules: there is no plan
	Paper                 app.Paper
	Days                  app.Holidays
	Years                 []int
	Rates                 []app.Rate // in force, one of each kind; without a day where none is
	DayPast, RatePast     []string   // how they were changed, newest first
	RulesText, RulesHref  string
	Edits                 bool // whoever asks may edit the rules
}

// Knows reports whether the holidays of a year were entered.
func (m settingList) Knows(year int) bool { return m.Days.Calendar().Knows(year) }

// settingShow is the form for some of the settings. Template: settings/show.
type settingShow struct {
	page.Frame
	Headline, State, Notice string // the notice must be known before saving
	Summary                 field.Summary
	Both                    page.BothVersions
	Action, Version         string
	PlanID                  review.PlanID // of the plan whose settings these are; empty for the commune's
	Groups                  []page.FieldGroup
	Asks                    []settingAsk
	Paper                   *app.Paper // as typed, of the commune's particulars; nil: of other settings
}

// Ask is what is known of a field of the form.
func (m settingShow) Ask(name string) settingAsk {
	i := slices.IndexFunc(m.Asks, func(a settingAsk) bool { return a.Name == name })
	if i < 0 {
		return settingAsk{}
	}
	return m.Asks[i]
}

// settingAsk is one setting: the question and its answer, its default and its history.
type settingAsk struct {
	field.Answer
	Missing         string   // the key of what follows where it is not answered
	Default, Source string   // "Mặc định: 20", "Thông tư 02/2017/TT-VPCP, Điều 27"
	History         []string // "15/3/2024, Văn phòng: 15 → 20"
}
