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

// Write writes a workbook of a document: its parts that hold tables, and its annexes, a sheet each in their order.
func Write(w io.Writer, d report.Document) error { return write(w, sheetsOf(d)) }

// WriteTable writes a workbook of one table, under its title.
func WriteTable(w io.Writer, title string, t report.Table) error {
	return write(w, []sheet{{t.Name, title, []report.Block{t}}})
}

func write(w io.Writer, all []sheet) (err error) {
	f := excelize.NewFile()
	f.SetZipWriter(dated)
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	b := book{File: f, styles: map[look]int{}, taken: map[string]bool{}}
	for i, s := range all {
		if err := b.add(s, i); err != nil {
			return fmt.Errorf("sheet %s: %w", s.name, err)
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

// dated writes every file of the workbook under one day that exists: zip counts from 1980, and the same document gives
// the same bytes.
func dated(w io.Writer) excelize.ZipWriter { return datedZip{zip.NewWriter(w)} }

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

// notInName is what Excel allows in no name of a sheet.
var notInName = strings.NewReplacer(":", " ", `\`, " ", "/", "-", "?", " ", "*", " ", "[", "(", "]", ")", "'", "’")

// nameSheet is a name that Excel accepts: at most 31 characters without signs of its own, and no two alike.
func (b *book) nameSheet(name string, place int) string {
	const most = 31
	name = strings.TrimSpace(notInName.Replace(name))
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
