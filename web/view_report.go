package web

import "rasoat/web/field"

// reportList is the kinds of reports with what can be taken away of each. Template: report/list.
type reportList struct {
	frame
	State  string
	Saved  string
	Form   reportForm
	Groups []reportGroup
}

// reportForm asks for what stands in the head of a report and for which campaign it is.
type reportForm struct {
	Summary  field.Summary
	Campaign field.Cell
	Number   field.Cell
	Day      field.Cell
}

type reportGroup struct {
	Title string
	Kinds []reportKind
}

// reportKind is one kind of report.
type reportKind struct {
	Name   string // "Báo cáo tổng hợp kết quả rà soát"
	Text   string // to whom, when
	Due    string // "nộp trước 20/6/2024"; may be empty
	Note   string // whose figures it has
	Holes  string // "còn 2 chỗ trống"; may be empty
	Write  string // what people have to write into it; may be empty
	Read   string // address of the page itself
	Files  []link // "Word", "Excel", "PDF"
	Issued []link // earlier issues
	Issue  issueForm
}

// issueForm asks for what a report goes out under. Kind is empty where nobody issues it here.
type issueForm struct {
	Kind   string
	Title  string // of the kind, as it stands in its labels
	Fields []field.Cell
	Open   bool // it was refused
}
