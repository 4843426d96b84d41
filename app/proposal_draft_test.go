package app

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// people of the tests, one per role and a second reviewer.
var (
	hoa  = Person{Name: "hoa", Roles: []account.Role{account.Reviewer}}
	minh = Person{Name: "minh", Roles: []account.Role{account.Reviewer}}
	lan  = Person{Name: "lan", Roles: []account.Role{account.Office}}
	tuan = Person{Name: "tuan", Roles: []account.Role{account.Chairman}}
)

// openCampaign is a store with the plan and a campaign of internal procedures that has just begun.
func openCampaign(t *testing.T, procedures ...catalog.Procedure) (*App, review.PlanID) {
	t.Helper()
	a := openTest(t)
	plan, _, err := a.Plan(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	if len(procedures) == 0 {
		procedures = []catalog.Procedure{internal("NB-01"), internal("NB-02")}
	}
	err = a.store.Write(t.Context(), "lan", func(tx *store.Tx) error {
		var items []review.ListItem
		for _, p := range procedures {
			v, err := tx.SaveProcedure(t.Context(), p, nil, 0, "", catalog.Source{Format: "person"})
			if err != nil {
				return err
			}
			items = append(items, review.ListItem{
				Code:    p.Code.Key(),
				Name:    p.Name,
				Kind:    p.Kind,
				Group:   p.Group,
				Version: v,
			})
		}
		return tx.StartCampaign(t.Context(), plan.ID, review.CampaignInternalB, plan.Rules, items)
	})
	if err != nil {
		t.Fatal(err)
	}
	return a, plan.ID
}

// internal is a procedure of group B that the commune decides.
func internal(code catalog.Code) catalog.Procedure {
	return catalog.Procedure{
		Code:    code,
		Name:    "Giải quyết nghỉ phép hằng năm " + string(code),
		Kind:    catalog.Internal,
		Group:   catalog.GroupB,
		Status:  catalog.InForce,
		Ours:    catalog.Decides,
		Decider: "Chủ tịch UBND xã",
		Steps:   []catalog.Step{{Text: "Viết đơn"}, {Text: "Trình ký giấy"}, {Text: "Trả kết quả"}},
		Dossier: []catalog.DossierCase{{Papers: []catalog.Paper{{Name: "Đơn xin nghỉ phép"}, {Name: "Bản sao quyết định tuyển dụng"}}}},
		Methods: []catalog.Method{{Channel: catalog.InPerson}},
		Limit:   catalog.TimeLimit{Number: value.Known(value.Whole(5)), Unit: catalog.WorkingDays},
		Copies:  value.Known(1),
	}
}

func TestDraftProposal(t *testing.T) {
	a, plan := openCampaign(t)
	draft := func(by Person, key catalog.Code, c review.Conclusion, m ...review.Measure) (review.ProposalID, error) {
		return a.DraftProposal(t.Context(), by, plan, review.CampaignInternalB, key, c, m)
	}
	paper := review.Measure{Kind: review.CutDocument, Part: catalog.PartDossier, Reason: "Cơ quan đã giữ"}
	id, err := draft(hoa, "nb-01", review.Amend, paper)
	if err != nil {
		t.Fatal(err)
	}
	step := review.Measure{Kind: review.CutStep, Part: catalog.PartSteps, Reason: "Trùng lặp"}
	named := paper
	named.Content, named.Reason = "Bỏ bản sao quyết định", "Có trong hồ sơ"
	if again, err := draft(hoa, "NB-01", review.Cut, named, step); err != nil || again != id {
		t.Fatalf("a second draft %d beside %d: %v", again, id, err)
	}
	got, err := a.store.Proposal(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	want := review.Proposal{
		ID:         id,
		Plan:       plan,
		Campaign:   review.CampaignInternalB,
		Version:    2,
		State:      review.Draft,
		Author:     "hoa",
		Conclusion: review.Cut,
		Members:    []review.Member{{Procedure: "NB-01", Baseline: 1}},
		Measures: []review.Measure{
			{Kind: review.CutDocument, Part: catalog.PartDossier, Content: "Bỏ bản sao quyết định", Reason: "Cơ quan đã giữ"}, step},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(value.Opt[value.Decimal]{})); diff != "" {
		t.Error(diff)
	}
	if _, err := draft(minh, "NB-01", review.Keep); codeOf(err) != "proposal.of_another" {
		t.Errorf("somebody else's draft: %v", err)
	}
	if _, err := draft(hoa, "NB-09", review.Keep); codeOf(err) != "procedure.not_listed" {
		t.Errorf("not listed: %v", err)
	}
	if _, err := draft(tuan, "NB-02", review.Keep); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("the chairman writes no proposals: %v", err)
	}
	got.State = review.Submitted
	err = a.store.Write(t.Context(), "hoa", func(tx *store.Tx) error {
		_, err := tx.SaveProposal(t.Context(), got, got.Version)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := draft(hoa, "NB-01", review.Keep); codeOf(err) != "proposal.frozen" {
		t.Errorf("what was handed in: %v", err)
	}
}
