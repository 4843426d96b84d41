package web

import "rasoat/web/field"

// costTable is form 03/SCM-KSTT: the cost of one procedure before and after. Part: cost_table.
//
// Circular 02/2017/TT-VPCP, article 27.
type costTable struct {
	ID       string // "bang-chi-phi"
	Editable bool
	Action   string // address that prices the rows as they are typed (POST of the form, answered with this part); empty: only when saved
	Before   costSide
	After    costSide
	Saving   string // "43.467.080 đồng"
	Percent  string // "55,80%"; "–" where before is 0
	Note     string // "1 dòng là ước tính"
	Problems field.Summary
	Sources  []field.Option
}

// costSide is one of the two tables.
type costSide struct {
	ID     string // "before", "after": the prefix of its fields
	Title  string // "Hiện tại", "Sau đơn giản hóa"
	Groups []costGroup
	Unit   string // total for one time
	Annual string // total for one year
	Hours  string // working hours in a year
}

// costGroup is one of the six groups of work; it stands there even without rows.
type costGroup struct {
	Number string // "1"
	Task   string // "prepare"
	Title  string // "Chuẩn bị hồ sơ"
	Annual string
	Rows   []costRow
}

// costRow is one activity. The figures are as typed; Unit, Annual and Sum are computed.
type costRow struct {
	Number   string // "1.2"
	Name     string // of the row in the form: "before[2]"
	Task     string
	Activity costCell
	Hours    costCell
	Rate     costCell
	Service  costCell
	Fees     costCell
	Times    costCell
	Subjects costCell
	Note     costCell
	Source   string // the word beside the figure: "ước tính"
	Sources  []field.Option
	Unit     string
	Annual   string
	Sum      string // "0,5 giờ × 48.248 = 24.124"
}

// costCell is one cell.
type costCell struct {
	Name    string // "before[2].hours"
	Label   string // "Dòng 1.2, Thời gian (giờ)"
	Value   string
	Problem string
}
