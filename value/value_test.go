package value

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestProblems(t *testing.T) {
	var p Problems
	if p.Err() != nil {
		t.Error("no problem is an error")
	}
	p.Add("hours", "hours.too_large", Whole(10_000))
	p.Add("", "row.empty")
	moved := p.Under("before[2]")
	want := Problems{
		{Field: "before[2].hours", Code: "hours.too_large", Args: []any{Whole(10_000)}},
		{Field: "before[2]", Code: "row.empty"},
	}
	if diff := cmp.Diff(want, moved); diff != "" {
		t.Error(diff)
	}
	if p[0].Field != "hours" {
		t.Error("Under changed the list it was called on")
	}

	var got Problems
	if err := fmt.Errorf("procedure 1.001193: %w", moved.Err()); !errors.As(err, &got) || len(got) != 2 {
		t.Errorf("not found in %v", err)
	}
	if got, want := moved.Error(), "before[2].hours: hours.too_large [10000]; before[2]: row.empty []"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestConflict(t *testing.T) {
	err := fmt.Errorf("save: %w", &Conflict{What: "procedure 1.001193", Base: 3, Newest: 5})
	var c *Conflict
	if !errors.As(err, &c) || c.Base != 3 || c.Newest != 5 {
		t.Errorf("not found in %v", err)
	}
	if want := "save: procedure 1.001193: edit started from version 3, version 5 exists"; err.Error() != want {
		t.Errorf("got %q, want %q", err, want)
	}
}
