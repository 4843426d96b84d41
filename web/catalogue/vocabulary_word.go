package catalogue

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

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// The steps of the form of a word: to look, to save what was looked at, to take back what comes with the program.
const (
	wordLook  = "xem"
	wordSave  = "luu"
	wordReset = "goc"
)

// NewWordForm is the form for a new word, perhaps of a query that found nothing.
func (s *Room) NewWordForm(c *gin.Context) error {
	typed := url.Values{}
	if from := viet.Clean(c.Query("tu")); from != "" {
		if strings.Contains(from, " ") {
			typed.Set("said", from)
		} else {
			typed.Set("short", from)
		}
	}
	return s.showWord(c, http.StatusOK, app.Word{}, typed, nil, page.BothVersions{}, nil)
}

// WordForm is the form of a word that stands.
func (s *Room) WordForm(c *gin.Context) error {
	w, err := s.App.Word(c.Request.Context(), c.Param("id"))
	if err != nil {
		return err
	}
	return s.showWord(c, http.StatusOK, w, typedWord(w.Term, w.Off), nil, page.BothVersions{}, nil)
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
	return app.WordEdit{ID: id, Base: page.Version(in), Off: in.Get("off") != "", Term: app.Term{Short: in.Get("short"), Full: in.Get("full"), Rare: in.Get("rare") != "",
		Variants: strings.Split(strings.ReplaceAll(in.Get("said"), "\r", ""), "\n")}}
}

// wordMark tells what was looked at from anything else that is typed.
func wordMark(in url.Values) string {
	sum := sha256.Sum256([]byte(fmt.Sprintf("%q", []string{in.Get("short"), in.Get("full"), strings.ReplaceAll(in.Get("said"), "\r", ""), in.Get("rare"), in.Get("off")})))
	return hex.EncodeToString(sum[:8])
}

// SaveWord shows what saving a word would change, and saves what was looked at.
func (s *Room) SaveWord(c *gin.Context) error {
	in, err := s.Posted(c)
	if err != nil {
		return err
	}
	ctx, by := c.Request.Context(), s.Person(c)
	w := app.Word{}
	if id := c.Param("id"); id != "" {
		if w, err = s.App.Word(ctx, id); err != nil {
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
		if _, err = s.App.SaveWord(ctx, by, edit); err == nil {
			next := page.WordsPath + "?da=luu"
			if in.Get("tu") != "" {
				next = page.UnansweredPath + "?da=luu"
			}
			c.Redirect(http.StatusSeeOther, next)
			return nil
		}
		return s.againWord(c, w, in, err)
	}
	preview, err := s.App.PreviewWord(ctx, by, edit)
	if err != nil {
		return s.againWord(c, w, in, err)
	}
	return s.showWord(c, http.StatusOK, w, in, nil, page.BothVersions{}, s.wordPreview(preview, wordMark(in)))
}

// againWord shows a refused word as it was typed.
func (s *Room) againWord(c *gin.Context, w app.Word, in url.Values, refusal error) error {
	status, problems, err := page.Refused(refusal)
	if err != nil {
		return err
	}
	both := page.BothVersions{}
	if status == http.StatusConflict {
		both = s.Both([]string{"short", "full", "said", "rare", "off"}, "vocabulary.", typedWord(w.Term, w.Off), in)
		in.Set("version", strconv.Itoa(w.Version))
	}
	return s.showWord(c, status, w, in, problems, both, nil)
}

func (s *Room) showWord(c *gin.Context, status int, w app.Word, typed url.Values, problems value.Problems, both page.BothVersions, preview *wordPreview) error {
	f := field.NewSheet(s.Text, typed, problems)
	m := wordEdit{Frame: s.Frame(c, s.Text.Say("nav.vocabulary")), Tabs: s.vocabularyTabs(page.WordsPath), Headline: s.Text.Say("vocabulary.add"),
		State: s.Text.Say("vocabulary.new_state"), Action: page.NewWordPath, Version: cmp.Or(typed.Get("version"), strconv.Itoa(w.Version)), Both: both, Preview: preview,
		From: cmp.Or(typed.Get("tu"), viet.Clean(c.Query("tu")))}
	if w.ID != "" {
		m.Headline, m.Action = cmp.Or(w.Term.Short, firstOf(w.Term.Variants), w.Term.Full), page.WordHref(w.ID)
		var words []string
		for _, b := range s.wordBadges(w) {
			words = append(words, b.Text)
		}
		m.State = strings.Join(words, " · ")
	}
	m.Fields = []field.Cell{
		f.Cell("short", s.Text.Say("vocabulary.short"), field.Short, field.Hint(s.Text.Say("vocabulary.short.hint"))),
		f.Cell("said", s.Text.Say("vocabulary.said"), field.Kind("textarea"), field.Tall(3), field.Hint(s.Text.Say("vocabulary.said.hint"))),
		f.Cell("full", s.Text.Say("vocabulary.full"), field.Need, field.Hint(s.Text.Say("vocabulary.full.hint"))),
	}
	m.Ticks = []tick{{ID: "rare", Name: "rare", Value: "1", Text: s.Text.Say("vocabulary.rare.tick"), Checked: typed.Get("rare") != ""}}
	if w.ID != "" {
		m.Ticks = append(m.Ticks, tick{ID: "off", Name: "off", Value: "1", Text: s.Text.Say("vocabulary.off.tick"), Checked: typed.Get("off") != ""})
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
	return s.Show(c, status, "catalogue/vocabulary_word", m)
}

func firstOf(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// wordText is a word in a line: "GKS; giấy sinh → giấy khai sinh".
func (s *Room) wordText(t app.Term) string {
	text := page.Joined("; ", append([]string{t.Short}, t.Variants...)...) + " → " + t.Full
	if t.Rare {
		text += " (" + s.Text.Say("vocabulary.rare") + ")"
	}
	return text
}

// wordPast is how a word was changed, newest first.
func (s *Room) wordPast(c *gin.Context, w app.Word) ([]string, error) {
	past, err := s.App.WordPast(c.Request.Context(), w.ID)
	if err != nil {
		return nil, err
	}
	names, err := s.PeopleNames(c.Request.Context())
	if err != nil {
		return nil, err
	}
	var out []string
	for _, p := range past {
		what := s.wordText(p.Term)
		if p.Off {
			what += " · " + s.Text.Say("vocabulary.off")
		}
		out = append(out, s.Text.Say("setting.did", page.Moment(p.At), names(p.Author), what))
	}
	if w.Origin != app.WordOwn {
		out = append(out, s.Text.Say("vocabulary.shipped_as", s.wordText(w.Shipped)))
	}
	return out, nil
}

// shownEffects is how many of the queries that change are shown.
const shownEffects = 15

func (s *Room) wordPreview(p app.WordPreview, mark string) *wordPreview {
	out := &wordPreview{Mark: mark}
	for _, ask := range p.Itself {
		a := wordAsk{Text: ask.Text, Before: s.wordAnswer(ask.Before, nil), After: s.wordAnswer(ask.After, &ask.Before)}
		if slices.Equal(ask.Before.Top, ask.After.Top) {
			a.Same = s.Text.Say("vocabulary.preview.same")
		}
		out.Itself = append(out.Itself, a)
	}
	if len(p.Effects) == 0 {
		out.Text = s.Text.Say("vocabulary.preview.none", viet.Number(int64(p.Queries)), viet.Number(int64(p.Names)))
	} else {
		out.Text = s.Text.Say("vocabulary.preview.some", viet.Number(int64(len(p.Effects))), viet.Number(int64(p.Queries)), viet.Number(int64(p.Names)))
	}
	for _, e := range p.Effects[:min(len(p.Effects), shownEffects)] {
		line := wordEffect{Text: e.Text, Whose: s.Text.Say("vocabulary.preview.name", e.Code), What: page.Badge{Text: s.Text.Say("vocabulary.preview.top"), Tone: "warn"},
			Before: s.wordAnswer(e.Before, nil), After: s.wordAnswer(e.After, &e.Before)}
		if e.Times > 0 {
			line.Whose = s.Text.Say("vocabulary.preview.asked", e.Times)
		}
		if e.First {
			line.What = page.Badge{Text: s.Text.Say("vocabulary.preview.first"), Tone: "bad"}
		}
		out.Effects = append(out.Effects, line)
	}
	if more := len(p.Effects) - shownEffects; more > 0 {
		out.More = s.Text.Say("vocabulary.preview.more", more)
	}
	return out
}

// wordAnswer shows what a query finds; new is what it did not find before.
func (s *Room) wordAnswer(a app.SearchAnswer, before *app.SearchAnswer) wordAnswer {
	out := wordAnswer{Note: s.Text.Say("results.count", viet.Number(int64(a.Total)))}
	switch {
	case a.Total == 0:
		out.Note = s.Text.Say("vocabulary.preview.nothing")
	case a.Weak:
		out.Note = s.Text.Say("vocabulary.preview.weak", viet.Number(int64(a.Total)))
	}
	for _, h := range a.Top {
		out.Hits = append(out.Hits, wordHit{Name: h.Name, Href: page.ProcedureHref(h.Key), New: before != nil && !slices.Contains(before.Top, h)})
	}
	return out
}

// wordEdit is the form of a word, with what saving it would change. Template: catalogue/vocabulary_word.
type wordEdit struct {
	page.Frame
	Tabs     []page.PageLink
	Headline string
	State    string
	Summary  field.Summary
	Both     page.BothVersions
	Action   string
	Version  string
	From     string // the query without an answer that led here
	Fields   []field.Cell
	Ticks    []tick
	Shipped  string // what comes with the program, where it was changed
	Preview  *wordPreview
	Past     []string
}

// wordPreview is what saving would change.
type wordPreview struct {
	Mark    string // of the word that was looked at
	Itself  []wordAsk
	Text    string // how many other queries change, of how many that were looked at
	Effects []wordEffect
	More    string
}

// wordAsk is what a query for the word itself finds, before and after.
type wordAsk struct {
	Text          string
	Same          string // "không đổi"; empty where it changes
	Before, After wordAnswer
}

// wordAnswer is the beginning of what a query finds.
type wordAnswer struct {
	Note string // "không tìm thấy", "12 thủ tục", "chỉ gần đúng"
	Hits []wordHit
}

type wordHit struct {
	Name string
	Href string
	New  bool // was not among them before
}

// wordEffect is another query that finds something else first.
type wordEffect struct {
	Text          string
	Whose         string // "đã hỏi 9 lần", "tên của 1.001193"
	What          page.Badge
	Before, After wordAnswer
}
