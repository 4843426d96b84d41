package catalogue

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// SortForm shows the page that sorts in bulk.
func (s *Room) SortForm(c *gin.Context) error {
	return s.showSort(c, page.Shown(url.Values{"only": {"true"}, "ours": {string(catalog.NotOurs)}}), nil)
}

var codeSeparator = regexp.MustCompile(`[\s,;]+`)

// sortChoice is what a form chose.
func sortChoice(typed url.Values) app.SortChoice {
	out := app.SortChoice{
		Level:        catalog.Level(typed.Get("level")),
		Field:        typed.Get("field"),
		OnlyUnsorted: typed.Get("only") != "",
	}
	for _, code := range codeSeparator.Split(typed.Get("codes"), -1) {
		if code != "" {
			out.Codes = append(out.Codes, code)
		}
	}
	return out
}

// SortBulk shows what sorting would do, or does it once that was confirmed.
func (s *Room) SortBulk(c *gin.Context, in url.Values) (page.Act, error) {
	ctx, by, ours, confirmed := c.Request.Context(), s.Person(c), catalog.Ours(in.Get("ours")), in.Get("confirmed")
	look := func() (app.SortPreview, error) { return s.App.PreviewSort(ctx, by, sortChoice(in), ours) }
	return page.Act{
		Do: func() (page.Done, error) {
			preview, err := look()
			if err != nil {
				return page.Done{}, err
			}
			if confirmed == "" {
				return page.Done{Show: func() error { return s.showSort(c, page.Shown(in), &preview) }}, nil
			}
			keys := keysOf(preview)
			if confirmed != marks(keys) {
				return page.Done{}, &value.Conflict{What: "preview of sorting"}
			}
			n, err := s.App.Sort(ctx, by, keys, ours, in.Get("reason"))
			return page.Done{To: sortPath, Say: "sort.saved", Args: []any{viet.Number(int64(n))}}, err
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

func keysOf(p app.SortPreview) []catalog.Code {
	out := make([]catalog.Code, len(p.Changing))
	for i, v := range p.Changing {
		out[i] = v.Key
	}
	return out
}

// marks are the keys that a preview showed, as the confirming form sends them back.
func marks(keys []catalog.Code) string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = string(k)
	}
	return strings.Join(out, " ")
}

// previewRows is how many rows a preview shows.
const previewRows = 50

func (s *Room) showSort(c *gin.Context, t page.Typed, preview *app.SortPreview) error {
	fields, err := s.App.Fields(c.Request.Context())
	if err != nil {
		return err
	}
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m := catalogueSort{
		Frame: s.Frame(c, s.Text.Say("sort.title")),
		State: s.Text.Say("sort.state"),
		Only: tick{
			ID:      "only",
			Name:    "only",
			Value:   "true",
			Text:    s.Text.Say("sort.only"),
			Checked: t.Values.Get("only") != "",
		},
	}
	levels := []field.Option{{Text: s.Text.Say("sort.any_level")}}
	for _, l := range catalog.Levels {
		levels = append(levels, field.Option{Value: string(l), Text: viet.Capital(s.Text.Name("level", string(l)))})
	}
	all := []field.Option{{Text: s.Text.Say("sort.any_field")}}
	for _, name := range fields {
		all = append(all, field.Option{Value: name, Text: name})
	}
	m.Choice = page.FieldGroup{
		ID:    "choice",
		Title: s.Text.Say("sort.choice"),
		Text:  s.Text.Say("sort.choice_hint"),
		Fields: []field.Cell{
			f.Cell("level", s.Text.Name("part", "levels"), field.Choose(levels...), field.Medium),
			f.Cell("field", s.Text.Name("part", "field"), field.Choose(all...), field.Medium),
			f.Cell(
				"codes",
				s.Text.Say("sort.codes"),
				field.Kind("textarea"),
				field.Hint(s.Text.Say("sort.codes_hint")),
			),
		},
	}
	m.Ours = f.Cell("ours", s.Text.Say("sort.ours"), field.Choose(s.sortings()...), field.Medium)
	if preview != nil {
		m.Preview = s.sortPreview(f, t.Values, *preview)
	}
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "catalogue/catalogue_sort", m)
}

func (s *Room) sortPreview(f *field.Sheet, typed url.Values, p app.SortPreview) *sortPreview {
	to, keys := s.Text.Name("ours", typed.Get("ours")), keysOf(p)
	out := &sortPreview{
		Text:   s.Text.Say("sort.preview", viet.Number(int64(len(keys))), to),
		Codes:  marks(keys),
		Reason: f.Cell("reason", s.Text.Say("edit.reason"), field.Need, field.Hint(s.Text.Say("sort.reason_hint"))),
	}
	if p.Same > 0 {
		out.Lines = append(out.Lines, s.Text.Say("sort.same", viet.Number(int64(p.Same)), to))
	}
	if p.Kept > 0 {
		out.Lines = append(out.Lines, s.Text.Say("sort.kept", viet.Number(int64(p.Kept))))
	}
	if len(p.Unknown) > 0 {
		out.Lines = append(out.Lines, s.Text.Say("sort.unknown", len(p.Unknown), strings.Join(p.Unknown, ", ")))
	}
	for _, v := range p.Changing[:min(len(p.Changing), previewRows)] {
		out.Rows = append(out.Rows, sortRow{
			Code: string(v.Code),
			Name: v.Name,
			Href: page.ProcedureHref(v.Code),
			From: s.Text.Name("ours", string(v.Ours)),
			To:   to,
		})
	}
	if more := len(keys) - previewRows; more > 0 {
		out.More = s.Text.Say("sort.more", viet.Number(int64(more)))
	}
	if len(keys) > 0 {
		out.Submit = s.Text.Say("sort.submit", viet.Number(int64(len(keys))))
	}
	return out
}

// catalogueSort sorts in bulk. Template: catalogue/catalogue_sort.
type catalogueSort struct {
	page.Frame
	State   string
	Summary field.Summary
	Choice  page.FieldGroup
	Only    tick
	Ours    field.Cell
	Preview *sortPreview
}

// sortPreview is what sorting would do, with what the confirming form sends along.
type sortPreview struct {
	Text   string // "137 thủ tục sẽ chuyển thành “xã giải quyết”."
	Lines  []string
	Rows   []sortRow
	More   string
	Reason field.Cell
	Codes  string
	Submit string
}

type sortRow struct {
	Code, Name, Href string
	From, To         string
}
