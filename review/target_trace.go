package review

import (
	"rasoat/catalog"
	"rasoat/value"
)

// TargetTrace is what a target was made from: the procedures of its campaign's list, each with what it gives.
type TargetTrace struct {
	Result TargetResult
	Lines  []TraceLine
}

// TraceLine is what one procedure gives to the sums of a target: 1 or 0, đồng, or ten-thousandths of an hour. Unknown
// is what is not priced, or not measured.
type TraceLine struct {
	Of           Standing
	Numerator    value.Opt[int64]
	Denominator  value.Opt[int64]
	WithProposal bool         // of the cost target: stands in the other denominator too
	Into         catalog.Code // of the number target: counts because it goes into this one
}

// TraceTarget says what the target of that id was made from on the day AsOf, on a basis; value.ErrNotFound where the
// plan has no such target, or one that counts no procedures.
//
// Plan 29/KH-UBND, III.1(b).
func TraceTarget(in TargetInput, id string, b Basis) (TargetTrace, error) {
	if in.AsOf.IsZero() {
		return TargetTrace{}, errNoDay
	}
	c := checker{in: in, standings: map[CampaignID][]Standing{}}
	for _, t := range in.Plan.Targets {
		if t.ID != id || t.Metric == Issued {
			continue
		}
		result, err := c.check(t, b)
		if err != nil {
			return TargetTrace{}, err
		}
		all, err := c.campaign(t.Campaign)
		return TargetTrace{result, traceLines(all, b, result, in.Versions)}, err
	}
	return TargetTrace{}, value.ErrNotFound
}

func traceLines(
	all []Standing, b Basis, r TargetResult, versions map[ProcedureVersion]catalog.Procedure,
) []TraceLine {
	simplified := simplifiedBy(all, b, r.Rules)
	out := make([]TraceLine, len(all))
	for i, s := range all {
		l := TraceLine{Of: s}
		switch r.Metric {
		case Reviewed:
			l.counts(IsReviewed(s.State))
		case Number:
			by := simplified[s.Item.Code.Key()]
			l.counts(by != "")
			if by != s.Item.Code {
				l.Into = by
			}
		case Cost:
			cost := costLine(s, b)
			l.sums(amountOf(cost.Before), amountOf(cost.After), cost.Counts)
			l.WithProposal = cost.Counts && s.Review.Conclusion != Keep
		case Time:
			t := s.Time(versions)
			l.sums(amountOf(t.Before), amountOf(t.After), b.Has(s.State))
		}
		out[i] = l
	}
	return out
}

// counts gives 1 of 1 where the procedure counts.
func (l *TraceLine) counts(yes bool) {
	l.Numerator, l.Denominator = value.Known(int64(0)), value.Known(int64(1))
	if yes {
		l.Numerator = value.Known(int64(1))
	}
}

// sums gives what is before to the denominator and, where the review counts, what it takes off to the numerator.
func (l *TraceLine) sums(before, after value.Opt[int64], counts bool) {
	l.Denominator = before
	was, wasKnown := before.Get()
	is, isKnown := after.Get()
	switch {
	case !counts && wasKnown:
		l.Numerator = value.Known(int64(0))
	case wasKnown && isKnown:
		l.Numerator = value.Known(was - is)
	}
}

func amountOf[N ~int64](n value.Opt[N]) value.Opt[int64] {
	if v, known := n.Get(); known {
		return value.Known(int64(v))
	}
	return value.Opt[int64]{}
}
