package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"
	"strings"

	"rasoat/app/text"
)

//go:embed templates
var templateFiles embed.FS

// Renderer turns view models into pages of one language. The templates are parsed once; a page is written only
// when it came out whole, so that a fault never leaves half a page behind.
type Renderer struct {
	pages map[string]*template.Template
	parts *template.Template
}

// NewRenderer parses every template under templates/ for the language of a table. A page is a file outside layout/
// and part/, named by its path without the ending: "procedure/show".
func NewRenderer(assets *Assets, t *text.Table) (*Renderer, error) {
	shared := template.New("").Funcs(template.FuncMap{"asset": assets.Address}).Funcs(words(t))
	var pages []string
	err := fs.WalkDir(templateFiles, "templates", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		short := templateName(name)
		if !isShared(short) {
			pages = append(pages, short)
			return nil
		}
		return parseInto(shared, short)
	})
	if err != nil {
		return nil, err
	}
	r := &Renderer{pages: make(map[string]*template.Template, len(pages)), parts: shared}
	for _, name := range pages {
		page, err := shared.Clone()
		if err != nil {
			return nil, fmt.Errorf("template %s: %w", name, err)
		}
		if err := parseInto(page, name); err != nil {
			return nil, err
		}
		r.pages[name] = page
	}
	return r, nil
}

// Page writes the page called name, the frame around it, from its view model.
func (r *Renderer) Page(w io.Writer, name string, model any) error {
	page, ok := r.pages[name]
	if !ok {
		return fmt.Errorf("page %q: no such template", name)
	}
	return execute(w, page, "layout/base", model)
}

// Part writes one component alone, for a script that asks for a piece of a page: "part/cost_table".
func (r *Renderer) Part(w io.Writer, name string, model any) error {
	if r.parts.Lookup(name) == nil {
		return fmt.Errorf("part %q: no such template", name)
	}
	parts, err := r.parts.Clone()
	if err != nil {
		return fmt.Errorf("part %q: %w", name, err)
	}
	return execute(w, parts, name, model)
}

func execute(w io.Writer, t *template.Template, name string, model any) error {
	var page bytes.Buffer
	if err := t.ExecuteTemplate(&page, name, model); err != nil {
		return err
	}
	_, err := w.Write(page.Bytes())
	return err
}

func parseInto(t *template.Template, name string) error {
	source, err := templateFiles.ReadFile("templates/" + name + ".gohtml")
	if err != nil {
		return err
	}
	_, err = t.New(name).Parse(string(source))
	return err
}

func templateName(file string) string {
	return strings.TrimSuffix(strings.TrimPrefix(file, "templates/"), ".gohtml")
}

func isShared(name string) bool {
	dir := path.Dir(name)
	return dir == "layout" || dir == "part"
}
