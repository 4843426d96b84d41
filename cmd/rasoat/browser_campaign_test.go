package main

import "testing"

// The pages of campaigns, targets and dates as the office sees them in the demo.
func TestBrowser_CampaignPages(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.SignIn("office")
	v.Go("/ra-soat").See("Rà soát thủ tục hành chính nội bộ nhóm B").See("% chi phí").Look("campaigns")
	v.Go("/ra-soat/kh-29-2024/internal-b").See("Giải quyết nghỉ phép").See("Cả danh mục, theo phương án đã phê duyệt").Look("board")
	v.Go("/ra-soat/kh-29-2024/internal-b?trang-thai=submitted").See("Hiện 2/12").See("NB-03").NotSee("NB-01")
	v.Go("/ra-soat/kh-29-2024/internal-b/ke-hoach").See("Điền cho nhiều thủ tục").Look("review-plan")
	v.Go("/chi-tieu").See("Hai cách tính")
	v.See("còn thiếu").Look("targets")
	v.Go("/viec").See("Đang chờ xử lý").Look("work-office")
	v.Go("/bao-cao").See("số văn bản").Look("reports")
	v.Go("/bao-cao/review-summary?dot=internal-b&so=15").See("15/BC-UBND").shoot("report-page")
	v.Go("/ke-hoach").See("ngày 15 hằng tháng").See("đạt 1/3 chỉ tiêu").Look("plan-dates")
	v.Press("Đăng xuất").SignIn("reviewer").Go("/viec").See("Quá hạn").Look("work-reviewer")
	v.Press("Đăng xuất").SignIn("chairman").Go("/viec").See("Xem, quyết định").Look("work-chairman")
}
