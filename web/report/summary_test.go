package report_test

import (
	"net/http"
	"strings"
	"testing"

	"rasoat/tools/webtest"
	"rasoat/value"
	"rasoat/web/page"
)

// Parts I, III and IV are written beside what the program knows, each campaign by itself, and printed where they
// belong; what is missing is named until it is written, and what issuing does to the plan's dates is said.
func TestSummary(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	const at = "/bao-cao/tong-hop?dot=internal-b"
	by, err := s.App.Person(t.Context(), "office")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.App.MarkDone(t.Context(), by, "", "D1", "", value.Date{}); err != nil {
		t.Fatal(err)
	}
	office.Get(at).Want(t, http.StatusOK, "Danh mục rà soát có 12 thủ tục", "kết quả đạt được",
		"Không mốc nào của kế hoạch", `name="summary-internal-b-results.text"`)
	office.Get("/bao-cao/tong-hop").Want(t, http.StatusOK, "chưa hoàn thành: mới rà soát ")
	form := []string{"plan", "kh-29-2024", "dot", "internal-b",
		"summary-internal-b-results.version", "0", "summary-internal-b-results.text", "Đã rà soát đúng hạn.",
		"summary-internal-b-causes.version", "0", "summary-internal-b-causes.text", ""}
	if r := office.Post("/bao-cao/tong-hop", form...); r.Header.Get("Location") != at {
		t.Fatal(r.Status, r.Body)
	}
	r := office.Get(at)
	r.Want(t, http.StatusOK, "Đã lưu lúc ", "Đã rà soát đúng hạn.</textarea>")
	if strings.Contains(r.Body, "kết quả đạt được;") {
		t.Error("what was written is still missing")
	}
	office.Get("/bao-cao/review-summary?dot=internal-b").Want(t, http.StatusOK, "Đã rà soát đúng hạn.")
	if strings.Contains(office.Get("/bao-cao/review-summary").Body, "Đã rà soát đúng hạn.") {
		t.Error("the report on all campaigns prints the words on one")
	}
	s.As("reviewer").Post("/bao-cao/tong-hop", webtest.With(form, "summary-internal-b-results.text", "Khác.")...).
		Want(t, http.StatusConflict, `data-label="Đang lưu">Đã rà soát đúng hạn.</td>`, "Khác.</textarea>")
	office.Get("/bao-cao/tong-hop?dot=khong-co").Want(t, http.StatusBadRequest)
	r = s.As("chairman").Get(at)
	r.Want(t, http.StatusOK, "Đã rà soát đúng hạn.", `action="/bao-cao/phat-hanh"`)
	if strings.Contains(r.Body, `action="/bao-cao/tong-hop"`) {
		t.Error("the chairman may write")
	}
}

// What a script sends after a pause is kept like by the button: the page stays, goes on, and never meets itself; what
// is wrong, and what somebody else wrote, is not kept.
func TestSaveMonth_Draft(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	draft := func(text, opened string) webtest.Response {
		form := place("direction", "0", "direction.text", text, "trang", opened, "tu-luu", "1")
		return office.Post(page.MonthPath, form...)
	}
	for _, text := range []string{"Đang", "Đang viết", "Đang viết", "Đang"} {
		if r := draft(text, "p1"); r.Status != http.StatusOK || !strings.HasPrefix(r.Body, "Đã lưu lúc ") {
			t.Fatalf("%q: %d %.200s", text, r.Status, r.Body)
		}
	}
	office.Get(monthPage).Want(t, http.StatusOK, "Đang</textarea>", "data-draft")
	if r := draft("Ai khác", "p2"); r.Status != http.StatusConflict {
		t.Errorf("another page: %d, want a conflict", r.Status)
	}
	done := place("direction", "0", "direction.text", "Xong.", "trang", "p1")
	if r := office.Post(page.MonthPath, done...); r.Status != http.StatusSeeOther {
		t.Errorf("by the button after drafts: %d", r.Status)
	}
	wrong := place("direction", "0", "direction.text", "x", "month", "2024-07", "trang", "p1", "tu-luu", "1",
		taskField+"version", "0", taskField+"state", "§ sai")
	if r := office.Post(page.MonthPath, wrong...); r.Status != http.StatusUnprocessableEntity {
		t.Errorf("a draft with something wrong: %d", r.Status)
	}
}
