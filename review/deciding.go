package review

import (
	"cmp"
	"slices"

	"rasoat/catalog"
	"rasoat/value"
)

// Decides is what an open proposal would do to the targets of its campaign if it alone were approved now.
type Decides struct {
	Of     Standing    // the first procedure of the list that it covers
	Saving value.Money // what it adds to what is saved a year
	Number value.Ratio // cut or simplified procedures then, of the list
	Cost   value.Ratio // saving then, under the reading that the rules choose
	Time   value.Ratio // processing time saved then, where the versions of the list are given
}

// Deciding lists the open proposals of a campaign that change something, drafts too, by what they would add: the
// largest saving first, then the order of the list. Those sent back or taken back are not open.
//
// Plan 29/KH-UBND, III.1(b).
func Deciding(
	all []Standing, r Rules, versions map[ProcedureVersion]catalog.Procedure,
) ([]Decides, error) {
	now, err := sumCost(all, Granted)
	if err != nil {
		return nil, err
	}
	var out []Decides
	seen := map[ProposalID]bool{}
	for _, s := range all {
		if !isOpen(s) || seen[s.Review.ID] {
			continue
		}
		seen[s.Review.ID] = true
		then := approvedToo(all, s.Review.ID)
		sums, err := sumCost(then, Granted)
		if err != nil {
			return nil, err
		}
		d := Decides{Of: s, Saving: sums.saving - now.saving, Number: countSimplified(then, Granted, r),
			Cost: value.Ratio{Part: int64(sums.saving), Whole: int64(sums.listed)}}
		times, err := sumTime(then, Granted, versions)
		if err != nil {
			return nil, err
		}
		d.Time = times.n
		if r.CostDenominator == WithProposal {
			d.Cost.Whole = int64(sums.withProposal)
		}
		out = append(out, d)
	}
	slices.SortStableFunc(out, func(a, b Decides) int { return cmp.Compare(b.Saving, a.Saving) })
	return out, nil
}

// isOpen reports whether a review changes something and may still be approved without going back first.
func isOpen(s Standing) bool {
	switch s.State {
	case Draft, Submitted, Checked, Forwarded:
		return s.Review.Conclusion != Keep
	}
	return false
}

// approvedToo is where the list would stand with one more proposal approved.
func approvedToo(all []Standing, id ProposalID) []Standing {
	then := slices.Clone(all)
	for i := range then {
		if then[i].Review != nil && then[i].Review.ID == id {
			then[i].State = Approved
		}
	}
	return then
}
