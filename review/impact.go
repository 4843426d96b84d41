package review

import (
	"slices"

	"rasoat/catalog"
)

// Impact is what proposals do together to the targets of their plan: what is decided while they are drafts, and what
// is decided once they are approved. Their cost before stays in the denominator either way. An alternative takes the
// place of the proposals that stand for its procedures.
//
// Plan 29/KH-UBND, III.1(b).
func Impact(in TargetInput, all ...Proposal) (without, with TargetReport, err error) {
	drafts, granted := in, in
	for _, p := range all {
		draft, approved := p, p
		draft.State = Draft
		if p.Alternative || !Granted.Has(p.StateOn(in.AsOf)) {
			approved.Alternative, approved.State, approved.Decided = false, Approved, in.AsOf
		}
		drafts, granted = drafts.instead(draft), granted.instead(approved)
	}
	if without, err = CheckTargets(drafts); err != nil {
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
