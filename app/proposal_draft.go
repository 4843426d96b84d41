package app

import (
	"context"
	"slices"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// DraftProposal begins a procedure's main proposal in a campaign with what its review came to, or puts that into
// the draft which this person has begun already, and says which proposal it is. It refuses a procedure that is
// not on the campaign's list, a draft of somebody else's, and a proposal that has left its draft.
func (a *App) DraftProposal(ctx context.Context, by Person, plan review.PlanID, campaign review.CampaignID,
	key catalog.Code,
	conclusion review.Conclusion, measures []review.Measure) (id review.ProposalID, err error) {
	if err := by.must(account.EditReview); err != nil {
		return 0, err
	}
	err = a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		item, err := a.listItem(ctx, tx, plan, campaign, key)
		if err != nil {
			return err
		}
		current, err := tx.Proposals(ctx, store.ProposalFilter{Plan: plan, Campaign: campaign, Procedure: key.Key()})
		if err != nil {
			return err
		}
		if len(current) == 0 {
			p := review.Proposal{
				Plan:       plan,
				Campaign:   campaign,
				State:      review.Draft,
				Author:     by.Name,
				Conclusion: conclusion,
				Measures:   measures,
				Members:    []review.Member{{Procedure: item.Code.Key(), Baseline: item.Version}},
			}
			id, err = tx.InsertProposal(ctx, p)
			return err
		}
		p := current[0]
		if err := mayWrite(p, by); err != nil {
			return err
		}
		p, id = withReview(p, by, conclusion, measures), p.ID
		_, err = tx.SaveProposal(ctx, p, p.Version)
		return err
	})
	return id, err
}

// listItem is a procedure's line on the list of a campaign as it stands today; the problem
// "procedure.not_listed" where it has none.
func (a *App) listItem(
	ctx context.Context, tx *store.Tx, plan review.PlanID, campaign review.CampaignID, key catalog.Code,
) (review.ListItem, error) {
	list, err := tx.CampaignList(ctx, plan, campaign)
	if err != nil {
		return review.ListItem{}, err
	}
	list = review.ListOn(list, a.Today())
	i := slices.IndexFunc(list, func(x review.ListItem) bool { return x.Code.Key() == key.Key() })
	if i < 0 {
		return review.ListItem{}, value.Problems{{Field: "procedure", Code: "procedure.not_listed", Args: []any{key}}}
	}
	return list[i], nil
}

// mayWrite says what keeps a person from writing a proposal: it has left its draft, or it is somebody else's. An
// imported one without an author is anybody's, and theirs from then on.
//
// Practice, not law: docs/decisions/0024.
func mayWrite(p review.Proposal, by Person) error {
	switch {
	case !p.IsEditable():
		return value.Problems{{Field: "action", Code: "proposal.frozen", Args: []any{p.State}}}
	case p.Author != "" && p.Author != by.Name:
		return value.Problems{{Field: "action", Code: "proposal.of_another", Args: []any{p.Author}}}
	}
	return nil
}

// withReview is a draft with what its procedure's review came to: the conclusion anew, and the measures that do not
// stand in it yet. What was written into it stays; a reason that was empty is filled in.
func withReview(p review.Proposal, by Person, conclusion review.Conclusion, measures []review.Measure) review.Proposal {
	p.Author, p.Measures = by.Name, review.FitMeasures(p.Measures, nil, measures)
	if conclusion != "" {
		p.Conclusion = conclusion
	}
	return p
}
