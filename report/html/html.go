// Package html writes an administrative document as one page that prints as it is read, without asking for
// anything else: its style stands in it. Holes are marked.
package html

import (
	_ "embed"
	"html/template"
	"io"
	"strconv"
	"strings"

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
	"list":           func(r report.Run) []report.Run { return []report.Run{r} },
	"kind":           kind,
	"paragraphClass": paragraphClass,
	"signature":      signature,
	"anchored":       anchored,
	"annexID":        annexID,
	"index":          index,
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
	case report.Signatures:
		return "signatures"
	}
	return "dotted"
}

// paragraphClass is how a paragraph stands, "" where it stands as all do.
func paragraphClass(p report.Paragraph) string {
	out := ""
	switch {
	case p.Align == report.Center:
		out = "middle"
	case p.Align == report.Right:
		out = "end"
	case p.Flush:
		out = "flush"
	}
	if p.Kept {
		out = strings.TrimSpace(out + " kept")
	}
	return out
}

// anchoredBlock is a block with the id that the index leads to; most have none.
type anchoredBlock struct {
	report.Block
	ID string
}

// anchored gives the headings of the first level that stand in the open an id.
func anchored(blocks []report.Block) []anchoredBlock {
	out, folded := make([]anchoredBlock, len(blocks)), false
	for i, b := range blocks {
		out[i].Block = b
		switch b := b.(type) {
		case report.Fold:
			folded = b.Title != ""
		case report.Heading:
			if b.Level == 1 && !folded {
				out[i].ID = "muc-" + strconv.Itoa(i)
			}
		}
	}
	return out
}

func annexID(i int) string { return "phu-luc-" + strconv.Itoa(i+1) }

// entry leads to a part of the page.
type entry struct{ ID, Text string }

// shortIndex is how many parts a document needs for an index.
const shortIndex = 4

// index leads to the headings and annexes of a long document. It is for the screen: paper has none.
func index(d report.Document) (out []entry) {
	for _, b := range anchored(d.Body) {
		if b.ID != "" {
			out = append(out, entry{b.ID, b.Block.(report.Heading).Text})
		}
	}
	for i, a := range d.Annexes {
		out = append(out, entry{annexID(i), d.AnnexLabel(i) + ". " + a.Title})
	}
	if len(out) < shortIndex {
		return nil
	}
	return out
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
