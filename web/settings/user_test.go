package settings_test

import (
	"net/http"
	"strings"
	"testing"

	"rasoat/account"
	"rasoat/tools/webtest"
	"rasoat/web/page"
)

func TestAddUser(t *testing.T) {
	s := webtest.OpenSite(t)
	admin := s.As("admin")
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
		r := admin.Post(page.UsersPath, webtest.With(webtest.NewUserForm, tt.change...)...)
		if r.Status != http.StatusUnprocessableEntity || !strings.Contains(strings.ToLower(r.Body), tt.want) ||
			strings.Contains(r.Body, "hoa gạo") ||
			!strings.Contains(r.Body, `value="Trần Văn Minh"`) {
			t.Errorf("%s: %d", name, r.Status)
		}
	}
	if _, err := s.App.Person(t.Context(), "minh.tran"); err == nil {
		t.Fatal("a refused account was opened")
	}
	r := admin.Post(page.UsersPath, webtest.NewUserForm...)
	if r.Status != http.StatusSeeOther ||
		!strings.Contains(admin.Get(r.Header.Get("Location")).Body, "Đã tạo tài khoản minh.tran.") {
		t.Fatal(r.Status, r.Body)
	}
	list := admin.Get(page.UsersPath)
	list.Want(t, http.StatusOK, "Trần Văn Minh", "chưa tự đặt mật khẩu")
	if strings.Contains(list.Body, "argon2") {
		t.Error("the list says too much")
	}
	admin.Get(page.UsersPath+"/them").Want(t, http.StatusOK, `<option value="Địa chính">`) // a unit that was typed
	if r := s.Visitor().Post(page.SignInPath, "username", "minh.tran", "password",
		"hoa gạo tháng ba"); r.Status != http.StatusSeeOther {
		t.Errorf("the new person cannot sign in: %d", r.Status)
	}
}

// Two administrators edit one account: the second is shown both and loses nothing typed.
func TestSaveUser_Conflict(t *testing.T) {
	s := webtest.OpenSite(t)
	admin := s.As("admin")
	p, err := s.App.Person(t.Context(), "office")
	if err != nil {
		t.Fatal(err)
	}
	form := []string{
		"mark",
		p.Mark(),
		"full_name",
		"Lê Thị Lan",
		"title",
		"Phó Chủ tịch",
		"unit",
		"Lãnh đạo",
		"roles",
		"office",
		"roles",
		"chairman",
	}
	if r := admin.Post(page.UserHref("office"), form...); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status)
	}
	now, _ := s.App.Person(t.Context(), "office")
	if !now.May(account.ApproveProposal) {
		t.Error("the acting role was not given")
	}
	r := admin.Post(page.UserHref("office"), webtest.With(form, "title", "Chuyên viên chính")...)
	for _, want := range []string{
		"Người khác vừa lưu bản mới hơn",
		`<th scope="row">Chức vụ</th><td data-label="Đang lưu">Phó Chủ tịch</td><td data-label="Đã nhập">Chuyên viên chính</td>`,
		`value="Chuyên viên chính"`,
		`value="` + now.Mark() + `"`,
	} {
		if r.Status != http.StatusConflict || !strings.Contains(r.Body, want) {
			t.Errorf("%d, without %q", r.Status, want)
		}
	}
	if after, _ := s.App.Person(t.Context(), "office"); after.Title != "Phó Chủ tịch" {
		t.Error("saved over the other's edit")
	}
}

func TestCloseUser(t *testing.T) {
	s := webtest.OpenSite(t)
	admin, reviewer := s.As("admin"), s.As("reviewer")
	if r := admin.Post(page.UserHref("admin") + "/dong"); r.Status != http.StatusUnprocessableEntity ||
		!strings.Contains(r.Body, "là quản trị hệ thống duy nhất") {
		t.Errorf("the last administrator: %d", r.Status)
	}
	p, _ := s.App.Person(t.Context(), "admin")
	if r := admin.Post(page.UserHref("admin"), "mark", p.Mark(), "roles",
		"office"); r.Status != http.StatusUnprocessableEntity ||
		!strings.Contains(r.Body, "là quản trị hệ thống duy nhất") {
		t.Errorf("the last administrator's role: %d", r.Status)
	}
	if r := admin.Post(page.UserHref("reviewer") + "/dong"); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status)
	}
	if r := reviewer.Get("/ke-hoach"); r.Status != http.StatusSeeOther {
		t.Errorf("closed, and in: %d", r.Status)
	}
	if r := admin.Post(page.UserHref("reviewer")+"/mat-khau", "password", "hoa gạo tháng ba", "again",
		"hoa gạo tháng ba"); r.Status != http.StatusUnprocessableEntity {
		t.Errorf("a closed account got a password: %d", r.Status)
	}
	if r := admin.Post(page.UserHref("reviewer")+"/mo-lai", "password", "hoa gạo tháng ba", "again",
		"hoa gạo tháng ba"); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status)
	}
	if r := s.Visitor().Post(page.SignInPath, "username", "reviewer", "password",
		"hoa gạo tháng ba"); r.Status != http.StatusSeeOther {
		t.Errorf("open again, and not let in: %d", r.Status)
	}
}
