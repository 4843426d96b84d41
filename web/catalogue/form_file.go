package catalogue

import (
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

// FormFile sends a form of a procedure to whoever may read the procedure.
func (s *Room) FormFile(c *gin.Context) error {
	code, sha := catalog.Code(c.Param("code")), c.Param("sha")
	f, form, err := s.App.FormFile(c.Request.Context(), s.Reader(c), code, sha)
	if err != nil {
		return err
	}
	name := []rune(strings.ReplaceAll(viet.Fold(form), " ", "-"))
	return s.GiveScan(c, f, string(name[:min(len(name), formNameMost)]))
}

// formNameMost is how many letters of a form's name its file is called by.
const formNameMost = 80

// FormFiles is the page on which forms are attached to a procedure.
func (s *Room) FormFiles(c *gin.Context) error {
	return s.showFormFiles(c, page.Shown(url.Values{"form": {c.Query("mau")}}))
}

func (s *Room) showFormFiles(c *gin.Context, t page.Typed) error {
	v, err := s.asked(c)
	if err != nil {
		return err
	}
	files, err := s.App.FormFiles(c.Request.Context(), s.Reader(c), v.Procedure.Code)
	if err != nil {
		return err
	}
	m := formFiles{Frame: s.Frame(c, s.Text.Say("form_file.title")), Procedure: v.Procedure}
	names := catalog.FormNames(v.Procedure)
	for _, f := range files { // what the procedure no longer names can still be taken away
		if !containsForm(names, f.Form) {
			names = append(names, f.Form)
		}
	}
	options := []field.Option{{Text: s.Text.Say("form_file.choose")}}
	for _, name := range names {
		options = append(options, field.Option{Value: name, Text: page.Shortened(name)})
	}
	m.Rows = s.FormLines(names, v.Procedure.Code, files)
	f := field.NewSheet(s.Text, t.Values, t.Problems)
	m.Form = f.Cell("form", s.Text.Say("form_file.form"), field.Choose(options...), field.Need)
	hint := field.Hint(s.Text.Say("form_file.hint", app.MaxScan>>20))
	m.File = f.Cell("file", s.Text.Say("form_file.file"), field.Kind("file"), field.Need, hint)
	m.Summary = f.Summary()
	return s.Show(c, t.Status, "catalogue/form_file", m)
}

func containsForm(names []string, form string) bool {
	for _, name := range names {
		if catalog.IsSameForm(name, form) {
			return true
		}
	}
	return false
}

// SaveFormFile attaches a form that was sent, or takes one away.
func (s *Room) SaveFormFile(c *gin.Context, in url.Values) (page.Act, error) {
	v, err := s.asked(c)
	ctx, by, code, form := c.Request.Context(), s.Person(c), v.Procedure.Code, in.Get("form")
	to := page.FormFilesHref(code)
	return page.Act{
		Again: func(t page.Typed) error { return s.showFormFiles(c, t) },
		Do: func() (page.Done, error) {
			if in.Get("do") == doDetach {
				err := s.App.DetachForm(ctx, by, code, form)
				return page.Done{To: to, Say: "form_file.detached", Args: []any{form}}, err
			}
			scan := app.Scan{Content: strings.NewReader("")}
			if sent := page.SentFiles(c, "file"); len(sent) > 0 {
				f, err := sent[0].Open()
				if err != nil {
					return page.Done{}, err
				}
				defer f.Close() // only read
				scan = app.Scan{Name: sent[0].Filename, Content: f}
			}
			err := s.App.AttachForm(ctx, by, code, form, scan)
			return page.Done{To: to, Say: "form_file.attached", Args: []any{form}}, err
		},
	}, err
}

// doDetach is what the button sends that takes a file away.
const doDetach = "detach"

// formFiles is the forms of a procedure with their files. Template: catalogue/form_file.
type formFiles struct {
	page.Frame
	Procedure  catalog.Procedure
	Rows       []page.FormLine
	Form, File field.Cell
	Summary    field.Summary
}
