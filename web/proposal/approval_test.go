package proposal_test

import (
	"html"
	"io"
	"net/http"
	"rasoat/seed"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/tools/webtest"
	"rasoat/value"
	"rasoat/web/page"
)

var (
	checkAction = regexp.MustCompile(`<form method="post" action="([^"]*)"`)
	hiddenField = regexp.MustCompile(`<input type="hidden" name="([^"]*)" value="([^"]*)">`)
)

// confirm presses the button of a page that asks before something is done.
func confirm(c *webtest.Client, asked webtest.Response) webtest.Response {
	c.T.Helper()
	pairs := []string{page.CheckField, page.CheckYes}
	for _, m := range hiddenField.FindAllStringSubmatch(asked.Body, -1) {
		pairs = append(pairs, html.UnescapeString(m[1]), html.UnescapeString(m[2]))
	}
	all := checkAction.FindAllStringSubmatch(asked.Body, -1)
	if len(all) == 0 {
		c.T.Fatalf("%d is no page that asks: %s", asked.Status, problemsOn(asked.Body))
	}
	return c.Post(html.UnescapeString(all[len(all)-1][1]), pairs...)
}

// waitingOf are proposals that wait for the chairman's decision: the demo's internal campaign with two of them.
func waitingOf(t *testing.T, s *webtest.Site) (all []review.Proposal) {
	t.Helper()
	raw, err := seed.Read(seed.DemoInternal)
	if err != nil {
		t.Fatal(err)
	}
	const measure = `"measures": [{"kind": "cut_step", "part": "steps", "content": "Bỏ bước họp", "reason": "Trùng"}]`
	file := strings.NewReplacer(
		`"procedure": "NB-05", "conclusion": "keep"`, `"procedure": "NB-05", "conclusion": "cut", `+measure,
		`"procedure": "NB-03", "conclusion": "amend", "status": "submitted"`,
		`"procedure": "NB-03", "conclusion": "amend", "status": "checked"`).Replace(string(raw))
	open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(file)), nil }
	doc, err := s.App.Import(t.Context(), []app.Upload{{Name: "dot.json", Open: open}},
		app.ImportOptions{Actor: "office"})
	if err != nil || !doc.OK() {
		t.Fatal(doc, err)
	}
	test := app.Person{Name: "test", Roles: account.Roles}
	list, err := s.App.Proposals(t.Context(), test, app.ProposalFilter{State: review.Checked,
		Campaign: review.CampaignInternalB})
	if err != nil || len(list.Rows) != 2 {
		t.Fatal(len(list.Rows), err)
	}
	for _, row := range list.Rows {
		all = append(all, row.Proposal)
	}
	return all
}

// A ground that is out of force on the day of the decision is pointed out before it is taken, alone and together.
func TestApprove_Grounds(t *testing.T) {
	s := webtest.OpenSite(t)
	all := waitingOf(t, s)
	office := app.Person{Name: "office", Roles: []account.Role{account.Office}}
	_, version, err := s.App.Plan(t.Context(), "kh-29-2024")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.App.SavePlan(t.Context(), office, "kh-29-2024", version, func(p *review.Plan) {
		p.Grounds[0].To = value.MustDate("2024-07-11")
	}); err != nil {
		t.Fatal(err)
	}
	const said, mend = "Luật số 77/2015/QH13 đã hết hiệu lực sau ngày 11/7/2024",
		`href="/ke-hoach/kh-29-2024#can-cu-ten"`
	c, p := s.As("chairman"), all[0]
	c.Post(page.ProposalHref(p.ID)+"/buoc", "version", strconv.Itoa(p.Version), "action", "approve", "page", "duyet",
		"approve.number", "61", "approve.date", "12/7/2024").Want(t, http.StatusOK, said, mend)
	form := []string{"proposal", page.ID(p.ID) + "." + strconv.Itoa(p.Version), "approve.number", "61", "approve.date"}
	c.Post(page.ApprovalPath, append(form, "12/7/2024")...).Want(t, http.StatusOK, said, mend)
	if r := c.Post(page.ApprovalPath, append(form, "11/7/2024")...); strings.Contains(r.Body, "hết hiệu lực") ||
		r.Status != http.StatusOK {
		t.Errorf("%d: on the last day they are in force", r.Status)
	}
}

// The chairman ticks two proposals, is asked once, and one decision approves both; then its number is put right for
// both, with the reason.
func TestApproveTogether(t *testing.T) {
	s := webtest.OpenSite(t)
	all := waitingOf(t, s)
	c := s.As("chairman")
	box := func(p review.Proposal) string { return page.ID(p.ID) + "." + strconv.Itoa(p.Version) }
	c.Get("/phuong-an").Want(t, http.StatusOK, "Phê duyệt nhiều phương án bằng một quyết định")
	c.Get(page.ApprovalPath).Want(t, http.StatusOK, "Chỉ tiêu nếu phê duyệt cả", box(all[0]), box(all[1]))
	c.Get(page.ApprovalPath+"?chon-proposal=hien").Want(t, http.StatusOK, `value="`+box(all[0])+`" checked`,
		`value="`+box(all[1])+`" checked`, `href="`+page.ApprovalPath+`?chon-proposal=bo"`)
	c.Post(page.ApprovalPath, "approve.number", "61", "approve.date", "12/7/2024").
		Want(t, http.StatusUnprocessableEntity, "Chưa chọn phương án nào")
	c.Post(page.ApprovalPath, "proposal", box(all[0]), "approve.number", "", "approve.date", "12/7/2024").
		Want(t, http.StatusUnprocessableEntity, "Chưa ghi số quyết định", `value="`+box(all[0])+`" checked`)
	two := []string{"proposal", box(all[0]), "proposal", box(all[1]), "approve.number", "61",
		"approve.date", "12/7/2024", "approve.note", "Đồng ý"}
	asked := c.Post(page.ApprovalPath, two...)
	asked.Want(t, http.StatusOK, "61/QĐ-UBND", "2 phương án", "Đồng ý",
		"Phương án số "+page.ID(all[0].ID), "Phương án số "+page.ID(all[1].ID), "Chỉ tiêu:")
	if r := confirm(c, asked); r.Status != http.StatusSeeOther {
		t.Fatalf("%d %s", r.Status, problemsOn(r.Body))
	}
	c.Get("/phuong-an").Want(t, http.StatusOK, "Đã phê duyệt 2 phương án tại quyết định 61/QĐ-UBND;")
	for _, p := range all[:2] {
		if now := storedProposal(s, p.ID); now.State != review.Approved || now.Decision.Number != "61/QĐ-UBND" {
			t.Errorf("proposal %d: %s %+v", p.ID, now.State, now.Decision)
		}
	}
	href := page.ProposalHref(all[0].ID)
	form := []string{"version", strconv.Itoa(all[0].Version + 1), "number", "62", "date", "11/7/2024"}
	c.Get(href+"/dinh-chinh").Want(t, http.StatusOK, `value="61/QĐ-UBND"`, "1 phương án khác")
	c.Post(href+"/dinh-chinh", form...).Want(t, http.StatusUnprocessableEntity, "lý do")
	asked = c.Post(href+"/dinh-chinh", append(form, "reason", "Gõ nhầm số")...)
	asked.Want(t, http.StatusOK, "61/QĐ-UBND → 62/QĐ-UBND", "12/7/2024 → 11/7/2024",
		"Cùng đính chính cho 1 phương án khác")
	if r := confirm(c, asked); r.Status != http.StatusSeeOther {
		t.Fatalf("%d %s", r.Status, problemsOn(r.Body))
	}
	c.Get(href).Want(t, http.StatusOK, "Đã đính chính: quyết định 62/QĐ-UBND.", "62/QĐ-UBND ngày 11/7/2024",
		"61/QĐ-UBND ngày 12/7/2024 → 62/QĐ-UBND ngày 11/7/2024; lý do: Gõ nhầm số", "61/QĐ-UBND: Đồng ý")
	if now := storedProposal(s, all[1].ID); now.Decision.Number != "62/QĐ-UBND" {
		t.Errorf("the other stands under %s", now.Decision.Number)
	}
	asked = c.Upload(href+"/dinh-chinh", "scan", "ban-ky.pdf", "%PDF-1.4\n1 0 obj\n", "number", "62/QĐ-UBND",
		"date", "11/7/2024", "reason", "Kèm nhầm bản quét",
		"version", strconv.Itoa(storedProposal(s, all[0].ID).Version))
	asked.Want(t, http.StatusOK, "ban-ky.pdf", "Kèm nhầm bản quét")
	if r := confirm(c, asked); r.Status != http.StatusSeeOther {
		t.Fatalf("the scan alone: %d %s", r.Status, problemsOn(r.Body))
	}
	if now := storedProposal(s, all[0].ID).Decision; now.File == "" || now.Number != "62/QĐ-UBND" {
		t.Errorf("with another scan the decision is %+v", now)
	}
	if strings.Contains(s.As("office").Get(href).Body, "/dinh-chinh") {
		t.Error("the office corrects decisions")
	}
}
