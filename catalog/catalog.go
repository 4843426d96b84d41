// Package catalog knows what an administrative procedure (thủ tục hành chính, TTHC) is: its constituent
// parts, its codes, its states, how two versions of it differ, and what in it looks doubtful. It is pure:
// no SQL, no HTTP, no clock, no files. It knows no review, no plan and no page.
package catalog

import "rasoat/value"

// Kind tells public procedures from internal ones.
type Kind string

// The two kinds.
const (
	Public   Kind = "public"   // TTHC giải quyết cho cá nhân, tổ chức
	Internal Kind = "internal" // TTHC nội bộ
)

// Group is the group of an internal procedure; empty for public ones and where it is not known.
type Group string

// Decision 1085/QĐ-TTg of 15/9/2022 names the two.
const (
	GroupA Group = "A" // between administrative agencies
	GroupB Group = "B" // inside one agency or locality
)

// Status is the state a procedure is in (product.md, Words).
type Status string

// The states of a procedure.
const (
	Draft     Status = "draft"     // dự thảo
	Announced Status = "announced" // đã công bố
	InForce   Status = "in_force"  // còn hiệu lực
	Repealed  Status = "repealed"  // hết hiệu lực
	Typical   Status = "typical"   // điển hình: a candidate, in no denominator
)

// Ours says what the commune has to do with a procedure. The empty value is "not yet sorted": shown in
// search, in no annex and in no campaign.
type Ours string

// What a procedure is to the commune.
const (
	NotSorted Ours = ""
	Receives  Ours = "receive"  // xã tiếp nhận
	Decides   Ours = "decide"   // xã giải quyết
	Shared    Ours = "shared"   // dùng chung
	NotOurs   Ours = "not_ours" // không thuộc xã
)

// IsOurs reports whether the procedure belongs in annexes and campaigns.
func (o Ours) IsOurs() bool { return o == Receives || o == Decides || o == Shared }

// Level is a level of administration at which a procedure is carried out (cấp thực hiện).
type Level string

// The levels. District is history since 1 July 2025.
const (
	Ministry     Level = "ministry"     // cấp bộ
	Province     Level = "province"     // cấp tỉnh
	District     Level = "district"     // cấp huyện
	Commune      Level = "commune"      // cấp xã
	OtherAgency  Level = "other"        // cơ quan khác
	Vertical     Level = "vertical"     // cơ quan ngành dọc
	Undetermined Level = "undetermined" // chưa xác định
)

// Channel is how a dossier is handed in (hình thức nộp).
type Channel string

// The channels.
const (
	InPerson Channel = "in_person" // trực tiếp
	Online   Channel = "online"    // trực tuyến
	Postal   Channel = "postal"    // dịch vụ bưu chính công ích
)

// Unit is the unit of a time limit. The empty unit is "none given": a bare number is not a number of days.
type Unit string

// The units of time limits.
const (
	NoUnit      Unit = ""
	WorkingDays Unit = "working_days" // ngày làm việc
	Days        Unit = "days"         // ngày
	Hours       Unit = "hours"        // giờ
	Months      Unit = "months"       // tháng
	Years       Unit = "years"        // năm
)

// TimeLimit is a time limit (thời hạn giải quyết): a number with its unit, free text, or both.
// The zero TimeLimit is unknown.
type TimeLimit struct {
	Number value.Opt[value.Decimal] `json:"number,omitzero"`
	Unit   Unit                     `json:"unit,omitempty"`
	Text   string                   `json:"text,omitempty"`
}

// IsZero reports whether nothing is known of the limit.
func (t TimeLimit) IsZero() bool { return t == TimeLimit{} }

// FeeState says how a fee is to be read.
type FeeState string

// "Set by the province" is not free, and unknown is neither.
const (
	FeeUnknown FeeState = ""       // no entry: nothing is known
	FeeFree    FeeState = "free"   // miễn phí
	FeeAmount  FeeState = "amount" // an amount in đồng or another currency
	FeeSetBy   FeeState = "set_by" // set elsewhere (do HĐND tỉnh quy định); the text says where
)

// FeeKind tells fees from charges.
type FeeKind string

// The kinds of fees of Law 97/2015/QH13 and the price level beside them.
const (
	FeeCharge FeeKind = "charge"      // lệ phí
	FeeFee    FeeKind = "fee"         // phí
	FeePrice  FeeKind = "price_level" // mức giá
)

// Fee is one fee or charge (phí, lệ phí).
type Fee struct {
	State    FeeState               `json:"state,omitempty"`
	Kind     FeeKind                `json:"kind,omitempty"`
	Amount   value.Opt[value.Money] `json:"amount,omitzero"` // in Currency; đồng where that is empty
	Currency string                 `json:"currency,omitempty"`
	Text     string                 `json:"text,omitempty"`
}

// Method is one channel with the time limit and the fees of that channel (cách thức thực hiện). The same
// channel may stand several times, one entry per case, distinguished by Text.
type Method struct {
	Channel Channel   `json:"channel"`
	Limit   TimeLimit `json:"limit,omitzero"`
	Fees    []Fee     `json:"fees,omitempty"`
	Text    string    `json:"text,omitempty"`
}

// Step is one step (trình tự thực hiện). Name is mostly empty.
type Step struct {
	Name string `json:"name,omitempty"`
	Text string `json:"text,omitempty"`
}

// Paper is one paper of the dossier (giấy tờ). A number that is not stated is unknown, not 0.
type Paper struct {
	Name      string         `json:"name"`
	Code      string         `json:"code,omitempty"`
	Originals value.Opt[int] `json:"originals,omitzero"` // bản chính
	Copies    value.Opt[int] `json:"copies,omitzero"`    // bản sao
	Forms     []string       `json:"forms,omitempty"`    // names of form files
	Held      string         `json:"held,omitempty"`     // database that already holds it, where known
}

// DossierCase is the list of papers of one case (thành phần hồ sơ); Name is the condition, empty for the only case.
type DossierCase struct {
	Name   string  `json:"name,omitempty"`
	Papers []Paper `json:"papers,omitempty"`
}

// Named is a name with an optional code of its own: results, agencies.
type Named struct {
	Name string `json:"name"`
	Code string `json:"code,omitempty"`
}

// LegalBasis is one legal document (căn cứ pháp lý). Number is cleaned ("85/2019/TT-BTC") where it could
// be; what the source printed stands in Raw where the two differ.
type LegalBasis struct {
	Number string `json:"number,omitempty"`
	Name   string `json:"name,omitempty"`
	Raw    string `json:"raw,omitempty"`
}

// Decision is the decision that announced the procedure (quyết định công bố).
type Decision struct {
	Number string     `json:"number,omitempty"`
	Date   value.Date `json:"date,omitzero"`
	By     string     `json:"by,omitempty"` // who signed
}

// Validity is when the procedure holds: from From on, and before Until (handbook §4.5: from ≤ d < until).
type Validity struct {
	From       value.Date `json:"from,omitzero"`
	Until      value.Date `json:"until,omitzero"`
	RepealedBy string     `json:"repealed_by,omitempty"` // decision number
}

// OnlineCase is an online service of the procedure with a second, often different time limit.
type OnlineCase struct {
	Code  string    `json:"code,omitempty"`
	Name  string    `json:"name,omitempty"`
	Limit TimeLimit `json:"limit,omitzero"`
}

// Procedure is one administrative procedure with every constituent part.
//
// A nil list of a part is "unknown" unless the part stands in None, which says that it is known not to
// exist ("Yêu cầu, điều kiện: không có"). Decree 63/2010/NĐ-CP, article 8 clause 2.
type Procedure struct {
	Code    Code   `json:"code"`
	Name    string `json:"name"`
	Kind    Kind   `json:"kind"`
	Group   Group  `json:"group,omitempty"`
	Status  Status `json:"status"`
	Ours    Ours   `json:"ours,omitempty"`
	Decider string `json:"decider,omitempty"` // who decides, for internal procedures

	Levels    []Level    `json:"levels,omitempty"`
	Field     string     `json:"field,omitempty"` // lĩnh vực
	FieldCode string     `json:"field_code,omitempty"`
	Announcer Named      `json:"announcer,omitzero"` // cơ quan công bố
	Decision  Decision   `json:"decision,omitzero"`
	Published value.Date `json:"published,omitzero"` // ngày công khai
	Validity  Validity   `json:"validity,omitzero"`
	Type      string     `json:"type,omitempty"` // loại thủ tục, as the portal says

	Steps   []Step         `json:"steps,omitempty"`   // trình tự thực hiện
	Methods []Method       `json:"methods,omitempty"` // cách thức thực hiện, with limits and fees
	Dossier []DossierCase  `json:"dossier,omitempty"` // thành phần hồ sơ
	Copies  value.Opt[int] `json:"copies,omitzero"`   // số lượng hồ sơ (bộ)
	// thời hạn giải quyết of the whole, where it is not per channel
	Limit       TimeLimit `json:"limit,omitzero"`
	Applicants  []string  `json:"applicants,omitempty"`  // đối tượng thực hiện
	Agencies    []Named   `json:"agencies,omitempty"`    // cơ quan thực hiện
	Authorities []Named   `json:"authorities,omitempty"` // cơ quan có thẩm quyền
	Delegates   []Named   `json:"delegates,omitempty"`   // cơ quan được ủy quyền
	Partners    []Named   `json:"partners,omitempty"`    // cơ quan phối hợp
	Address     string    `json:"address,omitempty"`     // địa chỉ tiếp nhận
	Forms       []string  `json:"forms,omitempty"`       // mẫu đơn, tờ khai that stand by no single paper
	Conditions  string    `json:"conditions,omitempty"`  // yêu cầu, điều kiện
	// phí, lệ phí of the whole, where they are not per channel
	Fees           []Fee        `json:"fees,omitempty"`
	Results        []Named      `json:"results,omitempty"`         // kết quả thực hiện
	ResultValidity string       `json:"result_validity,omitempty"` // thời hạn có hiệu lực của kết quả
	Law            []LegalBasis `json:"legal_basis,omitempty"`     // căn cứ pháp lý
	None           []Part       `json:"none,omitempty"`            // parts known not to exist

	AlsoKnown   []string     `json:"also_known,omitempty"` // tên thường gọi
	Keywords    string       `json:"keywords,omitempty"`
	Note        string       `json:"note,omitempty"`
	OnlineCases []OnlineCase `json:"online_cases,omitempty"`
	LifeEvents  []string     `json:"life_events,omitempty"`
	FullOnline  bool         `json:"full_online,omitempty"` // toàn trình
	AnyPlace    bool         `json:"any_place,omitempty"`   // phi địa giới hành chính
}

// Part is a constituent part (bộ phận cấu thành) as interface.md spells it.
type Part string

// The parts, in the order of form 02/RS-KSTT.
const (
	PartName       Part = "name"
	PartSteps      Part = "steps"
	PartChannels   Part = "channels"
	PartDossier    Part = "dossier"
	PartCopies     Part = "copies"
	PartTimeLimit  Part = "time_limit"
	PartApplicants Part = "applicants"
	PartAgency     Part = "agency"
	PartForms      Part = "forms"
	PartConditions Part = "conditions"
	PartFees       Part = "fees"
	PartResult     Part = "result"
	PartLegalBasis Part = "legal_basis"
)

// Parts lists all parts in order.
var Parts = []Part{
	PartName, PartSteps, PartChannels, PartDossier, PartCopies, PartTimeLimit, PartApplicants, PartAgency,
	PartForms, PartConditions, PartFees, PartResult, PartLegalBasis,
}

// Source is where a version came from (interface.md, Import). A source that knows less never erases what
// a better one said.
type Source struct {
	// "seed", "portal-xlsx", "portal-pages", "portal-json", "jsonl", "campaign", "person"
	Format string     `json:"format"`
	File   string     `json:"file,omitempty"` // base name
	Date   value.Date `json:"date,omitzero"`
}

// Origins says for each field of a procedure, by its JSON name, which format said last what stands there.
type Origins map[string]string
