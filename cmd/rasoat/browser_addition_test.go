package main

import (
	"strings"
	"testing"
)

// The request for additions from the start, in a commune that has entered nothing: the list handed down is compared,
// procedures are asked for with their reasons, the request goes out, and the superior's decision comes.
func TestBrowser_AdditionsFromTheStart_Slow(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	said := &saidBy{}
	add := []string{"--data", dir, "user", "add", "office", "--role", "office"}
	password := strings.NewReader(passwords["office"] + "\n")
	if code := run(t.Context(), add, func(string) string { return "" }, password, said, said); code != 0 {
		t.Fatalf("the account was not opened: %s", said)
	}
	base, _ := servedIn(t, dir, "--addr", "127.0.0.1:0")
	v := visit(t, base)
	v.SignIn("office")
	v.Go("/bo-sung").See("Chưa có danh mục gửi về").Look("additions-empty")
	v.Fill("Nguồn của danh mục", "Công văn 221/VPCP-KSTT").Fill("Hoặc dán bảng", "không có cột tên").
		Press("So với danh mục của xã").See("Tên thủ tục")
	if got := v.Value("Nguồn của danh mục"); got != "Công văn 221/VPCP-KSTT" {
		t.Errorf("after the refusal the source is %q", got)
	}
	v.Fill("Hoặc dán bảng", "STT\tTên thủ tục\tLĩnh vực\n"+
		"1\tĐề nghị nâng bậc lương thường xuyên\tTổ chức cán bộ\n"+
		"2\tĐăng ký xe công\tTài sản công\n"+
		"3\tLấy mẫu nước giếng khoan\tMôi trường").
		Press("So với danh mục của xã")
	v.See("mới có thủ tục mẫu gợi ý").See("xã chưa có").Look("additions-handed").
		Press("Soạn dự thảo và đề nghị các dòng đã chọn").See("chưa chọn dòng nào").
		Choose("Đề nghị nâng bậc lương thường xuyên").Press("Soạn dự thảo và đề nghị các dòng đã chọn").
		See("Đã soạn 1 dự thảo").See("đang soạn, 1 thủ tục").See("chưa ghi lý do")
	v.Fill("Số tờ trình", "31/TTr-UBND").Fill("Ngày ban hành", "22/4/2024").Press("Ghi nhận đã ban hành").See("lý do")
	v.Fill("Lý do đề nghị", "Phát sinh thường xuyên tại xã.").Press("Lưu đề nghị").See("Đã lưu")
	v.Fill("Số tờ trình", "31/TTr-UBND").Fill("Ngày ban hành", "31/4/2024").Press("Ghi nhận đã ban hành").
		See("31/4/2024").Look("additions-refused")
	if got := v.Value("Lý do đề nghị"); got != "Phát sinh thường xuyên tại xã." {
		t.Errorf("the refused issue shows the reason as %q", got)
	}
	v.Fill("Ngày ban hành", "22/4/2024").Press("Ghi nhận đã ban hành").
		See("Kiểm tra trước khi ghi nhận đã ban hành").Look("additions-check").
		Press("Ghi nhận đã ban hành").See("đã ban hành 31/TTr-UBND ngày 22/4/2024")
	v.Fill("Số quyết định công bố", "1102/QĐ-UBND").Fill("Ngày quyết định", "20/4/2024").Press("Ghi nhận đã công bố").
		See("trước ngày ban hành")
	v.Fill("Ngày quyết định", "03/5/2024").Press("Ghi nhận đã công bố").See("Kiểm tra trước khi ghi nhận đã công bố").
		Press("Ghi nhận đã công bố").
		See("đã công bố theo Quyết định số 1102/QĐ-UBND ngày 03/5/2024").Look("additions-announced")
	v.Go("/thu-tuc/NB-01").See("1102/QĐ-UBND")
}
