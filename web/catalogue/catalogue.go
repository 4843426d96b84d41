package catalogue

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// cataloguePerPage is how many procedures stand on a page of the working list.
const cataloguePerPage = 50

// catalogueFacets are the filters of the working list in their order; the address uses the same names.
var catalogueFacets = []string{"ours", "kind", "group", "status", "level", "field"}

// List shows the working list.
func (s *Room) List(c *gin.Context) error {
	saved := ""
	if n := c.Query("da-luu"); n != "" {
		saved = s.Text.Say("sort.saved", n)
	}
	return s.showCatalogue(c, http.StatusOK, nil, nil, saved)
}

func (s *Room) showCatalogue(c *gin.Context, status int, typed url.Values, problems value.Problems, saved string) error {
	ctx := c.Request.Context()
	q, err := s.SearchQuery(c, cataloguePerPage)
	if err != nil {
		return err
	}
	q.Scope = app.ScopeOfficial
	if q.Text == "" {
		q.Sort = "code"
	}
	r, err := s.App.Find(ctx, q)
	if err != nil {
		return err
	}
	p := s.Person(c)
	m := catalogueList{Frame: s.Frame(c, s.Text.Say("nav.catalogue")), Count: s.Text.Say("results.count", viet.Number(int64(r.Total))), Saved: saved,
		CanSort: p.May(account.SortProcedure), Back: withoutSaved(c)}
	if m.Actions, err = s.catalogueActions(c); err != nil {
		return err
	}
	search := field.NewSheet(s.Text, url.Values{"q": {q.Text}}, nil)
	m.Search = search.Cell("q", s.Text.Say("catalogue.search"))
	for _, name := range catalogueFacets {
		if c.Query(name) != "" {
			m.Keep = append(m.Keep, page.Fact{Term: name, Text: c.Query(name)})
		}
	}
	m.Facets, m.Set = s.facetLinks(c, catalogueFacets, r)
	keys := make([]catalog.Code, len(r.Hits))
	for i, h := range r.Hits {
		keys[i] = h.Key
	}
	found, err := s.App.Procedures(ctx, s.Reader(c), keys)
	if err != nil {
		return err
	}
	for _, key := range keys {
		if v, there := found[key]; there {
			m.Rows = append(m.Rows, s.catalogueRow(v.Procedure, typed["code"]))
		}
	}
	m.Paging = pagesOf(c, r.Total, q.Offset, q.Limit, s.Text.Say)
	m.Nothing = page.EmptyState{Text: s.Text.Say("results.nothing"), Next: page.Link{Text: s.Text.Say("results.all"), Href: "/danh-muc"}}
	f := field.NewSheet(s.Text, typed, problems)
	m.Ours = f.Cell("ours", s.Text.Say("sort.ours"), field.Choose(s.sortings()...), field.Medium)
	m.Reason = f.Cell("reason", s.Text.Say("edit.reason"), field.Medium)
	m.Summary = f.Summary()
	return s.Show(c, status, "catalogue/catalogue", m)
}

func (s *Room) catalogueRow(p catalog.Procedure, ticked []string) catalogueRow {
	var levels []string
	for _, l := range p.Levels {
		levels = append(levels, s.Text.Name("level", string(l)))
	}
	row := catalogueRow{Code: string(p.Code), Name: p.Name, Href: page.ProcedureHref(p.Code), Field: p.Field, Levels: strings.Join(levels, ", "),
		Kind: s.Text.Name("kind", string(p.Kind)), Status: page.Badge{Text: s.Text.Name("status", string(p.Status))}, Ours: page.Badge{Text: s.Text.Name("ours", string(p.Ours))},
		Checked: slices.Contains(ticked, string(p.Code))}
	if p.Group != "" {
		row.Kind += ", " + s.Text.Name("group", string(p.Group))
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
func (s *Room) catalogueActions(c *gin.Context) ([]page.Link, error) {
	p := s.Person(c)
	var out []page.Link
	add := func(may account.Action, text, href string) {
		if p.May(may) {
			out = append(out, page.Link{Text: text, Href: href})
		}
	}
	add(account.SortProcedure, s.Text.Say("catalogue.sort"), "/danh-muc/phan-loai")
	add(account.EditProcedure, s.Text.Say("catalogue.new"), "/danh-muc/them")
	add(account.ImportCatalogue, s.Text.Say("catalogue.import"), "/danh-muc/nhap")
	if p.May(account.ImportCatalogue) {
		n, err := s.App.HeldCount(c.Request.Context())
		if err != nil {
			return nil, err
		}
		add(account.ImportCatalogue, s.Text.Say("catalogue.held", n), "/danh-muc/cho-xu-ly")
	}
	add(account.SeeInternal, s.Text.Say("catalogue.export"), "/danh-muc/xuat")
	return out, nil
}

// sortings are whose a procedure can be, as options.
func (s *Room) sortings() []field.Option {
	out := make([]field.Option, len(catalog.Sortings))
	for i, o := range catalog.Sortings {
		out[i] = field.Option{Value: string(o), Text: viet.Capital(s.Text.Name("ours", string(o)))}
	}
	return out
}

// withoutSaved is this address without what was said once.
func withoutSaved(c *gin.Context) string {
	q := c.Request.URL.Query()
	q.Del("da-luu")
	return "/danh-muc?" + q.Encode()
}

// Mark sorts the rows that were ticked in the working list.
func (s *Room) Mark(c *gin.Context) error {
	typed, err := s.Posted(c)
	if err != nil {
		return err
	}
	var codes []catalog.Code
	for _, code := range typed["code"] {
		codes = append(codes, catalog.Code(code))
	}
	n, err := s.App.Sort(c.Request.Context(), s.Person(c), codes, catalog.Ours(typed.Get("ours")), typed.Get("reason"))
	back, bad := url.Parse(page.OwnPath(typed.Get("back")))
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

// Export sends the whole catalogue as JSON Lines.
func (s *Room) Export(c *gin.Context) error {
	c.Header("Content-Type", "application/x-ndjson; charset=utf-8")
	c.Header("Content-Disposition", `attachment; filename="danh-muc-`+s.App.Today().String()+`.jsonl"`)
	_, err := s.App.ExportCatalogue(c.Request.Context(), c.Writer)
	if err != nil && c.Writer.Written() {
		s.Log.Error("export broken off", "request", c.GetString(page.RequestID), "error", err)
		panic(http.ErrAbortHandler) // half a file must not look like a whole one
	}
	return err
}

// catalogueList is the working list of the catalogue. Template: catalogue/catalogue.
type catalogueList struct {
	page.Frame
	Count   string
	Actions []page.Link // sort in bulk, import, held rows, new, export
	Saved   string
	Search  field.Cell
	Keep    []page.Fact // filters that the search form sends along: name and value
	Set     []page.Link
	Facets  []page.FacetList
	Rows    []catalogueRow
	Paging  page.Paging
	Nothing page.EmptyState
	CanSort bool
	Back    string // where the form of the ticked rows comes back to
	Summary field.Summary
	Ours    field.Cell
	Reason  field.Cell
}

type catalogueRow struct {
	Code, Name, Href string
	Field            string
	Kind             string
	Levels           string
	Status           page.Badge
	Ours             page.Badge
	Checked          bool
}
