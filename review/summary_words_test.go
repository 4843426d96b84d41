package review

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/value"
)

// Words of the report on a review's results stand at its parts alone, of no month and without figures.
func TestCheckSummaryEntry(t *testing.T) {
	p := Plan{Campaigns: []CampaignPlan{{ID: "public"}}}
	for _, tt := range []struct {
		name  string
		entry MonthEntry
		want  []string
	}{
		{"of a campaign", MonthEntry{Place: SummaryPlace("public", SummaryCauses), Text: "x"}, nil},
		{"of all", MonthEntry{Place: SummaryPlace("", SummaryDirection)}, nil},
		{"no such campaign", MonthEntry{Place: SummaryPlace("x", SummaryCauses)}, []string{"place.unknown"}},
		{"no such part", MonthEntry{Place: SummaryPlace("public", "x")}, []string{"place.unknown"}},
		{"a place of the month", MonthEntry{Place: PlaceNext}, []string{"place.unknown"}},
		{"of a month", MonthEntry{Place: SummaryPlace("", SummaryCauses), Month: value.MustMonth("2024-07")},
			[]string{"place.no_task"}},
		{"a state", MonthEntry{Place: SummaryPlace("", SummaryCauses), State: TaskDone}, []string{"place.no_task"}},
	} {
		if diff := cmp.Diff(tt.want, problemCodes(CheckSummaryEntry(p, tt.entry).Err())); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

// What becomes of an entry is told by the version that its page found and by who wrote since.
func TestTurnOf(t *testing.T) {
	version := func(n int, text, page string) value.Versioned[MonthEntry] {
		return value.Versioned[MonthEntry]{Number: n, Value: MonthEntry{Text: text, Page: page}}
	}
	type versions = []value.Versioned[MonthEntry]
	for _, tt := range []struct {
		name, typed string
		base        int
		versions    versions
		want        Turn
	}{
		{"nothing where nothing stands", " ", 0, nil, SaysNothing},
		{"first words", "a", 0, nil, IsNext},
		{"a version that never stood", "a", -1, nil, IsBehind},
		{"after the version that stands", "b", 1, versions{version(1, "a", "x")}, IsNext},
		{"what stands", "a", 0, versions{version(1, "a", "x")}, SaysNothing},
		{"over what somebody wrote", "b", 0, versions{version(1, "a", "x")}, IsBehind},
		{"left as it was, and somebody wrote", "a", 1, versions{version(2, "b", "x"), version(1, "a", "y")}, SaysNothing},
		{"over what the same page wrote", "b", 0, versions{version(1, "a", "p")}, IsNext},
		{"somebody wrote over the same page", "b", 0, versions{version(2, "c", "x"), version(1, "a", "p")}, IsBehind},
		{"as the same page left it", "a", 0, versions{version(2, "c", "x"), version(1, "a", "p")}, SaysNothing},
		{"taken out by the same page", "", 0, versions{version(1, "a", "p")}, IsNext},
	} {
		if got := TurnOf(MonthEntry{Text: tt.typed, Page: "p"}, tt.base, tt.versions); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}
