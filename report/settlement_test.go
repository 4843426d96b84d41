package report_test

import (
	"strings"
	"testing"

	"rasoat/report"
	"rasoat/report/reporttest"
	"rasoat/review"
	"rasoat/value"
)

// The monthly report has the table of files by field as a further annex where figures were entered, with its totals and
// nothing where nobody entered anything; a single field has no line of totals.
func TestMonthly_settlement(t *testing.T) {
	one := review.FieldFiles{Field: "Hộ tịch", Files: map[string]int64{
		"online": 40, "direct": 55, "carried": 5, "early": 20, "on_time": 60, "late": 4, "in_time": 15, "overdue": 1,
	}}
	in := report.Monthly{Period: review.Period{
		Month: value.Month{Year: 2024, Month: 6}, From: on("2024-05-15"), To: on("2024-06-14"),
	}}
	annexes := func(rows ...review.FieldFiles) []report.Annex {
		in.Settlement = review.Settlement{Rows: rows}
		return in.Document().Annexes
	}
	if got := annexes(); len(got) != 0 {
		t.Errorf("%d annexes of nothing", len(got))
	}
	got := annexes(one)
	if len(got) != 1 || got[0].Title != "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH THÁNG 6/2024" {
		t.Fatalf("%+v", got)
	}
	rows := func(a report.Annex) (out []string) {
		for _, row := range a.Body[1].(report.Table).Rows {
			var cells []string
			for _, c := range row {
				cells = append(cells, c.Text)
			}
			out = append(out, strings.Join(cells, " | "))
		}
		return out
	}
	says(t, "one field", rows(got[0]), "1 | Hộ tịch | 100 | 40 | 55 | 5 | 84 | 20 | 60 | 4 | 16 | 15 | 1")
	first := got[0].Body[0].(report.Paragraph).Runs[0].Text
	if !strings.Contains(first, "từ ngày 15/5/2024 đến ngày 14/6/2024") {
		t.Errorf("period %q", first)
	}
	whole := monthly()
	whole.Settlement = review.Settlement{Rows: []review.FieldFiles{one}}
	text := reporttest.Text(whole.Document())
	if !strings.Contains(text, "theo lĩnh vực tại Phụ lục kèm theo.") {
		t.Error("the text does not lead to the one annex")
	}
	whole.Indicators = sampleIndicators()
	text = reporttest.Text(whole.Document())
	for _, want := range []string{"Số liệu chi tiết tại Phụ lục I kèm theo.", "theo lĩnh vực tại Phụ lục II kèm theo."} {
		if !strings.Contains(text, want) {
			t.Errorf("of two annexes: %q is missing", want)
		}
	}
	two := annexes(one, review.FieldFiles{Field: "Đất đai", Files: map[string]int64{"online": 1}})
	says(t, "two fields", rows(two[0])[1:], "2 | Đất đai |  | 1 |  |  |  |  |  |  |  |  | ",
		" | Tổng số |  | 41 |  |  |  |  |  |  |  |  | ")
}
