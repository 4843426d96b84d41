package app

import (
	"context"
	"errors"
	"slices"
	"strings"

	"rasoat/account"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// DecisionOrder is what the decision of a proposal should have been, and why it is not.
type DecisionOrder struct {
	review.DecisionRef
	Scan   review.Evidence // as KeepScan took it in; none: the old one stays
	Reason string
	Alone  bool // the other proposals that were approved by the same paper keep it
}

// CorrectDecision puts right the decision of an approved proposal, and of all that were approved by the same paper. A
// number that nothing was decided by any more is free again. *value.Conflict where another version than base stands.
//
//	action.no_role action.not_decided reason.missing; under decision those of an approval
func (a *App) CorrectDecision(ctx context.Context, by Person, id review.ProposalID, base int, o DecisionOrder) error {
	return a.correctDecision(ctx, by, ProposalAt{id, base}, o, nil)
}

// CheckCorrection says what CorrectDecision would refuse; nothing is stored.
func (a *App) CheckCorrection(ctx context.Context, by Person, id review.ProposalID, base int, o DecisionOrder) error {
	return tried(a.correctDecision(ctx, by, ProposalAt{id, base}, o, errDry))
}

func (a *App) correctDecision(ctx context.Context, by Person, at ProposalAt, o DecisionOrder, end error) error {
	if err := by.must(account.ApproveProposal); err != nil {
		return err
	}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		old, err := readUnchanged(ctx, tx, at.ID, at.Version)
		if err != nil {
			return err
		}
		all := []review.Proposal{old}
		if !o.Alone {
			others, err := decidedWith(ctx, tx, old)
			if err != nil {
				return err
			}
			all = append(all, others...)
		}
		if err := tx.FreeDecision(ctx, old.Decision, all...); err != nil {
			return err
		}
		for _, p := range all {
			if err := a.correct(ctx, tx, p, o); err != nil {
				return err
			}
		}
		return end
	})
}

// correct puts right the decision of one proposal.
func (a *App) correct(ctx context.Context, tx *store.Tx, old review.Proposal, o DecisionOrder) error {
	next, err := review.CorrectDecision(old, o.DecisionRef, o.Reason, a.Today())
	if err != nil {
		return err
	}
	if next, err = a.decide(ctx, tx, next, o.Scan); err != nil {
		return err
	}
	if _, err := tx.SaveProposal(ctx, next, old.Version); err != nil {
		return err
	}
	return tx.AddStep(ctx, store.ProposalStep{
		Proposal: old.ID,
		Action:   "correct",
		From:     old.State,
		To:       next.State,
		Note: a.text.Say("decision.corrected", old.Decision.Number, viet.ShortDate(old.Decision.Date),
			next.Decision.Number, viet.ShortDate(next.Decision.Date), viet.Clean(o.Reason)),
	})
}

// DecidedWith are the other proposals that were approved by the same paper, by number.
func (a *App) DecidedWith(ctx context.Context, by Person, id review.ProposalID) ([]review.Proposal, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return nil, err
	}
	p, err := a.store.Proposal(ctx, id)
	if err != nil {
		return nil, err
	}
	return decidedWith(ctx, a.store, p)
}

// proposals is where proposals are listed: the store, or a transaction on it.
type proposals interface {
	Proposals(ctx context.Context, f store.ProposalFilter) ([]review.Proposal, error)
}

func decidedWith(ctx context.Context, from proposals, p review.Proposal) ([]review.Proposal, error) {
	all, err := from.Proposals(ctx, store.ProposalFilter{IncludeAlternatives: true})
	if p.Decision.Number == "" {
		return nil, err
	}
	return slices.DeleteFunc(all, func(x review.Proposal) bool {
		return x.ID == p.ID || x.Decision.Number != p.Decision.Number || x.Decision.Date != p.Decision.Date
	}), err
}

// Approval is proposals that one decision may approve, and what they do to the targets of a plan together.
type Approval struct {
	Plan          review.Plan
	Waiting       []ProposalView // for who asks, by number
	Without, With review.TargetReport
}

// Approval is the proposals of a plan that wait to be approved by who asks, those of them that are chosen or else all.
func (a *App) Approval(ctx context.Context, by Person, plan string, chosen []review.ProposalID) (Approval, error) {
	var out Approval
	list, err := a.Proposals(ctx, by, ProposalFilter{Plan: plan, State: review.Checked, Waiting: true})
	if err != nil {
		return out, err
	}
	out.Plan = list.Plan
	var together []review.Proposal
	for _, row := range slices.Backward(list.Rows) {
		if len(chosen) > 0 && !slices.Contains(chosen, row.Proposal.ID) {
			continue
		}
		v, err := a.proposalView(ctx, row.Proposal)
		if err != nil {
			return out, err
		}
		if !review.Suits(v.Proposal, v.Kind(), review.ActionApprove) {
			continue // it goes upward, or nobody decides on it
		}
		out.Waiting, together = append(out.Waiting, v), append(together, v.Proposal)
	}
	in, err := a.targetInput(ctx, string(list.Plan.ID), value.Date{})
	if err != nil {
		return out, err
	}
	out.Without, out.With, err = a.impact(ctx, in, together...)
	return out, err
}

// impact is where the targets stand without and with proposals, for those who decide on them.
func (a *App) impact(
	ctx context.Context, in review.TargetInput, all ...review.Proposal,
) (without, with review.TargetReport, err error) {
	began, err := a.Began(ctx)
	if err != nil {
		return without, with, err
	}
	if in.Versions, err = a.baselines(ctx, in, all...); err != nil {
		return without, with, err
	}
	without, with, err = review.Impact(in, all...)
	return without.Since(began), with.Since(began), err
}

// decide gives a proposal its decision under the whole number, and keeps the scan where there is one.
func (a *App) decide(
	ctx context.Context, tx *store.Tx, p review.Proposal, scan review.Evidence,
) (review.Proposal, error) {
	if scan.SHA != "" {
		p.Decision.File = scan.SHA
	}
	if err := a.nameScan(ctx, tx, scan); err != nil {
		return p, err
	}
	var err error
	p.Decision, err = a.takeDecision(ctx, tx, p.Decision)
	return p, err
}

// takeDecision is numbered, with what is wrong under decision.
func (a *App) takeDecision(ctx context.Context, tx *store.Tx, d review.DecisionRef) (review.DecisionRef, error) {
	out, err := a.numbered(ctx, tx, d)
	var wrong value.Problems
	if errors.As(err, &wrong) {
		return d, wrong.Under("decision")
	}
	return out, err
}

// numbered is a decision of the commune under its whole number, "45/QĐ-UBND", which no other has; one may approve many
// proposals, and change a list as well.
//
//	paper.symbol paper.taken
func (a *App) numbered(ctx context.Context, tx *store.Tx, d review.DecisionRef) (review.DecisionRef, error) {
	number, wrong, err := a.decisionNumber(ctx, d.Number)
	if len(wrong) > 0 {
		err = wrong
	}
	if err != nil {
		return d, err
	}
	d.Number = number.String()
	return d, tx.TakeNumber(ctx, store.Paper{Number: number, Date: d.Date, Item: "decision"})
}

func (a *App) decisionNumber(ctx context.Context, typed string) (review.PaperNumber, value.Problems, error) {
	number, wrong := review.ParsePaperNumber(typed)
	commune, _, err := a.Commune(ctx)
	if err == nil && len(wrong) == 0 && !strings.HasPrefix(number.Symbol, decisionSymbol+"-") {
		number, wrong = number.Of(commune.letterhead(decisionSymbol).NumberSuffix)
	}
	return number, wrong, err
}

// DecisionNumber is the number of a decision as it is kept and printed, "05/QĐ-UBND" of "5"; what is none stays.
func (a *App) DecisionNumber(ctx context.Context, typed string) string {
	number, wrong, err := a.decisionNumber(ctx, typed)
	if err != nil || len(wrong) > 0 {
		return typed
	}
	return number.String()
}
