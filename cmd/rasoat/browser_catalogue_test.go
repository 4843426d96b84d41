package main

import (
	"os"
	"path/filepath"
	"testing"
)

// An edit with a reason is a new version, told in words, that can be compared with the one before.
func TestBrowser_EditProcedure(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base).SignIn("office")
	v.Go("/thu-tuc/1.004873").Press("Sửa").See("Lý do và lưu").Look("edit")
	v.Press("Thêm bước").See("Nội dung bước").Press("Lưu bản mới").See("chưa ghi lý do")
	v.Fill("Ghi chú", "Trả kết quả tại nhà khi có yêu cầu").Fill("Lý do", "theo Quyết định số 45/QĐ-UBND").
		Press("Lưu bản mới")
	v.See("Đã lưu bản 2").Look("edit-saved")
	v.Press("2 phiên bản").See("theo Quyết định số 45/QĐ-UBND").Press("So sánh hai bản").
		See("Trả kết quả tại nhà khi có yêu cầu")
	v.Go("/thu-tuc/1.004873/sua").Fill("Lý do", "không đổi gì").Press("Lưu bản mới").See("chưa có gì thay đổi")
	v.Go("/thu-tuc/TB-01/cong-bo").Look("announce")
	v.Fill("Số quyết định công bố", "12/QĐ-UBND").Fill("Ngày quyết định công bố", "31/2/2024").
		Fill("Lý do ghi nhận", "công bố").Press("Ghi nhận công bố").See("không phải ngày có thật")
	v.Fill("Ngày quyết định công bố", "12/7/2024").Fill("Có hiệu lực từ ngày", "15/7/2024").Press("Ghi nhận công bố").
		See("Đã lưu bản 2").See("còn hiệu lực")
	v.Go("/danh-muc/them").Look("new-procedure")
	v.Fill("Tên thủ tục", "Đăng ký xe công tác").Fill("Lý do", "chưa có trong danh mục").Press("Lưu dự thảo").
		See("Đã lưu dự thảo")
	v.Go("/danh-muc?q=xe+công+tác").See("Đăng ký xe công tác")
}

// Rows come and go in place, and what was typed stays.
func TestBrowser_EditRows(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base).SignIn("office")
	there := func(row string) string { return `!!document.getElementById("` + row + `.number")` }
	v.Go("/thu-tuc/TB-19/sua").Fill("Ghi chú", "còn đây").Press("Thêm căn cứ").until("row 3", there("legal_basis[2]"))
	v.Fill("Số văn bản 3", "85/2019/TT-BTC").Press("Thêm căn cứ").until("row 4", there("legal_basis[3]"))
	if got := v.Value("Ghi chú"); got != "còn đây" {
		t.Errorf("the note is %q after a row was added", got)
	}
	v.Fill("Số văn bản 4", "12/2020/TT-BTC").Press("Bỏ căn cứ 3").until("row 4 gone", "!"+there("legal_basis[3]"))
	if got := v.Value("Số văn bản 3"); got != "12/2020/TT-BTC" {
		t.Errorf("after row 3 was taken out row 3 is %q", got)
	}
	v.Fill("Lý do", "thêm căn cứ").Press("Lưu bản mới").See("Đã lưu bản 2: bổ sung 1 căn cứ pháp lý").
		See("12/2020/TT-BTC").NotSee("85/2019/TT-BTC")
}

// Two people edit the same version: the second sees both, loses nothing, and saves on top.
func TestBrowser_TwoEditors(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	one, two := visit(t, base).SignIn("office"), visit(t, base).SignIn("office")
	one.Go("/thu-tuc/1.004873/sua").Fill("Ghi chú", "của người thứ nhất").Fill("Lý do", "một")
	two.Go("/thu-tuc/1.004873/sua").Fill("Từ khóa", "của người thứ hai").Fill("Lý do", "hai")
	one.Press("Lưu bản mới").See("Đã lưu bản 2")
	two.Press("Lưu bản mới").See("Người khác vừa lưu bản mới").See("Lý do: một").See("của người thứ nhất").
		See("của người thứ hai").Look("edit-conflict")
	if got := two.Value("Từ khóa"); got != "của người thứ hai" {
		t.Errorf("what was typed is %q", got)
	}
	two.Press("Lưu trên bản 2").See("Đã lưu bản 3")
}

func TestBrowser_SortCatalogue_Slow(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base).SignIn("office")
	v.Go("/danh-muc").See("Phân loại các dòng đã đánh dấu").Look("catalogue")
	v.Go("/danh-muc?kind=internal&group=B").Look("catalogue-filtered")
	v.Choose("Đánh dấu NB-01").Fill("Thẩm quyền của xã", "not_ours").Press("Phân loại").See("chưa ghi lý do")
	v.Fill("Lý do",
		"thử phân loại").Press("Phân loại").See("Đã phân loại 1 thủ tục").See("không thuộc thẩm quyền của xã")
	v.Go("/danh-muc/phan-loai").Look("sort").Press("Xem trước").See("chưa chọn thủ tục nào")
	v.Fill("Danh sách mã", "1.001193, 1.004873 9.999999").Fill("Thẩm quyền của xã", "shared").
		Choose("Chỉ những thủ tục chưa phân loại").Press("Xem trước")
	v.See("2 thủ tục sẽ chuyển").See("9.999999").Look("sort-preview")
	v.Fill("Lý do", "theo Quyết định số 12/QĐ-UBND").Press("Phân loại 2 thủ tục").See("Đã phân loại 2 thủ tục")
	v.Go("/danh-muc?ours=shared").See("1.001193").See("1.004873")
}

const importRows = `{"schema":1,"code":"1.900001","name":"Cấp thẻ thử một","kind":"public","status":"in_force"}
{"schema":1,"code":"1.001193","name":"Hoàn toàn khác biệt giữa hai chữ","kind":"public","status":"in_force"}
`

func TestBrowser_ImportAndHeld_Slow(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	v := visit(t, base).SignIn("office")
	v.Go("/danh-muc/nhap").Look("import")
	v.Upload("Tệp cần nhập", file("a.pdf", "%PDF-1.7\n")).Press("Kiểm tra tệp").See("a.pdf").See("chưa nhập được").
		Look("import-refused")
	v.Upload("Tệp cần nhập", file("hai.jsonl", importRows)).Press("Kiểm tra tệp").See("Kiểm tra hai.jsonl").
		See("nhập được").Look("import-check")
	v.Press("Nhập 1 tệp").See("đã nhập").See("Xem dòng dữ liệu chờ xử lý").Look("import-done")
	v.Press("Xem thủ tục chưa phân loại").See("Cấp thẻ thử một")
	v.Go("/danh-muc/cho-xu-ly").See("1 dòng dữ liệu đang chờ xử lý").Look("held")
	v.Press("Hoàn toàn khác biệt giữa hai chữ").See("Đăng ký khai sinh").Look("held-row")
	v.Press("Bỏ dòng dữ liệu này").See("chưa ghi lý do").Fill("Lý do bỏ",
		"trang của mã khác").Press("Bỏ dòng dữ liệu này").
		See("0 dòng dữ liệu đang chờ xử lý")
}
