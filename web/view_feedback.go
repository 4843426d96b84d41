package web

import "rasoat/web/field"

// feedbackSend is the public form for feedback and what was answered before. Template: feedback/send.
type feedbackSend struct {
	frame
	Sent      string // that it has come; empty: the form
	Summary   field.Summary
	About     link   // the procedure it is about
	Code      string // its code
	Part      string // constituent part, as the form sends it back
	PartName  string
	Text      field.Cell
	Kind      field.Cell
	Name      field.Cell
	Contact   field.Cell
	Published []publishedFeedback
}

// publishedFeedback is a petition as the office made it public.
type publishedFeedback struct {
	When   string // "01/7/2024"
	About  link
	Text   string
	Answer string
	By     string // "Tư pháp - Hộ tịch trả lời ngày 10/7/2024"
}

// feedbackList is the register. Template: feedback/list.
type feedbackList struct {
	frame
	State   string
	Filters []monthTab
	Rows    []feedbackRow
	Nothing emptyState
	Add     link
}

// feedbackRow is a petition in a list.
type feedbackRow struct {
	Href    string
	Number  string
	Came    string // "01/7/2024, tại quầy"
	Text    string
	About   link
	Kind    string
	Unit    string
	Due     string
	State   badge
	Verdict verdict // of what is late or was in time
}

// feedbackAdd is the form for what came in elsewhere. Template: feedback/add.
type feedbackAdd struct {
	frame
	Summary field.Summary
	Fields  []field.Cell
}

// feedbackShow is a petition with the steps that may follow. Template: feedback/show.
type feedbackShow struct {
	frame
	Headline string
	State    badge
	Verdict  verdict
	Clash    string // that somebody else was faster
	Summary  field.Summary
	Text     []string
	Facts    []indicatorTerm
	About    link
	Version  string
	Steps    []feedbackStep
}

// feedbackStep is one step as a form.
type feedbackStep struct {
	Title  string
	Hint   string
	Action string
	Fields []field.Cell
	Button string
	Plain  bool
}
