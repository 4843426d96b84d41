package web

import "rasoat/web/field"

// proposalList is the proposals of a plan. Template: proposal/list.
type proposalList struct {
	frame
	State   string // "12 phương án · 2 việc chờ xử lý"
	Facets  []facetList
	Rows    []proposalLine
	Nothing emptyState
	MayNew  bool
}

type proposalLine struct {
	Href       string
	Codes      string
	Title      string
	Campaign   string
	Conclusion string
	State      badge
	Waiting    bool // the next step is the reader's
	Author     string
	Before     string
	Saving     string
	Percent    string
	Badges     []badge // "nhóm 3 thủ tục", "dự phòng"
}

// proposalNew is where a proposal is begun, for one procedure or a group. Template: proposal/new.
type proposalNew struct {
	frame
	Summary   field.Summary
	Campaigns []newCampaign
	TitleAsk  field.Cell
}

type newCampaign struct {
	ID      string // "kh-29-2024/internal-b", what the form sends beside each procedure
	Name    string
	Choices []newChoice
	Nothing string // why there is nothing to choose
}

type newChoice struct {
	ID      string
	Value   string // "kh-29-2024/internal-b/NB-01"
	Code    string
	Name    string
	Checked bool
}

// proposalHead is what stands at the top of every page of a proposal.
type proposalHead struct {
	Href     string // of the proposal's page
	Name     string
	Codes    []link
	State    badge
	Badges   []badge
	Line     string // campaign, conclusion, author, version
	Returned string // why it came back, at the top
	Version  string
}

// proposalCost is the figures of a proposal.
type proposalCost struct {
	Before  string
	After   string
	Saving  string
	Percent string
	Tone    string // of the saving: "bad" where the cost rises
}

// impactLine is what a proposal does to one target.
type impactLine struct {
	Title   string
	Without string // "18,60%"
	With    string
	Verdict verdict
	Missing string // what is still missing with it
}

// proposalShow is a proposal for reading and for the next step. Template: proposal/show.
type proposalShow struct {
	frame
	Head       proposalHead
	Summary    field.Summary // of a refused step
	InWords    []string
	Cost       proposalCost
	Impact     []impactLine
	ImpactNote string
	Path       []pathStep
	Open       []string // what keeps a draft from being handed in
	Notices    []string
	Actions    []proposalAction
	Edit       []link // "Sửa nội dung", "Chi phí tuân thủ"
	EditWhy    string // why it cannot be edited
	Main       string // the version that an alternative is made the main one from; empty where it is not to be
	Copy       bool   // an alternative may be begun
	Measures   []measureLine
	Members    []memberShow
	Amendments []amendmentLine
	Merged     []link
	Effort     string
	Roadmap    string
	Decision   string
	Scan       link
	Others     []otherProposal
}

type measureLine struct {
	Kind, Part, Content, Reason string
}

type amendmentLine struct {
	Document, Article, Request, By string
}

// memberShow is one procedure of a proposal: the diff and the cost tables.
type memberShow struct {
	ID      string
	Code    string
	Name    string
	Href    string
	InWords []string
	Parts   []comparedPart
	Same    string
	Note    string // that the text is frozen, that the procedure has changed since
	Cost    costTable
	HasCost bool
}

type otherProposal struct {
	Href  string
	Text  string
	State badge
}

// proposalAction is a step that may follow: its form, or the reason beside what may not be done.
type proposalAction struct {
	Action      string
	Post        string // where its form goes: each step has a form of its own, so that no field of another stands in its way
	Version     string
	Page        string // "duyet" on the page of the decision
	Text        string
	Why         string // empty: it may be done
	Fields      []field.Cell
	Scan        field.Cell // of an approval
	NewVersions bool       // the question whether new versions are written
	Primary     bool
	Open        bool   // its form stands open
	Href        string // a page of its own instead of a form
}

// proposalApprove is a decision in one screen. Template: proposal/approve.
type proposalApprove struct {
	frame
	Head     proposalHead
	Summary  field.Summary
	InWords  []string
	Cost     proposalCost
	Impact   []impactLine
	Warnings []string
	Measures []measureLine
	Actions  []proposalAction
	Parts    []memberShow
}

// proposalEdit is the form of a draft. Template: proposal/edit.
type proposalEdit struct {
	frame
	Head       proposalHead
	Summary    field.Summary
	Conflict   *conflictShow
	Saved      string
	Version    string
	Group      bool
	TitleAsk   field.Cell
	Conclusion field.Cell
	Effort     field.Cell
	Roadmap    field.Cell
	Members    []memberEdit
	AddMember  field.Cell
	Codes      []field.Option // what may be added
	Measures   []measureEdit
	Amendments []amendmentEdit
	Merged     field.Cell
	Result     []memberShow // what the saved changes come to
}

// memberEdit is one procedure with everything that may change in it.
type memberEdit struct {
	Name    string // of the fields: "members[0]"
	Code    string
	Title   string
	Href    string
	Open    bool
	Remove  *checkbox
	Parts   []partEdit
	Rewrite []rewriteEdit
	Written int // parts rewritten
}

// partEdit is the changes of one constituent part.
type partEdit struct {
	Title  string
	Text   []string // what stands there now, where the fields do not say it
	Fields []field.Cell
	Checks []checkbox
}

// rewriteEdit is a part that may be written anew in free words.
type rewriteEdit struct {
	Now   []string
	Field field.Cell
}

// checkbox is a box to tick.
type checkbox struct {
	Name    string
	Value   string
	Text    string
	Checked bool
	Problem string
}

type measureEdit struct {
	Number string
	Name   string // "measures[0]"
	Fields []field.Cell
}

type amendmentEdit = measureEdit

// conflictShow is both versions where another one was saved meanwhile.
type conflictShow struct {
	Text string
	Rows []proposalConflictRow
	Back link
}

type proposalConflictRow struct {
	Label  string
	Theirs string
	Mine   string
	Differ bool
}

// proposalCosts is the form of the cost tables of one procedure. Template: proposal/cost.
type proposalCosts struct {
	frame
	Head     proposalHead
	Summary  field.Summary
	Conflict *conflictShow
	Saved    string
	Version  string
	Code     string
	Name     string
	Tabs     []tab // procedures of a group
	Notice   string
	Rate     string // "23.932 đồng/giờ, …"
	Subjects field.Cell
	Times    field.Cell
	Start    bool // nothing is filled in yet: what fills in quickly stands open
	Table    costTable
}

type tab struct {
	Text    string
	Href    string
	Current bool
}
