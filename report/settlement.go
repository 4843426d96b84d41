package report

import (
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// SettlementTitle names the table of files by field with its period.
func SettlementTitle(p review.Period) string {
	return review.SettlementTitle + " THÁNG " + viet.MonthYear(p.Month)
}

// SettlementTable is the files received and settled by field, with a line of totals where there are several fields.
// What was not entered is empty.
func SettlementTable(s review.Settlement) Table {
	t := Table{Name: "Hồ sơ theo lĩnh vực", Columns: []Column{
		{Head: "STT", Width: 5, Align: Center},
		{Head: "Lĩnh vực", Width: 24},
	}}
	for _, c := range review.SettlementColumns {
		t.Columns = append(t.Columns, Column{Head: c.Group + " – " + viet.LowerFirst(c.Head), Width: 9, Align: Right})
	}
	line := func(first, field string, count func(review.SettlementColumn) value.Opt[int64]) []Cell {
		row := []Cell{TextCell(first), TextCell(field)}
		for _, c := range review.SettlementColumns {
			row = append(row, optCell(count(c)))
		}
		return row
	}
	for i, f := range s.Rows {
		t.Rows = append(t.Rows, line(itoa(i+1), f.Field, f.Count))
	}
	if len(s.Rows) > 1 {
		total := line("", "Tổng số", s.Total)
		for i := range total {
			total[i].Bold = true
		}
		t.Rows = append(t.Rows, total)
	}
	return t
}

// settlement is the annex of files by field; none where nothing was entered.
func (in Monthly) settlement() []Annex {
	if len(in.Settlement.Rows) == 0 {
		return nil
	}
	return []Annex{{
		Title:     SettlementTitle(in.Period),
		Landscape: true,
		Body: []Block{
			Paragraph{Runs: []Run{{
				Text: "Kỳ báo cáo: từ ngày " + viet.ShortDate(in.Period.From) + " đến ngày " +
					viet.ShortDate(in.Period.To) + ". Đơn vị tính: " + review.SettlementUnit + ".",
				Italic: true,
			}}},
			SettlementTable(in.Settlement),
		},
	}}
}

// settled says where the files by field stand; nothing where nothing was entered.
func (in Monthly) settled() []Block {
	if len(in.Settlement.Rows) == 0 {
		return nil
	}
	text := "Số hồ sơ tiếp nhận, giải quyết theo lĩnh vực"
	received, known := in.Settlement.Total(review.ColumnOf(review.ReceivedFiles)).Get()
	settled, both := in.Settlement.Total(review.ColumnOf(review.SettledFiles)).Get()
	if known && both {
		text = "Tiếp nhận " + viet.Number(received) + " hồ sơ, đã giải quyết " + viet.Number(settled) + " hồ sơ. " +
			text
	}
	annex := "Phụ lục"
	if len(in.Indicators.Table.Rows) > 0 {
		annex += " II"
	}
	return []Block{Paragraph{Runs: Text(text + " tại " + annex + " kèm theo.")}}
}
