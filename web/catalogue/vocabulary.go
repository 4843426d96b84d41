package catalogue

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Words lists the abbreviations and the words of citizens that search reads.
func (s *Room) Words(c *gin.Context) error {
	all, err := s.App.Words(c.Request.Context())
	if err != nil {
		return err
	}
	list := s.wordList()
	if page.WantsSheet(c) {
		return list.GiveSheet(s.Kit, c, s.Text.Say("nav.vocabulary"), all)
	}
	m := wordList{Frame: s.Frame(c, s.Text.Say("nav.vocabulary")), State: s.wordsState(all), Typed: c.Query("tu-khoa")}
	m.List, m.Rows = list.Lay(s.Text, c.Request.URL, all)
	return s.Show(c, http.StatusOK, "catalogue/vocabulary", m)
}

// wordList is the list of words that search reads.
func (s *Room) wordList() page.List[app.Word] {
	origins := []string{"off"}
	for _, o := range app.WordOrigins {
		origins = append(origins, string(o))
	}
	return page.List[app.Word]{
		Columns: []page.Column[app.Word]{
			page.WordsColumn("viet-tat", "vocabulary.col.short", func(w app.Word) string { return w.Term.Short }),
			page.WordsColumn("noi", "vocabulary.col.said", func(w app.Word) string {
				return strings.Join(w.Term.Variants, ", ")
			}, page.Beside),
			page.WordsColumn("day-du", "vocabulary.col.full", func(w app.Word) string { return w.Term.Full }),
			page.WordsColumn("tu-nguon", "vocabulary.col.source", func(w app.Word) string {
				return s.Text.Name("word_origin", string(w.Origin))
			}),
		},
		Filters: []page.Filter[app.Word]{{
			ID: "nguon", Title: "vocabulary.col.source", Chips: true, Order: origins,
			Of: func(w app.Word) []field.Option {
				out := page.One(string(w.Origin), s.Text.Name("vocabulary.filter", string(w.Origin)))
				if w.Off {
					out = append(out, page.One("off", s.Text.Name("vocabulary.filter", "off"))...)
				}
				return out
			},
		}},
	}
}

// wordsState says in one line how many words there are and where they come from.
func (s *Room) wordsState(all []app.Word) string {
	own, changed, off := 0, 0, 0
	for _, w := range all {
		switch {
		case w.Off:
			off++
		case w.Origin == app.WordOwn:
			own++
		case w.Origin == app.WordChanged:
			changed++
		}
	}
	return s.Text.Say("vocabulary.state", len(all)-off, own, changed, off)
}

// wordList is the words that search reads. Template: catalogue/vocabulary.
type wordList struct {
	page.Frame
	State, Typed string // what is searched for
	List         page.Listing
	Rows         []app.Word
}

// Said is what citizens say, in one line: "giấy sinh, giấy chào đời".
func (wordList) Said(t app.Term) string { return strings.Join(t.Variants, ", ") }

// wordForm is the form of a word.
var wordForm = field.Form[app.WordEdit]{
	field.Text("short", func(w *app.WordEdit) *string { return &w.Term.Short }, field.Short),
	field.Lines("said", func(w *app.WordEdit) *[]string { return &w.Term.Variants }, field.Tall(3)),
	field.Text("full", func(w *app.WordEdit) *string { return &w.Term.Full }, field.Need),
	field.Tick("rare", func(w *app.WordEdit) *bool { return &w.Term.Rare }),
	field.Tick("off", func(w *app.WordEdit) *bool { return &w.Off }),
}

const wordKeys = "vocabulary" // under which the labels of the form stand

// editOf is a word as it stands, to be edited.
func editOf(w app.Word) app.WordEdit { return app.WordEdit{ID: w.ID, Term: w.Term, Off: w.Off} }

// NewWordForm is the form for a new word, perhaps of a query that found nothing.
func (s *Room) NewWordForm(c *gin.Context) error {
	from, name := viet.Clean(c.Query("tu")), "short"
	if strings.Contains(from, " ") {
		name = "said"
	}
	return s.showWord(c, app.Word{}, page.Shown(url.Values{"tu": {from}, name: {from}}), nil)
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

// SaveWord shows what saving a word would change ("xem"), saves what was looked at ("luu"), and shows what taking back
// what comes with the program would change ("goc").
func (s *Room) SaveWord(c *gin.Context, in url.Values) (page.Act, error) {
	ctx, by := c.Request.Context(), s.Person(c)
	w := app.Word{}
	if id := c.Param("id"); id != "" {
		var err error
		if w, err = s.App.Word(ctx, id); err != nil {
			return page.Act{}, err
		}
	}
	if in.Get("buoc") == "goc" && w.Origin != app.WordOwn && w.ID != "" {
		maps.Copy(in, wordForm.Values(app.WordEdit{Term: w.Shipped}))
	}
	return page.ActOf(s.Kit, in, page.Edit[app.WordEdit]{
		Form: wordForm,
		Keys: wordKeys,
		Base: editOf(w),
		Save: func(typed app.WordEdit, _ func(*app.WordEdit)) (page.Done, error) {
			typed.Base = page.Version(in)
			mark := wordMark(typed)
			if in.Get("buoc") == "luu" && in.Get("xem") == mark {
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
func wordName(t app.Term) string {
	return cmp.Or(slices.Concat([]string{t.Short}, t.Variants, []string{t.Full})...)
}

func (s *Room) showWord(c *gin.Context, w app.Word, t page.Typed, preview *wordPreview) error {
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	f.Keys = wordKeys
	m := wordEdit{
		Frame:   s.Frame(c, s.Text.Say("nav.vocabulary")),
		Word:    w,
		Name:    wordName(w.Term),
		Version: t.Version(w.Version),
		Both:    t.Both,
		Preview: preview,
		From:    t.Values.Get("tu"),
		Fields:  wordForm.Named("short", "said", "full").Lay(f).Cells,
		Rare:    t.Values.Get("rare") != "",
		Off:     t.Values.Get("off") != "",
	}
	if w.ID != "" {
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
	shown := p.Effects[:min(len(p.Effects), shownEffects)]
	out := &wordPreview{WordPreview: p, Mark: mark, More: len(p.Effects) - len(shown)}
	for _, ask := range p.Itself {
		effect := app.PreviewEffect{Text: ask.Text, Before: ask.Before, After: ask.After}
		out.Asks = append(out.Asks, wordChange{effect, s.howMany(ask.Before), s.howMany(ask.After)})
	}
	for _, e := range shown {
		out.Others = append(out.Others, wordChange{e, s.howMany(e.Before), s.howMany(e.After)})
	}
	return out
}

// howMany says how much a query finds: "không tìm thấy", "12 thủ tục", "chỉ gần đúng".
func (s *Room) howMany(a app.SearchAnswer) string {
	switch {
	case a.Total == 0:
		return s.Text.Say("vocabulary.preview.nothing")
	case a.Weak:
		return s.Text.Say("vocabulary.preview.weak", viet.Number(int64(a.Total)))
	}
	return s.Text.Say("results.count", viet.Number(int64(a.Total)))
}

// wordEdit is the form of a word, with what saving it would change. Template: catalogue/vocabulary_word.
type wordEdit struct {
	page.Frame
	Word          app.Word // as it stands; no ID: a new one
	Name, Version string
	Summary       field.Summary
	Both          page.BothVersions
	From          string // the query without an answer that led here
	Fields        []field.Cell
	Rare, Off     bool
	Shipped       string // what comes with the program, where it was changed
	Preview       *wordPreview
	Past          []string
}

// wordPreview is what saving would change.
type wordPreview struct {
	app.WordPreview
	Mark         string // of the word that was looked at
	Asks, Others []wordChange
	More         int // others that are not shown
}

// wordChange is what a query finds before and after, and how much, in words.
type wordChange struct {
	app.PreviewEffect
	Was, Now string
}

// Same reports that the first hits are those of before.
func (w wordChange) Same() bool { return slices.Equal(w.Before.Top, w.After.Top) }

// IsNew reports that a procedure is among the first hits and was not before.
func (w wordChange) IsNew(key catalog.Code) bool {
	for _, h := range w.Before.Top {
		if h.Key == key {
			return false
		}
	}
	return true
}
