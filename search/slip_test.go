package search

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// One slip is a letter more, less or other, or two swapped; two slips are two.
func TestIsOneEdit(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		want       bool
	}{
		{"the same word is none", "khai", "khai", false},
		{"a letter lost at the end", "khai", "kha", true},
		{"a letter lost within", "khai", "khi", true},
		{"a letter lost at the beginning", "khai", "hai", true},
		{"a letter twice", "khai", "khhai", true},
		{"another letter at the beginning", "khai", "thai", true},
		{"another letter within", "khai", "khoi", true},
		{"another letter at the end", "khai", "khau", true},
		{"two swapped within", "sinh", "sihn", true},
		{"two swapped at the beginning", "sinh", "isnh", true},
		{"the only letter", "a", "b", true},
		{"nothing and a letter", "", "a", true},
		{"two letters lost", "khai", "kh", false},
		{"two other letters", "khai", "thau", false},
		{"two pairs swapped", "abcd", "badc", false},
		{"swapped over a third", "abc", "cba", false},
		{"one lost, one other", "khai", "tha", false},
	} {
		if got := isOneEdit(c.a, c.b); got != c.want {
			t.Errorf("%s: isOneEdit(%q, %q) = %v, want %v", c.name, c.a, c.b, got, c.want)
		}
	}
}

// Whatever slip is made it is one, seen from either side.
func TestIsOneEdit_property(t *testing.T) {
	letters := rapid.StringMatching(`[a-e]{1,8}`)
	rapid.Check(t, func(t *rapid.T) {
		word := letters.Draw(t, "word")
		at := rapid.IntRange(0, len(word)-1).Draw(t, "at")
		other := rapid.SampledFrom([]string{"x", "y"}).Draw(t, "other")
		for _, slip := range []string{word[:at] + other + word[at:], word[:at] + word[at+1:], word[:at] + other + word[at+1:]} {
			if !isOneEdit(word, slip) || !isOneEdit(slip, word) {
				t.Fatalf("%q and %q are no slip apart", word, slip)
			}
		}
		far := word + "xy"
		if isOneEdit(word, far) || isOneEdit(far, word) {
			t.Fatalf("%q and %q are one slip apart", word, far)
		}
	})
}

// Letters that are confused in speech are made one, at the beginning and at the end of a word, each once.
func TestSoundAlike(t *testing.T) {
	for _, c := range []struct{ word, want string }{
		{"tranh", "chanh"}, {"chanh", "chanh"}, {"giay", "day"}, {"ray", "day"}, {"day", "day"}, {"sinh", "xinh"},
		{"xinh", "xinh"}, {"nam", "lam"}, {"lam", "lam"}, {"nga", "nga"}, {"nha", "nha"}, {"khang", "khan"}, {"khan", "khan"},
		{"thuoc", "thuot"}, {"thuot", "thuot"}, {"trang", "chan"}, {"sac", "xat"}, {"an", "an"}, {"", ""},
	} {
		if got := soundAlike(c.word); got != c.want {
			t.Errorf("soundAlike(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}

// What the keys of Telex and VNI leave in a text where the input method was off.
func TestUnslipped(t *testing.T) {
	v := filled(t, Options{}, sample()).view
	for typed, want := range map[string]string{
		"ddawng": "dang", "ddaawng": "dang", "kys": "ki", "kyr": "ki", "sinhf": "sinh", "d9a8ng": "dang", "ho65": "ho", "hoaf": "hoa",
		"giari": "giai", "ddaast": "dat", "khai": "", "sinh": "", "xyzzy": "", "s": "",
	} {
		got := ""
		if id := v.unslipped(typed); id != 0 {
			got = v.lex.text[id]
		}
		if got != want {
			t.Errorf("%q is %q, want %q", typed, got, want)
		}
	}
}

// Words one slip away, the commonest in names first, no more than asked for; a number has none.
func TestOneEdit(t *testing.T) {
	v := filled(t, Options{}, sample()).view
	texts := func(ids []wordID) (out []string) {
		for _, id := range ids {
			out = append(out, v.lex.text[id])
		}
		return out
	}
	for _, c := range []struct {
		word  string
		least int
		n     int
		want  []string
	}{
		{"sihn", 1, 9, []string{"sinh"}},
		{"xinh", 1, 9, []string{"sinh"}},
		{"dag", 1, 9, []string{"dang", "dai", "dat"}},
		{"dag", 1, 1, []string{"dang"}},
		{"khai1", 1, 9, nil},
		{"h", 2, 9, nil},
		{"qwert", 1, 9, nil},
	} {
		if got := texts(v.oneEdit(c.word, c.least, c.n)); !slices.Equal(got, c.want) {
			t.Errorf("%q: %v, want %v", c.word, got, c.want)
		}
	}
	if got := v.oneEdit("ha", 1, 1); len(got) != 1 {
		t.Errorf("at most one of what is near \"ha\": %v", texts(got))
	}
}
