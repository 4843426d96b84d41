package exchange

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"rasoat/viet"
)

// The bounds of a table that people hand in: a list of procedures, a month's figures.
const (
	MaxTableRows  = 20_000
	MaxTableCells = 200 // of one row
	maxTableBytes = MaxSent
	maxSheetBytes = 64 << 20 // of a workbook unpacked
)

// ReadTable reads a table as people hand it in: the first visible sheet of an Excel file, or text with a
// tab, a semicolon or a comma between cells, as it is copied from Word or Excel. Cells are cleaned (NFC, one blank,
// nothing invisible), rows keep their places, and rows without any cell are left out at the end. It fails with
// value.Problems of the name:
//
//	table.not_a_table table.encoding table.too_many_rows(rows) upload.too_large(bytes) upload.damaged
func ReadTable(name string, r io.Reader) ([][]string, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxTableBytes+1))
	if err != nil {
		return nil, err
	}
	if len(raw) > maxTableBytes {
		return nil, fileProblem(name, "upload.too_large", maxTableBytes)
	}
	var rows [][]string
	if bytes.HasPrefix(raw, []byte("PK\x03\x04")) {
		rows, err = readSheet(name, raw)
	} else {
		rows, err = readCells(name, raw)
	}
	if err != nil {
		return nil, err
	}
	for len(rows) > 0 && isBlankRow(rows[len(rows)-1]) {
		rows = rows[:len(rows)-1]
	}
	return rows, nil
}

func readSheet(name string, raw []byte) ([][]string, error) {
	f, err := excelize.OpenReader(bytes.NewReader(raw), excelize.Options{UnzipSizeLimit: maxSheetBytes, UnzipXMLSizeLimit: maxSheetBytes})
	if err != nil {
		return nil, fileProblem(name, "table.not_a_table")
	}
	defer f.Close() //nolint:errcheck // read from memory
	for _, sheet := range f.GetSheetList() {
		if visible, err := f.GetSheetVisible(sheet); err != nil || !visible {
			continue
		}
		return sheetRows(name, f, sheet)
	}
	return nil, fileProblem(name, "table.not_a_table")
}

func sheetRows(name string, f *excelize.File, sheet string) (out [][]string, err error) {
	rows, err := f.Rows(sheet)
	if err != nil {
		return nil, fileProblem(name, "upload.damaged")
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		cells, err := rows.Columns()
		if err != nil {
			return nil, fileProblem(name, "upload.damaged")
		}
		if out, err = addRow(name, out, cells); err != nil {
			return nil, err
		}
	}
	if rows.Error() != nil {
		return nil, fileProblem(name, "upload.damaged")
	}
	return out, nil
}

// readCells reads text with a separator: a tab where there is one, else a semicolon, else a comma (Excel writes a
// semicolon where the comma is for decimals).
func readCells(name string, raw []byte) (out [][]string, err error) {
	raw = bytes.TrimPrefix(raw, []byte("\uFEFF"))
	if !utf8.Valid(raw) {
		return nil, fileProblem(name, "table.encoding")
	}
	if !isText(raw) || bytes.HasPrefix(raw, []byte("%PDF-")) {
		return nil, fileProblem(name, "table.not_a_table")
	}
	in := csv.NewReader(bytes.NewReader(raw))
	in.Comma = separator(string(raw))
	in.FieldsPerRecord, in.LazyQuotes = -1, true
	for {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fileProblem(name, "table.not_a_table")
		}
		if out, err = addRow(name, out, cells); err != nil {
			return nil, err
		}
	}
}

func separator(text string) rune {
	for _, s := range "\t;" {
		if strings.ContainsRune(text, s) {
			return s
		}
	}
	return ','
}

func addRow(name string, rows [][]string, cells []string) ([][]string, error) {
	if len(rows) == MaxTableRows {
		return nil, fileProblem(name, "table.too_many_rows", MaxTableRows)
	}
	cells = cells[:min(len(cells), MaxTableCells)]
	clean := make([]string, len(cells))
	for i, c := range cells {
		clean[i] = viet.Clean(c)
	}
	return append(rows, clean), nil
}

func isBlankRow(cells []string) bool {
	for _, c := range cells {
		if c != "" {
			return false
		}
	}
	return true
}

// Columns finds the row that heads a table and where the wanted columns stand in it: names are compared folded, a
// heading may say more ("Tên thủ tục hành chính nội bộ" is the column "tên thủ tục"). The header is the first row that
// has the first of the wanted columns; ok is false where none has.
func Columns(rows [][]string, wanted ...[]string) (header int, at []int, ok bool) {
	for i, row := range rows {
		at = make([]int, len(wanted))
		for w, names := range wanted {
			at[w] = columnOf(row, names)
		}
		if at[0] >= 0 {
			return i, at, true
		}
	}
	return 0, nil, false
}

// columnOf is where a column with one of the names stands, -1 where none does. Earlier names win.
func columnOf(row []string, names []string) int {
	for _, n := range names {
		for c, cell := range row {
			if folded := viet.Fold(cell); folded == viet.Fold(n) || strings.HasPrefix(folded, viet.Fold(n)+" ") {
				return c
			}
		}
	}
	return -1
}

// Cell is a cell of a row, "" where the row ends before it or the column is -1.
func Cell(row []string, column int) string {
	if column < 0 || column >= len(row) {
		return ""
	}
	return row[column]
}
