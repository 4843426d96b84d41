package catalogue_test

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rasoat/account"
	"rasoat/app"
	"rasoat/app/text"
	"rasoat/catalog"
	"rasoat/tools/webtest"
	"rasoat/value"
	"rasoat/web"
	"rasoat/web/catalogue"
	"rasoat/web/field"
)

// catalogueWorld is the window over a demo of its own, and people signed in to it.
type catalogueWorld struct {
	t       *testing.T
	app     *app.App
	handler http.Handler
	cookies map[string]string
}

func openCatalogue(t *testing.T) *catalogueWorld {
	t.Helper()
	table, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	a, err := app.Open(
		t.Context(),
		app.Config{
			Dir:  t.TempDir(),
			Text: table,
			Now:  func() time.Time { return app.DemoDay.Start().Add(8 * time.Hour) },
		},
	)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	if err := errors.Join(a.FillDemo(t.Context()), a.OpenIndex(t.Context())); err != nil {
		t.Fatal(err)
	}
	h, err := web.New(web.Config{App: a, Text: table, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	return &catalogueWorld{t: t, app: a, handler: h, cookies: map[string]string{}}
}

// as is the cookie of somebody of the demo, signed in once; "" is nobody.
func (w *catalogueWorld) as(name string) string {
	if name == "" || w.cookies[name] != "" {
		return w.cookies[name]
	}
	for _, p := range app.DemoPeople {
		if p.Name == name {
			r := w.ask("", http.MethodPost, "/dang-nhap", url.Values{"username": {name}, "password": {p.Password}})
			w.cookies[name], _, _ = strings.Cut(r.Header().Get("Set-Cookie"), ";")
		}
	}
	return w.cookies[name]
}

func (w *catalogueWorld) ask(who, method, address string, form url.Values) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, address, strings.NewReader(form.Encode()))
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	return w.send(who, r)
}

func (w *catalogueWorld) send(who string, r *http.Request) *httptest.ResponseRecorder {
	if who != "" {
		r.Header.Set("Cookie", w.as(who))
	}
	out := httptest.NewRecorder()
	w.handler.ServeHTTP(out, r)
	return out
}

var doneNotice = regexp.MustCompile(`<p class="notice is-done" role="status">([^<]*)</p>`)

// said is what the page says to which a form led that was taken; "" where it leads nowhere, or says nothing.
func (w *catalogueWorld) said(who string, r *httptest.ResponseRecorder) string {
	if r.Code != http.StatusSeeOther {
		return ""
	}
	next := httptest.NewRequest(http.MethodGet, r.Header().Get("Location"), nil)
	for _, c := range r.Result().Cookies() {
		next.AddCookie(c)
	}
	next.Header.Set("Cookie", next.Header.Get("Cookie")+"; "+w.as(who))
	out := httptest.NewRecorder()
	w.handler.ServeHTTP(out, next)
	if m := doneNotice.FindStringSubmatch(out.Body.String()); m != nil {
		return html.UnescapeString(m[1])
	}
	return ""
}

func (w *catalogueWorld) procedure(code catalog.Code) app.Version {
	w.t.Helper()
	v, err := w.app.Procedure(w.t.Context(), app.Reader{Official: true}, code)
	if err != nil {
		w.t.Fatal(err)
	}
	return v
}

// Each address of the work on the catalogue, once per role.
func TestCatalogueAddresses(t *testing.T) {
	w := openCatalogue(t)
	needs := map[string]account.Action{
		"/danh-muc": account.SeeInternal, "/danh-muc/xuat": account.SeeInternal,
		"/danh-muc/phan-loai": account.SortProcedure, "/danh-muc/them": account.EditProcedure,
		"/thu-tuc/TB-01/sua": account.EditProcedure, "/thu-tuc/TB-01/cong-bo": account.EditProcedure,
		"/danh-muc/nhap": account.ImportCatalogue, "/danh-muc/cho-xu-ly": account.ImportCatalogue,
	}
	for address, action := range needs {
		if r := w.ask("", http.MethodGet, address, nil); r.Code != http.StatusSeeOther ||
			!strings.HasPrefix(r.Header().Get("Location"), "/dang-nhap") {
			t.Errorf("nobody, %s: %d", address, r.Code)
		}
		for _, p := range app.DemoPeople {
			want := http.StatusForbidden
			if account.May([]account.Role{p.Role}, action) {
				want = http.StatusOK
			}
			if r := w.ask(p.Name, http.MethodGet, address, nil); r.Code != want {
				t.Errorf("%s, %s: %d, want %d", p.Name, address, r.Code, want)
			}
		}
	}
	for _, address := range []string{"/danh-muc/danh-dau", "/danh-muc/phan-loai", "/danh-muc/them",
		"/thu-tuc/TB-01/sua", "/thu-tuc/TB-01/cong-bo", "/danh-muc/nhap", "/danh-muc/nhap/1", "/danh-muc/cho-xu-ly/1"} {
		if r := w.ask("reviewer", http.MethodPost, address,
			url.Values{"reason": {"x"}}); r.Code != http.StatusForbidden {
			t.Errorf("a reviewer posts to %s: %d", address, r.Code)
		}
	}
	for who, want := range map[string]bool{"reviewer": false, "office": true} {
		page := w.ask(who, http.MethodGet, "/danh-muc", nil).Body.String()
		if got := strings.Contains(page, `action="/danh-muc/danh-dau"`); got != want {
			t.Errorf("%s is shown the form that marks: %v", who, got)
		}
	}
	if r := w.ask("office", http.MethodGet, "/danh-muc/xuat", nil); strings.Count(r.Body.String(), "\n") < 200 ||
		!strings.Contains(r.Header().Get("Content-Disposition"), "danh-muc-2024-07-15.jsonl") {
		t.Errorf("export: %d bytes, %v", r.Body.Len(), r.Header())
	}
}

// A form that is sent back as it was shown changes nothing, whatever procedure it is.
func TestProcedureForm_ChangesNothingByItself(t *testing.T) {
	w := openCatalogue(t)
	list, err := w.app.Catalogue(t.Context(), app.Reader{Official: true}, "", 0)
	if err != nil || len(list) < 200 {
		t.Fatal(len(list), err)
	}
	for _, v := range list {
		typed := catalogue.ProcedureValues(v.Procedure)
		catalogue.TidyForm(typed, true)
		p, problems := catalogue.TypedProcedure(typed, v.Procedure)
		own, _ := catalogue.TypedProcedure(catalogue.ProcedureValues(v.Procedure), v.Procedure)
		if got := catalog.Retyped(v.Procedure, own, p); len(problems) > 0 || !catalog.Equal(got, v.Procedure) {
			t.Errorf(
				"%s: %v %s",
				v.Key,
				problems,
				cmp.Diff(
					catalog.Canonical(v.Procedure),
					catalog.Canonical(got),
					cmp.Exporter(func(reflect.Type) bool { return true }),
				),
			)
		}
	}
}

// The page shows each row's own choice: what it shows and what is sent back are the same.
func TestEditPage_ShowsWhatIsStored(t *testing.T) {
	w := openCatalogue(t)
	v := w.procedure("1.004873")
	page := w.ask("office", http.MethodGet, "/thu-tuc/1.004873/sua", nil).Body.String()
	for i, m := range v.Procedure.Methods {
		_, rest, _ := strings.Cut(page, `id="`+field.RowName("methods", i)+`.channel"`)
		one, _, _ := strings.Cut(rest, "</select>")
		if !strings.Contains(one, `value="`+string(m.Channel)+`" selected`) {
			t.Errorf("row %d is %s on the page: %s", i, m.Channel, one)
		}
	}
}

// An amount in another currency stays one: the form sends along what it does not show.
func TestEditPage_KeepsCurrency(t *testing.T) {
	w := openCatalogue(t)
	p := w.procedure("1.004873").Procedure
	amount := value.Known(value.Money(25))
	p.Fees = []catalog.Fee{{State: catalog.FeeAmount, Amount: amount, Currency: "USD"}}
	office := app.Person{Name: "office", Roles: []account.Role{account.Office}}
	if _, err := w.app.EditProcedure(t.Context(), office, p.Code, p, "x", 1); err != nil {
		t.Fatal(err)
	}
	page := w.ask("office", http.MethodGet, "/thu-tuc/1.004873/sua", nil).Body.String()
	if !strings.Contains(page, `<input type="hidden" name="fees[0].currency" value="USD">`) {
		t.Error("the form does not send the currency along")
	}
}

func TestEditPage_Refusals(t *testing.T) {
	w := openCatalogue(t)
	v := w.procedure("1.004873")
	typed := func(more ...string) url.Values {
		f := catalogue.ProcedureValues(v.Procedure)
		f.Set("version", "1")
		for i := 0; i < len(more); i += 2 {
			f.Set(more[i], more[i+1])
		}
		return f
	}
	for _, c := range []struct {
		name   string
		form   url.Values
		status int
		says   []string
	}{
		{"no reason", typed("note", "khác"), 422, []string{"chưa ghi lý do", "khác</textarea>"}},
		{"nothing changed", typed("reason", "x"), 422, []string{"chưa có gì thay đổi"}},
		{"a day that is none", typed("reason", "x", "validity.from", "31/2/2024"), 422,
			[]string{"không phải ngày có thật", `value="31/2/2024"`}},
		{"a number that is none", typed("reason", "x", "methods[0].limit.number", "ba"), 422,
			[]string{"không phải số không âm", `value="ba"`}},
		{"a negative number", typed("reason", "x", "copies", "-1"), 422, []string{"không được âm", `value="-1"`}},
		{"an amount that is none", typed("reason", "x", "fees[0].amount", "tám nghìn"), 422,
			[]string{"không phải số tiền", `value="tám nghìn"`}},
		{"free, and yet an amount", typed("reason", "x", "fees[0].amount", "8.000", "fees[0].state", "free"), 422,
			[]string{"vừa ghi miễn phí vừa ghi số tiền"}},
		{"a unit alone", typed("reason", "x", "limit.unit", "days"), 422, []string{"chọn đơn vị mà chưa ghi số",
			"Cả thủ tục, thời hạn (số): "}},
		{"a unit that is none", typed("reason", "x", "methods[1].limit.unit", "tuần"), 422,
			[]string{"Cách thức thực hiện 2, đơn vị: "}},
		{"a way to hand in without its channel", typed("reason", "x", "methods[0].channel", ""), 422,
			[]string{"Hình thức nộp 1: "}},
		{"a paper without a name", typed("reason", "x", "dossier[0].papers[9].copies", "1"), 422,
			[]string{"mục trống"}},
		{"none and given", typed("reason", "x", "none.dossier", "true"), 422,
			[]string{"vừa ghi là không có vừa có nội dung"}},
		{"a kind that is none", typed("reason", "x", "kind", "khác"), 422, []string{"không có lựa chọn"}},
		{"a row is added", typed("them", "steps", "note", "còn đây"), 200, []string{"Nội dung bước 5",
			"còn đây</textarea>"}},
		{"a row is taken out", typed("bo", "steps[0]"), 200, []string{"Nội dung bước 3"}},
		{"a version that is none", typed("reason", "x", "version", "7"), 404, nil},
	} {
		r := w.ask("office", http.MethodPost, "/thu-tuc/1.004873/sua", c.form)
		if r.Code != c.status {
			t.Errorf("%s: %d, want %d", c.name, r.Code, c.status)
		}
		for _, s := range c.says {
			if !strings.Contains(strings.ToLower(r.Body.String()), strings.ToLower(s)) {
				t.Errorf("%s: the page does not say %q", c.name, s)
			}
		}
		if now := w.procedure("1.004873"); now.Number != 1 {
			t.Fatalf("%s: version %d was stored", c.name, now.Number)
		}
	}
	r := w.ask("office", http.MethodPost, "/thu-tuc/1.004873/sua", typed("reason", "x", "note", "một"))
	if said := w.said("office", r); !strings.Contains(said, "Đã lưu bản 2: ") {
		t.Errorf("saving: %d to %s, which says %q", r.Code, r.Header().Get("Location"), said)
	}
	if now := w.procedure("1.004873"); now.Procedure.Note != "một" ||
		len(catalog.Diff(v.Procedure, now.Procedure).Changed()) != 1 {
		t.Errorf("more than the note changed: %v", catalog.Diff(v.Procedure, now.Procedure).Changed())
	}
	r = w.ask("office", http.MethodPost, "/thu-tuc/1.004873/sua", typed("reason", "y", "keywords", "hai"))
	if body := r.Body.String(); r.Code != http.StatusConflict ||
		!strings.Contains(body, "Người khác vừa lưu bản mới") ||
		!strings.Contains(body, `name="version" value="2"`) ||
		!strings.Contains(body, `value="hai"`) {
		t.Errorf("a conflict: %d", r.Code)
	}
}

func (w *catalogueWorld) upload(files map[string]string) *httptest.ResponseRecorder {
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for name, content := range files {
		part, err := form.CreateFormFile("files", name)
		if err != nil {
			w.t.Fatal(err)
		}
		if _, err := io.WriteString(part, content); err != nil {
			w.t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		w.t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "/danh-muc/nhap", &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	return w.send("office", r)
}

// What is too large as sent is refused while it comes in; nothing is stored.
func TestImportPage_Refusals(t *testing.T) {
	w := openCatalogue(t)
	before, err := w.app.DataVersion(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, content string
		status        int
		says          string
	}{
		{"a.pdf", "%PDF-1.7", 422, "chưa nhập được"},
		{"a.json", `{"schema_version":3}`, 422, "chưa nhập được"},
		{"a.gz", "\x1f\x8b\x00", 422, "nén bị hỏng"},
		{"large.jsonl", `{"schema":1,"code":"` + strings.Repeat("x", 16<<20) + `"}`, 422, "lớn hơn"},
		{"huge.jsonl", strings.Repeat("x", 20<<20), 413, "quá 18 MB"},
	} {
		r := w.upload(map[string]string{c.name: c.content})
		if r.Code != c.status || !strings.Contains(r.Body.String(), c.says) {
			t.Errorf("%s: %d, want %d and %q", c.name, r.Code, c.status, c.says)
		}
	}
	if r := w.upload(nil); r.Code != 422 || !strings.Contains(r.Body.String(), "hưa chọn tệp nào") {
		t.Errorf("no file: %d", r.Code)
	}
	if now, err := w.app.DataVersion(t.Context()); err != nil || now != before {
		t.Errorf("something was stored: %d, was %d, %v", now, before, err)
	}
	if r := w.ask("office", http.MethodGet, "/danh-muc/nhap/x", nil); r.Code != 404 {
		t.Errorf("no such task: %d", r.Code)
	}
}

// A refused sorting shows the list under the filters that it came from, with the ticks.
func TestMarkCatalogue_KeepsTheFilters(t *testing.T) {
	office := webtest.OpenSite(t).As("office")
	r := office.Post(
		"/danh-muc/danh-dau",
		"back",
		"/danh-muc?kind=internal&group=B",
		"code",
		"NB-01",
		"ours",
		"not_ours",
	)
	if r.Status != http.StatusUnprocessableEntity || !strings.Contains(r.Body, "59 thủ tục") ||
		!strings.Contains(r.Body, `value="NB-01" aria-label`) {
		t.Errorf("%d; the list has its 59 internal procedures: %v", r.Status, strings.Contains(r.Body, "59 thủ tục"))
	}
}

// Decree 63/2010/NĐ-CP, article 8 clause 2: what a procedure lacks is a task of the office, a list that leads to the
// part of the form, and a doubt on the procedure's page; nobody else is told.
func TestIncomplete_Article8_2(t *testing.T) {
	t.Parallel()
	s := webtest.OpenSite(t)
	office := s.As("office")
	all, err := s.App.Incomplete(t.Context(), app.Person{Roles: []account.Role{account.Office}})
	if err != nil || len(all) == 0 {
		t.Fatalf("%d lack something: %v", len(all), err)
	}
	first := all[0]
	href := "/thu-tuc/" + string(first.Code)
	office.Get("/viec").Want(t, http.StatusOK, `href="/danh-muc/thieu-noi-dung"`, "còn thiếu nội dung bắt buộc")
	list := office.Get("/danh-muc/thieu-noi-dung")
	list.Want(t, http.StatusOK, first.Name, `href="`+href+`/sua#phan-`+string(first.Missing[0])+`"`)
	list.Want(t, http.StatusOK, fmt.Sprintf("Hiện %d/%d dòng", len(all), len(all)))
	office.Get(href).Want(t, http.StatusOK, "nội dung cần xem lại")
	office.Get(href+"/sua").Want(t, http.StatusOK, `id="phan-`+string(first.Missing[0])+`"`)
	if r := s.Visitor().Get(href); strings.Contains(r.Body, "cần xem lại") {
		t.Error("the public is told what is doubtful")
	}
}
