package search

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestTerm_Check(t *testing.T) {
	others := []Term{
		{Short: "GKS", Full: "giấy khai sinh", Variants: []string{"giấy sinh"}},
		{Short: "KH", Full: "kế hoạch"}, {Short: "KH", Full: "kết hôn"},
		{Short: "CMND", Full: "thẻ CCCD"},
		{Full: "quyền sử dụng đất", Variants: []string{"sổ đỏ"}},
		{Full: "sổ hồng", Variants: []string{"bìa hồng"}},
	}
	for _, c := range []struct {
		name  string
		term  Term
		field string
		code  string
	}{
		{"nothing at all", Term{}, "full", "word.missing"},
		{"no official words", Term{Short: "GPXD"}, "full", "word.missing"},
		{"signs alone", Term{Short: "GPXD", Full: "…"}, "full", "word.empty"},
		{"nothing said", Term{Full: "giấy phép"}, "short", "word.nothing"},
		{"too long", Term{Short: "A1B", Full: strings.Repeat("giấy ", 20)}, "full", "word.long"},
		{"too long an abbreviation", Term{Short: strings.Repeat("A", 21), Full: "giấy"}, "short", "word.long"},
		{"too long a line", Term{Full: "giấy", Variants: []string{strings.Repeat("lời ", 9)}}, "said", "word.long_line"},
		{"two words abbreviated", Term{Short: "GP XD", Full: "giấy phép"}, "short", "word.one_word"},
		{"two words with a sign", Term{Short: "TP-HT", Full: "tư pháp"}, "short", "word.one_word"},
		{"itself", Term{Short: "đất", Full: "quyền về đất"}, "short", "word.itself"},
		{"itself without accents", Term{Full: "Hòa giải", Variants: []string{"hoa giai"}}, "said", "word.itself"},
		{"in a circle by an abbreviation", Term{Short: "CCCD", Full: "thẻ CMND"}, "short", "word.circle"},
		{"in a circle by what is said", Term{Full: "bìa hồng", Variants: []string{"sổ hồng"}}, "said", "word.circle"},
		{"a stop word", Term{Short: "của", Full: "giấy phép"}, "short", "word.stop"},
		{"stop words", Term{Full: "giấy phép", Variants: []string{"làm thế nào"}}, "said", "word.stop"},
		{"twice", Term{Full: "giấy phép", Variants: []string{"phép nhà", "Phép  nhà"}}, "said", "word.twice"},
		{"known already", Term{Short: "gks", Full: "Giấy khai sinh"}, "short", "word.duplicate"},
		{"said already", Term{Full: "giấy khai sinh", Variants: []string{"Giấy sinh"}}, "said", "word.duplicate"},
		{"a third meaning", Term{Short: "KH", Full: "khách hàng"}, "short", "word.meanings"},
		{"one word beside an abbreviation", Term{Short: "GPXD", Full: "giấy phép", Variants: []string{"phép"}}, "said", "word.too_little"},
		{"too many lines", Term{Full: "giấy phép", Variants: make([]string, 41)}, "said", "word.lines"},
		{"an abbreviation", Term{Short: "GPXD", Full: "giấy phép xây dựng"}, "", ""},
		{"one word said", Term{Full: "đăng ký kết hôn", Variants: []string{"cưới"}}, "", ""},
		{"another meaning", Term{Short: "GKS", Full: "giấy kiểm soát"}, "", ""},
	} {
		got := c.term.Check(Term{}, others)
		if c.code == "" {
			if len(got) > 0 {
				t.Errorf("%s: %v, want nothing wrong", c.name, got)
			}
			continue
		}
		if len(got) == 0 || got[0].Field != c.field || got[0].Code != c.code {
			t.Errorf("%s: %v, want %s at %s", c.name, got, c.code, c.field)
		}
	}
}

// What the seed ships can be edited without being refused for what was found there; a new line is looked at.
func TestTerm_ShippedStand(t *testing.T) {
	terms := seedVocabulary(t).Terms
	for _, term := range terms { // by themselves all of them
		term.Variants = term.Read()
		if ps := term.Check(term, nil); len(ps) > 0 {
			t.Errorf("%s %s by itself: %v", term.Short, term.Full, ps)
		}
	}
	for i := 0; i < len(terms); i += 7 { // beside all others some
		term := terms[i]
		term.Variants = term.Read()
		others := slices.Concat(terms[:i], terms[i+1:])
		if ps := term.Check(term, others); len(ps) > 0 {
			t.Errorf("%s %s: %v", term.Short, term.Full, ps)
		}
		edited := term
		edited.Variants = append(slices.Clone(term.Variants), "của")
		if ps := edited.Check(term, others); len(ps) != 1 {
			t.Errorf("%s %s with a stop word: %v", term.Short, term.Full, ps)
		}
	}
}

// A term that was found right is read: whatever is said for it alone leads to a reading with the official words.
func TestWords_AreReadAtOnce(t *testing.T) {
	x := filled(t, Options{}, sample())
	if got := firstOf(t, x, Query{Text: "giấy chào đời", Scope: Public}); got == "1.001193" {
		t.Fatal("found before it was said")
	}
	said := Term{Full: "đăng ký khai sinh", Variants: []string{"giấy chào đời"}}
	with := NewWords([]Term{said, {Short: "HGXYZ", Full: "hòa giải tranh chấp"}})
	if got := firstOf(t, x, Query{Text: "giay chao doi", Scope: Public, Words: with}); got != "1.001193" {
		t.Errorf("with the words of the query: %q", got)
	}
	if got := firstOf(t, x, Query{Text: "HGXYZ", Scope: Public}); got != "" {
		t.Errorf("the words of one query stay: %q", got)
	}
	x.Use(with)
	for text, want := range map[string]string{"GIẤY CHÀO ĐỜI": "1.001193", "hgxyz": "1.012812", "hòa giải": "1.012812"} {
		if got := firstOf(t, x, Query{Text: text, Scope: Public}); got != want {
			t.Errorf("after Use %q is %q, want %q", text, got, want)
		}
	}
	x.Use(NewWords(nil))
	if got := firstOf(t, x, Query{Text: "HGXYZ", Scope: Public}); got != "" {
		t.Errorf("after they were taken away: %q", got)
	}
}

// An ambiguous term is read where some procedure has its official words and one of the rest of the query.
func TestWords_Ambiguous(t *testing.T) {
	x := filled(t, Options{}, sample())
	x.Use(
		NewWords(
			[]Term{
				{Short: "KSX", Full: "khai sinh", Rare: true},
				{Full: "tranh chấp đất đai", Variants: []string{"cãi nhau"}, Rare: true},
			},
		),
	)
	for _, c := range []struct {
		text string
		want string // what it is read as; "" where it is read as typed alone
	}{
		{"KSX lưu động", whyShort}, {"KSX đất đai", ""}, {"KSX", whyShort}, {"KSX thì làm thế nào", whyShort},
		{"cãi nhau hòa giải", whyOfficial}, {"cãi nhau hộ tịch", ""},
	} {
		x.mu.RLock()
		s := x.newSearch(Query{Text: c.text, Scope: Public})
		got := ""
		for _, r := range s.readingsOf(s.text) {
			if r.why == whyShort || r.why == whyOfficial {
				got = r.why
			}
		}
		x.mu.RUnlock()
		if got != c.want {
			t.Errorf("%q is read as %q, want %q", c.text, got, c.want)
		}
	}
}

func TestIndex_Effects(t *testing.T) {
	x := filled(t, Options{}, sample())
	before := NewWords(nil)
	after := NewWords([]Term{{Short: "khai", Full: "hòa giải tranh chấp đất đai"}})
	list := []Asked{{"tách hộ", Official}, {"khai", Public}, {"nghỉ phép", Official}}
	got, err := x.Effects(context.Background(), list, before, after, 3)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got[0].At != 1 {
		t.Fatalf("%+v, want the query in which the word stands", got)
	}
	if len(got[0].After.Top) == 0 || got[0].After.Top[0].Key != "1.012812" || cmp.Equal(got[0].Before, got[0].After) {
		t.Errorf("before %+v, after %+v", got[0].Before, got[0].After)
	}
}

// Effects passes over exactly the queries whose first hits stay: whatever the term, and whatever is asked.
func TestIndex_EffectsAreExact(t *testing.T) {
	x := filled(t, Options{}, sample())
	before := NewWords(nil)
	word := rapid.SampledFrom(
		[]string{"khai", "sinh", "đất", "dai", "hộ", "tach", "nghỉ", "phép", "giấy", "abc", "HK", "lưu"},
	)
	rapid.Check(t, func(r *rapid.T) {
		text := func(label string) string {
			return strings.Join(rapid.SliceOfN(word, 1, 3).Draw(r, label), " ")
		}
		after := NewWords(
			[]Term{
				{Short: word.Draw(r, "short"), Full: text("full"), Rare: rapid.Bool().Draw(r, "rare")},
				{Full: text("official"), Variants: []string{text("said")}},
			},
		)
		q := Asked{text("query"), Official}
		got, err := x.Effects(context.Background(), []Asked{q}, before, after, 3)
		if err != nil {
			r.Fatal(err)
		}
		a, err := x.Brief(context.Background(), q, before, 3)
		if err != nil {
			r.Fatal(err)
		}
		b, err := x.Brief(context.Background(), q, after, 3)
		if err != nil {
			r.Fatal(err)
		}
		differs := !cmp.Equal(a.Top, b.Top) || a.Weak != b.Weak
		if differs != (len(got) == 1) {
			r.Errorf("%q: before %v, after %v, told %v", q.Text, a, b, got)
		}
	})
}
