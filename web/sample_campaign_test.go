package web

import "rasoat/web/field"

func campaignSamples() []sample {
	return []sample{
		{"work", "filled", sampleWork()},
		{"work", "empty", workShow{frame: workFrame("Việc của tôi", "Việc của tôi"), State: "Ngày 15/7/2024", None: "Không có việc nào đang chờ."}},
		{"campaign/list", "filled", sampleCampaigns()},
		{"campaign/list", "empty", campaignList{frame: workFrame("Rà soát", "Rà soát"), None: emptyState{"Kế hoạch chưa có đợt rà soát nào.", link{"Kế hoạch", "/ke-hoach"}}}},
		{"campaign/board", "filled", sampleBoard()},
		{"campaign/board", "empty", campaignBoard{frame: workFrame("Rà soát", "Rà soát"), Name: "Rà soát TTHC nội bộ nhóm B", Empty: emptyState{"Chưa có danh mục rà soát.", link{"Chốt danh mục", "/danh-muc"}}}},
		{"campaign/choose", "filled", sampleChoose(false)},
		{"campaign/choose", "confirm", sampleChoose(true)},
		{"campaign/choose", "empty", campaignChoose{frame: workFrame("Chốt danh mục", "Rà soát"), None: emptyState{Text: "Chưa có thủ tục nào đưa vào danh mục được."}, Refused: sampleChoose(false).Refused}},
		{"campaign/plan", "filled", samplePlan(false)},
		{"campaign/plan", "reading", samplePlan(true)},
		{"campaign/plan", "empty", reviewPlan{}},
	}
}

func sampleCampaigns() campaignList {
	return campaignList{frame: workFrame("Rà soát", "Rà soát"), State: "Kế hoạch 29/KH-UBND ngày 13/3/2024", Campaigns: []campaignLine{
		{Name: "Rà soát TTHC nội bộ nhóm B", Href: "/ra-soat/kh/internal-b", Facts: []link{{"34/47 đã rà soát", "/chi-tieu"}, {"7 phương án", "/phuong-an"}, {"18,60% chi phí", "/chi-tieu"}},
			Due: "hạn 09/8/2024", Bar: bar{"72.34", "100", "bad", "72,34% so với 100%"}, Actions: []link{{"Phân công rà soát", "/ke-hoach"}}},
		{Name: "Rà soát TTHC", Href: "/ra-soat/kh/public", Due: "hạn 19/6/2024 đã qua", Empty: emptyState{"Chưa có danh mục rà soát.", link{"Chốt danh mục", "/danh-muc"}}},
	}}
}

func sampleBoard() campaignBoard {
	return campaignBoard{frame: workFrame("Rà soát TTHC nội bộ nhóm B", "Rà soát"), Name: "Rà soát TTHC nội bộ nhóm B", State: "danh mục chốt 12 thủ tục ngày 15/7/2024 · hạn 09/8/2024",
		Facts: sampleCampaigns().Campaigns[0].Facts, Actions: []link{{"Phân công rà soát", "/x"}, {"Báo cáo kết quả", "/y"}}, Saved: "Đã chốt danh mục 12 thủ tục.", Notice: link{"Kế hoạch rà soát còn 1 thủ tục chưa ghi đủ", "/x"},
		Filters: []field.Cell{{ID: "trang-thai", Label: "Trạng thái", Type: "select", Options: []field.Option{{Value: "", Text: "Tất cả"}, {Value: "draft", Text: "dự thảo (2)", Selected: true}}}}, Shown: "Hiện 2/12 thủ tục", All: "/x",
		Rows: []boardRow{
			{Code: "NB-01", Name: "Giải quyết nghỉ phép hằng năm của cán bộ, công chức xã", Href: "/x", Officer: "Nguyễn Thị Hoa", Due: "10/7/2024", Late: true, State: badge{"dự thảo", ""}, Conclusion: "Cắt giảm", Proposal: "/phuong-an/1", Before: "12.480.000", After: "–", Saving: "–"},
			{Code: "NB-02", Name: "Đề nghị mua sắm văn phòng phẩm", Href: "/x", Officer: "chưa phân công", State: badge{"chưa rà soát", ""}, Before: "–", After: "–", Saving: "–"},
		},
		None:    "Không có thủ tục nào hợp với điều kiện lọc.",
		Decided: boardTotal{"Cả danh mục, theo phương án đã phê duyệt", "112.787.888", "91.813.808", "20.974.080", "18,60%"},
		Wide:    boardTotal{"Cả danh mục, kể cả phương án đang trình", "112.787.888", "74.327.288", "38.460.600", "34,10%"},
	}
}

func sampleChoose(confirm bool) campaignChoose {
	m := campaignChoose{frame: workFrame("Chốt danh mục", "Rà soát"), Name: "Rà soát TTHC nội bộ nhóm B", State: "12 thủ tục đưa vào được, 47 thủ tục không đưa vào được", Back: "/ra-soat", Action: "/x", Count: "2 thủ tục", Cancel: "/x",
		Summary: field.Summary{{Text: "Chưa chọn thủ tục nào."}},
		Groups:  []choiceGroup{{"Nội vụ", "2 thủ tục", []choiceLine{{"NB-01", "Giải quyết nghỉ phép hằng năm", true}, {"NB-02", "Đề nghị mua sắm văn phòng phẩm", false}}}},
		Refused: []refusedGroup{{"Chưa phân loại thuộc xã hay không.", "47 thủ tục", []choiceLine{{Code: "TB-01", Name: "Thủ tục điển hình"}}, "và 46 thủ tục khác", link{"Phân loại", "/danh-muc/phan-loai"}}}}
	if confirm {
		m.Confirm = "Sau khi chốt, danh mục 2 thủ tục này không thêm, không bớt được."
	}
	return m
}

func samplePlan(readOnly bool) reviewPlan {
	officers := []field.Option{{Value: "", Text: "chưa phân công"}, {Value: "reviewer", Text: "Nguyễn Thị Hoa (Tư pháp - Hộ tịch)", Selected: true}}
	cell := func(name, value string) gridCell {
		return gridCell{Name: "procedures[0]." + name, Label: "NB-01, " + name, Value: value}
	}
	m := reviewPlan{frame: workFrame("Kế hoạch rà soát", "Rà soát"), Name: "Rà soát TTHC nội bộ nhóm B", State: "danh mục chốt 1 thủ tục", Back: "/x", Action: "/x", Version: "3", Saved: "Đã lưu.", Conflict: "Người khác đã lưu trước.",
		Summary: field.Summary{{Href: "#procedures[0].due", Text: "NB-01, Thời hạn: không phải ngày."}}, Notices: []string{"1 thủ tục chưa ghi thời hạn: NB-01"}, ReadOnly: readOnly,
		Fill:  reviewFill{field.Cell{ID: "fill-why", Label: "Căn cứ lựa chọn"}, field.Cell{ID: "fill-officer", Label: "Người rà soát", Type: "select", Options: officers}, field.Cell{ID: "fill-due", Label: "Thời hạn"}, field.Cell{ID: "fill-product", Label: "Dự kiến sản phẩm"}},
		Lines: []planLineRow{{Index: "0", Code: "NB-01", Name: "Giải quyết nghỉ phép hằng năm", Chosen: true, Why: cell("why", "Nhiều bước"), Officer: cell("officer", ""), Due: cell("due", "32/7"), Product: cell("product", "")}}}
	m.Lines[0].Officer.Options = officers
	m.Lines[0].Due.Problem, m.Lines[0].Product.Other = "“32/7” không phải ngày.", "Biểu mẫu 02"
	return m
}

func sampleWork() workShow {
	return workShow{frame: workFrame("Việc của tôi", "Việc của tôi"), State: "3 việc, 1 việc quá hạn",
		Groups: []workGroup{
			{"Quá hạn", "bad", []workTask{{"Rà soát", "NB-01", "Giải quyết nghỉ phép hằng năm", "", "hạn 10/7/2024 đã qua", true, link{"Rà soát", "/x"}}}},
			{"Đang chờ", "", []workTask{{"Phương án trả lại", "NB-06", "Xét khen thưởng", "Trả lại: chưa tính chi phí.", "", false, link{"Sửa lại", "/x"}}}},
		},
		Dates:    []workDate{{"09/8/2024", "còn 19 ngày làm việc", "Rà soát 100% TTHC nội bộ nhóm B", "/ke-hoach", false}, {"15/7/2024", "quá hạn", "Báo cáo tháng", "/ke-hoach", true}},
		Progress: []workProgress{{"Tư pháp - Hộ tịch", "8/11 đã nộp", "3 quá hạn", bar{"72.73", "", "bad", "8/11 đã nộp"}, true}},
	}
}
