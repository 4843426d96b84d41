package main

import "testing"

// The office reads the settings, corrects one of each kind, is told what is wrong at the line, and finds who changed
// what; a second window that began earlier is shown both versions.
func TestBrowser_Settings_Slow(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.SignIn("office").Go("/thiet-lap").See("Người ký").See("Võ Văn Tuấn").Look("settings")
	v.Go("/thiet-lap/don-vi").Look("setting-commune")
	w := visit(t, base)
	w.SignIn("admin").Go("/thiet-lap/don-vi").Fill("Người ký", "Phạm Quốc Anh")
	v.Fill("Người ký", "Lê Thị Lan").Press("Lưu").See("Đã lưu.").See("Lê Thị Lan")
	w.Press("Lưu").See("Người khác vừa lưu bản mới hơn").See("Đang lưu").Look("setting-conflict")
	if got := w.Value("Người ký"); got != "Phạm Quốc Anh" {
		t.Errorf("what was typed is lost: %q", got)
	}
	v.Go("/thiet-lap/ngay-nghi").See("năm 2024").Look("setting-days")
	v.Fill("Dòng 1, ngày", "31/02/2024").Press("Lưu").See("“31/02/2024” không phải ngày").Look("setting-days-refused")
	v.Fill("Dòng 1, ngày", "01/01/2024").Press("Lưu").See("Đã lưu ngày nghỉ")
	v.Go("/thiet-lap/muc-gio").See("48.248 đồng").Look("setting-rates")
	v.Fill("Áp dụng từ ngày", "01/8/2024").Fill("Loại thủ tục", "public").
		Fill("Mức thu nhập bình quân một giờ (đồng)", "50.000").Fill("Căn cứ", "Niên giám thống kê").
		Press("Thêm mức mới").See("Đã thêm mức 50.000 đồng một giờ.").See("chưa đến ngày")
	v.Go("/thiet-lap/cach-tinh").See("Đợt đã bắt đầu giữ cách tính lúc bắt đầu").Look("setting-rules")
	v.Fill("Tỷ lệ cắt giảm chi phí tính trên mẫu số nào?", "with_proposal").Press("Lưu").See("Đã lưu.").
		See("trên chi phí của các TTHC có phương án")
}

// The chairman reads who did what, narrows it, and has the chain checked.
func TestBrowser_Audit_Slow(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.SignIn("chairman").Press("Nhật ký").See("Ai đã làm gì, lúc nào").Look("audit")
	v.Fill("Nội dung", "procedure").Fill("Mã, số hoặc tên", "1.001193").Press("Lọc").See("lưu thủ tục 1.001193").
		NotSee("đã mở tài khoản").NotSee("đã lưu kế hoạch")
	v.Press("Kiểm tra nhật ký").See("không có gì bị sửa ngoài chương trình").Look("audit-checked")
}
