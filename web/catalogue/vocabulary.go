package catalogue

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// wordsPerPage is how many lines stand on a page of the vocabulary.
const wordsPerPage = 50

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
	m := wordList{
		Frame:  s.Frame(c, s.Text.Say("nav.vocabulary")),
		State:  s.wordsState(all),
		Search: s.search(c, "loc", "vocabulary.search"),
		Typed:  viet.Clean(c.Query("loc")),
		From:   c.Query("nguon"),
	}
	filters := []string{"", "off"}
	for _, o := range app.WordOrigins {
		filters = append(filters, string(o))
	}
	for _, f := range filters {
		m.Filters = append(m.Filters, page.PageLink{
			Text:    s.Text.Name("vocabulary.filter", f),
			Href:    withQuery(c, "nguon", f),
			Current: f == m.From,
		})
	}
	var found []app.Word
	for _, w := range all {
		if ofOrigin(w, m.From) && hasText(w, m.Typed) {
			found = append(found, w)
		}
	}
	m.Rows = found[min(offset, len(found)):min(offset+wordsPerPage, len(found))]
	m.Paging = s.pages(c, len(found), offset, wordsPerPage)
	return s.Show(c, http.StatusOK, "catalogue/vocabulary", m)
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

// wordList is the words that search reads. Template: catalogue/vocabulary.
type wordList struct {
	page.Frame
	State       string
	Search      field.Cell
	Typed, From string // what is searched for, and the filter that is set
	Filters     []page.PageLink
	Rows        []app.Word
	Paging      page.Paging
}

// Said is what citizens say, in one line: "giấy sinh, giấy chào đời".
func (wordList) Said(t app.Term) string { return strings.Join(t.Variants, ", ") }
