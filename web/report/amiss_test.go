package report_test

import (
	"net/http"
	"strings"
	"testing"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/tools/webtest"
	"rasoat/value"
)

// A submission and a decision with nothing to decide are refused with a sentence, on the page, as a file and before
// they go out; nothing of them is stored.
func TestReport_NothingToDecide(t *testing.T) {
	s := webtest.OpenSite(t)
	office := s.As("office")
	const why = "không có phương án nào đã thẩm tra đang chờ quyết định"
	for _, kind := range []string{"submission", "decision"} {
		r := office.Get("/bao-cao/xem/" + kind)
		r.Want(t, http.StatusOK, why)
		if strings.Contains(r.Body, "<iframe") || strings.Contains(r.Body, "."+"docx") {
			t.Errorf("%s: a paper is offered all the same", kind)
		}
		for _, as := range []string{"", ".docx", ".xlsx"} {
			office.Get("/bao-cao/"+kind+as).Want(t, http.StatusBadRequest, why)
		}
	}
	listed := office.Get("/bao-cao")
	listed.Want(t, http.StatusOK, "/bao-cao/xem/submission?dot=public", "/bao-cao/decision.docx?dot=public")
	_, choice, _ := strings.Cut(listed.Body, `name="submission.campaign"`)
	choice, _, _ = strings.Cut(choice, "</select>")
	if !strings.Contains(choice, `value="public"`) || strings.Contains(choice, "internal-b") {
		t.Errorf("a submission is offered of %s", choice)
	}
	forwardChecked(t, s)
	office.Get("/bao-cao").Want(t, http.StatusOK, "Chưa có phương án nào đã thẩm tra đang chờ quyết định.")
	office.Post("/bao-cao/phat-hanh", "kind", "submission", "submission.number", "12", "submission.date", "15/7/2024").
		Want(t, http.StatusUnprocessableEntity, why, `value="12"`)
	if issued, err := s.App.IssuedReports(t.Context(), "kh-29-2024"); err != nil || len(issued) != 0 {
		t.Errorf("%v %v", issued, err)
	}
	office.Get("/bao-cao/xem/decision?so=45").Want(t, http.StatusOK, "<iframe", ".docx?so=45")
}

// forwardChecked sends up what waits for the chairman of the demo.
func forwardChecked(t *testing.T, s *webtest.Site) {
	t.Helper()
	chairman, err := s.App.Person(t.Context(), "chairman")
	if err != nil {
		t.Fatal(err)
	}
	all, err := s.App.Proposals(t.Context(), chairman, app.ProposalFilter{Waiting: true})
	if err != nil || len(all.Rows) != 1 {
		t.Fatal(all.Rows, err)
	}
	p := all.Rows[0].Proposal
	up := review.Step{Action: review.ActionForward, Note: "UBND huyện Vĩnh Linh"}
	if err := s.App.Step(t.Context(), chairman, p.ID, p.Version, app.StepOrder{Step: up}); err != nil {
		t.Fatal(err)
	}
}

// What a decision leaves out because it is out of force on its day stands on its page, with a link that mends it.
func TestPreview_Grounds(t *testing.T) {
	s := webtest.OpenSite(t)
	office := app.Person{Name: "office", Roles: []account.Role{account.Office}}
	_, version, err := s.App.Plan(t.Context(), "kh-29-2024")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.App.SavePlan(t.Context(), office, "kh-29-2024", version, func(p *review.Plan) {
		for i := range p.Grounds {
			if p.Grounds[i].Number == "1085/QĐ-TTg" {
				p.Grounds[i].To = value.MustDate("2024-07-09")
			}
		}
	}); err != nil {
		t.Fatal(err)
	}
	const said = "Quyết định số 1085/QĐ-TTg đã hết hiệu lực sau ngày 09/7/2024"
	s.As("office").Get("/bao-cao/xem/decision?so=45").Want(t, http.StatusOK, said,
		`href="/ke-hoach/kh-29-2024/sua/can-cu"`)
	s.As("reviewer").Get("/bao-cao/xem/decision?so=45").Want(t, http.StatusOK, said,
		`href="/ke-hoach/kh-29-2024#can-cu-ten"`)
	s.As("office").Get("/ke-hoach/kh-29-2024").Want(t, http.StatusOK, said, `href="/ke-hoach/kh-29-2024/sua/can-cu"`)
	paper := s.As("office").Get("/bao-cao/decision?so=45").Body
	if strings.Contains(paper, "1085/QĐ-TTg") || !strings.Contains(paper, "77/2015/QH13") {
		t.Error("the paper rests on what is out of force")
	}
}
