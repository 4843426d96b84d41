package report_test

import (
	"strings"
	"testing"

	"rasoat/report"
	"rasoat/report/reporttest"
	"rasoat/review"
	"rasoat/value"
)

// sampleIndicators is a month with an indicator of every verdict, one of them in two parts.
func sampleIndicators() report.Indicators {
	floor := review.Indicator{
		ID:         "a",
		Number:     "3",
		Group:      "NQ 01",
		Name:       "Tỷ lệ hồ sơ trực tuyến",
		Target:     value.Whole(50),
		Comparator: review.AtLeast,
		TargetText: "Tối thiểu 50",
		Lead:       "Bộ phận một cửa",
	}
	parts := review.Indicator{
		ID:         "b",
		Number:     "4",
		Group:      "NQ 01",
		Name:       "Tỷ lệ số hóa",
		Target:     value.Whole(80),
		Comparator: review.AtLeast,
		TargetText: "Tối thiểu 80",
		Lead:       "Bộ phận một cửa",
		Variants:   []review.Variant{{ID: "p", Name: "Hồ sơ"}, {ID: "r", Name: "Kết quả"}},
		Combine:    review.Each,
	}
	mail := review.Indicator{
		ID:         "c",
		Number:     "6.1",
		Group:      "NQ 01",
		Name:       "Tỷ lệ xử lý văn bản",
		Target:     value.Whole(80),
		Comparator: review.AtLeast,
		TargetText: "80",
		Unit:       "%",
		Lead:       "Văn phòng",
		Support:    "Cán bộ, công chức",
		Above:      "6. Tỷ lệ xử lý văn bản, hồ sơ công việc",
	}
	all := review.Indicator{
		ID:         "d",
		Number:     "1",
		Group:      "NQ 02",
		Name:       "Tỷ lệ cấp kết quả điện tử",
		Target:     value.Whole(100),
		Comparator: review.All,
		TargetText: "100",
		Lead:       "Bộ phận một cửa",
		Above:      "Nâng cao chất lượng phục vụ",
	}
	rare := review.Indicator{
		ID:         "e",
		Number:     "2",
		Group:      "NQ 02",
		Name:       "Tỷ lệ chứng thực điện tử",
		Target:     value.Whole(100),
		Comparator: review.All,
		TargetText: "100",
		Lead:       "Tư pháp",
	}
	plan := review.Plan{ID: "p", Number: "29/KH-UBND", Date: value.MustDate("2024-03-13"), Year: 2024, Issuer: "Ủy ban nhân dân xã Vĩnh Chấp", Indicators: []review.Indicator{floor, parts, mail, all, rare}}
	f := func(id, variant, month string, num, den int64) review.Figure {
		return review.Figure{
			Indicator:   id,
			Variant:     variant,
			Month:       value.MustMonth(month),
			Numerator:   value.Known(num),
			Denominator: value.Known(den),
		}
	}
	figures := []review.Figure{f("a", "", "2024-05", 1, 2), f("a", "", "2024-06", 189, 310), f("b", "p", "2024-06", 79, 100), f("b", "r", "2024-06", 90, 100),
		f("d", "", "2024-06", 99_999, 100_000), f("e", "", "2024-06", 0, 0)}
	return report.Indicators{
		Plan:       plan,
		Date:       value.MustDate("2024-07-15"),
		Number:     "52",
		Addressees: []string{"UBND huyện Vĩnh Linh"},
		Table:      review.Indicators(plan, figures, value.MustMonth("2024-06")),
		Verdict:    func(v review.Verdict) string { return "<" + string(v) + ">" },
		Group:      func(g string) string { return "Nhóm " + g },
	}
}

// Handbook, §6.2: a table of the indicators with the month, the year so far, the change and the verdict.
func TestIndicators(t *testing.T) {
	text := reporttest.Text(sampleIndicators().Document())
	for _, want := range []string{
		"Kết quả thực hiện chỉ tiêu cụ thể về cải cách thủ tục hành chính tháng 6/2024",
		"Tháng 6/2024: 1/5 chỉ tiêu đạt; 2 chỉ tiêu chưa đạt; 1 chỉ tiêu không phát sinh; 1 chỉ tiêu chưa có số liệu.",
		"Nhóm NQ 01", "Nhóm NQ 02",
		"3 | Tỷ lệ hồ sơ trực tuyến | Tối thiểu 50 | 189 | 310 | 60,97 | 10,97 | <met> | 190/312 | 60,90 | <met> | Bộ phận một cửa",
		"4 | Tỷ lệ số hóa | Tối thiểu 80 | <not_met> | <not_met> | Bộ phận một cửa",
		"- Hồ sơ | 79 | 100 | 79,00 | <not_met>",
		"Chỉ tiêu số 4 (Nhóm NQ 01): tỷ lệ số hóa: hồ sơ 79,00% (79/100), cần thêm 1 trường hợp để đạt.",
		"6 | Tỷ lệ xử lý văn bản, hồ sơ công việc\n6.1 | Tỷ lệ xử lý văn bản | % | 80 | <not_entered> | <not_entered> | Văn phòng | Cán bộ, công chức",
		"Nâng cao chất lượng phục vụ\n1 | Tỷ lệ cấp kết quả điện tử",
		"Chỉ tiêu số 6.1 (Nhóm NQ 01): tỷ lệ xử lý văn bản: chưa có số liệu (Văn phòng).",
		"1 | Tỷ lệ cấp kết quả điện tử | 100 | 99.999 | 100.000 | 99,999 | <not_met>", // never 100,00 beside "not met"
		"2 | Tỷ lệ chứng thực điện tử | 100 | 0 | 0 | <not_arising> | <not_arising> | Tư pháp",
		"[khó khăn, vướng mắc]",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
	if strings.Contains(text, "công khai") {
		t.Error("a state of the program stands in a paper")
	}
}

// Nothing known is said, and nothing is printed as 0.
func TestIndicators_empty(t *testing.T) {
	in := sampleIndicators()
	in.Table = review.IndicatorTable{}
	d := in.Document()
	text := reporttest.Text(d)
	if !strings.Contains(text, "Đến nay chưa có số liệu của chỉ tiêu nào.") || !strings.Contains(text, "năm 2024") ||
		len(d.Annexes) != 0 {
		t.Errorf("%s", text)
	}
}

// Every row covers every column once, so that no figure slips below another head.
func TestIndicators_columns(t *testing.T) {
	for _, a := range sampleIndicators().Document().Annexes {
		for _, b := range a.Body {
			table, ok := b.(report.Table)
			if !ok {
				continue
			}
			for i, row := range append(table.Heads(), table.Rows...) {
				cells := 0
				for _, c := range row {
					cells += max(c.Cols, 1)
				}
				if cells != len(table.Columns) {
					t.Errorf("row %d has %d cells of %d", i, cells, len(table.Columns))
				}
			}
		}
	}
}
