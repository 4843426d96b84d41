package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// An office enters June, is told what is wrong, releases it, and everybody sees it.
func TestBrowser_Indicators_Slow(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.Go("/").See("Tháng 5/2024:").Press("Tháng 5/2024:").See("Chỉ tiêu cải cách thủ tục hành chính, tháng 5/2024").
		See("171/301").NotSee("sổ theo dõi").Look("indicators-public")
	v.SignIn("office").Go("/chi-tieu-cu-the").See("Chỉ tiêu cải cách TTHC, tháng 6/2024").See("đã nhập 10/13 chỉ tiêu").
		See("Văn phòng thực hiện").Look("indicators-month")

	// Figures are judged while they are typed; the keyboard goes from cell to cell.
	v.Fill("NQ 02, số 3, Tử số", "150").Fill("NQ 02, số 3, Mẫu số", "310").See("48,39%")
	v.do("keys", chromedp.KeyEvent(kb.ArrowDown))
	if at, _ := js[string](v, `document.activeElement.name`); at != "nq02-6.denominator" {
		t.Errorf("arrow down leads to %q", at)
	}

	// What is wrong stands at its cell; nothing that was typed is lost.
	v.Fill("NQ 02, số 6, Tử số", "3").Fill("NQ 02, số 6, Mẫu số", "2").Fill("NQ 02, số 7, Tử số", "chín").
		Press("Lưu số liệu")
	v.See("Cần sửa").See("tử số (3) lớn hơn mẫu số (2)").See("phải là số nguyên").Look("indicators-refused")
	for label, want := range map[string]string{"NQ 02, số 3, Tử số": "150", "NQ 02, số 6, Tử số": "3", "NQ 02, số 7, Tử số": "chín"} {
		if got := v.Value(label); got != want {
			t.Errorf("%s holds %q after the refusal", label, got)
		}
	}

	// A file of evidence goes with its row.
	file := filepath.Join(t.TempDir(), "Bảng kê tháng 6.csv")
	if err := os.WriteFile(file, []byte("a;b\n1;2\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	v.do("open the details", chromedp.Evaluate[chromedp.Void](
		`document.querySelector('[name="nq02-3.file"]').closest("details").open = true`))
	v.do("choose a file", chromedp.SetUploadFiles(chromedp.CSS(`[name="nq02-3.file"]`), []string{file}))
	v.Fill("NQ 02, số 6, Mẫu số", "3").Fill("NQ 02, số 7, Tử số", "181").Fill("NQ 02, số 7, Mẫu số", "194").
		Press("Lưu số liệu")
	v.See("Đã lưu 3 dòng số liệu").See("đã nhập 13/13 chỉ tiêu").See("tài liệu (1)")

	v.Press("Công khai số liệu tháng 6/2024").See("Ai cũng xem được").Press("Công khai tháng 6/2024").
		See("đã công khai ngày 15/7/2024").See("đang khóa").Look("indicators-released")
	v.Go("/").See("Tháng 6/2024:").Press("Tháng 6/2024:").See("150/310")

	v.Go("/chi-tieu-cu-the?thang=2024-06").Press("Mở lại tháng 6/2024 để sửa").Fill("Lý do mở lại", "Nhầm cột").
		Press("Mở lại để sửa").See("Nhầm cột").See("Lưu số liệu")
	v.Go("/chi-tieu-cong-khai").See("đang được văn phòng xem lại").See("150/310")
}

// Two people enter the same row; the second is shown what the first saved, and keeps what was typed.
func TestBrowser_IndicatorsClash(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	first, second := visit(t, base), visit(t, base)
	first.SignIn("office").Go("/chi-tieu-cu-the")
	second.SignIn("reviewer").Go("/chi-tieu-cu-the").See("Tư pháp - Hộ tịch thực hiện")
	fill := func(v *visitor, n int) {
		v.Fill("NQ 02, số 6, Tử số", fmt.Sprint(n)).Fill("NQ 02, số 6, Mẫu số", "9").Press("Lưu số liệu")
	}
	fill(first, 8)
	first.See("Đã lưu 1 dòng số liệu")
	fill(second, 7)
	second.See("Trong lúc nhập, Lê Thị Lan đã lưu 8/9").Look("indicators-clash")
	if got := second.Value("NQ 02, số 6, Tử số"); got != "7" {
		t.Errorf("the cell holds %q", got)
	}
	second.Press("Lưu số liệu").See("Đã lưu 1 dòng số liệu").See("77,78%")
}
