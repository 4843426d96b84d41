package catalogue

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/account"
	"rasoat/app"
	"rasoat/catalog"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// Addresses of the work on the catalogue.
const (
	cataloguePath = "/danh-muc"
	sortPath      = cataloguePath + "/phan-loai"
	newPath       = cataloguePath + "/them"
	importPath    = cataloguePath + "/nhap"
	heldPath      = cataloguePath + "/cho-xu-ly"
	exportPath    = cataloguePath + "/xuat"
)

// cataloguePerPage is how many procedures stand on a page of the working list.
const cataloguePerPage = 50

// catalogueFacets are the filters of the working list in their order; the address uses the same names.
var catalogueFacets = []string{"ours", "kind", "group", "status", "level", "field"}

// List shows the working list.
func (s *Room) List(c *gin.Context) error { return s.showCatalogue(c, page.Shown(nil)) }

func (s *Room) showCatalogue(c *gin.Context, t page.Typed) error {
	q, err := s.SearchQuery(c, cataloguePerPage)
	if err != nil {
		return err
	}
	q.Scope = app.ScopeOfficial
	if q.Text == "" {
		q.Sort = "code"
	}
	r, err := s.App.Find(c.Request.Context(), q)
	if err != nil {
		return err
	}
	m := catalogueList{
		Frame:   s.Frame(c, s.Text.Say("nav.catalogue")),
		Count:   s.Text.Say("results.count", viet.Number(int64(r.Total))),
		CanSort: s.Person(c).May(account.SortProcedure),
		Back:    c.Request.URL.RequestURI(),
		Paging:  pagesOf(c, r.Total, q.Offset, q.Limit, s.Text.Say),
		Nothing: page.EmptyState{
			Text: s.Text.Say("results.nothing"),
			Next: page.Link{Text: s.Text.Say("results.all"), Href: cataloguePath},
		},
	}
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
	if m.Rows, err = s.catalogueRows(c, r, t.Values["code"]); err != nil {
		return err
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m.Ours = f.Cell("ours", s.Text.Say("sort.ours"), field.Choose(s.sortings()...), field.Medium)
	m.Reason = f.Cell("reason", s.Text.Say("edit.reason"), field.Medium)
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "catalogue/catalogue", m)
}

// catalogueRows are the procedures that were found; those that no longer stand in the store are left out.
func (s *Room) catalogueRows(c *gin.Context, r app.SearchResult, ticked []string) ([]catalogueRow, error) {
	keys := make([]catalog.Code, len(r.Hits))
	for i, h := range r.Hits {
		keys[i] = h.Key
	}
	found, err := s.App.Procedures(c.Request.Context(), s.Reader(c), keys)
	if err != nil {
		return nil, err
	}
	var out []catalogueRow
	for _, key := range keys {
		if v, there := found[key]; there {
			out = append(out, s.catalogueRow(v.Procedure, ticked))
		}
	}
	return out, nil
}

func (s *Room) catalogueRow(p catalog.Procedure, ticked []string) catalogueRow {
	var levels []string
	for _, l := range p.Levels {
		levels = append(levels, s.Text.Name("level", string(l)))
	}
	row := catalogueRow{
		Code:    string(p.Code),
		Name:    p.Name,
		Href:    page.ProcedureHref(p.Code),
		Field:   p.Field,
		Levels:  strings.Join(levels, ", "),
		Kind:    s.Text.Name("kind", string(p.Kind)),
		Status:  page.Badge{Text: s.Text.Name("status", string(p.Status))},
		Ours:    page.Badge{Text: s.Text.Name("ours", string(p.Ours))},
		Checked: slices.Contains(ticked, string(p.Code)),
	}
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
	add(account.SortProcedure, s.Text.Say("catalogue.sort"), sortPath)
	add(account.EditProcedure, s.Text.Say("catalogue.new"), newPath)
	add(account.ImportCatalogue, s.Text.Say("catalogue.import"), importPath)
	if p.May(account.ImportCatalogue) {
		n, err := s.App.HeldCount(c.Request.Context())
		if err != nil {
			return nil, err
		}
		add(account.ImportCatalogue, s.Text.Say("catalogue.held", n), heldPath)
	}
	if p.May(account.EditProcedure) {
		all, err := s.App.Incomplete(c.Request.Context(), p)
		if err != nil {
			return nil, err
		}
		if len(all) > 0 {
			add(account.EditProcedure, s.Text.Say("catalogue.incomplete", len(all)), page.IncompletePath)
		}
	}
	add(account.SeeInternal, s.Text.Say("catalogue.export"), exportPath)
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

// Mark sorts the rows that were ticked in the working list.
func (s *Room) Mark(c *gin.Context, in url.Values) (page.Act, error) {
	back, err := url.Parse(page.OwnPath(in.Get("back")))
	if err != nil || back.Path != cataloguePath {
		back = &url.URL{Path: cataloguePath}
	}
	var codes []catalog.Code
	for _, code := range in["code"] {
		codes = append(codes, catalog.Code(code))
	}
	return page.Act{
		Do: func() (page.Done, error) {
			n, err := s.App.Sort(
				c.Request.Context(),
				s.Person(c),
				codes,
				catalog.Ours(in.Get("ours")),
				in.Get("reason"),
			)
			return page.Done{To: back.RequestURI(), Say: "sort.saved", Args: []any{viet.Number(int64(n))}}, err
		},
		Again: func(t page.Typed) error {
			c.Request.URL.Path, c.Request.URL.RawQuery = back.Path, back.RawQuery // the list as it was
			return s.showCatalogue(c, t)
		},
	}, nil
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
