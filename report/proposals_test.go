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
	whole := reporttest.ExampleD(t)
	c := whole.Campaigns[0]
	in := report.Proposed{
		Letterhead: whole.Letterhead,
		Number:     "45",
		Date:       whole.Date,
		Superior:   "UBND huyện Vĩnh Linh",
		Plan:       whole.Plan,
		Campaign:   c.Plan,
		Names:      whole.Names,
	}
	for _, s := range c.Standings {
		if s.Review != nil && s.Review.Conclusion != review.Keep {
			in.Standings = append(in.Standings, s)
		}
	}
	var err error
	if in.Costs, err = review.CostLines(in.Standings, review.Proposed); err != nil {
		t.Fatal(err)
	}
	public := in
	public.Campaign.ID = review.CampaignPublic
	for _, tt := range []struct {
		name string
		doc  report.Document
		says []string
	}{
		// 2.943.840 + 20.544.048 + 900.000 before; 20.974.080 saved (handbook, example D)
		{"list", in.List(), []string{"03 thủ tục; chi phí tuân thủ trước đơn giản hóa 24.387.888 đồng/năm, tiết kiệm 20.974.080 đồng/năm (86,00%)"}},
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
