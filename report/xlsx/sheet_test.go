package xlsx

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"rasoat/report"
	"rasoat/value"
)

func book(t *testing.T, d report.Document) *excelize.File {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func sample(name string) report.Table {
	return report.Table{
		Name: name,
		Unit: "đồng/năm",
		Columns: []report.Column{
			{Head: "STT", Width: 2},
			{Head: "Số", Width: 10},
			{Head: "Tiền", Width: 20},
			{Head: "Tỷ lệ", Width: 10},
		},
		Rows: [][]report.Cell{
			{report.TextCell("1"), report.CountCell(1_234), report.MoneyCell(-5_000), report.PercentCell("18.60")},
			{report.TextCell("2"), report.TextCell("–"), report.TextCell("007"), report.TextCell("19,996")},
		},
		Total: report.BoldCells(report.TextCell("Tổng"), report.CountCell(1_234), report.MoneyCell(-5_000),
			report.TextCell("")),
	}
}

// The title and the unit stand above, the heads in the row that stays in sight, numbers are numbers and words words.
func TestWrite_sheet(t *testing.T) {
	table := sample("Bảng")
	f := book(t, report.Document{Annexes: []report.Annex{
		{Title: "KHÔNG CÓ BẢNG", Body: []report.Block{report.Dotted{What: "x"}}},
		{Title: "SỐ LIỆU", Body: []report.Block{report.Heading{Level: 1, Text: "I"}, table}},
	}})
	for cell, want := range map[string]string{
		"A1": "Phụ lục II. SỐ LIỆU",
		"A2": "đồng/năm",
		"A3": "STT",
		"D3": "Tỷ lệ",
		"A4": "1",
		"B4": "1234",
		"C4": "-5000",
		"D4": "18.6",
		"B5": "–",
		"C5": "007",
		"D5": "19,996",
		"A6": "Tổng",
		"B6": "1234",
	} {
		got, err := f.GetCellValue("Bảng", cell, excelize.Options{RawCellValue: true})
		if err != nil || got != want {
			t.Errorf("%s: %q, want %q (%v)", cell, got, want, err)
		}
	}
	for cell, number := range map[string]bool{"A4": false, "B4": true, "C4": true, "D4": true, "B5": false, "C5": false, "C6": true} {
		kind, err := f.GetCellType("Bảng", cell)
		if text := kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString; err != nil ||
			text == number {
			t.Errorf("%s is a number: %v (%v)", cell, !text, err)
		}
	}
	panes, err := f.GetPanes("Bảng")
	if err != nil || !panes.Freeze || panes.YSplit != headRow {
		t.Errorf("the heads scroll away: %+v, %v", panes, err)
	}
	for cell, want := range map[string]string{"B4": "#,##0", "C4": "#,##0", "D4": "0.00"} {
		id, err := f.GetCellStyle("Bảng", cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil || style.CustomNumFmt == nil || *style.CustomNumFmt != want {
			t.Errorf("%s is shown as %v, want %s (%v)", cell, style.CustomNumFmt, want, err)
		}
	}
	for cell, bold := range map[string]bool{"A3": true, "A4": false, "A6": true, "C6": true} {
		id, err := f.GetCellStyle("Bảng", cell)
		if err != nil {
			t.Fatal(err)
		}
		if style, err := f.GetStyle(id); err != nil || style.Font.Bold != bold {
			t.Errorf("%s is bold: %v (%v)", cell, style.Font.Bold, err)
		}
	}
}

// Names of sheets are at most 31 letters, a table without a name has its number, and a document without tables is a
// book all the same. A number that is none is an error, not a text.
func TestWrite_edges(t *testing.T) {
	nameless, long := sample(""), sample("Một cái tên dài hơn ba mươi mốt chữ cái")
	f := book(t, report.Document{Annexes: []report.Annex{{Body: []report.Block{nameless, long}}}})
	if got := f.GetSheetList(); len(got) != 2 || got[0] != "Bảng 1" || len([]rune(got[1])) != 31 {
		t.Errorf("sheets %q", got)
	}
	if got := book(t, report.Document{Body: []report.Block{sample("x")}}).GetSheetList(); len(got) != 1 {
		t.Errorf("a document without annexes has the sheets %q", got)
	}
	if got := book(t, report.Document{Annexes: []report.Annex{{Body: []report.Block{sample("Đợt 1/2024 [nhóm B]")}}}}).
		GetSheetList(); got[0] != "Đợt 1-2024 (nhóm B)" {
		t.Errorf("what Excel allows in no name is kept: %q", got)
	}
	broken := sample("x")
	broken.Rows[0][1].Number.Plain = "1.234"
	if err := Write(new(bytes.Buffer),
		report.Document{Annexes: []report.Annex{{Body: []report.Block{broken}}}}); err == nil {
		t.Error("a number that is none was written")
	}
}

// A table alone stands under its title, and a day is a day.
func TestWriteTable(t *testing.T) {
	var b bytes.Buffer
	table := report.Table{
		Name:    "Bảng",
		Columns: []report.Column{{Head: "Hạn", Width: 10}, {Head: "Tên", Width: 10}},
		Rows: [][]report.Cell{
			{report.DayCell(value.MustDate("2024-07-05")), report.TextCell("=1+1")},
			{report.DayCell(value.Date{}), report.TextCell("x")},
		},
	}
	if err := WriteTable(&b, "Danh mục", table); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for cell, want := range map[string]string{"A1": "Danh mục", "A4": "5/7/2024", "A5": "", "B4": "=1+1"} {
		if got, err := f.GetCellValue("Bảng", cell); err != nil || got != want {
			t.Errorf("%s: %q, want %q (%v)", cell, got, want, err)
		}
	}
	raw, err := f.GetCellValue("Bảng", "A4", excelize.Options{RawCellValue: true})
	if err != nil || raw != "45478" {
		t.Errorf("the day is %q, not the number that Excel counts days by (%v)", raw, err)
	}
	if formula, err := f.GetCellFormula("Bảng", "B4"); err != nil || formula != "" {
		t.Errorf("what was typed became a formula: %q (%v)", formula, err)
	}
}
