package web

import "rasoat/web/field"

// procedureEdit is the form of a procedure. Template: procedure/edit.
type procedureEdit struct {
	frame
	Code     string // empty for a new one
	Headline string
	Back     link
	State    string
	Summary  field.Summary
	Version  string // the form started from it
	Conflict *editConflict
	Parts    []editPart
	Reason   field.Cell
	Submit   string
	Cancel   link
}

// editConflict says what somebody else saved meanwhile, beside what was typed.
type editConflict struct {
	Text   string   // "Trong lúc đang sửa, Lê Thị Lan đã lưu bản 5: thêm 1 giấy tờ."
	Theirs string   // name of the version that stands: "Bản 5, ngày 15/7/2024"
	Mine   string   // "Nội dung vừa nhập"
	Words  []string // from theirs to mine, in words
	Parts  []comparedPart
}

// editPart is one part of the form: plain fields, then rows.
type editPart struct {
	ID, Title string
	Hint      string
	None      *tick // "Thủ tục này không có phần này"
	Ticks     []tick
	TickName  string
	Fields    []field.Cell
	Rows      []editRow
	Add       editButton // Text empty: no rows can be added
}

// editRow is one row of a list, with rows of its own inside.
type editRow struct {
	ID     string
	Title  string // "Bước 1"
	Fields []field.Cell
	Remove editButton
	Inner  []editRow
	Add    editButton
}

// editButton adds or takes out a row; without a script the page comes back at At.
type editButton struct {
	Text  string
	Name  string
	Value string
	At    string // address with its place: "/thu-tuc/1.001193/sua#steps"
	Part  string // what a script puts anew: "#steps"
}

// tick is a box to tick.
type tick struct {
	ID      string
	Name    string
	Value   string
	Text    string
	Checked bool
	Problem string
}

// procedureAnnounce is the page on which a decision announces or repeals a procedure. Template: procedure/announce.
type procedureAnnounce struct {
	frame
	Code, Name string
	Back       link
	State      string
	Version    string
	Summary    field.Summary
	Announce   []field.Cell
	Repeal     []field.Cell
	Stale      string // says that somebody else saved meanwhile; empty: nobody did
}
