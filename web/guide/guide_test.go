package guide_test

import (
	"io/fs"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"rasoat/docs"
	"rasoat/tools/webtest"
	"rasoat/web/page"
)

// leads finds where the guide leads inside itself, and the pictures that it shows.
var leads = regexp.MustCompile(`(?:href|src)="(/huong-dan[^"#]*)?(#[^"]*)?"`)

// Every section and picture that the guide itself, or a page by page.Help, leads to is there.
func TestGuide_LeadsSomewhere(t *testing.T) {
	s := webtest.OpenSite(t)
	c := s.Visitor()
	served := map[string]string{}
	read := func(path string) string {
		if _, ok := served[path]; !ok {
			r := c.Get(path)
			if r.Status != http.StatusOK {
				t.Errorf("%s: %d", path, r.Status)
			}
			served[path] = r.Body
		}
		return served[path]
	}
	follow := func(from, link string) {
		path, section, _ := strings.Cut(link, "#")
		if path == "" {
			path = from
		}
		if body := read(path); section != "" && !strings.Contains(body, ` id="`+section+`"`) {
			t.Errorf("%s leads to %s, which has no section %s", from, path, section)
		}
	}
	routes := map[string]bool{}
	for _, r := range s.Server.Routes().Routes() {
		routes[r.Method+" "+r.Path] = true
	}
	for route, section := range page.Help {
		if !routes["GET "+route] {
			t.Errorf("%s is no page", route)
		}
		if !strings.Contains(section, "#") {
			t.Errorf("%s leads to %s, a whole chapter", route, section)
		}
		follow(route, page.GuideHref(section))
	}
	for _, chapter := range []string{"", "nguoi-dan", "cong-chuc", "van-phong", "chu-tich", "quan-tri"} {
		at := page.GuideHref(chapter)
		for _, m := range leads.FindAllStringSubmatch(read(at), -1) {
			if m[1] != "" || m[2] != "" {
				follow(at, m[1]+m[2])
			}
		}
	}
	if r := c.Get(page.GuideHref("khong-co")); r.Status != http.StatusNotFound {
		t.Errorf("a chapter that is not there: %d", r.Status)
	}
}

// Every page that officials work on has its section, and the page says so.
func TestGuide_HelpWhereOneStands(t *testing.T) {
	s := webtest.OpenSite(t)
	office, admin, nobody := s.As("office"), s.As("admin"), s.Visitor()
	asked := 0
	for _, r := range s.Server.Routes().Routes() {
		if r.Method != http.MethodGet || strings.ContainsAny(r.Path, ":*") ||
			nobody.Get(r.Path).Status != http.StatusSeeOther {
			continue
		}
		got := office.Get(r.Path)
		if got.Status == http.StatusForbidden {
			got = admin.Get(r.Path)
		}
		if got.Status != http.StatusOK || !strings.HasPrefix(got.Header.Get("Content-Type"), "text/html") {
			continue
		}
		asked++
		if !strings.Contains(got.Body, `class="side-help"><a href="`+page.GuideHref(page.HelpOn(r.Path))+`"`) ||
			page.HelpOn(r.Path) == "" {
			t.Errorf("%s has no section of the guide: give it one in page.Help", r.Path)
		}
	}
	if asked < 25 {
		t.Errorf("only %d pages were asked", asked)
	}
}

// The guide is in the binary: its pictures stay small, and each is shown.
func TestGuide_PicturesAreSmallAndShown(t *testing.T) {
	text, total := "", int64(0)
	err := fs.WalkDir(docs.Guide, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".md") {
			b, err := fs.ReadFile(docs.Guide, name)
			text += string(b)
			return err
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	pictures, err := fs.ReadDir(docs.Guide, "huong-dan/hinh")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pictures {
		info, err := p.Info()
		if err != nil {
			t.Fatal(err)
		}
		total += info.Size()
		if !strings.Contains(text, "(hinh/"+p.Name()+")") {
			t.Errorf("no chapter shows %s", p.Name())
		}
	}
	if total > 2<<20 {
		t.Errorf("the pictures take %d bytes", total)
	}
}
