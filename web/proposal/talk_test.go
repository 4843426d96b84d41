package proposal_test

import (
	"net/http"
	"strings"
	"testing"

	"rasoat/tools/webtest"
	"rasoat/web/page"
)

// The office asks about a measure, the author reads it at its place in the form, answers, and the office settles; the
// approval page shows what is not settled. Both sides find it on the proposal.
func TestTalk(t *testing.T) {
	s := bare(webtest.OpenSite(t))
	author, office := s.As("reviewer"), s.As("office")
	href := draftOf(author, openProcedure)
	if r := author.Post(href+"/sua", cutStep("Trùng")...); r.Status != http.StatusSeeOther {
		t.Fatalf("%d %s", r.Status, problemsOn(r.Body))
	}
	office.Post(href+"/trao-doi", "do", "ask", "ask.place", "measures[0]", "ask.text", " ").
		Want(t, http.StatusUnprocessableEntity, "Chưa ghi nội dung", `href="#ask.text"`)
	send := func(c *webtest.Client, pairs ...string) {
		t.Helper()
		if r := c.Post(href+"/trao-doi", pairs...); r.Status != http.StatusSeeOther {
			t.Fatalf("%d %s", r.Status, problemsOn(r.Body))
		}
	}
	send(office, "do", "ask", "ask.place", "measures[0]", "ask.text", "Bước nào?")
	form := author.Get(href + "/sua").Body
	if _, at, _ := strings.Cut(form, "3. Nội dung đơn giản hóa"); !strings.Contains(at, "Bước nào?") {
		t.Error("the question does not stand at the measures")
	}
	author.Get(page.FirstPage).Want(t, http.StatusOK, "Trao đổi về phương án", "Bước nào?")
	office.Get(href+"/duyet").Want(t, http.StatusOK, "Trao đổi chưa giải quyết", "Bước nào?")
	_, rest, _ := strings.Cut(author.Get(href).Body, `name="remark" value="`)
	id, _, _ := strings.Cut(rest, `"`)
	send(author, "do", "answer", "remark", id, "version", "1", "answer."+id, "Bước 2")
	office.Get(href).Want(t, http.StatusOK, "Bước 2", "đã trả lời", "Ghi nhận đã giải quyết")
	send(office, "do", "settle", "remark", id, "version", "2")
	author.Get(href).Want(t, http.StatusOK, "ghi nhận đã giải quyết ngày 15/7/2024")
}

// Before its table after is filled in, a proposal saves nothing yet; a wrong cell says why while it is typed, the quick
// panel stays, and the page leads on.
func TestCosts_Open(t *testing.T) {
	s := bare(webtest.OpenSite(t))
	c := s.As("reviewer")
	href := draftOf(c, openProcedure)
	rows := rowPairs("before", 0, "prepare", "Viết đơn", "1", "20.000", "0", "2", "10")
	c.Post(href+"/tinh?ket-luan=cut", rows...).Want(t, http.StatusOK, "chưa tính chi phí", "lập bảng sau",
		`data-figure="percent">–`)
	c.Post(href+"/tinh?ket-luan=abolish", rows...).Want(t, http.StatusOK, "0 đồng", "100,00%")
	wrong := rowPairs("before", 0, "prepare", "Viết đơn", "-1", "20.000", "0", "2", "10")
	c.Post(href+"/tinh?ket-luan=cut", wrong...).
		Want(t, http.StatusOK, `data-figure="before[0].problem">Thời gian (giờ): không được âm`)
	r := c.Post(href+"/chi-phi", "version", "1", "do", "template", "all.subjects", "48", "all.times", "3")
	r.Want(t, http.StatusOK, `<details class="cost-tools" open>`, "Tiếp theo: còn", `value="48"`, `value="3"`)
}
