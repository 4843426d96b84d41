package main

import "testing"

// The review of an online service as people do it: begun from the procedure, both sides written, handed in; the office
// checks, the chairman decides, and the list says what users are spared.
func TestBrowser_ServiceReview_Slow(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.SignIn("reviewer").Go("/ra-soat").Press("Rà soát dịch vụ công trực tuyến (mục III.2)").See("3 dịch vụ").
		Look("service-list")
	v.Press("Thủ tục đăng ký khai sinh").See("giảm 2 bước").Look("service-show")
	v.Go("/thu-tuc/1.000894").Press("Rà soát dịch vụ trực tuyến").Look("service-new").Press("Bắt đầu rà soát").
		See("Hiện nay")
	v.Fill("Bất cập hiện nay", "Phải đến hai lần.").Press("Chép các bước hiện nay sang đây").See("Bước 4 (sau)")
	if got := v.Value("Bất cập hiện nay"); got != "Phải đến hai lần." {
		t.Errorf("copying lost what was typed: %q", got)
	}
	v.Press("Bỏ bước 3 (sau)").Press("Bỏ bước 2 (sau)").Fill("Giấy tờ, bước 1 (sau)", "hai").Press("Lưu").See("“hai”")
	v.Fill("Giấy tờ, bước 1 (sau)", "2").Fill("Nội dung tái cấu trúc", "Trả kết quả qua bưu chính.").Press("Lưu").
		See("Đã lưu").Look("service-edit")
	v.Press("Xem").See("giảm 2 bước").Press("Trình").
		See("Kiểm tra trước khi trình").Look("service-check").Press("Trình").See("đã trình").Press("Đăng xuất")
	v.SignIn("office").Go("/dich-vu-truc-tuyen/4").Press("Thẩm tra").See("đã thẩm tra").Press("Đăng xuất")
	v.SignIn("chairman").Go("/dich-vu-truc-tuyen/4").Fill("Số quyết định", "51/QĐ-UBND").
		Fill("Ngày quyết định", "15/7/2024").Press("Phê duyệt").
		See("Kiểm tra trước khi phê duyệt").Press("Phê duyệt").See("Phê duyệt tại 51/QĐ-UBND").Look("service-approved")
	v.Go("/dich-vu-truc-tuyen").See("4 dịch vụ · đã rà soát 3 · đã phê duyệt 2")
}
