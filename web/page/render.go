package page

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"
	"strings"

	"rasoat/app/text"
)

// Renderer turns view models into pages of one language. The templates are parsed once; a page is written only
// when it came out whole, so that a fault never leaves half a page behind.
type Renderer struct {
	pages map[string]*template.Template
	parts *template.Template
}

// NewRenderer parses the templates of every room, by the room's name. A page is a file that lies in its room, named
// by both without the ending: "plan/show"; what lies under layout/ and part/ is shared by all.
func NewRenderer(asset func(name string) (string, error), t *text.Table, rooms map[string]fs.FS) (*Renderer, error) {
	shared := template.New("").Funcs(template.FuncMap{"asset": asset}).Funcs(words(t)).Funcs(written(t))
	pages := map[string]string{} // by name: the text
	for room, files := range rooms {
		err := fs.WalkDir(files, ".", func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			source, err := fs.ReadFile(files, file)
			if err != nil {
				return err
			}
			name := strings.TrimSuffix(file, ".gohtml")
			if path.Dir(name) == "." {
				pages[room+"/"+name] = string(source)
				return nil
			}
			if shared.Lookup(name) != nil {
				return fmt.Errorf("template %s: two rooms have one", name)
			}
			_, err = shared.New(name).Parse(string(source))
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	r := &Renderer{pages: make(map[string]*template.Template, len(pages)), parts: shared}
	for name, text := range pages {
		page, err := shared.Clone()
		if err != nil {
			return nil, fmt.Errorf("template %s: %w", name, err)
		}
		if _, err := page.New(name).Parse(text); err != nil {
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
