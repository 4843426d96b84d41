package register

import (
	"rasoat/web/field"
	"rasoat/web/page"
	"rasoat/web/page/pagetest"
)

func feedbackSamples() []pagetest.Sample {
	return []pagetest.Sample{
		{
			Page:  "register/feedback_send",
			State: "filled",
			Model: feedbackSend{
				Frame:    pagetest.PublicFrame("Gửi phản ánh"),
				Summary:  field.Summary{{Href: "#text", Text: "Nội dung: chưa ghi."}},
				About:    page.Link{Text: "Đăng ký khai sinh", Href: "/thu-tuc/1.001193"},
				Code:     "1.001193",
				Part:     "dossier",
				PartName: "Thành phần hồ sơ",
				Fields: []field.Cell{
					{ID: "text", Label: "Nội dung", Type: "textarea", Need: true, Problem: "Chưa ghi."},
					{ID: "kind", Label: "Loại", Type: "select"},
				},
				Published: []publishedFeedback{
					{
						"01/7/2024",
						page.Link{Text: "Đăng ký khai sinh", Href: "/thu-tuc/1.001193"},
						"Người dân phản ánh phải nộp bản sao.",
						"Đã bỏ yêu cầu.",
						"Tư pháp trả lời ngày 10/7/2024",
					},
				},
			},
		},
		{
			Page:  "register/feedback",
			State: "filled",
			Model: feedbackList{
				Frame:   pagetest.WorkFrame("Phản ánh", "Phản ánh"),
				State:   "1 chờ xem",
				Filters: []page.MonthTab{{Text: "Tất cả (1)", Label: "", Href: "/phan-anh", Current: true, Sign: ""}},
				Add:     page.Link{Text: "Ghi phản ánh", Href: "/phan-anh/them"},
				Rows: []page.FeedbackRow{
					{
						Href:    "/phan-anh/1",
						Number:  "1",
						Came:    "01/7/2024, tại quầy",
						Text:    "Phải nộp bản sao hai lần.",
						About:   page.Link{Text: "Đăng ký khai sinh", Href: "/thu-tuc/1.001193"},
						Kind:    "quy định",
						Unit:    "Tư pháp",
						Due:     "22/7/2024",
						State:   page.Badge{Text: "đang xử lý", Tone: "accent"},
						Verdict: page.Verdict{Sign: "✗", Text: "quá hạn", Tone: "bad"},
					},
				},
			},
		},
		{
			Page:  "register/feedback",
			State: "empty",
			Model: feedbackList{
				Frame:   pagetest.WorkFrame("Phản ánh", "Phản ánh"),
				Nothing: page.EmptyState{Text: "Chưa có phản ánh nào."},
			},
		},
		{
			Page:  "register/feedback_add",
			State: "filled",
			Model: feedbackAdd{
				Frame:  pagetest.WorkFrame("Phản ánh", "Phản ánh"),
				Fields: []field.Cell{{ID: "text", Label: "Nội dung", Type: "textarea"}},
			},
		},
		{
			Page:  "register/feedback_show",
			State: "filled",
			Model: feedbackShow{
				Frame:    pagetest.WorkFrame("Phản ánh", "Phản ánh"),
				Headline: "Phản ánh số 1",
				State:    page.Badge{Text: "đang xử lý", Tone: "accent"},
				Verdict:  page.Verdict{Sign: "✗", Text: "quá hạn", Tone: "bad"},
				Both:     page.BothVersions{Text: "Người khác đã lưu."},
				Text:     []string{"Phải nộp bản sao."},
				Facts:    []page.Term{{Term: "Ngày nhận", Text: "01/7/2024"}},
				About:    page.Link{Text: "Đăng ký khai sinh", Href: "/thu-tuc/1.001193"},
				Steps: []feedbackStep{
					{
						"Trả lời",
						"Ghi như đã gửi.",
						"/phan-anh/1/tra-loi",
						"2",
						[]field.Cell{{ID: "answer", Label: "Nội dung", Type: "textarea"}},
						"Ghi nhận",
						true,
					},
				},
			},
		},
	}
}

func additionSamples() []pagetest.Sample {
	filled := additionBoard{
		Frame:      pagetest.WorkFrame("Bổ sung thủ tục nội bộ", ""),
		State:      "hạn trước ngày 25/4/2024 · đang soạn, 1 thủ tục",
		Version:    "2",
		PlanID:     "kh-29-2024",
		MayEdit:    true,
		MayIssue:   true,
		OursOnly:   "1 thủ tục của xã không có trong danh mục gửi về",
		Entry:      "Thay bằng danh mục khác",
		MoreOf:     "Chọn thêm từ 1 thủ tục",
		HandedFrom: "Công văn 221/VPCP-KSTT",
		Both:       page.BothVersions{Text: "Người khác đã lưu."},
		Handed: []handedLine{
			{
				"0",
				"Giải quyết nghỉ phép hằng năm",
				"Tổ chức cán bộ",
				page.Badge{Text: "xã đã có", Tone: "met"},
				page.Link{Text: "Giải quyết nghỉ phép hằng năm", Href: "/thu-tuc/NB-01"},
				false,
			},
			{
				"1",
				"Đề nghị mua sắm công cụ",
				"",
				page.Badge{Text: "tên gần giống", Tone: "warn"},
				page.Link{Text: "Mua sắm văn phòng phẩm, công cụ", Href: "/thu-tuc/NB-02"},
				true,
			},
			{"2", "Kiểm kê tài sản", "", page.Badge{Text: "xã chưa có", Tone: "accent"}, page.Link{}, true},
		},
		OnlyOurs: []page.Link{{Text: "Sử dụng hội trường", Href: "/thu-tuc/NB-09"}},
		Upload: []field.Cell{
			{ID: "from", Label: "Nguồn của danh mục"},
			{ID: "file", Label: "Tệp", Type: "file"},
			{ID: "table", Label: "Bảng", Type: "textarea"},
		},
		Items: []additionLine{
			{
				"items[0]",
				"TB-01",
				page.Link{Text: "Nghỉ việc riêng", Href: "/thu-tuc/TB-01"},
				"TB-01 · Tổ chức cán bộ",
				field.Cell{ID: "items[0].reason", Label: "Lý do đề nghị", Type: "textarea", Value: "phát sinh"},
				false,
			},
		},
		Candidates: []additionChoice{{"TB-02", "Đi nước ngoài về việc riêng", "Tổ chức cán bộ"}},
		Issue:      []field.Cell{{ID: "number", Label: "Số tờ trình"}},
		Announce:   []field.Cell{{ID: "decision", Label: "Số quyết định công bố"}},
		Files:      []page.Link{{Text: "Tải Word", Href: "/bao-cao/additions.docx"}},
		Holes:      []string{"Chưa ghi lý do."},
	}
	issued := filled
	issued.MayEdit, issued.MayIssue, issued.MayTell, issued.Holes = false, false, true, nil
	return []pagetest.Sample{
		{Page: "register/addition", State: "filled", Model: filled},
		{Page: "register/addition", State: "long", Model: issued},
		{
			Page:  "register/addition",
			State: "empty",
			Model: additionBoard{
				Frame:   pagetest.WorkFrame("Bổ sung thủ tục nội bộ", ""),
				MayEdit: true,
				Entry:   "Nhập danh mục",
				NoItems: page.EmptyState{Text: "Chưa chọn thủ tục nào."},
			},
		},
	}
}

func announcementSamples() []pagetest.Sample {
	row := announcementRow{
		Href:     "/cong-bo/5",
		Number:   "1498/QĐ-UBND",
		Signed:   "08/7/2024, UBND tỉnh",
		Title:    "Công bố thủ tục sửa đổi",
		Received: "10/7/2024",
		From:     "01/8/2024",
		Touches:  "1 sửa đổi, bổ sung; 1 bãi bỏ",
		Due:      "17/7/2024",
		State:    page.Badge{Text: "chưa niêm yết", Tone: "warn"},
	}
	posted := row
	posted.Posted, posted.State = "18/7/2024, Bộ phận một cửa", page.Badge{Text: "đã niêm yết", Tone: "met"}
	posted.Verdict = page.Verdict{
		Sign: "✗",
		Text: "muộn",
		Tone: "bad",
	}
	step := announcementStep{
		Title:   "Niêm yết",
		Action:  "/cong-bo/5/niem-yet",
		Version: "1",
		Fields:  []field.Cell{{ID: "posted", Label: "Ngày niêm yết", Need: true}},
		Button:  "Ghi nhận đã niêm yết",
	}
	folded := announcementStep{
		Title:   "Xã không phải niêm yết",
		Hint:    "Ví dụ: thủ tục cấp tỉnh.",
		Action:  "/cong-bo/5/khong-niem-yet",
		Version: "1",
		Fields:  []field.Cell{{ID: "reason", Label: "Lý do"}},
		Button:  "Xã không phải niêm yết",
		Plain:   true,
		Fold:    true,
	}
	show := announcementShow{
		Frame:    pagetest.WorkFrame("Quyết định 1498/QĐ-UBND", "Công bố"),
		Headline: "Quyết định 1498/QĐ-UBND",
		State:    page.Badge{Text: "chưa niêm yết", Tone: "warn"},
		Verdict:  page.Verdict{Sign: "✗", Text: "quá hạn", Tone: "bad"},
		Line:     "còn phải niêm yết chậm nhất 17/7/2024",
		Both:     page.BothVersions{Text: "Người khác đã lưu."},
		Actions:  pagetest.Links("Sửa"),
		Facts:    []page.Term{{Term: "Ngày nhận", Text: "10/7/2024"}},
		Explain:  "Xem trước.",
		Summary:  field.Summary{{Href: "#posted", Text: "Ngày niêm yết: ngày chưa tới."}},
		Effects: []announcementEffect{
			{
				"/thu-tuc/1.010041",
				"1.010041",
				"Xác nhận thông tin về cư trú",
				"Sửa đổi, bổ sung",
				[]string{"còn nguyên đến ngày 01/8/2024"},
				page.Badge{Text: "chờ đến 01/8/2024", Tone: "accent"},
				"/thu-tuc/1.010041/sua",
			},
		},
		Holes:   []string{"Thủ tục 1.004941 đã hết hiệu lực."},
		Apply:   "/cong-bo/5/cap-nhat",
		Version: "1",
		Steps:   []announcementStep{step, folded},
		History: []string{"Bản 1: Lê Thị Lan, 10/7/2024 08:00"},
	}
	edit := announcementEdit{
		Frame:    pagetest.WorkFrame("Ghi quyết định công bố", "Công bố"),
		Headline: "Ghi quyết định công bố",
		State:    "Quyết định mà xã nhận được.",
		Action:   "/cong-bo/them",
		Back:     page.Link{Text: "Công bố", Href: "/cong-bo"},
		Summary:  field.Summary{{Href: "#number", Text: "Số quyết định: chưa ghi."}},
		Decision: []field.Cell{
			{ID: "number", Label: "Số quyết định", Need: true, Problem: "Chưa ghi số quyết định."},
		},
		Days:     []field.Cell{{ID: "received", Label: "Ngày nhận"}},
		Lists:    []field.Cell{{ID: "amend", Label: "Sửa đổi, bổ sung", Type: "textarea", Value: "1.010041"}},
		Scan:     field.Cell{ID: "scan", Label: "Bản quét", Type: "file"},
		Kept:     "Đã nhận tệp 1498.pdf",
		ScanSHA:  "ab",
		ScanName: "1498.pdf",
		Note:     field.Cell{ID: "note", Label: "Ghi chú", Type: "textarea"},
		Find: announcementFind{
			Text: field.Cell{ID: "find", Label: "Tên hoặc mã"},
			Into: field.Cell{ID: "into", Label: "Đưa vào ô", Type: "select"},
			Hits: []announcementHit{{"pick-1.001193", "1.001193", "Đăng ký khai sinh", "còn hiệu lực"}},
			None: "Không tìm thấy.",
		},
	}
	fixed := edit
	fixed.Lists, fixed.Version = nil, "3"
	fixed.Fixed = []page.Term{{Term: "Số quyết định", Text: "1498/QĐ-UBND"}}
	fixed.Both = page.BothVersions{
		Text: "Người khác đã lưu.",
		Rows: []page.BothRow{{Label: "Trích yếu", Saved: "a", Typed: "b"}},
	}
	return []pagetest.Sample{
		{
			Page:  "register/announcement",
			State: "filled",
			Model: announcementList{
				Frame:   pagetest.WorkFrame("Công bố", "Công bố"),
				State:   "2 quyết định",
				Add:     page.Link{Text: "Ghi quyết định", Href: "/cong-bo/them"},
				Files:   pagetest.Links("Tải Excel"),
				Filters: []page.MonthTab{{Text: "Tất cả (2)", Label: "", Href: "/cong-bo", Current: true, Sign: ""}},
				Years:   []page.MonthTab{{Text: "2024", Label: "", Href: "/cong-bo?nam=2024", Current: true, Sign: ""}},
				Rows:    []announcementRow{row, posted},
			},
		},
		{
			Page:  "register/announcement",
			State: "empty",
			Model: announcementList{
				Frame:   pagetest.WorkFrame("Công bố", "Công bố"),
				Nothing: page.EmptyState{Text: "Chưa có quyết định nào."},
			},
		},
		{Page: "register/announcement_show", State: "filled", Model: show},
		{Page: "register/announcement_edit", State: "refused", Model: edit},
		{Page: "register/announcement_edit", State: "conflict", Model: fixed},
	}
}
