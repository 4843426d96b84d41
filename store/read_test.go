package store

import (
	"testing"
)

func FuzzStamp_Scan(f *testing.F) {
	f.Add("2024-07-15T01:00:00.000Z")
	f.Add("2024-07-15")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		var at stamp
		if err := at.Scan(text); err != nil {
			return
		}
		if got, err := at.Value(); err != nil || got != text {
			t.Errorf("%q is written as %v, %v", text, got, err)
		}
	})
}
