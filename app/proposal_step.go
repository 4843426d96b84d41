package app

import (
	"cmp"
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
	review.Step                 // By and On are set here
	Scan        review.Evidence // of an approval, as KeepScan took it in
	Place       string          // of a return: what is meant (review.RemarkPlaces); a remark stands there then
	FormReason  string          // of a submit: why a review form has no answer at all (review.StateForms)
	NewVersions bool            // put_in_force: also write the new text into the catalogue, where the commune decides
}

// ProposalAt names a proposal by the version that somebody saw.
type ProposalAt struct {
	ID      review.ProposalID
	Version int
}

// Step takes a proposal one step along its path in one transaction: the person's rights and four eyes, what the
// step has to tell, the proposal as its next version, the step. What is handed in must be complete, and its
// revised text is frozen. *value.Conflict where another version than base stands.
//
// Practice, not law: docs/decisions/0024.
func (a *App) Step(ctx context.Context, by Person, id review.ProposalID, base int, o StepOrder) error {
	return a.StepTogether(ctx, by, []ProposalAt{{id, base}}, o)
}

// StepTogether takes several proposals one step, all of them or none: one decision approves many. What stands in the
// way of one of several stands under its place: "proposals[2].action".
func (a *App) StepTogether(ctx context.Context, by Person, all []ProposalAt, o StepOrder) error {
	err := a.stepTogether(ctx, by, all, o, nil)
	if err == nil && o.NewVersions {
		a.nudge()
	}
	return err
}

// CheckStep says what StepTogether would refuse; nothing is stored.
func (a *App) CheckStep(ctx context.Context, by Person, all []ProposalAt, o StepOrder) error {
	return tried(a.stepTogether(ctx, by, all, o, errDry))
}

func (a *App) stepTogether(ctx context.Context, by Person, all []ProposalAt, o StepOrder, end error) error {
	o.By, o.On = by.Name, a.Today()
	if !slices.Contains(review.Actions, o.Action) {
		return value.Problems{{Field: "action", Code: "action.unknown", Args: []any{string(o.Action)}}}
	}
	if err := by.must(account.Action(o.Action)); err != nil {
		return fmt.Errorf("%w: %w", err, value.Problems{{
			Field: "action",
			Code:  "action.no_role",
			Args:  []any{string(o.Action)},
		}})
	}
	if len(all) == 0 {
		return value.Problems{{Field: "proposals", Code: "proposals.none"}}
	}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		if len(all) == 1 {
			return cmp.Or(a.step(ctx, tx, by, all[0], o), end)
		}
		var wrong value.Problems
		for i, x := range all {
			err := a.step(ctx, tx, by, x, o)
			var found value.Problems
			switch {
			case errors.As(err, &found):
				wrong = append(wrong, ofOne(found, i, wrong)...)
			case err != nil:
				return err
			}
		}
		return cmp.Or(wrong.Err(), end)
	})
}

// ofOne puts what is wrong with one of several proposals under its place; what is wrong with their decision stands
// there once.
func ofOne(found value.Problems, i int, known value.Problems) value.Problems {
	var out value.Problems
	for _, p := range found {
		if strings.HasPrefix(p.Field, "decision.") {
			if !slices.ContainsFunc(known, func(k value.Problem) bool { return k.Field == p.Field }) {
				out = append(out, p)
			}
			continue
		}
		out = append(out, value.Problems{p}.Under(fmt.Sprintf("proposals[%d]", i))...)
	}
	return out
}

func (a *App) step(ctx context.Context, tx *store.Tx, by Person, at ProposalAt, o StepOrder) error {
	old, err := readUnchanged(ctx, tx, at.ID, at.Version)
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
		next, err = a.handIn(ctx, tx, by, next, o.FormReason)
	case review.ActionApprove:
		next, err = a.decide(ctx, tx, next, o.Scan)
	}
	if err != nil {
		return err
	}
	if _, err := tx.SaveProposal(ctx, next, at.Version); err != nil {
		return err
	}
	step := store.ProposalStep{
		Proposal: at.ID,
		Action:   string(o.Action),
		From:     old.State,
		To:       next.State,
		Note:     next.Note,
	}
	if o.Action == review.ActionApprove {
		step.Note = strings.TrimSuffix(next.Decision.Number+": "+next.Note, ": ")
	}
	if err := tx.AddStep(ctx, step); err != nil {
		return err
	}
	if o.Action == review.ActionReturn && o.Place != "" {
		return a.ask(ctx, tx, by, next, o.Place, o.Note)
	}
	if o.Action == review.ActionPutInForce && o.NewVersions {
		return a.putInForce(ctx, tx, by, next, o.Step)
	}
	return nil
}

// handIn is a proposal as it leaves its author's hands: complete, or why a review form is missing stated, its author
// named, its revised text frozen.
func (a *App) handIn(
	ctx context.Context, tx *store.Tx, by Person, p review.Proposal, reason string,
) (review.Proposal, error) {
	list, err := tx.CampaignList(ctx, p.Plan, p.Campaign)
	if err != nil {
		return p, err
	}
	bases, err := a.bases(ctx, tx, p)
	if err != nil {
		return p, err
	}
	saved, err := formsOf(ctx, tx, p, bases)
	if err != nil {
		return p, err
	}
	problems := append(review.CheckProposal(p, review.ListOn(list, a.Today()), bases), review.CheckKept(p, saved)...)
	var unsaid value.Problems
	if p, err = review.StateForms(p, saved, viet.CleanText(reason)); errors.As(err, &unsaid) {
		problems = append(problems, unsaid...)
	}
	if err := problems.Err(); err != nil {
		return p, err
	}
	if p.Author == "" {
		p.Author = by.Name // from an import: who hands it in answers for it
	}
	return review.Freeze(p, bases)
}

// Kind is whether the proposal is about internal procedures or about those for citizens.
func (v ProposalView) Kind() catalog.Kind {
	if len(v.Members) == 0 {
		return ""
	}
	return v.Members[0].Base.Kind
}

// MayRenew reports whether putting the proposal in force can write a new version of one of its procedures: an
// internal one that the commune decides and whose text changes or that is abolished.
//
// Plan 29/KH-UBND, III.1(b).
func (v ProposalView) MayRenew() bool {
	return slices.ContainsFunc(v.Members, v.Renews)
}

// Renews reports whether putting the proposal in force can write a new version of that procedure of it.
func (v ProposalView) Renews(m MemberView) bool { return renews(v.Proposal, m.Member, m.Base) }

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
