package app

import (
	"errors"
	"slices"
	"testing"

	"rasoat/review"
	"rasoat/value"
)

// A page is saved whole: what was written in is kept, what was not touched is left to whoever wrote it, the same page
// never meets itself, and where somebody else wrote something else nothing of the page is kept.
func TestSaveMonth_Page(t *testing.T) {
	a := openDemo(t)
	ctx := t.Context()
	july := value.MustMonth("2024-07")
	type places map[review.PlaceID]string
	bases := map[string]map[review.PlaceID]int{}
	open := func(page string) {
		b, err := a.Month(ctx, "", july)
		if err != nil {
			t.Fatal(err)
		}
		bases[page] = map[review.PlaceID]int{}
		for place, e := range b.Entries {
			bases[page][place] = e.Version
		}
	}
	for _, step := range []struct {
		name, page string
		open       bool
		typed      places
		behind     []review.PlaceID
		want       places
	}{
		{"first words", "lan", true, places{"direction": "A", "next": ""}, nil, places{"direction": "A"}},
		{"the same again", "lan", false, places{"direction": "A", "next": ""}, nil, places{"direction": "A"}},
		{"more on the same page", "lan", false, places{"direction": "AB", "next": ""}, nil, places{"direction": "AB"}},
		{"back to what it was", "lan", false, places{"direction": "A", "next": ""}, nil, places{"direction": "A"}},
		{"another page beside it", "tuan", true, places{"direction": "A", "next": "X"}, nil, places{"next": "X"}},
		{"the first page does not touch it", "lan", false, places{"direction": "AC", "next": ""}, nil,
			places{"direction": "AC", "next": "X"}},
		{"the second writes where the first did", "tuan", false, places{"direction": "Z", "next": "XY"},
			[]review.PlaceID{"direction"}, places{"direction": "AC", "next": "X"}},
		{"having seen it", "tuan 2", true, places{"direction": "Z", "next": "XY"}, nil,
			places{"direction": "Z", "next": "XY"}},
		{"the first left it as it was", "lan", false, places{"direction": "AC", "requests": "R"}, nil,
			places{"direction": "Z", "requests": "R"}},
	} {
		if step.open {
			open(step.page)
		}
		var typed []TypedEntry
		for place, text := range step.typed {
			e := review.MonthEntry{Month: july, Place: place, Text: text, Page: step.page}
			typed = append(typed, TypedEntry{MonthEntry: e, Base: bases[step.page][place]})
		}
		err := a.SaveMonth(ctx, officePerson, "kh-29-2024", typed)
		var outdated *Outdated
		if errors.As(err, &outdated); outdated == nil && err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		if outdated != nil && !slices.Equal(outdated.Places, step.behind) || outdated == nil && step.behind != nil {
			t.Errorf("%s: %v, want a conflict at %v", step.name, err, step.behind)
		}
		b, err := a.Month(ctx, "", july)
		if err != nil {
			t.Fatal(err)
		}
		for place, want := range step.want {
			if got := b.Entries[place].Text; got != want {
				t.Errorf("%s: at %s stands %q, want %q", step.name, place, got, want)
			}
		}
	}
	b, _ := a.Month(ctx, "", july)
	if v := b.Entries["direction"].Version; v != 5 {
		t.Errorf("%d versions, want one for each change", v)
	}
}
