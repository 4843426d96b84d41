package review_test

import (
	"testing"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// Of the commune's procedures in force, those that are marked; no other body's and none that was repealed.
func TestIsAnyPlace(t *testing.T) {
	good := catalog.Procedure{AnyPlace: true, Ours: catalog.Decides, Status: catalog.InForce}
	for name, tt := range map[string]struct {
		set  func(*catalog.Procedure)
		want bool
	}{
		"marked":     {func(*catalog.Procedure) {}, true},
		"announced":  {func(p *catalog.Procedure) { p.Status = catalog.Announced }, true},
		"not marked": {func(p *catalog.Procedure) { p.AnyPlace = false }, false},
		"not ours":   {func(p *catalog.Procedure) { p.Ours = catalog.NotOurs }, false},
		"no longer":  {func(p *catalog.Procedure) { p.Status = catalog.Repealed }, false},
	} {
		p := good
		tt.set(&p)
		if got := review.IsAnyPlace(p); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// Figures of what came in regardless of territory stand at their place alone, and are not below zero; an entry with
// them says something.
func TestMonthEntry_AnyPlace(t *testing.T) {
	e := review.MonthEntry{Month: value.MustMonth("2024-05"), Place: review.PlaceAnyPlace}
	last := value.MustMonth("2024-06")
	if !e.IsEmpty() {
		t.Error("nothing was written")
	}
	e.AnyPlace.Received = value.Known(int64(0))
	if e.IsEmpty() || e.SaysWhat(review.MonthEntry{}) {
		t.Error("0 was written")
	}
	if err := review.CheckMonthEntry(review.Plan{Year: 2024}, e, last).Err(); err != nil {
		t.Errorf("none came in: %v", err)
	}
	e.AnyPlace.Returned = value.Known(int64(-1))
	if got := codes(review.CheckMonthEntry(review.Plan{Year: 2024}, e, last).Err()); got != "number.negative" {
		t.Errorf("below zero: %q", got)
	}
	e.Place = review.PlaceNext
	if got := codes(review.CheckMonthEntry(review.Plan{Year: 2024}, e,
		last).Err()); got != "place.not_any_place place.not_any_place" {
		t.Errorf("elsewhere: %q", got)
	}
}
