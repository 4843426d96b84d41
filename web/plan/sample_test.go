package plan

import (
	"rasoat/app"
	"rasoat/review"
	"rasoat/tools/pagetest"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

func samples() []pagetest.Sample {
	return []pagetest.Sample{
		{Page: "plan/show", State: "filled", Model: samplePlanShow()},
		{Page: "plan/show", State: "empty", Model: planShow{}},
		{Page: "plan/edit", State: "filled", Model: samplePlanEdit()},
		{Page: "plan/edit", State: "empty", Model: planEdit{}},
		{Page: "plan/start", State: "filled", Model: planStart{
			Frame: pagetest.WorkFrame("Kế hoạch", ""),
			File:  field.Cell{ID: "file", Label: "Tệp kế hoạch", Type: "file"},
		}},
		{Page: "plan/start", State: "empty", Model: planStart{}},
		{Page: "plan/list", State: "filled", Model: samplePlans()},
		{Page: "plan/list", State: "empty", Model: planList{Frame: pagetest.WorkFrame("Kế hoạch", "")}},
	}
}

func samplePlanShow() planShow {
	draft := samplePlan()
	draft.Draft, draft.InForce = true, false
	revision := app.Revision[review.Plan]{Number: 2, Author: "office", Value: draft}
	return planShow{
		Frame:      pagetest.WorkFrame("Kế hoạch", ""),
		About:      draft,
		Upward:     review.Upward{Superior: "UBND tỉnh Quảng Trị"},
		State:      "dự thảo",
		CopiedFrom: "29/KH-UBND",
		Findings:   sampleFindings(),
		Notices:    value.Problems{{Field: "duties[0].deadline", Code: "day.none", Args: []any{"31/6/2024"}}},
		Edits:      true,
		Copies:     true,
		Version:    "2",
		Step: &planStep{
			Day:    field.Cell{ID: "from", Label: "Từ ngày"},
			Title:  "Bắt đầu thực hiện kế hoạch",
			Text:   "Từ ngày này.",
			Button: "Bắt đầu thực hiện",
		},
		History: []planVersion{
			{revision, []field.Difference{
				{Label: "Năm", Saved: "2024", Typed: "2025"},
				{Label: "Nhiệm vụ", Typed: "Sơ kết"},
				{Label: "Nhiệm vụ", Saved: "Tổng kết"},
			}},
			{Revision: app.Revision[review.Plan]{Number: 1, Author: "office"}},
		},
	}
}

// samplePlan has one of each of its parts.
func samplePlan() review.Plan {
	day := value.MustDate("2025-06-20")
	return review.Plan{
		ID:        "kh-31-2025",
		Number:    "31/KH-UBND",
		Title:     "Cải cách thủ tục hành chính trọng tâm năm 2025",
		Date:      value.MustDate("2025-02-10"),
		Year:      2025,
		InForce:   true,
		Upward:    review.Upward{Recipients: []string{"Đảng ủy xã", "HĐND xã"}},
		Campaigns: []review.CampaignPlan{{ID: "public", Name: "Rà soát TTHC", Due: day, HandIn: day}},
		Duties: []review.Duty{
			{ID: "D1", Title: "Báo cáo", Deadline: day, Owner: "Văn phòng", Funding: "ngân sách"},
			{ID: "D2", Title: "Báo cáo tháng", Monthly: 15},
		},
		Targets:    []review.Target{{ID: "number", Campaign: "public", Metric: review.Number, Deadline: day}},
		Indicators: []review.Indicator{{ID: "a", Group: "NQ 01", Number: "1", Name: "Đúng hạn", Unit: "%"}},
		Tasks:      []review.Task{{ID: "T1", Text: "Số hóa, làm sạch dữ liệu", Source: "III.2"}},
		Grounds: []review.Ground{
			{Type: "Nghị định", Number: "63/2010/NĐ-CP", Date: day, Issuer: "Chính phủ", Campaign: "public",
				Title: "về kiểm soát thủ tục hành chính", To: day, Note: "chưa đối chiếu"},
			{Type: "Luật", Title: "Tổ chức chính quyền địa phương"},
		},
		References: []review.Reference{{Number: "66/NQ-CP", Date: day, Issuer: "Chính phủ", Title: "Nghị quyết"}},
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
		Findings: sampleFindings(),
		Back:     page.Link{Text: "Kế hoạch 31/KH-UBND", Href: "/ke-hoach/kh-31-2025"},
		Action:   "/ke-hoach/kh-31-2025/sua/moc-thoi-han",
		Version:  "1",
		Hidden:   []page.HiddenField{{Name: "tu", Value: "kh-29-2024"}},
		Button:   "Sao chép",
		Shifts:   true,
		Fields:   []field.Cell{{ID: "number", Label: "Số"}},
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
	days := map[string]value.Date{}
	for _, d := range []string{"2024-04-25", "2024-06-20", "2024-07-15", "2024-08-09"} {
		days[d] = value.MustDate(d)
	}
	month := review.Due{ID: "D4/2024-07", Kind: review.MonthDue, Title: "Báo cáo tình hình thực hiện",
		Source: "IV", Deadline: days["2024-07-15"], LastDay: days["2024-07-15"]}
	return planList{
		Frame:   pagetest.WorkFrame("Kế hoạch", ""),
		About:   samplePlan(),
		Copies:  true,
		Summary: field.Summary{{Href: "#number", Text: "Số văn bản: chưa ghi số văn bản."}},
		All:     2,
		Plans:   []review.Plan{samplePlan(), {ID: "kh-32-2025", Number: "32/KH-UBND", Draft: true}},
		Dates: []planDate{
			{
				Due: review.Due{ID: "D2", Title: "Đề nghị công bố bổ sung", Source: "III.1.b", Owner: "Văn phòng",
					Deadline: days["2024-04-25"], LastDay: days["2024-04-25"], Done: days["2024-04-25"]},
				State: page.Verdict{Sign: "✓", Text: "hoàn thành ngày 22/4/2024", Tone: "met"},
				Href:  "/ra-soat",
				Note:  &planNote{ID: "D2", Done: true},
			},
			{
				Due: review.Due{ID: "hand_in/public", Kind: review.HandInDue, Title: "Rà soát thủ tục công khai",
					Deadline: days["2024-06-20"], LastDay: days["2024-06-20"]},
				State: page.Verdict{Sign: "✗", Text: "quá hạn", Tone: "bad"},
				Note: &planNote{
					ID:     "D1",
					Open:   true,
					Number: field.Cell{ID: "number", Label: "Số văn bản", Problem: "Chưa ghi số văn bản."},
					Day:    field.Cell{ID: "day", Label: "Ngày văn bản", Value: "18/6/2024"},
				},
			},
			{
				Due: review.Due{ID: "D3", Title: "Hoàn thành rà soát", Owner: "Chủ tịch",
					Deadline: days["2024-08-09"], LastDay: days["2024-08-09"]},
				Upcoming: &review.Due{Left: 19},
				State:    page.Verdict{Text: "đang thực hiện"},
				Text:     "đạt 2/3 chỉ tiêu",
				Href:     "/chi-tieu",
				Next:     true,
			},
			{
				Due:      month,
				State:    page.Verdict{Sign: "✗", Text: "1 kỳ chưa ghi nhận", Tone: "warn"},
				Noted:    8,
				Upcoming: &month,
				Months: []planDate{{
					Due:   month,
					State: page.Verdict{Text: "đang thực hiện"},
					Note: &planNote{
						ID:     "D4/2024-07",
						Number: field.Cell{ID: "number-d4", Name: "number", Label: "Số văn bản"},
						Day:    field.Cell{ID: "day-d4", Name: "day", Label: "Ngày văn bản"},
					},
				}},
			},
			{Due: review.Due{ID: "D5", Title: "Thường xuyên"}, State: page.Verdict{Text: "đang thực hiện"}},
		},
	}
}

func sampleFindings() []page.FindingGroup {
	mend := page.Link{Text: "Sửa lại", Href: "/ke-hoach/kh-29-2024/sua/chung"}
	return []page.FindingGroup{
		{Head: "Cấp huyện không còn từ ngày 01/7/2025.", Rows: []page.FindingRow{
			{Text: "Nơi nhận: “UBND huyện Vĩnh Linh”", Mend: mend}, {Text: "Nơi nhận: “UBND huyện”"},
		}},
		{Head: "Năm khác với năm 2026.", Rows: []page.FindingRow{{Text: "Tên kế hoạch: “2024”", Mend: mend}}},
	}
}
