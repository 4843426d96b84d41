package review

import (
	"slices"
	"testing"

	"rasoat/catalog"
	"rasoat/review/cost"
	"rasoat/value"
)

// Practice, not law: docs/decisions/0024: four eyes see every proposal; one other person may do both steps.
func TestKeptFrom(t *testing.T) {
	author, other := Actor{Name: "hoa", Author: "hoa"}, Actor{Name: "lan", Author: "hoa"}
	for action, want := range map[Action][2]string{
		ActionSubmit:   {"", "action.author_only"},
		ActionWithdraw: {"", "action.author_only"},
		ActionReopen:   {"", "action.author_only"},
		ActionCheck:    {"action.four_eyes", ""},
		ActionApprove:  {"action.four_eyes", ""},
		ActionReturn:   {"action.four_eyes", ""},
		ActionForward:  {"action.four_eyes", ""},
	} {
		if got := [2]string{keptFrom(action, author), keptFrom(action, other)}; got != want {
			t.Errorf("%s: %q, want %q", action, got, want)
		}
	}
}

// Plan 29/KH-UBND, III.1(b): a decision has a number and a day that has come (DecisionRef.check).
func TestDecisionRef_check(t *testing.T) {
	on := value.MustDate("2024-07-20")
	for _, tt := range []struct {
		name string
		d    DecisionRef
		want string
	}{
		{"whole", DecisionRef{Number: "45/QĐ-UBND", Date: on}, ""},
		{"without a number", DecisionRef{Number: " ", Date: on}, "decision.number_missing"},
		{"without a day", DecisionRef{Number: "45/QĐ-UBND"}, "decision.date_missing"},
		{"of tomorrow", DecisionRef{Number: "45/QĐ-UBND", Date: on.Add(1)}, "date.future"},
	} {
		got := ""
		for _, p := range tt.d.check(on) {
			got += p.Code
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Plan 29/KH-UBND, III.1(a): a public procedure changes by a request to amend the law, an internal one by a decision of
// the commune (Proposal.checkAmendments).
func TestCheckAmendments(t *testing.T) {
	listed := map[catalog.Code]ListItem{"1.001193": {Kind: catalog.Public}, "NB-01": {Kind: catalog.Internal}}
	whole := Amendment{Document: "Nghị định số 123/2015/NĐ-CP", Request: "Bỏ bản sao."}
	for _, tt := range []struct {
		name       string
		code       catalog.Code
		conclusion Conclusion
		amendments []Amendment
		want       []string
	}{
		{"public, cut, none", "1.001193", Cut, nil, []string{"amendments amendments.missing"}},
		{"public, kept, none", "1.001193", Keep, nil, nil},
		{"public, cut, whole", "1.001193", Cut, []Amendment{whole}, nil},
		{"internal, cut, none", "NB-01", Cut, nil, nil},
		{"a half one", "NB-01", Cut, []Amendment{whole, {}}, []string{"amendments[1].document document.missing", "amendments[1].request request.missing"}},
	} {
		var got []string
		for _, p := range (Proposal{
			Conclusion: tt.conclusion,
			Amendments: tt.amendments,
			Members:    []Member{{Procedure: tt.code}},
		}).checkAmendments(listed) {
			got = append(got, p.Field+" "+p.Code)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Circular 02/2017/TT-VPCP, article 27: the tables of a member can be priced, and where all is kept the cost is too.
func TestCheckTables(t *testing.T) {
	row := func(fees value.Money) *[]cost.Row {
		return &[]cost.Row{{
			Task:            cost.Fees,
			Activity:        "Lệ phí",
			Fees:            fees,
			TimesPerYear:    value.Whole(1),
			SubjectsPerYear: 1,
			Source:          cost.Estimate,
		}}
	}
	for _, tt := range []struct {
		name          string
		conclusion    Conclusion
		before, after *[]cost.Row
		want          []string
	}{
		{"none", Cut, nil, nil, nil},
		{"cheaper", Cut, row(5_000), row(1_000), nil},
		{"kept as it is", Keep, row(5_000), row(5_000), nil},
		{"kept and yet cheaper", Keep, row(5_000), row(1_000), []string{"after keep.after_differs"}},
		{"a negative fee", Cut, row(-1), nil, []string{"before[0].fees fees.negative"}},
	} {
		var got []string
		for _, p := range CheckTables(tt.conclusion, Member{Before: tt.before, After: tt.after}) {
			got = append(got, p.Field+" "+p.Code)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Practice, not law: docs/decisions/0025: hours that are the limit × 8 are asked about, and more subjects than
// inhabitants.
func TestCostNotices(t *testing.T) {
	p := catalog.Procedure{
		Limit: catalog.TimeLimit{Number: value.Known(value.Whole(3)), Unit: catalog.WorkingDays},
		Methods: []catalog.Method{{Limit: catalog.TimeLimit{
			Number: value.Known(value.Whole(16)),
			Unit:   catalog.Hours,
		}}},
	}
	rows := []cost.Row{{Hours: value.Whole(24), SubjectsPerYear: 3_200}, {Hours: value.Whole(128), SubjectsPerYear: 3_201}, {Hours: value.Whole(23)}}
	if got := HoursEqualLimit(p, "before", rows); len(got) != 1 || got[0].Field != "before[0].hours" ||
		got[0].Code != "hours.equal_limit" {
		t.Errorf("hours: %v", got)
	}
	if got := Impossible(value.Known[int64](3_200), "after", rows); len(got) != 1 ||
		got[0].Field != "after[1].subjects_per_year" {
		t.Errorf("subjects: %v", got)
	}
	if got := Impossible(value.Opt[int64]{}, "after", rows); got != nil {
		t.Errorf("without a known number of inhabitants: %v", got)
	}
}
