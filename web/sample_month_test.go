package web

import "rasoat/web/field"

func monthSamples() []sample {
	task := monthPlace{ID: "task/III.2-1", Anchor: "task-III-2-1", Title: "Gửi, nhận văn bản điện tử", Version: "1", Task: true, Written: "Lê Thị Lan, 14/7/2024",
		Text: field.Cell{ID: "task-III-2-1.text", Label: "Nội dung", Type: "textarea", Value: "Đã gửi 124 văn bản."}, State: field.Cell{ID: "task-III-2-1.state", Label: "Trạng thái", Type: "select", Options: []field.Option{{Value: "done", Text: "đã hoàn thành", Selected: true}}},
		Owner:   field.Cell{ID: "task-III-2-1.owner", Label: "Người thực hiện"},
		Figures: []monthFigure{{field.Cell{ID: "task-III-2-1.figures[0].name", Label: "Số liệu"}, field.Cell{ID: "task-III-2-1.figures[0].value", Label: "Giá trị"}, field.Cell{ID: "task-III-2-1.figures[0].unit", Label: "Đơn vị"}}},
		Files:   []link{{"Bảng kê.xlsx", "/chi-tieu-cu-the/tai-lieu/ab"}}, Upload: field.Cell{ID: "task-III-2-1.file", Label: "Thêm tài liệu", Type: "file"}}
	book := monthBook{frame: workFrame("Báo cáo tháng", "Báo cáo"), State: "kỳ từ 15/6/2024 đến 14/7/2024 · nộp chậm nhất 15/7/2024 · chưa phát hành", Saved: "Đã lưu.", PlanID: "kh-29-2024", Month: "2024-07",
		Months: sampleMonthTabs(), Found: []string{"Rà soát TTHC nội bộ nhóm B: trong kỳ đã phê duyệt 02 thủ tục."}, MayEdit: true, MayGive: true, Holes: "Còn trống: số văn bản.",
		Places: []monthPlace{{ID: "direction", Anchor: "direction", Title: "Công tác chỉ đạo", Version: "0", Text: field.Cell{ID: "direction.text", Label: "Nội dung", Type: "textarea"}}, task},
		Files:  []link{{"Xem", "/bao-cao/monthly"}}, Issue: []field.Cell{{ID: "number", Label: "Số văn bản"}}, Issued: []link{{"Số 45 ngày 15/6/2024", "/bao-cao/da-phat-hanh/1"}}}
	read := book
	read.MayEdit, read.MayGive, read.Saved = false, false, ""
	return []sample{{"month/book", "filled", book}, {"month/book", "long", read}, {"month/book", "empty", monthBook{frame: workFrame("Báo cáo tháng", "")}}}
}
