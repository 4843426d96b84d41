package exchange

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// realData is the folder of real portal data beside the project; its texts are not ours to copy, so tests
// that need it skip where it is missing.
func realData(tb testing.TB, name string) string {
	tb.Helper()
	dir, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			tb.Fatal("no go.mod above the test")
		}
	}
	path := filepath.Join(dir, "..", "shared", "data", filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		tb.Skipf("no real data: %s is not beside the project", name)
	}
	return path
}

// readReal reads a packed real file.
func readReal(tb testing.TB, name string, read func(io.Reader, func(Row) error) error) []Row {
	tb.Helper()
	f, err := os.Open(realData(tb, name))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	var rows []Row
	if err := read(z, func(r Row) error { rows = append(rows, r); return nil }); err != nil {
		tb.Fatal(err)
	}
	return rows
}
