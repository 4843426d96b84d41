package review

import "rasoat/value"

// Verdict is how an indicator stands.
type Verdict string

// "Not arising" and "not entered" are neither a pass nor a failure, and not each other.
const (
	NotEntered Verdict = "not_entered" // chưa có số liệu
	NotArising Verdict = "not_arising" // không phát sinh: a denominator of 0 was entered
	IsMet      Verdict = "met"         // đạt
	NotMet     Verdict = "not_met"     // chưa đạt
)

// Judge says how an indicator stands with these figures. "Tối thiểu n", and a bare number below 100, are
// floors; 100 is met only where numerator and denominator are the same, however many decimals one prints.
//
// Practice, not law: docs/decisions/0026.
func Judge(ind Indicator, numerator, denominator value.Opt[int64]) Verdict {
	whole, entered := denominator.Get()
	part, counted := numerator.Get()
	switch {
	case !entered || whole != 0 && !counted:
		return NotEntered
	case whole == 0:
		return NotArising
	case meetsIndicator(ind, value.Ratio{Part: part, Whole: whole}):
		return IsMet
	}
	return NotMet
}

func meetsIndicator(ind Indicator, n value.Ratio) bool {
	if ind.Comparator == All {
		return n.Part == n.Whole
	}
	return n.Meets(ind.Target)
}

// maxFigure is the largest number that is taken for a month: beyond it somebody typed into the wrong cell, and a
// year of smaller ones is compared without leaving int64.
const maxFigure = 100_000_000

// CheckFigures lists what is wrong with the figures of an indicator: negative ones, and more than all.
//
// Practice, not law: docs/decisions/0026.
func CheckFigures(numerator, denominator value.Opt[int64]) value.Problems {
	var out value.Problems
	part, counted := numerator.Get()
	whole, entered := denominator.Get()
	switch {
	case counted && part < 0:
		out.Add("numerator", "numerator.negative")
	case counted && part > maxFigure:
		out.Add("numerator", "number.too_large", maxFigure)
	}
	switch {
	case entered && whole < 0:
		out.Add("denominator", "denominator.negative")
	case entered && whole > maxFigure:
		out.Add("denominator", "number.too_large", maxFigure)
	}
	if counted && entered && part > whole {
		out.Add("numerator", "numerator.above_denominator", part, whole)
	}
	return out
}

// MeasuredAs is the id under which the figures of the indicator are kept: two indicators that are one
// measurement share them (Plan 29 gives synchronised results twice).
func (ind Indicator) MeasuredAs() string {
	if ind.SameAs != "" {
		return ind.SameAs
	}
	return ind.ID
}
