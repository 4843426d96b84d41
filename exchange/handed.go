package exchange

import (
	"strings"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// The columns of a list of internal procedures, by the headings that lists handed down carry (second-look §3.5).
var (
	handedName   = []string{"tên thủ tục", "tên tthc", "tên"}
	handedField  = []string{"lĩnh vực"}
	handedAgency = []string{"cơ quan thực hiện", "đơn vị thực hiện", "cơ quan giải quyết"}
	handedNote   = []string{"ghi chú", "căn cứ"}
)

// ReadHanded reads the list of internal procedures that the superior hands down: a workbook, CSV, or a table pasted
// from Word or Excel, with a heading that has a column for the name. Lines without a name are passed over; what
// stands in front of the heading too. A section heading in the name's column that fills its line alone and begins
// with a letter or Roman number and a full stop ("B. Cấp xã") is no procedure. What cannot be read is value.Problems.
func ReadHanded(raw []byte) ([]review.HandedLine, error) {
	rows, err := ReadCells(raw)
	if err != nil {
		return nil, err
	}
	head, columns, found := findHeads(rows, handedName, handedField, handedAgency, handedNote)
	if !found {
		return nil, value.Problems{{Code: "handed.no_head"}}
	}
	var out []review.HandedLine
	for _, row := range rows[head+1:] {
		line := review.HandedLine{
			Name:   cellOf(row, columns[0]),
			Field:  cellOf(row, columns[1]),
			Agency: cellOf(row, columns[2]),
			Note:   cellOf(row, columns[3]),
		}
		if line.Name == "" || isSection(row) {
			continue
		}
		out = append(out, line)
	}
	if len(out) == 0 {
		return nil, value.Problems{{Code: "handed.none"}}
	}
	return out, nil
}

// findHeads finds the row that heads a table: the first that has the first of the wanted columns, with the place of
// each, -1 for one that is not there. Headings are compared folded and may say more than what is wanted.
func findHeads(rows [][]string, wanted ...[]string) (row int, columns []int, found bool) {
	for i, r := range rows {
		columns = make([]int, len(wanted))
		for w, names := range wanted {
			columns[w] = columnOf(r, names)
		}
		if columns[0] >= 0 {
			return i, columns, true
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

// cellOf is a cleaned cell, "" where the row ends before it.
func cellOf(row []string, column int) string {
	if column < 0 || column >= len(row) {
		return ""
	}
	return viet.Clean(row[column])
}

// isSection reports whether a row heads a section: one cell alone has words, and it begins like "B." or "II.".
func isSection(row []string) bool {
	var words []string
	for _, c := range row {
		if c = viet.Clean(c); c != "" {
			words = append(words, c)
		}
	}
	if len(words) != 1 {
		return false
	}
	mark, _, dotted := strings.Cut(words[0], ".")
	return dotted && mark != "" && len(mark) <= 4 && strings.Trim(mark, "ABCDEGHIVX") == ""
}
