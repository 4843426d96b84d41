package rasoat_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"rasoat/app/text"
	"rasoat/review"
)

// Every sentence that a person reads stands in app/text, in both languages. These tests read the source: what is said
// somewhere must stand in the tables, and what stands there must be said somewhere.

var (
	saidInTemplate = regexp.MustCompile(`\b(?:say|rich) "([^"]+)"`)
	nameInTemplate = regexp.MustCompile(`\bname "([^"]+)"`)
	comment        = regexp.MustCompile(`(?s)\{\{-? */\*.*?\*/ *-?\}\}`)
	action         = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	tag            = regexp.MustCompile(`(?s)<[^>]*>`)

	attribute = regexp.MustCompile(`[a-z-]+="`)

	// attributes are templates that stand inside a tag of their caller.
	attributes = regexp.MustCompile(`(?s)\{\{-? define "[^"]*attributes"\}\}.*?\n\{\{-? end\}\}`)

	spokenAttribute = regexp.MustCompile(`\b(?:title|placeholder|alt|aria-label|data-label)="([^"]*)"`)
	quoted          = regexp.MustCompile(`"[^"]*"`)
	plainWord       = regexp.MustCompile(`\pL{3,}`)
)

func TestTemplatesHoldNoWords(t *testing.T) {
	eachFile(t, "web", ".gohtml", func(path, source string) {
		if strings.HasSuffix(path, "_attributes.gohtml") {
			source = attribute.ReplaceAllString(source, "") // inside a tag of the caller
		}
		source = attributes.ReplaceAllString(comment.ReplaceAllString(source, ""), "")
		if at := strings.IndexFunc(source, vietnamese); at >= 0 {
			t.Errorf("%s holds Vietnamese: …%.40s…; it belongs into app/text", path, source[at:])
		}
		bare := action.ReplaceAllStringFunc(source, func(a string) string { return quoted.ReplaceAllString("", a) })
		said := []string{tag.ReplaceAllString(bare, " ")}
		for _, m := range spokenAttribute.FindAllStringSubmatch(bare, -1) {
			said = append(said, m[1])
		}
		for _, s := range said {
			for _, word := range plainWord.FindAllString(s, -1) {
				t.Errorf("%s says %q; it belongs into app/text", path, word)
			}
		}
	})
}

// documents are the files whose Vietnamese is content and stays: what is printed in papers, the demo, what tests type.
func documents(path string) bool {
	name := filepath.Base(path)
	return strings.HasPrefix(name, "demo") || strings.HasPrefix(path, "tools/") || path == "app/report.go" ||
		path == "app/report_proposal.go" || path == "app/commune.go"
}

func TestGoHoldsNoVietnamese(t *testing.T) {
	for _, room := range []string{"web", "app", "cmd"} {
		eachGo(t, room, func(path string, file *ast.File, at func(ast.Node) token.Position) {
			if documents(filepath.ToSlash(path)) {
				return
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if s, ok := literal(n); ok && strings.IndexFunc(s, vietnamese) >= 0 {
					t.Errorf("%s: %q belongs into app/text", at(n), s)
				}
				return true
			})
		})
	}
}

// vietnamese reports whether a letter is one that English does not have.
func vietnamese(r rune) bool { return unicode.IsLetter(r) && r > unicode.MaxASCII }

// spoken is what the source says: codes that must have a sentence, and all that may make one sentence used.
type spoken struct {
	codes    map[string]string // code → where it is said
	literals map[string]bool
	begins   []string // of codes that are put together: "nav."
	ends     []string // ".text"

	keys   map[string]bool // under which the labels of forms stand: "planform"
	fields map[string]bool // names and labels of their fields: "deadline"
}

func (s spoken) uses(code string) bool {
	if s.literals[code] {
		return true
	}
	if form, name, _ := strings.Cut(code, "."); s.keys[form] {
		if name, _, _ = strings.Cut(name, "."); s.fields[name] {
			return true // label, hint, unit or one of the words of a field
		}
	}
	for _, b := range s.begins {
		if strings.HasPrefix(code, b) {
			return true
		}
	}
	for _, e := range s.ends {
		if strings.HasSuffix(code, e) {
			return true
		}
	}
	return false
}

var codeForm = regexp.MustCompile(`^[a-z][a-z0-9_]*(\.[a-z0-9_-]+)*$`)

// readSource finds what the program says. A code stands where a function takes a parameter or a struct a field of that
// name: Say(code, …), Problems.Add(field, code, …), Problem{Code: …}.
func readSource(t *testing.T) spoken {
	t.Helper()
	s := spoken{
		codes:    map[string]string{},
		literals: map[string]bool{},
		keys:     map[string]bool{},
		fields:   map[string]bool{},
	}
	s.begins = []string{"free."} // facetText takes the enumeration from the name of the facet
	place := map[string]int{}    // function → which of its arguments is a code
	eachGo(t, ".", func(_ string, file *ast.File, _ func(ast.Node) token.Position) {
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			n := 0
			for _, p := range f.Type.Params.List {
				for _, name := range p.Names {
					if of, ok := p.Type.(*ast.Ident); ok && of.Name == "string" && name.Name == "code" {
						place[called(f.Recv != nil, f.Name.Name)] = n
					}
					n++
				}
			}
		}
	})
	eachGo(t, ".", func(path string, file *ast.File, at func(ast.Node) token.Position) {
		ast.Inspect(file, func(n ast.Node) bool {
			switch x := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.BinaryExpr:
				if l, ok := literal(x.X); ok && x.Op == token.ADD && strings.HasSuffix(l, ".") {
					s.begins = append(s.begins, l)
				}
				if l, ok := literal(x.Y); ok && x.Op == token.ADD && strings.HasPrefix(l, ".") && len(l) > 1 {
					s.ends = append(s.ends, l)
				}
			case *ast.KeyValueExpr:
				if key, ok := x.Key.(*ast.Ident); ok && key.Name == "Code" {
					s.code(x.Value, at(x))
				}
			case *ast.CallExpr:
				name := ""
				switch f := x.Fun.(type) {
				case *ast.SelectorExpr:
					name = called(true, f.Sel.Name)
				case *ast.Ident:
					name = called(false, f.Name)
				}
				if f, ok := x.Fun.(*ast.SelectorExpr); ok && len(x.Args) > 0 {
					if of, ok := f.X.(*ast.Ident); ok && of.Name == "field" {
						if l, ok := literal(x.Args[0]); ok {
							s.fields[l] = true
						}
					}
				}
				if n, takes := place[name]; takes && n < len(x.Args) {
					s.code(x.Args[n], at(x))
				}
				if name == ".Name" && len(x.Args) == 2 {
					if enum, ok := literal(x.Args[0]); ok {
						s.begins = append(s.begins, enum+".")
					}
				}
			case *ast.ValueSpec:
				for i, name := range x.Names {
					if l, ok := literal(valueAt(x.Values, i)); ok && strings.HasSuffix(name.Name, "Keys") {
						s.keys[l] = true
					}
				}
			default:
				if l, ok := literal(n); ok {
					s.literals[l] = true
				}
			}
			return true
		})
	})
	eachFile(t, "web", ".gohtml", func(path, source string) {
		for _, m := range saidInTemplate.FindAllStringSubmatch(source, -1) {
			s.codes[m[1]], s.literals[m[1]] = path, true
		}
		for _, m := range nameInTemplate.FindAllStringSubmatch(source, -1) {
			s.begins = append(s.begins, m[1]+".")
		}
	})
	return s
}

// valueAt is a value of a declaration, nil where it gives none.
func valueAt(values []ast.Expr, i int) ast.Expr {
	if i < len(values) {
		return values[i]
	}
	return nil
}

// called is how a function is told from a method of the same name.
func called(method bool, name string) string {
	if method {
		return "." + name
	}
	return name
}

// code notes a code that is said at a place, where it is a literal.
func (s spoken) code(e ast.Expr, at token.Position) {
	if l, ok := literal(e); ok && strings.Contains(l, ".") && codeForm.MatchString(l) {
		s.codes[l] = at.String()
	}
}

func TestEveryCodeHasASentence(t *testing.T) {
	said := readSource(t)
	if len(said.codes) < 1000 {
		t.Errorf("only %d codes were found in the source", len(said.codes))
	}
	vi, en := tables(t)
	for code, at := range said.codes {
		if !vi.Has(code) || !en.Has(code) {
			t.Errorf("%s: %s has no sentence", at, code)
		}
	}
	for _, code := range vi.Codes() {
		if !said.uses(code) {
			t.Errorf("the sentence %s is never said", code)
		}
	}
}

// Whoever says a sentence gives it all its arguments: what is missing would be printed as “…”.
func TestSentencesGetTheirArguments(t *testing.T) {
	vi, _ := tables(t)
	check := func(code, at string, given int) {
		for _, p := range slot.FindAllString(vi.Line(code), -1) {
			if n, _ := strconv.Atoi(p[1 : len(p)-1]); n >= given {
				t.Errorf("%s: %s has no argument for %s", at, code, p)
			}
		}
	}
	eachGo(t, ".", func(_ string, file *ast.File, at func(ast.Node) token.Position) {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || call.Ellipsis != token.NoPos {
				return true
			}
			code := map[string]int{"Say": 0, "say": 0, "Add": 1}
			name := ""
			switch f := call.Fun.(type) {
			case *ast.SelectorExpr:
				name = f.Sel.Name
			case *ast.Ident:
				name = f.Name
			}
			where, says := code[name]
			if !says || where >= len(call.Args) {
				return true
			}
			if l, ok := literal(call.Args[where]); ok {
				check(l, at(call).String(), len(call.Args)-where-1)
			}
			return true
		})
	})
	eachFile(t, "web", ".gohtml", func(path, source string) {
		for _, a := range action.FindAllString(source, -1) {
			for _, m := range saidInTemplate.FindAllStringSubmatchIndex(a, -1) {
				rest, _, _ := strings.Cut(a[m[1]:], "}}")
				check(a[m[2]:m[3]], path, len(templateArguments(rest)))
			}
		}
	})
}

// templateArguments are the arguments that follow in a call of a template; a bracket that closes the call ends them.
func templateArguments(rest string) (out []string) {
	depth, start := 0, -1
	for i, r := range rest + " " {
		switch {
		case r == '(':
			depth++
			if start < 0 {
				start = i
			}
		case r == ')' && depth == 0:
			if start >= 0 {
				out = append(out, rest[start:i])
			}
			return out
		case r == ')':
			depth--
		case r == ' ' && depth == 0:
			if start >= 0 {
				out = append(out, rest[start:i])
			}
			start = -1
		case start < 0 && r != '-':
			start = i
		}
	}
	return out
}

var slot = regexp.MustCompile(`\{\d+\}`)

// Both tables hold the same codes, and each sentence the same places: an argument is not lost in one language.
func TestTablesAgree(t *testing.T) {
	vi, en := tables(t)
	if a, b := vi.Codes(), en.Codes(); !slices.Equal(a, b) {
		t.Fatalf("%d and %d codes", len(a), len(b))
	}
	places := func(line string) []string {
		found := map[string]bool{}
		for _, p := range slot.FindAllString(line, -1) {
			found[p] = true
		}
		return slices.Sorted(maps.Keys(found))
	}
	for _, code := range vi.Codes() {
		if a, b := places(vi.Line(code)), places(en.Line(code)); !slices.Equal(a, b) {
			t.Errorf("%s: places %v and %v", code, a, b)
		}
		if (vi.Line(code) == "") != (en.Line(code) == "") {
			t.Errorf("%s is empty in one of them", code)
		}
	}
}

func tables(t *testing.T) (vi, en *text.Table) {
	t.Helper()
	vi, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	if en, err = text.Load(text.English); err != nil {
		t.Fatal(err)
	}
	return vi, en
}

// Whatever a rule names as the place of a problem has a name on pages: no field of the program stands in a sentence.
func TestPlacesHaveNames(t *testing.T) {
	vi, en := tables(t)
	row := regexp.MustCompile(`\[[^\]]*\]`)
	found := 0
	for _, room := range []string{"catalog", "review", "account", "app", "search"} {
		eachGo(t, room, func(_ string, file *ast.File, at func(ast.Node) token.Position) {
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok || len(call.Args) < 2 {
					return true
				}
				f, ok := call.Fun.(*ast.SelectorExpr)
				code, said := literal(call.Args[1])
				if !ok || f.Sel.Name != "Add" || !said || !codeForm.MatchString(code) {
					return true
				}
				ast.Inspect(call.Args[0], func(n ast.Node) bool {
					path, ok := literal(n)
					if !ok || strings.Contains(path, "%") {
						return true
					}
					for part := range strings.SplitSeq(row.ReplaceAllString(path, ""), ".") {
						if part == "" {
							continue
						}
						found++
						if name := "field." + part; !vi.Has(name) || !en.Has(name) {
							t.Errorf("%s: %s has no name", at(n), part)
						}
					}
					return true
				})
				return true
			})
		})
	}
	if found < 150 {
		t.Errorf("only %d places were found in the source", found)
	}
}

// Pages ask the questions of form 02/RS-KSTT in the words in which it is printed.
func TestQuestionsAreThoseOfTheForm(t *testing.T) {
	vi, _ := tables(t)
	for _, q := range review.Questions() {
		if said := vi.Say("question." + q.ID); said != q.Text {
			t.Errorf("%s: %q on pages, %q in the form", q.ID, said, q.Text)
		}
		if q.OfPaper == "" {
			continue
		}
		text, head := vi.Say("question."+q.ID+".paper"), vi.Say("question."+q.ID+".head")
		if text != q.OfPaper || head != q.Head {
			t.Errorf("%s: of each paper %q (%q) on pages, %q (%q) in the form", q.ID, text, head, q.OfPaper, q.Head)
		}
	}
}

// syllable is a Vietnamese one without its marks; a word of letters A to Z that is none is foreign.
var syllable = regexp.MustCompile(`^(ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x)?` +
	`(oai|oay|uay|uya|uye|yeu|ieu|uoi|uou|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|a|e|i|o|u|y)` +
	`(ch|nh|ng|c|m|n|p|t)?$`)

// foreignNames are the names that a Vietnamese sentence may use: programs, keys, endings of files, the other language.
var foreignNames = []string{
	"Caps", "Lock", "Ctrl", "Enter", "tab", "Chromium", "JavaScript", "VoiceOver", "axe", "web", "English", "Excel",
	"Word", "docx", "xlsx", "xls", "pdf", "csv", "json", "gz", "macro", "Unicode", "Latinh", "Kirin", "n", "rasoat", "TTr",
}

// ofTheCommandLine are sentences that name a command as it is typed.
var ofTheCommandLine = []string{"password.none", "plan.not_begun", "usage", "user.unknown"}

// foreignIn lists what a Vietnamese sentence says in another language, or in the program's own names.
func foreignIn(sentence string) (out []string) {
	sentence = tag.ReplaceAllString(regexp.MustCompile(`\{[^}]*\}`).ReplaceAllString(sentence, " "), " ")
	words := func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("_/-.", r) }
	for _, w := range strings.FieldsFunc(sentence, words) {
		w = strings.Trim(w, "./-")
		isMarked := func(r rune) bool { return r > unicode.MaxASCII || strings.ContainsRune("/-.", r) }
		plain := strings.IndexFunc(w, isMarked) < 0
		if plain && w != strings.ToUpper(w) && !syllable.MatchString(strings.ToLower(w)) &&
			!slices.Contains(foreignNames, w) || len(w) > 1 && strings.Contains(w, "_") {
			out = append(out, w)
		}
	}
	return out
}

func TestForeignIn(t *testing.T) {
	for sentence, want := range map[string]string{
		"dùng survey, records hoặc khảo sát.": "survey records", "không có khóa decision_no": "decision_no",
		"Tải tệp Excel về UBND xã, số 45/BC-UBND; nhập lại {0}": "", "chọn hai bản (from và to)": "from",
	} {
		if got := strings.Join(foreignIn(sentence), " "); got != want {
			t.Errorf("%q holds %q, want %q", sentence, got, want)
		}
	}
}

// Nobody who reads a page has to know the program's own names.
func TestVietnameseHoldsNoEnglish(t *testing.T) {
	vi, _ := tables(t)
	for _, code := range vi.Codes() {
		if strings.HasPrefix(code, "cli.") || slices.Contains(ofTheCommandLine, code) {
			continue
		}
		if found := foreignIn(vi.Line(code)); len(found) > 0 {
			t.Errorf("%s says %q: %s", code, found, vi.Line(code))
		}
	}
}

// oldWords are what a thing was called beside its name, with the name it has.
var oldWords = map[string]string{
	"jsonl": "tệp danh mục", "bản ghi": "dòng dữ liệu", "câu tìm": "từ khóa", "lời nói": "cách gọi thông thường",
	"tập nhỏ nhất": "các phương án ít ngày công nhất", "tập phương án": "các phương án", "điển hình": "thủ tục mẫu gợi ý",
	"phát hành": "ban hành", "dự phòng": "phương án thay thế", "điểm %": "điểm phần trăm", "mib": "MB",
	"cộng dồn": "lũy kế", "bảng năm": "tổng hợp năm", "chờ xem": "chờ xử lý", "dvcqg": "Cổng Dịch vụ công quốc gia",
	"liên thông)": "hợp nhất", "để riêng": "loại khỏi danh sách", "thuộc xã": "thẩm quyền của xã",
	"thái độ": "hành vi hành chính", "trình duyệt phương án": "trình thẩm tra", "đã đóng tài khoản": "đã khóa tài khoản",
	"chỉ tiêu cụ thể": "chỉ tiêu cải cách TTHC", "cách nộp": "hình thức nộp", "điểm số": "điểm phần trăm",
	"cổng dịch vụ công (": "Cổng Dịch vụ công quốc gia (",
}

// One name for one thing, on pages and in what is printed.
func TestOneNameForOneThing(t *testing.T) {
	check := func(where, sentence string) {
		for old, name := range oldWords {
			if strings.Contains(strings.ToLower(sentence), old) {
				t.Errorf("%s says %q, which is called %q: %s", where, old, name, sentence)
			}
		}
	}
	vi, _ := tables(t)
	for _, code := range vi.Codes() {
		if !strings.HasPrefix(code, "cli.") {
			check(code, vi.Line(code))
		}
	}
	eachGo(t, "report", func(path string, file *ast.File, at func(ast.Node) token.Position) {
		ast.Inspect(file, func(n ast.Node) bool {
			s, ok := literal(n)
			if ok && !strings.Contains(strings.ToLower(s), "chỉ tiêu cụ thể") { // the plan's own heading
				check(at(n).String(), s)
			}
			return true
		})
	})
}

// literal is the text of a string in the source.
func literal(n ast.Node) (string, bool) {
	l, ok := n.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}

// eachFile reads the files below a folder that end so.
func eachFile(t *testing.T, under, end string, visit func(path, source string)) {
	t.Helper()
	err := filepath.WalkDir(under, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "node_modules" || d.Name() == ".git") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, end) {
			return nil
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		visit(filepath.ToSlash(path), string(source))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// eachGo parses the Go files below a folder, without the tests.
func eachGo(t *testing.T, under string, visit func(path string, file *ast.File, at func(ast.Node) token.Position)) {
	t.Helper()
	eachFile(t, under, ".go", func(path, source string) {
		if strings.HasSuffix(path, "_test.go") {
			return
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, source, 0)
		if err != nil {
			t.Fatal(err)
		}
		visit(path, file, func(n ast.Node) token.Position { return files.Position(n.Pos()) })
	})
}
