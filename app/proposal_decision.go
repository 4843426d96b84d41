package app

import (
	"context"
	"errors"
	"strings"

	"rasoat/account"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// CorrectDecision puts right the decision of an approved proposal, its scan too where one is given. A number that stood
// with no other proposal is free again. *value.Conflict where another version than base stands.
//
//	action.no_role action.not_decided reason.missing; under decision those of an approval
func (a *App) CorrectDecision(
	ctx context.Context, by Person, id review.ProposalID, base int, d review.DecisionRef, scan review.Evidence,
	reason string,
) error {
	if err := by.must(account.ApproveProposal); err != nil {
		return err
	}
	d.File = scan.SHA
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		old, err := readUnchanged(ctx, tx, id, base)
		if err != nil {
			return err
		}
		next, err := review.CorrectDecision(old, d, reason, a.Today())
		if err != nil {
			return err
		}
		if err := tx.FreeDecision(ctx, old); err != nil {
			return err
		}
		if next, err = a.decide(ctx, tx, next, scan); err != nil {
			return err
		}
		if _, err := tx.SaveProposal(ctx, next, base); err != nil {
			return err
		}
		return tx.AddStep(ctx, store.ProposalStep{
			Proposal: id,
			Action:   "correct",
			From:     old.State,
			To:       next.State,
			Note: a.text.Say("decision.corrected", old.Decision.Number, viet.ShortDate(old.Decision.Date),
				viet.Clean(reason)),
		})
	})
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

// takeDecision is a decision of the commune under its whole number, "45/QĐ-UBND"; one may approve many proposals.
//
//	paper.symbol paper.taken, under decision
func (a *App) takeDecision(ctx context.Context, tx *store.Tx, d review.DecisionRef) (review.DecisionRef, error) {
	number, wrong, err := a.decisionNumber(ctx, d.Number)
	if len(wrong) > 0 {
		err = wrong.Under("decision")
	}
	if err != nil {
		return d, err
	}
	d.Number = number.String()
	err = tx.TakeNumber(ctx, store.Paper{Number: number, Date: d.Date, Item: "decision"})
	if errors.As(err, &wrong) {
		return d, wrong.Under("decision")
	}
	return d, err
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
