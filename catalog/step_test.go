package catalog

import "testing"

// Who does a step and how long it takes are said in the step's own words, or not at all.
func TestStep_ByAndTime(t *testing.T) {
	for _, c := range []struct{ name, text, by, time, says string }{
		{"Bước 1", "Văn thư nhận văn bản giấy.", "Văn thư", "", "Văn thư nhận văn bản giấy."},
		{
			"",
			"- Bước 2: Công chức tư pháp - hộ tịch kiểm tra hồ sơ trong 02 ngày làm việc kể từ ngày nhận; ký.",
			"Công chức tư pháp - hộ tịch", "trong 02 ngày làm việc kể từ ngày nhận",
			"Công chức tư pháp - hộ tịch kiểm tra hồ sơ trong 02 ngày làm việc kể từ ngày nhận; ký.",
		},
		{"", "Người tiếp nhận kiểm tra hồ sơ.", "Người tiếp nhận", "", "Người tiếp nhận kiểm tra hồ sơ."},
		{
			"", "Cha, mẹ hoặc người thân khác đăng ký trong vòng 60 ngày.", "Cha, mẹ hoặc người thân khác",
			"trong vòng 60 ngày", "Cha, mẹ hoặc người thân khác đăng ký trong vòng 60 ngày.",
		},
		{"", "Chủ tịch duyệt; Văn phòng gửi.", "Chủ tịch", "", "Chủ tịch duyệt; Văn phòng gửi."},
		{"", "Bộ phận Tiếp nhận và Trả kết quả kiểm tra, chậm nhất 8 giờ làm việc trả lời.",
			"Bộ phận Tiếp nhận và Trả kết quả", "chậm nhất 8 giờ làm việc",
			"Bộ phận Tiếp nhận và Trả kết quả kiểm tra, chậm nhất 8 giờ làm việc trả lời."},
		{"", "Thông báo kết quả cho người đăng ký.", "", "", "Thông báo kết quả cho người đăng ký."},
		{"", "Hồ sơ hợp lệ thì cấp Giấy chứng nhận.", "", "", "Hồ sơ hợp lệ thì cấp Giấy chứng nhận."},
		{"", "Cơ quan, tổ chức, cá nhân.", "", "", "Cơ quan, tổ chức, cá nhân."},
		{"", "Người ký.", "", "", "Người ký."},
		{"", "", "", "", ""},
	} {
		s := Step{Name: c.name, Text: c.text}
		if by, time, says := s.By(), s.Time(), s.Says(); by != c.by || time != c.time || says != c.says {
			t.Errorf("%q: by %q, time %q, says %q", c.text, by, time, says)
		}
	}
	for name, want := range map[string]string{"Bước 1": "", "Bước 2: Thẩm định": "Thẩm định", "Nộp hồ sơ": "Nộp hồ sơ"} {
		if got := (Step{Name: name}).Label(); got != want {
			t.Errorf("step called %q: %q, want %q", name, got, want)
		}
	}
}
