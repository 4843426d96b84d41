package web

func planSamples() []sample {
	return []sample{
		{"year/table", "filled", sampleYear()},
		{"year/table", "own", yearTable{frame: workFrame("Bảng năm", ""), Headline: "Bảng năm 2024", State: "Kế hoạch 29/KH-UBND", Units: sampleYear().Units[:1], Sheet: "/bang-nam.xlsx"}},
		{"year/table", "empty", yearTable{frame: workFrame("Bảng năm", ""), Headline: "Bảng năm 2025", All: true, Nothing: emptyState{"Chưa có danh mục.", link{"Rà soát", "/ra-soat"}}}},
	}
}

func sampleYear() yearTable {
	m := yearTable{frame: workFrame("Bảng năm", ""), Headline: "Bảng năm 2024 theo bộ phận, công chức", State: "Kế hoạch 29/KH-UBND ngày 13/3/2024 · số liệu đến 15/7/2024", All: true, Sheet: "/bang-nam.xlsx",
		Units: []yearUnit{
			{"Tài chính - Kế toán", yearLine{"Tài chính - Kế toán", "12", "8", "5", "1", "2", "83,33%", "1", "20.974.080"}, []yearLine{{"Trần Văn Minh", "12", "8", "5", "1", "2", "83,33%", "1", "20.974.080"}}},
			{"Chưa thuộc bộ phận nào", yearLine{"Chưa thuộc bộ phận nào", "2", "0", "0", "0", "0", "–", "0", "0"}, []yearLine{{"Chưa phân công", "2", "0", "0", "0", "0", "–", "0", "0"}}}},
		Total: yearLine{"Tổng cộng", "14", "8", "5", "1", "2", "83,33%", "1", "20.974.080"}}
	m.Pick = planPick{Notice: "Đang xem kế hoạch năm 2024 (đã kết thúc), không phải kế hoạch đang thực hiện.", Back: "/bang-nam", Choices: []planChoice{{"", "31/KH-UBND, năm 2025, đang thực hiện"}}}
	return m
}
