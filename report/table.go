package report

import (
	"strconv"

	"rasoat/value"
	"rasoat/viet"
)

// Table is a table whose heads repeat on each page and, where there is one, a row of totals. Each row, and the total,
// covers every column.
type Table struct {
	Name    string // what it is, in a word or two: the name of its sheet
	Unit    string // "Đơn vị tính: đồng/năm"; printed above, right-aligned
	Columns []Column
	Rows    [][]Cell
	Total   []Cell // nil: none
}

// Column is a column: what stands above it, its share of the width and how its cells stand.
type Column struct {
	Head  string
	Width int
	Align Align
}

// Heads is the row of heads, none where no column has one.
func (t Table) Heads() [][]Cell {
	row := make([]Cell, len(t.Columns))
	any := false
	for i, c := range t.Columns {
		row[i], any = TextCell(c.Head), any || c.Head != ""
	}
	if !any {
		return nil
	}
	return [][]Cell{row}
}

// Cell is one cell. Cols and Rows say how far it spans; 0 is 1.
type Cell struct {
	Text   string
	Bold   bool
	Italic bool
	Align  Align // ByDefault: as the column says
	Cols   int
	Rows   int
	Number Number // what Text says, for spreadsheets; the zero Number is text
}

// Unit says how a spreadsheet shows a number.
type Unit int

// The units of numbers.
const (
	NotANumber Unit = iota
	Count           // things: whole
	Dong            // đồng: whole
	Percent         // Plain holds the percentage: "18.60"
	Decimal         // hours, times a year: with as many places as it has
	Day             // Plain holds the day: "2024-07-15"
)

// Number is a number as machines write it, with its unit.
type Number struct {
	Unit  Unit
	Plain string
}

// TextCell is a cell of words.
func TextCell(s string) Cell { return Cell{Text: s} }

// CountCell is a cell with a number of things.
func CountCell(n int) Cell {
	return Cell{Text: viet.Number(int64(n)), Number: Number{Count, strconv.Itoa(n)}}
}

// MoneyCell is a cell with đồng; the unit stands in the table's head, not in the cell.
func MoneyCell(m value.Money) Cell {
	return Cell{Text: viet.Number(int64(m)), Number: Number{Dong, m.String()}}
}

// PercentCell is a cell with a percentage as machines write it ("18.60"); the sign stands in the table's head.
func PercentCell(plain string) Cell {
	return Cell{Text: viet.Comma(plain), Number: Number{Percent, plain}}
}

// DecimalCell is a cell with a number that may have decimals, as hours and times a year do.
func DecimalCell(d value.Decimal) Cell {
	return Cell{Text: viet.Decimal(d), Number: Number{Decimal, d.String()}}
}

// DayCell is a cell with a day, empty where none is known.
func DayCell(d value.Date) Cell {
	if d.IsZero() {
		return Cell{}
	}
	return Cell{Text: viet.ShortDate(d), Number: Number{Day, d.String()}}
}

// BoldCells makes a row bold, for totals.
func BoldCells(cells ...Cell) []Cell {
	for i := range cells {
		cells[i].Bold = true
	}
	return cells
}

// Slot is a place in the grid of a table: the cell that covers it, from the column it starts in.
type Slot struct {
	Cell
	Column    int
	Continued bool // covered by a cell that started in a row above
}

// Grid places cells that may span rows and columns. Every row of the result covers all columns once;
// missing cells are empty, and what lies beyond the last column is left out.
func Grid(rows [][]Cell, columns int) [][]Slot {
	grid := make([][]Slot, len(rows))
	hanging := make(map[int]Slot) // by column: a cell from above that still covers rows (Rows counts down)
	for i, row := range rows {
		for col := 0; col < columns; {
			slot, below := hanging[col]
			if !below {
				slot = Slot{Cell: Cell{}, Column: col}
				if len(row) > 0 {
					slot.Cell, row = row[0], row[1:]
				}
				slot.Cols = min(max(slot.Cols, 1), columns-col)
				for next := col + 1; next < col+slot.Cols; next++ {
					if _, taken := hanging[next]; taken {
						slot.Cols = next - col // it ends where one hangs down
					}
				}
				slot.Rows = min(max(slot.Rows, 1), len(rows)-i)
			}
			grid[i] = append(grid[i], slot)
			delete(hanging, col)
			if slot.Rows > 1 {
				rest := slot
				rest.Rows, rest.Continued = slot.Rows-1, true
				hanging[col] = rest
			}
			col += slot.Cols
		}
	}
	return grid
}

// CellAlign is how a cell stands: as it says itself, else as its column does.
func CellAlign(t Table, s Slot) Align {
	if s.Align != ByDefault {
		return s.Align
	}
	if a := t.Columns[s.Column].Align; a != ByDefault {
		return a
	}
	return Left
}
