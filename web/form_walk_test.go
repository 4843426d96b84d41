package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"rasoat/app"
	"rasoat/review"
	"rasoat/tools/webtest"
	"rasoat/value"
	"rasoat/web/page"
)

// formCase is what the walk over all forms needs to know of one, by its route.
type formCase struct {
	fill    []string // what is typed, where the form asks for it; the rest is as it stands. "*.text": whatever ends so
	entries int      // of the record of what was done, for one form that was taken; 0: one
	free    []string // fields where one answer is as good as another: nothing wrong can be typed
	check   bool     // a page of answers stands between the form and what it does
	checked []string // steps of the form's button that such a page stands before; the other steps are done at once
	once    string   // why it is not sent twice here
}

// formCases are the forms that need more than the values that stand on their page.
var formCases = map[string]formCase{
	page.UsersPath:                       {fill: webtest.With(webtest.NewUserForm)},
	page.UsersPath + "/:name/mat-khau":   {fill: newPassword},
	page.PasswordPath:                    {fill: append([]string{"old", "ra-soat-2024"}, newPassword...)},
	page.PlansPath + "/sao-chep":         {fill: []string{"number", "31/KH-UBND", "date", "10/7/2024"}},
	page.PlansPath + "/:plan/trang-thai": {fill: []string{"on", "14/7/2024"}},
	page.PlansPath + "/xong":             {fill: []string{"number", "12/BC-UBND", "day", "14/7/2024"}},
	page.RatesPath: {
		fill: []string{"from", "01/8/2024", "kind", "public", "rate", "50.000", "source", "Niên giám thống kê"},
	},
	"/danh-muc/them": {
		fill: []string{"name", "Cho mượn hội trường", "reason", "Thêm thủ tục của xã"},
	},
	"/thu-tuc/:code/sua": {fill: []string{"reason", "Sửa theo văn bản mới", "note", "Đã xem lại"}},
	"/ra-soat/:plan/:campaign/thu-tuc/:code": {
		fill: []string{"answers.name.clear.value", "no", "answers.name.clear.reason", "Tên còn chung chung."},
	},
	"/bao-cao-thang":           {fill: []string{"*.text", "Đã làm xong."}, free: []string{"*.text"}, entries: 16},
	"/bao-cao-thang/phat-hanh": {fill: []string{"number", "140", "date", "14/7/2024"}, entries: 3, check: true},
	"/bao-cao/phat-hanh":       {fill: []string{"*.number", "140", "*.date", "14/7/2024"}, entries: 2, check: true},
	"/bao-cao/tong-hop":        {fill: []string{"*.text", "Đã làm xong."}, free: []string{"*.text"}, entries: 5},
	"/bao-cao/da-phat-hanh/:id/thu-hoi": {
		fill:    []string{"reason", "Sai số liệu"},
		free:    []string{"reason"},
		entries: 2,
	},
	"/bo-sung": {fill: []string{"*.reason", "Phát sinh hằng tháng"}},
	"/bo-sung/danh-muc": {
		fill: []string{"from", "Công văn 300", "table", "STT\tTên thủ tục\n1\tCho mượn hội trường\n"},
	},
	"/bo-sung/phat-hanh":       {fill: []string{"number", "131/TTr-UBND", "date", "14/7/2024"}, entries: 2, check: true},
	"/bo-sung/soan":            {fill: []string{"line", "0"}, entries: 2},
	"/chi-tieu-cu-the/mo-lai":  {fill: []string{"reason", "Đơn vị gửi lại số"}, free: []string{"reason"}},
	"/phan-anh/:id/khong-nhan": {fill: []string{"reason", "Không rõ nội dung"}, free: []string{"reason"}, check: true},
	"/phan-anh/:id/nhan":       {fill: []string{"kind", "rule", "unit", "Văn phòng", "due", "31/7/2024"}},
	"/phan-anh/:id/tra-loi":    {fill: []string{"answer", "Đã bổ sung ghế.", "answered", "15/7/2024"}, check: true},
	"/phan-anh/:id/chuyen": {
		fill:  []string{"forward_kind", "rule", "to", "Sở Tư pháp", "forwarded_on", "15/7/2024"},
		free:  []string{"to", "paper"},
		check: true,
	},
	"/phan-anh/:id/xac-minh": {
		fill: []string{
			"finding", "unfounded", "verified_on", "15/7/2024", "verified_text", "Đã làm việc với người gửi.",
		},
		free: []string{"verified_text", "followed"},
	},
	"/phuong-an/:id/chinh": {entries: 2},
	"/ra-soat/:plan/:campaign/thay-doi": {
		fill: []string{"number", "60/QĐ-UBND", "date", "10/7/2024", "reason", "Bị bãi bỏ"},
		free: []string{"entering", "leaving", "number", "reason"},
		once: "its first button shows what recording does: TestChangeList_Page",
	},
	"/ra-soat/:plan/:campaign/thay-doi/dinh-chinh": {
		fill:    []string{"number", "154/QĐ-UBND", "reason", "Gõ nhầm số"},
		free:    []string{"number", "date", "reason", "so", "ngay"},
		entries: 2,
	},
	"/dich-vu-truc-tuyen/:id/dinh-chinh": {
		fill:    []string{"number", "155/QĐ-UBND", "reason", "Gõ nhầm số"},
		free:    []string{"reason"},
		entries: 2,
	},
	"/bo-sung/dinh-chinh": {
		fill:    []string{"number", "156/TTr-UBND", "reason", "Gõ nhầm số"},
		free:    []string{"reason"},
		entries: 3,
	},
	"/ra-soat/:plan/:campaign/thu-tuc/:code/ket-luan": {fill: []string{"conclusion", "cut"}},
	"/tu-vung/them":             {once: "its first button shows what saving would change: TestVocabulary_Form"},
	"/bo-sung/cong-bo":          {fill: []string{"decision", "160/QĐ-UBND", "decided", "10/7/2024"}, entries: 4, check: true},
	"/chi-tieu-cu-the/linh-vuc": {fill: []string{"rows[0].field", "Hộ tịch", "rows[0].online", "1"}},
	"/chi-tieu-cu-the":          {fill: []string{"nq01-1.numerator", "1", "nq01-1.denominator", "2"}},
	"/cong-bo/:id/khong-niem-yet": {
		fill: []string{"reason", "Không thuộc diện niêm yết ở xã"},
		free: []string{"reason"},
	},
	"/cong-bo/them": {
		fill: []string{"number", "161/QĐ-UBND", "date", "10/7/2024", "announce", "1.001193"},
	},
	"/cong-bo/:id/cap-nhat":   {entries: 2, check: true},
	"/danh-muc/danh-dau":      {fill: []string{"code", "1.001193", "reason", "Rà lại danh mục của xã"}},
	"/danh-muc/phan-loai":     {fill: []string{"codes", "1.001193"}, once: "its first button shows what would change"},
	"/danh-muc/nhap-bang":     {once: "its first button shows what would come in: TestOwn"},
	"/thu-tuc/:code/bieu-mau": {once: "a file has to be chosen: TestFormFile"},
	"/danh-muc/nhap":          {once: "a file has to be chosen: TestImportPage_Refusals"},
	"/dich-vu-truc-tuyen/:id/buoc": {
		fill: []string{
			"forward.to", "UBND huyện", "forward.note", "Thuộc quyền của huyện",
			"put_in_force.dated", "14/7/2024",
		},
		free:    []string{"*.note"},
		checked: []string{"submit", "approve", "accept", "refuse", "put_in_force"},
	},
	"/dich-vu-truc-tuyen/moi": {fill: []string{"procedure", "1.000894"}},
	"/gop-y":                  {fill: []string{"text", "Thiếu bàn ghế ngồi chờ."}},
	"/gop-y/tra-cuu":          {once: "it stores nothing: TestLookUpFeedback"},
	"/phan-anh/them": {
		fill: []string{"text", "Thiếu bàn ghế ngồi chờ.", "received", "14/7/2024"},
	},
	"/phuong-an/:id/buoc": {
		fill:    []string{"*.note", "Cần làm lại"},
		free:    []string{"*.note"},
		entries: 2,
		checked: []string{"submit", "approve", "accept", "refuse", "put_in_force"},
	},
	"/phuong-an/:id/trao-doi": {
		fill: []string{"ask.text", "Vì sao còn 6 lần?"},
		free: []string{"*.text"},
	},
	page.ApprovalPath: {
		fill:    []string{"proposal", "19.1", "approve.number", "151", "approve.date", "14/7/2024"},
		free:    []string{"proposal", "*.note"},
		check:   true,
		entries: 2,
	},
	"/phuong-an/:id/dinh-chinh": {
		fill:    []string{"number", "152", "reason", "Gõ nhầm số"},
		free:    []string{"reason"},
		check:   true,
		entries: 2,
	},
	"/phuong-an/moi":                    {fill: []string{"procedure", "kh-29-2024/public/1.001699"}},
	"/ra-soat/:plan/:campaign/ke-hoach": {fill: []string{"procedures[0].why", "Hay bị hỏi lại"}},
	"/thu-tuc/:code/cong-bo": {fill: []string{
		"decision.number", "162/QĐ-UBND", "decision.date", "10/7/2024", "validity.from", "10/7/2024",
		"announce.reason", "Công bố mới", "validity.repealed_by", "163/QĐ-UBND", "validity.until", "14/7/2024",
		"repeal.reason", "Không còn làm",
	}},
	"/tu-vung/:id":               {once: "its first button shows what saving would change: TestVocabulary_Form"},
	"/tu-vung/ten-thuong-goi":    {fill: []string{"code", "1.001193", "name", "lam giay khai sinh cho con"}},
	page.AuditPath + "/kiem-tra": {once: "it stores nothing: what it shows is that of the moment"},
}

var newPassword = []string{"password", "hoa gạo tháng ba", "again", "hoa gạo tháng ba"}

// notWalked are forms that stand on no page of the demo, each with the test that holds it.
var notWalked = map[string]string{
	page.SetupPath:                   "TestSetup: behind the one-time link of an installation without people",
	page.PlanStartPath:               "TestStart: the demo has a plan",
	page.UsersPath + "/:name/mo-lai": "TestCloseUser: no account of the demo is closed",
	"/danh-muc/cho-xu-ly/:id":        "TestCatalogue_SaysWhatWasDone: the demo holds no row of an import",
	"/danh-muc/nhap/:id":             "TestImportPage_Refusals: the demo imports no file",
}

// shown is a page and who asks for it.
type shown struct{ who, at string }

// morePages are pages whose forms ask for something else than those of the permissions do.
var morePages = []shown{
	{"office", page.PlansPath + "/kh-29-2024/sua/moc-thoi-han"},
	{"office", page.PlansPath + "/kh-29-2024/sua/chi-tieu"},
	{"office", page.DaysPath + "?nam=2025"},
	{"chairman", page.ProposalsPath + "/1/dinh-chinh"},
	{"office", "/phan-anh/2"},
}

// prepare brings the demo into states whose pages carry forms that it does not show, and says which pages those are.
func prepare(t *testing.T, s *webtest.Site) []shown {
	t.Helper()
	office, err := s.App.Person(t.Context(), "office")
	if err != nil {
		t.Fatal(err)
	}
	next, err := s.App.CopyPlan(t.Context(), office, "kh-29-2024", 2025, func(p *review.Plan) {
		p.Number, p.Date = "31/KH-UBND", value.MustDate("2024-07-10")
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.App.PutPlanInForce(t.Context(), office, next, 1, value.MustDate("2024-07-10")); err != nil {
		t.Fatal(err)
	}
	c, reviewer := s.As("office"), s.As("reviewer")
	sent := func(r webtest.Response) (to string) {
		if r.Status != http.StatusSeeOther {
			t.Fatalf("%d: %s", r.Status, summaryOf(r.Body))
		}
		return r.Header.Get("Location")
	}
	press := func(at, action string, typed ...string) {
		forms := formsOf(t, at, c.Get(at).Body)
		i := slices.IndexFunc(forms, func(f pageForm) bool { return f.action == action })
		sent(send(c, forms[i].with(typed...)))
	}
	month := "/chi-tieu-cu-the?" + page.PlanParam + "=kh-29-2024&thang=2024-06"
	plan := string(next)
	petition := []string{"text", "Thiếu ghế ngồi chờ.", "received", "14/7/2024", "channel", "telephone"}
	sent(c.Post("/bo-sung", "plan", plan, "version", "0", "items[0].procedure", "TB-01",
		"items[0].reason", "Phát sinh hằng tháng."))
	sent(c.Post("/bo-sung/danh-muc", "plan", plan, "version", "1", "from", "Công văn 221",
		"table", "STT\tTên thủ tục\n1\tLấy mẫu nước giếng khoan\n"))
	waiting, taken := sent(c.Post("/phan-anh/them", petition...)), sent(c.Post("/phan-anh/them", petition...))
	press(taken, taken+"/nhan", "kind", "rule")
	s.Visitor().Get("/?q=zzzz+mmmm")
	press(month, "/chi-tieu-cu-the/cong-khai")
	sent(reviewer.Post("/ra-soat/kh-29-2024/internal-b/thu-tuc/NB-12", "phan", "trinh-tu", "version", "1",
		"answers.steps.removable.value", "yes", "answers.steps.removable.reason", "Hai người cùng kiểm tra",
		"answers.steps.removable.measure", "Bỏ một bước"))
	july, err := s.App.IssueReport(t.Context(), office, app.ReportOptions{
		Kind: "monthly", Plan: "kh-29-2024", Month: value.MustMonth("2024-07"), Number: "141", Date: app.DemoDay,
	})
	if err != nil {
		t.Fatal(err)
	}
	list := "/ra-soat/kh-29-2024/public/thay-doi"
	sent(c.Post(list, "number", "153/QĐ-UBND", "date", "10/7/2024", "reason", "Bị bãi bỏ", "leaving", "1.003583",
		"step", "record"))
	spare := sent(reviewer.Post(page.ProposalsPath+"/moi", "from", page.ProposalsPath+"/9"))
	handed, err := s.App.Proposals(t.Context(), office, app.ProposalFilter{
		Plan:     "kh-29-2024",
		Campaign: review.CampaignInternalB,
		State:    review.Submitted,
	})
	changes := func(r app.ProposalRow) bool { return r.Proposal.Conclusion != review.Keep }
	at := slices.IndexFunc(handed.Rows, changes)
	if err != nil || at < 0 {
		t.Fatal("the demo has nothing to check", err)
	}
	p := handed.Rows[at].Proposal
	sent(c.Post(page.ProposalHref(p.ID)+"/buoc", "version", strconv.Itoa(p.Version), "action", "check"))
	return []shown{
		{"chairman", "/phuong-an/phe-duyet?" + page.PlanParam + "=kh-29-2024"},
		{"office", "/bo-sung?" + page.PlanParam + "=" + plan},
		{"office", waiting},
		{"office", taken},
		{"office", "/tu-vung/khong-tim-thay"},
		{"office", month},
		{"office", page.IssuedHref(july) + "/trang"},
		{"office", list + "/dinh-chinh?ngay=2024-07-10&so=" + url.QueryEscape("153/QĐ-UBND")},
		{"office", "/ra-soat/" + plan + "/internal-b/danh-muc?buoc=xac-nhan&code=NB-01"},
		{"reviewer", "/ra-soat/kh-29-2024/internal-b/thu-tuc/NB-12?phan=ket-luan"},
		{"reviewer", strings.TrimSuffix(spare, "/sua")},
	}
}

// walk is the demo as it is, and the demo prepared, each with its people.
type walk struct {
	demo, prepared *webtest.Site
	people         map[*webtest.Site]map[string]*webtest.Client
}

func beginWalk(t *testing.T) walk {
	return walk{webtest.OpenSite(t), webtest.OpenSite(t), map[*webtest.Site]map[string]*webtest.Client{}}
}

// site is the one whose page carries the form.
func (w walk) site(f found) *webtest.Site {
	if f.prepared {
		return w.prepared
	}
	return w.demo
}

// as is somebody signed in there.
func (w walk) as(s *webtest.Site, who string) *webtest.Client {
	if w.people[s] == nil {
		w.people[s] = map[string]*webtest.Client{}
	}
	if w.people[s][who] == nil {
		w.people[s][who] = s.As(who)
	}
	return w.people[s][who]
}

// found is a form on a page of the demo, as it is or prepared, and who may send it.
type found struct {
	who, at, route string
	prepared       bool
	pageForm
}

func (f found) name() string { return strings.TrimPrefix(f.route, "/") + " as " + f.who }

// known is what is known of the form.
func (f found) known() formCase { return formCases[f.route] }

// filled is a form of the route with what is typed into it.
func (c formCase) filled(form pageForm) pageForm {
	for pair := range slices.Chunk(c.fill, 2) {
		for _, name := range form.typed {
			if isNamed(name, pair[0]) {
				form = form.with(name, pair[1])
			}
		}
	}
	return form
}

// takesAnything reports a form of the route in which nothing wrong can be typed.
func (c formCase) takesAnything(form pageForm) bool {
	isFree := func(name string) bool {
		return slices.ContainsFunc(c.free, func(free string) bool { return isNamed(name, free) })
	}
	return !slices.ContainsFunc(form.typed, func(name string) bool { return !isFree(name) })
}

// isNamed reports a field called so, or one that ends as "*.text" says.
func isNamed(name, so string) bool {
	end, any := strings.CutPrefix(so, "*")
	return name == so || any && strings.HasSuffix(name, end)
}

// again is the form as its page shows it now.
func (f found) again(c *webtest.Client) pageForm {
	c.T.Helper()
	for _, x := range formsOf(c.T, f.at, c.Get(f.at).Body) {
		if x.isSame(f.pageForm) {
			return x
		}
	}
	c.T.Fatalf("%s: the form to %s is gone", f.at, f.action)
	return pageForm{}
}

// findForms fetches every page of the demo that the permissions name, as everybody who may, and takes the forms on it:
// each once, from the first page that carries it and asks for the same.
func (w walk) findForms(t *testing.T) []found {
	t.Helper()
	var out []found
	seen := map[string]bool{}
	take := func(s *webtest.Site, who, at string) {
		for _, f := range formsOf(t, at, w.as(s, who).Get(at).Body) {
			route := f.route(s.Server.Forms)
			asked := route + " " + strings.Join(f.typed, " ")
			if route == "" || seen[asked] || s == w.prepared && hasRoute(out, route) {
				continue
			}
			seen[asked] = true
			out = append(out, found{who, at, route, s == w.prepared, f})
		}
	}
	for i, who := range asking {
		for _, p := range readPermissions(t) {
			at, get := p.ask, strings.HasPrefix(p.route, "GET ")
			if who == "" || !get || p.want[i] != http.StatusOK || strings.HasPrefix(at, "/api/") || at == "/metrics" {
				continue
			}
			take(w.demo, who, at)
		}
	}
	for _, p := range morePages {
		take(w.demo, p.who, p.at)
	}
	for _, p := range prepare(t, w.prepared) {
		take(w.prepared, p.who, p.at)
	}
	for route := range w.demo.Server.Forms {
		if !hasRoute(out, route) && notWalked[route] == "" {
			t.Errorf("%s: no page carries it; name or prepare one, or in notWalked the test that holds it", route)
		}
	}
	return out
}

// hasRoute reports whether a form of the route was found.
func hasRoute(all []found, route string) bool {
	return slices.ContainsFunc(all, func(f found) bool { return f.route == route })
}

// recorded is how many entries the record of what was done has.
func recorded(t *testing.T, s *webtest.Site) int64 {
	t.Helper()
	entries, _, err := s.App.Audit(t.Context(), app.CommandPerson, app.AuditFilter{})
	if err != nil || len(entries) == 0 {
		t.Fatal(len(entries), err)
	}
	return entries[0].Seq
}

// Every form, sent with a wrong answer in every field, comes back with all that was typed and says what is wrong.
func TestEveryForm_Wrong(t *testing.T) {
	w := beginWalk(t)
	for _, f := range w.findForms(t) {
		if f.known().takesAnything(f.pageForm) {
			continue // a button alone is one, too
		}
		s := w.site(f)
		c := w.as(s, f.who)
		form := f.again(c)
		before := recorded(t, s)
		for _, name := range form.typed {
			form = form.with(name, "§ sai: "+name)
		}
		r := send(c, form)
		if r.Status != http.StatusUnprocessableEntity && r.Status != http.StatusConflict &&
			r.Status != http.StatusBadRequest {
			t.Errorf("%s: wrong in every field: %d, want it refused", f.name(), r.Status)
			continue
		}
		checkTyped(t, f, form, r)
		if said := fileWords.FindString(summaryOf(r.Body)); said != "" {
			t.Errorf("%s: the summary says %q", f.name(), said)
		}
		if recorded(t, s) != before {
			t.Errorf("%s: a refused form was stored", f.name())
		}
	}
}

// fileWords are what the messages of files say and no page does: the raw name of a field, the description of a format.
var fileWords = regexp.MustCompile(`(^|[.;] )[a-z_]+(\[\d+\])?(\.[a-z_]+)*: |mô tả định dạng tệp`)

// checkTyped holds that a page carries a form as it was typed, and a summary of what is wrong with it.
func checkTyped(t *testing.T, f found, sent pageForm, r webtest.Response) {
	t.Helper()
	if r.Status != http.StatusOK && !strings.Contains(r.Body, `class="error-summary"`) &&
		!strings.Contains(r.Body, `id="hai-ban"`) {
		t.Errorf("%s: the page of %d does not say what is wrong", f.name(), r.Status)
	}
	forms := formsOf(t, f.at, r.Body)
	i := slices.IndexFunc(forms, func(x pageForm) bool { return x.isSame(sent) })
	if i < 0 {
		t.Errorf("%s: the page of %d lacks the form", f.name(), r.Status)
		return
	}
	for _, name := range sent.typed {
		got, want := forms[i].values[name], sent.values[name]
		if isSecret(name) || !isText(r.Body, name) {
			continue // a choice has no place for an answer that it does not offer
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %s is %q, typed was %q", f.name(), name, got, want)
		}
	}
}

func isSecret(name string) bool { return slices.Contains([]string{"password", "again", "old"}, name) }

// isText reports whether a field is one to type into.
func isText(body, name string) bool {
	at := strings.Index(body, ` name="`+name+`"`)
	if at < 0 {
		return true // it is gone: what was typed is lost
	}
	tag := body[strings.LastIndex(body[:at], "<"):at]
	return !strings.HasPrefix(tag, "<select") && !strings.Contains(tag, `type="checkbox"`) &&
		!strings.Contains(tag, `type="radio"`)
}

// Every form, sent four times at once and once more, does its thing once, and all get the same answer.
func TestEveryForm_Twice(t *testing.T) {
	for _, f := range beginWalk(t).findForms(t) {
		t.Run(f.name(), func(t *testing.T) {
			if why := f.known().once; why != "" {
				t.Log(why)
				return
			}
			s := webtest.OpenSite(t)
			if f.prepared {
				prepare(t, s)
			}
			c := s.As(f.who)
			form := f.known().filled(f.again(c))
			if form.values.Get(page.NumberField) == "" {
				t.Fatal("the form has no number")
			}
			if f.known().check || slices.Contains(f.known().checked, form.values.Get("action")) {
				form = checkOf(c, form)
			}
			before := recorded(t, s)
			answers := make([]webtest.Response, 5)
			var wait sync.WaitGroup
			for i := range answers[1:] {
				wait.Go(func() { answers[i+1] = send(c, form) })
			}
			wait.Wait()
			answers[0] = send(c, form)
			for i, r := range answers {
				to, want := r.Header.Get("Location"), answers[1].Header.Get("Location")
				if r.Status != http.StatusSeeOther || to != want {
					t.Fatalf("answer %d: %d to %q, want 303 to %q: %s", i, r.Status, to, want, summaryOf(r.Body))
				}
			}
			if n := recorded(t, s) - before; n != int64(max(f.known().entries, 1)) {
				t.Errorf("%d entries in the record of what was done, want %d", n, max(f.known().entries, 1))
			}
		})
	}
}

// checkOf is the form of the page that stands between a form and what it does, which stores nothing by itself.
func checkOf(c *webtest.Client, form pageForm) pageForm {
	c.T.Helper()
	before := recorded(c.T, c.Site)
	r := send(c, form)
	for _, f := range formsOf(c.T, form.action, r.Body) {
		if r.Status == http.StatusOK && f.values.Get(page.CheckField) == page.CheckYes {
			if recorded(c.T, c.Site) != before {
				c.T.Error("what was to be checked was stored")
			}
			return f
		}
	}
	c.T.Fatalf("%d, want the page of a check: %s", r.Status, summaryOf(r.Body))
	return pageForm{}
}

// summaryOf is what a page says is wrong.
func summaryOf(body string) string {
	_, rest, _ := strings.Cut(body, `class="error-summary"`)
	out, _, _ := strings.Cut(rest, "</div>")
	return strings.Join(strings.Fields(anyTag.ReplaceAllString("<"+out, "")), " ")
}

var anyTag = regexp.MustCompile(`<[^>]*>`)

// Every form whose session ended while somebody typed comes back as it was typed once the same person has signed in,
// and nothing is stored by that.
func TestEveryForm_SessionEnded(t *testing.T) {
	w := beginWalk(t)
	for _, f := range w.findForms(t) {
		s := w.site(f)
		form := f.known().filled(f.again(w.as(s, f.who)))
		for i, name := range form.typed {
			if !isSecret(name) && isText(w.as(s, f.who).Get(f.at).Body, name) {
				form = form.with(name, fmt.Sprintf("đang gõ %d", i))
			}
		}
		before := recorded(t, s)
		c := s.Visitor()
		r := send(c, form)
		if r.Status != http.StatusUnauthorized {
			t.Errorf("%s: without a session %d, want 401", f.name(), r.Status)
			continue
		}
		i := slices.IndexFunc(formsOf(t, "", r.Body), func(x pageForm) bool { return x.action == page.SignInPath })
		if i < 0 {
			t.Errorf("%s: no sign-in form", f.name())
			continue
		}
		signIn := formsOf(t, "", r.Body)[i]
		for name, typed := range form.values {
			if kept := signIn.values["giu."+name]; !isSecret(name) && !slices.Equal(kept, typed) {
				t.Errorf("%s: the sign-in page keeps %q of %s, typed was %q", f.name(), kept, name, typed)
			}
		}
		person := app.DemoPeople[slices.IndexFunc(app.DemoPeople,
			func(p app.DemoPerson) bool { return p.Name == f.who })]
		r = send(c, signIn.with("username", person.Name, "password", person.Password))
		if r.Status != http.StatusOK || !strings.Contains(r.Body, "chưa được lưu") {
			t.Errorf("%s: after signing in %d, want the form as it was typed", f.name(), r.Status)
			continue
		}
		checkTyped(t, f, form, r)
		if recorded(t, s) != before {
			t.Errorf("%s: signing in stored it", f.name())
		}
	}
}
