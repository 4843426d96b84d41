package review_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/review"
	"rasoat/value"
)

func TestReleaseIndicators(t *testing.T) {
	p, may, today := sixIndicators(), value.MustMonth("2024-05"), value.MustDate("2024-06-03")
	some := []review.Figure{figure("flow", "", "2024-05", known(4), known(5)), figure("flow", "", "2024-06", known(1), known(5)), figure("flow", "", "2024-04", known(1), known(1))}
	some[0].Note, some[0].Evidence = "sổ tay", []review.Evidence{{SHA: "ab", Name: "bang.xlsx"}}
	frozen := review.IndicatorRelease{Month: may}
	reopened := review.IndicatorRelease{Month: may, Reopened: &review.Reopening{Reason: "nhầm"}}
	tests := []struct {
		name    string
		month   string
		figures []review.Figure
		last    review.IndicatorRelease
		want    string
	}{
		{"first time", "2024-05", some, review.IndicatorRelease{}, ""},
		{"again after it was reopened", "2024-05", some, reopened, ""},
		{"again", "2024-05", some, frozen, "month.released"},
		{"nothing entered", "2024-03", some, review.IndicatorRelease{}, "month.empty"},
		{"a month to come", "2024-07", some, review.IndicatorRelease{}, "month.future"},
		{"another year", "2023-05", some, review.IndicatorRelease{}, "month.other_year"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := review.ReleaseIndicators(p, tt.figures, value.MustMonth(tt.month), tt.last, "office", today)
			if got := codes(err); got != tt.want {
				t.Fatalf("%q, want %q", got, tt.want)
			}
			if err != nil {
				if diff := cmp.Diff(tt.last, r, cmp.AllowUnexported(value.Opt[int64]{})); diff != "" {
					t.Errorf("refused, and changed all the same:\n%s", diff)
				}
				return
			}
			if !r.IsFrozen() || r.On != today || r.By != "office" || len(r.Figures) != 2 {
				t.Errorf("%+v", r)
			}
			if r.Figures[0].Note != "" || r.Figures[0].Evidence != nil {
				t.Error("notes and evidence were released")
			}
		})
	}
}

// What was released stands, whatever becomes of the plan and its figures.
func TestIndicatorRelease_Table(t *testing.T) {
	p, may := sixIndicators(), value.MustMonth("2024-05")
	figures := []review.Figure{figure("flow", "", "2024-05", known(4), known(5))}
	before := review.Indicators(p, figures, may)
	r, err := review.ReleaseIndicators(p, figures, may, review.IndicatorRelease{}, "office",
		value.MustDate("2024-06-03"))
	if err != nil {
		t.Fatal(err)
	}
	figures[0].Numerator = known(0)
	if diff := cmp.Diff(before, r.Table(), cmp.AllowUnexported(value.Opt[int64]{})); diff != "" {
		t.Errorf("the released table moved:\n%s", diff)
	}
}

func TestReopenIndicators(t *testing.T) {
	released := review.IndicatorRelease{Month: value.MustMonth("2024-05"), By: "office"}
	today := value.MustDate("2024-06-10")
	for _, tt := range []struct {
		name, reason, want string
		r                  review.IndicatorRelease
	}{
		{"with a reason", " nhầm cột ", "", released},
		{"without", "  ", "reason.missing", released},
		{"nothing was released", "nhầm", "month.not_released", review.IndicatorRelease{}},
		{"reopened already", "nhầm", "month.not_released", review.IndicatorRelease{Month: released.Month, Reopened: &review.Reopening{}}},
	} {
		r, err := review.ReopenIndicators(tt.r, tt.reason, "office", today)
		if got := codes(err); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		if err == nil && (r.IsFrozen() || *r.Reopened != review.Reopening{
			By:     "office",
			On:     today,
			Reason: "nhầm cột",
		}) {
			t.Errorf("%s: %+v", tt.name, r)
		}
	}
}
