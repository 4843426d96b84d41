// Package html writes an administrative document as one page that prints as it is read, without asking for
// anything else: its style stands in it. Holes are marked.
package html

import (
	_ "embed"
	"html/template"
	"io"

	"rasoat/report"
)

//go:embed document.gohtml
var source string

var page = template.Must(template.New("document").Funcs(template.FuncMap{
	"grid":  func(t report.Table, rows [][]report.Cell) [][]report.Slot { return report.Grid(rows, len(t.Columns)) },
	"total": func(t report.Table) [][]report.Slot { return report.Grid([][]report.Cell{t.Total}, len(t.Columns)) },
	"align": func(t report.Table, s report.Slot) string {
		return map[report.Align]string{report.Left: "l", report.Center: "c", report.Right: "r"}[report.CellAlign(t, s)]
	},
	"kind":      kind,
	"signature": signature,
}).Parse(source))

// kind names a block for the template.
func kind(b report.Block) string {
	switch b.(type) {
	case report.Heading:
		return "heading"
	case report.Paragraph:
		return "paragraph"
	case report.Bullet:
		return "bullet"
	case report.Table:
		return "table"
	case report.Fold:
		return "fold"
	}
	return "dotted"
}

type signed struct {
	Above [][]report.Run
	Name  report.Run
}

func signature(l report.Letterhead) signed {
	above, name := l.SignatureLines()
	return signed{above, name}
}

// Write writes the page.
func Write(w io.Writer, d report.Document) error { return page.Execute(w, d) }
