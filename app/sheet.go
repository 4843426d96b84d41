package app

import (
	"io"

	"rasoat/report"
	"rasoat/report/xlsx"
)

// A list as a spreadsheet holds it: its table, a column, a cell.
type (
	SheetTable  = report.Table
	SheetColumn = report.Column
	SheetCell   = report.Cell
)

// The cells of a list: words, a number of things, đồng, a percentage as machines write it, and a day.
var (
	SheetText    = report.TextCell
	SheetCount   = report.CountCell
	SheetMoney   = report.MoneyCell
	SheetPercent = report.PercentCell
	SheetDay     = report.DayCell
)

// WriteSheet writes a list as a spreadsheet, under its title.
func WriteSheet(w io.Writer, title string, t SheetTable) error { return xlsx.WriteTable(w, title, t) }
