package settings

import (
	"net/http"
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/review"
	"rasoat/web/field"
	"rasoat/web/page"
)

// List is all settings, asked and answered in sentences.
func (s *Room) List(c *gin.Context) error {
	m := settingList{Frame: s.Frame(c, s.Text.Say("nav.settings"))}
	parts := []func(*gin.Context) (settingPart, error){s.communePart, s.daysPart, s.ratesPart, s.rulesPart}
	for _, part := range parts {
		p, err := part(c)
		if err != nil {
			return err
		}
		m.Parts = append(m.Parts, p)
	}
	return s.Show(c, http.StatusOK, "settings/list", m)
}

// past says for each question of a form how its answer was changed, newest first: who, when, from what to what. Told
// are so many of the newest versions; what stands behind the last of them was there before.
func past[T any](
	s *Room, c *gin.Context, form field.Form[T], keys string, history []app.Revision[T], told int,
) map[string][]string {
	names := s.Names(c)
	out := map[string][]string{}
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
			out[now.Name] = append(out[now.Name], said)
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
		field.Text("capacity", func(c *app.Commune) *string { return &c.Capacity }, field.Medium),
		field.Text("sign_title", func(c *app.Commune) *string { return &c.SignTitle }, field.Medium),
		field.Text("signer", func(c *app.Commune) *string { return &c.Signer }, field.Medium),
	}},
	{"bo-phan", "commune.organisation", field.Form[app.Commune]{
		field.Lines("units", func(c *app.Commune) *[]string { return &c.Units }, field.Tall(6), field.Medium),
	}},
}

// communeTable is all of communeParts.
var communeTable = slices.Concat(communeParts[0].form, communeParts[1].form, communeParts[2].form)

// communeKeys is under which keys its labels stand.
const communeKeys = "commune"

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

// communePart is what the commune says of itself.
func (s *Room) communePart(c *gin.Context) (settingPart, error) {
	out := settingPart{
		ID:    "don-vi",
		Title: s.Text.Say("setting.commune"),
		Edit:  page.Link{Text: s.Text.Say("setting.edit"), Href: page.CommunePath},
	}
	commune, _, err := s.App.Commune(c.Request.Context())
	if err != nil {
		return out, err
	}
	changed, err := s.communePast(c)
	for _, a := range communeTable.Answers(s.Text, communeKeys, commune) {
		ask := settingAsk{Question: a.Label, Answer: a.Text, History: changed[a.Name]}
		if ask.Answer == "" {
			ask.Answer, ask.Missing = s.Text.Say("setting.unanswered."+fallback(a.Name)), true
		}
		out.Asks = append(out.Asks, ask)
	}
	return out, err
}

// fallback says what becomes of a question without an answer: a dotted line, unless something stands in for it.
func fallback(id string) string {
	switch id {
	case "place", "symbol", "parent", "inhabitants", "units":
		return id
	}
	return "dotted"
}

func (s *Room) communePast(c *gin.Context) (map[string][]string, error) {
	history, err := s.App.CommuneHistory(c.Request.Context())
	return past(s, c, communeTable, communeKeys, history, len(history)), err
}

// CommuneForm is the form for what the commune says of itself.
func (s *Room) CommuneForm(c *gin.Context) error {
	commune, version, err := s.App.Commune(c.Request.Context())
	if err != nil {
		return err
	}
	return s.showCommune(c, version, page.Shown(communeTable.Values(commune)))
}

func (s *Room) showCommune(c *gin.Context, version int, t page.Typed) error {
	changed, err := s.communePast(c)
	if err != nil {
		return err
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m := settingShow{
		Frame:    s.Frame(c, s.Text.Say("setting.commune")),
		Headline: s.Text.Say("setting.commune"),
		State:    s.Text.Say("setting.commune.state"),
		Both:     t.Both,
		Action:   page.CommunePath,
		Version:  t.Version(version),
	}
	for _, g := range s.communeGroups(f) {
		group := settingGroup{ID: g.ID, Title: g.Title}
		for _, cell := range g.Fields {
			group.Asks = append(group.Asks, settingAsk{Field: cell, History: changed[cell.ID]})
		}
		m.Groups = append(m.Groups, group)
	}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "settings/show", m)
}

// SaveCommune saves what the commune says of itself.
func (s *Room) SaveCommune(c *gin.Context, in url.Values) (page.Act, error) {
	stands, newest, err := s.App.Commune(c.Request.Context())
	return page.ActOf(s.Kit, in, page.Edit[app.Commune]{
		Form:  communeTable,
		Keys:  communeKeys,
		Base:  stands,
		Check: app.Commune.Check,
		Save: func(commune app.Commune, _ func(*app.Commune)) (page.Done, error) {
			err := s.App.SaveCommune(c.Request.Context(), commune, page.Version(in), s.Person(c))
			return page.Done{To: page.SettingsPath, Say: "setting.saved"}, err
		},
		Again: func(t page.Typed) error { return s.showCommune(c, newest, t) },
	}), err
}

// settingList is all settings, asked and answered in sentences. Template: settings/list.
type settingList struct {
	page.Frame
	Parts []settingPart
}

// settingPart is the settings that are edited together.
type settingPart struct {
	ID, Title, Text string
	Edit            page.Link
	Closed          string // why this person may not edit it; empty where they may
	Asks            []settingAsk
	Past            []string // how it was changed, newest first
}

// settingShow is the form for some of the settings. Template: settings/show.
type settingShow struct {
	page.Frame
	Headline, State, Notice string // the notice must be known before saving
	Summary                 field.Summary
	Both                    page.BothVersions
	Action, Version         string
	PlanID                  review.PlanID // of the plan whose settings these are; empty for the commune's
	Groups                  []settingGroup
}

type settingGroup struct {
	ID, Title string
	Asks      []settingAsk
}

// settingAsk is one setting: the question, its answer or the field for it, its default and its history.
type settingAsk struct {
	Question, Answer string
	Missing          bool // not answered yet: the answer says what follows
	Field            field.Cell
	Default, Source  string   // "Mặc định: 20", "Thông tư 02/2017/TT-VPCP, Điều 27"
	History          []string // "15/3/2024, Văn phòng: 15 → 20"
}
