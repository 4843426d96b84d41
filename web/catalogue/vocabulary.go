package catalogue

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// wordsPerPage is how many lines stand on a page of the vocabulary.
const wordsPerPage = 50

// vocabularyTabs are the pages of the vocabulary.
func (s *Room) vocabularyTabs(current string) []page.PageLink {
	var out []page.PageLink
	for _, t := range []struct{ name, href string }{{"words", page.WordsPath}, {"known", page.KnownPath}, {"unanswered",
		page.UnansweredPath}} {
		out = append(
			out,
			page.PageLink{Text: s.Text.Say("vocabulary.tab." + t.name), Href: t.href, Current: t.href == current},
		)
	}
	return out
}

// Words lists the abbreviations and the words of citizens that search reads.
func (s *Room) Words(c *gin.Context) error {
	all, err := s.App.Words(c.Request.Context())
	if err != nil {
		return err
	}
	offset, err := page.QueryNumber(c, "offset", 0, 0, len(all)+wordsPerPage)
	if err != nil {
		return err
	}
	typed, from := viet.Clean(c.Query("loc")), c.Query("nguon")
	m := wordList{
		Frame: s.Frame(c, s.Text.Say("nav.vocabulary")),
		Tabs:  s.vocabularyTabs(page.WordsPath),
		State: s.wordsState(all),
		Add:   page.Link{Text: s.Text.Say("vocabulary.add"), Href: page.NewWordPath},
	}
	m.Search = field.NewSheet(s.Text, url.Values{"loc": {typed}}, nil).Cell("loc", s.Text.Say("vocabulary.search"))
	if from != "" {
		m.Keep = []page.Fact{{Term: "nguon", Text: from}}
	}
	for _, f := range append([]string{"", "off"}, originNames()...) {
		m.Filters = append(
			m.Filters,
			page.PageLink{
				Text:    s.Text.Name("vocabulary.filter", f),
				Href:    withQuery(c, "nguon", f),
				Current: f == from,
			},
		)
	}
	var found []app.Word
	for _, w := range all {
		if ofOrigin(w, from) && hasText(w, typed) {
			found = append(found, w)
		}
	}
	for _, w := range found[min(offset, len(found)):min(offset+wordsPerPage, len(found))] {
		m.Rows = append(m.Rows, s.wordRow(w))
	}
	m.Paging = pagesOf(c, len(found), offset, wordsPerPage, s.Text.Say)
	m.Nothing = page.EmptyState{
		Text: s.Text.Say("vocabulary.none"),
		Next: page.Link{
			Text: s.Text.Say("vocabulary.add"),
			Href: page.NewWordPath + "?" + url.Values{"tu": {typed}}.Encode(),
		},
	}
	return s.Show(c, http.StatusOK, "catalogue/vocabulary", m)
}

func originNames() []string {
	out := make([]string, len(app.WordOrigins))
	for i, o := range app.WordOrigins {
		out[i] = string(o)
	}
	return out
}

func ofOrigin(w app.Word, from string) bool {
	switch from {
	case "":
		return true
	case "off":
		return w.Off
	}
	return string(w.Origin) == from
}

func hasText(w app.Word, typed string) bool {
	all := strings.Join(append([]string{w.Term.Short, w.Term.Full}, w.Term.Variants...), "\n")
	return typed == "" || strings.Contains(viet.Fold(all), viet.Fold(typed))
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

func (s *Room) wordRow(w app.Word) wordRow {
	out := wordRow{
		Href:   page.WordHref(w.ID),
		Short:  w.Term.Short,
		Said:   strings.Join(w.Term.Variants, ", "),
		Full:   w.Term.Full,
		Badges: s.wordBadges(w),
	}
	if w.Term.Rare {
		out.Note = s.Text.Say("vocabulary.rare")
	}
	return out
}

func (s *Room) wordBadges(w app.Word) []page.Badge {
	out := []page.Badge{{Text: s.Text.Name("word_origin", string(w.Origin))}}
	if w.Origin != app.WordShipped {
		out[0].Tone = "accent"
	}
	if w.Off {
		out = append(out, page.Badge{Text: s.Text.Say("vocabulary.off"), Tone: "warn"})
	}
	return out
}

// wordList is the words that search reads. Template: catalogue/vocabulary.
type wordList struct {
	page.Frame
	Tabs    []page.PageLink
	State   string
	Add     page.Link
	Search  field.Cell
	Keep    []page.Fact // filters that the search keeps: name and value
	Filters []page.PageLink
	Rows    []wordRow
	Paging  page.Paging
	Nothing page.EmptyState
}

type wordRow struct {
	Href   string
	Short  string // "GKS"
	Said   string // "giấy sinh, giấy chào đời"
	Full   string // "giấy khai sinh"
	Note   string // "chỉ khi từ khác trong câu phù hợp"
	Badges []page.Badge
}
