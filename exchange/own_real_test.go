package exchange

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"rasoat/catalog"
)

// What was imported from the portal can be exported and imported again unchanged, odd codes apart: those
// are held and never stored.
func TestJSONLCarriesThePortal(t *testing.T) {
	for name, read := range map[string]func(io.Reader, func(Row) error) error{
		"portal-api-commune.jsonl.gz": ReadPortalJSON,
		"portal-pages.jsonl.gz":       ReadPortalPages,
	} {
		file, err := os.Open(filepath.Join("..", "..", "shared", "data", name))
		if errors.Is(err, fs.ErrNotExist) {
			t.Skip("shared data not beside the project")
		} else if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		in, err := gzip.NewReader(file)
		if err != nil {
			t.Fatal(err)
		}
		var want []catalog.Procedure
		err = read(in, func(r Row) error {
			if r.Err == nil && r.Procedure.Code.Valid() {
				want = append(want, r.Procedure)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := WriteJSONL(&out, sequence(want...)); err != nil {
			t.Fatal(err)
		}
		n := 0
		err = ReadJSONL(&out, func(row int, p catalog.Procedure) error {
			if !catalog.Equal(p, want[row-1]) {
				t.Errorf("%s: %s comes back changed", name, p.Code)
			}
			n++
			return nil
		})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if n != len(want) {
			t.Errorf("%s: %d of %d came back", name, n, len(want))
		}
	}
}
