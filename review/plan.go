package review

import (
	"cmp"
	"slices"

	"rasoat/value"
)

// Plan is a plan of the commune (kế hoạch): its number, its targets, duties, tasks and indicators, and the
// rules by which its targets are checked. All of it is data; another year is another plan.
type Plan struct {
	ID         PlanID         `json:"id"`
	Number     string         `json:"number"` // "29/KH-UBND"
	Date       value.Date     `json:"date"`
	Title      string         `json:"title"`
	Year       int            `json:"year"`
	Issuer     string         `json:"issuer"`
	Signer     string         `json:"signer,omitempty"`
	Draft      bool           `json:"draft,omitempty"`   // being written: only those who keep plans see it (PlanState)
	Pattern    bool           `json:"pattern,omitempty"` // of another commune, to be taken over: no page shows it
	InForce    bool           `json:"in_force"`
	From       value.Date     `json:"from,omitzero"`         // in force from this day on; no day: from its date
	Closed     value.Date     `json:"closed,omitzero"`       // the day on which it was closed
	CopiedFrom PlanID         `json:"copied_from,omitempty"` // the plan that it was made from
	Upward     Upward         `json:"upward,omitzero"`
	Source     string         `json:"source,omitempty"` // the plan's text, unchanged
	References []Reference    `json:"references,omitempty"`
	Grounds    []Ground       `json:"grounds,omitempty"` // căn cứ of decisions and submissions
	Rules      Rules          `json:"rules"`
	Report     ReportRules    `json:"report,omitzero"`
	Campaigns  []CampaignPlan `json:"campaigns"`
	Targets    []Target       `json:"targets"`
	Duties     []Duty         `json:"duties"`
	Tasks      []Task         `json:"tasks"`
	Groups     []Group        `json:"groups,omitempty"` // of indicators
	Indicators []Indicator    `json:"indicators"`
	Funding    string         `json:"funding,omitempty"` // kinh phí thực hiện
}

// Upward is to whom the papers of a plan go: a plan of 2024 reports to the district, one of 2025 to the province. What
// it leaves empty is as the commune says of itself.
type Upward struct {
	// of the monthly report, the indicators, requests: "UBND tỉnh Quảng Trị"
	Superior   string   `json:"superior,omitempty"`
	Addressee  string   `json:"addressee,omitempty"`  // of the review summary
	Recipients []string `json:"recipients,omitempty"` // more lines of "Nơi nhận"
}

// Group is a group of indicators and how the plan's appendix heads it.
type Group struct {
	ID   string `json:"id"`   // "NQ 01"
	Name string `json:"name"` // "Chỉ tiêu giao tại Nghị quyết số 01/NQ-CP"
}

// GroupName is how the plan heads a group of indicators, "" where it does not say.
func (p Plan) GroupName(id string) string {
	for _, g := range p.Groups {
		if g.ID == id {
			return g.Name
		}
	}
	return ""
}

// Reference is a document that the plan rests on.
type Reference struct {
	Number string     `json:"number"`
	Date   value.Date `json:"date,omitzero"`
	Issuer string     `json:"issuer,omitempty"`
	Title  string     `json:"title,omitempty"`
}

// CampaignPlan is what the plan says of one campaign (đợt rà soát).
type CampaignPlan struct {
	ID        CampaignID `json:"id"`
	Name      string     `json:"name"`
	Scope     Scope      `json:"scope,omitempty"`     // "": what Takes makes of the id
	Due       value.Date `json:"due"`                 // as the plan writes it: "trước ngày"
	Inclusive bool       `json:"inclusive,omitempty"` // the day itself is on time
	HandIn    value.Date `json:"hand_in,omitzero"`    // when officials hand in to the office
	To        string     `json:"to,omitempty"`        // addressee of the result
}

// Scope says which procedures may enter the list of a campaign.
type Scope string

// The scopes.
const (
	ScopePublic    Scope = "public"     // TTHC giải quyết cho cá nhân, tổ chức, sản xuất, kinh doanh among them
	ScopeInternal  Scope = "internal"   // TTHC nội bộ of both groups
	ScopeInternalA Scope = "internal-a" // nhóm A
	ScopeInternalB Scope = "internal-b" // nhóm B
)

// Scopes lists all scopes.
var Scopes = []Scope{ScopePublic, ScopeInternal, ScopeInternalA, ScopeInternalB}

// Takes is which procedures may enter the campaign's list. Those of plans older than the choice are named after it.
func (c CampaignPlan) Takes() Scope { return cmp.Or(c.Scope, Scope(c.ID)) }

// IsInternal reports whether a scope takes internal procedures, on which the commune decides itself.
func (s Scope) IsInternal() bool {
	return s == ScopeInternal || s == ScopeInternalA || s == ScopeInternalB
}

// Campaign is one campaign of the plan; false where it has none of that name.
func (p Plan) Campaign(id CampaignID) (CampaignPlan, bool) {
	i := slices.IndexFunc(p.Campaigns, func(c CampaignPlan) bool { return c.ID == id })
	if i < 0 {
		return CampaignPlan{}, false
	}
	return p.Campaigns[i], true
}

// WithoutCampaigns is the plan without what belongs to campaigns that it no longer has: their targets and the grounds
// of their papers alone go with them, and duties stand by themselves.
func (p Plan) WithoutCampaigns() Plan {
	gone := func(id CampaignID) bool { return id != "" && !p.hasCampaign(id) }
	p.Targets = slices.DeleteFunc(slices.Clone(p.Targets), func(t Target) bool { return gone(t.Campaign) })
	p.Grounds = slices.DeleteFunc(slices.Clone(p.Grounds), func(g Ground) bool { return gone(g.Campaign) })
	p.Duties = slices.Clone(p.Duties)
	for i := range p.Duties {
		if gone(p.Duties[i].Campaign) {
			p.Duties[i].Campaign = ""
		}
	}
	return p
}

// Denominator is a reading of the cost target's denominator.
type Denominator string

// The two readings (interface.md, Targets).
const (
	Listed       Denominator = "listed"
	WithProposal Denominator = "with_proposal"
)

// Rules is what the law leaves open, settled for one plan; a campaign copies the rules it starts under.
// The zero value is the documented default.
type Rules struct {
	CostDenominator Denominator `json:"cost_denominator,omitempty"` // "" is listed
	// else: counts where it lowers the burden
	AmendNeverCounts  bool `json:"amend_never_counts,omitempty"`
	DecentraliseNever bool `json:"decentralise_never,omitempty"` // likewise
	// "trước ngày D": D itself is still on time
	DayItselfOnTime bool                     `json:"day_itself_on_time,omitempty"`
	PercentPlaces   value.Opt[int]           `json:"percent_places,omitzero"`     // 0-2, default 2
	TrimZeroPercent bool                     `json:"trim_zero_percent,omitempty"` // "10%" for "10,00%"
	PublicReviewed  value.Opt[value.Decimal] `json:"public_reviewed,omitzero"`    // threshold, default 100
	// working days to post announced procedures, default 5
	PostingDays value.Opt[int] `json:"posting_days,omitzero"`
	// counted from the day signed; else from the day received
	PostingFromSigned bool `json:"posting_from_signed,omitempty"`
}

// Metric is what a target measures.
type Metric string

// The metrics of targets.
const (
	Reviewed Metric = "reviewed"
	Number   Metric = "number"
	Cost     Metric = "cost"
	Time     Metric = "time" // processing time, in working hours
	Issued   Metric = "issued"
)

// Target is one target of the plan (chỉ tiêu rà soát, cắt giảm).
type Target struct {
	ID        string        `json:"id"` // "internal-b-cost"
	Campaign  CampaignID    `json:"campaign"`
	Metric    Metric        `json:"metric"`
	Threshold value.Decimal `json:"threshold"`           // percent
	Deadline  value.Date    `json:"deadline"`            // as the plan writes it
	Inclusive bool          `json:"inclusive,omitempty"` // the day itself is on time, not only "trước ngày"
	Source    string        `json:"source,omitempty"`    // "III.1.b"
}

// Duty is one dated duty of the plan (D1 … D8 of product.md).
type Duty struct {
	ID        string     `json:"id"`
	Title     string     `json:"title"`
	Source    string     `json:"source"`
	Deadline  value.Date `json:"deadline,omitzero"`   // zero where it recurs or has no date
	Inclusive bool       `json:"inclusive,omitempty"` // the day itself is on time, not only "trước ngày"
	Monthly   int        `json:"monthly,omitempty"`   // day of the month on which it is due; 0: not monthly
	Owner     string     `json:"owner,omitempty"`
	To        string     `json:"to,omitempty"`
	Funding   string     `json:"funding,omitempty"` // kinh phí
	Done      value.Date `json:"done,omitzero"`
	Campaign  CampaignID `json:"campaign,omitempty"` // to which it belongs
	Targets   []string   `json:"targets,omitempty"`  // ids of the targets that fulfil it once all of them are met
	Page      DutyPage   `json:"page,omitempty"`     // where it is done, where neither campaign nor targets tell
}

// DutyPage is a page of the program on which a duty is done.
type DutyPage string

// The pages.
const (
	PageIndicators DutyPage = "indicators"      // figures of the indicators
	PageServices   DutyPage = "online_services" // reviews of online services
	PageFeedback   DutyPage = "feedback"        // register of petitions
	PageYear       DutyPage = "year"            // year table
)

// DutyPages lists the pages.
var DutyPages = []DutyPage{PageIndicators, PageServices, PageFeedback, PageYear}

// Task is one task of the plan's part III.2.
type Task struct {
	ID       string       `json:"id"`
	Text     string       `json:"text"`
	Source   string       `json:"source"`
	Owner    string       `json:"owner,omitempty"`
	Register TaskRegister `json:"register,omitempty"` // whose figures stand for it in the monthly report
}

// TaskRegister is a register of the program whose figures stand for a task in the monthly report.
type TaskRegister string

// OnlineServices is the reviews of online services.
const OnlineServices TaskRegister = "online_services"

// Comparator says how an indicator's target is compared.
type Comparator string

// "Tối thiểu n" and a bare number below 100 are floors; 100 is met only when numerator = denominator.
const (
	AtLeast Comparator = "at_least"
	All     Comparator = "all"
)

// Indicator is one of the plan's indicators (chỉ tiêu cụ thể, Phụ lục).
type Indicator struct {
	ID          string        `json:"id"`     // "nq01-6.1"
	Number      string        `json:"number"` // as in the source: "6.1"
	Group       string        `json:"group"`  // "NQ 01"
	Name        string        `json:"name"`
	Unit        string        `json:"unit"`
	Target      value.Decimal `json:"target"`
	Comparator  Comparator    `json:"comparator"`
	TargetText  string        `json:"target_text"` // "Tối thiểu 80"
	Lead        string        `json:"lead"`
	Support     string        `json:"support"`
	Numerator   string        `json:"numerator"`
	Denominator string        `json:"denominator"`
	Source      string        `json:"source,omitempty"`  // of the definitions of numerator and denominator
	SameAs      string        `json:"same_as,omitempty"` // shares one measurement with this indicator
	Level       bool          `json:"level,omitempty"`   // a level at the end of the month, not a count within it
	Variants    []Variant     `json:"variants,omitempty"`
	Combine     Combination   `json:"combine,omitempty"`  // how variants make one indicator; "" is OneOf
	Chosen      string        `json:"chosen,omitempty"`   // with OneOf: the variant in use; "" is the first
	Register    Register      `json:"register,omitempty"` // that counts for it by itself
	// Above is a line without figures that stands above it in the plan's appendix: "6. Tỷ lệ xử lý văn bản".
	Above string `json:"above,omitempty"`
}

// Threshold is the threshold of a target as the plan's rules have it: see CheckTargets.
func (p Plan) Threshold(t Target) value.Decimal { return threshold(t, p.Rules) }

// CostShares says how shares of a campaign's cost are written: everywhere as its target of cost is.
type CostShares struct {
	rules     Rules
	threshold value.Decimal
}

// CostShares is how shares of cost are written in a campaign that runs under those rules. One without a target of cost
// is measured against all of it.
func (p Plan) CostShares(c CampaignID, r Rules) CostShares {
	for _, t := range p.Targets {
		if t.Campaign == c && t.Metric == Cost {
			return CostShares{r, t.Threshold}
		}
	}
	return CostShares{r, value.Whole(100)}
}

// Plain is a share as machines write it, with as many places as its verdict takes; "" where nothing arose.
func (s CostShares) Plain(n value.Ratio) string { return s.rules.PlainPercent(n, s.threshold) }

// Text is a share as people read it: "18,60%".
func (s CostShares) Text(n value.Ratio) string { return s.rules.Percent(n, s.threshold) }
