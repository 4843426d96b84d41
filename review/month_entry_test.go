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
	want := []PlaceID{"direction", "duty/D1", "task/III.2-1", "task/III.2-2", "any_place", "difficulties", "requests", "next"}
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

// One written thing is enough for an entry not to be empty; its month and place are no content, nor are blanks.
func TestMonthEntry_IsEmpty(t *testing.T) {
	for _, c := range []struct {
		name  string
		entry MonthEntry
		want  bool
	}{
		{"nothing", MonthEntry{}, true},
		{"a month and a place", MonthEntry{Month: value.MustMonth("2024-07"), Place: PlaceNext}, true},
		{"blanks", MonthEntry{Text: " \n"}, true},
		{"words", MonthEntry{Text: "Ban hành kế hoạch"}, false},
		{"a state", MonthEntry{State: TaskDone}, false},
		{"who has it in hand", MonthEntry{Owner: "Văn phòng"}, false},
		{"a figure of 0", MonthEntry{Figures: []MonthFigure{{}}}, false},
		{"what shows it", MonthEntry{Evidence: []Evidence{{}}}, false},
	} {
		if got := c.entry.IsEmpty(); got != c.want {
			t.Errorf("%s: IsEmpty() = %v, want %v", c.name, got, c.want)
		}
	}
}

// Plan 29/KH-UBND, IV: the bounds of an entry, each at the place where it is wrong.
func TestCheckMonthEntry_fields(t *testing.T) {
	last := value.MustMonth("2024-07")
	figures := []MonthFigure{{"văn bản", 0, "văn bản"}, {"", 1, "văn bản"}, {"hồ sơ", -1, ""}}
	for _, c := range []struct {
		name  string
		entry MonthEntry
		want  []string
	}{
		{"figures of a task", MonthEntry{Month: last, Place: "task/III.2-1", Figures: figures},
			[]string{"figures[1].name figure.name_missing", "figures[2].value number.negative"}},
		{"figures without a task", MonthEntry{Month: last, Place: PlaceNext, Figures: figures[:1]}, []string{"state place.no_task"}},
		{"a state without a task", MonthEntry{Month: last, Place: "duty/D1", State: TaskStuck}, []string{"state place.no_task"}},
		{"the first month of the year", MonthEntry{Month: value.MustMonth("2024-01"), Place: PlaceNext}, nil},
		{"January after, though it is open", MonthEntry{Month: value.MustMonth("2025-01"), Place: PlaceNext},
			[]string{"month month.other_year"}},
	} {
		if diff := cmp.Diff(c.want, codesOf(CheckMonthEntry(monthPlan(), c.entry, last).Err())); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

func TestPlaceTitle(t *testing.T) {
	p := Plan{
		Duties: []Duty{{ID: "D1", Title: "Tập huấn"}},
		Tasks:  []Task{{ID: "III.2-1", Text: "Gửi văn bản điện tử"}},
	}
	for place, want := range map[PlaceID]string{
		"duty/D1": "Tập huấn", "task/III.2-1": "Gửi văn bản điện tử", PlaceDirection: "", "duty/D9": "",
	} {
		if got := p.PlaceTitle(place); got != want {
			t.Errorf("%s: %q, want %q", place, got, want)
		}
	}
}

// Plan 29/KH-UBND, IV: a report is on a month of the plan's year whose period has begun.
func TestCheckReportMonth(t *testing.T) {
	last := value.MustMonth("2024-08")
	for month, want := range map[string][]string{
		"2024-01": nil, "2024-08": nil, "2024-09": {"month.future"}, "2023-12": {"month.other_year"},
		"2025-01": {"month.other_year"},
	} {
		got := problemCodes(CheckReportMonth(monthPlan(), value.MustMonth(month), last).Err())
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", month, diff)
		}
	}
}
