package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// An official sorts a list, searches it, ticks all that is shown, assigns it with one save, and takes away just what
// stands on the page; on a phone the order is a choice and nothing scrolls sideways.
func TestBrowser_List_Slow(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base).SignIn("office")
	v.Go("/ra-soat/kh-29-2024/internal-b").Press("Tiết kiệm").Press("Tiết kiệm▲").See("Tiết kiệm▼")
	v.Go("/ra-soat/kh-29-2024/internal-b").Press("Trước")
	if at := v.Address(); !strings.HasSuffix(at, "?xep=truoc") {
		t.Errorf("sorting leads to %s", at)
	}
	v.Fill("Tìm trong danh sách", "cong tac").Press("Lọc").See("Bỏ lọc")
	shown := v.firstCells()
	if len(shown) == 0 || !strings.Contains(v.Address(), "xep=truoc") {
		t.Fatalf("%q is shown at %s", shown, v.Address())
	}
	if got := v.sheetCodes(); !slices.Equal(got, shown) {
		t.Errorf("the file holds %q, the page shows %q", got, shown)
	}
	v.Look("list-searched")

	v.Go("/ra-soat/kh-29-2024/internal-b/ke-hoach").Press("Chưa phân công 1").See("Hiện 1/12").
		Press("Chọn tất cả dòng đang hiện").Fill("Người rà soát", "Nguyễn Thị Hoa").Fill("Thời hạn", "31/7/2024").
		Look("plan-picked").Press("Điền các dòng đã chọn và lưu").See("Đã lưu").See("Hiện 0/12")
	v.Press("Bỏ lọc").See("Hiện 12/12").NotSee("Chưa phân công 1")

	v.Go("/danh-muc?kind=internal").Press("Chọn tất cả dòng đang hiện")
	if n, err := js[int](v, `document.querySelectorAll("input[name=code]:not(:checked)").length`); err != nil || n > 0 {
		t.Errorf("%d rows are not ticked: %v", n, err)
	}
}

// firstCells are the codes of the rows of a list.
func (v *visitor) firstCells() []string {
	v.t.Helper()
	codes, err := js[[]string](v, `[...document.querySelectorAll("table.list tbody .code")].map((c) => c.innerText)`)
	if err != nil {
		v.t.Fatal(err)
	}
	return codes
}

// sheetCodes are the first cells of the rows of the file that a list offers.
func (v *visitor) sheetCodes() (out []string) {
	v.t.Helper()
	href, err := js[string](v, `document.querySelector(".list-sheet").getAttribute("href")`)
	if err != nil {
		v.t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(v.Download(href)))
	if err != nil {
		v.t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetList()[0])
	if err != nil || len(rows) < 3 {
		v.t.Fatalf("%d rows: %v", len(rows), err)
	}
	for _, row := range rows[3:] { // below title, blank line and heads
		out = append(out, row[0])
	}
	return out
}
