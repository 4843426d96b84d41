// Package review knows what a review of procedures (rà soát, đánh giá TTHC) is: the plan and its
// campaigns, the form 02/RS-KSTT, the simplification proposal and its path, who may do what when, the
// targets and the deadlines. It is pure: no SQL, no HTTP, no clock, no files.
package review

import (
	"rasoat/catalog"
	"rasoat/review/cost"
	"rasoat/value"
)

// PlanID names a plan in addresses and answers: "kh-29-2024".
type PlanID string

// CampaignID names a campaign within a plan.
type CampaignID string

// The two campaigns of Plan 29/KH-UBND, III.1.
const (
	CampaignPublic    CampaignID = "public"
	CampaignInternalB CampaignID = "internal-b"
)

// Conclusion is what a review concludes (kết luận rà soát).
type Conclusion string

// The conclusions (handbook §2.3).
const (
	Abolish      Conclusion = "abolish"      // bãi bỏ
	Cut          Conclusion = "cut"          // cắt giảm bộ phận cấu thành
	Amend        Conclusion = "amend"        // sửa đổi, bổ sung
	Merge        Conclusion = "merge"        // thay thế, gộp (liên thông)
	Decentralise Conclusion = "decentralise" // phân cấp, ủy quyền
	Keep         Conclusion = "keep"         // giữ nguyên
)

// Conclusions lists all conclusions in the order of annex I.
var Conclusions = []Conclusion{Abolish, Cut, Amend, Merge, Decentralise, Keep}

// State is where a proposal stands on its path.
type State string

// The states of a proposal (product.md, Words).
const (
	Draft     State = "draft"     // dự thảo
	Submitted State = "submitted" // đã trình
	Checked   State = "checked"   // đã thẩm tra
	Approved  State = "approved"  // đã phê duyệt
	Returned  State = "returned"  // trả lại
	Withdrawn State = "withdrawn" // đã rút
	Forwarded State = "forwarded" // đã kiến nghị cấp trên
	Accepted  State = "accepted"  // được chấp thuận
	Refused   State = "refused"   // không được chấp thuận
	InForce   State = "in_force"  // đã thực thi
)

// States lists all states.
var States = []State{Draft, Submitted, Checked, Approved, Returned, Withdrawn, Forwarded, Accepted, Refused, InForce}

// MeasureKind is the kind of one measure (nội dung đơn giản hóa).
type MeasureKind string

// The kinds of measures (interface.md, Campaign file).
const (
	CutDocument     MeasureKind = "cut_document"
	ReplaceCopy     MeasureKind = "replace_copy"
	CutStep         MeasureKind = "cut_step"
	MergeSteps      MeasureKind = "merge_steps"
	ShortenTime     MeasureKind = "shorten_time"
	CutFee          MeasureKind = "cut_fee"
	AddChannel      MeasureKind = "add_channel"
	DropCondition   MeasureKind = "drop_condition"
	ReuseData       MeasureKind = "reuse_data"
	AmendForm       MeasureKind = "amend_form"
	DecentraliseTo  MeasureKind = "decentralise"
	AbolishAll      MeasureKind = "abolish"
	MergeProcedures MeasureKind = "merge_procedures"
	OtherMeasure    MeasureKind = "other"
)

// MeasureKinds lists all kinds.
var MeasureKinds = []MeasureKind{CutDocument, ReplaceCopy, CutStep, MergeSteps, ShortenTime, CutFee, AddChannel,
	DropCondition, ReuseData, AmendForm, DecentraliseTo, AbolishAll, MergeProcedures, OtherMeasure}

// Measure is one thing that a proposal changes, and why.
type Measure struct {
	Kind    MeasureKind  `json:"kind"`
	Part    catalog.Part `json:"part,omitempty"`
	Content string       `json:"content,omitempty"`
	Reason  string       `json:"reason,omitempty"`
	Paper   string       `json:"paper,omitempty"` // name of the one paper of the dossier that it is about
}

// Amendment is a request to amend a legal document (kiến nghị thực thi).
type Amendment struct {
	Document string     `json:"document,omitempty"`
	Article  string     `json:"article,omitempty"`
	Request  string     `json:"request,omitempty"`
	By       string     `json:"by,omitempty"` // who has to draft or to amend it
	Due      value.Date `json:"due,omitzero"` // by when
}

// DecisionRef is a numbered decision (quyết định phê duyệt), with its signed scan where there is one.
type DecisionRef struct {
	Number string     `json:"number,omitempty"`
	Date   value.Date `json:"date,omitzero"`
	File   string     `json:"file,omitempty"` // sha256 of the scan in the store's files
}

// Change is one typed change to the baseline version of a procedure; the revised text is computed from
// the list of them and the overrides. Which fields count depends on Op (proposal.go).
type Change struct {
	Op      ChangeOp          `json:"op"`
	Part    catalog.Part      `json:"part"`
	Case    int               `json:"case,omitempty"`  // dossier case, from 0
	Index   int               `json:"index,omitempty"` // paper, step, method, fee, form … within the baseline, from 0
	Into    int               `json:"into,omitempty"`  // merge_steps: the step it joins
	Text    string            `json:"text,omitempty"`  // new wording
	Limit   catalog.TimeLimit `json:"limit,omitzero"`
	Fee     catalog.Fee       `json:"fee,omitzero"`
	Channel catalog.Channel   `json:"channel,omitempty"`
	Number  value.Opt[int]    `json:"number,omitzero"` // number of sets
}

// ChangeOp is what a change does.
type ChangeOp string

// The operations.
const (
	RemovePaper    ChangeOp = "remove_paper"
	PhotoForCopy   ChangeOp = "photo_for_copy" // a certified copy becomes a plain copy beside the original
	RemoveStep     ChangeOp = "remove_step"
	JoinSteps      ChangeOp = "join_steps"
	SetLimit       ChangeOp = "set_limit"
	SetFee         ChangeOp = "set_fee"
	NewChannel     ChangeOp = "new_channel"
	RemoveForm     ChangeOp = "remove_form"
	ClearCondition ChangeOp = "clear_condition"
	SetCopies      ChangeOp = "set_copies"
	SetAgency      ChangeOp = "set_agency"
)

// Override replaces the whole text of a part in the proposed version, in free words.
type Override struct {
	Part catalog.Part `json:"part"`
	Text string       `json:"text"`
}

// Member is one procedure that a proposal covers, with its own cost tables. Before nil: not costed.
// After nil: what interface.md, Campaign file, says for the conclusion; see SideAfter.
type Member struct {
	Procedure catalog.Code `json:"procedure"` // key of the procedure
	Baseline  int          `json:"baseline"`  // version of the procedure the changes start from
	Before    *[]cost.Row  `json:"before,omitempty"`
	After     *[]cost.Row  `json:"after,omitempty"`
	Changes   []Change     `json:"changes,omitempty"`
	Overrides []Override   `json:"overrides,omitempty"`
	// Proposed is what Propose makes of the baseline, frozen when the proposal is handed in: what was decided
	// stays what was decided. Nil in a draft, and where nothing in the text changes.
	Proposed *catalog.Procedure `json:"proposed,omitempty"`
}

// ProposalID is the number of a proposal in its store.
type ProposalID int64

// Proposal is a simplification proposal (phương án đơn giản hóa) for one procedure or a group: what
// changes, why, which law must be amended, the cost before and after. A review that concludes "keep" is
// one too, with nothing to change.
type Proposal struct {
	ID          ProposalID
	Plan        PlanID
	Campaign    CampaignID
	Version     int      // optimistic editing
	Alternative bool     // lies in draft beside the one in force
	Members     []Member // at least one; several make a group
	Title       string   // of a group
	Conclusion  Conclusion
	State       State
	Decided     value.Date // the day on which the state was reached; zero: holds on every date
	Past        []Reached  `json:",omitempty"` // states before that one, oldest first
	Decision    DecisionRef
	Measures    []Measure
	Merged      []catalog.Code
	Amendments  []Amendment
	Effort      value.Opt[value.Decimal] // officer-days to put it through, default 1
	Note        string                   // what the last step said: reason of a return, answer of the superior
	Author      string                   // user name; empty for imported ones
	Roadmap     string                   // lộ trình thực hiện
	FormReason  string                   `json:",omitempty"` // why it was handed in without a review form
}

// Reached is a state that was reached on a day; a zero day: it held on every date.
type Reached struct {
	State State
	On    value.Date
}

// ListItem is one procedure of a campaign's frozen list (baseline), with the review plan's line for it.
//
// Decree 63/2010/NĐ-CP, article 30 clause 2.
type ListItem struct {
	Code    catalog.Code
	Name    string
	Kind    catalog.Kind
	Group   catalog.Group
	Field   string
	Version int        // version of the procedure when the list was frozen
	Why     string     // căn cứ lựa chọn
	Officer string     // user name of who reviews
	Due     value.Date // by when
	Product string     // dự kiến sản phẩm

	Changes []ListChange `json:",omitempty"` // decisions that moved it after the list was frozen, oldest first
}
