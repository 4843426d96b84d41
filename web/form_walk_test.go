package web_test

import (
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"rasoat/app"
	"rasoat/web/page"
	"rasoat/web/webtest"
)

// formCase is what the walk over all forms needs to know of one, by its route.
type formCase struct {
	fill    []string // what is typed, so that it is taken; the rest is as it stands on the page
	entries int      // of the record of what was done, for one form that was taken; 0: one
	open    string   // why every answer typed is as good as another: nothing wrong can be typed
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
	"/danh-muc/them":     {fill: []string{"name", "Cho mượn hội trường", "reason", "Thêm thủ tục của xã"}},
	"/thu-tuc/:code/sua": {fill: []string{"reason", "Sửa theo văn bản mới", "note", "Đã xem lại"}},
	"/ra-soat/:plan/:campaign/thu-tuc/:code": {
		fill: []string{"answers.name.clear.value", "no", "answers.name.clear.reason", "Tên còn chung chung."},
	},
	"/tu-vung/ten-thuong-goi":    {fill: []string{"code", "1.001193", "name", "lam giay khai sinh cho con"}},
	page.AuditPath + "/kiem-tra": {once: "it stores nothing: what it shows is that of the moment"},
}

var newPassword = []string{"password", "hoa gạo tháng ba", "again", "hoa gạo tháng ba"}

// notWalked are forms that stand on no page of the demo, each with the test that holds it.
var notWalked = map[string]string{
	page.SetupPath:                   "TestSetup: behind the one-time link of an installation without people",
	page.UsersPath + "/:name/mo-lai": "TestCloseUser: no account of the demo is closed",
}

// openWalks are forms of rooms that have come to Submit since: each still needs its line in formCases, a page, or a
// mend.
var openWalks = strings.Fields(`
/danh-muc/cho-xu-ly/:id
/danh-muc/danh-dau
/danh-muc/nhap
/danh-muc/nhap/:id
/danh-muc/phan-loai
/thu-tuc/:code/cong-bo
/tu-vung/:id
/tu-vung/khong-tim-thay
/tu-vung/them
/bao-cao-thang
/bao-cao-thang/phat-hanh
/bao-cao/phat-hanh
/bo-sung
/bo-sung/cong-bo
/bo-sung/danh-muc
/bo-sung/phat-hanh
/bo-sung/soan
/chi-tieu-cu-the
/chi-tieu-cu-the/mo-lai
/cong-bo/:id/cap-nhat
/cong-bo/:id/khong-niem-yet
/cong-bo/them
/dich-vu-truc-tuyen/:id/buoc
/dich-vu-truc-tuyen/moi
/gop-y
/phan-anh/:id/khong-nhan
/phan-anh/:id/nhan
/phan-anh/:id/tra-loi
/phan-anh/them
/phuong-an/:id/buoc
/phuong-an/:id/chinh
/phuong-an/:id/sua
/phuong-an/moi
/ra-soat/:plan/:campaign/danh-muc
/ra-soat/:plan/:campaign/ke-hoach
/ra-soat/:plan/:campaign/thu-tuc/:code/ket-luan
`)

// morePages are pages whose forms ask for something else than those of the permissions do.
var morePages = []struct{ who, at string }{
	{"office", page.PlansPath + "/kh-29-2024/sua/moc-thoi-han"},
	{"office", page.PlansPath + "/kh-29-2024/sua/chi-tieu"},
	{"office", page.DaysPath + "?nam=2025"},
}

// found is a form on a page of the demo, and who may send it.
type found struct {
	who, at, route string
	pageForm
}

func (f found) name() string { return strings.TrimPrefix(f.route, "/") + " as " + f.who }

// known is what is known of the form.
func (f found) known() formCase { return formCases[f.route] }

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
func findForms(t *testing.T, s *webtest.Site) []found {
	t.Helper()
	var out []found
	seen := map[string]bool{}
	take := func(c *webtest.Client, who, at string) {
		for _, f := range formsOf(t, at, c.Get(at).Body) {
			route := f.route(s.Server.Forms)
			asked := route + " " + strings.Join(f.typed, " ")
			if route != "" && !seen[asked] && !slices.Contains(openWalks, route) {
				seen[route], seen[asked] = true, true
				out = append(out, found{who, at, route, f})
			}
		}
	}
	for i, who := range asking {
		if who == "" {
			continue
		}
		c := s.As(who)
		for _, p := range readPermissions(t) {
			at, get := p.ask, strings.HasPrefix(p.route, "GET ")
			if !get || p.want[i] != http.StatusOK || strings.HasPrefix(at, "/api/") || at == "/metrics" {
				continue
			}
			take(c, who, at)
		}
	}
	for _, p := range morePages {
		take(s.As(p.who), p.who, p.at)
	}
	for route := range s.Server.Forms {
		if !seen[route] && notWalked[route] == "" && !slices.Contains(openWalks, route) {
			t.Errorf(
				"%s: no page of the permissions carries this form; name one, or in notWalked the test that holds it",
				route,
			)
		}
	}
	return out
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
	s := webtest.OpenSite(t)
	people := map[string]*webtest.Client{}
	for _, f := range findForms(t, s) {
		if len(f.typed) == 0 || f.known().open != "" {
			continue // a button alone
		}
		if people[f.who] == nil {
			people[f.who] = s.As(f.who)
		}
		c := people[f.who]
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
		if recorded(t, s) != before {
			t.Errorf("%s: a refused form was stored", f.name())
		}
	}
}

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
	for _, f := range findForms(t, webtest.OpenSite(t)) {
		t.Run(f.name(), func(t *testing.T) {
			if why := f.known().once; why != "" {
				t.Log(why)
				return
			}
			s := webtest.OpenSite(t)
			c := s.As(f.who)
			form := f.again(c).with(f.known().fill...)
			if form.values.Get(page.NumberField) == "" {
				t.Fatal("the form has no number")
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
	s := webtest.OpenSite(t)
	people := map[string]*webtest.Client{}
	for _, f := range findForms(t, s) {
		if people[f.who] == nil {
			people[f.who] = s.As(f.who)
		}
		form := f.again(people[f.who]).with(f.known().fill...)
		for i, name := range form.typed {
			if !isSecret(name) && isText(people[f.who].Get(f.at).Body, name) {
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
