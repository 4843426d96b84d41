package web

import "rasoat/web/field"

func announcementSamples() []sample {
	row := announcementRow{Href: "/cong-bo/5", Number: "1498/QĐ-UBND", Signed: "08/7/2024, UBND tỉnh", Title: "Công bố thủ tục sửa đổi", Received: "10/7/2024", From: "01/8/2024",
		Touches: "1 sửa đổi, bổ sung; 1 bãi bỏ", Due: "17/7/2024", State: badge{"chưa niêm yết", "warn"}}
	posted := row
	posted.Posted, posted.State, posted.Verdict = "18/7/2024, Bộ phận một cửa", badge{"đã niêm yết", "met"}, verdict{"✗", "muộn", "bad"}
	step := announcementStep{Title: "Niêm yết", Action: "/cong-bo/5/niem-yet", Base: "1", Fields: []field.Cell{{ID: "posted", Label: "Ngày niêm yết", Need: true}}, Button: "Ghi nhận đã niêm yết"}
	folded := announcementStep{Title: "Xã không phải niêm yết", Hint: "Ví dụ: thủ tục cấp tỉnh.", Action: "/cong-bo/5/khong-niem-yet", Base: "1", Fields: []field.Cell{{ID: "reason", Label: "Lý do"}}, Button: "Xã không phải niêm yết", Plain: true, Fold: true}
	show := announcementShow{frame: workFrame("Quyết định 1498/QĐ-UBND", "Công bố"), Headline: "Quyết định 1498/QĐ-UBND", State: badge{"chưa niêm yết", "warn"}, Verdict: verdict{"✗", "quá hạn", "bad"},
		Line: "còn phải niêm yết chậm nhất 17/7/2024", Saved: "Đã lưu.", Clash: "Người khác vừa cập nhật.", Actions: links("Sửa"), Facts: []indicatorTerm{{"Ngày nhận", "10/7/2024"}}, Explain: "Xem trước.",
		Summary: field.Summary{{Href: "#posted", Text: "Ngày niêm yết: ngày chưa tới."}},
		Effects: []announcementEffect{{"/thu-tuc/1.010041", "1.010041", "Xác nhận thông tin về cư trú", "Sửa đổi, bổ sung", []string{"còn nguyên đến ngày 01/8/2024"}, badge{"chờ đến 01/8/2024", "accent"}, "/thu-tuc/1.010041/sua"}},
		Holes:   []string{"Thủ tục 1.004941 đã hết hiệu lực."}, Apply: "/cong-bo/5/cap-nhat", Version: "1", Steps: []announcementStep{step, folded}, History: []string{"Bản 1: Lê Thị Lan, 10/7/2024 08:00"}}
	edit := announcementEdit{frame: workFrame("Ghi quyết định công bố", "Công bố"), Headline: "Ghi quyết định công bố", State: "Quyết định mà xã nhận được.", Action: "/cong-bo/them", Back: link{"Công bố", "/cong-bo"},
		Summary: field.Summary{{Href: "#number", Text: "Số quyết định: chưa ghi."}}, Decision: []field.Cell{{ID: "number", Label: "Số quyết định", Need: true, Problem: "Chưa ghi số quyết định."}}, Days: []field.Cell{{ID: "received", Label: "Ngày nhận"}},
		Lists: []field.Cell{{ID: "amend", Label: "Sửa đổi, bổ sung", Type: "textarea", Value: "1.010041"}}, Scan: field.Cell{ID: "scan", Label: "Bản quét", Type: "file"}, Kept: "Đã nhận tệp 1498.pdf", ScanSHA: "ab", ScanName: "1498.pdf", Note: field.Cell{ID: "note", Label: "Ghi chú", Type: "textarea"},
		Find: announcementFind{Text: field.Cell{ID: "find", Label: "Tên hoặc mã"}, Into: field.Cell{ID: "into", Label: "Đưa vào ô", Type: "select"}, Hits: []announcementHit{{"pick-1.001193", "1.001193", "Đăng ký khai sinh", "còn hiệu lực"}}, None: "Không tìm thấy."}}
	fixed := edit
	fixed.Lists, fixed.Version, fixed.Fixed, fixed.Both = nil, "3", []indicatorTerm{{"Số quyết định", "1498/QĐ-UBND"}}, bothVersions{"Người khác đã lưu.", []bothRow{{"Trích yếu", "a", "b"}}}
	return []sample{
		{"announcement/list", "filled", announcementList{frame: workFrame("Công bố", "Công bố"), State: "2 quyết định", Add: link{"Ghi quyết định", "/cong-bo/them"}, Files: links("Tải Excel"), Filters: []monthTab{{"Tất cả (2)", "", "/cong-bo", true, ""}},
			Years: []monthTab{{"2024", "", "/cong-bo?nam=2024", true, ""}}, Rows: []announcementRow{row, posted}}},
		{"announcement/list", "empty", announcementList{frame: workFrame("Công bố", "Công bố"), Nothing: emptyState{Text: "Chưa có quyết định nào."}}},
		{"announcement/show", "filled", show},
		{"announcement/edit", "refused", edit},
		{"announcement/edit", "conflict", fixed},
	}
}
