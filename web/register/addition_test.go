package register_test

import (
	"net/http"
	"strings"
	"testing"

	"rasoat/review"
	"rasoat/tools/webtest"
	"rasoat/value"
	"rasoat/web/page"
)

// openRequest gives the plan of 2025 a request for additions that has not gone out.
func openRequest(t *testing.T, s *webtest.Site) (plan review.PlanID, version func() int) {
	t.Helper()
	office, err := s.App.Person(t.Context(), "office")
	if err != nil {
		t.Fatal(err)
	}
	plan, err = s.App.CopyPlan(t.Context(), office, "kh-29-2024", 2025, func(p *review.Plan) {
		p.Number, p.Date = "31/KH-UBND", value.MustDate("2024-07-10")
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.App.PutPlanInForce(t.Context(), office, plan, 1, value.MustDate("2024-07-10")); err != nil {
		t.Fatal(err)
	}
	return plan, func() int {
		b, err := s.App.Additions(t.Context(), string(plan))
		if err != nil {
			t.Fatal(err)
		}
		return b.Version
	}
}

// What is asked for is saved and said; a second form from the same page is shown beside what was saved, nothing that
// was typed or ticked is lost.
func TestSaveAdditions(t *testing.T) {
	t.Parallel()
	site := webtest.OpenSite(t)
	office := site.As("office")
	plan, version := openRequest(t, site)
	shown := office.Get("/bo-sung?chon-add=hien&" + page.PlanParam + "=" + string(plan)).Body
	if n := strings.Count(shown, `name="add"`); n < 2 || strings.Count(shown, " checked> ") != n {
		t.Errorf("not all of %d procedures are ticked", n)
	}
	first := []string{"plan", string(plan), "version", "0", "add", "TB-01"}
	r := office.Post("/bo-sung", first...)
	if r.Status != http.StatusSeeOther || version() != 1 {
		t.Fatalf("saved with %d, version %d", r.Status, version())
	}
	office.Get(r.Header.Get("Location")).Want(t, http.StatusOK, "Đã lưu đề nghị: 1 thủ tục.", `value="TB-01"`)
	row := []string{"plan", string(plan), "version", "1", "items[0].procedure", "TB-01"}
	r = office.Post("/bo-sung", append(row, "items[0].reason", "Phát sinh hằng tháng.")...)
	if r.Status != http.StatusSeeOther {
		t.Fatalf("saved with %d", r.Status)
	}
	clash := office.Post("/bo-sung", append(row, "items[0].reason", "Nhiều người hỏi.", "add", "TB-02")...)
	clash.Want(t, http.StatusConflict, "vừa lưu bản mới hơn", "Phát sinh hằng tháng.", "Nhiều người hỏi.</textarea>",
		`name="items[1].procedure" value="TB-02"`, `name="version" value="2"`)
	if version() != 2 {
		t.Errorf("version %d, want 2", version())
	}
	refused := office.Post("/bo-sung/phat-hanh", "plan", string(plan), "version", "2", "number", "31/TTr-UBND",
		"date", "31/6/2024")
	refused.Want(t, http.StatusUnprocessableEntity, "“31/6/2024” không phải ngày", `value="31/TTr-UBND"`,
		"Phát sinh hằng tháng.</textarea>")
	old := office.Post("/bo-sung/phat-hanh", "plan", string(plan), "version", "1", "number", "31/TTr-UBND",
		"date", "12/7/2024")
	old.Want(t, http.StatusConflict, "vừa lưu bản mới hơn", `value="31/TTr-UBND"`)
}

// A list handed down twice by the same form of a page is taken in once, and a draft made of its line too.
func TestHandedList_Twice(t *testing.T) {
	t.Parallel()
	site := webtest.OpenSite(t)
	office := site.As("office")
	plan, version := openRequest(t, site)
	at := "/bo-sung?" + page.PlanParam + "=" + string(plan)
	send := func(path, says string, form ...string) {
		t.Helper()
		before := version()
		form = append(form, "plan", string(plan), page.NumberField, formNumber(office, at))
		first, second := office.Post(path, form...), office.Post(path, form...)
		if first.Status != http.StatusSeeOther || second.Status != http.StatusSeeOther || version() != before+1 {
			t.Errorf("%s: %d and %d, version %d after %d", path, first.Status, second.Status, version(), before)
		}
		if body := office.Get(second.Header.Get("Location")).Body; !strings.Contains(body, says) {
			t.Errorf("%s: the next page does not say %q", path, says)
		}
	}
	send("/bo-sung/danh-muc", "Đã nhận danh mục gửi về: Công văn 221.", "version", "0", "from", "Công văn 221",
		"table", "STT\tTên thủ tục\n1\tLấy mẫu nước giếng khoan\n")
	send("/bo-sung/soan", "Đã soạn 1 dự thảo và đưa vào đề nghị.", "version", "1", "line", "0")
	old := []string{"plan", string(plan), "version", "1", "from", "Công văn 300", "table", "Tên thủ tục\nX"}
	office.Post("/bo-sung/danh-muc", old...).
		Want(t, http.StatusConflict, "Công văn 221", `value="Công văn 300"`, "Tên thủ tục\nX</textarea>")
}

// Nobody is shown a form of the request whose sending would be refused: who may not change it reads it, and once it
// went out nobody changes it.
func TestAdditions_FormsOfWhoMay(t *testing.T) {
	t.Parallel()
	site := webtest.OpenSite(t)
	plan, _ := openRequest(t, site)
	office := site.As("office")
	at, old := "/bo-sung?"+page.PlanParam+"="+string(plan), "/bo-sung?"+page.PlanParam+"=kh-29-2024"
	office.Post("/bo-sung", "plan", string(plan), "version", "0", "items[0].procedure", "TB-01",
		"items[0].reason", "Phát sinh hằng tháng.")
	office.Post("/bo-sung/danh-muc", "plan", string(plan), "version", "1", "from", "Công văn 221",
		"table", "STT\tTên thủ tục\n1\tLấy mẫu nước giếng khoan\n")
	for _, tt := range []struct {
		who, at string
		forms   string // the addresses that its forms are sent to
	}{
		{"office", at, "/bo-sung/soan /bo-sung/danh-muc /bo-sung /bo-sung/phat-hanh"},
		{"chairman", at, "/bo-sung/phat-hanh"},
		{"reviewer", at, ""},
		{"office", old, "/bo-sung/cong-bo"},
		{"chairman", old, ""},
		{"reviewer", old, ""},
	} {
		body := site.As(tt.who).Get(tt.at).Body
		var forms []string
		for _, form := range strings.Split(body, `<form method="post" action="/bo-sung`)[1:] {
			address, _, _ := strings.Cut(form, `"`)
			forms = append(forms, "/bo-sung"+address)
		}
		if got := strings.Join(forms, " "); got != tt.forms {
			t.Errorf("%s at %s: forms to %q, want %q", tt.who, tt.at, got, tt.forms)
		}
		if tt.at == at && !strings.Contains(body, "Phát sinh hằng tháng.") {
			t.Errorf("%s does not read the reason", tt.who)
		}
	}
}
