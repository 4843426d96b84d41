package search

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"
)

// fingerprint is that of the mapping of mappingVersion. Whoever changes the table, the forms of words or the
// packing of rows changes both: an index of an old version is then built anew by itself.
const fingerprint = "2/a72d"

// The mapping changes with its version alone: fields, their order, what they hold of a sample, and the row.
func TestMapping_fingerprint(t *testing.T) {
	d := *sample()[3].Doc
	d.Key = "NB-01"
	d.Procedure.AlsoKnown = []string{"xin nghỉ phép"}
	parts := contentOf(&d)
	var text strings.Builder
	for _, f := range table {
		fmt.Fprintf(&text, "%s %q\n", f.name, f.text(parts))
		if f.form != nil {
			for _, token := range (analyser{f.form, &speller{}}).Analyze([]byte("Hoà giải ở xã, ĐÃ uỷ quyền")) {
				fmt.Fprintf(&text, "%d %d %d %s\n", token.Start, token.End, token.Position, token.Term)
			}
		}
	}
	fmt.Fprintf(&text, "%d %x", wordsOnly, recordOf(&d, 7, parts).pack())
	sum := sha256.Sum256([]byte(text.String()))
	if got := mappingVersion + "/" + hex.EncodeToString(sum[:2]); got != fingerprint {
		t.Errorf("mapping is %s, want %s: raise mappingVersion and note the new fingerprint", got, fingerprint)
	}
}
