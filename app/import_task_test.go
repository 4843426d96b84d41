package app

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/exchange"
	"rasoat/store"
	"rasoat/value"
)

func uploadOf(name, content string) Upload {
	return Upload{
		Name: name,
		Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(content)), nil },
	}
}

func packed(t *testing.T, content []byte) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// ended waits for a task to end and gives it as it stands then.
func ended(t *testing.T, a *App, id int64) ImportTask {
	t.Helper()
	a.jobs.wg.Wait()
	task, err := a.ImportTask(t.Context(), anOffice, id)
	if err != nil || task.Running {
		t.Fatalf("%+v, %v", task, err)
	}
	return task
}

const twoLines = `{"schema":1,"code":"1.900001","name":"Cấp thẻ thử một","kind":"public","status":"in_force"}
{"schema":1,"code":"1.900002","name":"Cấp thẻ thử hai","kind":"public","status":"in_force"}
`

// A check stores nothing; what was confirmed is the same bytes, and they are kept no longer than needed.
func TestImportTask(t *testing.T) {
	a := openTest(t)
	id, err := a.BeginImport(t.Context(), anOffice, []Upload{uploadOf("a/hai.jsonl", twoLines)}, "auto", false)
	if err != nil {
		t.Fatal(err)
	}
	check := ended(t, a, id)
	if r := check.Results[0]; !check.Check || r.File != "hai.jsonl" || r.Read != 2 || r.Created != 2 || r.Stored ||
		check.Problem != "" {
		t.Fatalf("%+v", check)
	}
	if _, err := a.Procedure(t.Context(), everything, "1.900001"); !errors.Is(err, value.ErrNotFound) {
		t.Errorf("a check stored something: %v", err)
	}
	did, err := a.ConfirmImport(t.Context(), anOffice, id)
	if err != nil {
		t.Fatal(err)
	}
	if done := ended(t, a, did); done.Check || !done.Results[0].Stored || done.Results[0].Created != 2 ||
		done.Actor != "office" {
		t.Errorf("%+v", done)
	}
	if v := current(t, a, "1.900001"); v.Author != "office" || v.Source.File != "hai.jsonl" ||
		v.Procedure.Ours != catalog.NotSorted {
		t.Errorf("%+v", v)
	}
	if _, err := a.ConfirmImport(t.Context(), anOffice, id); codeOf(err) != "import.gone" {
		t.Errorf("confirmed twice: %v", err)
	}
	if _, err := a.ConfirmImport(t.Context(), anOffice, did); codeOf(err) != "import.not_checked" {
		t.Errorf("confirmed an import: %v", err)
	}
	left, err := os.ReadDir(filepath.Join(a.dir, "uploads"))
	if err != nil || len(left) != 0 {
		t.Errorf("%d uploads are left: %v", len(left), err)
	}
	if _, err := a.BeginImport(t.Context(), aReviewer, nil, "", false); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("a reviewer imports: %v", err)
	}
	if _, err := a.ImportTask(t.Context(), aReviewer, id); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("a reviewer looks: %v", err)
	}
	if _, err := a.ImportTask(t.Context(), anOffice, 99); !errors.Is(err, value.ErrNotFound) {
		t.Errorf("a task that is not there: %v", err)
	}
}

// Bytes that change between the check and the import do not matter: they were kept.
func TestImportTask_SurvivesTheSender(t *testing.T) {
	a := openTest(t)
	path := filepath.Join(t.TempDir(), "x.jsonl")
	write := func(text string) {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(twoLines)
	file := Upload{Name: path, Open: func() (io.ReadCloser, error) { return os.Open(path) }}
	id, err := a.BeginImport(t.Context(), anOffice, []Upload{file}, "", false)
	if err != nil {
		t.Fatal(err)
	}
	write("{}")
	if ended(t, a, id).Results[0].Read != 2 {
		t.Error("the check read something else")
	}
	did, err := a.ConfirmImport(t.Context(), anOffice, id)
	if err != nil || ended(t, a, did).Results[0].Created != 2 {
		t.Errorf("the import read something else: %v", err)
	}
}

// What cannot be read is refused with a sentence that says where and why; nothing is stored, no upload is kept.
func TestBeginImport_Refused(t *testing.T) {
	t.Parallel()
	a := openTest(t)
	before, err := a.DataVersion(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	noise := make([]byte, exchange.MaxSent+1)
	for i := range noise {
		noise[i] = '{' // looks like JSON
	}
	for _, c := range []struct {
		name, content, at, code string
	}{
		{"a.pdf", "%PDF-1.7\n", "begin", "format.unsupported"},
		{"a.xlsx", "PK\x03\x04....xl/workbook.xml", "begin", "format.unsupported"},
		{"a.json", `{"schema_version":3,"procedure_code":"1"}`, "begin", "format.unsupported"},
		{"a.csv", "Index,Name\n1,x", "begin", "format.unsupported"},
		{"empty.json", " ", "begin", "format.unsupported"},
		{"header.gz", "\x1f\x8b\x00\x00", "begin", "upload.damaged"},
		{"large.json", string(noise), "begin", "format.unsupported"},
		{"large.jsonl", twoLines + string(noise), "begin", "upload.too_large"},
		{"cut.gz", packed(t, []byte(twoLines))[:60], "begin", "upload.damaged"},
		{"sum.gz", func() string {
			b := []byte(packed(t, bytes.Repeat([]byte(twoLines), 2000)))
			b[len(b)-6] ^= 1
			return string(b)
		}(), "check", "upload.damaged"},
		{"bomb.gz", packed(t, append([]byte(twoLines), bytes.Repeat([]byte("\n"), exchange.MaxUnpacked)...)), "check", "upload.too_large_unpacked"},
		{"broken.jsonl", twoLines + `{"schema":1,"code":`, "check", "json.syntax"},
		{"type.jsonl", `{"schema":1,"code":7,"name":"x","kind":"public","status":"draft"}`, "check", "type.wrong"},
		{"key.jsonl", `{"schema":1,"code":"1.900001","ten":"x","name":"x","kind":"public","status":"draft"}`, "check", "key.unknown"},
		{"negative.jsonl", `{"schema":1,"code":"1.900001","name":"x","kind":"public","status":"draft","copies":-1}`, "check", ""},
		{"comma.jsonl", `{"schema":1,"code":"1.900001","name":"x","kind":"public","status":"draft","limit":{"number":"0,5","unit":"days"}}`, "check", ""},
	} {
		id, err := a.BeginImport(t.Context(), anOffice, []Upload{uploadOf(c.name, c.content)}, "auto", false)
		if c.at == "begin" {
			var ps value.Problems
			if !errors.As(err, &ps) || len(ps) != 1 || ps[0].Code != c.code || ps[0].Field != c.name {
				t.Errorf("%s: %v, want %s", c.name, err, c.code)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: refused at once: %v", c.name, err)
			continue
		}
		task := ended(t, a, id)
		r := task.Results[0]
		if r.Failed == 0 || r.Stored || r.Errors[0].Message == "" || c.code != "" &&
			!strings.HasPrefix(r.Errors[0].Message, strings.SplitN(a.text.Say(c.code), "…", 2)[0]) {
			t.Errorf("%s: %+v", c.name, r)
		}
		if _, err := a.ConfirmImport(t.Context(), anOffice, id); codeOf(err) != "import.nothing" {
			t.Errorf("%s: confirmed: %v", c.name, err)
		}
	}
	if now, err := a.DataVersion(t.Context()); err != nil || now != before {
		t.Errorf("something was stored: %d, was %d, %v", now, before, err)
	}
	if left, err := os.ReadDir(filepath.Join(a.dir, "uploads")); err != nil || len(left) != 0 {
		t.Errorf("%d uploads are left: %v", len(left), err)
	}
}

// Of several files those that can be read are imported; the others stay out, each with its reason.
func TestImportTask_SomeFilesRefused(t *testing.T) {
	a := openTest(t)
	files := []Upload{uploadOf("tot.jsonl", twoLines), uploadOf("hong.jsonl", twoLines+`{"schema":1,`)}
	id, err := a.BeginImport(t.Context(), anOffice, files, "", false)
	if err != nil {
		t.Fatal(err)
	}
	if got := ended(t, a, id).Results; got[0].Failed != 0 || got[1].Failed != 1 {
		t.Fatalf("%+v", got)
	}
	did, err := a.ConfirmImport(t.Context(), anOffice, id)
	if err != nil {
		t.Fatal(err)
	}
	if got := ended(t, a, did).Results; len(got) != 1 || got[0].File != "tot.jsonl" || !got[0].Stored {
		t.Errorf("%+v", got)
	}
	if _, err := a.BeginImport(t.Context(), anOffice, []Upload{uploadOf("tot.jsonl", twoLines), uploadOf("a.pdf", "%PDF-1")}, "", false); codeOf(err) != "format.unsupported" {
		t.Errorf("a PDF among them: %v", err)
	}
}

// What a run left behind when it ended is told and put away at the next start.
func TestTidyUp(t *testing.T) {
	a := openTest(t)
	id, err := a.BeginImport(t.Context(), anOffice, []Upload{uploadOf("x.jsonl", twoLines)}, "", false)
	if err != nil {
		t.Fatal(err)
	}
	ended(t, a, id)
	a.jobs = newJobs() // another process
	if err := a.TidyUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	if task := ended(t, a, id); task.Problem != "" || task.Results[0].Created != 2 {
		t.Errorf("%+v", task)
	}
	if _, err := a.ConfirmImport(t.Context(), anOffice, id); codeOf(err) != "import.gone" {
		t.Errorf("%v", err)
	}
}

// A disk without room: the import is refused with its sentence, and the store stands as it stood.
func TestImport_FullDisk(t *testing.T) {
	a := openTest(t)
	var many strings.Builder
	for i := range 400 {
		fmt.Fprintf(&many, `{"schema":1,"code":"1.95%04d","name":"Cấp thẻ thử số %d","kind":"public",`+
			`"status":"in_force","note":%q}`+"\n", i, i, strings.Repeat("dài ", 500))
	}
	before, err := a.DataVersion(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	free := fillDisk(t, a)
	doc, err := a.Import(t.Context(), []Upload{uploadOf("x.jsonl", many.String())}, ImportOptions{Actor: "office"})
	if !errors.Is(err, ErrFull) || slices.ContainsFunc(doc.Files, func(f ImportFile) bool { return f.Stored }) {
		t.Errorf("%v, %+v", err, doc)
	}
	if now, err := a.DataVersion(t.Context()); err != nil || now != before {
		t.Errorf("something was stored: %d, was %d, %v", now, before, err)
	}
	id, err := a.BeginImport(t.Context(), anOffice, []Upload{uploadOf("x.jsonl", many.String())}, "", false)
	if err == nil {
		if task := ended(t, a, id); task.Problem != "store.full" {
			t.Errorf("%+v", task)
		}
	} else if !errors.Is(err, ErrFull) {
		t.Error(err)
	}
	free()
	doc, err = a.Import(t.Context(), []Upload{uploadOf("x.jsonl", many.String())}, ImportOptions{Actor: "office"})
	if err != nil || doc.Files[0].Created != 400 {
		t.Errorf("with room again: %v, %+v", err, doc)
	}
}

// fillDisk leaves the store almost no room to grow; free gives it room again.
func fillDisk(t *testing.T, a *App) (free func()) {
	t.Helper()
	reopen := func(pages int64) {
		if err := a.store.Close(); err != nil {
			t.Fatal(err)
		}
		s, err := store.Open(t.Context(), a.dir, store.Options{Agency: agency, Now: a.now, MaxPages: pages})
		if err != nil {
			t.Fatal(err)
		}
		a.store = s
	}
	reopen(1) // the bound is never below what is there
	return func() { reopen(0) }
}
