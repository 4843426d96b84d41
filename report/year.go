package report

import (
	"strings"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// Year is what the year table of a plan is made of (kết quả của bộ phận, công chức trong năm): added up already.
type Year struct {
	Letterhead Letterhead
	Plan       review.Plan
	Table      review.YearTable
	Petitions  review.PetitionYear
	Indicators []review.LeadIndicators
	Month      value.Month // up to which indicators are known; none: no figure is known
	Whole      bool        // with units and the total; else the row of one person
	Shown      func(officer string) string
	Verdict    func(review.Verdict) string
}

// Document is the report on the year: in words, then reviews, indicators and petitions by unit and person as annexes.
// What did not arise is a dash, never 0%.
//
// Plan 29/KH-UBND, II.1.
func (in Year) Document() Document {
	d := Document{
		Letterhead: in.Letterhead,
		Date:       in.Table.AsOf,
		Type:       "BÁO CÁO",
		Title: "Kết quả thực hiện Kế hoạch số " + in.Plan.Number + " " + year(in.Plan.Year) +
			" theo bộ phận, công chức",
		Annexes: []Annex{
			{Title: "KẾT QUẢ RÀ SOÁT THỦ TỤC HÀNH CHÍNH THEO BỘ PHẬN, CÔNG CHỨC", Landscape: true,
				Body: []Block{in.reviews()}},
			{Title: "KẾT QUẢ THỰC HIỆN CHỈ TIÊU CỤ THỂ THEO BỘ PHẬN", Landscape: true, Body: []Block{in.indicators()}},
			{Title: "KẾT QUẢ XỬ LÝ PHẢN ÁNH, KIẾN NGHỊ THEO BỘ PHẬN, CÔNG CHỨC", Landscape: true,
				Body: []Block{in.petitions()}},
		},
	}
	if len(in.Petitions.Units) == 0 {
		none := "Trong năm không nhận được phản ánh, kiến nghị."
		d.Annexes[2].Body = []Block{Paragraph{Runs: Text(none)}}
	}
	if len(in.Indicators) == 0 {
		d.Annexes[1].Body = []Block{Paragraph{Runs: Text("Đến nay chưa có số liệu của chỉ tiêu nào.")}}
	}
	d.Body = []Block{Paragraph{Runs: append(following(in.Plan), in.Letterhead.NameRun(),
		Run{Text: " tổng hợp kết quả thực hiện theo bộ phận, công chức, số liệu đến " +
			viet.LongDate(in.Table.AsOf) + ", như sau:"})}}
	if in.Whole {
		d.Body = append(d.Body, in.words()...)
	}
	d.Body = append(d.Body, Paragraph{Runs: Text("Kết quả rà soát tại Phụ lục I, chỉ tiêu cụ thể tại Phụ lục II, " +
		"phản ánh, kiến nghị tại Phụ lục III kèm theo./.")})
	return d
}

// words are the totals of the annexes.
func (in Year) words() []Block {
	t := in.Table.Total
	line := "Rà soát thủ tục hành chính: được giao " + twoDigits(t.Assigned) + ", hoàn thành " + twoDigits(t.Done) +
		" thủ tục; đúng hạn " + twoDigits(t.OnTime) + ", quá hạn " + twoDigits(t.Late)
	if t.Undated > 0 {
		line += ", chưa rõ ngày " + twoDigits(t.Undated)
	}
	line += "; trả lại " + twoDigits(t.Returned) + " lượt; tiết kiệm " + viet.Money(t.Saved) + "/năm."
	out := []Block{Bullet{Text(line)}}
	met, all := 0, 0
	for _, l := range in.Indicators {
		met, all = met+l.Met, all+len(l.Rows)
	}
	if all > 0 {
		out = append(out, Bullet{Text("Chỉ tiêu cụ thể: đạt " + count(met) + "/" + count(all) +
			" chỉ tiêu, lũy kế đến tháng " + viet.MonthYear(in.Month) + ".")})
	}
	if p := in.Petitions.Total; p.Received > 0 {
		line := "Phản ánh, kiến nghị: đã nhận " + twoDigits(p.Received) + "; đã trả lời " + twoDigits(p.Answered) +
			", đúng hạn " + twoDigits(p.InTime) + ", quá hạn " + twoDigits(p.Late) + "; chuyển cơ quan có thẩm quyền " +
			twoDigits(p.Forwarded) + "; đang xử lý " + twoDigits(p.Open)
		if p.Overdue > 0 {
			line += ", trong đó quá hạn " + twoDigits(p.Overdue)
		}
		if p.Found > 0 {
			line += "; kết luận đúng, đúng một phần " + twoDigits(p.Found) + " phản ánh về hành vi hành chính"
		}
		out = append(out, Bullet{Text(line + ".")})
	}
	return out
}

func (in Year) reviews() Table {
	t := Table{
		Name: "Tổng hợp năm " + itoa(in.Plan.Year),
		Unit: "Đơn vị tính chi phí: đồng/năm",
		Columns: []Column{
			{Head: "Bộ phận, công chức", Width: 30},
			{Head: "Được giao", Width: 8, Align: Right},
			{Head: "Hoàn thành", Width: 8, Align: Right},
			{Head: "Đúng hạn", Width: 8, Align: Right},
			{Head: "Quá hạn", Width: 8, Align: Right},
			{Head: "Chưa rõ ngày", Width: 8, Align: Right},
			{Head: "Tỷ lệ đúng hạn (%)", Width: 9, Align: Right},
			{Head: "Lượt trả lại", Width: 8, Align: Right},
			{Head: "Tiết kiệm (đồng/năm)", Width: 14, Align: Right},
		},
	}
	for _, u := range in.Table.Units {
		if in.Whole {
			t.Rows = append(t.Rows, BoldCells(in.row(nobody(u.Unit, noUnit), u.Tally)...))
		}
		for _, o := range u.Officers {
			t.Rows = append(t.Rows, in.row(nobody(in.Shown(o.Officer), "Chưa phân công"), o.Tally))
		}
	}
	if in.Whole {
		t.Total = BoldCells(in.row("Tổng cộng", in.Table.Total)...)
	}
	return t
}

const noUnit = "Chưa thuộc bộ phận nào"

func nobody(name, instead string) string {
	if name == "" {
		return instead
	}
	return name
}

func (in Year) row(name string, t review.Tally) []Cell {
	share := TextCell("–")
	if percent := in.Plan.Rules.PlainPercent(t.Share(), value.Whole(100)); percent != "" {
		share = PercentCell(percent)
	}
	return []Cell{TextCell(name), CountCell(t.Assigned), CountCell(t.Done), CountCell(t.OnTime), CountCell(t.Late),
		CountCell(t.Undated), share, CountCell(t.Returned), MoneyCell(t.Saved)}
}

// indicators are the indicators below the unit that has the lead, with the year so far and who entered the figures.
func (in Year) indicators() Table {
	t := Table{Name: "Chỉ tiêu theo bộ phận", Columns: []Column{
		{Head: "Bộ phận chủ trì, chỉ tiêu", Width: 40},
		{Head: "Chỉ tiêu " + year(in.Plan.Year), Width: 12, Align: Center},
		{Head: "Lũy kế đến tháng " + viet.MonthYear(in.Month) + " (%)", Width: 20, Align: Right},
		{Head: "Kết quả", Width: 14, Align: Center},
		{Head: "Người nhập số liệu", Width: 20},
	}}
	for _, l := range in.Indicators {
		head := nobody(l.Unit, noUnit) + ": đạt " + count(l.Met) + "/" + count(len(l.Rows)) + " chỉ tiêu"
		t.Rows = append(t.Rows, []Cell{{Text: head, Bold: true, Align: Left, Cols: len(t.Columns)}})
		for _, r := range l.Rows {
			var people []string
			for _, name := range r.EnteredBy {
				people = append(people, in.Shown(name))
			}
			t.Rows = append(t.Rows, []Cell{TextCell(r.Indicator.Name), TextCell(r.Indicator.TargetText),
				TextCell(in.sofar(r.IndicatorRow)), TextCell(in.Verdict(r.Year.Verdict)),
				TextCell(nobody(strings.Join(people, ", "), "–"))})
		}
	}
	return t
}

// sofar is an indicator over the year so far, part by part where it has several; a dash where it is not known.
func (in Year) sofar(r review.IndicatorRow) string {
	var out []string
	for _, p := range r.Parts {
		text := "–"
		if percent := in.Plan.Rules.PlainPercent(p.Year.Ratio, r.Indicator.Target); percent != "" {
			text = viet.Comma(percent) + " (" + viet.Number(p.Year.Part) + "/" + viet.Number(p.Year.Whole) + ")"
		}
		if len(r.Parts) > 1 {
			text = p.Name + ": " + text
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

func (in Year) petitions() Table {
	t := Table{Name: "Phản ánh, kiến nghị", Columns: []Column{
		{Head: "Bộ phận, công chức", Width: 30},
		{Head: "Đã nhận", Width: 9, Align: Right},
		{Head: "Đã trả lời", Width: 8, Align: Right},
		{Head: "Đúng hạn", Width: 8, Align: Right},
		{Head: "Quá hạn", Width: 8, Align: Right},
		{Head: "Chuyển cơ quan có thẩm quyền", Width: 12, Align: Right},
		{Head: "Đang xử lý", Width: 8, Align: Right},
		{Head: "Trong đó quá hạn", Width: 9, Align: Right},
		{Head: "Hành vi: kết luận đúng, đúng một phần", Width: 12, Align: Right},
	}}
	for _, u := range in.Petitions.Units {
		if in.Whole {
			t.Rows = append(t.Rows, BoldCells(petitionRow(nobody(u.Unit, "Chưa giao bộ phận"), u.PetitionTally)...))
		}
		for _, o := range u.Officers {
			t.Rows = append(t.Rows, petitionRow(nobody(in.Shown(o.Officer), "Chưa ghi người xử lý"), o.PetitionTally))
		}
	}
	if in.Whole {
		t.Total = BoldCells(petitionRow("Tổng cộng", in.Petitions.Total)...)
	}
	return t
}

func petitionRow(name string, t review.PetitionTally) []Cell {
	out := []Cell{TextCell(name)}
	for _, n := range []int{t.Received, t.Answered, t.InTime, t.Late, t.Forwarded, t.Open, t.Overdue, t.Found} {
		out = append(out, CountCell(n))
	}
	return out
}
