package account

import (
	"slices"

	"rasoat/review"
)

// Role is what somebody is in the commune. A person may have several; deputies and acting officials get the
// role they act in for as long as they do.
type Role string

// The roles (product.md, Who uses it).
const (
	Reviewer Role = "reviewer" // công chức chuyên môn
	Office   Role = "office"   // Văn phòng UBND xã
	Chairman Role = "chairman" // Chủ tịch, Phó Chủ tịch UBND xã
	Admin    Role = "admin"    // quản trị hệ thống
)

// Roles lists all roles.
var Roles = []Role{Reviewer, Office, Chairman, Admin}

// Action is something that needs a role. What stands open to everybody is none.
type Action string

// The actions on proposals are those of review; four eyes decide beside the role (review.Next).
const (
	SubmitProposal     = Action(review.ActionSubmit)
	CheckProposal      = Action(review.ActionCheck)
	ApproveProposal    = Action(review.ActionApprove)
	ReturnProposal     = Action(review.ActionReturn)
	WithdrawProposal   = Action(review.ActionWithdraw)
	ForwardProposal    = Action(review.ActionForward)
	AcceptProposal     = Action(review.ActionAccept)
	RefuseProposal     = Action(review.ActionRefuse)
	PutProposalInForce = Action(review.ActionPutInForce)
	ReopenProposal     = Action(review.ActionReopen)
)

// The other actions.
const (
	SeeInternal     Action = "see_internal"     // internal procedures, drafts, reviews, proposals, targets
	EditReview      Action = "edit_review"      // fill review forms, write proposals and cost tables
	EnterFigures    Action = "enter_figures"    // figures and evidence of indicators and tasks
	AnswerFeedback  Action = "answer_feedback"  // phản ánh, kiến nghị
	EditProcedure   Action = "edit_procedure"   // write, announce and repeal procedures
	PostProcedure   Action = "post_procedure"   // note that announced procedures were posted
	SortProcedure   Action = "sort_procedure"   // say whether a procedure is ours
	EditVocabulary  Action = "edit_vocabulary"  // words that search reads, queries without an answer
	ImportCatalogue Action = "import_catalogue" // import files, decide on rows that were held
	AssignReview    Action = "assign_review"    // choose the list of a campaign, start it, assign it
	EditPlan        Action = "edit_plan"        // plans, targets, their rules
	BeginPlan       Action = "begin_plan"       // say which plan the commune follows, where it has none yet
	IssueReport     Action = "issue_report"     // freeze a report under its number
	EditSettings    Action = "edit_settings"    // letterhead, holidays, hourly rates
	ManageUsers     Action = "manage_users"
	SeeAudit        Action = "see_audit"
	KeepBackups     Action = "keep_backups"
)

// grant is one line of the table of who may do what.
type grant struct {
	Action Action
	Roles  []Role
}

// grants is the whole of it. What is not in it nobody may.
var grants = []grant{
	{SeeInternal, []Role{Reviewer, Office, Chairman, Admin}},
	{EditReview, []Role{Reviewer, Office}},
	{SubmitProposal, []Role{Reviewer, Office}},
	{WithdrawProposal, []Role{Reviewer, Office}},
	{ReopenProposal, []Role{Reviewer, Office}},
	{EnterFigures, []Role{Reviewer, Office}},
	{AnswerFeedback, []Role{Reviewer, Office}},
	{CheckProposal, []Role{Office}},
	{ApproveProposal, []Role{Chairman}},
	{ReturnProposal, []Role{Office, Chairman}},
	{ForwardProposal, []Role{Office, Chairman}},
	{AcceptProposal, []Role{Office, Chairman}},
	{RefuseProposal, []Role{Office, Chairman}},
	{PutProposalInForce, []Role{Office, Chairman}},
	{EditProcedure, []Role{Office}},
	{PostProcedure, []Role{Reviewer, Office}},
	{SortProcedure, []Role{Office}},
	{EditVocabulary, []Role{Office}},
	{ImportCatalogue, []Role{Office, Admin}},
	{AssignReview, []Role{Office}},
	{EditPlan, []Role{Office}},
	{BeginPlan, []Role{Office, Admin}},
	{IssueReport, []Role{Office, Chairman}},
	{EditSettings, []Role{Office, Admin}},
	{ManageUsers, []Role{Admin}},
	{SeeAudit, []Role{Office, Chairman, Admin}},
	{KeepBackups, []Role{Admin}},
}

// Actions lists every action that a role may have, in the order of the table.
func Actions() []Action {
	out := make([]Action, len(grants))
	for i, g := range grants {
		out[i] = g.Action
	}
	return out
}

// May reports whether somebody with these roles may do that. Nobody may do what the table does not name.
func May(roles []Role, action Action) bool {
	for _, g := range grants {
		if g.Action == action {
			return slices.ContainsFunc(roles, func(r Role) bool { return slices.Contains(g.Roles, r) })
		}
	}
	return false
}

// Can is May for the actions on proposals, as review.Allowed asks.
func Can(roles []Role) func(review.Action) bool {
	return func(a review.Action) bool { return May(roles, Action(a)) }
}

// ParseRole finds a role by its word.
func ParseRole(s string) (Role, bool) {
	r := Role(s)
	return r, slices.Contains(Roles, r)
}
