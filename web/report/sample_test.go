package report

import (
	"slices"
	"time"

	"rasoat/app"
	"rasoat/review"
	"rasoat/store"
	"rasoat/tools/pagetest"
	"rasoat/value"
	"rasoat/web/field"
	"rasoat/web/page"
)

func samples() []pagetest.Sample {
	work, read, own := sampleWork(), sampleMonth(), sampleYear()
	read.MayEdit, read.MayIssue, read.Both, read.Standing = false, false, page.BothVersions{}, issuedLine{}
	read.Places = slices.Clone(read.Places)
	for i := range read.Places {
		read.Places[i].MayEdit = false
	}
	own.Table.All = false
	noYear := yearTable{Frame: pagetest.WorkFrame("Tổng hợp năm", ""), Table: app.YearTable{All: true}}
	return []pagetest.Sample{
		{Page: "report/work", State: "filled", Model: work},
		{Page: "report/work", State: "empty", Model: workShow{Frame: work.Frame, Today: value.MustDate("2024-07-15")}},
		{Page: "report/month", State: "filled", Model: sampleMonth()},
		{Page: "report/month", State: "long", Model: read},
		{Page: "report/month", State: "empty", Model: monthBook{Frame: read.Frame}},
		{Page: "report/year", State: "filled", Model: sampleYear()},
		{Page: "report/year", State: "own", Model: own},
		{Page: "report/year", State: "empty", Model: noYear},
		{Page: "report/year", State: "empty own", Model: yearTable{Frame: noYear.Frame}},
		{Page: "report/list", State: "filled", Model: sampleReports()},
		{Page: "report/list", State: "empty", Model: reportList{}},
		{Page: "report/summary", State: "filled", Model: sampleSummary(read, true)},
		{Page: "report/summary", State: "read", Model: sampleSummary(read, false)},
		{Page: "report/summary", State: "empty", Model: summaryBook{Frame: read.Frame}},
		{Page: "report/issued", State: "filled", Model: sampleIssued()},
		{Page: "report/issued", State: "empty", Model: issuedShow{Frame: read.Frame}},
		{Page: "report/issued_list", State: "filled", Model: issuedList{
			Frame: read.Frame,
			All:   2,
			Rows: []issuedRow{
				{app.IssuedReport{ID: 1, Number: "12/BC-UBND", Title: "Báo cáo"}, "Báo cáo tháng", "Lê Thị Lan"},
				{app.IssuedReport{ID: 2, Number: "13/BC-UBND", Withdrawn: &store.Withdrawal{Reason: "Sai"}}, "", ""},
			},
		}},
		{Page: "report/issued_list", State: "empty", Model: issuedList{Frame: read.Frame}},
		{Page: "report/preview", State: "filled", Model: previewShow{
			Frame:    read.Frame,
			Headline: "Báo cáo tháng",
			Back:     page.Link{Text: "Báo cáo", Href: "/bao-cao"},
			Write:    page.Link{Text: "Soạn", Href: page.MonthPath},
			Paper:    "/bao-cao/monthly",
			Files:    reportFiles("/bao-cao/monthly", ""),
			Post:     page.MonthPath,
			Kept:     []page.Fact{{Term: "month", Text: "2024-07"}},
			Places:   sampleSummary(read, true).Places,
			MayEdit:  true, MayIssue: true,
		}},
		{Page: "report/preview", State: "read", Model: previewShow{
			Frame:  read.Frame,
			Paper:  "/bao-cao/monthly",
			Places: sampleSummary(read, false).Places,
		}},
		{Page: "report/preview", State: "notes", Model: previewShow{
			Frame: read.Frame,
			Paper: "/bao-cao/decision",
			Findings: []page.FindingGroup{{
				Head: "Cấp huyện không còn từ ngày 01/7/2025.",
				Rows: []page.FindingRow{{Text: "Nơi nhận: “UBND huyện”", Mend: page.Link{Text: "Sửa lại", Href: "/thiet-lap/don-vi"}}},
			}},
			Notes: []string{"Quyết định số 1085/QĐ-TTg đã hết hiệu lực."},
			Mend:  page.Link{Text: "Sửa căn cứ", Href: "/ke-hoach/kh-29-2024/sua/can-cu"},
		}},
		{Page: "report/preview", State: "refused", Model: previewShow{
			Frame:   read.Frame,
			Refused: []string{"Đợt rà soát không có phương án nào chờ quyết định."},
			Mend:    page.Link{Text: "Phương án", Href: page.ProposalsPath},
		}},
		{Page: "report/preview", State: "empty", Model: previewShow{Frame: read.Frame}},
	}
}

func sampleWork() workShow {
	late := app.Task{
		Kind: app.TaskReview,
		Code: "NB-01",
		Name: "Giải quyết nghỉ phép hằng năm",
		Due:  value.MustDate("2024-07-10"),
		Late: true,
	}
	returned := app.Task{Kind: app.TaskReturned, Code: "NB-06", Name: "Xét khen thưởng"}
	today, soon := returned, returned
	today.Due, soon.Due, soon.Left = value.MustDate("2024-07-15"), value.MustDate("2024-07-17"), 2
	returnedTask := workTask{Task: returned, Title: returned.Name, Detail: "Trả lại: chưa tính chi phí.", Href: "/x"}
	return workShow{
		Frame: pagetest.WorkFrame("Việc của tôi", "Việc của tôi"),
		Count: 3,
		Late:  1,
		Steps: []workStep{
			{Done: true, Kind: "plan", Text: "Số, ngày."},
			{Kind: "people", Text: "Ba người.", Href: "/x"},
			{Kind: "list", Text: "Chốt.", Wait: "Người làm: văn phòng."},
		},
		Groups: []workGroup{
			{"work.late", "bad", []workTask{{Task: late, Title: late.Name, Href: "/x"}}},
			{"work.soon", "", []workTask{
				{Task: today, Title: today.Name, Href: "/x"}, {Task: soon, Title: soon.Name, Href: "/x"},
			}},
			{"work.waiting", "", []workTask{returnedTask}},
		},
		Dates: []review.Due{
			{ID: "D1", Title: "Rà soát 100% TTHC nội bộ nhóm B", LastDay: value.MustDate("2024-08-09"), Left: 19},
			{ID: "D3", Title: "Tờ trình", LastDay: value.MustDate("2024-07-15")},
			{ID: "D4/2024-07", Title: "Báo cáo tháng", LastDay: value.MustDate("2024-07-12"), Late: true},
		},
		Progress: []workProgress{
			{
				app.Progress{Unit: "Tư pháp - Hộ tịch", Assigned: 11, Reviewed: 8, Late: 3, Own: true},
				page.Bar{Percent: "72.73", Tone: "bad", Label: "8/11 đã nộp"},
			},
			{app.Progress{Assigned: 2}, page.Bar{Percent: "0", Label: "0/2 đã nộp"}},
		},
	}
}

func sampleMonth() monthBook {
	cell := func(name, label string) field.Cell { return field.Cell{ID: "task-III-2-1." + name, Label: label} }
	state := cell("state", "Trạng thái")
	state.Type, state.Options = "select", []field.Option{{Value: "done", Text: "đã hoàn thành", Selected: true}}
	task := placeShow{
		MayEdit: true,
		Open:    true,
		Who:     "Lê Thị Lan",
		Anchor:  "task-III-2-1",
		Title:   "Gửi, nhận văn bản điện tử",
		Version: "1",
		Entry: app.SavedEntry{
			MonthEntry: review.MonthEntry{Evidence: []review.Evidence{{SHA: "ab", Name: "Bảng kê.xlsx"}}},
			Version:    1,
			By:         "office",
			At:         time.Unix(1720573200, 0),
		},
		Text: field.Cell{ID: "task-III-2-1.text", Label: "Nội dung", Type: "textarea", Value: "Đã gửi 124 văn bản."},
		Task: []field.Cell{state, cell("owner", "Người thực hiện")},
		Figures: []*field.Row{{Cells: []field.Cell{
			cell("figures[0].name", "Số liệu"),
			cell("figures[0].value", "Giá trị"),
		}}},
		Sent:   []review.Evidence{{SHA: "cd", Name: "Ảnh.png"}},
		Upload: field.Cell{ID: "task-III-2-1.file", Label: "Thêm tài liệu", Type: "file"},
	}
	direction := placeShow{
		MayEdit: true,
		Anchor:  "direction",
		Title:   "Công tác chỉ đạo",
		Version: "0",
		Text:    field.Cell{ID: "direction.text", Label: "Nội dung", Type: "textarea"},
	}
	july := value.MustMonth("2024-07")
	return monthBook{
		Frame: pagetest.WorkFrame("Báo cáo tháng", "Báo cáo"),
		Book: app.MonthBook{
			Plan: review.Plan{ID: "kh-29-2024"},
			Period: review.Period{
				Month: july,
				From:  value.MustDate("2024-06-15"),
				To:    value.MustDate("2024-07-14"),
				Last:  value.MustDate("2024-07-15"),
			},
		},
		Issued:   sampleLines(),
		Standing: sampleLines()[0],
		Both: page.BothVersions{
			Text: "Người khác vừa lưu.",
			Rows: []page.BothRow{{Label: "Nội dung", Saved: "a", Typed: "b"}},
		},
		Months: pagetest.SampleMonthTabs(),
		Draft: draft{
			Preview: previewPath + "monthly",
			Files:   reportFiles("/bao-cao/monthly", ""),
			Found: []app.FoundLine{
				{Text: "Rà soát TTHC nội bộ nhóm B", IsHead: true},
				{Text: "Trong kỳ đã phê duyệt 02 thủ tục.", Target: "internal-b-number"},
			},
			Holes: "số văn bản",
		},
		MayEdit:  true,
		MayIssue: true,
		Opened:   "ab12",
		Places:   []placeShow{direction, task},
		Issue:    []field.Cell{{ID: "number", Label: "Số văn bản"}},
	}
}

func sampleLines() []issuedLine {
	return []issuedLine{
		{Text: "Số 45 ngày 15/6/2024", Href: "/bao-cao/da-phat-hanh/1/trang", File: "/bao-cao/da-phat-hanh/1"},
		{Text: "Số 44 ngày 14/6/2024", Href: "/x", Withdrawn: "đã thu hồi ngày 15/6/2024, lý do: sai số liệu"},
	}
}

func sampleSummary(month monthBook, mayEdit bool) summaryBook {
	m := summaryBook{
		Frame:    month.Frame,
		Headline: "Kết quả rà soát năm 2024",
		State:    "Bản thảo với số liệu ngày 15/7/2024",
		PlanID:   "kh-29-2024",
		Campaign: review.CampaignPublic,
		Choices:  pagetest.SampleMonthTabs(),
		Draft:    month.Draft,
		Opened:   "ab12",
		Places:   month.Places[:1],
		Kind:     summaryKind,
		MayEdit:  mayEdit,
	}
	if mayEdit {
		m.Both, m.Issued, m.Issue = month.Both, month.Issued, month.Issue
		m.Effects = []string{"Mốc “Rà soát” chưa hoàn thành: mới rà soát 8/12 thủ tục của danh mục."}
	}
	return m
}

func sampleIssued() issuedShow {
	return issuedShow{
		Frame: pagetest.WorkFrame("Báo cáo tháng", "Báo cáo"),
		Report: app.SentReport{
			IssuedReport: app.IssuedReport{
				ID:     1,
				Title:  "Tình hình thực hiện Kế hoạch số 29/KH-UBND tháng 6/2024",
				Date:   value.MustDate("2024-06-15"),
				Author: "office",
				At:     time.Unix(1720573200, 0),
			},
			Symbol: "45/BC-UBND",
		},
		Line:     sampleLines()[0],
		Back:     page.Link{Text: "Báo cáo tháng 6/2024", Href: page.MonthPath},
		Summary:  field.Summary{{Href: "#reason", Text: "Lý do thu hồi: chưa ghi lý do."}},
		Withdraw: true,
		Reason:   field.Cell{ID: "reason", Label: "Lý do thu hồi", Problem: "Chưa ghi lý do."},
	}
}

func sampleYear() yearTable {
	done := review.Tally{Assigned: 12, Done: 8, OnTime: 5, Late: 1, Undated: 2, Returned: 1, Saved: 20_974_080}
	none := review.Tally{Assigned: 2}
	m := yearTable{Frame: pagetest.WorkFrame("Tổng hợp năm", ""), Table: app.YearTable{
		Plan: review.Plan{ID: "kh-29-2024", Number: "29/KH-UBND", Date: value.MustDate("2024-03-13"), Year: 2024},
		All:  true,
		YearTable: review.YearTable{
			AsOf: value.MustDate("2024-07-15"),
			Units: []review.YearUnit{
				{
					Unit:     "Tài chính - Kế toán",
					Tally:    done,
					Officers: []review.YearOfficer{{Officer: "minh", Tally: done}},
				},
				{Tally: none, Officers: []review.YearOfficer{{Tally: none}}},
			},
			Total: done,
		},
	}}
	m.Pick = page.PlanPick{
		Notice:  "Đang xem Kế hoạch 29/KH-UBND năm 2024 (đã kết thúc); các trang mặc định theo Kế hoạch 31/KH-UBND.",
		Back:    "/bang-nam",
		Choices: []page.PlanChoice{{ID: "", Text: "31/KH-UBND, năm 2025, đang thực hiện"}},
	}
	return m
}

func sampleReports() reportList {
	all := field.Option{Value: "", Text: "Cả hai đợt", Selected: true}
	return reportList{
		Frame:   pagetest.WorkFrame("Báo cáo", "Báo cáo"),
		State:   "Bản thảo với số liệu ngày 15/7/2024",
		Summary: field.Summary{{Href: "#ngay", Text: "Ngày: không phải ngày."}},
		Form: []field.Cell{
			{ID: "dot", Label: "Đợt rà soát", Type: "select", Options: []field.Option{all}},
			{ID: "so", Label: "Số văn bản"},
			{ID: "ngay", Label: "Ngày", Value: "32/7", Problem: "Không phải ngày."},
		},
		Review: []reportKind{{
			Kind:    summaryKind,
			Name:    "Báo cáo tổng hợp kết quả rà soát",
			To:      "UBND huyện",
			Due:     "09/8/2024",
			Note:    "Số liệu theo danh mục đã chốt.",
			Lacks:   2,
			Holes:   "số văn bản, người ký",
			Write:   "kiến nghị",
			Read:    "/bao-cao/review-summary",
			Files:   reportFiles("/bao-cao/review-summary", "?so=12"),
			Issued:  sampleLines(),
			WriteAt: summaryPath,
			Title:   "báo cáo kết quả rà soát",
			Issue: []field.Cell{
				{ID: "review-summary.number", Label: "Số văn bản", Problem: "Chưa ghi số văn bản."},
			},
			Open: true,
		}},
		Others: []reportKind{{
			Name:  "Biểu mẫu 03/SCM-KSTT",
			Text:  "Từng thủ tục, trước và sau",
			Read:  "/bao-cao/form-03",
			Files: reportFiles("/bao-cao/form-03", ""),
		}},
	}
}
