package report

import (
	"rasoat/web/field"
	"rasoat/web/page"
	"rasoat/web/page/pagetest"
)

func campaignSamples() []pagetest.Sample {
	return []pagetest.Sample{
		{Page: "report/work", State: "filled", Model: sampleWork()},
		{
			Page:  "report/work",
			State: "empty",
			Model: workShow{
				Frame: pagetest.WorkFrame("Việc của tôi", "Việc của tôi"),
				State: "Ngày 15/7/2024",
				None:  "Không có việc nào đang chờ.",
			},
		},
	}
}

func planSamples() []pagetest.Sample {
	return []pagetest.Sample{
		{Page: "report/year", State: "filled", Model: sampleYear()},
		{
			Page:  "report/year",
			State: "own",
			Model: yearTable{
				Frame:    pagetest.WorkFrame("Bảng năm", ""),
				Headline: "Bảng năm 2024",
				State:    "Kế hoạch 29/KH-UBND",
				Units:    sampleYear().Units[:1],
				Sheet:    "/bang-nam.xlsx",
			},
		},
		{
			Page:  "report/year",
			State: "empty",
			Model: yearTable{
				Frame:    pagetest.WorkFrame("Bảng năm", ""),
				Headline: "Bảng năm 2025",
				All:      true,
				Nothing: page.EmptyState{
					Text: "Chưa có danh mục.",
					Next: page.Link{Text: "Rà soát", Href: "/ra-soat"},
				},
			},
		},
	}
}

func workSamples() []pagetest.Sample {
	return []pagetest.Sample{
		{Page: "report/list", State: "filled", Model: sampleReports()},
		{Page: "report/list", State: "empty", Model: reportList{}},
	}
}

func sampleWork() workShow {
	return workShow{
		Frame: pagetest.WorkFrame("Việc của tôi", "Việc của tôi"),
		State: "3 việc, 1 việc quá hạn",
		Groups: []workGroup{
			{
				"Quá hạn",
				"bad",
				[]workTask{{
					"Rà soát",
					"NB-01",
					"Giải quyết nghỉ phép hằng năm",
					"",
					"hạn 10/7/2024 đã qua",
					true,
					page.Link{
						Text: "Rà soát",
						Href: "/x",
					},
				}},
			},
			{
				"Đang chờ",
				"",
				[]workTask{{
					"Phương án trả lại",
					"NB-06",
					"Xét khen thưởng",
					"Trả lại: chưa tính chi phí.",
					"",
					false,
					page.Link{
						Text: "Sửa lại",
						Href: "/x",
					},
				}},
			},
		},
		Dates: []workDate{
			{"09/8/2024", "còn 19 ngày làm việc", "Rà soát 100% TTHC nội bộ nhóm B", "/ke-hoach", false},
			{"15/7/2024", "quá hạn", "Báo cáo tháng", "/ke-hoach", true},
		},
		Progress: []workProgress{{"Tư pháp - Hộ tịch", "8/11 đã nộp", "3 quá hạn", page.Bar{
			Percent: "72.73",
			Mark:    "",
			Tone:    "bad",
			Label:   "8/11 đã nộp",
		}, true}},
	}
}

func monthSamples() []pagetest.Sample {
	cell := func(name, label string) field.Cell { return field.Cell{ID: "task-III-2-1." + name, Label: label} }
	state := cell("state", "Trạng thái")
	state.Type, state.Options = "select", []field.Option{{Value: "done", Text: "đã hoàn thành", Selected: true}}
	task := monthPlace{
		ID:      "task/III.2-1",
		Anchor:  "task-III-2-1",
		Title:   "Gửi, nhận văn bản điện tử",
		Version: "1",
		Written: "Lê Thị Lan, 14/7/2024",
		Text:    field.Cell{ID: "task-III-2-1.text", Label: "Nội dung", Type: "textarea", Value: "Đã gửi 124 văn bản."},
		Task:    []field.Cell{state, cell("owner", "Người thực hiện")},
		Figures: []*field.Row{{Cells: []field.Cell{
			cell("figures[0].name", "Số liệu"),
			cell("figures[0].value", "Giá trị"),
		}}},
		Files: []monthFile{
			{Text: "Bảng kê.xlsx", Href: "/chi-tieu-cu-the/tai-lieu/ab"},
			{Text: "Ảnh.png", Value: "cd|Ảnh.png"},
		},
		Upload: field.Cell{ID: "task-III-2-1.file", Label: "Thêm tài liệu", Type: "file"},
	}
	direction := monthPlace{
		ID:      "direction",
		Anchor:  "direction",
		Title:   "Công tác chỉ đạo",
		Version: "0",
		Text:    field.Cell{ID: "direction.text", Label: "Nội dung", Type: "textarea"},
	}
	book := monthBook{
		Frame: pagetest.WorkFrame("Báo cáo tháng", "Báo cáo"),
		State: "kỳ từ 15/6/2024 đến 14/7/2024 · nộp chậm nhất 15/7/2024 · chưa phát hành",
		Both: page.BothVersions{
			Text: "Người khác vừa lưu.",
			Rows: []page.BothRow{{Label: "Nội dung", Saved: "a", Typed: "b"}},
		},
		PlanID:  "kh-29-2024",
		Month:   "2024-07",
		Months:  pagetest.SampleMonthTabs(),
		Found:   []string{"Rà soát TTHC nội bộ nhóm B: trong kỳ đã phê duyệt 02 thủ tục."},
		MayEdit: true,
		MayGive: true,
		Holes:   "Còn trống: số văn bản.",
		Places:  []monthPlace{direction, task},
		Files:   []page.Link{{Text: "Xem", Href: "/bao-cao/monthly"}},
		Issue:   []field.Cell{{ID: "number", Label: "Số văn bản"}},
		Issued:  []page.Link{{Text: "Số 45 ngày 15/6/2024", Href: "/bao-cao/da-phat-hanh/1"}},
	}
	read := book
	read.MayEdit, read.MayGive, read.Both = false, false, page.BothVersions{}
	return []pagetest.Sample{{
		Page:  "report/month",
		State: "filled",
		Model: book,
	}, {
		Page:  "report/month",
		State: "long",
		Model: read,
	}, {Page: "report/month", State: "empty", Model: monthBook{Frame: pagetest.WorkFrame("Báo cáo tháng", "")}}}
}

func sampleYear() yearTable {
	m := yearTable{
		Frame:    pagetest.WorkFrame("Bảng năm", ""),
		Headline: "Bảng năm 2024 theo bộ phận, công chức",
		State:    "Kế hoạch 29/KH-UBND ngày 13/3/2024 · số liệu đến 15/7/2024",
		All:      true,
		Sheet:    "/bang-nam.xlsx",
		Units: []yearUnit{
			{
				"Tài chính - Kế toán",
				yearLine{"Tài chính - Kế toán", "12", "8", "5", "1", "2", "83,33%", "1", "20.974.080"},
				[]yearLine{{"Trần Văn Minh", "12", "8", "5", "1", "2", "83,33%", "1", "20.974.080"}},
			},
			{
				"Chưa thuộc bộ phận nào",
				yearLine{"Chưa thuộc bộ phận nào", "2", "0", "0", "0", "0", "–", "0", "0"},
				[]yearLine{{"Chưa phân công", "2", "0", "0", "0", "0", "–", "0", "0"}},
			},
		},
		Total: yearLine{"Tổng cộng", "14", "8", "5", "1", "2", "83,33%", "1", "20.974.080"},
	}
	m.Pick = page.PlanPick{
		Notice:  "Đang xem Kế hoạch 29/KH-UBND năm 2024 (đã kết thúc); các trang mặc định theo Kế hoạch 31/KH-UBND.",
		Back:    "/bang-nam",
		Choices: []page.PlanChoice{{ID: "", Text: "31/KH-UBND, năm 2025, đang thực hiện"}},
	}
	return m
}

func sampleReports() reportList {
	files := []page.Link{{
		Text: "Word",
		Href: "/bao-cao/x.docx",
	}, {Text: "Excel", Href: "/bao-cao/x.xlsx"}, {Text: "HTML", Href: "/bao-cao/x.html"}}
	return reportList{
		Frame: pagetest.WorkFrame("Báo cáo", "Báo cáo"),
		State: "Bản thảo với số liệu ngày 15/7/2024",
		Form: reportForm{field.Summary{{
			Href: "#ngay",
			Text: "Ngày: không phải ngày.",
		}}, field.Cell{
			ID:      "dot",
			Label:   "Đợt rà soát",
			Type:    "select",
			Options: []field.Option{{Value: "", Text: "Cả hai đợt", Selected: true}},
		}, field.Cell{
			ID:    "so",
			Label: "Số văn bản",
		}, field.Cell{ID: "ngay", Label: "Ngày", Value: "32/7", Problem: "Không phải ngày."}},
		Groups: []reportGroup{
			{"Rà soát", []reportKind{
				{
					"Báo cáo tổng hợp kết quả rà soát",
					"Gửi UBND huyện",
					"hạn 09/8/2024",
					"Số liệu theo danh mục đã chốt.",
					"còn 2 chỗ trống: số văn bản, người ký",
					"Phần cán bộ viết: kiến nghị",
					"/bao-cao/review-summary",
					files,
					[]page.Link{{
						Text: "15/BC-UBND ngày 18/6/2024",
						Href: "/1",
					}},
					issueForm{"review-summary", "báo cáo kết quả rà soát", []field.Cell{{
						ID:      "review-summary.number",
						Label:   "Số văn bản",
						Problem: "Chưa ghi số văn bản.",
					}}, true},
				},
				{
					"Phương án đơn giản hóa",
					"Kèm quyết định phê duyệt",
					"",
					"",
					"",
					"",
					"/bao-cao/proposals",
					files,
					nil,
					issueForm{},
				},
				{
					"Biểu mẫu 03/SCM-KSTT",
					"Từng thủ tục, trước và sau",
					"",
					"",
					"",
					"",
					"/bao-cao/form-03",
					files[:2],
					nil,
					issueForm{},
				},
			}},
			{
				"Hằng tháng",
				[]reportKind{{
					"Báo cáo tháng 7/2024",
					"Gửi UBND huyện",
					"hạn 15/8/2024",
					"",
					"",
					"",
					"",
					files,
					nil,
					issueForm{},
				}},
			},
		},
	}
}
