package viet

import (
	"slices"
	"sync"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// alphabet is every letter with every tone in dictionary order.
func alphabet() []string {
	var out []string
	for _, r := range "aăâbcdđeêghiklmnoôơpqrstuưvxy" {
		tones := []string{""}
		if isVowel(r) {
			tones = []string{"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"} // ngang huyền hỏi ngã sắc nặng
		}
		for _, tone := range tones {
			out = append(out, norm.NFC.String(string(r)+tone))
		}
	}
	return out
}

func isVowel(r rune) bool { return slices.Contains([]rune("aăâeêioôơuưy"), r) }

func TestCompare_Alphabet(t *testing.T) {
	letters := alphabet()
	for i, a := range letters {
		for j, b := range letters {
			if got, want := sign(Compare(a, b)), sign(i-j); got != want {
				t.Errorf("Compare(%q, %q) = %d, want %d", a, b, got, want)
			}
		}
		if Compare(a, norm.NFD.String(a)) != 0 {
			t.Errorf("%q differs from its NFD", a)
		}
	}
}

func TestSortBy(t *testing.T) {
	want := []string{"An", "Ân", "Bác", "Cấp đổi", "Cấp lại", "Dân", "Đăng ký", "Đất", "hoa", "Hoa", "hòa", "hóa", "Ủy ban", "Ưu đãi", "Yên"}
	rapid.Check(t, func(t *rapid.T) {
		got := rapid.Permutation(want).Draw(t, "order")
		SortBy(got, func(s string) string { return s })
		if !slices.Equal(got, want) {
			t.Fatalf("got  %q\nwant %q", got, want)
		}
	})
}

func TestCompare_IsAnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := text.Draw(t, "a"), text.Draw(t, "b"), text.Draw(t, "c")
		if sign(Compare(a, b)) != -sign(Compare(b, a)) {
			t.Fatalf("%q and %q: both ways %d", a, b, Compare(a, b))
		}
		if Compare(a, b) <= 0 && Compare(b, c) <= 0 && Compare(a, c) > 0 {
			t.Fatalf("not transitive: %q, %q, %q", a, b, c)
		}
		if (Compare(a, b) == 0) != (NFC(a) == NFC(b)) {
			t.Fatalf("%q and %q: equal must mean the same text", a, b)
		}
	})
}

// The collation tables pass over some signs; two texts that differ in them alone still have one order.
func TestCompare_TellsTextsApart(t *testing.T) {
	for _, pair := range [][2]string{{"ab", "a\u200bb"}, {"Đất", "Đất\u0000"}, {"đất", "Đất"}, {"hoà", "hòa"}} {
		there, back := Compare(pair[0], pair[1]), Compare(pair[1], pair[0])
		if there == 0 || sign(there) != -sign(back) {
			t.Errorf("%q: %d and %d", pair, there, back)
		}
	}
}

func TestCompare_ManyAtOnce(t *testing.T) {
	var wg sync.WaitGroup
	letters := alphabet()
	for range 8 {
		wg.Go(func() {
			for i := 1; i < len(letters); i++ {
				if Compare(letters[i-1], letters[i]) >= 0 {
					t.Errorf("%q is not before %q", letters[i-1], letters[i])
				}
			}
		})
	}
	wg.Wait()
}

func sign(n int) int { return max(-1, min(1, n)) }
