package exchange

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"rasoat/value"
)

// Bounds of a sheet that is read whole: what a person fills in by hand is far below them.
const (
	maxCellRows    = 5_000
	maxCellColumns = 200
	maxCellUnzip   = 32 << 20
)

// ReadCells reads a small table as text, row by row: a workbook (its first sheet), CSV, or a table pasted from
// Word or Excel, whose cells of several lines stand in quotes. Numbers of a workbook come as machines write them,
// with a comma where they have decimals, so that they read as what people type. What is no table is value.Problems.
func ReadCells(raw []byte) ([][]string, error) {
	raw = bytes.TrimPrefix(raw, []byte("\uFEFF"))
	switch {
	case len(bytes.TrimSpace(raw)) == 0:
		return nil, value.Problems{{Code: "file.empty"}}
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")):
		return workbookCells(raw)
	case !utf8.Valid(raw) || !isText(raw):
		return nil, value.Problems{{Code: "cells.unreadable"}}
	}
	return textCells(string(raw))
}

func workbookCells(raw []byte) (rows [][]string, err error) {
	unreadable := value.Problems{{Code: "cells.unreadable"}}
	f, err := excelize.OpenReader(bytes.NewReader(raw), excelize.Options{
		UnzipSizeLimit:    maxCellUnzip,
		UnzipXMLSizeLimit: maxCellUnzip,
		RawCellValue:      true,
	})
	if err != nil {
		return nil, unreadable
	}
	defer f.Close() // nothing was written
	sheet, err := f.Rows(f.GetSheetName(0))
	if err != nil {
		return nil, unreadable
	}
	defer sheet.Close()
	for sheet.Next() {
		cells, err := sheet.Columns()
		if err != nil {
			return nil, unreadable
		}
		if len(rows) == maxCellRows || len(cells) > maxCellColumns {
			return nil, tooLarge()
		}
		for i, c := range cells {
			cells[i] = decimalComma(c)
		}
		rows = append(rows, cells)
	}
	return rows, nil
}

// decimalComma writes the decimal sign of a bare number as people do; dots of text stay.
func decimalComma(s string) string {
	whole, frac, dot := strings.Cut(s, ".")
	if dot && isDigits(strings.TrimPrefix(whole, "-")) && isDigits(frac) {
		return whole + "," + frac
	}
	return s
}

func isDigits(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}

// textCells reads lines of cells; the delimiter is a tab where there is one, else whichever of ; and , the first
// lines have more of.
func textCells(text string) (rows [][]string, err error) {
	if delimiter(text) == '\t' {
		return pastedCells(text)
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = delimiter(text), -1, true
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, value.Problems{{Code: "cells.unreadable"}}
		}
		if len(rows) == maxCellRows || len(cells) > maxCellColumns {
			return nil, tooLarge()
		}
		rows = append(rows, cells)
	}
}

// pastedCells reads a table as Excel and Word put it on the clipboard: a cell that holds a line break or a tab stands
// in quotes, its own quotes doubled. Quotes that do not close in this way are part of the text, so that a name which
// begins with one swallows no other row. Empty lines are none.
func pastedCells(text string) (rows [][]string, err error) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	for {
		if text = strings.TrimLeft(text, "\n"); text == "" {
			return rows, nil
		}
		var row []string
		for goesOn := true; goesOn; {
			cell, rest, quoted := cutQuoted(text)
			if !quoted {
				end := strings.IndexAny(text, "\t\n")
				if end < 0 {
					end = len(text)
				}
				cell, rest = text[:end], text[end:]
			}
			row = append(row, cell)
			text, goesOn = strings.CutPrefix(rest, "\t")
		}
		if len(rows) == maxCellRows || len(row) > maxCellColumns {
			return nil, tooLarge()
		}
		rows = append(rows, row)
	}
}

// cutQuoted cuts a cell in quotes from the beginning of a text.
func cutQuoted(text string) (cell, rest string, ok bool) {
	if !strings.HasPrefix(text, `"`) {
		return "", text, false
	}
	for i := 1; i < len(text); i++ {
		if text[i] != '"' {
			continue
		}
		if strings.HasPrefix(text[i+1:], `"`) {
			i++
			continue
		}
		if rest = text[i+1:]; rest != "" && rest[0] != '\t' && rest[0] != '\n' {
			return "", text, false
		}
		return strings.ReplaceAll(text[1:i], `""`, `"`), rest, true
	}
	return "", text, false
}

// PasteCells writes rows so that ReadCells reads them back: what Excel puts on the clipboard. A cell keeps its lines.
func PasteCells(rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte('\t')
			}
			if strings.ContainsAny(cell, "\t\n\r\"") {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			b.WriteString(cell)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func delimiter(text string) rune {
	head := text[:min(len(text), 4096)]
	switch {
	case strings.Contains(head, "\t"):
		return '\t'
	case strings.Count(head, ";") >= strings.Count(head, ",") && strings.Contains(head, ";"):
		return ';'
	}
	return ','
}

func tooLarge() error {
	return value.Problems{{Code: "cells.too_large", Args: []any{fmt.Sprint(maxCellRows), fmt.Sprint(maxCellColumns)}}}
}
