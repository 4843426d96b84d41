// Package xlsx writes the tables of an administrative document as sheets with typed numbers.
package xlsx

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"rasoat/report"
)

// Write writes a workbook with one sheet per table, in the order of the document.
func Write(w io.Writer, d report.Document) error {
	var all []titled
	for i, a := range d.Annexes {
		for _, b := range a.Body {
			if t, ok := b.(report.Table); ok {
				all = append(all, titled{t, d.AnnexLabel(i) + ". " + a.Title})
			}
		}
	}
	return writeSheets(w, all)
}

// WriteTable writes a workbook of one table, under its title.
func WriteTable(w io.Writer, title string, t report.Table) error {
	return writeSheets(w, []titled{{t, title}})
}

// titled is a table with what stands above it.
type titled struct {
	report.Table
	title string
}

func writeSheets(w io.Writer, all []titled) (err error) {
	f := excelize.NewFile()
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	styles, err := newStyles(f)
	if err != nil {
		return err
	}
	for i, t := range all {
		if err := sheet(f, styles, i+1, t.Table, t.title); err != nil {
			return fmt.Errorf("sheet %s: %w", t.Name, err)
		}
	}
	if len(all) > 0 {
		if err := f.DeleteSheet("Sheet1"); err != nil {
			return err
		}
	}
	_, err = f.WriteTo(w)
	return err
}

type styles struct{ title, head, text, whole, percent, day, bold, boldWhole, boldPercent int }

func newStyles(f *excelize.File) (s styles, err error) {
	border := []excelize.Border{
		{Type: "left", Style: 1},
		{Type: "right", Style: 1},
		{Type: "top", Style: 1},
		{Type: "bottom", Style: 1},
	}
	font := func(bold bool) *excelize.Font { return &excelize.Font{Family: "Times New Roman", Size: 12, Bold: bold} }
	whole, percent, day := "#,##0", "0.00", "d/m/yyyy"
	for _, x := range []struct {
		to   *int
		like excelize.Style
	}{
		{&s.title, excelize.Style{Font: &excelize.Font{Family: "Times New Roman", Size: 14, Bold: true}}},
		{&s.head, excelize.Style{
			Font:      font(true),
			Border:    border,
			Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
		}},
		{&s.text, excelize.Style{
			Font:      font(false),
			Border:    border,
			Alignment: &excelize.Alignment{Vertical: "top", WrapText: true},
		}},
		{&s.whole, excelize.Style{Font: font(false), Border: border, CustomNumFmt: &whole}},
		{&s.percent, excelize.Style{Font: font(false), Border: border, CustomNumFmt: &percent}},
		{&s.day, excelize.Style{
			Font:         font(false),
			Border:       border,
			CustomNumFmt: &day,
			Alignment:    &excelize.Alignment{Horizontal: "left", Vertical: "top"},
		}},
		{&s.bold, excelize.Style{Font: font(true), Border: border}},
		{&s.boldWhole, excelize.Style{Font: font(true), Border: border, CustomNumFmt: &whole}},
		{&s.boldPercent, excelize.Style{Font: font(true), Border: border, CustomNumFmt: &percent}},
	} {
		if *x.to, err = f.NewStyle(&x.like); err != nil {
			return s, err
		}
	}
	return s, nil
}

// of is the style of a cell by what its number is.
func (s styles) of(c report.Cell) int {
	switch {
	case c.Number.Unit == report.Percent && c.Bold:
		return s.boldPercent
	case c.Number.Unit == report.Percent:
		return s.percent
	case c.Number.Unit == report.Day:
		return s.day
	case c.Number.Unit != report.NotANumber && c.Bold:
		return s.boldWhole
	case c.Number.Unit != report.NotANumber:
		return s.whole
	case c.Bold:
		return s.bold
	}
	return s.text
}

// headRow is the row of the table's head: the title stands above it, an empty row between.
const headRow = 3

func sheet(f *excelize.File, st styles, n int, t report.Table, title string) error {
	name := sheetName(t.Name, n)
	if _, err := f.NewSheet(name); err != nil {
		return err
	}
	w, err := f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for i, c := range t.Columns {
		if err := w.SetColWidth(i+1, i+1, float64(max(c.Width, 6))*1.3); err != nil {
			return err
		}
	}
	if err := w.SetPanes(&excelize.Panes{
		Freeze:      true,
		YSplit:      headRow,
		TopLeftCell: "A" + strconv.Itoa(headRow+1),
		ActivePane:  "bottomLeft",
	}); err != nil {
		return err
	}
	if err := w.SetRow("A1", []any{excelize.Cell{StyleID: st.title, Value: title}}); err != nil {
		return err
	}
	if t.Unit != "" {
		if err := w.SetRow("A2", []any{t.Unit}); err != nil {
			return err
		}
	}
	row := headRow
	for _, cells := range t.Heads() {
		if err := put(w, row, cells, func(report.Cell) int { return st.head }); err != nil {
			return err
		}
		row++
	}
	rows := t.Rows
	if t.Total != nil {
		rows = append(rows[:len(rows):len(rows)], t.Total)
	}
	for _, cells := range rows {
		if err := put(w, row, cells, st.of); err != nil {
			return err
		}
		row++
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return printing(f, name)
}

func put(w *excelize.StreamWriter, row int, cells []report.Cell, style func(report.Cell) int) error {
	values := make([]any, len(cells))
	for i, c := range cells {
		v := excelize.Cell{StyleID: style(c), Value: c.Text}
		switch c.Number.Unit {
		case report.Count, report.Dong:
			n, err := strconv.ParseInt(c.Number.Plain, 10, 64)
			if err != nil {
				return err
			}
			v.Value = n
		case report.Percent:
			n, err := strconv.ParseFloat(c.Number.Plain, 64)
			if err != nil {
				return err
			}
			v.Value = n
		case report.Day:
			day, err := time.Parse(time.DateOnly, c.Number.Plain)
			if err != nil {
				return err
			}
			v.Value = day
		}
		values[i] = v
	}
	return w.SetRow("A"+strconv.Itoa(row), values)
}

// printing puts a sheet on landscape A4, as wide as the page.
func printing(f *excelize.File, name string) error {
	a4, wide, fit, high, across := 9, "landscape", true, 0, 1
	if err := f.SetPageLayout(name, &excelize.PageLayoutOptions{
		Size:        &a4,
		Orientation: &wide,
		FitToHeight: &high,
		FitToWidth:  &across,
	}); err != nil {
		return err
	}
	return f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit})
}

// notInSheetName is what Excel allows in no name of a sheet.
var notInSheetName = strings.NewReplacer(":", " ", `\`, " ", "/", "-", "?", " ", "*", " ", "[", "(", "]", ")", "'", "’")

// sheetName is what Excel accepts: at most 31 characters, unique.
func sheetName(name string, n int) string {
	name = notInSheetName.Replace(name)
	if name == "" {
		name = "Bảng " + strconv.Itoa(n)
	}
	if r := []rune(name); len(r) > 31 {
		name = string(r[:31])
	}
	return name
}
