package app

import (
	"context"
	"slices"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
)

// ProposalFilter narrows the list of proposals; a zero field does not.
type ProposalFilter struct {
	Plan     string // id or number; empty: the one that is followed
	Campaign review.CampaignID
	State    review.State
	Mine     bool // written by who asks
	Waiting  bool // waiting for who asks
}

// ProposalRow is one proposal of the list.
type ProposalRow struct {
	Proposal review.Proposal
	Items    []review.ListItem // its procedures
	Cost     review.PricedProposal
	Shares   review.CostShares // how shares of cost are written in its campaign
	Waiting  bool              // for who asks
}

// ProposalList is the proposals of a plan that a filter leaves, newest first, alternatives too.
type ProposalList struct {
	Plan  review.Plan
	Rows  []ProposalRow
	Total int // without the filter
	Wait  int // of the total: how many wait for who asks
}

// Proposals lists the proposals of a plan.
func (a *App) Proposals(ctx context.Context, by Person, f ProposalFilter) (ProposalList, error) {
	var out ProposalList
	if err := by.must(account.SeeInternal); err != nil {
		return out, err
	}
	plan, _, err := a.Plan(ctx, f.Plan)
	if err != nil {
		return out, err
	}
	out.Plan = plan
	shares, err := a.costShares(ctx, plan)
	if err != nil {
		return out, err
	}
	names, err := a.listedNames(ctx, plan)
	if err != nil {
		return out, err
	}
	all, err := a.store.Proposals(ctx, store.ProposalFilter{Plan: plan.ID, IncludeAlternatives: true})
	if err != nil {
		return out, err
	}
	slices.Reverse(all)
	for _, p := range all {
		row := ProposalRow{Proposal: p, Shares: shares[p.Campaign]}
		for _, m := range p.Members {
			item, listed := names[campaignKey{p.Campaign, m.Procedure.Key()}]
			if !listed {
				item.Code = m.Procedure
			}
			row.Items = append(row.Items, item)
		}
		if len(row.Items) > 0 {
			row.Waiting = waitsFor(p, row.Items[0].Kind, by)
		}
		out.Total++
		if row.Waiting {
			out.Wait++
		}
		if f.Campaign != "" && p.Campaign != f.Campaign || f.State != "" && p.State != f.State ||
			f.Mine && p.Author != by.Name || f.Waiting && !row.Waiting {
			continue
		}
		if row.Cost, err = review.PriceProposal(p); err != nil {
			return out, err
		}
		out.Rows = append(out.Rows, row)
	}
	return out, nil
}

// costShares is how shares of cost are written in each campaign of a plan.
func (a *App) costShares(ctx context.Context, plan review.Plan) (map[review.CampaignID]review.CostShares, error) {
	out := map[review.CampaignID]review.CostShares{}
	for _, c := range plan.Campaigns {
		rules, err := a.rulesOf(ctx, plan, c.ID)
		if err != nil {
			return nil, err
		}
		out[c.ID] = plan.CostShares(c.ID, rules)
	}
	return out, nil
}

// CostShares is how shares of cost are written in the campaign of a proposal.
func (a *App) CostShares(ctx context.Context, by Person, id review.ProposalID) (review.CostShares, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return review.CostShares{}, err
	}
	p, err := a.store.Proposal(ctx, id)
	if err != nil {
		return review.CostShares{}, err
	}
	plan, _, err := a.Plan(ctx, string(p.Plan))
	if err != nil {
		return review.CostShares{}, err
	}
	rules, err := a.rulesOf(ctx, plan, p.Campaign)
	return plan.CostShares(p.Campaign, rules), err
}

type campaignKey struct {
	campaign review.CampaignID
	key      catalog.Code
}

func (a *App) listedNames(ctx context.Context, plan review.Plan) (map[campaignKey]review.ListItem, error) {
	out := map[campaignKey]review.ListItem{}
	for _, c := range plan.Campaigns {
		list, err := a.store.CampaignList(ctx, plan.ID, c.ID)
		if err != nil {
			return nil, err
		}
		for _, x := range list {
			out[campaignKey{c.ID, x.Code.Key()}] = x
		}
	}
	return out, nil
}

// waitsFor reports whether the next step of a proposal is this person's: a draft or a returned one is its
// author's, one that was handed in waits for somebody who checks, one that was checked for whoever decides on it.
func waitsFor(p review.Proposal, kind catalog.Kind, by Person) bool {
	switch {
	case p.Alternative:
		return false
	case p.State == review.Draft, p.State == review.Returned:
		return p.Author == by.Name && by.May(account.EditReview)
	case p.State == review.Submitted:
		return slices.Contains(review.Allowed(p, by.Name, account.Can(by.Roles)), review.ActionCheck)
	}
	return isDeciders(p, kind, by)
}

// isDeciders reports whether a checked proposal waits for this person, who decides: to approve it, or to propose upward
// what the commune may not approve.
func isDeciders(p review.Proposal, kind catalog.Kind, by Person) bool {
	if p.State != review.Checked || p.Alternative || by.Disabled || !by.May(account.ApproveProposal) {
		return false
	}
	allowed := review.Allowed(p, by.Name, account.Can(by.Roles))
	return slices.ContainsFunc([]review.Action{review.ActionApprove, review.ActionForward}, func(a review.Action) bool {
		return slices.Contains(allowed, a) && review.Suits(p, kind, a)
	})
}

// OpenCampaign is a campaign with the procedures of its list that have no main proposal yet.
type OpenCampaign struct {
	Plan     review.PlanID
	Campaign review.CampaignPlan
	Items    []review.ListItem
}

// OpenProcedures lists what a proposal may be begun for under a plan; "" is the plan that is followed.
func (a *App) OpenProcedures(ctx context.Context, by Person, id string) ([]OpenCampaign, error) {
	if err := by.must(account.EditReview); err != nil {
		return nil, err
	}
	plan, _, err := a.Plan(ctx, id)
	if err != nil {
		return nil, err
	}
	var out []OpenCampaign
	for _, c := range plan.Campaigns {
		_, list, proposals, err := a.campaign(ctx, plan, c.ID)
		if err != nil {
			return nil, err
		}
		x := OpenCampaign{Plan: plan.ID, Campaign: c}
		for _, item := range review.ListOn(list, a.Today()) {
			if !slices.ContainsFunc(proposals, func(p review.Proposal) bool { return p.Covers(item.Code) }) {
				x.Items = append(x.Items, item)
			}
		}
		out = append(out, x)
	}
	return out, nil
}
