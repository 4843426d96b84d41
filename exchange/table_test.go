package exchange

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"rasoat/value"
)

func workbook(t testing.TB, rows [][]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	for i, r := range rows {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetRow("Sheet1", cell, &r); err != nil {
			t.Fatal(err)
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestReadTable(t *testing.T) {
	want := [][]string{{"STT", "Tên thủ tục"}, {"1", "Nghỉ phép, nghỉ việc riêng"}}
	for name, raw := range map[string][]byte{
		"pasted.txt": []byte("STT\tTên thủ tục\n1\tNghỉ phép,  nghỉ việc riêng\n\n"),
		"list.csv":   []byte("\uFEFFSTT;Tên thủ tục\r\n1;\"Nghỉ phép, nghỉ việc riêng\"\r\n"),
		"comma.csv":  []byte("STT,Tên thủ tục\n1,\"Nghỉ phép, nghỉ việc riêng\"\n"),
		"nfd.txt":    []byte("STT\tTe\u0302n thu\u0309 tu\u0323c\n1\tNghi\u0309 phe\u0301p, nghi\u0309 vie\u0323\u0302c rie\u0302ng"),
		"list.xlsx":  workbook(t, [][]any{{"STT", "Tên thủ tục"}, {1, "Nghỉ phép, nghỉ việc riêng"}}),
	} {
		got, err := ReadTable(name, bytes.NewReader(raw))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestReadTable_Refused(t *testing.T) {
	for name, tt := range map[string]struct {
		raw  []byte
		want string
	}{
		"x.pdf":    {[]byte("%PDF-1.7\n"), "table.not_a_table"},
		"old.csv":  {[]byte("Th\xf1 t\xf4c;h\xb5nh"), "table.encoding"},
		"cut.xlsx": {workbook(t, [][]any{{"STT"}})[:600], "table.not_a_table"},
		"long.txt": {[]byte(strings.Repeat("a\tb\n", MaxTableRows+1)), "table.too_many_rows"},
		"zero.txt": {[]byte("a\x00b"), "table.not_a_table"},
	} {
		_, err := ReadTable(name, bytes.NewReader(tt.raw))
		var p value.Problems
		if !errors.As(err, &p) || p[0].Code != tt.want || p[0].Field != name {
			t.Errorf("%s: %v, want %s", name, err, tt.want)
		}
	}
}

func TestColumns(t *testing.T) {
	rows := [][]string{{"DANH MỤC"}, {"STT", "Tên thủ tục hành chính nội bộ", "LĨNH VỰC"}, {"1", "Nghỉ phép"}}
	header, at, ok := Columns(rows, []string{"tên thủ tục", "tên"}, []string{"lĩnh vực"}, []string{"ghi chú"})
	if !ok || header != 1 || !cmp.Equal(at, []int{1, 2, -1}) {
		t.Errorf("%d %v %v", header, at, ok)
	}
	if Cell(rows[2], at[0]) != "Nghỉ phép" || Cell(rows[2], at[1]) != "" || Cell(rows[2], at[2]) != "" {
		t.Error("cells")
	}
	if _, _, ok := Columns(rows[2:], []string{"tên"}); ok {
		t.Error("a header where there is none")
	}
}

func FuzzReadTable(f *testing.F) {
	f.Add([]byte("STT\tTên\n1\tx"))
	f.Add([]byte("a;\"b\n;c"))
	f.Add(workbook(f, [][]any{{"a"}}))
	f.Fuzz(func(t *testing.T, raw []byte) {
		rows, err := ReadTable("x", bytes.NewReader(raw))
		var p value.Problems
		if err != nil && !errors.As(err, &p) {
			t.Fatalf("no sentence for %v", err)
		}
		for _, r := range rows {
			for _, c := range r {
				if strings.ContainsAny(c, "\n\t\u200b") {
					t.Errorf("%q is not clean", c)
				}
			}
		}
	})
}
