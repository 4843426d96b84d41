package report

import (
	"strings"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// Additions is what the request to announce additions to the list of internal group-B procedures is made of (tờ
// trình đề nghị công bố bổ sung danh mục thủ tục hành chính nội bộ nhóm B; handbook §3).
type Additions struct {
	Letterhead Letterhead
	Number     string
	Date       value.Date
	Addressees []string
	Plan       review.Plan
	Items      []AddedProcedure
	Part       func(catalog.Part) string // name of a constituent part
}

// AddedProcedure is one procedure that is asked for, and why.
type AddedProcedure struct {
	Procedure catalog.Procedure
	Reason    string
}

// additionParts is the order in which announcements set out a procedure (second-look §3.5).
var additionParts = []catalog.Part{catalog.PartSteps, catalog.PartChannels, catalog.PartDossier, catalog.PartCopies,
	catalog.PartTimeLimit,
	catalog.PartApplicants, catalog.PartAgency, catalog.PartResult, catalog.PartFees, catalog.PartForms,
	catalog.PartConditions, catalog.PartLegalBasis}

// Document fills the request: the letter, the list (Danh mục) and what each procedure consists of. A part of which
// nothing is known is a dotted line; one that is known not to exist says "Không có."
//
// Plan 29/KH-UBND, III.1(b).
func (in Additions) Document() Document {
	d := Document{
		Letterhead: in.Letterhead,
		Number:     in.Number,
		Date:       in.Date,
		Type:       "TỜ TRÌNH",
		Addressees: in.Addressees,
		Title:      "Về việc đề nghị công bố bổ sung danh mục thủ tục hành chính nội bộ nhóm B",
	}
	d.Body = append(d.Body, in.opening()...)
	if len(in.Items) == 0 {
		d.Body = append(d.Body, Dotted{"thủ tục đề nghị công bố bổ sung và lý do"})
	}
	for _, i := range in.Items {
		line := i.Procedure.Name + ": "
		if i.Reason == "" {
			d.Body = append(d.Body, Bullet{append(Text(line), Hole("lý do"))})
			continue
		}
		d.Body = append(d.Body, Bullet{Text(line + sentence(viet.LowerFirst(i.Reason)))})
	}
	d.Body = append(d.Body, Paragraph{
		Runs:  []Run{{Text: "(Danh mục và nội dung cụ thể kèm theo)", Italic: true}},
		Align: Center,
		Flush: true,
	},
		Paragraph{Runs: []Run{in.Letterhead.NameRun(), {Text: " kính trình xem xét, quyết định./."}}})
	d.Annexes = []Annex{in.list(), in.contents()}
	return d
}

func (in Additions) opening() []Block {
	runs := append(following(in.Plan), in.Letterhead.NameRun(),
		Run{Text: " đã rà soát danh mục thủ tục hành chính nội bộ nhóm B và đề nghị công bố bổ sung " +
			twoDigits(len(in.Items)) + " thủ tục, lý do như sau:"})
	return []Block{Paragraph{Runs: runs}}
}

// twoDigits writes a count as documents do: "03", "12".
func twoDigits(n int) string {
	if n < 10 {
		return "0" + itoa(n)
	}
	return itoa(n)
}

// list is the annex "Danh mục".
func (in Additions) list() Annex {
	t := Table{Name: "Danh mục", Columns: []Column{
		{Head: "STT", Width: 6, Align: Center},
		{Head: "Tên thủ tục hành chính nội bộ", Width: 38},
		{Head: "Lĩnh vực", Width: 18},
		{Head: "Cơ quan, người có thẩm quyền quyết định", Width: 20},
		{Head: "Ghi chú", Width: 18},
	}}
	for n, i := range in.Items {
		t.Rows = append(t.Rows, []Cell{TextCell(itoa(n + 1)), TextCell(i.Procedure.Name),
			TextCell(fieldName(i.Procedure.Field)), TextCell(orDash(i.Procedure.Decider)), TextCell("Nhóm B")})
	}
	if len(in.Items) == 0 {
		return Annex{
			Title: "DANH MỤC THỦ TỤC HÀNH CHÍNH NỘI BỘ NHÓM B ĐỀ NGHỊ CÔNG BỐ BỔ SUNG",
			Body:  []Block{Dotted{"danh mục thủ tục"}},
		}
	}
	return Annex{Title: "DANH MỤC THỦ TỤC HÀNH CHÍNH NỘI BỘ NHÓM B ĐỀ NGHỊ CÔNG BỐ BỔ SUNG", Body: []Block{t}}
}

// contents is the annex that sets out each procedure part by part.
func (in Additions) contents() Annex {
	var all []catalog.Procedure
	for _, i := range in.Items {
		all = append(all, i.Procedure)
	}
	a := procedureContents(all, in.Part)
	if len(all) == 0 {
		a.Body = append(a.Body, Dotted{"nội dung từng thủ tục"})
	}
	return a
}

// procedureContents sets out internal procedures part by part, as the decisions that announce them do.
func procedureContents(all []catalog.Procedure, name func(catalog.Part) string) Annex {
	a := Annex{Title: "NỘI DUNG CỤ THỂ CỦA THỦ TỤC HÀNH CHÍNH NỘI BỘ"}
	for n, p := range all {
		k := itoa(n + 1)
		a.Body = append(a.Body, Heading{2, k + ". Thủ tục “" + p.Name + "”"})
		for m, part := range additionParts {
			a.Body = append(a.Body, Heading{3, k + "." + itoa(m+1) + ". " + name(part)})
			a.Body = append(a.Body, partBlocks(p, part, name(part))...)
		}
	}
	return a
}

func partBlocks(p catalog.Procedure, part catalog.Part, name string) []Block {
	switch catalog.Holds(p, part) {
	case catalog.Absent:
		return []Block{Paragraph{Runs: Text("Không có.")}}
	case catalog.Unknown:
		return []Block{Dotted{viet.LowerFirst(name)}}
	}
	var out []Block
	for _, item := range catalog.PartLines(p, part) {
		if name, text, named := strings.Cut(item, "\n"); named && part == catalog.PartSteps {
			item = strings.TrimRight(name, ".: ") + ". " + text // "Bước 1. Nộp hồ sơ"
		}
		for line := range strings.SplitSeq(item, "\n") {
			out = append(out, Paragraph{Runs: Text(line)})
		}
	}
	return out
}
