package web

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
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
	if c.Query("da") == "luu" {
		m.Saved = s.text.Say("setting.saved")
	}
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
	typed := typedCommune(commune)
	for _, id := range communeFields {
		ask := settingSaid{Question: s.text.Say("commune." + id), Answer: typed.Get(id), History: severalOf(past[id])}
		if ask.Answer == "" {
			ask.Answer, ask.Missing = s.text.Say("setting.unanswered."+fallback(id)), true
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
	said := make([]url.Values, len(history))
	for i, r := range history {
		said[i] = typedCommune(r.Value)
	}
	return s.past(c, communeFields, said, stampsOf(history))
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
func (s *Server) past(c *gin.Context, ids []string, said []url.Values, by []stamped) (map[string][]string, error) {
	names, err := s.names(c.Request.Context())
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	for i := range by {
		for _, id := range ids {
			now, before := oneLine(said[i].Get(id)), ""
			if i+1 < len(said) {
				before = oneLine(said[i+1].Get(id))
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
	return s.showCommune(c, http.StatusOK, version, typedCommune(commune), nil, bothVersions{})
}

func (s *Server) showCommune(c *gin.Context, status, version int, typed url.Values, problems value.Problems, both bothVersions) error {
	past, err := s.communePast(c)
	if err != nil {
		return err
	}
	f := field.NewSheet(s.text, typed, problems)
	m := settingShow{frame: s.frame(c, s.text.Say("setting.commune")), Headline: s.text.Say("setting.commune"), State: s.text.Say("setting.commune.state"), Both: both,
		Action: communePath, Version: strconv.Itoa(version)}
	for _, g := range s.communeGroups(f) {
		group := settingGroup{ID: g.ID, Title: g.Title}
		for _, field := range g.Fields {
			group.Asks = append(group.Asks, settingAsk{Field: field, History: past[field.ID]})
		}
		m.Groups = append(m.Groups, group)
	}
	m.Summary = f.Summary()
	return s.show(c, status, "setting/show", m)
}

// saveCommune saves what the commune says of itself.
func (s *Server) saveCommune(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	commune, problems := readCommune(in)
	err = problems.Err()
	if err == nil {
		err = s.app.SaveCommune(c.Request.Context(), commune, version(in), s.person(c))
	} else {
		problems = append(problems, commune.Check()...)
		err = problems
	}
	return s.saved(c, err, func(status int, problems value.Problems) error {
		stands, newest, err := s.app.Commune(c.Request.Context())
		if err != nil {
			return err
		}
		if status != http.StatusConflict {
			return s.showCommune(c, status, version(in), in, problems, bothVersions{})
		}
		return s.showCommune(c, status, newest, in, nil, s.both(communeFields, "commune.", typedCommune(stands), in))
	})
}

// saved answers a form of the settings: back to all of them where it was stored, shown again as typed where it was
// refused or a newer version stands.
func (s *Server) saved(c *gin.Context, err error, again func(status int, problems value.Problems) error) error {
	status, problems, err := refused(err)
	if err != nil {
		return err
	}
	if status != http.StatusOK {
		return again(status, problems)
	}
	c.Redirect(http.StatusSeeOther, settingsPath+"?da=luu")
	return nil
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
