package review

import (
	"slices"

	"rasoat/catalog"
	"rasoat/value"
)

// CoursePoint is how far a campaign was at the end of a day.
type CoursePoint struct {
	On               value.Date
	Reviewed, Listed int
}

// Course is how far a campaign came from a day on: at the end of that day, of each later one on which that changed, and
// of the last. The figures are those of Summarise on each of the days.
//
// Plan 29/KH-UBND, III.1(a).
func Course(list []ListItem, proposals []Proposal, from, until value.Date) []CoursePoint {
	days := []value.Date{from, until}
	for _, p := range proposals {
		for _, r := range append(slices.Clip(p.Past), Reached{p.State, p.Decided}) {
			days = append(days, r.On)
		}
	}
	for _, x := range list {
		for _, c := range x.Changes {
			days = append(days, c.Decision.Date)
		}
	}
	days = slices.DeleteFunc(days, func(d value.Date) bool { return d.Before(from) || d.After(until) })
	slices.SortFunc(days, value.Date.Compare)
	var out []CoursePoint
	for _, day := range slices.Compact(days) {
		now := courseOn(list, proposals, day)
		n := len(out)
		if n == 0 || day == until || now.Reviewed != out[n-1].Reviewed || now.Listed != out[n-1].Listed {
			out = append(out, now)
		}
	}
	return out
}

func courseOn(list []ListItem, proposals []Proposal, on value.Date) CoursePoint {
	out, own, seen := CoursePoint{On: on}, ownReviews(proposals, on), map[catalog.Code]bool{}
	for _, item := range ListOn(list, on) {
		key := item.Code.Key()
		if seen[key] {
			continue
		}
		seen[key] = true
		out.Listed++
		if r := own[key]; r.proposal != nil && IsReviewed(r.proposal.StateOn(on)) {
			out.Reviewed++
		}
	}
	return out
}
