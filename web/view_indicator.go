package web

import "rasoat/web/field"

// indicatorMonth is a month of the indicators where officials enter, release and reopen it. Template: indicator/month.
type indicatorMonth struct {
	frame
	Headline string // "Chỉ tiêu cụ thể, tháng 6/2024"
	State    string // "Kế hoạch 29/KH-UBND · đã nhập 11/13 chỉ tiêu · chưa công khai"
	PlanID   string
	Month    string // "2024-06", as the address and the form say it
	Months   []monthTab
	Done     string // what a save or a release did; empty: nothing was done
	Counts   []verdict
	Lacking  []lackingLine
	Problems field.Summary
	Grid     indicatorGrid
	Locked   string // why nothing can be entered; empty: it can
	Paste    field.Cell
	Sheet    string // address of the month as a workbook
	Release  *releaseBox
	Reopen   *reopenBox
	Links    []link
}

// monthTab leads to a month of the plan's year.
type monthTab struct {
	Text    string // "T6"
	Label   string // "Tháng 6/2024, đã công khai"
	Href    string
	Current bool
	Sign    string // "✓" released, "…" entered in part
}

// lackingLine is a unit whose figures are missing, and which.
type lackingLine struct {
	Unit  string
	Items []link // "NQ 02, 3" → its row
}

// releaseBox asks before a month is made public.
type releaseBox struct {
	Title   string
	Text    []string
	Button  string
	Version string
}

// reopenBox takes a released month up again.
type reopenBox struct {
	Title   string
	Text    string
	Reason  field.Cell
	Version string
}

// indicatorPublic is a released month as everybody sees it. Template: indicator/public.
type indicatorPublic struct {
	frame
	Headline string
	State    string
	Months   []monthTab
	Notice   string // that it is being put right
	Counts   []verdict
	Grid     indicatorGrid
	Nothing  emptyState // where nothing was released yet
}

// indicatorGrid is the indicators with their figures. Part: indicator_grid.
type indicatorGrid struct {
	ID       string
	Editable bool
	Public   bool   // without notes, evidence and who entered
	Action   string // address that judges the figures while they are typed
	Month    string // "Tháng 6/2024", head of its columns
	Groups   []indicatorGroup
}

// indicatorGroup is indicators below one heading.
type indicatorGroup struct {
	Title string
	Rows  []indicatorRow
}

// indicatorRow is one thing that is counted, or the indicator above its parts.
type indicatorRow struct {
	ID          string // anchor, and the name of the row in the form: "nq01-4.papers"
	Number      string // "NQ 01, số 4"; empty in a row of a part
	Name        string
	IsPart      bool
	Head        bool // stands above its parts: no figures of its own
	Shared      string
	Target      string // "Tối thiểu 80"
	Lead        string // "Thực hiện: …; phối hợp: …"
	Open        bool   // can be typed into
	Waiting     bool   // figures of this month are missing
	Numerator   costCell
	Denominator costCell
	Result      indicatorScore
	Year        indicatorScore
	Change      string // "+3,20"
	Trend       sparkline
	More        string // what opens the details: "Cách tính, ghi chú, tài liệu (2)"
	Terms       []indicatorTerm
	Note        costCell
	Files       []indicatorFile
	Upload      string // name of the field for a file
	Counted     link   // what a register of the program counts, to the list behind it: "Sổ phản ánh, kiến nghị: 2/3"
	Base        string // version that the row started from
	Saved       string // "Lê Thị Lan, 15/7/2024"
	Clash       string // what somebody else saved meanwhile
	Unfold      bool   // the details are open
}

// indicatorScore is a figure with its verdict.
type indicatorScore struct {
	Percent string // "60,97%"; empty where there is none
	Sum     string // "189/310"
	Verdict verdict
	More    string // "còn thiếu 12"; "ít hồ sơ"
}

// indicatorTerm is a line of an indicator's definition.
type indicatorTerm struct{ Term, Text string }

// indicatorFile is a file of evidence.
type indicatorFile struct {
	Text  string
	Href  string // empty until it is saved
	Value string // as the form sends it back
}

// sparkline is the year of an indicator as a small picture, drawn in a box of 100 by 28. Part: sparkline.
type sparkline struct {
	Label string   // the same in words
	Lines []string // points of each unbroken run
	Dots  []sparkDot
	Mark  string // height of the target; empty: none
}

type sparkDot struct {
	X, Y string
	Tone string
}
