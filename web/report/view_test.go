package report_test

import (
	"archive/zip"
	"bytes"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"rasoat/tools/webtest"
	"rasoat/web/page"
)

// fileName is the name under which a browser keeps what came.
func fileName(t *testing.T, r webtest.Response) string {
	t.Helper()
	_, name, _ := strings.Cut(r.Header.Get("Content-Disposition"), "filename*=UTF-8''")
	name, err := url.PathUnescape(name)
	if err != nil {
		t.Fatal(err)
	}
	return name
}

// holdsPart reports whether a document has a part of that name.
func holdsPart(t *testing.T, document, part string) bool {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader([]byte(document)), int64(len(document)))
	if err != nil {
		t.Fatal(err)
	}
	_, err = z.Open(part)
	return err == nil
}

// Every report comes as a page, as Word and as Excel; its file says what it is, whose and of which day.
func TestView(t *testing.T) {
	office := webtest.OpenSite(t).As("office")
	for _, tt := range []struct{ address, query, file string }{
		{"review-summary", "", "Báo cáo kết quả rà soát xã Vĩnh Chấp 2024-07-15"},
		{"review-summary", "?dot=internal-b", "Báo cáo kết quả rà soát TTHC nội bộ nhóm B xã Vĩnh Chấp 2024-07-15"},
		{"review-summary", "?ngay=01/7/2024", "Báo cáo kết quả rà soát xã Vĩnh Chấp 2024-07-01"},
		{"monthly", "?thang=2024-06", "Báo cáo tháng xã Vĩnh Chấp 2024-06 2024-07-15"},
	} {
		printed := office.Get("/bao-cao/" + tt.address + tt.query)
		printed.Want(t, http.StatusOK, "<!doctype html>", "Vĩnh Chấp")
		if got := printed.Header.Get("Content-Security-Policy"); !strings.HasPrefix(got, "default-src 'none'") {
			t.Errorf("%s: the page may load by %q", tt.address, got)
		}
		for ending, part := range map[string]string{"docx": "word/document.xml", "xlsx": "xl/workbook.xml"} {
			r := office.Get("/bao-cao/" + tt.address + "." + ending + tt.query)
			r.Want(t, http.StatusOK)
			if got := fileName(t, r); got != tt.file+"."+ending {
				t.Errorf("%s: the file is called %q, want %q", tt.address, got, tt.file+"."+ending)
			}
			if !holdsPart(t, r.Body, part) {
				t.Errorf("%s.%s has no %s", tt.address, ending, part)
			}
			if r.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("%s.%s is kept by browsers", tt.address, ending)
			}
		}
	}
}

func TestView_Refused(t *testing.T) {
	office := webtest.OpenSite(t).As("office")
	for address, want := range map[string]int{
		"/bao-cao/khong-co":                         http.StatusNotFound,
		"/bao-cao/review-summary.pdf":               http.StatusNotFound,
		"/bao-cao/review-summary.":                  http.StatusNotFound,
		"/bao-cao/review-summary?dot=khong-co":      http.StatusBadRequest,
		"/bao-cao/review-summary?ke-hoach=k":        http.StatusNotFound,
		"/bao-cao/review-summary?ngay=31/6/2024":    http.StatusBadRequest,
		"/bao-cao/monthly?thang=2024-13":            http.StatusBadRequest,
		"/bao-cao/monthly.docx?thang=thang%20bảy":   http.StatusBadRequest,
		"/bao-cao/da-phat-hanh/99":                  http.StatusNotFound,
		"/bao-cao/da-phat-hanh/9223372036854775808": http.StatusNotFound,
		"/bao-cao/da-phat-hanh/một":                 http.StatusNotFound,
	} {
		office.Get(address).Want(t, want, "<h1")
	}
}

// What went out is handed out as it went out, whatever changes afterwards.
func TestIssuedFile(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	r := passCheck(t, office, "/bao-cao-thang/phat-hanh",
		[]string{"plan", "kh-29-2024", "month", "2024-06", "number", "46", "date", "15/7/2024"})
	if r.Status != http.StatusSeeOther {
		t.Fatal(r.Status, r.Body)
	}
	list, err := s.App.IssuedReports(t.Context(), "kh-29-2024")
	if err != nil || len(list) == 0 {
		t.Fatal(list, err)
	}
	address := page.IssuedHref(list[0].ID)
	first := office.Get(address)
	first.Want(t, http.StatusOK)
	const name = "Tình hình, kết quả thực hiện nhiệm vụ cải cách thủ tục hành chính tháng 6 năm 2024 số 46.docx"
	if got := fileName(t, first); got != name {
		t.Errorf("the file is called %q", got)
	}
	if !holdsPart(t, first.Body, "word/document.xml") {
		t.Error("no Word document")
	}
	later := webtest.With(place("direction", "0", "direction.text", "Viết sau."), "month", "2024-06")
	office.Post(page.MonthPath, later...)
	if again := office.Get(address); again.Body != first.Body {
		t.Error("an issued report changed")
	}
	s.Visitor().Get(address).Want(t, http.StatusSeeOther)
}

// A report is seen within the frame, with a way back, to where it is written and to its files; the paper alone may be
// shown by this site and no other.
func TestPreview(t *testing.T) {
	office := webtest.OpenSite(t).As("office")
	for _, tt := range []struct{ address, write, title string }{
		{"monthly?thang=2024-06", page.MonthPath + "?thang=2024-06", "Báo cáo tháng"},
		{"review-summary?dot=public", "/bao-cao/tong-hop?dot=public", "Báo cáo kết quả rà soát"},
		{"form-03", "/bao-cao", "03"},
	} {
		r := office.Get("/bao-cao/xem/" + tt.address)
		kind, query, _ := strings.Cut(tt.address, "?")
		if query != "" {
			query = "?" + query
		}
		r.Want(t, http.StatusOK, "<main", "<h1>", tt.title, `href="`+tt.write+`"`,
			`<iframe class="paper" src="/bao-cao/`+kind+query,
			`href="/bao-cao/`+kind+`.docx`+query)
		paper := office.Get("/bao-cao/" + tt.address)
		if got := paper.Header.Get("X-Frame-Options"); got != "SAMEORIGIN" {
			t.Errorf("%s: the paper may be shown by %q", tt.address, got)
		}
	}
	office.Get("/bao-cao/xem/khong-co").Want(t, http.StatusNotFound)
}

// What people write of a report stands beside its paper: it is saved there and the paper says it; what comes too
// late comes back there as it was typed. Who may only read has no form.
func TestPreview_Beside(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	const at = "/bao-cao/xem/monthly?thang=2024-06"
	office.Get(at).Want(t, http.StatusOK, `class="beside"`, `data-paper`, `name="direction.text"`, "#phat-hanh")
	typed := webtest.With(place("direction", "0", "direction.text", "Đôn đốc rà soát."), "month", "2024-06",
		"ben-ban-in", "1")
	if r := office.Post(page.MonthPath, typed...); r.Status != http.StatusSeeOther || r.Header.Get("Location") != at {
		t.Errorf("saved: %d, to %q", r.Status, r.Header.Get("Location"))
	}
	office.Get("/bao-cao/monthly?thang=2024-06").Want(t, http.StatusOK, "Đôn đốc rà soát.")
	late := webtest.With(typed, "direction.text", "Bản của người chậm hơn.") // begun before the other was saved
	office.Post(page.MonthPath, late...).Want(t, http.StatusConflict, `class="beside"`, "Bản của người chậm hơn.")
	r := s.As("chairman").Get("/bao-cao/xem/review-summary?dot=public")
	r.Want(t, http.StatusOK, `class="beside"`)
	if strings.Contains(r.Body, "data-draft") {
		t.Error("who may not write has a form")
	}
}
