package proposal_test

import (
	"net/http"
	"strings"
	"testing"

	"rasoat/tools/webtest"
)

// A proposal that takes away one step and joins two draws the steps of both texts beside each other: what goes, what is
// reworded and what stays, each under its numbers; the page of its costs and that of the decision draw the cost.
func TestProposal_DrawsStepsAndCosts(t *testing.T) {
	c := webtest.OpenSite(t).As("reviewer3")
	const href = "/phuong-an/21" // of the demo: a draft about a procedure of four steps
	r := c.Post(href+"/sua", "version", "2", "conclusion", "amend", "members[0].code", "1.011607",
		"members[0].step.0", "remove", "members[0].step.2", "into.1")
	if r.Status != http.StatusSeeOther {
		t.Fatalf("%d %s", r.Status, problemsOn(r.Body))
	}
	_, drawn, _ := strings.Cut(c.Get(href).Body, `<ol class="compared-items is-flow"`)
	drawn, _, _ = strings.Cut(drawn, "</ol>")
	for what, n := range map[string]int{
		`<li class="compared-item is-delete">`: 2, `<li class="compared-item is-replace">`: 1,
		`<li class="compared-item is-equal">`: 1, `</span> bỏ</span>`: 4, "Trước là bước 4.": 1, "<del>Bước 1": 2,
	} {
		if got := strings.Count(drawn, what); got != n {
			t.Errorf("%q stands %d times, want %d:\n%s", what, got, n, drawn)
		}
	}
	for _, path := range []string{href, href + "/chi-phi"} {
		c.Get(path).Want(t, http.StatusOK, `<ul class="cost-bars">`, "Chi phí một năm theo nhóm công việc")
	}
	c.Get("/phuong-an/9").Want(t, http.StatusOK, "Chưa vẽ được chi phí trước và sau theo nhóm công việc")
}
