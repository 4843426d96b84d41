package main

import "testing"

// A citizen finds a procedure without accents, reads what it asks, and is never asked to sign in.
func TestBrowser_Citizen(t *testing.T) {
	t.Parallel()
	base, _ := served(t)
	v := visit(t, base)
	v.Go("/").See("dang ky khai sinh").Look("home")
	v.Fill("Tên thủ tục, mã hoặc việc cần làm", "dang ky khai sinh").Press("Tìm").See("thủ tục cho").Look("results")
	v.Press("đăng ký khai sinh").See("1.001193").See("Mang gì").See("Bao lâu").Look("procedure")
	v.Go("/?q=xyzzy+qwrt").See("Không").Look("results-none")
	v.Go("/thu-tuc/NB-01").See("Không tìm thấy").Look("not-found")
}
