package plan

import (
	"rasoat/web/field"
	"rasoat/web/page"
	"rasoat/web/page/pagetest"
)

func partSamples() []pagetest.Part {
	return []pagetest.Part{}
}

func planSamples() []pagetest.Sample {
	return []pagetest.Sample{
		{Page: "plan/show", State: "filled", Model: samplePlanShow()},
		{Page: "plan/show", State: "empty", Model: planShow{}},
		{Page: "plan/edit", State: "filled", Model: samplePlanEdit()},
		{Page: "plan/edit", State: "empty", Model: planEdit{}},
	}
}

func workSamples() []pagetest.Sample {
	return []pagetest.Sample{
		{Page: "plan/list", State: "filled", Model: samplePlans()},
		{Page: "plan/list", State: "empty", Model: planList{Frame: pagetest.WorkFrame("Kế hoạch", "")}},
	}
}

func samplePlanShow() planShow {
	return planShow{
		Frame:    pagetest.WorkFrame("Kế hoạch", ""),
		Headline: "Kế hoạch 31/KH-UBND",
		Title:    "Cải cách thủ tục hành chính trọng tâm năm 2025",
		State:    "Năm 2025 · ban hành 10/02/2025 · dự thảo",
		Notices:  []string{"Báo cáo: hạn 20/6/2024 không thuộc năm 2025."},
		Facts:    []planFact{{"Cơ quan cấp trên", "UBND tỉnh Quảng Trị"}},
		Base:     "/ke-hoach/kh-31-2025",
		ID:       "kh-31-2025",
		Editable: true,
		Version:  "1",
		Copy:     "/ke-hoach/sao-chep",
		Parts: []planTable{{
			ID:    "moc-thoi-han",
			Title: "Nhiệm vụ",
			Edit:  "/ke-hoach/kh-31-2025/sua/moc-thoi-han",
			Head:  []string{"Nhiệm vụ", "Hạn"},
			Rows:  [][]planCell{{{"", "Báo cáo"}, {"Hạn", "trước ngày 20/6/2025"}}},
		}, {ID: "nhiem-vu", Title: "Nhiệm vụ thường xuyên", None: "Chưa ghi."}},
		Step: planStep{
			Title:  "Cho kế hoạch có hiệu lực",
			Text:   "Từ ngày này.",
			Field:  field.Cell{ID: "from", Label: "Từ ngày"},
			Do:     "hieu-luc",
			Button: "Cho có hiệu lực",
		},
		History: []planVersion{
			{"Bản 2, 10/02/2025 08:00, Lê Thị Lan", "1 thay đổi", []string{"Năm: “2024” → “2025”"}},
			{Text: "Bản 1, 10/02/2025 07:00, Lê Thị Lan"},
		},
	}
}

func samplePlanEdit() planEdit {
	row := field.Row{
		Title:   "Báo cáo",
		Name:    "duties[0]",
		KeyName: "duties[0].id",
		Key:     "D1",
		Drop:    true,
		Dropped: true,
		Cells:   []field.Cell{{ID: "duties[0].title", Label: "Nhiệm vụ", Value: "Báo cáo"}},
		Open:    field.Link{Text: "Sửa nội dung", Href: "/x"},
	}
	return planEdit{
		Frame:    pagetest.WorkFrame("Nhiệm vụ", ""),
		Headline: "Nhiệm vụ có thời hạn",
		State:    "Kế hoạch 31/KH-UBND · dự thảo",
		Notices:  []string{"Chưa có ngày nghỉ của năm 2025."},
		Back:     page.Link{Text: "Kế hoạch 31/KH-UBND", Href: "/ke-hoach/kh-31-2025"},
		Action:   "/ke-hoach/kh-31-2025/sua/moc-thoi-han",
		Version:  "1",
		From:     "kh-29-2024",
		Fields:   []field.Cell{{ID: "number", Label: "Số"}},
		Submit:   "Lưu",
		Shift:    true,
		Lists: []field.List{{
			ID:    "nv",
			Title: "Nhiệm vụ",
			Text:  "Một lần hoặc hằng tháng.",
			Rows:  []field.Row{row},
			New:   &field.Row{Title: "Dòng mới", Name: "duties[1]"},
			Add:   "Thêm một dòng",
			More:  field.Link{Text: "Thêm", Href: "/y"},
		}},
	}
}

func samplePlans() planList {
	return planList{
		Frame:   pagetest.WorkFrame("Kế hoạch", ""),
		State:   "Kế hoạch 29/KH-UBND ngày 13/3/2024 · 2 mốc đã qua, 2 mốc còn lại",
		Summary: field.Summary{{Href: "#number", Text: "Số văn bản: chưa ghi số văn bản."}},
		Dates: []planDate{
			{
				ID:     "d2",
				Date:   "25/4/2024",
				Title:  "Đề nghị công bố bổ sung danh mục nội bộ nhóm B",
				Source: "III.1.b",
				Owner:  "Văn phòng",
				State:  page.Verdict{Sign: "✓", Text: "xong 22/4/2024", Tone: "met"},
				Href:   "/ra-soat",
				Note:   &planNote{ID: "D2", Done: true},
			},
			{
				ID:     "d1",
				Date:   "20/6/2024",
				Left:   "quá hạn 17 ngày làm việc",
				Title:  "Gửi kết quả rà soát thủ tục công khai",
				Source: "III.1.a",
				Owner:  "Văn phòng",
				State:  page.Verdict{Sign: "✗", Text: "quá hạn", Tone: "bad"},
				Href:   "/bao-cao",
				Note: &planNote{
					ID:     "D1",
					Open:   true,
					Number: field.Cell{ID: "number", Label: "Số văn bản", Problem: "Chưa ghi số văn bản."},
					Day:    field.Cell{ID: "day", Label: "Ngày văn bản", Value: "18/6/2024"},
				},
			},
			{
				ID:     "d3",
				Date:   "09/8/2024",
				Left:   "còn 19 ngày làm việc",
				Title:  "Hoàn thành rà soát, phê duyệt phương án nội bộ nhóm B",
				Source: "III.1.b",
				Owner:  "Chủ tịch",
				State:  page.Verdict{Sign: "", Text: "đang làm", Tone: ""},
				Text:   "đạt 2/3 chỉ tiêu",
				Href:   "/chi-tieu",
				Next:   true,
			},
			{
				ID:      "d4",
				Date:    "ngày 15 hằng tháng",
				Title:   "Báo cáo tình hình thực hiện",
				Source:  "IV",
				Owner:   "Văn phòng",
				State:   page.Verdict{Sign: "✗", Text: "1 kỳ chưa ghi nhận", Tone: "warn"},
				Heading: true,
				Folded:  "9 kỳ, đã ghi nhận 8 kỳ",
				Months: []planDate{{
					ID:    "d4-7",
					Date:  "15/7/2024",
					Title: "tháng 7/2024",
					State: page.Verdict{Sign: "", Text: "đang làm", Tone: ""},
					Note: &planNote{
						ID:     "D4/2024-07",
						Number: field.Cell{ID: "number-d4", Name: "number", Label: "Số văn bản"},
						Day:    field.Cell{ID: "day-d4", Name: "day", Label: "Ngày văn bản"},
					},
				}},
			},
		},
		Tasks: []planTask{
			{"Số hóa, làm sạch dữ liệu", "III.2", "Bộ phận một cửa", "/nhiem-vu/3"},
			{"Tiếp nhận, xử lý khó khăn, vướng mắc", "III.2", "", ""},
		},
		Plans: []planRow{{
			"/ke-hoach/kh-29-2024",
			"29/KH-UBND",
			"13/3/2024",
			"Cải cách thủ tục hành chính trọng tâm năm 2024",
			page.Badge{
				Text: "đang theo",
				Tone: "met",
			},
			true,
		}},
	}
}
