package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// StepOrder is a step that somebody asks for, with what comes with it.
type StepOrder struct {
	review.Step // By and On are set here
	Scan        *Scan
	NewVersions bool // put_in_force: also write the new text into the catalogue, where the commune decides
}

// Step takes a proposal one step along its path in one transaction: the person's rights and four eyes, what the
// step has to tell, the proposal as its next version, the step. What is handed in must be complete, and its
// revised text is frozen. *value.Conflict where another version than base stands.
//
// Practice, not law: docs/decisions/0024.
func (a *App) Step(ctx context.Context, by Person, id review.ProposalID, base int, o StepOrder) error {
	o.By, o.On = by.Name, a.Today()
	if !slices.Contains(review.Actions, o.Action) {
		return value.Problems{{Field: "action", Code: "action.unknown", Args: []any{string(o.Action)}}}
	}
	old, err := a.store.Proposal(ctx, id)
	if err != nil {
		return err
	}
	if err := by.must(account.Action(o.Action)); err != nil {
		return fmt.Errorf("%w: %w", err, value.Problems{{
			Field: "action",
			Code:  "action.no_role",
			Args:  []any{string(o.Action)},
		}})
	}
	if _, err := review.Act(old, o.Step); err != nil && old.Version == base {
		return err // before anything is put on the disk
	}
	if o.Scan != nil && o.Action == review.ActionApprove {
		if o.Decision.File, err = a.keepScan(ctx, o.Scan); err != nil {
			return err
		}
	}
	err = a.store.Write(ctx, by.Name, func(tx *store.Tx) error { return a.step(ctx, tx, by, id, base, o) })
	if err == nil && o.NewVersions {
		a.nudge()
	}
	return err
}

func (a *App) step(ctx context.Context, tx *store.Tx, by Person, id review.ProposalID, base int, o StepOrder) error {
	old, err := readUnchanged(ctx, tx, id, base)
	if err != nil {
		return err
	}
	if old.Alternative && o.Action != review.ActionWithdraw && o.Action != review.ActionReopen {
		return value.Problems{{Field: "action", Code: "proposal.alternative"}}
	}
	next, err := review.Act(old, o.Step)
	if err != nil {
		return err
	}
	switch o.Action {
	case review.ActionSubmit:
		next, err = a.handIn(ctx, tx, by, next)
	case review.ActionApprove:
		next.Decision, err = a.takeDecision(ctx, tx, next.Decision)
	}
	if err != nil {
		return err
	}
	if o.Decision.File != "" && o.Action == review.ActionApprove {
		if err := tx.SaveFile(ctx, store.File{SHA: o.Decision.File, Name: o.Scan.Name, Size: o.Scan.size}); err != nil {
			return err
		}
	}
	if _, err := tx.SaveProposal(ctx, next, base); err != nil {
		return err
	}
	step := store.ProposalStep{Proposal: id, Action: string(o.Action), From: old.State, To: next.State, Note: next.Note}
	if o.Action == review.ActionApprove {
		step.Note = next.Decision.Number
	}
	if err := tx.AddStep(ctx, step); err != nil {
		return err
	}
	if o.Action == review.ActionPutInForce && o.NewVersions {
		return a.putInForce(ctx, tx, by, next, o.Step)
	}
	return nil
}

// CorrectDecision puts right the decision of an approved proposal, its scan too where one is given. A number that stood
// with no other proposal is free again. *value.Conflict where another version than base stands.
//
//	action.no_role action.not_decided reason.missing; under decision those of an approval
func (a *App) CorrectDecision(
	ctx context.Context, by Person, id review.ProposalID, base int, d review.DecisionRef, scan *Scan, reason string,
) error {
	if err := by.must(account.ApproveProposal); err != nil {
		return err
	}
	old, err := a.store.Proposal(ctx, id)
	if err != nil {
		return err
	}
	if _, err := review.CorrectDecision(old, d, reason, a.Today()); err != nil {
		return err // before anything is put on the disk
	}
	if scan != nil {
		if d.File, err = a.keepScan(ctx, scan); err != nil {
			return err
		}
	}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		old, err := readUnchanged(ctx, tx, id, base)
		if err != nil {
			return err
		}
		next, err := review.CorrectDecision(old, d, reason, a.Today())
		if err != nil {
			return err
		}
		if scan != nil {
			if err := tx.SaveFile(ctx, store.File{SHA: d.File, Name: scan.Name, Size: scan.size}); err != nil {
				return err
			}
		}
		if err := tx.FreeDecision(ctx, old); err != nil {
			return err
		}
		if next.Decision, err = a.takeDecision(ctx, tx, next.Decision); err != nil {
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

// handIn is a proposal as it leaves its author's hands: complete, its author named, its revised text frozen.
func (a *App) handIn(ctx context.Context, tx *store.Tx, by Person, p review.Proposal) (review.Proposal, error) {
	list, err := tx.CampaignList(ctx, p.Plan, p.Campaign)
	if err != nil {
		return p, err
	}
	bases, err := a.bases(ctx, tx, p)
	if err != nil {
		return p, err
	}
	kept, err := checkKept(ctx, tx, p)
	if err != nil {
		return p, err
	}
	problems := append(review.CheckProposal(p, review.ListOn(list, a.Today()), bases), kept...)
	if err := problems.Err(); err != nil {
		return p, err
	}
	if p.Author == "" {
		p.Author = by.Name // from an import: who hands it in answers for it
	}
	return review.Freeze(p, bases)
}

// MayRenew reports whether putting the proposal in force can write a new version of one of its procedures: an
// internal one that the commune decides and whose text changes or that is abolished.
//
// Plan 29/KH-UBND, III.1(b).
func (v ProposalView) MayRenew() bool {
	return slices.ContainsFunc(v.Members, func(m MemberView) bool { return renews(v.Proposal, m.Member, m.Base) })
}

func renews(p review.Proposal, m review.Member, base catalog.Procedure) bool {
	changes := m.Proposed != nil || p.Conclusion == review.Abolish
	return base.Kind == catalog.Internal && base.Ours == catalog.Decides && changes && p.Conclusion != review.Keep
}

// putInForce writes the new versions of a proposal's procedures. Where one was edited since the review began,
// nothing is written: the two texts have to be brought together by a person.
func (a *App) putInForce(ctx context.Context, tx *store.Tx, by Person, p review.Proposal, s review.Step) error {
	if err := by.must(account.EditProcedure); err != nil {
		return err
	}
	reason := a.text.Say("version.by_decision", p.Decision.Number)
	for _, m := range p.Members {
		now, err := tx.Procedure(ctx, m.Procedure.Key())
		if err != nil {
			return err
		}
		if !renews(p, m, now.Procedure) {
			continue
		}
		if now.Number != m.Baseline {
			return value.Problems{{
				Field: "new_versions",
				Code:  "proposal.edited_since",
				Args:  []any{string(m.Procedure), now.Number, m.Baseline},
			}}
		}
		next := now.Procedure
		if p.Conclusion == review.Abolish {
			next.Status, next.Validity.Until, next.Validity.RepealedBy = catalog.Repealed, p.Decided, p.Decision.Number
		} else {
			next = *m.Proposed
		}
		origins := catalog.Edited(now.Procedure, now.Origins, next)
		if _, err := tx.SaveProcedure(ctx, next, origins, now.Number, reason, catalog.Source{
			Format: catalog.FormatPerson,
			Date:   s.On,
		}); err != nil {
			return err
		}
	}
	return nil
}
