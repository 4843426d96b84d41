package exchange

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
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

// The real files are read once for all that is measured on them.
func TestPortalFiles(t *testing.T) {
	answers := readReal(t, "portal-api-commune.jsonl.gz", ReadPortalJSON)
	pages := readReal(t, "portal-pages.jsonl.gz", ReadPortalPages)
	index := readIndex(t)
	t.Run("figures of the answers", func(t *testing.T) { checkAnswerFigures(t, answers) })
	t.Run("figures of the pages", func(t *testing.T) { checkPageFigures(t, pages) })
	t.Run("pages agree with the index", func(t *testing.T) { checkPagesWithIndex(t, pages, index) })
	t.Run("pages agree with the answers", func(t *testing.T) { checkPagesWithAnswers(t, pages, answers) })
	t.Run("held", func(t *testing.T) { checkHeld(t, pages, answers, index) })
	t.Run("held by name alone", func(t *testing.T) { checkHeldByName(t, pages, index) })
}

// onlyRow reads a file of one record.
func onlyRow(tb testing.TB, read func(io.Reader, func(Row) error) error, text string) Row {
	tb.Helper()
	var rows []Row
	if err := read(strings.NewReader(text), func(r Row) error { rows = append(rows, r); return nil }); err != nil {
		tb.Fatal(err)
	}
	if len(rows) != 1 {
		tb.Fatalf("%d records, want one", len(rows))
	}
	return rows[0]
}
