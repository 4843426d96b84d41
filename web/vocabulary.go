package web

import (
	"net/http"
	"net/url"
	"strings"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/viet"
)

const (
	wordsPath      = "/tu-vung"
	newWordPath    = wordsPath + "/them"
	unansweredPath = wordsPath + "/khong-tim-thay"
	knownPath      = wordsPath + "/ten-thuong-goi"
)

// wordsPerPage is how many lines stand on a page of the vocabulary.
const wordsPerPage = 50

// vocabularyTabs are the pages of the vocabulary.
func (s *Server) vocabularyTabs(current string) []pageLink {
	var out []pageLink
	for _, t := range []struct{ name, href string }{{"words", wordsPath}, {"known", knownPath}, {"unanswered", unansweredPath}} {
		out = append(out, pageLink{Text: s.text.Say("vocabulary.tab." + t.name), Href: t.href, Current: t.href == current})
	}
	return out
}

// words lists the abbreviations and the words of citizens that search reads.
func (s *Server) words(c *gin.Context) error {
	all, err := s.app.Words(c.Request.Context())
	if err != nil {
		return err
	}
	offset, err := number(c, "offset", 0, 0, len(all)+wordsPerPage)
	if err != nil {
		return err
	}
	typed, from := viet.Clean(c.Query("loc")), c.Query("nguon")
	m := wordList{frame: s.frame(c, s.text.Say("nav.vocabulary")), Tabs: s.vocabularyTabs(wordsPath), State: s.wordsState(all), Add: link{s.text.Say("vocabulary.add"), newWordPath}}
	if c.Query("da") == "luu" {
		m.Saved = s.text.Say("vocabulary.saved")
	}
	m.Search = field.NewSheet(s.text, url.Values{"loc": {typed}}, nil).Cell("loc", s.text.Say("vocabulary.search"))
	if from != "" {
		m.Keep = []fact{{"nguon", from}}
	}
	for _, f := range append([]string{"", "off"}, originNames()...) {
		m.Filters = append(m.Filters, pageLink{Text: s.text.Name("vocabulary.filter", f), Href: withQuery(c, "nguon", f), Current: f == from})
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
	m.Paging = pagesOf(c, len(found), offset, wordsPerPage, s.text.Say)
	m.Nothing = emptyState{Text: s.text.Say("vocabulary.none"), Next: link{s.text.Say("vocabulary.add"), newWordPath + "?" + url.Values{"tu": {typed}}.Encode()}}
	return s.show(c, http.StatusOK, "vocabulary/list", m)
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
func (s *Server) wordsState(all []app.Word) string {
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
	return s.text.Say("vocabulary.state", len(all)-off, own, changed, off)
}

func (s *Server) wordRow(w app.Word) wordRow {
	out := wordRow{Href: wordHref(w.ID), Short: w.Term.Short, Said: strings.Join(w.Term.Variants, ", "), Full: w.Term.Full, Badges: s.wordBadges(w)}
	if w.Term.Rare {
		out.Note = s.text.Say("vocabulary.rare")
	}
	return out
}

func (s *Server) wordBadges(w app.Word) []badge {
	out := []badge{{Text: s.text.Name("word_origin", string(w.Origin))}}
	if w.Origin != app.WordShipped {
		out[0].Tone = "accent"
	}
	if w.Off {
		out = append(out, badge{Text: s.text.Say("vocabulary.off"), Tone: "warn"})
	}
	return out
}

func wordHref(id string) string { return wordsPath + "/" + url.PathEscape(id) }
