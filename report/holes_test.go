package report_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/report"
	"rasoat/value"
)

func TestHoles(t *testing.T) {
	full := report.Letterhead{
		Issuer:       []string{"UBND"},
		Name:         "UBND xã",
		Place:        "Vĩnh Chấp",
		NumberSuffix: "BC-UBND",
		Capacity:     "TM.",
		Title:        "CHỦ TỊCH",
		Signer:       "A",
		Recipients:   []string{"Lưu: VT"},
	}
	nameless := full
	nameless.Signer, nameless.Place = "", ""
	body := []report.Block{report.Paragraph{Runs: []report.Run{report.Hole("tên")}}, report.Dotted{What: "kiến nghị"}, report.Bullet{Runs: []report.Run{report.Hole("tên")}}}
	tests := []struct {
		name                  string
		d                     report.Document
		particulars, passages []string
	}{
		{"nothing missing", report.Document{Letterhead: full, Number: "5", Date: value.MustDate("2024-06-18"), Addressees: []string{"Văn phòng"}}, nil, nil},
		{"no number, signer, place", report.Document{Letterhead: nameless, Date: value.MustDate("2024-06-18"), Addressees: []string{""}},
			[]string{"số văn bản", "địa danh", "cơ quan nhận báo cáo", "họ tên người ký"}, nil},
		{"a section has no letterhead", report.Document{Section: true, Body: body, Annexes: []report.Annex{{Body: []report.Block{report.Dotted{What: "đánh giá"}}}}},
			[]string{"tên"}, []string{"kiến nghị", "đánh giá"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			particulars, passages := tt.d.Holes()
			if diff := cmp.Diff([][]string{tt.particulars, tt.passages}, [][]string{particulars, passages}); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
