package main

import (
	"os"
	"path/filepath"
	"testing"
)

// The office writes the month and issues it; a figure that is none is refused at its field and nothing typed is lost.
func TestBrowser_Month(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.SignIn("office").Go("/bao-cao-thang?thang=2024-07").See("kỳ từ 15/6/2024 đến 14/7/2024").Look("month")
	v.Fill("Nội dung", "Ban hành công văn đôn đốc rà soát.").See("Đã lưu lúc") // by itself, after a pause
	v.Press("Lưu tất cả các mục").See("Đã lưu lúc").See("Lê Thị Lan")
	if got := v.Value("Nội dung"); got != "Ban hành công văn đôn đốc rà soát." {
		t.Errorf("kept %q", got)
	}
	evidence := filepath.Join(t.TempDir(), "bang-ke.txt")
	if err := os.WriteFile(evidence, []byte("124 văn bản"), 0o644); err != nil {
		t.Fatal(err)
	}
	v.Fill("Số liệu", "Văn bản gửi điện tử").Fill("Giá trị", "một trăm").
		Press("Lưu tất cả các mục").See("không phải số")
	v.Fill("Giá trị", "124").Fill("Đơn vị", "văn bản").Upload("Thêm tài liệu kiểm chứng", evidence).
		Press("Lưu tất cả các mục").See("Đã lưu lúc").See("bang-ke.txt")
	v.Fill("Số văn bản", "45").Fill("Ngày ban hành", "32/7/2024").Press("Kiểm tra, ban hành").See("32/7/2024")
	v.Fill("Ngày ban hành", "15/7/2024").Press("Kiểm tra, ban hành").See("45/BC-UBND").Look("month-check")
	v.Press("Ban hành báo cáo").See("Đã ban hành báo cáo tháng").Look("month-issued")
	v.Go("/bao-cao-thang?thang=2024-07").See("đã ban hành: Số 45 ngày 15/7/2024").Look("month-after")
	v.Go("/bao-cao/tong-hop?dot=internal-b").See("III.1. Kết quả đạt được").Look("summary")
	v.Go("/bao-cao/xem/monthly?thang=2024-07").See("Mở riêng để in").Look("preview")
	v.Go("/bao-cao/monthly?thang=2024-07").See("văn bản gửi điện tử 124 văn bản").See("25,00%")
}

// The demo's request stands beside the list that it answers.
func TestBrowser_Additions_Slow(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.SignIn("office").Go("/bo-sung").See("đã ban hành 31/TTr-UBND ngày 22/4/2024").See("tên gần giống").
		See("xã chưa có").Look("additions-issued")
}
