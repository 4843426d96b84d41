package catalogue_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"rasoat/tools/webtest"
)

// A new procedure begins as a copy of another; its code, decision and validity are its own.
func TestNewProcedure_Copy(t *testing.T) {
	office := webtest.OpenSite(t).As("office")
	office.Get("/thu-tuc/1.004873").Want(t, http.StatusOK, `href="/danh-muc/them?tu=1.004873"`)
	const path = "/danh-muc/them?tu=1.004873"
	r := office.Get(path)
	r.Want(t, http.StatusOK, "Lập từ 1.004873", `name="code" value="NB-13"`, `name="steps[0].text"`,
		`name="decision.number" value=""`, `name="validity.from" value=""`, `formaction="/danh-muc/them?tu=1.004873#`)
	form := []string{
		"code", "NB-13", "name", "Cấp lại thẻ ra vào trụ sở", "kind", "internal", "group", "B", "ours", "decide",
		"steps[0].text", "Nộp đơn", "reason", "Lập theo mẫu",
	}
	if r = office.Post(path, form...); r.Status != http.StatusSeeOther {
		t.Fatalf("%d", r.Status)
	}
	office.Get("/thu-tuc/NB-13").Want(t, http.StatusOK, "Cấp lại thẻ ra vào trụ sở", "Nộp đơn", "dự thảo")
	office.Get("/danh-muc/them?tu=NB-99").Want(t, http.StatusNotFound)
}

// What was pasted becomes rows behind those that stand there; everything typed stays, and the first new row is next.
func TestEditProcedure_Paste(t *testing.T) {
	office := webtest.OpenSite(t).As("office")
	form := []string{
		"code", "NB-13", "name", "Tạm ứng", "kind", "internal", "group", "B", "ours", "decide", "note", "còn đây",
		"steps[0].text", "Nộp đơn", "paste.steps", "1. Kiểm tra\n2. Trình ký\n",
	}
	r := office.Post("/danh-muc/them", append(form, "dan", "steps")...)
	r.Want(t, http.StatusOK, "Nộp đơn</textarea>", "Kiểm tra</textarea>", "Trình ký</textarea>", "còn đây</textarea>",
		`name="steps[2].text"`)
	if !regexp.MustCompile(`name="steps\[1\]\.name"[^>]* autofocus`).MatchString(r.Body) {
		t.Error("the first new row has not the focus")
	}
	if strings.Contains(r.Body, "2. Trình ký") {
		t.Error("what became rows still stands in its field")
	}
	papers := append(form, "paste.dossier[0].papers", "TT\tTên giấy tờ\tBản chính\n1\tGiấy đề nghị\t2\n")
	office.Post("/danh-muc/them", append(papers, "dan", "dossier[0].papers")...).
		Want(t, http.StatusOK, "Giấy đề nghị</textarea>", `name="dossier[0].papers[0].originals" value="2"`)
	law := append(form, "paste.legal_basis", "- Nghị định 63/2010/NĐ-CP")
	office.Post("/danh-muc/them", append(law, "dan", "legal_basis")...).
		Want(t, http.StatusOK, `name="legal_basis[0].number" value="63/2010/NĐ-CP"`)
	r = office.Post("/danh-muc/them", append(form, "reason", "thêm")...)
	r.Want(t, http.StatusUnprocessableEntity, "Dán danh sách các bước: Danh sách dán chưa thành dòng", "2. Trình ký")
	office.Post("/danh-muc/them", append(form, "dan", "khac")...).Want(t, http.StatusOK, "còn đây</textarea>")
}

// The parts that may be left out fold on a new page, and open where something stands in them or is wrong.
func TestNewProcedure_Folds(t *testing.T) {
	office := webtest.OpenSite(t).As("office")
	const fees, note = `<details class="part edit-part" id="phan-fees">`, `<details class="part edit-part" id="khac">`
	office.Get("/danh-muc/them").Want(t, http.StatusOK, fees, note, `<section class="part edit-part" id="phan-steps">`)
	r := office.Post("/danh-muc/them", "kind", "", "status", "", "copies", "x", "note", "a", "fees[0].amount", "x")
	r.Want(t, http.StatusUnprocessableEntity, `<section class="part edit-part" id="phan-fees">`,
		`<section class="part edit-part" id="khac">`)
	summary, _, _ := strings.Cut(r.Body[strings.Index(r.Body, `class="error-summary"`):], "</div>")
	for _, alien := range []string{"status", "rạng thái", "định dạng tệp"} {
		if strings.Contains(summary, alien) {
			t.Errorf("the summary says %q: %s", alien, summary)
		}
	}
}

// Who saved meanwhile is named as a person, not by what they sign in with.
func TestEditProcedure_ConflictNamesThePerson(t *testing.T) {
	office := webtest.OpenSite(t).As("office")
	form := []string{
		"code", "NB-01", "version", "1", "name", "Tên của người thứ nhất", "kind", "internal", "group", "B", "ours", "decide",
		"reason", "Đổi tên",
	}
	if r := office.Post("/thu-tuc/NB-01/sua", form...); r.Status != http.StatusSeeOther {
		t.Fatalf("%d", r.Status)
	}
	office.Post("/thu-tuc/NB-01/sua", webtest.With(form, "name", "Tên của người thứ hai")...).
		Want(t, http.StatusConflict, "Lê Thị Lan đã lưu bản 2", "Tên của người thứ hai")
	office.Get("/thu-tuc/NB-01/phien-ban").Want(t, http.StatusOK, `<span class="second">Lê Thị Lan</span>`)
}
