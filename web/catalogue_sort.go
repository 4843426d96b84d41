package web

import (
	"errors"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"rasoat/web/field"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// sortForm shows the page that sorts in bulk.
func (s *Server) sortForm(c *gin.Context) error {
	saved := ""
	if n := c.Query("da-luu"); n != "" {
		saved = s.text.Say("sort.saved", n)
	}
	return s.showSort(c, http.StatusOK, url.Values{"only": {"true"}, "ours": {string(catalog.NotOurs)}}, nil, nil, saved)
}

var codeSeparator = regexp.MustCompile(`[\s,;]+`)

// sortChoice is what a form chose.
func sortChoice(typed url.Values) app.SortChoice {
	out := app.SortChoice{Level: catalog.Level(typed.Get("level")), Field: typed.Get("field"), OnlyUnsorted: typed.Get("only") != ""}
	for _, code := range codeSeparator.Split(typed.Get("codes"), -1) {
		if code != "" {
			out.Codes = append(out.Codes, code)
		}
	}
	return out
}

// sortBulk shows what sorting would do, or does it once that was confirmed.
func (s *Server) sortBulk(c *gin.Context) error {
	ctx := c.Request.Context()
	typed, err := s.posted(c)
	if err != nil {
		return err
	}
	ours := catalog.Ours(typed.Get("ours"))
	preview, err := s.app.PreviewSort(ctx, s.person(c), sortChoice(typed), ours)
	var problems value.Problems
	if errors.As(err, &problems) {
		return s.showSort(c, http.StatusUnprocessableEntity, typed, nil, problems, "")
	}
	if err != nil {
		return err
	}
	if typed.Get("confirmed") == "" {
		return s.showSort(c, http.StatusOK, typed, &preview, nil, "")
	}
	keys := make([]catalog.Code, len(preview.Changing))
	for i, v := range preview.Changing {
		keys[i] = v.Key
	}
	if typed.Get("confirmed") != marks(keys) {
		return s.showSort(c, http.StatusConflict, typed, &preview, value.Problems{{Field: "confirmed", Code: "sort.moved"}}, "")
	}
	n, err := s.app.Sort(ctx, s.person(c), keys, ours, typed.Get("reason"))
	if errors.As(err, &problems) {
		return s.showSort(c, http.StatusUnprocessableEntity, typed, &preview, problems, "")
	}
	if err != nil {
		return err
	}
	c.Redirect(http.StatusSeeOther, "/danh-muc/phan-loai?da-luu="+url.QueryEscape(viet.Number(int64(n))))
	return nil
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

func (s *Server) showSort(c *gin.Context, status int, typed url.Values, preview *app.SortPreview, problems value.Problems, saved string) error {
	fields, err := s.app.Fields(c.Request.Context())
	if err != nil {
		return err
	}
	f := field.NewSheet(s.text, typed, problems)
	m := catalogueSort{frame: s.frame(c, s.text.Say("sort.title")), State: s.text.Say("sort.state"), Saved: saved,
		Only: tick{ID: "only", Name: "only", Value: "true", Text: s.text.Say("sort.only"), Checked: typed.Get("only") != ""}}
	levels := []field.Option{{Text: s.text.Say("sort.any_level")}}
	for _, l := range catalog.Levels {
		levels = append(levels, field.Option{Value: string(l), Text: viet.Capital(s.text.Name("level", string(l)))})
	}
	all := []field.Option{{Text: s.text.Say("sort.any_field")}}
	for _, name := range fields {
		all = append(all, field.Option{Value: name, Text: name})
	}
	m.Choice = fieldGroup{ID: "choice", Title: s.text.Say("sort.choice"), Text: s.text.Say("sort.choice_hint"), Fields: []field.Cell{
		f.Cell("level", s.text.Name("part", "levels"), field.Choose(levels...), field.Medium), f.Cell("field", s.text.Name("part", "field"), field.Choose(all...), field.Medium),
		f.Cell("codes", s.text.Say("sort.codes"), field.Kind("textarea"), field.Hint(s.text.Say("sort.codes_hint"))),
	}}
	m.Ours = f.Cell("ours", s.text.Say("sort.ours"), field.Choose(s.sortings()...), field.Medium)
	if preview != nil {
		m.Preview = s.sortPreview(f, typed, *preview)
	}
	m.Summary = f.Summary()
	return s.show(c, status, "catalogue/sort", m)
}

func (s *Server) sortPreview(f *field.Sheet, typed url.Values, p app.SortPreview) *sortPreview {
	to := s.text.Name("ours", typed.Get("ours"))
	out := &sortPreview{Text: s.text.Say("sort.preview", viet.Number(int64(len(p.Changing))), to), Unknown: p.Unknown}
	if p.Same > 0 {
		out.Lines = append(out.Lines, s.text.Say("sort.same", viet.Number(int64(p.Same)), to))
	}
	if p.Kept > 0 {
		out.Lines = append(out.Lines, s.text.Say("sort.kept", viet.Number(int64(p.Kept))))
	}
	if len(p.Unknown) > 0 {
		out.Lines = append(out.Lines, s.text.Say("sort.unknown", len(p.Unknown), strings.Join(p.Unknown, ", ")))
	}
	keys := make([]catalog.Code, len(p.Changing))
	for i, v := range p.Changing {
		keys[i] = v.Key
		if i < previewRows {
			out.Rows = append(out.Rows, sortRow{Code: string(v.Code), Name: v.Name, Href: procedureHref(v.Code),
				From: s.text.Name("ours", string(v.Ours)), To: to})
		}
	}
	if more := len(p.Changing) - previewRows; more > 0 {
		out.More = s.text.Say("sort.more", viet.Number(int64(more)))
	}
	out.Codes = marks(keys)
	out.Reason = f.Cell("reason", s.text.Say("edit.reason"), field.Need, field.Hint(s.text.Say("sort.reason_hint")))
	if len(keys) > 0 {
		out.Submit = s.text.Say("sort.submit", viet.Number(int64(len(keys))))
	}
	return out
}
