package web

import "rasoat/web/field"

func additionSamples() []sample {
	filled := additionBoard{frame: workFrame("Bổ sung thủ tục nội bộ", ""), State: "hạn trước ngày 25/4/2024 · đang soạn, 1 thủ tục", Version: "2", PlanID: "kh-29-2024",
		MayEdit: true, MayIssue: true, OursOnly: "1 thủ tục của xã không có trong danh mục gửi về", Entry: "Thay bằng danh mục khác", MoreOf: "Chọn thêm từ 1 thủ tục", HandedFrom: "Công văn 221/VPCP-KSTT", Saved: "Đã lưu.",
		Handed: []handedLine{
			{"0", "Giải quyết nghỉ phép hằng năm", "Tổ chức cán bộ", badge{"xã đã có", "met"}, link{"Giải quyết nghỉ phép hằng năm", "/thu-tuc/NB-01"}, false},
			{"1", "Đề nghị mua sắm công cụ", "", badge{"tên gần giống", "warn"}, link{"Mua sắm văn phòng phẩm, công cụ", "/thu-tuc/NB-02"}, true},
			{"2", "Kiểm kê tài sản", "", badge{"xã chưa có", "accent"}, link{}, true}},
		OnlyOurs:   []link{{"Sử dụng hội trường", "/thu-tuc/NB-09"}},
		Upload:     []field.Cell{{ID: "from", Label: "Nguồn của danh mục"}, {ID: "file", Label: "Tệp", Type: "file"}, {ID: "table", Label: "Bảng", Type: "textarea"}},
		Items:      []additionLine{{"item.0", "TB-01", link{"Nghỉ việc riêng", "/thu-tuc/TB-01"}, "TB-01 · Tổ chức cán bộ", field.Cell{ID: "item.0.reason", Label: "Lý do đề nghị", Type: "textarea", Value: "phát sinh"}}},
		Candidates: []additionChoice{{"TB-02", "Đi nước ngoài về việc riêng", "Tổ chức cán bộ"}},
		Issue:      []field.Cell{{ID: "number", Label: "Số tờ trình"}}, Announce: []field.Cell{{ID: "decision", Label: "Số quyết định công bố"}},
		Files: []link{{"Tải Word", "/bao-cao/additions.docx"}}, Holes: []string{"Chưa ghi lý do."}}
	issued := filled
	issued.MayEdit, issued.MayIssue, issued.MayTell, issued.Holes = false, false, true, nil
	return []sample{
		{"addition/board", "filled", filled},
		{"addition/board", "long", issued},
		{"addition/board", "empty", additionBoard{frame: workFrame("Bổ sung thủ tục nội bộ", ""), MayEdit: true, Entry: "Nhập danh mục", NoItems: emptyState{Text: "Chưa chọn thủ tục nào."}}},
	}
}
