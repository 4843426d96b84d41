package catalogue

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
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

// wordForm is the form of a word.
var wordForm = field.Form[app.WordEdit]{
	field.Text("short", func(w *app.WordEdit) *string { return &w.Term.Short }, field.Short),
	field.Lines("said", func(w *app.WordEdit) *[]string { return &w.Term.Variants }, field.Tall(3)),
	field.Text("full", func(w *app.WordEdit) *string { return &w.Term.Full }, field.Need),
	field.Tick("rare", func(w *app.WordEdit) *bool { return &w.Term.Rare }),
	field.Tick("off", func(w *app.WordEdit) *bool { return &w.Off }),
}

// wordKeys is under which keys the labels of the form stand.
const wordKeys = "vocabulary"

// editOf is a word as it stands, to be edited.
func editOf(w app.Word) app.WordEdit { return app.WordEdit{ID: w.ID, Term: w.Term, Off: w.Off} }

// NewWordForm is the form for a new word, perhaps of a query that found nothing.
func (s *Room) NewWordForm(c *gin.Context) error {
	typed := url.Values{}
	if from := viet.Clean(c.Query("tu")); from != "" {
		typed.Set("tu", from)
		if strings.Contains(from, " ") {
			typed.Set("said", from)
		} else {
			typed.Set("short", from)
		}
	}
	return s.showWord(c, app.Word{}, page.Shown(typed), nil)
}

// WordForm is the form of a word that stands.
func (s *Room) WordForm(c *gin.Context) error {
	w, err := s.App.Word(c.Request.Context(), c.Param("id"))
	if err != nil {
		return err
	}
	return s.showWord(c, w, page.Shown(wordForm.Values(editOf(w))), nil)
}

// wordMark tells what was looked at from anything else that is typed.
func wordMark(e app.WordEdit) string {
	t := e.Term
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %q %t %t", t.Short, t.Full, t.Variants, t.Rare, e.Off))
	return hex.EncodeToString(sum[:8])
}

// SaveWord shows what saving a word would change, and saves what was looked at.
func (s *Room) SaveWord(c *gin.Context, in url.Values) (page.Act, error) {
	ctx, by := c.Request.Context(), s.Person(c)
	w := app.Word{}
	if id := c.Param("id"); id != "" {
		var err error
		if w, err = s.App.Word(ctx, id); err != nil {
			return page.Act{}, err
		}
	}
	if in.Get("buoc") == wordReset && w.Origin != app.WordOwn && w.ID != "" {
		maps.Copy(in, wordForm.Values(app.WordEdit{Term: w.Shipped}))
	}
	return page.ActOf(s.Kit, in, page.Edit[app.WordEdit]{
		Form: wordForm,
		Keys: wordKeys,
		Base: editOf(w),
		Save: func(typed app.WordEdit, _ func(*app.WordEdit)) (page.Done, error) {
			typed.Base = page.Version(in)
			mark := wordMark(typed)
			if in.Get("buoc") == wordSave && in.Get("xem") == mark {
				_, err := s.App.SaveWord(ctx, by, typed)
				to := page.WordsPath
				if in.Get("tu") != "" {
					to = page.UnansweredPath
				}
				return page.Done{To: to, Say: "vocabulary.saved", Args: []any{wordName(typed.Term)}}, err
			}
			preview, err := s.App.PreviewWord(ctx, by, typed)
			return page.Done{Show: func() error {
				return s.showWord(c, w, page.Shown(in), s.wordPreview(preview, mark))
			}}, err
		},
		Again: func(t page.Typed) error { return s.showWord(c, w, t, nil) },
	}), nil
}

// wordName is what a word is called: its abbreviation, or the first way in which people say it.
func wordName(t app.Term) string { return cmp.Or(t.Short, firstOf(t.Variants), t.Full) }

func (s *Room) showWord(c *gin.Context, w app.Word, t page.Typed, preview *wordPreview) error {
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = wordKeys
	m := wordEdit{
		Frame:    s.Frame(c, s.Text.Say("nav.vocabulary")),
		Headline: s.Text.Say("vocabulary.add"),
		State:    s.Text.Say("vocabulary.new_state"),
		Action:   page.NewWordPath,
		Version:  t.Version(w.Version),
		Both:     t.Both,
		Preview:  preview,
		From:     t.Values.Get("tu"),
		Fields:   wordForm.Named("short", "said", "full").Lay(f).Cells,
		Ticks:    []tick{s.wordTick(t.Values, "rare")},
	}
	if w.ID != "" {
		m.Headline, m.Action = wordName(w.Term), page.WordHref(w.ID)
		var words []string
		for _, b := range s.wordBadges(w) {
			words = append(words, b.Text)
		}
		m.State = strings.Join(words, " · ")
		m.Ticks = append(m.Ticks, s.wordTick(t.Values, "off"))
		var err error
		if m.Past, err = s.wordPast(c, w); err != nil {
			return err
		}
	}
	if w.Origin == app.WordChanged {
		m.Shipped = s.wordText(w.Shipped)
	}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "catalogue/vocabulary_word", m)
}

func (s *Room) wordTick(typed url.Values, name string) tick {
	return tick{
		ID:      name,
		Name:    name,
		Value:   "1",
		Text:    s.Text.Say("vocabulary." + name + ".tick"),
		Checked: typed.Get(name) != "",
	}
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
	names := s.Names(c)
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
		out.Text = s.Text.Say("vocabulary.preview.some", viet.Number(int64(len(p.Effects))),
			viet.Number(int64(p.Queries)), viet.Number(int64(p.Names)))
	}
	for _, e := range p.Effects[:min(len(p.Effects), shownEffects)] {
		line := wordEffect{
			Text:   e.Text,
			Whose:  s.Text.Say("vocabulary.preview.name", e.Code),
			What:   page.Badge{Text: s.Text.Say("vocabulary.preview.top"), Tone: "warn"},
			Before: s.wordAnswer(e.Before, nil),
			After:  s.wordAnswer(e.After, &e.Before),
		}
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
		out.Hits = append(
			out.Hits,
			wordHit{
				Name: h.Name,
				Href: page.ProcedureHref(h.Key),
				New:  before != nil && !slices.Contains(before.Top, h),
			},
		)
	}
	return out
}

// wordEdit is the form of a word, with what saving it would change. Template: catalogue/vocabulary_word.
type wordEdit struct {
	page.Frame
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
