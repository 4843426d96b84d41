package web

import "rasoat/web/field"

// monthBook is the monthly report as the office writes it. Template: month/book.
type monthBook struct {
	frame
	State   string // "Kỳ từ 15/6/2024 đến 14/7/2024 · nộp ngày 15/7/2024 · chưa phát hành"
	Saved   string
	Summary field.Summary
	PlanID  string
	Month   string // "2024-07"
	Months  []monthTab
	Found   []string // what the program found itself
	Places  []monthPlace
	Files   []link
	Holes   string // "còn thiếu: số văn bản, khó khăn, vướng mắc"
	Issue   []field.Cell
	MayEdit bool
	MayGive bool
	Issued  []link
}

// monthPlace is one place of the report: what the program says there itself, and what the office writes.
type monthPlace struct {
	ID      string // "duty/D1"
	Anchor  string
	Title   string
	Version string
	Written string // "Lê Thị Lan, 14/7/2024"
	Open    bool
	Text    field.Cell
	Task    bool
	State   field.Cell
	Owner   field.Cell
	Figures []monthFigure
	Files   []link
	Upload  field.Cell
}

// monthFigure is one row of a task's figures.
type monthFigure struct {
	Name  field.Cell
	Value field.Cell
	Unit  field.Cell
}
