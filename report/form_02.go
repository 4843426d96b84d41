package report

import (
	"cmp"
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// Forms02 is review forms 02/RS-KSTT, one after another (biểu mẫu rà soát, đánh giá; handbook §2.2).
type Forms02 struct {
	Letterhead Letterhead
	Number     string
	Reference  string // which form of the law it follows, as the office writes it; empty: ReferenceForm02
	Forms      []Form02
	Names      FormNames
}

// ReferenceForm02 is what stands below the heading where the office says nothing else. The annex's own wording could
// not be read anywhere (review.QuestionSource).
const ReferenceForm02 = "(theo Biểu mẫu 02/RS-KSTT)"

// Form02 is the form of one procedure. Begun is false where nobody has written in it.
type Form02 struct {
	Procedure catalog.Procedure // as it stands on the campaign's list
	Form      review.Form
	Begun     bool
	Saved     value.Date // the day on which it was last written in; zero: never
}

// FormNames are the official terms that a form prints; app/text has them.
type FormNames struct {
	Part     func(catalog.Part) string
	Solution func(review.Solution) string
	Answer   func(review.AnswerValue) string
}

// Document fills the forms. A question that nobody has answered has a dash and is not counted as answered.
//
// Circular 02/2017/TT-VPCP, article 25.
func (in Forms02) Document() Document {
	d := Document{
		Letterhead: in.Letterhead,
		Section:    true,
		Number:     in.Number,
		Type:       form02Title,
		Title:      cmp.Or(in.Reference, ReferenceForm02),
	}
	for i, f := range in.Forms {
		one := slices.Concat(in.general(f), in.need(f), in.parts(f), in.contact(f), in.signatures(f))
		if len(in.Forms) > 1 {
			fold := Fold{Title: f.title()}
			if i > 0 { // the first stands below the title of the document
				fold.Heading = []string{form02Title, d.Title}
			}
			one = slices.Concat([]Block{fold}, one, []Block{Fold{}})
		}
		d.Body = append(d.Body, one...)
	}
	if len(in.Forms) == 0 {
		d.Body = append(d.Body, Dotted{"thủ tục được rà soát"})
	}
	return d
}

const form02Title = "BIỂU MẪU RÀ SOÁT, ĐÁNH GIÁ THỦ TỤC HÀNH CHÍNH"

// signatures are who filled in the form, on the day on which they last did, and who signs it.
func (in Forms02) signatures(f Form02) []Block {
	return []Block{in.Letterhead.formSignatures(f.Saved, f.Form.Contact.Name)}
}

// formSignatures ends a form: place and day, who made it, who signs it.
func (l Letterhead) formSignatures(day value.Date, author string) Signatures {
	above, name := l.SignatureLines()
	made := orHole(author, "họ tên người lập biểu")
	made.Bold = true
	left := [][]Run{{{Text: "NGƯỜI LẬP BIỂU", Bold: true}}}
	for len(left) < len(above) { // both names stand on one line
		left = append(left, []Run{{Text: " "}})
	}
	return Signatures{
		Day:    Italic(Document{Letterhead: l, Date: day}.PlaceDate()),
		Left:   left,
		Right:  above,
		Author: made,
		Name:   name,
	}
}

// title names a form in the index of several.
func (f Form02) title() string {
	said := "chưa điền"
	if n := review.Progress(f.Form); f.Begun {
		said = "đã trả lời " + itoa(n.Answered) + "/" + itoa(n.Total) + " câu"
	}
	return string(f.Procedure.Code) + " " + f.Procedure.Name + " (" + said + ")"
}

func (in Forms02) general(f Form02) []Block {
	p := f.Procedure
	out := []Block{Heading{1, "I. THÔNG TIN CHUNG"},
		Paragraph{Runs: Text("1. Tên thủ tục hành chính: " + p.Name + " (mã số: " + string(p.Code) + ").")},
		Paragraph{Runs: append(Text("2. Lĩnh vực: "), orHole(p.Field, "lĩnh vực"))}}
	const laws = "3. Văn bản quy định về thủ tục hành chính:"
	if law := catalog.PartLines(p, catalog.PartLegalBasis); len(law) > 0 {
		out = append(out, Paragraph{Runs: Text(laws + " " + sentence(strings.Join(law, "; ")))})
	} else {
		out = append(out, Paragraph{Runs: Text(laws), Kept: true}, Dotted{"văn bản quy định về thủ tục"})
	}
	return append(out, Paragraph{Runs: []Run{{Text: "4. Cơ quan thực hiện rà soát: "}, in.Letterhead.NameRun(),
		{Text: "."}}})
}

func (in Forms02) need(f Form02) []Block {
	out := []Block{Heading{1, "II. SỰ CẦN THIẾT CỦA THỦ TỤC HÀNH CHÍNH"}, Heading{2, "1. Mục tiêu cụ thể"}}
	for i, side := range []struct {
		title string
		goals []review.Goal
	}{
		{"Đối với quản lý nhà nước", f.Form.StateGoals},
		{"Bảo đảm quyền, nghĩa vụ, lợi ích hợp pháp của cá nhân, tổ chức", f.Form.CitizenGoals},
	} {
		out = append(out, Paragraph{Runs: Text(point(i) + ") " + side.title + ":"), Kept: true})
		if len(side.goals) == 0 {
			out = append(out, Dotted{"mục tiêu " + viet.LowerFirst(side.title)})
			continue
		}
		t := Table{Name: "Mục tiêu", Columns: []Column{
			{Head: "Mục tiêu; lý do, nếu có", Width: 74},
			{Head: "Có thay đổi?", Width: 13, Align: Center},
			{Head: "Được đáp ứng?", Width: 13, Align: Center},
		}}
		for n, g := range side.goals {
			row := []Cell{TextCell(point(i) + "." + itoa(n+1) + ". " + g.Text),
				TextCell(in.Names.Answer(g.Changed.Value)), TextCell(in.Names.Answer(g.Reached.Value))}
			t.Rows = append(t.Rows, row)
			for _, why := range []struct{ of, reason string }{
				{"Lý do về thay đổi: ", g.Changed.Reason}, {"Lý do về đáp ứng: ", g.Reached.Reason},
			} {
				if why.reason != "" {
					text := why.of + sentence(viet.LowerFirst(why.reason))
					t.Rows = append(t.Rows, []Cell{{Text: text, Italic: true, Cols: len(row)}})
				}
			}
		}
		out = append(out, t)
	}
	out = append(out, Heading{2, "2. Đánh giá sự cần thiết"}, in.questionTable(in.questionRows(f, "")))
	out = append(out, Heading{2, "3. Giải pháp dự kiến"})
	if f.Form.Solution == "" {
		return append(out, Dotted{"giải pháp dự kiến"})
	}
	return append(out, Paragraph{Runs: Text(sentence(joinText(". ", in.Names.Solution(f.Form.Solution),
		f.Form.SolutionNote)))})
}

// questionTable is a table of questions with what was said to each.
func (in Forms02) questionTable(rows [][]Cell) Table {
	return Table{Name: "Câu hỏi", Rows: rows, Columns: []Column{
		{Head: "Câu hỏi; lý do và phương án xử lý đề xuất, nếu có", Width: 90},
		{Head: "Trả lời", Width: 10, Align: Center},
	}}
}

// opened is the line below an answer that says why and what is proposed; none where neither is given.
func opened(reason, measure string, columns int) [][]Cell {
	if reason != "" {
		reason = "Lý do: " + sentence(viet.LowerFirst(reason))
	}
	if measure != "" {
		measure = "Phương án xử lý: " + sentence(viet.LowerFirst(measure))
	}
	text := joinText(" ", reason, measure)
	if text == "" {
		return nil
	}
	return [][]Cell{{{Text: text, Italic: true, Cols: columns}}}
}

// questionRows are the questions on a part; the empty part is that of necessity.
func (in Forms02) questionRows(f Form02, part catalog.Part) (rows [][]Cell) {
	for _, q := range f.Form.Asked() {
		if q.Part != part {
			continue
		}
		if q.Paper != review.OfAll {
			continue // papers has it
		}
		a, text := f.Form.Answers[q.ID], q.Text
		if q.OfPaper != "" && len(f.Form.Papers) > 0 {
			text = "Trả lời chung cho cả hồ sơ: " + viet.LowerFirst(text)
		}
		row := []Cell{TextCell(text), TextCell(in.Names.Answer(a.Value))}
		rows = append(append(rows, row), opened(a.Reason, a.Measure, len(row))...)
	}
	return rows
}

// parts is one table over all parts, each below its number, which is that of the screen (review.FormSections); the
// papers of the dossier have a table of their own in between.
func (in Forms02) parts(f Form02) []Block {
	out := []Block{Heading{1, "III. RÀ SOÁT, ĐÁNH GIÁ TỪNG BỘ PHẬN CẤU THÀNH"}}
	t := in.questionTable(nil)
	for n, parts := range review.FormSections {
		var names []string
		var rows [][]Cell
		for _, part := range parts {
			names = append(names, in.Names.Part(part))
			rows = append(rows, in.questionRows(f, part)...)
		}
		papers := Table{}
		if slices.Contains(parts, catalog.PartDossier) {
			papers = in.papers(f)
		}
		name := "III." + itoa(n+1) + ". " + viet.Capital(strings.ToLower(strings.Join(names, ", ")))
		group := Cell{Text: name, Bold: true, Cols: len(t.Columns)}
		switch {
		case len(papers.Rows) > 0:
			papers.Rows = append([][]Cell{{{Text: name, Bold: true, Cols: len(papers.Columns)}}}, papers.Rows...)
			out = append(out, t, papers)
			t = in.questionTable(rows)
		case len(rows) > 0:
			t.Rows = append(append(t.Rows, []Cell{group}), rows...)
		}
	}
	if len(t.Rows) == 0 {
		return append(out, Paragraph{Runs: Text("Thủ tục không cần thiết nên không đánh giá từng bộ phận.")})
	}
	return append(out, t)
}

// papers is what is said of each paper of the dossier: the questions once, then a line a paper. Nothing where the form
// asks of none; papers that the dossier has no more are named below.
func (in Forms02) papers(f Form02) Table {
	ask := slices.ContainsFunc(f.Form.Asked(), func(a review.Ask) bool { return a.Paper != review.OfAll })
	gone := slices.ContainsFunc(f.Form.Papers, func(p review.PaperReview) bool { return p.Gone })
	weighed := slices.ContainsFunc(f.Form.Asked(), func(a review.Ask) bool { return a.Part == catalog.PartDossier })
	if !weighed || !ask && !gone {
		return Table{}
	}
	t := Table{Name: "Từng giấy tờ", Columns: []Column{{Head: "Giấy tờ", Width: 50}}}
	var asked []string
	for i, q := range review.PaperQuestions() {
		asked = append(asked, "("+itoa(i+1)+") "+strings.TrimSuffix(q.OfPaper, "?"))
		t.Columns = append(t.Columns, Column{Head: "(" + itoa(i+1) + ") " + q.Head, Width: 10, Align: Center})
	}
	t.Rows = [][]Cell{{{Text: strings.Join(asked, "; ") + "?", Italic: true, Cols: len(t.Columns)}}}
	for i, p := range f.Form.Papers {
		name := itoa(i+1) + ". " + p.Paper
		if p.Gone {
			name = p.Paper + " (không còn trong thành phần hồ sơ)"
		}
		row := []Cell{TextCell(name)}
		for _, q := range review.PaperQuestions() {
			row = append(row, TextCell(in.Names.Answer(p.Answers[q.ID])))
		}
		t.Rows = append(append(t.Rows, row), opened(p.Reason, p.Measure, len(row))...)
	}
	return t
}

func (in Forms02) contact(f Form02) []Block {
	c := f.Form.Contact
	out := []Block{Heading{1, "IV. THÔNG TIN LIÊN HỆ"},
		Paragraph{Runs: []Run{{Text: "Người điền: "}, orHole(c.Name, "họ tên người điền biểu mẫu"),
			{Text: "; chức vụ: "}, orHole(c.Title, "chức vụ người điền biểu mẫu"),
			{Text: "; điện thoại: "}, orShortHole(c.Phone, "điện thoại người điền biểu mẫu"), {Text: "; thư điện tử: "},
			orShortHole(c.Email, "thư điện tử người điền biểu mẫu"), {Text: "."}}}}
	for _, r := range f.Form.Rest {
		out = append(out, Bullet{Text(count(len(r.Questions)) + " câu hỏi còn lại do " + r.By +
			" trả lời là đạt trong một lần, ngày " + viet.ShortDate(r.On) + ".")})
	}
	for _, p := range f.Form.Participants {
		who := p.Who + ": " + viet.LowerFirst(p.How)
		if !p.Date.IsZero() {
			who += ", ngày " + viet.ShortDate(p.Date)
		}
		if p.Said != "" {
			who += "; ý kiến: " + viet.LowerFirst(p.Said)
		}
		out = append(out, Bullet{Text(sentence("Đối tượng tham gia rà soát: " + who))})
	}
	return out
}
