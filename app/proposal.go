package app

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/store"
	"rasoat/value"
)

// ProposalStep is one step on a proposal's path: who took it from which state to which, and what was said.
type ProposalStep = store.ProposalStep

// ProposalView is a proposal with everything that its pages tell.
type ProposalView struct {
	Proposal review.Proposal
	Plan     review.Plan
	Rules    review.Rules      // those its campaign runs under
	List     []review.ListItem // of its campaign
	Members  []MemberView
	Steps    []ProposalStep // oldest first
	Cost     review.PricedProposal
	Open     value.Problems    // what keeps a draft from being handed in
	Notices  value.Problems    // what deserves a second look
	Forms    []review.OpenForm // of a draft: review forms not answered to the end
	Without  review.TargetReport
	With     review.TargetReport
	Others   []review.Proposal // main ones and alternatives that cover a procedure of it too
	Scan     *store.File       // the signed decision, where there is one
}

// MemberView is one procedure of a proposal: as it stood, as the proposal would have it, and what it costs.
type MemberView struct {
	Member   review.Member
	Item     review.ListItem // its line on the campaign's list
	Base     catalog.Procedure
	Proposed catalog.Procedure
	Remarks  []catalog.Remark
	Diff     catalog.Comparison
	Price    cost.Result
	Priced   review.PricedProposal
	Newest   int // version of the procedure that stands now
}

// Shares is how shares of cost are written in its campaign.
func (v ProposalView) Shares() review.CostShares {
	return v.Plan.CostShares(v.Proposal.Campaign, v.Rules)
}

// Frozen reports whether the revised text is kept as it was handed in.
func (m MemberView) Frozen() bool { return m.Member.Proposed != nil }

// Proposal is a proposal as its pages show it; value.ErrNotFound where there is none.
func (a *App) Proposal(ctx context.Context, by Person, id review.ProposalID) (ProposalView, error) {
	var out ProposalView
	if err := by.must(account.SeeInternal); err != nil {
		return out, err
	}
	p, err := a.store.Proposal(ctx, id)
	if err != nil {
		return out, err
	}
	return a.proposalView(ctx, p)
}

// proposalView reads all that stands around a proposal, which need not be stored as it is.
func (a *App) proposalView(ctx context.Context, p review.Proposal) (ProposalView, error) {
	out := ProposalView{Proposal: p}
	in, err := a.targetInput(ctx, string(p.Plan), value.Date{})
	if err != nil {
		return out, err
	}
	out.Plan, out.Rules = in.Plan, in.Rules[p.Campaign]
	out.List = review.ListOn(in.Lists[p.Campaign], in.AsOf)
	bases, err := a.bases(ctx, a.store, p)
	if err != nil {
		return out, err
	}
	for _, m := range p.Members {
		view, err := a.memberView(ctx, p, m, in.Lists[p.Campaign], bases)
		if err != nil {
			return out, err
		}
		out.Members = append(out.Members, view)
	}
	if out.Cost, err = review.PriceProposal(p); err != nil {
		return out, err
	}
	if out.Without, out.With, err = a.impact(ctx, in, p); err != nil {
		return out, err
	}
	if out.Notices, err = a.notices(ctx, p, bases); err != nil {
		return out, err
	}
	if p.IsEditable() {
		saved, err := formsOf(ctx, a.store, p, bases)
		if err != nil {
			return out, err
		}
		out.Forms = review.OpenForms(p, saved)
		out.Open = append(review.CheckProposal(p, out.List, bases), review.CheckKept(p, saved)...)
	}
	if out.Steps, err = a.store.Steps(ctx, p.ID); err != nil {
		return out, err
	}
	if out.Others, err = a.rivals(ctx, p); err != nil {
		return out, err
	}
	if p.Decision.File != "" {
		file, err := a.store.File(ctx, p.Decision.File)
		if err != nil {
			return out, err
		}
		out.Scan = &file
	}
	return out, nil
}

func (a *App) memberView(
	ctx context.Context, p review.Proposal, m review.Member, list []review.ListItem,
	bases map[catalog.Code]catalog.Procedure,
) (MemberView, error) {
	key := m.Procedure.Key()
	out := MemberView{Member: m, Base: bases[key], Item: itemOf(list, key)}
	newest, err := a.store.Procedure(ctx, key)
	if err != nil && !errors.Is(err, value.ErrNotFound) {
		return out, err
	}
	out.Newest = newest.Number
	if out.Proposed, err = m.Revised(p.Conclusion, out.Base); err != nil {
		var problems value.Problems
		if !errors.As(err, &problems) {
			return out, err
		}
		out.Proposed = out.Base // said by Open; an imported proposal may have come with changes that do not fit
	}
	out.Remarks, out.Diff = catalog.Describe(out.Base, out.Proposed), catalog.Diff(out.Base, out.Proposed)
	alone := p
	alone.Members = []review.Member{m}
	if out.Priced, err = review.PriceProposal(alone); err != nil {
		return out, err
	}
	out.Price, err = cost.Price(rowsOf(m.Before), rowsOf(m.After))
	return out, err
}

func rowsOf(t *[]cost.Row) []cost.Row {
	if t == nil {
		return nil
	}
	return *t
}

// itemOf is a procedure's line on a list; one that is not listed has no more than its code.
func itemOf(list []review.ListItem, key catalog.Code) review.ListItem {
	for _, x := range list {
		if x.Code.Key() == key {
			return x
		}
	}
	return review.ListItem{Code: key}
}

// versions is where versions of procedures are read: the store, or a transaction on it.
type versions interface {
	ProcedureVersion(ctx context.Context, key catalog.Code, n int) (store.Version, error)
}

// bases are the versions that a proposal's members start from, by key. One that is not there is left out.
func (a *App) bases(ctx context.Context, from versions, p review.Proposal) (map[catalog.Code]catalog.Procedure, error) {
	out := map[catalog.Code]catalog.Procedure{}
	for _, m := range p.Members {
		v, err := from.ProcedureVersion(ctx, m.Procedure.Key(), m.Baseline)
		switch {
		case errors.Is(err, value.ErrNotFound):
		case err != nil:
			return nil, err
		default:
			out[m.Procedure.Key()] = v.Procedure
		}
	}
	return out, nil
}

func (a *App) notices(
	ctx context.Context, p review.Proposal, bases map[catalog.Code]catalog.Procedure,
) (value.Problems, error) {
	commune, _, err := a.Commune(ctx)
	if err != nil {
		return nil, err
	}
	var inhabitants value.Opt[int64]
	if commune.Inhabitants > 0 {
		inhabitants = value.Known(commune.Inhabitants)
	}
	return review.ProposalNotices(p, bases, inhabitants), nil
}

// rivals are the other proposals of the same campaign that cover one of its procedures, by number.
func (a *App) rivals(ctx context.Context, p review.Proposal) ([]review.Proposal, error) {
	var out []review.Proposal
	for _, m := range p.Members {
		some, err := a.store.Proposals(ctx, store.ProposalFilter{
			Plan:                p.Plan,
			Campaign:            p.Campaign,
			Procedure:           m.Procedure.Key(),
			IncludeAlternatives: true,
		})
		if err != nil {
			return nil, err
		}
		for _, x := range some {
			if x.ID != p.ID && !slices.ContainsFunc(out, func(o review.Proposal) bool { return o.ID == x.ID }) {
				out = append(out, x)
			}
		}
	}
	slices.SortFunc(out, func(x, y review.Proposal) int { return cmp.Compare(x.ID, y.ID) })
	return out, nil
}

// ListedProcedure is a procedure as it stood when a campaign's list was frozen; value.ErrNotFound where it is not
// on the list.
func (a *App) ListedProcedure(
	ctx context.Context, by Person, plan review.PlanID, campaign review.CampaignID, code catalog.Code,
) (catalog.Procedure, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return catalog.Procedure{}, err
	}
	list, err := a.store.CampaignList(ctx, plan, campaign)
	if err != nil {
		return catalog.Procedure{}, err
	}
	v, err := a.store.ProcedureVersion(ctx, code.Key(), itemOf(list, code.Key()).Version)
	return v.Procedure, err
}
