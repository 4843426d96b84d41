package register_test

import (
	"net/http"
	"strings"
	"testing"

	"rasoat/tools/webtest"
	"rasoat/web/page"
)

// A petition that is another body's is sent on, after a page of answers; its sender sees who has it.
func TestForwardFeedback_Page(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	sent := office.Post("/phan-anh/them", "text", "Cấp đổi sổ đỏ chậm.", "received", "14/7/2024", "channel",
		"telephone")
	at := sent.Header.Get("Location")
	typed := []string{"version", "1", "forward_kind", "rule", "to", "", "forwarded_on", "16/7/2024", "paper", "15/UBND-VP"}
	r := office.Post(at+"/chuyen", typed...)
	if r.Status != http.StatusUnprocessableEntity {
		t.Fatalf("nobody and tomorrow: %d", r.Status)
	}
	r.Want(t, 422, "Chưa ghi cơ quan có thẩm quyền nhận phản ánh", `value="15/UBND-VP"`, `value="16/7/2024"`)
	typed[5], typed[7] = "Văn phòng Đăng ký đất đai", "15/7/2024"
	if r = office.Post(at+"/chuyen", typed...); r.Status != http.StatusOK {
		t.Fatalf("the page of answers: %d", r.Status)
	}
	r.Want(t, 200, "Kiểm tra trước khi ghi nhận đã chuyển", "Văn phòng Đăng ký đất đai")
	if r = office.Post(at+"/chuyen", append(typed, page.CheckField,
		page.CheckYes)...); r.Status != http.StatusSeeOther {
		t.Fatalf("sent on: %d", r.Status)
	}
	office.Get(at).Want(t, 200, "đã chuyển cơ quan có thẩm quyền", "Văn phòng Đăng ký đất đai, 15/7/2024 (15/UBND-VP)")
	if list := office.Get("/phan-anh").Body; !strings.Contains(list, "Văn phòng Đăng ký đất đai") {
		t.Error("the list does not say to whom")
	}
}

// What was verified about conduct, and what followed, is kept and can be said again; a petition about a rule has none.
func TestVerifyFeedback_Page(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	found := []string{"version", "4", "finding", "confirmed", "verified_on", "15/7/2024", "verified_text", "Đúng như phản ánh."}
	r := office.Post("/phan-anh/2/xac-minh", found...)
	if r.Status != http.StatusUnprocessableEntity {
		t.Fatalf("nothing followed: %d", r.Status)
	}
	r.Want(t, 422, "Chưa ghi việc xử lý sau xác minh", "Đúng như phản ánh.")
	if r = office.Post("/phan-anh/2/xac-minh", append(found, "followed",
		"Phê bình trước cơ quan.")...); r.Status != 303 {
		t.Fatalf("verified: %d", r.Status)
	}
	office.Get("/phan-anh/2").Want(t, 200, "Đúng, 15/7/2024. Đúng như phản ánh.", "Phê bình trước cơ quan.")
	if body := office.Get("/phan-anh/1").Body; strings.Contains(body, "/phan-anh/1/xac-minh") {
		t.Error("a petition about a rule can be verified")
	}
}
