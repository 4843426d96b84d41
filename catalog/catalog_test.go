package catalog

import (
	"testing"

	"rasoat/value"
)

// Only what the commune receives, decides or shares stands in its annexes and campaigns; what nobody has sorted yet
// does not, though it is found by search.
func TestOurs_IsOurs(t *testing.T) {
	for _, c := range []struct {
		name string
		ours Ours
		want bool
	}{
		{"not sorted yet", NotSorted, false},
		{"the commune receives it", Receives, true},
		{"the commune decides it", Decides, true},
		{"shared with another level", Shared, true},
		{"none of the commune's", NotOurs, false},
		{"a word that is no answer", "maybe", false},
	} {
		if got := c.ours.IsOurs(); got != c.want {
			t.Errorf("%s: %q.IsOurs() = %v, want %v", c.name, c.ours, got, c.want)
		}
	}
}

// A limit is unknown only where it has neither number nor unit nor words; 0 is a number.
func TestTimeLimit_IsZero(t *testing.T) {
	for _, c := range []struct {
		name  string
		limit TimeLimit
		want  bool
	}{
		{"nothing", TimeLimit{}, true},
		{"0 is a number", TimeLimit{Number: value.Known(value.Whole(0))}, false},
		{"a unit alone", TimeLimit{Unit: Days}, false},
		{"words alone", TimeLimit{Text: "trong ngày"}, false},
	} {
		if got := c.limit.IsZero(); got != c.want {
			t.Errorf("%s: %+v.IsZero() = %v, want %v", c.name, c.limit, got, c.want)
		}
	}
}

// Decree 63/2010/NĐ-CP, article 8 clause 2: the parts, each once, in the order of form 02/RS-KSTT. Those that must
// always be there and those that are there where they exist; the number of sets stands beside the dossier.
func TestParts_Article8_2(t *testing.T) {
	want := []Part{"name", "steps", "channels", "dossier", "copies", "time_limit", "applicants", "agency", "forms",
		"conditions", "fees", "result", "legal_basis"}
	if len(Parts) != len(want) {
		t.Fatalf("%d parts, want %d", len(Parts), len(want))
	}
	for i, part := range Parts {
		if part != want[i] {
			t.Errorf("part %d is %q, want %q", i+1, part, want[i])
		}
		if sections[i].part != part {
			t.Errorf("section %d is read for %q, want %q", i+1, sections[i].part, part)
		}
	}
}
