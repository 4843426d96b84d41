package rasoat_test

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// arrows is who may import whom (architecture.md, Who may know whom); "*" is any room.
var arrows = map[string][]string{
	"value": {}, "seed": {}, "app/text": {},
	"viet": {"value"}, "review/cost": {"value"},
	"catalog":  {"value", "viet"},
	"review":   {"catalog", "review/cost", "value", "viet"},
	"account":  {"catalog", "review"},
	"search":   {"catalog", "review", "review/cost", "value", "viet"},
	"report":   {"catalog", "review", "review/cost", "value", "viet"},
	"exchange": {"catalog", "review", "review/cost", "value", "viet"},
	"store":    {"catalog", "review", "review/cost", "account", "value", "viet"},
	"app":      {"value", "seed", "app/text", "viet", "review/cost", "catalog", "review", "account", "search", "report", "exchange", "store"},
	"web":      slices.Concat(windowRooms, []string{"web/page"}, windowKit),
	"cmd":      {"*"},
	"docs":     {},    // the guide, as files
	"tools":    {"*"}, // what tests and make check use, no part of the program
}

// windowKit is what the kit of the window may know: forms, app and the types of the domain, none of the rooms.
var windowKit = []string{"web/field", "app", "app/text", "account", "catalog", "review", "review/cost", "value", "viet"}

// windowRooms are the rooms of the window; each may know the kit and what the kit knows, never another room.
var windowRooms = []string{
	"web/catalogue", "web/proposal", "web/campaign", "web/plan", "web/indicator", "web/report", "web/register", "web/settings", "web/api", "web/guide",
}

func init() {
	arrows["web/page"] = windowKit
	arrows["web/field"] = []string{"app/text", "catalog", "review", "review/cost", "value", "viet"}
	for _, room := range windowRooms {
		arrows[room] = slices.Concat([]string{"web/page"}, windowKit)
	}
	arrows["web/guide"] = append(arrows["web/guide"], "docs")
}

// outside is what a pure room may not touch, and who alone may import a driver.
var pure = []string{"value", "viet", "catalog", "review", "review/cost", "account"}

var impure = []string{"database/sql", "net/http", "os", "io/ioutil", "github.com/mattn/go-sqlite3"}

type pkg struct {
	ImportPath string
	Imports    []string
}

func packages(t *testing.T) []pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var list []pkg
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return list
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
}

// roomOf is the room that a package lies in, "" for one that is not ours.
func roomOf(path string) string {
	rest, ours := strings.CutPrefix(path, "rasoat/")
	if !ours {
		return ""
	}
	for _, two := range []string{"review/cost", "app/text"} {
		if rest == two || strings.HasPrefix(rest, two+"/") {
			return two
		}
	}
	room, below, _ := strings.Cut(rest, "/")
	if room == "web" && below != "" {
		below, _, _ = strings.Cut(below, "/")
		return room + "/" + below
	}
	return room
}

func TestArrows(t *testing.T) {
	for _, p := range packages(t) {
		room := roomOf(p.ImportPath)
		if room == "" {
			continue
		}
		may, known := arrows[room]
		if !known {
			t.Errorf("%s: a room that architecture.md does not name", p.ImportPath)
		}
		for _, i := range p.Imports {
			to := roomOf(i)
			if to != "" && to != room && !slices.Contains(may, to) && !slices.Contains(may, "*") {
				t.Errorf("%s imports %s, which %s may not know", p.ImportPath, i, room)
			}
			if slices.Contains(pure, room) && slices.Contains(impure, i) {
				t.Errorf("%s is pure and imports %s", p.ImportPath, i)
			}
			if i == "github.com/mattn/go-sqlite3" && room != "store" {
				t.Errorf("%s imports the SQL driver; only store may", p.ImportPath)
			}
		}
	}
}

// The clock is made in cmd. Elsewhere the machine's own clock measures and logs, and nothing else: each
// place that may is listed with its reason.
var ownClock = map[string]string{
	"app/index.go":            "how long a search took",
	"web/metrics.go":          "how long a request took",
	"web/page/submit_once.go": "how long what became of a form is remembered",
}

func TestClock(t *testing.T) {
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "node_modules" || d.Name() == ".git") {
			return fs.SkipDir
		}
		name := filepath.ToSlash(path)
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "cmd/") {
			return nil
		}
		if ownClock[name] == "" && usesNow(t, path) {
			t.Errorf("%s uses time.Now; the clock comes from cmd", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func usesNow(t *testing.T, path string) (found bool) {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		s, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		x, ok := s.X.(*ast.Ident)
		found = found || ok && x.Name == "time" && s.Sel.Name == "Now"
		return true
	})
	return found
}
