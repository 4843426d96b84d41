package search

import (
	"html"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Marks stand around their words, everything else is escaped; neighbours with nothing but blanks between are one.
func TestMarked(t *testing.T) {
	for _, c := range []struct {
		name, text string
		spans      []span
		want       string
	}{
		{"nothing marked", "a < b", nil, "a &lt; b"},
		{"all of it", "khai", []span{{0, 4}}, "<mark>khai</mark>"},
		{"signs within", `<b>"&`, []span{{1, 2}}, "&lt;<mark>b</mark>&gt;&#34;&amp;"},
		{"two words and a blank", "khai  sinh", []span{{0, 4}, {6, 10}}, "<mark>khai  sinh</mark>"},
		{"two words and a comma", "khai, sinh", []span{{0, 4}, {6, 10}}, "<mark>khai</mark>, <mark>sinh</mark>"},
		{"three words", "a b c", []span{{0, 1}, {2, 3}, {4, 5}}, "<mark>a b c</mark>"},
		{"a word between", "a b c", []span{{0, 1}, {4, 5}}, "<mark>a</mark> b <mark>c</mark>"},
	} {
		if got := marked(c.text, join(c.text, c.spans)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Without its marks and escapes a marked text is the text, whatever stands in it.
func TestMarked_keepsTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-c<>&"' ,]{0,30}`).Draw(t, "text")
		var spans []span
		words(text, func(start, end int) {
			if rapid.Bool().Draw(t, "marked") {
				spans = append(spans, span{start, end})
			}
		})
		got := marked(text, join(text, spans))
		plain := html.UnescapeString(strings.NewReplacer("<mark>", "", "</mark>", "").Replace(got))
		if plain != text {
			t.Fatalf("%q marked is %q, which says %q", text, got, plain)
		}
		if n := strings.Count(got, "<mark>"); n > len(spans) || n != strings.Count(got, "</mark>") ||
			n == 0 != (len(spans) == 0) {
			t.Fatalf("%q: %d marks for %d words", got, n, len(spans))
		}
	})
}

// The passage is where most marked words stand within its length, the first of equals.
func TestDensest(t *testing.T) {
	at := func(starts ...int) (out []span) {
		for _, s := range starts {
			out = append(out, span{s, s + 5})
		}
		return out
	}
	for _, c := range []struct {
		name string
		hits []span
		want span
	}{
		{"one word", at(40), span{40, 45}},
		{"two close together", at(40, 60), span{40, 65}},
		{"the later ones are more", at(0, 10, 500, 510, 520), span{500, 525}},
		{"the earlier ones are as many", at(0, 10, 500, 510), span{0, 15}},
		{"just within a passage", at(0, 215), span{0, 220}},
		{"just out of it", at(0, 216), span{0, 5}},
	} {
		if got := densest(c.hits); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

// A passage holds what is marked, is no longer than a passage, and ends where words do.
func TestWindow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "giấy", "chứng", "nhận", "đăng", "ký"}), 1, 120).Draw(t, "words"), " ")
		var all []span
		words(text, func(start, end int) { all = append(all, span{start, end}) })
		core := all[rapid.IntRange(0, len(all)-1).Draw(t, "core")]
		from, to := window(text, all, core)
		if from < 0 || to > len(text) || from > core.start || to < core.end {
			t.Fatalf("%d to %d of %d does not hold %+v", from, to, len(text), core)
		}
		if len(text) <= passageBytes && to-from != len(text) || len(text) > passageBytes && to-from > passageBytes {
			t.Fatalf("%d bytes of %d", to-from, len(text))
		}
		begins, ends := from == 0, to == len(text)
		for _, w := range all {
			begins, ends = begins || w.start == from, ends || w.end == to
		}
		if !begins || !ends {
			t.Fatalf("%q is cut within a word", text[from:to])
		}
	})
}
