package review

import (
	"strings"

	"rasoat/value"
)

// IndicatorRelease is a month's indicators as the office released them (công khai): with the definitions and the
// figures of that day, so that nothing that happens to the plan or to other months changes them.
type IndicatorRelease struct {
	Plan       PlanID      `json:"plan"`
	Month      value.Month `json:"month"`
	By         string      `json:"by"`
	On         value.Date  `json:"on"`
	Year       int         `json:"year"`
	PlanDate   value.Date  `json:"plan_date"`
	PlanNumber string      `json:"plan_number"`
	Indicators []Indicator `json:"indicators"`
	Groups     []Group     `json:"groups,omitempty"`
	Figures    []Figure    `json:"figures"` // of the year up to the month, without notes and evidence
	Reopened   *Reopening  `json:"reopened,omitempty"`
}

// Reopening is that the office took a released month up again to put it right; what was released stays public
// until it is released anew.
type Reopening struct {
	By     string     `json:"by"`
	On     value.Date `json:"on"`
	Reason string     `json:"reason"`
}

// IsFrozen reports whether the figures of the month may not be changed.
func (r IndicatorRelease) IsFrozen() bool { return !r.Month.IsZero() && r.Reopened == nil }

// Table is the released indicators as they stood.
func (r IndicatorRelease) Table() IndicatorTable {
	return Indicators(Plan{
		ID:         r.Plan,
		Number:     r.PlanNumber,
		Year:       r.Year,
		Date:       r.PlanDate,
		Indicators: r.Indicators,
	}, r.Figures, r.Month)
}

// ReleaseIndicators releases a month: last is what stands of it, the zero release where there is none. A month
// without a single figure is refused, and so is one that is released already.
//
// Practice, not law: docs/decisions/0060.
func ReleaseIndicators(
	p Plan, figures []Figure, m value.Month, last IndicatorRelease, by string, today value.Date,
) (IndicatorRelease, error) {
	problems := CheckMonth(p, m, today)
	switch {
	case len(problems) > 0:
	case last.IsFrozen():
		problems.Add("month", "month.released")
	case Indicators(p, figures, m).Count()[NotEntered] == len(p.Indicators):
		problems.Add("month", "month.empty")
	}
	if len(problems) > 0 {
		return last, problems
	}
	r := IndicatorRelease{
		Plan:       p.ID,
		Month:      m,
		By:         by,
		On:         today,
		Year:       p.Year,
		PlanDate:   p.Date,
		PlanNumber: p.Number,
		Indicators: p.Indicators,
		Groups:     p.Groups,
	}
	for _, f := range figures {
		if f.Month.Year == p.Year && !f.Month.After(m) {
			f.Note, f.Evidence = "", nil
			r.Figures = append(r.Figures, f)
		}
	}
	return r, nil
}

// ReopenIndicators takes a released month up again, for a reason.
//
// Practice, not law: docs/decisions/0060.
func ReopenIndicators(r IndicatorRelease, reason, by string, today value.Date) (IndicatorRelease, error) {
	var problems value.Problems
	if !r.IsFrozen() {
		problems.Add("month", "month.not_released")
	}
	if strings.TrimSpace(reason) == "" {
		problems.Add("reason", "reason.missing")
	}
	if len(problems) > 0 {
		return r, problems
	}
	r.Reopened = &Reopening{By: by, On: today, Reason: strings.TrimSpace(reason)}
	return r, nil
}
