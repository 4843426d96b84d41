package docx

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"rasoat/report"
)

var (
	tableRows = regexp.MustCompile(`(?s)<w:tr>.*?</w:tr>`)
	gridCols  = regexp.MustCompile(`<w:gridCol w:w="(\d+)"/>`)
	cellWidth = regexp.MustCompile(`<w:tcW w:w="(\d+)"`)
)

func tableXML(t report.Table, width int) string {
	x := new(xmlText)
	x.table(t, width)
	return x.String()
}

func sampleTable(rows int) report.Table {
	table := report.Table{
		Unit: "Đơn vị tính: đồng/năm",
		Columns: []report.Column{
			{Head: "STT", Width: 1, Align: report.Center},
			{Head: "Tên", Width: 3},
			{Head: "Số tiền", Width: 2, Align: report.Right},
		},
		Total: report.BoldCells(report.TextCell(""), report.TextCell("Tổng số"), report.MoneyCell(3)),
	}
	for i := range rows {
		table.Rows = append(table.Rows, []report.Cell{report.CountCell(i + 1), report.TextCell("A"), report.MoneyCell(1)})
	}
	return table
}

// The heads repeat on each page, no row is split, and the total is never alone on a page.
func TestTable_rows(t *testing.T) {
	rows := tableRows.FindAllString(tableXML(sampleTable(4), portraitWidth), -1)
	if len(rows) != 1+4+1 {
		t.Fatalf("%d rows", len(rows))
	}
	for i, row := range rows {
		if !strings.Contains(row, "<w:cantSplit/>") {
			t.Errorf("row %d may be split", i)
		}
		if head := strings.Contains(row, "<w:tblHeader/>"); head != (i == 0) {
			t.Errorf("row %d repeats: %v", i, head)
		}
		if kept := strings.Contains(row, "<w:keepNext/>"); kept != (i == 3 || i == 4) {
			t.Errorf("row %d stays with the next: %v", i, kept)
		}
	}
	for i, want := range map[int]string{1: "center", 2: "left", 3: "right"} {
		cells := cellsOf.FindAllString(rows[1], -1)
		if !strings.Contains(cells[i-1], `<w:jc w:val="`+want+`"/>`) {
			t.Errorf("cell %d does not stand %s: %s", i, want, cells[i-1])
		}
	}
	if total := rows[5]; strings.Count(total, "<w:b/>") != 2 { // an empty cell has no letters
		t.Errorf("the total is not bold: %s", total)
	}
}

// Columns share the width to the last twip, also where it does not divide, and cells are as wide as what they cover.
func TestTable_widths(t *testing.T) {
	for _, width := range []int{portraitWidth, landscapeWidth, 1000, 1001} {
		xml := tableXML(sampleTable(1), width)
		sum := 0
		for _, m := range gridCols.FindAllStringSubmatch(xml, -1) {
			n, _ := strconv.Atoi(m[1])
			sum += n
		}
		if sum != width {
			t.Errorf("columns take %d of %d", sum, width)
		}
		for _, row := range tableRows.FindAllString(xml, -1) {
			sum := 0
			for _, m := range cellWidth.FindAllStringSubmatch(row, -1) {
				n, _ := strconv.Atoi(m[1])
				sum += n
			}
			if sum != width {
				t.Errorf("cells take %d of %d", sum, width)
			}
		}
	}
}

// A cell over columns and rows is one cell with a span, and the rows below it go on with it.
func TestTable_spans(t *testing.T) {
	table := sampleTable(0)
	table.Total = nil
	table.Rows = [][]report.Cell{
		{{Text: "Nhóm", Bold: true, Cols: 3}},
		{{Text: "1", Rows: 2}, {Text: "a"}, {Text: "b"}},
		{{Text: "c"}, {Text: "d"}},
	}
	rows := tableRows.FindAllString(tableXML(table, portraitWidth), -1)
	if n := len(cellsOf.FindAllString(rows[1], -1)); n != 1 || !strings.Contains(rows[1], `<w:gridSpan w:val="3"/>`) {
		t.Errorf("%d cells in the row of the group: %s", n, rows[1])
	}
	if !strings.Contains(rows[2], `<w:vMerge w:val="restart"/>`) || !strings.Contains(rows[3], `<w:vMerge/>`) {
		t.Error("the cell of two rows is two cells")
	}
	if got := strings.Join(lines(rows[3]), "|"); got != "c|d" {
		t.Errorf("the row below says %q", got)
	}
}

// A table without columns is nothing; without heads it has no row for them, without a unit no line above.
func TestTable_bare(t *testing.T) {
	if xml := tableXML(report.Table{Rows: [][]report.Cell{{report.TextCell("x")}}}, 1000); xml != "" {
		t.Errorf("a table without columns: %s", xml)
	}
	table := report.Table{Columns: []report.Column{{Width: 1}}, Rows: [][]report.Cell{{report.TextCell("x")}}}
	xml := tableXML(table, 1000)
	if strings.Contains(xml, "tblHeader") || strings.Contains(xml, "TableUnit") ||
		len(tableRows.FindAllString(xml, -1)) != 1 {
		t.Errorf("a bare table: %s", xml)
	}
}

// A passage that people write is two dotted lines as long as the text, and says in brackets what belongs there.
func TestDotted(t *testing.T) {
	x := new(xmlText)
	x.blocks([]report.Block{report.Dotted{What: "khó khăn, vướng mắc"}}, portraitWidth)
	xml := x.String()
	if n := strings.Count(xml, `w:leader="dot" w:pos="`+itoa(portraitWidth)+`"`); n != 2 {
		t.Errorf("%d dotted lines, want 2: %s", n, xml)
	}
	if got := lines(xml); len(got) != 1 || got[0] != "(khó khăn, vướng mắc) " {
		t.Errorf("it says %q", got)
	}
	if strings.Count(xml, "<w:keepNext/>") != 1 {
		t.Error("the two lines may come apart")
	}
}

// Headings have the style of their level, bullets their dash; what stands in the middle has no indent.
func TestBlocks(t *testing.T) {
	x := new(xmlText)
	x.blocks([]report.Block{
		report.Heading{Level: 1, Text: "I. A"},
		report.Heading{Level: 9, Text: "1.1. B"},
		report.Bullet{Runs: report.Text("c")},
		report.Paragraph{Runs: report.Text("d"), Align: report.Center},
		report.Paragraph{Runs: []report.Run{{Text: "e", Bold: true}, report.Hole("tên")}},
	}, portraitWidth)
	ps := paragraphs.FindAllString(x.String(), -1)
	for i, want := range []struct{ style, text, more string }{
		{"Heading1", "I. A", ""},
		{"Heading3", "1.1. B", ""},
		{"BodyText", "- c", ""},
		{"BodyText", "d", `<w:ind w:firstLine="0"/><w:jc w:val="center"/>`},
		{"BodyText", "e…………", "<w:b/>"},
	} {
		if got := strings.Join(lines(ps[i]), ""); got != want.text ||
			!strings.Contains(ps[i], `<w:pStyle w:val="`+want.style+`"/>`) || !strings.Contains(ps[i], want.more) {
			t.Errorf("paragraph %d: %s", i+1, ps[i])
		}
	}
}
