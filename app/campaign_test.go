package app

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

var (
	office   = Person{Name: "office", Roles: []account.Role{account.Office}}
	reviewer = Person{Name: "reviewer", Roles: []account.Role{account.Reviewer}}
)

const demoPlan = "kh-29-2024"

// announced stores an internal procedure of group B that is announced and the commune's.
func announced(t *testing.T, a *App, codes ...catalog.Code) {
	t.Helper()
	err := a.store.Write(t.Context(), "test", func(tx *store.Tx) error {
		for _, c := range codes {
			p := catalog.Procedure{
				Code:   c,
				Name:   "Thủ tục " + string(c),
				Kind:   catalog.Internal,
				Group:  catalog.GroupB,
				Status: catalog.Announced,
				Ours:   catalog.Decides,
			}
			if _, err := tx.SaveProcedure(t.Context(), p, nil, 0, "", catalog.Source{Format: "person"}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func frozen(t *testing.T, a *App, id review.CampaignID) []review.ListItem {
	t.Helper()
	list, err := a.store.CampaignList(t.Context(), demoPlan, id)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// Of what a fresh store holds nothing internal may enter: typical procedures await their announcement.
func TestCandidates(t *testing.T) {
	a := openTest(t)
	may, mayNot, err := a.Candidates(t.Context(), review.ScopeInternalB)
	if err != nil || len(may) != 0 || len(mayNot) != 47 {
		t.Fatalf("%d may, %d may not, %v", len(may), len(mayNot), err)
	}
	announced(t, a, "NB-02", "NB-01")
	may, mayNot, err = a.Candidates(t.Context(), review.ScopeInternalB)
	if err != nil || len(may) != 2 || may[0].Code != "NB-01" || len(mayNot) != 47 {
		t.Errorf("%+v, %d may not, %v", may, len(mayNot), err)
	}
	public, _, err := a.Candidates(t.Context(), review.ScopePublic)
	if err != nil || len(public) == 0 || slices.ContainsFunc(public, func(c Choice) bool { return c.Reason != "" }) {
		t.Errorf("%d public procedures may enter, %v", len(public), err)
	}
	for _, c := range mayNot {
		if c.Reason != "procedure.typical" {
			t.Errorf("%s may not enter because %q", c.Code, c.Reason)
		}
	}
}

// What is frozen is the procedure as it stood: a later edit leaves name and version of the list alone, and the
// campaign does not start again.
//
// Decree 63/2010/NĐ-CP, article 30 clause 2.
func TestStartCampaign_FreezesForGood(t *testing.T) {
	a := openTest(t)
	announced(t, a, "NB-01", "NB-02", "NB-03")
	ctx := t.Context()
	if err := a.StartCampaign(ctx, office, demoPlan, review.CampaignInternalB, []catalog.Code{"NB-02", "NB-01"}); err != nil {
		t.Fatal(err)
	}
	before := frozen(t, a, review.CampaignInternalB)
	if len(before) != 2 || before[0].Code != "NB-02" || before[0].Version != 1 {
		t.Fatalf("%+v", before)
	}
	err := a.store.Write(ctx, "test", func(tx *store.Tx) error {
		v, err := tx.Procedure(ctx, "NB-01")
		if err != nil {
			return err
		}
		v.Procedure.Name = "Tên mới"
		_, err = tx.SaveProcedure(ctx, v.Procedure, nil, 1, "đổi tên", catalog.Source{Format: "person"})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.StartCampaign(ctx, office, demoPlan, review.CampaignInternalB,
		[]catalog.Code{"NB-03"}); codeOf(err) != "campaign.started" {
		t.Errorf("started twice: %v", err)
	}
	if diff := cmp.Diff(before, frozen(t, a, review.CampaignInternalB)); diff != "" {
		t.Errorf("the frozen list changed:\n%s", diff)
	}
	board, err := a.CampaignBoard(ctx, demoPlan, review.CampaignInternalB)
	if err != nil || board.Reviewed.Listed != 2 || board.Lines[1].Of.Item.Name != "Thủ tục NB-01" {
		t.Errorf("%+v, %v", board.Lines, err)
	}
}

func TestStartCampaign_Refuses(t *testing.T) {
	a := openTest(t)
	announced(t, a, "NB-01")
	tests := []struct {
		name     string
		by       Person
		plan     string
		campaign review.CampaignID
		chosen   []catalog.Code
		want     string
	}{
		{"a reviewer", reviewer, demoPlan, review.CampaignInternalB, []catalog.Code{"NB-01"}, "forbidden"},
		{"nobody", Person{}, demoPlan, review.CampaignInternalB, []catalog.Code{"NB-01"}, "forbidden"},
		{"no such plan", office, "kh-0", review.CampaignInternalB, []catalog.Code{"NB-01"}, "not found"},
		{"no such campaign", office, demoPlan, "internal-a", []catalog.Code{"NB-01"}, "campaign.unknown"},
		{"nothing chosen", office, demoPlan, review.CampaignInternalB, nil, "procedures.missing"},
		{"an unknown code", office, demoPlan, review.CampaignInternalB, []catalog.Code{"NB-99"}, "procedure.unknown"},
		{"one that nobody sorted", office, demoPlan, review.CampaignInternalB, []catalog.Code{"TB-01"}, "procedure.typical"},
		{"twice the same", office, demoPlan, review.CampaignInternalB, []catalog.Code{"NB-01", "NB-01"}, "procedure.twice"},
		{"one of the other kind", office, demoPlan, review.CampaignPublic, []catalog.Code{"NB-01"}, "procedure.not_public"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := a.StartCampaign(t.Context(), tt.by, tt.plan, tt.campaign, tt.chosen)
			if got := kindOf(err); got != tt.want {
				t.Errorf("got %q (%v), want %q", got, err, tt.want)
			}
			if n := len(frozen(t, a, tt.campaign)); n != 0 {
				t.Errorf("%d procedures were frozen all the same", n)
			}
		})
	}
}

// kindOf is the code of a problem, or the kind of error in a word.
func kindOf(err error) string {
	var conflict *value.Conflict
	switch {
	case errors.Is(err, value.ErrForbidden):
		return "forbidden"
	case errors.Is(err, value.ErrNotFound):
		return "not found"
	case errors.As(err, &conflict):
		return "conflict"
	}
	return codeOf(err)
}

// The review plan says why, who, by when and what for; nothing else of the list may move.
//
// Decree 63/2010/NĐ-CP, article 30 clause 2.
func TestSaveReviewPlan(t *testing.T) {
	a := openDemo(t)
	ctx := t.Context()
	board, err := a.CampaignBoard(ctx, demoPlan, review.CampaignInternalB)
	if err != nil {
		t.Fatal(err)
	}
	before := frozen(t, a, review.CampaignInternalB)
	line := PlanLine{
		Code:    "NB-12",
		Why:     " nhiều bước ",
		Officer: "reviewer2",
		Due:     value.MustDate("2024-07-25"),
		Product: "Biểu mẫu 02",
	}
	same := before[0]
	next, err := a.SaveReviewPlan(ctx, office, demoPlan, review.CampaignInternalB, board.Version,
		[]PlanLine{line, {same.Code, same.Why, same.Officer, same.Due, same.Product}})
	if err != nil || next != board.Version+1 {
		t.Fatalf("version %d after %d, %v", next, board.Version, err)
	}
	want := slices.Clone(before)
	last := &want[len(want)-1]
	last.Why, last.Officer, last.Due, last.Product = "nhiều bước", line.Officer, line.Due, line.Product
	if diff := cmp.Diff(want, frozen(t, a, review.CampaignInternalB)); diff != "" {
		t.Errorf("the list is not the old one with its one new line:\n%s", diff)
	}
	tests := []struct {
		name string
		by   Person
		base int
		line PlanLine
		want string
	}{
		{"a reviewer", reviewer, next, line, "forbidden"},
		{"an older version", office, next - 1, line, "conflict"},
		{"not on the list", office, next, PlanLine{Code: "NB-13", Officer: "reviewer"}, "procedure.not_listed"},
		{"somebody who does not review", office, next, PlanLine{Code: "NB-12", Officer: "chairman"}, "officer.unknown"},
		{"nobody known", office, next, PlanLine{Code: "NB-12", Officer: "ai"}, "officer.unknown"},
		{"due after the campaign", office, next, PlanLine{Code: "NB-12", Due: value.MustDate("2024-08-11")}, "due.after_campaign"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := a.SaveReviewPlan(ctx, tt.by, demoPlan, review.CampaignInternalB, tt.base, []PlanLine{tt.line})
			if got := kindOf(err); got != tt.want {
				t.Errorf("got %q (%v), want %q", got, err, tt.want)
			}
			if diff := cmp.Diff(want, frozen(t, a, review.CampaignInternalB)); diff != "" {
				t.Errorf("the list changed all the same:\n%s", diff)
			}
		})
	}
}

// The lines of the board add up to the total under them, on the very basis of the targets.
func TestCampaignBoard(t *testing.T) {
	a := openDemo(t)
	b, err := a.CampaignBoard(t.Context(), "29/KH-UBND", review.CampaignInternalB)
	if err != nil {
		t.Fatal(err)
	}
	var before, after, saving value.Money
	for _, l := range b.Lines {
		before += l.Before.Or(0)
		after += l.After.Or(0)
		saving += l.Saving.Or(0)
	}
	if got := [3]value.Money{
		b.Proposed.Total.Before.Or(-1), b.Proposed.Total.After.Or(-1), b.Proposed.Total.Saving.Or(-1),
	}; len(b.Targets) == 0 || got != [3]value.Money{before, after, saving} {
		t.Errorf("total %v, lines %d, %d, %d", got, before, after, saving)
	}
	for i, r := range b.Targets {
		if r.Metric == review.Cost &&
			(value.Money(r.Numerator) != b.Decided.Total.Saving.Or(-1) ||
				value.Money(b.OnTheWay[i].Numerator) != b.Proposed.Total.Saving.Or(-1)) {
			t.Errorf("the target saves %d, %d; the board %v, %v", r.Numerator, b.OnTheWay[i].Numerator,
				b.Decided.Total.Saving, b.Proposed.Total.Saving)
		}
		if r.Metric == review.Reviewed &&
			(r.Numerator != int64(b.Reviewed.Reviewed) || r.Denominator != int64(b.Reviewed.Listed)) {
			t.Errorf("reviewed: target %d/%d, board %d/%d", r.Numerator, r.Denominator, b.Reviewed.Reviewed,
				b.Reviewed.Listed)
		}
	}
	if b.Proposals != 4 { // NB-01, NB-02, NB-03, NB-07; "keep", drafts and what was returned are none
		t.Errorf("%d proposals", b.Proposals)
	}
	if !b.Lines[11].Late && b.Lines[11].Officer.Name != "" {
		t.Errorf("%+v", b.Lines[11])
	}
	if _, err := a.CampaignBoard(t.Context(), "", "internal-a"); !errors.Is(err, value.ErrNotFound) {
		t.Errorf("an unknown campaign: %v", err)
	}
}

// What is kept of the standing never outlives a change, of this process or of another.
func TestStandingToday_FollowsTheStore(t *testing.T) {
	a := openDemo(t)
	ctx := context.Background()
	first, err := a.planToday(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	if again, err := a.planToday(ctx, ""); err != nil || again != first {
		t.Errorf("worked out again without a change (%v)", err)
	}
	if err := a.MarkDone(ctx, office, demoPlan, "D1", "", value.Date{}); err != nil {
		t.Fatal(err)
	}
	if again, err := a.planToday(ctx, ""); err != nil || again == first {
		t.Errorf("kept beyond a change (%v)", err)
	}
}
