package review_test

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// moved is a line with what decisions of these days did to it, by turns; the first says whether it entered.
func moved(code catalog.Code, enters bool, days ...string) review.ListItem {
	item := review.ListItem{Code: code}
	for i, day := range days {
		item.Changes = append(item.Changes, review.ListChange{
			Leaves:   enters == (i%2 == 1),
			Decision: review.DecisionRef{Number: "60/QĐ-UBND", Date: value.MustDate(day)},
		})
	}
	return item
}

// Practice, not law: docs/decisions/0142: each decision counts from its day (ListItem.ListedOn), what was frozen stays
// known (ListItem.WasFrozen).
func TestListedOn(t *testing.T) {
	for _, tt := range []struct {
		name       string
		item       review.ListItem
		frozen     bool
		before, on bool // on 9/7 and 10/7
	}{
		{"frozen, never moved", moved("NB-01", false), true, true, true},
		{"left on the day", moved("NB-01", false, "2024-07-10"), true, true, false},
		{"entered on the day", moved("NB-01", true, "2024-07-10"), false, false, true},
		{"entered and left on the day", moved("NB-01", true, "2024-07-10", "2024-07-10"), false, false, false},
		{"left earlier, back on the day", moved("NB-01", false, "2024-07-01", "2024-07-10"), true, false, true},
		{"entered later", moved("NB-01", true, "2024-07-11"), false, false, false},
	} {
		day := value.MustDate("2024-07-10")
		frozen, before, on := tt.item.WasFrozen(), tt.item.ListedOn(day.Add(-1)), tt.item.ListedOn(day)
		if frozen != tt.frozen || before != tt.before || on != tt.on {
			t.Errorf("%s: frozen %v, the day before %v, on the day %v", tt.name, frozen, before, on)
		}
	}
}

// candidate is a procedure that may enter the list of group B.
func candidate(code catalog.Code) review.Candidate {
	return review.Candidate{Version: 2, Procedure: catalog.Procedure{
		Code: code, Name: "Nghỉ phép", Kind: catalog.Internal, Group: catalog.GroupB, Ours: catalog.Decides,
		Status: catalog.InForce,
	}}
}

// Practice, not law: docs/decisions/0142: what keeps procedures from entering or leaving (ChangeList).
func TestChangeList_Refusals(t *testing.T) {
	today := value.MustDate("2024-07-15")
	items := []review.ListItem{{Code: "NB-01"}, moved("NB-02", true, "2024-07-10")}
	good := review.ChangeOrder{Number: "60/QĐ-UBND", Date: today, Reason: "Mới công bố"}
	for _, tt := range []struct {
		name   string
		change func(*review.ChangeOrder)
		want   []string
	}{
		{"nothing chosen", func(*review.ChangeOrder) {}, []string{"procedures: procedures.missing"}},
		{"nothing said", func(o *review.ChangeOrder) {
			*o = review.ChangeOrder{Leaving: []catalog.Code{"NB-01"}}
		}, []string{"reason: reason.missing", "number: decision.number_missing", "date: decision.date_missing"}},
		{"a day to come", func(o *review.ChangeOrder) {
			o.Date, o.Leaving = today.Add(1), []catalog.Code{"NB-01"}
		}, []string{"date: date.future"}},
		{"listed already", func(o *review.ChangeOrder) {
			o.Entering = []review.Candidate{candidate("nb-01")}
		}, []string{"entering[0].code: procedure.listed"}},
		{"not ours", func(o *review.ChangeOrder) {
			x := candidate("NB-07")
			x.Procedure.Ours = catalog.NotOurs
			o.Entering = []review.Candidate{x}
		}, []string{"entering[0].code: procedure.not_ours"}},
		{"twice", func(o *review.ChangeOrder) {
			o.Entering = []review.Candidate{candidate("NB-07"), candidate("nb-07")}
		}, []string{"entering[1].code: procedure.twice"}},
		{"leaves without being there", func(o *review.ChangeOrder) {
			o.Leaving = []catalog.Code{"NB-09"}
		}, []string{"leaving[0].code: procedure.not_listed"}},
		{"older than the last decision", func(o *review.ChangeOrder) {
			o.Date, o.Leaving = value.MustDate("2024-07-09"), []catalog.Code{"NB-02"}
		}, []string{"leaving[0].code: decision.before_last"}},
		{"nothing left", func(o *review.ChangeOrder) {
			o.Leaving = []catalog.Code{"NB-01", "NB-02"}
		}, []string{"procedures: list.empty"}},
	} {
		order := good
		tt.change(&order)
		_, err := review.ChangeList(review.ScopeInternalB, items, order, today)
		var problems value.Problems
		errors.As(err, &problems)
		var got []string
		for _, p := range problems {
			got = append(got, p.Field+": "+p.Code)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// Any row of orders, each by a decision not older than the one before: on every day the list is what the orders up to
// that day make of the frozen one, and the frozen list never changes.
func TestChangeList_Membership(t *testing.T) {
	codes := []catalog.Code{"NB-01", "NB-02", "NB-03", "NB-04", "NB-05"}
	start := value.MustDate("2024-07-01")
	rapid.Check(t, func(t *rapid.T) {
		items := []review.ListItem{{Code: codes[0]}, {Code: codes[1]}, {Code: codes[2]}}
		want := map[int]map[catalog.Code]bool{}
		now := map[catalog.Code]bool{codes[0]: true, codes[1]: true, codes[2]: true}
		day, last := start, start.Add(30)
		for d := range 31 {
			for start.Add(d) == day && day != last {
				code := rapid.SampledFrom(codes).Draw(t, "code")
				o := review.ChangeOrder{Number: "60/QĐ-UBND", Date: day, Reason: "Lý do"}
				if now[code] {
					o.Leaving = []catalog.Code{code}
				} else {
					o.Entering = []review.Candidate{candidate(code)}
				}
				lines, err := review.ChangeList(review.ScopeInternalB, items, o, last)
				if len(now) == 1 && now[code] {
					if err == nil {
						t.Fatal("the last procedure left")
					}
				} else if err != nil {
					t.Fatal(err)
				} else if now[code] {
					delete(now, code)
				} else {
					now[code] = true
				}
				if err == nil {
					items = put(items, lines[0])
				}
				day = day.Add(rapid.IntRange(0, 5).Draw(t, "days"))
				if last.Before(day) {
					day = last
				}
			}
			want[d] = map[catalog.Code]bool{}
			for code := range now {
				want[d][code] = true
			}
		}
		for d := range 31 {
			on := review.ListOn(items, start.Add(d))
			isWrong := func(x review.ListItem) bool { return !want[d][x.Code] }
			if len(on) != len(want[d]) || slices.ContainsFunc(on, isWrong) {
				t.Fatalf("day %d: %v, want %v", d, on, want[d])
			}
		}
		if frozen := review.FrozenList(items); len(frozen) != 3 || frozen[0].Code != codes[0] {
			t.Fatalf("frozen %v", frozen)
		}
	})
}

// put is a list with a line in the place of the one of its code, or behind it.
func put(items []review.ListItem, line review.ListItem) []review.ListItem {
	for i, x := range items {
		if x.Code == line.Code {
			items[i] = line
			return items
		}
	}
	return append(items, line)
}

// Practice, not law: docs/decisions/0142: the target check of a day looks at the list of that day, and gives what the
// frozen list comes to beside it; where nothing was decided there is nothing beside it.
func TestCheckTargets_ChangedList(t *testing.T) {
	items := append(list("NB-01", "NB-02"), moved("NB-03", true, "2024-07-20"), moved("NB-04", true, "2024-07-20"))
	in := inputOf(items, of("NB-01", review.Cut, review.Approved, table(100), table(50)))
	check := func(day string) review.TargetReport {
		t.Helper()
		in.AsOf = value.MustDate(day)
		rep, err := review.CheckTargets(in)
		if err != nil {
			t.Fatal(err)
		}
		return rep
	}
	before, after := check("2024-07-19"), check("2024-07-20")
	if before.Targets[numberAt].Denominator != 2 || len(before.Frozen) != 0 {
		t.Errorf("before the decision: %+v, frozen %d", before.Targets[numberAt], len(before.Frozen))
	}
	if after.Targets[numberAt].Denominator != 4 {
		t.Errorf("from the decision on: %+v", after.Targets[numberAt])
	}
	frozen, ok := review.ResultOf(after.Frozen, after.Targets[numberAt].ID)
	if !ok || frozen.Denominator != 2 || frozen.Numerator != 1 {
		t.Errorf("over the frozen list: %+v, %v", frozen, ok)
	}
}

// Practice, not law: docs/decisions/0142: a decision is put right for all that it moved, and its day stays between
// those of the decisions before and after (CorrectListChange).
func TestCorrectListChange(t *testing.T) {
	was := review.DecisionRef{Number: "60/QĐ-UBND", Date: value.MustDate("2024-07-10")}
	items := []review.ListItem{
		moved("NB-01", true, "2024-07-05", "2024-07-10", "2024-07-12"), moved("NB-02", false, "2024-07-10"),
		moved("NB-03", false, "2024-07-11"),
	}
	for _, tt := range []struct {
		name, number, day, reason, want string
	}{
		{"another number", "61/QĐ-UBND", "2024-07-10", "Gõ nhầm", ""},
		{"the day of the one before", "60/QĐ-UBND", "2024-07-05", "Gõ nhầm", ""},
		{"before it", "60/QĐ-UBND", "2024-07-04", "Gõ nhầm", "decision.before_last"},
		{"the day of the next", "60/QĐ-UBND", "2024-07-12", "Gõ nhầm", ""},
		{"behind it", "60/QĐ-UBND", "2024-07-13", "Gõ nhầm", "decision.after_next"},
		{"ahead", "61/QĐ-UBND", "2024-07-16", "Gõ nhầm", "date.future decision.after_next"},
		{"as it was", " 60/QĐ-UBND", "2024-07-10", "Gõ nhầm", "decision.same"},
		{"without a reason", "61/QĐ-UBND", "2024-07-10", " ", "reason.missing"},
		{"without a number", "", "2024-07-10", "Gõ nhầm", "decision.number_missing"},
	} {
		is := review.DecisionRef{Number: tt.number, Date: value.MustDate(tt.day)}
		why := review.Correction{Reason: tt.reason, By: "lan", On: value.MustDate("2024-07-15")}
		lines, err := review.CorrectListChange(items, was, is, why)
		if got := codes(err); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		if err != nil {
			continue
		}
		if len(lines) != 2 || lines[0].Changes[1].Decision != is || lines[1].Changes[0].Decision != is ||
			len(lines[0].Changes[0].Corrected) > 0 || lines[0].Changes[1].Corrected[0].Was != was {
			t.Errorf("%s: %+v", tt.name, lines)
		}
		if items[1].Changes[0].Decision != was {
			t.Fatalf("%s: the list itself was changed", tt.name)
		}
	}
	was.Number = "6/QĐ-UBND"
	_, err := review.CorrectListChange(items, was, was, review.Correction{})
	if !errors.Is(err, value.ErrNotFound) {
		t.Errorf("a decision that moved nothing: %v", err)
	}
}
