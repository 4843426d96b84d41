package report

import (
	"strings"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// Proposed is what the documents about a campaign's proposals are made of: the list of proposals (proposals), the
// office's submission to the chairman or the commune's to the superior (submission), and the decision (decision).
type Proposed struct {
	Letterhead Letterhead // of the commune
	Number     string
	Date       value.Date
	Superior   string // where proposals on public procedures go
	Plan       review.Plan
	Campaign   review.CampaignPlan
	Standings  []review.Standing // those that the document is about, in the order of the list
	Costs      review.CostTable  // of the same, as proposed
	Decided    review.CostTable  // of the same, as far as decided
	Shares     review.CostShares
	Names      Names
}

// internal reports whether the commune decides itself (second-look §3.4).
func (in Proposed) internal() bool { return in.Campaign.Takes().IsInternal() }

// what names the proposals: "phương án đơn giản hóa thủ tục hành chính nội bộ nhóm B".
func (in Proposed) what() string {
	switch in.Campaign.Takes() {
	case review.ScopeInternal:
		return "phương án đơn giản hóa thủ tục hành chính nội bộ"
	case review.ScopeInternalA:
		return "phương án đơn giản hóa thủ tục hành chính nội bộ nhóm A"
	case review.ScopeInternalB:
		return "phương án đơn giản hóa thủ tục hành chính nội bộ nhóm B"
	}
	return "phương án đơn giản hóa thủ tục hành chính"
}

// verb is what a decision does with them: those on public procedures ask others to change the law.
func (in Proposed) verb() string {
	if in.internal() {
		return "phê duyệt"
	}
	return "thông qua"
}

// summary says how many there are and what they save.
func (in Proposed) summary() string {
	n := len(in.Standings)
	text := twoDigits(n) + " thủ tục"
	if note := notPriced(in.Costs); note != "" {
		text += ", " + note
	}
	before, costed := in.Costs.Total.Before.Get()
	saving, priced := in.Costs.Total.Saving.Get()
	if !costed || !priced || len(in.Costs.Unpriced) == n {
		return text
	}
	text += "; chi phí tuân thủ trước đơn giản hóa " + viet.Money(before) + "/năm, tiết kiệm theo phương án " +
		viet.Money(saving) + "/năm"
	if share, known := in.Costs.Share(); known {
		text += ", bằng " + in.Shares.Text(share) + " chi phí tuân thủ của " + twoDigits(n) + " thủ tục này"
	}
	return text
}

// soFar says how many of the proposals have been decided, and what they save.
func (in Proposed) soFar() string {
	if len(in.Decided.Lines) == 0 {
		return ""
	}
	decided := 0
	for _, l := range in.Decided.Lines {
		if l.Counts {
			decided++
		}
	}
	if decided == 0 {
		return "; chưa có phương án nào được " + grantedWord(in.Standings)
	}
	text := "; trong đó đã được " + grantedWord(in.Standings) + " " + twoDigits(decided) + " thủ tục"
	if saving, priced := in.Decided.Total.Saving.Get(); priced {
		text += ", tiết kiệm " + viet.Money(saving) + "/năm"
	}
	return text
}

// List is the proposals themselves as a report.
//
// Circular 02/2017/TT-VPCP, article 27.
func (in Proposed) List() Document {
	d := Document{
		Letterhead: in.Letterhead,
		Number:     in.Number,
		Date:       in.Date,
		Type:       "BÁO CÁO",
		Title:      "Tổng hợp " + in.what() + " " + year(in.Plan.Year),
		Addressees: []string{in.Campaign.To},
	}
	d.Body = []Block{
		Paragraph{Runs: append(following(in.Plan), in.Letterhead.NameRun(),
			Run{Text: " tổng hợp " + in.what() + ": " + in.summary() + in.soFar() + "."})},
		Paragraph{
			Runs:  []Run{{Text: "(Danh mục, nội dung và chi phí tuân thủ kèm theo)", Italic: true}},
			Align: Center,
			Flush: true,
		},
		Paragraph{Runs: []Run{{Text: "Trên đây là tổng hợp " + in.what() + " của "}, in.Letterhead.NameRun(),
			{Text: "./."}}},
	}
	d.Annexes = in.annexes()
	return d
}

// Submission asks for a decision: the office asks the chairman on internal procedures, the commune the superior on
// public ones.
//
// Plan 29/KH-UBND, III.1(b).
func (in Proposed) Submission() Document {
	d := Document{
		Letterhead: in.Letterhead,
		Number:     in.Number,
		Date:       in.Date,
		Type:       "TỜ TRÌNH",
		Title:      "Về việc " + in.verb() + " " + in.what() + " " + year(in.Plan.Year),
	}
	asks := in.Letterhead.NameRun()
	d.Addressees = []string{in.Superior}
	if in.internal() {
		d.Letterhead = in.office()
		asks = d.Letterhead.NameRun()
		d.Addressees = []string{""}
		if name := in.commune(); name != "" {
			d.Addressees = []string{"Chủ tịch Ủy ban nhân dân " + name}
		}
	}
	d.Body = []Block{Paragraph{Runs: append(following(in.Plan), asks,
		Run{Text: " đã tổng hợp, thẩm tra kết quả rà soát và kính trình " + in.verb() + " " + in.what() + ": " +
			in.summary() + "."})}}
	d.Body = append(d.Body, in.items()...)
	d.Body = append(d.Body, Dotted{"ý kiến thẩm tra"},
		Paragraph{Runs: []Run{asks, {Text: " kính trình xem xét, quyết định./."}}})
	d.Annexes = in.annexes()
	return d
}

// Decision is the draft by which the chairman decides. Its grounds for internal procedures are the Prime Minister's
// plan and the commune's own; for public ones the law on reviews (second-look §3.4).
//
// Decree 30/2020/NĐ-CP, appendix I.
func (in Proposed) Decision() Document {
	d := Document{
		Letterhead: in.Letterhead,
		Number:     in.Number,
		Date:       in.Date,
		Type:       "QUYẾT ĐỊNH",
		Title:      "Về việc " + in.verb() + " " + in.what() + " " + year(in.Plan.Year),
	}
	if strings.HasPrefix(d.Letterhead.Capacity, "TM.") { // the chairman decides, not the committee
		d.Letterhead.Capacity, d.Letterhead.InPerson = "", true
	}
	authority := []Run{{Text: "CHỦ TỊCH ỦY BAN NHÂN DÂN ", Bold: true}, orHole(strings.ToUpper(in.commune()), "tên xã")}
	authority[1].Bold = true
	d.Body = append(d.Body, Paragraph{Runs: authority, Align: Center, Flush: true})
	grounds := in.grounds()
	for i, g := range grounds {
		end := ";"
		if i == len(grounds)-1 {
			end = "."
		}
		d.Body = append(d.Body, Paragraph{Runs: []Run{{Text: g + end, Italic: true}}})
	}
	article := func(n int, runs ...Run) Paragraph {
		return Paragraph{Runs: append([]Run{{Text: "Điều " + itoa(n) + ". ", Bold: true}}, runs...)}
	}
	d.Body = append(d.Body, Paragraph{Runs: []Run{{Text: "QUYẾT ĐỊNH:", Bold: true}}, Align: Center, Flush: true},
		article(1, Run{Text: viet.Capital(in.verb()) + " " + in.what() + ": " + in.summary() +
			" (Phụ lục kèm theo)."}))
	d.Body = append(d.Body, article(2, Run{Text: in.followUp()}),
		article(3, Run{Text: "Quyết định này có hiệu lực kể từ ngày ký. Văn phòng, công chức chuyên môn và các cá " +
			"nhân có liên quan chịu trách nhiệm thi hành Quyết định này./."}))
	d.Annexes = in.annexes()
	return d
}

func (in Proposed) grounds() []string {
	plan := "Căn cứ Kế hoạch số " + in.Plan.Number
	if !in.Plan.Date.IsZero() {
		plan += " " + viet.LongDate(in.Plan.Date)
	}
	plan += " về " + viet.LowerFirst(in.Plan.Title)
	if in.internal() {
		return []string{"Căn cứ Luật Tổ chức chính quyền địa phương",
			"Căn cứ Quyết định số 1085/QĐ-TTg ngày 15 tháng 9 năm 2022 của Thủ tướng Chính phủ", plan,
			"Theo đề nghị của Văn phòng Ủy ban nhân dân xã"}
	}
	return []string{"Căn cứ Luật Tổ chức chính quyền địa phương",
		"Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính",
		"Căn cứ Nghị định số 92/2017/NĐ-CP ngày 07 tháng 8 năm 2017 của Chính phủ",
		"Căn cứ Thông tư số 02/2017/TT-VPCP ngày 31 tháng 10 năm 2017 của Văn phòng Chính phủ", plan,
		"Theo đề nghị của Văn phòng Ủy ban nhân dân xã"}
}

// followUp says who does what with it.
func (in Proposed) followUp() string {
	if in.internal() {
		return "Giao Văn phòng chủ trì, phối hợp với công chức chuyên môn thực hiện phương án; cập nhật danh mục thủ " +
			"tục hành chính nội bộ."
	}
	return "Giao Văn phòng kiến nghị cơ quan có thẩm quyền sửa đổi, bổ sung các văn bản nêu tại Phụ lục; công chức " +
		"chuyên môn thực hiện phần thuộc thẩm quyền của xã."
}

// items names each proposal in a line.
func (in Proposed) items() []Block {
	var out []Block
	for i, s := range in.Standings {
		out = append(out, Bullet{Text(s.Item.Name + ": " + viet.LowerFirst(in.Names.Conclusion(s.Review.Conclusion)) +
			listEnd(i, len(in.Standings)))})
	}
	if len(out) == 0 {
		out = append(out, Dotted{"phương án trình"})
	}
	return out
}

// annexes are the proposals, then what they cost.
func (in Proposed) annexes() []Annex {
	summary := ReviewSummary{
		Letterhead: in.Letterhead,
		Plan:       in.Plan,
		Names:      in.Names,
		Campaigns: []ReviewedCampaign{{
			Plan:      in.Campaign,
			Standings: in.Standings,
			Costs:     in.Decided,
			Wide:      in.Costs,
			Shares:    in.Shares,
		}},
	}
	return []Annex{summary.annexProposals(), summary.annexCosts()}
}

// commune is the commune's name in running text: "xã Vĩnh Chấp".
func (in Proposed) commune() string { return strings.TrimPrefix(in.Letterhead.Name, "UBND ") }

// office is the letterhead of the commune's office, which signs what it submits to the chairman.
func (in Proposed) office() Letterhead {
	l := in.Letterhead
	if in.Letterhead.Name != "" {
		l.Parent, l.Name = strings.ToUpper(in.Letterhead.Name), "Văn phòng "+in.Letterhead.Name
	}
	l.Issuer, l.NumberSuffix, l.Capacity, l.Title, l.Signer, l.InPerson = []string{"VĂN PHÒNG"}, "TTr-VP", "", "", "",
		true
	l.Recipients = []string{"Lưu: VP"}
	return l
}
