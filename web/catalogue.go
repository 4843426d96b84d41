package web

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// cataloguePerPage is how many procedures stand on a page of the working list.
const cataloguePerPage = 50

// catalogueFacets are the filters of the working list in their order; the address uses the same names.
var catalogueFacets = []string{"ours", "kind", "group", "status", "level", "field"}

// catalogue shows the working list.
func (s *Server) catalogue(c *gin.Context) error {
	saved := ""
	if n := c.Query("da-luu"); n != "" {
		saved = s.text.Say("sort.saved", n)
	}
	return s.showCatalogue(c, http.StatusOK, nil, nil, saved)
}

func (s *Server) showCatalogue(c *gin.Context, status int, typed url.Values, problems value.Problems, saved string) error {
	ctx := c.Request.Context()
	q, err := s.query(c, cataloguePerPage)
	if err != nil {
		return err
	}
	q.Scope = app.ScopeOfficial
	if q.Text == "" {
		q.Sort = "code"
	}
	r, err := s.app.Find(ctx, q)
	if err != nil {
		return err
	}
	p := s.person(c)
	m := catalogueList{frame: s.frame(c, s.text.Say("nav.catalogue")), Count: s.text.Say("results.count", viet.Number(int64(r.Total))), Saved: saved,
		CanSort: p.May(account.SortProcedure), Back: withoutSaved(c)}
	if m.Actions, err = s.catalogueActions(c); err != nil {
		return err
	}
	search := field.NewSheet(s.text, url.Values{"q": {q.Text}}, nil)
	m.Search = search.Cell("q", s.text.Say("catalogue.search"))
	for _, name := range catalogueFacets {
		if c.Query(name) != "" {
			m.Keep = append(m.Keep, fact{name, c.Query(name)})
		}
	}
	m.Facets, m.Set = s.facetLinks(c, catalogueFacets, r)
	keys := make([]catalog.Code, len(r.Hits))
	for i, h := range r.Hits {
		keys[i] = h.Key
	}
	found, err := s.app.Procedures(ctx, s.reader(c), keys)
	if err != nil {
		return err
	}
	for _, key := range keys {
		if v, there := found[key]; there {
			m.Rows = append(m.Rows, s.catalogueRow(v.Procedure, typed["code"]))
		}
	}
	m.Paging = pagesOf(c, r.Total, q.Offset, q.Limit, s.text.Say)
	m.Nothing = emptyState{Text: s.text.Say("results.nothing"), Next: link{Text: s.text.Say("results.all"), Href: "/danh-muc"}}
	f := field.NewSheet(s.text, typed, problems)
	m.Ours = f.Cell("ours", s.text.Say("sort.ours"), field.Choose(s.sortings()...), field.Medium)
	m.Reason = f.Cell("reason", s.text.Say("edit.reason"), field.Medium)
	m.Summary = f.Summary()
	return s.show(c, status, "catalogue/list", m)
}

func (s *Server) catalogueRow(p catalog.Procedure, ticked []string) catalogueRow {
	var levels []string
	for _, l := range p.Levels {
		levels = append(levels, s.text.Name("level", string(l)))
	}
	row := catalogueRow{Code: string(p.Code), Name: p.Name, Href: procedureHref(p.Code), Field: p.Field, Levels: strings.Join(levels, ", "),
		Kind: s.text.Name("kind", string(p.Kind)), Status: badge{Text: s.text.Name("status", string(p.Status))}, Ours: badge{Text: s.text.Name("ours", string(p.Ours))},
		Checked: slices.Contains(ticked, string(p.Code))}
	if p.Group != "" {
		row.Kind += ", " + s.text.Name("group", string(p.Group))
	}
	switch {
	case p.Ours == catalog.NotSorted:
		row.Ours.Tone = "warn"
	case p.Ours.IsOurs():
		row.Ours.Tone = "accent"
	}
	switch p.Status {
	case catalog.Repealed:
		row.Status.Tone = "bad"
	case catalog.Draft, catalog.Typical:
		row.Status.Tone = "warn"
	}
	return row
}

// catalogueActions are what this person can do with the catalogue.
func (s *Server) catalogueActions(c *gin.Context) ([]link, error) {
	p := s.person(c)
	var out []link
	add := func(may account.Action, text, href string) {
		if p.May(may) {
			out = append(out, link{text, href})
		}
	}
	add(account.SortProcedure, s.text.Say("catalogue.sort"), "/danh-muc/phan-loai")
	add(account.EditProcedure, s.text.Say("catalogue.new"), "/danh-muc/them")
	add(account.ImportCatalogue, s.text.Say("catalogue.import"), "/danh-muc/nhap")
	if p.May(account.ImportCatalogue) {
		n, err := s.app.HeldCount(c.Request.Context())
		if err != nil {
			return nil, err
		}
		add(account.ImportCatalogue, s.text.Say("catalogue.held", n), "/danh-muc/cho-xu-ly")
	}
	add(account.SeeInternal, s.text.Say("catalogue.export"), "/danh-muc/xuat")
	return out, nil
}

// sortings are whose a procedure can be, as options.
func (s *Server) sortings() []field.Option {
	out := make([]field.Option, len(catalog.Sortings))
	for i, o := range catalog.Sortings {
		out[i] = field.Option{Value: string(o), Text: viet.Capital(s.text.Name("ours", string(o)))}
	}
	return out
}

// withoutSaved is this address without what was said once.
func withoutSaved(c *gin.Context) string {
	q := c.Request.URL.Query()
	q.Del("da-luu")
	return "/danh-muc?" + q.Encode()
}

// markCatalogue sorts the rows that were ticked in the working list.
func (s *Server) markCatalogue(c *gin.Context) error {
	typed, err := s.posted(c)
	if err != nil {
		return err
	}
	var codes []catalog.Code
	for _, code := range typed["code"] {
		codes = append(codes, catalog.Code(code))
	}
	n, err := s.app.Sort(c.Request.Context(), s.person(c), codes, catalog.Ours(typed.Get("ours")), typed.Get("reason"))
	back, bad := url.Parse(ownPath(typed.Get("back")))
	if bad != nil || back.Path != "/danh-muc" {
		back = &url.URL{Path: "/danh-muc"}
	}
	var problems value.Problems
	if errors.As(err, &problems) {
		c.Request.URL.RawQuery = back.RawQuery // the list as it was
		return s.showCatalogue(c, http.StatusUnprocessableEntity, typed, problems, "")
	}
	if err != nil {
		return err
	}
	q := back.Query()
	q.Set("da-luu", viet.Number(int64(n)))
	c.Redirect(http.StatusSeeOther, "/danh-muc?"+q.Encode())
	return nil
}

// exportCatalogue sends the whole catalogue as JSON Lines.
func (s *Server) exportCatalogue(c *gin.Context) error {
	c.Header("Content-Type", "application/x-ndjson; charset=utf-8")
	c.Header("Content-Disposition", `attachment; filename="danh-muc-`+s.app.Today().String()+`.jsonl"`)
	_, err := s.app.ExportCatalogue(c.Request.Context(), c.Writer)
	if err != nil && c.Writer.Written() {
		s.log.Error("export broken off", "request", c.GetString(requestID), "error", err)
		panic(http.ErrAbortHandler) // half a file must not look like a whole one
	}
	return err
}
