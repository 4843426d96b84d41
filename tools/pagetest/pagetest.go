// Package pagetest holds the templates of every room to their view models.
package pagetest

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"rasoat/app/text"
	"rasoat/web/page"
)

// Sample is a view model with which a page is executed: filled as on an ordinary day, empty, or long. The texts are
// made up for the tests.
type Sample struct {
	Page  string // name of the template
	State string // "filled", "empty", "long"
	Model any
}

// Part is a view model with which a part is executed.
type Part struct {
	Name  string
	Model any
}

// dist is where the built assets lie, seen from the folder of a room.
const dist = "../static/dist"

// Renderer has the templates of one room beside those of the kit. An asset that was not built is an error.
func Renderer(t *testing.T, room string, files fs.FS) *page.Renderer {
	t.Helper()
	address := func(name string) (string, error) {
		pattern := name
		if typeface, ok := strings.CutSuffix(name, ".woff2"); ok {
			pattern = "*-" + typeface + "-normal-*.woff2"
		}
		found, err := filepath.Glob(filepath.Join(dist, pattern))
		if err != nil || len(found) != 1 {
			return "", fmt.Errorf("asset %q: built %d times", name, len(found))
		}
		return "/static/" + name + "?v=0", nil
	}
	words, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	r, err := page.NewRenderer(address, words, map[string]fs.FS{"page": page.Templates, room: files})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// PagesFit executes every page of a room with its samples, and fails for one that has none. With RASOAT_SHOTS=DIR the
// pages are left there as files, for the screenshots.
func PagesFit(t *testing.T, room string, files fs.FS, samples []Sample) {
	t.Helper()
	r := Renderer(t, room, files)
	executed := map[string]bool{}
	for _, s := range samples {
		t.Run(s.Page+"/"+s.State, func(t *testing.T) {
			var page bytes.Buffer
			if err := r.Page(&page, s.Page, s.Model); err != nil {
				t.Fatal(err)
			}
			executed[s.Page] = true
			checkSaid(t, s.Model)
			checkPage(t, page.String())
			keepShot(t, strings.ReplaceAll(s.Page, "/", "-")+"-"+s.State, page.String())
		})
	}
	checkExecuted(t, files, "*.gohtml", func(name string) bool { return executed[room+"/"+name] })
}

// PartsFit executes every part that lies in a room, and fails for one that has no sample.
func PartsFit(t *testing.T, room string, files fs.FS, parts []Part) {
	t.Helper()
	r := Renderer(t, room, files)
	executed := map[string]bool{}
	var all bytes.Buffer
	for _, p := range parts {
		if err := r.Part(&all, p.Name, p.Model); err != nil {
			t.Errorf("%s: %v", p.Name, err)
		}
		executed[p.Name] = true
	}
	keepShot(t, room+"-parts", `<!doctype html><html lang=vi><meta charset=utf-8>`+
		`<meta name=viewport content=width=device-width><link rel="stylesheet" href="/static/app.css?v=0">`+
		`<link rel="stylesheet" href="/static/work.css?v=0"><body><main class="work-page">`+all.String())
	checkExecuted(t, files, "part/*.gohtml", func(name string) bool { return executed[name] })
}

// checkExecuted holds that a sample executed each template of a room.
func checkExecuted(t *testing.T, files fs.FS, pattern string, executed func(name string) bool) {
	t.Helper()
	names, err := fs.Glob(files, pattern)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if !executed(strings.TrimSuffix(name, ".gohtml")) {
			t.Errorf("template %s: no sample executes it", name)
		}
	}
}

var (
	idForm    = regexp.MustCompile(`\sid="([^"]+)"`)
	labelForm = regexp.MustCompile(`<label[^>]* for="([^"]+)"`)

	postForm    = regexp.MustCompile(`<form\b[^>]*\bmethod="post"[^>]*>`)
	pieceButton = regexp.MustCompile(`<button[^>]* data-hx-post="[^>]*>`)
	anchorForm  = regexp.MustCompile(` formaction="[^"]*#[^"]+"`)
	bareBracket = regexp.MustCompile(` href="[^"#]*#[^"]*[][][^"]*"`)
)

// checkPage holds what is true of every page: one headline, no id twice, every label at a field, nothing
// of Go's own printing.
func checkPage(t *testing.T, page string) {
	t.Helper()
	if n := strings.Count(page, "<h1"); n != 1 {
		t.Errorf("%d headlines, want 1", n)
	}
	seen := map[string]bool{}
	for _, m := range idForm.FindAllStringSubmatch(page, -1) {
		if seen[m[1]] {
			t.Errorf("id %q stands twice", m[1])
		}
		seen[m[1]] = true
	}
	for _, m := range labelForm.FindAllStringSubmatch(page, -1) {
		if !seen[m[1]] {
			t.Errorf("label for %q, which is not there", m[1])
		}
	}
	for _, form := range postForm.FindAllString(page, -1) {
		if !strings.Contains(form, " novalidate") {
			t.Errorf("%s lets the browser check it: a problem is told by the server alone", form)
		}
	}
	for _, button := range pieceButton.FindAllString(page, -1) {
		if !anchorForm.MatchString(button) {
			t.Errorf("%s: without script the page would come back at its top", button)
		}
	}
	if strings.Contains(page, " data-hx-") && !strings.Contains(page, "/static/htmx.js") {
		t.Error("pieces of the page are put in place, and htmx.js is not loaded")
	}
	for _, link := range bareBracket.FindAllString(page, -1) {
		t.Errorf("%s: an address has no brackets: field.Fragment writes it", link)
	}
	for _, bad := range []string{"%!", "&lt;nil&gt;", "<no value>", "ZgotmplZ"} {
		if strings.Contains(page, bad) {
			t.Errorf("page holds %q", bad)
		}
	}
}

// checkSaid holds that no field of a page's own stands before what its frame says: what was done, what is to be known.
func checkSaid(t *testing.T, model any) {
	t.Helper()
	for _, name := range []string{"Done", "Alert"} {
		if f, has := reflect.TypeOf(model).FieldByName(name); has && len(f.Index) == 1 {
			t.Errorf("%T hides %s of its frame: give its own another name", model, name)
		}
	}
}

// keepShot leaves a page, made to stand alone beside its assets, in the folder that RASOAT_SHOTS names.
func keepShot(t *testing.T, name, page string) {
	t.Helper()
	dir := os.Getenv("RASOAT_SHOTS")
	if dir == "" {
		return
	}
	assets, err := filepath.Abs(dist)
	if err != nil {
		t.Fatal(err)
	}
	page = regexp.MustCompile(`/static/([^"?]+)\?v=[0-9a-f]+`).ReplaceAllString(page, "file://"+assets+"/$1")
	if err := os.WriteFile(filepath.Join(dir, name+".html"), []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
}
