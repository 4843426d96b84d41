package report_test

import (
	"slices"
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/report"
	"rasoat/report/reporttest"
	"rasoat/review"
)

// requesting is a report on three procedures: two of a group that asks for two documents, one that is decentralised.
func requesting(t *testing.T) report.ReviewSummary {
	in := reporttest.Summary(t, 0)
	item := func(code string) review.ListItem {
		return review.ListItem{Code: catalog.Code(code), Name: "Thủ tục " + code}
	}
	group := &review.Proposal{Conclusion: review.Amend, Amendments: []review.Amendment{
		{Document: "Nghị định số 1/2024/NĐ-CP", Article: "Điều 3", Request: "Bỏ bản sao", By: "Sở Tư pháp", Due: on("2024-12-31")},
		{Document: "Nghị định số 1/2024/NĐ-CP", Article: "Điều 5", Request: "Rút ngắn thời hạn"},
	}}
	lower := &review.Proposal{
		Conclusion: review.Decentralise,
		Measures: []review.Measure{{Kind: review.DecentraliseTo, Content: "Giao Chủ tịch UBND xã.",
			Reason: "Gần dân."}},
		Amendments: []review.Amendment{{Document: "Luật Đất đai số 31/2024/QH15", Request: "Giao cấp xã"}},
		Decision:   review.DecisionRef{Number: "45/QĐ-UBND"},
	}
	in.Campaigns = []report.ReviewedCampaign{{Standings: []review.Standing{
		{Item: item("1.1"), Review: group, Member: &review.Member{}, State: review.Forwarded},
		{Item: item("1.2"), Review: group, Member: &review.Member{}, State: review.Forwarded},
		{Item: item("1.3"), Review: lower, Member: &review.Member{}, State: review.Approved},
	}}}
	return in
}

// Plan 29/KH-UBND, III.1: one table of all documents, each document once with its requests below each other; a list of
// what was decentralised and by which decision; the text counts them and names the annexes.
func TestReviewSummary_requests(t *testing.T) {
	in := requesting(t)
	d := in.Document()
	reporttest.CheckTables(t, d)
	if len(d.Annexes) != 5 {
		t.Fatalf("%d annexes", len(d.Annexes))
	}
	text := reporttest.Text(d)
	for _, want := range []string{
		"Kiến nghị sửa đổi, bổ sung 02 văn bản (Phụ lục IV).",
		"đã được phê duyệt, chấp thuận 01 thủ tục; đang đề nghị 00 thủ tục (Phụ lục V).",
		"TỔNG HỢP VĂN BẢN KIẾN NGHỊ SỬA ĐỔI, BỔ SUNG",
		"Thủ tục 1.1 (1.1); Thủ tục 1.2 (1.2)",
		"Sở Tư pháp; chậm nhất 31/12/2024",
		"Giao Chủ tịch UBND xã",
		"theo Quyết định số 45/QĐ-UBND",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %q", want)
		}
	}
	table := d.Annexes[3].Body[0].(report.Table)
	grid := report.Grid(table.Rows, len(table.Columns))
	if len(grid) != 3 || !grid[2][1].Continued || grid[2][1].Text != "Nghị định số 1/2024/NĐ-CP" || len(grid[2]) != 7 {
		t.Errorf("rows %+v", grid)
	}
	in.Campaigns[0].Standings = in.Campaigns[0].Standings[:2]
	if d = in.Document(); len(d.Annexes) != 4 || strings.Contains(reporttest.Text(d), "Phân cấp, ủy quyền: ") {
		t.Error("something is decentralised")
	}
	in.Campaigns[0].Standings = nil
	if d = in.Document(); len(d.Annexes) != 3 || strings.Contains(reporttest.Text(d), "Kiến nghị sửa đổi, bổ sung") {
		t.Error("something is asked")
	}
}

// What proposals ask of others stands in the monthly report, and nothing where they ask for nothing.
func TestMonthly_requests(t *testing.T) {
	in := monthly()
	before := reporttest.Text(in.Document())
	in.Requests = requesting(t).Campaigns[0].Standings
	says := reporttest.Section(t, in.Document(), "3. Rà soát, đơn giản hóa thủ tục hành chính")
	for _, want := range []string{
		"- Lũy kế: kiến nghị sửa đổi, bổ sung 02 văn bản.",
		"- Lũy kế: phân cấp, ủy quyền: đã được phê duyệt, chấp thuận 01 thủ tục; đang đề nghị 00 thủ tục.",
	} {
		if !slices.Contains(says, want) {
			t.Errorf("lacks %q: %q", want, says)
		}
	}
	if strings.Contains(before, "Lũy kế: kiến nghị") || strings.Contains(before, "Lũy kế: phân cấp") {
		t.Error("nothing was asked")
	}
}
