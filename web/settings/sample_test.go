package settings

import (
	"rasoat/account"
	"rasoat/app"
	"rasoat/tools/pagetest"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/field"
	"rasoat/web/page"
)

func publicSamples() []pagetest.Sample {
	return []pagetest.Sample{
		{
			Page:  "settings/signin",
			State: "filled",
			Model: sampleSignIn(
				field.Summary{
					{Href: "#username", Text: "Tên hoặc mật khẩu không đúng. Kiểm tra phím Caps Lock rồi nhập lại."},
				},
			),
		},
		{Page: "settings/signin", State: "empty", Model: sampleSignIn(nil)},
		{Page: "settings/setup", State: "filled", Model: sampleSetup()},
		{Page: "settings/setup", State: "empty", Model: setupStart{Frame: pagetest.PublicFrame("Thiết lập lần đầu")}},
		{Page: "settings/password", State: "filled", Model: samplePassword()},
		{Page: "settings/password", State: "empty", Model: passwordChange{}},
	}
}

func workSamples() []pagetest.Sample {
	return []pagetest.Sample{
		{Page: "settings/user", State: "filled", Model: sampleUsers()},
		{Page: "settings/user", State: "empty", Model: userList{}},
		{Page: "settings/user_edit", State: "filled", Model: sampleUser()},
		{
			Page:  "settings/user_edit",
			State: "closed",
			Model: userEdit{
				Frame:   pagetest.WorkFrame("Lê Thị Hạnh", "Người dùng"),
				About:   app.Person{Name: "hanh.le", FullName: "Lê Thị Hạnh", Disabled: true},
				Secrets: sampleUser().Secrets,
			},
		},
		{Page: "settings/user_edit", State: "empty", Model: userEdit{}},
		{Page: "settings/show", State: "filled", Model: sampleSettings()},
		{Page: "settings/show", State: "empty", Model: settingShow{}},
		{Page: "settings/audit", State: "filled", Model: sampleAudit()},
		{Page: "settings/audit", State: "empty", Model: auditList{}},
		{Page: "settings/list", State: "filled", Model: sampleSettingList()},
		{Page: "settings/list", State: "closed", Model: settingList{RuleAsks: sampleSettingList().RuleAsks}},
		{Page: "settings/list", State: "empty", Model: settingList{}},
		{Page: "settings/days", State: "filled", Model: sampleDays()},
		{Page: "settings/days", State: "empty", Model: settingDays{}},
		{Page: "settings/rates", State: "filled", Model: sampleRates()},
		{Page: "settings/rates", State: "empty", Model: settingRates{}},
	}
}

func sampleSignIn(problems field.Summary) signIn {
	m := signIn{Frame: pagetest.PublicFrame("Đăng nhập"), Summary: problems, Next: "/viec", Fields: []field.Cell{
		{ID: "username", Label: "Tên đăng nhập", Auto: "username", Need: true, Focus: true},
		{ID: "password", Label: "Mật khẩu", Type: "password", Auto: "current-password", Need: true},
	}}
	if problems != nil {
		m.Demo = true
		m.Fields[0].Value, m.Fields[0].Problem = "hanh", problems[0].Text
		m.Kept = []page.HiddenField{{Name: "kept", Value: "1"}}
		m.Accounts = app.DemoPeople
	}
	return m
}

func sampleSetup() setupStart {
	return setupStart{
		Frame: pagetest.PublicFrame("Thiết lập lần đầu"), Token: "một-lần",
		Summary: field.Summary{{Href: "#commune", Text: "Tên xã: chưa ghi. Ghi như trên con dấu, ví dụ “xã An Bình”."}},
		Groups: []page.FieldGroup{
			{ID: "xa", Title: "Xã", Text: "", Fields: []field.Cell{
				{
					ID:      "commune",
					Label:   "Tên xã là gì?",
					Hint:    "Như trên con dấu, không kèm “UBND”.",
					Problem: "Chưa ghi. Ghi như trên con dấu, ví dụ “xã An Bình”.",
					Focus:   true,
					Width:   "medium",
					Need:    true,
				},
				{ID: "place", Label: "Địa danh ghi trên văn bản", Value: "An Bình", Width: "medium"},
				{
					ID:    "superior",
					Label: "Báo cáo gửi cơ quan cấp trên nào?",
					Value: "UBND huyện Bình Giang",
					Width: "medium",
				},
			}},
			{ID: "van-ban", Title: "Văn bản", Text: "Phần đầu và phần ký của mọi báo cáo.", Fields: []field.Cell{
				{
					ID:    "letterhead",
					Label: "Tên cơ quan ở đầu văn bản",
					Type:  "textarea",
					Value: "ỦY BAN NHÂN DÂN\nXÃ AN BÌNH",
				},
				{ID: "signatory", Label: "Văn bản do ai ký?", Value: "Trần Văn Bảo", Width: "medium"},
				{
					ID:    "capacity",
					Label: "Ký với quyền hạn nào?",
					Type:  "select",
					Width: "medium",
					Options: []field.Option{
						{Value: "tm", Text: "TM. ỦY BAN NHÂN DÂN", Selected: true},
						{Value: "kt", Text: "KT. CHỦ TỊCH"},
					},
				},
			}},
			{ID: "don-vi", Title: "Bộ phận và ngày nghỉ", Text: "", Fields: []field.Cell{
				{
					ID:    "units",
					Label: "Xã có những bộ phận nào?",
					Hint:  "Mỗi dòng một bộ phận.",
					Type:  "textarea",
					Value: "Văn phòng\nTư pháp - Hộ tịch\nĐịa chính - Xây dựng",
				},
				{
					ID:    "holidays",
					Label: "Ngày nghỉ lễ trong năm",
					Hint:  "Mỗi dòng một ngày, ví dụ 02/9/2024.",
					Type:  "textarea",
				},
			}},
			{ID: "quan-tri", Title: "Tài khoản quản trị", Text: "", Fields: []field.Cell{
				{ID: "username", Label: "Tên đăng nhập", Auto: "username", Width: "medium", Need: true},
				{
					ID:    "password",
					Label: "Mật khẩu",
					Hint:  "Ít nhất 12 ký tự.",
					Type:  "password",
					Auto:  "new-password",
					Width: "medium",
					Need:  true,
				},
			}},
		},
	}
}

func samplePassword() passwordChange {
	return passwordChange{
		Frame:   pagetest.WorkFrame("Đổi mật khẩu", ""),
		Summary: field.Summary{{Href: "#old", Text: "Mật khẩu đang dùng: không đúng."}},
		Fields: []field.Cell{
			{ID: "old", Label: "Mật khẩu đang dùng", Type: "password", Problem: "Không đúng.", Focus: true},
			{ID: "password", Label: "Mật khẩu mới", Type: "password"},
		},
	}
}

func sampleSettings() settingShow {
	return settingShow{
		Frame: pagetest.WorkFrame(
			"Thiết lập",
			"Thiết lập",
		), State: "Áp dụng cho Kế hoạch 29/KH-UBND", Headline: "Đơn vị và văn bản",
		Notice: "Đợt đã bắt đầu giữ cách tính cũ.", Both: page.BothVersions{Text: "Đã có bản mới hơn",
			Rows: []page.BothRow{{Label: "Người ký", Saved: "A", Typed: "B"}}},
		Action: "/thiet-lap/don-vi", Version: "7",
		Summary: field.Summary{{Href: "#rate", Text: "Mức thu nhập một giờ: phải là số nguyên đồng, ví dụ 48.248."}},
		Groups: []page.FieldGroup{{ID: "tinh", Title: "Cách tính", Fields: []field.Cell{
			{ID: "signer", Label: "Người ký", Value: "Trần Văn Bảo, Chủ tịch", Width: "medium"},
			{ID: "rate", Label: "Một giờ tính bao nhiêu đồng?", Value: "48,2", Problem: "Phải là số nguyên đồng."},
		}}},
		Asks: []settingAsk{
			{Answer: field.Answer{Name: "signer"},
				History: []string{"15/3/2024, Lê Thị Hạnh: “Nguyễn Văn An” → “Trần Văn Bảo, Chủ tịch”"}},
			{Answer: field.Answer{Name: "rate"},
				Default: "Mặc định: 48.248", Source: "Thông tư 02/2017/TT-VPCP, Điều 27"},
		},
	}
}

func sampleUsers() userList {
	lan := app.Person{Name: "hanh.le", FullName: "Lê Thị Hạnh", Title: "Công chức Văn phòng - Thống kê",
		Unit: "Văn phòng", Roles: []account.Role{account.Office, account.Reviewer}}
	return userList{
		Frame:  pagetest.WorkFrame("Người dùng", "Người dùng"),
		All:    2,
		Rows:   []app.Person{lan, {Name: "mai", Disabled: true}},
		Active: 1,
	}
}

func sampleUser() userEdit {
	return userEdit{
		Frame: pagetest.WorkFrame("Lê Thị Hạnh", "Người dùng"),
		About: app.Person{Name: "hanh.le", FullName: "Lê Thị Hạnh"},
		Both:  page.BothVersions{Text: "Đã có bản mới hơn"},
		Summary: field.Summary{
			{Href: "#roles", Text: "Vai trò: chưa có vai trò nào."},
		},
		Mark: "x",
		Fields: []field.Cell{{ID: "full_name", Label: "Họ và tên", Value: "Lê Thị Hạnh"}, {
			ID:      "roles",
			Problem: "Chưa có vai trò nào.",
			Options: []field.Option{{Value: "office", Text: "Văn phòng", Selected: true}},
		}},
		Secrets: []field.Cell{{ID: "password", Label: "Mật khẩu mới", Type: "password"}},
	}
}

func sampleSettingList() settingList {
	return settingList{
		Frame:       pagetest.WorkFrame("Thiết lập", "Thiết lập"),
		CommuneAsks: []settingAsk{{Answer: field.Answer{Label: "Ai ký?"}, Missing: "setting.unanswered.dotted"}},
		Days:        app.Holidays{Holidays: []app.Holiday{{Date: value.MustDate("2024-09-03")}}},
		Years:       []int{2024, 2025},
		Rates:       append(sampleRateRows(), app.Rate{Kind: "public"}),
		DayPast:     []string{"15/3/2024, Lê Thị Hạnh: thêm"},
		RulesText:   "Áp dụng cho Kế hoạch 29/KH-UBND.",
		RulesHref:   "/thiet-lap/cach-tinh",
		Edits:       true,
		RuleAsks: []settingAsk{{
			Answer:  field.Answer{Label: "Tỷ lệ chi phí tính trên mẫu số nào?", Text: "toàn danh mục"},
			Default: "Mặc định: toàn danh mục",
			Source:  "Quyết định số 1085/QĐ-TTg",
			History: []string{"15/3/2024, Lê Thị Hạnh: a → b", "13/3/2024: a"},
		}},
	}
}

func sampleDays() settingDays {
	row := func(n, date, name, problem string) field.Row {
		return field.Row{Cells: []field.Cell{
			{ID: "date-" + n, Label: "Dòng " + n + ", ngày", Value: date, Problem: problem, Width: "short"},
			{ID: "name-" + n, Label: "Dòng " + n + ", tên", Value: name, Problem: problem},
			{ID: "kind-" + n, Label: "Dòng " + n + ", loại", Options: []field.Option{
				{Value: "holiday", Text: "nghỉ", Selected: true},
				{Value: "workday", Text: "làm bù"},
			}},
		}}
	}
	return settingDays{
		Frame:   pagetest.WorkFrame("Ngày nghỉ", "Thiết lập"),
		Version: "2",
		Year:    2026,
		Years:   []int{2025, 2026},
		Rows:    []field.Row{row("0", "02/9/2026", "Quốc khánh", ""), row("1", "31/02/2026", "", "Không có ngày này.")},
		Past:    []string{"15/3/2024, Lê Thị Hạnh: thêm 02/9/2026"},
		Unknown: "Chưa ghi ngày nghỉ.",
		Fixed:   []yearlyRow{{viet.FixedHolidays()[0], "01/01", false}},
		Proposed: []yearlyRow{
			{viet.YearlyHoliday{Month: 11, Day: 24, From: 2026, Name: "Ngày Văn hóa", Source: "Nghị quyết"}, "24/11", false},
			{viet.YearlyHoliday{Month: 11, Day: 25, From: 2026, Name: "Ngày khác", Source: "Nghị quyết"}, "25/11", true},
		},
	}
}

func sampleRateRows() []app.Rate {
	return []app.Rate{
		{From: value.MustDate("2024-07-01"), Kind: "internal", Rate: 31_111, Source: "Nghị định 73/2024"},
	}
}

func sampleRates() settingRates {
	return settingRates{
		Frame:   pagetest.WorkFrame("Mức thu nhập", "Thiết lập"),
		Version: "1",
		Rows: []rateRow{{
			sampleRateRows()[0],
			page.Badge{Text: "đang áp dụng", Tone: "met"},
		}},
		Fields: []field.Cell{{ID: "from", Label: "Từ ngày nào?"}},
		Past:   []string{"15/3/2024, Lê Thị Hạnh: thêm"},
	}
}

func sampleAudit() auditList {
	return auditList{
		Frame:   pagetest.WorkFrame("Nhật ký", "Nhật ký"),
		Filter:  []field.Cell{{ID: "ma", Label: "Mã hoặc số"}},
		Verdict: &app.AuditVerdict{Broken: 5, Reason: "changed", Damaged: "1.001193 bản 3"},
		Next:    "/nhat-ky?truoc=5",
		First:   "/nhat-ky",
		Rows: []auditRow{
			{
				app.AuditEntry{Seq: 6, Actor: "office", Detail: app.AuditDetail{Reason: "sửa mẫu đơn"}},
				"lưu thủ tục 1.001193 (bản 3)",
				"/thu-tuc/1.001193",
			},
			{AuditEntry: app.AuditEntry{Seq: 5, Actor: "cmd"}, What: "khóa tài khoản mai"},
		},
	}
}
