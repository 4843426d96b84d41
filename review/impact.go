package review

import (
	"slices"

	"rasoat/catalog"
)

// Impact is what proposals do together to the targets of their plan: where the targets stand with them as they are, or
// as drafts where they have been approved, and where once they are approved. Their cost before stays in the denominator
// either way. An alternative takes the place of the proposals that stand for its procedures.
//
// Plan 29/KH-UBND, III.1(b).
func Impact(in TargetInput, all ...Proposal) (without, with TargetReport, err error) {
	before, granted := in, in
	for _, p := range all {
		was, approved := p, p
		isGranted := Granted.Has(p.StateOn(in.AsOf))
		if isGranted {
			was.State = Draft
		}
		if p.Alternative || !isGranted {
			approved.Alternative, approved.State, approved.Decided = false, Approved, in.AsOf
		}
		before, granted = before.instead(was), granted.instead(approved)
	}
	if without, err = CheckTargets(before); err != nil {
		return without, with, err
	}
	with, err = CheckTargets(granted)
	return without, with, err
}

// instead is the input with a proposal in the place of itself as it stands there, and of all main ones of its
// procedures.
func (in TargetInput) instead(p Proposal) TargetInput {
	rest := slices.DeleteFunc(slices.Clone(in.Proposals), func(x Proposal) bool {
		return x.ID == p.ID || !p.Alternative && x.Plan == p.Plan && x.Campaign == p.Campaign && x.shares(p)
	})
	in.Proposals = append(rest, p)
	return in
}

// shares reports whether two proposals cover a procedure both.
func (p Proposal) shares(q Proposal) bool {
	return slices.ContainsFunc(p.Members, func(m Member) bool { return q.Covers(m.Procedure) })
}

// Covers reports whether a procedure is one of the proposal's members.
func (p Proposal) Covers(code catalog.Code) bool {
	return slices.ContainsFunc(p.Members, func(m Member) bool { return m.Procedure.Key() == code.Key() })
}
