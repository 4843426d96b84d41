package catalogue_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"rasoat/tools/webtest"
)

var (
	wordMarkField = regexp.MustCompile(`name="xem" value="([0-9a-f]+)"`)
	newest        = regexp.MustCompile(`href="(/tu-vung/\d+)"`)
)

// The vocabulary over HTTP: each step of the form, what it shows, what it refuses and keeps, what search does then.
func TestVocabulary_Form(t *testing.T) {
	t.Parallel()
	s := webtest.OpenSite(t)
	office, citizen := s.As("office"), s.Visitor()
	finds := func(want bool) {
		t.Helper()
		if r := citizen.Get("/?q=oe+oe"); strings.Contains(r.Body, "/thu-tuc/1.001193") != want {
			t.Errorf("the query finds the procedure: %v, want %v", !want, want)
		}
	}
	finds(false)
	for _, c := range []struct {
		name  string
		pairs []string
		want  []string // problems and what was typed
	}{
		{"nothing", []string{"short", "", "said", "", "full", ""}, []string{"Từ dùng trong tên thủ tục: Chưa ghi",
			"Chưa có từ viết tắt"}},
		{"itself", []string{"said", "khai sinh\nKHAI SINH", "full", "khai sinh"}, []string{"hiểu thành chính nó",
			"khai sinh\nKHAI SINH</textarea>"}},
		{"a stop word", []string{"short", "của", "full", "giấy tờ"}, []string{"từ dùng trong mọi câu", `value="của"`}},
		{"known already", []string{"short", "GKS", "full", "giấy khai sinh"}, []string{"đã được hiểu là",
			`value="GKS"`}},
		{"too long", []string{"short", "X1", "full", strings.Repeat("giấy ", 30)}, []string{"Dài quá",
			strings.Repeat("giấy ", 29)}},
		{"with its flag", []string{"short", "X1", "full", "", "rare", "1"}, []string{"Chưa ghi",
			`id="rare" name="rare" value="1" checked`}},
	} {
		for _, step := range []string{"xem", "luu"} {
			r := office.Post("/tu-vung/them", append(c.pairs, "buoc", step, "version", "0")...)
			if r.Status != http.StatusUnprocessableEntity {
				t.Errorf("%s: %d", c.name, r.Status)
			}
			for _, w := range c.want {
				if !strings.Contains(r.Body, w) {
					t.Errorf("%s: %q is not on the page", c.name, w)
				}
			}
		}
	}
	typed := []string{"said", "oe oe", "full", "đăng ký khai sinh", "version", "0", "tu", "oe oe"}
	// What was never looked at is not saved: the look comes first.
	if r := office.Post("/tu-vung/them", append(typed, "buoc", "luu")...); r.Status != http.StatusOK ||
		!strings.Contains(r.Body, "Sau khi lưu") {
		t.Errorf("saved without a look: %d", r.Status)
	}
	r := office.Post("/tu-vung/them", append(typed, "buoc", "xem")...)
	mark := wordMarkField.FindStringSubmatch(r.Body)
	if r.Status != http.StatusOK || mark == nil || !strings.Contains(r.Body, "Từ khóa “oe oe”") ||
		!strings.Contains(r.Body, "/thu-tuc/1.001193") {
		t.Fatalf("the look: %d\n%s", r.Status, r.Body)
	}
	finds(false)
	if r := office.Post("/tu-vung/them", append([]string{"said", "oe oe", "full", "đăng ký kết hôn", "version", "0"},
		"buoc", "luu", "xem", mark[1])...); r.Status != http.StatusOK {
		t.Errorf("something else was saved than was looked at: %d", r.Status)
	}
	if r := office.Post("/tu-vung/them", append(typed, "buoc", "luu", "xem",
		mark[1])...); r.Status != http.StatusSeeOther ||
		r.Header.Get("Location") != "/tu-vung/khong-tim-thay" {
		t.Fatalf("saving: %d to %s", r.Status, r.Header.Get("Location"))
	}
	office.Get("/tu-vung/khong-tim-thay").Want(t, http.StatusOK, "Đã lưu “oe oe”. Tìm kiếm dùng ngay")
	finds(true)
	list := office.Get("/tu-vung?nguon=own")
	at := newest.FindStringSubmatch(list.Body)
	if at == nil || !strings.Contains(list.Body, "oe oe") || strings.Contains(list.Body, "KSTTHC") {
		t.Fatalf("the list of own words:\n%s", list.Body)
	}
	// Switching off goes through the same look; a second window that began earlier is shown both versions.
	off := []string{"said", "oe oe", "full", "đăng ký khai sinh", "off", "1", "version", "1"}
	mark = wordMarkField.FindStringSubmatch(office.Post(at[1], append(off, "buoc", "xem")...).Body)
	if mark == nil {
		t.Fatal("no look at switching off")
	}
	if r := office.Post(at[1], append(off, "buoc", "luu", "xem", mark[1])...); r.Status != http.StatusSeeOther {
		t.Fatalf("switching off: %d", r.Status)
	}
	finds(false)
	r = office.Post(at[1], "said", "oe oe\noa oa", "full", "đăng ký khai sinh", "version", "1", "buoc", "xem")
	if r.Status != http.StatusConflict || !strings.Contains(r.Body, "oa oa</textarea>") ||
		!strings.Contains(r.Body, "Người khác vừa lưu bản mới hơn") ||
		!strings.Contains(r.Body, `name="version" value="2"`) {
		t.Errorf("an edit of an old version: %d", r.Status)
	}
	// Taking back what comes with the program.
	const gks = "/tu-vung/gks-giay-khai-sinh"
	change := []string{"short", "GKS", "full", "chứng thực chữ ký", "said", "", "version", "0"}
	mark = wordMarkField.FindStringSubmatch(office.Post(gks, append(change, "buoc", "xem")...).Body)
	if r := office.Post(gks, append(change, "buoc", "luu", "xem", mark[1])...); r.Status != http.StatusSeeOther {
		t.Fatalf("changing a shipped word: %d", r.Status)
	}
	if r := office.Get(gks); !strings.Contains(r.Body, "Lấy lại bản có sẵn") || !strings.Contains(r.Body, "xã sửa") ||
		!strings.Contains(r.Body, "GKS → chứng thực chữ ký") {
		t.Error("the changed word does not say what is shipped, or its history")
	}
	r = office.Post(gks, append(change[:6:6], "version", "1", "buoc", "goc")...)
	mark = wordMarkField.FindStringSubmatch(r.Body)
	if mark == nil || !strings.Contains(r.Body, `value="giấy khai sinh"`) {
		t.Fatalf("taking back shows no look: %d", r.Status)
	}
	if r := office.Get("/nhat-ky"); r.Status == http.StatusOK &&
		!strings.Contains(r.Body, "lưu từ vựng tìm kiếm gks-giay-khai-sinh") {
		t.Error("the audit does not tell of the word")
	}
	if r := office.Get("/tu-vung/khong-co-tu-nay"); r.Status != http.StatusNotFound {
		t.Errorf("a word that is not there: %d", r.Status)
	}
}

// The queries without an answer over HTTP: counted once for a page of results and not for its filters, pages and the
// API; nothing that looks like a person; listed, laid aside, taken up, answered by a name.
func TestVocabulary_Unanswered(t *testing.T) {
	t.Parallel()
	s := webtest.OpenSite(t)
	office, citizen := s.As("office"), s.Visitor()
	citizen.Get("/?q=oe+oe")
	citizen.Get("/?q=Oe+OE")
	citizen.Get("/?q=oe+oe&offset=20")
	citizen.Get("/?q=oe+oe&field=x")
	citizen.Get("/?q=oe+oe&sort=name")
	citizen.Get("/api/v1/search?q=oe+oe")
	citizen.Get("/api/v1/suggest?q=oe+oe")
	citizen.Get("/?q=oe+oe+0912345678")
	office.Get("/?q=zzzz+mmmm")
	r := office.Get("/tu-vung/khong-tim-thay")
	if !strings.Contains(r.Body, "2 lần") || strings.Contains(r.Body, "0912") ||
		!strings.Contains(r.Body, "tìm khi đăng nhập") ||
		!strings.Contains(r.Body, "2 từ khóa chưa có kết quả") {
		t.Fatalf("the list:\n%s", r.Body)
	}
	if r := office.Get("/viec"); !strings.Contains(r.Body, "2 từ khóa trong 30 ngày qua") ||
		!strings.Contains(r.Body, `href="/tu-vung/khong-tim-thay"`) {
		t.Error("the queries are no line of the office's work")
	}
	if r := s.As("reviewer").Get("/viec"); strings.Contains(r.Body, "tu-vung") {
		t.Error("a reviewer is led to the vocabulary")
	}
	aside := func(reason, version string) webtest.Response {
		t.Helper()
		return office.Post(
			"/tu-vung/khong-tim-thay?thang=2024-07",
			"query",
			"zzzz mmmm",
			"reason",
			reason,
			"version",
			version,
		)
	}
	if r := aside("khác", "0"); r.Status != http.StatusUnprocessableEntity {
		t.Errorf("an unknown reason: %d", r.Status)
	}
	if r := aside("no_procedure", "0"); r.Status != http.StatusSeeOther {
		t.Errorf("laying aside: %d", r.Status)
	}
	if r := aside("not_ours", "0"); r.Status != http.StatusConflict ||
		!strings.Contains(r.Body, "Người khác vừa xử lý") {
		t.Errorf("laying aside from an old page: %d", r.Status)
	}
	if r := office.Get("/tu-vung/khong-tim-thay?thang=2024-07"); !strings.Contains(r.Body, "không phải thủ tục – ") ||
		!strings.Contains(r.Body, "1 từ khóa chưa có kết quả") {
		t.Errorf("after laying aside:\n%s", r.Body)
	}
	for _, c := range []struct{ name, code, want string }{
		{"oe oe", "9.999999", "không có thủ tục mã “9.999999”"},
		{"oe oe", "", "Chưa ghi. Ghi mã thủ tục"},
		{"", "1.001193", "Chưa ghi. Ghi tên"},
	} {
		r := office.Post("/tu-vung/ten-thuong-goi", "name", c.name, "code", c.code, "tu", "oe oe")
		if r.Status != http.StatusUnprocessableEntity ||
			!strings.Contains(strings.ToLower(r.Body), strings.ToLower(c.want)) ||
			!strings.Contains(r.Body, `value="`+c.name+`"`) {
			t.Errorf("%+v: %d", c, r.Status)
		}
	}
	if r := office.Post("/tu-vung/ten-thuong-goi", "name", "oe oe", "code", "1.001193 Đăng ký khai sinh", "tu",
		"oe oe"); r.Status != http.StatusSeeOther {
		t.Fatalf("adding a name: %d", r.Status)
	}
	if r := citizen.Get("/?q=oe+oe"); !strings.Contains(r.Body, "/thu-tuc/1.001193") {
		t.Error("the name is not searched at once")
	}
	if r := office.Get("/tu-vung/khong-tim-thay"); !strings.Contains(r.Body, "Nay đã có kết quả: 1 từ khóa") {
		t.Errorf("after the name:\n%s", r.Body)
	}
	if r := office.Get("/tu-vung/ten-thuong-goi?tu-khoa=oe"); !strings.Contains(
		r.Body,
		"/thu-tuc/1.001193/sua#also_known",
	) {
		t.Error("the name does not lead to where it is edited")
	}
	if r := office.Get("/thu-tuc/1.001193/sua"); !strings.Contains(r.Body, `href="/tu-vung/ten-thuong-goi"`) ||
		!strings.Contains(r.Body, "oe oe") {
		t.Error("the form of the procedure does not lead back, or lacks the name")
	}
	if r := office.Get("/tu-vung/khong-tim-thay?thang=x"); r.Status != http.StatusBadRequest {
		t.Errorf("a month that is none: %d", r.Status)
	}
}
