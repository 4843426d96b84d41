package web

import "rasoat/web/field"

func restructuringSamples() []sample {
	head := restructuringHead{Code: "1.001193", Title: link{"Thủ tục đăng ký khai sinh", "/thu-tuc/1.001193"}, Href: "/dich-vu-truc-tuyen/1", State: badge{"đã phê duyệt", "met"},
		Facts: "Nguyễn Thị Hoa · hạn 31/7/2024", Edit: true}
	edit := restructuringEdit{frame: workFrame("Sửa rà soát dịch vụ công trực tuyến", "/ra-soat"), Head: head, Saved: "Đã lưu.", Version: "2",
		Texts: []field.Cell{{ID: "finding", Label: "Bất cập hiện nay", Type: "textarea", Problem: "Chưa ghi bất cập hiện nay.", Hint: "Người dân vướng ở đâu."}},
		Sides: []serviceSideEdit{{ID: "before", Title: "Hiện nay", Hint: "Điền sẵn từ danh mục.", Level: field.Cell{ID: "before.level", Label: "Mức độ cung cấp"},
			Steps: []serviceStepEdit{{Number: "1", Name: "before.steps[0]", Label: "Bước 1, hiện nay", Text: field.Cell{ID: "before.steps[0].text", Label: "Việc phải làm, bước 1", Type: "textarea"},
				Rest: []field.Cell{{ID: "before.steps[0].where", Label: "Nơi làm, bước 1"}, {ID: "before.steps[0].papers", Label: "Giấy tờ, bước 1"}}}}},
			{ID: "after", Title: "Sau tái cấu trúc", Copy: true, Level: field.Cell{ID: "after.level", Label: "Mức độ cung cấp sau"}}},
		After: []field.Cell{{ID: "change", Label: "Nội dung tái cấu trúc", Type: "textarea"}}}
	clash := edit
	clash.Conflict = &conflictShow{Text: "Có người đã lưu bản 3.", Rows: []proposalConflictRow{{"Bất cập hiện nay", "Cũ", "Mới", true}}, Back: link{"Mở bản 3", "/dich-vu-truc-tuyen/1/sua"}}
	return []sample{
		{"restructuring/list", "filled", restructuringList{frame: workFrame("Rà soát dịch vụ công trực tuyến", "/ra-soat"), State: "2 dịch vụ · đã rà soát 1 · đã phê duyệt 1", Add: link{"Rà soát một dịch vụ", "/dich-vu-truc-tuyen/moi"},
			Rows: []restructuringRow{{Title: link{"Thủ tục đăng ký khai sinh", "/dich-vu-truc-tuyen/1"}, Code: "1.001193", Who: "Nguyễn Thị Hoa", Due: "31/7/2024", Late: verdict{"✗", "quá hạn", "bad"},
				Level: "một phần → toàn trình", Steps: "5 → 3", Trips: "3 → 1", Papers: "8 → 3", State: badge{"đã phê duyệt", "met"}}}}},
		{"restructuring/list", "empty", restructuringList{frame: workFrame("Rà soát dịch vụ công trực tuyến", "/ra-soat"), Nothing: emptyState{Text: "Chưa rà soát dịch vụ công trực tuyến nào."}}},
		{"restructuring/new", "filled", restructuringNew{frame: workFrame("Rà soát một dịch vụ", "/ra-soat"), Fields: []field.Cell{{ID: "procedure", Label: "Dịch vụ công trực tuyến", Problem: "Chưa chọn dịch vụ."}}}},
		{"restructuring/new", "empty", restructuringNew{frame: workFrame("Rà soát một dịch vụ", "/ra-soat"), Nothing: emptyState{Text: "Không còn dịch vụ nào để rà soát.", Next: link{"Danh mục", "/danh-muc"}}}},
		{"restructuring/show", "filled", restructuringShow{frame: workFrame("Thủ tục đăng ký khai sinh", "/ra-soat"), Head: head, Clash: "Có người vừa lưu bản 3.", InWords: "Mỗi lượt người dân bớt 2 bước.",
			Figures:  []serviceFigure{{"Mức độ cung cấp", "một phần", "toàn trình", "", ""}, {"Số bước", "5", "3", "bớt 2", "met"}, {"Giấy tờ", "1", "2", "thêm 1", "bad"}},
			Sides:    []serviceSide{{Title: "Hiện nay", Steps: []serviceStep{{"Điền tờ khai.", "trên mạng · 25 phút"}}}, {Title: "Sau tái cấu trúc", None: "Chưa ghi bước nào."}},
			Texts:    []indicatorTerm{{"Bất cập hiện nay", "Phải đến hai lần."}},
			Decision: "Phê duyệt tại 44/QĐ-UBND ngày 8/7/2024", Path: []pathStep{{Text: "Dự thảo", Who: "Hoa", When: "1/7/2024", Done: true, Current: true}, {Text: "Đã trình"}},
			Open: []string{"Chưa ghi bất cập hiện nay."}, Actions: []proposalAction{{Action: "submit", Post: "/dich-vu-truc-tuyen/1/buoc", Version: "2", Text: "Trình", Primary: true}}}},
		{"restructuring/show", "empty", restructuringShow{frame: workFrame("Thủ tục đăng ký khai sinh", "/ra-soat"), Head: restructuringHead{Title: link{"Thủ tục đăng ký khai sinh", "/thu-tuc/1.001193"}}}},
		{"restructuring/edit", "filled", edit},
		{"restructuring/edit", "long", clash},
		{"restructuring/edit", "empty", restructuringEdit{frame: workFrame("Sửa", "/ra-soat"), Head: restructuringHead{Title: link{"Thủ tục đăng ký khai sinh", "/thu-tuc/1.001193"}}}},
	}
}
