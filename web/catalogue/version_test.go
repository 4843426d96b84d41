package catalogue_test

import (
	"net/http"
	"strings"
	"testing"

	"rasoat/app"
	"rasoat/tools/webtest"
)

// A single version is not compared with itself; of two the newer leads to what it changed.
func TestVersions_Compared(t *testing.T) {
	s := webtest.OpenSite(t)
	citizen := s.Visitor()
	const page = "/thu-tuc/1.004873/phien-ban"
	r := citizen.Get(page)
	r.Want(t, http.StatusOK, "hiện hành")
	for _, offer := range []string{"So sánh", "so-sanh", `type="radio"`} {
		if strings.Contains(r.Body, offer) {
			t.Errorf("the page of one version offers %q", offer)
		}
	}
	v, err := s.App.Procedure(t.Context(), app.Reader{}, "1.004873")
	if err != nil {
		t.Fatal(err)
	}
	p := v.Procedure
	p.Note = "Trả kết quả tại nhà"
	if _, err := s.App.EditProcedure(t.Context(), app.CommandPerson, p.Code, p, "theo quyết định", 1); err != nil {
		t.Fatal(err)
	}
	r = citizen.Get(page)
	r.Want(t, http.StatusOK, "So sánh hai bản", `href="/thu-tuc/1.004873/so-sanh?from=1&amp;to=2"`)
	if strings.Contains(r.Body, "from=1&amp;to=1") {
		t.Error("the first version is compared with itself")
	}
}

// A number without a unit is said as the source wrote it, with what is known beside it, and never as a time.
func TestBareLimit(t *testing.T) {
	citizen := webtest.OpenSite(t).Visitor()
	for _, page := range []string{"/thu-tuc/1.001022", "/?q=1.001022", "/doi-song/co-con-nho"} {
		r := citizen.Get(page)
		r.Want(t, http.StatusOK, "thời hạn ghi “3”")
		if strings.Contains(r.Body, "chưa ghi đơn vị tính)") {
			t.Errorf("%s names the missing unit in brackets", page)
		}
	}
	citizen.Get("/thu-tuc/1.001022").Want(t, http.StatusOK, "nguồn chưa ghi đơn vị tính; hỏi nơi nộp hồ sơ")
	citizen.Get("/thu-tuc/1.001193").Want(t, http.StatusOK, "hồ sơ nhận sau 15 giờ")
}
