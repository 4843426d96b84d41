package main

import "testing"

// People of the demo, by their passwords.
var passwords = map[string]string{"reviewer": "ra-soat-2024", "reviewer2": "ra-soat-2024", "reviewer3": "ra-soat-2024", "reviewer4": "ra-soat-2024", "office": "van-phong-2024", "chairman": "chu-tich-2024", "admin": "quan-tri-2024"}

func TestBrowser_SignIn(t *testing.T) {
	t.Parallel()
	base, _ := served(t, "--demo") // which fills the folder; the other walks begin with one that is filled
	v := visit(t, base)
	v.Go("/ke-hoach").See("Dành cho cán bộ, công chức").Look("sign-in")
	v.Fill("Tên đăng nhập", "office").Fill("Mật khẩu", "sai").Press("Đăng nhập").
		See("tên đăng nhập hoặc mật khẩu không đúng")
	v.Go("/ke-hoach").Fill("Tên đăng nhập", "office").Fill("Mật khẩu", passwords["office"]).Press("Đăng nhập")
	if v.Address() != "/ke-hoach" {
		t.Errorf("came back to %s", v.Address())
	}
	v.See("Lê Thị Lan").See("Kế hoạch 29").Look("plan")
	v.Press("Đăng xuất").Go("/ke-hoach").See("Mật khẩu")
}
