package app

import (
	"errors"
	"testing"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// checkedProposals are two proposals that wait to be approved.
func checkedProposals(t *testing.T) (*App, []ProposalAt) {
	t.Helper()
	a, plan := openCampaign(t)
	first, _ := completed(t, a, plan)
	second, err := a.DraftProposal(t.Context(), hoa, plan, review.CampaignInternalB, "NB-02", review.Cut,
		[]review.Measure{{Kind: review.CutStep, Part: catalog.PartSteps, Content: "Bỏ bước", Reason: "Trùng"}})
	if err != nil {
		t.Fatal(err)
	}
	var out []ProposalAt
	for _, id := range []review.ProposalID{first, second} {
		step(t, a, hoa, id, review.Step{Action: review.ActionSubmit})
		step(t, a, lan, id, review.Step{Action: review.ActionCheck})
		p, err := a.store.Proposal(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, ProposalAt{id, p.Version})
	}
	return a, out
}

// One decision approves many proposals or none; what stands in the way of one stands under its place.
func TestStepTogether(t *testing.T) {
	author := Person{Name: hoa.Name, Roles: []account.Role{account.Reviewer, account.Chairman}}
	approve := func(d review.DecisionRef) StepOrder {
		return StepOrder{Step: review.Step{Action: review.ActionApprove, Decision: d}}
	}
	late := decided
	late.Date = value.MustDate("2099-01-01")
	for _, tt := range []struct {
		situation   string
		by          Person
		change      func(a *App, all []ProposalAt) []ProposalAt
		order       StepOrder
		field, code string
	}{
		{"both", tuan, nil, approve(decided), "", ""},
		{"none chosen", tuan, func(*App, []ProposalAt) []ProposalAt { return nil }, approve(decided),
			"proposals", "proposals.none"},
		{"one was sent back meanwhile", tuan, func(a *App, all []ProposalAt) []ProposalAt {
			step(t, a, lan, all[1].ID, review.Step{Action: review.ActionReturn, Note: "Thiếu"})
			all[1].Version++
			return all
		}, approve(decided), "proposals[1].action", "action.not_now"},
		{"the same twice", tuan, func(_ *App, all []ProposalAt) []ProposalAt { return append(all, all[0]) },
			approve(decided), "", "conflict"},
		{"four eyes", author, nil, approve(decided), "proposals[0].action", "action.four_eyes"},
		{"the office approves nothing", lan, nil, approve(decided), "action", "action.no_role"},
		{"a day to come, said once", tuan, nil, approve(late), "decision.date", "date.future"},
	} {
		t.Run(tt.situation, func(t *testing.T) {
			a, all := checkedProposals(t)
			if tt.change != nil {
				all = tt.change(a, all)
			}
			tried := a.CheckStep(t.Context(), tt.by, all, tt.order)
			for _, err := range []error{tried, a.StepTogether(t.Context(), tt.by, all, tt.order)} {
				var problems value.Problems
				var conflict *value.Conflict
				switch {
				case errors.As(err, &conflict):
					problems = value.Problems{{Code: "conflict"}}
				case !errors.As(err, &problems) && err != nil:
					t.Fatal(err)
				}
				if len(problems) == 0 {
					problems = value.Problems{{}}
				}
				if problems[0].Field != tt.field || problems[0].Code != tt.code {
					t.Errorf("%+v, want %s %s", problems, tt.field, tt.code)
				}
				if tt.code == "date.future" && len(problems) != 1 {
					t.Errorf("said more than once: %+v", problems)
				}
			}
			for _, x := range all {
				p, _ := a.store.Proposal(t.Context(), x.ID)
				if (p.State == review.Approved) != (tt.code == "") {
					t.Errorf("proposal %d is %s", x.ID, p.State)
				}
			}
		})
	}
}

// A wrong decision is put right for all that were approved by the paper, or for one alone; opinions stay on record.
func TestCorrectDecision_Together(t *testing.T) {
	for _, alone := range []bool{false, true} {
		a, all := checkedProposals(t)
		order := StepOrder{Step: review.Step{Action: review.ActionApprove, Decision: decided, Note: "Đồng ý"}}
		if err := a.StepTogether(t.Context(), tuan, all, order); err != nil {
			t.Fatal(err)
		}
		right := DecisionOrder{DecisionRef: decided, Reason: "Gõ nhầm số", Alone: alone}
		right.Number = "46"
		at := all[0].Version + 1
		if err := a.CheckCorrection(t.Context(), tuan, all[0].ID, at, right); err != nil {
			t.Fatal(err)
		}
		if err := a.CorrectDecision(t.Context(), tuan, all[0].ID, at, right); err != nil {
			t.Fatal(err)
		}
		want := map[bool]string{true: "45/QĐ-UBND", false: "46/QĐ-UBND"}[alone]
		if p, _ := a.store.Proposal(t.Context(), all[1].ID); p.Decision.Number != want {
			t.Errorf("alone %v: the other stands under %s, want %s", alone, p.Decision.Number, want)
		}
		v, err := a.Proposal(t.Context(), hoa, all[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(v.Steps); v.Proposal.Decision.Number != "46/QĐ-UBND" || v.Steps[n-2].Note != "45/QĐ-UBND: Đồng ý" {
			t.Errorf("%+v, its path %+v", v.Proposal.Decision, v.Steps)
		}
	}
}

// What two proposals do to the targets together is what both add.
func TestApproval(t *testing.T) {
	a, all := checkedProposals(t)
	both, err := a.Approval(t.Context(), tuan, "", nil)
	if err != nil || len(both.Waiting) != 2 {
		t.Fatalf("%d wait: %v", len(both.Waiting), err)
	}
	one, err := a.Approval(t.Context(), tuan, "", []review.ProposalID{all[0].ID})
	if err != nil || len(one.Waiting) != 1 {
		t.Fatalf("%d were chosen: %v", len(one.Waiting), err)
	}
	count := func(r review.TargetReport) (n int64) {
		for _, x := range r.Targets {
			if x.Campaign == review.CampaignInternalB && x.Metric == review.Number {
				n = x.Numerator
			}
		}
		return n
	}
	if count(both.Without) != 0 || count(one.With) != 1 || count(both.With) != 2 {
		t.Errorf("without %d, with one %d, with both %d", count(both.Without), count(one.With), count(both.With))
	}
	if mine, err := a.Approval(t.Context(), hoa, "", nil); err != nil || len(mine.Waiting) != 0 {
		t.Errorf("the author decides about %d: %v", len(mine.Waiting), err)
	}
}
