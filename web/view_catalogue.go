package web

import "rasoat/web/field"

// catalogueList is the working list of the catalogue. Template: catalogue/list.
type catalogueList struct {
	frame
	Count   string
	Actions []link // sort in bulk, import, held rows, new, export
	Saved   string
	Search  field.Cell
	Keep    []fact // filters that the search form sends along: name and value
	Set     []link
	Facets  []facetList
	Rows    []catalogueRow
	Paging  paging
	Nothing emptyState
	CanSort bool
	Back    string // where the form of the ticked rows comes back to
	Summary field.Summary
	Ours    field.Cell
	Reason  field.Cell
}

type catalogueRow struct {
	Code, Name, Href string
	Field            string
	Kind             string
	Levels           string
	Status           badge
	Ours             badge
	Checked          bool
}

// catalogueSort sorts in bulk. Template: catalogue/sort.
type catalogueSort struct {
	frame
	State   string
	Summary field.Summary
	Choice  fieldGroup
	Only    tick
	Ours    field.Cell
	Preview *sortPreview
	Saved   string
}

// sortPreview is what sorting would do, with what the confirming form sends along.
type sortPreview struct {
	Text    string // "137 thủ tục sẽ chuyển thành “xã giải quyết”."
	Lines   []string
	Unknown []string
	Rows    []sortRow
	More    string
	Reason  field.Cell
	Codes   string
	Ours    string
	Submit  string
}

type sortRow struct {
	Code, Name, Href string
	From, To         string
}

// importForm is where files are handed in. Template: catalogue/import.
type importForm struct {
	frame
	Summary field.Summary
	Problem string // at the field of the files
	Format  field.Cell
	Force   tick
	Earlier []importLine
}

type importLine struct {
	Href string
	Text string
	When string
	Who  string
}

// importTask is an import, or its check, as it stands. Template: catalogue/task.
type importTask struct {
	frame
	Headline string
	State    string
	Running  string // "đã đọc 1.200/2.642 bản ghi của …"; empty: ended
	Bar      bar
	Problem  string
	Again    link
	Files    []importResult
	Confirm  string // words of the button; empty: nothing to confirm
	Next     []link
}

type importResult struct {
	File, Format string
	Verdict      verdict
	Figures      []fact
	Errors       []importNote
	MoreErrors   string
	Warnings     []warningGroup
	WarningsText string
}

type importNote struct {
	Row, Code, Field, Text string
}

type warningGroup struct {
	Count string
	Field string
	Text  string
	First []importNote
	More  string
}

// heldList is the rows that wait. Template: catalogue/held.
type heldList struct {
	frame
	Count   string
	Saved   string
	Rows    []heldRow
	Nothing emptyState
}

type heldRow struct {
	Href       string
	Code, Name string
	Stored     string
	Why        string
	From       string
	When       string
}

// heldShow is one row that waits, beside what is stored. Template: catalogue/held_row.
type heldShow struct {
	frame
	Code, Name string
	Back       link
	From       string
	Why        string
	Summary    field.Summary
	Stored     link
	Nothing    string // where nothing is stored under its code
	Theirs     string
	Mine       string
	Words      []string
	Parts      []comparedPart
	Facts      []comparedPart
	Take       []field.Cell
	Discard    field.Cell
}
