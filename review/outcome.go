package review

// Outcome is what can be said of a target on the day it is checked. Machines get Met of interface.md, which is false
// while the cost of a procedure is not known; people are told that nothing can be concluded yet.
type Outcome string

// The outcomes.
const (
	NothingToMeasure Outcome = "none"          // nothing is listed or priced, and nothing waits for it
	TargetMet        Outcome = "met"           // đạt
	TargetNotMet     Outcome = "not_met"       // chưa đạt
	NotConcluded     Outcome = "not_concluded" // chưa kết luận: costs that are not worked out yet may turn it
	NotMeasured      Outcome = "not_measured"  // chưa kết luận: times that are not given in hours may turn it
)

// Outcome is what can be said of the target by the plan's own reading.
//
// Plan 29/KH-UBND, III.1(b).
func (r TargetResult) Outcome() Outcome {
	switch {
	case r.Turns:
		return NotMeasured
	case r.Metric != Cost:
		return outcomeOf(r.Met, false)
	}
	for _, x := range r.Readings {
		if x.Denominator == r.Own {
			return x.Outcome
		}
	}
	isMet := r.Met != nil && *r.Met // read back from an issued report, which keeps what machines get
	return outcomeOf(r.Met, !isMet && len(r.Unpriced) > 0)
}

// outcomeOf is the outcome of what was counted, where open says that something may still turn it.
func outcomeOf(met *bool, open bool) Outcome {
	switch {
	case open:
		return NotConcluded
	case met == nil:
		return NothingToMeasure
	case *met:
		return TargetMet
	}
	return TargetNotMet
}

// IsBeyond reports whether the figure lies beyond the mark of the target, concluded or not.
func (r TargetResult) IsBeyond() bool { return r.Ratio().Exceeds(r.Threshold) }

// costMayTurn reports whether the cost of procedures that are not priced yet can still change what is said of a
// reading. Over the whole list a share that reaches the threshold may sink as more costs become known; one that
// does not may rise only by a review that counts and is not priced itself. Over what has a proposal only such a
// review matters.
func costMayTurn(d Denominator, met *bool, sums costSums) bool {
	switch {
	case met == nil && d == Listed:
		return len(sums.unpriced) > 0
	case met != nil && *met:
		return d == Listed && len(sums.unpriced) > 0
	}
	return sums.countsUnpriced
}
