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
	source, room, name string // name is "Type.Method" of a method
	tests              []string
}

// TestLawIndex holds docs/law.md to the comments, both ways, and every rule to a test of its own.
func TestLawIndex(t *testing.T) {
	rules, tests := readCode(t)
	for i, r := range rules {
		rules[i].tests = testsOf(r, tests)
		if len(rules[i].tests) == 0 {
			t.Errorf("%s.%s (%s): no test of its room calls it; write one, with the source in its comment", r.room,
				r.name, r.source)
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
		t.Errorf("docs/law.md does not say what the comments say; go test . -run TestLawIndex -update (-comments "+
			"+page):\n%s", diff)
	}
}

func lawPage(rules []rule) string {
	slices.SortFunc(rules, func(a, b rule) int {
		return strings.Compare(a.source+a.room+a.name, b.source+b.room+b.name)
	})
	var b strings.Builder
	b.WriteString("# Where the rules come from\n\nWritten from the comments by `go test . -run TestLawIndex " +
		"-update`; the same test holds the two together.\n\n| source | rule | tests |\n|---|---|---|\n")
	for _, r := range rules {
		fmt.Fprintf(&b, "| %s | `%s.%s` | %s |\n", strings.TrimSuffix(r.source, "."), r.room, r.name,
			strings.Join(r.tests[:min(len(r.tests), 3)], ", "))
	}
	return b.String()
}

// testsOf names the tests of a rule: those of its room that use it in their own body. Methods of several types share a
// name, so that the test of a method names the source and the type as well, in its comment, its name or its body. Tests
// that name the source come first.
func testsOf(r rule, tests []testFunc) []string {
	source := strings.TrimSuffix(r.source, ".")
	receiver, name, method := strings.Cut(r.name, ".")
	if !method {
		name = r.name
	}
	var cited, called []string
	for _, x := range tests {
		switch cites := strings.Contains(x.doc, source); {
		case x.room != r.room || !x.uses[name]:
		case cites && (!method || x.uses[receiver] || strings.Contains(x.doc+x.name, receiver)):
			cited = append(cited, x.name)
		case !method:
			called = append(called, x.name)
		}
	}
	return append(cited, called...)
}

// testFunc is a test with its comment and what its body uses of its room: names alone, and names behind its package.
type testFunc struct {
	name, room, doc string
	uses            map[string]bool
}

// readCode collects the rules and the tests of the whole module.
func readCode(t *testing.T) (rules []rule, tests []testFunc) {
	t.Helper()
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
		switch room := filepath.ToSlash(filepath.Dir(path)); {
		case strings.HasSuffix(path, "_test.go"):
			tests = append(tests, testsIn(file, room)...)
		// the window decides nothing: it shows the rules of others
		case room != "web" && !strings.HasPrefix(room, "web/"):
			rules = append(rules, rulesIn(file, room)...)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return rules, tests
}

func rulesIn(file *ast.File, room string) (out []rule) {
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
			if receiver := receiverOf(d); receiver != "" {
				add(d.Doc, receiver+"."+d.Name.Name)
			} else {
				add(d.Doc, d.Name.Name)
			}
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

// receiverOf is the type that a method belongs to, "" of a function.
func receiverOf(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return ""
	}
	is := f.Recv.List[0].Type
	for {
		switch x := is.(type) {
		case *ast.StarExpr:
			is = x.X
		case *ast.IndexExpr:
			is = x.X
		case *ast.IndexListExpr:
			is = x.X
		case *ast.Ident:
			return x.Name
		default:
			return ""
		}
	}
}

// testsIn lists the tests and examples of a file.
func testsIn(file *ast.File, room string) (out []testFunc) {
	inside := !strings.HasSuffix(file.Name.Name, "_test")
	for _, decl := range file.Decls {
		f, ok := decl.(*ast.FuncDecl)
		if !ok || f.Body == nil || !strings.HasPrefix(f.Name.Name, "Test") &&
			!strings.HasPrefix(f.Name.Name, "Example") {
			continue
		}
		doc := strings.Join(strings.Fields(f.Doc.Text()), " ")
		out = append(out, testFunc{f.Name.Name, room, doc, usesOf(f.Body, filepath.Base(room), inside)})
	}
	return out
}

// usesOf is what a test uses of its own package: names alone where it stands inside, names behind the package else, and
// methods of whatever has them.
func usesOf(body ast.Node, pkg string, inside bool) map[string]bool {
	uses := map[string]bool{}
	ast.Inspect(body, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.SelectorExpr:
			if of, plain := x.X.(*ast.Ident); !plain || of.Name == pkg || of.Obj != nil {
				uses[x.Sel.Name] = true
			}
			ast.Inspect(x.X, func(n ast.Node) bool {
				if id, is := n.(*ast.Ident); is && inside {
					uses[id.Name] = true
				}
				return true
			})
			return true
		case *ast.KeyValueExpr:
			return true
		case *ast.Ident:
			if inside {
				uses[x.Name] = true
			}
		}
		return true
	})
	return uses
}
