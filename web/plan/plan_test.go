package plan_test

import (
	"encoding/json"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/tools/webtest"
	"rasoat/value"
	"rasoat/web/api"
	"rasoat/web/page"
	"rasoat/web/plan"
)

// pairs are the fields of a form as a page sends them, with some of them changed.
func pairs(form url.Values, change ...string) []string {
	sent := url.Values{}
	for k, v := range form {
		sent[k] = v
	}
	for i := 0; i+1 < len(change); i += 2 {
		sent.Set(change[i], change[i+1])
	}
	var out []string
	for k, v := range sent {
		for _, x := range v {
			out = append(out, k, x)
		}
	}
	return out
}

// copyForm is the form on which the demo's plan is copied into a year.
func copyForm(t *testing.T, s *webtest.Site, year int) url.Values {
	t.Helper()
	p, _, err := s.App.Plan(t.Context(), "kh-29-2024")
	if err != nil {
		t.Fatal(err)
	}
	form := plan.CopyTable.Values(
		plan.FormOf(
			review.CopyPlan(
				p,
				year,
				review.Upward{Superior: "UBND tỉnh Quảng Trị", Addressee: "Văn phòng UBND tỉnh Quảng Trị"},
			),
		),
	)
	form.Set("tu", "kh-29-2024")
	form.Set("number", "31/KH-UBND")
	form.Set("date", "10/7/2024")
	form.Set("year", strconv.Itoa(year))
	return form
}

func TestCopyPlan(t *testing.T) {
	t.Parallel()
	s := webtest.OpenSite(t)
	office := s.As("office")
	office.Get("/ke-hoach/sao-chep?tu=kh-29-2024").
		Want(t, http.StatusOK, "Cải cách thủ tục hành chính trọng tâm năm 2025", `value="10/8/2025"`,
			"Ngày này nghỉ (Chủ nhật); ngày làm việc cuối: 08/8/2025.")
	form := copyForm(t, s, 2025)
	for name, tt := range map[string]struct {
		change []string
		want   []string // beside what was typed
	}{
		"a date that does not exist": {[]string{"duties[1].deadline", "31/6/2025"},
			[]string{"“31/6/2025” không phải ngày", `href="#duties%5B1%5D.deadline"`, `value="31/6/2025"`}},
		"a day of the plan that is none": {[]string{"date", "30/02/2024"}, []string{"“30/02/2024” không phải ngày",
			`href="#date"`}},
		"threshold 0": {[]string{"targets[1].threshold", "0"},
			[]string{"phải là số lớn hơn 0 và không quá 100", `href="#targets%5B1%5D.threshold"`}},
		"threshold 101": {[]string{"targets[1].threshold", "101"},
			[]string{"phải là số lớn hơn 0 và không quá 100", `value="101"`}},
		"threshold in words": {[]string{"targets[1].threshold", "abc"},
			[]string{"phải là số lớn hơn 0 và không quá 100", `value="abc"`}},
		"no number": {[]string{"number", " "}, []string{"chưa ghi số kế hoạch", `href="#number"`}},
		"no title":  {[]string{"title", ""}, []string{"chưa ghi tên kế hoạch", `href="#title"`}},
		"a year in words": {[]string{"year", "hai nghìn"}, []string{"phải là năm từ 2000 đến 2100",
			`value="hai nghìn"`}},
		"no year": {[]string{"year", ""}, []string{"phải là năm từ 2000 đến 2100"}},
		"last year's number in its year": {[]string{"number", "29/KH-UBND", "year", "2024"},
			[]string{"số 29/KH-UBND đã có", `href="#number"`}},
		"handed in after the end": {[]string{"campaigns[0].hand_in", "01/12/2025"},
			[]string{"phải trước hạn của đợt rà soát", `value="01/12/2025"`}},
	} {
		r := office.Post("/ke-hoach/sao-chep", pairs(form, tt.change...)...)
		if r.Status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", name, r.Status)
		}
		for _, w := range append(tt.want, `value="UBND tỉnh Quảng Trị"`) {
			if !strings.Contains(strings.ToLower(r.Body), strings.ToLower(w)) {
				t.Errorf("%s: no %q", name, w)
			}
		}
	}
	if all, err := s.App.Plans(t.Context()); err != nil || len(all) != 1 {
		t.Fatalf("a refused copy was stored: %d plans, %v", len(all), err)
	}
	// the dates are counted anew for another year, what was typed stays, nothing is stored
	office.Post("/ke-hoach/sao-chep", pairs(form, "year", "2031", "do", "shift", "targets[1].threshold", "30")...).
		Want(t, http.StatusOK, `value="10/8/2031"`, `value="30"`, `value="31/KH-UBND"`,
			"Chưa ghi ngày nghỉ năm 2031 trong Thiết lập", `href="/thiet-lap/ngay-nghi?nam=2031"`,
			"Bản sao giữ nguyên những nội dung dưới đây", "Cấp huyện không còn từ ngày 01/7/2025")
	if r := office.Post("/ke-hoach/sao-chep", pairs(form, "targets[1].threshold",
		"30")...); r.Status != http.StatusSeeOther ||
		r.Header.Get("Location") != "/ke-hoach/kh-31-2025" {
		t.Fatal(r.Status, r.Header)
	}
	p, _, err := s.App.Plan(t.Context(), "kh-31-2025")
	if err != nil || !p.Draft || p.Targets[1].Threshold != value.Whole(30) ||
		p.Upward.Superior != "UBND tỉnh Quảng Trị" ||
		len(p.Indicators) != 13 {
		t.Errorf("%+v, %v", p, err)
	}
	draftIsHidden(s, t)
}

// draftIsHidden: a draft is there for the office and the chairman, for nobody else by any address.
func draftIsHidden(s *webtest.Site, t *testing.T) {
	t.Helper()
	for who, sees := range map[string]bool{"office": true, "chairman": true, "reviewer": false, "admin": false} {
		c := s.As(who)
		for _, address := range []string{"/ke-hoach/kh-31-2025", "/chi-tieu?ke-hoach=kh-31-2025",
			"/ke-hoach?ke-hoach=kh-31-2025", "/ra-soat/kh-31-2025/internal-b", "/bang-nam?ke-hoach=kh-31-2025",
			"/api/v1/plans/kh-31-2025/targets", "/bao-cao/review-summary?ke-hoach=kh-31-2025"} {
			want := http.StatusNotFound
			if sees {
				want = http.StatusOK
			}
			if r := c.Get(address); r.Status != want {
				t.Errorf("%s at %s: %d, want %d", who, address, r.Status, want)
			}
		}
		if r := c.Post("/ke-hoach/chon", "plan", "kh-31-2025", "back",
			"/chi-tieu"); (r.Status == http.StatusSeeOther) != sees {
			t.Errorf("%s chooses a draft: %d", who, r.Status)
		}
		var doc api.PlansDoc
		if err := json.Unmarshal([]byte(c.Get("/api/v1/plans").Body), &doc); err != nil ||
			(len(doc.Plans) == 2) != sees {
			t.Errorf("%s is told of %d plans, %v", who, len(doc.Plans), err)
		}
		if seen := strings.Contains(c.Get("/ke-hoach").Body, "31/KH-UBND"); seen != sees {
			t.Errorf("%s: the draft stands among the plans: %v", who, seen)
		}
	}
}

func TestEditPlan(t *testing.T) {
	t.Parallel()
	s := webtest.OpenSite(t)
	office := s.As("office")
	if r := office.Post("/ke-hoach/sao-chep", pairs(copyForm(t, s, 2025))...); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status, r.Body)
	}
	const at = "/ke-hoach/kh-31-2025"
	form := func() url.Values {
		p, version, err := s.App.Plan(t.Context(), "kh-31-2025")
		if err != nil {
			t.Fatal(err)
		}
		out := planValues(p)
		out.Set("version", strconv.Itoa(version))
		return out
	}
	for name, tt := range map[string]struct {
		part   string
		change []string
		want   []string
	}{
		"no title": {"chung", []string{"title", ""}, []string{"chưa ghi tên kế hoạch"}},
		"another's number": {"chung", []string{"number", "29/KH-UBND", "date", "10/7/2024"},
			[]string{"đã có ở một kế hoạch cùng năm"}},
		"day 40": {"chung", []string{"due_day", "40"}, []string{"phải là ngày từ 1 đến 31",
			`value="40"`}},
		"a reference's date": {"chung", []string{"references[0].date", "hôm qua"}, []string{"không phải ngày",
			`value="hôm qua"`}},
		"a duty without a name": {"moc-thoi-han", []string{"duties[2].title", ""}, []string{"chưa ghi nội dung",
			`href="#duties%5B2%5D.title"`}},
		"dated and monthly": {"moc-thoi-han", []string{"duties[2].monthly", "5"},
			[]string{"ghi ngày hạn hoặc ngày hằng tháng"}},
		"a new duty's date": {"moc-thoi-han", []string{"duties[8].title", "Sơ kết", "duties[8].deadline",
			"29/02/2025"}, []string{"29/02/2025", `value="Sơ kết"`}},
		"at the row it stood in": {"moc-thoi-han", []string{"duties[0].drop", "1", "duties[4].monthly", "99"},
			[]string{`href="#duties%5B4%5D.monthly"`, `name="duties[0].drop" value="1" checked`}},
		"threshold": {"chi-tieu", []string{"targets[0].threshold", "0"},
			[]string{"phải là số lớn hơn 0"}},
		"a target of no campaign": {"chi-tieu", []string{"targets[5].metric", "number", "targets[5].threshold", "10"},
			[]string{"chọn một trong các cách đã nêu", `href="#targets%5B5%5D.campaign"`}},
		"a task without words": {"nhiem-vu", []string{"tasks[0].text", " "}, []string{"chưa ghi nội dung"}},
		"a place in words": {"chi-tieu-cu-the", []string{"indicators[0].place", "đầu"},
			[]string{"phải là số thứ tự", `value="đầu"`}},
	} {
		before := form()
		r := office.Post(at+"/sua/"+tt.part, pairs(before, tt.change...)...)
		if r.Status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", name, r.Status)
		}
		for _, w := range tt.want {
			if !strings.Contains(strings.ToLower(r.Body), strings.ToLower(w)) {
				t.Errorf("%s: no %q", name, w)
			}
		}
		if form().Get("version") != before.Get("version") {
			t.Errorf("%s: stored all the same", name)
		}
	}
	office.Get(at+"/sua/khong-co").Want(t, http.StatusNotFound)
	// each part saved; what the form does not ask for stays
	for _, step := range []struct {
		part   string
		change []string
	}{
		{"chung", []string{"superior", "UBND tỉnh", "recipients", "Đảng ủy xã\nHĐND xã", "first_day", "1", "due_day",
			"5", "funding", "50 triệu đồng"}},
		{"moc-thoi-han", []string{"duties[0].deadline", "30/4/2025", "duties[0].day", "itself", "duties[0].owner",
			"Địa chính", "duties[5].drop", "1", "duties[8].title", "Sơ kết", "duties[8].monthly", "3", "duties[8].page",
			"year", "campaigns[0].hand_in", "31/5/2025"}},
		{"chi-tieu", []string{"targets[1].threshold", "30,5", "targets[4].drop", "1", "targets[2].duty", "",
			"targets[5].metric", "number", "targets[5].campaign", "public", "targets[5].threshold", "10",
			"targets[5].duty", "D1"}},
		{"nhiem-vu", []string{"tasks[0].owner", "Văn hóa", "tasks[1].drop", "1", "tasks[4].text",
			"Trả kết quả tận nhà"}},
		{"chi-tieu-cu-the", []string{"indicators[12].place", "2", "indicators[0].drop", "1", "groups[0].id", "NQ 02",
			"groups[0].name", "Chỉ tiêu của Nghị quyết 66"}},
	} {
		if r := office.Post(at+"/sua/"+step.part, pairs(form(), step.change...)...); r.Status != http.StatusSeeOther {
			t.Errorf("%s: %d %s", step.part, r.Status, r.Body)
		}
	}
	p, _, err := s.App.Plan(t.Context(), "kh-31-2025")
	if err != nil {
		t.Fatal(err)
	}
	if p.Upward.Superior != "UBND tỉnh" || len(p.Upward.Recipients) != 2 ||
		p.Report != (review.ReportRules{FirstDay: 1, DueDay: 5}) ||
		p.Funding != "50 triệu đồng" {
		t.Errorf("%+v %+v", p.Upward, p.Report)
	}
	if d := p.Duties[0]; d.ID != "D2" || d.Deadline.String() != "2025-04-30" || !d.Inclusive ||
		d.Owner != "Địa chính" ||
		len(d.Targets) != 0 ||
		len(p.Duties) != 8 ||
		p.Duties[7].Monthly != 3 ||
		p.Duties[7].Page != review.PageYear ||
		p.Duties[7].ID == "" {
		t.Errorf("%+v", p.Duties)
	}
	if len(p.Targets) != 5 || p.Targets[4].ID != "public-number" || p.Targets[1].Threshold.String() != "30.5" ||
		p.Campaigns[0].HandIn.String() != "2025-05-31" {
		t.Errorf("%+v %+v", p.Targets, p.Campaigns)
	}
	for _, d := range p.Duties {
		if want := map[string]string{
			"D1": "public-number",
			"D3": "internal-b-reviewed internal-b-number",
		}[d.ID]; strings.Join(
			d.Targets,
			" ",
		) != want {
			t.Errorf("%s is fulfilled by %v", d.ID, d.Targets)
		}
	}
	if len(p.Tasks) != 4 || p.Tasks[0].Owner != "Văn hóa" || p.Tasks[3].Text != "Trả kết quả tận nhà" {
		t.Errorf("%+v", p.Tasks)
	}
	if len(p.Indicators) != 12 || p.Indicators[0].ID != "nq02-7" || p.Indicators[1].ID != "nq01-2" ||
		p.GroupName("NQ 02") != "Chỉ tiêu của Nghị quyết 66" {
		t.Errorf("%s, %s of %d", p.Indicators[0].ID, p.Indicators[1].ID, len(p.Indicators))
	}
	office.Get(at).
		Want(t, http.StatusOK, "chậm nhất ngày 30/4/2025", "30,5%", "Đảng ủy xã; HĐND xã", "Lịch sử", "“20%” → “30,5%”",
			"bỏ “Rà soát thủ tục hành chính nội bộ nhóm B: Đề nghị công bố bổ sung danh mục",
			"từ ngày 1 tháng trước, nộp ngày 5")
	editIndicator(s, t, at, office)
	conflictAndState(s, t, at, office, form)
}

// editIndicator changes one indicator and adds one; refusals stand at their fields.
func editIndicator(s *webtest.Site, t *testing.T, at string, office *webtest.Client) {
	t.Helper()
	form := func(id string) url.Values {
		p, version, err := s.App.Plan(t.Context(), "kh-31-2025")
		if err != nil {
			t.Fatal(err)
		}
		out := url.Values{}
		if i := plan.IndicatorAt(p, id); i >= 0 {
			out = plan.IndicatorForm.Values(p.Indicators[i])
		}
		out.Set("version", strconv.Itoa(version))
		return out
	}
	for name, tt := range map[string]struct {
		change []string
		want   string
	}{
		"abc":              {[]string{"target", "abc"}, "phải là số lớn hơn 0"},
		"101":              {[]string{"target", "101"}, "phải là số lớn hơn 0"},
		"no wording":       {[]string{"name", ""}, "chưa ghi nội dung"},
		"no number":        {[]string{"number", ""}, "chưa ghi số thứ tự"},
		"taken":            {[]string{"number", "3"}, "đã có trong nhóm này"},
		"all of 80":        {[]string{"comparator", "all"}, "chỉ dùng cho chỉ tiêu 100%"},
		"shares with it":   {[]string{"same_as", "nq02-5"}, "chọn một chỉ tiêu khác"},
		"unknown reader":   {[]string{"register", "x"}, "chọn một trong các cách"},
		"nameless variant": {[]string{"variants[0].name", ""}, "chưa ghi nội dung"},
	} {
		r := office.Post(at+"/chi-tieu/nq01-4", pairs(form("nq01-4"), tt.change...)...)
		if r.Status != http.StatusUnprocessableEntity ||
			!strings.Contains(strings.ToLower(r.Body), strings.ToLower(tt.want)) {
			t.Errorf("%s: %d without %q", name, r.Status, tt.want)
		}
	}
	if r := office.Post(at+"/chi-tieu/nq01-4", pairs(form("nq01-4"), "target", "85,5", "lead", "Địa chính",
		"variants[0].drop", "1", "variants[2].name", "Số hóa lại", "combine",
		"sum_of")...); r.Status != http.StatusSeeOther {
		t.Errorf("%d %s", r.Status, r.Body)
	}
	if r := office.Post(at+"/chi-tieu/them", pairs(form(""), "number", "8", "group", "NQ 66", "name", "Trước hạn",
		"target", "30", "comparator", "at_least", "unit", "%")...); r.Status != http.StatusSeeOther {
		t.Errorf("%d %s", r.Status, r.Body)
	}
	p, _, err := s.App.Plan(t.Context(), "kh-31-2025")
	if err != nil {
		t.Fatal(err)
	}
	ind := p.Indicators[plan.IndicatorAt(p, "nq01-4")]
	if ind.Target.String() != "85.5" || ind.Lead != "Địa chính" || len(ind.Variants) != 2 ||
		ind.Variants[0].ID != "results" ||
		ind.Variants[1].ID == "" ||
		ind.Combine != review.SumOf {
		t.Errorf("%+v", ind)
	}
	if i := plan.IndicatorAt(p, "nq66-8"); i != len(p.Indicators)-1 {
		t.Errorf("the new one stands at %d", i)
	}
	office.Get(at+"/chi-tieu/khong-co").Want(t, http.StatusNotFound)
	// last year's indicators have figures and stay
	old, version, err := s.App.Plan(t.Context(), "kh-29-2024")
	if err != nil {
		t.Fatal(err)
	}
	typed := planValues(old)
	typed.Set("version", strconv.Itoa(version))
	office.Post("/ke-hoach/kh-29-2024/sua/chi-tieu-cu-the", pairs(typed, "indicators[2].drop", "1")...).
		Want(t, http.StatusUnprocessableEntity, "hỉ tiêu NQ 01 3 đã có số liệu")
}

// conflictAndState: a save over somebody else's is shown beside it; the plan is put in force, chosen, closed.
func conflictAndState(s *webtest.Site, t *testing.T, at string, office *webtest.Client, form func() url.Values) {
	t.Helper()
	stale := form()
	if r := office.Post(at+"/sua/chung", pairs(form(), "signer", "Lê Thị Lan")...); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status)
	}
	office.Post(at+"/sua/chung", pairs(stale, "signer", "Trần Văn Minh")...).
		Want(t, http.StatusConflict, "Người khác vừa lưu bản mới hơn", "Lê Thị Lan</td>", "Trần Văn Minh</td>",
			`value="Trần Văn Minh"`)
	chairman := s.As("chairman")
	chairman.Get(at+"/sua/chung").Want(t, http.StatusForbidden)
	v := form().Get("version")
	for name, tt := range map[string]struct{ day, want string }{
		"none":            {"", "chưa ghi ngày"},
		"no such day":     {"31/4/2025", "không phải ngày"},
		"before the plan": {"01/01/2024", "phải từ ngày ban hành"},
	} {
		r := chairman.Post(at+"/trang-thai", "version", v, "do", "hieu-luc", "from", tt.day)
		if r.Status != http.StatusUnprocessableEntity || !strings.Contains(strings.ToLower(r.Body), tt.want) {
			t.Errorf("%s: %d without %q", name, r.Status, tt.want)
		}
	}
	chairman.Post(at+"/trang-thai", "version", "1", "do", "hieu-luc", "from", "15/7/2024").
		Want(t, http.StatusConflict, "Người khác vừa lưu bản mới hơn", `value="15/7/2024"`)
	if r := chairman.Post(at+"/trang-thai", "version", v, "do", "hieu-luc", "from",
		"15/7/2024"); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status, r.Body)
	}
	reviewer := s.As("reviewer")
	reviewer.Get("/chi-tieu").
		Want(t, http.StatusOK, "Kế hoạch 31", "Xem kế hoạch khác", "29/KH-UBND, năm 2024, đang thực hiện")
	if r := reviewer.Post("/ke-hoach/chon", "plan", "kh-29-2024", "back",
		"/chi-tieu"); r.Status != http.StatusSeeOther ||
		r.Header.Get("Location") != "/chi-tieu" {
		t.Fatal(r.Status, r.Header)
	}
	for address, want := range map[string]string{
		"/chi-tieu":        "danh mục gồm 12 thủ tục, chốt",
		"/ke-hoach":        "trước ngày",
		"/chi-tieu-cu-the": "29/KH-UBND",
		"/ra-soat":         "29/KH-UBND",
		"/bao-cao-thang":   "tháng 7/2024",
		"/bang-nam":        "Tổng hợp kết quả thực hiện năm 2024",
		"/bao-cao":         "Tổng hợp kết quả thực hiện năm 2024",
	} {
		r := reviewer.Get(address)
		if address == "/ke-hoach" {
			want = "Kế hoạch 29/KH-UBND"
		}
		if r.Status != http.StatusOK || !strings.Contains(r.Body, "các trang mặc định theo Kế hoạch 31/KH-UBND") ||
			address != "/bao-cao-thang" && !strings.Contains(r.Body, want) {
			t.Errorf("%s of last year: %d without %q", address, r.Status, want)
		}
	}
	// another session is not touched
	if r := s.As("admin").Get("/bang-nam"); !strings.Contains(r.Body, "Tổng hợp kết quả thực hiện năm 2025") {
		t.Error("one person's choice is everybody's")
	}
	if r := reviewer.Post("/ke-hoach/chon", "plan", "", "back", "https://example.org/"); r.Header.Get(
		"Location",
	) != page.FirstPage {
		t.Errorf("led away to %s", r.Header.Get("Location"))
	}
	_, ov, err := s.App.Plan(t.Context(), "kh-29-2024")
	if err != nil {
		t.Fatal(err)
	}
	if r := office.Post("/ke-hoach/kh-29-2024/trang-thai", "version", strconv.Itoa(ov), "do", "ket-thuc", "on",
		"15/7/2024"); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status, r.Body)
	}
	office.Get("/ke-hoach/kh-29-2024").Want(t, http.StatusOK, "đã kết thúc 15/7/2024", "Mở lại")
	office.Get("/ke-hoach/kh-29-2024/sua/chung").
		Want(t, http.StatusUnprocessableEntity, "đã kết thúc, giữ nguyên như cũ")
}

// A duty is noted and its note taken back; what cannot be read is refused at its field, even of who takes back, and the
// plan that the address names stays the one that is shown.
func TestNote(t *testing.T) {
	t.Parallel()
	s := webtest.OpenSite(t)
	office := s.As("office")
	const named = "?ke-hoach=kh-29-2024"
	office.Get("/ke-hoach"+named).Want(t, http.StatusOK, `action="/ke-hoach/xong`+named+`"`,
		"kỳ, đã ghi nhận", `<span class="second">kỳ `)
	form := []string{"plan", "kh-29-2024", "duty", "D4/2024-07"}
	for name, tt := range map[string]struct{ form, want []string }{
		"no such day": {[]string{"number", "12/BC", "day", "31/6/2024"},
			[]string{"“31/6/2024” không phải ngày", `href="#day"`, `value="12/BC"`}},
		"no day":           {[]string{"number", "12/BC", "day", ""}, []string{`href="#day"`}},
		"no number":        {[]string{"number", "", "day", "10/7/2024"}, []string{`href="#number"`, `value="10/7/2024"`}},
		"to come":          {[]string{"number", "12/BC", "day", "10/7/2031"}, []string{`href="#day"`}},
		"taken back wrong": {[]string{"undo", "1", "day", "hôm qua"}, []string{`href="#day"`, `value="hôm qua"`}},
	} {
		r := office.Post("/ke-hoach/xong", append(tt.form, form...)...)
		if r.Status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", name, r.Status)
		}
		for _, w := range append(tt.want, `class="moment-note" open`) {
			if !strings.Contains(r.Body, w) {
				t.Errorf("%s: no %q", name, w)
			}
		}
	}
	for _, step := range [][]string{{"number", "12/BC", "day", "10/7/2024"}, {"undo", "1"}} {
		r := office.Post("/ke-hoach/xong"+named, append(step, form...)...)
		to, want := r.Header.Get("Location"), "/ke-hoach"+named+"#moc-D4-2024-07"
		if r.Status != http.StatusSeeOther || to != want {
			t.Errorf("%v: %d to %s", step, r.Status, to)
		}
	}
	r := office.Post("/ke-hoach/xong", append([]string{"undo", "1"}, form...)...)
	if to := r.Header.Get("Location"); to != "/ke-hoach#moc-D4-2024-07" {
		t.Errorf("%d to %s", r.Status, to)
	}
	// a draft takes no work: nothing is noted on its page
	if r := office.Post("/ke-hoach/sao-chep", pairs(copyForm(t, s, 2025))...); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status, r.Body)
	}
	if r := office.Get("/ke-hoach?ke-hoach=kh-31-2025"); strings.Contains(r.Body, "/ke-hoach/xong") {
		t.Error("a duty of a draft can be noted")
	}
}

// A plan of another year with time and cost as its targets is made by copying: campaigns are added, and one whose list
// is not frozen is dropped with its targets.
func TestTimePlan(t *testing.T) {
	t.Parallel()
	s := webtest.OpenSite(t)
	office := s.As("office")
	save := func(at, part string, change ...string) webtest.Response {
		p, version, err := s.App.Plan(t.Context(), strings.TrimPrefix(at, "/ke-hoach/"))
		if err != nil {
			t.Fatal(err)
		}
		form := planValues(p)
		form.Set("version", strconv.Itoa(version))
		return office.Post(at+"/sua/"+part, pairs(form, change...)...)
	}
	if r := office.Post("/ke-hoach/sao-chep", pairs(copyForm(t, s, 2025))...); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status, r.Body)
	}
	const at = "/ke-hoach/kh-31-2025"
	r := save(at, "moc-thoi-han", "campaigns[2].name", "Sản xuất, kinh doanh")
	if r.Status != http.StatusUnprocessableEntity {
		t.Errorf("a campaign of no kind: %d", r.Status)
	}
	if r := save(at, "moc-thoi-han", "campaigns[2].name", "Sản xuất, kinh doanh", "campaigns[2].scope", "public",
		"campaigns[2].due", "30/10/2025", "campaigns[3].name", "Nội bộ nhóm A", "campaigns[3].scope", "internal-a",
		"campaigns[1].drop", "1"); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status, r.Body)
	}
	p, _, err := s.App.Plan(t.Context(), "kh-31-2025")
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, c := range p.Campaigns {
		ids = append(ids, string(c.ID)+" "+string(c.Takes()))
	}
	want := "public public, san-xuat-kinh-doanh public, noi-bo-nhom-a internal-a"
	if got := strings.Join(ids, ", "); got != want {
		t.Errorf("campaigns %s, want %s", got, want)
	}
	for _, x := range p.Targets {
		if x.Campaign == review.CampaignInternalB {
			t.Errorf("target %s of the dropped campaign stands", x.ID)
		}
	}
	var change []string
	for i, x := range []string{"time", "cost"} {
		row := "targets[" + strconv.Itoa(len(p.Targets)+i) + "]."
		change = append(change, row+"metric", x, row+"campaign", "san-xuat-kinh-doanh", row+"threshold", "30",
			row+"deadline", "30/10/2025")
	}
	if r := save(at, "chi-tieu", change...); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status, r.Body)
	}
	office.Get(at).Want(t, http.StatusOK, "Sản xuất, kinh doanh: Tỷ lệ thời gian giải quyết được cắt giảm",
		"Sản xuất, kinh doanh: Tỷ lệ chi phí tuân thủ được cắt giảm", "30%")
	// a frozen list keeps its campaign
	const demo = "/ke-hoach/kh-29-2024"
	if r := save(demo, "moc-thoi-han", "campaigns[1].drop", "1"); r.Status != http.StatusUnprocessableEntity ||
		!strings.Contains(r.Body, "chốt danh mục rà soát") {
		t.Errorf("a campaign with a list is dropped: %d", r.Status)
	}
	if r := save(demo, "moc-thoi-han", "campaigns[1].scope", "public"); r.Status != http.StatusUnprocessableEntity {
		t.Errorf("a campaign with a list takes others: %d", r.Status)
	}
	// the time of a list stands beside its number and its cost
	if r := save(demo, "chi-tieu", "targets[5].metric", "time", "targets[5].campaign", "internal-b",
		"targets[5].threshold", "30"); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status, r.Body)
	}
	rep, err := s.App.Targets(t.Context(), "kh-29-2024", value.Date{})
	if err != nil {
		t.Fatal(err)
	}
	x, some := review.ResultOf(rep.Targets, "internal-b-time")
	if !some || x.Denominator+int64(len(x.Unmeasured)) == 0 {
		t.Fatalf("nothing is measured: %+v", x)
	}
	office.Get("/chi-tieu").Want(t, http.StatusOK, "Tỷ lệ thời gian giải quyết được cắt giảm",
		"Chưa tính được thời hạn theo giờ làm việc", // the demo's procedures have no limits
		x.Amount(x.Numerator)+"/"+x.Amount(x.Denominator)+" giờ làm việc")
	office.Get("/ra-soat").Want(t, http.StatusOK, "thời gian</a>")
	office.Get("/api/v1/plans/kh-29-2024/targets").Want(t, http.StatusOK, `"metric":"time"`, `"unmeasured":`)
}

// One more row comes by a button: what was typed stays, nothing is stored.
func TestOneMoreRow(t *testing.T) {
	t.Parallel()
	s := webtest.OpenSite(t)
	office := s.As("office")
	p, version, err := s.App.Plan(t.Context(), "kh-29-2024")
	if err != nil {
		t.Fatal(err)
	}
	form := planValues(p)
	form.Set("version", strconv.Itoa(version))
	const at = "/ke-hoach/kh-29-2024"
	office.Get(at+"/sua/moc-thoi-han").Want(t, http.StatusOK, `name="do" value="add.duties"`)
	office.Post(at+"/sua/moc-thoi-han", pairs(form, "duties[8].title", "Sơ kết", "duties[8].deadline", "hôm qua",
		"do", "add.duties")...).
		Want(t, http.StatusOK, `value="Sơ kết"`, `value="hôm qua"`, `name="duties[9].title"`)
	office.Post(at+"/chi-tieu/nq01-4", pairs(plan.IndicatorForm.Values(p.Indicators[plan.IndicatorAt(p, "nq01-4")]),
		"version", strconv.Itoa(version), "variants[2].name", "Khác", "do", "add.variants")...).
		Want(t, http.StatusOK, `value="Khác"`, `name="variants[3].name"`)
	if _, now, _ := s.App.Plan(t.Context(), "kh-29-2024"); now != version {
		t.Error("a row more was stored")
	}
}

// A plan that has ended is not edited: its forms answer with the plan and why, those that were still open store
// nothing, and once it is followed again they do.
func TestEditPlan_Closed(t *testing.T) {
	t.Parallel()
	s := webtest.OpenSite(t)
	office := s.As("office")
	const at, says = "/ke-hoach/kh-29-2024", "đã kết thúc, giữ nguyên như cũ; mở lại trước khi sửa."
	p, version, err := s.App.Plan(t.Context(), "kh-29-2024")
	if err != nil {
		t.Fatal(err)
	}
	indicator := p.Indicators[plan.IndicatorAt(p, "nq01-4")]
	form := func() []string {
		return pairs(plan.IndicatorForm.Values(indicator), "version", strconv.Itoa(version), "name", "Tên khác")
	}
	office.Get(at+"/chi-tieu/nq01-4").Want(t, http.StatusOK, `action="`+at+`/chi-tieu/nq01-4"`)
	office.Get(at+"/chi-tieu/them").Want(t, http.StatusOK, `action="`+at+`/chi-tieu/them"`)
	for _, unknown := range []string{"/chi-tieu/nq99-9", "/sua/khong-co"} {
		office.Get(at+unknown).Want(t, http.StatusNotFound)
		office.Post(at+unknown, form()...).Want(t, http.StatusNotFound)
	}
	step := func(do, field, day string) {
		t.Helper()
		r := office.Post(at+"/trang-thai", "version", strconv.Itoa(version), "do", do, field, day)
		if r.Status != http.StatusSeeOther {
			t.Fatalf("%s: %d %s", do, r.Status, r.Body)
		}
		version++
	}
	step("ket-thuc", "on", "15/7/2024")
	for _, address := range []string{"/chi-tieu/nq01-4", "/sua/chung"} {
		office.Get(at+address).Want(t, http.StatusUnprocessableEntity, says, "Kế hoạch 29/KH-UBND")
		office.Post(at+address, form()...).Want(t, http.StatusUnprocessableEntity, says, "Kế hoạch 29/KH-UBND")
	}
	if now, v, err := s.App.Plan(t.Context(), "kh-29-2024"); err != nil || v != version ||
		now.Indicators[plan.IndicatorAt(now, "nq01-4")].Name != indicator.Name {
		t.Errorf("a plan that has ended was edited: version %d, %v", v, err)
	}
	step("hieu-luc", "from", "15/7/2024")
	if r := office.Post(at+"/chi-tieu/nq01-4", form()...); r.Status != http.StatusSeeOther {
		t.Errorf("followed again: %d %s", r.Status, r.Body)
	}
}

var officePerson = app.Person{Name: "office", Roles: []account.Role{account.Office}}

var inNotice = regexp.MustCompile(`(?s)id="khong-con-dung".*?</div>`)
var hrefs = regexp.MustCompile(`href="([^"]+)"`)

// A copy of plan 29 for 2026 names what no longer holds, each with a link that mends it for whoever may; the work list
// leads there, and what is mended goes from the list.
func TestCopyPlan_namesWhatNoLongerHolds(t *testing.T) {
	s := webtest.OpenSite(t)
	ctx := t.Context()
	by := officePerson
	from, _, err := s.App.Plan(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	id, err := s.App.CopyPlan(ctx, by, string(from.ID), 2026, func(p *review.Plan) {
		p.Number, p.Date = "31/KH-UBND", value.MustDate("2026-01-15")
	})
	if err != nil {
		t.Fatal(err)
	}
	office, href := s.As("office"), page.PlanHref(id)
	shown := inNotice.FindString(office.Get(href).Body)
	for _, want := range []string{
		"Không còn đúng với năm 2026", "Cơ quan nhận báo cáo: “UBND huyện Vĩnh Linh”", "Phòng Tư pháp cấp huyện",
		"Văn bản viện dẫn số 46/KH-UBND: “2024”", "NQ 02", "1085/QĐ-TTg", "Đợt “Rà soát thủ tục hành chính nội bộ nhóm B”",
		`href="/ke-hoach/kh-31-2026/chi-tieu/nq02-2"`, `href="/ke-hoach/kh-31-2026/sua/chung"`,
	} {
		if !strings.Contains(shown, want) {
			t.Errorf("no %q in\n%s", want, shown)
		}
	}
	links := hrefs.FindAllStringSubmatch(shown, -1)
	if len(links) < 15 {
		t.Errorf("%d links", len(links))
	}
	for _, m := range links {
		if r := office.Get(html.UnescapeString(m[1])); r.Status != http.StatusOK {
			t.Errorf("%s: %d", m[1], r.Status)
		}
	}
	work := office.Get("/viec")
	work.Want(t, http.StatusOK, "Kế hoạch có nội dung không còn đúng", "Kế hoạch 31/KH-UBND", href+"#khong-con-dung")
	if r := s.As("reviewer").Get("/viec"); strings.Contains(r.Body, "không còn đúng") {
		t.Error("a reviewer is asked to mend a plan")
	}
	_, version, err := s.App.PlanFor(ctx, by, string(id))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.App.SavePlan(ctx, by, id, version, func(p *review.Plan) {
		p.Upward.Superior = "UBND tỉnh Quảng Trị"
	}); err != nil {
		t.Fatal(err)
	}
	if got := inNotice.FindString(office.Get(href).Body); got == "" ||
		strings.Contains(got, "Cơ quan nhận báo cáo: “") {
		t.Error("what was mended is still told")
	}
	if got := inNotice.FindString(office.Get("/ke-hoach/kh-29-2024").Body); got != "" {
		t.Errorf("of the plan of 2024 in 2024: %s", got)
	}
}

// A day that was counted in a year whose holidays nobody entered says so above the page, with the way to enter them for
// whoever may.
func TestGuessed_pages(t *testing.T) {
	s := webtest.OpenSite(t)
	ctx := t.Context()
	all, version, err := s.App.Holidays(ctx)
	if err != nil {
		t.Fatal(err)
	}
	const said, enter = "Chưa ghi ngày nghỉ năm 2024 trong Thiết lập", `href="/thiet-lap/ngay-nghi?nam=2024"`
	pages := []string{
		"/chi-tieu", "/ke-hoach", "/ke-hoach/kh-29-2024", "/ke-hoach/kh-29-2024/sua/moc-thoi-han", "/ra-soat",
		"/ra-soat/kh-29-2024/internal-b", "/viec", "/cong-bo", "/phan-anh", "/bao-cao/xem/review-plan?dot=internal-b",
	}
	office := s.As("office")
	for _, at := range pages {
		if r := office.Get(at); strings.Contains(r.Body, said) {
			t.Errorf("%s says it though the holidays are there", at)
		}
	}
	none := app.Holidays{Workdays: all.Of(2024).Workdays}
	if err := s.App.SaveHolidays(ctx, officePerson, 2024, none, version); err != nil {
		t.Fatal(err)
	}
	for _, at := range pages {
		office.Get(at).Want(t, http.StatusOK, said, enter)
	}
	r := s.As("reviewer").Get("/chi-tieu")
	if r.Want(t, http.StatusOK, said); strings.Contains(r.Body, enter) {
		t.Error("a reviewer is led to the settings")
	}
}
