package campaign

import (
	"strings"

	"rasoat/web/field"
	"rasoat/web/page"
	"rasoat/web/page/pagetest"
)

func partSamples() []pagetest.Part {
	return []pagetest.Part{
		{Name: "part/form_head", Model: sampleFormHead()},
		{Name: "part/form_steps", Model: sampleFormHead()},
		{Name: "part/form_ask", Model: sampleAsk("answers.parts", "Không có.")},
		{Name: "part/form_choice", Model: formChoice{ID: "choice", Title: "Chọn"}},
	}
}

func campaignSamples() []pagetest.Sample {
	return []pagetest.Sample{
		{Page: "campaign/list", State: "filled", Model: sampleCampaigns()},
		{
			Page:  "campaign/list",
			State: "empty",
			Model: campaignList{
				Frame: pagetest.WorkFrame("Rà soát", "Rà soát"),
				None: page.EmptyState{
					Text: "Kế hoạch chưa có đợt rà soát nào.",
					Next: page.Link{Text: "Kế hoạch", Href: "/ke-hoach"},
				},
			},
		},
		{Page: "campaign/board", State: "filled", Model: sampleBoard()},
		{
			Page:  "campaign/board",
			State: "empty",
			Model: campaignBoard{
				Frame: pagetest.WorkFrame("Rà soát", "Rà soát"),
				Name:  "Rà soát TTHC nội bộ nhóm B",
				Empty: page.EmptyState{
					Text: "Chưa có danh mục rà soát.",
					Next: page.Link{Text: "Chốt danh mục", Href: "/danh-muc"},
				},
			},
		},
		{Page: "campaign/choose", State: "filled", Model: sampleChoose(false)},
		{Page: "campaign/choose", State: "confirm", Model: sampleChoose(true)},
		{
			Page:  "campaign/choose",
			State: "empty",
			Model: campaignChoose{
				Frame:   pagetest.WorkFrame("Chốt danh mục", "Rà soát"),
				None:    page.EmptyState{Text: "Chưa có thủ tục nào đưa vào danh mục được."},
				Refused: sampleChoose(false).Refused,
			},
		},
		{Page: "campaign/plan", State: "filled", Model: samplePlan(false)},
		{Page: "campaign/plan", State: "reading", Model: samplePlan(true)},
		{Page: "campaign/plan", State: "empty", Model: reviewPlan{}},
	}
}

func formSamples() []pagetest.Sample {
	return []pagetest.Sample{
		{Page: "campaign/review_form", State: "filled", Model: sampleReviewForm()},
		{Page: "campaign/review_form", State: "empty", Model: reviewForm{}},
		{Page: "campaign/review_form", State: "conflict", Model: conflictForm()},
		{Page: "campaign/review_form", State: "people", Model: peopleForm()},
		{Page: "campaign/review_form_end", State: "filled", Model: sampleFormEnd()},
		{Page: "campaign/review_form_end", State: "empty", Model: reviewFormEnd{}},
		{
			Page:  "campaign/review_form_whole",
			State: "filled",
			Model: reviewFormWhole{
				Frame:    pagetest.WorkFrame("Biểu mẫu", "Rà soát"),
				formHead: sampleFormHead(),
				Reading:  "Đã trình.",
				Sections: []toldSection{{
					Title: "I. Thông tin chung",
					Facts: []page.Fact{{Term: "Tên", Text: "Nghỉ phép"}},
				},
					{
						Title: "III.4. Hồ sơ",
						Lines: []toldLine{
							{"Có giấy tờ trùng không?", told{"Có", true, "Trùng nhau", "Bỏ bản sao"}},
							{"Đủ chưa?", told{Answer: "chưa trả lời"}},
						},
					}},
			},
		},
		{Page: "campaign/review_form_whole", State: "empty", Model: reviewFormWhole{}},
		{
			Page:  "campaign/review_form_versions",
			State: "filled",
			Model: reviewFormVersions{
				Frame:    pagetest.WorkFrame("Các lần lưu", "Rà soát"),
				formHead: sampleFormHead(),
				Versions: []formVersionLine{
					{"2", "14:05 12/7/2024", "Lê Thị Hạnh", "12/43", "2", "/2", true},
					{"1", "09:00 11/7/2024", "Trần Văn Bảo", "3/43", "0", "/1", false},
				},
			},
		},
		{
			Page:  "campaign/review_form_versions",
			State: "empty",
			Model: reviewFormVersions{Empty: page.EmptyState{
				Text: "Chưa ai lưu.",
				Next: page.Link{Text: "Bắt đầu", Href: "/"},
			}},
		},
	}
}

func workSamples() []pagetest.Sample {
	return []pagetest.Sample{
		{Page: "campaign/target", State: "filled", Model: sampleTargets()},
		{
			Page:  "campaign/target",
			State: "empty",
			Model: targetBoard{
				Frame: pagetest.WorkFrame("Chỉ tiêu", "Chỉ tiêu"),
				State: "Ngày 15/7/2024",
				AsOf:  asOfField(),
				NoList: page.EmptyState{
					Text: "Chưa có danh mục rà soát: chưa biết bao nhiêu thủ tục phải rà soát. Văn phòng chốt danh mục, rồi chỉ tiêu được tính từ đó.",
					Next: page.Link{Text: "Chốt danh mục rà soát", Href: "/ra-soat/danh-muc"},
				},
			},
		},
		{Page: "campaign/target", State: "long", Model: longTargets()},
	}
}

func sampleCampaigns() campaignList {
	return campaignList{
		Frame: pagetest.WorkFrame("Rà soát", "Rà soát"),
		State: "Kế hoạch 29/KH-UBND ngày 13/3/2024",
		Campaigns: []campaignLine{
			{
				Name: "Rà soát TTHC nội bộ nhóm B",
				Href: "/ra-soat/kh/internal-b",
				Facts: []page.Link{{
					Text: "34/47 đã rà soát",
					Href: "/chi-tieu",
				}, {Text: "7 phương án", Href: "/phuong-an"}, {Text: "18,60% chi phí", Href: "/chi-tieu"}},
				Due:     "hạn 09/8/2024",
				Bar:     page.Bar{Percent: "72.34", Mark: "100", Tone: "bad", Label: "72,34% so với 100%"},
				Actions: []page.Link{{Text: "Phân công rà soát", Href: "/ke-hoach"}},
			},
			{
				Name: "Rà soát TTHC",
				Href: "/ra-soat/kh/public",
				Due:  "hạn 19/6/2024 đã qua",
				Empty: page.EmptyState{
					Text: "Chưa có danh mục rà soát.",
					Next: page.Link{Text: "Chốt danh mục", Href: "/danh-muc"},
				},
			},
		},
	}
}

func sampleBoard() campaignBoard {
	return campaignBoard{
		Frame:   pagetest.WorkFrame("Rà soát TTHC nội bộ nhóm B", "Rà soát"),
		Name:    "Rà soát TTHC nội bộ nhóm B",
		State:   "danh mục chốt 12 thủ tục ngày 15/7/2024 · hạn 09/8/2024",
		Facts:   sampleCampaigns().Campaigns[0].Facts,
		Actions: []page.Link{{Text: "Phân công rà soát", Href: "/x"}, {Text: "Báo cáo kết quả", Href: "/y"}},
		Notice:  page.Link{Text: "Kế hoạch rà soát còn 1 thủ tục chưa ghi đủ", Href: "/x"},
		Filters: []field.Cell{{
			ID:      "trang-thai",
			Label:   "Trạng thái",
			Type:    "select",
			Options: []field.Option{{Value: "", Text: "Tất cả"}, {Value: "draft", Text: "dự thảo (2)", Selected: true}},
		}},
		Shown: "Hiện 2/12 thủ tục",
		All:   "/x",
		Rows: []boardRow{
			{
				Code:       "NB-01",
				Name:       "Giải quyết nghỉ phép hằng năm của cán bộ, công chức xã",
				Href:       "/x",
				Officer:    "Nguyễn Thị Hoa",
				Due:        "10/7/2024",
				Late:       true,
				State:      page.Badge{Text: "dự thảo", Tone: ""},
				Conclusion: "Cắt giảm",
				Proposal:   "/phuong-an/1",
				Before:     "12.480.000",
				After:      "–",
				Saving:     "–",
			},
			{
				Code:    "NB-02",
				Name:    "Đề nghị mua sắm văn phòng phẩm",
				Href:    "/x",
				Officer: "chưa phân công",
				State:   page.Badge{Text: "chưa rà soát", Tone: ""},
				Before:  "–",
				After:   "–",
				Saving:  "–",
			},
		},
		None: "Không có thủ tục nào hợp với điều kiện lọc.",
		Decided: boardTotal{
			"Cả danh mục, theo phương án đã phê duyệt",
			"112.787.888",
			"91.813.808",
			"20.974.080",
			"18,60%",
		},
		Wide: boardTotal{
			"Cả danh mục, kể cả phương án đang trình",
			"112.787.888",
			"74.327.288",
			"38.460.600",
			"34,10%",
		},
	}
}

func sampleChoose(confirm bool) campaignChoose {
	m := campaignChoose{
		Frame:   pagetest.WorkFrame("Chốt danh mục", "Rà soát"),
		Name:    "Rà soát TTHC nội bộ nhóm B",
		State:   "12 thủ tục đưa vào được, 47 thủ tục không đưa vào được",
		Back:    "/ra-soat",
		Action:  "/x",
		Count:   "2 thủ tục",
		Summary: field.Summary{{Text: "Chưa chọn thủ tục nào."}},
		Groups: []choiceGroup{{
			"Nội vụ",
			"2 thủ tục",
			[]choiceLine{
				{"NB-01", "Giải quyết nghỉ phép hằng năm", true},
				{"NB-02", "Đề nghị mua sắm văn phòng phẩm", false},
			},
		}},
		Refused: []refusedGroup{{"Chưa phân loại thuộc xã hay không.", "47 thủ tục", []choiceLine{{
			Code: "TB-01",
			Name: "Thủ tục điển hình",
		}}, "và 46 thủ tục khác", page.Link{Text: "Phân loại", Href: "/danh-muc/phan-loai"}}},
	}
	if confirm {
		m.Confirm = "Sau khi chốt, danh mục 2 thủ tục này không thêm, không bớt được."
	}
	return m
}

func samplePlan(readOnly bool) reviewPlan {
	officers := []field.Option{{
		Value: "",
		Text:  "chưa phân công",
	}, {Value: "reviewer", Text: "Nguyễn Thị Hoa (Tư pháp - Hộ tịch)", Selected: true}}
	cell := func(name, value string) gridCell {
		return gridCell{Name: "procedures[0]." + name, Label: "NB-01, " + name, Value: value}
	}
	m := reviewPlan{
		Frame:   pagetest.WorkFrame("Kế hoạch rà soát", "Rà soát"),
		Name:    "Rà soát TTHC nội bộ nhóm B",
		State:   "danh mục chốt 1 thủ tục",
		Back:    "/x",
		Action:  "/x",
		Version: "3",
		Both: page.BothVersions{
			Text: "Người khác đã lưu trước.",
			Rows: []page.BothRow{{Label: "NB-01, Thời hạn", Saved: "31/7", Typed: "32/7"}},
		},
		Summary:  field.Summary{{Href: "#procedures%5B0%5D.due", Text: "NB-01, Thời hạn: không phải ngày."}},
		Notices:  []string{"1 thủ tục chưa ghi thời hạn: NB-01"},
		ReadOnly: readOnly,
		Fill: reviewFill{field.Cell{
			ID:    "fill-why",
			Label: "Căn cứ lựa chọn",
		}, field.Cell{
			ID:      "fill-officer",
			Label:   "Người rà soát",
			Type:    "select",
			Options: officers,
		}, field.Cell{ID: "fill-due", Label: "Thời hạn"}, field.Cell{ID: "fill-product", Label: "Dự kiến sản phẩm"}},
		Lines: []planLineRow{{
			Index:   "0",
			Code:    "NB-01",
			Name:    "Giải quyết nghỉ phép hằng năm",
			Chosen:  true,
			Why:     cell("why", "Nhiều bước"),
			Officer: cell("officer", ""),
			Due:     cell("due", "32/7"),
			Product: cell("product", ""),
		}},
	}
	m.Lines[0].Officer.Options = officers
	m.Lines[0].Due.Problem = "“32/7” không phải ngày."
	return m
}

func sampleFormHead() formHead {
	return formHead{
		Feedback: []page.FeedbackRow{{
			Href:   "/phan-anh/1",
			Number: "1",
			Text:   "Phải nộp bản sao hai lần.",
			Came:   "01/7/2024, tại quầy",
			State:  page.Badge{Text: "đang xử lý", Tone: "accent"},
		}},
		Code:    "NB-01",
		Name:    "Giải quyết nghỉ phép hằng năm",
		Href:    "/thu-tuc/NB-01",
		State:   "Phần 6/15 · đã trả lời 12/43 câu",
		Address: "/ra-soat/p/c/thu-tuc/NB-01",
		Links:   pagetest.Links("Toàn bộ biểu mẫu", "Các lần lưu"),
		Notice:  page.Link{Text: "Danh mục nay có bản 4", Href: "/so-sanh"},
		Steps: []formStep{{
			Title: "I. Thông tin chung",
			Href:  "/1",
		}, {Title: "II. Sự cần thiết", Href: "/2", Count: "3/3", Done: true},
			{
				Title:   "III.4. Thành phần, số lượng hồ sơ",
				Href:    "/3",
				Count:   "2/6",
				Bad:     "1 cần xử lý",
				Gap:     "1 chỗ còn thiếu",
				Current: true,
			}, {Title: "III.5. Thời hạn", Href: "/4", Idle: true}},
	}
}

func sampleAsk(id, problem string) formAsk {
	return formAsk{
		ID:      id,
		Text:    "Có giấy tờ nào trùng nội dung với giấy tờ khác không?",
		Aspect:  "hợp lý",
		Opens:   "Nếu “Có”: ghi lý do.",
		Kind:    "Bỏ giấy tờ",
		Told:    true,
		Problem: problem,
		Options: []formOption{{Value: "yes", Text: "Có", Chosen: true, Bad: true}, {Value: "no", Text: "Không"}},
		Reason:  field.Cell{ID: id + ".reason", Label: "Lý do", Type: "textarea", Problem: "Chưa ghi lý do."},
		Measure: &field.Cell{ID: id + ".measure", Label: "Phương án", Type: "textarea"},
	}
}

func sampleReviewForm() reviewForm {
	goal := func(at string) goalAsk {
		return goalAsk{
			Text:    field.Cell{ID: at + ".text", Label: "Mục tiêu 1", Type: "textarea"},
			Changed: sampleAsk(at+".changed", ""),
			Reached: sampleAsk(at+".reached", "Sai."),
		}
	}
	return reviewForm{
		Frame:    pagetest.WorkFrame("Biểu mẫu", "Rà soát"),
		formHead: sampleFormHead(),
		Part:     "can-thiet",
		Headline: "II. Sự cần thiết",
		Intro:    "Xem lại rồi lưu.",
		Says:     []page.ProcedurePart{pagetest.SamplePart(), {ID: "result", Title: "Kết quả", Unknown: true}},
		Open:     field.Summary{{Href: "#a.reason", Text: "Lý do: chưa ghi."}},
		Asks:     []formAsk{sampleAsk("answers.a", "")},
		Goals:    []goalGroup{{"Mục tiêu quản lý", []goalAsk{goal("state_goals[0]")}}},
		Solution: &formChoice{
			ID:      "solution",
			Title:   "Giải pháp",
			Options: []formOption{{Value: "maintain", Text: "Duy trì", Note: "đề xuất", Chosen: true}},
			Problem: "Chưa chọn.",
			Note:    &field.Cell{ID: "solution_note", Label: "Rõ hơn", Type: "textarea"},
		},
		More:    "Lưu và thêm mục tiêu",
		Version: "3",
		Save:    "Lưu và sang phần sau",
		Prev:    page.Link{Text: "I", Href: "/1"},
		Next:    page.Link{Text: "III", Href: "/3"},
	}
}

func conflictForm() reviewForm {
	m := sampleReviewForm()
	m.Open = nil
	m.Conflict = &formConflict{
		Text:   "Lê Thị Hạnh đã lưu.",
		Theirs: "/ban",
		Others: pagetest.Links("III.5. Thời hạn", "Kết quả"),
	}
	m.Both = page.BothVersions{
		Text: "Biểu mẫu có bản mới hơn",
		Rows: []page.BothRow{{
			Label: "Có giấy tờ trùng không?",
			Saved: strings.Repeat("Trùng nhau ", 30),
			Typed: "Không",
		}},
	}
	return m
}

func peopleForm() reviewForm {
	m := sampleReviewForm()
	m.Goals, m.Asks, m.Solution, m.Says, m.Facts = nil, nil, nil, nil, []page.Fact{{Term: "Tên", Text: "Nghỉ phép"}}
	m.Summary = field.Summary{{Href: "#participants%5B0%5D.date", Text: "Ngày: không phải ngày."}}
	m.People = []page.FieldGroup{{
		ID:    "participants[0]",
		Title: "Lượt 1",
		Fields: []field.Cell{{
			ID:      "participants[0].date",
			Label:   "Ngày",
			Value:   "hôm qua",
			Problem: "Không phải ngày.",
		}},
	}}
	m.Contact = &page.FieldGroup{
		ID:     "lien-he",
		Title:  "Liên hệ",
		Fields: []field.Cell{{ID: "contact.name", Label: "Họ và tên"}},
	}
	return m
}

func sampleFormEnd() reviewFormEnd {
	return reviewFormEnd{
		Frame:    pagetest.WorkFrame("Kết luận", "Rà soát"),
		formHead: sampleFormHead(),
		Summary:  field.Summary{{Href: "#conclusion", Text: "Chưa chọn kết luận."}},
		Open:     field.Summary{{Href: "/3#a", Text: "III.4: chưa ghi lý do."}},
		Notices:  pagetest.Links("Chưa nêu mục tiêu"),
		Opened:   []openedMeasure{{"Bỏ giấy tờ", "Thành phần hồ sơ", "", "Trùng\nnhau"}},
		Choice: formChoice{
			ID:    "conclusion",
			Title: "Kết luận rà soát",
			Options: []formOption{{
				Value:  "cut",
				Text:   "Cắt giảm",
				Note:   "theo các câu trả lời",
				Chosen: true,
			}, {Value: "keep", Text: "Giữ nguyên"}},
		},
		Proposal:  page.Link{Text: "Phương án số 3", Href: "/phuong-an/3"},
		Stands:    page.Badge{Text: "dự thảo", Tone: "accent"},
		Button:    "Cập nhật phương án",
		Prev:      page.Link{Text: "IV", Href: "/4"},
		KeepNotes: "Giữ nguyên thì bỏ 1 nội dung.",
	}
}

var none = page.Verdict{Sign: "–", Text: "không phát sinh", Tone: ""}

func asOfField() field.Cell {
	return field.Cell{ID: "ngay", Label: "Tính đến ngày", Value: "15/7/2024", Width: "short"}
}

func sampleTargets() targetBoard {
	return targetBoard{
		Frame:   pagetest.WorkFrame("Chỉ tiêu", "Chỉ tiêu"),
		State:   "Ngày 15/7/2024 · danh mục chốt 12 thủ tục nội bộ nhóm B · còn 19 ngày làm việc",
		AsOf:    asOfField(),
		HasList: true,
		Targets: []targetLine{
			{
				ID:        "internal-b-reviewed",
				Title:     "Thủ tục nội bộ nhóm B đã rà soát",
				Source:    "mục III.1.b",
				Percent:   "100,00%",
				Threshold: "đủ 100%",
				Sum:       "12/12 thủ tục",
				Bar:       page.Bar{Percent: "100", Mark: "100", Tone: "met", Label: "100,00% so với 100%"},
				Verdict:   pagetest.Met,
				Deadline:  "trước 10/8/2024, ngày cuối 09/8/2024",
			},
			{
				ID:        "internal-b-number",
				Title:     "Số lượng thủ tục được cắt giảm, đơn giản hóa",
				Source:    "mục III.1.b",
				Percent:   "25,00%",
				Threshold: "ít nhất 20%",
				Sum:       "3/12 thủ tục",
				Bar:       page.Bar{Percent: "25", Mark: "20", Tone: "met", Label: "25,00% so với 20%"},
				Verdict:   pagetest.Met,
				Proposed:  "41,67% nếu các phương án đang trình được phê duyệt",
				Deadline:  "trước 10/8/2024, ngày cuối 09/8/2024",
			},
			{
				ID:        "internal-b-cost",
				Title:     "Chi phí tuân thủ được cắt giảm",
				Source:    "mục III.1.b",
				Percent:   "18,60%",
				Threshold: "ít nhất 20%",
				Sum:       "20.974.080/112.787.888 đồng",
				Bar:       page.Bar{Percent: "18.6", Mark: "20", Tone: "bad", Label: "18,60% so với 20%"},
				Verdict:   pagetest.NotMet,
				Missing:   "còn thiếu 1.583.498 đồng",
				Proposed:  "34,10% nếu các phương án đang trình được phê duyệt",
				Deadline:  "trước 10/8/2024, ngày cuối 09/8/2024",
				Readings: []targetReading{
					{"Trên toàn danh mục", "18,60%", "112.787.888 đồng", pagetest.NotMet, true},
					{"Trên các thủ tục có phương án", "86,00%", "24.388.465 đồng", pagetest.Met, false},
				},
			},
		},
		Choose: "Tập phương án nhỏ nhất để đạt cả hai chỉ tiêu: 1 phương án, 2 ngày công.",
		Proposals: []decidingProposal{
			{"/phuong-an/4", "NB-04", "Đề nghị mua sắm văn phòng phẩm", page.Badge{
				Text: "đã trình",
				Tone: "accent",
			}, "12.480.000 đồng", "+ 11,07 điểm", "2", true},
			{"/phuong-an/9", "NB-09", "Đăng ký xe công tác", page.Badge{
				Text: "đã thẩm tra",
				Tone: "accent",
			}, "5.006.520 đồng", "+ 4,44 điểm", "3,5", false},
		},
		Others: []otherTarget{
			{
				"additions",
				"/ke-hoach",
				"Đề nghị công bố bổ sung danh mục nội bộ nhóm B",
				pagetest.Met,
				"Công văn 12/UBND-VP ngày 22/4/2024",
				"trước 25/4/2024",
			},
			{"public", "", "Thủ tục công khai đã rà soát", none, "Chưa có danh mục", "trước 20/6/2024"},
		},
		Reports: []page.Link{{
			Text: "Báo cáo tổng hợp kết quả rà soát",
			Href: "/bao-cao",
		}, {Text: "Biểu chi phí từng thủ tục", Href: "/chi-phi"}},
	}
}

func longTargets() targetBoard {
	m := sampleTargets()
	m.Plan.Late, m.Plan.Date = true, "quá hạn 3 ngày làm việc, từ 09/8"
	m.Targets[2].Sum = "1.120.974.080/8.112.787.888.112 đồng"
	m.Unpriced = []page.Link{{Text: "NB-07", Href: "/thu-tuc/NB-07"}, {Text: "NB-11", Href: "/thu-tuc/NB-11"}}
	m.Proposals[0].Name = strings.Repeat("Đề nghị mua sắm văn phòng phẩm, công cụ, dụng cụ ", 4)
	return m
}
