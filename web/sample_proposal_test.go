package web

import (
	"strings"

	"rasoat/web/field"
)

func proposalSamples() []sample {
	f := workFrame("Phương án", "Phương án")
	long := strings.Repeat("Đề nghị mua sắm văn phòng phẩm, công cụ, dụng cụ ", 4)
	show := proposalShow{frame: f, Head: sampleProposalHead(), Summary: field.Summary{{Href: "#return.note", Text: "Lý do trả lại: chưa ghi."}}, InWords: []string{"Bỏ 2 giấy tờ"},
		Cost: proposalCost{"77.893.240 đồng", "34.426.160 đồng", "43.467.080 đồng", "55,80%", ""}, Impact: sampleImpact(), ImpactNote: "Chỉ tính …", Path: samplePath(),
		Open: []string{"Nội dung 1, Lý do: chưa ghi lý do."}, Notices: []string{"Hiện tại, dòng 1.1: 40 giờ bằng đúng thời hạn 5 ngày × 8 giờ."}, Actions: sampleSteps(),
		Edit: []link{{"Sửa nội dung", "/phuong-an/4/sua"}}, Main: "3", Copy: true, Measures: []measureLine{{"Bỏ giấy tờ", "Thành phần hồ sơ", "Bỏ bản sao", "Đã có"}},
		Members:    []memberShow{{ID: "thu-tuc-1", Code: "NB-04", Name: "Mua sắm", Parts: sampleCompare().Parts[:1], Same: "11 phần khác không thay đổi.", Cost: sampleCost(false), HasCost: true, Note: "Giữ như khi trình."}},
		Amendments: []amendmentLine{{"Thông tư 01", "Điều 3", "Bỏ điểm b", "Bộ A"}}, Merged: []link{{"NB-05", "/thu-tuc/NB-05"}}, Effort: "Ước cần 2 ngày công.", Roadmap: "quý IV/2024",
		Decision: "Quyết định 45/QĐ-UBND ngày 20/7/2024", Scan: link{"bản quét", "/phuong-an/4/quyet-dinh"}, Others: []otherProposal{{"/phuong-an/9", "Phương án số 9", badge{"dự thảo", ""}}}}
	ask := func(id string) field.Cell { return field.Cell{ID: id, Label: "Lý do", Type: "textarea"} }
	edit := proposalEdit{frame: f, Head: sampleProposalHead(), Summary: field.Summary{{Href: "#effort", Text: "Ngày công: phải là số."}}, Conflict: sampleConflict(), Saved: "Đã lưu bản 3", Version: "3", Group: true,
		TitleAsk: ask("title"), Conclusion: ask("conclusion"), Effort: ask("effort"), Roadmap: ask("roadmap"), Merged: ask("merged"), AddMember: ask("add_member"),
		Members: []memberEdit{{Name: "members[0]", Code: "NB-04", Title: long, Open: true, Remove: &checkbox{Name: "members[0].remove", Value: "1", Text: "Đưa ra"}, Written: 1,
			Parts:   []partEdit{{Title: "Thành phần hồ sơ", Text: []string{"Đơn"}, Fields: []field.Cell{ask("members[0].paper.0.0")}, Checks: []checkbox{{"members[0].channel.online", "1", "Bổ sung nộp trực tuyến", false, ""}}}},
			Rewrite: []rewriteEdit{{[]string{"Bước 1"}, ask("members[0].rewrite.steps")}}}},
		Measures: []measureEdit{{"1", "measures[0]", []field.Cell{ask("measures[0].reason")}}}, Amendments: []amendmentEdit{{"1", "amendments[0]", []field.Cell{ask("amendments[0].request")}}},
		Result: []memberShow{{ID: "thu-tuc-1", Code: "NB-04", Parts: sampleCompare().Parts[:1]}}}
	return []sample{
		{"proposal/list", "filled", proposalList{frame: f, State: "2 trong 7 phương án", MayNew: true, Facets: []facetList{{"Việc", []facetValue{{"Chờ tôi", "2", "/phuong-an?cho-toi=1", true}}}},
			Rows: []proposalLine{{Href: "/phuong-an/4", Codes: "NB-04, NB-05, NB-06 +2", Title: long, State: badge{"đã trình", "accent"}, Waiting: true, Author: "Nguyễn Thị Mai", Before: "1 đồng", Saving: "1 đồng", Percent: "100,00%", Badges: []badge{{"nhóm 5 thủ tục", ""}}}}}},
		{"proposal/list", "empty", proposalList{frame: f, Nothing: emptyState{"Chưa có phương án nào.", link{"Lập phương án", "/phuong-an/moi"}}}},
		{"proposal/new", "filled", proposalNew{frame: f, Summary: field.Summary{{Text: "Chưa chọn thủ tục nào."}}, TitleAsk: ask("title"),
			Campaigns: []newCampaign{{"a/b", "Nội bộ", []newChoice{{"", "a/b/NB-01", "NB-01", "Nghỉ phép", true}}, ""}, {"a/c", "Công khai", nil, "Chưa chốt danh mục."}}}},
		{"proposal/new", "empty", proposalNew{frame: f, TitleAsk: ask("title")}},
		{"proposal/show", "filled", show},
		{"proposal/show", "empty", proposalShow{}},
		{"proposal/edit", "filled", edit},
		{"proposal/edit", "empty", proposalEdit{TitleAsk: ask("a"), Conclusion: ask("b"), Effort: ask("c"), Roadmap: ask("d"), Merged: ask("e"), AddMember: ask("f")}},
		{"proposal/cost", "filled", proposalCosts{frame: f, Head: sampleProposalHead(), Conflict: sampleConflict(), Saved: "Đã lưu bản 3", Version: "3", Code: "NB-04", Tabs: []tab{{"NB-04", "/a", true}, {"NB-05", "/b", false}},
			Notice: "Bãi bỏ.", Rate: "23.932 đồng", Subjects: ask("all.subjects"), Times: ask("all.times"), Table: sampleCost(true)}},
		{"proposal/cost", "empty", proposalCosts{Subjects: ask("a"), Times: ask("b"), Table: costTable{ID: costID}}},
		{"proposal/approve", "filled", proposalApprove{frame: f, Head: sampleProposalHead(), InWords: []string{"Bỏ 2 giấy tờ"}, Impact: sampleImpact(), Warnings: []string{"2 dòng là ước tính."}, Measures: show.Measures, Actions: sampleSteps(), Parts: show.Members}},
		{"proposal/approve", "empty", proposalApprove{}},
	}
}

func sampleProposalHead() proposalHead {
	return proposalHead{Href: "/phuong-an/4", Name: "Đề nghị mua sắm văn phòng phẩm", Codes: []link{{"NB-04", "/thu-tuc/NB-04"}, {"NB-05", ""}}, State: badge{"trả lại", "bad"}, Badges: []badge{{"dự phòng", "warn"}},
		Line: "Cắt giảm · bản 3", Returned: "Lê Thị Hạnh trả lại với lý do: thiếu căn cứ", Version: "3"}
}

func sampleImpact() []impactLine {
	return []impactLine{{"Số lượng", "16,67%", "25,00%", met, ""}, {"Chi phí", "17,08%", "18,60%", notMet, "còn thiếu 1.583.498 đồng"}}
}

func sampleConflict() *conflictShow {
	return &conflictShow{Text: "Trần Văn Minh đã lưu bản 4.", Rows: []proposalConflictRow{{"Kết luận", "Cắt giảm", "Bãi bỏ", true}, {"Lộ trình", "", "", false}}, Back: link{"Mở bản 4", "/phuong-an/4/sua"}}
}

func sampleSteps() []proposalAction {
	return []proposalAction{
		{Action: "approve", Text: "Phê duyệt", Primary: true, Fields: []field.Cell{{ID: "approve.number", Label: "Số quyết định", Need: true}}, Scan: field.Cell{ID: "approve.scan", Label: "Bản quét", Hint: "PDF", Problem: "Không phải PDF."}},
		{Action: "return", Text: "Trả lại", Fields: []field.Cell{{ID: "return.note", Label: "Lý do trả lại", Type: "textarea"}}},
		{Action: "put_in_force", Text: "Ghi nhận đã thực thi", NewVersions: true},
		{Action: "submit", Text: "Trình duyệt", Primary: true},
		{Action: "check", Text: "Thẩm tra", Why: "Người lập phương án không được thẩm tra."},
		{Action: "approve", Text: "Phê duyệt", Href: "/phuong-an/4/duyet", Primary: true},
	}
}
