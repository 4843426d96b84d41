// Package report writes the commune's administrative documents. It holds one content model of such a
// document in the layout of Decree 30/2020/NĐ-CP and, per kind of report, the function that fills it from
// figures that are already decided. The writers stand beside it: report/docx, report/xlsx, report/html.
// It knows no store, no clock and no page of the web application, and it counts nothing that review and
// cost have not counted.
package report

import "rasoat/value"

// Kind names a kind of report as the command line and the addresses spell it.
type Kind string

// The kinds of reports.
const (
	KindReviewSummary Kind = "review-summary" // báo cáo tổng hợp kết quả rà soát
	KindAdditions     Kind = "additions"      // tờ trình đề nghị công bố bổ sung danh mục TTHC nội bộ nhóm B
	KindIndicators    Kind = "indicators"     // kết quả thực hiện chỉ tiêu cụ thể
	KindMonthly       Kind = "monthly"        // báo cáo tình hình thực hiện kế hoạch hằng tháng
	KindInternalList  Kind = "internal-list"  // danh mục thủ tục hành chính nội bộ
	KindReviewPlan    Kind = "review-plan"    // kế hoạch rà soát, đánh giá thủ tục hành chính
	KindProposals     Kind = "proposals"      // tổng hợp phương án đơn giản hóa
	KindSubmission    Kind = "submission"     // tờ trình phê duyệt phương án
	KindDecision      Kind = "decision"       // dự thảo quyết định phê duyệt, thông qua phương án
	KindForm02        Kind = "form-02"        // biểu mẫu 02/RS-KSTT
	KindForm03        Kind = "form-03"        // biểu mẫu 03/SCM-KSTT
)

// Kinds lists all kinds that can be written.
var Kinds = []Kind{KindReviewSummary, KindAdditions, KindIndicators, KindMonthly, KindInternalList, KindReviewPlan,
	KindProposals, KindSubmission, KindDecision, KindForm02, KindForm03}

// Document is an administrative document (văn bản hành chính): what stands in it, not how it looks. What
// is missing is left empty and comes out as a dotted line.
type Document struct {
	Letterhead Letterhead
	Section    bool       // without letterhead and signature, to be put into another report
	Number     string     // số, without the symbol: "5"
	Date       value.Date // ngày ban hành
	Type       string     // tên loại văn bản, in capitals: "BÁO CÁO"
	Title      string     // trích yếu
	Addressees []string   // kính gửi; empty where the document has no such line
	Body       []Block
	Annexes    []Annex
}

// Letterhead is what the commune gives of itself for a kind of document. Every particular may be missing.
type Letterhead struct {
	Parent       string      // cơ quan chủ quản, where there is one; a People's Committee has none
	Issuer       []string    // cơ quan ban hành, a line each: "ỦY BAN NHÂN DÂN", "XÃ …"
	Name         string      // the issuer in running text: "UBND xã …"
	Place        string      // địa danh
	NumberSuffix string      // ký hiệu: "BC-UBND"
	Capacity     string      // quyền hạn: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"; several lines are parted by semicolons
	Title        string      // chức vụ: "CHỦ TỊCH"
	Signer       string      // họ tên, without degree or rank
	InPerson     bool        // signs by the office they hold, not for a body: no line of capacity where none is given
	Recipients   []string    // nơi nhận, without "Như trên": "UBND huyện", "Lưu: VT, VP"
	Chairman     Signature   // of the chairman's own papers: decisions
	Unit         ControlUnit // which keeps procedure control for the commune
}

// Signature is who signs, and by which authority (quyền hạn, chức vụ, họ tên của người ký).
//
// Decree 30/2020/NĐ-CP, appendix I.
type Signature struct {
	Capacity string // "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"; several lines are parted by semicolons
	Title    string // chức vụ: "CHỦ TỊCH"
	Signer   string // họ tên, without degree or rank
}

// ControlUnit is the unit of a commune that keeps procedure control (đơn vị kiểm soát thủ tục hành chính): it gathers,
// checks and submits.
type ControlUnit struct {
	Name   string // with the commune's: "Trung tâm Phục vụ hành chính công phường An Bình"
	Issuer string // as it heads its own papers: "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"
	Symbol string // "TTPVHCC" of "TTr-TTPVHCC"
	Signature
}

// Annex is an annex (phụ lục). It numbers its own pages from 1.
type Annex struct {
	Title     string // in capitals
	Name      string // in a word or two: the name of its sheet; empty: its label
	Landscape bool
	Body      []Block
}
