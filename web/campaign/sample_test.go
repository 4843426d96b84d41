package campaign

import (
	"strings"
	"time"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/tools/pagetest"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

func partSamples() []pagetest.Part {
	return []pagetest.Part{
		{Name: "part/course", Model: course{Label: "hạn 09/8/2024", Lines: []courseLine{{"0", "92", "50", "92"}}, Due: "98"}},
		{Name: "part/course", Model: course{}},
		{Name: "part/campaign_facts", Model: sampleCampaigns().Campaigns[0]},
		{Name: "part/choice_sum", Model: choiceSum{Chosen: 1, Unpriced: 1}},
		{Name: "part/list_changes", Model: sampleChange(false).Changes},
		{Name: "part/no_list", Model: sampleCampaigns().Campaigns[1]},
		{Name: "part/form_general", Model: sampleReviewForm()},
		{Name: "part/form_head", Model: sampleFormHead()},
		{
			Name:  "part/form_rest",
			Model: []review.RestAnswer{{By: "Trần Văn Minh", On: value.MustDate("2024-07-15"), Questions: []string{"a"}}},
		},
		{Name: "part/form_steps", Model: sampleFormHead()},
		{Name: "part/form_ask", Model: sampleAsk("answers.parts", "Không có.")},
		{Name: "part/form_papers", Model: *samplePapers()},
		{Name: "part/form_choice", Model: formChoice{Cell: field.Cell{ID: "choice", Label: "Chọn"}}},
	}
}

func campaignSamples() []pagetest.Sample {
	return []pagetest.Sample{
		{Page: "campaign/list", State: "filled", Model: sampleCampaigns()},
		{
			Page:  "campaign/list",
			State: "empty",
			Model: campaignList{Frame: pagetest.WorkFrame("Rà soát", "Rà soát")},
		},
		{Page: "campaign/board", State: "filled", Model: sampleBoard()},
		{
			Page:  "campaign/board",
			State: "empty",
			Model: campaignBoard{
				Frame: pagetest.WorkFrame("Rà soát", "Rà soát"),
				Of:    sampleCampaigns().Campaigns[1],
			},
		},
		{Page: "campaign/choose", State: "filled", Model: sampleChoose()},
		{
			Page:  "campaign/choose",
			State: "narrowed",
			Model: campaignChoose{
				Frame:   pagetest.WorkFrame("Chốt danh mục", "Rà soát"),
				May:     2,
				List:    page.Listing{Narrowed: true},
				Carried: []catalog.Code{"NB-02"},
			},
		},
		{Page: "campaign/freeze", State: "filled", Model: sampleFreeze()},
		{Page: "campaign/freeze", State: "empty", Model: campaignFreeze{}},
		{Page: "campaign/change", State: "filled", Model: sampleChange(false)},
		{Page: "campaign/change", State: "asks", Model: sampleChange(true)},
		{Page: "campaign/change", State: "empty", Model: campaignChange{Sides: []changeSide{{Field: "entering"}}}},
		{
			Page:  "campaign/choose",
			State: "empty",
			Model: campaignChoose{
				Frame:   pagetest.WorkFrame("Chốt danh mục", "Rà soát"),
				Refused: sampleChoose().Refused,
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
		{Page: "campaign/review_form", State: "empty", Model: reviewForm{Part: "ten"}},
		{Page: "campaign/review_form", State: "conflict", Model: conflictForm()},
		{Page: "campaign/review_form", State: "people", Model: peopleForm()},
		{Page: "campaign/review_form", State: "general", Model: reviewForm{Part: partGeneral}},
		{Page: "campaign/review_form_end", State: "filled", Model: sampleFormEnd()},
		{Page: "campaign/review_form_end", State: "empty", Model: reviewFormEnd{}},
		{Page: "campaign/review_form_end", State: "open", Model: reviewFormEnd{Left: 31, Keeps: true, Version: "2"}},
		{Page: "campaign/review_form", State: "rest", Model: reviewForm{Part: "ten", Rest: 31}},
		{
			Page:  "campaign/review_form_whole",
			State: "filled",
			Model: reviewFormWhole{
				formHead: sampleFormHead(),
				Reading:  "Đã trình.",
				Sections: []toldSection{{
					Part: partGeneral,
				},
					{
						Part: "ho-so",
						Lines: []toldLine{
							{"Có giấy tờ trùng không?", "Có", "Trùng nhau", "Bỏ bản sao", true},
							{Label: "Đủ chưa?"},
						},
					}},
			},
		},
		{Page: "campaign/review_form_whole", State: "empty", Model: reviewFormWhole{}},
		{
			Page:  "campaign/review_form_versions",
			State: "filled",
			Model: reviewFormVersions{
				formHead: sampleFormHead(),
				Versions: []formVersionLine{
					{FormVersion: app.FormVersion{Number: 2, By: "Lê Thị Hạnh"}, When: "14:05", Bad: 2},
					{FormVersion: app.FormVersion{Number: 1, By: "Trần Văn Bảo"}, When: "09:00"},
				},
			},
		},
		{
			Page:  "campaign/review_form_versions",
			State: "empty",
			Model: reviewFormVersions{formHead: sampleFormHead()},
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
				Frame: pagetest.WorkFrame("Chỉ tiêu rà soát, cắt giảm", "Chỉ tiêu rà soát, cắt giảm"),
				State: "Ngày 15/7/2024",
				AsOf:  asOfField(),
				Main:  sampleCampaigns().Campaigns[1],
			},
		},
		{Page: "campaign/target", State: "long", Model: longTargets()},
		{Page: "campaign/target_trace", State: "filled", Model: sampleTrace(review.Cost)},
		{Page: "campaign/target_trace", State: "count", Model: sampleTrace(review.Number)},
		{Page: "campaign/target_trace", State: "empty", Model: targetTrace{
			Frame: pagetest.WorkFrame("Cách tính: tỷ lệ chi phí", "Chỉ tiêu rà soát, cắt giảm"), Back: "/chi-tieu",
		}},
		{Page: "campaign/target_trace", State: "none left", Model: targetTrace{
			Frame: pagetest.WorkFrame("Cách tính: tỷ lệ chi phí", "Chỉ tiêu rà soát, cắt giảm"), Back: "/chi-tieu", All: 12,
		}},
	}
}

func sampleBoardOf() app.Board {
	return app.Board{
		Plan:     review.Plan{ID: "kh", Number: "29/KH-UBND", Date: value.MustDate("2024-03-13")},
		Campaign: review.CampaignPlan{ID: review.CampaignInternalB, Name: "Rà soát TTHC nội bộ nhóm B"},
		Decided: review.CostTable{Total: review.CostLine{
			Before: value.Known[value.Money](112_787_888),
			After:  value.Known[value.Money](91_813_808),
			Saving: value.Known[value.Money](20_974_080),
		}},
		Proposed: review.CostTable{Unpriced: []catalog.Code{"NB-04"}},
	}
}

func sampleCampaigns() campaignList {
	frozen := sampleBoardOf()
	frozen.Started = time.Date(2024, 7, 15, 8, 0, 0, 0, time.UTC)
	return campaignList{
		Frame:    pagetest.WorkFrame("Rà soát", "Rà soát"),
		Services: "2 thủ tục đang rà soát",
		Campaigns: []campaignHead{
			{
				Board: frozen,
				Cost:  "18,60%", ReviewedID: "internal-b-reviewed", CostID: "internal-b-cost",
				Number:       targetShare{ID: "internal-b-number", Text: "25,00%"},
				Time:         targetShare{ID: "internal-b-time", Text: "30,00%", Open: "chưa kết luận"},
				NotConcluded: "chưa kết luận: 11 thủ tục chưa tính chi phí",
				Due:          "hạn 09/8/2024",
				Bar:          page.Bar{Percent: "72.34", Mark: "100", Tone: "bad", Label: "72,34% so với 100%"},
				MayAssign:    true,
			},
			{
				Board:     sampleBoardOf(),
				Due:       "hạn 19/6/2024 đã qua",
				MayFreeze: true,
			},
		},
	}
}

func sampleBoard() campaignBoard {
	item := review.ListItem{
		Code: "NB-01",
		Name: "Giải quyết nghỉ phép hằng năm của cán bộ, công chức xã",
		Due:  value.MustDate("2024-07-10"),
	}
	begun := review.Standing{Item: item, State: review.Draft, Review: &review.Proposal{ID: 1, Conclusion: review.Cut}}
	return campaignBoard{
		Frame: pagetest.WorkFrame("Rà soát TTHC nội bộ nhóm B", "Rà soát"),
		Of:    sampleCampaigns().Campaigns[0],
		State: "danh mục gồm 12 thủ tục, chốt ngày 15/7/2024 · hạn 09/8/2024",
		Open:  map[any]bool{"NB-01": true},
		List:  page.Listing{Shown: "Hiện 2/12 thủ tục"},
		Rows: []app.BoardLine{
			{
				CostLine: review.CostLine{Of: begun, Before: value.Known[value.Money](12_480_000)},
				Officer:  app.Person{Name: "hoa", FullName: "Nguyễn Thị Hoa"},
				Late:     true,
			},
			{CostLine: review.CostLine{Of: review.Standing{Item: item}, Counts: true}},
		},
	}
}

func sampleFreeze() campaignFreeze {
	near := [][]app.Listed{{
		{Code: "NB-02", Name: "Thanh toán công tác phí"},
		{Code: "NB-03", Name: "Thanh toán chế độ công tác phí"},
	}}
	return campaignFreeze{
		Frame:   pagetest.WorkFrame("Xác nhận chốt danh mục", "Rà soát"),
		Of:      sampleBoardOf(),
		Summary: field.Summary{{Text: "Đợt rà soát đã bắt đầu."}},
		Sum:     choiceSum{Chosen: 2, Unpriced: 2},
		Bases:   []string{"Số lượng: ít nhất 20%, tức 1 trong 2 thủ tục."},
		Doubts:  []listDoubt{{"1 cặp thủ tục có tên gần giống nhau", near}},
		Groups:  sampleChoose().Groups,
		Back:    "/ra-soat/kh/internal-b/danh-muc?code=NB-01",
	}
}

func sampleChange(asks bool) campaignChange {
	item := []review.ListItem{{Code: "NB-13", Name: "Cho mượn hội trường"}}
	record := review.ListChange{
		Decision: review.DecisionRef{Number: "60/QĐ-UBND", Date: value.MustDate("2024-07-10")},
		Reason:   "Mới công bố",
		By:       "Lê Thị Lan",
		Corrected: []review.Correction{{
			Was:    review.DecisionRef{Number: "06/QĐ-UBND", Date: value.MustDate("2024-07-10")},
			Reason: "Gõ nhầm số",
		}},
	}
	side := func(name string) changeSide {
		return changeSide{
			Field:  name,
			Title:  "Đưa vào danh mục",
			Chosen: 1,
			Picks:  page.Listing{Boxes: name, PickAll: "?chon-" + name + "=hien"},
			Groups: []changeGroup{{sampleChoose().Groups[0], true}},
		}
	}
	return campaignChange{
		Frame:    pagetest.WorkFrame("Thêm, bớt thủ tục", "Rà soát"),
		Of:       sampleBoardOf(),
		State:    "Danh mục chốt 12 thủ tục, nay 13",
		Asks:     asks,
		Summary:  field.Summary{{Href: "#number", Text: "Chưa ghi số quyết định."}},
		Cells:    []field.Cell{{ID: "number", Label: "Số quyết định", Value: "60/QĐ-UBND"}},
		Sides:    []changeSide{side("entering"), side("leaving")},
		Effect:   "Từ ngày 10/7/2024 danh mục có 13 thủ tục.",
		Reviewed: []string{"NB-03 đã có phương án số 3."},
		Changes: []listChange{
			{ListChange: record, Entered: item, Left: item, Correct: "/ra-soat/x/y/thay-doi/dinh-chinh?so=60"},
			{ListChange: record, Left: item},
		},
	}
}

func sampleChoose() campaignChoose {
	one := app.Choice{Code: "NB-01", Name: "Giải quyết nghỉ phép hằng năm"}
	return campaignChoose{
		Frame:   pagetest.WorkFrame("Chốt danh mục", "Rà soát"),
		Of:      sampleBoardOf(),
		May:     12,
		MayNot:  47,
		List:    page.Listing{Choices: []field.Cell{{ID: "linh-vuc", Label: "Lĩnh vực", Value: "Nội vụ"}}},
		Summary: field.Summary{{Text: "Chưa chọn thủ tục nào."}},
		Sum:     choiceSum{2, 1, value.Known[value.Money](1_204_000)},
		Groups: []choiceGroup{
			{"Nội vụ", []choiceLine{{one, true}, {app.Choice{Code: "NB-02", Empty: true}, false}}},
		},
		Refused: []refusedGroup{
			{"procedure.not_sorted", "Chưa phân loại thuộc xã hay không.", 47, 46, []app.Choice{one}},
			{"procedure.not_in_force", "Chưa công bố.", 1, 0, []app.Choice{one}},
		},
	}
}

func samplePlan(readOnly bool) reviewPlan {
	officers := []field.Option{{
		Value: "",
		Text:  "chưa phân công",
	}, {Value: "reviewer", Text: "Nguyễn Thị Hoa (Tư pháp - Hộ tịch)", Selected: true}}
	return reviewPlan{
		Frame:   pagetest.WorkFrame("Kế hoạch rà soát", "Rà soát"),
		Of:      sampleBoardOf(),
		State:   "danh mục chốt 1 thủ tục",
		Version: "3",
		Both: page.BothVersions{
			Text: "Người khác đã lưu trước.",
			Rows: []page.BothRow{{Label: "NB-01, Thời hạn", Saved: "31/7", Typed: "32/7"}},
		},
		Summary:  field.Summary{{Href: field.Fragment("procedures[0].due"), Text: "NB-01, Thời hạn: không phải ngày."}},
		Notices:  []string{"1 thủ tục chưa ghi thời hạn: NB-01"},
		ReadOnly: readOnly,
		Fill: []field.Cell{
			{ID: "fill-why", Label: "Căn cứ lựa chọn"},
			{ID: "fill-officer", Label: "Người rà soát", Type: "select", Options: officers},
		},
		Lines: []planLine{{review.ListItem{Code: "NB-01", Name: "Giải quyết nghỉ phép hằng năm"}, 0, true, []field.Cell{
			{ID: "procedures[0].why", Label: "Căn cứ", Type: "textarea", Value: "Nhiều bước"},
			{ID: "procedures[0].officer", Label: "Người rà soát", Type: "select", Options: officers},
			{ID: "procedures[0].due", Label: "Hạn", Width: "short", Value: "32/7", Problem: "“32/7” không phải ngày."},
			{ID: "procedures[0].product", Label: "Sản phẩm", Type: "textarea"},
		}}},
	}
}

func sampleFormHead() formHead {
	return formHead{
		Frame: pagetest.WorkFrame("Biểu mẫu", "Rà soát"),
		Of: app.ReviewForm{
			Plan:     review.Plan{ID: "p"},
			Campaign: review.CampaignInternalB,
			Item:     review.ListItem{Code: "NB-01", Name: "Giải quyết nghỉ phép hằng năm", Version: 3},
			Newest:   4,
			Review:   &review.Proposal{ID: 3, State: review.Draft},
		},
		Feedback: []page.FeedbackRow{{
			Href:   "/phan-anh/1",
			Number: "1",
			Text:   "Phải nộp bản sao hai lần.",
			Came:   "01/7/2024, tại quầy",
			State:  page.Badge{Text: "đang xử lý", Tone: "accent"},
		}},
		State:   "Phần 6/15 · đã trả lời 12/43 câu",
		Address: "/ra-soat/p/c/thu-tuc/NB-01",
		Steps: []formStep{
			{Link: page.Link{Text: "I. Thông tin chung", Href: "/1"}},
			{
				Link:         page.Link{Text: "II. Sự cần thiết", Href: "/2"},
				PartProgress: review.PartProgress{Answered: 3, Total: 3},
				Done:         true,
			},
			{
				Link:         page.Link{Text: "III.4. Thành phần, số lượng hồ sơ", Href: "/3"},
				PartProgress: review.PartProgress{Answered: 2, Total: 6, Bad: 1},
				Gaps:         1,
				Current:      true,
			},
			{Link: page.Link{Text: "III.5. Thời hạn", Href: "/4"}, Idle: true},
		},
	}
}

func sampleAsk(id, problem string) formAsk {
	q, _ := review.QuestionByID("dossier.twice")
	return formAsk{
		Question: q,
		ID:       id,
		Text:     "Có giấy tờ nào trùng nội dung với giấy tờ khác không?",
		Opens:    "Nếu “Có”: ghi lý do.",
		Answers:  []review.AnswerValue{review.Yes, review.No},
		Given:    review.Yes,
		Told:     true,
		Problem:  problem,
		Reason:   field.Cell{ID: id + ".reason", Label: "Lý do", Type: "textarea", Problem: "Chưa ghi lý do."},
		Measure:  &field.Cell{ID: id + ".measure", Label: "Phương án", Type: "textarea"},
	}
}

func samplePapers() *paperTable {
	head := paperHead{
		Number:  1,
		Head:    "Cần thiết?",
		Text:    "Giấy tờ này có cần thiết không?",
		OpensOn: "Không",
		Whole:   "Có",
	}
	return &paperTable{
		Heads: []paperHead{head},
		Whole: true,
		Rows: []paperRow{{
			Number:  1,
			Name:    "papers[0]",
			Paper:   "Sổ hộ khẩu",
			Info:    "bản chính: 1",
			Cells:   []paperCell{{head, "papers[0].answers.a", review.No, review.No, "Sai."}},
			Told:    true,
			Reason:  field.Cell{ID: "papers[0].reason", Label: "Lý do", Type: "textarea", Problem: "Chưa ghi lý do."},
			Measure: field.Cell{ID: "papers[0].measure", Label: "Phương án", Type: "textarea"},
		}},
		Gone: []toldLine{{Label: "Ảnh (không còn trong hồ sơ)", Answer: "Cần thiết: có", Reason: "r", Measure: "m"}},
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
		formHead:  sampleFormHead(),
		Part:      "can-thiet",
		Suggested: true,
		Says:      []page.ProcedurePart{pagetest.SamplePart(), {ID: "result", Title: "Kết quả", Unknown: true}},
		Open:      field.Summary{{Href: "#a.reason", Text: "Lý do: chưa ghi."}},
		Papers:    samplePapers(),
		Asks:      []formAsk{sampleAsk("answers.a", "")},
		Goals:     []goalGroup{{"Mục tiêu quản lý", []goalAsk{goal("state_goals[0]")}}},
		Solution: &formChoice{
			Cell: field.Cell{
				ID:      "solution",
				Label:   "Giải pháp",
				Options: []field.Option{{Value: "maintain", Text: "Duy trì", Hint: "đề xuất", Selected: true}},
				Problem: "Chưa chọn.",
			},
			Note: &field.Cell{ID: "solution_note", Label: "Rõ hơn", Type: "textarea"},
		},
		Version: "3",
		Prev:    page.Link{Text: "I", Href: "/1"},
		Next:    page.Link{Text: "III", Href: "/3"},
	}
}

func conflictForm() reviewForm {
	m := sampleReviewForm()
	m.Open = nil
	m.Conflict, m.Others = "Lê Thị Hạnh đã lưu.", pagetest.Links("III.5. Thời hạn", "Kết quả")
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
	m.Goals, m.Asks, m.Solution, m.Says, m.Suggested = nil, nil, nil, nil, false
	m.Summary = field.Summary{{Href: field.Fragment("participants[0].date"), Text: "Ngày: không phải ngày."}}
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
		formHead: sampleFormHead(),
		Summary:  field.Summary{{Href: "#conclusion", Text: "Chưa chọn kết luận."}},
		Open:     field.Summary{{Href: "/3#a", Text: "III.4: chưa ghi lý do."}},
		Notices:  pagetest.Links("Chưa nêu mục tiêu"),
		Opened:   []review.Measure{{Kind: review.CutDocument, Part: catalog.PartDossier, Reason: "Trùng\nnhau"}},
		Choice: formChoice{Cell: field.Cell{
			ID:    "conclusion",
			Label: "Kết luận rà soát",
			Options: []field.Option{
				{Value: "cut", Text: "Đơn giản hóa, cắt giảm", Hint: "theo các câu trả lời", Selected: true},
			},
		}},
		Proposal: page.Link{Text: "Phương án số 3", Href: "/phuong-an/3"},
		Prev:     page.Link{Text: "IV", Href: "/4"},
	}
}

func asOfField() field.Cell {
	return field.Cell{ID: "ngay", Label: "Tính đến ngày", Value: "15/7/2024", Width: "short"}
}

func sampleTargets() targetBoard {
	yes, no, threshold := true, false, value.Whole(20)
	target := func(id string, m review.Metric, met *bool) review.TargetResult {
		return review.TargetResult{
			ID: id, Metric: m, Threshold: threshold, Met: met, Missing: 1_583_498,
			Numerator: 20_974_080, Denominator: 112_787_888,
			Deadline: value.MustDate("2024-08-10"), LastDay: value.MustDate("2024-08-09"), OnDay: m == review.Cost,
		}
	}
	of := func(code catalog.Code, name string) review.Standing {
		return review.Standing{
			Item:   review.ListItem{Code: code, Name: name},
			Review: &review.Proposal{ID: 4},
			State:  review.Submitted,
		}
	}
	met := page.Bar{Percent: "25", Mark: "20", Tone: "met", Label: "25,00% so với 20%"}
	reading := review.Reading{Denominator: review.Listed, Met: &no, Whole: 112_787_888}
	return targetBoard{
		Frame: pagetest.WorkFrame("Chỉ tiêu rà soát, cắt giảm", "Chỉ tiêu rà soát, cắt giảm"),
		State: "Ngày 15/7/2024 · danh mục chốt 12 thủ tục nội bộ nhóm B · còn 19 ngày làm việc",
		AsOf:  asOfField(),
		Main:  sampleCampaigns().Campaigns[0],
		Targets: []targetLine{
			{
				TargetResult: target("internal-b-reviewed", review.Reviewed, &yes),
				Source:       "mục III.1.b",
				Percent:      "100,00%",
				WantsAll:     true,
				Bar:          met,
			},
			{
				TargetResult: target("internal-b-cost", review.Cost, &no),
				Percent:      "18,60%",
				Bar:          page.Bar{Percent: "18.6", Mark: "20", Tone: "bad", Label: "18,60% so với 20%"},
				Frozen:       "Theo danh mục đã chốt ban đầu: 19,00%",
				Proposed:     "34,10% nếu các phương án đang trình được phê duyệt",
				Counted:      []targetReading{{reading, "18,60%", true}, {review.Reading{Met: &yes}, "86,00%", false}},
			},
		},
		Proposals: []decidingProposal{
			{review.Decides{Of: of("NB-04", "Đề nghị mua sắm văn phòng phẩm")}, []string{"a", "b"}, 2_0000},
			{review.Decides{Of: of("NB-09", "Đăng ký xe công tác")}, nil, 3_5000},
		},
		Others: []targetLine{
			{TargetResult: target("additions", review.Issued, &yes)},
			{TargetResult: review.TargetResult{ID: "public", Metric: review.Reviewed}},
			{TargetResult: target("other", review.Number, nil)},
		},
		Of: app.TargetBoard{Boards: []app.Board{sampleBoardOf()}},
	}
}

// sampleTrace is what a target of cost, or one of numbers, was made from.
func sampleTrace(m review.Metric) targetTrace {
	line := func(code catalog.Code, name string, gives, whole int64, into catalog.Code) traceRow {
		return traceRow{
			TraceLine: review.TraceLine{
				Of:           review.Standing{Item: review.ListItem{Code: code, Name: name}},
				Numerator:    value.Known(gives),
				Denominator:  value.Known(whole),
				WithProposal: gives > 0,
				Into:         into,
			},
			Href:       "/phuong-an/4",
			Conclusion: "Bãi bỏ",
			State:      "đã phê duyệt",
			Gives:      viet.Number(gives),
			Whole:      viet.Number(whole),
		}
	}
	rows := []traceRow{
		line("NB-02", "Giải quyết nghỉ phép", 18_106_704, 18_106_704, ""),
		line("NB-04", "Đề nghị mua sắm văn phòng phẩm", 1, 2_000_000, "NB-02"),
		line("NB-05", "Đăng ký xe công", 0, 0, ""),
	}
	rows[2].Gives, rows[2].Whole = "", ""
	t := review.TargetResult{ID: "internal-b-cost", Metric: m, Threshold: value.Whole(20)}
	if m == review.Cost {
		t.Readings = []review.Reading{{Denominator: review.Listed, Whole: 20_106_704}}
	}
	return targetTrace{
		Frame:   pagetest.WorkFrame("Cách tính: tỷ lệ chi phí", "Chỉ tiêu rà soát, cắt giảm"),
		Target:  t,
		Of:      "Rà soát thủ tục hành chính nội bộ nhóm B",
		State:   "18,60% (20.974.080/112.787.888 đồng), tính đến ngày 15/7/2024",
		Back:    "/chi-tieu#internal-b-cost",
		How:     []string{"Mốc 20% của 112.787.888 là 22.557.578 đồng/năm."},
		Rows:    rows,
		All:     len(rows),
		Before:  "Chi phí hiện tại",
		Saved:   "Tiết kiệm được tính",
		Num:     "18.106.705",
		Den:     "20.106.704",
		With:    "20.106.704 đồng",
		IsCount: m == review.Number,
	}
}

func longTargets() targetBoard {
	m := sampleTargets()
	m.Plan.Late, m.Plan.Date = true, "quá hạn 3 ngày làm việc, từ 09/8"
	m.Targets[1].Numerator, m.Targets[1].Denominator = 1_120_974_080, 8_112_787_888_112
	m.Unpriced = []page.Link{{Text: "NB-07", Href: "/thu-tuc/NB-07"}, {Text: "NB-11", Href: "/thu-tuc/NB-11"}}
	m.Proposals[0].Of.Item.Name = strings.Repeat("Đề nghị mua sắm văn phòng phẩm, công cụ, dụng cụ ", 4)
	return m
}
