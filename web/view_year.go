package web

// yearTable is what each unit and officer did under a plan in its year. Template: year/table.
type yearTable struct {
	frame
	Headline string // "Bảng năm 2024"
	State    string
	All      bool // everybody's rows; else those of who asks
	Units    []yearUnit
	Total    yearLine
	Sheet    string // address of the workbook
	Nothing  emptyState
}

// yearUnit is a unit with its officers.
type yearUnit struct {
	Name     string
	Line     yearLine
	Officers []yearLine
}

// yearLine is a row, finished: "4", "66,67%", "20.974.080"; a dash for what did not arise.
type yearLine struct {
	Name     string
	Assigned string
	Done     string
	OnTime   string
	Late     string
	Undated  string
	Share    string
	Returned string
	Saved    string
}
