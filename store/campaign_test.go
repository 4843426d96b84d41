package store_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/store/storetest"
	"rasoat/value"
)

func item(code catalog.Code, why string) review.ListItem {
	return review.ListItem{Code: code, Name: "tên", Kind: catalog.Internal, Group: catalog.GroupB, Version: 1, Why: why,
		Due: value.MustDate("2024-07-30")}
}

var ruleOfTest = review.Rules{CostDenominator: review.WithProposal, PublicReviewed: value.Known(value.Whole(80))}

func startCampaign(t testing.TB, s *store.Store) {
	t.Helper()
	write(t, s, func(tx *store.Tx) error {
		return tx.StartCampaign(t.Context(), "p", "internal-b", ruleOfTest, []review.ListItem{item("NB-02", ""), item("NB-01", "")})
	})
}

func TestStartCampaign(t *testing.T) {
	s := storetest.Open(t)
	addPlan(t, s)
	_, err := s.Campaign(t.Context(), "p", "internal-b")
	wantIs(t, err, value.ErrNotFound)
	list, err := s.CampaignList(t.Context(), "p", "internal-b")
	if err != nil || len(list) != 0 {
		t.Errorf("list before the start: %v, %v", list, err)
	}
	startCampaign(t, s)
	head, err := s.Campaign(t.Context(), "p", "internal-b")
	if err != nil {
		t.Fatal(err)
	}
	diff(t, head, store.CampaignHead{Started: storetest.Now().UTC(), Rules: ruleOfTest, Frozen: true, Version: 1})
	if list, err = s.CampaignList(t.Context(), "p", "internal-b"); err != nil {
		t.Fatal(err)
	}
	diff(t, list, []review.ListItem{item("NB-02", ""), item("NB-01", "")})
	err = s.Write(t.Context(), "an", func(tx *store.Tx) error {
		return tx.StartCampaign(t.Context(), "p", "internal-b", review.Rules{}, nil)
	})
	wantProblem(t, err, "campaign.started")
}

func TestSaveListItem(t *testing.T) {
	s := storetest.Open(t)
	addPlan(t, s)
	err := s.Write(t.Context(), "an", func(tx *store.Tx) error {
		return tx.SaveListItem(t.Context(), "p", "internal-b", item("NB-01", ""))
	})
	wantIs(t, err, value.ErrNotFound)
	startCampaign(t, s)
	write(t, s, func(tx *store.Tx) error {
		return errors.Join(
			tx.SaveListItem(t.Context(), "p", "internal-b", item("NB-02", "lý do")),
			tx.SaveListItem(t.Context(), "p", "internal-b", item("NB-03", "thêm")),
		)
	})
	list, err := s.CampaignList(t.Context(), "p", "internal-b")
	if err != nil {
		t.Fatal(err)
	}
	diff(t, list, []review.ListItem{item("NB-02", "lý do"), item("NB-01", ""), item("NB-03", "thêm")})
	if head, err := s.Campaign(t.Context(), "p", "internal-b"); err != nil || head.Version != 3 {
		t.Errorf("%+v, %v", head, err)
	}
}

func TestReplaceCampaign(t *testing.T) {
	s := storetest.Open(t)
	addPlan(t, s)
	startCampaign(t, s)
	old := addProposal(t, s, "NB-01")
	public := proposal("NB-01")
	public.Campaign = "public"
	kept, err := insert(t, s, public)
	if err != nil {
		t.Fatal(err)
	}
	write(t, s, func(tx *store.Tx) error {
		_, err := tx.SaveForm(t.Context(), "p", "internal-b", "NB-01", json.RawMessage(`{"a":1}`), 0)
		return errors.Join(err, tx.AddStep(t.Context(), store.ProposalStep{Proposal: old, Action: "submit"}))
	})
	write(t, s, func(tx *store.Tx) error {
		return tx.ReplaceCampaign(t.Context(), "p", "internal-b", review.Rules{},
			[]review.ListItem{item("NB-01", "mới"), item("NB-03", "")}, []review.Proposal{proposal("NB-03"), proposal("NB-01")})
	})
	list, err := s.CampaignList(t.Context(), "p", "internal-b")
	if err != nil {
		t.Fatal(err)
	}
	diff(t, list, []review.ListItem{item("NB-01", "mới"), item("NB-03", "")})
	all, err := s.Proposals(t.Context(), store.ProposalFilter{Campaign: "internal-b"})
	if err != nil || len(all) != 2 || all[0].ID <= kept || all[0].Members[0].Procedure != "NB-03" {
		t.Errorf("%+v, %v", all, err)
	}
	if _, err := s.Proposal(t.Context(), kept); err != nil {
		t.Errorf("of the other campaign: %v", err)
	}
	head, err := s.Campaign(t.Context(), "p", "internal-b")
	if err != nil || head.Version != 2 || head.Rules != (review.Rules{}) {
		t.Errorf("%+v, %v", head, err)
	}

	// What was replaced can still be read.
	_, err = s.Proposal(t.Context(), old)
	wantIs(t, err, value.ErrNotFound)
	if p, err := s.ProposalVersion(t.Context(), old, 1); err != nil || p.Members[0].Procedure != "NB-01" {
		t.Errorf("%+v, %v", p, err)
	}
	if steps, err := s.Steps(t.Context(), old); err != nil || len(steps) != 1 {
		t.Errorf("%v, %v", steps, err)
	}
	_, err = s.Form(t.Context(), "p", "internal-b", "NB-01")
	wantIs(t, err, value.ErrNotFound)
	if _, err := s.FormVersion(t.Context(), "p", "internal-b", "NB-01", 1); err != nil {
		t.Error(err)
	}
	entries, err := s.Audit(t.Context(), store.AuditFilter{Subject: "campaign p/internal-b", Limit: 1})
	if err != nil || len(entries) != 1 || entries[0].Action != "campaign.replace" ||
		!strings.Contains(string(entries[0].Detail), "NB-02") {
		t.Errorf("%+v, %v", entries, err)
	}
	if err := errors.Join(s.VerifyAudit(t.Context()), s.VerifyVersions(t.Context()),
		s.VerifyDatabase(t.Context())); err != nil {
		t.Error(err)
	}
}

// An import that fails at its last proposal leaves the campaign as it was.
func TestReplaceCampaign_Atomic(t *testing.T) {
	tests := []struct {
		name      string
		items     []review.ListItem
		proposals []review.Proposal
	}{
		{"two proposals for one procedure", []review.ListItem{item("NB-03", "")}, []review.Proposal{proposal("NB-03"), proposal("NB-03")}},
		{"a procedure that is not stored", []review.ListItem{item("NB-03", ""), item("NB-99", "")}, nil},
		{"a proposal for one that is not stored", []review.ListItem{item("NB-03", "")}, []review.Proposal{proposal("NB-99")}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := storetest.Open(t)
			addPlan(t, s)
			startCampaign(t, s)
			id := addProposal(t, s, "NB-01")
			err := s.Write(t.Context(), "an", func(tx *store.Tx) error {
				return tx.ReplaceCampaign(t.Context(), "p", "internal-b", review.Rules{}, tt.items, tt.proposals)
			})
			if err == nil {
				t.Fatal("replaced")
			}
			if list, err := s.CampaignList(t.Context(), "p", "internal-b"); err != nil || len(list) != 2 {
				t.Errorf("%v, %v", list, err)
			}
			if all, err := s.Proposals(t.Context(), store.ProposalFilter{}); err != nil || len(all) != 1 ||
				all[0].ID != id {
				t.Errorf("%v, %v", all, err)
			}
		})
	}
}

func TestReplaceCampaign_NotStarted(t *testing.T) {
	s := storetest.Open(t)
	addPlan(t, s)
	write(t, s, func(tx *store.Tx) error {
		return tx.ReplaceCampaign(t.Context(), "p", "internal-b", review.Rules{}, []review.ListItem{item("NB-01", "")},
			nil)
	})
	if head, err := s.Campaign(t.Context(), "p", "internal-b"); err != nil || head.Version != 1 {
		t.Errorf("%+v, %v", head, err)
	}
}
