package pagetest

import (
	"strings"

	"rasoat/web/page"
)

// The samples of the pages on indicators and feedback.

// SampleMonthTabs are the months of a year to choose from.
func SampleMonthTabs() []page.MonthTab {
	return []page.MonthTab{
		{Text: "T5", Label: "Tháng 5/2024, đã công khai", Href: "?thang=2024-05", Current: false, Sign: "✓"},
		{Text: "T6", Label: "Tháng 6/2024, chưa công khai", Href: "?thang=2024-06", Current: true, Sign: "…"},
	}
}

// PublicFrame is what stands around a page for everybody.
func PublicFrame(title string) page.Frame {
	return page.Frame{
		Title:       title,
		Commune:     "UBND xã An Bình",
		SignInHref:  "/dang-nhap",
		DataVersion: "Dữ liệu ngày 15/7/2024, bản 1.204",
	}
}

// WorkFrame is what stands around a page for an official.
func WorkFrame(title, at string) page.Frame {
	f := PublicFrame(title)
	f.Work, f.Demo, f.Person, f.Role = true, true, "Lê Thị Hạnh", "Văn phòng"
	f.Plan = page.PlanLine{Plan: "Kế hoạch 29", Date: "còn 19 ngày làm việc đến 09/8", Href: "/ke-hoach"}
	f.Nav = []page.NavItem{
		{
			Text:    "Việc của tôi",
			Href:    "/viec",
			Count:   "5",
			Current: false,
		}, {Text: "Danh mục", Href: "/?q=", Count: "", Current: false}, {Text: "Rà soát", Href: "/ra-soat", Count: "12",
			Current: false},
		{
			Text:    "Phương án",
			Href:    "/phuong-an",
			Count:   "7",
			Current: false,
		}, {Text: "Chỉ tiêu", Href: "/chi-tieu", Count: "", Current: false}, {Text: "Báo cáo", Href: "/bao-cao",
			Count: "", Current: false},
		{
			Text:    "Phản ánh",
			Href:    "/phan-anh",
			Count:   "2",
			Current: false,
		}, {Text: "Thiết lập", Href: "/thiet-lap", Count: "", Current: false},
	}
	for i := range f.Nav {
		f.Nav[i].Current = f.Nav[i].Text == at
	}
	return f
}

// SamplePart is a part of a procedure as it is shown.
func SamplePart() page.ProcedurePart {
	return page.ProcedurePart{
		ID:       "trinh-tu",
		Title:    "Trình tự thực hiện",
		Feedback: "/gop-y?phan=steps",
		Steps: []page.StepLine{
			{Name: "", Text: []string{"Người có yêu cầu ghi tờ khai và nộp tại Bộ phận một cửa, hoặc gửi qua mạng."}},
			{
				Name: "Kiểm tra hồ sơ",
				Text: []string{
					"Công chức kiểm tra giấy tờ ngay khi nhận.",
					"Nếu thiếu, công chức ghi rõ phần còn thiếu.",
				},
			}},
	}
}

// SampleCompared is a part of a procedure before and after.
func SampleCompared() []page.ComparedPart {
	return []page.ComparedPart{{ID: "ho-so", Title: "Thành phần hồ sơ", Words: "bỏ 01 giấy tờ",
		Before: page.DiffText{
			{Op: "same", Text: "Tờ khai\n"},
			{Op: "del", Text: "Sổ hộ khẩu (bản sao)"},
		}, After: page.DiffText{{Op: "same", Text: "Tờ khai"}},
		Inline: page.DiffText{
			{Op: "same", Text: "Tờ khai\n"},
			{Op: "del", Text: "Sổ hộ khẩu (bản sao)"},
			{Op: "ins", Text: ""},
		}}}
}

// Links are links with these texts.
func Links(texts ...string) []page.Link {
	var out []page.Link
	for _, t := range texts {
		out = append(out, page.Link{Text: t, Href: "/?q=" + strings.ReplaceAll(t, " ", "+")})
	}
	return out
}

var (
	// Met is the verdict that a target is met.
	Met = page.Verdict{Sign: "✓", Text: "đạt", Tone: "met"}
	// NotMet is the verdict that a target is not met.
	NotMet = page.Verdict{Sign: "✗", Text: "chưa đạt", Tone: "bad"}
)
