package cost

import (
	"slices"
	"strings"

	"rasoat/value"
)

// The bounds of a row (interface.md, Cost tables). What lies on a bound is allowed.
const (
	MaxHours    value.Decimal = 10_000 * value.DecimalScale
	MaxMoney    value.Money   = 1_000_000_000_000 // hourly rate, service cost and fees, in đồng
	MaxTimes    value.Decimal = 10_000 * value.DecimalScale
	MaxSubjects int64         = 100_000_000
)

// Check lists what is wrong with a row: every field outside its bounds, a task or source that does not
// exist, a missing activity. Codes are the field and "negative", "too_large", "unknown" or "missing";
// too_large carries the bound, unknown what was given.
func (r Row) Check() value.Problems {
	var p value.Problems
	if !slices.Contains(Tasks, r.Task) {
		p.Add("task", "task.unknown", string(r.Task))
	}
	if strings.TrimSpace(r.Activity) == "" {
		p.Add("activity", "activity.missing")
	}
	inBounds(&p, "hours", r.Hours, MaxHours)
	inBounds(&p, "hourly_rate", r.HourlyRate, MaxMoney)
	inBounds(&p, "service_cost", r.ServiceCost, MaxMoney)
	inBounds(&p, "fees", r.Fees, MaxMoney)
	inBounds(&p, "times_per_year", r.TimesPerYear, MaxTimes)
	inBounds(&p, "subjects_per_year", r.SubjectsPerYear, MaxSubjects)
	if !slices.Contains(Sources, r.Source) {
		p.Add("source", "source.unknown", string(r.Source))
	}
	return p
}

func inBounds[T value.Decimal | value.Money | int64](p *value.Problems, field string, n, most T) {
	switch {
	case n < 0:
		p.Add(field, field+".negative")
	case n > most:
		p.Add(field, field+".too_large", most)
	}
}
