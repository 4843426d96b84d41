package report

import (
	"strconv"
	"strings"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// annexCounts is annex I: per field how many procedures were reviewed and what was concluded; a column for
// every conclusion, so that each row adds up.
func (in ReviewSummary) annexCounts() Annex {
	columns := []Column{
		{Head: "STT", Width: 5, Align: Center},
		{Head: "Lĩnh vực", Width: 24},
		{Head: "Tổng số TTHC", Width: 9, Align: Right},
		{Head: "Số TTHC rà soát", Width: 9, Align: Right},
	}
	for _, c := range review.Conclusions {
		columns = append(columns, Column{Head: in.Names.Conclusion(c), Width: 9, Align: Right})
	}
	columns = append(columns, Column{Head: "Ghi chú", Width: 11})
	a := Annex{Title: "TỔNG HỢP KẾT QUẢ RÀ SOÁT THỦ TỤC HÀNH CHÍNH", Landscape: true}
	for i, c := range in.Campaigns {
		t := Table{Name: "Phụ lục I." + itoa(i+1), Columns: columns}
		for n, row := range c.Summary.Fields {
			t.Rows = append(t.Rows, countRow(itoa(n+1), fieldName(row.Field), row))
		}
		t.Total = BoldCells(countRow("", "Tổng số", c.Summary.Total)...)
		a.Body = append(a.Body, Heading{2, Roman(i+1) + ". " + c.Plan.Name}, t)
	}
	return a
}

func countRow(n, name string, row review.SummaryRow) []Cell {
	cells := []Cell{TextCell(n), TextCell(name), CountCell(row.Listed), CountCell(row.Reviewed)}
	for _, c := range review.Conclusions {
		cells = append(cells, CountCell(row.Conclusions[c]))
	}
	return append(cells, TextCell(""))
}

// amendment says which part of which document has to be amended, and how: "Điều 22 Nghị định số 123/2015/NĐ-CP: …".
func amendment(x review.Amendment) string {
	where := joinText(" ", x.Article, x.Document)
	if where == "" || strings.TrimSpace(x.Request) == "" {
		return joinText("", where, x.Request)
	}
	return where + ": " + viet.LowerFirst(strings.TrimSpace(x.Request))
}

func decisionWords(p *review.Proposal) string {
	if p.Decision.Number == "" {
		return ""
	}
	s := " theo Quyết định số " + p.Decision.Number
	if !p.Decision.Date.IsZero() {
		s += " " + viet.LongDate(p.Decision.Date)
	}
	return s
}

// benefit is the four lines of what a proposal saves, with the sums of its tables, or that its cost was not priced.
func benefit(s review.Standing, of sums) []Block {
	before, costed := s.Before.Get()
	after, priced := s.After.Get()
	if !costed || !priced {
		return []Block{Paragraph{Runs: Text("Chưa tính chi phí tuân thủ.")}}
	}
	lines := []string{
		"Chi phí tuân thủ TTHC trước khi đơn giản hóa: " + viet.Money(before) + "/năm" + of.before,
		"Chi phí tuân thủ TTHC sau khi đơn giản hóa: " + viet.Money(after) + "/năm" + of.after,
		"Chi phí tiết kiệm: " + viet.Money(before-after) + "/năm"}
	if s, ok := (value.Ratio{Part: int64(before - after), Whole: int64(before)}).Percent(2); ok {
		lines = append(lines, "Tỷ lệ cắt giảm chi phí: "+viet.Percent(s, false))
	}
	out := make([]Block, len(lines))
	for i, l := range lines {
		out[i] = Bullet{Text(l + listEnd(i, len(lines)))}
	}
	return out
}

// annexCosts is annex III: what each procedure costs before and after, and the total of what is priced.
func (in ReviewSummary) annexCosts() Annex {
	a := Annex{Title: "TỔNG HỢP CHI PHÍ TUÂN THỦ THỦ TỤC HÀNH CHÍNH", Landscape: true}
	columns := []Column{
		{Head: "STT", Width: 5, Align: Center},
		{Head: "Mã", Width: 11},
		{Head: "Tên thủ tục hành chính", Width: 34},
		{Head: "Trước", Width: 14, Align: Right},
		{Head: "Sau", Width: 14, Align: Right},
		{Head: "Tiết kiệm", Width: 14, Align: Right},
		{Head: "Tỷ lệ (%)", Width: 8, Align: Right},
		{Head: "Ghi chú", Width: 14},
	}
	for i, c := range in.Campaigns {
		t := Table{Name: "Phụ lục III." + itoa(i+1), Unit: "Đơn vị tính: đồng/năm", Columns: columns}
		for n, l := range c.Costs.Lines {
			t.Rows = append(t.Rows, in.costRow(n, l))
		}
		total := c.Costs.Total
		t.Total = BoldCells(TextCell(""), TextCell(""), TextCell("Tổng số"), money(total.Before), money(total.After),
			money(total.Saving), percentCell(total.Percent), TextCell(""))
		a.Body = append(a.Body, Heading{2, Roman(i+1) + ". " + c.Plan.Name}, t)
	}
	return a
}

func (in ReviewSummary) costRow(n int, l review.CostLine) []Cell {
	note := ""
	switch {
	case !l.Before.IsKnown(), !l.After.IsKnown():
		note = "chưa tính chi phí"
	case l.Of.Review == nil:
		note = "chưa rà soát"
	case !l.Counts && l.Of.Review.Conclusion != review.Keep:
		note = "phương án " + in.Names.State(l.Of.State)
	}
	return []Cell{TextCell(itoa(n + 1)), TextCell(string(l.Of.Item.Code)), TextCell(l.Of.Item.Name), money(l.Before),
		money(l.After), money(l.Saving), percentCell(l.Percent), TextCell(note)}
}

func money(m value.Opt[value.Money]) Cell {
	if v, known := m.Get(); known {
		return MoneyCell(v)
	}
	return TextCell("–")
}

func percentCell(s string) Cell {
	if s == "" {
		return TextCell("–")
	}
	return PercentCell(s)
}

// point letters the points of a clause with the Vietnamese alphabet: a, b, c, d, đ, e, g …
//
// Decree 30/2020/NĐ-CP, appendix I.
func point(i int) string {
	letters := []string{"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t",
		"u", "v", "x", "y"}
	if i < len(letters) {
		return letters[i]
	}
	return itoa(i + 1)
}

func itoa(n int) string { return strconv.Itoa(n) }

func count(n int) string { return viet.Number(int64(n)) }

// fieldName is a field as tables name it.
func fieldName(s string) string {
	if s == "" {
		return "(chưa ghi lĩnh vực)"
	}
	return s
}

// sentence closes a text with a full stop where it has no end.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".;!?") {
		return s
	}
	return s + "."
}

func joinText(sep string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if strings.TrimSpace(p) != "" {
			out = append(out, strings.TrimSpace(p))
		}
	}
	return strings.Join(out, sep)
}
