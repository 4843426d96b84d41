package report

import (
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// InternalList is the commune's list of internal procedures (danh mục thủ tục hành chính nội bộ; handbook §3,
// second-look §3.5): those that hold on a day, by group, and those that stopped to hold in the plan's year.
type InternalList struct {
	Letterhead Letterhead
	Number     string
	Date       value.Date // printed; AsOf is the day of the list
	AsOf       value.Date
	Addressees []string
	Plan       review.Plan
	Holding    []catalog.Procedure // announced or in force on the day, in the order of fields and names
	Ended      []catalog.Procedure // since the beginning of the plan's year
	Part       func(catalog.Part) string
}

// internalGroups are the sub-lists in their order.
var internalGroups = []struct {
	group catalog.Group
	title string
}{
	{catalog.GroupA, "Thủ tục hành chính nội bộ giữa các cơ quan hành chính nhà nước (nhóm A)"},
	{catalog.GroupB, "Thủ tục hành chính nội bộ trong cơ quan (nhóm B)"},
}

func (in InternalList) of(g catalog.Group) []catalog.Procedure {
	var out []catalog.Procedure
	for _, p := range in.Holding {
		if p.Group == g {
			out = append(out, p)
		}
	}
	return out
}

// announced says how many of those that hold were announced by a decision that is known.
func (in InternalList) announced() string {
	n := 0
	for _, p := range in.Holding {
		if p.Decision.Number != "" {
			n++
		}
	}
	switch {
	case len(in.Holding) == 0:
		return ""
	case n == len(in.Holding):
		return "; tất cả đã được công bố"
	}
	return "; đã được công bố " + twoDigits(n) + " thủ tục, chưa có quyết định công bố " +
		twoDigits(len(in.Holding)-n) +
		" thủ tục"
}

// Document fills the list: how many there are of each group, the list itself and what each procedure consists of.
//
// Plan 29/KH-UBND, III.1(b).
func (in InternalList) Document() Document {
	d := Document{
		Letterhead: in.Letterhead,
		Number:     in.Number,
		Date:       in.Date,
		Type:       "BÁO CÁO",
		Addressees: in.Addressees,
		Title:      "Kết quả thống kê thủ tục hành chính nội bộ " + year(in.Plan.Year),
	}
	a, b := len(in.of(catalog.GroupA)), len(in.of(catalog.GroupB))
	d.Body = append(d.Body, Paragraph{Runs: append(following(in.Plan), in.Letterhead.NameRun(),
		Run{Text: " báo cáo danh mục thủ tục hành chính nội bộ đến " + viet.LongDate(in.AsOf) + " như sau:"})})
	d.Body = append(d.Body,
		Bullet{Text("Tổng số thủ tục còn hiệu lực: " + twoDigits(len(in.Holding)) + " thủ tục, gồm nhóm A " +
			twoDigits(a) + " thủ tục, nhóm B " + twoDigits(b) + " thủ tục" + in.announced() + ";")},
		Bullet{Text("Hết hiệu lực " + joinText(" ", "trong", year(in.Plan.Year)) + ": " + twoDigits(len(in.Ended)) +
			" thủ tục.")},
		Paragraph{
			Runs:  []Run{{Text: "(Danh mục và nội dung cụ thể kèm theo)", Italic: true}},
			Align: Center,
			Flush: true,
		},
		Paragraph{Runs: []Run{{Text: "Trên đây là danh mục thủ tục hành chính nội bộ của "}, in.Letterhead.NameRun(),
			{Text: "./."}}})
	d.Annexes = []Annex{in.list()}
	if len(in.Holding) > 0 {
		d.Annexes = append(d.Annexes, in.contents())
	}
	return d
}

// list is part I. Agency and decider stand in one cell, as announcements have them.
func (in InternalList) list() Annex {
	a := Annex{Title: "DANH MỤC THỦ TỤC HÀNH CHÍNH NỘI BỘ", Landscape: true}
	columns := []Column{
		{Head: "STT", Width: 5, Align: Center},
		{Head: "Mã", Width: 9},
		{Head: "Tên thủ tục hành chính nội bộ", Width: 32},
		{Head: "Lĩnh vực", Width: 16},
		{Head: "Cơ quan thực hiện; người có thẩm quyền quyết định", Width: 20},
		{Head: "Quyết định công bố", Width: 18},
	}
	for i, g := range internalGroups {
		a.Body = append(a.Body, Heading{2, Roman(i+1) + ". " + g.title})
		t := Table{Name: "Nhóm " + string(g.group), Columns: columns}
		for n, p := range in.of(g.group) {
			t.Rows = append(t.Rows, []Cell{TextCell(itoa(n + 1)), TextCell(string(p.Code)), TextCell(p.Name),
				TextCell(fieldName(p.Field)), TextCell(orDash(joinText("; ", agencies(p), p.Decider))),
				TextCell(orDash(decisionName(p.Decision)))})
		}
		if len(t.Rows) == 0 {
			a.Body = append(a.Body, Paragraph{Runs: Text("Không có.")})
			continue
		}
		a.Body = append(a.Body, t)
	}
	a.Body = append(a.Body, in.endedBlocks()...)
	return a
}

// contents is part II. Of procedures of which nothing but the name is known it says so once.
func (in InternalList) contents() Annex {
	var described []catalog.Procedure
	var bare []string
	for _, p := range in.Holding {
		if hasContent(p) {
			described = append(described, p)
		} else {
			bare = append(bare, string(p.Code))
		}
	}
	a := procedureContents(described, in.Part)
	if len(bare) > 0 {
		a.Body = append(a.Body, Dotted{"nội dung của " + count(len(bare)) + " thủ tục: " + joinText(", ", bare...)})
	}
	return a
}

// hasContent reports whether anything is known of what a procedure consists of.
func hasContent(p catalog.Procedure) bool {
	for _, part := range additionParts {
		if catalog.Holds(p, part) == catalog.Present {
			return true
		}
	}
	return false
}

// endedBlocks is the sub-list of those that stopped to hold.
func (in InternalList) endedBlocks() []Block {
	out := []Block{Heading{2, Roman(len(internalGroups)+1) + ". Thủ tục hết hiệu lực trong năm"}}
	if len(in.Ended) == 0 {
		return append(out, Paragraph{Runs: Text("Không có.")})
	}
	t := Table{Name: "Hết hiệu lực", Columns: []Column{
		{Head: "STT", Width: 5, Align: Center},
		{Head: "Mã", Width: 9},
		{Head: "Tên thủ tục hành chính nội bộ", Width: 46},
		{Head: "Văn bản quy định việc bãi bỏ", Width: 24},
		{Head: "Hết hiệu lực từ", Width: 16, Align: Center},
	}}
	for n, p := range in.Ended {
		t.Rows = append(t.Rows, []Cell{TextCell(itoa(n + 1)), TextCell(string(p.Code)), TextCell(p.Name),
			TextCell(orDash(p.Validity.RepealedBy)), TextCell(viet.ShortDate(p.Validity.Until))})
	}
	return append(out, t)
}

func agencies(p catalog.Procedure) string {
	var names []string
	for _, a := range p.Agencies {
		names = append(names, a.Name)
	}
	return joinText(", ", names...)
}

// decisionName names a decision: "12/QĐ-UBND ngày 05/01/2024".
func decisionName(d catalog.Decision) string {
	if d.Number == "" || d.Date.IsZero() {
		return d.Number
	}
	return d.Number + " ngày " + viet.ShortDate(d.Date)
}

// orDash is a dash where nothing is known.
func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}
