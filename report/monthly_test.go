package report_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
	"rasoat/report"
	"rasoat/report/reporttest"
	"rasoat/review"
	"rasoat/value"
)

func on(day string) value.Date { return value.MustDate(day) }

// monthly is a report of June on a plan of which nothing has happened yet.
func monthly() report.Monthly {
	return report.Monthly{
		Letterhead: report.Letterhead{
			Issuer:       []string{"ỦY BAN NHÂN DÂN", "XÃ VĨNH CHẤP"},
			Name:         "UBND xã Vĩnh Chấp",
			Place:        "Vĩnh Chấp",
			NumberSuffix: "BC-UBND",
			Capacity:     "TM. ỦY BAN NHÂN DÂN",
			Title:        "CHỦ TỊCH",
			Signer:       "Võ Văn Tuấn",
			Recipients:   []string{"Lưu: VT"},
		},
		Number:     "46",
		Date:       on("2024-06-14"),
		Addressees: []string{"UBND huyện Vĩnh Linh"},
		Plan: review.Plan{
			Number: "29/KH-UBND",
			Date:   on("2024-03-13"),
			Year:   2024,
			Title:  "Cải cách thủ tục hành chính",
			Issuer: "Ủy ban nhân dân xã Vĩnh Chấp",
		},
		Period: review.Period{Month: value.MustMonth("2024-06"), From: on("2024-05-15"), To: on("2024-06-14")},
		Names: report.Names{
			Conclusion:  func(c review.Conclusion) string { return string(c) },
			State:       func(s review.State) string { return "Trạng thái " + string(s) },
			Denominator: func(d review.Denominator) string { return string(d) },
		},
		TaskState: func(s review.TaskState) string { return "<" + string(s) + ">" },
		Registers: report.MonthlyRegisters{
			Last:  on("2024-06-14"),
			Touch: func(k review.TouchKind) string { return string(k) },
		},
	}
}

func says(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// Plan 29/KH-UBND, IV: every part of the monthly report stands, in the plan's order, and what nobody wrote is a dotted
// line that names it, never an invented sentence.
func TestMonthly_nothingYet(t *testing.T) {
	d := monthly().Document()
	says(t, "headings", reporttest.Headings(d),
		"I. KẾT QUẢ THỰC HIỆN",
		"1. Công tác chỉ đạo, điều hành",
		"2. Nhiệm vụ có thời hạn",
		"3. Rà soát, đơn giản hóa thủ tục hành chính",
		"4. Công bố, công khai thủ tục hành chính",
		"5. Nhiệm vụ thường xuyên của Kế hoạch",
		"6. Tiếp nhận, xử lý phản ánh, kiến nghị",
		"II. KẾT QUẢ THỰC HIỆN CHỈ TIÊU CỤ THỂ",
		"III. KHÓ KHĂN, VƯỚNG MẮC",
		"IV. KIẾN NGHỊ, ĐỀ XUẤT",
		"V. NHIỆM VỤ THÁNG TỚI",
	)
	for heading, want := range map[string]string{
		"1. Công tác chỉ đạo, điều hành":           "[công tác chỉ đạo, điều hành trong kỳ]",
		"2. Nhiệm vụ có thời hạn":                  "Kế hoạch không có nhiệm vụ ghi thời hạn.",
		"4. Công bố, công khai thủ tục hành chính": "Trong kỳ không có thủ tục thuộc thẩm quyền của xã Vĩnh Chấp được công bố hoặc bãi bỏ.",
		"5. Nhiệm vụ thường xuyên của Kế hoạch":    "Kế hoạch không giao nhiệm vụ thường xuyên.",
		"6. Tiếp nhận, xử lý phản ánh, kiến nghị":  "Trong kỳ không phát sinh phản ánh, kiến nghị.",
		"II. KẾT QUẢ THỰC HIỆN CHỈ TIÊU CỤ THỂ":    "Đến nay chưa có số liệu của chỉ tiêu nào.",
		"III. KHÓ KHĂN, VƯỚNG MẮC":                 "[khó khăn, vướng mắc]",
		"IV. KIẾN NGHỊ, ĐỀ XUẤT":                   "[kiến nghị với cơ quan cấp trên]",
	} {
		says(t, heading, reporttest.Section(t, d, heading), want)
	}
	says(t, "next month", reporttest.Section(t, d, "V. NHIỆM VỤ THÁNG TỚI"), "[nhiệm vụ trọng tâm tháng tới]",
		"Trên đây là tình hình, kết quả thực hiện nhiệm vụ cải cách thủ tục hành chính tháng 6 năm 2024 của UBND xã "+
			"Vĩnh Chấp./.")
	if len(d.Annexes) != 0 {
		t.Errorf("an annex of nothing: %+v", d.Annexes)
	}
	_, passages := d.Holes()
	says(t, "passages", passages, "công tác chỉ đạo, điều hành trong kỳ", "khó khăn, vướng mắc",
		"kiến nghị với cơ quan cấp trên", "nhiệm vụ trọng tâm tháng tới")
}

// A section of another report has neither letterhead, nor signature, nor a closing sentence.
func TestMonthly_section(t *testing.T) {
	in := monthly()
	in.Section = true
	d := in.Document()
	if !d.Section || strings.Contains(reporttest.Text(d), "Trên đây là") {
		t.Errorf("closes like a report of its own:\n%s", reporttest.Text(d))
	}
	if particulars, _ := d.Holes(); particulars != nil {
		t.Errorf("asks for %q", particulars)
	}
}

// What the office wrote is printed line by line, each a sentence.
func TestMonthly_words(t *testing.T) {
	in := monthly()
	in.Words = map[review.PlaceID]review.MonthEntry{
		review.PlaceDirection:    {Text: "Ban hành Công văn số 12\n\n  Họp giao ban; "},
		review.PlaceDifficulties: {Text: "Thiếu máy quét."},
		review.PlaceNext:         {Text: "   "},
	}
	d := in.Document()
	says(t, "direction", reporttest.Section(t, d, "1. Công tác chỉ đạo, điều hành"), "Ban hành Công văn số 12.",
		"Họp giao ban;")
	says(t, "difficulties", reporttest.Section(t, d, "III. KHÓ KHĂN, VƯỚNG MẮC"), "Thiếu máy quét.")
	if next := reporttest.Section(t, d, "V. NHIỆM VỤ THÁNG TỚI"); next[0] != "[nhiệm vụ trọng tâm tháng tới]" {
		t.Errorf("blanks are taken for words: %q", next)
	}
}

// Dated duties say how they stand; those of the next two months stand among the tasks to come, done ones no more.
func TestMonthly_duties(t *testing.T) {
	in := monthly()
	in.Dues = []review.Due{
		{ID: "D1", Title: "Đề nghị công bố bổ sung", Deadline: on("2024-04-25"), LastDay: on("2024-04-24"), Done: on("2024-04-22")},
		{ID: "D2", Title: "Gửi kế hoạch", Deadline: on("2024-05-20"), LastDay: on("2024-05-17"), Done: on("2024-05-21"), Late: true},
		{ID: "D3", Title: "Báo cáo rà soát", Deadline: on("2024-08-10"), LastDay: on("2024-08-09")},
		{ID: "D4", Title: "Nộp kết quả", Deadline: on("2024-06-10"), LastDay: on("2024-06-10"), OnDay: true, Late: true},
		{ID: "D5", Title: "Việc cuối năm", Deadline: on("2024-12-01"), LastDay: on("2024-11-29")},
		{ID: "D6/2024-07", Kind: review.MonthDue, Title: "Báo cáo tháng", Deadline: on("2024-07-15"), LastDay: on("2024-07-15")},
		{ID: "D7", Title: "Thường xuyên"},
	}
	in.Words = map[review.PlaceID]review.MonthEntry{"duty/D3": {Text: "Đã rà soát một nửa"}}
	d := in.Document()
	says(t, "duties", reporttest.Section(t, d, "2. Nhiệm vụ có thời hạn"),
		"- Đề nghị công bố bổ sung (trước ngày 25/4/2024): đã hoàn thành ngày 22/4/2024.",
		"- Gửi kế hoạch (trước ngày 20/5/2024): đã hoàn thành ngày 21/5/2024, quá hạn.",
		"- Báo cáo rà soát (trước ngày 10/8/2024): đang thực hiện.",
		"Đã rà soát một nửa.",
		"- Nộp kết quả (chậm nhất ngày 10/6/2024): quá hạn, chưa hoàn thành.",
		"- Việc cuối năm (trước ngày 01/12/2024): đang thực hiện.",
	)
	next := reporttest.Section(t, d, "V. NHIỆM VỤ THÁNG TỚI")
	says(t, "next month", next[:2], "- Báo cáo rà soát, trước ngày 10/8/2024.", "[nhiệm vụ trọng tâm tháng tới]")
}

// A campaign says what moved and by which decisions, and sets each target beside that of the report before.
func TestMonthly_reviews(t *testing.T) {
	in := monthly()
	yes, no := true, false
	approved := &review.Proposal{Decision: review.DecisionRef{Number: "45/QĐ-UBND"}}
	in.Campaigns = []report.MonthlyCampaign{
		{Plan: review.CampaignPlan{Name: "Rà soát nội bộ"}, Listed: 4,
			Moves: []review.Move{
				{To: review.Approved, Review: approved},
				{To: review.Approved, Review: approved},
				{To: review.Approved, Review: &review.Proposal{}}, // imported, without its paper
				{To: review.Submitted},
				{From: review.Draft},
			},
			Now: []review.TargetResult{
				{Metric: review.Reviewed, Threshold: value.Whole(100), Numerator: 3, Denominator: 4, Missing: 1, Met: &no},
				{
					Metric:      review.Cost,
					Threshold:   value.Whole(20),
					Numerator:   30_000,
					Denominator: 100_000,
					Met:         &yes,
					Own:         review.Listed,
				},
				{Metric: review.Issued, Threshold: value.Whole(100), Numerator: 1, Denominator: 1, Met: &yes},
			},
			Before: []review.TargetResult{
				{Metric: review.Reviewed, Numerator: 1, Denominator: 4},
				{Metric: review.Cost, Denominator: 0},
				{Metric: review.Issued, Denominator: 1},
			}},
		{Plan: review.CampaignPlan{Name: "Rà soát công khai"}},
		{Plan: review.CampaignPlan{Name: "Đợt yên"}, Listed: 1},
	}
	says(t, "reviews", reporttest.Section(t, in.Document(), "3. Rà soát, đơn giản hóa thủ tục hành chính"),
		"- Rà soát nội bộ: trong kỳ trạng thái submitted 01; trạng thái approved 03 (02 theo Quyết định số "+
			"45/QĐ-UBND); không còn phương án 01 thủ tục.",
		"Tỷ lệ thủ tục được rà soát: 75,00% (3/4 thủ tục), kỳ trước 25,00%; chỉ tiêu 100%: chưa đạt, còn "+
			"thiếu 1 thủ tục.",
		"Tỷ lệ chi phí tuân thủ được cắt giảm, tính listed: 30,00% (30.000/100.000 đồng/năm), kỳ trước không phát "+
			"sinh; "+
			"chỉ tiêu 20%: đạt.",
		"- Rà soát công khai: chưa có danh mục rà soát.",
		"- Đợt yên: trong kỳ không có thay đổi.",
	)
}

// What was announced and repealed is named with its paper; how its posting stood on the period's last day is told
// beside.
func TestMonthly_announcements(t *testing.T) {
	in := monthly()
	announced := catalog.Decision{Number: "812/QĐ-UBND", Date: on("2024-05-22"), By: "Chủ tịch UBND tỉnh"}
	in.Announced = []catalog.Procedure{
		{Name: "Thủ tục một", Decision: announced},
		{Name: "Thủ tục ba", Decision: catalog.Decision{Number: "813/QĐ-UBND", Date: on("2024-05-23")}},
		{Name: "Thủ tục bốn", Decision: announced},
	}
	in.Repealed = []catalog.Procedure{{
		Name:     "Thủ tục hai",
		Validity: catalog.Validity{Until: on("2024-06-01"), RepealedBy: "30/QĐ-UBND"},
	}}
	posted := func(day string) review.Posting { return review.Posting{On: on(day), Place: "Một cửa", By: "Lan"} }
	in.Registers.Kept = true
	in.Registers.Postings = review.PostingPeriod{
		Received: 4,
		Posted:   2,
		InTime:   1,
		Overdue:  1,
		Touched:  map[review.TouchKind]int{review.TouchAmend: 3},
	}
	in.Registers.Decisions = []review.Announcement{
		{Number: "1", Date: on("2024-05-20"), Received: on("2024-05-22"), Due: on("2024-05-29"), Posting: posted("2024-05-28")},
		{Number: "2", Date: on("2024-05-20"), Received: on("2024-05-22"), Due: on("2024-05-29"), Posting: posted("2024-05-30")},
		{Number: "3", Date: on("2024-05-20"), Received: on("2024-05-22"), Due: on("2024-05-29")},
		{Number: "4", Date: on("2024-06-10"), Received: on("2024-06-12"), Due: on("2024-06-19"), Posting: posted("2024-06-18")}, // after the period
		{Number: "5", Date: on("2024-06-10"), Received: on("2024-06-12"), Due: on("2024-06-19"), Exempt: "Không thuộc cấp xã"},
		{Number: "6", Date: on("2024-02-10"), Received: on("2024-05-22"), Due: on("2024-02-19"), Before: true},
		{Number: "7", Date: on("2024-02-10"), Received: on("2024-05-22"), Due: on("2024-02-19"), Before: true, Posting: posted("2024-05-30")},
	}
	d := in.Document()
	says(t, "announcements", reporttest.Section(t, d, "4. Công bố, công khai thủ tục hành chính"),
		"- Quyết định số 812/QĐ-UBND ngày 22/5/2024 của Chủ tịch UBND tỉnh: cập nhật 02 thủ tục thuộc thẩm quyền của "+
			"xã Vĩnh Chấp: Thủ tục một; Thủ tục bốn.",
		"- Quyết định số 813/QĐ-UBND ngày 23/5/2024: cập nhật 01 thủ tục thuộc thẩm quyền của xã Vĩnh Chấp: Thủ "+
			"tục ba.",
		"- Quyết định số 30/QĐ-UBND: bãi bỏ từ ngày 01/6/2024: Thủ tục hai.",
		"- Tiếp nhận 04 quyết định công bố (amend 03 thủ tục); niêm yết 02 quyết định, đúng hạn 01; quá hạn chưa "+
			"niêm yết 01.",
		"- Quyết định số 1 ngày 20/5/2024, nhận ngày 22/5/2024: niêm yết ngày 28/5/2024, đúng hạn.",
		"- Quyết định số 2 ngày 20/5/2024, nhận ngày 22/5/2024: niêm yết ngày 30/5/2024, muộn so với hạn 29/5/2024.",
		"- Quyết định số 3 ngày 20/5/2024, nhận ngày 22/5/2024: chưa niêm yết, quá hạn 29/5/2024.",
		"- Quyết định số 4 ngày 10/6/2024, nhận ngày 12/6/2024: chưa niêm yết, hạn 19/6/2024.",
		"- Quyết định số 5 ngày 10/6/2024, nhận ngày 12/6/2024: không thuộc diện niêm yết (không thuộc cấp xã).",
		"- Quyết định số 6 ngày 10/02/2024, nhận ngày 22/5/2024: đến hạn niêm yết trước khi dùng chương "+
			"trình, chưa ghi nhận.",
		"- Quyết định số 7 ngày 10/02/2024, nhận ngày 22/5/2024: niêm yết ngày 30/5/2024.",
	)
	says(t, "still to post", reporttest.Section(t, d, "V. NHIỆM VỤ THÁNG TỚI")[:3],
		"- Niêm yết thủ tục theo Quyết định số 3, chậm nhất ngày 29/5/2024.",
		"- Niêm yết thủ tục theo Quyết định số 4, chậm nhất ngày 19/6/2024.",
		"[nhiệm vụ trọng tâm tháng tới]",
	)
}

// A task says its state and its figures where somebody stated them, and the office's words; the register of online
// services tells of its own task.
func TestMonthly_tasks(t *testing.T) {
	in := monthly()
	in.Plan.Tasks = []review.Task{
		{ID: "T1", Text: "Gửi nhận văn bản điện tử"},
		{ID: "T2", Text: "Đơn giản hóa dịch vụ công", Register: review.OnlineServices},
		{ID: "T3", Text: "Truyền thông"},
		{ID: "T4", Text: "Tập huấn"},
	}
	in.Words = map[review.PlaceID]review.MonthEntry{
		"task/T1": {State: review.TaskUnderWay, Text: "Toàn bộ văn bản đi",
			Figures: []review.MonthFigure{{Name: "Văn bản gửi", Value: value.Whole(124), Unit: "văn bản"}, {Name: "Tỷ lệ", Value: 99_5000}}},
		"task/T2": {Text: "Đã họp."},
		"task/T4": {State: review.TaskNotBegun},
	}
	in.Services.Before = review.RestructuringCount{Begun: 2, Reviewed: 1}
	in.Services.Now = review.RestructuringCount{
		Begun:    3,
		Reviewed: 3,
		Granted:  1,
		Before:   review.Burden{Steps: 5, Trips: 3, Papers: 8, Retyped: 4},
		After:    review.Burden{Steps: 3, Trips: 3, Papers: 9, Retyped: 4},
	}
	says(t, "tasks", reporttest.Section(t, in.Document(), "5. Nhiệm vụ thường xuyên của Kế hoạch"),
		"- Gửi nhận văn bản điện tử: <under_way>; văn bản gửi 124 văn bản, tỷ lệ 99,5.",
		"Toàn bộ văn bản đi.",
		"- Đơn giản hóa dịch vụ công.",
		"Trong kỳ rà soát 02 dịch vụ công trực tuyến, phê duyệt phương án 01 dịch vụ; lũy kế rà soát 03, phê duyệt "+
			"01, đã thực thi 00; "+
			"cộng các dịch vụ đã phê duyệt, mỗi lượt người dân thực hiện: số bước từ 5 còn 3, số lần đi lại giữ "+
			"nguyên 3, "+
			"giấy tờ từ 8 lên 9, thông tin khai lại giữ nguyên 4.",
		"Đã họp.",
		"- Truyền thông.",
		"[kết quả trong kỳ]",
		"- Tập huấn: <not_begun>.",
		"[kết quả trong kỳ]",
	)
	in.Services.Levels = []review.LevelCount{{
		Decree: "Nghị định số 224/2026/NĐ-CP",
		Full:   2,
		Parts: []review.PartService{
			{Code: "1.1", Name: "Cấp bản sao", Reason: "phải đối chiếu bản chính", Asked: true},
			{Code: "1.2", Name: "Chứng thực", Asked: true},
			{Code: "1.3", Name: "Khai tử"},
		},
	}}
	got := reporttest.Section(t, in.Document(), "5. Nhiệm vụ thường xuyên của Kế hoạch")
	for _, want := range []string{
		"Mức độ cung cấp sau tái cấu trúc (Nghị định số 224/2026/NĐ-CP): toàn trình 02, một phần 03 dịch vụ.",
		"- Cấp bản sao (1.1): cung cấp một phần; lý do: phải đối chiếu bản chính.",
		"[lý do cung cấp một phần: Chứng thực (1.2)]",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("levels: %q is not in %q", want, got)
		}
	}
	in.Services = report.MonthlyServices{}
	if got := reporttest.Section(t, in.Document(), "5. Nhiệm vụ thường xuyên của Kế hoạch"); !slices.Contains(got,
		"Chưa rà soát dịch vụ công trực tuyến nào.") {
		t.Errorf("no service begun: %q", got)
	}
}

// Petitions are counted by kind, and the answers by their day.
func TestMonthly_feedback(t *testing.T) {
	in := monthly()
	for _, tt := range []struct {
		name string
		f    review.FeedbackPeriod
		want []string
	}{
		{"one that waits", review.FeedbackPeriod{Received: 1, Kinds: map[review.FeedbackKind]int{"": 1}, Open: 1},
			[]string{"- Tiếp nhận 01 phản ánh, kiến nghị (chưa phân loại 01).", "- Đã trả lời 00; đang xử lý 01."}},
		{"of every kind", review.FeedbackPeriod{Received: 12, Kinds: map[review.FeedbackKind]int{review.AboutRule: 8, review.AboutConduct: 3}, SetAside: 1, Answered: 5, InTime: 3, Late: 2, Open: 6, Overdue: 2},
			[]string{"- Tiếp nhận 12 phản ánh, kiến nghị (về quy định hành chính 08; về hành vi hành chính 03; không tiếp nhận 01).",
				"- Đã trả lời 05, đúng hạn 03, quá hạn 02; đang xử lý 06, trong đó quá hạn 02."}},
		{"some that are here for the record", review.FeedbackPeriod{Answered: 5, InTime: 3, Open: 2},
			[]string{"- Tiếp nhận 00 phản ánh, kiến nghị.", "- Đã trả lời 05, đúng hạn 03; đang xử lý 02."}},
	} {
		in.Registers.Feedback = tt.f
		says(t, tt.name, reporttest.Section(t, in.Document(), "6. Tiếp nhận, xử lý phản ánh, kiến nghị"), tt.want...)
	}
}

// What came in regardless of territory is counted apart; where nothing is known nothing is said.
func TestMonthly_anyPlace(t *testing.T) {
	in := monthly()
	const heading = "7. Tiếp nhận hồ sơ không phụ thuộc địa giới hành chính"
	if slices.Contains(reporttest.Headings(in.Document()), heading) {
		t.Error("nothing is known, and it is told of")
	}
	in.AnyPlace = 3
	says(t, "no figure", reporttest.Section(t, in.Document(), heading),
		"- 03 thủ tục trong danh mục của địa phương được tiếp nhận không phụ thuộc địa giới hành chính.",
		"[số hồ sơ của nơi khác tiếp nhận không phụ thuộc địa giới trong kỳ]")
	in.AnyPlace = 0
	in.Words = map[review.PlaceID]review.MonthEntry{review.PlaceAnyPlace: {
		Text:     "Chủ yếu là chứng thực.",
		AnyPlace: review.AnyPlace{Received: value.Known(int64(1204)), Returned: value.Known(int64(5))},
	}}
	says(t, "figures", reporttest.Section(t, in.Document(), heading),
		"- Trong kỳ tiếp nhận 1.204 hồ sơ thuộc thẩm quyền giải quyết của nơi khác, trả kết quả 05 hồ sơ; thống kê "+
			"riêng, không tính vào hồ sơ thuộc thẩm quyền của địa phương.",
		"Chủ yếu là chứng thực.")
}

// What was sent on, to whom; what was verified about conduct and what followed; difficulties apart from petitions.
func TestMonthly_feedbackCourse(t *testing.T) {
	in := monthly()
	in.Registers.Last = on("2024-06-14")
	in.Registers.Feedback = review.FeedbackPeriod{
		Received: 2, Kinds: map[review.FeedbackKind]int{review.AboutConduct: 2}, Open: 1,
		Forwarded: []review.Feedback{{ID: 5, Forwarded: review.Forwarding{
			To: "Sở Tư pháp", On: on("2024-06-03"), Paper: "15/UBND-VP",
		}}},
		Verified: []review.Feedback{{ID: 6, Verified: review.Verification{
			Finding:  review.PartTrue,
			On:       on("2024-06-10"),
			Text:     "công chức nhận hồ sơ muộn",
			Followed: "Phê bình trước cơ quan",
		}}},
		Difficulties: []review.Feedback{
			{Text: "Phần mềm một cửa hay mất kết nối"},
			{Text: "Chưa có mẫu tờ khai mới.", Answered: on("2024-06-11"), Answer: "Đã in mẫu mới."},
			{Text: "Chưa rõ mức phí.", Forwarded: review.Forwarding{
				To: "Sở Tài chính", On: on("2024-06-15"),
			}},
		},
	}
	d := in.Document()
	says(t, "sent on and verified", reporttest.Section(t, d, "6. Tiếp nhận, xử lý phản ánh, kiến nghị"),
		"- Tiếp nhận 02 phản ánh, kiến nghị (về hành vi hành chính 02).",
		"- Đã trả lời 00; đang xử lý 01.",
		"- Chuyển cơ quan có thẩm quyền 01 phản ánh, kiến nghị:",
		"Phản ánh, kiến nghị số 5: chuyển Sở Tư pháp ngày 03/6/2024 (Văn bản số 15/UBND-VP).",
		"- Kết luận kiểm tra, xác minh 01 phản ánh, kiến nghị về hành vi hành chính:",
		"Phản ánh, kiến nghị số 6 (kết luận ngày 10/6/2024): phản ánh đúng một phần. Công chức nhận hồ sơ muộn. "+
			"Xử lý: phê bình trước cơ quan.")
	in.Words = nil
	says(t, "difficulties", reporttest.Section(t, in.Document(), "III. KHÓ KHĂN, VƯỚNG MẮC"),
		"- Phần mềm một cửa hay mất kết nối. Đang xử lý.",
		"- Chưa có mẫu tờ khai mới. Đã xử lý ngày 11/6/2024: đã in mẫu mới.",
		"- Chưa rõ mức phí. Đang xử lý.")
}

// The indicators of the month stand as results in the text and as an annex; what the program found is the same words.
func TestMonthly_indicators(t *testing.T) {
	in := monthly()
	in.Indicators = sampleIndicators()
	d := in.Document()
	reporttest.CheckTables(t, d)
	results := reporttest.Section(t, d, "II. KẾT QUẢ THỰC HIỆN CHỈ TIÊU CỤ THỂ")
	if len(results) != 4 || !strings.HasPrefix(results[0], "Tháng 6/2024: 1/5 chỉ tiêu đạt") {
		t.Errorf("results %q", results)
	}
	if len(d.Annexes) != 1 || d.AnnexLabel(0) != "Phụ lục" || !d.Annexes[0].Landscape {
		t.Errorf("annexes %+v", d.Annexes)
	}
	found := in.Found()
	for _, want := range append(results[:1:1], "Trong kỳ không phát sinh phản ánh, kiến nghị.",
		"Trong kỳ không có thủ tục thuộc thẩm quyền của xã Vĩnh Chấp được công bố hoặc bãi bỏ.") {
		said := report.FoundLine{Text: strings.TrimPrefix(want, "- ")}
		if !slices.Contains(found, said) {
			t.Errorf("what was found lacks %q: %+v", want, found)
		}
	}
}

// Plan 29/KH-UBND, IV (Monthly.subject): the plan is reported on within the report on administrative-procedure reform;
// a period that is not over says the day of its figures.
func TestMonthly_subject(t *testing.T) {
	in := monthly()
	d := in.Document()
	if want := "Tình hình, kết quả thực hiện nhiệm vụ cải cách thủ tục hành chính tháng 6 năm 2024"; d.Title != want {
		t.Errorf("title %q", d.Title)
	}
	for last, want := range map[string]string{
		"2024-06-14": "từ ngày 15/5/2024 đến ngày 14/6/2024, như sau:",
		"2024-06-13": "từ ngày 15/5/2024 đến ngày 14/6/2024, số liệu đến ngày 13/6/2024, như sau:",
	} {
		in.Registers.Last = on(last)
		if got := texts(in.Document().Body)[0]; !strings.HasSuffix(got, want) {
			t.Errorf("on %s: %q", last, got)
		}
	}
}
