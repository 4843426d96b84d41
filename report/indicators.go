package report

import (
	"strconv"
	"strings"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// Indicators is what the table of indicators is made of (kết quả thực hiện chỉ tiêu cụ thể, Phụ lục của kế hoạch):
// a month, judged already.
type Indicators struct {
	Letterhead Letterhead
	Number     string
	Date       value.Date
	Addressees []string
	Plan       review.Plan
	Table      review.IndicatorTable // a zero month: nothing was ever entered
	Verdict    func(review.Verdict) string
	Group      func(string) string // "NQ 01" as the plan's appendix heads it
}

// Document fills the report. Nothing entered is said to be missing, never printed as 0.
func (in Indicators) Document() Document {
	d := Document{
		Letterhead: in.Letterhead,
		Number:     in.Number,
		Date:       in.Date,
		Type:       "BÁO CÁO",
		Addressees: in.Addressees,
		Title:      "Kết quả thực hiện chỉ tiêu cụ thể về cải cách thủ tục hành chính" + in.monthOfTitle(),
	}
	d.Body = append(d.Body, in.opening())
	if in.Table.Month.IsZero() {
		d.Body = append(d.Body, Paragraph{Runs: Text("Đến nay chưa có số liệu của chỉ tiêu nào.")})
	} else {
		d.Body = append(d.Body, in.results("Phụ lục")...)
	}
	d.Body = append(d.Body, Heading{2, "2. Khó khăn, vướng mắc"}, Dotted{"khó khăn, vướng mắc"},
		Heading{2, "3. Nhiệm vụ tháng tới"}, Dotted{"nhiệm vụ tháng tới"},
		Paragraph{Runs: []Run{{Text: "Trên đây là kết quả thực hiện chỉ tiêu cụ thể của "}, in.Letterhead.NameRun(),
			{Text: "./."}}})
	if len(in.Table.Rows) > 0 {
		d.Annexes = []Annex{in.annex()}
	}
	return d
}

func (in Indicators) monthOfTitle() string {
	if in.Table.Month.IsZero() {
		return " " + year(in.Plan.Year)
	}
	return " tháng " + viet.MonthYear(in.Table.Month)
}

func (in Indicators) opening() Paragraph {
	return Paragraph{Runs: append(following(in.Plan), in.Letterhead.NameRun(),
		Run{Text: " báo cáo kết quả thực hiện " + count(len(in.Plan.Indicators)) + " chỉ tiêu cụ thể như sau:"})}
}

// results says in words how many were met, what the others lack and whose figures are missing; the figures themselves
// stand in the annex of that name.
func (in Indicators) results(annex string) []Block {
	n := in.Table.Count()
	var others strings.Builder // those of which there are some
	for _, x := range []struct {
		n    int
		says string
	}{
		{n[review.NotMet], "chưa đạt"},
		{n[review.NotArising], "không phát sinh"},
		{n[review.NotEntered], "chưa có số liệu"},
	} {
		if x.n > 0 {
			others.WriteString("; " + count(x.n) + " chỉ tiêu " + x.says)
		}
	}
	out := []Block{Heading{2, "1. Kết quả thực hiện"},
		Paragraph{Runs: Text("Tháng " + viet.MonthYear(in.Table.Month) + ": " + count(n[review.IsMet]) + "/" +
			count(len(in.Table.Rows)) + " chỉ tiêu đạt" + others.String() +
			". Số liệu chi tiết tại " + annex + " kèm theo.")}}
	for _, r := range in.Table.Rows {
		line := in.called(r.Indicator) + ": " + viet.LowerFirst(r.Indicator.Name)
		switch r.Month.Verdict {
		case review.NotMet:
			out = append(out, Bullet{Text(line + ": " + in.shortfall(r) + ".")})
		case review.NotEntered:
			out = append(out, Bullet{Text(line + ": chưa có số liệu (" + r.Indicator.Lead + ").")})
		}
	}
	return out
}

// called is an indicator by its number and the document that sets it: "Chỉ tiêu số 4 giao tại Nghị quyết số 02/NQ-CP".
func (in Indicators) called(i review.Indicator) string {
	group := in.Group(i.Group)
	if set, is := strings.CutPrefix(group, "Chỉ tiêu "); is {
		return "Chỉ tiêu số " + i.Number + " " + set
	}
	return "Chỉ tiêu số " + i.Number + " (" + group + ")"
}

// shortfall is what an indicator that is not met lacks, part by part where it has several.
func (in Indicators) shortfall(r review.IndicatorRow) string {
	var out []string
	for _, p := range r.Parts {
		if p.Month.Missing == 0 {
			continue
		}
		text := in.percent(r.Indicator, p.Month) + "% (" + viet.Number(p.Month.Part) + "/" +
			viet.Number(p.Month.Whole) + "), cần thêm " + viet.Number(p.Month.Missing) + " trường hợp để đạt"
		if len(r.Parts) > 1 {
			text = viet.LowerFirst(p.Name) + " " + text
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

// percent is a percentage as it is written, with as many places as its verdict needs.
func (in Indicators) percent(ind review.Indicator, s review.Score) string {
	// asked for scores with a percentage alone
	return viet.Comma(in.Plan.Rules.PlainPercent(s.Ratio, ind.Target))
}

// annex is the table: each indicator by its number in the source, parts below it.
func (in Indicators) annex() Annex {
	t := Table{Name: "Chỉ tiêu cải cách TTHC", Columns: []Column{
		{Head: "STT", Width: 6, Align: Center},
		{Head: "Chỉ tiêu", Width: 39},
		{Head: "Đơn vị", Width: 6, Align: Center},
		{Head: "Chỉ tiêu " + year(in.Plan.Year), Width: 10, Align: Center},
		{Head: "Tử số", Width: 7, Align: Right},
		{Head: "Mẫu số", Width: 7, Align: Right},
		{Head: "Tỷ lệ tháng (%)", Width: 8, Align: Right},
		{Head: "Tăng, giảm so với tháng trước (điểm phần trăm)", Width: 8, Align: Right},
		{Head: "Kết quả tháng", Width: 10, Align: Center},
		{Head: "Lũy kế từ đầu năm", Width: 13, Align: Right},
		{Head: "Tỷ lệ lũy kế (%)", Width: 8, Align: Right},
		{Head: "Kết quả lũy kế", Width: 10, Align: Center},
		{Head: "Thực hiện", Width: 12},
		{Head: "Phối hợp", Width: 12},
	}}
	group := ""
	for _, r := range in.Table.Rows {
		if r.Indicator.Group != group {
			group = r.Indicator.Group
			t.Rows = append(t.Rows, []Cell{{Text: in.Group(group), Bold: true, Align: Left, Cols: len(t.Columns)}})
		}
		if r.Indicator.Above != "" {
			t.Rows = append(t.Rows, above(r.Indicator.Above, len(t.Columns)))
		}
		t.Rows = append(t.Rows, in.rows(r)...)
	}
	return Annex{
		Title:     "KẾT QUẢ THỰC HIỆN CHỈ TIÊU CỤ THỂ THÁNG " + viet.MonthYear(in.Table.Month),
		Landscape: true,
		Body: []Block{ // the note first: behind the table it would stand alone on a page
			Paragraph{Runs: []Run{{
				Text: "Tỷ lệ lũy kế tính từ tổng tử số và tổng mẫu số các tháng, không lấy trung bình tỷ lệ; " +
					"chỉ tiêu là số cuối kỳ lấy tháng gần nhất. Mẫu số 0: không phát sinh, không tính đạt hay " +
					"chưa đạt.",
				Italic: true,
			}}}, t},
	}
}

// above is a line of the appendix without figures, its number where it has one.
func above(text string, columns int) []Cell {
	number, name, numbered := strings.Cut(text, ". ")
	if _, err := strconv.Atoi(number); !numbered || err != nil {
		number, name = "", text
	}
	return []Cell{TextCell(number), {Text: name, Italic: true, Align: Left, Cols: columns - 1}}
}

func (in Indicators) rows(r review.IndicatorRow) (out [][]Cell) {
	ind := r.Indicator
	first := []Cell{TextCell(ind.Number), TextCell(ind.Name), TextCell(ind.Unit), TextCell(ind.TargetText)}
	if len(r.Parts) == 1 {
		return append(out, in.row(first, ind, r.Parts[0]))
	}
	blank := TextCell("")
	out = append(out, append(first, blank, blank, blank, blank, TextCell(in.Verdict(r.Month.Verdict)), blank, blank,
		TextCell(in.Verdict(r.Year.Verdict)), TextCell(ind.Lead), TextCell(ind.Support)))
	for _, p := range r.Parts {
		out = append(out, in.row([]Cell{blank, TextCell("- " + p.Name), TextCell(ind.Unit), blank}, ind, p))
	}
	return out
}

func (in Indicators) row(first []Cell, ind review.Indicator, p review.IndicatorPart) []Cell {
	change := TextCell("")
	if n, ok := p.Month.PointsAbove(p.Before); ok {
		change = PercentCell(n)
	}
	sum := TextCell("")
	if p.Year.Whole > 0 {
		sum = TextCell(viet.Number(p.Year.Part) + "/" + viet.Number(p.Year.Whole))
	}
	return append(first, optCell(p.Figure.Numerator), optCell(p.Figure.Denominator), in.scoreCell(ind, p.Month), change,
		TextCell(in.Verdict(p.Month.Verdict)),
		sum, in.scoreCell(ind, p.Year), TextCell(in.Verdict(p.Year.Verdict)), TextCell(ind.Lead), TextCell(ind.Support))
}

func (in Indicators) scoreCell(ind review.Indicator, s review.Score) Cell {
	plain := in.Plan.Rules.PlainPercent(s.Ratio, ind.Target)
	if plain == "" {
		return TextCell("")
	}
	return PercentCell(plain)
}

// optCell is a number of things, empty where it is not known.
func optCell(n value.Opt[int64]) Cell {
	v, known := n.Get()
	if !known {
		return TextCell("")
	}
	return CountCell(int(v))
}
