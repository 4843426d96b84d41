package review

import "rasoat/value"

// Score is counted figures with their verdict: of a month, or of the year so far.
type Score struct {
	value.Ratio         // both 0 where nothing was entered, or nothing arose
	Verdict     Verdict `json:"verdict"`
	Missing     int64   `json:"missing"`         // how many more of the numerator it would have taken
	Small       bool    `json:"small,omitempty"` // so few that one of them moves the percentage far
}

// smallNumber is the denominator below which one case more or less moves the percentage by more than 5 points.
//
// Practice, not law: docs/decisions/0060.
const smallNumber = 20

// scoreOf judges figures and says what is missing.
func scoreOf(ind Indicator, numerator, denominator value.Opt[int64]) Score {
	s := Score{Verdict: Judge(ind, numerator, denominator)}
	if s.Verdict == NotEntered || s.Verdict == NotArising {
		return s
	}
	s.Ratio = value.Ratio{Part: numerator.Or(0), Whole: denominator.Or(0)}
	s.Missing = StillNeeded(ind, s.Ratio)
	s.Small = s.Whole < smallNumber
	return s
}

// StillNeeded is by how much the numerator would have to be larger for the indicator to be met: up to the floor,
// or, where all is asked for, up to the denominator.
//
// Practice, not law: docs/decisions/0026.
func StillNeeded(ind Indicator, n value.Ratio) int64 {
	if ind.Comparator == All {
		return n.Whole - n.Part
	}
	return n.Missing(ind.Target)
}

// YearSoFar is the score of several months together, earliest first: from the sums of numerators and denominators,
// never from averaged percentages. Of a level, which is the same thing counted again each month, the last one
// entered stands. Months without figures, and months in which nothing arose, add nothing.
//
// Practice, not law: docs/decisions/0060.
func YearSoFar(ind Indicator, months []Figure) Score {
	var numerator, denominator value.Opt[int64]
	for _, f := range months {
		if Judge(ind, f.Numerator, f.Denominator) == NotEntered {
			continue
		}
		if ind.Level {
			numerator, denominator = f.Numerator, f.Denominator
			continue
		}
		numerator = value.Known(numerator.Or(0) + f.Numerator.Or(0))
		denominator = value.Known(denominator.Or(0) + f.Denominator.Or(0))
	}
	return scoreOf(ind, numerator, denominator)
}

// together is one score of an indicator's parts: of their sums, or the worst of them, each having to reach the
// target. Parts in which nothing arose do not stand in the way; one without figures does.
//
// Practice, not law: docs/decisions/0060.
func together(ind Indicator, parts []Score) Score {
	if len(parts) == 1 {
		return parts[0]
	}
	var sum value.Ratio
	seen := map[Verdict]bool{}
	for _, p := range parts {
		seen[p.Verdict] = true
		sum.Part += p.Part
		sum.Whole += p.Whole
	}
	switch {
	case seen[NotEntered]:
		return Score{Verdict: NotEntered}
	case ind.Combine == SumOf:
		return scoreOf(ind, value.Known(sum.Part), value.Known(sum.Whole))
	case seen[NotMet]:
		return Score{Verdict: NotMet}
	case seen[IsMet]:
		return Score{Verdict: IsMet}
	}
	return Score{Verdict: NotArising}
}

// PointsAbove is by how many percentage points a score lies above an earlier one, rounded once to two places as
// machines write it ("-3.20"); ok is false where one of them has no percentage.
//
// Practice, not law: docs/decisions/0060.
func (s Score) PointsAbove(before Score) (points string, ok bool) {
	return value.Ratio{Part: s.Part*before.Whole - before.Part*s.Whole, Whole: s.Whole * before.Whole}.Percent(2)
}
