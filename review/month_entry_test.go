package review

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/value"
)

func monthPlan() Plan {
	return Plan{Year: 2024, Duties: []Duty{{ID: "D1"}, {ID: "D4", Monthly: 15}}, Tasks: []Task{{ID: "III.2-1"}, {ID: "III.2-2"}}}
}

func TestPlaces(t *testing.T) {
	want := []PlaceID{"direction", "duty/D1", "task/III.2-1", "task/III.2-2", "difficulties", "requests", "next"}
	if diff := cmp.Diff(want, monthPlan().Places()); diff != "" {
		t.Error(diff)
	}
}

// Plan 29/KH-UBND, IV: what may be written for a month.
func TestCheckMonthEntry(t *testing.T) {
	last := value.MustMonth("2024-07")
	for _, tt := range []struct {
		name  string
		entry MonthEntry
		want  []string
	}{
		{"words of the office", MonthEntry{Month: last, Place: "direction", Text: "Ban hành kế hoạch"}, nil},
		{"a task with figures", MonthEntry{Month: last, Place: "task/III.2-1", State: TaskUnderWay, Figures: []MonthFigure{{"văn bản gửi", 124_0000, "văn bản"}}}, nil},
		{"nothing of it", MonthEntry{Month: last, Place: "next"}, nil},
		{"no such place", MonthEntry{Month: last, Place: "task/III.2-9"}, []string{"place.unknown"}},
		{"the monthly duty itself", MonthEntry{Month: last, Place: "duty/D4"}, []string{"place.unknown"}},
		{"next month", MonthEntry{Month: last.Add(1), Place: "next"}, []string{"month.future"}},
		{"last year", MonthEntry{Month: value.MustMonth("2023-12"), Place: "next"}, []string{"month.other_year"}},
		{"unknown state", MonthEntry{Month: last, Place: "task/III.2-1", State: "x"}, []string{"task_state.unknown"}},
		{"state without task", MonthEntry{Month: last, Place: "next", State: TaskDone}, []string{"place.no_task"}},
		{"figure", MonthEntry{Month: last, Place: "task/III.2-1", Figures: []MonthFigure{{" ", -1, ""}}}, []string{"figure.name_missing", "number.negative"}},
	} {
		if diff := cmp.Diff(tt.want, problemCodes(CheckMonthEntry(monthPlan(), tt.entry, last).Err())); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestPlaceTitle(t *testing.T) {
	p := Plan{Duties: []Duty{{ID: "D1", Title: "Tập huấn"}}, Tasks: []Task{{ID: "III.2-1", Text: "Gửi văn bản điện tử"}}}
	for place, want := range map[PlaceID]string{
		"duty/D1": "Tập huấn", "task/III.2-1": "Gửi văn bản điện tử", PlaceDirection: "", "duty/D9": "",
	} {
		if got := p.PlaceTitle(place); got != want {
			t.Errorf("%s: %q, want %q", place, got, want)
		}
	}
}
