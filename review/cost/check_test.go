package cost

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/value"
)

// interface.md, Cost tables: what lies on a bound is allowed, one step beyond is not.
func TestRow_Check(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*Row)
		want   value.Problems
	}{
		{"a plain row", func(*Row) {}, nil},
		{"everything 0", func(r *Row) {
			*r = Row{Task: Inspection, Activity: "none", Source: Law}
		}, nil},
		{"everything on its bound", func(r *Row) {
			r.Hours, r.HourlyRate, r.ServiceCost, r.Fees = 10_000_0000, 1e12, 1e12, 1e12
			r.TimesPerYear, r.SubjectsPerYear = 10_000_0000, 1e8
		}, nil},
		{"hours below 0", func(r *Row) { r.Hours = -1 }, one("hours", "hours.negative")},
		{"hours beyond", func(r *Row) { r.Hours = 10_000_0001 }, one("hours", "hours.too_large", MaxHours)},
		{"rate below 0", func(r *Row) { r.HourlyRate = -1 }, one("hourly_rate", "hourly_rate.negative")},
		{"rate beyond", func(r *Row) { r.HourlyRate = 1e12 + 1 }, one("hourly_rate", "hourly_rate.too_large", MaxMoney)},
		{"service below 0", func(r *Row) { r.ServiceCost = -1 }, one("service_cost", "service_cost.negative")},
		{"service beyond", func(r *Row) { r.ServiceCost = 1e12 + 1 }, one("service_cost", "service_cost.too_large", MaxMoney)},
		{"fees below 0", func(r *Row) { r.Fees = -1 }, one("fees", "fees.negative")},
		{"fees beyond", func(r *Row) { r.Fees = 1e12 + 1 }, one("fees", "fees.too_large", MaxMoney)},
		{"times below 0", func(r *Row) { r.TimesPerYear = -1 }, one("times_per_year", "times_per_year.negative")},
		{"times beyond", func(r *Row) { r.TimesPerYear = 10_000_0001 }, one("times_per_year", "times_per_year.too_large", MaxTimes)},
		{"subjects below 0", func(r *Row) { r.SubjectsPerYear = -1 }, one("subjects_per_year", "subjects_per_year.negative")},
		{"subjects beyond", func(r *Row) { r.SubjectsPerYear = 1e8 + 1 }, one("subjects_per_year", "subjects_per_year.too_large", MaxSubjects)},
		{"no such task", func(r *Row) { r.Task = "" }, one("task", "task.unknown", "")},
		{"no such source", func(r *Row) { r.Source = "guess" }, one("source", "source.unknown", "guess")},
		{"no activity", func(r *Row) { r.Activity = "\t \u00a0" }, one("activity", "activity.missing")},
		{"all at once", func(r *Row) { *r = Row{Hours: -1} }, value.Problems{
			{Field: "task", Code: "task.unknown", Args: []any{""}},
			{Field: "activity", Code: "activity.missing"},
			{Field: "hours", Code: "hours.negative"},
			{Field: "source", Code: "source.unknown", Args: []any{""}}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := row(Submit, "1", 48_248, 0, 0, "1", 1)
			tt.change(&r)
			if diff := cmp.Diff(tt.want, r.Check()); diff != "" {
				t.Error(diff)
			}
		})
	}
	for _, task := range Tasks {
		for _, source := range Sources {
			r := row(task, "1", 1, 0, 0, "1", 1)
			r.Source = source
			if p := r.Check(); p != nil {
				t.Errorf("%s, %s: %v", task, source, p)
			}
		}
	}
}

func one(field, code string, args ...any) value.Problems {
	return value.Problems{{Field: field, Code: code, Args: args}}
}
