package review

import (
	"fmt"
	"slices"

	"rasoat/catalog"
	"rasoat/value"
)

// countReviewed counts the procedures of the list that have been reviewed, "keep" too.
//
// Plan 29/KH-UBND, III.1(b).
func countReviewed(all []Standing) value.Ratio {
	n := value.Ratio{Whole: int64(len(all))}
	for _, s := range all {
		if IsReviewed(s.State) {
			n.Part++
		}
	}
	return n
}

// countSimplified counts the procedures of the list that are cut or simplified.
//
// Plan 29/KH-UBND, III.1(b).
func countSimplified(all []Standing, b Basis, r Rules) value.Ratio {
	simplified := simplifiedBy(all, b, r)
	n := value.Ratio{Whole: int64(len(all))}
	for _, s := range all {
		if simplified[s.Item.Code.Key()] != "" {
			n.Part++
		}
	}
	return n
}

// simplifiedBy gives for each procedure that is cut or simplified the one whose review does it: its own, or the one
// into which it goes. Each counts once, however many of its parts change.
func simplifiedBy(all []Standing, b Basis, r Rules) map[catalog.Code]catalog.Code {
	out := make(map[catalog.Code]catalog.Code, len(all))
	for _, s := range all {
		if !b.Has(s.State) || !Counts(*s.Review, s.Saving(), r) {
			continue
		}
		out[s.Item.Code.Key()] = s.Item.Code
		if s.Review.absorbs() {
			for _, code := range s.Review.Merged {
				if out[code.Key()] == "" {
					out[code.Key()] = s.Item.Code
				}
			}
		}
	}
	return out
}

// costSums are the sums of the cost target on one basis.
type costSums struct {
	saving       value.Money // of every review that counts on the basis, negative ones included
	listed       value.Money // before, of every procedure on the list
	withProposal value.Money // before, of those whose own review counts and changes something
	unpriced     []catalog.Code
	// one of those that are not priced has a review that counts: its saving is still to come
	countsUnpriced bool
}

// sumCost adds up the cost target. What costs nothing yet because nobody priced it is named, not counted as 0
// in silence.
//
// Plan 29/KH-UBND, III.1(b).
func sumCost(all []Standing, b Basis) (costSums, error) {
	sums := costSums{unpriced: []catalog.Code{}}
	for _, s := range all {
		if !isPriced(s, b) {
			sums.unpriced = append(sums.unpriced, s.Item.Code)
			sums.countsUnpriced = sums.countsUnpriced || b.Has(s.State)
		}
		if err := sums.add(s, b); err != nil {
			return sums, fmt.Errorf("procedure %s: %w", s.Item.Code, err)
		}
	}
	slices.Sort(sums.unpriced)
	return sums, nil
}

func (c *costSums) add(s Standing, b Basis) (err error) {
	before := s.Before.Or(0)
	if c.listed, err = value.AddMoney(c.listed, before); err != nil || !b.Has(s.State) {
		return err
	}
	if s.Review.Conclusion != Keep {
		if c.withProposal, err = value.AddMoney(c.withProposal, before); err != nil {
			return err
		}
	}
	c.saving, err = value.AddMoney(c.saving, s.Saving())
	return err
}

// isPriced reports whether a procedure has a before cost and, where its review counts, an after cost.
func isPriced(s Standing, b Basis) bool {
	return s.Before.IsKnown() && (!b.Has(s.State) || s.After.IsKnown())
}

// settleCost judges the cost target under both readings of its denominator; the rules say which of them is
// the plan's own. A sum over the whole list proves nothing while a procedure on it is not priced.
//
// Practice, not law: docs/decisions/0022.
func (r *TargetResult) settleCost(all []Standing, b Basis, rules Rules) error {
	sums, err := sumCost(all, b)
	if err != nil {
		return err
	}
	r.Unpriced, r.Complete = sums.unpriced, len(sums.unpriced) == 0
	listed := r.read(Listed, sums, sums.listed)
	if listed.Met != nil && !r.Complete {
		*listed.Met = false
	}
	with := r.read(WithProposal, sums, sums.withProposal)
	r.Readings = []Reading{listed, with}

	own := listed
	if rules.CostDenominator == WithProposal {
		own = with
	}
	r.Own = own.Denominator
	r.Numerator, r.Denominator = int64(sums.saving), int64(own.Whole)
	r.Percent, r.Met, r.Missing = own.Percent, own.Met, int64(own.Missing)
	return nil
}

// read is the target with one of its denominators.
func (r *TargetResult) read(d Denominator, sums costSums, whole value.Money) Reading {
	n := value.Ratio{Part: int64(sums.saving), Whole: int64(whole)}
	met := meets(n, r.Threshold)
	return Reading{
		Denominator: d,
		Percent:     percent(n),
		Met:         met,
		Whole:       whole,
		Missing:     value.Money(n.Missing(r.Threshold)),
		Outcome:     outcomeOf(met, costMayTurn(d, met, sums)),
	}
}
