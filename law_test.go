package rasoat_test

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write docs/law.md anew from the comments")

// sourceForm is the one form in which a comment names where its rule comes from: its last line.
var sourceForm = regexp.MustCompile(`^(Circular|Decree|Law|Decision|Resolution|Plan|Practice, not law:) .*\.$`)

// rule is something in the code that has a source.
type rule struct {
	source, room, name string
	tests              []string
}

// TestLawIndex holds docs/law.md to the comments, both ways, and every rule to a test that uses it.
func TestLawIndex(t *testing.T) {
	rules, tests, callers := readCode(t)
	for i, r := range rules {
		rules[i].tests = testsFor(r, tests, callers)
		if len(rules[i].tests) == 0 {
			t.Errorf("%s.%s (%s): no test uses it", r.room, r.name, r.source)
		}
		if page, found := strings.CutPrefix(r.source, "Practice, not law: "); found {
			if m, _ := filepath.Glob(strings.TrimSuffix(page, ".") + "-*.md"); len(m) == 0 {
				t.Errorf("%s.%s: there is no page %s", r.room, r.name, page)
			}
		}
	}
	want := lawPage(rules)
	if *update {
		if err := os.WriteFile("docs/law.md", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile("docs/law.md")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("docs/law.md does not say what the comments say; "+
			"go test . -run TestLawIndex -update (-comments +page):\n%s", diff)
	}
}

func lawPage(rules []rule) string {
	slices.SortFunc(rules, func(a, b rule) int {
		return strings.Compare(a.source+a.room+a.name, b.source+b.room+b.name)
	})
	var b strings.Builder
	b.WriteString("# Where the rules come from\n\n" +
		"Written from the comments by `go test . -run TestLawIndex -update`; " +
		"the same test holds the two together.\n\n" +
		"| source | rule | tests |\n|---|---|---|\n")
	for _, r := range rules {
		tests := strings.Join(r.tests[:min(len(r.tests), 3)], ", ")
		fmt.Fprintf(&b, "| %s | `%s.%s` | %s |\n", strings.TrimSuffix(r.source, "."), r.room, r.name, tests)
	}
	return b.String()
}

// testsFor names the tests of a rule, the nearest first: those of its own room that name it, then those that reach
// it through other functions of the room; only where there is neither, tests of other rooms that name it. A test
// elsewhere that happens to use the same word is no test of the rule.
func testsFor(r rule, tests []testFunc, callers callGraph) (out []string) {
	add := func(names map[string]bool, sameRoom bool) {
		for _, x := range tests {
			if (x.room == r.room) == sameRoom && x.usesAny(names) && !slices.Contains(out, x.name) {
				out = append(out, x.name)
			}
		}
	}
	direct := map[string]bool{r.name: true}
	add(direct, true)
	add(callers.reaching(r), true)
	if len(out) == 0 {
		add(direct, false)
	}
	return out
}

type testFunc struct {
	name string
	room string
	uses map[string]bool
}

// usesAny reports whether the test names one of the functions.
func (f testFunc) usesAny(names map[string]bool) bool {
	for n := range names {
		if f.uses[n] {
			return true
		}
	}
	return false
}

// callGraph is which names each function of a room uses.
type callGraph map[string]map[string]map[string]bool

// reaching is the rule and every function of its room through which a test reaches it.
func (g callGraph) reaching(r rule) map[string]bool {
	found := map[string]bool{r.name: true}
	for grown := true; grown; {
		grown = false
		for f, uses := range g[r.room] {
			if found[f] {
				continue
			}
			for n := range found {
				if uses[n] {
					found[f], grown = true, true
					break
				}
			}
		}
	}
	return found
}

// readCode collects the rules, the tests and who uses whom in the whole module.
func readCode(t *testing.T) (rules []rule, tests []testFunc, graph callGraph) {
	t.Helper()
	graph = callGraph{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "node_modules" || d.Name() == ".git") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		if strings.HasSuffix(path, "_test.go") {
			tests = append(tests, testsOf(file, filepath.ToSlash(filepath.Dir(path)))...)
			return nil
		}
		room := filepath.ToSlash(filepath.Dir(path))
		rules = append(rules, rulesOf(file, room)...)
		graph.add(file, room)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return rules, tests, graph
}

func rulesOf(file *ast.File, room string) (out []rule) {
	add := func(doc *ast.CommentGroup, name string) {
		if doc == nil {
			return
		}
		lines := strings.Split(strings.TrimSpace(doc.Text()), "\n")
		if last := lines[len(lines)-1]; len(lines) > 1 && sourceForm.MatchString(last) {
			out = append(out, rule{source: last, room: room, name: name})
		}
	}
	for _, decl := range file.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			add(d.Doc, d.Name.Name)
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch s := spec.(type) {
				case *ast.TypeSpec:
					add(firstDoc(s.Doc, d.Doc), s.Name.Name)
				case *ast.ValueSpec:
					add(firstDoc(s.Doc, d.Doc), s.Names[0].Name)
				}
			}
		}
	}
	return out
}

func firstDoc(own, shared *ast.CommentGroup) *ast.CommentGroup {
	if own != nil {
		return own
	}
	return shared
}

// testsOf lists the tests of a file with every name that the file uses: helpers stand beside their tests.
func testsOf(file *ast.File, room string) (out []testFunc) {
	for _, decl := range file.Decls {
		f, ok := decl.(*ast.FuncDecl)
		if !ok || f.Body == nil {
			continue
		}
		if !strings.HasPrefix(f.Name.Name, "Test") && !strings.HasPrefix(f.Name.Name, "Example") {
			continue
		}
		out = append(out, testFunc{f.Name.Name, room, namesIn(f.Body)})
	}
	return out
}

func (g callGraph) add(file *ast.File, room string) {
	if g[room] == nil {
		g[room] = map[string]map[string]bool{}
	}
	for _, decl := range file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok && f.Body != nil {
			g[room][f.Name.Name] = namesIn(f.Body)
		}
	}
}

func namesIn(body ast.Node) map[string]bool {
	names := map[string]bool{}
	ast.Inspect(body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			names[id.Name] = true
		}
		return true
	})
	return names
}
