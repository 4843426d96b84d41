package web

import "strings"

func sampleProcedure(f frame) procedureShow {
	return procedureShow{
		frame: f, Code: "9.000123", Name: "Xác nhận tình trạng cư trú cho người học xa nhà",
		State: "Cấp xã · Hộ tịch · công khai ngày 12/3/2024", Versions: link{"4 phiên bản", "/thu-tuc/9.000123/phien-ban"},
		Answers: []answer{
			{"Mang gì", "3 giấy tờ", "1 mẫu đơn kèm theo", "#ho-so", false},
			{"Nộp ở đâu", "Bộ phận một cửa xã", "hoặc gửi bưu chính", "#cach-thuc", false},
			{"Bao lâu", "3 ngày làm việc", "từ khi đủ hồ sơ", "#cach-thuc", false},
			{"Hết bao nhiêu", "chưa có thông tin", "", "", true},
			{"Trực tuyến?", "Được, toàn trình", "Cổng Dịch vụ công quốc gia", "#cach-thuc", false},
		},
		Parts: []procedurePart{
			{ID: "trinh-tu", Title: "Trình tự thực hiện", Feedback: "/gop-y?phan=steps", Steps: []stepLine{
				{"", []string{"Người có yêu cầu ghi tờ khai và nộp tại Bộ phận một cửa, hoặc gửi qua mạng."}},
				{"Kiểm tra hồ sơ", []string{"Công chức kiểm tra giấy tờ ngay khi nhận.", "Nếu thiếu, công chức ghi rõ phần còn thiếu bằng phiếu."}},
				{"", []string{"Chủ tịch UBND xã ký; kết quả trả tại nơi nộp."}}}},
			{ID: "cach-thuc", Title: "Cách thức thực hiện", Feedback: "/gop-y?phan=channels", Methods: []methodLine{
				{"Trực tiếp", "3 ngày làm việc", "chưa có thông tin", ""},
				{"Trực tuyến", "2 ngày làm việc", "miễn phí", "Người đã có tài khoản định danh mức 2."},
				{"Bưu chính công ích", "3 ngày làm việc", "theo quy định của HĐND tỉnh", ""}}},
			{ID: "ho-so", Title: "Thành phần hồ sơ", Text: []string{"Số lượng: 01 bộ."}, Feedback: "/gop-y?phan=dossier", Dossier: []dossierTable{{"", []paperLine{
				{"Tờ khai xác nhận cư trú", "1", "0", []link{{"Mẫu 05", "/mau/05"}}, ""},
				{"Giấy tờ tùy thân của người yêu cầu", "chưa rõ", "1", nil, "đã có trong Cơ sở dữ liệu quốc gia về dân cư"},
				{"Giấy báo nhập học", "0", "1", nil, ""}}}}},
			{ID: "doi-tuong", Title: "Đối tượng và cơ quan", Facts: []fact{{"Đối tượng thực hiện", "Công dân Việt Nam"}, {"Cơ quan thực hiện", "UBND xã"}, {"Cơ quan có thẩm quyền", "Chủ tịch UBND xã"}}},
			{ID: "dieu-kien", Title: "Yêu cầu, điều kiện", Unknown: true, Feedback: "/gop-y?phan=conditions"},
			{ID: "ket-qua", Title: "Kết quả thực hiện", Text: []string{"Giấy xác nhận, có giá trị 6 tháng."}},
			{ID: "can-cu", Title: "Căn cứ pháp lý", Law: []lawLine{{"60/2014/QH13", "Luật Hộ tịch"}, {"123/2015/NĐ-CP", ""}, {"", "Nghị quyết của HĐND tỉnh về lệ phí"}}},
		},
		Source: "Nguồn: Cổng Dịch vụ công quốc gia, tệp ngày 12/3/2024.",
	}
}

func officialProcedure() procedureShow {
	p := sampleProcedure(workFrame("Xác nhận tình trạng cư trú", "Danh mục"))
	p.Badges = []badge{{"nội bộ", ""}, {"nhóm B", ""}, {"còn hiệu lực", "met"}, {"xã giải quyết", "accent"}}
	p.Actions = []link{{"Rà soát thủ tục này", "/ra-soat/9.000123"}, {"Sửa", "/thu-tuc/9.000123/sua"}}
	p.Notice = "Bản mới nhất sửa ngày 10/7/2024, chưa công bố."
	return p
}

func emptyProcedure() procedureShow {
	p := procedureShow{frame: publicFrame("Thủ tục"), Code: "NB-01", Name: "Nghỉ phép", State: "chưa có thông tin về cấp thực hiện"}
	for _, q := range []string{"Mang gì", "Nộp ở đâu", "Bao lâu", "Hết bao nhiêu", "Trực tuyến?"} {
		p.Answers = append(p.Answers, answer{Question: q, Text: "chưa có thông tin", Unknown: true})
	}
	for id, title := range []string{"Trình tự thực hiện", "Thành phần hồ sơ", "Căn cứ pháp lý"} {
		p.Parts = append(p.Parts, procedurePart{ID: "p" + string(rune('1'+id)), Title: title, Unknown: true})
	}
	return p
}

func longProcedure() procedureShow {
	p := officialProcedure()
	p.Name = strings.Repeat("Cấp giấy xác nhận về việc sử dụng lâu dài của hộ gia đình, cá nhân đối với ", 3) + "công trình"
	p.Answers[1].Text = "Trung tâm Phục vụ hành chính công và Bộ phận một cửa của UBND các xã trong tỉnh"
	long := strings.Repeat("Người nộp mang bản chính để đối chiếu, công chức ghi vào sổ và hẹn ngày trả. ", 8)
	p.Parts[0].Steps = append(p.Parts[0].Steps, stepLine{"", []string{long, long}})
	p.Parts[2].Dossier = append(p.Parts[2].Dossier, dossierTable{"Trường hợp " + "người nộp ở xa, gửi qua bưu chính và có người khác ký thay", []paperLine{{long, "chưa rõ", "chưa rõ", links("Mẫu số 01/ĐK", "Mẫu số 02/ĐK", "Mẫu số 03a-ĐK"), ""}}})
	return p
}

func sampleVersions() procedureVersions {
	return procedureVersions{
		frame: workFrame("Các phiên bản", "Danh mục"), Code: "9.000123", Name: "Xác nhận tình trạng cư trú cho người học xa nhà",
		Back: "/thu-tuc/9.000123", CompareTo: "/thu-tuc/9.000123/so-sanh",
		Versions: []versionLine{
			{Number: "4", When: "10/7/2024", Who: "Lê Thị Hạnh", Reason: "Theo góp ý của Bộ phận một cửa", Source: "sửa trên trang", Changes: "bỏ 02 giấy tờ, rút ngắn 05 → 03 ngày làm việc", Href: "/4", Current: true, To: true},
			{Number: "3", When: "12/3/2024", Who: "Trần Văn Bảo", Source: "Cổng DVCQG, thutuc-0312.json", Changes: "thêm 01 căn cứ pháp lý", Href: "/3", From: true},
			{Number: "2", When: "02/01/2024", Source: "Cổng DVCQG, thutuc-0102.json", Changes: "sửa tên", Href: "/2"},
			{Number: "1", When: "02/01/2024", Source: "danh mục ban đầu", Changes: "bản đầu tiên", Href: "/1"},
		},
	}
}

func sampleCompare() procedureCompare {
	same := func(t string) diffSegment { return diffSegment{"same", t} }
	ins := func(t string) diffSegment { return diffSegment{"ins", t} }
	del := func(t string) diffSegment { return diffSegment{"del", t} }
	return procedureCompare{
		frame: workFrame("So sánh", "Danh mục"), Code: "9.000123", Name: "Xác nhận tình trạng cư trú cho người học xa nhà", Back: "/thu-tuc/9.000123",
		From: "Bản 3, ngày 12/3/2024", To: "Bản 4, ngày 10/7/2024",
		InWords: []string{"bỏ 02 giấy tờ", "rút ngắn 05 → 03 ngày làm việc"},
		Parts: []comparedPart{
			{ID: "ho-so", Title: "Thành phần hồ sơ", Words: "bỏ 02 giấy tờ",
				Before: diffText{same("Tờ khai\n"), del("Sổ hộ khẩu (bản sao)\nGiấy khai sinh (bản sao)\n"), same("Giấy báo nhập học")},
				After:  diffText{same("Tờ khai\nGiấy báo nhập học")},
				Inline: diffText{same("Tờ khai\n"), del("Sổ hộ khẩu (bản sao)\nGiấy khai sinh (bản sao)\n"), same("Giấy báo nhập học")}},
			{ID: "thoi-han", Title: "Thời hạn giải quyết", Words: "05 → 03 ngày làm việc",
				Before: diffText{del("05"), same(" ngày làm việc kể từ ngày nhận đủ hồ sơ")},
				After:  diffText{ins("03"), same(" ngày làm việc kể từ ngày nhận đủ hồ sơ")},
				Inline: diffText{del("05"), ins("03"), same(" ngày làm việc kể từ ngày nhận đủ hồ sơ")}},
		},
		Same: []string{"Tên thủ tục", "Trình tự thực hiện", "Cách thức thực hiện", "Phí, lệ phí", "Kết quả thực hiện", "Căn cứ pháp lý"},
	}
}
