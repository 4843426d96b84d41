package html

import (
	"bytes"
	"strings"
	"testing"

	"rasoat/report"
)

func written(t *testing.T, d report.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Heads are heads, spans are spans, and cells stand as their columns do.
func TestWrite_table(t *testing.T) {
	table := report.Table{
		Unit: "đồng",
		Columns: []report.Column{
			{Head: "STT", Width: 1, Align: report.Center},
			{Head: "Tên", Width: 3},
			{Head: "Tiền", Width: 2, Align: report.Right},
		},
		Rows: [][]report.Cell{
			{{Text: "Nhóm", Cols: 3, Align: report.Left}},
			{{Text: "1", Rows: 2}, {Text: "a"}, report.MoneyCell(1_500)},
			{{Text: "b"}, {Text: "–"}},
		},
		Total: []report.Cell{{}, {Text: "Tổng"}, report.MoneyCell(1_500)},
	}
	page := written(t, report.Document{Annexes: []report.Annex{{
		Title:     "BẢNG",
		Landscape: true,
		Body:      []report.Block{table},
	}}})
	for _, want := range []string{
		`<p class="unit">đồng</p>`,
		`<thead><tr><th>STT</th><th>Tên</th><th>Tiền</th></tr></thead>`,
		`<tr><td class="l" colspan="3">Nhóm</td></tr>`,
		`<tr><td class="c" rowspan="2">1</td><td class="l">a</td><td class="r">1.500</td></tr>`,
		`<tr><td class="l">b</td><td class="r">–</td></tr>`,
		`<tr class="total"><td class="c"></td><td class="l">Tổng</td><td class="r">1.500</td></tr>`,
		`<div class="annex wide" id="phu-luc-1">`,
		`<b>Phụ lục</b>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	bare := written(t, report.Document{Body: []report.Block{report.Table{
		Columns: []report.Column{{Width: 1}},
		Rows:    [][]report.Cell{{{Text: "x"}}},
	}}})
	if strings.Contains(bare, "<th>") || strings.Contains(bare, `class="unit"`) {
		t.Error("a table without heads and unit has them")
	}
}

// What is missing is marked and says what belongs there; a section has neither head nor signature.
func TestWrite_holes(t *testing.T) {
	body := []report.Block{report.Dotted{What: "khó khăn"}, report.Bullet{Runs: []report.Run{{Text: "lý do: "}, report.Hole("lý do")}}}
	page := written(t, report.Document{Type: "BÁO CÁO", Title: "Thử", Body: body, Addressees: []string{""}})
	for _, want := range []string{
		`<span class="hole" title="số văn bản">……</span>`,
		`<span class="hole" title="địa danh">…………</span>`,
		`<span class="hole" title="cơ quan nhận báo cáo">…………</span>`,
		`<span class="hole" title="họ tên người ký">…………</span>`,
		`<p class="gap"><span class="hole">khó khăn</span></p>`,
		`<p>- lý do: <span class="hole" title="lý do">…………</span></p>`,
		"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
		"Nơi nhận:",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	section := written(t, report.Document{Section: true, Type: "BIỂU MẪU", Title: "Thử", Body: body})
	for _, not := range []string{"CỘNG HÒA", "Nơi nhận:", "số văn bản"} {
		if strings.Contains(section, not) {
			t.Errorf("a section has %q", not)
		}
	}
}

// The letters of a run keep their look, and nothing that people wrote becomes markup.
func TestWrite_runs(t *testing.T) {
	page := written(t, report.Document{Title: "<b>", Body: []report.Block{
		report.Heading{Level: 2, Text: "1. A & B"},
		report.Paragraph{Flush: true, Runs: []report.Run{{Text: "x", Bold: true, Italic: true}, {Text: "y", Bold: true}, {Text: "z", Italic: true}, {Text: "<i>"}}},
		report.Paragraph{Flush: true, Align: report.Center, Runs: []report.Run{{Text: "QUYẾT ĐỊNH:", Bold: true}}},
		report.Paragraph{Align: report.Right, Runs: report.Text("phải")},
		report.Paragraph{Runs: report.Text("thường")},
	}})
	for _, want := range []string{
		`<p class="h2">1. A &amp; B</p>`,
		`<p class="flush"><b><i>x</i></b><b>y</b><i>z</i>&lt;i&gt;</p>`,
		`<p class="middle"><b>QUYẾT ĐỊNH:</b></p>`,
		`<p class="end">phải</p>`,
		`<p>thường</p>`,
		"<title>&lt;b&gt;</title>",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

// What is folded away stands under its title.
func TestWrite_fold(t *testing.T) {
	inside := report.Paragraph{Runs: report.Text("bên trong")}
	page := written(t, report.Document{Body: []report.Block{report.Fold{Title: "NB-01 <b>"}, inside, report.Fold{}}})
	for _, want := range []string{"<details><summary>NB-01 &lt;b&gt;</summary>", "<p>bên trong</p>", "</details>"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

// A long document has an index of its headings and annexes; a short one, and what is folded away, has none.
func TestWrite_index(t *testing.T) {
	head := func(text string) report.Block { return report.Heading{Level: 1, Text: text} }
	d := report.Document{
		Body:    []report.Block{head("I. A & B"), report.Heading{Level: 2, Text: "1. x"}, head("II. C"), head("III. D")},
		Annexes: []report.Annex{{Title: "BẢNG"}},
	}
	page := written(t, d)
	for _, want := range []string{
		`<a href="#muc-0">I. A &amp; B</a>`,
		`<p class="h1" id="muc-0">I. A &amp; B</p>`,
		`<p class="h2">1. x</p>`,
		`<a href="#muc-3">III. D</a>`,
		`<a href="#phu-luc-1">Phụ lục. BẢNG</a>`,
		`id="phu-luc-1"`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	d.Annexes = nil
	if strings.Contains(written(t, d), "<nav") {
		t.Error("a short document has an index")
	}
	folded := report.Document{Body: []report.Block{report.Fold{Title: "x"}}}
	for range 5 {
		folded.Body = append(folded.Body, head("I. A"))
	}
	if page := written(t, folded); strings.Contains(page, "<nav") || strings.Contains(page, `id="muc`) {
		t.Error("what is folded away stands in the index")
	}
}
