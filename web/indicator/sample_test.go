package indicator

import (
	"rasoat/app"
	"rasoat/review"
	"rasoat/tools/pagetest"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

func partSamples() []pagetest.Part {
	return []pagetest.Part{
		{Name: "part/indicator_grid", Model: sampleIndicatorMonth().Grid},
		{Name: "part/indicator_grid", Model: indicatorGrid{}},
		{Name: "part/sparkline", Model: sampleIndicatorRow().Trend},
		{Name: "part/sparkline", Model: sparkline{}},
	}
}

func indicatorSamples() []pagetest.Sample {
	return []pagetest.Sample{
		{Page: "indicator/month", State: "filled", Model: sampleIndicatorMonth()},
		{Page: "indicator/settlement", State: "filled", Model: sampleSettlement()},
		{Page: "indicator/month", State: "released", Model: releasedIndicatorMonth()},
		{
			Page:  "indicator/month",
			State: "empty",
			Model: indicatorMonth{
				Frame: pagetest.WorkFrame("Chỉ tiêu cải cách TTHC (Phụ lục)", "Chỉ tiêu rà soát, cắt giảm"),
				Of:    app.IndicatorMonth{Table: review.IndicatorTable{Month: value.MustMonth("2024-06")}},
			},
		},
		{
			Page:  "indicator/public",
			State: "filled",
			Model: indicatorPublic{
				Frame: pagetest.PublicFrame("Chỉ tiêu đã công khai"),
				Of: review.IndicatorRelease{
					PlanNumber: "29/KH-UBND",
					Month:      value.MustMonth("2024-05"),
					Reopened:   &review.Reopening{},
				},
				Months: pagetest.SampleMonthTabs(),
				Counts: []page.Verdict{{Sign: "✓", Text: "9/13 đạt", Tone: "met"}},
				Grid: indicatorGrid{
					Public: true,
					Month:  "Tháng 5/2024",
					Groups: []indicatorGroup{{"Chỉ tiêu theo Nghị quyết: NQ 01", []indicatorRow{sampleIndicatorRow()}}},
				},
			},
		},
		{
			Page:  "indicator/public",
			State: "empty",
			Model: indicatorPublic{
				Frame: pagetest.PublicFrame("Chỉ tiêu đã công khai"),
			},
		},
	}
}

func sampleIndicatorRow() indicatorRow {
	met := page.Verdict{Sign: "✓", Text: "đạt", Tone: "met"}
	return indicatorRow{
		ID: "nq01-3",
		Indicator: review.Indicator{
			Group:      "NQ 01",
			Number:     "3",
			Name:       "Tỷ lệ hồ sơ trực tuyến trên tổng số hồ sơ tiếp nhận, giải quyết TTHC",
			TargetText: "Tối thiểu 50",
			Unit:       "%",
			Lead:       "Văn phòng",
		},
		Part: review.IndicatorPart{Variant: review.Variant{
			Name:        "hồ sơ",
			Numerator:   "Số hồ sơ tiếp nhận trực tuyến trong kỳ",
			Denominator: "Tổng số hồ sơ tiếp nhận trong kỳ",
		}},
		Numerator:   field.Cell{ID: "nq01-3.numerator", Label: "NQ 01, số 3, Tử số", Value: "189"},
		Denominator: field.Cell{ID: "nq01-3.denominator", Label: "NQ 01, số 3, Mẫu số", Value: "310"},
		Result:      indicatorScore{"60,97%", "189/310", met, nil},
		Year:        indicatorScore{"54,02%", "625/1.157", met, []string{"thiếu T4", "số ít"}},
		Change:      "+4,16",
		Trend: sparkline{
			Label: "T5 56,81%; T6 60,97%",
			Lines: []string{"37.25,12.5 45.75,11.6"},
			Dots:  []sparkDot{{"37.25", "12.5", "met"}, {"45.75", "11.6", "met"}},
			Mark:  "14.0",
		},
		Saved:   "Lê Thị Hạnh, 05/7/2024",
		Counted: page.Link{Text: "Sổ phản ánh, kiến nghị: 2/3", Href: "/phan-anh"},
	}
}

func sampleIndicatorMonth() indicatorMonth {
	right, wrong, clash, head := sampleIndicatorRow(), sampleIndicatorRow(), sampleIndicatorRow(), sampleIndicatorRow()
	right.Open, right.Files = true, []indicatorFile{
		{review.Evidence{SHA: "ab", Name: "Bảng kê.xlsx"}, true},
		{review.Evidence{SHA: "cd", Name: "Ảnh.png"}, false},
	}
	wrong.ID, wrong.Open, wrong.Waiting, wrong.Numerator.Problem = "nq01-1", true, true,
		"Tử số (90) lớn hơn mẫu số (88); kiểm tra lại hai số."
	wrong.Numerator.ID, wrong.Denominator.ID = "nq01-1.numerator", "nq01-1.denominator"
	wrong.Result = indicatorScore{Verdict: page.Verdict{Sign: "…", Text: "chưa có số liệu", Tone: "warn"}}
	clash.ID, clash.Open, clash.Clash, clash.IsPart, clash.Unfold = "nq01-4.papers", true,
		"Trong lúc nhập, Trần Văn Minh đã lưu 12/15.", true, true
	clash.Numerator.ID, clash.Denominator.ID = "nq01-4.papers.numerator", "nq01-4.papers.denominator"
	head.ID, head.Head, head.Shared = "nq01-4", true, "Cùng một số liệu với chỉ tiêu NQ 01, số 5"
	return indicatorMonth{
		Frame: pagetest.WorkFrame("Chỉ tiêu cải cách TTHC (Phụ lục)", "Chỉ tiêu rà soát, cắt giảm"),
		Of: app.IndicatorMonth{
			Plan:  review.Plan{ID: "kh"},
			Table: review.IndicatorTable{Month: value.MustMonth("2024-06")},
		},
		State:  "Kế hoạch 29/KH-UBND · đã nhập 11/13 chỉ tiêu · chưa công khai",
		Months: pagetest.SampleMonthTabs(),
		Taken:  "Đã lưu 2 dòng số liệu.",
		Counts: []page.Verdict{
			{Sign: "✓", Text: "9/13 đạt", Tone: "met"},
			{Sign: "…", Text: "1/13 chưa có số liệu", Tone: "warn"},
		},
		Units:    []lackingUnit{{"Bộ phận một cửa", []page.Link{{Text: "NQ 01, số 1", Href: "#nq01-1"}}}},
		Met:      9,
		Lacking:  1,
		All:      13,
		Problems: field.Summary{{Href: "#nq01-1.numerator", Text: "NQ 01, số 1, Tử số: lớn hơn mẫu số."}},
		Grid: indicatorGrid{
			Editable: true,
			Month:    "Tháng 6/2024",
			Groups: []indicatorGroup{
				{"Văn phòng thực hiện", []indicatorRow{wrong}},
				{"Chỉ tiêu theo Nghị quyết: NQ 01", []indicatorRow{right, head, clash}},
			},
		},
		Paste:      field.Cell{ID: "paste", Label: "Hoặc dán bảng vào đây", Type: "textarea"},
		MayRelease: true,
	}
}

func releasedIndicatorMonth() indicatorMonth {
	m := sampleIndicatorMonth()
	m.Grid.Editable, m.Grid.Groups, m.MayRelease, m.Locked = false, []indicatorGroup{{
		"Chỉ tiêu theo Nghị quyết: NQ 01",
		[]indicatorRow{sampleIndicatorRow()},
	}}, false, "Đang khóa."
	m.Reopen = &field.Cell{ID: "reason", Label: "Lý do mở lại", Need: true, Problem: "Chưa ghi lý do."}
	return m
}

func sampleSettlement() settlement {
	cell := settlementCell{
		Cell:   field.Cell{ID: "rows[0].received", Label: "Dòng 1, Tổng số", Problem: "Không khớp."},
		Column: "Tiếp nhận – tổng số",
		Sum:    "12",
		Was:    "3",
	}
	june := review.Settlement{Month: value.MustMonth("2024-06")}
	return settlement{
		Frame:    pagetest.WorkFrame("Hồ sơ theo lĩnh vực", "Chỉ tiêu rà soát, cắt giảm"),
		Of:       app.SettlementBook{Plan: review.Plan{ID: "kh"}, Now: june},
		State:    "Kế hoạch 29/KH-UBND · kỳ báo cáo từ 15/5/2024 đến 14/6/2024",
		Said:     "Đã đưa 2 lĩnh vực vào bảng.",
		Locked:   "Đang khóa.",
		Version:  "1",
		Months:   pagetest.SampleMonthTabs(),
		Problems: field.Summary{{Href: field.Fragment("rows[0].received"), Text: "Không khớp."}},
		Columns:  review.SettlementColumns,
		Rows: []settlementRow{{
			ID:    "rows[0]",
			Title: "Hộ tịch",
			Field: field.Cell{ID: "rows[0].field", Label: "Dòng 1, Lĩnh vực", Value: "Hộ tịch"},
			Cells: []settlementCell{cell},
		}},
		Totals:  []string{"12"},
		Notices: []string{"Hộ tịch: ghi 4, kỳ trước còn 3."},
		Carry:   "Kỳ trước còn đang giải quyết: Hộ tịch 3.",
		Open:    true,
		Paste:   field.Cell{ID: "paste", Label: "Bảng", Type: "textarea"},
	}
}
