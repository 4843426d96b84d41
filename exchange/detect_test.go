package exchange

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		name, file, head string
		want             Format
	}{
		{"nothing", "a.json", " \n", EmptyFile},
		{"portal, wrapped", "", `{"id":"","code":"1","name":"","detail":{"code":"1","executionMethods":[`, PortalJSON},
		{"portal, bare", "", `{"id":"","code":"1","codeNotation":"1","executionSteps":[{"name":"","description":"cut o`, PortalJSON},
		{"portal, as the API sends it", "", `{"code":"OK","data":{"id":"","categoriesDetails":[]}}`, PortalJSON},
		{"portal, a list", "", `[{"id":"","code":"1","detail":{"categoriesDetails":[]}}]`, PortalJSON},
		{"pages", "", `{"code":"1","name":"","decision_no":"","levels":[],"legal_raw":""}` + "\n{", PortalPages},
		{"campaign", "", `{"plan":"kh","campaign":"b","procedures":[]}`, Campaign},
		{"campaign, its lists first", "", `{"procedures":[],"reviews":[]`, Campaign},
		{"a campaign without a plan is still meant as one", "", `{"reviews":[],"procedures":[]}`, Campaign},
		{"own lines", "", "\uFEFF" + goodLine + "\n" + goodLine, JSONL},
		{"other JSON", "", `{"schema_version":3,"procedure_code":"1"}`, OtherJSON},
		{"a list of other JSON", "", `[{"ma_tthc":"1"}]`, OtherJSON},
		{"a plan is deep inside", "", `{"a":{"plan":1,"campaign":2}}`, OtherJSON},
		{"broken JSON", "", `{{{`, OtherJSON},
		{"PDF", "a.json", "%PDF-1.7\n\xe2", PDFFile},
		{"Excel by its parts", "", "PK\x03\x04....xl/workbook.xml", ExcelFile},
		{"Excel by its name", "a.XLSX", "PK\x03\x04....[Content_Types].xml", ExcelFile},
		{"Word by its parts", "", "PK\x03\x04....word/document.xml", WordFile},
		{"another zip", "a.zip", "PK\x03\x04....a.txt", BinaryFile},
		{"old Word", "a.doc", "\xd0\xcf\x11\xe0\x00\x00", BinaryFile},
		{"HTML", "a.json", "<!DOCTYPE html><html>", HTMLFile},
		{"HTML of an old Excel", "a.xls", "<html xmlns:x=''><table>", HTMLFile},
		{"CSV", "", "Index,Name\n1,Đăng ký", CSVFile},
		{"CSV with semicolons", "", "Mã;Tên", CSVFile},
		{"tabs", "", "Mã\tTên", CSVFile},
		{"CSV by name, in an old encoding", "a.csv", "M\xb7\nx", CSVFile},
		{"words", "a.txt", "Kế hoạch", TextFile},
	} {
		got, err := Detect([]byte(c.head), c.file)
		if got != c.want || (err == nil) != c.want.CanRead() {
			t.Errorf("%s: Detect = %q, %v, want %q", c.name, got, err, c.want)
		}
	}
}

func TestDetectRealFiles(t *testing.T) {
	for pattern, want := range map[string]Format{
		"portal-pages.jsonl.gz":               PortalPages,
		"portal-api-commune.jsonl.gz":         PortalJSON,
		"raw-samples/portal-json/*.json":      PortalJSON,
		"raw-samples/portal-page-json/*.json": OtherJSON,
		"raw-samples/other-json/*.json":       OtherJSON,
		"raw-samples/*.xlsx":                  ExcelFile,
		"raw-samples/portal-pdf/*.pdf":        PDFFile,
		"raw-samples/csv/*.csv":               CSVFile,
		"portal-index.tsv.gz":                 CSVFile,
	} {
		files, err := filepath.Glob(filepath.Join("..", "..", "shared", "data", pattern))
		if err != nil {
			t.Fatal(err)
		}
		if len(files) == 0 {
			t.Skipf("shared data not beside the project: %s", pattern)
		}
		for _, name := range files {
			if got := detectFile(t, name); got != want {
				t.Errorf("%s: Detect = %q, want %q", name, got, want)
			}
		}
	}
}

func detectFile(t *testing.T, name string) Format {
	t.Helper()
	file, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("shared data not beside the project")
	} else if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	in, err := Open(name, file, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	head, err := io.ReadAll(io.LimitReader(in, DetectHead))
	if err != nil {
		t.Fatal(err)
	}
	got, _ := Detect(head, name)
	return got
}

func FuzzDetect(f *testing.F) {
	f.Add([]byte(goodLine), "a.jsonl")
	f.Add([]byte("]}"), "")
	f.Add([]byte(`{"a":[{"b":`), "")
	f.Fuzz(func(t *testing.T, head []byte, name string) {
		if got, err := Detect(head, name); got == "" || (err == nil) != got.CanRead() {
			t.Errorf("Detect(%q, %q) = %q, %v", head, name, got, err)
		}
	})
}
