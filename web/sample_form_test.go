package web

import (
	"strings"

	"rasoat/web/field"
)

func formSamples() []sample {
	return []sample{
		{"review/form", "filled", sampleReviewForm()},
		{"review/form", "empty", reviewForm{}},
		{"review/form", "conflict", conflictForm()},
		{"review/form", "people", peopleForm()},
		{"review/form_end", "filled", sampleFormEnd()},
		{"review/form_end", "empty", reviewFormEnd{}},
		{"review/form_whole", "filled", reviewFormWhole{frame: workFrame("Biểu mẫu", "Rà soát"), formHead: sampleFormHead(), Reading: "Đã trình.",
			Sections: []toldSection{{Title: "I. Thông tin chung", Facts: []fact{{"Tên", "Nghỉ phép"}}},
				{Title: "III.4. Hồ sơ", Lines: []toldLine{{"Có giấy tờ trùng không?", told{"Có", true, "Trùng nhau", "Bỏ bản sao"}}, {"Đủ chưa?", told{Answer: "chưa trả lời"}}}}}}},
		{"review/form_whole", "empty", reviewFormWhole{}},
		{"review/form_versions", "filled", reviewFormVersions{frame: workFrame("Các lần lưu", "Rà soát"), formHead: sampleFormHead(),
			Versions: []formVersionLine{{"2", "14:05 12/7/2024", "Lê Thị Hạnh", "12/43", "2", "/2", true}, {"1", "09:00 11/7/2024", "Trần Văn Bảo", "3/43", "0", "/1", false}}}},
		{"review/form_versions", "empty", reviewFormVersions{Empty: emptyState{"Chưa ai lưu.", link{"Bắt đầu", "/"}}}},
	}
}

func sampleFormHead() formHead {
	return formHead{Feedback: []feedbackRow{{Href: "/phan-anh/1", Number: "1", Text: "Phải nộp bản sao hai lần.", Came: "01/7/2024, tại quầy", State: badge{"đang xử lý", "accent"}}}, Code: "NB-01", Name: "Giải quyết nghỉ phép hằng năm", Href: "/thu-tuc/NB-01", State: "Phần 6/15 · đã trả lời 12/43 câu", Address: "/ra-soat/p/c/thu-tuc/NB-01",
		Links: links("Toàn bộ biểu mẫu", "Các lần lưu"), Notice: link{"Danh mục nay có bản 4", "/so-sanh"},
		Steps: []formStep{{Title: "I. Thông tin chung", Href: "/1"}, {Title: "II. Sự cần thiết", Href: "/2", Count: "3/3", Done: true},
			{Title: "III.4. Thành phần, số lượng hồ sơ", Href: "/3", Count: "2/6", Bad: "1 cần xử lý", Gap: "1 chỗ còn thiếu", Current: true}, {Title: "III.5. Thời hạn", Href: "/4", Idle: true}}}
}

func sampleAsk(id, problem string) formAsk {
	return formAsk{ID: id, Text: "Có giấy tờ nào trùng nội dung với giấy tờ khác không?", Aspect: "hợp lý", Opens: "Nếu “Có”: ghi lý do.", Kind: "Bỏ giấy tờ", Told: true, Problem: problem,
		Options: []formOption{{Value: "yes", Text: "Có", Chosen: true, Bad: true}, {Value: "no", Text: "Không"}},
		Reason:  field.Cell{ID: id + ".reason", Label: "Lý do", Type: "textarea", Problem: "Chưa ghi lý do."}, Measure: &field.Cell{ID: id + ".measure", Label: "Phương án", Type: "textarea"}}
}

func sampleReviewForm() reviewForm {
	goal := func(at string) goalAsk {
		return goalAsk{Text: field.Cell{ID: at + ".text", Label: "Mục tiêu 1", Type: "textarea"}, Changed: sampleAsk(at+".changed", ""), Reached: sampleAsk(at+".reached", "Sai.")}
	}
	return reviewForm{frame: workFrame("Biểu mẫu", "Rà soát"), formHead: sampleFormHead(), Part: "can-thiet", Headline: "II. Sự cần thiết", Intro: "Xem lại rồi lưu.",
		Says: []procedurePart{sampleProcedure(frame{}).Parts[0], {ID: "result", Title: "Kết quả", Unknown: true}},
		Open: field.Summary{{Href: "#a.reason", Text: "Lý do: chưa ghi."}}, Asks: []formAsk{sampleAsk("answers.a", "")}, Goals: []goalGroup{{"Mục tiêu quản lý", []goalAsk{goal("state_goals[0]")}}},
		Solution: &formChoice{ID: "solution", Title: "Giải pháp", Options: []formOption{{Value: "maintain", Text: "Duy trì", Note: "đề xuất", Chosen: true}}, Problem: "Chưa chọn.", Note: &field.Cell{ID: "solution_note", Label: "Rõ hơn", Type: "textarea"}},
		More:     "Lưu và thêm mục tiêu", Version: "3", Save: "Lưu và sang phần sau", Prev: link{"I", "/1"}, Next: link{"III", "/3"}}
}

func conflictForm() reviewForm {
	m := sampleReviewForm()
	m.Open = nil
	m.Conflict = &formConflict{Text: "Lê Thị Hạnh đã lưu.", Theirs: "/ban", Others: links("III.5. Thời hạn", "Kết quả"),
		Rows: []conflictRow{{"Có giấy tờ trùng không?", told{"Có", true, strings.Repeat("Trùng nhau ", 30), "Bỏ"}, told{Answer: "Không"}, true}, {"Đủ chưa?", told{}, told{}, false}}}
	return m
}

func peopleForm() reviewForm {
	m := sampleReviewForm()
	m.Goals, m.Asks, m.Solution, m.Says, m.Facts = nil, nil, nil, nil, []fact{{"Tên", "Nghỉ phép"}}
	m.Summary = field.Summary{{Href: "#participants[0].date", Text: "Ngày: không phải ngày."}}
	m.People = []fieldGroup{{ID: "participants[0]", Title: "Lượt 1", Fields: []field.Cell{{ID: "participants[0].date", Label: "Ngày", Value: "hôm qua", Problem: "Không phải ngày."}}}}
	m.Contact = &fieldGroup{ID: "lien-he", Title: "Liên hệ", Fields: []field.Cell{{ID: "contact.name", Label: "Họ và tên"}}}
	return m
}

func sampleFormEnd() reviewFormEnd {
	return reviewFormEnd{frame: workFrame("Kết luận", "Rà soát"), formHead: sampleFormHead(), Summary: field.Summary{{Href: "#conclusion", Text: "Chưa chọn kết luận."}},
		Open: field.Summary{{Href: "/3#a", Text: "III.4: chưa ghi lý do."}}, Notices: links("Chưa nêu mục tiêu"), Opened: []openedMeasure{{"Bỏ giấy tờ", "Thành phần hồ sơ", "", "Trùng\nnhau"}},
		Choice:   formChoice{ID: "conclusion", Title: "Kết luận rà soát", Options: []formOption{{Value: "cut", Text: "Cắt giảm", Note: "theo các câu trả lời", Chosen: true}, {Value: "keep", Text: "Giữ nguyên"}}},
		Proposal: link{"Phương án số 3", "/phuong-an/3"}, Stands: badge{"dự thảo", "accent"}, Button: "Cập nhật phương án", Prev: link{"IV", "/4"}, KeepNotes: "Giữ nguyên thì bỏ 1 nội dung."}
}
