package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"rasoat/review"
	"rasoat/seed"
	"rasoat/value"
)

func seedIndicators(t testing.TB) review.Plan {
	t.Helper()
	raw, err := seed.Read(seed.PlanFile)
	if err != nil {
		t.Fatal(err)
	}
	var p review.Plan
	if err := json.Unmarshal(raw, &p); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestReadFigures(t *testing.T) {
	p := seedIndicators(t)
	tests := []struct {
		name, sheet string
		want        []FigureRow
		problem     string
	}{
		{"by key", "Mã\tTử số\tMẫu số\nnq01-3\t31\t50\nnq01-4.papers\t8\t10\n",
			[]FigureRow{{2, "nq01-3", "31", "50", ""}, {3, "nq01-4.papers", "8", "10", ""}}, ""},
		{"the appendix of the plan, pasted: numbers below their headings", "1. Chỉ tiêu giao tại Nghị quyết số 01/NQ-CP\nSTT\tChỉ tiêu\tTử số\tMẫu số\tGhi chú\n3.\tTỷ lệ hồ sơ trực tuyến\t31\t50\tsổ một cửa\n6.1\tĐối với UBND cấp xã\t1.250\t1.300\n2. Chỉ tiêu giao tại Nghị quyết số 02/NQ-CP\n3.\tTỷ lệ khai thác\t5\t9\n",
			[]FigureRow{{3, "nq01-3", "31", "50", "sổ một cửa"}, {4, "nq01-6.1", "1.250", "1.300", ""}, {6, "nq02-3", "5", "9", ""}}, ""},
		{"by name, with semicolons", "Chỉ tiêu;Tử số;Mẫu số\nTỶ LỆ XỬ LÝ PHẢN ÁNH, KIẾN NGHỊ ĐÚNG HẠN;0;0\n", []FigureRow{{2, "nq02-6", "0", "0", ""}}, ""},
		{"by name and part, quoted", "Chỉ tiêu,Nội dung đếm,Tử số,Mẫu số\n\"Tỷ lệ số hóa hồ sơ, kết quả giải quyết TTHC\",Số hóa kết quả giải quyết,7,8\n", []FigureRow{{2, "nq01-4.results", "7", "8", ""}}, ""},
		{"lines without numbers are passed over", "Mã\tTử số\tMẫu số\nnq01-3\t\t\n\nnq01-1\t\t40\n", []FigureRow{{3, "nq01-1", "", "40", ""}}, ""},
		{"what cannot be a number comes as it stands", "Mã\tTử số\tMẫu số\nnq01-1\t-3\tbốn mươi\n", []FigureRow{{2, "nq01-1", "-3", "bốn mươi", ""}}, ""},
		{"a number below no heading is two indicators", "STT\tTử số\tMẫu số\n3\t1\t2\n", nil, "figures.no_indicator"},
		{"two parts and no word which", "Chỉ tiêu\tTử số\tMẫu số\nTỷ lệ số hóa hồ sơ, kết quả giải quyết TTHC\t1\t2\n", nil, "figures.no_indicator"},
		{"the shared measurement is entered once", "Mã\tTử số\tMẫu số\nnq02-5\t1\t2\n", nil, "figures.no_indicator"},
		{"twice", "Mã\tTử số\tMẫu số\nnq01-1\t1\t2\nnq01-1\t1\t3\n", nil, "figures.twice"},
		{"no head", "nq01-1\t1\t2\n", nil, "figures.no_head"},
		{"a head alone", "Mã\tTử số\tMẫu số\n", nil, "figures.none"},
		{"nothing", "  \n", nil, "file.empty"},
		{"no text", "\xff\xfe\x00", nil, "cells.unreadable"},
		{"a zip that is no workbook", "PK\x03\x04nichts", nil, "cells.unreadable"},
		{"too many lines", strings.Repeat("a\tb\n", maxCellRows+1), nil, "cells.too_large"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ReadFigures([]byte(tt.sheet), p.Indicators)
			if code := firstCode(err); code != tt.problem {
				t.Fatalf("problem %q, want %q", code, tt.problem)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func firstCode(err error) string {
	var p value.Problems
	if errors.As(err, &p) && len(p) > 0 {
		return p[0].Code
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

// The sheet that is handed out reads back as what was entered, and every empty line of it is offered.
func TestWriteFigures_readsBack(t *testing.T) {
	p := seedIndicators(t)
	june := value.MustMonth("2024-06")
	known := func(n int64) value.Opt[int64] { return value.Known(n) }
	figures := []review.Figure{
		{Indicator: "nq01-3", Month: june, Numerator: known(31), Denominator: known(1250), Note: "sổ một cửa"},
		{Indicator: "nq01-4", Variant: "results", Month: june, Numerator: known(7), Denominator: known(8)},
		{Indicator: "nq02-2", Variant: "requests", Month: june, Denominator: known(0)},
	}
	var b bytes.Buffer
	if err := WriteFigures(&b, review.Indicators(p, figures, june)); err != nil {
		t.Fatal(err)
	}
	got, err := ReadFigures(b.Bytes(), p.Indicators)
	if err != nil {
		t.Fatal(err)
	}
	want := []FigureRow{{6, "nq01-3", "31", "1250", "sổ một cửa"}, {8, "nq01-4.results", "7", "8", ""}, {12, "nq02-2.requests", "", "0", ""}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	rows, err := ReadCells(b.Bytes())
	if err != nil || len(rows) != 3+13 { // 12 measurements, one of them in two parts
		t.Errorf("%d rows, %v", len(rows), err)
	}
}

// Numbers of a workbook: thousands as people format them are whole, halves stay halves, and 6.1 is found.
func TestReadCells_workbookNumbers(t *testing.T) {
	f := excelize.NewFile()
	grouped, err := f.NewStyle(&excelize.Style{NumFmt: 3}) // #,##0
	if err != nil {
		t.Fatal(err)
	}
	for cell, v := range map[string]any{"A1": "Nghị quyết", "B1": "STT", "C1": "Tử số", "D1": "Mẫu số", "A2": "NQ 01", "B2": 6.1, "C2": 1250, "D2": 1300, "A3": "NQ 01", "B3": 3, "C3": 1.5, "D3": "2.000"} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetCellStyle("Sheet1", "C2", "D2", grouped); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	got, err := ReadFigures(b.Bytes(), seedIndicators(t).Indicators)
	want := []FigureRow{{2, "nq01-6.1", "1250", "1300", ""}, {3, "nq01-3", "1,5", "2,000", ""}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v -want +got\n%s", err, diff)
	}
}

func FuzzReadFigures(f *testing.F) {
	p := seedIndicators(f)
	f.Add([]byte("Mã\tTử số\tMẫu số\nnq01-3\t31\t50\n"))
	f.Add([]byte("Chỉ tiêu;Tử số;Mẫu số\n\"x\";1;2"))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		rows, err := ReadFigures(raw, p.Indicators)
		var problems value.Problems
		if err != nil && !errors.As(err, &problems) {
			t.Fatalf("%v is no problem that a person can read", err)
		}
		for _, r := range rows {
			if r.Key == "" || r.Line < 2 {
				t.Fatalf("row %+v", r)
			}
		}
	})
}
