package report

import (
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// Proposed is what the documents about a campaign's proposals are made of: the list of proposals (proposals), the
// office's submission to the chairman or the commune's to the superior (submission), and the decision (decision).
type Proposed struct {
	Letterhead Letterhead // of the commune, with the chairman and the unit that keeps procedure control
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
	Bases      map[catalog.Code]catalog.Procedure // what the proposals start from, by key
	Grounds    []review.Ground                    // those in force on the day of the paper
	Submitted  PaperRef                           // the unit's, on which a decision was taken; none: dotted
}

// PaperRef is a paper by its number with symbol, "12/TTr-VP", and its day.
type PaperRef struct {
	Number string
	Date   value.Date
}

// internal reports whether the commune decides itself: on internal procedures (second-look §3.4).
func (in Proposed) internal() bool {
	if len(in.Standings) == 0 {
		return in.Campaign.Takes().IsInternal()
	}
	return !slices.ContainsFunc(in.Standings, func(s review.Standing) bool { return s.Item.Kind != catalog.Internal })
}

// what names the proposals: "phương án đơn giản hóa thủ tục hành chính nội bộ nhóm B".
func (in Proposed) what() string {
	const what = "phương án đơn giản hóa thủ tục hành chính"
	if !in.internal() {
		return what
	}
	group := catalog.GroupB
	if len(in.Standings) > 0 {
		group = in.Standings[0].Item.Group
	}
	isOther := func(s review.Standing) bool { return s.Item.Group != group }
	if group == "" || slices.ContainsFunc(in.Standings, isOther) {
		return what + " nội bộ"
	}
	return what + " nội bộ nhóm " + string(group)
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
	d.Annexes = in.annexes(true)
	if a, any := textsAnnex(in.Standings, in.Names); any {
		d.Annexes = append(d.Annexes, a)
	}
	return d
}

// Submission asks for a decision: the unit that keeps procedure control asks the chairman on internal procedures, the
// commune its superior on public ones.
//
// Plan 29/KH-UBND, III.1(b).
func (in Proposed) Submission() Document {
	d := Document{
		Letterhead: in.Letterhead,
		Number:     in.Number,
		Date:       in.Date,
		Type:       "TỜ TRÌNH",
		Title:      "Về việc đề nghị " + in.verb() + " " + in.what() + " " + year(in.Plan.Year),
		Addressees: []string{in.Superior},
	}
	asks, asked := in.Letterhead.NameRun(), orHole(in.Superior, "cơ quan nhận tờ trình")
	if in.internal() {
		d.Letterhead = in.unit()
		asks, asked = in.Letterhead.Unit.NameRun(), orHole(in.chairman(), "cơ quan nhận tờ trình")
		d.Addressees = []string{""}
		if name := in.Letterhead.commune(); name != "" {
			d.Addressees = []string{"Chủ tịch Ủy ban nhân dân " + name}
		}
	}
	d.Body = []Block{Paragraph{Runs: append(following(in.Plan), asks,
		Run{Text: " đã tổng hợp, thẩm tra kết quả rà soát và kính trình "}, asked,
		Run{Text: " " + in.verb() + " " + in.what() + ": " + in.summary() + " (có Phụ lục kèm theo)."})}}
	d.Body = append(d.Body, in.items()...)
	d.Body = append(d.Body, Dotted{"ý kiến thẩm tra"},
		Paragraph{Runs: []Run{asks, {Text: " kính trình "}, asked, {Text: " xem xét, quyết định./."}}})
	d.Annexes = in.annexes(false)
	return d
}

// Decision is the draft by which the chairman decides. It rests on the plan's grounds that are in force on its day, on
// the plan itself and on what the unit that keeps procedure control submitted (second-look §3.4).
//
// Decree 30/2020/NĐ-CP, appendix I.
func (in Proposed) Decision() Document {
	d := Document{
		Letterhead: in.Letterhead.ofChairman(),
		Number:     in.Number,
		Date:       in.Date,
		Type:       "QUYẾT ĐỊNH",
		Title:      "Về việc " + in.verb() + " " + in.what() + " " + year(in.Plan.Year),
	}
	authority := []Run{{Text: "CHỦ TỊCH ỦY BAN NHÂN DÂN ", Bold: true}, orHole(strings.ToUpper(in.Letterhead.commune()),
		"tên đơn vị hành chính")}
	authority[1].Bold = true
	d.Body = append(d.Body, Paragraph{Runs: authority, Align: Center, Flush: true})
	grounds := in.grounds()
	for i, g := range grounds {
		end := ";"
		if i == len(grounds)-1 {
			end = "."
		}
		g = append(slices.Clone(g), Run{Text: end})
		for j := range g {
			g[j].Italic = true
		}
		d.Body = append(d.Body, Paragraph{Runs: g})
	}
	d.Body = append(d.Body, Paragraph{Runs: []Run{{Text: "QUYẾT ĐỊNH:", Bold: true}}, Align: Center, Flush: true,
		Kept: true})
	d.Body = append(d.Body, in.articles()...)
	d.Annexes = in.annexes(false)
	return d
}

// grounds are what a decision rests on, a line each.
func (in Proposed) grounds() (out [][]Run) {
	for _, g := range in.Grounds {
		out = append(out, append([]Run{{Text: "Căn cứ "}}, cited(g)...))
	}
	plan := []Run{{Text: "Căn cứ Kế hoạch số " + joinText(" ", in.Plan.Number, viet.LongDate(in.Plan.Date)) + " của "},
		orHole(in.Plan.Issuer, "cơ quan ban hành kế hoạch"), {Text: " về " + viet.LowerFirst(in.Plan.Title)}}
	return append(out, plan, in.proposer())
}

// cited is a document as others cite it: laws by their name, others whole.
//
// Decree 30/2020/NĐ-CP, appendix I.
func cited(g review.Ground) []Run {
	if g.IsLaw() {
		text := g.Type + " " + g.Title
		switch {
		case g.Number != "":
			text += " số " + g.Number
		case !g.Date.IsZero():
			text += " " + viet.LongDate(g.Date)
		}
		return Text(text)
	}
	day := Run{Text: viet.LongDate(g.Date)}
	if g.Date.IsZero() {
		day = Hole("ngày của văn bản làm căn cứ")
	}
	return []Run{{Text: g.Type + " số " + g.Number + " "}, day, {Text: " của "},
		orHole(g.Issuer, "cơ quan ban hành văn bản làm căn cứ"), {Text: " " + viet.LowerFirst(g.Title)}}
}

// proposer is the last ground: on whose proposal the chairman decides, with the number and day of its submission.
func (in Proposed) proposer() []Run {
	out := []Run{{Text: "Theo đề nghị của "}, in.Letterhead.Unit.NameRun(), {Text: " tại Tờ trình số "}}
	if in.Submitted.Number != "" {
		return append(out, Run{Text: joinText(" ", in.Submitted.Number, viet.LongDate(in.Submitted.Date))})
	}
	return append(out, shortHole("số tờ trình"), Run{Text: "/"},
		orShortHole(in.Letterhead.Unit.submissionSymbol(), "ký hiệu tờ trình"), Run{Text: " ngày "},
		shortHole("ngày tờ trình"), Run{Text: " tháng "}, shortHole("tháng tờ trình"), Run{Text: " năm "},
		shortHole("năm tờ trình"))
}

// articles are what the chairman decides: the proposals themselves, who drafts what has to be amended by when, and who
// carries the decision out.
func (in Proposed) articles() []Block {
	article := func(n int, runs ...Run) Paragraph {
		return Paragraph{Runs: append([]Run{{Text: "Điều " + itoa(n) + ". ", Bold: true}}, runs...)}
	}
	first := []Run{{Text: viet.Capital(in.verb()) + " " + in.what() + ": " + in.summary() + " (có Phụ lục kèm theo)"}}
	if !in.internal() {
		first = append(first, Run{Text: ", kiến nghị "}, orHole(in.Superior, "cơ quan nhận kiến nghị"),
			Run{Text: " xem xét, trình cơ quan có thẩm quyền sửa đổi, bổ sung văn bản có liên quan"})
	}
	second := article(2, Run{Text: "Tổ chức thực hiện"})
	second.Kept = true
	out := append([]Block{article(1, append(first, Run{Text: "."})...), second}, in.tasks()...)
	return append(out, article(3, Run{Text: "Quyết định này có hiệu lực kể từ ngày ký. Người đứng đầu "},
		in.Letterhead.Unit.NameRun(),
		Run{Text: ", các đơn vị và cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./."}))
}

// tasks are the clauses of article 2.
func (in Proposed) tasks() (out []Block) {
	clause := func(runs ...Run) {
		out = append(out, Paragraph{Runs: append([]Run{{Text: itoa(len(out)+1) + ". "}}, runs...)})
	}
	unit := in.Letterhead.Unit.NameRun()
	if in.internal() {
		for _, x := range in.amendments() {
			clause(x.drafted()...)
		}
		clause(unit, Run{Text: " theo dõi, đôn đốc việc thực hiện phương án; cập nhật danh mục thủ tục hành chính " +
			"nội bộ."})
		return out
	}
	clause(unit, Run{Text: " dự thảo văn bản gửi "}, orHole(in.Superior, "cơ quan nhận kiến nghị"),
		Run{Text: " kiến nghị sửa đổi, bổ sung các văn bản nêu tại các khoản dưới đây, chậm nhất ngày "},
		shortHole("thời hạn gửi kiến nghị"), Run{Text: "; theo dõi, đôn đốc việc thực hiện."})
	for _, x := range in.amendments() {
		clause(x.requested()...)
	}
	clause(Run{Text: "Các bộ phận chuyên môn thực hiện nội dung phương án thuộc thẩm quyền của "},
		in.Letterhead.NameRun(), Run{Text: "."})
	return out
}

// amending is one document that has to be amended for a proposal; nothing of it may be known.
type amending struct {
	review.Amendment
	of string // the procedure that it is for
}

// amendments are what has to be amended, in the order of the annex; of an internal procedure one at least.
func (in Proposed) amendments() (out []amending) {
	annex := in.annex(false)
	for _, x := range annex.proposalsOf(annex.campaigns[0]) {
		of := procedureTitle(x.Item.Name, x.Item.Code)
		if len(x.members) > 1 {
			of = "nhóm " + twoDigits(len(x.members)) + " thủ tục " + joinText("", x.Review.Title)
		}
		for _, a := range x.Review.Amendments {
			out = append(out, amending{a, of})
		}
		if len(x.Review.Amendments) == 0 {
			out = append(out, amending{of: of})
		}
	}
	return out
}

// drafted says who drafts the amended rule of the commune itself, and by when.
func (x amending) drafted() []Run {
	out := []Run{orHole(x.By, "đơn vị, người soạn thảo"), {Text: " soạn thảo, trình ban hành văn bản sửa đổi "},
		orHole(x.where(), "quy chế, quy định nội bộ phải sửa đổi")}
	due := Run{Text: viet.LongDate(x.Due)}
	if x.Due.IsZero() {
		due = Run{Text: "ngày ……", Hole: "thời hạn sửa đổi văn bản"}
	}
	return append(out, Run{Text: x.what() + "; hoàn thành chậm nhất "}, due, Run{Text: "."})
}

// requested says whom the commune asks to amend a document, and by when where it names a day.
func (x amending) requested() []Run {
	by, due := x.By, ""
	if by == "" {
		by = "cơ quan có thẩm quyền"
	}
	if !x.Due.IsZero() {
		due = "; đề nghị hoàn thành chậm nhất " + viet.LongDate(x.Due)
	}
	return []Run{{Text: "Kiến nghị " + by + " sửa đổi, bổ sung "},
		orHole(x.where(), "văn bản kiến nghị sửa đổi, bổ sung"),
		{Text: x.what() + due + "."}}
}

// where is the part of a document that has to be amended, within a sentence: clauses and points are written small
// there, articles are not.
func (x amending) where() string {
	article := x.Article
	if strings.HasPrefix(article, "Khoản ") || strings.HasPrefix(article, "Điểm ") {
		article = viet.LowerFirst(article)
	}
	return joinText(" ", article, x.Document)
}

// what says what is to be amended, and for which procedure.
func (x amending) what() string {
	out := ""
	if x.Request != "" {
		out = ": " + viet.LowerFirst(strings.TrimRight(strings.TrimSpace(x.Request), ".;"))
	}
	return out + ", để thực hiện phương án đối với " + viet.LowerFirst(x.of)
}

// items names each proposal in a line.
func (in Proposed) items() []Block {
	var out []Block
	for i, s := range in.Standings {
		out = append(out, Bullet{Text(s.Item.Name + ": " + viet.LowerFirst(in.Names.Conclusion(s.Review.Conclusion)) +
			listEnd(i, len(in.Standings)))})
	}
	return out
}

// annex is the proposals; a paper that does not itself decide on them, or ask for it, says what has been decided.
func (in Proposed) annex(decided bool) proposalAnnex {
	c := ReviewedCampaign{Plan: in.Campaign, Standings: in.Standings, Wide: in.Costs, Shares: in.Shares}
	if decided {
		c.Costs = in.Decided
	}
	return proposalAnnex{campaigns: []ReviewedCampaign{c}, bases: in.Bases, names: in.Names, decided: decided}
}

// annexes are the proposals, then what they cost.
func (in Proposed) annexes(decided bool) []Annex {
	annex := in.annex(decided)
	costs := ReviewSummary{Plan: in.Plan, Names: in.Names, Campaigns: annex.campaigns}
	return []Annex{annex.annex(), costs.annexCosts("Phụ lục II")}
}

// chairman is the commune's chairman in running text, "" where the commune is not known.
func (in Proposed) chairman() string { return in.Letterhead.ofChairman().Name }

// unit is the letterhead of the unit that keeps procedure control, which signs what it submits to the chairman.
func (in Proposed) unit() Letterhead {
	u := in.Letterhead.Unit
	l := in.Letterhead.signedBy(u.Signature)
	if in.Letterhead.Name != "" {
		l.Parent = strings.ToUpper(in.Letterhead.Name)
	}
	l.Issuer, l.Name, l.NumberSuffix = []string{u.Issuer}, u.Name, u.submissionSymbol()
	l.Recipients = []string{u.Archive()}
	return l
}
