package viet

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestCapital(t *testing.T) {
	for in, want := range map[string]string{"": "", "đã trình": "Đã trình", "ấn hành": "Ấn hành", "a\u0302\u0301n hành": "A\u0302\u0301n hành",
		"ươm": "Ươm", "Đã": "Đã", "45/QĐ": "45/QĐ", "“ấp”": "“ấp”"} {
		if got := Capital(in); got != want {
			t.Errorf("Capital(%q) = %q, want %q", in, got, want)
		}
	}
}

// Whatever a text begins with, no letter is cut: what was text stays text.
func TestCase_Properties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		for _, got := range []string{Capital(s), LowerFirst(s)} {
			if !utf8.ValidString(got) {
				t.Fatalf("%q of %q", got, s)
			}
		}
	})
}

func TestLowerFirst(t *testing.T) {
	for in, want := range map[string]string{"": "", "Kế hoạch": "kế hoạch", "Đã trình": "đã trình", "đã trình": "đã trình", "TTHC nội bộ": "TTHC nội bộ", "UBND xã": "UBND xã", "Ô": "ô", "45/QĐ": "45/QĐ",
		"A\u0302\u0301n hành": "a\u0302\u0301n hành", "A\u0302\u0301N": "A\u0302\u0301N"} {
		if got := LowerFirst(in); got != want {
			t.Errorf("LowerFirst(%q) = %q, want %q", in, got, want)
		}
	}
}
