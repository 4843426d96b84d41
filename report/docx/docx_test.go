package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rasoat/report"
	"rasoat/report/reporttest"
)

func write(t testing.TB, d report.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func unzip(t testing.TB, file []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range z.File {
		if _, twice := out[f.Name]; twice {
			t.Errorf("part %s stands twice in the zip", f.Name)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if out[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// schemaOrder is the order of children that ECMA-376 demands, of those that are used here.
var schemaOrder = map[string][]string{
	"pPr":    {"pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "pBdr", "tabs", "spacing", "ind", "jc", "outlineLvl", "rPr", "sectPr"},
	"rPr":    {"rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "lang"},
	"tblPr":  {"tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar"},
	"trPr":   {"cantSplit", "tblHeader"},
	"tcPr":   {"tcW", "gridSpan", "vMerge", "tcBorders", "vAlign"},
	"sectPr": {"headerReference", "type", "pgSz", "pgMar", "pgNumType", "titlePg"},
}

// Every part is unique, well-formed, declared, and its elements stand in the order of the schema.
func TestWrite_parts(t *testing.T) {
	files := unzip(t, write(t, reporttest.ExampleD(t).Document()))
	types := string(files["[Content_Types].xml"])
	for name, body := range files {
		checkXML(t, name, body)
		if !strings.HasSuffix(name, ".rels") && name != "[Content_Types].xml" &&
			!strings.Contains(types, `PartName="/`+name+`"`) {
			t.Errorf("%s has no content type", name)
		}
	}
	for _, want := range []string{"word/document.xml", "word/styles.xml", "word/header1.xml", "docProps/core.xml"} {
		if files[want] == nil {
			t.Errorf("part %s is missing", want)
		}
	}
	doc := string(files["word/document.xml"])
	if n := strings.Count(doc, "<w:titlePg/>"); n != 4 {
		t.Errorf("%d sections with a first page of their own, want the report and three annexes", n)
	}
	if n := strings.Count(doc, `w:orient="landscape"`); n != 2 {
		t.Errorf("%d landscape sections, want annexes I and III", n)
	}
}

func checkXML(t *testing.T, name string, body []byte) {
	t.Helper()
	type open struct {
		name string
		last int
	}
	var stack []open
	for d := xml.NewDecoder(bytes.NewReader(body)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Errorf("%s is not well-formed: %v", name, err)
			return
		}
		switch x := token.(type) {
		case xml.StartElement:
			if len(stack) > 0 {
				up := &stack[len(stack)-1]
				if order, ruled := schemaOrder[up.name]; ruled {
					at := slices.Index(order, x.Name.Local)
					if at < 0 || at < up.last {
						t.Errorf("%s: %s in %s stands out of the schema's order", name, x.Name.Local, up.name)
					}
					up.last = at
				}
			}
			stack = append(stack, open{name: x.Name.Local})
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		}
	}
}

// Decree 30/2020/NĐ-CP, appendix I: paper and margins of each section.
func TestSection_decree30(t *testing.T) {
	for _, want := range []string{`w:w="11906" w:h="16838"`, `w:top="1134"`, `w:left="1701"`, `w:right="850"`, `w:start="1"`} {
		if !strings.Contains(section(false), want) {
			t.Errorf("section lacks %s", want)
		}
	}
}

// The same content gives the same bytes.
func TestWrite_sameBytes(t *testing.T) {
	if !bytes.Equal(write(t, reporttest.ExampleD(t).Document()), write(t, reporttest.ExampleD(t).Document())) {
		t.Error("two writings of one document differ")
	}
}

// What people wrote cannot break the document.
func TestWrite_hostileText(t *testing.T) {
	d := reporttest.ExampleD(t).Document()
	d.Title = "a < b & \"c\" \x00\x0b\ufffe ]]> " + strings.Repeat("rất dài ", 500)
	checkXML(t, "document", unzip(t, write(t, d))["word/document.xml"])
}

func FuzzWrite(f *testing.F) {
	f.Add("Thủ tục <b> & \x00")
	f.Fuzz(func(t *testing.T, s string) {
		d := report.Document{Type: "BÁO CÁO", Title: s, Addressees: []string{s, s}, Body: []report.Block{report.Paragraph{Runs: report.Text(s)},
			report.Table{Columns: []report.Column{{Width: 1}}, Rows: [][]report.Cell{{report.TextCell(s)}}}}}
		checkXML(t, "document", unzip(t, write(t, d))["word/document.xml"])
	})
}

// An office program reads it.
func TestWrite_officeReadsIt(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed: make test installs it")
	}
	if testing.Short() {
		t.Skip("takes seconds: left out by -short")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "r.docx"), write(t, reporttest.ExampleD(t).Document()),
		0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "txt:Text",
		"--outdir", dir, filepath.Join(dir, "r.docx"))
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	text, err := os.ReadFile(filepath.Join(dir, "r.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"25,00%", "18,60%", "86,00%"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the office program does not read %s", want)
		}
	}
}

func BenchmarkWrite60(b *testing.B) {
	in := reporttest.Summary(b, 60)
	for b.Loop() {
		if err := Write(io.Discard, in.Document()); err != nil {
			b.Fatal(err)
		}
	}
}
