package plan_test

import (
	"net/http"
	"strings"
	"testing"

	"rasoat/app"
	"rasoat/tools/webtest"
	"rasoat/value"
	"rasoat/web/page"
)

// startSite is a commune that went through the first start; its administrator is signed in.
func startSite(t *testing.T) (*webtest.Site, *webtest.Client) {
	t.Helper()
	s := webtest.OpenEmptySite(t)
	token, err := s.App.OpenSetup(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.App.FinishSetup(t.Context(), token, app.Setup{
		Commune: app.Commune{
			Kind:     "phường",
			Name:     "Cao Lãnh",
			Superior: "UBND tỉnh Đồng Tháp",
			Signer:   "Trần Thị Mai",
		},
		Year:     2024,
		Admin:    app.Account{Name: "quan.tri"},
		Password: "hoa gạo tháng ba",
	})
	if err != nil {
		t.Fatal(err)
	}
	c := s.Visitor()
	c.Post(page.SignInPath, "username", "quan.tri", "password", "hoa gạo tháng ba").Want(t, http.StatusSeeOther)
	return s, c
}

// first is what a first plan says of itself.
var first = []string{
	"cach", "pattern", "number", "12/KH-UBND", "date", "02/4/2024", "year", "2024", "title", "Cải cách năm 2024",
	"signer", "Trần Thị Mai", "superior", "UBND tỉnh Đồng Tháp", "references[0].number", "88/KH-UBND",
	"references[0].date", "01/3/2024", "references[0].issuer", "UBND tỉnh Đồng Tháp",
}

// Until it is answered no plan is shown, and pages about one say what to do; a pattern is taken over with the commune's
// own number, day, signer and references, once.
func TestStart(t *testing.T) {
	s, c := startSite(t)
	none := c.Get("/ra-soat")
	none.Want(t, http.StatusNotFound, "Chưa khai kế hoạch", page.PlanStartPath, "<title>Chưa khai kế hoạch")
	if strings.Contains(none.Body, "404") {
		t.Error("a plain page is headed 404")
	}
	c.Get(page.PlansPath).Want(t, http.StatusOK, page.PlanStartPath)
	c.Get(page.PlanStartPath).
		Want(t, http.StatusOK, "Dùng kế hoạch mẫu", "Bắt đầu kế hoạch trống", "Xem kế hoạch trong tệp")
	form := c.Get(page.PlanStartPath + "?cach=pattern")
	form.Want(t, http.StatusOK, "104/QĐ-TTg", "Trần Thị Mai", "UBND tỉnh Đồng Tháp")
	c.Post(page.PlanStartPath, webtest.With(first, "number", " ")...).
		Want(t, http.StatusUnprocessableEntity, "Chưa ghi số kế hoạch", "88/KH-UBND")
	c.Post(page.PlanStartPath, webtest.With(first, "do", "add.references")...).Want(t, http.StatusOK, "88/KH-UBND")
	if has, _ := s.App.HasPlan(t.Context()); has {
		t.Fatal("a refused form was stored")
	}
	c.Post(page.PlanStartPath, first...).Want(t, http.StatusSeeOther)
	p, _, err := s.App.Plan(t.Context(), "")
	if err != nil || p.ID != "kh-12-2024" || p.Issuer != "Ủy ban nhân dân phường Cao Lãnh" || len(p.Indicators) != 13 ||
		len(p.References) != 1 || p.CopiedFrom != "" || p.Begins() != value.MustDate("2024-04-02") {
		t.Errorf("%+v %v", p, err)
	}
	c.Post(page.PlanStartPath, webtest.With(first, "number", "13/KH-UBND")...).
		Want(t, http.StatusUnprocessableEntity, "Kế hoạch 12/KH-UBND đã được khai")
	if r := c.Get(page.PlanStartPath); r.Status != http.StatusSeeOther {
		t.Errorf("asked again: %d", r.Status)
	}
}

// An empty plan has its campaigns and nothing else; a plan under the pattern's own number takes its place, and what
// stood there before is in no history.
func TestStart_Empty(t *testing.T) {
	s, c := startSite(t)
	c.Get(page.PlanStartPath+"?cach=empty").Want(t, http.StatusOK, "Kế hoạch trống")
	c.Post(page.PlanStartPath, webtest.With(first, "cach", "empty", "number", "29/KH-UBND")...).
		Want(t, http.StatusSeeOther)
	p, _, err := s.App.Plan(t.Context(), "")
	if err != nil || p.ID != "kh-29-2024" || len(p.Campaigns) != 2 || len(p.Indicators)+len(p.Targets) != 0 {
		t.Errorf("%+v %v", p, err)
	}
	r := c.Get("/ke-hoach/kh-29-2024")
	r.Want(t, http.StatusOK, "29/KH-UBND")
	if strings.Contains(r.Body, "Vĩnh") || strings.Contains(r.Body, "Võ Văn") {
		t.Error("the history says what the pattern was")
	}
}

// The file of another commune's plan is a pattern; what is no such file is refused with a sentence.
func TestStart_File(t *testing.T) {
	file := webtest.OpenSite(t).As("reviewer").Get("/ke-hoach/kh-29-2024/tep")
	file.Want(t, http.StatusOK, `"number": "29/KH-UBND"`)
	s, c := startSite(t)
	c.Upload(page.PlanStartPath, "", "", "", "cach", "file").Want(t, http.StatusUnprocessableEntity, "Chọn một tệp")
	c.Upload(page.PlanStartPath, "file", "x.json", `{"number":"1","colour":"red"}`, "cach", "file").
		Want(t, http.StatusUnprocessableEntity, "Tệp này không phải tệp kế hoạch")
	r := c.Upload(page.PlanStartPath, "file", "x.json", file.Body, "cach", "file")
	r.Want(t, http.StatusOK, "104/QĐ-TTg", `name="tep"`)
	if strings.Contains(r.Body, `value="Võ Văn Tuấn"`) {
		t.Error("another commune's signer is offered")
	}
	c.Post(page.PlanStartPath, webtest.With(first, "cach", "file", "tep", file.Body)...).Want(t, http.StatusSeeOther)
	p, _, err := s.App.Plan(t.Context(), "")
	if err != nil || p.ID != "kh-12-2024" || len(p.Indicators) != 13 || p.Duties[0].To == "UBND huyện Vĩnh Linh" {
		t.Errorf("%+v %v", p.ID, err)
	}
}
