package review_test

import (
	"testing"

	"pgregory.net/rapid"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// What a decision that is applied until 31 August leaves behind on 1 September. On the last day itself nothing comes
// back.
func TestReturns(t *testing.T) {
	a := review.Announcement{
		Number: "66/QĐ-UBND", Date: day("2024-07-05"), From: day("2024-07-05"),
		To: day("2024-08-31"), Confirmed: day("2024-07-05"),
	}
	was := stock()
	then := map[review.ProcedureVersion]catalog.Procedure{}
	for code, p := range was {
		p.Note = "như trước"
		then[review.ProcedureVersion{Code: code, Number: 3}] = p
	}
	of := func(d catalog.Decision, s catalog.Status, by string) catalog.Procedure {
		return catalog.Procedure{
			Status: s, Decision: d, Note: "tạm thời", Ours: catalog.Shared,
			Validity: catalog.Validity{From: day("2024-07-05"), RepealedBy: by},
		}
	}
	ours, other := a.Decision(), catalog.Decision{Number: "99/QĐ-UBND", Date: day("2024-08-01")}
	for _, tt := range []struct {
		name  string
		touch review.Touch
		now   catalog.Procedure // of 1.…
		note  string
		to    catalog.Status
		kept  bool
	}{
		{"amended, comes back", review.Touch{Kind: review.TouchAmend, Procedure: "1.000001", Was: 3}, of(ours, catalog.InForce, ""), "như trước", catalog.InForce, false},
		{"repealed, holds again", review.Touch{Kind: review.TouchRepeal, Procedure: "1.000001", Was: 3}, of(catalog.Decision{}, catalog.Repealed, a.Number), "như trước", catalog.InForce, false},
		{"announced out of a draft, ends", review.Touch{Kind: review.TouchAnnounce, Procedure: "1.000003", Was: 3}, of(ours, catalog.InForce, ""), "tạm thời", catalog.Repealed, false},
		{"taken up again, ends as it had", review.Touch{Kind: review.TouchAnnounce, Procedure: "1.000004", Was: 3}, of(ours, catalog.InForce, ""), "như trước", catalog.Repealed, false},
		{"amended by another meanwhile", review.Touch{Kind: review.TouchAmend, Procedure: "1.000001", Was: 3}, of(other, catalog.InForce, ""), "tạm thời", catalog.InForce, true},
		{"repealed by another meanwhile", review.Touch{Kind: review.TouchRepeal, Procedure: "1.000001", Was: 3}, of(catalog.Decision{}, catalog.Repealed, "99/QĐ-UBND"), "tạm thời", catalog.Repealed, true},
	} {
		b := a
		tt.touch.Applied = day("2024-07-05")
		b.Touches = []review.Touch{tt.touch}
		now := map[catalog.Code]catalog.Procedure{tt.touch.Procedure: tt.now}
		if got, err := review.Returns(b, now, then, day("2024-08-31")); len(got) != 0 || err != nil {
			t.Errorf("%s: on the last day %+v, %v", tt.name, got, err)
		}
		got, err := review.Returns(b, now, then, day("2024-09-01"))
		if err != nil || len(got) != 1 {
			t.Fatalf("%s: %+v, %v", tt.name, got, err)
		}
		r := got[0]
		if r.After.Note != tt.note || r.After.Status != tt.to || r.Kept != tt.kept || r.Changes() == tt.kept ||
			r.After.Ours != catalog.Shared {
			t.Errorf("%s: %s, %q, kept %v, changes %v, %s", tt.name, r.After.Status, r.After.Note, r.Kept,
				r.Changes(), r.After.Ours)
		}
		if tt.touch.Kind == review.TouchAnnounce && tt.touch.Procedure == "1.000003" &&
			r.After.Validity.Until != day("2024-09-01") {
			t.Errorf("%s: ends on %s", tt.name, r.After.Validity.Until)
		}
		b.Touches[0].Returned = day("2024-09-01")
		if got, _ := review.Returns(b, now, then, day("2024-09-02")); len(got) != 0 {
			t.Errorf("%s: twice", tt.name)
		}
	}
}

// Both sides of a replacement: what was replaced holds again, what replaced it ends; what was not changed has nothing
// to come back to.
func TestReturns_replaced(t *testing.T) {
	a := review.Announcement{Number: "66/QĐ-UBND", Date: day("2024-07-05"), To: day("2024-08-31"),
		Confirmed: day("2024-07-05"),
		Touches: []review.Touch{
			{Kind: review.TouchReplace, Procedure: "1.000002", By: "1.000003", Was: 1, ByWas: 2, Applied: day("2024-07-05")},
			{Kind: review.TouchAmend, Procedure: "1.000001", Applied: day("2024-07-05")},
		}}
	now, then := stock(), map[review.ProcedureVersion]catalog.Procedure{
		{Code: "1.000002", Number: 1}: stock()["1.000002"], {Code: "1.000003", Number: 2}: stock()["1.000003"],
	}
	ended, began := now["1.000002"], now["1.000003"]
	ended.Status, ended.Validity.RepealedBy = catalog.Repealed, a.Number
	began.Status, began.Decision = catalog.InForce, a.Decision()
	now["1.000002"], now["1.000003"] = ended, began
	got, err := review.Returns(a, now, then, day("2024-09-01"))
	if err != nil || len(got) != 2 || got[0].After.Status != catalog.InForce ||
		got[1].After.Status != catalog.Repealed {
		t.Errorf("%+v, %v", got, err)
	}
	if !a.Touches[0].MayReturn() || a.Touches[1].MayReturn() {
		t.Error("what was not changed may return")
	}
}

// A last day divides time: nothing comes back up to it, everything after it, and without one nothing ever.
func TestReturns_property(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		to, n := day("2027-02-28"), rapid.IntRange(-400, 400).Draw(t, "days")
		p := stock()["1.000001"]
		a := review.Announcement{Number: "66/QĐ-UBND", Date: day("2026-04-15"), Confirmed: day("2026-04-15"), To: to,
			Touches: []review.Touch{
				{Kind: review.TouchAmend, Procedure: "1.000001", Was: 1, Applied: day("2026-04-15")},
			}}
		then := map[review.ProcedureVersion]catalog.Procedure{{Code: "1.000001", Number: 1}: p}
		p.Decision = a.Decision()
		now := map[catalog.Code]catalog.Procedure{"1.000001": p}
		got, err := review.Returns(a, now, then, to.Add(n))
		if err != nil || (len(got) == 1) != (n > 0) {
			t.Fatalf("%d days after: %d, %v", n, len(got), err)
		}
		a.To = value.Date{}
		if got, _ := review.Returns(a, now, then, to.Add(n)); len(got) != 0 {
			t.Fatal("came back without a last day")
		}
	})
}
