package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"rasoat/report"
	"rasoat/value"
)

func written(t *testing.T, d report.Document) *excelize.File {
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
	f := written(t, report.Document{Annexes: []report.Annex{
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

// Names of sheets are at most 31 letters without Excel's own signs, no two alike; a document without tables is a book
// all the same. A number that is none is an error, not a text.
func TestWrite_edges(t *testing.T) {
	nameless, long := sample(""), sample("Một cái tên dài hơn ba mươi mốt chữ cái")
	annex := func(tables ...report.Block) report.Annex { return report.Annex{Title: "X", Body: tables} }
	f := written(t, report.Document{Annexes: []report.Annex{
		annex(nameless), annex(long), annex(long), annex(sample("MỘT CÁI TÊN DÀI HƠN BA MƯƠI MỐT CHỮ CÁI")),
		annex(sample("Đợt 1/2024: [nhóm B]")), annex(),
	}})
	want := []string{
		"Phụ lục I", "Một cái tên dài hơn ba mươi mốt", "Một cái tên dài hơn ba mươi (2)",
		"MỘT CÁI TÊN DÀI HƠN BA MƯƠI (3)", "Đợt 1-2024  (nhóm B)", "Phụ lục VI",
	}
	if got := f.GetSheetList(); !slices.Equal(got, want) {
		t.Errorf("sheets %q, want %q", got, want)
	}
	if got := written(t, report.Document{Body: []report.Block{report.Paragraph{}}}).GetSheetList(); len(got) != 1 {
		t.Errorf("a document without tables has the sheets %q", got)
	}
	broken := sample("x")
	broken.Rows[0][1].Number.Plain = "1.234"
	if err := Write(new(bytes.Buffer),
		report.Document{Annexes: []report.Annex{{Body: []report.Block{broken}}}}); err == nil {
		t.Error("a number that is none was written")
	}
}

// Tables of the body are told too: a single one under its name, those of a fold one below the other with their words.
func TestWrite_body(t *testing.T) {
	fold := []report.Block{
		report.Fold{Title: "NB-01 Nghỉ phép"}, report.Heading{Level: 1, Text: "I. THÔNG TIN"},
		report.Paragraph{Runs: report.Text("Lĩnh vực: Nội vụ")}, sample("a"), report.Dotted{What: "giải pháp"}, sample("b"),
		report.Fold{},
	}
	f := written(t, report.Document{Title: "Tính chi phí", Body: append(fold, sample("So sánh"))})
	if got := f.GetSheetList(); !slices.Equal(got, []string{"So sánh", "NB-01"}) {
		t.Fatalf("sheets %q", got)
	}
	rows, err := f.GetRows("NB-01")
	if err != nil {
		t.Fatal(err)
	}
	var first []string
	for _, r := range rows {
		if len(r) > 0 {
			first = append(first, r[0])
		}
	}
	want := []string{
		"NB-01 Nghỉ phép", "I. THÔNG TIN", "Lĩnh vực: Nội vụ", "đồng/năm", "STT", "1", "2", "Tổng", "………… (giải pháp)",
		"đồng/năm", "STT", "1", "2", "Tổng",
	}
	if !slices.Equal(first, want) {
		t.Errorf("%q, want %q", first, want)
	}
}

// Cells that span are merged, numbers show as many places as they have, and a row is as high as its text.
func TestWrite_cells(t *testing.T) {
	table := sample("Bảng")
	table.Rows = [][]report.Cell{
		{report.TextCell("1 2 3 4 5 6 7 8 9"), {Text: "Nhóm", Cols: 3}},
		{report.TextCell("2"), report.DecimalCell(value.Whole(3) / 2), report.PercentCell("19.996"), report.PercentCell("31")},
	}
	f := written(t, report.Document{Annexes: []report.Annex{{Body: []report.Block{table}}}})
	merged, err := f.GetMergeCells("Bảng")
	if err != nil || len(merged) != 1 || merged[0][0] != "B4:D4" {
		t.Errorf("merged %v, %v", merged, err)
	}
	for row, want := range map[int]float64{4: 48, 5: 16} { // points, 16 a line
		if got, err := f.GetRowHeight("Bảng", row); err != nil || got != want {
			t.Errorf("row %d is %v high, want %v (%v)", row, got, want, err)
		}
	}
	for cell, want := range map[string]string{"B5": "1.5", "C5": "19.996", "D5": "31"} {
		if got, err := f.GetCellValue("Bảng", cell); err != nil || got != want {
			t.Errorf("%s shows %q, want %q (%v)", cell, got, want, err)
		}
	}
}

// A sheet prints on landscape A4 as wide as the page, its heads on every page; the file says so, and no part of it is
// of a day that does not exist. The same document gives the same bytes.
func TestWrite_print(t *testing.T) {
	d := report.Document{Annexes: []report.Annex{{Body: []report.Block{sample("Bảng 'A'")}}}}
	f := written(t, d)
	name := f.GetSheetList()[0]
	layout, err := f.GetPageLayout(name)
	if err != nil || *layout.Orientation != "landscape" || *layout.Size != 9 || *layout.FitToWidth != 1 ||
		*layout.FitToHeight != 0 {
		t.Errorf("%+v, %v", layout, err)
	}
	if props, err := f.GetSheetProps(name); err != nil || !*props.FitToPage {
		t.Errorf("%+v, %v", props, err)
	}
	names := f.GetDefinedName()
	if len(names) != 1 || names[0].Name != "_xlnm.Print_Titles" || names[0].RefersTo != "'Bảng ’A’'!$3:$3" {
		t.Errorf("%+v", names)
	}
	var once, again bytes.Buffer
	if err := errors.Join(Write(&once, d), Write(&again, d)); err != nil || !bytes.Equal(once.Bytes(), again.Bytes()) {
		t.Errorf("the same document gives other bytes (%v)", err)
	}
	z, err := zip.NewReader(bytes.NewReader(once.Bytes()), int64(once.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		if part.Modified.Year() < 1980 || part.ModifiedDate == 0 {
			t.Errorf("%s is of %s", part.Name, part.Modified)
		}
	}
}

// A row is as high as its longest cell needs.
func TestLinesIn(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  int
	}{
		{"", 10, 1}, {"một hai ba", 10, 1}, {"một hai bốn", 10, 2}, {"một\nhai", 10, 2}, {"aaaaaaaaaaaaaaaaaaaaa", 10, 3},
		{"x aaaaaaaaaaaaaaaaaaaaa", 10, 4},
	} {
		if got := linesIn(c.text, c.width); got != c.want {
			t.Errorf("%q: %d lines, want %d", c.text, got, c.want)
		}
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
