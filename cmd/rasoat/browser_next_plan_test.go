package main

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"
)

// The year table: the office sees everybody and takes the workbook away, a reviewer the own row.
func TestBrowser_YearTable(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.SignIn("office").Go("/bao-cao").Press("Bảng năm").See("Trần Văn Minh").See("Tổng cộng").Look("year-table")
	f, err := excelize.OpenReader(bytes.NewReader(v.Download("/bang-nam.xlsx")))
	if err != nil {
		t.Fatal(err)
	}
	if rows, err := f.GetRows(f.GetSheetName(0)); err != nil || len(rows) < 6 {
		t.Errorf("the sheet has %d rows (%v)", len(rows), err)
	}
	v.Press("Đăng xuất").SignIn("reviewer").Go("/bang-nam").See("Nguyễn Thị Hoa").NotSee("Trần Văn Minh").NotSee("Tổng cộng").Look("year-table-own")
}
