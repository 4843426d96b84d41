// Package xlsx writes what an administrative document tells as sheets with typed numbers.
package xlsx

import (
	"archive/zip"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"rasoat/report"
)

<<<<<<< HEAD
// Write writes a workbook of a document: its parts that hold tables, and its annexes, a sheet each in their order.
func Write(w io.Writer, d report.Document) (err error) {
=======
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
>>>>>>> ha
	f := excelize.NewFile()
	f.SetZipWriter(dated)
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
<<<<<<< HEAD
	b := book{File: f, styles: map[look]int{}, taken: map[string]bool{}}
	all := sheetsOf(d)
	for i, s := range all {
		if err := b.add(s, i); err != nil {
			return fmt.Errorf("sheet %s: %w", s.name, err)
=======
	styles, err := newStyles(f)
	if err != nil {
		return err
	}
	for i, t := range all {
		if err := sheet(f, styles, i+1, t.Table, t.title); err != nil {
			return fmt.Errorf("sheet %s: %w", t.Name, err)
>>>>>>> ha
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

<<<<<<< HEAD
// dated writes every file of the workbook under one day that exists: zip counts from 1980, and the same document gives
// the same bytes.
func dated(w io.Writer) excelize.ZipWriter { return datedZip{zip.NewWriter(w)} }
=======
type styles struct{ title, head, text, whole, percent, day, bold, boldWhole, boldPercent int }
>>>>>>> ha

type datedZip struct{ *zip.Writer }

func (z datedZip) Create(name string) (io.Writer, error) {
	return z.CreateHeader(&zip.FileHeader{
		Name:     name,
		Method:   zip.Deflate,
		Modified: time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC),
	})
}

// sheet is what stands on one sheet. A single table stands alone under its title, so that it can be sorted and summed;
// several stand one below the other with the words between them.
type sheet struct {
	name, title string
	blocks      []report.Block
}

// sheetsOf are the sheets of a document: those stretches of its body that hold tables, and its annexes.
func sheetsOf(d report.Document) []sheet {
	var out []sheet
	add := func(name, title string, blocks []report.Block) {
		all := tables(blocks)
		if len(all) == 1 && all[0].Name != "" {
			name = all[0].Name
		}
		if len(all) == 1 && !hasWords(blocks) {
			blocks = []report.Block{all[0]}
		}
		out = append(out, sheet{name, title, blocks})
	}
<<<<<<< HEAD
	for _, s := range stretches(d) {
		if len(tables(s.blocks)) > 0 {
			add(s.name, s.title, s.blocks)
		}
	}
	for i, a := range d.Annexes {
		name := a.Name
		if name == "" {
			name = d.AnnexLabel(i)
		}
		add(name, d.AnnexLabel(i)+". "+a.Title, a.Body)
=======
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
>>>>>>> ha
	}
	return out
}

// stretches are the body's folds, each under its title, and what stands outside of them.
func stretches(d report.Document) []sheet {
	rest := sheet{name: "Nội dung", title: d.Title}
	var out []sheet
	at := &rest
	for _, b := range d.Body {
		fold, ok := b.(report.Fold)
		switch {
		case ok && fold.Title == "":
			at = &rest
		case ok:
			name, _, _ := strings.Cut(fold.Title, " ")
			out = append(out, sheet{name: name, title: fold.Title})
			at = &out[len(out)-1]
		default:
			at.blocks = append(at.blocks, b)
		}
	}
	return append([]sheet{rest}, out...)
}

func tables(blocks []report.Block) (out []report.Table) {
	for _, b := range blocks {
		if t, ok := b.(report.Table); ok {
			out = append(out, t)
		}
	}
	return out
}

// hasWords reports whether something beside tables and their headings is told.
func hasWords(blocks []report.Block) bool {
	for _, b := range blocks {
		switch b.(type) {
		case report.Paragraph, report.Bullet, report.Dotted:
			return true
		}
	}
	return false
}

// book is the workbook that is being written.
type book struct {
	*excelize.File
	styles map[look]int
	taken  map[string]bool // names of sheets, in small letters
}

// headRow is the row in which the first table begins: the title stands above it, and its unit.
const headRow = 3

// add writes the sheet that has that place.
func (b *book) add(s sheet, place int) error {
	name := b.nameSheet(s.name, place)
	if _, err := b.NewSheet(name); err != nil {
		return err
	}
	p := page{book: b, name: name, row: headRow, widths: widthsOf(tables(s.blocks))}
	for i, width := range p.widths {
		column, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := b.SetColWidth(name, column, column, width); err != nil {
			return err
		}
	}
	if err := p.put(1, 1, s.title, look{size: titleSize, bold: true, plain: true}); err != nil {
		return err
	}
	for _, x := range s.blocks {
		if err := p.block(x); err != nil {
			return err
		}
	}
	if all := tables(s.blocks); len(all) == 1 && len(s.blocks) == 1 {
		if err := p.keepHeads(len(all[0].Heads())); err != nil {
			return err
		}
	}
	return p.print()
}

<<<<<<< HEAD
// nameSheet is a name that Excel accepts: at most 31 characters without signs of its own, and no two alike.
func (b *book) nameSheet(name string, place int) string {
	const most = 31
	name = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) {
			return '-'
		}
		return r
	}, name), "' ")
=======
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
>>>>>>> ha
	if name == "" {
		name = "Bảng " + strconv.Itoa(place+1)
	}
	cut := func(behind string) string {
		letters := []rune(name)
		return strings.TrimSpace(string(letters[:min(len(letters), most-len(behind))])) + behind
	}
	out := cut("")
	for n := 2; b.taken[strings.ToLower(out)]; n++ {
		out = cut(" (" + strconv.Itoa(n) + ")")
	}
	b.taken[strings.ToLower(out)] = true
	return out
}
