package page_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/gin-gonic/gin"

	"rasoat/app"
	"rasoat/tools/webtest"
	"rasoat/web/page"
)

var tanForm = webtest.With(webtest.NewUserForm, "full_name", "Hồ Sỹ Tân")

var numberOf = regexp.MustCompile(`name="bieu-mau" value="([^"]+)"`)

// number is the number of the forms on a page.
func number(c *webtest.Client, path string) string {
	c.T.Helper()
	m := numberOf.FindStringSubmatch(c.Get(path).Body)
	if m == nil {
		c.T.Fatalf("%s: no form with a number", path)
	}
	return m[1]
}

// accounts counts the accounts whose name in full is as typed.
func accounts(t *testing.T, s *webtest.Site, fullName string) (n int) {
	t.Helper()
	people, err := s.App.People(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		if p.FullName == fullName {
			n++
		}
	}
	return n
}

// The same form sent twice, one after the other or at once, does the thing once and gets the same answer.
func TestSubmit_Twice(t *testing.T) {
	s := webtest.OpenSite(t)
	admin := s.As("admin")
	form := append(slices.Clone(tanForm), page.NumberField, number(admin, page.UsersPath+"/them"))
	var wait sync.WaitGroup
	answers := make([]webtest.Response, 8)
	for i := range answers {
		wait.Go(func() { answers[i] = admin.Post(page.UsersPath, form...) })
	}
	wait.Wait()
	for i, r := range answers {
		if r.Status != http.StatusSeeOther || r.Header.Get("Location") != page.UsersPath {
			t.Errorf("post %d: %d to %q, want 303 to the list", i, r.Status, r.Header.Get("Location"))
		}
	}
	if n := accounts(t, s, "Hồ Sỹ Tân"); n != 1 {
		t.Errorf("%d accounts, want 1", n)
	}
	// the same form with something else in it is another one: here its name is taken
	if r := admin.Post(page.UsersPath, webtest.With(form, "full_name",
		"Trần Văn Bình")...); r.Status != http.StatusUnprocessableEntity {
		t.Errorf("changed and sent again: %d, want 422", r.Status)
	}
	// a form of its own does the thing again
	again := webtest.With(form, "username", "minh.hai", page.NumberField, number(admin, page.UsersPath+"/them"))
	if r := admin.Post(page.UsersPath, again...); r.Status != http.StatusSeeOther {
		t.Errorf("a second form: %d, want 303", r.Status)
	}
}

// A session that ended while one typed loses nothing: the form comes back as it was typed once the same person has
// signed in, is not stored by that, and is stored by its own button.
func TestSubmit_SessionEnded(t *testing.T) {
	s := webtest.OpenSite(t)
	admin := s.As("admin")
	number := number(admin, page.UsersPath+"/them")
	admin.Post("/dang-xuat")
	r := admin.Post(page.UsersPath, append(slices.Clone(tanForm), page.NumberField, number)...)
	if r.Status != http.StatusUnauthorized || !strings.Contains(r.Body, "Phiên làm việc đã hết") {
		t.Fatalf("without a session: %d, want the sign-in page that says why", r.Status)
	}
	if strings.Contains(r.Body, "hoa gạo") {
		t.Error("the sign-in page carries a password that was typed")
	}
	kept := hiddenOf(t, r.Body)
	if kept.Get("giu.full_name") != "Hồ Sỹ Tân" || kept.Get(page.KeptAddress) != page.UsersPath {
		t.Fatalf("the sign-in page keeps %v", kept)
	}
	send := func(name, password string) webtest.Response {
		pairs := []string{"username", name, "password", password}
		for field, values := range kept {
			for _, v := range values {
				pairs = append(pairs, field, v)
			}
		}
		return admin.Post(page.SignInPath, pairs...)
	}
	// a wrong password keeps it all
	r = send("admin", "x")
	if r.Status != http.StatusUnprocessableEntity || hiddenOf(t, r.Body).Get("giu.full_name") != "Hồ Sỹ Tân" {
		t.Errorf("wrong password: %d, or the form is gone", r.Status)
	}
	// somebody else does not get it
	office := demoPerson("office")
	if r = send(office.Name, office.Password); r.Status != http.StatusSeeOther ||
		strings.Contains(r.Body, "Hồ Sỹ Tân") {
		t.Errorf("another person: %d, want to be led to the own work", r.Status)
	}
	if body := admin.Get(page.FirstPage).Body; !strings.Contains(body, "của tài khoản admin") {
		t.Error("the other person is not told why")
	}
	admin.Post("/dang-xuat")
	me := demoPerson("admin")
	r = send(me.Name, me.Password)
	if r.Status != http.StatusOK || !strings.Contains(r.Body, `value="Hồ Sỹ Tân"`) ||
		!strings.Contains(r.Body, "chưa được lưu") {
		t.Fatalf("the same person: %d, want the form as it was typed", r.Status)
	}
	if n := accounts(t, s, "Hồ Sỹ Tân"); n != 0 {
		t.Errorf("signing in opened %d accounts", n)
	}
	m := numberOf.FindStringSubmatch(r.Body)
	if r = admin.Post(page.UsersPath, append(slices.Clone(tanForm), page.NumberField,
		m[1])...); r.Status != http.StatusSeeOther {
		t.Errorf("sent again: %d, want 303", r.Status)
	}
}

// What one person typed is not sent by another who signed in beside it.
func TestSubmit_OpenedByAnother(t *testing.T) {
	s := webtest.OpenSite(t)
	admin := s.As("admin")
	number := number(admin, page.UsersPath+"/them")
	r := s.As("admin").
		Post(page.UsersPath, append(slices.Clone(tanForm), page.NumberField, "lan"+number[strings.Index(number,
			"."):])...)
	if r.Status != http.StatusForbidden || !strings.Contains(r.Body, "tài khoản lan") ||
		accounts(t, s, "Hồ Sỹ Tân") != 0 {
		t.Errorf("a form of lan sent by admin: %d, want it refused with a word", r.Status)
	}
}

// A refused page says so before its title; what was done is said on the page that follows, once.
func TestSubmit_Said(t *testing.T) {
	s := webtest.OpenSite(t)
	admin := s.As("admin")
	if r := admin.Post(page.UsersPath, webtest.With(tanForm, "username", "")...); !strings.Contains(
		r.Body,
		"<title>Lỗi: ",
	) {
		t.Error("the title of a refused page does not begin with Lỗi:")
	}
	r := admin.Post(page.UsersPath, tanForm...)
	to := r.Header.Get("Location")
	if body := admin.Get(to).Body; !strings.Contains(body, "Đã tạo tài khoản minh.tran") ||
		strings.Contains(body, "<title>Lỗi: ") {
		t.Error("what was done is not said")
	}
	if strings.Contains(admin.Get(to).Body, "Đã tạo tài khoản minh.tran") {
		t.Error("what was done is said twice")
	}
}

// A store that cannot write gives the page back as it was typed.
func TestSubmit_StoreCannotWrite(t *testing.T) {
	s := webtest.OpenSite(t)
	for name, err := range map[string]struct {
		err    error
		status int
		says   string
	}{
		"busy":      {app.ErrBusy, http.StatusServiceUnavailable, "đang bận"},
		"read-only": {app.ErrReadOnly, http.StatusServiceUnavailable, "không cho ghi"},
		"full":      {app.ErrFull, http.StatusInsufficientStorage, "hết chỗ"},
	} {
		t.Run(name, func(t *testing.T) {
			c, _ := gin.CreateTestContext(httptest.NewRecorder())
			c.Request = httptest.NewRequestWithContext(t.Context(), http.MethodPost, page.UsersPath, nil)
			in := url.Values{"full_name": {"Hồ Sỹ Tân"}}
			var again page.Typed
			e := s.Server.Again(c, in, page.Act{Again: func(t page.Typed) error { again = t; return nil }}, err.err)
			if e != nil || again.Status != err.status || again.Values.Get("full_name") != "Hồ Sỹ Tân" ||
				!strings.Contains(c.GetString(page.AlertKey), err.says) {
				t.Errorf(
					"%v: %d %q, want %d and a word of %q",
					e,
					again.Status,
					c.GetString(page.AlertKey),
					err.status,
					err.says,
				)
			}
		})
	}
}

var hiddenInput = regexp.MustCompile(`<input type="hidden" name="([^"]+)" value="([^"]*)">`)

// hiddenOf are the fields of a sign-in page that nobody sees.
func hiddenOf(t *testing.T, body string) url.Values {
	t.Helper()
	out := url.Values{}
	_, form, found := strings.Cut(body, `action="/dang-nhap"`)
	if !found {
		t.Fatal("no sign-in form")
	}
	for _, m := range hiddenInput.FindAllStringSubmatch(form, -1) {
		if strings.HasPrefix(m[1], "giu") {
			out.Add(m[1], m[2])
		}
	}
	return out
}

func demoPerson(name string) app.DemoPerson {
	return app.DemoPeople[slices.IndexFunc(app.DemoPeople, func(p app.DemoPerson) bool { return p.Name == name })]
}

// A page for everybody keeps what was typed as well: who opened it signed in, and sent it after the session had ended,
// signs in again.
func TestSubmit_PublicFormAfterTheSession(t *testing.T) {
	s := webtest.OpenSite(t)
	c := s.As("office")
	number := c.Number(page.SendPath)
	c.Post("/dang-xuat")
	r := c.Post(page.SendPath, page.NumberField, number, "content", "Chưa niêm yết")
	if r.Status != http.StatusUnauthorized || !strings.Contains(r.Body, "Chưa niêm yết") {
		t.Errorf("sent after the session: %d, want the sign-in page that keeps what was typed", r.Status)
	}
}
