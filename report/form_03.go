package report

import (
	"slices"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
	"rasoat/viet"
)

// Forms03 is cost tables 03/SCM-KSTT with what they come to (bảng tính chi phí tuân thủ; handbook §1.4).
type Forms03 struct {
	Letterhead Letterhead
	Number     string
	Forms      []Form03
	Task       func(cost.Task) string
	Source     func(cost.Source) string
	Date       value.Date // of the figures
}

// Form03 is the tables of one procedure, priced. Before or After is nil where nobody has worked it out.
type Form03 struct {
	Code   catalog.Code
	Name   string
	Before []cost.Row
	After  []cost.Row
	Priced cost.Result
	Author string     // full name of who wrote the proposal that the tables belong to
	Rates  []RateUsed // the hourly rates of its rows, each once
	// Saved is what the review saves: an abolished procedure costs nothing afterwards, without a table.
	Saved  review.Standing
	Shares review.CostShares // how its share is written
}

// RateUsed is an hourly rate with its source, empty where the table of rates does not have it.
type RateUsed struct {
	Rate   value.Money
	Source string
}

// rates says of each hourly rate whose word it is; a hole where no row has one.
func (f Form03) rates() []Run {
	if len(f.Rates) == 0 {
		return []Run{Hole("mức thu nhập bình quân và nguồn")}
	}
	var out []Run
	for i, r := range f.Rates {
		if i > 0 {
			out = append(out, Run{Text: "; "})
		}
		source := orHole(r.Source, "nguồn của mức thu nhập bình quân")
		out = append(out, Run{Text: viet.Money(r.Rate) + " (nguồn: "}, source, Run{Text: ")"})
	}
	return out
}

// Document fills the tables: the comparison first, then the tables of each procedure on pages of their own.
//
// Circular 02/2017/TT-VPCP, article 27.
func (in Forms03) Document() Document {
	d := Document{
		Letterhead: in.Letterhead,
		Section:    true,
		Number:     in.Number,
		Type:       "BIỂU MẪU 03/SCM-KSTT",
		Title:      "Tính chi phí tuân thủ thủ tục hành chính",
	}
	if len(in.Forms) == 0 {
		d.Body = append(d.Body, Dotted{"thủ tục được tính chi phí tuân thủ"})
		return d
	}
	t := Table{Name: "So sánh", Unit: "Đơn vị tính: đồng/năm", Columns: []Column{
		{Head: "STT", Width: 7, Align: Center},
		{Head: "Mã", Width: 12},
		{Head: "Tên thủ tục hành chính", Width: 30},
		{Head: "Hiện tại", Width: 14, Align: Right},
		{Head: "Sau đơn giản hóa", Width: 14, Align: Right},
		{Head: "Tiết kiệm", Width: 14, Align: Right},
		{Head: "Tỷ lệ (%)", Width: 9, Align: Right},
	}}
	for n, f := range in.Forms {
		t.Rows = append(t.Rows, f.comparisonRow(n+1))
		d.Annexes = append(d.Annexes, in.tables(f))
	}
	d.Body = append(d.Body, Heading{2, "So sánh chi phí trước và sau đơn giản hóa"}, t)
	return d
}

func (f Form03) comparisonRow(n int) []Cell {
	priced := review.PricedProposal{Before: f.Saved.Before, After: f.Saved.After}
	return []Cell{TextCell(itoa(n)), TextCell(string(f.Code)), TextCell(f.Name), money(priced.Before),
		money(priced.After), money(priced.Saving()), shareCell(priced.Ratio, f.Shares)}
}

func (in Forms03) tables(f Form03) Annex {
	a := Annex{
		Title:     procedureTitle(f.Name, f.Code),
		Name:      string(f.Code),
		Landscape: true,
	}
	a.Body = append(a.Body, Heading{2, "I. Chi phí thực hiện thủ tục hành chính hiện tại"},
		in.table("Hiện tại "+string(f.Code), f.Before, f.Priced.Before),
		Heading{2, "II. Chi phí thực hiện thủ tục hành chính sau đơn giản hóa"})
	if len(f.After) > 0 {
		a.Body = append(a.Body, in.table("Sau đơn giản hóa "+string(f.Code), f.After, f.Priced.After))
	} else if after, known := f.Saved.After.Get(); known {
		a.Body = append(a.Body, Paragraph{Runs: Text("Không lập bảng: chi phí sau đơn giản hóa là " +
			viet.Money(after) + "/năm.")})
	} else {
		a.Body = append(a.Body, Dotted{"chi phí sau đơn giản hóa"})
	}
	rate := Paragraph{Runs: slices.Concat(Text("Mức thu nhập bình quân 01 giờ làm việc: "), f.rates(), Text("."))}
	a.Body = append(a.Body, rate, in.Letterhead.formSignatures(in.Date, f.Author))
	return a
}

// table is one block of the form: rows below their group of work, and the total.
func (in Forms03) table(name string, rows []cost.Row, side cost.Side) Block {
	if len(rows) == 0 {
		return Dotted{"bảng tính chi phí hiện tại"}
	}
	t := Table{Name: name, Columns: []Column{
		{Head: "STT", Width: 5, Align: Center},
		{Head: "Công việc, hoạt động cụ thể", Width: 19},
		{Head: "Thời gian (giờ)", Width: 6, Align: Right},
		{Head: "Mức TNBQ/01 giờ (đồng)", Width: 8, Align: Right},
		{Head: "Chi phí thuê tư vấn, dịch vụ (đồng)", Width: 8, Align: Right},
		{Head: "Phí, lệ phí, chi phí khác (đồng)", Width: 8, Align: Right},
		{Head: "Số lần/năm", Width: 7, Align: Right},
		{Head: "Số đối tượng/năm", Width: 9, Align: Right},
		{Head: "Chi phí thực hiện (đồng)", Width: 9, Align: Right},
		{Head: "Tổng chi phí/năm (đồng)", Width: 11, Align: Right},
		{Head: "Nguồn, ghi chú", Width: 10},
	}}
	for group, task := range cost.Tasks { // a group keeps its number where others are empty
		group++
		n := 0
		for i, r := range rows {
			if r.Task != task {
				continue
			}
			if n == 0 {
				t.Rows = append(t.Rows, []Cell{
					{Text: itoa(group), Bold: true},
					{Text: in.Task(task), Bold: true, Cols: len(t.Columns) - 1},
				})
			}
			n++
			c := side.Rows[i]
			t.Rows = append(t.Rows, []Cell{TextCell(itoa(group) + "." + itoa(n)), TextCell(r.Activity),
				DecimalCell(r.Hours), MoneyCell(r.HourlyRate), MoneyCell(r.ServiceCost), MoneyCell(r.Fees),
				DecimalCell(r.TimesPerYear), CountCell(int(r.SubjectsPerYear)), MoneyCell(c.UnitCost),
				MoneyCell(c.AnnualCost), TextCell(joinText("; ", in.Source(r.Source), r.Note))})
		}
	}
	t.Total = BoldCells(TextCell(""), TextCell("Tổng số"), TextCell(""), TextCell(""), TextCell(""), TextCell(""),
		TextCell(""), TextCell(""), MoneyCell(side.UnitTotal), MoneyCell(side.AnnualTotal), TextCell(""))
	return t
}
