package catalogue

import (
	"net/http"
	"net/url"
	"regexp"
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

// cataloguePath is the address of the work on the catalogue.
const cataloguePath = "/danh-muc"

// catalogueFacets are the filters of the working list in their order; the address uses the same names.
var catalogueFacets = []string{"ours", "kind", "group", "status", "level", "field"}

// List shows the working list.
func (s *Room) List(c *gin.Context) error { return s.showCatalogue(c, page.Shown(nil)) }

func (s *Room) showCatalogue(c *gin.Context, t page.Typed) error {
	q, err := s.SearchQuery(c, resultsPerPage)
	if err != nil {
		return err
	}
	q.Scope, q.All, q.Sort = app.ScopeOfficial, true, ""
	if q.Text == "" {
		q.Sort = "code"
	}
	ctx, by := c.Request.Context(), s.Person(c)
	r, err := s.App.Find(ctx, q)
	if err != nil {
		return err
	}
	list := s.catalogueList()
	if page.WantsSheet(c) {
		return list.GiveSheet(s.Kit, c, s.Text.Say("catalogue.title"), r.Hits)
	}
	m := catalogueList{
		Frame:     s.Frame(c, s.Text.Say("nav.catalogue")),
		Total:     r.Total,
		CanSort:   by.May(account.SortProcedure),
		CanEdit:   by.May(account.EditProcedure),
		CanImport: by.May(account.ImportCatalogue),
		Back:      c.Request.URL.RequestURI(),
		Ticked:    t.Values["code"],
	}
	if !m.CanSort {
		list.Ticks = ""
	}
	m.List, m.Rows = list.Lay(s.Text, c.Request.URL, r.Hits)
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
	m.Facets, m.Set = s.facetLinks(c, catalogueFacets, r)
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m.Ours = s.oursCell(f)
	m.Reason = f.Cell("reason", s.Text.Say("edit.reason"), field.Medium)
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "catalogue/catalogue", m)
}

// catalogueList is the working list: found by the index, in its order until another is asked for.
func (s *Room) catalogueList() page.List[app.FoundProcedure] {
	type row = app.FoundProcedure
	named := func(enum string, word func(row) string) func(row) string {
		return func(p row) string {
			if word(p) == "" {
				return ""
			}
			return s.Text.Name(enum, word(p))
		}
	}
	levels := func(p row) string {
		var out []string
		for _, l := range p.Levels {
			out = append(out, s.Text.Name("level", l))
		}
		return strings.Join(out, ", ")
	}
	return page.List[row]{
		Asked: "q",
		Of:    "choose.shown",
		Ticks: "catalogue.col.pick",
		Boxes: "code",
		Columns: []page.Column[row]{
			page.WordsColumn("ma", "col.code", func(p row) string { return string(p.Code) }),
			page.WordsColumn("ten", "col.procedure", func(p row) string { return p.Name }, page.Beside),
			page.WordsColumn("linh-vuc", "facet.field", func(p row) string { return p.Field }, page.Beside),
			page.WordsColumn("loai", "facet.kind", named("kind", func(p row) string { return string(p.Kind) })),
			page.WordsColumn("nhom", "facet.group", named("group", func(p row) string {
				return string(p.Group)
			}), page.Beside),
			page.WordsColumn("cap", "facet.level", levels, page.Beside),
			page.WordsColumn("tinh-trang", "col.status", named("status", func(p row) string {
				return string(p.Status)
			})),
			page.WordsColumn("thuoc-xa", "facet.ours", func(p row) string {
				return s.Text.Name("ours", string(p.Ours))
			}),
		},
	}
}

// oursCell is the field that says whose a procedure is.
func (s *Room) oursCell(f *field.Sheet) field.Cell {
	choose := field.Choose(optionsOf(s, "ours", catalog.Sortings)...)
	return f.Cell("ours", s.Text.Say("sort.ours"), choose, field.Medium)
}

// Mark sorts the rows that were ticked in the working list.
func (s *Room) Mark(c *gin.Context, in url.Values) (page.Act, error) {
	back, err := url.Parse(page.OwnPath(in.Get("back")))
	if err != nil || back.Path != cataloguePath {
		back = &url.URL{Path: cataloguePath}
	}
	return page.Act{
		Do: func() (page.Done, error) { return s.sorted(c, in["code"], in, back.RequestURI()) },
		Again: func(t page.Typed) error {
			c.Request.URL.Path, c.Request.URL.RawQuery = back.Path, back.RawQuery // the list as it was
			return s.showCatalogue(c, t)
		},
	}, nil
}

// sorted sorts procedures as a form says, and leads back.
func (s *Room) sorted(c *gin.Context, keys []string, in url.Values, to string) (page.Done, error) {
	var codes []catalog.Code
	for _, key := range keys {
		codes = append(codes, catalog.Code(key))
	}
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
	list := s.incompleteList()
	if page.WantsSheet(c) {
		return list.GiveSheet(s.Kit, c, s.Text.Say("incomplete.title"), all)
	}
	m := incompleteList{Frame: s.Frame(c, s.Text.Say("incomplete.title")), All: len(all)}
	m.List, m.Rows = list.Lay(s.Text, c.Request.URL, all)
	return s.Show(c, http.StatusOK, "catalogue/incomplete", m)
}

// catalogueList is the working list of the catalogue. Template: catalogue/catalogue.
type catalogueList struct {
	page.Frame
	Total                       int
	CanSort, CanEdit, CanImport bool
	Held, Incomplete            int // procedures that wait for whoever imports, or edits
	Set                         []page.Link
	Facets                      []page.FacetList
	List                        page.Listing
	Rows                        []app.FoundProcedure
	Ticked                      []string
	Back                        string // where the form of the ticked rows comes back to
	Summary                     field.Summary
	Ours, Reason                field.Cell
}

// IsTicked reports whether a row is marked for sorting.
func (m catalogueList) IsTicked(code catalog.Code) bool {
	return m.List.IsTicked(slices.Contains(m.Ticked, string(code)))
}

// incompleteList is the procedures that lack a part. Template: catalogue/incomplete.
type incompleteList struct {
	page.Frame
	All  int
	List page.Listing
	Rows []app.IncompleteProcedure
}

// incompleteList is the list of procedures that lack a part.
func (s *Room) incompleteList() page.List[app.IncompleteProcedure] {
	type row = app.IncompleteProcedure
	parts := func(x row) (out []field.Option) {
		for _, p := range x.Missing {
			out = append(out, field.Option{Value: string(p), Text: s.Text.Name("part", string(p))})
		}
		return out
	}
	return page.List[row]{
		Columns: []page.Column[row]{
			page.WordsColumn("ma", "col.code", func(x row) string { return string(x.Code) }),
			page.WordsColumn("ten", "col.procedure", func(x row) string { return x.Name }, page.Beside),
			page.WordsColumn("thieu", "incomplete.col.missing", func(x row) string {
				var all []string
				for _, p := range parts(x) {
					all = append(all, p.Text)
				}
				return strings.Join(all, ", ")
			}),
		},
		Filters: []page.Filter[row]{{ID: "phan", Title: "incomplete.col.missing", Chips: true, Of: parts}},
	}
}

// SortForm shows the page that sorts in bulk.
func (s *Room) SortForm(c *gin.Context) error {
	return s.showSort(c, page.Shown(url.Values{"only": {"true"}, "ours": {string(catalog.NotOurs)}}), nil)
}

var codeSeparator = regexp.MustCompile(`[\s,;]+`)

// sortChoice is what a form chose.
func sortChoice(typed url.Values) app.SortChoice {
	level, only := catalog.Level(typed.Get("level")), typed.Get("only") != ""
	out := app.SortChoice{Level: level, Field: typed.Get("field"), OnlyUnsorted: only}
	for _, code := range codeSeparator.Split(typed.Get("codes"), -1) {
		if code != "" {
			out.Codes = append(out.Codes, code)
		}
	}
	return out
}

// SortBulk shows what sorting would do, or does it once that was confirmed.
func (s *Room) SortBulk(c *gin.Context, in url.Values) (page.Act, error) {
	ours, confirmed := catalog.Ours(in.Get("ours")), in.Get("confirmed")
	look := func() (app.SortPreview, error) {
		return s.App.PreviewSort(c.Request.Context(), s.Person(c), sortChoice(in), ours)
	}
	return page.Act{
		Do: func() (page.Done, error) {
			preview, err := look()
			switch {
			case err != nil:
				return page.Done{}, err
			case confirmed == "":
				return page.Done{Show: func() error { return s.showSort(c, page.Shown(in), &preview) }}, nil
			case confirmed != marks(preview):
				return page.Done{}, &value.Conflict{What: "preview of sorting"}
			}
			return s.sorted(c, strings.Fields(confirmed), in, cataloguePath+"/phan-loai")
		},
		Again: func(t page.Typed) error {
			if t.Status == http.StatusConflict { // it is looked at again, with what stands now
				t.Both, t.Problems = page.BothVersions{}, value.Problems{{Field: "confirmed", Code: "sort.moved"}}
			}
			preview, err := look()
			if confirmed == "" || err != nil {
				return s.showSort(c, t, nil)
			}
			return s.showSort(c, t, &preview)
		},
	}, nil
}

// marks are the keys that a preview showed, as the confirming form sends them back.
func marks(p app.SortPreview) string {
	var keys []string
	for _, v := range p.Changing {
		keys = append(keys, string(v.Key))
	}
	return strings.Join(keys, " ")
}

// previewRows is how many rows a preview shows.
const previewRows = 50

func (s *Room) showSort(c *gin.Context, t page.Typed, preview *app.SortPreview) error {
	fields, err := s.App.Fields(c.Request.Context())
	if err != nil {
		return err
	}
	all := []field.Option{{Text: s.Text.Say("sort.any_field")}}
	for _, name := range fields {
		all = append(all, field.Option{Value: name, Text: name})
	}
	levels := optionsOf(s, "level", catalog.Levels, "sort.any_level")
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m := catalogueSort{
		Frame: s.Frame(c, s.Text.Say("sort.title")),
		Only:  t.Values.Get("only") != "",
		Choice: page.FieldGroup{
			ID: "choice", Title: s.Text.Say("sort.choice"), Text: s.Text.Say("sort.choice_hint"),
			Fields: []field.Cell{
				f.Cell("level", s.Text.Name("part", "levels"), field.Choose(levels...), field.Medium),
				f.Cell("field", s.Text.Name("part", "field"), field.Choose(all...), field.Medium),
				f.Cell("codes", s.Text.Say("sort.codes"), field.Tall(0), field.Hint(s.Text.Say("sort.codes_hint"))),
			},
		},
		Ours: s.oursCell(f),
	}
	if preview != nil {
		n, hint := len(preview.Changing), field.Hint(s.Text.Say("sort.reason_hint"))
		m.Preview = &sortPreview{
			SortPreview: *preview,
			To:          catalog.Ours(t.Values.Get("ours")),
			Rows:        preview.Changing[:min(n, previewRows)],
			More:        max(n-previewRows, 0),
			Missing:     strings.Join(preview.Unknown, ", "),
			Codes:       marks(*preview),
			Reason:      f.Cell("reason", s.Text.Say("edit.reason"), field.Need, hint),
		}
	}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "catalogue/catalogue_sort", m)
}

// catalogueSort sorts in bulk. Template: catalogue/catalogue_sort.
type catalogueSort struct {
	page.Frame
	Summary field.Summary
	Choice  page.FieldGroup
	Ours    field.Cell
	Only    bool
	Preview *sortPreview
}

// sortPreview is what sorting would do, with what the confirming form sends along.
type sortPreview struct {
	app.SortPreview
	To             catalog.Ours
	Rows           []app.Head // the first that would change
	More           int        // how many others would
	Missing, Codes string     // that the catalogue lacks, and that are sent along
	Reason         field.Cell
}
