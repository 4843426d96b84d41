package main

import "testing"

// A citizen sends feedback about a part of a procedure; an official takes it on and answers, the office publishes,
// and the indicator takes the count of the register.
func TestBrowser_Feedback_Slow(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.Go("/thu-tuc/1.001193").Press("Góp ý về phần này").See("Về thủ tục").Look("feedback-send")
	v.Fill("Nội dung", "chậm").Fill("Họ tên", "Trần Thị Bưởi").Press("Gửi phản ánh").See("nội dung quá ngắn")
	if got := v.Value("Họ tên"); got != "Trần Thị Bưởi" {
		t.Errorf("the name is %q after the refusal", got)
	}
	v.Fill("Nội dung", "Phải nộp bản sao giấy chứng sinh hai lần.").Press("Gửi phản ánh").See("Đã tiếp nhận phản ánh").
		NotSee("giấy chứng sinh")

	v.SignIn("reviewer").Go("/phan-anh").See("giấy chứng sinh").Look("feedback-list")
	v.Press("Số 6").See("Trần Thị Bưởi").Look("feedback-waiting")
	v.Fill("Loại", "rule").Fill("Hạn trả lời", "12/7/2024").Press("Tiếp nhận xử lý").
		See("hạn trả lời phải từ ngày nhận trở đi")
	v.Fill("Hạn trả lời", "05/8/2024").Press("Tiếp nhận xử lý").See("đang xử lý")
	v.Fill("Nội dung trả lời", "Chỉ cần nộp một bản sao.").Press("Ghi nhận đã trả lời").
		See("Kiểm tra trước khi ghi nhận đã trả lời").Look("feedback-check").Press("Ghi nhận đã trả lời").
		See("đã trả lời").
		See("đúng hạn")
	v.Press("Đăng xuất")

	v.SignIn("office").Go("/phan-anh/6").Fill("Nội dung công khai", "Người dân phản ánh phải nộp hai bản sao.").
		Press("Lưu").See("Người dân phản ánh phải nộp hai bản sao.").Look("feedback-answered")
	v.Go("/chi-tieu-cu-the?thang=2024-06").See("Sổ phản ánh, kiến nghị: 2/3").Press("Dùng số này, Sổ phản ánh").
		See("66,67%").Press("Lưu số liệu").See("Đã lưu 1 dòng số liệu")
	v.Press("Đăng xuất").Go("/gop-y").See("Người dân phản ánh phải nộp hai bản sao.").See("Chỉ cần nộp một bản sao.").
		NotSee("Bưởi").Look("feedback-published")
}
