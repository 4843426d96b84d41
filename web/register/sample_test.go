package register

import (
	"time"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/tools/pagetest"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

func feedbackSamples() []pagetest.Sample {
	return []pagetest.Sample{
		{
			Page:  "register/feedback_send",
			State: "filled",
			Model: feedbackSend{
				Frame:   pagetest.PublicFrame("Gửi phản ánh"),
				Summary: field.Summary{{Href: "#text", Text: "Nội dung: chưa ghi."}},
				About:   page.Link{Text: "Đăng ký khai sinh", Href: "/thu-tuc/1.001193"},
				Code:    "1.001193",
				Part:    "dossier",
				Fields: []field.Cell{
					{ID: "text", Label: "Nội dung", Type: "textarea", Need: true, Problem: "Chưa ghi."},
					{ID: "kind", Label: "Loại", Type: "select"},
				},
				Published: []publishedFeedback{{
					review.Feedback{
						Received:  value.MustDate("2024-07-01"),
						Published: "Người dân phản ánh phải nộp bản sao.",
						Answer:    "Đã bỏ yêu cầu.",
						Unit:      "Tư pháp",
						Answered:  value.MustDate("2024-07-10"),
					},
					page.Link{Text: "Đăng ký khai sinh", Href: "/thu-tuc/1.001193"},
				}},
			},
		},
		{
			Page:  "register/feedback_lookup",
			State: "answered",
			Model: feedbackLookUp{
				Frame:   pagetest.PublicFrame("Tra cứu phản ánh"),
				Summary: field.Summary{{Href: "#code", Text: "Mã tra cứu: không có phản ánh nào."}},
				Fields:  []field.Cell{{ID: "receipt", Label: "Số phản ánh"}, {ID: "code", Label: "Mã tra cứu"}},
				Status: &app.FeedbackStatus{
					ID:       6,
					Received: value.MustDate("2024-07-01"),
					State:    review.FeedbackAnswered,
					Due:      value.MustDate("2024-07-22"),
					Answered: value.MustDate("2024-07-10"),
					Public:   true,
				},
			},
		},
		{
			Page:  "register/feedback_lookup",
			State: "taken",
			Model: feedbackLookUp{
				Frame: pagetest.PublicFrame("Tra cứu phản ánh"),
				Status: &app.FeedbackStatus{
					ID:       6,
					Received: value.MustDate("2024-07-01"),
					State:    review.FeedbackTaken,
					Due:      value.MustDate("2024-07-22"),
				},
			},
		},
		{
			Page:  "register/feedback",
			State: "filled",
			Model: feedbackList{
				Frame:  pagetest.WorkFrame("Phản ánh", "Phản ánh"),
				State:  "1 chờ xem",
				MayAdd: true,
				All:    1,
				Rows: []feedbackLine{
					{FeedbackRow: page.FeedbackRow{
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
					}},
				},
			},
		},
		{
			Page:  "register/feedback",
			State: "empty",
			Model: feedbackList{Frame: pagetest.WorkFrame("Phản ánh", "Phản ánh")},
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
				Petition: app.Feedback{Feedback: samplePetition},
				State:    page.Badge{Text: "đang xử lý", Tone: "accent"},
				Verdict:  page.Verdict{Sign: "✗", Text: "quá hạn", Tone: "bad"},
				Both:     page.BothVersions{Text: "Người khác đã lưu."},
				Typed:    []string{"Đã giải thích."},
				About:    page.Link{Text: "Đăng ký khai sinh", Href: "/thu-tuc/1.001193"},
				Steps: []stepForm{{
					Title:   "Trả lời",
					Hint:    "Ghi như đã gửi.",
					Action:  "/phan-anh/1/tra-loi",
					Version: "2",
					Fields:  []field.Cell{{ID: "answer", Label: "Nội dung", Type: "textarea"}},
					Button:  "Ghi nhận",
					Plain:   true,
				}},
			},
		},
	}
}

// samplePetition is one that has everything known of it.
var samplePetition = review.Feedback{
	ID:        1,
	Received:  value.MustDate("2024-07-01"),
	Channel:   review.AtCounter,
	Kind:      review.FeedbackKinds[0],
	Text:      "Phải nộp bản sao.",
	Part:      "dossier",
	Name:      "Nguyễn Văn A",
	Contact:   "0900",
	Unit:      "Tư pháp",
	Due:       value.MustDate("2024-07-22"),
	Reason:    "Trùng.",
	Answer:    "Đã bỏ yêu cầu.",
	Answered:  value.MustDate("2024-07-10"),
	Outcome:   review.Satisfied,
	Published: "Người dân phản ánh phải nộp bản sao.",
}

func additionSamples() []pagetest.Sample {
	filled := additionBoard{
		Frame:   pagetest.WorkFrame("Bổ sung thủ tục nội bộ", ""),
		Due:     []string{"trước ngày 25/4/2024"},
		Version: "2",
		MayEdit: true, MayDraft: true, MayIssue: true,
		Both: page.BothVersions{Text: "Người khác đã lưu."},
		Board: app.AdditionBoard{
			Plan:    review.Plan{ID: "kh-29-2024"},
			Request: review.AdditionRequest{HandedFrom: "Công văn 221/VPCP-KSTT"},
			Lines: []review.ComparedLine{
				{
					Line:    review.HandedLine{Name: "Giải quyết nghỉ phép hằng năm", Field: "Tổ chức cán bộ"},
					Match:   review.ThereAlready,
					Own:     "NB-01",
					OwnName: "Giải quyết nghỉ phép hằng năm",
				},
				{
					Line:    review.HandedLine{Name: "Đề nghị mua sắm công cụ"},
					Match:   review.NamedElse,
					Own:     "NB-02",
					OwnName: "Mua sắm văn phòng phẩm, công cụ",
				},
				{Line: review.HandedLine{Name: "Kiểm kê tài sản"}, Match: review.NotThere},
			},
			OnlyOurs: []catalog.Procedure{{Code: "NB-09", Name: "Sử dụng hội trường"}},
		},
		Upload: []field.Cell{
			{ID: "from", Label: "Nguồn của danh mục"},
			{ID: "file", Label: "Tệp", Type: "file"},
			{ID: "table", Label: "Bảng", Type: "textarea"},
		},
		Items: []additionLine{{
			field.Row{Name: "items[0]", Key: "TB-01", Cells: []field.Cell{
				{ID: "items[0].reason", Label: "Lý do đề nghị", Type: "textarea", Value: "phát sinh"},
			}},
			catalog.Procedure{Code: "TB-01", Name: "Nghỉ việc riêng", Field: "Tổ chức cán bộ"},
		}},
		More:     []catalog.Procedure{{Code: "TB-02", Name: "Đi nước ngoài về việc riêng", Field: "Tổ chức cán bộ"}},
		Issue:    []field.Cell{{ID: "number", Label: "Số tờ trình"}},
		Announce: []field.Cell{{ID: "decision", Label: "Số quyết định công bố"}},
		Holes:    []string{"Chưa ghi lý do."},
	}
	issued := filled
	issued.MayEdit, issued.MayDraft, issued.MayIssue, issued.MayTell, issued.Holes = false, false, false, true, nil
	issued.Entry = page.Link{Text: "Ghi vào sổ công bố", Href: "/cong-bo/them"}
	empty := additionBoard{Frame: pagetest.WorkFrame("Bổ sung thủ tục nội bộ", ""), MayEdit: true}
	return []pagetest.Sample{
		{Page: "register/addition", State: "filled", Model: filled},
		{Page: "register/addition", State: "long", Model: issued},
		{Page: "register/addition", State: "empty", Model: empty},
	}
}

// sampleDecision is one that has everything known of it.
var sampleDecision = review.Announcement{
	To:       value.MustDate("2027-02-28"),
	ID:       5,
	Number:   "1498/QĐ-UBND",
	Date:     value.MustDate("2024-07-08"),
	Issuer:   "UBND tỉnh",
	Title:    "Công bố thủ tục sửa đổi",
	Received: value.MustDate("2024-07-10"),
	From:     value.MustDate("2024-08-01"),
	Named:    value.MustDate("2024-07-17"),
	Due:      value.MustDate("2024-07-17"),
	Posting:  review.Posting{On: value.MustDate("2024-07-18"), Place: "Bộ phận một cửa", By: "Lê Thị Lan"},
	Exempt:   "thủ tục cấp tỉnh",
	Scan:     review.Evidence{SHA: "ab", Name: "1498.pdf"},
	Note:     "bản giấy ở tủ 2",
}

func announcementSamples() []pagetest.Sample {
	owed := review.Announcement{ID: 5, Number: "1498/QĐ-UBND", Due: value.MustDate("2024-07-17")}
	step := stepForm{
		Title:   "Niêm yết",
		Action:  "/cong-bo/5/niem-yet",
		Version: "1",
		Fields:  []field.Cell{{ID: "posted", Label: "Ngày niêm yết", Need: true}},
		Button:  "Ghi nhận đã niêm yết",
	}
	folded := stepForm{
		Title:   "Ghi nhận không thuộc diện niêm yết",
		Hint:    "Ví dụ: thủ tục cấp tỉnh.",
		Action:  "/cong-bo/5/khong-niem-yet",
		Version: "1",
		Fields:  []field.Cell{{ID: "reason", Label: "Lý do"}},
		Button:  "Ghi nhận không thuộc diện niêm yết",
		Plain:   true,
		Fold:    true,
	}
	show := announcementShow{
		Frame:    pagetest.WorkFrame("Quyết định số 1498/QĐ-UBND", "Niêm yết, công khai"),
		Decision: app.Announcement{Announcement: sampleDecision, Version: 1},
		State:    postingState{sampleDecision, true},
		Both:     page.BothVersions{Text: "Người khác đã lưu."},
		Summary:  field.Summary{{Href: "#posted", Text: "Ngày niêm yết: ngày chưa tới."}},
		Effects: []announcementEffect{{
			Effect:  review.Effect{Code: "1.010041", Waits: true},
			Name:    "Xác nhận thông tin về cư trú",
			What:    "sửa đổi, bổ sung",
			MayEdit: true,
		}, {
			Effect: review.Effect{Code: "1.010042", Touch: review.Touch{Applied: value.MustDate("2024-07-15")}},
			Later:  true,
			Ends:   true,
		}, {
			Effect: review.Effect{Code: "1.010045", Touch: review.Touch{Applied: value.MustDate("2024-07-15"), Was: 1}},
		}, {
			Effect: review.Effect{Code: "1.010046", Touch: review.Touch{
				Applied: value.MustDate("2024-07-15"), Was: 1, Returned: value.MustDate("2024-09-01"),
			}},
		}, {
			Effect: review.Effect{Code: "1.010047", Touch: review.Touch{
				Applied: value.MustDate("2024-07-15"), Was: 1, Returned: value.MustDate("2024-09-01"), Kept: true,
			}},
		}, {
			Effect: review.Effect{Code: "1.010043", After: catalog.Procedure{
				Status:   catalog.Repealed,
				Decision: catalog.Decision{Number: "1498/QĐ-UBND"},
				Validity: catalog.Validity{From: value.MustDate("2024-08-01"), Until: value.MustDate("2025-08-01")},
			}},
		}, {
			Effect: review.Effect{Code: "1.010044"},
		}},
		Holes:    value.Problems{{Code: "number.missing"}},
		MayEdit:  true,
		MayApply: true,
		Steps:    []stepForm{step, folded},
		History:  []app.Revision[review.Announcement]{{Number: 1, Author: "office", At: time.Unix(1720573200, 0)}},
	}
	edit := announcementEdit{
		Frame:   pagetest.WorkFrame("Ghi quyết định công bố", "Niêm yết, công khai"),
		Action:  "/cong-bo/them",
		Summary: field.Summary{{Href: "#number", Text: "Số quyết định: chưa ghi."}},
		Particulars: []field.Cell{
			{ID: "number", Label: "Số quyết định", Need: true, Problem: "Chưa ghi số quyết định."},
		},
		Days:     []field.Cell{{ID: "received", Label: "Ngày nhận"}},
		Drafts:   []draftChoice{{app.Head{Key: "NB-13", Code: "NB-13", Name: "Tạm ứng"}, true}},
		Lists:    []field.Cell{{ID: "amend", Label: "Sửa đổi, bổ sung", Type: "textarea", Value: "1.010041"}},
		Scan:     field.Cell{ID: "scan", Label: "Bản quét", Type: "file"},
		ScanSHA:  "ab",
		ScanName: "1498.pdf",
		Note:     field.Cell{ID: "note", Label: "Ghi chú", Type: "textarea"},
		Find:     field.Cell{ID: "find", Label: "Tên hoặc mã"},
		Into:     field.Cell{ID: "into", Label: "Đưa vào ô", Type: "select"},
		Sought:   "khai sinh",
	}
	fixed := edit
	fixed.Lists, fixed.Version, fixed.ScanName = nil, "3", ""
	fixed.Decision = app.Announcement{Announcement: sampleDecision, Version: 3}
	fixed.Decision.Confirmed = value.MustDate("2024-07-15")
	fixed.Both = page.BothVersions{
		Text: "Người khác đã lưu.",
		Rows: []page.BothRow{{Label: "Trích yếu", Saved: "a", Typed: "b"}},
	}
	return []pagetest.Sample{
		{
			Page:  "register/announcement",
			State: "filled",
			Model: announcementList{
				Frame:  pagetest.WorkFrame("Niêm yết, công khai", "Niêm yết, công khai"),
				MayAdd: true,
				All:    2,
				Year:   2024,
				Shown:  2,
				Rows: []announcementRow{
					{postingState: postingState{owed, true}, Counts: "1 sửa đổi, bổ sung; 1 bãi bỏ"},
					{postingState: postingState{sampleDecision, true}},
				},
			},
		},
		{
			Page:  "register/announcement",
			State: "empty",
			Model: announcementList{Frame: pagetest.WorkFrame("Niêm yết, công khai", "Niêm yết, công khai"), MayAdd: true},
		},
		{
			Page:  "register/announcement",
			State: "month",
			Model: announcementList{Frame: pagetest.WorkFrame("Niêm yết, công khai", "Niêm yết, công khai"), Month: value.MustMonth("2024-07")},
		},
		{Page: "register/announcement_show", State: "filled", Model: show},
		{Page: "register/announcement_edit", State: "refused", Model: edit},
		{Page: "register/announcement_edit", State: "conflict", Model: fixed},
	}
}

func partSamples() []pagetest.Part {
	inTime, exempt := sampleDecision, sampleDecision
	inTime.Posting.On, exempt.Posting = inTime.Due, review.Posting{}
	return []pagetest.Part{
		{Name: "part/posting", Model: postingState{sampleDecision, true}},
		{Name: "part/posting", Model: postingState{inTime, false}},
		{Name: "part/posting", Model: postingState{exempt, false}},
		{Name: "part/posting", Model: postingState{review.Announcement{}, true}},
		{Name: "part/step_form", Model: stepForm{Title: "Niêm yết", Hint: "Ví dụ.", Button: "Ghi nhận", Plain: true}},
	}
}
