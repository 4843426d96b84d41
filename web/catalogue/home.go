package catalogue

import (
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"rasoat/review"
	"rasoat/viet"
	"rasoat/web/page"
)

// situations are the searches behind the situations of life on the first page: text and query.
var situations = []string{"birth", "marriage", "death", "residence", "certify", "business", "land", "support"}

// Home is the first page, and the results once something is asked for: "/" is search and catalogue
// (interface.md, Addresses). An empty question lists everything by name.
func (s *Room) Home(c *gin.Context) error {
	if len(c.Request.URL.Query()) > 0 {
		return s.results(c)
	}
	n, err := s.App.ProcedureCount(c.Request.Context(), s.Reader(c))
	if err != nil {
		return err
	}
	m := home{Frame: s.Frame(c, s.Text.Say("page.home")), Total: n}
	m.NoSearch = true
	m.Describe(s.Text.Say("home.description", viet.Number(int64(n)), m.Commune))
	for _, e := range []string{"page.home.example1", "page.home.example2"} {
		m.Examples = append(m.Examples, searchLink(s.Text.Say(e), s.Text.Say(e)))
	}
	for _, name := range situations {
		link := searchLink(s.Text.Say("situation."+name), s.Text.Say("situation."+name+".query"))
		m.Situations = append(m.Situations, link)
	}
	released, err := s.App.Released(c.Request.Context())
	if err != nil {
		return err
	}
	if len(released) > 0 {
		t := released[0].Table()
		met := t.Count()[review.IsMet]
		m.Indicators = s.Text.Say("home.indicators", viet.MonthYear(t.Month), met, len(t.Rows))
	}
	return s.Show(c, http.StatusOK, "catalogue/home", m)
}

func searchLink(text, query string) page.Link {
	return page.Link{Text: text, Href: "/?" + url.Values{"q": {query}}.Encode()}
}

// home is the first page: search, the situations of life, and how the commune stands. Template: catalogue/home.
type home struct {
	page.Frame
	Total      int
	Examples   []page.Link // two searches that show what may be typed
	Situations []page.Link // "Có con nhỏ" → its procedures
	Indicators string      // "Tháng 6/2024: 11/13 chỉ tiêu đạt"; empty: none are released
}

// Accessibility is the accessibility statement: what was checked, what falls short, whom to tell.
func (s *Room) Accessibility(c *gin.Context) error {
	commune, _, err := s.App.Commune(c.Request.Context())
	if err != nil {
		return err
	}
	m := accessibilityPage{Frame: s.Frame(c, s.Text.Say("page.accessibility"))}
	if commune.Name != "" {
		m.Whom = "UBND " + commune.Title()
	}
	return s.Show(c, http.StatusOK, "catalogue/accessibility", m)
}

// accessibilityPage is the accessibility statement. Template: catalogue/accessibility.
type accessibilityPage struct {
	page.Frame
	Whom string // "UBND xã An Bình"; empty before the first start is done
}
