package report_test

import (
	"strings"
	"testing"

	"rasoat/report"
	"rasoat/report/reporttest"
	"rasoat/review"
)

// The same proposals as a list (Circular 02/2017/TT-VPCP, article 27), a submission (Plan 29/KH-UBND, III.1(b)) and a
// decision (Decree 30/2020/NĐ-CP, appendix I); one of which nothing is known is written and says so.
func TestProposed(t *testing.T) {
	in := proposed(t)
	public := in
	public.Campaign.ID = review.CampaignPublic
	for _, tt := range []struct {
		name string
		doc  report.Document
		says []string
	}{
		// 2.943.840 + 20.544.048 + 900.000 before; 20.974.080 saved (handbook, example D)
		{"list", in.List(), []string{"03 thủ tục; chi phí tuân thủ trước đơn giản hóa 24.387.888 đồng/năm, tiết kiệm theo phương án 20.974.080 " +
			"đồng/năm, bằng 86,00% chi phí tuân thủ của 03 thủ tục này; trong đó đã được phê duyệt 03 thủ tục, tiết kiệm " +
			"20.974.080 đồng/năm."}},
		{"submission", in.Submission(), []string{"TỜ TRÌNH", "Nghỉ phép hằng năm: cut;", "của Văn phòng UBND xã Vĩnh Chấp)", "[ý kiến thẩm tra]", "VĂN PHÒNG"}},
		{"submission to the superior", public.Submission(), []string{"Kính gửi: UBND huyện Vĩnh Linh", "thông qua phương án đơn giản hóa thủ tục hành chính"}},
		{"decision", in.Decision(), []string{"QUYẾT ĐỊNH:", "Điều 1. Phê duyệt phương án đơn giản hóa thủ tục hành chính nội bộ nhóm B: 03 thủ tục", "1085/QĐ-TTg"}},
		{"decision on public ones", public.Decision(), []string{"Điều 1. Thông qua phương án", "02/2017/TT-VPCP"}},
		{"nothing known", report.Proposed{}.Submission(), []string{"[phương án trình]", "00 thủ tục"}},
	} {
		text := reporttest.Text(tt.doc)
		for _, want := range tt.says {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is missing in\n%s", tt.name, want, text)
			}
		}
	}
}
