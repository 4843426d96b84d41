package web

import "rasoat/web/field"

// campaignList is the campaigns of the plan that is followed. Template: campaign/list.
type campaignList struct {
	frame
	State     string
	Campaigns []campaignLine
	None      emptyState // shown where the plan has no campaign
	Services  campaignServices
}

// campaignServices is how far the reviews of online services are.
type campaignServices struct {
	Title link
	State string
}

// campaignLine is one campaign in a line that leads to the targets.
type campaignLine struct {
	Name    string
	Href    string
	Facts   []link // "34/47 đã rà soát", "7 phương án", "18,60% chi phí"; each leads to its target
	Due     string // "hạn 09/8/2024, còn 19 ngày làm việc"
	Bar     bar
	Actions []link
	Empty   emptyState // the list is not frozen yet
}

// campaignBoard is the list of a campaign with how each procedure stands. Template: campaign/board.
type campaignBoard struct {
	frame
	Name    string
	State   string
	Facts   []link
	Actions []link
	Empty   emptyState
	Saved   string // "Đã chốt danh mục 12 thủ tục."; empty otherwise
	Notice  link   // what the review plan leaves open
	Filters []field.Cell
	Shown   string // "Hiện 5/12 thủ tục"; empty where all are shown
	All     string // address without filters
	Rows    []boardRow
	None    string // the filters leave nothing
	Decided boardTotal
	Wide    boardTotal
}

// boardRow is one procedure of the list.
type boardRow struct {
	Code       string
	Name       string
	Href       string // to its review form
	Field      string
	Officer    string
	Due        string
	Late       bool
	State      badge
	Conclusion string
	Proposal   string // address; empty where there is none
	Before     string
	After      string
	Saving     string
}

type boardTotal struct {
	Title, Before, After, Saving, Percent string
}

// campaignChoose is the choice of the procedures for the list, and the page that asks before it is frozen.
// Template: campaign/choose.
type campaignChoose struct {
	frame
	Name    string
	State   string
	Back    string
	Action  string
	Summary field.Summary
	Groups  []choiceGroup
	Refused []refusedGroup
	None    emptyState // nothing may enter
	Confirm string     // "Chốt 12 thủ tục …": the question; the choice stands below it
	Count   string     // "12 thủ tục"
	Cancel  string     // address
}

// choiceGroup is a field with its procedures.
type choiceGroup struct {
	Title   string
	Count   string
	Choices []choiceLine
}

type choiceLine struct {
	Code, Name string
	Chosen     bool
}

// refusedGroup is the procedures that may not enter for one reason.
type refusedGroup struct {
	Reason string
	Count  string
	Names  []choiceLine
	More   string // "và 2.100 thủ tục khác"; may be empty
	Next   link   // where that is put right
}

// reviewPlan is the review plan of a campaign as a grid. Template: campaign/plan.
type reviewPlan struct {
	frame
	Name     string
	State    string
	Back     string
	Action   string
	Version  string
	Saved    string
	Conflict string // a newer version stands; empty otherwise
	Summary  field.Summary
	Notices  []string
	Officers []field.Option
	Fill     reviewFill
	Lines    []planLineRow
	ReadOnly bool
}

// reviewFill is the row from which several lines are filled.
type reviewFill struct {
	Why, Officer, Due, Product field.Cell
}

type planLineRow struct {
	Index      string // "3": place in the form
	Code, Name string
	Chosen     bool
	Why        gridCell
	Officer    gridCell
	Due        gridCell
	Product    gridCell
}

// gridCell is one field of a grid, its label spoken only. Other is what stands in the store where that differs after
// somebody else has saved.
type gridCell struct {
	Name    string
	Label   string
	Value   string
	Problem string
	Other   string
	Options []field.Option // a choice
	Long    bool           // more than a few words
}
