package app

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// startedList is a store with a frozen list of NB-01 and NB-02, and NB-03 that may still enter it.
func startedList(t *testing.T) *App {
	t.Helper()
	a := openTest(t)
	announced(t, a, "NB-01", "NB-02", "NB-03")
	if err := a.StartCampaign(t.Context(), office, demoPlan, review.CampaignInternalB,
		[]catalog.Code{"NB-01", "NB-02"}); err != nil {
		t.Fatal(err)
	}
	return a
}

// A decision counts from its day: an earlier as_of uses the old list, the frozen list stays as it was, and what is
// exported and reviewed is the list of today.
func TestChangeList_FromItsDay(t *testing.T) {
	a := startedList(t)
	ctx, day := t.Context(), a.Today().Add(-2)
	before, err := a.Targets(ctx, demoPlan, a.Today())
	if err != nil {
		t.Fatal(err)
	}
	order := ListOrder{
		Number:   " 60/QĐ-UBND ",
		Date:     day,
		Reason:   "Công bố bổ sung",
		Entering: []catalog.Code{"NB-03"},
		Leaving:  []catalog.Code{"NB-01"},
	}
	if err := a.ChangeList(ctx, office, demoPlan, review.CampaignInternalB, order, true); err != nil {
		t.Fatal(err)
	}
	if list := frozen(t, a, review.CampaignInternalB); len(list) != 2 || len(list[0].Changes) != 0 {
		t.Fatalf("a trial was stored: %+v", list)
	}
	order.Leaving = nil
	if err := a.ChangeList(ctx, office, demoPlan, review.CampaignInternalB, order, false); err != nil {
		t.Fatal(err)
	}
	listed := func(on value.Date) (int64, bool) {
		t.Helper()
		rep, err := a.Targets(ctx, demoPlan, on)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rep.Targets {
			if r.Campaign == review.CampaignInternalB && r.Metric == review.Number {
				was, changed := review.ResultOf(rep.Frozen, r.ID)
				return r.Denominator, changed && was.Denominator == 2
			}
		}
		return -1, false
	}
	if n, beside := listed(day.Add(-1)); n != 2 || beside {
		t.Errorf("the day before: %d listed, the frozen list beside it: %v", n, beside)
	}
	if n, beside := listed(day); n != 3 || !beside {
		t.Errorf("on the day: %d listed, the frozen list beside it: %v", n, beside)
	}
	item := frozen(t, a, review.CampaignInternalB)[2]
	if c := item.Changes; item.Version != 1 || len(c) != 1 || c[0].By != "office" ||
		c[0].Decision.Number != "60/QĐ-UBND" {
		t.Errorf("recorded %+v", item)
	}
	var file bytes.Buffer
	if err := a.ExportCampaign(ctx, &file, demoPlan, review.CampaignInternalB); err != nil ||
		!strings.Contains(file.String(), "NB-03") {
		t.Errorf("%v: exported %s", err, file.String())
	}
	if len(before.Frozen) != 0 {
		t.Errorf("a list of which nothing was decided has another beside it: %+v", before.Frozen)
	}
}

// What has left the list is not reviewed any more: no form, no proposal; and who may not freeze may not change it.
func TestChangeList_Leaving(t *testing.T) {
	a := startedList(t)
	ctx := t.Context()
	order := ListOrder{Number: "60/QĐ-UBND", Date: a.Today(), Reason: "Bị bãi bỏ", Leaving: []catalog.Code{"NB-01"}}
	if err := a.ChangeList(ctx, reviewer, demoPlan, review.CampaignInternalB, order, false); !errors.Is(err,
		value.ErrForbidden) {
		t.Errorf("a reviewer: %v", err)
	}
	if err := a.ChangeList(ctx, office, demoPlan, review.CampaignInternalB, order, false); err != nil {
		t.Fatal(err)
	}
	_, err := a.SaveForm(ctx, reviewer, demoPlan, review.CampaignInternalB, "NB-01", review.Form{}, 0)
	if codeOf(err) != "procedure.left_list" {
		t.Errorf("its form: %v", err)
	}
	_, err = a.DraftProposal(ctx, reviewer, demoPlan, review.CampaignInternalB, "NB-01", review.Cut, nil)
	if codeOf(err) != "procedure.not_listed" {
		t.Errorf("a proposal: %v", err)
	}
	b, err := a.CampaignBoard(ctx, demoPlan, review.CampaignInternalB)
	if err != nil || len(b.Lines) != 1 || len(b.Items) != 2 {
		t.Errorf("%d lines, %d of the record, %v", len(b.Lines), len(b.Items), err)
	}
	order.Leaving = []catalog.Code{"NB-02"}
	err = a.ChangeList(ctx, office, demoPlan, review.CampaignInternalB, order, false)
	if codeOf(err) != "list.empty" {
		t.Errorf("the last one: %v", err)
	}
	order.Leaving, order.Entering = nil, []catalog.Code{"NB-77"}
	err = a.ChangeList(ctx, office, demoPlan, review.CampaignInternalB, order, false)
	if codeOf(err) != "procedure.unknown" {
		t.Errorf("what the catalogue does not know: %v", err)
	}
}

// What may enter a list says whose it is, whether it has contents, and what its newest review found it to cost.
func TestCandidates_Say(t *testing.T) {
	a := openDemo(t)
	may, _, err := a.Candidates(t.Context(), review.ScopeInternalB)
	if err != nil || len(may) == 0 {
		t.Fatal(len(may), err)
	}
	priced := 0
	for _, x := range may {
		if x.Ours != catalog.Decides {
			t.Errorf("%s: %q", x.Code, x.Ours)
		}
		if x.Cost.IsKnown() {
			priced++
		}
	}
	if priced == 0 {
		t.Errorf("%d of %d priced", priced, len(may))
	}
}

// A decision under a wrong number and day is put right: the list counts from the right day, the old number is free for
// another paper, and the new one is not.
func TestCorrectListChange(t *testing.T) {
	a := startedList(t)
	ctx, day := t.Context(), a.Today().Add(-2)
	change := func(number string, code catalog.Code) error {
		order := ListOrder{Number: number, Date: day, Reason: "Công bố bổ sung", Entering: []catalog.Code{code}}
		return a.ChangeList(ctx, office, demoPlan, review.CampaignInternalB, order, false)
	}
	if err := change("160/QĐ-UBND", "NB-03"); err != nil {
		t.Fatal(err)
	}
	was, is := review.DecisionRef{Number: "160/QĐ-UBND", Date: day}, review.DecisionRef{Number: "161", Date: day.Add(1)}
	correct := func(by Person) error {
		return a.CorrectListChange(ctx, by, demoPlan, review.CampaignInternalB, was, is, "Gõ nhầm")
	}
	if err := correct(hoa); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("a reviewer: %v", err)
	}
	if err := correct(office); err != nil {
		t.Fatal(err)
	}
	for _, x := range frozen(t, a, review.CampaignInternalB) {
		if x.Code == "NB-03" && (x.ListedOn(day) || !x.ListedOn(day.Add(1)) ||
			x.Changes[0].Decision.Number != "161/QĐ-UBND") {
			t.Errorf("%+v", x.Changes)
		}
	}
	if err := a.store.Write(ctx, "test", func(tx *store.Tx) error {
		for number, free := range map[string]bool{"160/QĐ-UBND": true, "161/QĐ-UBND": false} {
			n, _ := review.ParsePaperNumber(number)
			err := tx.TakeNumber(ctx, store.Paper{Number: n, Date: day, Item: "report 99"})
			if (err == nil) != free {
				t.Errorf("%s: %v", number, err)
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if err := correct(office); !errors.Is(err, value.ErrNotFound) {
		t.Errorf("a second time: %v", err)
	}
}
