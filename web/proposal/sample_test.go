package proposal

import (
	"strings"

	"rasoat/review"
	"rasoat/web/field"
	"rasoat/web/page"
	"rasoat/web/page/pagetest"
)

func partSamples() []pagetest.Part {
	return []pagetest.Part{
		{
			Name: "part/service_head",
			Model: restructuringHead{
				Code:  "1.001193",
				Title: page.Link{Text: "Thủ tục đăng ký khai sinh", Href: "/thu-tuc/1.001193"},
				Facts: "Nguyễn Thị Hoa",
				State: page.Badge{Text: "dự thảo", Tone: ""},
			},
		},
		{Name: "part/path", Model: samplePath()},
		{Name: "part/path", Model: []page.PathStep(nil)},
		{Name: "part/cost_table", Model: sampleCost(false)},
		{Name: "part/cost_table", Model: sampleCost(true)},
		{Name: "part/cost_table", Model: costTable{}},
		{Name: "part/proposal_head", Model: sampleProposalHead()},
		{
			Name:  "part/saving",
			Model: proposalCost{"77.893.240 đồng", "34.426.160 đồng", "43.467.080 đồng", "55,80%", ""},
		},
		{Name: "part/impact", Model: sampleImpact()},
		{Name: "part/impact", Model: []impactLine(nil)},
		{Name: "part/checkbox", Model: checkbox{"a", "1", "Bỏ", true, "Chọn một."}},
		{Name: "part/steps", Model: sampleSteps()},
		{Name: "part/member_show", Model: memberShow{ID: "thu-tuc-9", Code: "NB-01", Name: "Nghỉ phép"}},
	}
}

func proposalSamples() []pagetest.Sample {
	f := pagetest.WorkFrame("Phương án", "Phương án")
	long := strings.Repeat("Đề nghị mua sắm văn phòng phẩm, công cụ, dụng cụ ", 4)
	show := proposalShow{
		Frame:      f,
		Head:       sampleProposalHead(),
		Summary:    field.Summary{{Href: "#return.note", Text: "Lý do trả lại: chưa ghi."}},
		InWords:    []string{"Bỏ 2 giấy tờ"},
		Cost:       proposalCost{"77.893.240 đồng", "34.426.160 đồng", "43.467.080 đồng", "55,80%", ""},
		Impact:     sampleImpact(),
		ImpactNote: "Chỉ tính …",
		Path:       samplePath(),
		Open:       []string{"Nội dung 1, Lý do: chưa ghi lý do."},
		Notices:    []string{"Hiện tại, dòng 1.1: 40 giờ bằng đúng thời hạn 5 ngày × 8 giờ."},
		Actions:    sampleSteps(),
		Edit:       []page.Link{{Text: "Sửa nội dung", Href: "/phuong-an/4/sua"}},
		Main:       "3",
		Copy:       true,
		Measures:   []measureLine{{"Bỏ giấy tờ", "Thành phần hồ sơ", "Bỏ bản sao", "Đã có"}},
		Members: []memberShow{
			{
				ID:      "thu-tuc-1",
				Code:    "NB-04",
				Name:    "Mua sắm",
				Parts:   pagetest.SampleCompared(),
				Same:    "11 phần khác không thay đổi.",
				Cost:    sampleCost(false),
				HasCost: true,
				Note:    "Giữ như khi trình.",
			},
		},
		Amendments: []review.Amendment{{Document: "Thông tư 01", Article: "Điều 3", Request: "Bỏ điểm b", By: "Bộ A"}},
		Merged:     []page.Link{{Text: "NB-05", Href: "/thu-tuc/NB-05"}},
		Effort:     "Ước cần 2 ngày công.",
		Roadmap:    "quý IV/2024",
		Decision:   "Quyết định 45/QĐ-UBND ngày 20/7/2024",
		Scan:       page.Link{Text: "bản quét", Href: "/phuong-an/4/quyet-dinh"},
		Others:     []otherProposal{{"/phuong-an/9", "Phương án số 9", page.Badge{Text: "dự thảo", Tone: ""}}},
	}
	ask := func(id string) field.Cell { return field.Cell{ID: id, Label: "Lý do", Type: "textarea"} }
	edit := proposalEdit{
		Frame:     f,
		Head:      sampleProposalHead(),
		Summary:   field.Summary{{Href: "#effort", Text: "Ngày công: phải là số."}},
		Both:      sampleBoth(),
		Version:   "3",
		Top:       []field.Cell{ask("conclusion"), ask("title")},
		Rest:      []field.Cell{ask("roadmap"), ask("merged"), ask("effort")},
		AddMember: ask("add_member"),
		Members: []memberEdit{
			{
				Name:    "members[0]",
				Code:    "NB-04",
				Title:   long,
				Open:    true,
				Remove:  &checkbox{Name: "members[0].remove", Value: "1", Text: "Đưa ra"},
				Written: 1,
				Parts: []partEdit{
					{
						Title:  "Thành phần hồ sơ",
						Text:   []string{"Đơn"},
						Fields: []field.Cell{ask("members[0].paper.0.0")},
						Checks: []checkbox{{"members[0].channel.online", "1", "Bổ sung nộp trực tuyến", false, ""}},
					},
				},
				Rewrite: []rewriteEdit{{[]string{"Bước 1"}, ask("members[0].rewrite.steps")}},
			},
		},
		Measures: []field.Row{{Number: "1", Name: "measures[0]", Cells: []field.Cell{ask("measures[0].reason")}}},
		Amendments: []field.Row{
			{Number: "1", Name: "amendments[0]", Cells: []field.Cell{ask("amendments[0].request")}},
		},
		Result: []memberShow{{ID: "thu-tuc-1", Code: "NB-04", Parts: pagetest.SampleCompared()}},
	}
	return []pagetest.Sample{
		{
			Page:  "proposal/list",
			State: "filled",
			Model: proposalList{
				Frame:  f,
				State:  "2 trong 7 phương án",
				MayNew: true,
				Facets: []page.FacetList{
					{
						Title: "Việc",
						Values: []page.FacetValue{
							{Text: "Chờ tôi", Count: "2", Href: "/phuong-an?cho-toi=1", Set: true},
						},
					},
				},
				Rows: []proposalLine{
					{
						Href:    "/phuong-an/4",
						Codes:   "NB-04, NB-05, NB-06 +2",
						Title:   long,
						State:   page.Badge{Text: "đã trình", Tone: "accent"},
						Waiting: true,
						Author:  "Nguyễn Thị Mai",
						Before:  "1 đồng",
						Saving:  "1 đồng",
						Percent: "100,00%",
						Badges:  []page.Badge{{Text: "nhóm 5 thủ tục", Tone: ""}},
					},
				},
			},
		},
		{
			Page:  "proposal/list",
			State: "empty",
			Model: proposalList{
				Frame: f,
				Nothing: page.EmptyState{
					Text: "Chưa có phương án nào.",
					Next: page.Link{Text: "Lập phương án", Href: "/phuong-an/moi"},
				},
			},
		},
		{
			Page:  "proposal/new",
			State: "filled",
			Model: proposalNew{
				Frame:    f,
				Summary:  field.Summary{{Text: "Chưa chọn thủ tục nào."}},
				TitleAsk: ask("title"),
				Campaigns: []newCampaign{
					{"a/b", "Nội bộ", []newChoice{{"", "a/b/NB-01", "NB-01", "Nghỉ phép", true}}, ""},
					{"a/c", "Công khai", nil, "Chưa chốt danh mục."},
				},
			},
		},
		{Page: "proposal/new", State: "empty", Model: proposalNew{Frame: f, TitleAsk: ask("title")}},
		{Page: "proposal/show", State: "filled", Model: show},
		{Page: "proposal/show", State: "empty", Model: proposalShow{}},
		{Page: "proposal/edit", State: "filled", Model: edit},
		{Page: "proposal/edit", State: "empty", Model: proposalEdit{AddMember: ask("f")}},
		{
			Page:  "proposal/cost",
			State: "filled",
			Model: proposalCosts{
				Frame:    f,
				Head:     sampleProposalHead(),
				Both:     sampleBoth(),
				Version:  "3",
				Code:     "NB-04",
				Tabs:     []tab{{"NB-04", "/a", true}, {"NB-05", "/b", false}},
				Notice:   "Bãi bỏ.",
				Rate:     "23.932 đồng",
				Subjects: ask("all.subjects"),
				Times:    ask("all.times"),
				Table:    sampleCost(true),
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
			Model: proposalApprove{
				Frame:    f,
				Head:     sampleProposalHead(),
				InWords:  []string{"Bỏ 2 giấy tờ"},
				Impact:   sampleImpact(),
				Warnings: []string{"2 dòng là ước tính."},
				Measures: show.Measures,
				Actions:  sampleSteps(),
				Parts:    show.Members,
			},
		},
		{Page: "proposal/approve", State: "empty", Model: proposalApprove{}},
	}
}

func sampleProposalHead() proposalHead {
	return proposalHead{
		Href:     "/phuong-an/4",
		Name:     "Đề nghị mua sắm văn phòng phẩm",
		Codes:    []page.Link{{Text: "NB-04", Href: "/thu-tuc/NB-04"}, {Text: "NB-05", Href: ""}},
		State:    page.Badge{Text: "trả lại", Tone: "bad"},
		Badges:   []page.Badge{{Text: "dự phòng", Tone: "warn"}},
		Line:     "Cắt giảm · bản 3",
		Returned: "Lê Thị Hạnh trả lại với lý do: thiếu căn cứ",
		Version:  "3",
	}
}

func sampleImpact() []impactLine {
	return []impactLine{
		{"Số lượng", "16,67%", "25,00%", pagetest.Met, ""},
		{"Chi phí", "17,08%", "18,60%", pagetest.NotMet, "còn thiếu 1.583.498 đồng"},
	}
}

func sampleBoth() page.BothVersions {
	return page.BothVersions{
		Text: "Trần Văn Minh đã lưu bản 4.",
		Rows: []page.BothRow{{Label: "Kết luận", Saved: "Cắt giảm", Typed: "Bãi bỏ"}},
	}
}

func sampleSteps() []proposalAction {
	return []proposalAction{
		{
			Action:  "approve",
			Text:    "Phê duyệt",
			Primary: true,
			Fields:  []field.Cell{{ID: "approve.number", Label: "Số quyết định", Need: true}},
			Scan:    field.Cell{ID: "approve.scan", Label: "Bản quét", Hint: "PDF", Problem: "Không phải PDF."},
		},
		{
			Action: "return",
			Text:   "Trả lại",
			Fields: []field.Cell{{ID: "return.note", Label: "Lý do trả lại", Type: "textarea"}},
		},
		{Action: "put_in_force", Text: "Ghi nhận đã thực thi", NewVersions: true},
		{Action: "submit", Text: "Trình duyệt", Primary: true},
		{Action: "check", Text: "Thẩm tra", Why: "Người lập phương án không được thẩm tra."},
		{Action: "approve", Text: "Phê duyệt", Href: "/phuong-an/4/duyet", Primary: true},
	}
}

func restructuringSamples() []pagetest.Sample {
	head := restructuringHead{
		Code:  "1.001193",
		Title: page.Link{Text: "Thủ tục đăng ký khai sinh", Href: "/thu-tuc/1.001193"},
		Href:  "/dich-vu-truc-tuyen/1",
		State: page.Badge{Text: "đã phê duyệt", Tone: "met"},
		Facts: "Nguyễn Thị Hoa · hạn 31/7/2024",
		Edit:  true,
	}
	edit := restructuringEdit{
		Frame:   pagetest.WorkFrame("Sửa rà soát dịch vụ công trực tuyến", "/ra-soat"),
		Head:    head,
		Version: "2",
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
			{
				ID:    "before",
				Title: "Hiện nay",
				Hint:  "Điền sẵn từ danh mục.",
				Level: field.Cell{ID: "before.level", Label: "Mức độ cung cấp"},
				Steps: []field.Row{{Number: "1", Name: "before.steps[0]", Cells: []field.Cell{
					{ID: "before.steps[0].text", Label: "Việc phải làm, bước 1", Type: "textarea"},
					{ID: "before.steps[0].where", Label: "Nơi làm, bước 1"},
					{ID: "before.steps[0].papers", Label: "Giấy tờ, bước 1"},
				}}},
			},
			{
				ID:    "after",
				Title: "Sau tái cấu trúc",
				Copy:  true,
				Level: field.Cell{ID: "after.level", Label: "Mức độ cung cấp sau"},
			},
		},
		After: []field.Cell{{ID: "change", Label: "Nội dung tái cấu trúc", Type: "textarea"}},
	}
	clash := edit
	clash.Both = sampleBoth()
	return []pagetest.Sample{
		{
			Page:  "proposal/restructuring",
			State: "filled",
			Model: restructuringList{
				Frame: pagetest.WorkFrame("Rà soát dịch vụ công trực tuyến", "/ra-soat"),
				State: "2 dịch vụ · đã rà soát 1 · đã phê duyệt 1",
				Add:   page.Link{Text: "Rà soát một dịch vụ", Href: "/dich-vu-truc-tuyen/moi"},
				Rows: []restructuringRow{
					{
						Title:  page.Link{Text: "Thủ tục đăng ký khai sinh", Href: "/dich-vu-truc-tuyen/1"},
						Code:   "1.001193",
						Who:    "Nguyễn Thị Hoa",
						Due:    "31/7/2024",
						Late:   page.Verdict{Sign: "✗", Text: "quá hạn", Tone: "bad"},
						Level:  "một phần → toàn trình",
						Steps:  "5 → 3",
						Trips:  "3 → 1",
						Papers: "8 → 3",
						State:  page.Badge{Text: "đã phê duyệt", Tone: "met"},
					},
				},
			},
		},
		{
			Page:  "proposal/restructuring",
			State: "empty",
			Model: restructuringList{
				Frame:   pagetest.WorkFrame("Rà soát dịch vụ công trực tuyến", "/ra-soat"),
				Nothing: page.EmptyState{Text: "Chưa rà soát dịch vụ công trực tuyến nào."},
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
				Nothing: page.EmptyState{
					Text: "Không còn dịch vụ nào để rà soát.",
					Next: page.Link{Text: "Danh mục", Href: "/danh-muc"},
				},
			},
		},
		{
			Page:  "proposal/restructuring_show",
			State: "filled",
			Model: restructuringShow{
				Frame:   pagetest.WorkFrame("Thủ tục đăng ký khai sinh", "/ra-soat"),
				Head:    head,
				Both:    sampleBoth(),
				InWords: "Mỗi lượt người dân bớt 2 bước.",
				Figures: []serviceFigure{
					{"Mức độ cung cấp", "một phần", "toàn trình", "", ""},
					{"Số bước", "5", "3", "bớt 2", "met"},
					{"Giấy tờ", "1", "2", "thêm 1", "bad"},
				},
				Sides: []serviceSide{
					{Title: "Hiện nay", Steps: []serviceStep{{"Điền tờ khai.", "trên mạng · 25 phút"}}},
					{Title: "Sau tái cấu trúc", None: "Chưa ghi bước nào."},
				},
				Texts:    []page.Term{{Term: "Bất cập hiện nay", Text: "Phải đến hai lần."}},
				Decision: "Phê duyệt tại 44/QĐ-UBND ngày 8/7/2024",
				Path: []page.PathStep{
					{Text: "Dự thảo", Who: "Hoa", When: "1/7/2024", Done: true, Current: true},
					{Text: "Đã trình"},
				},
				Open: []string{"Chưa ghi bất cập hiện nay."},
				Actions: []proposalAction{
					{Action: "submit", Post: "/dich-vu-truc-tuyen/1/buoc", Version: "2", Text: "Trình", Primary: true},
				},
			},
		},
		{
			Page:  "proposal/restructuring_show",
			State: "empty",
			Model: restructuringShow{
				Frame: pagetest.WorkFrame("Thủ tục đăng ký khai sinh", "/ra-soat"),
				Head: restructuringHead{
					Title: page.Link{Text: "Thủ tục đăng ký khai sinh", Href: "/thu-tuc/1.001193"},
				},
			},
		},
		{Page: "proposal/restructuring_edit", State: "filled", Model: edit},
		{Page: "proposal/restructuring_edit", State: "long", Model: clash},
		{
			Page:  "proposal/restructuring_edit",
			State: "empty",
			Model: restructuringEdit{
				Frame: pagetest.WorkFrame("Sửa", "/ra-soat"),
				Head: restructuringHead{
					Title: page.Link{Text: "Thủ tục đăng ký khai sinh", Href: "/thu-tuc/1.001193"},
				},
			},
		},
	}
}

func sampleCost(editable bool) costTable {
	number := 0
	row := func(side, activity, hours, unit, annual, sum string) costRow {
		name := side + "[" + string(rune('0'+number)) + "]"
		number++
		cell := func(key, label, v string) page.CostCell {
			return page.CostCell{Name: name + "." + key, Label: activity + ", " + label, Value: v}
		}
		return costRow{
			Number:   "1." + string(rune('0'+number)),
			Name:     name,
			Task:     "prepare",
			Activity: cell("activity", "Hoạt động", activity),
			Hours:    cell("hours", "Thời gian (giờ)", hours),
			Rate:     cell("hourly_rate", "Thu nhập", "48.248"),
			Service:  cell("service_cost", "Dịch vụ", "0"),
			Fees:     cell("fees", "Phí", "0"),
			Times:    cell("times_per_year", "Số lần", "1"),
			Subjects: cell("subjects_per_year", "Số đối tượng", "420"),
			Note:     cell("note", "Ghi chú", ""),
			Source:   "ước tính",
			Sources: []field.Option{
				{Value: "estimate", Text: "ước tính", Selected: true},
				{Value: "survey", Text: "khảo sát"},
			},
			Unit:   unit,
			Annual: annual,
			Sum:    sum,
		}
	}
	side := func(id, title, annual string, rows ...costRow) costSide {
		s := costSide{ID: id, Title: title, Unit: "317.550", Annual: annual, Hours: "1.505"}
		for i, t := range []string{
			"Chuẩn bị hồ sơ",
			"Nộp hồ sơ",
			"Nộp phí, lệ phí, chi phí khác",
			"Phục vụ kiểm tra, đánh giá thực tế",
			"Công việc khác",
			"Nhận kết quả",
		} {
			s.Groups = append(s.Groups, costGroup{Number: string(rune('1' + i)), Task: "prepare", Title: t})
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
	}
	c.Before = side(
		"before",
		"Hiện tại",
		"77.893.240",
		row("before", "Điền tờ khai", "0,5", "24.124", "10.132.080", "0,5 giờ × 48.248 = 24.124"),
		row("before", "Sao chụp giấy tờ", "1", "48.248", "20.264.160", "1 giờ × 48.248 = 48.248"),
	)
	number = 0
	c.After = side(
		"after",
		"Sau đơn giản hóa",
		"34.426.160",
		row("after", "Điền tờ khai", "0,25", "12.062", "5.066.040", "0,25 giờ × 48.248 = 12.062"),
	)
	if editable {
		c.Before.Groups[0].Rows[1].Hours.Value, c.Before.Groups[0].Rows[1].Hours.Problem = "-1",
			"Phải là số không âm, ví dụ 0,5."
		c.Problems = field.Summary{
			{Href: "#before%5B1%5D.hours", Text: "Dòng 1.2, cột Thời gian: phải là số không âm, ví dụ 0,5."},
		}
	}
	return c
}

func samplePath() []page.PathStep {
	return []page.PathStep{
		{Text: "Dự thảo", Who: "Nguyễn Thị Mai", When: "01/7/2024", Done: true, Current: false, Bad: false},
		{Text: "Đã trình", Who: "Nguyễn Thị Mai", When: "05/7/2024", Done: true, Current: false, Bad: false},
		{Text: "Đã thẩm tra", Who: "Lê Thị Hạnh", When: "08/7/2024", Done: true, Current: true, Bad: false},
		{Text: "Đã phê duyệt", Who: "", When: "", Done: false, Current: false, Bad: false},
		{Text: "Đã thực thi", Who: "", When: "", Done: false, Current: false, Bad: false},
	}
}
