package web

import "rasoat/web/field"

// auditList is who did what, newest first. Template: audit/list.
type auditList struct {
	frame
	Filter  []field.Cell
	Verdict auditVerdict
	Rows    []auditRow
	Older   string // address of the next page; empty at the last
	Newest  string // address of the first page; empty there
}

// auditRow is one entry in words: "Lê Thị Lan đã lưu thủ tục 1.001193 (bản 3)".
type auditRow struct {
	Number string
	When   string
	Who    string
	What   string // follows "đã"
	Reason string
	Href   string
}

// auditVerdict is what checking the chain came to; no lines: it was not checked.
type auditVerdict struct {
	OK    bool
	Lines []string
}
