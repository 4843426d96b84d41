package app

import (
	"context"
	"fmt"

	"rasoat/catalog"
	"rasoat/review"
)

// demoSteps are the changes of steps of the demo's drafts, invented as the rest of it: one visit and one meeting in the
// place of two.
var demoSteps = map[catalog.Code][]review.Change{
	"1.011607": {{Op: review.JoinSteps, Part: catalog.PartSteps, Index: 2, Into: 1}},
}

// fillDemoSteps writes them into the proposals, each as whoever reviews its procedure would.
func (a *App) fillDemoSteps(ctx context.Context) error {
	people, err := a.people(ctx)
	if err != nil {
		return err
	}
	list, err := a.Proposals(ctx, people["office"], ProposalFilter{State: review.Draft})
	if err != nil {
		return err
	}
	for _, row := range list.Rows {
		p := row.Proposal
		changes := demoSteps[p.Members[0].Procedure]
		if len(changes) == 0 {
			continue
		}
		p.Members[0].Changes = changes
		by := people[row.Items[0].Officer]
		if _, err := a.SaveProposal(ctx, by, p.ID, p.Version, p); err != nil {
			return fmt.Errorf("demo steps of %s: %w", p.Members[0].Procedure, err)
		}
	}
	return nil
}
