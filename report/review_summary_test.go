package report_test

import (
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/report"
	"rasoat/report/reporttest"
	"rasoat/review"
	"rasoat/value"
)

// The handbook's example D: what the report says of it must be what the targets say.
func TestReviewSummary_exampleD(t *testing.T) {
	text := reporttest.Text(reporttest.ExampleD(t).Document())
	for _, want := range []string{
		"3/12 thủ tục, đạt tỷ lệ 25,00%; chỉ tiêu 20%: đạt",
		"20.974.080/112.787.888 đồng/năm, đạt tỷ lệ 18,60%; chỉ tiêu 20%: chưa đạt, còn phải cắt giảm thêm 1.583.498 đồng/năm",
		"(24.387.888 đồng): 86,00%, đạt",
		"Tổng số | 12 | 12 | 1 | 2 | 0 | 0 | 0 | 9", // annex I adds up
		"Chi phí tiết kiệm: 1.967.376 đồng/năm",
		"Tổng số | 112.787.888 | 91.813.808 | 20.974.080 | 18,60",
		"[kiến nghị với cơ quan cấp trên]",
		"Vĩnh Chấp, ngày 05 tháng 01 năm 2024",
		"Số: 05/BC-UBND",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
}

// A report of which nothing is known is written and says so; every particular is a dotted line.
func TestReviewSummary_nothingKnown(t *testing.T) {
	in := reporttest.ExampleD(t)
	in.Letterhead, in.Addressees, in.Number, in.Date = report.Letterhead{}, []string{""}, "", value.Date{}
	for i := range in.Campaigns {
		in.Campaigns[i] = report.ReviewedCampaign{Plan: in.Campaigns[i].Plan}
	}
	text := reporttest.Text(in.Document())
	for _, want := range []string{"chưa có danh mục rà soát", "[cơ quan ban hành]", "[số văn bản]", "[họ tên người ký]", "[địa danh]", "Chưa có phương án đơn giản hóa."} {
		if !strings.Contains(text, want) {
			t.Errorf("the empty report does not say %q", want)
		}
	}
}

// Annex I: reviewed = Σ conclusions ≤ total, in every row (handbook §6.1).
func TestReviewSummary_annexAddsUp(t *testing.T) {
	for _, c := range reporttest.ExampleD(t).Campaigns {
		for _, row := range append(c.Summary.Fields, c.Summary.Total) {
			sum := 0
			for _, n := range row.Conclusions {
				sum += n
			}
			if sum != row.Reviewed || row.Reviewed > row.Listed {
				t.Errorf("%s: %d listed, %d reviewed, %d concluded", row.Field, row.Listed, row.Reviewed, sum)
			}
		}
	}
}

// A percentage that would contradict its verdict is printed with more places.
func TestReviewSummary_honestPercent(t *testing.T) {
	in := reporttest.ExampleD(t)
	met := false
	c := &in.Campaigns[0]
	for i := range c.Targets {
		if c.Targets[i].Metric == review.Cost {
			c.Targets[i].Numerator, c.Targets[i].Denominator, c.Targets[i].Met = 199_960, 1_000_000, &met
		}
	}
	if text := reporttest.Text(in.Document()); !strings.Contains(text, "đạt tỷ lệ 19,996%; chỉ tiêu 20%: chưa đạt") {
		t.Error("19,996% is not printed beside its verdict")
	}
}

// Unpriced procedures are named, never counted as zero.
func TestReviewSummary_unpriced(t *testing.T) {
	in := reporttest.ExampleD(t)
	c := &in.Campaigns[0]
	for i := range c.Targets {
		if c.Targets[i].Metric == review.Cost {
			c.Targets[i].Unpriced = []catalog.Code{"NB-03", "NB-09"}
		}
	}
	if text := reporttest.Text(in.Document()); !strings.Contains(text, "Chưa tính chi phí 2 thủ tục: NB-03, NB-09.") {
		t.Error("unpriced procedures are not named")
	}
}
