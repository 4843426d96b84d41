package campaign_test

import (
	"net/http"
	"strings"
	"testing"

	"rasoat/account"
	"rasoat/app"
	"rasoat/review"
	"rasoat/tools/webtest"
)

const paperForm = "/ra-soat/kh-29-2024/public/thu-tuc/1.001699"

var officeClerk = app.Person{Name: "office", Roles: []account.Role{account.Office}}

// The page of the dossier has a line for each paper and a column for each question; a bad answer on one paper asks for
// its reason, says of which paper, and is told among what the form comes to. A paper that has left the list is kept.
func TestReviewForm_papers(t *testing.T) {
	s := webtest.OpenSite(t)
	lan := s.As("office")
	page := lan.Get(paperForm + "?phan=ho-so").Body
	f, err := s.App.ReviewForm(t.Context(), officeClerk, "kh-29-2024", review.CampaignPublic, "1.001699")
	if err != nil || len(f.Form.Papers) < 2 {
		t.Fatalf("%v, papers %+v", err, f.Form.Papers)
	}
	second := f.Form.Papers[1].Paper
	for _, want := range []string{"1. " + f.Form.Papers[0].Paper, "2. " + second, "Dữ liệu đã có?",
		`name="papers[1].answers.dossier.legal"`} {
		if !strings.Contains(page, want) {
			t.Errorf("%q does not stand on the page", want)
		}
	}
	if strings.Contains(page, `name="answers.dossier.needed.value"`) {
		t.Error("the whole dossier is asked too")
	}
	r := lan.Post(paperForm, "phan", "ho-so", "version", "1",
		"papers[0].paper", second, // the list had another order when the page was opened
		"papers[0].answers.dossier.held", "yes",
		"papers[7].paper", "Sổ hộ khẩu", "papers[7].answers.dossier.needed", "no")
	if r.Status != http.StatusSeeOther || !strings.HasSuffix(r.Header.Get("Location"), "?phan=ho-so") {
		t.Fatalf("%d to %s", r.Status, r.Header.Get("Location"))
	}
	page = lan.Get(paperForm + "?phan=ho-so").Body
	for _, want := range []string{second + " – chưa ghi lý do.", "Sổ hộ khẩu (không còn trong hồ sơ)", "Cần thiết: không"} {
		if !strings.Contains(page, want) {
			t.Errorf("%q does not stand on the page", want)
		}
	}
	r = lan.Post(paperForm, "phan", "ho-so", "version", "2", "papers[1].paper", second,
		"papers[1].reason", "đã có dữ liệu")
	if r.Status != http.StatusSeeOther {
		t.Fatalf("%d", r.Status)
	}
	if end := lan.Get(paperForm + "?phan=ket-luan").Body; !strings.Contains(end, "đã có dữ liệu") {
		t.Error("the measure is not on the last page")
	}
	whole := lan.Get(paperForm + "/toan-bo").Body
	for _, want := range []string{second, "Dữ liệu đã có: có", "Sổ hộ khẩu (không còn trong hồ sơ)"} {
		if !strings.Contains(whole, want) {
			t.Errorf("%q does not stand in the whole form", want)
		}
	}
}

// What was answered for the whole dossier before stands as such beside the papers, and may be given up for them.
func TestReviewForm_wholeDossier(t *testing.T) {
	s := webtest.OpenSite(t)
	lan := s.As("office")
	f, err := s.App.ReviewForm(t.Context(), officeClerk, "kh-29-2024", review.CampaignPublic, "1.001699")
	if err != nil {
		t.Fatal(err)
	}
	f.Form.Answers["dossier.needed"] = review.Answer{Value: review.No, Reason: "đơn thừa"}
	_, err = s.App.SaveForm(t.Context(), officeClerk, "kh-29-2024", review.CampaignPublic, "1.001699", f.Form, 1)
	if err != nil {
		t.Fatal(err)
	}
	page := lan.Get(paperForm + "?phan=ho-so").Body
	for _, want := range []string{"Trả lời chung: Không.", "đơn thừa", "Bỏ, trả lời từng giấy tờ"} {
		if !strings.Contains(page, want) {
			t.Errorf("%q does not stand on the page", want)
		}
	}
	if r := lan.Post(paperForm, "phan", "ho-so", "version", "2", "answers.dossier.needed.value", "",
		"answers.dossier.needed.reason", ""); r.Status != http.StatusSeeOther {
		t.Fatalf("%d", r.Status)
	}
	if strings.Contains(lan.Get(paperForm+"?phan=ho-so").Body, `name="answers.dossier.needed.value"`) {
		t.Error("the answer for all was not given up")
	}
}
