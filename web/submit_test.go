package web

import (
	"context"
	"errors"
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
)

var tanForm = with(newUserForm, "full_name", "Hồ Sỹ Tân")

var numberOf = regexp.MustCompile(`name="bieu-mau" value="([^"]+)"`)

// number is the number of the forms on a page.
func (c *client) number(path string) string {
	c.t.Helper()
	m := numberOf.FindStringSubmatch(c.get(path).body)
	if m == nil {
		c.t.Fatalf("%s: no form with a number", path)
	}
	return m[1]
}

// accounts counts the accounts whose name in full is as typed.
func accounts(t *testing.T, s *site, fullName string) (n int) {
	t.Helper()
	people, err := s.app.People(t.Context())
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
	s := openSite(t)
	admin := s.as("admin")
	form := append(slices.Clone(tanForm), numberField, admin.number(usersPath+"/them"))
	var wait sync.WaitGroup
	answers := make([]response, 8)
	for i := range answers {
		wait.Go(func() { answers[i] = admin.post(usersPath, form...) })
	}
	wait.Wait()
	for i, r := range answers {
		if r.status != http.StatusSeeOther || r.header.Get("Location") != userHref("minh.tran") {
			t.Errorf("post %d: %d to %q, want 303 to the account", i, r.status, r.header.Get("Location"))
		}
	}
	if n := accounts(t, s, "Hồ Sỹ Tân"); n != 1 {
		t.Errorf("%d accounts, want 1", n)
	}
	// the same form with something else in it is another one: here its name is taken
	if r := admin.post(usersPath, with(form, "full_name", "Trần Văn Bình")...); r.status != http.StatusUnprocessableEntity {
		t.Errorf("changed and sent again: %d, want 422", r.status)
	}
	// a form of its own does the thing again
	again := with(form, "username", "minh.hai", numberField, admin.number(usersPath+"/them"))
	if r := admin.post(usersPath, again...); r.status != http.StatusSeeOther {
		t.Errorf("a second form: %d, want 303", r.status)
	}
}

// What was refused is not remembered: it may be sent again as it is once the reason is gone.
func TestSubmit_RefusedIsDoneAnew(t *testing.T) {
	var o onlyOnce
	refused := errors.New("busy")
	times := 0
	do := func() (Done, error) {
		if times++; times == 1 {
			return Done{}, refused
		}
		return Done{To: "/a"}, nil
	}
	if _, err := o.do(t.Context(), "k", do); !errors.Is(err, refused) {
		t.Fatalf("first: %v, want %v", err, refused)
	}
	for range 2 {
		if done, err := o.do(t.Context(), "k", do); err != nil || done.To != "/a" {
			t.Fatalf("then: %v %v, want /a", done, err)
		}
	}
	if times != 2 {
		t.Errorf("done %d times, want 2", times)
	}
	panics := func() (Done, error) { panic("broke") }
	func() {
		defer func() { _ = recover() }()
		_, _ = o.do(t.Context(), "p", panics)
	}()
	if done, err := o.do(t.Context(), "p", do); err != nil || done.To != "/a" {
		t.Errorf("after a form that broke: %v %v, want it done", done, err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	begun, end := make(chan bool), make(chan bool)
	go func() {
		_, _ = o.do(context.Background(), "w", func() (Done, error) { close(begun); <-end; return Done{To: "/b"}, nil })
	}()
	<-begun
	if _, err := o.do(ended, "w", do); !errors.Is(err, context.Canceled) {
		t.Errorf("waiting for a form after one left: %v, want canceled", err)
	}
	close(end)
}

// A session that ended while one typed loses nothing: the form comes back as it was typed once the same person has
// signed in, is not stored by that, and is stored by its own button.
func TestSubmit_SessionEnded(t *testing.T) {
	s := openSite(t)
	admin := s.as("admin")
	number := admin.number(usersPath + "/them")
	admin.post("/dang-xuat")
	r := admin.post(usersPath, append(slices.Clone(tanForm), numberField, number)...)
	if r.status != http.StatusUnauthorized || !strings.Contains(r.body, "Phiên làm việc đã hết") {
		t.Fatalf("without a session: %d, want the sign-in page that says why", r.status)
	}
	if strings.Contains(r.body, "hoa gạo") {
		t.Error("the sign-in page carries a password that was typed")
	}
	kept := hiddenOf(t, r.body)
	if kept.Get("giu.full_name") != "Hồ Sỹ Tân" || kept.Get(keptAddress) != usersPath {
		t.Fatalf("the sign-in page keeps %v", kept)
	}
	send := func(name, password string) response {
		pairs := []string{"username", name, "password", password}
		for field, values := range kept {
			for _, v := range values {
				pairs = append(pairs, field, v)
			}
		}
		return admin.post(signInPath, pairs...)
	}
	// a wrong password keeps it all
	r = send("admin", "x")
	if r.status != http.StatusUnprocessableEntity || hiddenOf(t, r.body).Get("giu.full_name") != "Hồ Sỹ Tân" {
		t.Errorf("wrong password: %d, or the form is gone", r.status)
	}
	// somebody else does not get it
	office := demoPerson("office")
	if r = send(office.Name, office.Password); r.status != http.StatusSeeOther || strings.Contains(r.body, "Hồ Sỹ Tân") {
		t.Errorf("another person: %d, want to be led to the own work", r.status)
	}
	if body := admin.get(firstPage).body; !strings.Contains(body, "của tài khoản admin") {
		t.Error("the other person is not told why")
	}
	admin.post("/dang-xuat")
	me := demoPerson("admin")
	r = send(me.Name, me.Password)
	if r.status != http.StatusOK || !strings.Contains(r.body, `value="Hồ Sỹ Tân"`) || !strings.Contains(r.body, "chưa được lưu") {
		t.Fatalf("the same person: %d, want the form as it was typed", r.status)
	}
	if n := accounts(t, s, "Hồ Sỹ Tân"); n != 0 {
		t.Errorf("signing in opened %d accounts", n)
	}
	m := numberOf.FindStringSubmatch(r.body)
	if r = admin.post(usersPath, append(slices.Clone(tanForm), numberField, m[1])...); r.status != http.StatusSeeOther {
		t.Errorf("sent again: %d, want 303", r.status)
	}
}

// What one person typed is not sent by another who signed in beside it.
func TestSubmit_OpenedByAnother(t *testing.T) {
	s := openSite(t)
	admin := s.as("admin")
	number := admin.number(usersPath + "/them")
	r := s.as("admin").post(usersPath, append(slices.Clone(tanForm), numberField, "lan"+number[strings.Index(number, "."):])...)
	if r.status != http.StatusForbidden || !strings.Contains(r.body, "tài khoản lan") || accounts(t, s, "Hồ Sỹ Tân") != 0 {
		t.Errorf("a form of lan sent by admin: %d, want it refused with a word", r.status)
	}
}

// A refused page says so before its title; what was done is said on the page that follows, once.
func TestSubmit_Said(t *testing.T) {
	s := openSite(t)
	admin := s.as("admin")
	if r := admin.post(usersPath, with(tanForm, "username", "")...); !strings.Contains(r.body, "<title>Lỗi: ") {
		t.Error("the title of a refused page does not begin with Lỗi:")
	}
	r := admin.post(usersPath, tanForm...)
	to := r.header.Get("Location")
	if body := admin.get(to).body; !strings.Contains(body, "Đã mở tài khoản.") || strings.Contains(body, "<title>Lỗi: ") {
		t.Error("what was done is not said")
	}
	if strings.Contains(admin.get(to).body, "Đã mở tài khoản.") {
		t.Error("what was done is said twice")
	}
}

// A store that cannot write gives the page back as it was typed.
func TestSubmit_StoreCannotWrite(t *testing.T) {
	s := openSite(t)
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
			c.Request = httptest.NewRequestWithContext(t.Context(), http.MethodPost, usersPath, nil)
			in := url.Values{"full_name": {"Hồ Sỹ Tân"}}
			var again Typed
			e := s.server.again(c, in, Act{Again: func(t Typed) error { again = t; return nil }}, err.err)
			if e != nil || again.Status != err.status || again.Values.Get("full_name") != "Hồ Sỹ Tân" || !strings.Contains(c.GetString(alertKey), err.says) {
				t.Errorf("%v: %d %q, want %d and a word of %q", e, again.Status, c.GetString(alertKey), err.status, err.says)
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
