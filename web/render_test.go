package web

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"text/template/parse"

	"rasoat/app/text"
	"rasoat/web/field"
)

func newTestRenderer(t *testing.T) *Renderer {
	t.Helper()
	assets, err := NewAssets()
	if err != nil {
		t.Fatal(err)
	}
	table, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	r, err := NewRenderer(assets, table)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Every page fits its view model: filled, empty and long. With RASOAT_SHOTS=DIR the pages are left there
// as files, for the screenshots.
func TestPagesFitTheirModels(t *testing.T) {
	r := newTestRenderer(t)
	executed := map[string]bool{}
	for _, s := range samples() {
		t.Run(s.page+"/"+s.state, func(t *testing.T) {
			var page bytes.Buffer
			if err := r.Page(&page, s.page, s.model); err != nil {
				t.Fatal(err)
			}
			executed[s.page] = true
			checkPage(t, page.String())
			keepShot(t, strings.ReplaceAll(s.page, "/", "-")+"-"+s.state, page.String())
		})
	}
	for name := range r.pages {
		if !executed[name] {
			t.Errorf("template %s: no sample executes it", name)
		}
	}
}

func TestPartsFitTheirModels(t *testing.T) {
	r := newTestRenderer(t)
	tests := []struct {
		name  string
		model any
	}{
		{"part/service_head", restructuringHead{Code: "1.001193", Title: link{"Thủ tục đăng ký khai sinh", "/thu-tuc/1.001193"}, Facts: "Nguyễn Thị Hoa", State: badge{"dự thảo", ""}}},
		{"part/htmx", nil},
		{"part/work_style", nil},
		{"part/badge", badge{"còn hiệu lực", "met"}},
		{"part/figure", figure{"77.893.240", "đồng", "ước tính"}},
		{"part/figure", figure{}},
		{"part/vocabulary_tabs", []pageLink{{"Tên thường gọi", "/tu-vung/ten-thuong-goi", true}}},
		{"part/verdict", notMet},
		{"part/bar", bar{"18.6", "20", "bad", "18,60% so với 20%"}},
		{"part/bar", bar{Percent: "0"}},
		{"part/path", samplePath()},
		{"part/path", []pathStep(nil)},
		{"part/empty_state", emptyState{"Chưa có gì.", link{"Thêm", "/"}}},
		{"part/paging", longResults().Paging},
		{"part/paging", paging{}},
		{"part/facet_list", sampleResults().Facets[0]},
		{"part/diff_text", sampleCompare().Parts[1].Inline},
		{"part/error_summary", field.Summary{{Href: "#a", Text: "Tên: chưa ghi."}, {Text: "Chung."}}},
		{"part/error_summary", field.Summary(nil)},
		{"part/both_versions", sampleSettings().Both},
		{"part/both_versions", bothVersions{}},
		{"part/field", sampleSetup().Groups[0].Fields[0]},
		{"part/field_group", sampleSetup().Groups[1]},
		{"part/form_list", samplePlanEdit().Lists[0]},
		{"part/form_row", samplePlanEdit().Lists[0].Rows[0]},
		{"part/form_head", sampleFormHead()},
		{"part/form_steps", sampleFormHead()},
		{"part/form_ask", sampleAsk("answers.parts", "Không có.")},
		{"part/form_choice", formChoice{ID: "choice", Title: "Chọn"}},
		{"part/procedure_part", sampleProcedure(frame{}).Parts[0]},
		{"part/procedure_part", procedurePart{Unknown: true}},
		{"part/cost_table", sampleCost(false)},
		{"part/cost_table", sampleCost(true)},
		{"part/cost_table", costTable{}},
		{"part/indicator_grid", sampleIndicatorMonth().Grid},
		{"part/indicator_grid", indicatorGrid{}},
		{"part/month_tabs", sampleMonthTabs()},
		{"part/sparkline", sampleIndicatorRow().Trend},
		{"part/sparkline", sparkline{}},
		{"part/proposal_head", sampleProposalHead()},
		{"part/saving", proposalCost{"77.893.240 đồng", "34.426.160 đồng", "43.467.080 đồng", "55,80%", ""}},
		{"part/impact", sampleImpact()},
		{"part/impact", []impactLine(nil)},
		{"part/checkbox", checkbox{"a", "1", "Bỏ", true, "Chọn một."}},
		{"part/conflict", sampleConflict()},
		{"part/conflict", (*conflictShow)(nil)},
		{"part/steps", sampleSteps()},
		{"part/member_show", memberShow{ID: "thu-tuc-9", Code: "NB-01", Name: "Nghỉ phép"}},
	}
	executed := map[string]bool{}
	var all bytes.Buffer
	for _, tt := range tests {
		if err := r.Part(&all, tt.name, tt.model); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		executed[tt.name] = true
	}
	stylesheet := `<link rel="stylesheet" href="` + AssetsPrefix + `app.css?v=0"><link rel="stylesheet" href="` + AssetsPrefix + `work.css?v=0">`
	keepShot(t, "parts", "<!doctype html><html lang=vi><meta charset=utf-8><meta name=viewport content=width=device-width>"+stylesheet+`<body><main class="work-page">`+all.String())
	for _, tmpl := range r.parts.Templates() {
		if strings.HasPrefix(tmpl.Name(), "part/") && !executed[tmpl.Name()] {
			t.Errorf("template %s: no sample executes it", tmpl.Name())
		}
	}
}

// Every file says in its first line what it runs on, and nothing in it needs a policy laxer than
// default-src 'self': no style and no script inside the page.
func TestTemplatesAreTyped(t *testing.T) {
	first := regexp.MustCompile(`^\{\{- /\* (page|part|layout): \S.* \*/ -\}\}\n`)
	inline := regexp.MustCompile(`(?i)\sstyle=|<style|\son[a-z]+=|<script(?:>| [^>]*>[^<])|javascript:`)
	err := fs.WalkDir(templateFiles, "templates", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		source, err := templateFiles.ReadFile(name)
		if err != nil {
			return err
		}
		if !first.Match(source) {
			t.Errorf("%s: the first line does not name its view model", name)
		}
		if m := inline.Find(source); m != nil {
			t.Errorf("%s: %q inside the page", name, m)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A page that fails half way leaves nothing behind.
func TestPageWritesAllOrNothing(t *testing.T) {
	r := newTestRenderer(t)
	var page bytes.Buffer
	if err := r.Page(&page, "home", results{}); err == nil {
		t.Error("a model of another page was accepted")
	}
	if err := r.Page(&page, "no/such", home{}); err == nil {
		t.Error("an unknown page was accepted")
	}
	if err := r.Part(&page, "part/no_such", nil); err == nil {
		t.Error("an unknown part was accepted")
	}
	if page.Len() != 0 {
		t.Errorf("%d bytes were written", page.Len())
	}
}

// What was searched for and what was typed is text, never markup.
func TestPageEscapes(t *testing.T) {
	r := newTestRenderer(t)
	m := sampleResults()
	m.For, m.Query = `<script>alert(1)</script>`, `"><b>`
	var page bytes.Buffer
	if err := r.Page(&page, "results", m); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<script>alert", `""><b>`} {
		if strings.Contains(page.String(), bad) {
			t.Errorf("page holds %q", bad)
		}
	}
}

var (
	idForm    = regexp.MustCompile(`\sid="([^"]+)"`)
	labelForm = regexp.MustCompile(`<label[^>]* for="([^"]+)"`)
)

// checkPage holds what is true of every page: one headline, no id twice, every label at a field, nothing
// of Go's own printing.
var (
	pieceButton = regexp.MustCompile(`<button[^>]* data-hx-post="[^>]*>`)
	anchorForm  = regexp.MustCompile(` formaction="[^"]*#[^"]+"`)
)

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
	if strings.Contains(page, " data-hx-") && !strings.Contains(page, AssetsPrefix+"htmx.js") {
		t.Error("pieces of the page are put in place, and htmx.js is not loaded")
	}
	for _, bad := range []string{"%!", "&lt;nil&gt;", "<no value>", "ZgotmplZ"} {
		if strings.Contains(page, bad) {
			t.Errorf("page holds %q", bad)
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
	assets, err := filepath.Abs("static/dist")
	if err != nil {
		t.Fatal(err)
	}
	page = regexp.MustCompile(AssetsPrefix+`([^"?]+)\?v=[0-9a-f]+`).ReplaceAllString(page, "file://"+assets+"/$1")
	if err := os.WriteFile(filepath.Join(dir, name+".html"), []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Templates compute nothing: no page calls a function but those of comparison, the address of an asset and the words
// of the language.
func TestTemplatesComputeNothing(t *testing.T) {
	allowed := map[string]bool{"asset": true, "eq": true, "and": true, "or": true, "not": true}
	for name := range words(nil) {
		allowed[name] = true
	}
	r := newTestRenderer(t)
	for _, page := range r.pages {
		for _, tmpl := range page.Templates() {
			if tmpl.Tree == nil {
				continue
			}
			eachIdentifier(tmpl.Tree.Root, func(name string) {
				if !allowed[name] && !strings.HasPrefix(name, "_html_template_") {
					t.Errorf("template %s calls %s", tmpl.Name(), name)
				}
			})
		}
	}
}

func eachIdentifier(n parse.Node, visit func(string)) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, x := range n.Nodes {
			eachIdentifier(x, visit)
		}
	case *parse.ActionNode:
		eachIdentifier(n.Pipe, visit)
	case *parse.PipeNode:
		if n == nil {
			return
		}
		for _, c := range n.Cmds {
			for _, a := range c.Args {
				eachIdentifier(a, visit)
			}
		}
	case *parse.IdentifierNode:
		visit(n.Ident)
	case *parse.IfNode:
		eachBranch(&n.BranchNode, visit)
	case *parse.RangeNode:
		eachBranch(&n.BranchNode, visit)
	case *parse.WithNode:
		eachBranch(&n.BranchNode, visit)
	case *parse.TemplateNode:
		eachIdentifier(n.Pipe, visit)
	}
}

func eachBranch(n *parse.BranchNode, visit func(string)) {
	eachIdentifier(n.Pipe, visit)
	eachIdentifier(n.List, visit)
	eachIdentifier(n.ElseList, visit)
}
