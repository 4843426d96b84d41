package web

import "rasoat/web/field"

// planList is the plans and the dates of the one that is followed. Template: plan/list.
type planList struct {
	frame
	State   string
	Whole   string // address of the plan with all that it says
	Copy    string // of the form that copies it; empty: may not
	Summary field.Summary
	Plans   []planRow
	Dates   []planDate
	Tasks   []planTask
}

type planRow struct {
	Href    string
	Number  string // "29/KH-UBND"
	Date    string
	Title   string
	State   badge
	Current bool
}

// planDate is one duty on the line of dates. A monthly duty is one line with its months folded below it.
type planDate struct {
	ID      string // "d1": place in the page
	Date    string // "09/8/2024"; "ngày 15 hằng tháng"
	Left    string // "còn 12 ngày làm việc"; beside the date only
	Title   string
	Source  string
	Owner   string
	State   verdict
	Text    string // "đạt 2/3 chỉ tiêu"; may be empty
	Href    string // where it is done
	Next    bool   // the next one
	Note    *planNote
	Months  []planDate
	Folded  string // "9 kỳ, 2 kỳ chưa ghi nhận"
	Opened  bool   // the months are shown: a form among them was refused
	Heading bool   // stands for its months
}

// planNote is the form with which a person notes that a duty was done, or takes that note back.
type planNote struct {
	ID     string // of the duty: "D4/2024-07"
	Plan   string
	Number field.Cell
	Day    field.Cell
	Done   bool // it is noted: it can be taken back
	Open   bool // the form was refused and stands open
}

type planTask struct {
	Text   string
	Source string
	Owner  string
	Href   string
}
