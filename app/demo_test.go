package app

import (
	"context"
	"errors"
	"testing"
	"time"

	"rasoat/app/text"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/store/storetest"
	"rasoat/value"
)

// openTest is an App with the starting content in a folder of its own, its clock held.
func openTest(t *testing.T) *App {
	t.Helper()
	return openFolder(t, startingContent.Copy(t))
}

// openDemo is an App filled as the demo, likewise.
func openDemo(t *testing.T) *App {
	t.Helper()
	return openFolder(t, demoContent.Copy(t))
}

func openFolder(t *testing.T, dir string) *App {
	t.Helper()
	a, err := openAt(t.Context(), dir, demoMorning)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	return a
}

func openAt(ctx context.Context, dir string, now func() time.Time) (*App, error) {
	table, err := text.Load(text.Vietnamese)
	if err != nil {
		return nil, err
	}
	return Open(ctx, Config{Dir: dir, Text: table, Now: now})
}

func demoMorning() time.Time { return DemoDay.Start().Add(8 * time.Hour) }

// What tests begin with, index included: the starting content, and the demo.
var (
	startingContent = storetest.Folder{Make: func(dir string) error { return makeContent(dir, false) }}
	demoContent     = storetest.Folder{Make: func(dir string) error { return makeContent(dir, true) }}
)

func makeContent(dir string, demo bool) error {
	ctx := context.Background()
	a, err := openAt(ctx, dir, demoMorning)
	if err != nil {
		return err
	}
	if demo {
		err = a.FillDemo(ctx)
	}
	if err == nil {
		err = a.OpenIndex(ctx)
	}
	return errors.Join(err, a.Close())
}

// Every state of a proposal stands somewhere in the demo, and filling it twice changes nothing.
func TestFillDemo(t *testing.T) {
	a := openTest(t)
	for range 2 {
		if err := a.FillDemo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	in, err := a.targetInput(t.Context(), "", value.Date{})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[review.State]int{}
	for _, p := range in.Proposals {
		seen[p.State]++
	}
	for _, s := range review.States {
		if seen[s] == 0 {
			t.Errorf("no proposal of the demo is %s", s)
		}
	}
	rep, err := a.Targets(t.Context(), "", value.Date{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rep.Targets {
		if r.Denominator == 0 {
			t.Errorf("target %s has nothing to show", r.ID)
		}
	}
	if len(in.Lists[review.CampaignInternalB]) != 12 || len(in.Lists[review.CampaignPublic]) != 12 {
		t.Error("the demo's lists have not 12 procedures each")
	}
}

// The demo shows the worked examples to the đồng: A, B and C as costs before and after, D as the targets.
//
// Circular 02/2017/TT-VPCP, article 27.
func TestFillDemo_examples(t *testing.T) {
	a := openDemo(t)
	in, err := a.targetInput(t.Context(), "", DemoDay)
	if err != nil {
		t.Fatal(err)
	}
	examples := map[catalog.Code][2]value.Money{
		"1.004873": {77_893_240, 34_426_160}, // A
		"NB-01":    {2_943_840, 976_464},     // B
		"NB-02":    {20_544_048, 2_437_344},  // C
	}
	for _, p := range in.Proposals {
		want, is := examples[p.Members[0].Procedure]
		if !is {
			continue
		}
		delete(examples, p.Members[0].Procedure)
		got, err := cost.Price(*p.Members[0].Before, *p.Members[0].After)
		if err != nil || [2]value.Money{got.Before.AnnualTotal, got.After.AnnualTotal} != want {
			t.Errorf("%s: %v, %v, want %v, %v", p.Members[0].Procedure, got.Before.AnnualTotal, got.After.AnnualTotal,
				want, err)
		}
	}
	if len(examples) > 0 {
		t.Errorf("not in the demo: %v", examples)
	}
	rep, err := a.Targets(t.Context(), "", DemoDay)
	if err != nil {
		t.Fatal(err)
	}
	percents := map[string]string{"internal-b-number": "25.00", "internal-b-cost": "18.60"}
	for _, r := range rep.Targets {
		if want, is := percents[r.ID]; is && (r.Percent == nil || *r.Percent != want) {
			t.Errorf("%s is %v, want %s", r.ID, r.Percent, want)
		}
		if r.ID != "internal-b-cost" {
			continue
		}
		if r.Denominator != 112_787_888 || r.Numerator != 20_974_080 || r.Missing != 1_583_498 || len(r.Unpriced) > 0 {
			t.Errorf("example D: %+v", r)
		}
		if len(r.Readings) != 2 || *r.Readings[1].Percent != "86.00" {
			t.Errorf("readings of example D: %+v", r.Readings)
		}
	}
}

// Whatever has been handed in could be handed in today: measures with content and reason, amendments that
// name article and request, tables that fit; and everything happened before the day of the demo.
func TestFillDemo_proposals(t *testing.T) {
	a := openDemo(t)
	in, err := a.targetInput(t.Context(), "", DemoDay)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range in.Proposals {
		name := p.Members[0].Procedure
		if p.State != review.Draft {
			if problems := review.CheckProposal(p, in.Lists[p.Campaign], nil); len(problems) > 0 {
				t.Errorf("%s is %s and yet %v", name, p.State, problems)
			}
			if p.Decided.IsZero() || !p.Decided.Before(DemoDay) {
				t.Errorf("%s became %s on %s", name, p.State, p.Decided)
			}
		}
		if p.State == review.Approved || p.State == review.InForce {
			if p.Decision.Number == "" || p.Decision.Date.IsZero() || p.Decision.Date.After(p.Decided) {
				t.Errorf("%s is %s by decision %+v on %s", name, p.State, p.Decision, p.Decided)
			}
		}
	}
}

// The demo's forms stand in every state, each by its officer: done, half done, with a reason still missing.
func TestFillDemo_Forms(t *testing.T) {
	a := openDemo(t)
	plan, _, err := a.Plan(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	whole, half, gaps := 0, 0, 0
	for _, c := range plan.Campaigns {
		items, err := a.store.CampaignList(t.Context(), plan.ID, c.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, item := range items {
			f, err := a.ReviewForm(t.Context(), CommandPerson, plan.ID, c.ID, item.Code)
			if err != nil {
				t.Fatal(err)
			}
			if f.Saved.Number == 0 {
				continue
			}
			if len(f.Form.Unanswered()) == 0 {
				whole++
			} else {
				half++
			}
			gaps += len(review.FormGaps(f.Form))
			if f.Saved.By == "" || f.Form.Contact.Name != f.Saved.By || item.Officer != "" && f.Officer != f.Saved.By {
				t.Errorf("%s: by %q, contact %q, officer %q", item.Code, f.Saved.By, f.Form.Contact.Name, f.Officer)
			}
			if f.Review != nil && review.IsReviewed(f.Review.State) &&
				review.DefaultConclusion(f.Form) != f.Review.Conclusion {
				t.Errorf("%s: the answers lead to %q, the review concludes %q", item.Code,
					review.DefaultConclusion(f.Form), f.Review.Conclusion)
			}
		}
	}
	if whole < 5 || half < 3 || gaps < 2 {
		t.Errorf("%d forms are whole, %d half, %d reasons are missing", whole, half, gaps)
	}
}
