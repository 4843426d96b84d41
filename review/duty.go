package review

import (
	"slices"

	"rasoat/value"
)

// MetOf is how many of the named targets are met.
func MetOf(ids []string, results []TargetResult) int {
	n := 0
	for _, r := range results {
		if slices.Contains(ids, r.ID) && r.Met != nil && *r.Met {
			n++
		}
	}
	return n
}

// DutyFacts are the days on which duties of a plan were done as far as their targets tell, on the day AsOf: since
// when all of them have been fulfilled without a break. A request that went out late is done, and late. Duties
// without targets are not in it: nobody can tell from figures that a report was handed in.
//
// Plan 29/KH-UBND, III.1(b).
func DutyFacts(in TargetInput) (Facts, error) {
	today, err := CheckTargets(in)
	if err != nil {
		return nil, err
	}
	out := Facts{}
	days := turningDays(in)
	for _, d := range in.Plan.Duties {
		if !fulfils(d, today) {
			continue
		}
		out[d.ID] = in.AsOf
		for _, day := range days {
			then := in
			then.AsOf = day
			rep, err := CheckTargets(then)
			if err != nil {
				return nil, err
			}
			if !fulfils(d, rep) {
				break
			}
			out[d.ID] = day
		}
	}
	return out, nil
}

// fulfils reports whether every target of a duty that has some is met, or issued, be it late.
func fulfils(d Duty, rep TargetReport) bool {
	n := 0
	for _, r := range rep.Targets {
		if !slices.Contains(d.Targets, r.ID) {
			continue
		}
		if met := r.Met != nil && *r.Met; !met && (r.Metric != Issued || r.Numerator == 0) {
			return false
		}
		n++
	}
	return n > 0 && n == len(d.Targets)
}

// turningDays are the days up to AsOf on which a target may have turned, the newest first; the day of the plan is the
// last.
func turningDays(in TargetInput) []value.Date {
	days := []value.Date{in.Plan.Date}
	for _, p := range in.Proposals {
		days = append(days, p.Decided)
		for _, r := range p.Past {
			days = append(days, r.On)
		}
	}
	for _, on := range in.Issued {
		days = append(days, on)
	}
	days = slices.DeleteFunc(days, func(d value.Date) bool { return d.IsZero() || d.After(in.AsOf) })
	slices.SortFunc(days, func(a, b value.Date) int { return b.Compare(a) })
	return slices.Compact(days)
}
