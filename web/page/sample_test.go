package page_test

import (
	"rasoat/tools/pagetest"
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
				Frame: pagetest.WorkFrame("Kiểm tra trước khi phát hành", "/bao-cao"),
				Check: page.Check{
					Headline: "Kiểm tra trước khi phát hành",
					State:    "Báo cáo tháng 7/2024",
					Notes:    []string{"Chỉ thu hồi được, không sửa được."},
					Mend:     page.Link{Text: "Sửa căn cứ", Href: "/ke-hoach/kh-29-2024/sua/can-cu"},
					Answers:  []page.Fact{{Term: "Số", Text: "45/BC-UBND"}, {Term: "Ngày", Text: "15/7/2024"}},
					Follows:  []string{"Mốc “Báo cáo tháng 7” được ghi là đã xong."},
					Do:       "Phát hành báo cáo",
				},
				Action: "/bao-cao/phat-hanh",
				Typed:  []page.HiddenField{{Name: "number", Value: "45"}},
				Field:  page.CheckField,
				Yes:    "lam",
				Back:   "sua",
			},
		},
		{Page: "page/check", State: "empty", Model: page.CheckPage{}},
	}
}
