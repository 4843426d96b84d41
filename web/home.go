package web

import (
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"rasoat/review"
	"rasoat/viet"
)

// situations are the searches behind the situations of life on the first page: text and query.
var situations = []string{"birth", "marriage", "death", "residence", "certify", "business", "land", "support"}

// home is the first page, and the results once something is asked for: "/" is search and catalogue
// (interface.md, Addresses). An empty question lists everything by name.
func (s *Server) home(c *gin.Context) error {
	if len(c.Request.URL.Query()) > 0 {
		return s.results(c)
	}
	n, err := s.app.ProcedureCount(c.Request.Context(), s.reader(c))
	if err != nil {
		return err
	}
	m := home{frame: s.frame(c, s.text.Say("page.home")), Total: s.text.Say("page.home.total", viet.Number(int64(n)))}
	m.NoSearch = true
	m.describe(s.text.Say("home.description", viet.Number(int64(n)), m.Commune))
	for _, e := range []string{"page.home.example1", "page.home.example2"} {
		m.Examples = append(m.Examples, searchLink(s.text.Say(e), s.text.Say(e)))
	}
	for _, name := range situations {
		m.Situations = append(m.Situations, searchLink(s.text.Say("situation."+name), s.text.Say("situation."+name+".query")))
	}
	released, err := s.app.Released(c.Request.Context())
	if err != nil {
		return err
	}
	if len(released) > 0 {
		t := released[0].Table()
		m.Indicators = homeIndicators{Text: s.text.Say("home.indicators", viet.MonthYear(t.Month), t.Count()[review.IsMet], len(t.Rows)), Href: releasedPath}
	}
	return s.show(c, http.StatusOK, "home", m)
}

func searchLink(text, query string) link {
	return link{Text: text, Href: "/?" + url.Values{"q": {query}}.Encode()}
}
