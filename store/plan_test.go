package store_test

import (
	"testing"

	"rasoat/review"
	"rasoat/store"
	"rasoat/store/storetest"
	"rasoat/value"
)

func TestSavePlan(t *testing.T) {
	s := storetest.Open(t)
	want := review.Plan{
		ID:        "kh-29-2024",
		Number:    "29/KH-UBND",
		Date:      value.MustDate("2024-01-05"),
		Year:      2024,
		InForce:   true,
		Rules:     review.Rules{PercentPlaces: value.Known(0), PublicReviewed: value.Known(value.Whole(90))},
		Campaigns: []review.CampaignPlan{{ID: "public", Due: value.MustDate("2024-08-10")}},
		Targets: []review.Target{{
			ID:        "internal-b-cost",
			Campaign:  "internal-b",
			Metric:    review.Cost,
			Threshold: value.Whole(20),
		}},
	}
	write(t, s, func(tx *store.Tx) error {
		for _, p := range []review.Plan{want,
			{ID: "old", Number: "29/KH-UBND", Date: value.MustDate("2019-01-05")},
			{ID: "29/KH-UBND-2", Number: "30/KH-UBND", Date: value.MustDate("2025-01-05")}} {
			if _, err := tx.SavePlan(t.Context(), p, 0); err != nil {
				return err
			}
		}
		return nil
	})
	for _, name := range []string{"kh-29-2024", "29/KH-UBND"} {
		got, version, err := s.Plan(t.Context(), name)
		if err != nil || version != 1 {
			t.Fatalf("%s: version %d, %v", name, version, err)
		}
		diff(t, got, want)
	}
	_, _, err := s.Plan(t.Context(), "none")
	wantIs(t, err, value.ErrNotFound)
	all, err := s.Plans(t.Context())
	if err != nil || len(all) != 3 || all[0].ID != "29/KH-UBND-2" || all[2].ID != "old" {
		t.Errorf("%v, %v", all, err)
	}
	write(t, s, func(tx *store.Tx) error {
		n, err := tx.SavePlan(t.Context(), want, 1)
		if n != 2 {
			t.Errorf("version %d", n)
		}
		return err
	})
	err = s.Write(t.Context(), "an", func(tx *store.Tx) error {
		_, err := tx.SavePlan(t.Context(), want, 1)
		return err
	})
	wantConflict(t, err, value.Conflict{What: "plan kh-29-2024", Base: 1, Newest: 2})
}

func TestMarkIssued(t *testing.T) {
	s := storetest.Open(t)
	addPlan(t, s)
	mark := func(plan review.PlanID, date string) error {
		return s.Write(t.Context(), "an", func(tx *store.Tx) error {
			var d value.Date
			if err := d.UnmarshalText([]byte(date)); err != nil {
				return err
			}
			return tx.MarkIssued(t.Context(), plan, "internal-b-additions", "12/UBND", d)
		})
	}
	for _, tt := range []struct {
		date string
		want map[string]value.Date
	}{
		{"2024-04-24", map[string]value.Date{"internal-b-additions": value.MustDate("2024-04-24")}},
		{"2024-04-26", map[string]value.Date{"internal-b-additions": value.MustDate("2024-04-26")}},
		{"", map[string]value.Date{}},
	} {
		if err := mark("p", tt.date); err != nil {
			t.Fatal(err)
		}
		got, err := s.Issued(t.Context(), "p")
		if err != nil {
			t.Fatal(err)
		}
		diff(t, got, tt.want)
	}
	wantIs(t, mark("none", "2024-04-24"), store.ErrReference)
}
