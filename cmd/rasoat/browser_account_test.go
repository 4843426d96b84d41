package main

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"rasoat/value"
)

// setupLink is the one-time link that a fresh installation printed.
func setupLink(t *testing.T, base string, said *saidBy) string {
	t.Helper()
	form := regexp.MustCompile(`http://\S+/bat-dau\?ma=\S+\n`)
	var links []string
	waitFor(t, "the link", func() bool { // it is said after the address
		links = form.FindAllString(said.String(), -1)
		return len(links) > 0
	}, said.String)
	if len(links) > 1 {
		t.Fatalf("%d links in %q", len(links), said)
	}
	return strings.TrimSpace(strings.TrimPrefix(links[0], base))
}

// A fresh installation: the link opens the page once, a refused form keeps what was typed, and afterwards the
// administrator is signed in and everything carries the commune's own name.
func TestBrowser_FirstStart(t *testing.T) {
	t.Parallel()
	base, said := served(t, "--addr", "127.0.0.1:0")
	link := setupLink(t, base, said)
	year := strconv.Itoa(time.Now().In(value.Vietnam).Year())
	national, noDay := "02/9/"+year+" – Quốc khánh", "31/02/"+year+" – Ngày không có"
	v := visit(t, base)
	v.Go("/").Look("fresh-home")
	v.Go("/bat-dau?ma=doan-mo").See("Đường dẫn này không còn dùng được").NotSee("Thiết lập lần đầu").
		Look("setup-closed")
	v.Go(link).See("Thiết lập lần đầu").NotSee("Vĩnh Chấp").Look("setup")
	v.Fill("Loại đơn vị", "xã").Fill("Tên đơn vị", "An Bình").
		Fill("Người ký", "Trần Văn Bảo").
		Fill("Ngày nghỉ lễ, Tết trong năm", national+"\n"+noDay+"\n"+national).
		Fill("Dân số (người)", "3.200").Fill("Tên đăng nhập", "bao.tran").Fill("Mật khẩu", "ngắn").
		Fill("Nhập lại mật khẩu", "ngắn").Press("Lưu và bắt đầu")
	v.See("Cần sửa").See("dòng 2: “" + noDay + "”: không có ngày này trong lịch").See("ít nhất 10 ký tự").
		Look("setup-refused")
	for label, want := range map[string]string{"Tên đơn vị": "An Bình", "Dân số (người)": "3.200", "Mật khẩu": ""} {
		if got := v.Value(label); got != want {
			t.Errorf("%s holds %q, want %q", label, got, want)
		}
	}
	v.Fill("Ngày nghỉ lễ, Tết trong năm", national).Fill("Mật khẩu", "hoa gạo tháng ba đỏ").
		Fill("Nhập lại mật khẩu", "hoa gạo tháng ba đỏ").
		Press("Lưu và bắt đầu").See("UBND xã An Bình").See("Quản trị hệ thống").See("Đăng xuất")
	v.Go(link).See("Đường dẫn này không còn dùng được")
}

// The administrator opens an account, gives a second role for a while, closes it; the person changes the password.
func TestBrowser_Users_Slow(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.SignIn("admin").Go("/nguoi-dung").See("Lê Thị Lan").Look("users")
	v.Press("Thêm người dùng").Look("user-new")
	v.Fill("Tên đăng nhập", "hai.do").Fill("Họ và tên", "Đỗ Thị Hải").Fill("Bộ phận", "Địa chính").
		Fill("Mật khẩu mới", "hoa gạo tháng ba").Fill("Nhập lại mật khẩu", "hoa gạo tháng tư").
		Press("Tạo tài khoản").See("Cần sửa").See("Chưa có vai trò").Look("user-refused")
	v.Choose("Công chức chuyên môn").Fill("Mật khẩu mới", "hoa gạo tháng ba").
		Fill("Nhập lại mật khẩu", "hoa gạo tháng ba").Press("Tạo tài khoản").See("Đã tạo tài khoản hai.do").
		See("Thêm người dùng")
	v.Press("Đỗ Thị Hải").Look("user")
	v.Choose("Văn phòng").Press("Lưu").See("Vai trò mới có hiệu lực ngay")
	v.Press("Khóa tài khoản").See("Đã khóa tài khoản").See("Mở khóa tài khoản").Look("user-closed")
	v.Go("/mat-khau").Look("password")
	v.Fill("Mật khẩu đang dùng", passwords["admin"]).Fill("Mật khẩu mới", "hoa gạo tháng ba").
		Fill("Nhập lại mật khẩu", "hoa gạo tháng ba").Press("Đổi mật khẩu").See("Đã đổi mật khẩu.")
	v.Go("/kha-nang-tiep-can").See("Khả năng tiếp cận").Look("accessibility")
}
