package web

import (
	"net/http"
	"strings"
	"testing"

	"rasoat/account"
)

var newUserForm = []string{"username", "minh.tran", "full_name", "Trần Văn Minh", "title", "Công chức", "unit", "Địa chính", "roles", "reviewer",
	"password", "hoa gạo tháng ba", "again", "hoa gạo tháng ba"}

func TestAddUser(t *testing.T) {
	s := openSite(t)
	admin := s.as("admin")
	for name, tt := range map[string]struct {
		change []string
		want   string
	}{
		"name taken":     {[]string{"username", "office"}, "đã có tài khoản tên “office”"},
		"name with sign": {[]string{"username", "Minh"}, "không dùng làm tên đăng nhập được"},
		"no such role":   {[]string{"roles", "mayor"}, "không có vai trò “mayor”"},
		"weak":           {[]string{"password", "Password2024", "again", "Password2024"}, "dễ đoán"},
		"not agreed":     {[]string{"again", "x"}, "hai lần nhập không giống nhau"},
	} {
		r := admin.post(usersPath, with(newUserForm, tt.change...)...)
		if r.status != http.StatusUnprocessableEntity || !strings.Contains(strings.ToLower(r.body), tt.want) || strings.Contains(r.body, "hoa gạo") ||
			!strings.Contains(r.body, `value="Trần Văn Minh"`) {
			t.Errorf("%s: %d", name, r.status)
		}
	}
	if _, err := s.app.Person(t.Context(), "minh.tran"); err == nil {
		t.Fatal("a refused account was opened")
	}
	r := admin.post(usersPath, newUserForm...)
	if r.status != http.StatusSeeOther || !strings.Contains(admin.get(r.header.Get("Location")).body, "Đã mở tài khoản.") {
		t.Fatal(r.status, r.body)
	}
	if body := admin.get(usersPath).body; !strings.Contains(body, "Trần Văn Minh") || strings.Contains(body, "argon2") {
		t.Error("the list lacks the new account, or says too much")
	}
	if r := s.visitor().post(signInPath, "username", "minh.tran", "password", "hoa gạo tháng ba"); r.status != http.StatusSeeOther {
		t.Errorf("the new person cannot sign in: %d", r.status)
	}
}

// Two administrators edit one account: the second is shown both and loses nothing typed.
func TestSaveUser_Conflict(t *testing.T) {
	s := openSite(t)
	admin := s.as("admin")
	p, err := s.app.Person(t.Context(), "office")
	if err != nil {
		t.Fatal(err)
	}
	form := []string{"mark", p.Mark(), "full_name", "Lê Thị Lan", "title", "Phó Chủ tịch", "unit", "Lãnh đạo", "roles", "office", "roles", "chairman"}
	if r := admin.post(userHref("office"), form...); r.status != http.StatusSeeOther {
		t.Fatal(r.status)
	}
	now, _ := s.app.Person(t.Context(), "office")
	if !now.May(account.ApproveProposal) {
		t.Error("the acting role was not given")
	}
	r := admin.post(userHref("office"), with(form, "title", "Chuyên viên chính")...)
	for _, want := range []string{"Người khác vừa sửa tài khoản này", "chức vụ: Phó Chủ tịch", `value="Chuyên viên chính"`, `value="` + now.Mark() + `"`} {
		if r.status != http.StatusConflict || !strings.Contains(r.body, want) {
			t.Errorf("%d, without %q", r.status, want)
		}
	}
	if after, _ := s.app.Person(t.Context(), "office"); after.Title != "Phó Chủ tịch" {
		t.Error("saved over the other's edit")
	}
}

func TestCloseUser(t *testing.T) {
	s := openSite(t)
	admin, reviewer := s.as("admin"), s.as("reviewer")
	if r := admin.post(userHref("admin") + "/dong"); r.status != http.StatusUnprocessableEntity || !strings.Contains(r.body, "là quản trị hệ thống duy nhất") {
		t.Errorf("the last administrator: %d", r.status)
	}
	p, _ := s.app.Person(t.Context(), "admin")
	if r := admin.post(userHref("admin"), "mark", p.Mark(), "roles", "office"); r.status != http.StatusUnprocessableEntity || !strings.Contains(r.body, "là quản trị hệ thống duy nhất") {
		t.Errorf("the last administrator's role: %d", r.status)
	}
	if r := admin.post(userHref("reviewer") + "/dong"); r.status != http.StatusSeeOther {
		t.Fatal(r.status)
	}
	if r := reviewer.get("/ke-hoach"); r.status != http.StatusSeeOther {
		t.Errorf("closed, and in: %d", r.status)
	}
	if r := admin.post(userHref("reviewer")+"/mat-khau", "password", "hoa gạo tháng ba", "again", "hoa gạo tháng ba"); r.status != http.StatusUnprocessableEntity {
		t.Errorf("a closed account got a password: %d", r.status)
	}
	if r := admin.post(userHref("reviewer")+"/mo-lai", "password", "hoa gạo tháng ba", "again", "hoa gạo tháng ba"); r.status != http.StatusSeeOther {
		t.Fatal(r.status)
	}
	if r := s.visitor().post(signInPath, "username", "reviewer", "password", "hoa gạo tháng ba"); r.status != http.StatusSeeOther {
		t.Errorf("open again, and not let in: %d", r.status)
	}
}
