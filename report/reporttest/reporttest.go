// Package reporttest holds the handbook's example D as a report's input, and a document as plain text, for
// the tests of report and of its writers.
package reporttest

import (
	"slices"
	"strconv"
	"testing"

	"rasoat/catalog"
	"rasoat/report"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
)

// exampleD is handbook §1.8, example D: code, name, before, after in đồng a year, conclusion.
var exampleD = []struct {
	code, name    string
	before, after value.Money
	conclusion    review.Conclusion
}{
	{"NB-01", "Nghỉ phép hằng năm", 2_943_840, 976_464, review.Cut},
	{"NB-02", "Mua sắm văn phòng phẩm, công cụ", 20_544_048, 2_437_344, review.Cut},
	{"NB-03", "Thanh toán công tác phí", 48_500_000, 48_500_000, review.Keep},
	{"NB-04", "Nâng bậc lương thường xuyên", 6_200_000, 6_200_000, review.Keep},
	{"NB-05", "Đánh giá, xếp loại chất lượng", 9_800_000, 9_800_000, review.Keep},
	{"NB-06", "Xét khen thưởng", 7_400_000, 7_400_000, review.Keep},
	{"NB-07", "Cấp lại thẻ công chức", 900_000, 0, review.Abolish},
	{"NB-08", "Đăng ký lịch công tác", 5_300_000, 5_300_000, review.Keep},
	{"NB-09", "Sử dụng hội trường", 2_100_000, 2_100_000, review.Keep},
	{"NB-10", "Sao y văn bản", 4_000_000, 4_000_000, review.Keep},
	{"NB-11", "Chỉnh lý, nộp lưu hồ sơ", 3_600_000, 3_600_000, review.Keep},
	{"NB-12", "Cấp tài khoản hệ thống thông tin", 1_500_000, 1_500_000, review.Keep},
}

// ExampleD is the report on example D, checked by the rules of review.
func ExampleD(t testing.TB) report.ReviewSummary {
	t.Helper()
	return Summary(t, len(exampleD))
}

// Reviewed is the first campaign of a plan with its figures.
func Reviewed(t testing.TB, in review.TargetInput) report.ReviewedCampaign {
	t.Helper()
	c := in.Plan.Campaigns[0]
	targets, err := review.CheckTargets(in)
	must(t, err)
	all, err := review.Standings(in.Lists[c.ID], in.Proposals, in.AsOf)
	must(t, err)
	costs, err := review.CostLines(all, review.Granted)
	must(t, err)
	wide, err := review.CostLines(all, review.Proposed)
	must(t, err)
	return report.ReviewedCampaign{
		Plan:      c,
		Rules:     in.Plan.Rules,
		Standings: all,
		Summary:   review.Summarise(all),
		Costs:     costs,
		Wide:      wide,
		Shares:    in.Plan.CostShares(c.ID, in.Plan.Rules),
		Targets:   targets.Targets,
		Proposed:  targets.Proposed,
	}
}

// Summary is the report on n procedures, example D over and over.
func Summary(t testing.TB, n int) report.ReviewSummary {
	t.Helper()
	day := value.MustDate("2024-08-01")
	campaign := review.CampaignPlan{ID: review.CampaignInternalB, Name: "Rà soát thủ tục hành chính nội bộ nhóm B"}
	plan := planOf(campaign)
	in := review.TargetInput{Plan: plan, AsOf: day, Lists: map[review.CampaignID][]review.ListItem{}}
	for i := range n {
		item, p := example(i)
		in.Lists[campaign.ID], in.Proposals = append(in.Lists[campaign.ID], item), append(in.Proposals, p)
	}
	same := func(s string) string { return s }
	return report.ReviewSummary{
		Letterhead: report.Letterhead{
			Issuer:       []string{"ỦY BAN NHÂN DÂN", "XÃ VĨNH CHẤP"},
			Name:         "UBND xã Vĩnh Chấp",
			Place:        "Vĩnh Chấp",
			NumberSuffix: "BC-UBND",
			Capacity:     "TM. ỦY BAN NHÂN DÂN",
			Title:        "CHỦ TỊCH",
			Signer:       "Võ Văn Tuấn",
			Recipients:   []string{"UBND huyện Vĩnh Linh", "Lưu: VT, VP"},
			Unit: report.ControlUnit{
				Name:      "Văn phòng HĐND và UBND xã Vĩnh Chấp",
				Issuer:    "VĂN PHÒNG HĐND VÀ UBND",
				Symbol:    "VP",
				Signature: report.Signature{Title: "CHÁNH VĂN PHÒNG", Signer: "Lê Thị Lan"},
			},
		},
		Number:     "5",
		Date:       value.MustDate("2024-01-05"),
		AsOf:       day,
		Addressees: []string{"Văn phòng HĐND và UBND huyện Vĩnh Linh"},
		Plan:       plan,
		Campaigns:  []report.ReviewedCampaign{Reviewed(t, in)},
		Names: report.Names{
			Conclusion:  func(c review.Conclusion) string { return same(string(c)) },
			State:       func(s review.State) string { return same(string(s)) },
			Denominator: func(d review.Denominator) string { return same(string(d)) },
		},
	}
}

// planOf is Plan 29/KH-UBND with the targets of one campaign.
func planOf(campaign review.CampaignPlan) review.Plan {
	target := func(id string, metric review.Metric, percent int64) review.Target {
		return review.Target{
			ID:        id,
			Campaign:  campaign.ID,
			Metric:    metric,
			Threshold: value.Whole(percent),
			Deadline:  value.MustDate("2024-08-10"),
		}
	}
	return review.Plan{
		ID:        "kh-29-2024",
		Number:    "29/KH-UBND",
		Date:      value.MustDate("2024-03-13"),
		Year:      2024,
		Title:     "Cải cách thủ tục hành chính trọng tâm năm 2024",
		Issuer:    "Ủy ban nhân dân xã Vĩnh Chấp",
		Campaigns: []review.CampaignPlan{campaign},
		Targets: []review.Target{
			target("internal-b-reviewed", review.Reviewed, 100),
			target("internal-b-number", review.Number, 20),
			target("internal-b-cost", review.Cost, 20),
		},
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func example(i int) (review.ListItem, review.Proposal) {
	x := exampleD[i%len(exampleD)]
	code := catalog.Code(x.code)
	if i >= len(exampleD) {
		code = catalog.Code(x.code + "." + string(rune('A'+i/len(exampleD))))
	}
	p := review.Proposal{
		ID:         review.ProposalID(i + 1),
		Plan:       "kh-29-2024",
		Campaign:   review.CampaignInternalB,
		Conclusion: x.conclusion,
		State:      review.Approved,
		Decision:   review.DecisionRef{Number: "45/QĐ-UBND", Date: value.MustDate("2024-07-20")},
		Members:    []review.Member{{Procedure: code, Before: table(x.before)}},
	}
	if x.conclusion != review.Keep {
		p.Members[0].After = table(x.after)
		p.Measures = []review.Measure{{
			Kind:    review.CutStep,
			Part:    catalog.PartSteps,
			Content: "Bỏ bước xin ý kiến bằng văn bản",
			Reason:  "Người phụ trách duyệt trên hệ thống",
		}}
	}
	return review.ListItem{
		Code:  code,
		Name:  x.name,
		Kind:  catalog.Internal,
		Group: catalog.GroupB,
		Field: "Văn phòng",
	}, p
}

// table is a table of one row that comes to the given amount a year.
func table(m value.Money) *[]cost.Row {
	return &[]cost.Row{{
		Task:            cost.Prepare,
		Activity:        "Lập hồ sơ",
		Fees:            m,
		TimesPerYear:    value.Whole(1),
		SubjectsPerYear: 1,
		Source:          cost.Estimate,
	}}
}

// Text is a document as lines of text.
func Text(d report.Document) string { return d.Text() }

// Section is the lines that stand below a heading of the body or of an annex, up to the next heading; the test fails
// where there is no such heading.
func Section(t testing.TB, d report.Document, heading string) []string {
	t.Helper()
	bodies := [][]report.Block{d.Body}
	for _, a := range d.Annexes {
		bodies = append(bodies, a.Body)
	}
	for _, body := range bodies {
		is := func(b report.Block) bool { h, heads := b.(report.Heading); return heads && h.Text == heading }
		at := slices.IndexFunc(body, is)
		if at < 0 {
			continue
		}
		below := body[at+1:]
		if end := slices.IndexFunc(below,
			func(b report.Block) bool { _, heads := b.(report.Heading); return heads }); end >= 0 {
			below = below[:end]
		}
		return report.Lines(below)
	}
	t.Fatalf("no heading %q in\n%s", heading, Text(d))
	return nil
}

// Headings lists the headings of the body, in order.
func Headings(d report.Document) (out []string) {
	for _, b := range d.Body {
		if h, is := b.(report.Heading); is {
			out = append(out, h.Text)
		}
	}
	return out
}

// Sum adds up the numbers of a column over the rows of a table that pick chooses; a column without numbers fails the
// test.
func Sum(t testing.TB, table report.Table, column int, pick func(row []report.Cell) bool) int64 {
	t.Helper()
	sum, found := int64(0), false
	for _, row := range table.Rows {
		if len(row) != len(table.Columns) || !pick(row) || row[column].Number.Unit == report.NotANumber {
			continue
		}
		n, err := strconv.ParseInt(row[column].Number.Plain, 10, 64)
		if err != nil {
			t.Fatalf("%s: %v", table.Name, err)
		}
		sum, found = sum+n, true
	}
	if !found {
		t.Fatalf("%s: column %d holds no numbers", table.Name, column+1)
	}
	return sum
}

// Tables lists the tables of a document in their order.
func Tables(d report.Document) []report.Table {
	bodies := [][]report.Block{d.Body}
	for _, a := range d.Annexes {
		bodies = append(bodies, a.Body)
	}
	var out []report.Table
	for _, body := range bodies {
		for _, b := range body {
			if t, is := b.(report.Table); is {
				out = append(out, t)
			}
		}
	}
	return out
}

// CheckTables fails where a column of a table has no head, or a row has another number of cells than there are columns.
func CheckTables(t testing.TB, d report.Document) {
	t.Helper()
	for _, table := range Tables(d) {
		for i, c := range table.Columns {
			if c.Head == "" || c.Width <= 0 {
				t.Errorf("%s: column %d is %+v", table.Name, i+1, c)
			}
		}
		rows := table.Rows
		if table.Total != nil {
			rows = append(slices.Clone(rows), table.Total)
		}
		hanging := make([]int, len(rows)+1) // by row: columns that cells from above still cover
		for i, row := range rows {
			covered := hanging[i]
			for _, c := range row {
				covered += max(c.Cols, 1)
				for below := i + 1; below < min(i+c.Rows, len(rows)); below++ {
					hanging[below] += max(c.Cols, 1)
				}
			}
			if covered != len(table.Columns) {
				t.Errorf("%s: row %d covers %d of %d columns: %s", table.Name, i+1, covered, len(table.Columns),
					report.RowText(row))
			}
		}
	}
}
