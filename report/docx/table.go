package docx

import "rasoat/report"

func (x *xmlText) openTable(style string, width int, columns []int) {
	x.raw(`<w:tbl><w:tblPr><w:tblStyle w:val="` + style + `"/><w:tblW w:w="` + itoa(width) + `" w:type="dxa"/>` +
		`<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, c := range columns {
		x.raw(`<w:gridCol w:w="` + itoa(c) + `"/>`)
	}
	x.raw(`</w:tblGrid>`)
}

// beforeTotal is how many rows stay on one page with the total below them, so that no total stands alone.
const beforeTotal = 2

// rowKind is how a row stands on its page.
type rowKind int

const (
	rowBody rowKind = iota
	rowHead         // repeats on every page
	rowKept         // stays on the page of the next row
)

// table writes a table; its header rows repeat on every page and no row is split between two.
func (x *xmlText) table(t report.Table, width int) {
	if len(t.Columns) == 0 {
		return
	}
	if t.Unit != "" {
		x.para(paragraph{style: "TableUnit"}, report.Run{Text: t.Unit})
	}
	widths, points := fit(t, width)
	if points != tableType {
		x.points = points
	}
	x.openTable("TableGrid", width, widths)
	for _, row := range report.Grid(t.Heads(), len(t.Columns)) {
		x.row(t, widths, row, rowHead)
	}
	rows := report.Grid(t.Rows, len(t.Columns))
	for i, row := range rows {
		kind := rowBody
		if t.Total != nil && i >= len(rows)-beforeTotal || heads(row) && i < len(rows)-1 {
			kind = rowKept
		}
		x.row(t, widths, row, kind)
	}
	if t.Total != nil {
		for _, row := range report.Grid([][]report.Cell{t.Total}, len(t.Columns)) {
			x.row(t, widths, row, rowBody)
		}
	}
	x.raw(`</w:tbl>`)
	x.points = 0
	x.para(paragraph{style: "Rule", spacing: `w:before="0" w:after="0" w:line="160" w:lineRule="exact"`})
}

// heads reports whether a row is the heading of those below it: one cell across the table, or all of it but a number.
func heads(row []report.Slot) bool { return len(row) < 3 && row[len(row)-1].Cols > 1 }

// shares divides the width among the columns; the last takes what rounding leaves.
func shares(columns []report.Column, width int) []int {
	sum := 0
	for _, c := range columns {
		sum += max(c.Width, 1)
	}
	widths, rest := make([]int, len(columns)), width
	for i, c := range columns {
		widths[i] = width * max(c.Width, 1) / sum
		rest -= widths[i]
	}
	widths[len(widths)-1] += rest
	return widths
}

func (x *xmlText) row(t report.Table, widths []int, row []report.Slot, kind rowKind) {
	x.raw(`<w:tr><w:trPr><w:cantSplit/>`)
	if kind == rowHead {
		x.raw(`<w:tblHeader/>`)
	}
	x.raw(`</w:trPr>`)
	for _, s := range row {
		x.slot(t, widths, s, kind)
	}
	x.raw(`</w:tr>`)
}

func (x *xmlText) slot(t report.Table, widths []int, s report.Slot, kind rowKind) {
	width := 0
	for _, w := range widths[s.Column : s.Column+s.Cols] {
		width += w
	}
	x.raw(`<w:tc><w:tcPr><w:tcW w:w="` + itoa(width) + `" w:type="dxa"/>`)
	if s.Cols > 1 {
		x.raw(`<w:gridSpan w:val="` + itoa(s.Cols) + `"/>`)
	}
	switch {
	case s.Continued:
		x.raw(`<w:vMerge/>`)
	case s.Rows > 1:
		x.raw(`<w:vMerge w:val="restart"/>`)
	}
	x.raw(`<w:vAlign w:val="center"/></w:tcPr>`)
	p := paragraph{style: "TableHead", keepNext: kind == rowKept}
	if kind != rowHead {
		p.style, p.jc = "TableText", justify(report.CellAlign(t, s))
	}
	if s.Continued {
		x.para(p)
	} else {
		x.para(p, report.Run{Text: s.Text, Bold: s.Bold, Italic: s.Italic})
	}
	x.raw(`</w:tc>`)
}
