package settings

import (
	"net/http"
	"net/url"
	"time"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
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
	past, err := s.communePast(c)
	if err != nil {
		return out, err
	}
	for _, a := range communeTable.Answers(s.Text, communeKeys, commune) {
		ask := settingSaid{Question: a.Label, Answer: a.Text, History: severalOf(past[a.Name])}
		if ask.Answer == "" {
			ask.Answer, ask.Missing = s.Text.Say("setting.unanswered."+fallback(a.Name)), true
		}
		out.Asks = append(out.Asks, ask)
	}
	return out, nil
}

// fallback says what becomes of a question without an answer: a dotted line, unless something stands in for it.
func fallback(id string) string {
	switch id {
	case "place", "symbol", "parent", "inhabitants", "units":
		return id
	}
	return "dotted"
}

// communePast is how each of communeFields was changed.
func (s *Room) communePast(c *gin.Context) (map[string][]string, error) {
	history, err := s.App.CommuneHistory(c.Request.Context())
	if err != nil {
		return nil, err
	}
	said := make([][]field.Answer, len(history))
	for i, r := range history {
		said[i] = communeTable.Answers(s.Text, communeKeys, r.Value)
	}
	return s.past(c, said, stampsOf(history))
}

// stamped is who saved a version, and when.
type stamped struct {
	author string
	at     time.Time
}

func stampsOf[T any](history []app.Revision[T]) []stamped {
	out := make([]stamped, len(history))
	for i, r := range history {
		out[i] = stamped{r.Author, r.At}
	}
	return out
}

// past says for each question how its answer was changed from version to version, newest first: who, when, from
// what to what. Said are the answers of all versions, by who saved them; an oldest one more than that is what was
// there before.
func (s *Room) past(c *gin.Context, said [][]field.Answer, by []stamped) (map[string][]string, error) {
	names := s.Names(c)
	out := map[string][]string{}
	for i := range by {
		for j, a := range said[i] {
			id, now, before := a.Name, a.Text, ""
			if i+1 < len(said) {
				before = said[i+1][j].Text
			}
			if now == before {
				continue
			}
			code := "setting.change"
			switch {
			case before == "":
				code = "setting.set"
			case now == "":
				code = "setting.unset"
			}
			out[id] = append(out[id], s.Text.Say(code, page.Moment(by[i].at), names(by[i].author), before, now))
		}
	}
	return out, nil
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
	past, err := s.communePast(c)
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
			group.Asks = append(group.Asks, settingAsk{Field: cell, History: past[cell.ID]})
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
			err := s.App.SaveCommune(c.Request.Context(), s.Person(c), commune, page.Version(in))
			return page.Done{To: page.SettingsPath, Say: "setting.saved"}, err
		},
		Again: func(t page.Typed) error { return s.showCommune(c, newest, t) },
	}), err
}

// closedTo says why whoever asks may not edit a part of the settings, "" where they may.
func (s *Room) closedTo(c *gin.Context, a account.Action) string {
	if s.Person(c).May(a) {
		return ""
	}
	return s.Text.Say("setting.closed." + string(a))
}

// severalOf is a history that tells of a change; the first answer alone is none.
func severalOf(history []string) []string {
	if len(history) < 2 {
		return nil
	}
	return history
}

// settingList is all settings, asked and answered in sentences. Template: settings/list.
type settingList struct {
	page.Frame
	Parts []settingPart
}

// settingPart is the settings that are edited together.
type settingPart struct {
	ID     string
	Title  string
	Text   string
	Edit   page.Link
	Closed string // why this person may not edit it; empty where they may
	Asks   []settingSaid
	Past   []string // how it was changed, newest first
}

// settingSaid is one question with its answer.
type settingSaid struct {
	Question string
	Answer   string
	Missing  bool // not answered yet: the answer says what follows
	Default  string
	Source   string
	History  []string
}

// settingShow is the form for some of the settings. Template: settings/show.
type settingShow struct {
	page.Frame
	Headline string
	State    string
	Notice   string // what must be known before saving
	Summary  field.Summary
	Both     page.BothVersions
	Action   string
	PlanID   string // of the plan whose settings these are; empty for the commune's
	Version  string // the version that the form started from
	Groups   []settingGroup
}

type settingGroup struct {
	ID    string
	Title string
	Asks  []settingAsk
}

// settingAsk is one setting: the question, its answer, its default and its history.
type settingAsk struct {
	Field   field.Cell
	Default string   // "Mặc định: 20"
	Source  string   // "Thông tư 02/2017/TT-VPCP, Điều 27"
	History []string // "15/3/2024, Văn phòng: 15 → 20"
}
