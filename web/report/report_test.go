package report_test

import (
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"rasoat/tools/webtest"
	"rasoat/value"
	"rasoat/web/page"
)

const (
	monthPage = page.MonthPath + "?thang=2024-07"
	taskPlace = "task/III.2-1"
	taskField = "task-III-2-1."
)

// place is the form of the month's page with one place of it.
func place(name, version string, pairs ...string) []string {
	at := strings.NewReplacer("/", "-", ".", "-").Replace(name)
	return append([]string{"plan", "kh-29-2024", "month", "2024-07", at + ".version", version}, pairs...)
}

// passCheck sends a form, holds that its answers were shown and nothing was done, and presses the button there.
func passCheck(t *testing.T, c *webtest.Client, path string, form []string, shows ...string) webtest.Response {
	t.Helper()
	c.Post(path, form...).Want(t, http.StatusOK, append(shows, "<h1>Kiểm tra trước khi ban hành</h1>")...)
	return c.Post(path, append(slices.Clone(form), page.CheckField, page.CheckYes)...)
}

// A place is saved and said so; what is wrong with it stands at its field, and what was typed beside it.
func TestSaveMonth(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	r := office.Post(page.MonthPath, place("direction", "0", "direction.text", "Đã đôn đốc.")...)
	if to := r.Header.Get("Location"); r.Status != http.StatusSeeOther || to != monthPage {
		t.Fatalf("%d to %q", r.Status, to)
	}
	office.Get(monthPage).Want(t, http.StatusOK, "Đã lưu lúc ", "Đã đôn đốc.</textarea>", "Lê Thị Lan, 15/7/2024")
	refused := place(taskPlace, "0", taskField+"state", "under_way", taskField+"owner", "Văn phòng",
		taskField+"figures[0].name", "Văn bản gửi", taskField+"figures[0].value", "một trăm",
		taskField+"figures[1].name", "", taskField+"figures[1].value", "3",
		taskField+"figures[2].name", "Văn bản nhận", taskField+"figures[2].value", "")
	office.Upload(page.MonthPath, taskField+"file", "bảng kê.txt", "124", refused...).Want(t,
		http.StatusUnprocessableEntity,
		`value="một trăm"`, `href="#task-III-2-1.figures%5B0%5D.value"`, `href="#task-III-2-1.figures%5B1%5D.name"`,
		`href="#task-III-2-1.figures%5B2%5D.value"`, `value="under_way" selected`, `value="Văn phòng"`,
		`name="task-III-2-1.evidence" value="`, "bảng kê.txt", "<title>Lỗi: ")
	office.Post(page.MonthPath, place("task/IX-9", "0")...).Want(t, http.StatusUnprocessableEntity, "không có mục")
	noMonth := webtest.With(place("direction", "1"), "month", "2024-13")
	office.Post(page.MonthPath, noMonth...).Want(t, http.StatusBadRequest)
	late := webtest.With(place("direction", "1", "direction.text", "x"), "month", "2024-09")
	office.Post(page.MonthPath, late...).Want(t, http.StatusUnprocessableEntity, "háng này chưa tới")
}

// A wrong answer at a place is refused at its field, and nothing is stored.
func TestSaveMonth_Wrong(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	for _, tt := range []struct{ name, field, typed, says string }{
		{"no such state", "state", "§ sai", `href="#task-III-2-1.state"`},
		{"no number", "figures[0].value", "§ sai", `href="#task-III-2-1.figures[0].value"`},
		{"below zero", "figures[0].value", "-3", `href="#task-III-2-1.figures[0].value"`},
		{"no value", "figures[0].value", "", `href="#task-III-2-1.figures[0].value"`},
		{"no name", "figures[0].name", "", `href="#task-III-2-1.figures[0].name"`},
	} {
		good := place(taskPlace, "0", taskField+"text", "Đã gửi.",
			taskField+"figures[0].name", "Văn bản gửi", taskField+"figures[0].value", "124")
		r := office.Post(page.MonthPath, webtest.With(good, taskField+tt.field, tt.typed)...)
		body := strings.NewReplacer("%5B", "[", "%5D", "]").Replace(r.Body) // however an address spells a row
		if r.Status != http.StatusUnprocessableEntity || !strings.Contains(body, tt.says) {
			t.Errorf("%s: %d, want 422 and %s", tt.name, r.Status, tt.says)
		}
		if !strings.Contains(r.Body, "Đã gửi.</textarea>") {
			t.Errorf("%s: what was typed beside it is lost", tt.name)
		}
	}
	b, err := s.App.Month(t.Context(), "", value.MustMonth("2024-07"))
	if err != nil || b.Entries[taskPlace].Version != 0 {
		t.Errorf("stored %+v, %v", b.Entries[taskPlace], err)
	}
}

// The page opens with the month that waits: on 15/7/2024, when the report of T7 is due, that one. No form stands on it
// for a month that has not begun, and none for who may not write.
func TestMonth_Forms(t *testing.T) {
	s := webtest.OpenSite(t)
	const form, issue = `action="/bao-cao-thang"`, `action="/bao-cao-thang/phat-hanh"`
	for _, tt := range []struct {
		who, at     string
		form, issue bool
	}{
		{"office", page.MonthPath, true, true},
		{"reviewer", page.MonthPath, true, false},
		{"chairman", page.MonthPath, false, true},
		{"office", page.MonthPath + "?thang=2024-08", true, true},
		{"office", page.MonthPath + "?thang=2024-09", false, false},
		{"office", page.MonthPath + "?thang=2023-12", false, false},
	} {
		body := s.As(tt.who).Get(tt.at).Body
		if has := strings.Contains(body, form); has != tt.form {
			t.Errorf("%s at %s: a form to write in is %v", tt.who, tt.at, has)
		}
		if has := strings.Contains(body, issue); has != tt.issue {
			t.Errorf("%s at %s: a form to issue is %v", tt.who, tt.at, has)
		}
		if tt.at == page.MonthPath && !strings.Contains(body, "kỳ từ 15/6/2024 đến 14/7/2024") {
			t.Errorf("%s: the page does not open with the month that waits", tt.who)
		}
	}
}

// Two people write the same place: the second sees both versions, has everything typed and the file still, and may
// save again from the version that stands.
func TestSaveMonth_Conflict(t *testing.T) {
	s := webtest.OpenSite(t)
	first, second := s.As("office"), s.As("reviewer")
	mine := place(taskPlace, "0", taskField+"text", "Của tôi", taskField+"state", "done",
		taskField+"figures[0].name", "Văn bản", taskField+"figures[0].value", "7", taskField+"figures[0].unit", "bản",
		"next.version", "0", "next.text", "Cũng của tôi")
	theirs := place(taskPlace, "0", taskField+"text", "Của người khác", taskField+"state", "under_way")
	if r := first.Post(page.MonthPath, theirs...); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status, r.Body)
	}
	r := second.Upload(page.MonthPath, taskField+"file", "bảng kê.txt", "124", mine...)
	r.Want(t, http.StatusConflict, "Người khác vừa lưu bản mới hơn", `data-label="Đang lưu">Của người khác</td>`,
		`data-label="Đã nhập">Của tôi</td>`, `data-label="Đã nhập">Văn bản 7 bản</td>`, "đang thực hiện</td>",
		"Của tôi</textarea>", `value="done" selected`, `value="Văn bản"`, `name="task-III-2-1.version" value="1"`,
		"Cũng của tôi</textarea>")
	_, rest, carried := strings.Cut(r.Body, `name="task-III-2-1.evidence" value="`)
	evidence, _, _ := strings.Cut(rest, `"`)
	if !carried {
		t.Fatal("the file that came is lost")
	}
	b, err := s.App.Month(t.Context(), "", value.MustMonth("2024-07"))
	if err != nil || b.Entries["next"].Version != 0 {
		t.Fatalf("kept of a page that was refused: %+v, %v", b.Entries["next"], err)
	}
	again := webtest.With(mine, taskField+"version", "1", taskField+"evidence", evidence)
	if r := second.Post(page.MonthPath, again...); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status, r.Body)
	}
	second.Get(monthPage).
		Want(t, http.StatusOK, "Của tôi</textarea>", page.IndicatorsPath+"/tai-lieu/", "bảng kê.txt</a>")
	if b, err = s.App.Month(t.Context(), "", value.MustMonth("2024-07")); err != nil {
		t.Fatal(err)
	}
	if e := b.Entries["next"]; e.Text != "Cũng của tôi" {
		t.Errorf("stored beside it: %+v", e)
	}
	if e := b.Entries[taskPlace]; len(e.Evidence) != 1 || len(e.Figures) != 1 || e.Figures[0].Value != value.Whole(7) {
		t.Errorf("stored %+v", e)
	}
}

// One form of a page issues one report, however often it is sent; what went out is said, also after a refusal.
func TestIssue_Once(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	issued := func(kind string) (n int) {
		all, err := s.App.IssuedReports(t.Context(), "kh-29-2024")
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range all {
			if r.Kind == kind {
				n++
			}
		}
		return n
	}
	tests := []struct {
		kind, path, from string
		refused, form    []string
	}{
		{"review-plan", "/bao-cao/phat-hanh", "/bao-cao",
			[]string{"kind", "review-plan", "review-plan.number", "12", "review-plan.date", "31/6/2024"},
			[]string{"kind", "review-plan", "review-plan.number", "12", "review-plan.date", "15/7/2024",
				"review-plan.campaign", "internal-b"}},
		{"monthly", "/bao-cao-thang/phat-hanh", monthPage,
			[]string{"plan", "kh-29-2024", "month", "2024-07", "number", "45", "date", "31/6/2024"},
			[]string{"plan", "kh-29-2024", "month", "2024-07", "number", "45", "date", "15/7/2024"}},
	}
	for _, tt := range tests {
		before := issued(tt.kind)
		office.Post(tt.path, tt.refused...).
			Want(t, http.StatusUnprocessableEntity, `value="31/6/2024"`, "không phải ngày")
		form := append([]string{page.NumberField, office.Number(tt.from), page.CheckField, page.CheckYes}, tt.form...)
		var wait sync.WaitGroup
		answers := make([]webtest.Response, 3)
		for i := range answers {
			wait.Go(func() { answers[i] = office.Post(tt.path, form...) })
		}
		wait.Wait()
		about := answers[0].Header.Get("Location")
		for i, r := range answers {
			if to := r.Header.Get("Location"); r.Status != http.StatusSeeOther || to != about {
				t.Errorf("%s, post %d: %d to %q: %.300s", tt.kind, i, r.Status, to, r.Body)
			}
		}
		if n := issued(tt.kind) - before; n != 1 {
			t.Errorf("%s: %d reports went out, want 1", tt.kind, n)
		}
		office.Get(about).Want(t, http.StatusOK, "Đã ban hành ", "Văn bản được giữ nguyên", "Tải Word")
	}
}

// Before a report goes out its page says the number as it will print, the day, to whom it goes, what it lacks and which
// dates it fulfils, however the number is typed; a month that has not begun does not go out by any form.
func TestIssue_Check(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	form := func(number string) []string {
		return []string{"plan", "kh-29-2024", "month", "2024-07", "number", number, "date", "15/7/2024"}
	}
	for _, number := range []string{"45", "045", "45/BC-UBND", "số 45 / bc-ubnd"} {
		office.Post("/bao-cao-thang/phat-hanh", form(number)...).Want(t, http.StatusOK,
			"<dd>45/BC-UBND</dd>", "<dd>15/7/2024</dd>", "UBND huyện Vĩnh Linh", "Còn trống",
			"được ghi nhận hoàn thành",
			"chỉ thu hồi được", `name="month" value="2024-07"`)
	}
	back := append(form("45"), page.CheckField, page.CheckBack)
	office.Post("/bao-cao-thang/phat-hanh", back...).Want(t, http.StatusOK, `value="45"`, `action="/bao-cao-thang"`)
	for _, tt := range []struct{ name, field, typed, says string }{
		{"another symbol", "number", "45/QĐ-UBND", "không phải của loại văn bản này"},
		{"tomorrow", "date", "16/7/2024", `href="#date"`},
		{"a month that has not begun", "month", "2024-09", "háng này chưa tới"},
	} {
		for _, pressed := range []string{"", page.CheckYes} {
			wrong := webtest.With(form("45"), tt.field, tt.typed, page.CheckField, pressed)
			r := office.Post("/bao-cao-thang/phat-hanh", wrong...)
			if r.Status != http.StatusUnprocessableEntity || !strings.Contains(r.Body, tt.says) {
				t.Errorf("%s: %d, want it refused with %q", tt.name, r.Status, tt.says)
			}
		}
	}
	if r := passCheck(t, office, "/bao-cao-thang/phat-hanh", form("45")); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status, r.Body)
	}
	// given is given: already the first button says so
	summary := []string{"kind", "review-summary", "review-summary.number", "045", "review-summary.date", "15/7/2024"}
	office.Post("/bao-cao/phat-hanh", summary...).
		Want(t, http.StatusUnprocessableEntity, "ố 45/BC-UBND đã cấp", `href="#review-summary.number"`)
	summary[3] = "46"
	office.Post("/bao-cao/phat-hanh", summary...).
		Want(t, http.StatusOK, "<dd>46/BC-UBND</dd>", "đã ghi nhận hoàn thành từ 18/6/2024")
}

// A report is taken back with a reason: the page and the lists say so, its number is given to no other, its file stays.
func TestWithdraw(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	form := []string{"plan", "kh-29-2024", "month", "2024-07", "number", "45", "date", "15/7/2024"}
	about := passCheck(t, office, "/bao-cao-thang/phat-hanh", form).Header.Get("Location")
	address := strings.TrimSuffix(about, "/trang")
	office.Get(about).Want(t, http.StatusOK, "45/BC-UBND", `action="`+address+`/thu-hoi"`)
	office.Get(monthPage).Want(t, http.StatusOK, "đã ban hành: Số 45 ngày 15/7/2024", `href="`+about+`"`)
	if r := s.As("reviewer").Get(about); strings.Contains(r.Body, "/thu-hoi") {
		t.Error("the reviewer may take it back")
	}
	office.Post(address+"/thu-hoi", "reason", " ").Want(t, http.StatusUnprocessableEntity, `href="#reason"`)
	if r := office.Post(address+"/thu-hoi", "reason", "Sai số liệu"); r.Header.Get("Location") != about {
		t.Fatal(r.Status, r.Body)
	}
	office.Get(about).Want(t, http.StatusOK, "Đã thu hồi báo cáo số 45/BC-UBND", "lý do: Sai số liệu")
	const why = "đã thu hồi ngày 15/7/2024, lý do: Sai số liệu"
	for _, at := range []string{monthPage, "/bao-cao"} {
		office.Get(at).Want(t, http.StatusOK, "Số 45 ngày 15/7/2024", why)
	}
	office.Get(monthPage).Want(t, http.StatusOK, "chưa ban hành")
	office.Get(address).Want(t, http.StatusOK)
	office.Post(address+"/thu-hoi", "reason", "Nữa").Want(t, http.StatusUnprocessableEntity, "đã thu hồi rồi")
	office.Post("/bao-cao-thang/phat-hanh", form...).Want(t, http.StatusUnprocessableEntity, "ố 45/BC-UBND đã cấp")
	form[5] = "46"
	passCheck(t, office, "/bao-cao-thang/phat-hanh", form)
	office.Get(monthPage).Want(t, http.StatusOK, "đã ban hành: Số 46 ngày 15/7/2024", why)
}
