package exchange

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"testing"
)

// BenchmarkReadPortalJSON reads the whole commune file; its bytes are those of the plain JSON Lines.
func BenchmarkReadPortalJSON(b *testing.B) {
	benchmarkReal(b, "portal-api-commune.jsonl.gz", ReadPortalJSON)
}

// BenchmarkReadPortalPages reads the whole page scrape.
func BenchmarkReadPortalPages(b *testing.B) {
	benchmarkReal(b, "portal-pages.jsonl.gz", ReadPortalPages)
}

func benchmarkReal(b *testing.B, name string, read func(io.Reader, func(Row) error) error) {
	f, err := os.Open(realData(b, name))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(plain)))
	b.ReportAllocs()
	for b.Loop() {
		if err := read(bytes.NewReader(plain), func(Row) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}
