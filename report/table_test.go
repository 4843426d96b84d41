package report

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rasoat/review"
	"rasoat/value"
)

// sketch draws a grid: each slot by its text and, where it spans, how far; "^" where it hangs down from above.
func sketch(grid [][]Slot) string {
	var rows []string
	for _, row := range grid {
		var out []string
		for _, s := range row {
			text := s.Text
			if s.Continued {
				text = "^" + text
			}
			if s.Cols > 1 || s.Rows > 1 {
				text += fmt.Sprintf("[%dx%d]", s.Cols, s.Rows)
			}
			out = append(out, text)
		}
		rows = append(rows, strings.Join(out, " "))
	}
	return strings.Join(rows, " / ")
}

func TestGrid(t *testing.T) {
	c := func(text string, span ...int) Cell {
		cell := Cell{Text: text}
		if len(span) == 2 {
			cell.Cols, cell.Rows = span[0], span[1]
		}
		return cell
	}
	for _, tt := range []struct {
		name    string
		rows    [][]Cell
		columns int
		want    string
	}{
		{"no rows", nil, 3, ""},
		{"cells side by side", [][]Cell{{c("a"), c("b")}, {c("c"), c("d")}}, 2, "a b / c d"},
		{"a cell over two columns", [][]Cell{{c("a", 2, 1), c("b")}}, 3, "a[2x1] b"},
		{"a cell over two rows", [][]Cell{{c("a", 1, 2), c("b")}, {c("c")}}, 2, "a[1x2] b / ^a c"},
		{"one that hangs between", [][]Cell{{c("a"), c("b", 1, 3), c("c")}, {c("d"), c("e")}, {c("f"), c("g")}}, 3,
			"a b[1x3] c / d ^b[1x2] e / f ^b g"},
		{"beside one that hangs down, then one too many", [][]Cell{{c("a", 1, 2), c("b", 2, 1)}, {c("c")},
			{c("d"), c("e"), c("f"), c("too much")}}, 3, "a[1x2] b[2x1] / ^a c  / d e f"},
		{"a span ends where one hangs down", [][]Cell{{c("a"), c("b", 1, 3)}, {c("c", 2, 1)}, {c("d")}}, 2,
			"a b[1x3] / c ^b[1x2] / d ^b"},
		{"over columns and rows", [][]Cell{{c("a", 2, 2), c("b")}, {c("c")}}, 3, "a[2x2] b / ^a[2x1] c"},
		{"missing cells are empty", [][]Cell{{c("a")}, {}}, 2, "a  /  "},
		{"what lies beyond is left out", [][]Cell{{c("a"), c("b"), c("c")}}, 2, "a b"},
		{"a span beyond the last column ends there", [][]Cell{{c("a"), c("b", 9, 1)}}, 3, "a b[2x1]"},
		{"a span beyond the last row ends there", [][]Cell{{c("a")}, {c("b", 1, 9)}}, 1, "a / b"},
		{"a span below one is one", [][]Cell{{c("a", -1, -1), c("b", 0, 0)}}, 2, "a b"},
	} {
		if got := sketch(Grid(tt.rows, tt.columns)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Whatever the cells say of themselves, each row covers all columns once, and every slot knows where it begins.
func TestGrid_coversAll(t *testing.T) {
	cell := rapid.Custom(func(t *rapid.T) Cell {
		return Cell{Text: "x", Cols: rapid.IntRange(-1, 4).Draw(t, "cols"), Rows: rapid.IntRange(-1, 4).Draw(t, "rows")}
	})
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, 0, 5), 0, 5).Draw(t, "rows")
		columns := rapid.IntRange(1, 4).Draw(t, "columns")
		grid := Grid(rows, columns)
		if len(grid) != len(rows) {
			t.Fatalf("%d rows of %d", len(grid), len(rows))
		}
		for i, row := range grid {
			at := 0
			for _, s := range row {
				if s.Column != at || s.Cols < 1 || s.Rows < 1 || i+s.Rows > len(rows) {
					t.Fatalf("row %d: %+v at column %d", i, s, at)
				}
				at += s.Cols
			}
			if at != columns {
				t.Fatalf("row %d covers %d of %d columns: %s", i, at, columns, sketch(grid))
			}
		}
	})
}

// A cell stands as it says itself, else as its column does, else on the left.
func TestCellAlign(t *testing.T) {
	table := Table{Columns: []Column{{Head: "STT", Align: Center}, {Head: "Tên"}}}
	for _, tt := range []struct {
		own    Align
		column int
		want   Align
	}{
		{ByDefault, 0, Center}, {Right, 0, Right}, {ByDefault, 1, Left}, {Right, 1, Right},
	} {
		if got := CellAlign(table, Slot{Cell: Cell{Align: tt.own}, Column: tt.column}); got != tt.want {
			t.Errorf("%v in column %d: %v, want %v", tt.own, tt.column, got, tt.want)
		}
	}
}

// A table without heads has no row for them.
func TestTable_Heads(t *testing.T) {
	if rows := (Table{Columns: []Column{{Width: 1}, {Width: 2}}}).Heads(); rows != nil {
		t.Errorf("%v", rows)
	}
	rows := (Table{Columns: []Column{{Head: "STT", Width: 1}, {Width: 2}}}).Heads()
	if len(rows) != 1 || len(rows[0]) != 2 || rows[0][0].Text != "STT" || rows[0][1].Text != "" {
		t.Errorf("%v", rows)
	}
}

// A cell's number is what a spreadsheet reads; its text is what a person reads.
func TestCells(t *testing.T) {
	for _, tt := range []struct {
		name   string
		cell   Cell
		text   string
		number Number
	}{
		{"count", CountCell(1234), "1.234", Number{Count, "1234"}},
		{"money", MoneyCell(-1500), "-1.500", Number{Dong, "-1500"}},
		{"percent", PercentCell("18.60"), "18,60", Number{Percent, "18.60"}},
		{"percent that two places would round into the other verdict", PercentCell("19.996"), "19,996",
			Number{Percent, "19.996"}},
		{"unknown money", money(value.Opt[value.Money]{}), "–", Number{}},
		{"no percentage", shareCell(review.CostLine{}.Share, review.CostShares{}), "–", Number{}},
		{"unknown number", optCell(value.Opt[int64]{}), "", Number{}},
	} {
		if tt.cell.Text != tt.text || tt.cell.Number != tt.number {
			t.Errorf("%s: %+v", tt.name, tt.cell)
		}
	}
}
