package web

import "rasoat/web/field"

func planSamples() []sample {
	return []sample{
		{"plan/show", "filled", samplePlanShow()},
		{"plan/show", "empty", planShow{}},
		{"plan/edit", "filled", samplePlanEdit()},
		{"plan/edit", "empty", planEdit{}},
		{"year/table", "filled", sampleYear()},
		{"year/table", "own", yearTable{frame: workFrame("Bảng năm", ""), Headline: "Bảng năm 2024", State: "Kế hoạch 29/KH-UBND", Units: sampleYear().Units[:1], Sheet: "/bang-nam.xlsx"}},
		{"year/table", "empty", yearTable{frame: workFrame("Bảng năm", ""), Headline: "Bảng năm 2025", All: true, Nothing: emptyState{"Chưa có danh mục.", link{"Rà soát", "/ra-soat"}}}},
	}
}

func samplePlanShow() planShow {
	return planShow{frame: workFrame("Kế hoạch", ""), Headline: "Kế hoạch 31/KH-UBND", Title: "Cải cách thủ tục hành chính trọng tâm năm 2025", State: "Năm 2025 · ban hành 10/02/2025 · dự thảo",
		Notices: []string{"Báo cáo: hạn 20/6/2024 không thuộc năm 2025."}, Facts: []planFact{{"Cơ quan cấp trên", "UBND tỉnh Quảng Trị"}}, Base: "/ke-hoach/kh-31-2025", ID: "kh-31-2025", Editable: true, Version: "1", Copy: "/ke-hoach/sao-chep",
		Parts:   []planTable{{ID: "moc-thoi-han", Title: "Nhiệm vụ", Edit: "/ke-hoach/kh-31-2025/sua/moc-thoi-han", Head: []string{"Nhiệm vụ", "Hạn"}, Rows: [][]planCell{{{"", "Báo cáo"}, {"Hạn", "trước ngày 20/6/2025"}}}}, {ID: "nhiem-vu", Title: "Nhiệm vụ thường xuyên", None: "Chưa ghi."}},
		Step:    planStep{Title: "Cho kế hoạch có hiệu lực", Text: "Từ ngày này.", Field: field.Cell{ID: "from", Label: "Từ ngày"}, Do: "hieu-luc", Button: "Cho có hiệu lực"},
		History: []planVersion{{"Bản 2, 10/02/2025 08:00, Lê Thị Lan", "1 thay đổi", []string{"Năm: “2024” → “2025”"}}, {Text: "Bản 1, 10/02/2025 07:00, Lê Thị Lan"}}}
}

func samplePlanEdit() planEdit {
	row := field.Row{Title: "Báo cáo", Name: "duties[0]", KeyName: "duties[0].id", Key: "D1", Drop: true, Dropped: true, Cells: []field.Cell{{ID: "duties[0].title", Label: "Nhiệm vụ", Value: "Báo cáo"}}, Open: field.Link{Text: "Sửa nội dung", Href: "/x"}}
	return planEdit{frame: workFrame("Nhiệm vụ", ""), Headline: "Nhiệm vụ có thời hạn", State: "Kế hoạch 31/KH-UBND · dự thảo", Notices: []string{"Chưa có ngày nghỉ của năm 2025."}, Back: link{"Kế hoạch 31/KH-UBND", "/ke-hoach/kh-31-2025"},
		Action: "/ke-hoach/kh-31-2025/sua/moc-thoi-han", Version: "1", From: "kh-29-2024", Fields: []field.Cell{{ID: "number", Label: "Số"}}, Submit: "Lưu", Shift: true,
		Lists: []field.List{{ID: "nv", Title: "Nhiệm vụ", Text: "Một lần hoặc hằng tháng.", Rows: []field.Row{row}, New: &field.Row{Title: "Dòng mới", Name: "duties[1]"}, Add: "Thêm một dòng", More: field.Link{Text: "Thêm", Href: "/y"}}}}
}

func sampleYear() yearTable {
	m := yearTable{frame: workFrame("Bảng năm", ""), Headline: "Bảng năm 2024 theo bộ phận, công chức", State: "Kế hoạch 29/KH-UBND ngày 13/3/2024 · số liệu đến 15/7/2024", All: true, Sheet: "/bang-nam.xlsx",
		Units: []yearUnit{
			{"Tài chính - Kế toán", yearLine{"Tài chính - Kế toán", "12", "8", "5", "1", "2", "83,33%", "1", "20.974.080"}, []yearLine{{"Trần Văn Minh", "12", "8", "5", "1", "2", "83,33%", "1", "20.974.080"}}},
			{"Chưa thuộc bộ phận nào", yearLine{"Chưa thuộc bộ phận nào", "2", "0", "0", "0", "0", "–", "0", "0"}, []yearLine{{"Chưa phân công", "2", "0", "0", "0", "0", "–", "0", "0"}}}},
		Total: yearLine{"Tổng cộng", "14", "8", "5", "1", "2", "83,33%", "1", "20.974.080"}}
	m.Pick = planPick{Notice: "Đang xem Kế hoạch 29/KH-UBND năm 2024 (đã kết thúc); các trang mặc định theo Kế hoạch 31/KH-UBND.", Back: "/bang-nam", Choices: []planChoice{{"", "31/KH-UBND, năm 2025, đang thực hiện"}}}
	return m
}
