package proposal

import (
	"strings"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/store"
	"rasoat/tools/pagetest"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

func partSamples() []pagetest.Part {
	cheaper := priced{PricedProposal: review.PricedProposal{
		Before: value.Known[value.Money](77_893_240),
		After:  value.Known[value.Money](34_426_160),
	}}
	group := review.Proposal{Members: make([]review.Member, 3), Alternative: true}
	return []pagetest.Part{
		{Name: "part/service_head", Model: sampleService()},
		{Name: "part/service_level", Model: review.ServiceLevels[0]},
		{Name: "part/path", Model: samplePath()},
		{Name: "part/path", Model: []pathStep(nil)},
		{Name: "part/cost_bars", Model: sampleCost(false).Bars},
		{Name: "part/cost_bars", Model: costBars{Priced: true}},
		{Name: "part/cost_table", Model: sampleCost(false)},
		{Name: "part/cost_table", Model: sampleCost(true)},
		{Name: "part/cost_table", Model: costTable{}},
		{Name: "part/proposal_head", Model: sampleProposal()},
		{Name: "part/proposal_badges", Model: group},
		{Name: "part/saving", Model: cheaper},
		{Name: "part/saving", Model: priced{}},
		{Name: "part/impact", Model: sampleImpact()},
		{Name: "part/impact", Model: []impactLine(nil)},
		{Name: "part/checkbox", Model: field.Cell{ID: "a", Label: "Bỏ", Problem: "Chọn một.", Value: "1"}},
		{Name: "part/steps", Model: sampleSteps()},
		{Name: "part/talk", Model: sampleTalk()},
		{Name: "part/talk", Model: talk{}},
		{Name: "part/remark", Model: sampleTalk().Remarks[0]},
		{Name: "part/remarks", Model: sampleTalk().Remarks},
		{Name: "part/scan", Model: sampleSteps()[0].Scan},
		{Name: "part/member_show", Model: memberShow{ID: "thu-tuc-9", Time: "Thời gian giải quyết: 5 ngày làm việc, không thay đổi"}},
	}
}

func proposalSamples() []pagetest.Sample {
	f := pagetest.WorkFrame("Phương án", "Phương án")
	long := strings.Repeat("Đề nghị mua sắm văn phòng phẩm, công cụ, dụng cụ ", 4)
	read := proposalRead{
		proposalPage: sampleProposal(),
		InWords:      []string{"Bỏ 2 giấy tờ"},
		Impact:       sampleImpact(),
		Actions:      sampleSteps(),
	}
	cost := sampleCost(false)
	read.Members = []memberShow{{
		MemberView: read.View.Members[0],
		ID:         "thu-tuc-1",
		Parts:      pagetest.SampleCompared(),
		Same:       11,
		Cost:       &cost,
	}}
	show := proposalShow{
		proposalRead: read,
		Path:         samplePath(),
		Open:         []string{"Nội dung 1, Lý do: chưa ghi lý do."},
		Notices:      []string{"Hiện tại, dòng 1.1: 40 giờ bằng đúng thời hạn 5 ngày × 8 giờ."},
		Edit:         true,
		Main:         true,
		Copy:         true,
		Correct:      true,
		Record:       []stepRecord{{app.ProposalStep{Action: "correct", Note: "trước ghi 45"}, "Võ Văn Tuấn"}},
		Next:         page.Link{Text: "Còn 1 phương án chờ xử lý", Href: "/phuong-an/9"},
	}
	costs := sampleProposal()
	costs.Summary = nil // the table has its own
	foreign := proposalShow{EditWhy: value.Problem{Code: "proposal.of_another", Args: []any{"Mai"}}, Granted: true}
	ask := func(id string) field.Cell { return field.Cell{ID: id, Label: "Lý do", Type: "textarea"} }
	edit := proposalEdit{
		proposalPage: sampleProposal(),
		Top:          []field.Cell{ask("conclusion"), ask("title")},
		Rest:         []field.Cell{ask("roadmap"), ask("merged"), ask("effort")},
		AddMember:    ask("add_member"),
		Members: []memberEdit{
			{
				Name:    "members[0]",
				Code:    "NB-04",
				Title:   long,
				Open:    true,
				Remove:  field.Cell{ID: "members[0].remove", Label: "Đưa ra"},
				Written: true,
				Parts: []partEdit{
					{
						Part:   catalog.PartDossier,
						Text:   []string{"Đơn"},
						Fields: []field.Cell{ask("members[0].paper.0.0")},
						Checks: []field.Cell{{ID: "members[0].channel.online", Label: "Bổ sung nộp trực tuyến"}},
					},
				},
				Rewrite: []rewriteEdit{{[]string{"Bước 1"}, ask("members[0].rewrite.steps")}},
			},
		},
		Measures: []field.Row{{
			Number: "1",
			Name:   "measures[0]",
			Cells: []field.Cell{
				ask("measures[0].reason"),
				{ID: "measures[0].paper", Type: "hidden", Value: "Sổ hộ khẩu"},
			},
		}},
		Amendments: []field.Row{
			{Number: "1", Name: "amendments[0]", Cells: []field.Cell{ask("amendments[0].request")}},
		},
		Result: []memberShow{{ID: "thu-tuc-1", Parts: pagetest.SampleCompared()}},
	}
	return []pagetest.Sample{
		{
			Page:  "proposal/list",
			State: "filled",
			Model: proposalList{
				Frame:  f,
				MayNew: true,
				List:   page.Listing{Shown: "Hiện 1/7 phương án"},
				Of:     app.ProposalList{Total: 7},
				Rows: []app.ProposalRow{{
					Proposal: review.Proposal{ID: 4, Title: long, State: review.Submitted, Author: "Mai"},
					Items:    []review.ListItem{{Code: "NB-04"}, {Code: "NB-05"}, {Code: "NB-06"}, {Code: "NB-07"}},
					Waiting:  true,
				}},
			},
		},
		{
			Page:  "proposal/list",
			State: "empty",
			Model: proposalList{
				Frame:  f,
				MayNew: true,
			},
		},
		{
			Page:  "proposal/list",
			State: "long",
			Model: proposalList{Frame: f, Of: app.ProposalList{Total: 7}},
		},
		{
			Page:  "proposal/new",
			State: "filled",
			Model: proposalNew{
				Frame:    f,
				Summary:  field.Summary{{Text: "Chưa chọn thủ tục nào."}},
				TitleAsk: ask("title"),
				Open: []app.OpenCampaign{
					{
						Plan:     "a",
						Campaign: review.CampaignPlan{ID: "b", Name: "Nội bộ"},
						Items:    []review.ListItem{{Code: "NB-01", Name: "Nghỉ phép"}},
					},
					{Plan: "a", Campaign: review.CampaignPlan{ID: "c", Name: "Công khai"}},
				},
				Chosen: []string{"a/b/NB-01"},
			},
		},
		{Page: "proposal/new", State: "empty", Model: proposalNew{Frame: f, TitleAsk: ask("title")}},
		{Page: "proposal/show", State: "filled", Model: show},
		{Page: "proposal/show", State: "empty", Model: proposalShow{}},
		{Page: "proposal/show", State: "foreign", Model: foreign},
		{Page: "proposal/edit", State: "filled", Model: edit},
		{Page: "proposal/edit", State: "empty", Model: proposalEdit{AddMember: ask("f")}},
		{
			Page:  "proposal/cost",
			State: "filled",
			Model: proposalCosts{
				proposalPage: costs,
				Rate:         "23.932 đồng",
				Subjects:     ask("all.subjects"),
				Times:        ask("all.times"),
				Table:        sampleCost(true),
			},
		},
		{
			Page:  "proposal/cost",
			State: "empty",
			Model: proposalCosts{Subjects: ask("a"), Times: ask("b"), Table: costTable{ID: costID}},
		},
		{
			Page:  "proposal/approve",
			State: "filled",
			Model: proposalApprove{read, []string{"2 dòng là ước tính."}, sampleTalk().Remarks},
		},
		{Page: "proposal/approve", State: "empty", Model: proposalApprove{}},
		{
			Page:  "proposal/approval",
			State: "filled",
			Model: approvalTogether{
				Frame:  f,
				Impact: sampleImpact(),
				Fields: []field.Cell{ask("approve.number")},
				Scan:   sampleSteps()[0].Scan,
				Waiting: []waitingProposal{{
					ProposalView: read.View,
					Problem:      "Không còn ở trạng thái đã thẩm tra.",
					Chosen:       true,
					InWords:      read.InWords,
					Warnings:     []string{"2 dòng là ước tính."},
				}},
			},
		},
		{Page: "proposal/approval", State: "empty", Model: approvalTogether{Frame: f}},
		{
			Page:  "proposal/decision",
			State: "filled",
			Model: decisionCorrect{
				proposalPage: sampleProposal(),
				Fields:       []field.Cell{ask("number")},
				Others:       []review.Proposal{{ID: 9}, {ID: 10}},
				Alone:        true,
			},
		},
	}
}

// sampleProposal is a proposal with everything that its pages tell.
func sampleProposal() proposalPage {
	m := proposalPage{
		Frame:    pagetest.WorkFrame("Phương án", "Phương án"),
		Name:     "Đề nghị mua sắm văn phòng phẩm",
		Returned: "Lê Thị Hạnh trả lại với lý do: thiếu căn cứ",
		Version:  "3",
		Both:     sampleBoth(),
		Summary:  field.Summary{{Href: "#return.note", Text: "Lý do trả lại: chưa ghi."}},
	}
	m.View.Proposal = review.Proposal{
		ID:          4,
		State:       review.Returned,
		Alternative: true,
		Conclusion:  review.Abolish,
		Measures:    []review.Measure{{Kind: review.OtherMeasure, Part: catalog.PartDossier, Reason: "Đã có"}},
		Amendments:  []review.Amendment{{Document: "Thông tư 01", Article: "Điều 3", Request: "Bỏ điểm b", By: "Bộ A"}},
		Merged:      []catalog.Code{"NB-05"},
		Effort:      value.Known[value.Decimal](20_000),
		Roadmap:     "quý IV/2024",
		Decision:    review.DecisionRef{Number: "45/QĐ-UBND"},
	}
	for _, code := range []catalog.Code{"NB-04", "NB-05"} {
		m.View.Members = append(m.View.Members, app.MemberView{Item: review.ListItem{Code: code}, Newest: 2})
	}
	m.View.Others = []review.Proposal{{ID: 9, State: review.Draft}}
	m.View.Scan = &store.File{Name: "quyet-dinh.pdf"}
	return m
}

func sampleImpact() []impactLine {
	met, not := true, false
	return []impactLine{
		{With: review.TargetResult{Metric: review.Number, Numerator: 1, Denominator: 4, Met: &met}},
		{With: review.TargetResult{Metric: review.Number, Denominator: 4, Met: &not, Missing: 1}},
		{With: review.TargetResult{Metric: review.Cost, Denominator: 4, Met: &not, Missing: 1_583_498}},
	}
}

func sampleTalk() talk {
	open := review.Remark{ID: 1, Text: "Vì sao còn 6 lần?", Asked: review.Signed{By: "office"}}
	answered, settled := open, open
	answered.Answer, answered.Answered = "Theo sổ theo dõi", review.Signed{By: "reviewer"}
	settled.Settled = review.Signed{By: "office"}
	text := field.Cell{ID: "ask.text", Label: "Câu hỏi", Type: "textarea", Problem: "Chưa ghi."}
	return talk{Post: "/phuong-an/4/trao-doi", Place: field.Cell{ID: "ask.place", Type: "select"}, Text: text,
		Remarks: []remarkShow{
			{Remark: app.Remark{Remark: open, MayAnswer: true}, Where: "Bảng chi phí", Post: "/"},
			{Remark: app.Remark{Remark: answered, MaySettle: true}, Where: "Nội dung 2", Answerer: "Hoa", Post: "/"},
			{Remark: app.Remark{Remark: settled}, Where: "Kết luận", Settler: "Hạnh", Post: "/"},
		}}
}

func sampleBoth() page.BothVersions {
	return page.BothVersions{
		Text: "Trần Văn Minh đã lưu bản 4.",
		Rows: []page.BothRow{{Label: "Kết luận", Saved: "Đơn giản hóa, cắt giảm", Typed: "Bãi bỏ"}},
	}
}

func sampleSteps() []proposalAction {
	return []proposalAction{
		{
			Action:  "approve",
			Primary: true,
			Fields:  []field.Cell{{ID: "approve.number", Label: "Số quyết định", Need: true}},
			Scan: scanField{
				Cell: field.Cell{ID: "approve.scan", Label: "Bản quét", Hint: "PDF", Problem: "Không phải PDF."},
				Kept: review.Evidence{SHA: "ab", Name: "qd.pdf"},
			},
		},
		{
			Action: "return",
			Fields: []field.Cell{{ID: "return.note", Label: "Lý do trả lại", Type: "textarea"}},
		},
		{Action: "put_in_force", NewVersions: true},
		{Action: "submit", Primary: true},
		{Action: "check", Why: value.Problem{Code: "action.not_now"}},
		{Action: "approve", Href: "/phuong-an/4/duyet", Primary: true},
	}
}

var sampleRequest = &review.Proposal{
	ID:       3,
	Campaign: review.CampaignPublic,
	Decision: review.DecisionRef{Number: "45/QĐ-UBND"},
}

func restructuringSamples() []pagetest.Sample {
	service := sampleService()
	edit := restructuringEdit{
		restructuringPage: service,
		Texts: []field.Cell{
			{
				ID:      "finding",
				Label:   "Bất cập hiện nay",
				Type:    "textarea",
				Problem: "Chưa ghi bất cập hiện nay.",
				Hint:    "Người dân vướng ở đâu.",
			},
		},
		Sides: []serviceSideEdit{
			{"before", field.Cell{ID: "before.level", Label: "Mức độ cung cấp"}, []field.Row{{
				Number: "1",
				Name:   "before.steps[0]",
				Cells: []field.Cell{
					{ID: "before.steps[0].text", Label: "Việc phải làm, bước 1", Type: "textarea"},
					{ID: "before.steps[0].where", Label: "Nơi làm, bước 1"},
					{ID: "before.steps[0].papers", Label: "Giấy tờ, bước 1"},
				},
			}}},
			{"after", field.Cell{ID: "after.level", Label: "Mức độ cung cấp sau"}, nil},
		},
		After: []field.Cell{{ID: "change", Label: "Nội dung tái cấu trúc", Type: "textarea"}},
	}
	late := app.Restructuring{}
	late.State, late.Due = review.Draft, value.MustDate("2024-07-01")
	clash := edit
	clash.Both = sampleBoth()
	return []pagetest.Sample{
		{
			Page:  "proposal/texts",
			State: "filled",
			Model: textList{
				Frame: pagetest.WorkFrame("Văn bản kiến nghị", "/phuong-an"),
				State: "1 văn bản",
				All:   1,
				Rows: []review.TextRequest{{
					Amendment: review.Amendment{
						Document: "Luật Đất đai số 31/2024/QH15",
						Article:  "Điều 235",
						Request:  "Làm rõ trách nhiệm xác minh",
						By:       "Sở Tư pháp",
						Due:      value.MustDate("2024-12-31"),
					},
					Proposal: sampleRequest,
					State:    review.Forwarded,
					Items:    []review.ListItem{{Code: "1.012812", Name: "Hòa giải tranh chấp đất đai"}, {Name: "Khác"}},
				}},
			},
		},
		{
			Page:  "proposal/texts",
			State: "empty",
			Model: textList{Frame: pagetest.WorkFrame("Văn bản kiến nghị", "/phuong-an")},
		},
		{
			Page:  "proposal/texts",
			State: "none left",
			Model: textList{Frame: pagetest.WorkFrame("Văn bản kiến nghị", "/phuong-an"), All: 1},
		},
		{
			Page:  "proposal/decentralised",
			State: "filled",
			Model: decentralisedList{
				Frame: pagetest.WorkFrame("Phân cấp, ủy quyền", "/phuong-an"),
				State: "1 mục",
				All:   1,
				Rows: []review.Decentralisation{{
					Proposal: sampleRequest,
					State:    review.Approved,
					Items:    []review.ListItem{{Code: "1.012812", Name: "Hòa giải tranh chấp đất đai"}, {Name: "Khác"}},
					Measures: []review.Measure{{Content: "Giao xã"}, {Content: "Giao công chức"}},
				}},
			},
		},
		{
			Page:  "proposal/decentralised",
			State: "empty",
			Model: decentralisedList{Frame: pagetest.WorkFrame("Phân cấp, ủy quyền", "/phuong-an")},
		},
		{
			Page:  "proposal/decentralised",
			State: "none left",
			Model: decentralisedList{Frame: pagetest.WorkFrame("Phân cấp, ủy quyền", "/phuong-an"), All: 1},
		},
		{
			Page:  "proposal/restructuring",
			State: "filled",
			Model: restructuringList{
				Frame:  pagetest.WorkFrame("Rà soát dịch vụ công trực tuyến", "/ra-soat"),
				State:  "2 dịch vụ · đã rà soát 1 · đã phê duyệt 1",
				MayAdd: true,
				Today:  value.MustDate("2024-07-15"),
				All:    2,
				Rows:   []app.Restructuring{service.Review, late},
			},
		},
		{
			Page:  "proposal/restructuring",
			State: "empty",
			Model: restructuringList{
				Frame: pagetest.WorkFrame("Rà soát dịch vụ công trực tuyến", "/ra-soat"),
			},
		},
		{
			Page:  "proposal/restructuring_new",
			State: "filled",
			Model: restructuringNew{
				Frame: pagetest.WorkFrame("Rà soát một dịch vụ", "/ra-soat"),
				Fields: []field.Cell{
					{ID: "procedure", Label: "Dịch vụ công trực tuyến", Problem: "Chưa chọn dịch vụ."},
				},
			},
		},
		{
			Page:  "proposal/restructuring_new",
			State: "empty",
			Model: restructuringNew{
				Frame: pagetest.WorkFrame("Rà soát một dịch vụ", "/ra-soat"),
			},
		},
		{
			Page:  "proposal/restructuring_show",
			State: "filled",
			Model: restructuringShow{
				restructuringPage: service,
				Correct:           true,
				Saved:             "2 bước",
				Figures:           []serviceFigure{{"steps", 5, 3}, {"papers", 1, 2}, {"trips", 1, 1}},
				Path:              samplePath(),
				Open:              []string{"Chưa ghi bất cập hiện nay."},
				Actions:           sampleSteps(),
			},
		},
		{Page: "proposal/restructuring_show", State: "empty", Model: restructuringShow{}},
		{Page: "proposal/restructuring_edit", State: "filled", Model: edit},
		{Page: "proposal/restructuring_edit", State: "long", Model: clash},
		{Page: "proposal/restructuring_edit", State: "empty", Model: restructuringEdit{}},
	}
}

// sampleService is the review of a service with all that its pages tell.
func sampleService() restructuringPage {
	m := restructuringPage{Frame: pagetest.WorkFrame("Đăng ký khai sinh", "/ra-soat"), MayEdit: true, Version: "2"}
	m.Review.Restructuring = review.Restructuring{
		ID:        1,
		Procedure: "1.001193",
		Name:      "Thủ tục đăng ký khai sinh",
		Author:    "Nguyễn Thị Hoa",
		State:     review.Approved,
		Finding:   "Phải đến hai lần.",
		Before:    review.Service{Steps: []review.UserStep{{Text: "Điền tờ khai.", Where: review.AtOffice, Papers: 2}}},
		After:     review.Service{Level: review.ServiceLevels[0], Steps: []review.UserStep{{Text: "Xem."}}},
		Decision:  review.DecisionRef{Number: "44/QĐ-UBND"},
	}
	return m
}

func sampleCost(editable bool) costTable {
	number := 0
	row := func(side, activity, hours string, annual value.Money) *costRow {
		name := side + "[" + string(rune('0'+number)) + "]"
		number++
		cell := func(key, label, v string) page.CostCell {
			return page.CostCell{Name: name + "." + key, Label: activity + ", " + label, Value: v}
		}
		return &costRow{
			Number: "1." + string(rune('0'+number)),
			Name:   name,
			Cells:  []page.CostCell{cell("activity", "Hoạt động", activity), cell("hours", "Thời gian (giờ)", hours)},
			Note:   cell("note", "Ghi chú", ""),
			Source: cost.Estimate,
			Sum:    &cost.Explanation{Hours: 5000, Rate: 48_248, Service: 5, Unit: 24_124, Annual: annual},
		}
	}
	side := func(id, annual string, rows ...*costRow) costSide {
		s := costSide{ID: id, Unit: "317.550", Annual: annual, Hours: "1.505"}
		for i, t := range cost.Tasks {
			s.Groups = append(s.Groups, &costGroup{Number: i + 1, Task: t})
		}
		s.Groups[0].Rows, s.Groups[0].Annual = rows, annual
		return s
	}
	c := costTable{
		ID:       "bang-chi-phi",
		Editable: editable,
		Action:   "/phuong-an/4/chi-phi",
		Saving:   "43.467.080 đồng",
		Percent:  "55,80%",
		Note:     "2 dòng là ước tính",
		Bars: barsOf([]value.Money{77_893_240, 0, 0, 0, 0, 0}, []value.Money{34_426_160, 0, 0, 0, 0, 0},
			review.PricedProposal{After: value.Known[value.Money](34_426_160)}),
	}
	c.Before = side(
		"before",
		"77.893.240",
		row("before", "Điền tờ khai", "0,5", 10_132_080),
		row("before", "Sao chụp giấy tờ", "1", 20_264_160),
	)
	number = 0
	c.After = side(
		"after",
		"34.426.160",
		row("after", "Điền tờ khai", "0,25", 5_066_040),
	)
	if editable {
		hours := &c.Before.Groups[0].Rows[1].Cells[1]
		hours.Value, hours.Problem = "-1", "Phải là số không âm, ví dụ 0,5."
		c.Problems = field.Summary{
			{Href: "#before%5B1%5D.hours", Text: "Dòng 1.2, cột Thời gian: phải là số không âm, ví dụ 0,5."},
		}
	}
	return c
}

func samplePath() []pathStep {
	return ahead([]pathStep{
		{State: review.Draft, Who: "Nguyễn Thị Mai"},
		{State: review.Returned, Who: "Lê Thị Hạnh", When: value.MustDate("2024-07-08")},
	}, review.Returned, straightWay...)
}
