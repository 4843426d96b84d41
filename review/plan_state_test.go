package review

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

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

// From when to when a plan is followed: from the day of its paper on, until a day that has come; each refusal is told
// at its field with what its sentence needs.
func TestPlanState_days(t *testing.T) {
	day := value.MustDate
	draft := copyable()
	draft.Draft, draft.InForce = true, false
	signed, today := draft.Date, day("2024-07-15")
	for _, c := range []struct {
		name string
		plan Plan
		from value.Date
		want []string
	}{
		{"from the day it was signed", draft, signed, nil},
		{"from the day before", draft, signed.Add(-1), []string{"from plan.from_before_date"}},
		{"from no day", draft, value.Date{}, []string{"from on.missing"}},
		{"followed already", copyable(), signed, []string{"from plan.is_followed"}},
	} {
		got, err := PutPlanInForce(c.plan, c.from)
		if !slices.Equal(codesOf(err), c.want) || err == nil && (!got.InForce || got.Draft || got.From != c.from) {
			t.Errorf("put in force %s: %v, %+v; want %v", c.name, err, got.State(), c.want)
		}
	}
	stood := Upward{Superior: "UBND huyện", Addressee: "Văn phòng huyện"}
	for _, c := range []struct {
		name string
		plan Plan
		on   value.Date
		want []string
	}{
		{"on the day it began", copyable(), signed, nil},
		{"the day before it began", copyable(), signed.Add(-1), []string{"on plan.closed_before_begin"}},
		{"today", copyable(), today, nil},
		{"tomorrow", copyable(), today.Add(1), []string{"on date.future"}},
		{"on no day", copyable(), value.Date{}, []string{"on on.missing"}},
		{"a draft", draft, today, []string{"on plan.not_followed"}},
	} {
		got, err := ClosePlan(c.plan, c.on, today, stood)
		if !slices.Equal(codesOf(err), c.want) || err == nil && (got.InForce || got.Closed != c.on ||
			got.Upward.Superior != "UBND huyện") {
			t.Errorf("closed %s: %v, %+v; want %v", c.name, err, got.State(), c.want)
		}
	}
	_, err := PutPlanInForce(draft, signed.Add(-1))
	want := value.Problems{{Field: "from", Code: "plan.from_before_date", Args: []any{"13/3/2024"}}}
	if diff := cmp.Diff(error(want), err); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	for _, c := range []struct {
		err  error
		code string
	}{{draft.TakesWork(), "plan.is_draft"}, {closedPlan(t, today).Editable(), "plan.is_closed"}} {
		var p value.Problems
		if !errors.As(c.err, &p) || len(p) != 1 || p[0].Code != c.code || p[0].Args[0] != "29/KH-UBND" {
			t.Errorf("%v, want %s of 29/KH-UBND", c.err, c.code)
		}
	}
}

func closedPlan(t *testing.T, on value.Date) Plan {
	t.Helper()
	p, err := ClosePlan(copyable(), on, on, Upward{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// To whom a plan's papers go is its own word where it has one, each of the two by itself; blanks are none.
func TestUpward_Or(t *testing.T) {
	stood := Upward{Superior: "UBND huyện", Addressee: "Văn phòng huyện", Recipients: []string{"Phòng Nội vụ"}}
	for _, c := range []struct {
		name      string
		own, want Upward
	}{
		{"nothing of its own", Upward{}, Upward{Superior: "UBND huyện", Addressee: "Văn phòng huyện"}},
		{"its own superior", Upward{Superior: "UBND tỉnh"}, Upward{Superior: "UBND tỉnh", Addressee: "Văn phòng huyện"}},
		{"its own addressee", Upward{Addressee: "Sở Nội vụ"}, Upward{Superior: "UBND huyện", Addressee: "Sở Nội vụ"}},
		{"blanks", Upward{Superior: " ", Addressee: "\t"}, Upward{Superior: "UBND huyện", Addressee: "Văn phòng huyện"}},
	} {
		if diff := cmp.Diff(c.want, c.own.Or(stood)); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}
