package main

import (
	"regexp"
	"testing"
)

// The day of each role in the demo, from the first page on, by what stands on the pages alone.

func TestBrowser_Day(t *testing.T) { walkDays(t, (*visitor).onDesk) }

func TestBrowser_DayOnPhone_Slow(t *testing.T) { walkDays(t, (*visitor).onPhone) }

func TestBrowser_DayWithoutScript_Slow(t *testing.T) {
	walkDays(t, func(v *visitor) *visitor { return v.onPhone().withoutScript() })
}

// lookUpCode is the number and the code that whoever sent feedback is told.
var lookUpCode = regexp.MustCompile(`[Ss]ố (\d+)[^.]*?mã[^A-Z0-9]*([A-Z0-9][A-Z0-9-]{5,})`)

func walkDays(t *testing.T, how func(*visitor) *visitor) {
	t.Parallel()
	base, _ := served(t)
	v := how(visit(t, base))

	// A citizen looks a procedure up, says what is wrong with it, and asks later what became of that.
	v.Go("/").Fill("Tên thủ tục, mã hoặc việc cần làm", "khai sinh cho con").Press("Tìm").
		Press("Thủ tục đăng ký khai sinh").See("Cần giấy tờ gì").See("Thời hạn giải quyết").See("Phí, lệ phí")
	v.Press("Góp ý về phần này").Fill("Nội dung", "Phải nộp bản sao giấy chứng sinh hai lần.").Press("Gửi phản ánh").
		See("Đã tiếp nhận phản ánh")
	told := lookUpCode.FindStringSubmatch(v.Text())
	if told == nil {
		t.Fatalf("no number and code in %s", v.Text())
	}
	v.Fill("Số phản ánh", told[1]).Fill("Mã tra cứu", told[2]).Press("Tra cứu").
		See("Phản ánh số " + told[1] + ", nhận ngày 15/7/2024")

	// A reviewer goes on with a draft, asks the office about it and hands it in.
	v.SignIn("reviewer4").Press("Tiếp tục soạn NB-09")
	v.See("chưa tính chi phí sau đơn giản hóa").Press("Chi phí tuân thủ").Press("Điền nhanh").
		Press("Chép bảng hiện tại sang bảng sau").Fill("Sau đơn giản hóa, dòng 1.1, Thời gian (giờ)", "0,25").
		Press("Lưu bảng chi phí").Press("Tiếp theo: xem lại và trình phương án")
	v.Press("Trình thẩm tra").See("Kiểm tra trước khi trình").Press("Trình thẩm tra").See("việc của Văn phòng").
		Press("Đăng xuất")

	// The office asks back before it checks.
	v.SignIn("office").Press("Thẩm tra NB-09").Press("Hỏi, góp ý về phương án này").
		Fill("Về phần nào?", "Bảng chi phí").Fill("Câu hỏi, góp ý", "Số lượt đăng ký theo sổ năm nào?").
		Press("Gửi câu hỏi").See("Đã gửi câu hỏi").Press("Đăng xuất")
	v.SignIn("reviewer4").Press("Xem, trả lời").See("theo sổ năm nào").
		Fill("Trả lời", "Theo sổ năm 2023.").Press("Gửi trả lời").See("Đã gửi trả lời").Press("Đăng xuất")
	v.SignIn("office").Press("Thẩm tra NB-09").See("Theo sổ năm 2023").Press("Ghi nhận đã giải quyết").
		See("Đã ghi nhận nội dung trao đổi đã giải quyết").
		Fill("Ý kiến", "Đủ hồ sơ").Press("Thẩm tra").See("Đã thẩm tra phương án số 9")

	// It takes the citizen's petition on, and issues the month.
	v.Open("Phản ánh").Press("Số "+told[1]).Fill("Loại", "rule").Fill("Hạn trả lời", "05/8/2024").
		Press("Tiếp nhận xử lý").See("đang xử lý")
	v.Open("Việc của tôi").Press("Soạn báo cáo").See("Báo cáo tháng 7/2024").
		Fill("Nội dung", "Ban hành công văn đôn đốc rà soát.").Press("Lưu tất cả các mục").See("Đã lưu lúc").
		Fill("Số văn bản", "45").Fill("Ngày ban hành", "15/7/2024").Press("Kiểm tra, ban hành").
		See("45/BC-UBND").Press("Ban hành báo cáo").See("Đã ban hành báo cáo tháng").Press("Đăng xuất")

	// The chairman approves two by one decision and sees what it does to the targets.
	v.SignIn("chairman").See("Phương án chờ quyết định").Open("Phương án").Press("Phê duyệt nhiều phương án").
		Choose("Phương án số 9").Fill("Số quyết định", "61/QĐ-UBND").Fill("Ngày quyết định", "15/7/2024").
		Press("Kiểm tra trước khi ghi").See("61/QĐ-UBND").Press("Phê duyệt").
		See("phê duyệt").Open("Chỉ tiêu rà soát, cắt giảm").See("Chỉ tiêu rà soát, cắt giảm").Press("Đăng xuất")

	// The administrator opens an account and reads who did what.
	v.SignIn("admin").Open("Người dùng").Press("Thêm người dùng").Fill("Tên đăng nhập", "hai.do").
		Fill("Họ và tên", "Đỗ Thị Hải").Choose("Công chức chuyên môn").Fill("Mật khẩu mới", ownPassword).
		Fill("Nhập lại mật khẩu", ownPassword).Press("Tạo tài khoản").See("Đã tạo tài khoản hai.do")
	v.Open("Nhật ký").See("Đỗ Thị Hải").See("Võ Văn Tuấn").See("61/QĐ-UBND")
}
