package xlsx

import (
	"bytes"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"rasoat/report/reporttest"
)

// Numbers are numbers, and the totals are those of the report.
func TestWrite(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, reporttest.ExampleD(t).Document()); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := f.GetSheetList(); !slices.Equal(got, []string{"Phụ lục I.1", "Phụ lục II", "Phụ lục III.1"}) {
		t.Fatalf("sheets %q", got)
	}
	for cell, want := range map[string]string{"D16": "112787888", "E16": "91813808", "F16": "20974080", "G16": "18.60"} {
		got, err := f.GetCellValue("Phụ lục III.1", cell, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		if got != want && got+"0" != want {
			t.Errorf("%s: %q, want %q", cell, got, want)
		}
		if kind, _ := f.GetCellType("Phụ lục III.1", cell); kind == excelize.CellTypeInlineString ||
			kind == excelize.CellTypeSharedString {
			t.Errorf("%s is text, not a number", cell)
		}
	}
}
