package web

import "rasoat/web/field"

// reviewForm is one part of form 02/RS-KSTT, being filled in. Template: review/form.
type reviewForm struct {
	frame
	formHead
	Part     string // its word in the address
	Headline string // "III.2. Trình tự thực hiện"
	Intro    string
	Facts    []fact          // part I, read from the catalogue and the plan
	Says     []procedurePart // what the procedure says about this part
	Summary  field.Summary   // what kept the form from being saved
	Open     field.Summary   // what was saved and still has to be told
	Conflict *formConflict
	Asks     []formAsk
	Goals    []goalGroup
	Solution *formChoice
	People   []fieldGroup
	Contact  *fieldGroup
	More     string // button that saves and gives another empty line; empty: none
	Version  string // the version that the form started from
	Save     string // "Lưu và sang phần sau"; empty where the part has nothing to fill in
	Prev     link
	Next     link
}

// formHead stands above every page of a form.
type formHead struct {
	Code     string
	Name     string
	Href     string        // the procedure
	State    string        // "Đã trả lời 12/43 câu · lưu lúc 14:05 ngày 12/7/2024, Nguyễn Thị Hoa"
	Links    []link        // history, the whole form, the campaign
	Feedback []feedbackRow // petitions about the procedure
	Notice   link          // the catalogue has moved on since the list was frozen
	Address  string        // of the form, for its own links
	Steps    []formStep
}

// formStep is an entry of the list of parts.
type formStep struct {
	Title   string
	Href    string
	Count   string // "3/5"; empty where nothing is asked
	Bad     string // "1 cần xử lý"
	Gap     string // "còn thiếu"
	Done    bool
	Current bool
	Idle    bool // nobody has to answer it: the procedure is not needed
}

// formAsk is one question with its answers; what a bad one opens stands below them.
type formAsk struct {
	ID      string // the fields are ID.value, ID.reason, ID.measure
	Text    string
	Aspect  string // "hợp lý", "hợp pháp"
	Opens   string // which answer is the bad one, in words
	Options []formOption
	Kind    string // the measure that it opens: "Bỏ giấy tờ"; empty: none
	Told    bool   // reason or measure is filled in: shown whatever the answer
	Problem string
	Reason  field.Cell
	Measure *field.Cell // nil: the question opens none
}

type formOption struct {
	Value  string
	Text   string
	Note   string
	Chosen bool
	Bad    bool
}

// goalGroup is the goals of one kind, each with its two questions.
type goalGroup struct {
	Title string
	Goals []goalAsk
}

type goalAsk struct {
	Text    field.Cell
	Changed formAsk
	Reached formAsk
}

// formChoice is one choice among several, with a note.
type formChoice struct {
	ID      string
	Title   string
	Options []formOption
	Problem string
	Note    *field.Cell
}

// formConflict is what somebody else saved meanwhile, beside what was typed.
type formConflict struct {
	Text   string // who saved when
	Rows   []conflictRow
	Others []link // other parts that changed too
	Theirs string // address that gives up what was typed
}

type conflictRow struct {
	Label  string
	Theirs told
	Mine   told
	Differ bool
}

// told is what a form says to one question.
type told struct {
	Answer  string
	Bad     bool
	Reason  string
	Measure string
}

// reviewFormEnd is the end of a form: what the answers come to, and the conclusion. Template: review/form_end.
type reviewFormEnd struct {
	frame
	formHead
	Summary   field.Summary
	Open      field.Summary // what still has to be told, each with the way there
	Notices   []link        // what is missing without being wrong
	Opened    []openedMeasure
	Choice    formChoice
	Proposal  link  // the proposal that was begun already
	Stands    badge // state of that proposal
	Button    string
	Prev      link
	KeepNotes string // what "keep" leaves out
}

type openedMeasure struct {
	Kind    string
	Part    string
	Content string
	Reason  string
}

// reviewFormWhole is a form to be read, as it stands or in an earlier version. Template: review/form_whole.
type reviewFormWhole struct {
	frame
	formHead
	Reading  string // why it cannot be written, or that another version stands
	Sections []toldSection
}

type toldSection struct {
	Title string
	Facts []fact
	Lines []toldLine
}

type toldLine struct {
	Label string
	told
}

// reviewFormVersions is the history of a form. Template: review/form_versions.
type reviewFormVersions struct {
	frame
	formHead
	Versions []formVersionLine
	Empty    emptyState
}

type formVersionLine struct {
	Number  string
	When    string
	Who     string
	Count   string // "12/43"
	Bad     string // "2"
	Href    string
	Current bool
}
