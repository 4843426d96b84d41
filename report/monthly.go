package report

import (
	"cmp"
	"strings"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// Monthly is what the monthly report on the plan is made of (báo cáo tình hình thực hiện kế hoạch hằng tháng; handbook
// §6.2). Figures are counted already; words are the office's own.
type Monthly struct {
	Letterhead Letterhead
	Section    bool // to be put into the report on administrative-procedure reform: without letterhead and signature
	Number     string
	Date       value.Date
	Addressees []string
	Plan       review.Plan
	Period     review.Period
	Words      map[review.PlaceID]review.MonthEntry
	Dues       []review.Due // dated duties as they stand on the last day of the period
	Campaigns  []MonthlyCampaign
	Requests   []review.Standing   // of all campaigns at the end of the period, for what they ask of others
	Announced  []catalog.Procedure // by a decision of the period
	Repealed   []catalog.Procedure
	Services   MonthlyServices
	AnyPlace   int // procedures that are received regardless of territory
	Registers  MonthlyRegisters
	Indicators Indicators
	Settlement review.Settlement // files by field; without rows: no annex
	Names      Names
	TaskState  func(review.TaskState) string
}

// MonthlyCampaign is what moved in a campaign and where its targets stand at the end of the period and before it.
type MonthlyCampaign struct {
	Plan   review.CampaignPlan
	Rules  review.Rules
	Listed int
	Moves  []review.Move
	Now    []review.TargetResult
	Before []review.TargetResult // in the same order
	Frozen []review.TargetResult // over the list as frozen, of a list that has changed since
}

// MonthlyServices is what the reviews of online services came to at the end of the period and before it.
type MonthlyServices struct {
	Now, Before review.RestructuringCount
	Levels      []review.LevelCount
}

// Document fills the report. What nobody has written is a dotted line that names it.
//
// Plan 29/KH-UBND, IV.
func (in Monthly) Document() Document {
	d := Document{
		Letterhead: in.Letterhead,
		Section:    in.Section,
		Number:     in.Number,
		Date:       in.Date,
		Type:       "BÁO CÁO",
		Addressees: in.Addressees,
		Title:      viet.Capital(in.subject()),
	}
	d.Body = append(d.Body, in.opening())
	d.Body = append(d.Body, Heading{1, "I. KẾT QUẢ THỰC HIỆN"}, Heading{2, "1. Công tác chỉ đạo, điều hành"})
	d.Body = append(d.Body, in.words(review.PlaceDirection, "công tác chỉ đạo, điều hành trong kỳ")...)
	d.Body = append(d.Body, Heading{2, "2. Nhiệm vụ có thời hạn"})
	d.Body = append(d.Body, in.duties()...)
	d.Body = append(d.Body, Heading{2, "3. Rà soát, đơn giản hóa thủ tục hành chính"})
	d.Body = append(append(d.Body, in.reviews()...), in.requests()...)
	d.Body = append(d.Body, Heading{2, "4. Công bố, công khai thủ tục hành chính"})
	d.Body = append(append(d.Body, in.announcements()...), in.postings()...)
	d.Body = append(d.Body, Heading{2, "5. Nhiệm vụ thường xuyên của Kế hoạch"})
	d.Body = append(d.Body, in.tasks()...)
	d.Body = append(d.Body, Heading{2, "6. Tiếp nhận, xử lý phản ánh, kiến nghị"})
	d.Body = append(append(d.Body, in.feedback()...), in.anyPlace()...)
	d.Body = append(d.Body, Heading{1, "II. KẾT QUẢ THỰC HIỆN CHỈ TIÊU CỤ THỂ"})
	d.Body = append(d.Body, in.indicators()...)
	d.Body = append(d.Body, in.settled()...)
	d.Body = append(d.Body, Heading{1, "III. KHÓ KHĂN, VƯỚNG MẮC"})
	if met := in.difficulties(); len(met) > 0 {
		d.Body = append(append(d.Body, met...), in.optional(review.PlaceDifficulties)...)
	} else {
		d.Body = append(d.Body, in.words(review.PlaceDifficulties, "khó khăn, vướng mắc")...)
	}
	d.Body = append(d.Body, Heading{1, "IV. KIẾN NGHỊ, ĐỀ XUẤT"})
	d.Body = append(d.Body, in.words(review.PlaceRequests, "kiến nghị với cơ quan cấp trên")...)
	d.Body = append(d.Body, Heading{1, "V. NHIỆM VỤ THÁNG TỚI"})
	d.Body = append(d.Body, in.next()...)
	if !in.Section {
		d.Body = append(d.Body, Paragraph{Runs: []Run{{Text: "Trên đây là " + in.subject() + " của "},
			in.Letterhead.NameRun(), {Text: "./."}}})
	}
	if len(in.Indicators.Table.Rows) > 0 {
		d.Annexes = []Annex{in.Indicators.annex()}
	}
	d.Annexes = append(d.Annexes, in.settlement()...)
	return d
}

// Found is what the program found itself for the period, a line each, in the words of the report: what moved, where the
// targets stand, what was announced and posted, what petitions came in, how the indicators stand.
func (in Monthly) Found() []FoundLine {
	blocks := append(append(in.reviews(), in.requests()...), in.announcements()...)
	blocks = append(append(blocks, in.postings()...), in.feedback()...)
	for _, t := range in.Plan.Tasks {
		blocks = append(blocks, in.registerBlocks(t)...)
	}
	return plainLines(append(append(blocks, in.indicators()...), in.difficulties()...))
}

// FoundLine is one thing that the program found itself for a report, in its words.
type FoundLine struct {
	Text   string
	Target string // the target whose figures it tells; empty: none
	IsHead bool   // names the campaign of the lines behind it
}

// plainLines are the paragraphs and points of blocks as plain text.
func plainLines(blocks []Block) (out []FoundLine) {
	for _, b := range blocks {
		switch b := b.(type) {
		case Paragraph:
			out = append(out, FoundLine{Text: Plain(b.Runs)})
		case Bullet:
			out = append(out, FoundLine{Text: Plain(b.Runs)})
		}
	}
	return out
}

// subject is what the report is on: part IV of the plan wants it within the report on administrative-procedure reform.
func (in Monthly) subject() string {
	return "tình hình, kết quả thực hiện nhiệm vụ cải cách thủ tục hành chính " + viet.LongMonth(in.Period.Month)
}

func (in Monthly) opening() Paragraph {
	text := " báo cáo kết quả thực hiện từ ngày " + viet.ShortDate(in.Period.From) + " đến ngày " +
		viet.ShortDate(in.Period.To)
	if last := in.Registers.Last; last.Before(in.Period.To) {
		text += ", số liệu đến ngày " + viet.ShortDate(last)
	}
	return Paragraph{Runs: append(following(in.Plan), in.Letterhead.NameRun(), Run{Text: text + ", như sau:"})}
}

// words is what the office wrote at a place, a paragraph for each line, or a dotted line.
func (in Monthly) words(place review.PlaceID, what string) []Block {
	return written(in.Words[place].Text, what)
}

// written is words of the office, a paragraph for each line, or a dotted line that says what is missing.
func written(text, what string) []Block {
	if text = strings.TrimSpace(text); text == "" {
		return []Block{Dotted{what}}
	}
	var out []Block
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, Paragraph{Runs: Text(sentence(line))})
		}
	}
	return out
}

// optional is words without the dotted line.
func (in Monthly) optional(place review.PlaceID) []Block {
	if strings.TrimSpace(in.Words[place].Text) == "" {
		return nil
	}
	return in.words(place, "")
}

// duties says of each dated duty of the plan how it stands, and what the office adds.
func (in Monthly) duties() []Block {
	var out []Block
	for _, d := range in.Dues {
		if d.Deadline.IsZero() || d.Kind == review.MonthDue {
			continue
		}
		out = append(out, Bullet{Text(d.Title + " (" + deadline(d) + "): " + in.state(d) + ".")})
		out = append(out, in.optional(review.PlaceID("duty/"+d.ID))...)
	}
	if len(out) == 0 {
		return []Block{Paragraph{Runs: Text("Kế hoạch không có nhiệm vụ ghi thời hạn.")}}
	}
	return out
}

// deadline is a duty's day as the plan writes it.
func deadline(d review.Due) string { return by(d.Deadline, d.OnDay) }

// by says by when: a day that is itself on time is "chậm nhất ngày".
func by(d value.Date, onDay bool) string {
	if onDay {
		return "chậm nhất ngày " + viet.ShortDate(d)
	}
	return "trước ngày " + viet.ShortDate(d)
}

func (in Monthly) state(d review.Due) string {
	switch {
	case !d.IsOpen() && d.Late:
		return "đã hoàn thành ngày " + viet.ShortDate(d.Done) + ", quá hạn"
	case !d.IsOpen():
		return "đã hoàn thành ngày " + viet.ShortDate(d.Done)
	case d.Late:
		return "quá hạn, chưa hoàn thành"
	case d.Before:
		return "đến hạn trước khi dùng chương trình, chưa ghi nhận"
	}
	return "đang thực hiện"
}

// reviews says what moved in each campaign since the period before, and how its targets changed.
func (in Monthly) reviews() []Block {
	var out []Block
	for _, c := range in.Campaigns {
		if c.Listed == 0 {
			out = append(out, Bullet{Text(c.Plan.Name + ": chưa có danh mục rà soát.")})
			continue
		}
		out = append(out, Bullet{Text(c.Plan.Name + ": " + in.movesText(c.Moves) + ".")})
		for i, r := range c.Now {
			if r.Metric == review.Issued {
				continue
			}
			out = append(out, Paragraph{Runs: Text(in.Names.measure(r) + ": " + figures(r) + ", kỳ trước " +
				nothingOr(r.Rules.Percent(c.Before[i].Ratio(), r.Threshold)) + "; chỉ tiêu " +
				viet.Comma(r.Threshold.String()) + "%: " + verdict(r.Outcome(), r) + missing(r) + ".")})
			if was := asFrozen(c.Frozen, r.ID); was != "" {
				out = append(out, Paragraph{Runs: Text(was)})
			}
		}
	}
	return out
}

// movesText counts what reached which state in the period, and names decisions.
func (in Monthly) movesText(moves []review.Move) string {
	if len(moves) == 0 {
		return "trong kỳ không có thay đổi"
	}
	n := review.CountMoves(moves)
	var parts []string
	for _, s := range review.States {
		if n[s] == 0 {
			continue
		}
		text := viet.LowerFirst(in.Names.State(s)) + " " + twoDigits(n[s])
		if names := decisions(moves, s, n[s]); names != "" {
			text += " (" + names + ")"
		}
		parts = append(parts, text)
	}
	if n[""] > 0 {
		parts = append(parts, "không còn phương án "+twoDigits(n[""]))
	}
	return "trong kỳ " + strings.Join(parts, "; ") + " thủ tục"
}

// decisions names the decisions by which procedures reached a state, each once, and of several or where some of the
// procedures reached it by none, how many by which.
func decisions(moves []review.Move, s review.State, all int) string {
	var names []string
	covers := map[string]int{}
	for _, m := range moves {
		if m.To != s || m.Review == nil {
			continue
		}
		d, decided := m.Review.DecidedBy(s)
		if !decided {
			continue
		}
		if covers[d.Number] == 0 {
			names = append(names, d.Number)
		}
		covers[d.Number]++
	}
	for i, number := range names {
		names[i] = "Quyết định số " + number
		if covers[number] < all {
			names[i] = twoDigits(covers[number]) + " theo " + names[i]
		}
	}
	return strings.Join(names, ", ")
}

// announcements says which of the commune's procedures the decisions of the period announced, and which stopped to
// hold. The commune takes them over and posts them; it announces nothing itself.
func (in Monthly) announcements() []Block {
	commune := cmp.Or(in.Letterhead.commune(), "địa phương")
	if len(in.Announced)+len(in.Repealed) == 0 {
		return []Block{Paragraph{Runs: Text("Trong kỳ không có thủ tục thuộc thẩm quyền của " + commune +
			" được công bố hoặc bãi bỏ.")}}
	}
	var out []Block
	var decided []catalog.Decision
	names := map[catalog.Decision][]string{}
	for _, p := range in.Announced {
		if names[p.Decision] == nil {
			decided = append(decided, p.Decision)
		}
		names[p.Decision] = append(names[p.Decision], p.Name)
	}
	for _, d := range decided {
		text := "Quyết định số " + d.Number + " ngày " + viet.ShortDate(d.Date)
		if d.By != "" {
			text += " của " + d.By
		}
		out = append(out, Bullet{Text(text + ": cập nhật " + twoDigits(len(names[d])) +
			" thủ tục thuộc thẩm quyền của " + commune + ": " + strings.Join(names[d], "; ") + ".")})
	}
	for _, p := range in.Repealed {
		out = append(out, Bullet{Text("Quyết định số " + p.Validity.RepealedBy + ": bãi bỏ từ ngày " +
			viet.ShortDate(p.Validity.Until) + ": " + p.Name + ".")})
	}
	return out
}

// tasks says of each task of the plan's part III.2 its state, its figures and the office's words.
func (in Monthly) tasks() []Block {
	var out []Block
	for _, t := range in.Plan.Tasks {
		e := in.Words[review.TaskPlace(t)]
		counted := in.registerBlocks(t)
		line := t.Text
		var said []string
		if e.State != review.TaskNotStated {
			said = append(said, in.TaskState(e.State))
		}
		if f := monthFigures(e.Figures); f != "" {
			said = append(said, f)
		}
		if len(said) > 0 {
			line += ": " + strings.Join(said, "; ")
		}
		out = append(out, Bullet{Text(sentence(line))})
		out = append(out, counted...)
		if len(counted) > 0 {
			out = append(out, in.optional(review.TaskPlace(t))...)
		} else {
			out = append(out, in.words(review.TaskPlace(t), "kết quả trong kỳ")...)
		}
	}
	if len(out) == 0 {
		return []Block{Paragraph{Runs: Text("Kế hoạch không giao nhiệm vụ thường xuyên.")}}
	}
	return out
}

// registerBlocks is what a register of the program counts for a task.
func (in Monthly) registerBlocks(t review.Task) []Block {
	if t.Register != review.OnlineServices {
		return nil
	}
	now, was := in.Services.Now, in.Services.Before
	if now.Begun == 0 {
		return []Block{Paragraph{Runs: Text("Chưa rà soát dịch vụ công trực tuyến nào.")}}
	}
	if now.Reviewed+now.Granted+now.InForce == 0 {
		return []Block{Paragraph{Runs: Text("Đang rà soát " + twoDigits(now.Begun) +
			" dịch vụ công trực tuyến, chưa rà soát xong dịch vụ nào.")}}
	}
	text := "Trong kỳ rà soát " + twoDigits(now.Reviewed-was.Reviewed) +
		" dịch vụ công trực tuyến, phê duyệt phương án " +
		twoDigits(now.Granted-was.Granted) +
		" dịch vụ; lũy kế rà soát " + twoDigits(now.Reviewed) + ", phê duyệt " + twoDigits(now.Granted) +
		", đã thực thi " +
		twoDigits(now.InForce)
	if now.Granted > 0 {
		b, a := now.Before, now.After
		text += "; cộng các dịch vụ đã phê duyệt, mỗi lượt người dân thực hiện: số bước " + fromTo(b.Steps, a.Steps) +
			", số lần đi lại " + fromTo(b.Trips, a.Trips) +
			", giấy tờ " + fromTo(b.Papers, a.Papers) + ", thông tin khai lại " + fromTo(b.Retyped, a.Retyped)
	}
	return append([]Block{Paragraph{Runs: Text(text + ".")}}, in.levels()...)
}

// fromTo says what something was and is: "từ 5 còn 3", "từ 2 lên 3", "giữ nguyên 4".
func fromTo(before, after int) string {
	b, a := viet.Number(int64(before)), viet.Number(int64(after))
	switch {
	case after < before:
		return "từ " + b + " còn " + a
	case after > before:
		return "từ " + b + " lên " + a
	}
	return "giữ nguyên " + a
}

func monthFigures(all []review.MonthFigure) string {
	var out []string
	for _, f := range all {
		text := viet.LowerFirst(f.Name) + " " + viet.Decimal(f.Value)
		if f.Unit != "" {
			text += " " + f.Unit
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}

func (in Monthly) indicators() []Block {
	if in.Indicators.Table.Month.IsZero() || len(in.Indicators.Table.Rows) == 0 {
		return []Block{Paragraph{Runs: Text("Đến nay chưa có số liệu của chỉ tiêu nào.")}}
	}
	annex := "Phụ lục"
	if len(in.Settlement.Rows) > 0 {
		annex += " I"
	}
	return in.Indicators.results(annex)[1:] // without its heading
}

// next names the dates of the plan that come after the period, then what the office adds.
func (in Monthly) next() []Block {
	var out []Block
	for _, d := range in.Dues {
		if d.IsOpen() && !d.LastDay.IsZero() && d.LastDay.After(in.Period.To) &&
			!d.LastDay.After(in.Period.To.Add(62)) && d.Kind != review.MonthDue {
			out = append(out, Bullet{Text(d.Title + ", " + deadline(d) + ".")})
		}
	}
	out = append(out, in.stillToPost()...)
	return append(out, in.words(review.PlaceNext, "nhiệm vụ trọng tâm tháng tới")...)
}
