package report_test

import (
	"strings"
	"testing"

	"rasoat/report"
	"rasoat/report/reporttest"
)

// The same proposals as a list (Circular 02/2017/TT-VPCP, article 27), a submission (Plan 29/KH-UBND, III.1(b)) and a
// decision (Decree 30/2020/NĐ-CP, appendix I).
func TestProposed(t *testing.T) {
	in := proposed(t)
	public := asPublic(in)
	for _, tt := range []struct {
		name string
		doc  report.Document
		says []string
	}{
		// 2.943.840 + 20.544.048 + 900.000 before; 20.974.080 saved (handbook, example D)
		{"list", in.List(), []string{"03 thủ tục; chi phí tuân thủ trước đơn giản hóa 24.387.888 đồng/năm, tiết kiệm theo phương án 20.974.080 " +
			"đồng/năm, bằng 86,00% chi phí tuân thủ của 03 thủ tục này; trong đó đã được phê duyệt 03 thủ tục, tiết kiệm " +
			"20.974.080 đồng/năm."}},
		{"submission", in.Submission(), []string{"TỜ TRÌNH", "Nghỉ phép hằng năm: cut;", "của Văn phòng HĐND và UBND xã Vĩnh Chấp)", "[ý kiến thẩm tra]", "VĂN PHÒNG HĐND VÀ UBND\n"}},
		{"submission to the superior", public.Submission(), []string{"Kính gửi: UBND huyện Vĩnh Linh", "thông qua phương án đơn giản hóa thủ tục hành chính"}},
		{"decision", in.Decision(), []string{"QUYẾT ĐỊNH:", "Điều 1. Phê duyệt phương án đơn giản hóa thủ tục hành chính nội bộ nhóm B: 03 thủ tục", "1085/QĐ-TTg [ngày của văn bản làm căn cứ] của Thủ tướng Chính phủ ban hành Kế hoạch rà soát;", "Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13;", "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính;", "Căn cứ Kế hoạch số 29/KH-UBND ngày 13 tháng 3 năm 2024 của Ủy ban nhân dân xã Vĩnh Chấp về cải cách", "Theo đề nghị của Văn phòng HĐND và UBND xã Vĩnh Chấp tại Tờ trình số [số tờ trình]/TTr-VP ngày [ngày tờ trình]"}},
		{"decision on public ones", public.Decision(), []string{"Điều 1. Thông qua phương án", "kiến nghị UBND huyện Vĩnh Linh xem xét, trình cơ quan có thẩm quyền", "Kiến nghị cơ quan có thẩm quyền sửa đổi, bổ sung [văn bản kiến nghị sửa đổi, bổ sung], để thực hiện phương án đối với thủ tục “Nghỉ phép hằng năm” (mã số: NB-01)."}},
	} {
		text := reporttest.Text(tt.doc)
		for _, want := range tt.says {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is missing in\n%s", tt.name, want, text)
			}
		}
	}
}
