package review

import (
	"errors"
	"slices"
	"testing"

	"rasoat/value"
)

func codesOf(err error) (out []string) {
	var p value.Problems
	if errors.As(err, &p) {
		for _, x := range p {
			out = append(out, x.Field+" "+x.Code)
		}
	}
	slices.Sort(out)
	return out
}

func TestPlanState(t *testing.T) {
	day := value.MustDate
	draft := CopyPlan(copyable(), 2025, Upward{})
	draft.ID, draft.Number, draft.Date = "kh-31-2025", "31/KH-UBND", day("2025-02-10")
	if err := draft.TakesWork(); !slices.Equal(codesOf(err), []string{"plan plan.is_draft"}) {
		t.Errorf("a draft takes work: %v", err)
	}
	if _, err := PutPlanInForce(draft, day("2025-02-09")); !slices.Equal(codesOf(err),
		[]string{"from plan.from_before_date"}) {
		t.Errorf("%v", err)
	}
	hollow := draft
	hollow.Number = " "
	if _, err := PutPlanInForce(hollow, day("2025-02-10")); !slices.Equal(codesOf(err),
		[]string{"number plan.number_missing"}) {
		t.Errorf("%v", err)
	}
	next, err := PutPlanInForce(draft, day("2025-03-01"))
	if err != nil || next.State() != PlanFollowed || next.IsFollowedOn(day("2025-02-28")) ||
		!next.IsFollowedOn(day("2025-03-01")) {
		t.Fatalf("%+v, %v", next, err)
	}
	old := copyable()
	for _, tt := range []struct {
		name  string
		plans []Plan
		on    string
		want  PlanID
	}{
		{"the new one has not begun", []Plan{next, old}, "2025-02-28", "kh-29-2024"},
		{"the newest in force", []Plan{next, old}, "2025-03-01", "kh-31-2025"},
		{"a draft is never followed", []Plan{draft, old}, "2025-06-01", "kh-29-2024"},
		{"only drafts", []Plan{draft}, "2025-06-01", ""},
	} {
		if got, _ := Followed(tt.plans, day(tt.on)); got.ID != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got.ID, tt.want)
		}
	}
	stood := Upward{Superior: "UBND huyện", Addressee: "Văn phòng huyện"}
	for _, on := range []string{"2024-03-12", "2026-01-02"} {
		if _, err := ClosePlan(old, day(on), day("2026-01-01"), stood); err == nil {
			t.Errorf("closed on %s", on)
		}
	}
	closed, err := ClosePlan(old, day("2025-12-31"), day("2026-01-01"), stood)
	if err != nil || closed.State() != PlanClosed || closed.Editable() == nil ||
		closed.Upward.Superior != "UBND huyện" {
		t.Fatalf("%+v, %v", closed, err)
	}
	if again, err := PutPlanInForce(closed, day("2024-03-13")); err != nil || again.Editable() != nil {
		t.Errorf("taken up again: %v", err)
	}
}
