package app

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

const formCampaign = review.CampaignInternalB

// assign puts an officer to a line of the test's campaign.
func assign(t *testing.T, a *App, plan review.PlanID, key catalog.Code, officer string) {
	t.Helper()
	item, err := a.listLine(t.Context(), plan, formCampaign, key)
	if err != nil {
		t.Fatal(err)
	}
	item.Officer = officer
	err = a.store.Write(t.Context(), "lan",
		func(tx *store.Tx) error { return tx.SaveListItem(t.Context(), plan, formCampaign, item) })
	if err != nil {
		t.Fatal(err)
	}
}

// problemOf is the code of the first problem of an error, "" where there is none.
func problemOf(err error) string {
	var p value.Problems
	if errors.As(err, &p) && len(p) > 0 {
		return p[0].Field + " " + p[0].Code
	}
	return ""
}

func answered(id string, v review.AnswerValue, reason string) review.Form {
	return review.Form{Answers: map[string]review.Answer{id: {Value: v, Reason: reason}}}
}

// A form is begun, kept half told, read back with its versions, and shows the procedure as it was frozen.
func TestSaveForm(t *testing.T) {
	a, plan := openCampaign(t)
	f, err := a.ReviewForm(t.Context(), hoa, plan, formCampaign, "nb-01")
	if err != nil || f.Saved.Number != 0 || f.Kept != nil || f.Item.Code != "NB-01" || f.Review != nil ||
		len(f.Procedure.Steps) != 3 {
		t.Fatalf("fresh: %+v, %v", f, err)
	}
	half := answered("dossier.needed", review.No, "  ")
	half.StateGoals = []review.Goal{{}, {Text: "  Qua\u0309n ly\u0301 ", Changed: review.Answer{Value: review.Yes}}}
	half.Participants = []review.Participant{{}, {Who: " Công chức ", Date: value.MustDate("2024-06-01")}}
	half.Answers["name.clear"] = review.Answer{}
	v, err := a.SaveForm(t.Context(), hoa, plan, formCampaign, "nb-01", half, 0)
	if err != nil || v != 1 {
		t.Fatalf("half told: %d, %v", v, err)
	}
	if v, err = a.SaveForm(t.Context(), lan, plan, formCampaign, "NB-01", answered("name.clear", review.Yes, ""),
		1); err != nil || v != 2 {
		t.Fatalf("second: %d, %v", v, err)
	}
	// the catalogue moves on, the list does not
	now, err := a.store.Procedure(t.Context(), "NB-01")
	if err != nil {
		t.Fatal(err)
	}
	now.Procedure.Steps = now.Procedure.Steps[:1]
	err = a.store.Write(t.Context(), "lan", func(tx *store.Tx) error {
		_, err := tx.SaveProcedure(t.Context(), now.Procedure, nil, 1, "bớt bước", catalog.Source{Format: "person"})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	f, err = a.ReviewForm(t.Context(), tuan, plan, formCampaign, "NB-01")
	if err != nil || f.Saved.Number != 2 || f.Saved.By != "lan" ||
		!f.Saved.At.Equal(DemoDay.Start().Add(8*time.Hour)) ||
		f.Form.Answers["name.clear"].Value != review.Yes || len(f.Procedure.Steps) != 3 || f.Newest != 2 {
		t.Errorf("%+v, %v", f, err)
	}
	if !errors.Is(f.Kept, value.ErrForbidden) {
		t.Errorf("the chairman writes forms: %v", f.Kept)
	}
	all, err := a.ReviewFormVersions(t.Context(), tuan, plan, formCampaign, "NB-01")
	if err != nil || len(all) != 2 || all[0].Number != 2 || all[1].By != "hoa" {
		t.Errorf("%+v, %v", all, err)
	}
	first, err := a.ReviewFormVersion(t.Context(), tuan, plan, formCampaign, "nb-01", 1)
	want := review.Form{StateGoals: []review.Goal{{Text: "Quản lý", Changed: review.Answer{Value: review.Yes}}},
		Answers:      map[string]review.Answer{"dossier.needed": {Value: review.No}},
		Participants: []review.Participant{{Who: "Công chức", Date: value.MustDate("2024-06-01")}}}
	if diff := cmp.Diff(want.On(f.Procedure), first.Form); err != nil || diff != "" {
		t.Errorf("%v %s", err, diff)
	}
	if _, err := a.ReviewFormVersion(t.Context(), tuan, plan, formCampaign, "NB-01", 3); !errors.Is(err,
		value.ErrNotFound) {
		t.Errorf("version 3: %v", err)
	}
}

// What is refused leaves nothing behind.
func TestSaveForm_Refused(t *testing.T) {
	a, plan := openCampaign(t)
	assign(t, a, plan, "NB-01", "hoa")
	late := review.Form{Participants: []review.Participant{{Who: "a", How: "b", Date: DemoDay.Add(1)}}}
	tests := []struct {
		name string
		by   Person
		key  catalog.Code
		form review.Form
		base int
		code string
		is   error
	}{
		{"nobody", Person{}, "NB-01", review.Form{}, 0, "", value.ErrForbidden},
		{"the chairman", tuan, "NB-01", review.Form{}, 0, "", value.ErrForbidden},
		{"another reviewer", minh, "NB-01", review.Form{}, 0, "action form.of_another", value.ErrForbidden},
		{"not on the list", hoa, "NB-99", review.Form{}, 0, "", value.ErrNotFound},
		{"no such answer", hoa, "NB-01", answered("name.clear", "maybe", ""), 0, "answers.name.clear.value answer.unknown", nil},
		{"a day to come", hoa, "NB-01", late, 0, "participants[0].date date.future", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := a.SaveForm(t.Context(), tt.by, plan, formCampaign, tt.key, tt.form, tt.base)
			if err == nil || tt.code != problemOf(err) || tt.is != nil && !errors.Is(err, tt.is) {
				t.Errorf("got %v", err)
			}
			all, err := a.ReviewFormVersions(t.Context(), lan, plan, formCampaign, "NB-01")
			if err != nil || len(all) != 0 {
				t.Errorf("stored: %+v, %v", all, err)
			}
		})
	}
	if _, err := a.SaveForm(t.Context(), hoa, plan, formCampaign, "NB-01", review.Form{}, 0); err != nil {
		t.Fatal(err)
	}
	var conflict *value.Conflict
	if _, err := a.SaveForm(t.Context(), lan, plan, formCampaign, "NB-01", review.Form{}, 0); !errors.As(err,
		&conflict) || conflict.Newest != 1 {
		t.Errorf("two editors: %v", err)
	}
	if _, err := a.ReviewForm(t.Context(), Person{}, plan, formCampaign, "NB-01"); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("nobody reads: %v", err)
	}
	if _, err := a.ReviewFormVersions(t.Context(), Person{}, plan, formCampaign, "NB-01"); !errors.Is(err,
		value.ErrForbidden) {
		t.Errorf("nobody reads: %v", err)
	}
}

// A form leads to its proposal, and stands still once that is handed in, until it comes back.
func TestConcludeForm(t *testing.T) {
	a, plan := openCampaign(t)
	f := answered("dossier.needed", review.No, "")
	f.Answers["dossier.needed"] = review.Answer{Value: review.No, Measure: "Bỏ bản sao"}
	save := func(base int) error {
		_, err := a.SaveForm(t.Context(), hoa, plan, formCampaign, "NB-01", f, base)
		return err
	}
	if err := save(0); err != nil {
		t.Fatal(err)
	}
	conclude := func(c review.Conclusion) (review.ProposalID, error) {
		return a.ConcludeForm(t.Context(), hoa, plan, formCampaign, "NB-01", c)
	}
	if _, err := conclude(review.Cut); problemOf(err) != "answers.dossier.needed.reason reason.missing" {
		t.Errorf("without its reason: %v", err)
	}
	f.Answers["dossier.needed"] = review.Answer{Value: review.No, Reason: "Cơ quan đã giữ", Measure: "Bỏ bản sao"}
	if err := save(1); err != nil {
		t.Fatal(err)
	}
	if _, err := conclude(review.Keep); problemOf(err) != "conclusion keep.unanswered" {
		t.Errorf("kept unseen: %v", err)
	}
	id, err := conclude(review.Cut)
	if err != nil {
		t.Fatal(err)
	}
	p, err := a.store.Proposal(t.Context(), id)
	want := []review.Measure{{
		Kind:    review.CutDocument,
		Part:    catalog.PartDossier,
		Content: "Bỏ bản sao",
		Reason:  "Cơ quan đã giữ",
	}}
	if diff := cmp.Diff(want, p.Measures); err != nil || diff != "" || p.Conclusion != review.Cut ||
		p.State != review.Draft {
		t.Errorf("%+v, %v %s", p, err, diff)
	}
	for _, step := range []struct {
		state review.State
		code  string
	}{{review.Submitted, "action form.frozen"}, {review.Returned, ""}} {
		p.State = step.state
		err := a.store.Write(t.Context(), "lan", func(tx *store.Tx) (err error) {
			p.Version, err = tx.SaveProposal(t.Context(), p, p.Version)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		now, err := a.ReviewForm(t.Context(), hoa, plan, formCampaign, "NB-01")
		if err != nil || problemOf(now.Kept) != step.code {
			t.Errorf("%s: kept by %v, %v", step.state, now.Kept, err)
		}
		if err := save(now.Saved.Number); problemOf(err) != step.code {
			t.Errorf("%s: saving says %v", step.state, err)
		}
		if step.code != "" {
			if _, err := conclude(review.Cut); problemOf(err) != step.code {
				t.Errorf("%s: concluding says %v", step.state, err)
			}
		}
	}
}

// A form with every answer good concludes "keep" without a measure.
func TestConcludeForm_Keep(t *testing.T) {
	a, plan := openCampaign(t)
	f := review.Form{Answers: map[string]review.Answer{}}
	for _, q := range review.Questions() {
		f.Answers[q.ID] = review.Answer{Value: review.Yes}
		if q.OpensOn == review.Yes {
			f.Answers[q.ID] = review.Answer{Value: review.No}
		}
	}
	f.Answers["copies.one"] = review.Answer{Value: review.No, Reason: "Hai bộ, nhưng cần"}
	if _, err := a.SaveForm(t.Context(), hoa, plan, formCampaign, "NB-02", f, 0); err != nil {
		t.Fatal(err)
	}
	id, err := a.ConcludeForm(t.Context(), hoa, plan, formCampaign, "NB-02", review.Keep)
	if err != nil {
		t.Fatal(err)
	}
	p, err := a.store.Proposal(t.Context(), id)
	if err != nil || p.Conclusion != review.Keep || len(p.Measures) != 0 {
		t.Errorf("%+v, %v", p, err)
	}
}

// Who is to fill in a form stands in it from the start.
func TestReviewForm_Contact(t *testing.T) {
	a := openDemo(t)
	plan, _, err := a.Plan(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	assign(t, a, plan.ID, "NB-12", "reviewer2")
	office, err := a.Person(t.Context(), "office")
	if err != nil {
		t.Fatal(err)
	}
	f, err := a.ReviewForm(t.Context(), office, plan.ID, formCampaign, "NB-12")
	if err != nil {
		t.Fatal(err)
	}
	if f.Saved.Number == 0 && f.Form.Contact.Name != "Trần Văn Minh" {
		t.Errorf("%+v", f.Form.Contact)
	}
}

// Each paper is answered on its own, under its name; the bad one opens a measure that names it, and a version of the
// procedure with another paper in its place moves no answer.
func TestSaveForm_papers(t *testing.T) {
	a, plan := openCampaign(t)
	f, err := a.ReviewForm(t.Context(), hoa, plan, formCampaign, "NB-01")
	if err != nil || len(f.Form.Papers) != 2 {
		t.Fatalf("%v, papers %+v", err, f.Form.Papers)
	}
	f.Form.Answers = map[string]review.Answer{review.Necessity: {Value: review.Yes}}
	f.Form.Papers[1].Answers = map[string]review.AnswerValue{"dossier.held": review.Yes, "dossier.twice": review.NotAnswered}
	f.Form.Papers[1].Reason, f.Form.Papers[1].Measure = " đã có trong hồ sơ ", "tra cứu hồ sơ công chức"
	if _, err := a.SaveForm(t.Context(), hoa, plan, formCampaign, "NB-01", f.Form, 0); err != nil {
		t.Fatal(err)
	}
	saved, err := a.store.Form(t.Context(), plan, formCampaign, "NB-01")
	want := `"papers":[{"paper":"Bản sao quyết định tuyển dụng","answers":{"dossier.held":"yes"},` +
		`"reason":"đã có trong hồ sơ","measure":"tra cứu hồ sơ công chức"}]`
	if err != nil || !strings.Contains(string(saved.Value), want) {
		t.Fatalf("%v, kept %s", err, saved.Value)
	}
	id, err := a.ConcludeForm(t.Context(), hoa, plan, formCampaign, "NB-01", review.Cut)
	if err != nil {
		t.Fatal(err)
	}
	p, err := a.store.Proposal(t.Context(), id)
	said := "Giấy tờ “Bản sao quyết định tuyển dụng”: tra cứu hồ sơ công chức"
	if err != nil || len(p.Measures) != 1 || p.Measures[0].Content != said || p.Measures[0].Kind != review.ReuseData ||
		p.Measures[0].Paper != "Bản sao quyết định tuyển dụng" {
		t.Errorf("%v, measures %+v", err, p.Measures)
	}
}
