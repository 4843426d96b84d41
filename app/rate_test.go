package app

import (
	"errors"
	"testing"

	"rasoat/value"
)

// A new rate is a new row: what was in force before stays in the table and in force on its days.
func TestAddRate(t *testing.T) {
	a := openTest(t)
	before, version, err := a.Rates(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	r := Rate{From: value.MustDate("2025-01-01"), Kind: "public", Rate: 54_000, Source: " Niên giám  thống kê "}
	if err := a.AddRate(t.Context(), CommandPerson, r, version); err != nil {
		t.Fatal(err)
	}
	rates, _, err := a.Rates(t.Context())
	if err != nil || len(rates) != len(before)+1 || rates[len(before)].Source != "Niên giám thống kê" {
		t.Fatalf("%+v %v", rates, err)
	}
	for on, want := range map[string]value.Money{"2024-12-31": 48_248, "2025-01-01": 54_000, "2026-06-01": 59_422} {
		if got, ok := RateOn(rates, "public", value.MustDate(on)); !ok || got.Rate != want {
			t.Errorf("on %s %d, want %d", on, got.Rate, want)
		}
	}
	var conflict *value.Conflict
	if err := a.AddRate(t.Context(),

		CommandPerson, Rate{
			From:   value.MustDate("2025-02-01"),
			Kind:   "public",
			Rate:   1,
			Source: "x",
		}, version); !errors.As(err, &conflict) {
		t.Errorf("added beside a newer table: %v", err)
	}
	if err := a.AddRate(t.Context(), CommandPerson, r, version+1); codeOf(err) != "rate.stands" {
		t.Errorf("the same row twice: %v", err)
	}
	r.Rate = 54_500 // typed wrong before: the later row of the day counts
	if err := a.AddRate(t.Context(), CommandPerson, r, version+1); err != nil {
		t.Fatal(err)
	}
	rates, _, _ = a.Rates(t.Context())
	if got, _ := RateOn(rates, "public", value.MustDate("2025-01-01")); got.Rate != 54_500 {
		t.Errorf("%d is in force", got.Rate)
	}
}

func TestRate_Check(t *testing.T) {
	good := Rate{From: value.MustDate("2025-01-01"), Kind: "public", Rate: 54_000, Source: "Niên giám"}
	for want, change := range map[string]func(*Rate){
		"":                  func(*Rate) {},
		"rate.no_date":      func(r *Rate) { r.From = value.Date{} },
		"rate.kind_unknown": func(r *Rate) { r.Kind = "both" },
		"rate.not_positive": func(r *Rate) { r.Rate = 0 },
		"number.too_large":  func(r *Rate) { r.Rate = maxRate + 1 },
		"rate.no_source":    func(r *Rate) { r.Source = "" },
	} {
		r := good
		change(&r)
		if got := codeOf(r.Check().Err()); got != want {
			t.Errorf("%+v: %q, want %q", r, got, want)
		}
	}
}
