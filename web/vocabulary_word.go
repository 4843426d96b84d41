package web

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/value"
	"rasoat/viet"
)

// The steps of the form of a word: to look, to save what was looked at, to take back what comes with the program.
const (
	wordLook  = "xem"
	wordSave  = "luu"
	wordReset = "goc"
)

// newWordForm is the form for a new word, perhaps of a query that found nothing.
func (s *Server) newWordForm(c *gin.Context) error {
	typed := url.Values{}
	if from := viet.Clean(c.Query("tu")); from != "" {
		if strings.Contains(from, " ") {
			typed.Set("said", from)
		} else {
			typed.Set("short", from)
		}
	}
	return s.showWord(c, http.StatusOK, app.Word{}, typed, nil, bothVersions{}, nil)
}

// wordForm is the form of a word that stands.
func (s *Server) wordForm(c *gin.Context) error {
	w, err := s.app.Word(c.Request.Context(), c.Param("id"))
	if err != nil {
		return err
	}
	return s.showWord(c, http.StatusOK, w, typedWord(w.Term, w.Off), nil, bothVersions{}, nil)
}

// typedWord is a word as its form shows it.
func typedWord(t app.Term, off bool) url.Values {
	v := url.Values{"short": {t.Short}, "full": {t.Full}, "said": {strings.Join(t.Variants, "\n")}}
	if t.Rare {
		v.Set("rare", "1")
	}
	if off {
		v.Set("off", "1")
	}
	return v
}

// readWord is a word as it was typed.
func readWord(in url.Values, id string) app.WordEdit {
	return app.WordEdit{ID: id, Base: version(in), Off: in.Get("off") != "", Term: app.Term{Short: in.Get("short"), Full: in.Get("full"), Rare: in.Get("rare") != "",
		Variants: strings.Split(strings.ReplaceAll(in.Get("said"), "\r", ""), "\n")}}
}

// wordMark tells what was looked at from anything else that is typed.
func wordMark(in url.Values) string {
	sum := sha256.Sum256([]byte(fmt.Sprintf("%q", []string{in.Get("short"), in.Get("full"), strings.ReplaceAll(in.Get("said"), "\r", ""), in.Get("rare"), in.Get("off")})))
	return hex.EncodeToString(sum[:8])
}

// saveWord shows what saving a word would change, and saves what was looked at.
func (s *Server) saveWord(c *gin.Context) error {
	in, err := s.posted(c)
	if err != nil {
		return err
	}
	ctx, by := c.Request.Context(), s.person(c)
	w := app.Word{}
	if id := c.Param("id"); id != "" {
		if w, err = s.app.Word(ctx, id); err != nil {
			return err
		}
	}
	if in.Get("buoc") == wordReset && w.Origin != app.WordOwn && w.ID != "" {
		from, base := in.Get("tu"), in.Get("version")
		in = typedWord(w.Shipped, false)
		in.Set("tu", from)
		in.Set("version", base)
	}
	edit := readWord(in, w.ID)
	if in.Get("buoc") == wordSave && in.Get("xem") == wordMark(in) {
		if _, err = s.app.SaveWord(ctx, by, edit); err == nil {
			next := wordsPath + "?da=luu"
			if in.Get("tu") != "" {
				next = unansweredPath + "?da=luu"
			}
			c.Redirect(http.StatusSeeOther, next)
			return nil
		}
		return s.againWord(c, w, in, err)
	}
	preview, err := s.app.PreviewWord(ctx, by, edit)
	if err != nil {
		return s.againWord(c, w, in, err)
	}
	return s.showWord(c, http.StatusOK, w, in, nil, bothVersions{}, s.wordPreview(preview, wordMark(in)))
}

// againWord shows a refused word as it was typed.
func (s *Server) againWord(c *gin.Context, w app.Word, in url.Values, refusal error) error {
	status, problems, err := refused(refusal)
	if err != nil {
		return err
	}
	both := bothVersions{}
	if status == http.StatusConflict {
		both = s.both([]string{"short", "full", "said", "rare", "off"}, "vocabulary.", typedWord(w.Term, w.Off), in)
		in.Set("version", strconv.Itoa(w.Version))
	}
	return s.showWord(c, status, w, in, problems, both, nil)
}

func (s *Server) showWord(c *gin.Context, status int, w app.Word, typed url.Values, problems value.Problems, both bothVersions, preview *wordPreview) error {
	f := field.NewSheet(s.text, typed, problems)
	m := wordEdit{frame: s.frame(c, s.text.Say("nav.vocabulary")), Tabs: s.vocabularyTabs(wordsPath), Headline: s.text.Say("vocabulary.add"),
		State: s.text.Say("vocabulary.new_state"), Action: newWordPath, Version: cmp.Or(typed.Get("version"), strconv.Itoa(w.Version)), Both: both, Preview: preview,
		From: cmp.Or(typed.Get("tu"), viet.Clean(c.Query("tu")))}
	if w.ID != "" {
		m.Headline, m.Action = cmp.Or(w.Term.Short, firstOf(w.Term.Variants), w.Term.Full), wordHref(w.ID)
		var words []string
		for _, b := range s.wordBadges(w) {
			words = append(words, b.Text)
		}
		m.State = strings.Join(words, " · ")
	}
	m.Fields = []field.Cell{
		f.Cell("short", s.text.Say("vocabulary.short"), field.Short, field.Hint(s.text.Say("vocabulary.short.hint"))),
		f.Cell("said", s.text.Say("vocabulary.said"), field.Kind("textarea"), field.Tall(3), field.Hint(s.text.Say("vocabulary.said.hint"))),
		f.Cell("full", s.text.Say("vocabulary.full"), field.Need, field.Hint(s.text.Say("vocabulary.full.hint"))),
	}
	m.Ticks = []tick{{ID: "rare", Name: "rare", Value: "1", Text: s.text.Say("vocabulary.rare.tick"), Checked: typed.Get("rare") != ""}}
	if w.ID != "" {
		m.Ticks = append(m.Ticks, tick{ID: "off", Name: "off", Value: "1", Text: s.text.Say("vocabulary.off.tick"), Checked: typed.Get("off") != ""})
	}
	if w.Origin == app.WordChanged {
		m.Shipped = s.wordText(w.Shipped)
	}
	if w.ID != "" {
		past, err := s.wordPast(c, w)
		if err != nil {
			return err
		}
		m.Past = past
	}
	m.Summary = f.Summary()
	return s.show(c, status, "vocabulary/edit", m)
}

func firstOf(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// wordText is a word in a line: "GKS; giấy sinh → giấy khai sinh".
func (s *Server) wordText(t app.Term) string {
	text := joined("; ", append([]string{t.Short}, t.Variants...)...) + " → " + t.Full
	if t.Rare {
		text += " (" + s.text.Say("vocabulary.rare") + ")"
	}
	return text
}

// wordPast is how a word was changed, newest first.
func (s *Server) wordPast(c *gin.Context, w app.Word) ([]string, error) {
	past, err := s.app.WordPast(c.Request.Context(), w.ID)
	if err != nil {
		return nil, err
	}
	names, err := s.names(c.Request.Context())
	if err != nil {
		return nil, err
	}
	var out []string
	for _, p := range past {
		what := s.wordText(p.Term)
		if p.Off {
			what += " · " + s.text.Say("vocabulary.off")
		}
		out = append(out, s.text.Say("setting.did", moment(p.At), names(p.Author), what))
	}
	if w.Origin != app.WordOwn {
		out = append(out, s.text.Say("vocabulary.shipped_as", s.wordText(w.Shipped)))
	}
	return out, nil
}

// shownEffects is how many of the queries that change are shown.
const shownEffects = 15

func (s *Server) wordPreview(p app.WordPreview, mark string) *wordPreview {
	out := &wordPreview{Mark: mark}
	for _, ask := range p.Itself {
		a := wordAsk{Text: ask.Text, Before: s.wordAnswer(ask.Before, nil), After: s.wordAnswer(ask.After, &ask.Before)}
		if slices.Equal(ask.Before.Top, ask.After.Top) {
			a.Same = s.text.Say("vocabulary.preview.same")
		}
		out.Itself = append(out.Itself, a)
	}
	if len(p.Effects) == 0 {
		out.Text = s.text.Say("vocabulary.preview.none", viet.Number(int64(p.Queries)), viet.Number(int64(p.Names)))
	} else {
		out.Text = s.text.Say("vocabulary.preview.some", viet.Number(int64(len(p.Effects))), viet.Number(int64(p.Queries)), viet.Number(int64(p.Names)))
	}
	for _, e := range p.Effects[:min(len(p.Effects), shownEffects)] {
		line := wordEffect{Text: e.Text, Whose: s.text.Say("vocabulary.preview.name", e.Code), What: badge{Text: s.text.Say("vocabulary.preview.top"), Tone: "warn"},
			Before: s.wordAnswer(e.Before, nil), After: s.wordAnswer(e.After, &e.Before)}
		if e.Times > 0 {
			line.Whose = s.text.Say("vocabulary.preview.asked", e.Times)
		}
		if e.First {
			line.What = badge{Text: s.text.Say("vocabulary.preview.first"), Tone: "bad"}
		}
		out.Effects = append(out.Effects, line)
	}
	if more := len(p.Effects) - shownEffects; more > 0 {
		out.More = s.text.Say("vocabulary.preview.more", more)
	}
	return out
}

// wordAnswer shows what a query finds; new is what it did not find before.
func (s *Server) wordAnswer(a app.SearchAnswer, before *app.SearchAnswer) wordAnswer {
	out := wordAnswer{Note: s.text.Say("results.count", viet.Number(int64(a.Total)))}
	switch {
	case a.Total == 0:
		out.Note = s.text.Say("vocabulary.preview.nothing")
	case a.Weak:
		out.Note = s.text.Say("vocabulary.preview.weak", viet.Number(int64(a.Total)))
	}
	for _, h := range a.Top {
		out.Hits = append(out.Hits, wordHit{Name: h.Name, Href: procedureHref(h.Key), New: before != nil && !slices.Contains(before.Top, h)})
	}
	return out
}
