package web

import "rasoat/web/field"

// planShow is one plan as it stands: what it says, where it is edited, what became of it. Template: plan/show.
type planShow struct {
	frame
	Headline string // "Kế hoạch 31/KH-UBND"
	Title    string
	State    string   // "Năm 2025 · ban hành 10/02/2025 · dự thảo, chép từ 29/KH-UBND"
	Notices  []string // what looks odd
	Summary  field.Summary
	Both     bothVersions
	Facts    []planFact
	Parts    []planTable
	Version  string
	ID       string // of the plan
	Base     string // address of the plan, without a slash at its end
	Step     planStep
	Copy     string // address; empty: may not
	Editable bool
	History  []planVersion
}

type planFact struct{ Name, Text string }

// planTable is one part of the plan as a table.
type planTable struct {
	ID    string
	Title string
	Edit  string // address; empty: may not
	Head  []string
	Rows  [][]planCell
	None  string
}

// planCell is a cell; on a phone it stands behind its label, the first of a row without one.
type planCell struct{ Label, Text string }

// planStep is what may be done with the plan as a whole: put it in force, end it.
type planStep struct {
	Title  string
	Text   string
	Field  field.Cell
	Do     string
	Button string // empty: nothing
}

// planVersion is one save of the plan.
type planVersion struct {
	Text    string // "Bản 3, 15/7/2024 08:05, Lê Thị Lan"
	Count   string // "2 thay đổi"
	Changes []string
}

// planEdit is the form for a part of a plan, or for copying one. Template: plan/edit.
type planEdit struct {
	frame
	Headline string
	State    string
	Notices  []string
	Summary  field.Summary
	Both     bothVersions
	Back     link
	Action   string
	Version  string
	From     string // the plan that is copied; empty: none is
	Fields   []field.Cell
	Lists    []field.List
	Submit   string
	Shift    bool // with the button that counts the dates anew
}
