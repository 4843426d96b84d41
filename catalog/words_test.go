package catalog

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestWordDiff(t *testing.T) {
	eq := func(s string) Segment { return Segment{OpEqual, s} }
	del := func(s string) Segment { return Segment{OpDelete, s} }
	ins := func(s string) Segment { return Segment{OpInsert, s} }
	for _, c := range []struct {
		name, old, new string
		want           []Segment
	}{
		{"both empty", "", "", nil},
		{"the same", "nộp hồ sơ", "nộp hồ sơ", []Segment{eq("nộp hồ sơ")}},
		{"only new", "", "mới", []Segment{ins("mới")}},
		{"only old", "cũ", "", []Segment{del("cũ")}},
		{"a number", "trong 05 ngày làm việc", "trong 03 ngày làm việc",
			[]Segment{eq("trong "), del("05"), ins("03"), eq(" ngày làm việc")}},
		{"one letter changes the word, not the letter", "hòa giải", "hoa giải",
			[]Segment{del("hòa"), ins("hoa"), eq(" giải")}},
		{"decomposed letters stay whole", "ho\u0300a gia\u0309i", "hoa gia\u0309i",
			[]Segment{del("ho\u0300a"), ins("hoa"), eq(" gia\u0309i")}},
		{"a mark of punctuation is a word", "nộp, nhận", "nộp; nhận",
			[]Segment{eq("nộp"), del(","), ins(";"), eq(" nhận")}},
		{"what is all new is one change, not a change per blank", "a b c", "x y z",
			[]Segment{del("a b c"), ins("x y z")}},
		{"bytes that are no text survive", "a\xffb", "a\xfeb", []Segment{eq("a"), del("\xff"), ins("\xfe"), eq("b")}},
	} {
		if diff := cmp.Diff(c.want, WordDiff(c.old, c.new)); diff != "" {
			t.Errorf("%s: WordDiff(%q, %q): -want +got\n%s", c.name, c.old, c.new, diff)
		}
	}
}

func TestWordDiffKeepsBothTexts(t *testing.T) {
	word := rapid.SampledFrom(
		strings.Fields("nộp hồ sơ trực tuyến tại xã a b . , ; ( ) \u0323 ệ e\u0302\u0323 \xff 05 03 ngày \u200b 𐍈 " +
			"\U000F0001"),
	)
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(word, 0, 40).Draw(t, "words"), rapid.SampledFrom([]string{" ", "", "\n"}).Draw(t, "gap"))
	})
	rapid.Check(t, func(t *rapid.T) {
		checkDiff(t, text.Draw(t, "old"), text.Draw(t, "new"))
	})
	rapid.Check(t, func(t *rapid.T) {
		checkDiff(t, rapid.String().Draw(t, "old"), rapid.String().Draw(t, "new"))
	})
}

func FuzzWordDiff(f *testing.F) {
	f.Add("trong 05 ngày", "trong 03 ngày làm việc")
	f.Add("", "\xff\u0300")
	f.Fuzz(func(t *testing.T, old, new string) { checkDiff(t, old, new) })
}

type failer interface {
	Fatalf(format string, args ...any)
}

func checkDiff(t failer, old, new string) {
	var before, after strings.Builder
	for _, s := range WordDiff(old, new) {
		if s.Op != OpInsert {
			checkBoundary(t, old, before.Len())
			before.WriteString(s.Text)
		}
		if s.Op != OpDelete {
			checkBoundary(t, new, after.Len())
			after.WriteString(s.Text)
		}
		if s.Text == "" {
			t.Fatalf("empty segment in the difference of %q and %q", old, new)
		}
	}
	if before.String() != old || after.String() != new {
		t.Fatalf("difference of %q and %q gives back %q and %q", old, new, before.String(), after.String())
	}
}

func checkBoundary(t failer, text string, at int) {
	left, _ := utf8.DecodeLastRuneInString(text[:at])
	right, _ := utf8.DecodeRuneInString(text[at:])
	if at > 0 && at < len(text) && inWord(left) && inWord(right) {
		t.Fatalf("segment ends inside a word: %q|%q", text[:at], text[at:])
	}
}

func TestWordDiffOfVeryLongTexts(t *testing.T) {
	many := func(prefix string, n int) string {
		words := make([]string, n)
		for i := range words {
			words[i] = fmt.Sprint(prefix, i)
		}
		return strings.Join(words, " ")
	}
	same := many("w", 30_000)
	for name, c := range map[string][2]string{
		"one word in 30,000":             {same, strings.Replace(same, "w15000 ", "khác ", 1)},
		"nothing in common":              {many("a", 15_000), many("b", 15_000)},
		"more than one plane":            {many("a", 40_000), many("b", 40_000)},
		"more words than codes":          {many("a", 70_000) + " hết", many("b", 70_000) + " hết"},
		"one side empty, over the codes": {"", many("a", 140_000)},
	} {
		t.Run(name, func(t *testing.T) { checkDiff(t, c[0], c[1]) })
	}
}
