package main

import (
	"os"
	"path/filepath"
	"testing"
)

// A citizen finds a procedure without accents, reads what it asks, and is never asked to sign in.
func TestBrowser_Citizen(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.Go("/").See("dang ky khai sinh").Look("home")
	v.Fill("Tên thủ tục, mã hoặc việc cần làm", "dang ky khai sinh").Press("Tìm").See("thủ tục cho").Look("results")
	v.Press("đăng ký khai sinh").See("1.001193").See("Cần giấy tờ gì").See("Thời hạn giải quyết").Look("procedure")
	v.Go("/?q=xyzzy+qwrt").See("Không tìm thấy thủ tục nào cho").Look("results-none")
	v.Go("/thu-tuc/NB-01").See("Không tìm thấy").Look("not-found")
}

// On a phone without script a citizen gets from something that happened in life to where, when and with what to go, and
// downloads the form.
func TestBrowser_CitizenWithoutScript(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	form := filepath.Join(t.TempDir(), "to-khai.pdf")
	if err := os.WriteFile(form, []byte("%PDF-1.7 tờ khai"), 0o600); err != nil {
		t.Fatal(err)
	}
	visit(t, base).SignIn("office").Go("/thu-tuc/1.001193/bieu-mau").Look("form-files").
		Fill("Mẫu", "Tờ khai đăng ký khai sinh").Upload("Tệp", form).Press("Đính kèm tệp").
		See("Đã đính kèm tệp").See("pdf, 1 KB")

	v := visit(t, base).onPhone().withoutScript()
	v.Go("/").See("Giờ làm việc").See("0233 000 0000").Press("Có con nhỏ")
	v.See("Không nộp liên thông thì khai sinh trước").Press("Thủ tục đăng ký khai sinh")
	v.See("3 giấy tờ").See("thêm 4 tùy trường hợp").
		See("Bộ phận Tiếp nhận và Trả kết quả").See("1 ngày làm việc").See("miễn phí (khi đăng ký đúng hạn)").
		See("tùy trường hợp").See("(pdf, 1 KB)")
	v.Fill("Tìm thủ tục", "bóng đá").Press("Tìm").See("Không tìm thấy thủ tục nào cho bóng đá").See("Gần nhất là")
	v.Fill("Tìm thủ tục", "dam cuoi").Press("Tìm").Press("Kết hôn").See("ngày hôn nhân bắt đầu")
	v.Go("/thu-tuc/1.010824").See("Sở Nội vụ").NotSee("Giờ làm việc")
	v.Go("/thu-tuc/1.004873/phien-ban").See("hiện hành").NotSee("So sánh")
	v.Go("/chi-tieu-cong-khai").See("Tối thiểu 80%")
}
