package report

import (
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// Year is what the year table of a plan is made of (bảng kết quả của bộ phận, công chức trong năm): added up already.
type Year struct {
	Letterhead Letterhead
	Plan       review.Plan
	Table      review.YearTable
	Whole      bool // with units and the total; else the row of one person
	Shown      func(officer string) string
}

// Sheet is the table as an annex. What did not arise is a dash, never 0%.
//
// Plan 29/KH-UBND, II.1.
func (in Year) Sheet() Document {
	t := Table{
		Name: "Tổng hợp năm " + itoa(in.Plan.Year),
		Unit: "Đơn vị tính chi phí: đồng/năm",
		Columns: []Column{
			{Head: "Bộ phận, công chức", Width: 30},
			{Head: "Được giao", Width: 8, Align: Right},
			{Head: "Hoàn thành", Width: 8, Align: Right},
			{Head: "Đúng hạn", Width: 8, Align: Right},
			{Head: "Quá hạn", Width: 8, Align: Right},
			{Head: "Chưa rõ ngày", Width: 8, Align: Right},
			{Head: "Tỷ lệ đúng hạn (%)", Width: 9, Align: Right},
			{Head: "Lượt trả lại", Width: 8, Align: Right},
			{Head: "Tiết kiệm (đồng/năm)", Width: 14, Align: Right},
		},
	}
	for _, u := range in.Table.Units {
		if in.Whole {
			t.Rows = append(t.Rows, BoldCells(in.row(nobody(u.Unit, "Chưa thuộc bộ phận nào"), u.Tally)...))
		}
		for _, o := range u.Officers {
			t.Rows = append(t.Rows, in.row(nobody(in.Shown(o.Officer), "Chưa phân công"), o.Tally))
		}
	}
	if in.Whole {
		t.Total = BoldCells(in.row("Tổng cộng", in.Table.Total)...)
	}
	return Document{
		Letterhead: in.Letterhead,
		Date:       in.Table.AsOf,
		Type:       "BẢNG",
		Title:      "Kết quả thực hiện Kế hoạch số " + in.Plan.Number + " " + year(in.Plan.Year),
		Annexes: []Annex{{
			Title: "KẾT QUẢ THỰC HIỆN KẾ HOẠCH SỐ " + in.Plan.Number + ", SỐ LIỆU ĐẾN " +
				viet.ShortDate(in.Table.AsOf),
			Landscape: true,
			Body:      []Block{t},
		}},
	}
}

func nobody(name, instead string) string {
	if name == "" {
		return instead
	}
	return name
}

func (in Year) row(name string, t review.Tally) []Cell {
	share := TextCell("–")
	if percent := in.Plan.Rules.PlainPercent(t.Share(), value.Whole(100)); percent != "" {
		share = PercentCell(percent)
	}
	return []Cell{TextCell(name), CountCell(t.Assigned), CountCell(t.Done), CountCell(t.OnTime), CountCell(t.Late),
		CountCell(t.Undated), share, CountCell(t.Returned), MoneyCell(t.Saved)}
}
