package app

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/value"
)

// zipped is a zip file with entries of these names.
func zipped(t *testing.T, names ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		if _, err := z.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A form is what its content says, and runs nothing.
func TestFormEnding(t *testing.T) {
	word := zipped(t, "[Content_Types].xml", "word/document.xml")
	for _, tt := range []struct {
		name, content, ending string
		macros                bool
	}{
		{"a.docx", word, ".docx", false},
		{"a.pdf", word, ".docx", false},
		{"a.xlsx", zipped(t, "xl/workbook.xml"), ".xlsx", false},
		{"a.docm", zipped(t, "word/document.xml", "word/vbaProject.bin"), ".docx", true},
		{"a.zip", zipped(t, "a.exe"), "", false},
		{"a.docx", "PK\x03\x04torn", "", false},
		{"a.PDF", "%PDF-1.7\n", ".pdf", false},
		{"a.DOC", string(oldOffice) + "Root", ".doc", false},
		{"a.xls", string(oldOffice) + oldMacros, ".xls", true},
		{"a.msi", string(oldOffice), "", false},
		{"a.docx", "<html>", "", false},
		{"a.docx", "", "", false},
	} {
		ending, macros := formEnding(tt.name, []byte(tt.content))
		if ending != tt.ending || macros != tt.macros {
			t.Errorf("%s %.20q: %q, macros %v, want %q, %v", tt.name, tt.content, ending, macros, tt.ending, tt.macros)
		}
	}
}

// An official attaches a form to a paper, replaces it and takes it away; who reads the procedure downloads it.
func TestAttachForm(t *testing.T) {
	a := openDemo(t)
	ctx := t.Context()
	const code, form = "1.001193", "Tờ khai đăng ký khai sinh"
	pdf := "%PDF-1.7\nmot"
	attach := func(form, name, content string) error {
		return a.AttachForm(ctx, officePerson, code, form, Scan{Name: name, Content: strings.NewReader(content)})
	}
	for _, tt := range []struct{ form, name, content, problem string }{
		{"", "a.pdf", pdf, "form_file.not_chosen"},
		{"Tờ khai khác", "a.pdf", pdf, "form_file.unknown"},
		{form, "", "", "form_file.missing"},
		{form, "a.exe", "MZ", "form_file.kind"},
		{form, "a.docm", zipped(t, "word/document.xml", "word/vbaProject.bin"), "form_file.macros"},
		{form, "a.pdf", pdf + strings.Repeat(" ", MaxScan), "form_file.too_large"},
		{form, "tk.docx", zipped(t, "word/document.xml"), ""},
		{"TỜ KHAI đăng ký khai sinh", "thu muc/tk moi.PDF", pdf, ""},
	} {
		if err := attach(tt.form, tt.name, tt.content); codeOf(err) != tt.problem {
			t.Errorf("%s as %s: %v, want %q", tt.form, tt.name, err, tt.problem)
		}
	}
	reviewer := Person{Name: "reviewer", Roles: []account.Role{account.Reviewer}}
	err := a.AttachForm(ctx, reviewer, code, form, Scan{Name: "a.pdf", Content: strings.NewReader(pdf)})
	if !errors.Is(err, value.ErrForbidden) {
		t.Errorf("a reviewer attaches a form: %v", err)
	}
	files, err := a.FormFiles(ctx, Reader{}, code)
	if err != nil || len(files) != 1 || files[0].Name != "tk moi.pdf" || files[0].Size != int64(len(pdf)) {
		t.Fatalf("the files are %+v (%v), want the newest alone", files, err)
	}
	f, name, err := a.FormFile(ctx, Reader{}, code, files[0].SHA)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(f.Content)
	f.Content.Close()
	if string(content) != pdf || f.MIME != "application/pdf" || err != nil || !catalog.IsSameForm(name, form) {
		t.Errorf("downloaded %q of %s as %s (%v)", content, name, f.MIME, err)
	}
	if _, _, err := a.FormFile(ctx, Reader{}, "1.000656", files[0].SHA); !errors.Is(err, value.ErrNotFound) {
		t.Errorf("another procedure gives it away: %v", err)
	}
	if _, err := a.FormFiles(ctx, Reader{}, "NB-01"); !errors.Is(err, value.ErrNotFound) {
		t.Errorf("forms of an internal procedure: %v", err)
	}
	for range 2 { // the second time it is gone already
		if err := a.DetachForm(ctx, officePerson, code, form); err != nil {
			t.Fatal(err)
		}
	}
	if files, err = a.FormFiles(ctx, Reader{}, code); len(files) > 0 || err != nil {
		t.Errorf("after it was taken away: %+v (%v)", files, err)
	}
	entries, _, err := a.Audit(ctx, Person{Name: "admin", Roles: []account.Role{account.Admin}},
		AuditFilter{Kind: "form_file"})
	if err != nil || len(entries) != 3 || entries[0].Subject.Code != code {
		t.Errorf("the record has %d entries, want 3 of %s (%v)", len(entries), code, err)
	}
}
