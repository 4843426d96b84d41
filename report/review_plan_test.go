package report_test

import (
	"strings"
	"testing"

	"rasoat/report"
	"rasoat/report/reporttest"
	"rasoat/review"
	"rasoat/value"
)

// Decree 63/2010/NĐ-CP, article 30 clause 2: per procedure why it was chosen, who reviews it, by when, what is
// expected.
func TestReviewPlan(t *testing.T) {
	campaign := review.CampaignPlan{
		ID:     review.CampaignInternalB,
		Name:   "Rà soát thủ tục hành chính nội bộ nhóm B",
		Due:    value.MustDate("2024-08-10"),
		HandIn: value.MustDate("2024-07-20"),
		To:     "UBND huyện",
	}
	in := report.ReviewPlan{
		Number: "12",
		Date:   value.MustDate("2024-04-02"),
		Letterhead: report.Letterhead{Name: "UBND xã Vĩnh Chấp", NumberSuffix: "KH-UBND",
			Unit: report.ControlUnit{Name: "Trung tâm Phục vụ hành chính công xã Vĩnh Chấp"}},
		Campaigns: []report.PlannedCampaign{{Plan: campaign,
			Targets: []review.Target{{Metric: review.Reviewed, Threshold: value.Whole(100)}, {Metric: review.Number, Threshold: value.Whole(20)}, {Metric: review.Cost, Threshold: value.Whole(20)}, {Metric: review.Issued}},
			Items: []report.PlannedItem{
				{Item: review.ListItem{Code: "NB-01", Name: "Nghỉ phép hằng năm", Why: "Theo kế hoạch", Due: value.MustDate("2024-07-10"), Product: "Biểu mẫu 02"}, Who: "Nguyễn Thị Hoa", Unit: "Văn phòng"},
				{Item: review.ListItem{Code: "NB-02", Name: "Mua sắm"}, Who: "Nguyễn Thị Hoa", Unit: "Văn phòng"},
				{Item: review.ListItem{Code: "NB-03", Name: "Công tác phí"}}}}},
	}
	in.Plan.Number, in.Plan.Year, in.Plan.Title = "29/KH-UBND", 2024, "Cải cách"
	text := reporttest.Text(in.Document())
	for _, want := range []string{
		"KẾ HOẠCH", "Rà soát, đánh giá thủ tục hành chính năm 2024",
		"rà soát 100% số thủ tục trong danh mục; cắt giảm, đơn giản hóa ít nhất 20% số lượng thủ tục; cắt giảm ít nhất 20% chi phí tuân thủ, hoàn thành trước ngày 10/8/2024",
		"có 3 thủ tục (Phụ lục); công chức gửi kết quả về Trung tâm Phục vụ hành chính công xã Vĩnh Chấp chậm nhất ngày 20/7/2024; kết quả gửi UBND huyện trước ngày 10/8/2024",
		"[căn cứ lựa chọn, người thực hiện, thời hạn hoặc sản phẩm của 2 thủ tục]", "Nguyễn Thị Hoa, Văn phòng: rà soát 2 thủ tục", "[kinh phí thực hiện]",
		"1 | NB-01 | Nghỉ phép hằng năm | Theo kế hoạch | Nguyễn Thị Hoa, Văn phòng | 10/7/2024 | Biểu mẫu 02", "3 | NB-03 | Công tác phí | – | – | – | –",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the plan does not say %q", want)
		}
	}
	in.Campaigns[0].Rules.DayItselfOnTime = true
	in.Plan.Funding = "Dự toán ngân sách xã năm 2024"
	text2 := reporttest.Text(in.Document())
	for _, want := range []string{"hoàn thành chậm nhất ngày 10/8/2024", "Kinh phí: dự toán ngân sách xã năm 2024."} {
		if !strings.Contains(text2, want) {
			t.Errorf("the plan does not say %q", want)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
	empty := reporttest.Text(report.ReviewPlan{Campaigns: []report.PlannedCampaign{{Plan: campaign}}}.Document())
	for _, want := range []string{"Chưa có danh mục rà soát", "[mục đích, yêu cầu]", "[phân công thực hiện]", "[danh mục thủ tục được rà soát]"} {
		if !strings.Contains(empty, want) {
			t.Errorf("nothing planned yet: it does not say %q", want)
		}
	}
}
