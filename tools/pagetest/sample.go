package pagetest

import (
	"strings"

	"rasoat/catalog"
	"rasoat/web/page"
)

// SampleMonthTabs are the months of a year to choose from.
func SampleMonthTabs() []page.MonthTab {
	return []page.MonthTab{
		{Text: "T5", Label: "Tháng 5/2024, đã công khai", Href: "?thang=2024-05", Sign: "✓"},
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
		{Text: "Việc của tôi", Href: "/viec", Count: "5"},
		{Text: "Danh mục", Href: "/danh-muc"},
		{Text: "Rà soát", Href: "/ra-soat", Count: "12"},
		{Text: "Phương án", Href: "/phuong-an", Count: "7"},
		{Text: "Chỉ tiêu rà soát, cắt giảm", Href: "/chi-tieu"},
		{Text: "Báo cáo", Href: "/bao-cao"},
		{Text: "Phản ánh", Href: "/phan-anh", Count: "2"},
		{Text: "Thiết lập", Href: "/thiet-lap"},
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
		Steps: []catalog.Step{
			{Text: "Người có yêu cầu ghi tờ khai và nộp tại Bộ phận một cửa, hoặc gửi qua mạng."},
			{Name: "Kiểm tra hồ sơ", Text: "Công chức kiểm tra ngay.\nNếu thiếu, công chức ghi rõ phần còn thiếu."},
		},
	}
}

// SampleCompared is parts of a procedure before and after: papers, and steps of every kind of change.
func SampleCompared() []page.ComparedPart {
	papers := page.Compared(catalog.PartDiff{Part: catalog.PartDossier, Items: []catalog.ItemDiff{
		{Op: catalog.OpEqual, Old: "Tờ khai", New: "Tờ khai", Was: 1, Now: 2},
		{Op: catalog.OpDelete, Old: "Sổ hộ khẩu (bản sao)", Was: 2},
	}}, "Thành phần hồ sơ")
	papers.Words = "bỏ 01 giấy tờ"
	steps := page.Compared(catalog.PartDiff{Part: catalog.PartSteps, Items: []catalog.ItemDiff{
		{Op: catalog.OpEqual, Old: "Nộp hồ sơ", New: "Nộp hồ sơ", Was: 1, Now: 1},
		{Op: catalog.OpDelete, Old: "Xin ý kiến bằng văn bản", Was: 2},
		{Op: catalog.OpReplace, Old: "Ký", New: "Ký số", Was: 3, Now: 2, Words: catalog.WordDiff("Ký", "Ký số")},
		{Op: catalog.OpInsert, New: "Trả kết quả điện tử", Now: 3},
		{Op: catalog.OpMove, Old: "Lưu hồ sơ", New: "Lưu hồ sơ", Was: 4, Now: 4},
	}}, "Trình tự thực hiện")
	return []page.ComparedPart{papers, steps}
}

// Links are links with these texts.
func Links(texts ...string) []page.Link {
	var out []page.Link
	for _, t := range texts {
		out = append(out, page.Link{Text: t, Href: "/?q=" + strings.ReplaceAll(t, " ", "+")})
	}
	return out
}

// The verdicts that a target is met and that it is not.
var (
	Met    = page.Verdict{Sign: "✓", Text: "đạt", Tone: "met"}
	NotMet = page.Verdict{Sign: "✗", Text: "chưa đạt", Tone: "bad"}
)
