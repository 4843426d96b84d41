package report_test

import (
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/report"
	"rasoat/report/reporttest"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
)

// two is a proposal for a group of two and one for a single procedure, in two fields and two levels.
func two() report.Proposed {
	limit := func(n int64) catalog.TimeLimit {
		return catalog.TimeLimit{Number: value.Known(value.Whole(n)), Unit: catalog.WorkingDays}
	}
	base := func(name string, days int64, level catalog.Level, papers int) catalog.Procedure {
		return catalog.Procedure{Name: name, Limit: limit(days), Levels: []catalog.Level{level},
			Dossier: []catalog.DossierCase{{Papers: make([]catalog.Paper, papers)}}}
	}
	shorter := func(p catalog.Procedure, days int64, papers int) *catalog.Procedure {
		p.Limit, p.Dossier = limit(days), []catalog.DossierCase{{Papers: make([]catalog.Paper, papers)}}
		return &p
	}
	rows := func(all ...cost.Row) *[]cost.Row { return &all }
	row := func(halves, times, subjects int64) cost.Row {
		return cost.Row{Task: cost.Prepare, Activity: "Lập hồ sơ", Source: cost.Estimate,
			Hours: value.Whole(halves) / 2, HourlyRate: 48_248, TimesPerYear: value.Whole(times),
			SubjectsPerYear: subjects}
	}
	bases := map[catalog.Code]catalog.Procedure{
		"1.000001": base("Thủ tục cấp giấy xác nhận", 10, catalog.Commune, 5),
		"1.000002": base("Đăng ký việc nhận con", 5, catalog.Commune, 3),
		"1.000003": base("Xác nhận khuyết tật", 25, catalog.Province, 2),
	}
	group := &review.Proposal{ID: 1, Title: "Hộ tịch", Conclusion: review.Cut, State: review.Checked,
		Members: []review.Member{
			{Procedure: "1.000001", Before: rows(row(1, 1, 420), row(2, 2, 10)), After: rows(row(1, 1, 420)), Proposed: shorter(bases["1.000001"], 7, 4)},
			{Procedure: "1.000002", Before: rows(row(2, 1, 100)), After: rows(row(2, 1, 50))},
		},
		Measures: []review.Measure{{Content: "Bỏ bản sao trích lục.", Reason: "Đã có dữ liệu"}, {Content: "Rút ngắn thời hạn"}},
		Amendments: []review.Amendment{
			{Document: "Nghị định số 123/2015/NĐ-CP", Article: "Khoản 1 Điều 22", Request: "Sửa thành phần hồ sơ", By: "Chính phủ", Due: on("2024-12-31")},
			{Document: "Thông tư số 04/2020/TT-BTP", Request: "Sửa mẫu tờ khai."},
		},
		Merged: []catalog.Code{"1.000009"}}
	alone := &review.Proposal{ID: 2, Conclusion: review.Abolish, State: review.Checked, Roadmap: "Năm 2024 - 2025",
		Members: []review.Member{{Procedure: "1.000003", Before: rows(row(4, 1, 10))}}}
	in := report.Proposed{
		Letterhead: report.Letterhead{Name: "UBND phường An Bình", NumberSuffix: "QĐ-UBND"},
		Superior:   "UBND tỉnh Đồng Tháp",
		Campaign:   review.CampaignPlan{ID: review.CampaignPublic, Name: "Rà soát thủ tục hành chính"},
		Bases:      bases,
		Names: report.Names{Conclusion: func(c review.Conclusion) string { return "<" + string(c) + ">" },
			Level: func(l catalog.Level) string { return "<" + string(l) + ">" }},
	}
	add := func(code catalog.Code, field string, p *review.Proposal, m int) {
		s := review.Standing{Item: review.ListItem{Code: code, Name: bases[code].Name, Kind: catalog.Public,
			Field: field},
			Review: p, Member: &p.Members[m], State: p.State}
		side, _ := cost.Total(*s.Member.Before)
		s.Before, s.After = value.Known(side.AnnualTotal), value.Known(value.Money(0))
		if s.Member.After != nil {
			side, _ = cost.Total(*s.Member.After)
			s.After = value.Known(side.AnnualTotal)
		}
		in.Standings = append(in.Standings, s)
	}
	add("1.000001", "Hộ tịch", group, 0)
	add("1.000003", "Bảo trợ", alone, 0)
	add("1.000002", "Hộ tịch", group, 1)
	return in
}

// Practice, not law: docs/decisions/0165. Part I lists each procedure by level and field, part II tells each proposal
// once: content, how it is carried out, time and papers and cost with their sums, roadmap.
func TestProposalAnnex(t *testing.T) {
	d := two().Decision()
	a := d.Annexes[0]
	var rows []string
	for _, row := range a.Body[1].(report.Table).Rows {
		var cells []string
		for _, c := range row {
			cells = append(cells, c.Text)
		}
		rows = append(rows, strings.Join(cells, " | "))
	}
	says(t, "part I", rows,
		"Thủ tục hành chính <province>",
		"Lĩnh vực Bảo trợ",
		"1 | 1.000003 | Xác nhận khuyết tật | ………… | <abolish>",
		"Thủ tục hành chính <commune>",
		"Lĩnh vực Hộ tịch",
		"2 | 1.000001 | Thủ tục cấp giấy xác nhận | Khoản 1 Điều 22 Nghị định số 123/2015/NĐ-CP; Thông tư số "+
			"04/2020/TT-BTP | Bỏ bản sao trích lục; Rút ngắn thời hạn",
		"3 | 1.000002 | Đăng ký việc nhận con",
	)
	reporttest.CheckTables(t, report.Document{Annexes: d.Annexes[1:]})
	for heading, want := range map[string][]string{
		"1. Thủ tục “Xác nhận khuyết tật” (mã số: 1.000003)": {},
		"1.1. Nội dung đơn giản hóa":                         {"[nội dung đơn giản hóa và lý do]"},
		"1.2. Kiến nghị thực thi":                            {"[văn bản kiến nghị sửa đổi, bổ sung (điều, khoản)]"},
		"1.3. Lợi ích phương án đơn giản hóa": {
			"- Thời gian giải quyết: trước đơn giản hóa 25 ngày làm việc; sau đơn giản hóa 00 ngày làm việc; cắt giảm 25 ngày làm việc; tỷ lệ cắt giảm 100,00%;",
			"- Thành phần hồ sơ: trước đơn giản hóa 02 loại giấy tờ; sau đơn giản hóa 00 loại giấy tờ;",
			"- Chi phí tuân thủ TTHC trước khi đơn giản hóa: 964.960 đồng/năm (96.496 × 10);",
			"- Chi phí tuân thủ TTHC sau khi đơn giản hóa: 0 đồng/năm;",
			"- Chi phí tiết kiệm: 964.960 đồng/năm;",
			"- Tỷ lệ cắt giảm chi phí: 100,00%.",
		},
		"1.4. Lộ trình thực hiện": {"Năm 2024 - 2025."},
		"2. Nhóm 02 thủ tục hành chính “Hộ tịch”": {
			"- Thủ tục cấp giấy xác nhận (mã số: 1.000001);", "- Đăng ký việc nhận con (mã số: 1.000002).",
		},
		"2.1. Nội dung đơn giản hóa": {"a) Bỏ bản sao trích lục.", "Lý do: Đã có dữ liệu.", "b) Rút ngắn thời hạn.", "[lý do]",
			"Thủ tục bị hợp nhất, không còn là thủ tục riêng: 1.000009."},
		"2.2. Kiến nghị thực thi": {
			"- Khoản 1 Điều 22 Nghị định số 123/2015/NĐ-CP: sửa thành phần hồ sơ (thực hiện: Chính phủ; chậm nhất ngày 31 tháng 12 năm 2024).",
			"- Thông tư số 04/2020/TT-BTP: sửa mẫu tờ khai.",
		},
		"2.3. Lợi ích phương án đơn giản hóa": {
			"- 1.000001: thời gian giải quyết: trước đơn giản hóa 10 ngày làm việc; sau đơn giản hóa 07 ngày làm việc; cắt giảm 03 ngày làm việc; tỷ lệ cắt giảm 30,00%;",
			"- 1.000002: thời gian giải quyết: 05 ngày làm việc, không thay đổi;",
			"- 1.000001: thành phần hồ sơ: trước đơn giản hóa 05 loại giấy tờ; sau đơn giản hóa 04 loại giấy tờ;",
			"- Chi phí tuân thủ TTHC trước khi đơn giản hóa: 15.921.840 đồng/năm (11.097.040 + 4.824.800);",
			"- Chi phí tuân thủ TTHC sau khi đơn giản hóa: 12.544.480 đồng/năm (10.132.080 + 2.412.400);",
			"- Chi phí tiết kiệm: 3.377.360 đồng/năm;",
			"- Tỷ lệ cắt giảm chi phí: 21,21%.",
		},
		"2.4. Lộ trình thực hiện": {"[lộ trình thực hiện]"},
	} {
		says(t, heading, reporttest.Section(t, d, heading), want...)
	}
	for _, own := range []string{"trạng thái", "Kết luận", "checked", "đã được phê duyệt"} {
		if strings.Contains(reporttest.Text(d), own) {
			t.Errorf("the decision says %q", own)
		}
	}
}

// The sum of a table stands whole in brackets: what each row costs once, times, subjects.
func TestProposalAnnex_sum(t *testing.T) {
	in := two()
	in.Standings = in.Standings[:1]
	in.Standings[0].Review.Members = in.Standings[0].Review.Members[:1]
	want := "- Chi phí tuân thủ TTHC trước khi đơn giản hóa: 11.097.040 đồng/năm (24.124 × 420 + 48.248 × 2 × 10);"
	if text := reporttest.Text(in.Submission()); !strings.Contains(text, want) || !strings.Contains(text,
		"1. Thủ tục cấp giấy xác nhận (mã số: 1.000001)\n") {
		t.Errorf("no %q, or the word twice, in\n%s", want, text)
	}
}

// What an internal procedure needs is a rule of the commune itself: who drafts it and by when stands in article 2, and
// where nobody has said it, a gap does.
func TestDecision_whoAmends(t *testing.T) {
	in := two()
	for i := range in.Standings {
		in.Standings[i].Item.Kind = catalog.Internal
	}
	group := in.Standings[0].Review
	group.Amendments = []review.Amendment{{Document: "Quy chế chi tiêu nội bộ", Article: "khoản 2 Điều 5",
		Request: "Bỏ giấy đi đường.", By: "Công chức Tài chính - Kế toán", Due: on("2024-08-31")}}
	text := reporttest.Text(in.Decision())
	for _, want := range []string{
		"Điều 1. Phê duyệt phương án đơn giản hóa thủ tục hành chính nội bộ: ",
		"1. [đơn vị, người soạn thảo] soạn thảo, trình ban hành văn bản sửa đổi [quy chế, quy định nội bộ phải sửa đổi], để thực hiện phương án đối với thủ tục “Xác nhận khuyết tật” (mã số: 1.000003); hoàn thành chậm nhất [thời hạn sửa đổi văn bản].",
		"2. Công chức Tài chính - Kế toán soạn thảo, trình ban hành văn bản sửa đổi khoản 2 Điều 5 Quy chế chi tiêu nội bộ: bỏ giấy đi đường, để thực hiện phương án đối với nhóm 02 thủ tục Hộ tịch; hoàn thành chậm nhất ngày 31 tháng 8 năm 2024.",
		"[quy chế, quy định nội bộ phải sửa đổi (điều, khoản), người soạn thảo, thời hạn]",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if strings.Contains(text, "Không có kiến nghị") {
		t.Error("it says that nothing is to be amended")
	}
	public := reporttest.Text(two().Decision())
	for _, want := range []string{
		"[đơn vị kiểm soát thủ tục hành chính] dự thảo văn bản gửi UBND tỉnh Đồng Tháp kiến nghị sửa đổi, bổ sung các văn bản nêu tại các khoản dưới đây, chậm nhất ngày [thời hạn gửi kiến nghị]",
		"3. Kiến nghị Chính phủ sửa đổi, bổ sung khoản 1 Điều 22 Nghị định số 123/2015/NĐ-CP: sửa thành phần hồ sơ, để thực hiện phương án đối với nhóm 02 thủ tục Hộ tịch; đề nghị hoàn thành chậm nhất ngày 31 tháng 12 năm 2024.",
	} {
		if !strings.Contains(public, want) {
			t.Errorf("no %q in\n%s", want, public)
		}
	}
}
