package app

import (
	"errors"
	"testing"

	"rasoat/catalog"
	"rasoat/value"
)

// Every procedure of an event of a life is in the starting content, each stands in it once, and each step says why.
func TestLifeEvents(t *testing.T) {
	a := openTest(t)
	all, err := a.LifeEvents()
	if err != nil || len(all) < 8 {
		t.Fatalf("%d events (%v)", len(all), err)
	}
	seen := map[string]bool{}
	for _, e := range all {
		_, held, err := a.LifeEvent(t.Context(), Reader{}, e.Address)
		if err != nil {
			t.Fatal(err)
		}
		if seen[e.Address] || len(e.Steps) < 3 {
			t.Errorf("%s: %d steps, or its address is there twice", e.Address, len(e.Steps))
		}
		seen[e.Address] = true
		once := map[catalog.Code]bool{}
		for _, s := range e.Steps {
			if s.Why == "" || len(s.Procedures) == 0 {
				t.Errorf("%s: a step without words or procedures", e.ID)
			}
			for _, p := range s.Procedures {
				if _, there := held[p.Code.Key()]; !there || p.Name == "" || once[p.Code] {
					t.Errorf("%s: %s %q is not held, has no name or stands twice", e.ID, p.Code, p.Name)
				}
				once[p.Code] = true
			}
		}
	}
	if _, _, err := a.LifeEvent(t.Context(), Reader{}, "di-my"); !errors.Is(err, value.ErrNotFound) {
		t.Errorf("an event that is none: %v", err)
	}
}

// An event is asked for by its title or words for it, whole, or begun while one types.
func TestLifeEventFor(t *testing.T) {
	a := openTest(t)
	title := func(e LifeEvent) string { return map[string]string{"marriage": "Kết hôn"}[e.ID] }
	for _, tt := range []struct {
		typed      string
		unfinished bool
		want       string
	}{
		{"ket hon", false, "marriage"},
		{"tôi muốn kết hôn", false, "marriage"},
		{"sinh con thì làm gì", false, "birth"},
		{"xây nhà", false, "land"},
		{"xay nha nuoc", false, "land"},
		{"ket honn", false, ""},
		{"ke", true, "marriage"},
		{"ke", false, ""},
		{"k", true, ""},
		{"cuoi", true, "marriage"},
		{"", true, ""},
		{"xyz", true, ""},
	} {
		e, there := a.LifeEventFor(tt.typed, tt.unfinished, title)
		if e.ID != tt.want || there != (tt.want != "") {
			t.Errorf("%q (unfinished %v) asks for %q, want %q", tt.typed, tt.unfinished, e.ID, tt.want)
		}
	}
}
