package report

import (
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// annexCosts is annex III: what each procedure costs before and after its proposal, and apart from that how much of the
// saving has been decided, save where the document itself is to decide. Each column comes to its total
// (docs/decisions/0168). Label is what the annex is called.
func (in ReviewSummary) annexCosts(label string) Annex {
	a := Annex{Title: "TỔNG HỢP CHI PHÍ TUÂN THỦ THỦ TỤC HÀNH CHÍNH", Landscape: true}
	for i, c := range in.Campaigns {
		a.Body = append(a.Body, Heading{2, Roman(i+1) + ". " + c.Plan.Name}, in.costTable(label+"."+itoa(i+1), c))
	}
	return a
}

func (in ReviewSummary) costTable(name string, c ReviewedCampaign) Block {
	if len(c.Wide.Lines) == 0 {
		return Paragraph{Runs: Text("Chưa có danh mục rà soát.")}
	}
	t := Table{Name: name, Unit: "Đơn vị tính: đồng/năm", Columns: []Column{
		{Head: "STT", Width: 5, Align: Center},
		{Head: "Mã", Width: 10},
		{Head: "Tên thủ tục hành chính", Width: 28},
		{Head: "Trước", Width: 14, Align: Right},
		{Head: "Sau theo phương án", Width: 14, Align: Right},
		{Head: "Tiết kiệm theo phương án", Width: 14, Align: Right},
		{Head: "Tỷ lệ (%)", Width: 8, Align: Right},
	}}
	total := BoldCells(TextCell(""), TextCell(""), TextCell("Tổng số"), money(c.Wide.Total.Before),
		money(c.Wide.Total.After), money(c.Wide.Total.Saving), shareCell(c.Wide.Share, c.Shares))
	decided := len(c.Costs.Lines) > 0
	if decided {
		head := "Trong đó đã được " + grantedWord(c.Standings)
		t.Columns = append(t.Columns, Column{Head: head, Width: 14, Align: Right})
		total = append(total, BoldCells(money(c.Costs.Total.Saving))...)
	}
	t.Columns = append(t.Columns, Column{Head: "Ghi chú", Width: 14})
	t.Total = append(total, BoldCells(TextCell(notPriced(c.Wide)))...)
	for n, l := range c.Wide.Lines {
		item := l.Of.Item
		row := []Cell{TextCell(itoa(n + 1)), TextCell(string(item.Code)), TextCell(item.Name), money(l.Before),
			money(l.After), money(l.Saving), shareCell(l.Share, c.Shares)}
		if decided {
			row = append(row, money(c.Costs.Lines[n].Saving))
		}
		t.Rows = append(t.Rows, append(row, TextCell(in.costNote(l, decided))))
	}
	return t
}

// grantedWord is what happens to what is proposed: others agree to it for public procedures, the commune approves it.
func grantedWord(all []review.Standing) string {
	for _, s := range all {
		if s.Item.Kind == catalog.Public {
			return "chấp thuận"
		}
	}
	return "phê duyệt"
}

// costNote says why a row has no figures, or what the figures of its proposal are worth so far; a paper that itself
// decides, or asks for it, says nothing of that.
func (in ReviewSummary) costNote(l review.CostLine, decided bool) string {
	switch {
	case !l.Before.IsKnown(), !l.After.IsKnown():
		return "chưa tính chi phí"
	case !decided:
		return ""
	case l.Of.Review == nil:
		return "chưa rà soát"
	case l.Of.Review.Conclusion == review.Keep && l.Counts:
		return viet.LowerFirst(in.Names.Conclusion(review.Keep))
	}
	return viet.LowerFirst(in.Names.State(l.Of.State))
}

// notPriced says how many procedures of a table a total does not tell of, "" where it tells of all.
func notPriced(t review.CostTable) string {
	if len(t.Unpriced) == 0 {
		return ""
	}
	return "trong đó " + twoDigits(len(t.Unpriced)) + " thủ tục chưa tính chi phí"
}

// benefit is the four lines of what a proposal saves, with the sums of its tables, or that its cost was not priced.
func benefit(s review.Standing, of sums, shares review.CostShares) []Block {
	priced := review.PricedProposal{Before: s.Before, After: s.After}
	saving, known := priced.Saving().Get()
	if !known {
		return []Block{Paragraph{Runs: Text("Chưa tính chi phí tuân thủ.")}}
	}
	lines := []string{
		"Chi phí tuân thủ TTHC trước khi đơn giản hóa: " + viet.Money(s.Before.Or(0)) + "/năm" + of.before,
		"Chi phí tuân thủ TTHC sau khi đơn giản hóa: " + viet.Money(s.After.Or(0)) + "/năm" + of.after,
		"Chi phí tiết kiệm: " + viet.Money(saving) + "/năm"}
	share, _ := priced.Ratio()
	if s := shares.Text(share); s != "" {
		lines = append(lines, "Tỷ lệ cắt giảm chi phí: "+s)
	}
	out := make([]Block, len(lines))
	for i, l := range lines {
		out[i] = Bullet{Text(l + listEnd(i, len(lines)))}
	}
	return out
}

func money(m value.Opt[value.Money]) Cell {
	if v, known := m.Get(); known {
		return MoneyCell(v)
	}
	return TextCell("–")
}

// shareCell is a share of cost, a dash where there is none.
func shareCell(share func() (value.Ratio, bool), shares review.CostShares) Cell {
	if r, known := share(); known && r.Whole != 0 {
		return PercentCell(shares.Plain(r))
	}
	return TextCell("–")
}
