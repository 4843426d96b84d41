package web

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
)

var (
	wordMarkField = regexp.MustCompile(`name="xem" value="([0-9a-f]+)"`)
	newest        = regexp.MustCompile(`href="(/tu-vung/\d+)"`)
)

// The vocabulary over HTTP: each step of the form, what it shows, what it refuses and keeps, what search does then.
func TestVocabulary_Form(t *testing.T) {
	t.Parallel()
	s := openSite(t)
	office, citizen := s.as("office"), s.visitor()
	finds := func(want bool) {
		t.Helper()
		if r := citizen.get("/?q=oe+oe"); strings.Contains(r.body, "/thu-tuc/1.001193") != want {
			t.Errorf("the query finds the procedure: %v, want %v", !want, want)
		}
	}
	finds(false)
	for _, c := range []struct {
		name  string
		pairs []string
		want  []string // problems and what was typed
	}{
		{"nothing", []string{"short", "", "said", "", "full", ""}, []string{"Từ dùng trong tên thủ tục: Chưa ghi", "Chưa có từ viết tắt"}},
		{"itself", []string{"said", "khai sinh\nKHAI SINH", "full", "khai sinh"}, []string{"hiểu thành chính nó", "khai sinh\nKHAI SINH</textarea>"}},
		{"a stop word", []string{"short", "của", "full", "giấy tờ"}, []string{"từ dùng trong mọi câu", `value="của"`}},
		{"known already", []string{"short", "GKS", "full", "giấy khai sinh"}, []string{"đã được hiểu là", `value="GKS"`}},
		{"too long", []string{"short", "X1", "full", strings.Repeat("giấy ", 30)}, []string{"Dài quá", strings.Repeat("giấy ", 29)}},
		{"with its flag", []string{"short", "X1", "full", "", "rare", "1"}, []string{"Chưa ghi", `id="rare" name="rare" value="1" checked`}},
	} {
		for _, step := range []string{"xem", "luu"} {
			r := office.post("/tu-vung/them", append(c.pairs, "buoc", step, "version", "0")...)
			if r.status != http.StatusUnprocessableEntity {
				t.Errorf("%s: %d", c.name, r.status)
			}
			for _, w := range c.want {
				if !strings.Contains(r.body, w) {
					t.Errorf("%s: %q is not on the page", c.name, w)
				}
			}
		}
	}
	typed := []string{"said", "oe oe", "full", "đăng ký khai sinh", "version", "0", "tu", "oe oe"}
	// What was never looked at is not saved: the look comes first.
	if r := office.post("/tu-vung/them", append(typed, "buoc", "luu")...); r.status != http.StatusOK || !strings.Contains(r.body, "Sau khi lưu") {
		t.Errorf("saved without a look: %d", r.status)
	}
	r := office.post("/tu-vung/them", append(typed, "buoc", "xem")...)
	mark := wordMarkField.FindStringSubmatch(r.body)
	if r.status != http.StatusOK || mark == nil || !strings.Contains(r.body, "Câu tìm “oe oe”") || !strings.Contains(r.body, "/thu-tuc/1.001193") {
		t.Fatalf("the look: %d\n%s", r.status, r.body)
	}
	finds(false)
	if r := office.post("/tu-vung/them", append([]string{"said", "oe oe", "full", "đăng ký kết hôn", "version", "0"}, "buoc", "luu", "xem", mark[1])...); r.status != http.StatusOK {
		t.Errorf("something else was saved than was looked at: %d", r.status)
	}
	if r := office.post("/tu-vung/them", append(typed, "buoc", "luu", "xem", mark[1])...); r.status != http.StatusSeeOther || r.header.Get("Location") != "/tu-vung/khong-tim-thay?da=luu" {
		t.Fatalf("saving: %d to %s", r.status, r.header.Get("Location"))
	}
	finds(true)
	list := office.get("/tu-vung?nguon=own")
	at := newest.FindStringSubmatch(list.body)
	if at == nil || !strings.Contains(list.body, "oe oe") || strings.Contains(list.body, "KSTTHC") {
		t.Fatalf("the list of own words:\n%s", list.body)
	}
	// Switching off goes through the same look; a second window that began earlier is shown both versions.
	off := []string{"said", "oe oe", "full", "đăng ký khai sinh", "off", "1", "version", "1"}
	mark = wordMarkField.FindStringSubmatch(office.post(at[1], append(off, "buoc", "xem")...).body)
	if mark == nil {
		t.Fatal("no look at switching off")
	}
	if r := office.post(at[1], append(off, "buoc", "luu", "xem", mark[1])...); r.status != http.StatusSeeOther {
		t.Fatalf("switching off: %d", r.status)
	}
	finds(false)
	r = office.post(at[1], "said", "oe oe\noa oa", "full", "đăng ký khai sinh", "version", "1", "buoc", "xem")
	if r.status != http.StatusConflict || !strings.Contains(r.body, "oa oa</textarea>") || !strings.Contains(r.body, "Người khác vừa lưu bản mới hơn") || !strings.Contains(r.body, `name="version" value="2"`) {
		t.Errorf("an edit of an old version: %d", r.status)
	}
	// Taking back what comes with the program.
	const gks = "/tu-vung/gks-giay-khai-sinh"
	change := []string{"short", "GKS", "full", "chứng thực chữ ký", "version", "0"}
	mark = wordMarkField.FindStringSubmatch(office.post(gks, append(change, "buoc", "xem")...).body)
	if r := office.post(gks, append(change, "buoc", "luu", "xem", mark[1])...); r.status != http.StatusSeeOther {
		t.Fatalf("changing a shipped word: %d", r.status)
	}
	if r := office.get(gks); !strings.Contains(r.body, "Lấy lại bản có sẵn") || !strings.Contains(r.body, "xã sửa") || !strings.Contains(r.body, "GKS → chứng thực chữ ký") {
		t.Error("the changed word does not say what is shipped, or its history")
	}
	r = office.post(gks, append(change[:4:4], "version", "1", "buoc", "goc")...)
	mark = wordMarkField.FindStringSubmatch(r.body)
	if mark == nil || !strings.Contains(r.body, `value="giấy khai sinh"`) {
		t.Fatalf("taking back shows no look: %d", r.status)
	}
	if r := office.get("/nhat-ky"); r.status == http.StatusOK && !strings.Contains(r.body, "lưu từ vựng tìm kiếm gks-giay-khai-sinh") {
		t.Error("the audit does not tell of the word")
	}
	if r := office.get("/tu-vung/khong-co-tu-nay"); r.status != http.StatusNotFound {
		t.Errorf("a word that is not there: %d", r.status)
	}
}

// The queries without an answer over HTTP: counted once for a page of results and not for its filters, pages and the
// API; nothing that looks like a person; listed, laid aside, taken up, answered by a name.
func TestVocabulary_Unanswered(t *testing.T) {
	t.Parallel()
	s := openSite(t)
	office, citizen := s.as("office"), s.visitor()
	citizen.get("/?q=oe+oe")
	citizen.get("/?q=Oe+OE")
	citizen.get("/?q=oe+oe&offset=20")
	citizen.get("/?q=oe+oe&field=x")
	citizen.get("/?q=oe+oe&sort=name")
	citizen.get("/api/v1/search?q=oe+oe")
	citizen.get("/api/v1/suggest?q=oe+oe")
	citizen.get("/?q=oe+oe+0912345678")
	office.get("/?q=zzzz+mmmm")
	r := office.get("/tu-vung/khong-tim-thay")
	if !strings.Contains(r.body, "2 lần") || strings.Contains(r.body, "0912") || !strings.Contains(r.body, "cán bộ tìm") || !strings.Contains(r.body, "2 câu chưa có kết quả") {
		t.Fatalf("the list:\n%s", r.body)
	}
	if r := office.get("/viec"); !strings.Contains(r.body, "2 câu trong 30 ngày qua") || !strings.Contains(r.body, `href="/tu-vung/khong-tim-thay"`) {
		t.Error("the queries are no line of the office's work")
	}
	if r := s.as("reviewer").get("/viec"); strings.Contains(r.body, "tu-vung") {
		t.Error("a reviewer is led to the vocabulary")
	}
	aside := func(reason, version string) response {
		t.Helper()
		return office.post("/tu-vung/khong-tim-thay?thang=2024-07", "query", "zzzz mmmm", "reason", reason, "version", version)
	}
	if r := aside("khác", "0"); r.status != http.StatusUnprocessableEntity {
		t.Errorf("an unknown reason: %d", r.status)
	}
	if r := aside("no_procedure", "0"); r.status != http.StatusSeeOther {
		t.Errorf("laying aside: %d", r.status)
	}
	if r := aside("not_ours", "0"); r.status != http.StatusConflict || !strings.Contains(r.body, "Người khác vừa xử lý") {
		t.Errorf("laying aside from an old page: %d", r.status)
	}
	if r := office.get("/tu-vung/khong-tim-thay?thang=2024-07"); !strings.Contains(r.body, "không phải thủ tục – ") || !strings.Contains(r.body, "1 câu chưa có kết quả") {
		t.Errorf("after laying aside:\n%s", r.body)
	}
	for _, c := range []struct{ name, code, want string }{
		{"oe oe", "9.999999", "không có thủ tục mã “9.999999”"},
		{"oe oe", "", "Chưa ghi. Ghi mã thủ tục"},
		{"", "1.001193", "Chưa ghi. Ghi tên"},
	} {
		r := office.post("/tu-vung/ten-thuong-goi", "name", c.name, "code", c.code, "tu", "oe oe")
		if r.status != http.StatusUnprocessableEntity || !strings.Contains(strings.ToLower(r.body), strings.ToLower(c.want)) || !strings.Contains(r.body, `value="`+c.name+`"`) {
			t.Errorf("%+v: %d", c, r.status)
		}
	}
	if r := office.post("/tu-vung/ten-thuong-goi", "name", "oe oe", "code", "1.001193 Đăng ký khai sinh", "tu", "oe oe"); r.status != http.StatusSeeOther {
		t.Fatalf("adding a name: %d", r.status)
	}
	if r := citizen.get("/?q=oe+oe"); !strings.Contains(r.body, "/thu-tuc/1.001193") {
		t.Error("the name is not searched at once")
	}
	if r := office.get("/tu-vung/khong-tim-thay"); !strings.Contains(r.body, "Nay đã có kết quả: 1 câu") {
		t.Errorf("after the name:\n%s", r.body)
	}
	if r := office.get("/tu-vung/ten-thuong-goi?loc=oe"); !strings.Contains(r.body, "/thu-tuc/1.001193/sua#also_known") {
		t.Error("the name does not lead to where it is edited")
	}
	if r := office.get("/thu-tuc/1.001193/sua"); !strings.Contains(r.body, `href="/tu-vung/ten-thuong-goi"`) || !strings.Contains(r.body, "oe oe") {
		t.Error("the form of the procedure does not lead back, or lacks the name")
	}
	if r := office.get("/tu-vung/khong-tim-thay?thang=x"); r.status != http.StatusBadRequest {
		t.Errorf("a month that is none: %d", r.status)
	}
}
