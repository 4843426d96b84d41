package catalogue_test

import (
	"html"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"rasoat/tools/webtest"
)

var formNumber = regexp.MustCompile(`name="bieu-mau" value="([^"]+)"`)

// numbered is a form as the page at an address sends it: with its number.
func numbered(t *testing.T, c *webtest.Client, address string, pairs ...string) []string {
	t.Helper()
	m := formNumber.FindStringSubmatch(c.Get(address).Body)
	if m == nil {
		t.Fatalf("%s has no form with a number", address)
	}
	return append(pairs, "bieu-mau", html.UnescapeString(m[1]))
}

// Whatever was done in the catalogue is said on the page that follows, with what it was done to.
func TestCatalogue_SaysWhatWasDone(t *testing.T) {
	t.Parallel()
	office := webtest.OpenSite(t).As("office")
	for _, c := range []struct {
		does  string
		to    string
		pairs []string
		says  string
	}{
		{"marks", "/danh-muc/danh-dau",
			[]string{"back", "/danh-muc?kind=internal", "code", "NB-01", "ours", "not_ours", "reason", "thử"},
			"Đã phân loại 1 thủ tục."},
		{"announces", "/thu-tuc/TB-01/cong-bo",
			[]string{"version", "1", "act", "announce", "decision.number", "12/QĐ-UBND", "decision.date", "12/7/2024",
				"validity.from", "15/7/2024", "announce.reason", "công bố"},
			"Đã ghi nhận công bố thủ tục TB-01. Đã lưu bản 2: "},
		{"repeals", "/thu-tuc/TB-01/cong-bo",
			[]string{"version", "2", "act", "repeal", "validity.repealed_by", "13/QĐ-UBND",
				"validity.until", "15/7/2024", "repeal.reason", "bãi bỏ"},
			"Đã ghi nhận bãi bỏ thủ tục TB-01. Đã lưu bản 3: "},
		{"adds a name", "/tu-vung/ten-thuong-goi", []string{"name", "giấy chào đời", "code", "1.001193"},
			"Đã thêm tên thường gọi “giấy chào đời” cho thủ tục 1.001193."},
	} {
		r := office.Post(c.to, c.pairs...)
		if r.Status != http.StatusSeeOther {
			t.Errorf("%s: %d", c.does, r.Status)
			continue
		}
		office.Get(r.Header.Get("Location")).Want(t, http.StatusOK, c.says)
		if again := office.Get(r.Header.Get("Location")); strings.Contains(again.Body, c.says) {
			t.Errorf("%s: it is said twice", c.does)
		}
	}
}

// A query that is laid aside and taken up again says so both times.
func TestUnanswered_SaysWhatWasDone(t *testing.T) {
	t.Parallel()
	s := webtest.OpenSite(t)
	office := s.As("office")
	s.Visitor().Get("/?q=zzzz+mmmm")
	office.Get("/tu-vung/khong-tim-thay").Want(t, http.StatusOK, "zzzz mmmm")
	for version, c := range []struct{ reason, says string }{
		{"no_procedure", "Đã loại khỏi danh sách từ khóa “zzzz mmmm”."},
		{"", "Đã đưa từ khóa “zzzz mmmm” trở lại danh sách."},
	} {
		r := office.Post("/tu-vung/khong-tim-thay?thang=2024-07",
			"query", "zzzz mmmm", "reason", c.reason, "version", string(rune('0'+version)))
		if r.Status != http.StatusSeeOther {
			t.Fatalf("%q: %d", c.reason, r.Status)
		}
		office.Get(r.Header.Get("Location")).Want(t, http.StatusOK, c.says)
	}
}

// The same form sent twice adds one procedure, and takes in one import; both times it gets the same answer.
func TestCatalogue_TwiceDoesItOnce(t *testing.T) {
	t.Parallel()
	office := webtest.OpenSite(t).As("office")
	form := numbered(t, office, "/danh-muc/them", "code", "NB-901", "name", "Đăng ký xe công tác", "kind", "internal",
		"group", "B", "ours", "decide", "levels", "commune", "reason", "chưa có trong danh mục")
	for range 2 {
		r := office.Post("/danh-muc/them", form...)
		if r.Status != http.StatusSeeOther || r.Header.Get("Location") != "/thu-tuc/NB-901" {
			t.Fatalf("adding: %d to %s\n%s", r.Status, r.Header.Get("Location"), r.Body)
		}
	}
	office.Get("/thu-tuc/NB-901").Want(t, http.StatusOK, "Đã lưu dự thảo NB-901.", "bản 1")

	const row = `{"schema":1,"code":"1.001193","name":"Hoàn toàn khác biệt giữa hai chữ",` +
		`"kind":"public","status":"in_force"}`
	form = numbered(t, office, "/danh-muc/nhap", "format", "auto")
	first := office.Upload("/danh-muc/nhap", "files", "a.jsonl", row+"\n", form...)
	second := office.Upload("/danh-muc/nhap", "files", "a.jsonl", row+"\n", form...)
	task := first.Header.Get("Location")
	if first.Status != http.StatusSeeOther || second.Header.Get("Location") != task {
		t.Fatalf("handing in: %d to %s, then to %s", first.Status, task, second.Header.Get("Location"))
	}
	office.Get(task).Want(t, http.StatusOK, "Đã nhận 1 tệp để kiểm tra")
	waitFor(t, office, task, "Nhập 1 tệp")
	form = numbered(t, office, task)
	first, second = office.Post(task, form...), office.Post(task, form...)
	if first.Status != http.StatusSeeOther || second.Header.Get("Location") != first.Header.Get("Location") {
		t.Fatalf("importing: %d to %s, then to %s",
			first.Status, first.Header.Get("Location"), second.Header.Get("Location"))
	}
	office.Get(first.Header.Get("Location")).Want(t, http.StatusOK, "Đã bắt đầu nhập các tệp của lần kiểm tra")
	waitFor(t, office, first.Header.Get("Location"), "Xem dòng dữ liệu chờ xử lý")

	held := regexp.MustCompile(`/danh-muc/cho-xu-ly/\d+`).FindString(office.Get("/danh-muc/cho-xu-ly").Body)
	office.Post(held, "act", "take").Want(t, http.StatusUnprocessableEntity, `href="#take.reason"`)
	form = numbered(t, office, held, "act", "take", "code", "1.001193", "take.reason", "đúng là thủ tục này")
	for range 2 {
		if r := office.Post(held, form...); r.Status != http.StatusSeeOther {
			t.Fatalf("taking %s: %d", held, r.Status)
		}
	}
	office.Get("/thu-tuc/1.001193").Want(t, http.StatusOK, "vào thủ tục 1.001193, nay là bản 2.")
	office.Get(held).Want(t, http.StatusNotFound)
}

// waitFor asks for a page until it says something: a task goes on by itself.
func waitFor(t *testing.T, c *webtest.Client, address, says string) {
	t.Helper()
	for range 2000 {
		if strings.Contains(c.Get(address).Body, says) {
			return
		}
	}
	t.Fatalf("%s never says %q", address, says)
}

// A decision that is noted on an old version shows what stands beside what was typed, and saves on top of it.
func TestAnnounce_Conflict(t *testing.T) {
	t.Parallel()
	office := webtest.OpenSite(t).As("office")
	form := []string{"version", "1", "act", "announce", "decision.number", "12/QĐ-UBND", "decision.date", "12/7/2024",
		"validity.from", "15/7/2024", "announce.reason", "công bố"}
	if r := office.Post("/thu-tuc/TB-01/cong-bo", form...); r.Status != http.StatusSeeOther {
		t.Fatalf("announcing: %d", r.Status)
	}
	form = webtest.With(form, "decision.number", "14/QĐ-UBND")
	office.Post("/thu-tuc/TB-01/cong-bo", form...).Want(t, http.StatusConflict, "Người khác vừa lưu bản mới hơn",
		"<td data-label=\"Đang lưu\">12/QĐ-UBND</td><td data-label=\"Đã nhập\">14/QĐ-UBND</td>",
		`name="version" value="2"`, `value="14/QĐ-UBND"`)
}

// What a preview promised is what is sorted: where the catalogue moved meanwhile it is shown anew, with what was typed.
func TestSortBulk_MovedMeanwhile(t *testing.T) {
	t.Parallel()
	office := webtest.OpenSite(t).As("office")
	form := []string{"codes", "1.001193 1.004873", "ours", "shared", "reason", "thử", "confirmed", "1.001193"}
	office.Post("/danh-muc/phan-loai", form...).Want(t, http.StatusConflict,
		"Danh mục vừa thay đổi", "2 thủ tục sẽ chuyển", `value="thử"`, `value="1.001193 1.004873"`)
	r := office.Post("/danh-muc/phan-loai", webtest.With(form, "confirmed", "1.001193 1.004873")...)
	if r.Status != http.StatusSeeOther {
		t.Fatalf("sorting: %d", r.Status)
	}
	office.Get(r.Header.Get("Location")).Want(t, http.StatusOK, "Đã phân loại 2 thủ tục.")
}

var (
	idOf     = regexp.MustCompile(`\sid="([^"]+)"`)
	labelFor = regexp.MustCompile(`<label[^>]* for="([^"]+)"`)
	control  = regexp.MustCompile(`<(?:input|select|textarea)\b[^>]*>`)
)

// On the form of a procedure an id stands once, and every field has a label of its own.
func TestProcedureForm_NamesEveryField(t *testing.T) {
	t.Parallel()
	office := webtest.OpenSite(t).As("office")
	for _, address := range []string{"/thu-tuc/1.004873/sua", "/danh-muc/them"} {
		_, form, _ := strings.Cut(office.Get(address).Body, "<main")
		ids, labels := map[string]int{}, map[string]bool{}
		for _, m := range idOf.FindAllStringSubmatch(form, -1) {
			ids[m[1]]++
			if ids[m[1]] == 2 {
				t.Errorf("%s: id %q stands twice", address, m[1])
			}
		}
		for _, m := range labelFor.FindAllStringSubmatch(form, -1) {
			labels[m[1]] = true
		}
		for _, tag := range control.FindAllString(form, -1) {
			if id := idOf.FindStringSubmatch(tag); !strings.Contains(tag, `type="hidden"`) &&
				(id == nil || !labels[id[1]]) {
				t.Errorf("%s: %s has no label", address, tag)
			}
		}
	}
}
