package app

import (
	"context"
	"errors"
	"fmt"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// Choice is a procedure that a campaign's list may take in, or must not for a reason. What its contents say is known of
// those that may alone.
type Choice struct {
	Code   catalog.Code
	Name   string
	Field  string
	Reason string // code of why it may not enter; empty: it may

	Ours   catalog.Ours
	Levels []catalog.Level
	Empty  bool                   // nothing in it can be reviewed yet (catalog.HasContent)
	Cost   value.Opt[value.Money] // what complying costs in a year, as the newest review of any plan priced it
}

// Candidates are the procedures of a campaign's kind, those that may enter its list and those that may not, each in
// the order of fields and names.
func (a *App) Candidates(ctx context.Context, s review.Scope) (may, mayNot []Choice, err error) {
	f := store.Filter{Kind: catalog.Public}
	if s.IsInternal() {
		f = store.Filter{Kind: catalog.Internal}
	}
	heads, err := a.store.ProcedureHeads(ctx, f)
	if err != nil {
		return nil, nil, err
	}
	costs, err := a.knownCosts(ctx)
	if err != nil {
		return nil, nil, err
	}
	for _, h := range heads {
		p := catalog.Procedure{Code: h.Code, Kind: h.Kind, Group: h.Group, Status: h.Status, Ours: h.Ours}
		x := Choice{Code: h.Code, Name: h.Name, Field: h.Field, Ours: h.Ours, Reason: review.Ineligible(p, s)}
		if x.Reason != "" {
			mayNot = append(mayNot, x)
			continue
		}
		v, err := a.store.Procedure(ctx, h.Key)
		if err != nil {
			return nil, nil, err
		}
		x.Levels, x.Cost = v.Procedure.Levels, costs[h.Key]
		x.Empty = !catalog.HasContent(v.Procedure)
		may = append(may, x)
	}
	for _, list := range [][]Choice{may, mayNot} {
		viet.SortBy(list, func(x Choice) string { return x.Name })
		viet.SortBy(list, func(x Choice) string { return x.Field })
	}
	return may, mayNot, nil
}

// knownCosts is what complying with each procedure costs in a year, by key: the cost before of the newest review of any
// plan that priced it.
func (a *App) knownCosts(ctx context.Context) (map[catalog.Code]value.Opt[value.Money], error) {
	all, err := a.store.Proposals(ctx, store.ProposalFilter{})
	if err != nil {
		return nil, err
	}
	out := map[catalog.Code]value.Opt[value.Money]{}
	for _, p := range all {
		for _, m := range p.Members {
			cost, err := m.CostBefore()
			if err != nil {
				return nil, fmt.Errorf("procedure %s: %w", m.Procedure, err)
			}
			if cost.IsKnown() {
				out[m.Procedure.Key()] = cost
			}
		}
	}
	return out, nil
}

// onList does something to the list of a campaign, in one transaction, for whoever assigns reviews; the plan is still
// worked on.
func (a *App) onList(
	ctx context.Context, by Person, plan string, id review.CampaignID,
	do func(tx *store.Tx, p review.Plan, items []review.ListItem) error,
) error {
	if err := by.must(account.AssignReview); err != nil {
		return err
	}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		p, _, err := tx.Plan(ctx, plan)
		if err != nil {
			return err
		}
		if err := p.TakesWork(); err != nil {
			return err
		}
		items, err := tx.CampaignList(ctx, p.ID, id)
		if err != nil {
			return err
		}
		return do(tx, p, items)
	})
}

// saveLines saves the lines of a list that changed.
func saveLines(
	ctx context.Context, tx *store.Tx, plan review.PlanID, id review.CampaignID, lines []review.ListItem,
) error {
	for _, line := range lines {
		if err := tx.SaveListItem(ctx, plan, id, line); err != nil {
			return err
		}
	}
	return nil
}

// StartCampaign freezes the list of a campaign: each chosen procedure as it stands at this instant, under the rules
// that the plan has now. A campaign starts once.
func (a *App) StartCampaign(
	ctx context.Context, by Person, plan string, id review.CampaignID, chosen []catalog.Code,
) error {
	return a.onList(ctx, by, plan, id, func(tx *store.Tx, p review.Plan, listed []review.ListItem) error {
		candidates, err := candidatesOf(ctx, tx, "procedures", chosen)
		if err != nil {
			return err
		}
		items, rules, err := review.Start(p, id, listed, candidates)
		if err != nil {
			return err
		}
		return tx.StartCampaign(ctx, p.ID, id, rules, items)
	})
}

// candidatesOf are procedures as they stand now, chosen under a field.
func candidatesOf(
	ctx context.Context, tx *store.Tx, field string, chosen []catalog.Code,
) ([]review.Candidate, error) {
	out := make([]review.Candidate, len(chosen))
	for i, code := range chosen {
		v, err := tx.Procedure(ctx, code.Key())
		if errors.Is(err, value.ErrNotFound) {
			return nil, value.Problems{{
				Field: fmt.Sprintf("%s[%d].code", field, i),
				Code:  "procedure.unknown",
				Args:  []any{code},
			}}
		}
		if err != nil {
			return nil, err
		}
		out[i] = review.Candidate{Procedure: v.Procedure, Version: v.Number}
	}
	return out, nil
}

// ListOrder is what somebody asks to have recorded of a frozen list: what enters it and leaves it by one decision.
type ListOrder struct {
	Number   string // of the decision
	Date     value.Date
	Reason   string
	Entering []catalog.Code
	Leaving  []catalog.Code
}

// ChangeList records a decision by which procedures enter or leave a frozen list; it counts from the decision's day.
// With only true nothing is stored: what would be refused is said.
func (a *App) ChangeList(
	ctx context.Context, by Person, plan string, id review.CampaignID, o ListOrder, only bool,
) error {
	err := a.onList(ctx, by, plan, id, func(tx *store.Tx, p review.Plan, items []review.ListItem) error {
		entering, err := candidatesOf(ctx, tx, "entering", o.Entering)
		if err != nil {
			return err
		}
		order := review.ChangeOrder{
			Number:   viet.Clean(o.Number),
			Date:     o.Date,
			Reason:   viet.CleanText(o.Reason),
			By:       by.Name,
			Entering: entering,
			Leaving:  o.Leaving,
		}
		campaign, _ := p.Campaign(id)
		if _, err := review.ChangeList(campaign.Takes(), items, order, a.Today()); err != nil {
			return err
		}
		decision, err := a.numbered(ctx, tx, review.DecisionRef{Number: order.Number, Date: order.Date})
		if err != nil {
			return err
		}
		order.Number = decision.Number
		lines, err := review.ChangeList(campaign.Takes(), items, order, a.Today())
		if err != nil {
			return err
		}
		if err := saveLines(ctx, tx, p.ID, id, lines); err != nil {
			return err
		}
		if only {
			return errDry
		}
		return nil
	})
	return tried(err)
}

// CorrectListChange puts right number and day of a decision by which procedures entered or left a frozen list; it
// counts from the right day. A number that nothing was decided by any more is free again.
func (a *App) CorrectListChange(
	ctx context.Context, by Person, plan string, id review.CampaignID, was, is review.DecisionRef, reason string,
) error {
	return a.onList(ctx, by, plan, id, func(tx *store.Tx, p review.Plan, items []review.ListItem) error {
		why := review.Correction{Reason: viet.CleanText(reason), By: by.Name, On: a.Today()}
		is.Number = a.DecisionNumber(ctx, viet.Clean(is.Number))
		lines, err := review.CorrectListChange(items, was, is, why)
		if err != nil {
			return err
		}
		if err := saveLines(ctx, tx, p.ID, id, lines); err != nil {
			return err
		}
		why.Was = was
		if err := tx.NoteCorrection(ctx, fmt.Sprintf("campaign %s/%s", p.ID, id), is, why); err != nil {
			return err
		}
		if err := tx.FreeDecision(ctx, was); err != nil {
			return err
		}
		_, err = a.numbered(ctx, tx, is)
		return err
	})
}
