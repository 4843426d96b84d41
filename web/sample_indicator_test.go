package web

import "rasoat/web/field"

// The samples of the pages on indicators and feedback.

func indicatorSamples() []sample {
	return []sample{
		{"feedback/send", "filled", feedbackSend{frame: publicFrame("Gửi phản ánh"), Summary: field.Summary{{Href: "#text", Text: "Nội dung: chưa ghi."}}, About: link{"Đăng ký khai sinh", "/thu-tuc/1.001193"}, Code: "1.001193", Part: "dossier", PartName: "Thành phần hồ sơ",
			Text: field.Cell{ID: "text", Label: "Nội dung", Type: "textarea", Need: true, Problem: "Chưa ghi."}, Kind: field.Cell{ID: "kind", Label: "Loại", Type: "select"}, Name: field.Cell{ID: "name", Label: "Họ tên"}, Contact: field.Cell{ID: "contact", Label: "Liên hệ"},
			Published: []publishedFeedback{{"01/7/2024", link{"Đăng ký khai sinh", "/thu-tuc/1.001193"}, "Người dân phản ánh phải nộp bản sao.", "Đã bỏ yêu cầu.", "Tư pháp trả lời ngày 10/7/2024"}}}},
		{"feedback/send", "sent", feedbackSend{frame: publicFrame("Gửi phản ánh"), Sent: "Đã nhận phản ánh."}},
		{"feedback/list", "filled", feedbackList{frame: workFrame("Phản ánh", "Phản ánh"), State: "1 chờ xem", Filters: []monthTab{{"Tất cả (1)", "", "/phan-anh", true, ""}}, Add: link{"Ghi phản ánh", "/phan-anh/them"},
			Rows: []feedbackRow{{"/phan-anh/1", "1", "01/7/2024, tại quầy", "Phải nộp bản sao hai lần.", link{"Đăng ký khai sinh", "/thu-tuc/1.001193"}, "quy định", "Tư pháp", "22/7/2024", badge{"đang xử lý", "accent"}, verdict{"✗", "quá hạn", "bad"}}}}},
		{"feedback/list", "empty", feedbackList{frame: workFrame("Phản ánh", "Phản ánh"), Nothing: emptyState{Text: "Chưa có phản ánh nào."}}},
		{"feedback/add", "filled", feedbackAdd{frame: workFrame("Phản ánh", "Phản ánh"), Fields: []field.Cell{{ID: "text", Label: "Nội dung", Type: "textarea"}}}},
		{"feedback/show", "filled", feedbackShow{frame: workFrame("Phản ánh", "Phản ánh"), Headline: "Phản ánh số 1", State: badge{"đang xử lý", "accent"}, Verdict: verdict{"✗", "quá hạn", "bad"}, Clash: "Người khác vừa cập nhật.", Text: []string{"Phải nộp bản sao."},
			Facts: []indicatorTerm{{"Ngày nhận", "01/7/2024"}}, About: link{"Đăng ký khai sinh", "/thu-tuc/1.001193"}, Version: "2", Steps: []feedbackStep{{"Trả lời", "Ghi như đã gửi.", "/phan-anh/1/tra-loi", []field.Cell{{ID: "answer", Label: "Nội dung", Type: "textarea"}}, "Ghi nhận", true}}}},
		{"indicator/month", "filled", sampleIndicatorMonth()},
		{"indicator/month", "released", releasedIndicatorMonth()},
		{"indicator/month", "empty", indicatorMonth{frame: workFrame("Chỉ tiêu cụ thể", "Chỉ tiêu"), Headline: "Chỉ tiêu cụ thể, tháng 6/2024"}},
		{"indicator/public", "filled", indicatorPublic{frame: publicFrame("Chỉ tiêu đã công khai"), Headline: "Chỉ tiêu cải cách thủ tục hành chính, tháng 5/2024",
			State: "Theo Kế hoạch 29/KH-UBND · công khai ngày 03/6/2024", Notice: "Số liệu tháng này đang được xem lại.", Months: sampleMonthTabs(), Counts: []verdict{{"✓", "9/13 đạt", "met"}},
			Grid: indicatorGrid{ID: "luoi", Public: true, Month: "Tháng 5/2024", Groups: []indicatorGroup{{"Chỉ tiêu theo Nghị quyết: NQ 01", []indicatorRow{sampleIndicatorRow()}}}}}},
		{"indicator/public", "empty", indicatorPublic{frame: publicFrame("Chỉ tiêu đã công khai"), Headline: "Chỉ tiêu đã công khai", Nothing: emptyState{"Chưa công khai số liệu tháng nào.", link{"Trang chủ", "/"}}}},
	}
}

func sampleMonthTabs() []monthTab {
	return []monthTab{{"T5", "Tháng 5/2024, đã công khai", "?thang=2024-05", false, "✓"}, {"T6", "Tháng 6/2024, chưa công khai", "?thang=2024-06", true, "…"}}
}

func sampleIndicatorRow() indicatorRow {
	return indicatorRow{ID: "nq01-3", Number: "NQ 01, số 3", Name: "Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ tiếp nhận, giải quyết TTHC", Target: "Tối thiểu 50",
		Numerator: costCell{Name: "nq01-3.numerator", Label: "NQ 01, số 3, Tử số", Value: "189"}, Denominator: costCell{Name: "nq01-3.denominator", Label: "NQ 01, số 3, Mẫu số", Value: "310"},
		Result: indicatorScore{"60,97%", "189/310", verdict{"✓", "đạt", "met"}, ""}, Year: indicatorScore{"54,02%", "625/1.157", verdict{"✓", "đạt", "met"}, "thiếu T4"}, Change: "+4,16",
		Trend: sparkline{Label: "T5 56,81%; T6 60,97%", Lines: []string{"37.25,12.5 45.75,11.6"}, Dots: []sparkDot{{"37.25", "12.5", "met"}, {"45.75", "11.6", "met"}}, Mark: "14.0"},
		More:  "Cách tính, ghi chú, tài liệu (2)", Terms: []indicatorTerm{{"Tử số", "Số hồ sơ tiếp nhận trực tuyến trong kỳ"}, {"Mẫu số", "Tổng số hồ sơ tiếp nhận trong kỳ"}}, Saved: "Lê Thị Hạnh, 05/7/2024", Counted: link{"Sổ phản ánh, kiến nghị: 2/3", "/phan-anh"}}
}

func sampleIndicatorMonth() indicatorMonth {
	right, wrong, clash, head := sampleIndicatorRow(), sampleIndicatorRow(), sampleIndicatorRow(), sampleIndicatorRow()
	right.Open, right.Files = true, []indicatorFile{{"Bảng kê.xlsx", "/chi-tieu-cu-the/tai-lieu/ab", "ab|Bảng kê.xlsx"}, {"Ảnh.png", "", "cd|Ảnh.png"}}
	wrong.ID, wrong.Open, wrong.Waiting, wrong.Numerator.Problem = "nq01-1", true, true, "Tử số (90) lớn hơn mẫu số (88); kiểm tra lại hai số."
	wrong.Numerator.Name, wrong.Denominator.Name = "nq01-1.numerator", "nq01-1.denominator"
	wrong.Result = indicatorScore{Verdict: verdict{"…", "chưa có số liệu", "warn"}}
	clash.ID, clash.Open, clash.Clash, clash.IsPart, clash.Unfold = "nq01-4.papers", true, "Trong lúc nhập, Trần Văn Minh đã lưu 12/15.", true, true
	clash.Numerator.Name, clash.Denominator.Name = "nq01-4.papers.numerator", "nq01-4.papers.denominator"
	head.ID, head.Head, head.Terms, head.Shared = "nq01-4", true, nil, "Cùng một số liệu với chỉ tiêu NQ 01, số 5"
	return indicatorMonth{frame: workFrame("Chỉ tiêu cụ thể", "Chỉ tiêu"), Headline: "Chỉ tiêu cụ thể, tháng 6/2024", State: "Kế hoạch 29/KH-UBND · đã nhập 11/13 chỉ tiêu · chưa công khai", Month: "2024-06",
		Months: sampleMonthTabs(), Done: "Đã lưu 2 dòng số liệu.", Counts: []verdict{{"✓", "9/13 đạt", "met"}, {"…", "1/13 chưa có số liệu", "warn"}},
		Lacking:  []lackingLine{{"Bộ phận một cửa", []link{{"NQ 01, số 1", "#nq01-1"}}}},
		Problems: field.Summary{{Href: "#nq01-1.numerator", Text: "NQ 01, số 1, Tử số: lớn hơn mẫu số."}},
		Grid:     indicatorGrid{ID: "luoi", Editable: true, Action: "/chi-tieu-cu-the/tinh", Month: "Tháng 6/2024", Groups: []indicatorGroup{{"Văn phòng thực hiện", []indicatorRow{wrong}}, {"Chỉ tiêu theo Nghị quyết: NQ 01", []indicatorRow{right, head, clash}}}},
		Paste:    field.Cell{ID: "paste", Label: "Hoặc dán bảng vào đây", Type: "textarea"}, Sheet: "/chi-tieu-cu-the/bang.xlsx?thang=2024-06",
		Release: &releaseBox{"Công khai số liệu tháng 6/2024", []string{"Ai cũng xem được."}, "Công khai tháng 6/2024", "0"}, Links: []link{{"Đã công khai", "/chi-tieu-cong-khai"}}}
}

func releasedIndicatorMonth() indicatorMonth {
	m := sampleIndicatorMonth()
	m.Grid.Editable, m.Grid.Groups, m.Release, m.Locked = false, []indicatorGroup{{"Chỉ tiêu theo Nghị quyết: NQ 01", []indicatorRow{sampleIndicatorRow()}}}, nil, "Số liệu tháng này đang khóa."
	m.Reopen = &reopenBox{"Mở lại tháng 6/2024 để sửa", "Bản đã công khai vẫn còn.", field.Cell{ID: "reason", Label: "Lý do mở lại", Need: true, Problem: "Chưa ghi lý do."}, "1"}
	return m
}
