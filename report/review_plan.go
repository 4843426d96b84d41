package report

import (
	"strings"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// ReviewPlan is the commune's plan of a review (kế hoạch rà soát, đánh giá thủ tục hành chính): per procedure why it
// was chosen, who reviews it, by when, and the product that is expected.
type ReviewPlan struct {
	Letterhead Letterhead
	Number     string
	Date       value.Date
	Plan       review.Plan
	Campaigns  []PlannedCampaign
}

// PlannedCampaign is one campaign of it.
type PlannedCampaign struct {
	Plan    review.CampaignPlan
	Rules   review.Rules
	Targets []review.Target
	Items   []PlannedItem
}

// PlannedItem is one line of it. Who and Unit are empty where nobody has it yet.
type PlannedItem struct {
	Item review.ListItem
	Who  string // full name
	Unit string
}

// Document fills the plan. A line that leaves something open has a dash, and the letter says how many do.
//
// Decree 63/2010/NĐ-CP, article 30 clause 2.
func (in ReviewPlan) Document() Document {
	d := Document{
		Letterhead: in.Letterhead,
		Number:     in.Number,
		Date:       in.Date,
		Type:       "KẾ HOẠCH",
		Title:      "Rà soát, đánh giá thủ tục hành chính " + year(in.Plan.Year),
	}
	d.Body = append(d.Body, Paragraph{Runs: append(following(in.Plan), in.Letterhead.NameRun(),
		Run{Text: " ban hành Kế hoạch rà soát, đánh giá thủ tục hành chính " + year(in.Plan.Year) + " như sau:"})},
		Heading{1, "I. MỤC ĐÍCH, YÊU CẦU"})
	d.Body = append(d.Body, in.aims()...)
	d.Body = append(d.Body, Heading{1, "II. NỘI DUNG"})
	for i, c := range in.Campaigns {
		d.Body = append(d.Body, Heading{2, itoa(i+1) + ". " + c.Plan.Name})
		d.Body = append(d.Body, c.content(i, len(in.Campaigns), in.Letterhead.Unit)...)
	}
	d.Body = append(d.Body, Heading{1, "III. TỔ CHỨC THỰC HIỆN"})
	d.Body = append(d.Body, in.people()...)
	if strings.TrimSpace(in.Plan.Funding) != "" {
		d.Body = append(d.Body, Paragraph{Runs: Text("Kinh phí: " + sentence(viet.LowerFirst(in.Plan.Funding)))})
	} else {
		d.Body = append(d.Body, Dotted{"kinh phí thực hiện"})
	}
	d.Body = append(d.Body, Paragraph{Runs: []Run{{Text: "Trên đây là Kế hoạch rà soát, đánh giá thủ tục hành chính " +
		year(in.Plan.Year) + " của "}, in.Letterhead.NameRun(), {Text: "./."}}})
	for _, c := range in.Campaigns {
		d.Annexes = append(d.Annexes, c.annex())
	}
	return d
}

// aims are the targets of the plan in words.
func (in ReviewPlan) aims() []Block {
	var out []Block
	for _, c := range in.Campaigns {
		var aims []string
		for _, t := range c.Targets {
			switch t.Metric {
			case review.Reviewed:
				aims = append(aims, "rà soát "+viet.Comma(t.Threshold.String())+"% số thủ tục trong danh mục")
			case review.Number:
				aims = append(aims, "cắt giảm, đơn giản hóa ít nhất "+viet.Comma(t.Threshold.String())+
					"% số lượng thủ tục")
			case review.Time:
				aims = append(aims, "cắt giảm ít nhất "+viet.Comma(t.Threshold.String())+"% thời gian giải quyết")
			case review.Cost:
				aims = append(aims, "cắt giảm ít nhất "+viet.Comma(t.Threshold.String())+"% chi phí tuân thủ")
			}
		}
		if len(aims) > 0 {
			out = append(out, Bullet{Text(c.Plan.Name + ": " + strings.Join(aims, "; ") + c.dueText(", hoàn thành ") +
				".")})
		}
	}
	if len(out) == 0 {
		return []Block{Dotted{"mục đích, yêu cầu"}}
	}
	return out
}

// dueText says by when the campaign has to be done, "" where the plan does not.
func (c PlannedCampaign) dueText(lead string) string {
	if c.Plan.Due.IsZero() {
		return ""
	}
	return lead + by(c.Plan.Due, c.Plan.Inclusive || c.Rules.DayItselfOnTime)
}

func (c PlannedCampaign) content(i, of int, unit ControlUnit) []Block {
	if len(c.Items) == 0 {
		return []Block{Paragraph{Runs: Text("Chưa có danh mục rà soát.")}}
	}
	annex := "Phụ lục"
	if of > 1 {
		annex += " " + Roman(i+1)
	}
	text := "Danh mục rà soát có " + count(len(c.Items)) + " thủ tục (" + annex + ")"
	if !c.Plan.HandIn.IsZero() {
		text += "; công chức gửi kết quả về " + unit.inText() + " " + by(c.Plan.HandIn, true)
	}
	if c.Plan.To != "" {
		text += "; kết quả gửi " + c.Plan.To + c.dueText(" ")
	}
	out := []Block{Paragraph{Runs: Text(text + ".")}}
	open := 0
	for _, x := range c.Items {
		if x.Item.Why == "" || x.Who == "" || x.Item.Due.IsZero() || x.Item.Product == "" {
			open++
		}
	}
	if open > 0 {
		out = append(out, Dotted{"căn cứ lựa chọn, người thực hiện, thời hạn hoặc sản phẩm của " + count(open) +
			" thủ tục"})
	}
	return out
}

// people says who reviews how many, in the order in which they stand on the lists.
func (in ReviewPlan) people() []Block {
	type who struct{ name, unit string }
	n := map[who]int{}
	var order []who
	for _, c := range in.Campaigns {
		for _, x := range c.Items {
			w := who{x.Who, x.Unit}
			if w.name == "" {
				continue
			}
			if n[w] == 0 {
				order = append(order, w)
			}
			n[w]++
		}
	}
	var out []Block
	for _, w := range order {
		out = append(out, Bullet{Text(joinText(", ", w.name, w.unit) + ": rà soát " + count(n[w]) + " thủ tục.")})
	}
	if len(out) == 0 {
		out = append(out, Dotted{"phân công thực hiện"})
	}
	return out
}

func (c PlannedCampaign) annex() Annex {
	a := Annex{Title: "DANH MỤC " + strings.ToUpper(c.Plan.Name), Landscape: true}
	if len(c.Items) == 0 {
		a.Body = append(a.Body, Dotted{"danh mục thủ tục được rà soát"})
		return a
	}
	t := Table{Name: "Danh mục", Columns: []Column{
		{Head: "STT", Width: 5, Align: Center},
		{Head: "Mã", Width: 10},
		{Head: "Tên thủ tục hành chính", Width: 27},
		{Head: "Căn cứ lựa chọn", Width: 19},
		{Head: "Người thực hiện", Width: 15},
		{Head: "Thời hạn hoàn thành", Width: 10, Align: Center},
		{Head: "Dự kiến sản phẩm", Width: 14},
	}}
	for n, x := range c.Items {
		due := "–"
		if !x.Item.Due.IsZero() {
			due = viet.ShortDate(x.Item.Due)
		}
		t.Rows = append(t.Rows, []Cell{TextCell(itoa(n + 1)), TextCell(string(x.Item.Code)), TextCell(x.Item.Name),
			TextCell(orDash(x.Item.Why)), TextCell(orDash(joinText(", ", x.Who, x.Unit))), TextCell(due),
			TextCell(orDash(x.Item.Product))})
	}
	a.Body = append(a.Body, t)
	return a
}
