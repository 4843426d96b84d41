package report_test

import (
	"regexp"
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/report"
	"rasoat/report/reporttest"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
)

// The handbook's example D: what the report says of it must be what the targets say.
func TestReviewSummary_exampleD(t *testing.T) {
	text := reporttest.Text(reporttest.ExampleD(t).Document())
	for _, want := range []string{
		"25,00% (3/12 thủ tục); chỉ tiêu 20%: đạt",
		"18,60% (20.974.080/112.787.888 đồng/năm); chỉ tiêu 20%: chưa đạt, còn phải cắt giảm thêm 1.583.498 đồng/năm",
		"86,00% (20.974.080/24.387.888 đồng/năm), đạt",
		"Tổng số | 12 | 12 | 1 | 2 | 0 | 0 | 0 | 9", // annex I adds up
		"Chi phí tiết kiệm: 1.967.376 đồng/năm",
		"Tổng số | 112.787.888 | 91.813.808 | 20.974.080 | 18,60 | 20.974.080",
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

// costTable is a table of one row that costs so much a year.
func costTable(annual value.Money) *[]cost.Row {
	return &[]cost.Row{{
		Task:            cost.Prepare,
		Activity:        "Lập hồ sơ",
		Fees:            annual,
		TimesPerYear:    value.Whole(1),
		SubjectsPerYear: 1,
		Source:          cost.Records,
	}}
}

// reviewedOf is example D's report on other procedures: their conclusion, state and costs.
func reviewedOf(t *testing.T, rules review.Rules, all ...review.Proposal) report.ReviewSummary {
	t.Helper()
	in := reporttest.ExampleD(t)
	in.Plan.Rules = rules
	targets := review.TargetInput{Plan: in.Plan, AsOf: in.AsOf, Lists: map[review.CampaignID][]review.ListItem{}}
	for i, p := range all {
		code := p.Members[0].Procedure
		targets.Lists[review.CampaignInternalB] = append(targets.Lists[review.CampaignInternalB],
			review.ListItem{Code: code, Name: "Việc " + string(code), Kind: catalog.Internal})
		p.ID, p.Plan, p.Campaign = review.ProposalID(i+1), in.Plan.ID, review.CampaignInternalB
		if p.State != "" {
			targets.Proposals = append(targets.Proposals, p)
		}
	}
	in.Campaigns = []report.ReviewedCampaign{reporttest.Reviewed(t, targets)}
	return in
}

func costing(code catalog.Code, c review.Conclusion, s review.State, before, after *[]cost.Row) review.Proposal {
	return review.Proposal{
		Conclusion: c,
		State:      s,
		Members:    []review.Member{{Procedure: code, Before: before, After: after}},
	}
}

// A share that would contradict its verdict is printed with more places, in the text and in every annex (interface.md,
// Cost tables).
func TestReviewSummary_honestPercent(t *testing.T) {
	d := reviewedOf(t, review.Rules{},
		costing("NB-01", review.Cut, review.Approved, costTable(1_000_000), costTable(800_040))).Document()
	text := reporttest.Text(d)
	for _, want := range []string{
		"19,996% (199.960/1.000.000 đồng/năm); chỉ tiêu 20%: chưa đạt",
		"Tỷ lệ cắt giảm chi phí: 19,996%",
		"Tổng số | 1.000.000 | 800.040 | 199.960 | 19,996 | 199.960",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
	if strings.Contains(text, "20,00") {
		t.Error("a share is rounded to its threshold somewhere")
	}
}

// Reviews that were handed in without form 02 are counted in the section of their campaign, each with its reason
// (decision 0027); one that came without a reason is not judged.
func TestReviewSummary_withoutForm(t *testing.T) {
	told := costing("NB-01", review.Cut, review.Submitted, costTable(1_000), costTable(800))
	told.FormReason = "Rà soát theo nhóm"
	imported := costing("NB-02", review.Cut, review.Approved, costTable(1_000), costTable(800))
	text := reporttest.Text(reviewedOf(t, review.Rules{}, told, imported).Document())
	for _, want := range []string{
		"Số phương án đã trình mà chưa lập biểu mẫu 02/RS-KSTT: 1.",
		"NB-01: Chưa lập biểu mẫu 02/RS-KSTT: Rà soát theo nhóm.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
	if strings.Contains(text, "NB-02: Chưa lập biểu mẫu") {
		t.Error("an imported review is judged")
	}
	text = reporttest.Text(reviewedOf(t, review.Rules{}, imported).Document())
	if strings.Contains(text, "chưa lập biểu mẫu 02") {
		t.Error("nothing is missing and it is said")
	}
}

// The setting of percentages holds in the text and in every annex.
func TestReviewSummary_percentSetting(t *testing.T) {
	d := reviewedOf(t, review.Rules{PercentPlaces: value.Known(1), TrimZeroPercent: true},
		costing("NB-01", review.Cut, review.Approved, costTable(1_000_000), costTable(665_700)),
		costing("NB-02", review.Abolish, review.Approved, costTable(50_000), nil)).Document()
	text := reporttest.Text(d)
	for _, want := range []string{"36,6% (384.300/1.050.000", "Tỷ lệ cắt giảm chi phí: 33,4%", "Tỷ lệ cắt giảm chi phí: 100%",
		"| 384.300 | 36,6 |", "| 50.000 | 100 |"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
	if found := regexp.MustCompile(`\d,\d\d%`).FindString(text); found != "" {
		t.Errorf("%s has two places", found)
	}
}

// Annex III: what is proposed and what has been decided stand apart; each column comes to its total; a total that does
// not tell of all says so and has no share. What was submitted is priced as annex II prices it.
func TestReviewSummary_costAnnex(t *testing.T) {
	in := reviewedOf(t, review.Rules{},
		costing("NB-01", review.Cut, review.Approved, costTable(1_000_000), costTable(600_000)),
		costing("NB-02", review.Cut, review.Submitted, costTable(500_000), costTable(100_000)),
		costing("NB-03", review.Keep, review.Approved, costTable(300_000), nil),
		costing("NB-04", "", "", nil, nil))
	d := in.Document()
	table := tableNamed(t, d, "Phụ lục III.1")
	addsUp(t, table, everyRow)
	text := reporttest.Text(d)
	for _, want := range []string{
		"NB-01 | Việc NB-01 | 1.000.000 | 600.000 | 400.000 | 40,00 | 400.000 | approved",
		"NB-02 | Việc NB-02 | 500.000 | 100.000 | 400.000 | 80,00 | 0 | submitted",
		"NB-03 | Việc NB-03 | 300.000 | 300.000 | 0 | 0,00 | 0 | keep",
		"NB-04 | Việc NB-04 | – | – | – | – | – | chưa tính chi phí",
		"Tổng số | 1.800.000 | 1.000.000 | 800.000 | – | 400.000 | trong đó 01 thủ tục chưa tính chi phí",
		"Chi phí tiết kiệm: 400.000 đồng/năm",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
	if head := table.Columns[7].Head; head != "Trong đó đã được phê duyệt" {
		t.Errorf("internal: %q", head)
	}
	for i := range in.Campaigns[0].Standings {
		in.Campaigns[0].Standings[i].Item.Kind = catalog.Public
	}
	if head := tableNamed(t, in.Document(), "Phụ lục III.1").Columns[7].Head; head != "Trong đó đã được chấp thuận" {
		t.Errorf("public: %q", head)
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
