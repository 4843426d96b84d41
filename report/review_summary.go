package report

import (
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
	Costs     review.CostTable
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
	d.Annexes = []Annex{in.annexCounts(), in.proposals().annex(), in.annexCosts()}
	return d
}

// Found is what the program found itself for part II, a line each, in the words of the report.
func (in ReviewSummary) Found() []string {
	var blocks []Block
	for i, c := range in.Campaigns {
		blocks = append(blocks, in.campaign(i+1, c)...)
	}
	return plainLines(blocks)
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
	out := []Block{Heading{2, itoa(n) + ". " + c.Plan.Name}}
	if len(c.Standings) == 0 {
		return append(out, Paragraph{Runs: Text("Chưa có danh mục rà soát.")})
	}
	t := c.Summary.Total
	out = append(out, Paragraph{Runs: Text("Danh mục rà soát có " + count(t.Listed) + " thủ tục; đã rà soát " +
		count(t.Reviewed) + " thủ tục. Kết luận: " + in.conclusions(t) + ".")})
	for i, r := range c.Targets {
		if r.Metric == review.Issued {
			continue
		}
		out = append(out, in.target(c, r, c.Proposed[i])...)
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
func asFrozen(frozen []review.TargetResult, target string, r review.Rules) string {
	was, changed := review.ResultOf(frozen, target)
	if !changed {
		return ""
	}
	return "Tính theo danh mục đã chốt ban đầu: " + figures(was, r) + "."
}

// target says one target: what was decided, what is on its way, what is missing, and by which reading.
func (in ReviewSummary) target(c ReviewedCampaign, r, proposed review.TargetResult) []Block {
	line := targetName(r.Metric) + ": " + figures(r, c.Rules) + "; chỉ tiêu " + viet.Comma(r.Threshold.String()) +
		"%: " + verdict(r.Outcome(), r) + missing(r) + "."
	out := []Block{Bullet{Text(line)}}
	if was := asFrozen(c.Frozen, r.ID, c.Rules); was != "" {
		out = append(out, Bullet{Text(was)})
	}
	if proposed.Numerator != r.Numerator {
		out = append(out, Bullet{Text("Nếu các phương án đang trình được phê duyệt: " + figures(proposed, c.Rules) +
			", " + verdict(proposed.Outcome(), proposed) + ".")})
	}
	if r.Metric != review.Cost {
		return out
	}
	for _, x := range ownFirst(r.Readings, c.Rules) {
		if x.Percent == nil {
			continue
		}
		whole := value.Ratio{Part: r.Numerator, Whole: int64(x.Whole)}
		out = append(out, Bullet{Text("Tính " + in.Names.Denominator(x.Denominator) + " (" + viet.Money(x.Whole) +
			"): " + percentOf(whole, r.Threshold, c.Rules) + ", " + verdict(x.Outcome, r) +
			ownReading(x.Denominator, c.Rules) + ".")})
	}
	if len(r.Unpriced) > 0 {
		out = append(out, Bullet{Text("Chưa tính chi phí " + count(len(r.Unpriced)) + " thủ tục: " + codes(r.Unpriced) +
			".")})
	}
	return out
}

func targetName(m review.Metric) string {
	switch m {
	case review.Reviewed:
		return "Tỷ lệ thủ tục được rà soát"
	case review.Number:
		return "Tỷ lệ số lượng thủ tục được cắt giảm, đơn giản hóa"
	}
	return "Tỷ lệ chi phí tuân thủ được cắt giảm"
}

func figures(r review.TargetResult, rules review.Rules) string {
	if r.Denominator == 0 {
		return "không phát sinh"
	}
	unit := " thủ tục"
	if r.Metric == review.Cost {
		unit = " đồng/năm"
	}
	return viet.Number(r.Numerator) + "/" + viet.Number(r.Denominator) + unit + ", đạt tỷ lệ " +
		percentOf(r.Ratio(), r.Threshold, rules)
}

// percentOf prints as many places as it takes for the figure to agree with the verdict.
func percentOf(r value.Ratio, threshold value.Decimal, rules review.Rules) string {
	s, ok := r.HonestPercent(rules.PercentPlaces.Or(2), threshold)
	if !ok {
		return "không phát sinh"
	}
	return viet.Percent(s, rules.TrimZeroPercent)
}

// verdict says in words what can be said of a target.
func verdict(o review.Outcome, r review.TargetResult) string {
	switch o {
	case review.TargetMet:
		return "đạt"
	case review.TargetNotMet:
		return "chưa đạt"
	case review.NotConcluded:
		return "chưa kết luận vì " + count(len(r.Unpriced)) + " thủ tục chưa tính chi phí"
	}
	return "chưa đủ căn cứ đánh giá"
}

func missing(r review.TargetResult) string {
	switch {
	case r.Missing == 0:
		return ""
	case r.Metric == review.Cost:
		return ", còn thiếu " + viet.Money(value.Money(r.Missing)) + " tiết kiệm"
	}
	return ", còn thiếu " + viet.Number(r.Missing) + " thủ tục"
}

func own(r review.Rules) review.Denominator {
	if r.CostDenominator == "" {
		return review.Listed
	}
	return r.CostDenominator
}

func ownFirst(readings []review.Reading, rules review.Rules) []review.Reading {
	var first, rest []review.Reading
	for _, x := range readings {
		if x.Denominator == own(rules) {
			first = append(first, x)
		} else {
			rest = append(rest, x)
		}
	}
	return append(first, rest...)
}

func ownReading(d review.Denominator, rules review.Rules) string {
	if d == own(rules) {
		return " (cách tính của Kế hoạch)"
	}
	return ""
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
