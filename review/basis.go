package review

import "rasoat/value"

// Basis says which proposals a target check counts.
type Basis int

// The two bases.
const (
	Granted  Basis = iota // what has been decided: "targets"
	Proposed              // with what is on its way: "proposed"
)

// Has reports whether a proposal in that state counts on this basis. Drafts, returned, withdrawn and
// refused ones never count.
//
// Plan 29/KH-UBND, III.1(b).
func (b Basis) Has(s State) bool {
	switch s {
	case Approved, Accepted, InForce:
		return true
	case Submitted, Checked, Forwarded:
		return b == Proposed
	}
	return false
}

// IsReviewed reports whether a procedure whose review is in that state has been reviewed: it was handed in
// and neither sent back nor taken back. What was refused above was reviewed all the same.
//
// Plan 29/KH-UBND, III.1(b).
func IsReviewed(s State) bool { return Proposed.Has(s) || s == Refused }

// Counts reports whether a proposal is a cut or a simplification of a procedure on which it saves that
// much a year. To abolish, to cut a part and to merge always are; to amend and to decentralise are where
// the burden gets lighter, unless the rules of the plan say that they never are.
//
// Practice, not law: docs/decisions/0020.
func Counts(p Proposal, saving value.Money, r Rules) bool {
	lighter := saving > 0 || lowersAny(p.Measures)
	switch p.Conclusion {
	case Abolish, Cut, Merge:
		return true
	case Amend:
		return lighter && !r.AmendNeverCounts
	case Decentralise:
		return lighter && !r.DecentraliseNever
	}
	return false
}

// absorbs reports whether the procedures that the proposal names as merged count with it.
func (p Proposal) absorbs() bool {
	return p.Conclusion == Abolish || p.Conclusion == Cut || p.Conclusion == Merge
}

// LowersBurden reports whether a measure of that kind makes complying lighter by itself. A new wording of
// a form, another authority and what fits no kind need not.
//
// Practice, not law: docs/decisions/0020.
func (k MeasureKind) LowersBurden() bool {
	switch k {
	case AmendForm, DecentraliseTo, OtherMeasure, "":
		return false
	}
	return true
}

func lowersAny(ms []Measure) bool {
	for _, m := range ms {
		if m.Kind.LowersBurden() {
			return true
		}
	}
	return false
}
