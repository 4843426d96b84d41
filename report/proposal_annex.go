package report

import (
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/review/cost"
	"rasoat/value"
	"rasoat/viet"
)

// proposalAnnex is the proposals of campaigns as decisions, submissions and reports attach them (phương án đơn giản hóa
// thủ tục hành chính): part I lists them, part II tells each.
type proposalAnnex struct {
	campaigns []ReviewedCampaign
	bases     map[catalog.Code]catalog.Procedure // what the proposals start from, by key
	names     Names
	decided   bool // says by which decision each was approved: not in the decision itself, nor before it
}

// annexed is one proposal with the procedures that it covers, and what complying with all of them costs.
type annexed struct {
	review.Standing // of the proposal as a whole
	members         []review.Standing
}

// proposalsOf are the proposals of a campaign's procedures that change something, each once: by level, field and the
// order of the list.
func (in proposalAnnex) proposalsOf(c ReviewedCampaign) (out []annexed) {
	at := map[*review.Proposal]int{}
	for _, s := range c.Standings {
		if !review.Proposed.Has(s.State) || s.Review.Conclusion == review.Keep {
			continue
		}
		i, there := at[s.Review]
		if !there {
			i = len(out)
			at[s.Review], out = i, append(out, annexed{Standing: s})
			out[i].Before, out[i].After = value.Known(value.Money(0)), value.Known(value.Money(0))
		}
		x := &out[i]
		x.members = append(x.members, s)
		x.Before, x.After = plus(x.Before, s.Before), plus(x.After, s.After)
	}
	viet.SortBy(out, func(x annexed) string { return x.Item.Field })
	slices.SortStableFunc(out, func(a, b annexed) int { return in.levelPlace(a) - in.levelPlace(b) })
	return out
}

// plus adds two sums; unknown where one of them is.
func plus(a, b value.Opt[value.Money]) value.Opt[value.Money] {
	x, known := a.Get()
	y, knownToo := b.Get()
	if !known || !knownToo {
		return value.Opt[value.Money]{}
	}
	return value.Known(x + y)
}

// levels are those at which procedures are settled, in the order of a list.
var levels = []catalog.Level{catalog.Ministry, catalog.Province, catalog.District, catalog.Commune}

// level is the level at which a procedure is settled as the list of a decision parts it; none where it is not known, or
// several are.
func (in proposalAnnex) level(x annexed) catalog.Level {
	if all := in.bases[x.Item.Code.Key()].Levels; len(all) == 1 {
		return all[0]
	}
	return ""
}

func (in proposalAnnex) levelPlace(x annexed) int { return slices.Index(levels, in.level(x)) }

// annex is parts I and II, as docs/decisions/0165 says.
func (in proposalAnnex) annex() Annex {
	a := Annex{Title: "PHƯƠNG ÁN ĐƠN GIẢN HÓA THỦ TỤC HÀNH CHÍNH"}
	list := Table{Columns: []Column{
		{Head: "STT", Width: 7, Align: Center},
		{Head: "Mã số", Width: 15},
		{Head: "Tên thủ tục hành chính", Width: 28},
		{Head: "Văn bản kiến nghị sửa đổi", Width: 24},
		{Head: "Nội dung đề xuất", Width: 26},
	}}
	var told []Block
	n := 0
	for i, c := range in.campaigns {
		all := in.proposalsOf(c)
		if len(all) == 0 {
			continue
		}
		if len(in.campaigns) > 1 {
			title := string(rune('A'+i)) + ". " + c.Plan.Name
			list.Rows, told = append(list.Rows, headRow(title)), append(told, Heading{2, title})
		}
		list.Rows = append(list.Rows, in.list(all, countRows(list.Rows))...)
		for _, x := range all {
			n++
			told = append(told, in.proposal(n, x, c.Shares)...)
		}
	}
	if n == 0 {
		a.Body = []Block{Paragraph{Runs: Text("Chưa có phương án đơn giản hóa.")}}
		return a
	}
	a.Body = append(a.Body, Heading{1, "PHẦN I. DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƠN GIẢN HÓA"}, list,
		Heading{1, "PHẦN II. NỘI DUNG PHƯƠNG ÁN ĐƠN GIẢN HÓA"}, Paragraph{Runs: []Run{{Text: legend, Italic: true}}})
	a.Body = append(a.Body, told...)
	return a
}

const legend = "(Số trong ngoặc sau chi phí: chi phí một lần thực hiện của từng công việc × số lần trong năm, " +
	"nếu khác 01 × số đối tượng tuân thủ.)"

// headRow is a row of the list that heads those below it.
func headRow(text string) []Cell { return []Cell{{Text: text, Bold: true, Cols: 5}} }

// countRows is how many procedures a list has so far.
func countRows(rows [][]Cell) (n int) {
	for _, row := range rows {
		if len(row) > 1 {
			n++
		}
	}
	return n
}

// list is the rows of part I: below each level, where there are several, and each field, its procedures.
func (in proposalAnnex) list(all []annexed, n int) (rows [][]Cell) {
	isSeveral := slices.ContainsFunc(all, func(x annexed) bool { return in.level(x) != in.level(all[0]) })
	level, field := catalog.Level("?"), "?"
	for _, x := range all {
		if now := in.level(x); isSeveral && now != level {
			level, field = now, "?"
			if now != "" && in.names.Level != nil {
				rows = append(rows, headRow("Thủ tục hành chính "+in.names.Level(now)))
			}
		}
		if x.Item.Field != field {
			field = x.Item.Field
			rows = append(rows, headRow("Lĩnh vực "+fieldName(field)))
		}
		for i, m := range x.members {
			n++
			row := []Cell{TextCell(itoa(n)), TextCell(string(m.Item.Code)), TextCell(m.Item.Name)}
			if i == 0 {
				row = append(row, Cell{Text: documents(x.Review), Rows: len(x.members)},
					Cell{Text: in.proposes(x.Review), Rows: len(x.members)})
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// documents are the documents that have to be amended, each with its articles; dots where nobody has said which.
func documents(p *review.Proposal) string {
	var out []string
	for _, a := range p.Amendments {
		if where := joinText(" ", a.Article, a.Document); where != "" && !slices.Contains(out, where) {
			out = append(out, where)
		}
	}
	if len(out) == 0 {
		return "…………"
	}
	return strings.Join(out, "; ")
}

// proposes is what a proposal would change, in a line.
func (in proposalAnnex) proposes(p *review.Proposal) string {
	var out []string
	for _, m := range p.Measures {
		if text := strings.TrimRight(strings.TrimSpace(m.Content), ".;"); text != "" {
			out = append(out, text)
		}
	}
	if len(out) == 0 {
		return in.names.Conclusion(p.Conclusion)
	}
	return strings.Join(out, "; ")
}

// procedureTitle names a procedure in a heading: "Thủ tục “Nghỉ phép hằng năm” (mã số: NB-01)". The word is not said
// twice before a name that begins with it.
func procedureTitle(name string, code catalog.Code) string {
	out := "Thủ tục “" + name + "”"
	if isCalledProcedure(name) {
		out = viet.Capital(name)
	}
	if code != "" {
		out += " (mã số: " + string(code) + ")"
	}
	return out
}

func isCalledProcedure(name string) bool { return strings.HasPrefix(viet.Fold(name)+" ", "thu tuc ") }

// proposal is one proposal in part II: content with reasons, how it is carried out, what it saves, the roadmap.
func (in proposalAnnex) proposal(n int, x annexed, shares review.CostShares) []Block {
	p, k := x.Review, itoa(n)
	out := in.title(k, x)
	if by := decidedBy(x.Standing); in.decided && by != "" {
		out = append(out, Paragraph{Runs: Text("Phương án đã được phê duyệt" + by + ".")})
	}
	out = append(out, Heading{3, k + ".1. Nội dung đơn giản hóa"})
	for i, m := range p.Measures {
		out = append(out, Paragraph{Runs: Text(point(i) + ") " + sentence(m.Content))})
		if m.Reason == "" {
			out = append(out, Dotted{"lý do"})
		} else {
			out = append(out, Paragraph{Runs: Text("Lý do: " + sentence(m.Reason))})
		}
	}
	if len(p.Measures) == 0 {
		out = append(out, Dotted{"nội dung đơn giản hóa và lý do"})
	}
	if len(p.Merged) > 0 {
		out = append(out, Paragraph{Runs: Text("Thủ tục bị hợp nhất, không còn là thủ tục riêng: " + codes(p.Merged) +
			".")})
	}
	out = append(out, Heading{3, k + ".2. Kiến nghị thực thi"})
	for _, a := range p.Amendments {
		out = append(out, Bullet{Text(sentence(viet.Capital(amendment(a)) + carriedOut(a)))})
	}
	if len(p.Amendments) == 0 {
		out = append(out, Dotted{toAmend(x.Item.Kind)})
	}
	out = append(out, Heading{3, k + ".3. Lợi ích phương án đơn giản hóa"})
	out = append(out, in.times(x)...)
	out = append(out, in.papers(x)...)
	out = append(out, benefit(x.Standing, x.arithmetic(), shares)...)
	out = append(out, Heading{3, k + ".4. Lộ trình thực hiện"})
	if p.Roadmap == "" {
		return append(out, Dotted{"lộ trình thực hiện"})
	}
	return append(out, Paragraph{Runs: Text(sentence(p.Roadmap))})
}

// title heads a proposal: its procedure, or its group and the procedures of that.
func (in proposalAnnex) title(k string, x annexed) []Block {
	if len(x.members) == 1 {
		return []Block{Heading{2, k + ". " + procedureTitle(x.Item.Name, x.Item.Code)}}
	}
	title := "Nhóm " + twoDigits(len(x.members)) + " thủ tục hành chính"
	if x.Review.Title != "" {
		title += " “" + x.Review.Title + "”"
	}
	out := []Block{Heading{2, k + ". " + title}}
	for i, m := range x.members {
		name := m.Item.Name + " (mã số: " + string(m.Item.Code) + ")"
		out = append(out, Bullet{Text(name + listEnd(i, len(x.members)))})
	}
	return out
}

// toAmend names what is missing where nobody has said what has to be amended: the commune's own rule of an internal
// procedure, a document of others of a public one.
func toAmend(k catalog.Kind) string {
	if k == catalog.Internal {
		return "quy chế, quy định nội bộ phải sửa đổi (điều, khoản), người soạn thảo, thời hạn"
	}
	return "văn bản kiến nghị sửa đổi, bổ sung (điều, khoản)"
}

// carriedOut says who amends a document and by when: " (thực hiện: …; chậm nhất ngày …)".
func carriedOut(a review.Amendment) string {
	var out []string
	if a.By != "" {
		out = append(out, "thực hiện: "+a.By)
	}
	if !a.Due.IsZero() {
		out = append(out, "chậm nhất "+viet.LongDate(a.Due))
	}
	if len(out) == 0 {
		return ""
	}
	return " (" + strings.Join(out, "; ") + ")"
}

// times are the processing times of a proposal's procedures: before, after, cut and rate.
func (in proposalAnnex) times(x annexed) (out []Block) {
	for _, m := range x.members {
		for _, l := range in.limits(m) {
			line := timeLine(l)
			if len(x.members) > 1 {
				line = string(m.Item.Code) + ": " + viet.LowerFirst(line)
			}
			out = append(out, Bullet{Text(line)})
		}
	}
	if len(out) == 0 {
		return []Block{Dotted{"thời gian giải quyết trước, sau đơn giản hóa"}}
	}
	return out
}

func (in proposalAnnex) limits(m review.Standing) []review.LimitCut {
	base, proposed := in.sides(m)
	return review.LimitCuts(m.Review.Conclusion, base, proposed)
}

// sides are a procedure before and after its proposal; twice the same where nothing in its text changes.
func (in proposalAnnex) sides(m review.Standing) (base, proposed catalog.Procedure) {
	base = in.bases[m.Item.Code.Key()]
	proposed, err := m.Member.Revised(m.Review.Conclusion, base)
	if err != nil {
		return base, base
	}
	return base, proposed
}

// timeLine says what becomes of one time limit.
func timeLine(l review.LimitCut) string {
	if l.Before == l.After {
		return "Thời gian giải quyết: " + limitText(l.Before) + ", không thay đổi;"
	}
	line := "Thời gian giải quyết: trước đơn giản hóa " + limitText(l.Before) + "; sau đơn giản hóa " +
		limitText(l.After)
	cut, ok := l.Cut()
	percent, some := cut.Percent(2)
	if !ok || !some {
		return line + ";"
	}
	saved := catalog.TimeLimit{Number: value.Known(value.Decimal(cut.Part)), Unit: l.Before.Unit}
	return line + "; cắt giảm " + limitText(saved) + "; tỷ lệ cắt giảm " + viet.Percent(percent) + ";"
}

// limitText is a time limit with whole numbers of two digits: "05 ngày làm việc".
func limitText(l catalog.TimeLimit) string {
	n, known := l.Number.Get()
	if !known || n < 0 || n >= value.Whole(10) || n%value.DecimalScale != 0 {
		return orDots(catalog.LimitText(l))
	}
	return "0" + catalog.LimitText(l)
}

func orDots(s string) string {
	if s == "" {
		return "…………"
	}
	return s
}

// papers says of each procedure whose dossier gets shorter by how much.
func (in proposalAnnex) papers(x annexed) (out []Block) {
	for _, m := range x.members {
		base, proposed := in.sides(m)
		before, after := review.PapersOf(base), review.PapersOf(proposed)
		if m.Review.Conclusion == review.Abolish {
			after = 0
		}
		if before == after {
			continue
		}
		line := "Thành phần hồ sơ: trước đơn giản hóa " + twoDigits(before) + " loại giấy tờ; sau đơn giản hóa " +
			twoDigits(after) + " loại giấy tờ;"
		if len(x.members) > 1 {
			line = string(m.Item.Code) + ": " + viet.LowerFirst(line)
		}
		out = append(out, Bullet{Text(line)})
	}
	return out
}

// sums are what the costs of a proposal before and after are made of, as they stand in brackets behind them.
type sums struct{ before, after string }

// arithmetic is the sums of a proposal: of one procedure by its rows, of a group by its procedures.
func (x annexed) arithmetic() sums {
	if len(x.members) > 1 {
		return sums{
			totals(x.members, func(s review.Standing) value.Opt[value.Money] { return s.Before }),
			totals(x.members, func(s review.Standing) value.Opt[value.Money] { return s.After }),
		}
	}
	m := x.members[0].Member
	return sums{sumOf(m.Before), sumOf(m.After)}
}

func totals(all []review.Standing, of func(review.Standing) value.Opt[value.Money]) string {
	var terms []string
	for _, s := range all {
		terms = append(terms, viet.Number(int64(of(s).Or(0))))
	}
	return " (" + strings.Join(terms, " + ") + ")"
}

// sumOf is a table as its sum: what each row costs once × times × subjects; rows that cost nothing are left out.
func sumOf(rows *[]cost.Row) string {
	if rows == nil {
		return ""
	}
	side, err := cost.Total(*rows)
	if err != nil {
		return ""
	}
	var terms []string
	for i, r := range *rows {
		if side.Rows[i].AnnualCost == 0 {
			continue
		}
		term := viet.Number(int64(side.Rows[i].UnitCost))
		if r.TimesPerYear != value.Whole(1) {
			term += " × " + viet.Decimal(r.TimesPerYear)
		}
		terms = append(terms, term+" × "+viet.Number(r.SubjectsPerYear))
	}
	if len(terms) == 0 {
		return ""
	}
	return " (" + strings.Join(terms, " + ") + ")"
}
