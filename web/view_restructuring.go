package web

import "rasoat/web/field"

// restructuringList is the reviews of online services of a plan. Template: restructuring/list.
type restructuringList struct {
	frame
	State   string
	Saved   string
	Add     link
	Rows    []restructuringRow
	Nothing emptyState
}

// restructuringRow is one review in a line; figures are "5 → 3".
type restructuringRow struct {
	Title  link
	Code   string
	Who    string
	Due    string
	Late   verdict
	Level  string
	Steps  string
	Trips  string
	Papers string
	State  badge
}

// restructuringNew begins a review. Template: restructuring/new.
type restructuringNew struct {
	frame
	Summary field.Summary
	Fields  []field.Cell
	Nothing emptyState // no service is left to be reviewed
}

// restructuringHead is what stands above every page of a review.
type restructuringHead struct {
	Code  string
	Title link // to the procedure
	Href  string
	State badge
	Facts string // "Nguyễn Thị Hoa · hạn 31/7/2024"
	Edit  bool
}

// restructuringShow is one review. Template: restructuring/show.
type restructuringShow struct {
	frame
	Head     restructuringHead
	Summary  field.Summary
	Clash    string
	InWords  string
	Figures  []serviceFigure
	Sides    []serviceSide
	Texts    []indicatorTerm
	Decision string
	Path     []pathStep
	Open     []string // what is missing before it may be handed in
	Actions  []proposalAction
}

// serviceFigure is one line of the comparison of both sides. Saved is "−2", empty where the line is no number.
type serviceFigure struct {
	Name, Before, After, Saved string
	Tone                       string // of Saved: "met", "bad" or ""
}

// serviceSide is the way through the service on one side.
type serviceSide struct {
	Title string
	Steps []serviceStep
	None  string
}

type serviceStep struct {
	Text  string
	Facts string // "tại bộ phận một cửa · 2 giấy tờ · 20 phút"
}

// restructuringEdit is the form of a review. Template: restructuring/edit.
type restructuringEdit struct {
	frame
	Head     restructuringHead
	Summary  field.Summary
	Saved    string
	Conflict *conflictShow
	Version  string
	Texts    []field.Cell
	Sides    []serviceSideEdit
	After    []field.Cell
}

type serviceSideEdit struct {
	ID    string // "before"
	Title string
	Hint  string
	Copy  bool // the other side can be copied into it
	Level field.Cell
	Steps []serviceStepEdit
}

type serviceStepEdit struct {
	Number string
	Name   string // "before.steps[2]"
	Label  string // "Bước 3 hiện nay"
	Text   field.Cell
	Rest   []field.Cell
}
