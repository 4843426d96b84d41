package review_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
)

func TestProposalNotices(t *testing.T) {
	bases := map[catalog.Code]catalog.Procedure{"NB-01": leave()} // 5 working days
	hours := func(h int64, subjects int64) *[]cost.Row {
		return &[]cost.Row{{
			Task:            cost.Submit,
			Activity:        "a",
			Hours:           value.Whole(h),
			HourlyRate:      1,
			TimesPerYear:    value.Whole(1),
			SubjectsPerYear: subjects,
			Source:          cost.Law,
		}}
	}
	tests := []struct {
		name        string
		p           review.Proposal
		inhabitants value.Opt[int64]
		want        []string
	}{
		{"nothing to say", ready(), value.Known(int64(5_000)), nil},
		{"before not worked out", of("NB-01", review.Cut, review.Draft, empty(), table(1)), value.Opt[int64]{}, []string{"members[0].before cost.before_missing"}},
		{"after not worked out", of("NB-01", review.Cut, review.Draft, table(1), nil), value.Opt[int64]{}, []string{"members[0].after cost.after_missing"}},
		{"nothing left to work out", of("NB-01", review.Abolish, review.Draft, table(1), nil), value.Opt[int64]{}, nil},
		{"it costs more", of("NB-01", review.Cut, review.Draft, table(1), table(2)), value.Opt[int64]{}, []string{"members[0].after cost.rises"}},
		{"hours are the days of the limit × 8", of("NB-01", review.Cut, review.Draft, hours(40, 1), hours(24, 1)), value.Opt[int64]{},
			[]string{"members[0].before[0].hours hours.equal_limit"}},
		{"more subjects than inhabitants", of("NB-01", review.Cut, review.Draft, hours(1, 5_001), hours(1, 5_000)), value.Known(int64(5_000)),
			[]string{"members[0].before[0].subjects_per_year subjects.impossible"}},
		{"a merger of nothing", of("NB-01", review.Merge, review.Draft, table(2), table(1)), value.Opt[int64]{}, []string{"merged merged.missing"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, x := range review.ProposalNotices(tt.p, bases, tt.inhabitants) {
				got = append(got, x.Field+" "+x.Code)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Practice, not law: docs/decisions/0025. Hours are held against the limit of the whole and of each channel, in days or
// working days alike; 0 days, hours and months are no limit in days.
func TestHoursEqualLimit_limits(t *testing.T) {
	hours := func(n int64) []cost.Row { return []cost.Row{{Hours: value.Whole(n), TimesPerYear: value.Whole(7)}} }
	whole := func(n int64, u catalog.Unit) catalog.Procedure { return catalog.Procedure{Limit: days(n, u)} }
	channels := catalog.Procedure{Methods: []catalog.Method{{Limit: days(5, catalog.Days)}, {Limit: days(2, catalog.WorkingDays)}}}
	for _, c := range []struct {
		name string
		p    catalog.Procedure
		rows []cost.Row
		want bool
	}{
		{"3 days and 24 hours", whole(3, catalog.Days), hours(24), true},
		{"3 working days and 24 hours", whole(3, catalog.WorkingDays), hours(24), true},
		{"3 days and 25 hours", whole(3, catalog.Days), hours(25), false},
		{"3 of no unit and 24 hours", whole(3, catalog.NoUnit), hours(24), false},
		{"3 hours and 24 hours", whole(3, catalog.Hours), hours(24), false},
		{"3 months and 24 hours", whole(3, catalog.Months), hours(24), false},
		{"no days and no hours", whole(0, catalog.Days), hours(0), false},
		{"nothing known and no hours", catalog.Procedure{Limit: catalog.TimeLimit{Unit: catalog.Days}}, hours(0), false},
		{"the first channel", channels, hours(40), true},
		{"the second channel", channels, hours(16), true},
		{"neither channel", channels, hours(24), false},
	} {
		got := review.HoursEqualLimit(c.p, "after", c.rows)
		if (len(got) == 1) != c.want || c.want && got[0].Field != "after[0].hours" {
			t.Errorf("%s: %v, want a notice %v", c.name, got, c.want)
		}
	}
	both := catalog.Procedure{Limit: days(5, catalog.Days), Methods: channels.Methods}
	if got := review.HoursEqualLimit(both, "before", hours(40)); len(got) != 1 {
		t.Errorf("two limits of 5 days: %v, want one notice", got)
	}
}

// Practice, not law: docs/decisions/0025. As many subjects as inhabitants are possible, and nothing is impossible where
// nobody knows how many there are.
func TestImpossible_bounds(t *testing.T) {
	rows := []cost.Row{{SubjectsPerYear: 1}, {SubjectsPerYear: 5000}, {SubjectsPerYear: 5001}}
	for _, c := range []struct {
		name        string
		inhabitants value.Opt[int64]
		want        []string
	}{
		{"5,000", value.Known[int64](5000), []string{"before[2].subjects_per_year"}},
		{"5,001", value.Known[int64](5001), nil},
		{"one", value.Known[int64](1), []string{"before[1].subjects_per_year", "before[2].subjects_per_year"}},
		{"none is not known", value.Known[int64](0), nil},
		{"below none", value.Known[int64](-1), nil},
		{"not known", value.Opt[int64]{}, nil},
	} {
		var got []string
		for _, p := range review.Impossible(c.inhabitants, "before", rows) {
			got = append(got, p.Field)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}

// Practice, not law: docs/decisions/0025. A cost that stays is no rise; a merger names what is merged, or has two
// members.
func TestProposalNotices_bounds(t *testing.T) {
	merge := of("NB-01", review.Merge, review.Draft, table(2), table(1))
	named, joined, cut := merge, merge, merge
	named.Merged = []catalog.Code{"NB-02"}
	joined.Members = append(joined.Members, joined.Members[0])
	cut.Conclusion = review.Cut
	for _, c := range []struct {
		name string
		p    review.Proposal
		want []string
	}{
		{"as much as before", of("NB-01", review.Cut, review.Draft, table(2), table(2)), nil},
		{"more than before", of("NB-01", review.Cut, review.Draft, table(2), table(3)), []string{"members[0].after cost.rises"}},
		{"neither side worked out", of("NB-01", review.Cut, review.Draft, nil, nil), []string{"members[0].before cost.before_missing"}},
		{"merges nothing", merge, []string{"merged merged.missing"}},
		{"names what is merged", named, nil},
		{"two members", joined, nil},
		{"no merger", cut, nil},
	} {
		var got []string
		for _, x := range review.ProposalNotices(c.p, nil, value.Opt[int64]{}) {
			got = append(got, x.Field+" "+x.Code)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: -want +got\n%s", c.name, diff)
		}
	}
}
