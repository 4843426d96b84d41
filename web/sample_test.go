package web

import (
	"slices"
	"strings"

	"rasoat/web/field"
)

// The sample view models with which every template is executed: filled as on an ordinary day, empty, and
// long. The texts are made up for these tests.

type sample struct {
	page  string // name of the template
	state string // "filled", "empty", "long"
	model any
}

func samples() []sample {
	return slices.Concat(
		publicSamples(),
		workSamples(),
		planSamples(),
		additionSamples(),
		announcementSamples(),
		restructuringSamples(),
		campaignSamples(),
		catalogueSamples(),
		formSamples(),
		indicatorSamples(),
		monthSamples(),
		proposalSamples(),
		vocabularySamples(),
	)
}

func publicSamples() []sample {
	return []sample{
		{"home", "filled", sampleHome()},
		{"home", "empty", home{frame: frame{NoSearch: true}, Total: "0 thủ tục"}},
		{"results", "filled", sampleResults()},
		{"results", "empty", results{frame: publicFrame("Tìm thủ tục"), Count: "Không có thủ tục nào", For: "xin cấp thẻ bay",
			DidYouMean: []link{{"cấp thẻ", "/?q=cap+the"}},
			Nothing:    emptyState{"Không thủ tục nào của xã có các từ này. Có thể bớt từ, hoặc xem toàn bộ danh mục theo lĩnh vực.", link{"Xem toàn bộ danh mục", "/?q="}}}},
		{"results", "long", longResults()},
		{"procedure/show", "public", sampleProcedure(publicFrame("Xác nhận tình trạng cư trú"))},
		{"procedure/show", "filled", officialProcedure()},
		{"procedure/show", "empty", emptyProcedure()},
		{"procedure/show", "long", longProcedure()},
		{"account/signin", "filled", sampleSignIn(field.Summary{{Href: "#username", Text: "Tên hoặc mật khẩu không đúng. Kiểm tra phím Caps Lock rồi nhập lại."}})},
		{"account/signin", "empty", sampleSignIn(nil)},
		{"account/setup", "filled", sampleSetup()},
		{"account/setup", "empty", setupStart{frame: publicFrame("Thiết lập lần đầu")}},
		{"accessibility", "filled", accessibilityPage{publicFrame("Khả năng tiếp cận"), "UBND xã An Bình"}},
		{"account/password", "filled", samplePassword()},
		{"account/password", "empty", passwordChange{}},
		{"error", "filled", errorPage{frame: publicFrame("Không tìm thấy"), Status: "404", Headline: "Không tìm thấy trang này",
			Text: "Địa chỉ có thể đã gõ sai, hoặc thủ tục đã đổi mã. Có thể tìm lại theo tên hoặc mã.", Next: []link{{"Tìm thủ tục", "/"}}}},
		{"error", "long", errorPage{frame: workFrame("Lỗi máy chủ", ""), Status: "500", Headline: "Máy chủ gặp lỗi",
			Text: "Những gì đã lưu vẫn còn. Gửi mã yêu cầu này cho quản trị hệ thống để tìm nguyên nhân.", Request: "7f3a91c0", Next: []link{{"Tải lại", "/chi-tieu"}}}},
		{"error", "empty", errorPage{}},
	}
}

func publicFrame(title string) frame {
	return frame{Title: title, Commune: "UBND xã An Bình", SignInHref: "/dang-nhap", DataVersion: "Dữ liệu ngày 15/7/2024, bản 1.204"}
}

func workFrame(title, at string) frame {
	f := publicFrame(title)
	f.Work, f.Demo, f.Person, f.Role = true, true, "Lê Thị Hạnh", "Văn phòng"
	f.Plan = planLine{Plan: "Kế hoạch 29", Date: "còn 19 ngày làm việc đến 09/8", Href: "/ke-hoach"}
	f.Nav = []navItem{
		{"Việc của tôi", "/viec", "5", false}, {"Danh mục", "/?q=", "", false}, {"Rà soát", "/ra-soat", "12", false},
		{"Phương án", "/phuong-an", "7", false}, {"Chỉ tiêu", "/chi-tieu", "", false}, {"Báo cáo", "/bao-cao", "", false},
		{"Phản ánh", "/phan-anh", "2", false}, {"Thiết lập", "/thiet-lap", "", false},
	}
	for i := range f.Nav {
		f.Nav[i].Current = f.Nav[i].Text == at
	}
	return f
}

func sampleHome() home {
	f := publicFrame("Tìm thủ tục hành chính")
	f.NoSearch = true
	return home{
		frame: f, Total: "312 thủ tục của xã",
		Examples:   []link{{"đăng ký khai sinh", "/?q=dang+ky+khai+sinh"}, {"giấy độc thân", "/?q=giay+doc+than"}},
		Situations: links("Có con nhỏ", "Kết hôn", "Chuyển chỗ ở", "Làm nhà, sửa nhà", "Mở quán, kinh doanh", "Đi học, đi làm", "Người có công", "Người cao tuổi", "Khuyết tật, trợ cấp", "Đất đai", "Chứng thực giấy tờ", "Có người mất"),
		Sought:     links("Đăng ký khai sinh", "Cấp bản sao trích lục hộ tịch", "Chứng thực chữ ký", "Cấp Giấy xác nhận tình trạng hôn nhân"),
		Indicators: homeIndicators{"Tháng 6/2024: 11 trong 13 chỉ tiêu đạt", "/chi-so"},
	}
}

func links(texts ...string) []link {
	var out []link
	for _, t := range texts {
		out = append(out, link{t, "/?q=" + strings.ReplaceAll(t, " ", "+")})
	}
	return out
}

func sampleResults() results {
	f := publicFrame("dang ky khai sinh")
	f.Query = "dang ky khai sinh"
	return results{
		frame: f, Count: "12 thủ tục", For: "dang ky khai sinh",
		Set: []link{{"Lĩnh vực: Hộ tịch", "/?q=dang+ky+khai+sinh"}},
		Hits: []resultHit{
			{Href: "/thu-tuc/1.001193", NameHTML: "<mark>Đăng ký khai sinh</mark>", Code: "1.001193", Facts: []string{"Hộ tịch", "trong ngày", "miễn phí", "trực tiếp, trực tuyến, bưu chính"}},
			{Href: "/thu-tuc/1.000593", NameHTML: "<mark>Đăng ký</mark> lại <mark>khai sinh</mark>", Code: "1.000593", Facts: []string{"Hộ tịch", "5 ngày làm việc", "8.000 đồng", "trực tiếp, trực tuyến"}},
			{Href: "/thu-tuc/9.000001", NameHTML: "<mark>Đăng ký khai sinh</mark> có yếu tố nước ngoài", Passage: "… nộp hồ sơ <mark>đăng ký khai sinh</mark> tại nơi cư trú của người cha hoặc người mẹ …", Code: "9.000001", Facts: []string{"Hộ tịch", "chưa có thông tin về phí"}, Handler: "UBND huyện"},
			{Href: "/thu-tuc/TB-07", NameHTML: "Rà soát sổ <mark>đăng ký khai sinh</mark> hằng năm", Code: "TB-07", Facts: []string{"Nội vụ", "3 ngày làm việc"}, Badges: []badge{{"nội bộ B", ""}, {"điển hình", "warn"}}},
		},
		Facets: []facetList{
			{"Lĩnh vực", []facetValue{{"Hộ tịch", "9", "/?f=1", true}, {"Chứng thực", "2", "/?f=2", false}, {"Bảo trợ xã hội", "1", "/?f=3", false}}},
			{"Hình thức nộp", []facetValue{{"Trực tiếp", "12", "/", false}, {"Trực tuyến", "7", "/", false}, {"Bưu chính công ích", "4", "/", false}}},
			{"Nơi giải quyết", []facetValue{{"Xã giải quyết", "10", "/", false}, {"Xã tiếp nhận", "2", "/", false}}},
		},
		Paging: paging{Text: "1–4 trong 12", Next: "/?q=x&offset=4", Pages: []pageLink{{"1", "/", true}, {"2", "/?offset=4", false}, {"3", "/?offset=8", false}}},
	}
}

func longResults() results {
	r := sampleResults()
	r.frame = workFrame("danh mục", "Danh mục")
	r.Repealed = link{"2 thủ tục hết hiệu lực không hiện ở đây; xem các thủ tục đó", "/?q=x&status=repealed"}
	r.For, r.Took = strings.Repeat("xác nhận giấy tờ ", 8), "312 kết quả trong 0,8 mili giây"
	long := resultHit{Href: "/thu-tuc/x", NameHTML: marked(strings.Repeat("Cấp lại giấy xác nhận cho hộ gia đình, cá nhân ", 5)), Code: "1.001193.000.00.00.H50",
		Facts: []string{"Nông nghiệp và phát triển nông thôn", "30 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ", "theo quy định của HĐND tỉnh", "trực tiếp, trực tuyến, bưu chính công ích"}, Handler: "Chi nhánh Văn phòng Đăng ký đất đai liên huyện",
		Badges: []badge{{"công khai", ""}, {"chưa phân loại", "warn"}, {"hết hiệu lực", "bad"}}}
	for range 6 {
		r.Hits = append(r.Hits, long)
	}
	r.Facets[0].Values = append(r.Facets[0].Values, facetValue{"Tổ chức hành chính, sự nghiệp nhà nước và hội", "1.204", "/", false})
	r.Paging = paging{"21–40 trong 2.642", "/?p", "/?n", []pageLink{{"1", "/1", false}, {"2", "", true}, {"3", "/3", false}, {"…", "", false}, {"133", "/133", false}}}
	return r
}

func sampleSignIn(problems field.Summary) signIn {
	m := signIn{frame: publicFrame("Đăng nhập"), Summary: problems, Next: "/viec",
		Username: field.Cell{ID: "username", Label: "Tên đăng nhập", Auto: "username", Need: true, Focus: true},
		Password: field.Cell{ID: "password", Label: "Mật khẩu", Type: "password", Auto: "current-password", Need: true}}
	if problems != nil {
		m.Demo = true
		m.Username.Value, m.Username.Problem = "hanh", problems[0].Text
		m.Accounts = [][]string{{"chutich", "minh-hoa-1", "Chủ tịch"}, {"vanphong", "minh-hoa-2", "Văn phòng"}, {"tuphap", "minh-hoa-3", "Công chức chuyên môn"}}
	}
	return m
}

func sampleSetup() setupStart {
	return setupStart{
		frame: publicFrame("Thiết lập lần đầu"), Token: "một-lần",
		Summary: field.Summary{{Href: "#commune", Text: "Tên xã: chưa ghi. Ghi như trên con dấu, ví dụ “xã An Bình”."}},
		Groups: []fieldGroup{
			{"xa", "Xã", "", []field.Cell{
				{ID: "commune", Label: "Tên xã là gì?", Hint: "Như trên con dấu, không kèm “UBND”.", Problem: "Chưa ghi. Ghi như trên con dấu, ví dụ “xã An Bình”.", Focus: true, Width: "medium", Need: true},
				{ID: "place", Label: "Địa danh ghi trên văn bản là gì?", Value: "An Bình", Width: "medium"},
				{ID: "superior", Label: "Báo cáo gửi cơ quan cấp trên nào?", Value: "UBND huyện Bình Giang", Width: "medium"},
			}},
			{"van-ban", "Văn bản", "Phần đầu và phần ký của mọi báo cáo.", []field.Cell{
				{ID: "letterhead", Label: "Tên cơ quan ở đầu văn bản", Type: "textarea", Value: "ỦY BAN NHÂN DÂN\nXÃ AN BÌNH"},
				{ID: "signatory", Label: "Văn bản do ai ký?", Value: "Trần Văn Bảo", Width: "medium"},
				{ID: "capacity", Label: "Ký với quyền hạn nào?", Type: "select", Width: "medium", Options: []field.Option{{Value: "tm", Text: "TM. ỦY BAN NHÂN DÂN", Selected: true}, {Value: "kt", Text: "KT. CHỦ TỊCH"}}},
			}},
			{"don-vi", "Bộ phận và ngày nghỉ", "", []field.Cell{
				{ID: "units", Label: "Xã có những bộ phận nào?", Hint: "Mỗi dòng một bộ phận.", Type: "textarea", Value: "Văn phòng\nTư pháp - Hộ tịch\nĐịa chính - Xây dựng"},
				{ID: "holidays", Label: "Ngày nghỉ lễ trong năm", Hint: "Mỗi dòng một ngày, ví dụ 02/9/2024.", Type: "textarea"},
			}},
			{"quan-tri", "Tài khoản quản trị", "", []field.Cell{
				{ID: "username", Label: "Tên đăng nhập", Auto: "username", Width: "medium", Need: true},
				{ID: "password", Label: "Mật khẩu", Hint: "Ít nhất 12 ký tự.", Type: "password", Auto: "new-password", Width: "medium", Need: true},
			}},
		},
	}
}

func samplePassword() passwordChange {
	return passwordChange{frame: workFrame("Đổi mật khẩu", ""), Summary: field.Summary{{Href: "#old", Text: "Mật khẩu đang dùng: không đúng."}},
		Fields: []field.Cell{{ID: "old", Label: "Mật khẩu đang dùng", Type: "password", Problem: "Không đúng.", Focus: true}, {ID: "password", Label: "Mật khẩu mới", Type: "password"}}}
}
