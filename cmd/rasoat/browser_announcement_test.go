package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// A decision comes in that repeals a procedure: the office records it with its scan, is told what is wrong, looks at
// what it would do, lets it into the catalogue; the one-stop unit posts it; the indicator takes the register's count.
func TestBrowser_Announcement_Slow(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.SignIn("office").Go("/viec").See("Quyết định chưa niêm yết").See("1498/QĐ-UBND")
	v.Go("/cong-bo").See("5 quyết định · 1 chưa niêm yết · 1 quá hạn hoặc niêm yết muộn").Look("announcement-list")
	v.Press("Ghi quyết định công bố").Look("announcement-add")

	// What is wrong stands at its field; nothing that was typed is lost, the scan neither.
	file := filepath.Join(t.TempDir(), "Quyết định 1520.pdf")
	if err := os.WriteFile(file, []byte("%PDF-1.4 minh họa\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	v.do("choose a file", chromedp.SetUploadFiles(chromedp.CSS(`[name="scan"]`), []string{file}))
	v.Fill("Số quyết định", "1520/QĐ-UBND").Fill("Ngày ký", "31/6/2024").Fill("Ngày nhận", "16/7/2024").
		Fill("Bãi bỏ", "9.999999").Press("Lưu vào sổ")
	v.See("Cần sửa").See("“31/6/2024” không phải ngày").See("ngày chưa tới").See("không có thủ tục mã 9.999999").
		See("Đã nhận tệp Quyết định 1520.pdf").Look("announcement-refused")
	for label, want := range map[string]string{"Số quyết định": "1520/QĐ-UBND", "Ngày ký": "31/6/2024", "Ngày nhận": "16/7/2024", "Bãi bỏ": "9.999999"} {
		if got := v.Value(label); got != want {
			t.Errorf("%s holds %q after the refusal", label, got)
		}
	}
	v.Fill("Ngày ký", "02/7/2024").Fill("Ngày nhận", "01/7/2024").Fill("Bãi bỏ", "")
	v.Press("Tìm mã thủ tục").Fill("Tên hoặc mã thủ tục", "le hoi cap xa").Press("Tìm trong danh mục").
		See("Thủ tục thông báo tổ chức lễ hội cấp xã").Look("announcement-find")
	v.do("tick it", chromedp.Click(chromedp.CSS(`#pick-1\.003622`)))
	v.Fill("Đưa vào ô", "repeal").Press("Đưa vào ô")
	if got := v.Value("Bãi bỏ"); got != "1.003622" {
		t.Errorf("the list holds %q", got)
	}
	v.Press("Lưu vào sổ").See("ngày nhận phải từ ngày ký quyết định trở đi").Fill("Ngày nhận", "08/7/2024").
		Press("Lưu vào sổ")

	// Recorded: nothing has changed; the page shows what would.
	v.See("Quyết định số 1520/QĐ-UBND").See("phải niêm yết trong hôm nay, 15/7/2024").
		See("còn hiệu lực → hết hiệu lực").
		See("Bản quét").Look("announcement-preview")
	v.Press("Cập nhật danh mục").See("Kiểm tra trước khi cập nhật danh mục").See("còn hiệu lực → hết hiệu lực").
		Look("announcement-check").Press("Cập nhật danh mục").
		See("Đã cập nhật danh mục: 1 thủ tục có bản mới").See("đã cập nhật 15/7/2024")
	v.Go("/?q=le+hoi+cap+xa").NotSee("thông báo tổ chức lễ hội cấp xã").See("hết hiệu lực không hiện ở đây").
		Press("thủ tục hết hiệu lực không hiện").See("thông báo tổ chức lễ hội cấp xã")
	v.Go("/thu-tuc/1.003622").See("hết hiệu lực từ 02/7/2024 theo 1520/QĐ-UBND").
		See("Quyết định số 1520/QĐ-UBND ngày 02/7/2024: bãi bỏ").Look("announcement-procedure")
	v.Press("Quyết định số 1520/QĐ-UBND ngày 02/7/2024").Press("Sửa").
		See("không sửa ở đây nữa").Look("announcement-edit")
	v.Press("Đăng xuất")

	// The one-stop unit posts it; the day may be neither before the day of receipt nor ahead.
	v.SignIn("reviewer").Go("/cong-bo/6").Fill("Ngày niêm yết", "07/7/2024").Press("Ghi nhận đã niêm yết").
		See("không thể trước ngày nhận quyết định (08/7/2024)")
	if got := v.Value("Ngày niêm yết"); got != "07/7/2024" {
		t.Errorf("the day is %q after the refusal", got)
	}
	v.Fill("Ngày niêm yết", "15/7/2024").Press("Ghi nhận đã niêm yết").See("đã niêm yết").See("đúng hạn").
		Look("announcement-posted")
	v.Press("Đăng xuất")

	v.SignIn("office").Go("/chi-tieu-cu-the?thang=2024-07").See("Sổ công bố, niêm yết: 1/2").
		Press("Sổ công bố, niêm yết: 1/2").See("Đến hạn niêm yết trong tháng 7/2024: 1/2 đúng hạn").See("1402/QĐ-UBND").
		See("1520/QĐ-UBND").NotSee("1498/QĐ-UBND").Look("announcement-due")
	v.Go("/chi-tieu-cu-the?thang=2024-07").Press("Dùng số này, Sổ công bố, niêm yết").See("50,00%").
		Press("Lưu số liệu").See("Đã lưu 1 dòng số liệu")
}
