package search

import (
	"context"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"rasoat/viet"
)

// oldTone writes open oa, oe, uy with the tone on the second vowel, as before 1984.
var oldTone = strings.NewReplacer(
	"hòa",
	"hoà",
	"hóa",
	"hoá",
	"hỏa",
	"hoả",
	"ủy",
	"uỷ",
	"thủy",
	"thuỷ",
	"tòa",
	"toà",
	"xóa",
	"xoá",
	"lũy",
	"luỹ",
	"túy",
	"tuý",
)

// The first hit is the same for every spelling of every distinct name.
func TestForms_sameFirstHit(t *testing.T) {
	if testing.Short() {
		t.Skip("searches every name five times")
	}
	changes := realChanges(t)
	x := realIndex(t)
	seen, other := map[string]bool{}, 0
	for _, c := range changes {
		name := viet.Clean(c.Doc.Procedure.Name)
		if seen[name] {
			continue
		}
		seen[name] = true
		var first string
		for i, text := range []string{name, viet.Fold(name), norm.NFD.String(name), strings.ToUpper(name), oldTone.Replace(name)} {
			r, err := x.Search(context.Background(), Query{Text: text, Scope: Official, Limit: 1})
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			if len(r.Hits) > 0 {
				got = string(r.Hits[0].Key)
			}
			if i == 0 {
				first = got
			} else if got != first {
				other++
				t.Logf("form %d of %s %.90q: %s, want %s", i, c.Key, name, got, first)
				break
			}
		}
	}
	if other > 0 {
		t.Errorf("%d of %d names have another first hit in another spelling", other, len(seen))
	}
}
