package report_test

import (
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/report"
	"rasoat/report/reporttest"
	"rasoat/value"
)

func additions() report.Additions {
	leave := catalog.Procedure{
		Code:    "TB-01",
		Name:    "Giải quyết nghỉ phép hằng năm",
		Kind:    catalog.Internal,
		Group:   catalog.GroupB,
		Field:   "Tổ chức cán bộ",
		Decider: "Chủ tịch UBND xã",
		Steps: []catalog.Step{
			{Name: "Bước 1", Text: "Công chức gửi đơn qua hệ thống."},
			{Text: "Lãnh đạo duyệt.\nVăn phòng lưu."},
		},
		Limit: catalog.TimeLimit{Number: value.Known(value.Decimal(2_0000)), Unit: catalog.WorkingDays},
		None:  []catalog.Part{catalog.PartFees},
	}
	in := report.Additions{
		Number:     "31",
		Date:       value.MustDate("2024-04-22"),
		Addressees: []string{"UBND huyện Vĩnh Linh"},
		Letterhead: report.Letterhead{Issuer: []string{"ỦY BAN NHÂN DÂN", "XÃ VĨNH CHẤP"}, Name: "UBND xã Vĩnh Chấp", Place: "Vĩnh Chấp", NumberSuffix: "TTr-UBND"},
		Items:      []report.AddedProcedure{{Procedure: leave, Reason: "Phát sinh thường xuyên"}},
		Part:       func(p catalog.Part) string { return "Phần " + string(p) },
	}
	in.Plan.Number, in.Plan.Date, in.Plan.Issuer, in.Plan.Title = "29/KH-UBND", value.MustDate("2024-03-13"),
		"Ủy ban nhân dân xã Vĩnh Chấp", "Cải cách"
	return in
}

// Plan 29/KH-UBND, III.1(b): the request, the list and what each procedure consists of.
func TestAdditions(t *testing.T) {
	text := reporttest.Text(additions().Document())
	for _, want := range []string{
		"Số: 31/TTr-UBND", "TỜ TRÌNH", "Kính gửi: UBND huyện Vĩnh Linh", "đề nghị công bố bổ sung 01 thủ tục",
		"Giải quyết nghỉ phép hằng năm: phát sinh thường xuyên.", "1 | Giải quyết nghỉ phép hằng năm | Tổ chức cán bộ | Chủ tịch UBND xã | Nhóm B",
		"\nBước 1. Công chức gửi đơn qua hệ thống.\n", "\nLãnh đạo duyệt. Văn phòng lưu.\n", "Không có.", "[phần legal_basis]", "(Kèm theo Tờ trình số 31/TTr-UBND ngày 22 tháng 4 năm 2024",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the request does not say %q", want)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
}

// A request of which nothing is known yet is written and says what is missing.
func TestAdditions_nothingKnown(t *testing.T) {
	in := report.Additions{Addressees: []string{""}, Part: func(p catalog.Part) string { return string(p) }}
	text := reporttest.Text(in.Document())
	for _, want := range []string{"[thủ tục đề nghị công bố bổ sung và lý do]", "[danh mục thủ tục]", "[cơ quan nhận báo cáo]", "bổ sung 00 thủ tục"} {
		if !strings.Contains(text, want) {
			t.Errorf("the empty request does not say %q", want)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
}
