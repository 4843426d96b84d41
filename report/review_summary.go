package report

import (
	"cmp"
	"strings"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// Names are the official terms for the values of enumerations; app/text has them.
type Names struct {
	Conclusion  func(review.Conclusion) string
	State       func(review.State) string
	Denominator func(review.Denominator) string
	Level       func(catalog.Level) string // nil: levels are not told apart
}

// ReviewSummary is what the report on a review's results is made of (báo cáo kết quả rà soát, đánh giá,
// đơn giản hóa thủ tục hành chính; handbook §6.1). Everything in it is counted already.
type ReviewSummary struct {
	Letterhead Letterhead
	Number     string
	Date       value.Date // printed; AsOf is the day of the figures
	AsOf       value.Date
	Addressees []string
	Plan       review.Plan
	Campaigns  []ReviewedCampaign
	Words      map[review.SummaryPart]string // what people wrote
	Names      Names
	Bases      map[catalog.Code]catalog.Procedure // what the proposals start from, by key
}

// proposals are the proposals of the report as its annex II.
func (in ReviewSummary) proposals() proposalAnnex {
	return proposalAnnex{campaigns: in.Campaigns, bases: in.Bases, names: in.Names, decided: true}
}

// ReviewedCampaign is one campaign with its figures.
type ReviewedCampaign struct {
	Plan      review.CampaignPlan
	Rules     review.Rules
	Standings []review.Standing
	Summary   review.Summary
	Costs     review.CostTable // what has been decided
	Wide      review.CostTable // with what is on its way, of the same procedures
	Shares    review.CostShares
	Targets   []review.TargetResult // on what has been decided
	Proposed  []review.TargetResult // with what is on its way, in the same order
	Frozen    []review.TargetResult // over the list as frozen, of a list that has changed since
}

// Document fills the report. What only people can write stands as a dotted line that names it; nothing is
// invented.
func (in ReviewSummary) Document() Document {
	d := Document{
		Letterhead: in.Letterhead,
		Number:     in.Number,
		Date:       in.Date,
		Type:       "BÁO CÁO",
		Title:      "Kết quả rà soát, đánh giá, đơn giản hóa thủ tục hành chính " + year(in.Plan.Year),
		Addressees: in.Addressees,
	}
	d.Body = append(d.Body, in.opening())
	d.Body = append(d.Body, Heading{1, "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI"})
	d.Body = append(d.Body, written(in.Words[review.SummaryDirection],
		"việc ban hành kế hoạch, phân công, tập huấn, truyền thông")...)
	d.Body = append(d.Body, Heading{1, "II. KẾT QUẢ RÀ SOÁT, ĐÁNH GIÁ"})
	for i, c := range in.Campaigns {
		d.Body = append(d.Body, in.campaign(i+1, c)...)
	}
	if !in.anything() {
		d.Body = append(d.Body, Paragraph{Runs: Text("Đến " + viet.LongDate(in.AsOf) + " chưa có danh mục rà soát.")})
	}
	n := len(in.Campaigns)
	d.Body = append(d.Body, Heading{2, itoa(n+1) + ". Tổng hợp, phương án và chi phí tuân thủ"},
		Paragraph{Runs: Text("Tổng hợp kết quả rà soát tại Phụ lục I; phương án đơn giản hóa tại Phụ lục II; chi phí " +
			"tuân thủ tại Phụ lục III kèm theo Báo cáo này.")})
	d.Body = append(d.Body, in.requests()...)
	d.Body = append(d.Body, Heading{1, "III. ĐÁNH GIÁ CHUNG"}, Heading{2, "1. Kết quả đạt được"})
	d.Body = append(d.Body, written(in.Words[review.SummaryResults], "kết quả đạt được")...)
	d.Body = append(d.Body, Heading{2, "2. Tồn tại, hạn chế"})
	d.Body = append(d.Body, written(in.Words[review.SummaryShortcomings], "tồn tại, hạn chế")...)
	d.Body = append(d.Body, Heading{2, "3. Nguyên nhân"})
	d.Body = append(d.Body, written(in.Words[review.SummaryCauses], "nguyên nhân")...)
	d.Body = append(d.Body, Heading{1, "IV. KIẾN NGHỊ, ĐỀ XUẤT"})
	d.Body = append(d.Body, written(in.Words[review.SummaryRequests], "kiến nghị với cơ quan cấp trên")...)
	d.Body = append(d.Body, Paragraph{Runs: []Run{
		{Text: "Trên đây là kết quả rà soát, đánh giá, đơn giản hóa thủ tục hành chính " + year(in.Plan.Year) +
			" của "},
		in.Letterhead.NameRun(),
		{Text: "./."},
	}})
	d.Annexes = []Annex{in.annexCounts(), in.proposals().annex(), in.annexCosts("Phụ lục III")}
	if a, any := textsAnnex(in.standings(), in.Names); any {
		d.Annexes = append(d.Annexes, a)
	}
	if a, any := decentralisedAnnex(in.standings(), in.Names); any {
		d.Annexes = append(d.Annexes, a)
	}
	return d
}

// standings are the procedures of all campaigns of the report.
func (in ReviewSummary) standings() (out []review.Standing) {
	for _, c := range in.Campaigns {
		out = append(out, c.Standings...)
	}
	return out
}

// requests says how many documents the proposals ask to amend and what was decentralised, with the annexes on them.
func (in ReviewSummary) requests() (out []Block) {
	next := 4 // of the annexes, after those that every summary has
	for _, text := range []string{textsText(in.standings()), decentralisedText(in.standings())} {
		if text != "" {
			out = append(out, Paragraph{Runs: Text(strings.TrimSuffix(text, ".") + " (Phụ lục " + Roman(next) + ").")})
			next++
		}
	}
	return out
}

// Found is what the program found itself for part II, a line each, in the words of the report.
func (in ReviewSummary) Found() (out []FoundLine) {
	for _, c := range in.Campaigns {
		if len(in.Campaigns) > 1 {
			out = append(out, FoundLine{Text: c.Plan.Name, IsHead: true})
		}
		out = append(out, plainLines(in.counted(c))...)
		if len(c.Standings) == 0 {
			continue
		}
		for i, r := range c.Targets {
			for _, line := range plainLines(in.target(c, r, c.Proposed[i])) {
				line.Target = r.ID
				out = append(out, line)
			}
		}
	}
	return out
}

func year(n int) string {
	if n == 0 {
		return ""
	}
	return "năm " + itoa(n)
}

func (in ReviewSummary) anything() bool {
	for _, c := range in.Campaigns {
		if len(c.Standings) > 0 {
			return true
		}
	}
	return false
}

func (in ReviewSummary) opening() Paragraph {
	return Paragraph{Runs: append(following(in.Plan), in.Letterhead.NameRun(),
		Run{Text: " báo cáo kết quả rà soát, đánh giá, đơn giản hóa thủ tục hành chính, số liệu đến " +
			viet.LongDate(in.AsOf) + ", như sau:"})}
}

// campaign is the section of part II on one campaign.
func (in ReviewSummary) campaign(n int, c ReviewedCampaign) []Block {
	out := append([]Block{Heading{2, itoa(n) + ". " + c.Plan.Name}}, in.counted(c)...)
	if len(c.Standings) == 0 {
		return out
	}
	for i, r := range c.Targets {
		out = append(out, in.target(c, r, c.Proposed[i])...)
	}
	return out
}

// counted says how far a campaign's list is reviewed, and with which conclusions.
func (in ReviewSummary) counted(c ReviewedCampaign) []Block {
	if len(c.Standings) == 0 {
		return []Block{Paragraph{Runs: Text("Chưa có danh mục rà soát.")}}
	}
	t := c.Summary.Total
	through := ""
	if !t.IsThrough() {
		through = " Đợt rà soát chưa kết thúc: còn " + count(t.Listed-t.Reviewed) + " thủ tục chưa rà soát xong."
	}
	return append([]Block{Paragraph{Runs: Text("Danh mục rà soát có " + count(t.Listed) + " thủ tục; đã rà soát " +
		count(t.Reviewed) + " thủ tục." + through + " Kết luận: " + in.conclusions(t) + ".")}},
		withoutForm(c.Standings)...)
}

// withoutForm says how many reviews were handed in without a review form, and of each why (decision 0027).
func withoutForm(all []review.Standing) []Block {
	filed := review.FiledWithoutForm(all)
	if len(filed) == 0 {
		return nil
	}
	out := []Block{Paragraph{Runs: Text("Số phương án đã trình mà chưa lập biểu mẫu 02/RS-KSTT: " + count(len(filed)) +
		".")}}
	for _, p := range filed {
		var of []catalog.Code
		for _, m := range p.Members {
			of = append(of, m.Procedure)
		}
		out = append(out, Bullet{Text(codes(of) + ": " + sentence("Chưa lập biểu mẫu 02/RS-KSTT: "+p.FormReason))})
	}
	return out
}

func (in ReviewSummary) conclusions(row review.SummaryRow) string {
	s := ""
	for i, c := range review.Conclusions {
		if i > 0 {
			s += "; "
		}
		s += viet.LowerFirst(in.Names.Conclusion(c)) + " " + count(row.Conclusions[c])
	}
	return s
}

// asFrozen says where a target stands over the list as it was frozen; "" where the list has not changed since.
func asFrozen(frozen []review.TargetResult, target string) string {
	was, changed := review.ResultOf(frozen, target)
	if !changed {
		return ""
	}
	return "Tính theo danh mục đã chốt ban đầu: " + figures(was) + "."
}

// target says one target: what was decided, what is on its way, what is missing, and by which reading.
// A request that has to go out counts no procedures and is none of them.
func (in ReviewSummary) target(c ReviewedCampaign, r, proposed review.TargetResult) []Block {
	if r.Metric == review.Issued {
		return nil
	}
	line := in.Names.measure(r) + ": " + figures(r) + "; chỉ tiêu " + viet.Comma(r.Threshold.String()) + "%: " +
		verdict(r.Outcome(), r) + missing(r) + "."
	out := []Block{Bullet{Text(line)}}
	if was := asFrozen(c.Frozen, r.ID); was != "" {
		out = append(out, Bullet{Text(was)})
	}
	if proposed.Numerator != r.Numerator {
		out = append(out, Bullet{Text("Nếu các phương án đang trình, kiến nghị được " + grantedWord(c.Standings) +
			": " + figures(proposed) + ", " + verdict(proposed.Outcome(), proposed) + ".")})
	}
	if len(r.Unmeasured) > 0 {
		out = append(out, Bullet{Text("Thời hạn giải quyết chưa tính được theo giờ làm việc của " +
			count(len(r.Unmeasured)) + " thủ tục: " + codes(r.Unmeasured) + ".")})
	}
	for _, x := range r.Readings {
		if x.Percent == nil || x.Denominator == r.Own {
			continue
		}
		out = append(out, Bullet{Text("Để tham khảo, theo cách tính khác, " + in.Names.Denominator(x.Denominator) +
			": " + r.ShownReading(x) + " (" + sum(r, int64(x.Whole)) + "), " +
			verdict(x.Outcome, r) + ".")})
	}
	if len(r.Unpriced) > 0 {
		out = append(out, Bullet{Text("Chưa tính chi phí " + count(len(r.Unpriced)) + " thủ tục: " + codes(r.Unpriced) +
			".")})
	}
	return out
}

// measure is what a target measures, a share of cost with what it is a share of.
func (n Names) measure(r review.TargetResult) string {
	switch r.Metric {
	case review.Reviewed:
		return "Tỷ lệ thủ tục được rà soát"
	case review.Number:
		return "Tỷ lệ số lượng thủ tục được cắt giảm, đơn giản hóa"
	case review.Time:
		return "Tỷ lệ thời gian giải quyết được cắt giảm, tính trên tổng thời hạn giải quyết của danh mục"
	}
	return "Tỷ lệ chi phí tuân thủ được cắt giảm, tính " + n.Denominator(r.Own)
}

func figures(r review.TargetResult) string {
	if r.Denominator == 0 {
		return "không phát sinh"
	}
	return r.Shown() + " (" + sum(r, r.Denominator) + ")"
}

// sum is what a share is made of: "20.974.080/112.787.888 đồng/năm".
func sum(r review.TargetResult, whole int64) string {
	unit := " thủ tục"
	switch r.Metric {
	case review.Cost:
		unit = " đồng/năm"
	case review.Time:
		unit = " giờ làm việc"
	}
	return r.Amount(r.Numerator) + "/" + r.Amount(whole) + unit
}

// nothingOr is a percentage, or that nothing arose.
func nothingOr(percent string) string { return cmp.Or(percent, "không phát sinh") }

// verdict says in words what can be said of a target.
func verdict(o review.Outcome, r review.TargetResult) string {
	switch o {
	case review.TargetMet:
		return "đạt"
	case review.TargetNotMet:
		return "chưa đạt"
	case review.NotConcluded:
		return "chưa kết luận vì " + count(len(r.Unpriced)) + " thủ tục chưa tính chi phí"
	case review.NotMeasured:
		return "chưa kết luận vì " + count(len(r.Unmeasured)) +
			" thủ tục có thời hạn chưa tính được theo giờ làm việc"
	}
	return "chưa đủ căn cứ đánh giá"
}

func missing(r review.TargetResult) string {
	switch {
	case r.Missing == 0:
		return ""
	case r.Metric == review.Cost:
		return ", còn phải cắt giảm thêm " + viet.Money(value.Money(r.Missing)) + "/năm"
	case r.Metric == review.Time:
		return ", còn phải rút ngắn thêm " + r.Amount(r.Missing) + " giờ làm việc"
	}
	return ", còn thiếu " + viet.Number(r.Missing) + " thủ tục"
}

func codes(list []catalog.Code) string {
	s := ""
	for i, c := range list {
		if i > 0 {
			s += ", "
		}
		s += string(c)
	}
	return s
}
