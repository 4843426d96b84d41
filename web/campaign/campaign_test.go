package campaign_test

import (
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/tools/webtest"
	"rasoat/value"
	"rasoat/viet"
	"rasoat/web/campaign"
)

const (
	boardAddress = "/ra-soat/kh-29-2024/internal-b"
	planAddress  = boardAddress + "/ke-hoach"
)

// reads says what must and what must not stand on a page.
func reads(t *testing.T, r webtest.Response, status int, want []string, not ...string) {
	t.Helper()
	if r.Status != status {
		t.Fatalf("status %d, want %d: %.400s", r.Status, status, r.Body)
	}
	for _, w := range want {
		if !strings.Contains(r.Body, w) {
			t.Errorf("the page does not say %q", w)
		}
	}
	for _, n := range not {
		if strings.Contains(r.Body, n) {
			t.Errorf("the page says %q", n)
		}
	}
}

// A board shows what its address asks for; the totals stay those of the whole list.
func TestBoard_Filters(t *testing.T) {
	s := webtest.OpenSite(t)
	v := s.As("reviewer")
	b, err := s.App.CampaignBoard(t.Context(), "", review.CampaignInternalB)
	if err != nil {
		t.Fatal(err)
	}
	total := viet.Number(int64(b.Decided.Total.Saving.Or(-1)))
	tests := []struct {
		query     string
		want, not []string
	}{
		{"", []string{">NB-01<", ">NB-12<", total}, []string{"Bỏ lọc"}},
		{"", []string{`class="course"`, "; 15/7/2024: đã rà soát 8/12; hạn 09/8/2024", ">8/12 đã rà soát<"}, nil},
		{"?trang-thai=submitted", []string{">NB-03<", ">NB-10<", "Hiện 2/12", total, "Bỏ lọc"}, []string{">NB-01<"}},
		{"?nguoi=-", []string{">NB-12<", "Hiện 1/12"}, []string{">NB-03<"}},
		{
			"?nguoi=reviewer&trang-thai=returned",
			[]string{"Hiện 0/12", "Không có thủ tục nào hợp với điều kiện lọc", total},
			[]string{">NB-03<"},
		},
	}
	for _, tt := range tests {
		t.Run(
			tt.query,
			func(t *testing.T) { reads(t, v.Get(boardAddress+tt.query), http.StatusOK, tt.want, tt.not...) },
		)
	}
	for _, path := range []string{"/ra-soat/kh-29-2024/internal-a", "/ra-soat/kh-0/internal-b",
		"/ra-soat/kh-29-2024/internal-a/ke-hoach"} {
		if r := v.Get(path); r.Status != http.StatusNotFound {
			t.Errorf("%s: %d", path, r.Status)
		}
	}
}

// Two people save the same review plan: the second sees both, has everything typed still, and may save again.
func TestReviewPlan_Conflict(t *testing.T) {
	s := webtest.OpenSite(t)
	b, err := s.App.CampaignBoard(t.Context(), "", review.CampaignInternalB)
	if err != nil {
		t.Fatal(err)
	}
	send := func(version, due, why string) webtest.Response {
		return s.As("office").
			Post(planAddress, "version", version, "procedures[0].code", "NB-01", "procedures[0].why", why,
				"procedures[0].officer", "reviewer", "procedures[0].due", due, "procedures[0].product", "Biểu mẫu 02")
	}
	stands := strconv.Itoa(b.Version)
	reads(
		t,
		send(stands, "40/7/2024", "Lý do một"),
		http.StatusUnprocessableEntity,
		[]string{"“40/7/2024” không phải ngày", "Lý do một", `value="` + stands + `"`},
	)
	if r := send(stands, "18/7/2024", "Lý do một"); r.Status != http.StatusSeeOther {
		t.Fatalf("%d: %s", r.Status, r.Body)
	}
	next := send(stands, "19/7/2024", "Lý do hai")
	reads(t, next, http.StatusConflict, []string{
		"Lý do hai</textarea>", `value="19/7/2024"`, `data-label="Đang lưu">Lý do một</td>`,
		`data-label="Đang lưu">18/7/2024</td>`,
		"Người khác vừa lưu bản mới hơn",
	}, `value="`+stands+`"`)
	reads(t, s.As("office").Get(planAddress), http.StatusOK, []string{"Lý do một"}, "Đã lưu kế hoạch rà soát")
	after, err := s.App.CampaignBoard(t.Context(), "", review.CampaignInternalB)
	if err != nil || after.Lines[0].Of.Item.Why != "Lý do một" {
		t.Fatalf("stored %q, %v", after.Lines[0].Of.Item.Why, err)
	}
	if r := send(strconv.Itoa(after.Version), "19/7/2024", "Lý do hai"); r.Status != http.StatusSeeOther {
		t.Errorf("saving again from the version that stands: %d", r.Status)
	}
	office := s.As("office")
	if r := office.Post(planAddress, "version",
		strconv.Itoa(after.Version)); r.Status != http.StatusConflict {
		t.Errorf("an old page that says nothing: %d", r.Status)
	}
}

// Whoever may not save the review plan reads it: no form, no field, and what would be sent is refused.
func TestReviewPlan_ReadOnly(t *testing.T) {
	s := webtest.OpenSite(t)
	for _, who := range []string{"reviewer", "chairman"} {
		v := s.As(who)
		reads(t, v.Get(planAddress), http.StatusOK, []string{">NB-01<", "Hoàng Văn Nam", "10/7/2024"},
			planAddress+`" method="post"`, `name="version"`, `name="procedures[`, "<textarea", `name="fill`)
		if r := v.Post(planAddress, "version", "12"); r.Status != http.StatusForbidden {
			t.Errorf("%s: %d", who, r.Status)
		}
	}
	reads(t, s.As("office").Get(planAddress), http.StatusOK, []string{planAddress + `" method="post"`, "<textarea"})
}

// A plan in which nothing was changed is not stored again, and not called saved.
func TestReviewPlan_Unchanged(t *testing.T) {
	s := webtest.OpenSite(t)
	b, err := s.App.CampaignBoard(t.Context(), "", review.CampaignInternalB)
	if err != nil {
		t.Fatal(err)
	}
	office := s.As("office")
	pairs := []string{"version", strconv.Itoa(b.Version)}
	for name, v := range campaign.PlanTable.Values(campaign.PlanLines(b)) {
		pairs = append(pairs, name, v[0])
	}
	if r := office.Post(planAddress, pairs...); r.Status != http.StatusSeeOther {
		t.Fatalf("%d: %.300s", r.Status, r.Body)
	}
	reads(t, office.Get(planAddress), http.StatusOK, []string{"Kế hoạch rà soát không có gì thay đổi."}, "Đã lưu")
	after, err := s.App.CampaignBoard(t.Context(), "", review.CampaignInternalB)
	if err != nil || after.Version != b.Version {
		t.Errorf("version %d after %d, %v", after.Version, b.Version, err)
	}
}

// The row for several lines fills those that are ticked, and only what was written into it.
func TestReviewPlan_Fill(t *testing.T) {
	s := webtest.OpenSite(t)
	b, err := s.App.CampaignBoard(t.Context(), "", review.CampaignInternalB)
	if err != nil {
		t.Fatal(err)
	}
	in := campaign.PlanTable.Values(campaign.PlanLines(b))
	in.Set("version", strconv.Itoa(b.Version))
	office := s.As("office")
	pairs := []string{"fill", "1", "line", "0", "line", "11", "fill-officer", "reviewer2", "fill-due", "30/7/2024"}
	for name, v := range in {
		pairs = append(pairs, name, v[0])
	}
	if r := office.Post(planAddress, pairs...); r.Status != http.StatusSeeOther {
		t.Fatalf("%d: %.300s", r.Status, r.Body)
	}
	reads(t, office.Get(planAddress), http.StatusOK, []string{"Đã lưu kế hoạch rà soát: Rà soát"})
	after, err := s.App.CampaignBoard(t.Context(), "", review.CampaignInternalB)
	if err != nil {
		t.Fatal(err)
	}
	for i, l := range after.Lines {
		was, is := b.Lines[i].Of.Item, l.Of.Item
		if filled := i == 0 || i == 11; filled != (is.Officer == "reviewer2" && is.Due.String() == "2024-07-30") ||
			is.Why != was.Why ||
			!filled && !reflect.DeepEqual(is, was) {
			t.Errorf("%s: %+v was %+v", is.Code, is, was)
		}
	}
}

// A draft of a plan takes no work: no page offers what would be refused.
func TestDraftPlan(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	by := app.Person{Name: "office", Roles: []account.Role{account.Office}}
	if _, err := s.App.CopyPlan(t.Context(), by, "kh-29-2024", 2025, func(p *review.Plan) {
		p.Number, p.Date = "31/KH-UBND", value.MustDate("2024-07-10")
	}); err != nil {
		t.Fatal(err)
	}
	const board = "/ra-soat/kh-31-2025/internal-b"
	reads(t, office.Get(board), http.StatusOK, []string{"Chưa có danh mục rà soát."}, board+"/danh-muc")
	reads(t, office.Get(board+"/danh-muc"), http.StatusBadRequest, []string{"còn là dự thảo"}, "checkbox")
	reads(t, office.Get("/chi-tieu-cu-the?ke-hoach=kh-31-2025&thang=2024-06"), http.StatusOK,
		[]string{"còn là dự thảo"}, `action="/chi-tieu-cu-the"`)
}

// A note of what was done that is refused keeps what was typed; one that is taken moves the line of dates.
func TestNotePlan(t *testing.T) {
	s := webtest.OpenSite(t)
	v := s.As("office")
	note := func(number, day string) webtest.Response {
		return v.Post("/ke-hoach/xong", "plan", "kh-29-2024", "duty", "D4/2024-07", "number", number, "day", day)
	}
	reads(t, note("", "15/7/2024"), http.StatusUnprocessableEntity, []string{"hưa ghi số văn bản", `value="15/7/2024"`})
	reads(t, note("52/BC-UBND", "16/7/2024"), http.StatusUnprocessableEntity, []string{"gày chưa tới", "52/BC-UBND"})
	reads(t, note("52/BC-UBND", ""), http.StatusUnprocessableEntity, []string{"hưa ghi ngày"})
	if r := note("52/BC-UBND", "15/7/2024"); r.Status != http.StatusSeeOther {
		t.Fatalf("%d", r.Status)
	}
	reads(t, v.Get("/ke-hoach"), http.StatusOK,
		[]string{"hoàn thành ngày 15/7/2024", "đã ghi nhận 5 kỳ", "Đã ghi nhận hoàn thành:", "tháng 7/2024"})
	if r := v.Post("/ke-hoach/xong", "plan", "kh-29-2024", "duty", "D4/2024-07", "undo",
		"1"); r.Status != http.StatusSeeOther {
		t.Fatalf("%d", r.Status)
	}
	reads(
		t,
		v.Get("/ke-hoach"),
		http.StatusOK,
		[]string{"đã ghi nhận 4 kỳ", "Đã hủy ghi nhận hoàn thành:"},
		"hoàn thành ngày 15/7/2024",
	)
	reads(t, v.Get("/ke-hoach"), http.StatusOK, nil, "ghi nhận hoàn thành:")
	reads(t, s.As("reviewer").Get("/ke-hoach"), http.StatusOK, nil, "Ghi nhận hoàn thành")
}

// A report is taken away under a name that says what it is; what is no report is not found.
func TestReport_Files(t *testing.T) {
	s := webtest.OpenSite(t)
	v := s.As("reviewer")
	word := v.Get("/bao-cao/review-summary.docx?dot=internal-b&ngay=10/7/2024&so=15")
	if got := word.Header.Get("Content-Disposition"); word.Status != http.StatusOK ||
		!strings.HasPrefix(word.Body, "PK") ||
		!strings.Contains(got, "filename=bao-cao-ket-qua-ra-soat-tthc-noi-bo-nhom-b-xa-vinh-chap-2024-07-10.docx") ||
		!strings.Contains(got, "filename*=UTF-8''B%C3%A1o%20c%C3%A1o") {
		t.Errorf("%d %s", word.Status, got)
	}
	page := v.Get("/bao-cao/review-summary?dot=internal-b&ngay=10/7/2024&so=15")
	reads(t, page, http.StatusOK, []string{"15/BC-UBND", "ngày 10 tháng 7 năm 2024"})
	if csp := page.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") ||
		page.Header.Get("Content-Disposition") != "" {
		t.Errorf("the page to read comes with %q", csp)
	}
	for path, want := range map[string]int{
		"/bao-cao/review-summary.exe":            http.StatusNotFound,
		"/bao-cao/khong-co":                      http.StatusNotFound,
		"/bao-cao/review-summary?ngay=40/7":      http.StatusBadRequest,
		"/bao-cao/review-summary?dot=internal-a": http.StatusBadRequest,
		"/bao-cao?ngay=40/7":                     http.StatusUnprocessableEntity,
		"/chi-tieu?ngay=40/7":                    http.StatusUnprocessableEntity,
	} {
		if r := v.Get(path); r.Status != want {
			t.Errorf("%s: %d, want %d", path, r.Status, want)
		}
	}
	reads(
		t,
		v.Get("/bao-cao?dot=internal-b"),
		http.StatusOK,
		[]string{"số văn bản", "Nội dung cần bổ sung", `href="/bao-cao/xem/review-summary?dot=internal-b">Xem`,
			`href="/bao-cao/review-summary.docx?dot=internal-b" download>Word`,
			`href="/bao-cao/review-summary.xlsx?dot=internal-b" download>Excel`},
	)
	reads(t, v.Get("/bao-cao?so=15"), http.StatusOK, nil, "chỗ trống")
}

// The review plan shows who has nothing to do with a procedure yet, field by field; all that is shown is ticked and
// assigned with one save, and what is not shown stays as it is.
func TestReviewPlan_AssignShown(t *testing.T) {
	s := webtest.OpenSite(t)
	b, err := s.App.CampaignBoard(t.Context(), "", review.CampaignInternalB)
	if err != nil {
		t.Fatal(err)
	}
	office, open := s.As("office"), planAddress+"?phan-cong=-"
	reads(t, office.Get(open), http.StatusOK, []string{"Hiện 1/12", ">NB-12<", `procedures[11].officer`},
		`procedures[0].officer`)
	reads(t, office.Get(planAddress+"?linh-vuc=Tài+chính+-+Kế+toán"), http.StatusOK, []string{">NB-03<"}, ">NB-12<")
	shown := []string{"version", strconv.Itoa(b.Version), "procedures[11].code", "NB-12", "procedures[11].why", "gõ dở"}
	picked := office.Post(open, append(shown, "chon", "hien", "fill-officer", "reviewer2")...)
	reads(t, picked, http.StatusOK, []string{`name="line" value="11" checked`, "gõ dở",
		`<option value="reviewer2" selected>`, `action="/ra-soat/kh-29-2024/internal-b/ke-hoach?phan-cong=-"`})
	none := office.Post(open, append(shown, "chon", "bo", "line", "11")...)
	reads(t, none, http.StatusOK, []string{"gõ dở"}, `value="11" checked`)
	fill := []string{"fill", "1", "line", "11", "fill-officer", "reviewer2", "fill-due", "30/7/2024"}
	r := office.Post(open, append(shown, fill...)...)
	if to := r.Header.Get("Location"); r.Status != http.StatusSeeOther || to != open {
		t.Fatalf("%d, on to %s: %.300s", r.Status, to, r.Body)
	}
	reads(t, office.Get(open), http.StatusOK, []string{"Hiện 0/12", "Không có thủ tục nào hợp"})
	after, err := s.App.CampaignBoard(t.Context(), "", review.CampaignInternalB)
	if err != nil {
		t.Fatal(err)
	}
	for i, l := range after.Lines {
		was, is := b.Lines[i].Of.Item, l.Of.Item
		if i == 11 {
			was.Officer, was.Due, was.Why = "reviewer2", value.MustDate("2024-07-30"), "gõ dở"
		}
		if !reflect.DeepEqual(is, was) {
			t.Errorf("%s: %+v, want %+v", is.Code, is, was)
		}
	}
}
