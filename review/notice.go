package review

import (
	"fmt"

	"rasoat/catalog"
	"rasoat/review/cost"
	"rasoat/value"
)

// ProposalNotices lists what in a proposal deserves a second look without keeping it back: costs that are
// not worked out, that rise or look impossible, and a merger that names nothing. Inhabitants are those of the
// commune, where known; bases are the versions that the members start from, by key.
//
// Practice, not law: docs/decisions/0025.
func ProposalNotices(
	p Proposal, bases map[catalog.Code]catalog.Procedure, inhabitants value.Opt[int64],
) value.Problems {
	var out value.Problems
	for i, m := range p.Members {
		at := fmt.Sprintf("members[%d]", i)
		out = append(out, unpricedNotices(p.Conclusion, m).Under(at)...)
		for _, side := range []struct {
			name string
			rows []cost.Row
		}{{"before", rowsOf(m.Before)}, {"after", rowsOf(m.After)}} {
			out = append(out, HoursEqualLimit(bases[m.Procedure.Key()], side.name, side.rows).Under(at)...)
			out = append(out, Impossible(inhabitants, side.name, side.rows).Under(at)...)
		}
	}
	if p.Conclusion == Merge && len(p.Merged) == 0 && len(p.Members) < 2 {
		out.Add("merged", "merged.missing")
	}
	return out
}

// unpricedNotices tells missing costs, and a cost that goes up. Tables that cannot be priced are CheckTables' business.
func unpricedNotices(c Conclusion, m Member) value.Problems {
	var out value.Problems
	before, err := priceOf(m.Before)
	if err != nil {
		return nil
	}
	after, err := SideAfter(c, m.Before, m.After)
	if err != nil {
		return nil
	}
	switch {
	case !before.IsKnown():
		out.Add("before", "cost.before_missing")
	case !after.IsKnown():
		out.Add("after", "cost.after_missing")
	case after.Or(0) > before.Or(0):
		out.Add("after", "cost.rises", after.Or(0)-before.Or(0))
	}
	return out
}

// HoursEqualLimit tells rows whose hours are the time limit of the procedure × 8: somebody may have taken the
// days that an authority needs for the hours that an applicant works. Some provinces do reckon so, therefore
// it is a notice and no error. Side is "before" or "after".
//
// Practice, not law: docs/decisions/0025.
func HoursEqualLimit(p catalog.Procedure, side string, rows []cost.Row) value.Problems {
	limits := []catalog.TimeLimit{p.Limit}
	for _, m := range p.Methods {
		limits = append(limits, m.Limit)
	}
	var out value.Problems
	for i, row := range rows {
		for _, l := range limits {
			if days, isDays := daysOf(l); isDays && row.Hours == days*8 {
				out.Add(fmt.Sprintf("%s[%d].hours", side, i), "hours.equal_limit", row.Hours, days)
				break
			}
		}
	}
	return out
}

// daysOf is a limit in days, be they working days or not.
func daysOf(l catalog.TimeLimit) (value.Decimal, bool) {
	n, known := l.Number.Get()
	return n, known && n > 0 && (l.Unit == catalog.Days || l.Unit == catalog.WorkingDays)
}

// Impossible tells rows with more subjects a year than the commune has inhabitants.
//
// Practice, not law: docs/decisions/0025.
func Impossible(inhabitants value.Opt[int64], side string, rows []cost.Row) value.Problems {
	n, known := inhabitants.Get()
	if !known || n <= 0 {
		return nil
	}
	var out value.Problems
	for i, row := range rows {
		if row.SubjectsPerYear > n {
			out.Add(fmt.Sprintf("%s[%d].subjects_per_year", side, i), "subjects.impossible", row.SubjectsPerYear, n)
		}
	}
	return out
}
