package app

import (
	"testing"
	"time"

	"rasoat/app/text"
	"rasoat/review"
	"rasoat/value"
)

// openTest is an App with the starting content in a folder of its own, its clock held.
func openTest(t *testing.T) *App {
	t.Helper()
	table, err := text.Load(text.Vietnamese)
	if err != nil {
		t.Fatal(err)
	}
	a, err := Open(t.Context(), Config{Dir: t.TempDir(), Text: table, Now: func() time.Time { return DemoDay.Start().Add(8 * time.Hour) }})
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
