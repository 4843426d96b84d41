package page_test

import (
	"rasoat/tools/pagetest"
	"rasoat/web/field"
	"rasoat/web/page"
)

func publicSamples() []pagetest.Sample {
	return []pagetest.Sample{
		{
			Page:  "page/error",
			State: "filled",
			Model: page.ErrorPage{
				Frame:    pagetest.PublicFrame("Không tìm thấy"),
				Status:   "404",
				Headline: "Không tìm thấy trang này",
				Text:     "Địa chỉ có thể đã gõ sai, hoặc thủ tục đã đổi mã. Có thể tìm lại theo tên hoặc mã.",
				Next:     []page.Link{{"Tìm thủ tục", "/"}},
			},
		},
		{
			Page:  "page/error",
			State: "long",
			Model: page.ErrorPage{
				Frame:    pagetest.WorkFrame("Lỗi máy chủ", ""),
				Status:   "500",
				Headline: "Máy chủ gặp lỗi",
				Text:     "Những gì đã lưu vẫn còn. Gửi mã yêu cầu này cho quản trị hệ thống để tìm nguyên nhân.",
				Request:  "7f3a91c0",
				Next:     []page.Link{{"Tải lại", "/chi-tieu"}},
			},
		},
		{Page: "page/error", State: "empty", Model: page.ErrorPage{}},
		{
			Page:  "page/check",
			State: "filled",
			Model: page.CheckPage{
				Frame: pagetest.WorkFrame("Kiểm tra trước khi ban hành", "/bao-cao"),
				Check: page.Check{
					Headline: "Kiểm tra trước khi ban hành",
					State:    "Báo cáo tháng 7/2024",
					Notes:    []string{"Chỉ thu hồi được, không sửa được."},
					Mend:     page.Link{Text: "Sửa căn cứ", Href: "/ke-hoach/kh-29-2024/sua/can-cu"},
					Missing:  []page.Link{{Text: "Chưa tính chi phí sau đơn giản hóa", Href: "/phuong-an/1/chi-phi"}},
					Asks:     []field.Cell{{ID: "form_reason", Label: "Lý do chưa lập biểu mẫu", Type: "textarea"}},
					Answers:  []page.Fact{{Term: "Số", Text: "45/BC-UBND"}, {Term: "Ngày", Text: "15/7/2024"}},
					Follows:  []string{"Mốc “Báo cáo tháng 7” được ghi nhận hoàn thành."},
					Do:       "Ban hành báo cáo",
				},
				Action: "/bao-cao/phat-hanh",
				Typed:  []page.HiddenField{{Name: "number", Value: "45"}},
				Field:  page.CheckField,
				Yes:    "lam",
				Back:   "sua",
			},
		},
		{Page: "page/check", State: "empty", Model: page.CheckPage{}},
		{
			Page:  "page/correct",
			State: "filled",
			Model: page.Correction{
				Frame:  pagetest.WorkFrame("Đính chính quyết định", "/ra-soat"),
				Back:   page.Link{Text: "Đăng ký khai sinh", Href: "/dich-vu-truc-tuyen/1"},
				State:  "Đang ghi: 44/QĐ-UBND ngày 08/7/2024.",
				Action: "/dich-vu-truc-tuyen/1/dinh-chinh",
				Typed:  []page.HiddenField{{Name: "version", Value: "5"}},
				Fields: []field.Cell{{ID: "number", Label: "Số quyết định", Value: "44/QĐ-UBND"}},
				Others: []page.Link{{Text: "rà soát số 2", Href: "/dich-vu-truc-tuyen/2"}},
				Told:   "Quyết định này còn phê duyệt:",
				Alone:  "Chỉ đính chính rà soát này",
			},
		},
		{Page: "page/correct", State: "empty", Model: page.Correction{}},
	}
}
