package exchange

import (
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// FigureRow is a line of a sheet of figures for the indicators, its numbers as they stand there.
type FigureRow struct {
	Line        int    // 1 is the first of the sheet
	Key         string // review.Figure.Key
	Numerator   string
	Denominator string
	Note        string
}

// ReadFigures reads the figures of one month from a sheet: our own (see WriteFigures), or any table that has columns
// for numerator and denominator and says of each line which indicator it is: by its key, its name, or its number
// below a heading of its resolution. Rows without both numbers are passed over; a row with numbers that belongs to no
// indicator, or to one that stood before, is a problem. Nothing is checked about the numbers themselves.
func ReadFigures(raw []byte, indicators []review.Indicator) ([]FigureRow, error) {
	rows, err := ReadCells(raw)
	if err != nil {
		return nil, err
	}
	columns, first, found := figureColumns(rows)
	if !found {
		return nil, value.Problems{{Code: "figures.no_head"}}
	}
	var out []FigureRow
	var problems value.Problems
	group := ""
	seen := map[string]int{}
	for i := range rows {
		if g := groupIn(rows[i], indicators); g != "" {
			group = g
		}
		row := FigureRow{
			Line:        i + 1,
			Numerator:   columns.cell(rows[i], colNumerator),
			Denominator: columns.cell(rows[i], colDenominator),
			Note:        columns.cell(rows[i], colNote),
		}
		if i < first || row.Numerator == "" && row.Denominator == "" {
			continue
		}
		row.Key = columns.find(rows[i], group, indicators)
		switch {
		case row.Key == "":
			problems.Add("", "figures.no_indicator", row.Line)
		case seen[row.Key] > 0:
			problems.Add("", "figures.twice", row.Line, seen[row.Key])
		}
		seen[row.Key] = row.Line
		out = append(out, row)
	}
	switch {
	case len(problems) > 0:
		return nil, problems
	case len(out) == 0:
		return nil, value.Problems{{Code: "figures.none"}}
	}
	return out, nil
}

// figureColumn is a column of a sheet of figures.
type figureColumn int

const (
	colKey figureColumn = iota
	colGroup
	colNumber
	colName
	colPart
	colNumerator
	colDenominator
	colNote
)

// figureHeads are the words, folded, by which a column is known.
var figureHeads = []struct {
	column figureColumn
	words  []string
}{
	{colKey, []string{"ma"}},
	{colGroup, []string{"nghi quyet", "nhom"}},
	{colNumber, []string{"stt", "so", "tt"}},
	{colName, []string{"chi tieu", "ten chi tieu"}},
	{colPart, []string{"noi dung dem", "phan"}},
	{colNumerator, []string{"tu so"}},
	{colDenominator, []string{"mau so"}},
	{colNote, []string{"ghi chu"}},
}

type columnsAt map[figureColumn]int

// figureColumns finds the head of the table: the first row that names numerator and denominator.
func figureColumns(rows [][]string) (at columnsAt, first int, found bool) {
	for i, row := range rows {
		at = columnsAt{}
		for c, cell := range row {
			for _, h := range figureHeads {
				if _, taken := at[h.column]; !taken && isOneOf(viet.Fold(viet.Clean(cell)), h.words) {
					at[h.column] = c
				}
			}
		}
		_, numerator := at[colNumerator]
		_, denominator := at[colDenominator]
		if numerator && denominator {
			return at, i + 1, true
		}
	}
	return nil, 0, false
}

func isOneOf(s string, words []string) bool {
	for _, w := range words {
		if s == w {
			return true
		}
	}
	return false
}

// cell is the text of a column in a row, "" where the sheet has no such column.
func (at columnsAt) cell(row []string, c figureColumn) string {
	i, there := at[c]
	if !there || i >= len(row) {
		return ""
	}
	return viet.Clean(row[i])
}

// groupIn is the group of indicators that a row is a heading of: "1. Chỉ tiêu giao tại Nghị quyết số 01/NQ-CP" is
// "NQ 01".
func groupIn(row []string, indicators []review.Indicator) string {
	line := viet.Fold(viet.Clean(strings.Join(row, " ")))
	for _, ind := range indicators {
		group := viet.Fold(ind.Group)
		number := strings.TrimPrefix(group, "nq ")
		if strings.Contains(line, group) || number != group && strings.Contains(line, number+" nq cp") {
			return ind.Group
		}
	}
	return ""
}

// find is the key of what a row counts, "" where it is not known or several could be meant.
func (at columnsAt) find(row []string, group string, indicators []review.Indicator) string {
	key, name, number := at.cell(row, colKey), viet.Fold(at.cell(row, colName)),
		strings.Trim(at.cell(row, colNumber), ".")
	number = strings.ReplaceAll(number, ",", ".") // 6.1 is a number to a workbook
	part := viet.Fold(at.cell(row, colPart))
	var byName, byNumber []string
	for _, ind := range indicators {
		if ind.SameAs != "" {
			continue
		}
		for _, v := range ind.Measured() {
			this := review.FigureKey(ind.MeasuredAs(), v.ID)
			if key == this {
				return this
			}
			if len(ind.Measured()) > 1 && part != viet.Fold(v.Name) {
				continue
			}
			if name != "" && name == viet.Fold(ind.Name) {
				byName = append(byName, this)
			}
			if number == ind.Number && group == ind.Group {
				byNumber = append(byNumber, this)
			}
		}
	}
	for _, found := range [][]string{byName, byNumber} {
		if len(found) == 1 {
			return found[0]
		}
	}
	return ""
}

// WriteFigures writes the sheet that ReadFigures reads back: a line for everything that is counted, with what has
// been entered for the month.
func WriteFigures(w io.Writer, t review.IndicatorTable) (err error) {
	f := excelize.NewFile()
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	const sheet = "Số liệu"
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	rows := [][]any{{"Số liệu chỉ tiêu tháng " + viet.MonthYear(t.Month)}, {},
		{"Mã", "Nghị quyết", "STT", "Chỉ tiêu", "Nội dung đếm", "Cách tính tử số", "Tử số", "Cách tính mẫu số",
			"Mẫu số", "Ghi chú"}}
	for _, r := range t.Rows {
		if r.Indicator.SameAs != "" {
			continue
		}
		for _, p := range r.Parts {
			row := []any{p.Figure.Key(), r.Indicator.Group, r.Indicator.Number, r.Indicator.Name, p.Name, p.Numerator,
				nil, p.Denominator, nil, p.Figure.Note}
			if n, known := p.Figure.Numerator.Get(); known {
				row[6] = n
			}
			if n, known := p.Figure.Denominator.Get(); known {
				row[8] = n
			}
			rows = append(rows, row)
		}
	}
	for i, row := range rows {
		if err := f.SetSheetRow(sheet, "A"+strconv.Itoa(i+1), &row); err != nil {
			return err
		}
	}
	if err := dressFigures(f, sheet, len(rows)); err != nil {
		return err
	}
	_, err = f.WriteTo(w)
	return err
}

// dressFigures makes the sheet one that a person likes to fill in: wide where text stands, the cells to fill marked.
func dressFigures(f *excelize.File, sheet string, rows int) error {
	for _, c := range []struct {
		columns string
		width   float64
	}{{"A", 16}, {"B", 11}, {"C", 6}, {"D", 48}, {"E", 24}, {"F", 36}, {"G", 10}, {"H", 36}, {"I", 10}, {"J", 30}} {
		if err := f.SetColWidth(sheet, c.columns, c.columns, c.width); err != nil {
			return err
		}
	}
	head, err := f.NewStyle(&excelize.Style{
		Font:      &excelize.Font{Bold: true},
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "center"},
	})
	if err != nil {
		return err
	}
	text, err := f.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return err
	}
	fill, err := f.NewStyle(&excelize.Style{
		Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFF1B8"}},
		Alignment: &excelize.Alignment{Vertical: "top"},
	})
	if err != nil {
		return err
	}
	last := strconv.Itoa(max(rows, 4))
	for _, c := range []struct {
		from, to string
		style    int
	}{
		{"A1", "A1", head},
		{"A3", "J3", head},
		{"A4", "J" + last, text},
		{"G4", "G" + last, fill},
		{"I4", "I" + last, fill},
	} {
		if err := f.SetCellStyle(sheet, c.from, c.to, c.style); err != nil {
			return err
		}
	}
	return f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 3, TopLeftCell: "A4", ActivePane: "bottomLeft"})
}
