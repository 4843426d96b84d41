package report_test

import (
	"net/http"
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

// place is the form of one place of the monthly report.
func place(name, version string, pairs ...string) []string {
	return append([]string{"plan", "kh-29-2024", "month", "2024-07", "place", name, "version", version}, pairs...)
}

// A place is saved and said so; what is wrong with it stands at its field, and what was typed beside it.
func TestSaveMonth(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	r := office.Post(page.MonthPath, place("direction", "0", "direction.text", "Đã đôn đốc.")...)
	if to := r.Header.Get("Location"); r.Status != http.StatusSeeOther || to != monthPage+"#direction" {
		t.Fatalf("%d to %q", r.Status, to)
	}
	office.Get(monthPage).Want(t, http.StatusOK, "Đã lưu: ", "Đã đôn đốc.</textarea>", "Lê Thị Lan, 15/7/2024")
	refused := place(taskPlace, "0", taskField+"state", "under_way", taskField+"owner", "Văn phòng",
		taskField+"figures[0].name", "Văn bản gửi", taskField+"figures[0].value", "một trăm",
		taskField+"figures[1].name", "", taskField+"figures[1].value", "3",
		taskField+"figures[2].name", "Văn bản nhận", taskField+"figures[2].value", "")
	office.Upload(page.MonthPath, taskField+"file", "bảng kê.txt", "124", refused...).Want(t,
		http.StatusUnprocessableEntity,
		`value="một trăm"`, `href="#task-III-2-1.figures%5B0%5D.value"`, `href="#task-III-2-1.figures%5B1%5D.name"`,
		`href="#task-III-2-1.figures%5B2%5D.value"`, `value="under_way" selected`, `value="Văn phòng"`,
		`name="task-III-2-1.evidence" value="`, "bảng kê.txt", "<title>Lỗi: ")
	for name, form := range map[string][]string{
		"no such place": place("task/IX-9", "0"),
		"no month":      webtest.With(place("direction", "1"), "month", "2024-13"),
	} {
		if r := office.Post(page.MonthPath, form...); r.Status != http.StatusBadRequest {
			t.Errorf("%s: %d", name, r.Status)
		}
	}
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

// The page opens with the month whose period holds today, 15/7/2024: that of T8 begins then. No form stands on it for
// a month that has not begun, and none for who may not write.
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
		{"office", page.MonthPath + "?thang=2024-09", false, true},
		{"office", page.MonthPath + "?thang=2023-12", false, true},
	} {
		body := s.As(tt.who).Get(tt.at).Body
		if has := strings.Contains(body, form); has != tt.form {
			t.Errorf("%s at %s: a form to write in is %v", tt.who, tt.at, has)
		}
		if has := strings.Contains(body, issue); has != tt.issue {
			t.Errorf("%s at %s: a form to issue is %v", tt.who, tt.at, has)
		}
		if tt.at == page.MonthPath && !strings.Contains(body, "kỳ từ 15/7/2024 đến 14/8/2024") {
			t.Errorf("%s: the page does not open with the period of today", tt.who)
		}
	}
}

// Two people write the same place: the second sees both versions, has everything typed and the file still, and may
// save again from the version that stands.
func TestSaveMonth_Conflict(t *testing.T) {
	s := webtest.OpenSite(t)
	first, second := s.As("office"), s.As("reviewer")
	mine := place(taskPlace, "0", taskField+"text", "Của tôi", taskField+"state", "done",
		taskField+"figures[0].name", "Văn bản", taskField+"figures[0].value", "7", taskField+"figures[0].unit", "bản")
	theirs := place(taskPlace, "0", taskField+"text", "Của người khác", taskField+"state", "under_way")
	if r := first.Post(page.MonthPath, theirs...); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status, r.Body)
	}
	r := second.Upload(page.MonthPath, taskField+"file", "bảng kê.txt", "124", mine...)
	r.Want(t, http.StatusConflict, "Người khác vừa lưu bản mới hơn", `data-label="Đang lưu">Của người khác</td>`,
		`data-label="Đã nhập">Của tôi</td>`, `data-label="Đã nhập">Văn bản 7 bản</td>`, "đang thực hiện</td>",
		"Của tôi</textarea>", `value="done" selected`, `value="Văn bản"`, `name="version" value="1"`)
	_, rest, carried := strings.Cut(r.Body, `name="task-III-2-1.evidence" value="`)
	evidence, _, _ := strings.Cut(rest, `"`)
	if !carried {
		t.Fatal("the file that came is lost")
	}
	again := webtest.With(mine, "version", "1", taskField+"evidence", evidence)
	if r := second.Post(page.MonthPath, again...); r.Status != http.StatusSeeOther {
		t.Fatal(r.Status, r.Body)
	}
	second.Get(monthPage).
		Want(t, http.StatusOK, "Của tôi</textarea>", page.IndicatorsPath+"/tai-lieu/", "bảng kê.txt</a>")
	b, err := s.App.Month(t.Context(), "", value.MustMonth("2024-07"))
	if err != nil {
		t.Fatal(err)
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
		kind, path, from, to string
		refused, form        []string
	}{
		{"review-plan", "/bao-cao/phat-hanh", "/bao-cao", "/bao-cao",
			[]string{"kind", "review-plan", "review-plan.number", "12", "review-plan.date", "31/6/2024"},
			[]string{"kind", "review-plan", "review-plan.number", "12", "review-plan.date", "15/7/2024",
				"review-plan.campaign", "internal-b"}},
		{"monthly", "/bao-cao-thang/phat-hanh", monthPage, monthPage + "#phat-hanh",
			[]string{"plan", "kh-29-2024", "month", "2024-07", "number", "45", "date", "31/6/2024"},
			[]string{"plan", "kh-29-2024", "month", "2024-07", "number", "45", "date", "15/7/2024"}},
	}
	for _, tt := range tests {
		before := issued(tt.kind)
		office.Post(tt.path, tt.refused...).
			Want(t, http.StatusUnprocessableEntity, `value="31/6/2024"`, "không phải ngày")
		form := append([]string{page.NumberField, office.Number(tt.from)}, tt.form...)
		var wait sync.WaitGroup
		answers := make([]webtest.Response, 3)
		for i := range answers {
			wait.Go(func() { answers[i] = office.Post(tt.path, form...) })
		}
		wait.Wait()
		for i, r := range answers {
			if r.Status != http.StatusSeeOther || r.Header.Get("Location") != tt.to {
				t.Errorf("%s, post %d: %d to %q: %.300s", tt.kind, i, r.Status, r.Header.Get("Location"), r.Body)
			}
		}
		if n := issued(tt.kind) - before; n != 1 {
			t.Errorf("%s: %d reports went out, want 1", tt.kind, n)
		}
		office.Get(tt.from).Want(t, http.StatusOK, "Đã phát hành ", "ngày 15/7/2024. Văn bản được giữ nguyên")
	}
}
