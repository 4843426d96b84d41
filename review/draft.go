package review

import (
	"errors"
	"slices"

	"rasoat/catalog"
	"rasoat/value"
)

// openInDraft are the problems that a draft may have until it is handed in: what is not written yet, and what does
// not go together yet.
var openInDraft = []string{
	"conclusion.missing", "members.missing", "title.missing", "measures.missing", "content.missing", "reason.missing",
	"amendments.missing", "document.missing", "request.missing",
	"keep.after_differs", "keep.changes", "keep.measures",
}

// CheckDraft lists what keeps a draft from being saved: what CheckProposal finds wrong, without what is still open.
func CheckDraft(p Proposal, list []ListItem, bases map[catalog.Code]catalog.Procedure) value.Problems {
	return slices.DeleteFunc(CheckProposal(p, list, bases),
		func(x value.Problem) bool { return slices.Contains(openInDraft, x.Code) })
}

// Revised is a member's procedure as the proposal would have it: the frozen text where the proposal was handed in,
// else what Propose makes of the baseline. What is to be abolished has no other text.
func (m Member) Revised(c Conclusion, base catalog.Procedure) (catalog.Procedure, error) {
	switch {
	case m.Proposed != nil:
		return *m.Proposed, nil
	case c == Abolish:
		return base, nil
	}
	return Propose(base, m.Changes, m.Overrides)
}

// Freeze keeps in every member whose text changes what Propose makes of its baseline. The error is that of
// Propose, or the problem "baseline.missing".
func Freeze(p Proposal, bases map[catalog.Code]catalog.Procedure) (Proposal, error) {
	p.Members = slices.Clone(p.Members)
	for i := range p.Members {
		m := &p.Members[i]
		m.Proposed = nil
		if p.Conclusion == Abolish || len(m.Changes)+len(m.Overrides) == 0 {
			continue
		}
		base, known := bases[m.Procedure.Key()]
		if !known {
			return p, value.Problems{{Field: "baseline", Code: "baseline.missing", Args: []any{string(m.Procedure)}}}
		}
		proposed, err := Propose(base, m.Changes, m.Overrides)
		if err != nil {
			return p, err
		}
		m.Proposed = &proposed
	}
	return p, nil
}

// Thaw takes what Freeze kept away again.
func Thaw(p Proposal) Proposal {
	p.Members = slices.Clone(p.Members)
	for i := range p.Members {
		p.Members[i].Proposed = nil
	}
	return p
}

// PricedProposal is what complying with the procedures of a proposal costs before and after it. A side is unknown
// as soon as one of its members is not costed there.
type PricedProposal struct {
	Before, After value.Opt[value.Money]
}

// Saving is before − after, unknown where one of them is.
func (c PricedProposal) Saving() value.Opt[value.Money] {
	before, costed := c.Before.Get()
	after, known := c.After.Get()
	if !costed || !known {
		return value.Opt[value.Money]{}
	}
	return value.Known(before - after)
}

// Ratio is the saving over what stood before; ok is false where it is unknown.
func (c PricedProposal) Ratio() (r value.Ratio, ok bool) {
	saving, known := c.Saving().Get()
	return value.Ratio{Part: int64(saving), Whole: int64(c.Before.Or(0))}, known
}

// PriceProposal adds up the members of a proposal.
//
// Circular 02/2017/TT-VPCP, article 27.
func PriceProposal(p Proposal) (PricedProposal, error) {
	var before, after value.Money
	knownBefore, knownAfter := len(p.Members) > 0, len(p.Members) > 0
	for _, m := range p.Members {
		b, errBefore := priceOf(m.Before)
		a, errAfter := SideAfter(p.Conclusion, m.Before, m.After)
		if err := errors.Join(errBefore, errAfter); err != nil {
			return PricedProposal{}, err
		}
		knownBefore, knownAfter = knownBefore && b.IsKnown(), knownAfter && a.IsKnown()
		var err error
		if before, err = value.AddMoney(before, b.Or(0)); err != nil {
			return PricedProposal{}, err
		}
		if after, err = value.AddMoney(after, a.Or(0)); err != nil {
			return PricedProposal{}, err
		}
	}
	var out PricedProposal
	if knownBefore {
		out.Before = value.Known(before)
	}
	if knownAfter {
		out.After = value.Known(after)
	}
	return out, nil
}
