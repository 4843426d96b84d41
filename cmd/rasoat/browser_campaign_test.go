package main

import "testing"

// The pages of campaigns, targets and dates as the office sees them in the demo.
func TestBrowser_CampaignPages(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.SignIn("office")
	v.Go("/ra-soat").See("Rà soát thủ tục hành chính nội bộ nhóm B").See("18,85% chi phí").Look("campaigns")
	v.Go("/ra-soat/kh-29-2024/internal-b").See("Giải quyết nghỉ phép").See("Cả danh mục, theo phương án đã phê duyệt").Look("board")
	v.Go("/ra-soat/kh-29-2024/internal-b?trang-thai=submitted").See("Hiện 2/12").See("NB-03").NotSee("NB-01")
	v.Go("/ra-soat/kh-29-2024/internal-b/ke-hoach").See("Điền cho nhiều thủ tục").Look("review-plan")
	v.Go("/chi-tieu").See("18,85%").See("còn thiếu").Look("targets")
	v.Go("/ke-hoach").See("ngày 15 hằng tháng").See("đạt 1/3 chỉ tiêu").Look("plan-dates")
}
