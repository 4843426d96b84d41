package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/store"
	"rasoat/value"
)

// NewProposal says what a new proposal is about.
type NewProposal struct {
	Plan       review.PlanID
	Campaign   review.CampaignID
	Procedures []catalog.Code // one, or a group
	Title      string         // of a group
	// the new one is an alternative to this and begins as its copy; the rest is not looked at
	From review.ProposalID
}

// NewProposal begins a proposal in draft. It refuses procedures that are not on the campaign's list and one that
// has its main proposal already.
//
// Decree 63/2010/NĐ-CP, article 29 clause 2.
func (a *App) NewProposal(ctx context.Context, by Person, n NewProposal) (id review.ProposalID, err error) {
	if err := by.must(account.EditReview); err != nil {
		return 0, err
	}
	err = a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		p := review.Proposal{Plan: n.Plan, Campaign: n.Campaign, Title: n.Title, State: review.Draft}
		if n.From != 0 {
			if p, err = tx.Proposal(ctx, n.From); err != nil {
				return err
			}
			p = review.Thaw(p)
			p.ID, p.Version, p.Alternative, p.State = 0, 0, true, review.Draft
			p.Decided, p.Past, p.Decision, p.Note = value.Date{}, nil, review.DecisionRef{}, ""
		} else if p.Members, err = a.newMembers(ctx, tx, n); err != nil {
			return err
		}
		p.Author = by.Name
		id, err = tx.InsertProposal(ctx, p)
		return err
	})
	return id, err
}

func (a *App) newMembers(ctx context.Context, tx *store.Tx, n NewProposal) ([]review.Member, error) {
	if len(n.Procedures) == 0 {
		return nil, value.Problems{{Field: "procedures", Code: "members.missing"}}
	}
	var out []review.Member
	for _, code := range n.Procedures {
		item, err := a.listItem(ctx, tx, n.Plan, n.Campaign, code)
		if err != nil {
			return nil, err
		}
		m := review.Member{Procedure: item.Code.Key(), Baseline: item.Version}
		if !slices.ContainsFunc(out, func(x review.Member) bool { return x.Procedure == m.Procedure }) {
			out = append(out, m)
		}
	}
	return out, nil
}

// SaveProposal saves the text of a draft, which is what its form asks for and no table of costs, as the version after
// base and says its number. *value.Conflict where another version stands. A procedure that comes in starts from the
// version on the campaign's list; what goes out takes its cost tables along, which stay readable in the versions
// before. A change that is new fills the measure that was opened for it, or brings its own, whose reason is left to be
// written.
func (a *App) SaveProposal(
	ctx context.Context, by Person, id review.ProposalID, base int, t review.Proposal,
) (int, error) {
	return a.editProposal(ctx, by, id, base, func(tx *store.Tx, p *review.Proposal, list []review.ListItem) error {
		old := p.Members
		p.Title, p.Conclusion, p.Merged, p.Amendments, p.Effort, p.Roadmap = t.Title, t.Conclusion, t.Merged,
			t.Amendments, t.Effort, t.Roadmap
		p.Measures, p.Members = t.Measures, nil
		for _, m := range t.Members {
			key := m.Procedure.Key()
			i := slices.IndexFunc(old, func(x review.Member) bool { return x.Procedure.Key() == key })
			member := review.Member{Procedure: key, Baseline: itemOf(list, key).Version}
			if i >= 0 {
				member = old[i]
			}
			standing := member.Changes
			member.Changes, member.Overrides = m.Changes, m.Overrides
			p.Members = append(p.Members, member)
			if err := a.addMeasures(ctx, tx, p, member, standing); err != nil {
				return err
			}
		}
		return nil
	})
}

// addMeasures puts the measures of the changes that are new among those that are written already (review.FitMeasures).
func (a *App) addMeasures(
	ctx context.Context, tx *store.Tx, p *review.Proposal, m review.Member, standing []review.Change,
) error {
	isIn := func(changes []review.Change) func(review.Change) bool {
		return func(c review.Change) bool { return slices.Contains(changes, c) }
	}
	fresh := slices.DeleteFunc(slices.Clone(m.Changes), isIn(standing))
	if len(fresh) == 0 {
		return nil
	}
	bases, err := a.bases(ctx, tx, review.Proposal{Members: []review.Member{m}})
	if err != nil {
		return err
	}
	base := bases[m.Procedure.Key()]
	stay := slices.DeleteFunc(slices.Clone(m.Changes), isIn(fresh))
	there := a.measuresOf(base, stay)
	p.Measures = review.FitMeasures(p.Measures, there, review.NewMeasures(a.measuresOf(base, fresh), there))
	return nil
}

// measuresOf are the measures of changes, in words; one where several say the same, as a time limit that becomes
// shorter by every way to apply.
func (a *App) measuresOf(base catalog.Procedure, changes []review.Change) []review.Measure {
	var out []review.Measure
	for _, c := range changes {
		for _, m := range review.MeasuresOf(base, []review.Change{c}) {
			m.Content = a.changeWords(base, c, m)
			out = append(out, review.NewMeasures([]review.Measure{m}, out)...)
		}
	}
	return out
}

// WithoutDoubles are the measures of a draft without those that stand there twice, once from the review form and once
// from a change (review.WithoutDoubles). Bases are the versions that its members start from, by key.
func (a *App) WithoutDoubles(p review.Proposal, bases map[catalog.Code]catalog.Procedure) []review.Measure {
	var derived []review.Measure
	for _, m := range p.Members {
		derived = append(derived, a.measuresOf(bases[m.Procedure.Key()], m.Changes)...)
	}
	return review.WithoutDoubles(p.Measures, derived)
}

// changeWords says what a change does, as the proposal's annex words it: "Bỏ giấy tờ: Bản sao …". It falls back
// on what the change derives by itself.
func (a *App) changeWords(base catalog.Procedure, c review.Change, derived review.Measure) string {
	code := "measure_of." + string(c.Op)
	if !a.text.Has(code) {
		return derived.Content
	}
	what := derived.Content
	switch c.Op {
	case review.SetLimit:
		what = catalog.LimitText(c.Limit)
		if derived.Kind == review.ShortenTime {
			old := review.LimitBefore(base, c)
			old.Text = "" // what stands beside the number is said once, of the new one
			return a.text.Say("measure_of.shorten_limit", catalog.LimitText(old), what)
		}
	case review.SetFee:
		what = catalog.FeeText(c.Fee)
	case review.NewChannel:
		what = catalog.ChannelName(c.Channel)
	case review.SetCopies:
		what = fmt.Sprint(c.Number.Or(0))
	case review.ClearCondition:
		what = cmp.Or(c.Text, "–")
	}
	return a.text.Say(code, what)
}

// SaveCosts saves the cost tables of one procedure of a draft as the version after base. An empty table is no
// table. *value.Conflict where another version stands.
//
// Circular 02/2017/TT-VPCP, article 27.
func (a *App) SaveCosts(
	ctx context.Context, by Person, id review.ProposalID, base int, procedure catalog.Code, before, after []cost.Row,
) (int, error) {
	return a.editProposal(ctx, by, id, base, func(_ *store.Tx, p *review.Proposal, _ []review.ListItem) error {
		p.Members = slices.Clone(p.Members)
		i := slices.IndexFunc(p.Members, func(m review.Member) bool { return m.Procedure.Key() == procedure.Key() })
		if i < 0 {
			return value.Problems{{Field: "procedure", Code: "procedure.not_listed", Args: []any{string(procedure)}}}
		}
		m := &p.Members[i]
		m.Before, m.After = tableOf(before), tableOf(after)
		return review.CheckTables("", *m).Err()
	})
}

func tableOf(rows []cost.Row) *[]cost.Row {
	if len(rows) == 0 {
		return nil
	}
	return &rows
}

// editProposal changes a draft in one transaction: rights, version, change, check, save. Who writes an imported
// one without an author is its author from then on.
func (a *App) editProposal(ctx context.Context, by Person, id review.ProposalID, base int,
	change func(tx *store.Tx, p *review.Proposal, list []review.ListItem) error) (version int, err error) {
	if err := by.must(account.EditReview); err != nil {
		return 0, err
	}
	err = a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		p, err := readUnchanged(ctx, tx, id, base)
		if err != nil {
			return err
		}
		if err := mayWrite(p, by); err != nil {
			return err
		}
		list, err := tx.CampaignList(ctx, p.Plan, p.Campaign)
		if err != nil {
			return err
		}
		p.Author = by.Name
		list = review.ListOn(list, a.Today())
		if err := change(tx, &p, list); err != nil {
			return err
		}
		bases, err := a.bases(ctx, tx, p)
		if err != nil {
			return err
		}
		if err := review.CheckDraft(p, list, bases).Err(); err != nil {
			return err
		}
		version, err = tx.SaveProposal(ctx, p, base)
		return err
	})
	return version, err
}

// readUnchanged is a proposal that still stands at the version an edit started from; *value.Conflict where it does not.
func readUnchanged(ctx context.Context, tx *store.Tx, id review.ProposalID, base int) (review.Proposal, error) {
	p, err := tx.Proposal(ctx, id)
	if err == nil && p.Version != base {
		err = &value.Conflict{What: fmt.Sprintf("proposal %d", id), Base: base, Newest: p.Version}
	}
	return p, err
}

// MakeMain puts an alternative in the place of the main proposals of its procedures, which become alternatives.
// Those must not have been handed in, and each must be the person's own to write.
func (a *App) MakeMain(ctx context.Context, by Person, id review.ProposalID, base int) error {
	if err := by.must(account.EditReview); err != nil {
		return err
	}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		p, err := readUnchanged(ctx, tx, id, base)
		if err != nil {
			return err
		}
		if err := mayWrite(p, by); err != nil {
			return err
		}
		if !p.Alternative {
			return value.Problems{{Field: "action", Code: "proposal.main_already"}}
		}
		for _, m := range p.Members {
			if err := stepAside(ctx, tx, by, p, m.Procedure); err != nil {
				return err
			}
		}
		p.Alternative = false
		_, err = tx.SaveProposal(ctx, p, base)
		return err
	})
}

// stepAside makes the main proposal of a procedure an alternative, where there is one.
func stepAside(ctx context.Context, tx *store.Tx, by Person, p review.Proposal, key catalog.Code) error {
	current, err := tx.Proposals(ctx, store.ProposalFilter{Plan: p.Plan, Campaign: p.Campaign, Procedure: key.Key()})
	if err != nil {
		return err
	}
	for _, old := range current {
		switch {
		case old.State != review.Draft && old.State != review.Returned && old.State != review.Withdrawn:
			return value.Problems{{
				Field: "action",
				Code:  "proposal.main_handed_in",
				Args:  []any{int64(old.ID), old.State},
			}}
		case old.Author != "" && old.Author != by.Name:
			return value.Problems{{Field: "action", Code: "proposal.of_another", Args: []any{old.Author}}}
		}
		old.Alternative = true
		if _, err := tx.SaveProposal(ctx, old, old.Version); err != nil {
			return err
		}
	}
	return nil
}
