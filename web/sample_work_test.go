package web

import (
	"strings"

	"rasoat/web/field"
)

func workSamples() []sample {
	return []sample{
		{"procedure/versions", "filled", sampleVersions()},
		{"procedure/versions", "empty", procedureVersions{}},
		{"procedure/compare", "filled", sampleCompare()},
		{"procedure/compare", "empty", procedureCompare{frame: workFrame("So sánh", "Danh mục"), From: "Bản 1", To: "Bản 2"}},
		{"target/board", "filled", sampleTargets()},
		{"target/board", "empty", targetBoard{frame: workFrame("Chỉ tiêu", "Chỉ tiêu"), State: "Ngày 15/7/2024", AsOf: asOfField(),
			NoList: emptyState{"Chưa có danh mục rà soát: chưa biết bao nhiêu thủ tục phải rà soát. Văn phòng chốt danh mục, rồi chỉ tiêu được tính từ đó.", link{"Chốt danh mục rà soát", "/ra-soat/danh-muc"}}}},
		{"target/board", "long", longTargets()},
		{"plan/list", "filled", samplePlans()},
		{"plan/list", "empty", planList{frame: workFrame("Kế hoạch", "")}},
		{"report/list", "filled", sampleReports()},
		{"report/list", "empty", reportList{}},
		{"user/list", "filled", sampleUsers()},
		{"user/list", "empty", userList{}},
		{"user/edit", "filled", sampleUser()},
		{"user/edit", "closed", userEdit{frame: workFrame("Lê Thị Hạnh", "Người dùng"), Headline: "Lê Thị Hạnh", Name: "hanh.le", Closed: true, Secrets: sampleUser().Secrets}},
		{"user/edit", "empty", userEdit{}},
		{"setting/show", "filled", sampleSettings()},
		{"setting/show", "empty", settingShow{}},
		{"audit/list", "filled", sampleAudit()},
		{"audit/list", "empty", auditList{}},
		{"setting/list", "filled", sampleSettingList()},
		{"setting/list", "empty", settingList{}},
		{"setting/days", "filled", sampleDays()},
		{"setting/days", "empty", settingDays{}},
		{"setting/rates", "filled", sampleRates()},
		{"setting/rates", "empty", settingRates{}},
	}
}

var (
	met    = verdict{"✓", "đạt", "met"}
	notMet = verdict{"✗", "chưa đạt", "bad"}
	none   = verdict{"–", "không phát sinh", ""}
)

func asOfField() field.Cell {
	return field.Cell{ID: "ngay", Label: "Tính đến ngày", Value: "15/7/2024", Width: "short"}
}

func sampleTargets() targetBoard {
	return targetBoard{
		frame: workFrame("Chỉ tiêu", "Chỉ tiêu"), State: "Ngày 15/7/2024 · danh mục chốt 12 thủ tục nội bộ nhóm B · còn 19 ngày làm việc", AsOf: asOfField(), HasList: true,
		Targets: []targetLine{
			{ID: "internal-b-reviewed", Title: "Thủ tục nội bộ nhóm B đã rà soát", Source: "mục III.1.b", Percent: "100,00%", Threshold: "đủ 100%", Sum: "12/12 thủ tục",
				Bar: bar{"100", "100", "met", "100,00% so với 100%"}, Verdict: met, Deadline: "trước 10/8/2024, ngày cuối 09/8/2024"},
			{ID: "internal-b-number", Title: "Số lượng thủ tục được cắt giảm, đơn giản hóa", Source: "mục III.1.b", Percent: "25,00%", Threshold: "ít nhất 20%", Sum: "3/12 thủ tục",
				Bar: bar{"25", "20", "met", "25,00% so với 20%"}, Verdict: met, Proposed: "41,67% nếu các phương án đang trình được phê duyệt", Deadline: "trước 10/8/2024, ngày cuối 09/8/2024"},
			{ID: "internal-b-cost", Title: "Chi phí tuân thủ được cắt giảm", Source: "mục III.1.b", Percent: "18,60%", Threshold: "ít nhất 20%", Sum: "20.974.080/112.787.888 đồng",
				Bar: bar{"18.6", "20", "bad", "18,60% so với 20%"}, Verdict: notMet, Missing: "còn thiếu 1.583.498 đồng", Proposed: "34,10% nếu các phương án đang trình được phê duyệt", Deadline: "trước 10/8/2024, ngày cuối 09/8/2024",
				Readings: []targetReading{{"Trên toàn danh mục", "18,60%", "112.787.888 đồng", notMet, true}, {"Trên các thủ tục có phương án", "86,00%", "24.388.465 đồng", met, false}}},
		},
		Choose: "Tập phương án nhỏ nhất để đạt cả hai chỉ tiêu: 1 phương án, 2 ngày công.",
		Proposals: []decidingProposal{
			{"/phuong-an/4", "NB-04", "Đề nghị mua sắm văn phòng phẩm", badge{"đã trình", "accent"}, "12.480.000 đồng", "+ 11,07 điểm", "2", true},
			{"/phuong-an/9", "NB-09", "Đăng ký xe công tác", badge{"đã thẩm tra", "accent"}, "5.006.520 đồng", "+ 4,44 điểm", "3,5", false},
		},
		Others: []otherTarget{
			{"additions", "/ke-hoach", "Đề nghị công bố bổ sung danh mục nội bộ nhóm B", met, "Công văn 12/UBND-VP ngày 22/4/2024", "trước 25/4/2024"},
			{"public", "", "Thủ tục công khai đã rà soát", none, "Chưa có danh mục", "trước 20/6/2024"},
		},
		Reports: []link{{"Báo cáo tổng hợp kết quả rà soát", "/bao-cao"}, {"Biểu chi phí từng thủ tục", "/chi-phi"}},
	}
}

func longTargets() targetBoard {
	m := sampleTargets()
	m.Plan.Late, m.Plan.Date = true, "quá hạn 3 ngày làm việc, từ 09/8"
	m.Targets[2].Sum = "1.120.974.080/8.112.787.888.112 đồng"
	m.Unpriced = []link{{"NB-07", "/thu-tuc/NB-07"}, {"NB-11", "/thu-tuc/NB-11"}}
	m.Proposals[0].Name = strings.Repeat("Đề nghị mua sắm văn phòng phẩm, công cụ, dụng cụ ", 4)
	return m
}

func samplePlans() planList {
	return planList{
		frame: workFrame("Kế hoạch", ""), State: "Kế hoạch 29/KH-UBND ngày 13/3/2024 · 2 mốc đã qua, 2 mốc còn lại",
		Summary: field.Summary{{Href: "#number", Text: "Số văn bản: chưa ghi số văn bản."}},
		Dates: []planDate{
			{ID: "d2", Date: "25/4/2024", Title: "Đề nghị công bố bổ sung danh mục nội bộ nhóm B", Source: "III.1.b", Owner: "Văn phòng", State: verdict{"✓", "xong 22/4/2024", "met"}, Href: "/ra-soat", Note: &planNote{ID: "D2", Done: true}},
			{ID: "d1", Date: "20/6/2024", Left: "quá hạn 17 ngày làm việc", Title: "Gửi kết quả rà soát thủ tục công khai", Source: "III.1.a", Owner: "Văn phòng", State: verdict{"✗", "quá hạn", "bad"}, Href: "/bao-cao",
				Note: &planNote{ID: "D1", Open: true, Number: field.Cell{ID: "number", Label: "Số văn bản", Problem: "Chưa ghi số văn bản."}, Day: field.Cell{ID: "day", Label: "Ngày văn bản", Value: "18/6/2024"}}},
			{ID: "d3", Date: "09/8/2024", Left: "còn 19 ngày làm việc", Title: "Hoàn thành rà soát, phê duyệt phương án nội bộ nhóm B", Source: "III.1.b", Owner: "Chủ tịch", State: verdict{"", "đang làm", ""}, Text: "đạt 2/3 chỉ tiêu", Href: "/chi-tieu", Next: true},
			{ID: "d4", Date: "ngày 15 hằng tháng", Title: "Báo cáo tình hình thực hiện", Source: "IV", Owner: "Văn phòng", State: verdict{"✗", "1 kỳ chưa ghi nhận", "warn"}, Heading: true, Folded: "9 kỳ, đã ghi nhận 8 kỳ",
				Months: []planDate{{ID: "d4-7", Date: "15/7/2024", Title: "tháng 7/2024", State: verdict{"", "đang làm", ""}, Note: &planNote{ID: "D4/2024-07", Number: field.Cell{ID: "number-d4", Name: "number", Label: "Số văn bản"}, Day: field.Cell{ID: "day-d4", Name: "day", Label: "Ngày văn bản"}}}}},
		},
		Tasks: []planTask{{"Số hóa, làm sạch dữ liệu", "III.2", "Bộ phận một cửa", "/nhiem-vu/3"}, {"Tiếp nhận, xử lý khó khăn, vướng mắc", "III.2", "", ""}},
		Plans: []planRow{{"/ke-hoach/kh-29-2024", "29/KH-UBND", "13/3/2024", "Cải cách thủ tục hành chính trọng tâm năm 2024", badge{"đang theo", "met"}, true}},
	}
}

func sampleReports() reportList {
	files := []link{{"Word", "/bao-cao/x.docx"}, {"Excel", "/bao-cao/x.xlsx"}, {"HTML", "/bao-cao/x.html"}}
	return reportList{
		frame: workFrame("Báo cáo", "Báo cáo"), State: "Bản thảo với số liệu ngày 15/7/2024", Saved: "Đã phát hành.",
		Form: reportForm{field.Summary{{Href: "#ngay", Text: "Ngày: không phải ngày."}}, field.Cell{ID: "dot", Label: "Đợt rà soát", Type: "select", Options: []field.Option{{Value: "", Text: "Cả hai đợt", Selected: true}}}, field.Cell{ID: "so", Label: "Số văn bản"}, field.Cell{ID: "ngay", Label: "Ngày", Value: "32/7", Problem: "Không phải ngày."}},
		Groups: []reportGroup{
			{"Rà soát", []reportKind{
				{"Báo cáo tổng hợp kết quả rà soát", "Gửi UBND huyện", "hạn 09/8/2024", "Số liệu theo danh mục đã chốt.", "còn 2 chỗ trống: số văn bản, người ký", "Phần cán bộ viết: kiến nghị", "/bao-cao/review-summary", files, []link{{"15/BC-UBND ngày 18/6/2024", "/1"}},
					issueForm{"review-summary", "báo cáo kết quả rà soát", []field.Cell{{ID: "review-summary.number", Label: "Số văn bản", Problem: "Chưa ghi số văn bản."}}, true}},
				{"Phương án đơn giản hóa", "Kèm quyết định phê duyệt", "", "", "", "", "/bao-cao/proposals", files, nil, issueForm{}},
				{"Biểu mẫu 03/SCM-KSTT", "Từng thủ tục, trước và sau", "", "", "", "", "/bao-cao/form-03", files[:2], nil, issueForm{}}}},
			{"Hằng tháng", []reportKind{{"Báo cáo tháng 7/2024", "Gửi UBND huyện", "hạn 15/8/2024", "", "", "", "", files, nil, issueForm{}}}},
		},
	}
}

func sampleSettings() settingShow {
	return settingShow{
		frame: workFrame("Thiết lập", "Thiết lập"), State: "Áp dụng cho Kế hoạch 29/KH-UBND", Headline: "Đơn vị và văn bản", Notice: "Đợt đã bắt đầu giữ cách tính cũ.", Both: bothVersions{"Đã có bản mới hơn", []bothRow{{"Báo cáo do ai ký?", "A", "B"}}}, Action: "/thiet-lap/don-vi", Version: "7",
		Summary: field.Summary{{Href: "#rate", Text: "Mức thu nhập một giờ: phải là số nguyên đồng, ví dụ 48.248."}},
		Groups: []settingGroup{
			{"ky", "Văn bản", []settingAsk{{Field: field.Cell{ID: "signer", Label: "Báo cáo do ai ký?", Value: "Trần Văn Bảo, Chủ tịch", Width: "medium"}, History: []string{"15/3/2024, Lê Thị Hạnh: “Nguyễn Văn An” → “Trần Văn Bảo, Chủ tịch”"}}}},
			{"tinh", "Cách tính", []settingAsk{
				{Field: field.Cell{ID: "rate", Label: "Một giờ làm việc tính bao nhiêu đồng?", Value: "48,2", Problem: "Phải là số nguyên đồng, ví dụ 48.248.", Focus: true, Width: "short"}, Default: "Mặc định: 48.248", Source: "Thông tư 02/2017/TT-VPCP, Điều 27"},
				{Field: field.Cell{ID: "denominator", Label: "Tỷ lệ chi phí tính trên mẫu số nào?", Type: "select", Width: "medium", Options: []field.Option{{Value: "listed", Text: "Toàn danh mục đã chốt", Selected: true}, {Value: "with_proposal", Text: "Các thủ tục có phương án"}}}, Default: "Mặc định: toàn danh mục đã chốt"}}},
		},
	}
}

func sampleCost(editable bool) costTable {
	number := 0
	row := func(side, activity, hours, unit, annual, sum string) costRow {
		name := side + "[" + string(rune('0'+number)) + "]"
		number++
		cell := func(key, label, v string) costCell {
			return costCell{Name: name + "." + key, Label: activity + ", " + label, Value: v}
		}
		return costRow{Number: "1." + string(rune('0'+number)), Name: name, Task: "prepare", Activity: cell("activity", "Hoạt động", activity),
			Hours: cell("hours", "Thời gian (giờ)", hours), Rate: cell("hourly_rate", "Thu nhập", "48.248"), Service: cell("service_cost", "Dịch vụ", "0"),
			Fees: cell("fees", "Phí", "0"), Times: cell("times_per_year", "Số lần", "1"), Subjects: cell("subjects_per_year", "Số đối tượng", "420"),
			Note: cell("note", "Ghi chú", ""), Source: "ước tính", Sources: []field.Option{{Value: "estimate", Text: "ước tính", Selected: true}, {Value: "survey", Text: "khảo sát"}}, Unit: unit, Annual: annual, Sum: sum}
	}
	side := func(id, title, annual string, rows ...costRow) costSide {
		s := costSide{ID: id, Title: title, Unit: "317.550", Annual: annual, Hours: "1.505"}
		for i, t := range []string{"Chuẩn bị hồ sơ", "Nộp hồ sơ", "Nộp phí, lệ phí, chi phí khác", "Phục vụ kiểm tra, đánh giá thực tế", "Công việc khác", "Nhận kết quả"} {
			s.Groups = append(s.Groups, costGroup{Number: string(rune('1' + i)), Task: "prepare", Title: t})
		}
		s.Groups[0].Rows, s.Groups[0].Annual = rows, annual
		return s
	}
	c := costTable{ID: "bang-chi-phi", Editable: editable, Action: "/phuong-an/4/chi-phi", Saving: "43.467.080 đồng", Percent: "55,80%", Note: "2 dòng là ước tính"}
	c.Before = side("before", "Hiện tại", "77.893.240", row("before", "Điền tờ khai", "0,5", "24.124", "10.132.080", "0,5 giờ × 48.248 = 24.124"), row("before", "Sao chụp giấy tờ", "1", "48.248", "20.264.160", "1 giờ × 48.248 = 48.248"))
	number = 0
	c.After = side("after", "Sau đơn giản hóa", "34.426.160", row("after", "Điền tờ khai", "0,25", "12.062", "5.066.040", "0,25 giờ × 48.248 = 12.062"))
	if editable {
		c.Before.Groups[0].Rows[1].Hours.Value, c.Before.Groups[0].Rows[1].Hours.Problem = "-1", "Phải là số không âm, ví dụ 0,5."
		c.Problems = field.Summary{{Href: "#before[1].hours", Text: "Dòng 1.2, cột Thời gian: phải là số không âm, ví dụ 0,5."}}
	}
	return c
}

func samplePath() []pathStep {
	return []pathStep{{"Dự thảo", "Nguyễn Thị Mai", "01/7/2024", true, false, false}, {"Đã trình", "Nguyễn Thị Mai", "05/7/2024", true, false, false},
		{"Đã thẩm tra", "Lê Thị Hạnh", "08/7/2024", true, true, false}, {"Đã phê duyệt", "", "", false, false, false}, {"Đã thực thi", "", "", false, false, false}}
}

func sampleUsers() userList {
	return userList{frame: workFrame("Người dùng", "Người dùng"), State: "2 tài khoản, 1 đang hoạt động", Rows: []userRow{
		{Name: "hanh.le", FullName: "Lê Thị Hạnh", Title: "Công chức Văn phòng - Thống kê", Unit: "Văn phòng", Roles: "văn phòng, công chức chuyên môn", Since: "15/7/2024", Href: "/nguoi-dung/hanh.le", State: badge{"đang hoạt động", "met"}},
		{Name: "mai", FullName: "mai", Roles: "công chức chuyên môn", Since: "15/7/2024", Href: "/nguoi-dung/mai", State: badge{"đã đóng", ""}},
	}}
}

func sampleUser() userEdit {
	return userEdit{frame: workFrame("Lê Thị Hạnh", "Người dùng"), Headline: "Lê Thị Hạnh", State: "hanh.le, đang hoạt động, từ 15/7/2024", Now: "Đang lưu: …",
		Summary: field.Summary{{Href: "#roles", Text: "Vai trò: chưa có vai trò nào."}}, Action: "/nguoi-dung/hanh.le", Button: "Lưu", Name: "hanh.le", Mark: "x",
		Fields:  []field.Cell{{ID: "full_name", Label: "Họ và tên", Value: "Lê Thị Hạnh"}},
		Roles:   roleChoice{"Chưa có vai trò nào.", []roleOption{{"office", "Văn phòng", "Phân công, thẩm tra.", true}}},
		Secrets: []field.Cell{{ID: "password", Label: "Mật khẩu mới", Type: "password"}}}
}

func sampleSettingList() settingList {
	return settingList{frame: workFrame("Thiết lập", "Thiết lập"), Parts: []settingPart{
		{ID: "a", Title: "Đơn vị và văn bản", Text: "In trên báo cáo.", Edit: link{"Sửa", "/thiet-lap/don-vi"}, Past: []string{"15/3/2024, Lê Thị Hạnh: thêm"}, Asks: []settingSaid{
			{Question: "Báo cáo do ai ký?", Answer: "chưa ghi: in thành dòng chấm", Missing: true},
			{Question: "Tỷ lệ chi phí tính trên mẫu số nào?", Answer: "toàn danh mục", Default: "Mặc định: toàn danh mục", Source: "Quyết định 1085/QĐ-TTg", History: []string{"15/3/2024, Lê Thị Hạnh: a → b", "13/3/2024: a"}},
		}},
		{ID: "b", Title: "Cách tính", Closed: "Văn phòng sửa phần này."},
	}}
}

func sampleDays() settingDays {
	day := func(n, date, name, problem string) dayRow {
		return dayRow{Date: field.Cell{ID: "date-" + n, Label: "Dòng " + n + ", ngày", Value: date, Problem: problem}, Name: field.Cell{ID: "name-" + n, Label: "Dòng " + n + ", tên", Value: name, Problem: problem},
			Kind: field.Cell{ID: "kind-" + n, Label: "Dòng " + n + ", loại", Options: []field.Option{{Value: "holiday", Text: "nghỉ", Selected: true}, {Value: "workday", Text: "làm bù"}}}}
	}
	return settingDays{frame: workFrame("Ngày nghỉ", "Thiết lập"), State: "Để tính ngày làm việc.", Saved: "Đã lưu.", Version: "2", Year: "2026", Years: []pageLink{{"2025", "/x", false}, {"2026", "", true}},
		Rows: []dayRow{day("0", "02/9/2026", "Quốc khánh", ""), day("1", "31/02/2026", "", "Không có ngày này.")}, Past: []string{"15/3/2024, Lê Thị Hạnh: thêm 02/9/2026"}}
}

func sampleRates() settingRates {
	return settingRates{frame: workFrame("Mức thu nhập", "Thiết lập"), State: "Dùng trong bảng chi phí.", Saved: "Đã lưu.", Version: "1",
		Rows: []rateRow{{"01/7/2024", "TTHC nội bộ", "31.111 đồng", "Nghị định số 73/2024/NĐ-CP", badge{"đang áp dụng", "met"}}}, Fields: []field.Cell{{ID: "from", Label: "Từ ngày nào?"}}, Past: []string{"15/3/2024, Lê Thị Hạnh: thêm"}}
}

func sampleAudit() auditList {
	return auditList{frame: workFrame("Nhật ký", "Nhật ký"), Filter: []field.Cell{{ID: "ma", Label: "Mã hoặc số"}}, Verdict: auditVerdict{false, []string{"Dòng 5 đã bị sửa."}}, Older: "/nhat-ky?truoc=5", Newest: "/nhat-ky",
		Rows: []auditRow{{Number: "6", When: "15/7/2024 08:05", Who: "Lê Thị Hạnh", What: "lưu thủ tục 1.001193 (bản 3)", Reason: "Lý do: sửa mẫu đơn", Href: "/thu-tuc/1.001193"}, {Number: "5", When: "15/7/2024 08:04", Who: "dòng lệnh", What: "đóng tài khoản mai"}}}
}
