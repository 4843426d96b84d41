package web

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"time"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/value"
	"rasoat/viet"
)

// Addresses of the settings.
const (
	settingsPath = "/thiet-lap"
	communePath  = settingsPath + "/don-vi"
	daysPath     = settingsPath + "/ngay-nghi"
	ratesPath    = settingsPath + "/muc-gio"
	rulesPath    = settingsPath + "/cach-tinh"
)

// settings is all settings, asked and answered in sentences.
func (s *Server) settings(c *gin.Context) error {
	m := settingList{frame: s.frame(c, s.text.Say("nav.settings"))}
	for _, part := range []func(*gin.Context) (settingPart, error){s.communePart, s.daysPart, s.ratesPart, s.rulesPart} {
		p, err := part(c)
		if err != nil {
			return err
		}
		m.Parts = append(m.Parts, p)
	}
	return s.show(c, http.StatusOK, "setting/list", m)
}

// communePart is what the commune says of itself.
func (s *Server) communePart(c *gin.Context) (settingPart, error) {
	out := settingPart{ID: "don-vi", Title: s.text.Say("setting.commune"), Edit: link{s.text.Say("setting.edit"), communePath}}
	commune, _, err := s.app.Commune(c.Request.Context())
	if err != nil {
		return out, err
	}
	past, err := s.communePast(c)
	if err != nil {
		return out, err
	}
	for _, a := range communeTable.Answers(s.text, communeKeys, commune) {
		ask := settingSaid{Question: a.Label, Answer: a.Text, History: severalOf(past[a.Name])}
		if ask.Answer == "" {
			ask.Answer, ask.Missing = s.text.Say("setting.unanswered."+fallback(a.Name)), true
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
func (s *Server) communePast(c *gin.Context) (map[string][]string, error) {
	history, err := s.app.CommuneHistory(c.Request.Context())
	if err != nil {
		return nil, err
	}
	said := make([][]field.Answer, len(history))
	for i, r := range history {
		said[i] = communeTable.Answers(s.text, communeKeys, r.Value)
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
func (s *Server) past(c *gin.Context, said [][]field.Answer, by []stamped) (map[string][]string, error) {
	names, err := s.names(c.Request.Context())
	if err != nil {
		return nil, err
	}
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
			out[id] = append(out[id], s.text.Say(code, moment(by[i].at), names(by[i].author), before, now))
		}
	}
	return out, nil
}

// oneLine writes an answer of several lines in one.
func oneLine(text string) string {
	return strings.Join(strings.Split(strings.TrimSpace(text), "\n"), "; ")
}

// moment is day and minute in Vietnam: "15/7/2024 08:05".
func moment(t time.Time) string {
	return viet.ShortDate(value.On(t)) + " " + t.In(value.Vietnam).Format("15:04")
}

// names gives the name in full of whoever acted; the program itself and its command line have names of their own.
func (s *Server) names(ctx context.Context) (func(string) string, error) {
	people, err := s.app.People(ctx)
	if err != nil {
		return nil, err
	}
	known := map[string]string{}
	for _, p := range people {
		known[p.Name] = p.Shown()
	}
	return func(name string) string {
		if full, ok := known[name]; ok {
			return full
		}
		return s.text.Name("actor", name)
	}, nil
}

// communeForm is the form for what the commune says of itself.
func (s *Server) communeForm(c *gin.Context) error {
	commune, version, err := s.app.Commune(c.Request.Context())
	if err != nil {
		return err
	}
	return s.showCommune(c, version, shown(communeTable.Values(commune)))
}

func (s *Server) showCommune(c *gin.Context, version int, t Typed) error {
	past, err := s.communePast(c)
	if err != nil {
		return err
	}
	f := field.NewSheet(s.text, t.Values, t.Problems)
	m := settingShow{
		frame:    s.frame(c, s.text.Say("setting.commune")),
		Headline: s.text.Say("setting.commune"),
		State:    s.text.Say("setting.commune.state"),
		Both:     t.Both,
		Action:   communePath,
		Version:  t.version(version),
	}
	for _, g := range s.communeGroups(f) {
		group := settingGroup{ID: g.ID, Title: g.Title}
		for _, cell := range g.Fields {
			group.Asks = append(group.Asks, settingAsk{Field: cell, History: past[cell.ID]})
		}
		m.Groups = append(m.Groups, group)
	}
	m.Summary = f.Summary()
	return s.show(c, t.Status, "setting/show", m)
}

// saveCommune saves what the commune says of itself.
func (s *Server) saveCommune(c *gin.Context, in url.Values) (Act, error) {
	stands, newest, err := s.app.Commune(c.Request.Context())
	return edit(s, in, Edit[app.Commune]{
		Form:  communeTable,
		Keys:  communeKeys,
		Base:  stands,
		Check: app.Commune.Check,
		Save: func(commune app.Commune, _ func(*app.Commune)) (Done, error) {
			err := s.app.SaveCommune(c.Request.Context(), commune, version(in), s.person(c))
			return Done{To: settingsPath, Say: "setting.saved"}, err
		},
		Again: func(t Typed) error { return s.showCommune(c, newest, t) },
	}), err
}

// closedTo says why whoever asks may not edit a part of the settings, "" where they may.
func (s *Server) closedTo(c *gin.Context, a account.Action) string {
	if s.person(c).May(a) {
		return ""
	}
	return s.text.Say("setting.closed." + string(a))
}

// severalOf is a history that tells of a change; the first answer alone is none.
func severalOf(history []string) []string {
	if len(history) < 2 {
		return nil
	}
	return history
}

// both is what differs between what stands and what was typed.
func (s *Server) both(ids []string, prefix string, stands, typed url.Values) bothVersions {
	out := bothVersions{Text: s.text.Say("setting.conflict")}
	for _, id := range ids {
		if a, b := oneLine(stands.Get(id)), oneLine(strings.ReplaceAll(typed.Get(id), "\r", "")); a != b {
			out.Rows = append(out.Rows, bothRow{Label: s.text.Say(prefix + id), Saved: a, Typed: b})
		}
	}
	return out
}
