package proposal_test

import (
	"net/http"
	"strings"
	"testing"

	"rasoat/review"
	"rasoat/tools/webtest"
	"rasoat/web/page"
)

// service is a review of an online service as it is stored.
func service(s *webtest.Site, id review.RestructuringID) review.Restructuring {
	s.T.Helper()
	office, err := s.App.Person(s.T.Context(), "office")
	if err != nil {
		s.T.Fatal(err)
	}
	r, err := s.App.Restructuring(s.T.Context(), office, id)
	if err != nil {
		s.T.Fatal(err)
	}
	return r.Restructuring
}

// wholeService is the form of a review with everything in it.
func wholeService(version string, more ...string) []string {
	return append(
		[]string{
			"version",
			version,
			"do",
			"save",
			"finding",
			"Phải đến hai lần.",
			"change",
			"Trả kết quả qua bưu chính.",
			"before.level",
			"partial",
			"after.level",
			"full",
			"before.steps[0].text",
			"Điền tờ khai.",
			"before.steps[0].where",
			"home",
			"before.steps[0].minutes",
			"1.200",
			"before.steps[1].text",
			"Đến nhận.",
			"before.steps[1].where",
			"office",
			"after.steps[4].text",
			"Điền tờ khai.",
			"after.steps[4].where",
			"home",
		},
		more...)
}

// serviceSaid is what the page after each step of the walk says.
var serviceSaid = map[string]string{
	"begun":     "Đã bắt đầu rà soát dịch vụ công trực tuyến số 4.",
	"saved":     "Đã lưu.",
	"handed in": "Đã trình rà soát dịch vụ công trực tuyến số 4; chờ thẩm tra.",
	"checked":   "Đã thẩm tra rà soát dịch vụ công trực tuyến số 4; kết luận giữ nguyên thì xong tại đây, phương án khác chờ quyết định.",
	"approved":  "Đã phê duyệt rà soát dịch vụ công trực tuyến số 4 tại quyết định 09/QĐ-UBND;",
}

// serviceAsks is what the page before a step says that is not taken back.
var serviceAsks = map[string][]string{
	"handed in": {"Kiểm tra trước khi trình", "giảm 1 bước", "Trả kết quả qua bưu chính."},
	"approved":  {"Kiểm tra trước khi phê duyệt", "09/QĐ-UBND", "15/7/2024", "Số 09/QĐ-UBND vào sổ văn bản của xã"},
}

// From the procedure to the decision; what is refused is shown as it was typed and stores nothing.
func TestServiceReview(t *testing.T) {
	site := webtest.OpenSite(t)
	reviewer, office, chairman := site.As("reviewer"), site.As("office"), site.As("chairman")
	const new, at = "/dich-vu-truc-tuyen/moi", "/dich-vu-truc-tuyen/4"
	steps := []struct {
		name   string
		who    *webtest.Client
		path   string
		form   []string
		status int
		shows  []string
	}{
		{
			"no service",
			reviewer,
			new,
			[]string{"procedure", "", "due", "31/8/2024"},
			422,
			[]string{"Chưa chọn dịch vụ", `value="31/8/2024"`},
		},
		{"not on the list", reviewer, new, []string{"procedure", "9.999999"}, 422, []string{"9.999999"}},
		{
			"not online",
			reviewer,
			new,
			[]string{"procedure", "1.003583"},
			422,
			[]string{"chưa có dịch vụ công trực tuyến"},
		},
		{"under review", reviewer, new, []string{"procedure", "1.001193"}, 422, []string{"đang có rà soát số 1"}},
		{"an internal one", reviewer, new, []string{"procedure", "NB-01"}, 422, nil},
		{
			"due yesterday",
			reviewer,
			new,
			[]string{"procedure", "1.000894", "due", "14/7/2024"},
			422,
			[]string{"Thời hạn đã qua"},
		},
		{
			"a day that is none",
			reviewer,
			new,
			[]string{"procedure", "1.000894", "due", "31/6/2024"},
			422,
			[]string{`value="31/6/2024"`},
		},
		{"for somebody else", reviewer, new, []string{"procedure", "1.000894", "officer", "reviewer2"}, 403, nil},
		{
			"for the chairman",
			office,
			new,
			[]string{"procedure", "1.000894", "officer", "chairman"},
			422,
			[]string{"không phải người được rà soát"},
		},
		{"begun", office, new, []string{"procedure", "1.000894", "officer", "reviewer", "due", "15/7/2024"}, 303, nil},
		{
			"one more step",
			reviewer,
			at + "/sua",
			[]string{"version", "1", "do", "add.after.steps", "after.steps[0].text", "Gửi tờ khai."},
			200,
			[]string{"Gửi tờ khai.", "after.steps[1].text"},
		},
		{
			"one step less",
			reviewer,
			at + "/sua",
			[]string{
				"version",
				"1",
				"do",
				"remove.after.steps[0]",
				"after.steps[0].text",
				"Gửi tờ khai.",
				"after.steps[1].text",
				"Nhận.",
			},
			200,
			[]string{"Nhận.</textarea>", "after.steps[0].text"},
		},
		{
			"copied",
			reviewer,
			at + "/sua",
			[]string{
				"version",
				"1",
				"do",
				"copy",
				"before.level",
				"partial",
				"before.steps[0].text",
				"Gửi tờ khai.",
				"after.steps[3].text",
				"Việc cũ.",
			},
			200,
			[]string{`id="after.steps[0].text"`},
		},
		{
			"papers in words",
			reviewer,
			at + "/sua",
			wholeService("1", "before.steps[1].papers", "ba"),
			422,
			[]string{`value="ba"`, "Đến nhận."},
		},
		{
			"fewer than none",
			reviewer,
			at + "/sua",
			wholeService("1", "before.steps[1].papers", "-1"),
			422,
			[]string{`value="-1"`},
		},
		{"saved", reviewer, at + "/sua", wholeService("1"), 303, nil},
		{
			"saved from the version before",
			office,
			at + "/sua",
			wholeService("1", "consulted", "Hỏi 9 người."),
			409,
			[]string{"Hỏi 9 người.", "Người khác vừa lưu bản mới hơn"},
		},
		{"somebody else hands in", office, at + "/buoc", []string{"action", "submit", "version", "2"}, 403, nil},
		{"a step of another world", reviewer, at + "/buoc", []string{"action", "burn", "version", "2"}, 422, nil},
		{"handed in", reviewer, at + "/buoc", []string{"action", "submit", "version", "2"}, 303, nil},
		{
			"edited after that",
			reviewer,
			at + "/sua",
			wholeService("3", "consulted", "Nghĩ lại rồi."),
			422,
			[]string{"Nghĩ lại rồi."},
		},
		{
			"approved unchecked",
			chairman,
			at + "/buoc",
			[]string{"action", "approve", "version", "3", "approve.number", "09/QĐ-UBND", "approve.date", "15/7/2024"},
			422,
			nil,
		},
		{"checked", office, at + "/buoc", []string{"action", "check", "version", "3"}, 303, nil},
		{
			"checked again from an old page",
			office,
			at + "/buoc",
			[]string{"action", "return", "version", "3", "return.note", "Chưa đủ."},
			409,
			[]string{"Chưa đủ."},
		},
		{
			"approved tomorrow",
			chairman,
			at + "/buoc",
			[]string{"action", "approve", "version", "4", "approve.number", "09/QĐ-UBND", "approve.date", "16/7/2024"},
			422,
			[]string{`value="09/QĐ-UBND"`},
		},
		{
			"approved",
			chairman,
			at + "/buoc",
			[]string{"action", "approve", "version", "4", "approve.number", "09/QĐ-UBND", "approve.date", "15/7/2024"},
			303,
			nil,
		},
	}
	for _, tt := range steps {
		if asks := serviceAsks[tt.name]; asks != nil {
			tt.who.Post(tt.path, tt.form...).Want(t, http.StatusOK, append(asks, "Việc này kéo theo")...)
			tt.form = append(tt.form, page.CheckField, page.CheckYes)
		}
		r := tt.who.Post(tt.path, tt.form...)
		if r.Status != tt.status {
			t.Fatalf("%s: status %d, want %d", tt.name, r.Status, tt.status)
		}
		for _, s := range tt.shows {
			if !strings.Contains(r.Body, s) {
				t.Errorf("%s: %q is not on the page", tt.name, s)
			}
		}
		if said := serviceSaid[tt.name]; tt.status == http.StatusSeeOther {
			if next := tt.who.Get(r.Header.Get("Location")); said == "" || !strings.Contains(next.Body, said) {
				t.Errorf("%s: %q is not said", tt.name, said)
			}
		}
	}
	got := service(site, 4)
	if got.State != review.Approved || got.Decision.Number != "09/QĐ-UBND" || got.Author != "reviewer" ||
		got.Finding != "Phải đến hai lần." ||
		got.Consulted != "" {
		t.Errorf("%+v", got)
	}
	if b, a := got.Before.Burden(), got.After.Burden(); b.Minus(
		a,
	) != (review.Burden{Steps: 1, Trips: 1, Minutes: 1200}) {
		t.Errorf("before %+v, after %+v", b, a)
	}
	for path, want := range map[string]string{
		at:                    "giảm 1 bước, giảm 1 lần đi lại, giảm 1.200 phút",
		"/dich-vu-truc-tuyen": "4 dịch vụ · đã rà soát 3 · đã phê duyệt 2",
		"/ra-soat":            "4 dịch vụ · đã rà soát 3 · đã phê duyệt 2",
		"/thu-tuc/1.000894":   `href="/dich-vu-truc-tuyen/4"`,
		"/thu-tuc/1.000656":   `href="/dich-vu-truc-tuyen/moi?thu-tuc=1.000656"`,
	} {
		if r := office.Get(path); !strings.Contains(r.Body, want) {
			t.Errorf("%s does not say %q", path, want)
		}
	}
	if r := site.Visitor().Get("/thu-tuc/1.000894"); strings.Contains(r.Body, "dich-vu-truc-tuyen") {
		t.Error("the public is led to a review")
	}
	for path, status := range map[string]int{"/dich-vu-truc-tuyen/99": 404, "/dich-vu-truc-tuyen/x": 404, at + "/sua": 303} {
		if r := reviewer.Get(path); r.Status != status {
			t.Errorf("%s: %d, want %d", path, r.Status, status)
		}
	}
}
