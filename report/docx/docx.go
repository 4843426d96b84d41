// Package docx writes a report.Document as a Word file: A4 with the margins of Decree 30/2020/NĐ-CP,
// Times New Roman, page numbers centred in the top margin from page 2 on, a section of its own for every
// annex. The same document gives the same bytes. It knows the layout and no report.
package docx

import (
	"archive/zip"
	"embed"
	"fmt"
	"io"
	"time"

	"rasoat/report"
)

//go:embed parts
var parts embed.FS

// Write writes d to w as a .docx file.
func Write(w io.Writer, d report.Document) error {
	z := zip.NewWriter(w)
	for _, p := range []struct{ name, from string }{
		{"[Content_Types].xml", "content_types.xml"},
		{"_rels/.rels", "rels.xml"},
		{"docProps/app.xml", "app.xml"},
		{"word/_rels/document.xml.rels", "document_rels.xml"},
		{"word/styles.xml", "styles.xml"},
		{"word/settings.xml", "settings.xml"},
		{"word/fontTable.xml", "font_table.xml"},
		{"word/header1.xml", "header_number.xml"},
		{"word/header2.xml", "header_empty.xml"},
	} {
		b, err := parts.ReadFile("parts/" + p.from)
		if err != nil {
			return err
		}
		if err := add(z, p.name, b); err != nil {
			return err
		}
	}
	if err := add(z, "docProps/core.xml", core(d)); err != nil {
		return err
	}
	if err := add(z, "word/document.xml", body(d)); err != nil {
		return err
	}
	return z.Close()
}

// add writes one part. Every part carries the same instant, so that a file depends on its content alone.
func add(z *zip.Writer, name string, content []byte) error {
	f, err := z.CreateHeader(&zip.FileHeader{
		Name: name, Method: zip.Deflate, Modified: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		return fmt.Errorf("docx part %s: %w", name, err)
	}
	_, err = f.Write(content)
	return err
}

// core is the properties that Word shows of the file.
func core(d report.Document) []byte {
	var x xmlText
	x.raw(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
		` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>`)
	x.text(d.Type + " " + d.Title)
	x.raw(`</dc:title><dc:creator>`)
	x.text(d.Letterhead.Name)
	x.raw(`</dc:creator><dc:language>vi-VN</dc:language>`)
	if !d.Date.IsZero() {
		x.raw(`<dcterms:created xsi:type="dcterms:W3CDTF">` + d.Date.String() + `</dcterms:created>`)
	}
	x.raw(`</cp:coreProperties>`)
	return x.Bytes()
}
