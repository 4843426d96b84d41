package search

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
)

// A word is indexed where it says most: in the name before names also known, papers and the text; with its
// accents in the name alone.
func TestAnalysis_bestPlaceAlone(t *testing.T) {
	d := Document{Key: "1.000001", Procedure: catalog.Procedure{
		Code: "1.000001", Name: "Hoà giải ở xã", AlsoKnown: []string{"giải quyết kiện"},
		Dossier: []catalog.DossierCase{
			{Papers: []catalog.Paper{{Name: "Đơn xin hòa giải"}}},
		}, Conditions: "Đơn kiện ở thôn, XÃ",
	}}
	parts, lex := contentOf(&d), (*lexicon)(nil).extend()
	a := &analysis{row: newRow(recordOf(&d, 1, parts), lex), lex: lex, rest: parts.text, spell: &speller{}}
	for range 2 { // the second time with a notebook that knows the words
		a.run()
		for c, want := range map[class][]string{
			inName: {"giai", formsOf("giải").accented, "hoa", formsOf("hòa").accented, "o", "xa", formsOf("xã").accented, formsOf("ở").accented},
			inAlso: {"kien", "quyet"},
			inPart: {"don", "xin"},
			inText: {"thon"},
		} {
			got := slices.Sorted(maps.Keys(a.fields[c]))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", fields[c], diff)
			}
		}
	}
	if r, err := unpack(a.stored); err != nil || r.name != d.Procedure.Name {
		t.Errorf("stored row %+v, error %v", r, err)
	}
}

// What shorten writes lengthen reads, whatever the text.
func TestLetters(t *testing.T) {
	for _, text := range []string{"", "Đăng ký khai sinh – lần đầu, ƯỪỨỬỮỰ", "日本 😀 ı Ð\u00a0x", letters, "cut \xff byte", "a\u0301"} {
		got, ok := lengthen(shorten(nil, text))
		if want := strings.ToValidUTF8(text, "\ufffd"); !ok || got != want {
			t.Errorf("%q comes back as %q, %v", text, got, ok)
		}
	}
	if _, ok := lengthen([]byte{'a', otherLetter}); ok {
		t.Error("a cut text is read")
	}
	if n := len(letterBytes); n != len(letterRunes) || firstLetter+n > otherLetter {
		t.Errorf("%d letters of %d are different", n, len(letterRunes))
	}
}
