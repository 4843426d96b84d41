package web

// planList is the plans and the dates of the one that is followed. Template: plan/list.
type planList struct {
	frame
	State string
	Plans []planRow
	Dates []planDate
	Tasks []planTask
}

type planRow struct {
	Href    string
	Number  string // "29/KH-UBND"
	Date    string
	Title   string
	State   badge
	Current bool
}

// planDate is one duty on the line of dates.
type planDate struct {
	Date   string // "09/8/2024"; "ngày 15 hằng tháng"
	Left   string // "còn 12 ngày làm việc"; beside the date only
	Title  string
	Source string
	Owner  string
	State  verdict
	Href   string
	Next   bool // the next one
}

type planTask struct {
	Text   string
	Source string
	Owner  string
	State  badge
	Href   string
}
