package web

// reportList is the kinds of reports with what can be taken away of each. Template: report/list.
type reportList struct {
	frame
	State  string
	Groups []reportGroup
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
	Holes  string // "còn 2 chỗ trống"; may be empty
	Read   string // address of the page itself
	Files  []link // "Word", "Excel", "PDF"
	Issued []link // earlier issues
}
