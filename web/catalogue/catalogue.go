package catalogue

import (
	"net/http"
	"net/url"
	"slices"

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
	heldPath      = cataloguePath + "/cho-xu-ly"
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
	ctx, by := c.Request.Context(), s.Person(c)
	r, err := s.App.Find(ctx, q)
	if err != nil {
		return err
	}
	m := catalogueList{
		Frame:     s.Frame(c, s.Text.Say("nav.catalogue")),
		Total:     r.Total,
		CanSort:   by.May(account.SortProcedure),
		CanEdit:   by.May(account.EditProcedure),
		CanImport: by.May(account.ImportCatalogue),
		Search:    s.search(c, "q", "catalogue.search"),
		Back:      c.Request.URL.RequestURI(),
		Paging:    s.pages(c, r.Total, q.Offset, q.Limit),
		Ticked:    t.Values["code"],
	}
	if m.CanImport {
		if m.Held, err = s.App.HeldCount(ctx); err != nil {
			return err
		}
	}
	if m.CanEdit {
		all, err := s.App.Incomplete(ctx, by)
		if err != nil {
			return err
		}
		m.Incomplete = len(all)
	}
	for _, name := range catalogueFacets {
		if c.Query(name) != "" {
			m.Keep = append(m.Keep, page.Fact{Term: name, Text: c.Query(name)})
		}
	}
	m.Facets, m.Set = s.facetLinks(c, catalogueFacets, r)
	found, err := s.found(c, r)
	if err != nil {
		return err
	}
	for _, h := range r.Hits {
		if v, there := found[h.Key]; there {
			m.Rows = append(m.Rows, v.Procedure)
		}
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m.Ours = f.Cell("ours", s.Text.Say("sort.ours"), field.Choose(s.sortings()...), field.Medium)
	m.Reason = f.Cell("reason", s.Text.Say("edit.reason"), field.Medium)
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "catalogue/catalogue", m)
}

// search is the field that searches in a list.
func (s *Room) search(c *gin.Context, name, code string) field.Cell {
	typed := url.Values{name: {c.Query(name)}}
	return field.NewSheet(s.Text, typed, nil).Cell(name, s.Text.Say(code))
}

// sortings are whose a procedure can be, as options.
func (s *Room) sortings() []field.Option { return optionsOf(s, "ours", catalog.Sortings) }

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
		Do: func() (page.Done, error) { return s.sorted(c, codes, in, back.RequestURI()) },
		Again: func(t page.Typed) error {
			c.Request.URL.Path, c.Request.URL.RawQuery = back.Path, back.RawQuery // the list as it was
			return s.showCatalogue(c, t)
		},
	}, nil
}

// sorted sorts procedures as a form says, and leads back.
func (s *Room) sorted(c *gin.Context, codes []catalog.Code, in url.Values, to string) (page.Done, error) {
	ours, reason := catalog.Ours(in.Get("ours")), in.Get("reason")
	n, err := s.App.Sort(c.Request.Context(), s.Person(c), codes, ours, reason)
	return page.Done{To: to, Say: "sort.saved", Args: []any{viet.Number(int64(n))}}, err
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

// Incomplete lists the commune's procedures that lack a part which the law requires (Decree 63/2010/NĐ-CP, article 8
// clause 2), each with its form.
func (s *Room) Incomplete(c *gin.Context) error {
	all, err := s.App.Incomplete(c.Request.Context(), s.Person(c))
	if err != nil {
		return err
	}
	m := incompleteList{s.Frame(c, s.Text.Say("incomplete.title")), len(all), all}
	return s.Show(c, http.StatusOK, "catalogue/incomplete", m)
}

// catalogueList is the working list of the catalogue. Template: catalogue/catalogue.
type catalogueList struct {
	page.Frame
	Total                       int
	CanSort, CanEdit, CanImport bool
	Held, Incomplete            int // procedures that wait for whoever imports, or edits
	Search                      field.Cell
	Keep                        []page.Fact // filters that the search form sends along: name and value
	Set                         []page.Link
	Facets                      []page.FacetList
	Rows                        []catalog.Procedure
	Ticked                      []string
	Paging                      page.Paging
	Back                        string // where the form of the ticked rows comes back to
	Summary                     field.Summary
	Ours, Reason                field.Cell
}

// IsTicked reports whether a row is marked for sorting.
func (m catalogueList) IsTicked(code catalog.Code) bool {
	return slices.Contains(m.Ticked, string(code))
}

// incompleteList is the procedures that lack a part. Template: catalogue/incomplete.
type incompleteList struct {
	page.Frame
	Count int
	Rows  []app.IncompleteProcedure
}
