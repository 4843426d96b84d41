package app

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"
)

// wordDocument is a Word file read back: its paragraphs outside tables, and the rows of its tables, cell by cell.
type wordDocument struct {
	paragraphs []string
	rows       [][]string
}

// says reports whether some paragraph holds those words.
func (d wordDocument) says(words string) bool {
	for _, p := range d.paragraphs {
		if strings.Contains(p, words) {
			return true
		}
	}
	return false
}

// plain is its text: the paragraphs, then the rows of the tables.
func (d wordDocument) plain() string {
	lines := slices.Clone(d.paragraphs)
	for _, row := range d.rows {
		lines = append(lines, strings.Join(row, " | "))
	}
	return strings.Join(lines, "\n")
}

// readWord reads a Word file by its XML alone, with nothing of the program's own writer.
func readWord(t *testing.T, raw []byte) wordDocument {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var d wordDocument
	var row []string
	var cell, paragraph strings.Builder
	inTable, inText := 0, false
	for dec := xml.NewDecoder(f); ; {
		token, err := dec.Token()
		if err == io.EOF {
			return d
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			switch x.Name.Local {
			case "tbl":
				inTable++
			case "tr":
				row = nil
			case "tc":
				cell.Reset()
			case "p":
				paragraph.Reset()
			case "t":
				inText = true
			}
		case xml.CharData:
			if inText {
				paragraph.Write(x)
			}
		case xml.EndElement:
			switch x.Name.Local {
			case "t":
				inText = false
			case "p":
				if inTable > 0 {
					cell.WriteString(paragraph.String())
				} else if paragraph.Len() > 0 {
					d.paragraphs = append(d.paragraphs, paragraph.String())
				}
			case "tc":
				row = append(row, cell.String())
			case "tr":
				d.rows = append(d.rows, row)
			case "tbl":
				inTable--
			}
		}
	}
}

// issuedWord is an issued report read back.
func issuedWord(t *testing.T, a *App, id int64) wordDocument {
	t.Helper()
	_, f, err := a.IssuedFile(t.Context(), officePerson, id)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	raw, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return readWord(t, raw)
}
