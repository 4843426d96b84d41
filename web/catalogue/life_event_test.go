package catalogue_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"rasoat/app"
	"rasoat/catalog"
	"rasoat/tools/webtest"
)

// An event of a life shows its procedures in order; those that the commune holds are links, the others are named.
func TestLifeEvent(t *testing.T) {
	s := webtest.OpenSite(t)
	citizen := s.Visitor()
	citizen.Get("/").Want(t, http.StatusOK, `href="/doi-song/co-con-nho"`, "Có con nhỏ")
	r := citizen.Get("/doi-song/ket-hon")
	r.Want(t, http.StatusOK, "<h1>Kết hôn</h1>", `<meta name="description" content="Kết hôn`, "ngày hôn nhân bắt đầu")
	var order []string
	for _, m := range regexp.MustCompile(`href="/thu-tuc/([^"]+)"`).FindAllStringSubmatch(r.Body, -1) {
		order = append(order, m[1])
	}
	want := "1.004873 1.000894 1.000593 2.000806 1.000094 2.002189 1.004222"
	if got := strings.Join(order, " "); got != want {
		t.Errorf("the procedures stand in the order %s, want %s", got, want)
	}
	v, err := s.App.Procedure(t.Context(), app.Reader{Official: true}, "1.004222")
	if err != nil {
		t.Fatal(err)
	}
	p := v.Procedure
	p.Status = catalog.Repealed
	if _, err := s.App.EditProcedure(t.Context(), app.CommandPerson, p.Code, p, "bãi bỏ", v.Number); err != nil {
		t.Fatal(err)
	}
	r = citizen.Get("/doi-song/ket-hon")
	r.Want(t, http.StatusOK, "Đăng ký thường trú", "chưa có trong danh mục của xã")
	if strings.Contains(r.Body, "/thu-tuc/1.004222") {
		t.Error("a procedure that citizens may not see is a link")
	}
	citizen.Get("/doi-song/di-my").Want(t, http.StatusNotFound)
	citizen.Get("/?q=dam+cuoi").Want(t, http.StatusOK, `<a href="/doi-song/ket-hon">Kết hôn</a>`)
	citizen.Get("/api/v1/suggest?events=1&q=dam+cu").Want(t, http.StatusOK,
		`{"text":"Kết hôn","kind":"event","href":"/doi-song/ket-hon"}`)
	if body := citizen.Get("/api/v1/suggest?q=dam+cu").Body; strings.Contains(body, "event") {
		t.Errorf("who does not ask for events gets them: %s", body)
	}
	if body := citizen.Get("/?q=dang+ky+khai+sinh").Body; strings.Contains(body, "/doi-song/") {
		t.Error("a question about one procedure leads to an event")
	}
}
