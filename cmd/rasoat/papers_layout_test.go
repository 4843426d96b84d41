package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"rasoat/app"
	"rasoat/app/apptest"
	"rasoat/value"
)

// No figure and no word breaks inside a cell of any paper, not with sums of 12 digits and names of 300 letters: every
// paper is laid out by an office program, and each word of its tables is read back whole.
func TestPapers_BreakNoWord(t *testing.T) {
	t.Parallel()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed: make test installs it")
	}
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("poppler-utils is not installed: make test installs it")
	}
	if testing.Short() {
		t.Skip("takes seconds: left out by -short")
	}
	dir, papers := t.TempDir(), t.TempDir()
	apptest.Demo(t, dir)
	a, _ := onFolder(t, dir, func(*app.App) error { return nil })
	huge, half := int64(987_654_321_012), int64(123_456_789_012)
	f := drawnCampaign{}
	for _, code := range []string{"NB-01", "NB-02", "QTI-VINHLINH-VINHCHAP-NOIBO-0006"} {
		f.of = append(f.of, drawn{
			code: code,
			name: strings.Repeat("Đề nghị mua sắm văn phòng phẩm, công cụ, dụng cụ và trang thiết bị làm việc ",
				4),
			conclusion: "cut",
			status:     "checked",
			kind:       "cut_document",
			before:     &huge,
			after:      &half,
		})
	}
	importing(t, a, f)
	var written []string
	for _, kind := range app.ReportKinds() {
		file := filepath.Join(papers, kind+".docx")
		var b bytes.Buffer
		err := a.Report(t.Context(), &b, app.ReportOptions{Kind: kind, Format: "docx", Campaign: "internal-b"})
		var refused value.Problems
		if errors.As(err, &refused) {
			t.Errorf("%s: %v", kind, err)
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		written = append(written, file)
	}
	args := append([]string{"-env:UserInstallation=file://" + papers + "/profile", "--headless", "--convert-to", "pdf",
		"--outdir", papers}, written...)
	if out, err := exec.CommandContext(t.Context(), office, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, file := range written {
		laid := laidOut(t, reader, strings.TrimSuffix(file, ".docx")+".pdf")
		docx, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		cells := 0
		for _, l := range wordLines(t, docx) {
			for _, cell := range l.cells {
				cells++
				for _, word := range strings.Fields(cell) {
					if !laid[word] && !strings.Contains(word, "-") && strings.Trim(word, ".…") != "" {
						t.Errorf("%s: %q of the cell %q is broken", filepath.Base(file), word, cell)
					}
				}
			}
		}
		if cells == 0 {
			t.Errorf("%s has no cell", file)
		}
	}
}

// laidOut are the words of a laid-out document, each as it stands on its line.
func laidOut(t *testing.T, reader, pdf string) map[string]bool {
	t.Helper()
	boxes, err := exec.CommandContext(t.Context(), reader, "-bbox", pdf, "-").Output()
	if err != nil {
		t.Fatalf("%s: %v", pdf, err)
	}
	out := map[string]bool{}
	d := xml.NewDecoder(bytes.NewReader(boxes))
	d.Strict, d.Entity = false, xml.HTMLEntity
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		if x, is := token.(xml.StartElement); is && x.Name.Local == "word" {
			var word string
			if err := d.DecodeElement(&word, &x); err != nil {
				t.Fatal(err)
			}
			out[word] = true
		}
	}
}
