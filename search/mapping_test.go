package search

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"rasoat/catalog"
)

// fingerprint is that of the mapping of mappingVersion. Whoever changes the table, the forms of words or the
// packing of rows changes both: an index of an old version is then built anew by itself.
const fingerprint = "4/1656"

// The mapping changes with its version alone: fields, their order, what they hold of a sample, and the row.
func TestMapping_fingerprint(t *testing.T) {
	d := *sample()[3].Doc
	d.Key = "NB-01"
	d.Procedure.AlsoKnown = []string{"xin nghỉ phép"}
	d.Procedure.Dossier = []catalog.DossierCase{{Papers: []catalog.Paper{{Name: "Đơn xin nghỉ, hoà giải ở xã"}}}}
	d.Procedure.Conditions = "Đã uỷ quyền nghỉ phép"
	parts, lex := contentOf(&d), (*lexicon)(nil).extend()
	r := newRow(recordOf(&d, 7, parts), lex)
	a := &analysis{row: r, lex: lex, rest: parts.text, spell: &speller{}}
	a.run()
	var text strings.Builder
	for c, words := range a.fields {
		fmt.Fprintf(&text, "%d %q\n", c, slices.Sorted(maps.Keys(words)))
	}
	fmt.Fprintf(&text, "%d %x", wordsOnly, r.pack())
	sum := sha256.Sum256([]byte(text.String()))
	if got := mappingVersion + "/" + hex.EncodeToString(sum[:2]); got != fingerprint {
		t.Errorf("mapping is %s, want %s: raise mappingVersion and note the new fingerprint", got, fingerprint)
	}
}
