package report_test

import (
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/report"
	"rasoat/report/reporttest"
	"rasoat/value"
)

// Plan 29/KH-UBND, III.1(b): what holds by group, what stopped to hold, what each procedure consists of.
func TestInternalList(t *testing.T) {
	in := report.InternalList{
		Number:     "9",
		Date:       value.MustDate("2024-07-15"),
		AsOf:       value.MustDate("2024-07-15"),
		Addressees: []string{"UBND huyện Vĩnh Linh"},
		Part:       func(p catalog.Part) string { return "Phần " + string(p) },
		Letterhead: report.Letterhead{Issuer: []string{"ỦY BAN NHÂN DÂN", "XÃ VĨNH CHẤP"}, Name: "UBND xã Vĩnh Chấp", NumberSuffix: "BC-UBND"},
		Holding: []catalog.Procedure{
			{Code: "NB-01", Name: "Nghỉ phép hằng năm", Group: catalog.GroupB, Field: "Tổ chức cán bộ", Decider: "Chủ tịch UBND xã", Agencies: []catalog.Named{{Name: "Văn phòng"}},
				Decision: catalog.Decision{Number: "12/QĐ-UBND", Date: value.MustDate("2024-01-05")}, Steps: []catalog.Step{{Text: "Gửi đơn."}}, None: []catalog.Part{catalog.PartFees}},
			{Code: "NB-02", Name: "Mua sắm văn phòng phẩm", Group: catalog.GroupB}},
		Ended: []catalog.Procedure{{
			Code:     "NB-07",
			Name:     "Cấp lại thẻ công chức",
			Group:    catalog.GroupB,
			Validity: catalog.Validity{Until: value.MustDate("2024-06-01"), RepealedBy: "30/QĐ-UBND"},
		}},
	}
	in.Plan.Number, in.Plan.Year, in.Plan.Title = "29/KH-UBND", 2024, "Cải cách"
	text := reporttest.Text(in.Document())
	for _, want := range []string{
		"Kết quả thống kê thủ tục hành chính nội bộ năm 2024", "còn hiệu lực: 02 thủ tục, gồm nhóm A 00 thủ tục, nhóm B 02 thủ tục; đã được công bố 01 thủ tục, chưa có quyết định công bố 01 thủ tục", "Hết hiệu lực trong năm 2024: 01 thủ tục",
		"1 | NB-01 | Nghỉ phép hằng năm | Tổ chức cán bộ | Văn phòng; Chủ tịch UBND xã | 12/QĐ-UBND ngày 05/01/2024",
		"2 | NB-02 | Mua sắm văn phòng phẩm | (chưa ghi lĩnh vực) | – | –", "1 | NB-07 | Cấp lại thẻ công chức | 30/QĐ-UBND | 01/6/2024",
		"1. Thủ tục “Nghỉ phép hằng năm”", "Gửi đơn.", "Không có.", "[phần conditions]", "[nội dung của 1 thủ tục: NB-02]",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the list does not say %q", want)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
	if text := reporttest.Text(report.InternalList{}.Document()); !strings.Contains(text, "00 thủ tục") ||
		!strings.Contains(text, "Không có.") {
		t.Errorf("nothing announced yet: %s", text)
	}
}
