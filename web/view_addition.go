package web

import "rasoat/web/field"

// additionBoard is the request for additions to the list of internal procedures. Template: addition/board.
type additionBoard struct {
	frame
	State    string // "Hạn trước 25/4/2024 · đã phát hành 31/TTr-UBND ngày 22/4/2024"
	Saved    string
	Summary  field.Summary
	Version  string
	PlanID   string
	MayEdit  bool // and the request has not gone out
	MayIssue bool
	MayTell  bool // note what was announced

	Handed     []handedLine
	HandedFrom string
	OnlyOurs   []link
	OursOnly   string // "3 thủ tục của xã không có trong danh mục gửi về"
	Entry      string // "Nhập danh mục"
	Upload     []field.Cell

	Items      []additionLine
	Candidates []additionChoice
	MoreOf     string // "Chọn thêm từ 47 thủ tục điển hình và dự thảo"
	NoItems    emptyState

	Issue    []field.Cell
	Announce []field.Cell
	Files    []link
	Holes    []string // what keeps it from being issued
}

// handedLine is a line handed down beside what the commune has.
type handedLine struct {
	Number string // place in the list, from 0: what a button sends
	Name   string
	Field  string
	Match  badge
	Own    link
	Draft  bool // may be made a draft
}

// additionLine is one procedure asked for, with its reason.
type additionLine struct {
	Name   string // of its fields: "item.0"
	Code   string
	Title  link
	Facts  string
	Reason field.Cell
}

// additionChoice is a procedure that may be asked for.
type additionChoice struct {
	Code  string
	Name  string
	Facts string
}
