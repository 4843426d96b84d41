package page

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync"

	"rasoat/app/text"
)

// Renderer turns view models into pages of one language. A template is parsed once, that of a page when it is first
// asked for; a page is written only when it came out whole, so that a fault never leaves half a page behind.
type Renderer struct {
	pages map[string]func() (*template.Template, error) // by name
	parts *template.Template                            // what all share; only copies of it are executed
}

// NewRenderer parses the templates of every room, by the room's name. A page is a file that lies in its room, named
// by both without the ending: "plan/show"; what lies under layout/ and part/ is shared by all.
func NewRenderer(asset func(name string) (string, error), t *text.Table, rooms map[string]fs.FS) (*Renderer, error) {
	shared := template.New("").Funcs(template.FuncMap{"asset": asset}).Funcs(words(t)).Funcs(written(t))
	r := &Renderer{pages: map[string]func() (*template.Template, error){}, parts: shared}
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
				r.pages[room+"/"+name] = sync.OnceValues(func() (*template.Template, error) {
					page, err := shared.Clone()
					if err != nil {
						return nil, err
					}
					_, err = page.New(room + "/" + name).Parse(string(source))
					return page, err
				})
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
	return r, nil
}

// Page writes the page called name, the frame around it, from its view model.
func (r *Renderer) Page(w io.Writer, name string, model any) error {
	parse, ok := r.pages[name]
	if !ok {
		return fmt.Errorf("page %q: no such template", name)
	}
	page, err := parse()
	if err != nil {
		return fmt.Errorf("page %q: %w", name, err)
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
