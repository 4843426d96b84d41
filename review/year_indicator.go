package review

import (
	"slices"

	"rasoat/viet"
)

// LeadIndicators is the indicators of which one unit has the lead, as they stand in the year so far.
type LeadIndicators struct {
	Unit string
	Met  int // over the year so far
	Rows []LeadIndicator
}

// LeadIndicator is one indicator with who entered its figures.
type LeadIndicator struct {
	IndicatorRow
	EnteredBy []string // user names
}

// IndicatorsByLead groups the indicators of a table by the unit that has the lead, units in the order of the plan, each
// with who entered its figures; those who did are named by what an indicator is measured as.
//
// Plan 29/KH-UBND, II.1.
func IndicatorsByLead(t IndicatorTable, enteredBy map[string][]string) (out []LeadIndicators) {
	for _, r := range t.Rows {
		isUnit := func(l LeadIndicators) bool { return viet.Fold(l.Unit) == viet.Fold(r.Indicator.Lead) }
		i := slices.IndexFunc(out, isUnit)
		if i < 0 {
			i, out = len(out), append(out, LeadIndicators{Unit: r.Indicator.Lead})
		}
		if r.Year.Verdict == IsMet {
			out[i].Met++
		}
		out[i].Rows = append(out[i].Rows, LeadIndicator{r, enteredBy[r.Indicator.MeasuredAs()]})
	}
	return out
}

// EnteredBy leaves the indicators whose figures one person entered.
func EnteredBy(all []LeadIndicators, officer string) (out []LeadIndicators) {
	for _, l := range all {
		own := LeadIndicators{Unit: l.Unit}
		for _, r := range l.Rows {
			if !slices.Contains(r.EnteredBy, officer) {
				continue
			}
			own.Rows = append(own.Rows, r)
			if r.Year.Verdict == IsMet {
				own.Met++
			}
		}
		if len(own.Rows) > 0 {
			out = append(out, own)
		}
	}
	return out
}
