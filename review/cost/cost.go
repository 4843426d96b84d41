// Package cost prices compliance (chi phí tuân thủ) by the Standard Cost Model: rows of work in, whole
// đồng out. It knows no procedure, no store and no page.
//
// Circular 02/2017/TT-VPCP, article 27.
package cost

import "rasoat/value"

// Task is one of the six groups of work of form 03/SCM-KSTT.
type Task string

// The six groups, in the order of the form.
const (
	Prepare    Task = "prepare"    // chuẩn bị hồ sơ
	Submit     Task = "submit"     // nộp hồ sơ
	Fees       Task = "fees"       // nộp phí, lệ phí, chi phí khác
	Inspection Task = "inspection" // chuẩn bị, phục vụ việc kiểm tra, đánh giá thực tế
	Other      Task = "other"      // công việc khác
	Receive    Task = "receive"    // nhận kết quả
)

// Tasks lists the groups in the order of the form.
var Tasks = []Task{Prepare, Submit, Fees, Inspection, Other, Receive}

// Source says where the figures of a row come from.
type Source string

// The kinds of source.
const (
	Survey       Source = "survey"       // khảo sát
	Records      Source = "records"      // thống kê hồ sơ
	Consultation Source = "consultation" // tham vấn
	Law          Source = "law"          // quy định pháp luật
	Estimate     Source = "estimate"     // ước tính
	OtherSource  Source = "other"        // nguồn khác
)

// Sources lists the kinds of source.
var Sources = []Source{Survey, Records, Consultation, Law, Estimate, OtherSource}

// Row is one activity of a cost table. Hours are the working time of one person for one time; money is
// whole đồng.
type Row struct {
	Task            Task          `json:"task"`
	Activity        string        `json:"activity"`
	Hours           value.Decimal `json:"hours"`
	HourlyRate      value.Money   `json:"hourly_rate"`
	ServiceCost     value.Money   `json:"service_cost"`
	Fees            value.Money   `json:"fees"`
	TimesPerYear    value.Decimal `json:"times_per_year"`
	SubjectsPerYear int64         `json:"subjects_per_year"`
	Source          Source        `json:"source"`
	Note            string        `json:"note"`
}

// RowCost is what a row comes to, in đồng.
type RowCost struct {
	Labour     value.Money `json:"labour"`
	UnitCost   value.Money `json:"unit_cost"`
	AnnualCost value.Money `json:"annual_cost"`
}

// Side is a priced table: one side of a comparison.
type Side struct {
	Rows        []RowCost   `json:"rows"`
	UnitTotal   value.Money `json:"unit_total"`
	AnnualTotal value.Money `json:"annual_total"`
	AnnualHours string      `json:"annual_hours"` // Σ hours × times × subjects, exact
}

// Result is a priced comparison. Saving is negative where the cost rises; Percent is nil where before is 0.
type Result struct {
	Before  Side        `json:"before"`
	After   Side        `json:"after"`
	Saving  value.Money `json:"saving"`
	Percent *string     `json:"percent"`
}
