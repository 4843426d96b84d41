package xlsx

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"rasoat/report"
)

// page is a sheet that is being written, from above.
type page struct {
	*book
	name   string
	row    int       // the next one
	widths []float64 // of its columns, in letters
}

// widthsOf are the widths of the columns of a sheet, in letters; each column is as wide as the widest table needs.
func widthsOf(all []report.Table) []float64 {
	var out []float64
	for _, t := range all {
		for i, c := range t.Columns {
			if i == len(out) {
				out = append(out, 0)
			}
			out[i] = max(out[i], float64(max(c.Width, 6))*1.3)
		}
	}
	if len(out) == 0 {
		return []float64{100}
	}
	return out
}

func (p *page) block(b report.Block) error {
	switch b := b.(type) {
	case report.Table:
		return p.table(b)
	case report.Heading:
		return p.words(b.Text, true)
	case report.Paragraph:
		return p.words(report.Plain(b.Runs), false)
	case report.Bullet:
		return p.words("- "+report.Plain(b.Runs), false)
	case report.Signatures:
		return p.words(report.Plain(b.Left[0])+": "+b.Author.Text+"; "+report.Plain(b.Day), false)
	case report.Dotted:
		return p.words("………… ("+b.What+")", false)
	}
	return nil
}

// words writes a line of text over the width of the sheet, as high as it needs.
func (p *page) words(text string, bold bool) error {
	if err := p.put(1, p.row, text, look{bold: bold, plain: true}); err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(len(p.widths), p.row)
	if err != nil {
		return err
	}
	if len(p.widths) > 1 {
		if err := p.MergeCell(p.name, "A"+strconv.Itoa(p.row), last); err != nil {
			return err
		}
	}
	p.row++
	return p.height(p.row-1, linesIn(text, p.width(0, len(p.widths))))
}

// width is how many letters stand side by side in some columns: those of the type are narrower than the digits by which
// a column is measured.
func (p *page) width(column, columns int) float64 {
	const narrower = 1.1
	sum := 0.0
	for _, w := range p.widths[column : column+columns] {
		sum += w
	}
	return sum * narrower
}

// height makes a row as high as its lines need: programs that open the workbook work it out for no cell that spans
// columns, and some for none.
func (p *page) height(row, lines int) error {
	const lineHeight = 16 // points
	return p.SetRowHeight(p.name, row, float64(lines*lineHeight))
}

// linesIn is how many lines a text takes in a column of so many letters.
func linesIn(text string, width float64) (n int) {
	for line := range strings.SplitSeq(text, "\n") {
		n++
		left := width
		for word := range strings.SplitSeq(line, " ") {
			w := float64(utf8.RuneCountInString(word))
			if left < w && left < width {
				n, left = n+1, width
			}
			for ; w > width; w -= width {
				n++
			}
			left -= w + 1
		}
	}
	return n
}

// table writes a table with its heads and total; a row is left below it.
func (p *page) table(t report.Table) error {
	if t.Unit != "" {
		row := p.row // above a table among others, else in the row that stands free for it
		if p.row == headRow {
			row--
		} else {
			p.row++
		}
		if err := p.put(1, row, t.Unit, look{plain: true}); err != nil {
			return err
		}
	}
	if err := p.rows(t, t.Heads(), true); err != nil {
		return err
	}
	rows := t.Rows
	if t.Total != nil {
		rows = append(rows[:len(rows):len(rows)], t.Total)
	}
	err := p.rows(t, rows, false)
	p.row++
	return err
}

func (p *page) rows(t report.Table, rows [][]report.Cell, head bool) error {
	for i, row := range report.Grid(rows, len(t.Columns)) {
		lines := 1
		for _, s := range row {
			if s.Continued {
				continue
			}
			if err := p.slot(s, p.row+i, head); err != nil {
				return err
			}
			if s.Rows == 1 && s.Number.Unit == report.NotANumber {
				lines = max(lines, linesIn(s.Text, p.width(s.Column, s.Cols)))
			}
		}
		if err := p.height(p.row+i, lines); err != nil {
			return err
		}
	}
	p.row += len(rows)
	return nil
}

// slot writes a cell, over as many rows and columns as it spans.
func (p *page) slot(s report.Slot, row int, head bool) error {
	number, err := valueOf(s.Number)
	if err != nil {
		return err
	}
	l := look{bold: s.Bold, head: head, unit: s.Number.Unit}
	if s.Number.Unit == report.Percent {
		_, places, _ := strings.Cut(s.Number.Plain, ".")
		l.places = len(places)
	}
	if number == nil {
		number = s.Text
	}
	if err := p.put(s.Column+1, row, number, l); err != nil || s.Cols == 1 && s.Rows == 1 {
		return err
	}
	from, err := excelize.CoordinatesToCellName(s.Column+1, row)
	if err != nil {
		return err
	}
	to, err := excelize.CoordinatesToCellName(s.Column+s.Cols, row+s.Rows-1)
	if err != nil {
		return err
	}
	id, err := p.style(l)
	if err != nil {
		return err
	}
	if err := p.SetCellStyle(p.name, from, to, id); err != nil {
		return err
	}
	return p.MergeCell(p.name, from, to)
}

// valueOf is a number as a workbook keeps it; nil for text.
func valueOf(n report.Number) (any, error) {
	switch n.Unit {
	case report.NotANumber:
		return nil, nil
	case report.Count, report.Dong:
		return parsed(strconv.ParseInt(n.Plain, 10, 64))
	case report.Day:
		return parsed(time.Parse(time.DateOnly, n.Plain))
	}
	return parsed(strconv.ParseFloat(n.Plain, 64))
}

func parsed[T any](n T, err error) (any, error) { return n, err }

func (p *page) put(column, row int, what any, l look) error {
	at, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	id, err := p.style(l)
	if err != nil {
		return err
	}
	if err := p.SetCellStyle(p.name, at, at, id); err != nil {
		return err
	}
	return p.SetCellValue(p.name, at, what)
}

// keepHeads keeps the heads of the only table in sight, and on every printed page.
func (p *page) keepHeads(heads int) error {
	last := headRow + max(heads, 1) - 1
	if err := p.SetPanes(p.name, &excelize.Panes{
		Freeze:      true,
		YSplit:      last,
		TopLeftCell: "A" + strconv.Itoa(last+1),
		ActivePane:  "bottomLeft",
	}); err != nil || heads == 0 {
		return err
	}
	return p.SetDefinedName(&excelize.DefinedName{
		Name:     "_xlnm.Print_Titles",
		RefersTo: fmt.Sprintf("'%s'!$%d:$%d", p.name, headRow, last),
		Scope:    p.name,
	})
}

// print puts the sheet on landscape A4, as wide as the page and as long as it is.
func (p *page) print() error {
	a4, wide, fit, high, across := 9, "landscape", true, 0, 1
	if err := p.SetPageLayout(p.name, &excelize.PageLayoutOptions{
		Size:        &a4,
		Orientation: &wide,
		FitToHeight: &high,
		FitToWidth:  &across,
	}); err != nil {
		return err
	}
	return p.SetSheetProps(p.name, &excelize.SheetPropsOptions{FitToPage: &fit})
}
