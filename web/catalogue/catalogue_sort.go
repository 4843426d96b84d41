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
			var keys []catalog.Code
			for _, v := range preview.Changing {
				keys = append(keys, v.Key)
			}
			return s.sorted(c, keys, in, sortPath)
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
			ID:    "choice",
			Title: s.Text.Say("sort.choice"),
			Text:  s.Text.Say("sort.choice_hint"),
			Fields: []field.Cell{
				f.Cell("level", s.Text.Name("part", "levels"), field.Choose(levels...), field.Medium),
				f.Cell("field", s.Text.Name("part", "field"), field.Choose(all...), field.Medium),
				f.Cell("codes", s.Text.Say("sort.codes"), field.Tall(0), field.Hint(s.Text.Say("sort.codes_hint"))),
			},
		},
		Ours: f.Cell("ours", s.Text.Say("sort.ours"), field.Choose(s.sortings()...), field.Medium),
	}
	if preview != nil {
		n := len(preview.Changing)
		m.Preview = &sortPreview{
			SortPreview:  *preview,
			To:           catalog.Ours(t.Values.Get("ours")),
			Rows:         preview.Changing[:min(n, previewRows)],
			More:         max(n-previewRows, 0),
			Count:        n,
			MissingCount: len(preview.Unknown),
			Missing:      strings.Join(preview.Unknown, ", "),
			Codes:        marks(*preview),
			Reason: f.Cell("reason", s.Text.Say("edit.reason"), field.Need,
				field.Hint(s.Text.Say("sort.reason_hint"))),
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
	Only    bool
	Ours    field.Cell
	Preview *sortPreview
}

// sortPreview is what sorting would do, with what the confirming form sends along.
type sortPreview struct {
	app.SortPreview
	To                  catalog.Ours
	Rows                []app.Head // the first that would change
	More                int
	Missing             string
	Count, MissingCount int // procedures that would change, and codes that the catalogue lacks
	Codes               string
	Reason              field.Cell
}
