package web

import "rasoat/web/field"

// catalogueSamples are the view models of the pages that work on the catalogue. The texts are made up.
func catalogueSamples() []sample {
	f := func() frame { return workFrame("Danh mục", "Danh mục") }
	row := catalogueRow{Code: "NB-07", Name: "Cấp giấy nghỉ cho người làm việc thử", Href: "/thu-tuc/NB-07", Field: "Lĩnh vực thử", Kind: "TTHC nội bộ, nhóm B",
		Levels: "cấp xã", Status: badge{"dự thảo", "warn"}, Ours: badge{"chưa phân loại", "warn"}, Checked: true}
	compared := []comparedPart{{ID: "so-sanh-ten", Title: "Tên", Before: diffText{{"del", "một"}}, After: diffText{{"ins", "hai"}}, Inline: diffText{{"del", "một"}, {"ins", "hai"}}}}
	why := field.Cell{ID: "reason", Label: "Lý do", Need: true}
	return []sample{
		{"catalogue/list", "filled", catalogueList{frame: f(), Count: "1 thủ tục", Saved: "Đã phân loại 3 thủ tục.", Actions: []link{{"Nhập từ tệp", "/danh-muc/nhap"}},
			Search: field.Cell{ID: "q", Label: "Tên"}, Keep: []fact{{"kind", "internal"}}, Set: []link{{"TTHC nội bộ", "/danh-muc"}}, Facets: sampleResults().Facets, Rows: []catalogueRow{row},
			Paging: longResults().Paging, CanSort: true, Back: "/danh-muc?kind=internal", Summary: field.Summary{{Href: "#reason", Text: "Lý do: chưa ghi."}},
			Ours: field.Cell{ID: "ours", Label: "Thuộc xã", Type: "select", Options: []field.Option{{Value: "decide", Text: "Xã giải quyết", Selected: true}}}, Reason: why}},
		{"catalogue/list", "empty", catalogueList{frame: f(), Search: field.Cell{ID: "q", Label: "Tên"}, Nothing: emptyState{Text: "Không có."}}},
		{"catalogue/sort", "filled", catalogueSort{frame: f(), State: "x", Summary: field.Summary{{Text: "Chưa ghi."}}, Choice: fieldGroup{ID: "choice", Title: "Chọn"}, Only: tick{ID: "only", Name: "only", Value: "true", Text: "Chỉ", Checked: true},
			Ours: field.Cell{ID: "ours", Label: "Thuộc xã"}, Preview: &sortPreview{Text: "2 thủ tục sẽ đổi", Lines: []string{"1 mã không có: X"}, Rows: []sortRow{{"NB-07", "Thử", "/", "chưa phân loại", "xã giải quyết"}}, More: "và 1 nữa", Reason: why, Codes: "NB-07 NB-08", Submit: "Phân loại 2"}}},
		{"catalogue/sort", "empty", catalogueSort{frame: f(), Only: tick{ID: "only"}, Ours: field.Cell{ID: "ours"}, Saved: "Đã phân loại 2 thủ tục.", Preview: &sortPreview{Text: "0 thủ tục"}}},
		{"catalogue/import", "filled", importForm{frame: f(), Summary: field.Summary{{Href: "#files", Text: "Tệp: chưa chọn."}}, Problem: "Chưa chọn.", Format: field.Cell{ID: "format", Label: "Định dạng"},
			Force: tick{ID: "force", Name: "force", Value: "true", Text: "Đúng hơn", Checked: true}, Earlier: []importLine{{"/danh-muc/nhap/1", "Nhập a.jsonl", "15/7/2024", "office"}}}},
		{"catalogue/import", "empty", importForm{frame: f(), Format: field.Cell{ID: "format"}, Force: tick{ID: "force"}}},
		{"catalogue/task", "filled", importTask{frame: f(), Headline: "Kiểm tra a.jsonl", State: "15/7/2024 · office", Problem: "Chưa kiểm tra xong.", Again: link{"Chọn tệp khác", "/danh-muc/nhap"}, Confirm: "Nhập 1 tệp", Next: []link{{"Xem", "/"}},
			Files: []importResult{{File: "a.jsonl", Format: "tệp danh mục", Verdict: verdict{"✗", "không nhập được", "bad"}, Figures: []fact{{"Đọc", "2"}}, Errors: []importNote{{"dòng 3", "NB-07", "Tên", "Chưa ghi."}}, MoreErrors: "và 4 dòng nữa",
				Warnings: []warningGroup{{Count: "12", Field: "Thời hạn", Text: "Không ghi đơn vị.", First: []importNote{{Text: "x"}}, More: "và 7 dòng nữa"}}, WarningsText: "12 lưu ý"}}}},
		{"catalogue/task", "running", importTask{frame: f(), Headline: "Nhập a.jsonl", Running: "Đã xử lý 3/10 bản ghi", Bar: bar{Percent: "30", Label: "30%"}}},
		{"catalogue/held", "filled", heldList{frame: f(), Count: "1 bản ghi", Saved: "Đã bỏ.", Rows: []heldRow{{"/danh-muc/cho-xu-ly/1", "NB-07", "Thử khác", "Thử", "Tên khác hẳn.", "a.jsonl, dòng 3", "15/7/2024"}}}},
		{"catalogue/held", "empty", heldList{frame: f(), Nothing: emptyState{Text: "Không có."}}},
		{"catalogue/held_row", "filled", heldShow{frame: f(), Code: "NB-07", Name: "Thử khác", Back: link{"Chờ xử lý", "/"}, From: "a.jsonl, dòng 3", Why: "Tên khác hẳn.", Summary: field.Summary{{Text: "x"}}, Stored: link{"Thử", "/"},
			Theirs: "Đang có", Mine: "Trong tệp", Words: []string{"đổi tên"}, Parts: compared, Take: []field.Cell{{ID: "code", Label: "Mã"}, {ID: "take.reason", Label: "Lý do nhận"}}, Discard: field.Cell{ID: "discard.reason", Label: "Lý do bỏ"}}},
		{"catalogue/held_row", "empty", heldShow{frame: f(), Nothing: "Chưa có.", Discard: field.Cell{ID: "x", Label: "x"}}},
		{"procedure/edit", "filled", sampleEdit(f())},
		{"procedure/edit", "empty", procedureEdit{frame: f(), Headline: "Thêm thủ tục", Reason: why, Submit: "Lưu", Conflict: &editConflict{Text: "Đã lưu bản 2."}}},
		{"procedure/announce", "filled", procedureAnnounce{frame: f(), Code: "NB-07", Name: "Thử", Back: link{"Thử", "/"}, State: "dự thảo", Version: "1", Summary: field.Summary{{Text: "x"}}, Stale: "Đã có bản 2.",
			Announce: []field.Cell{{ID: "decision.number", Label: "Số"}}, Repeal: []field.Cell{{ID: "validity.until", Label: "Ngày"}}}},
		{"procedure/announce", "empty", procedureAnnounce{frame: f()}},
	}
}

func sampleEdit(f frame) procedureEdit {
	add := editButton{Text: "Thêm giấy tờ", Name: "them", Value: "dossier[0].papers", At: "/thu-tuc/NB-07/sua#dossier", Part: "#dossier"}
	remove := editButton{Text: "Bỏ giấy tờ 1", Name: "bo", Value: "dossier[0].papers[0]", At: "/thu-tuc/NB-07/sua#dossier", Part: "#dossier"}
	return procedureEdit{frame: f, Code: "NB-07", Headline: "Sửa thủ tục", Back: link{"Thử", "/thu-tuc/NB-07"}, State: "Bản 1", Version: "1", Submit: "Lưu", Cancel: link{"Không lưu", "/"},
		Summary: field.Summary{{Href: "#name", Text: "Tên: chưa ghi."}}, Reason: field.Cell{ID: "reason", Label: "Lý do", Type: "textarea", Need: true},
		Conflict: &editConflict{Text: "Đã lưu bản 2.", Theirs: "Bản 2", Mine: "Vừa nhập", Parts: []comparedPart{{Title: "Tên", Before: diffText{{"del", "một"}}, After: diffText{{"ins", "hai"}}, Inline: diffText{{"ins", "hai"}}}}},
		Parts: []editPart{
			{ID: "chung", Title: "Chung", TickName: "Cấp", Ticks: []tick{{ID: "levels.commune", Name: "levels", Value: "commune", Text: "cấp xã", Checked: true}},
				Fields: []field.Cell{{ID: "name", Label: "Tên", Problem: "Chưa ghi.", Type: "textarea"}, {ID: "field", Label: "Lĩnh vực", Suggest: []string{"Một", "Hai"}}}},
			{ID: "dossier", Title: "Hồ sơ", Hint: "Mỗi trường hợp một danh sách.", None: &tick{ID: "none.dossier", Name: "none.dossier", Value: "true", Text: "Không có", Problem: "Giữ một."}, Add: add,
				Rows: []editRow{{ID: "dossier[0]", Title: "Trường hợp 1", Fields: []field.Cell{{ID: "dossier[0].name", Label: "Điều kiện"}}, Add: add, Remove: remove,
					Inner: []editRow{{ID: "dossier[0].papers[0]", Title: "Giấy tờ 1", Fields: []field.Cell{{ID: "dossier[0].papers[0].name", Label: "Tên"}}, Remove: remove}}}}},
		}}
}
