package value

import (
	"slices"
	"testing"
)

func TestValues(t *testing.T) {
	list := []Versioned[string]{{Number: 2, Author: "lan", Value: "b"}, {Number: 1, Author: "an", Value: "a"}}
	if got := Values(list); !slices.Equal(got, []string{"b", "a"}) {
		t.Errorf("got %q", got)
	}
	if got := Values[string](nil); len(got) != 0 {
		t.Errorf("of none: %q", got)
	}
}
