package web

import (
	"strings"

	"rasoat/web/field"
)

func vocabularySamples() []sample {
	tabs := []pageLink{{"Từ viết tắt, lời nói", "/tu-vung", true}, {"Tên thường gọi", "/tu-vung/ten-thuong-goi", false}, {"Câu tìm không có kết quả", "/tu-vung/khong-tim-thay", false}}
	words := wordList{frame: workFrame("Từ vựng", ""), Tabs: tabs, State: "366 từ đang dùng: xã thêm 2, xã sửa 1; ngừng dùng 1", Saved: "Đã lưu.", Add: link{"Thêm từ", "/tu-vung/them"},
		Search: field.Cell{ID: "loc", Label: "Tìm trong từ vựng"}, Keep: []fact{{"nguon", "own"}}, Filters: []pageLink{{"Tất cả", "/tu-vung", true}, {"Xã thêm", "/tu-vung?nguon=own", false}},
		Rows: []wordRow{
			{"/tu-vung/3", "", "giấy chào đời, giấy đầy tháng", "giấy khai sinh", "", []badge{{"xã thêm", "accent"}}},
			{"/tu-vung/kh-ket-hon", "KH", "giá thú, cưới", "kết hôn", "chỉ khi từ khác trong câu phù hợp", []badge{{"có sẵn", ""}, {"ngừng dùng", "warn"}}}},
		Paging: sampleResults().Paging}
	answer := wordAnswer{"2 thủ tục", []wordHit{{"Đăng ký khai sinh", "/thu-tuc/1.001193", true}, {"Đăng ký khai tử", "/thu-tuc/1.000656", false}}}
	edit := wordEdit{frame: workFrame("Từ vựng", ""), Tabs: tabs, Headline: "GKS", State: "xã sửa", Action: "/tu-vung/3", Version: "2", From: "giấy chào đời", Shipped: "GKS → giấy khai sinh",
		Fields: []field.Cell{{ID: "short", Label: "Từ viết tắt", Value: "GKS", Width: "short"}, {ID: "said", Label: "Người dân nói thế nào?", Type: "textarea"}, {ID: "full", Label: "Từ dùng trong tên thủ tục", Value: "giấy khai sinh", Need: true}},
		Ticks:  []tick{{ID: "rare", Name: "rare", Value: "1", Text: "Từ nhiều nghĩa", Checked: true}}, Past: []string{"15/7/2024 09:12, Lê Thị Hạnh: GKS → giấy khai sinh"},
		Preview: &wordPreview{Mark: "ab", Text: "2 câu tìm khác đổi ba kết quả đầu.", More: "Còn 4 câu nữa.",
			Itself:  []wordAsk{{"GKS", "", wordAnswer{Note: "không tìm thấy"}, answer}, {"giấy sinh", "kết quả không đổi", answer, answer}},
			Effects: []wordEffect{{"giấy tờ cho bé", "đã hỏi 9 lần", badge{"đổi kết quả đầu", "bad"}, wordAnswer{Note: "không tìm thấy"}, answer}}}}
	refused := edit
	refused.Preview, refused.Shipped = nil, ""
	refused.Summary = field.Summary{{Href: "#full", Text: "Từ dùng trong tên thủ tục: chưa ghi."}}
	refused.Fields[2].Problem = "Chưa ghi."
	refused.Both = bothVersions{Text: "Người khác vừa lưu bản mới hơn", Rows: []bothRow{{"Từ viết tắt", "GKS", "GCS"}}}
	queries := queryList{frame: workFrame("Câu tìm", ""), Tabs: tabs, State: "Tháng 7/2024: 2 câu chưa có kết quả", Saved: "Đã lưu.", Month: "2024-07", Months: []pageLink{{"Tháng 7/2024", "/", true}, {"Tháng 6/2024", "/", false}},
		Rows: []queryRow{{Query: "giay chao doi", Text: "giấy chào đời", Times: "9 lần", Version: "0", Word: "/tu-vung/them?tu=a", Known: "/tu-vung/ten-thuong-goi?ten=a", Search: "/?q=a", Badges: []badge{{"chỉ có kết quả gần đúng", "warn"}, {"cán bộ tìm", ""}}},
			{Query: "x", Text: strings.Repeat("mua vé xe về quê ", 6), Times: "1 lần", Version: "0", Word: "/", Known: "/", Search: "/"}},
		Done: []queryRow{{Text: "oe oe", Times: "3 lần", Search: "/?q=oe"}}, DoneOf: "Nay đã có kết quả: 1 câu",
		Aside:   []queryRow{{Query: "ve xe", Text: "vé xe", Times: "2 lần", Version: "1", Why: "không phải việc của xã – Lê Thị Hạnh"}},
		AsideOf: "Để riêng: 1 câu", Reasons: []field.Option{{Value: "not_ours", Text: "không phải việc của xã"}, {Value: "no_procedure", Text: "không phải thủ tục"}}}
	known := knownList{frame: workFrame("Tên thường gọi", ""), Tabs: tabs, State: "912 tên thường gọi của 250 thủ tục", Saved: "Đã thêm.", Open: true, From: "giấy chào đời",
		Summary: field.Summary{{Href: "#code", Text: "Mã thủ tục: không có."}}, Fields: []field.Cell{{ID: "name", Label: "Tên thường gọi", Value: "giấy chào đời"}, {ID: "code", Label: "Mã thủ tục", Problem: "Không có.", Suggest: []string{"1.001193 Đăng ký khai sinh"}}},
		Near: []link{{"1.001193 Đăng ký khai sinh", "/thu-tuc/1.001193"}}, Search: field.Cell{ID: "loc", Label: "Tìm"},
		Rows: []knownRow{{"1.001193", "Đăng ký khai sinh", "/thu-tuc/1.001193", "làm giấy khai sinh, giấy bé", link{"Sửa", "/thu-tuc/1.001193/sua#also_known"}}}, Paging: sampleResults().Paging}
	none := emptyState{"Không có.", link{"Thêm từ", "/tu-vung/them"}}
	return []sample{
		{"vocabulary/list", "filled", words},
		{"vocabulary/list", "empty", wordList{frame: workFrame("Từ vựng", ""), Tabs: tabs, Nothing: none}},
		{"vocabulary/edit", "filled", edit},
		{"vocabulary/edit", "long", refused},
		{"vocabulary/edit", "empty", wordEdit{frame: workFrame("Từ vựng", "")}},
		{"vocabulary/unanswered", "filled", queries},
		{"vocabulary/unanswered", "empty", queryList{frame: workFrame("Câu tìm", ""), Problem: "Người khác vừa xử lý.", Nothing: none}},
		{"vocabulary/known", "filled", known},
		{"vocabulary/known", "empty", knownList{frame: workFrame("Tên thường gọi", ""), Nothing: none}},
	}
}
