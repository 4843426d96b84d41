package review

import (
	"time"

	"rasoat/value"
)

// Figure is what was counted in a month for an indicator, or for one part of it (số liệu).
type Figure struct {
	Indicator   string           `json:"indicator"`         // Indicator.MeasuredAs
	Variant     string           `json:"variant,omitempty"` // of the indicator; "" where it has none
	Month       value.Month      `json:"month"`
	Numerator   value.Opt[int64] `json:"numerator"`   // tử số
	Denominator value.Opt[int64] `json:"denominator"` // mẫu số; 0: nothing arose
	Note        string           `json:"note,omitempty"`
	Evidence    []Evidence       `json:"evidence,omitempty"`
}

// Evidence is a file that shows where a figure comes from (tài liệu kiểm chứng).
type Evidence struct {
	SHA  string `json:"sha"`
	Name string `json:"name"`
}

// Key names what the figure counts, within its month: "nq01-3", "nq01-4.papers".
func (f Figure) Key() string { return FigureKey(f.Indicator, f.Variant) }

// FigureKey is Figure.Key of an indicator's id and a variant.
func FigureKey(measuredAs, variant string) string {
	if variant == single {
		return measuredAs
	}
	return measuredAs + "." + variant
}

// IsEmpty reports whether nothing at all was entered.
func (f Figure) IsEmpty() bool {
	return !f.Numerator.IsKnown() && !f.Denominator.IsKnown() && f.Note == "" && len(f.Evidence) == 0
}

// CheckMonth refuses a month for which the plan's indicators have no figures: one of another year, or one that
// has not begun.
//
// Plan 29/KH-UBND, appendix.
func CheckMonth(p Plan, m value.Month, today value.Date) value.Problems {
	var out value.Problems
	switch {
	case m.Year != p.Year:
		out.Add("month", "month.other_year", p.Year)
	case m.After(value.MonthOf(today)):
		out.Add("month", "month.future")
	}
	return out
}

// Months are the months of the plan's year up to today: those that may have figures.
func (p Plan) Months(today value.Date) []value.Month {
	var out []value.Month
	for m := (value.Month{
		Year:  p.Year,
		Month: time.January,
	}); m.Year == p.Year && !m.After(value.MonthOf(today)); m = m.Add(1) {
		out = append(out, m)
	}
	return out
}

// FirstMonth is the month from which on figures are missing where none were entered: that of the plan itself,
// January where the plan is older than its year.
func (p Plan) FirstMonth() value.Month {
	first := value.Month{Year: p.Year, Month: time.January}
	if m := value.MonthOf(p.Date); m.After(first) {
		return m
	}
	return first
}
