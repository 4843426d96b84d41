package report

import (
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

// AnnouncementRegister is what the sheet of the register of decisions is made of (sổ theo dõi công bố, niêm yết).
type AnnouncementRegister struct {
	Year  int // of receipt; 0: all
	Items []review.Announcement
	Today value.Date
	Touch func(review.TouchKind) string // "sửa đổi, bổ sung"
	State func(review.Announcement) string
}

// Document fills the register: one row a decision, and one a procedure that it touches.
func (in AnnouncementRegister) Document() Document {
	title := "SỔ THEO DÕI CÔNG BỐ, NIÊM YẾT THỦ TỤC HÀNH CHÍNH"
	if in.Year > 0 {
		title += " NĂM " + itoa(in.Year)
	}
	return Document{Date: in.Today, Type: "SỔ THEO DÕI", Title: "Công bố, niêm yết thủ tục hành chính",
		Annexes: []Annex{{Title: title, Landscape: true, Body: []Block{in.decisions(), in.procedures()}}}}
}

func (in AnnouncementRegister) decisions() Table {
	t := Table{Name: "Quyết định", Columns: []Column{
		{Head: "STT", Width: 5, Align: Center},
		{Head: "Số quyết định", Width: 14},
		{Head: "Ngày ký", Width: 9},
		{Head: "Cơ quan ban hành", Width: 14},
		{Head: "Trích yếu", Width: 20},
		{Head: "Ngày nhận", Width: 9},
		{Head: "Hiệu lực từ", Width: 9},
		{Head: "Hạn niêm yết", Width: 9},
		{Head: "Ngày niêm yết", Width: 9},
		{Head: "Nơi niêm yết", Width: 14},
		{Head: "Người niêm yết", Width: 14},
		{Head: "Kết quả", Width: 12},
	}}
	for i, a := range in.Items {
		t.Rows = append(t.Rows, texts(itoa(i+1), a.Number, viet.ShortDate(a.Date), a.Issuer, a.Title,
			viet.ShortDate(a.Received), viet.ShortDate(a.From), viet.ShortDate(a.Due),
			viet.ShortDate(a.Posting.On), a.Posting.Place, a.Posting.By, in.State(a)))
	}
	return t
}

func (in AnnouncementRegister) procedures() Table {
	t := Table{Name: "Thủ tục", Columns: []Column{
		{Head: "STT", Width: 5, Align: Center},
		{Head: "Số quyết định", Width: 16},
		{Head: "Ngày ký", Width: 12},
		{Head: "Mã thủ tục", Width: 14},
		{Head: "Nội dung", Width: 16},
		{Head: "Thay thế bằng", Width: 14},
	}}
	n := 0
	for _, a := range in.Items {
		for _, x := range a.Touches {
			n++
			t.Rows = append(t.Rows, texts(itoa(n), a.Number, viet.ShortDate(a.Date), string(x.Procedure),
				in.Touch(x.Kind), string(x.By)))
		}
	}
	return t
}

// texts are cells of words.
func texts(words ...string) []Cell {
	out := make([]Cell, len(words))
	for i, w := range words {
		out[i] = TextCell(w)
	}
	return out
}

// PostingList is what the list of procedures to post by a decision is made of (danh mục niêm yết).
type PostingList struct {
	Letterhead Letterhead
	Date       value.Date
	Decision   review.Announcement
	Procedures map[catalog.Code]catalog.Procedure // by key
	Touch      func(review.TouchKind) string
	Limit      func(catalog.Procedure) string // time limit in words, "" where none is known
}

// Document fills the notice with its list: what is posted, and what is taken down. Where and when it is posted is a
// dotted gap until it was noted.
//
// Decree 63/2010/NĐ-CP, article 17.
func (in PostingList) Document() Document {
	a := in.Decision
	post, drop := in.rowsToPost(), in.rowsToTakeDown()
	runs := []Run{{Text: "Thực hiện Quyết định số " + a.Number + " " + viet.LongDate(a.Date) + " của "},
		orHole(a.Issuer, "cơ quan công bố")}
	if a.Title != "" {
		runs = append(runs, Run{Text: " về " + viet.LowerFirst(a.Title)})
	}
	runs = append(runs, Run{Text: ", "}, in.Letterhead.NameRun(), Run{Text: " niêm yết công khai tại "},
		orHole(a.Posting.Place, "nơi niêm yết"), Run{Text: " từ "})
	if a.IsPosted() {
		runs = append(runs, Run{Text: viet.LongDate(a.Posting.On)})
	} else {
		runs = append(runs, Run{Text: "ngày "}, Hole("ngày niêm yết"))
	}
	runs = append(runs, Run{Text: ": " + twoDigits(len(post)) + " thủ tục niêm yết, " + twoDigits(len(drop)) +
		" thủ tục gỡ bỏ (danh mục kèm theo)."})
	annex := Annex{Title: "DANH MỤC THỦ TỤC HÀNH CHÍNH NIÊM YẾT CÔNG KHAI"}
	if len(post) > 0 {
		annex.Body = append(annex.Body, Heading{1, "I. THỦ TỤC NIÊM YẾT"}, Table{Name: "Niêm yết", Columns: []Column{
			{Head: "STT", Width: 8, Align: Center},
			{Head: "Mã thủ tục", Width: 14},
			{Head: "Tên thủ tục hành chính", Width: 34},
			{Head: "Lĩnh vực", Width: 16},
			{Head: "Thời hạn giải quyết", Width: 15},
			{Head: "Ghi chú", Width: 13},
		}, Rows: post})
	}
	if len(drop) > 0 {
		numeral := "I"
		if len(post) > 0 {
			numeral = "II"
		}
		annex.Body = append(annex.Body, Heading{1, numeral + ". THỦ TỤC GỠ BỎ NIÊM YẾT"}, Table{
			Name: "Gỡ bỏ",
			Columns: []Column{
				{Head: "STT", Width: 8, Align: Center},
				{Head: "Mã thủ tục", Width: 16},
				{Head: "Tên thủ tục hành chính", Width: 52},
				{Head: "Ghi chú", Width: 24},
			},
			Rows: drop,
		})
	}
	return Document{
		Letterhead: in.Letterhead,
		Date:       in.Date,
		Type:       "THÔNG BÁO",
		Title:      "Niêm yết công khai thủ tục hành chính theo Quyết định số " + a.Number,
		Body:       []Block{Paragraph{Runs: runs}},
		Annexes:    []Annex{annex},
	}
}

// rowsToPost are the rows of what is posted: what was announced or amended, and what replaces something.
func (in PostingList) rowsToPost() (rows [][]Cell) {
	for _, t := range in.Decision.Touches {
		code, note := t.Procedure, in.Touch(t.Kind)
		switch t.Kind {
		case review.TouchRepeal:
			continue
		case review.TouchReplace:
			code, note = t.By, "thay thế "+string(t.Procedure)
		}
		p := in.Procedures[code.Key()]
		rows = append(rows, texts(itoa(len(rows)+1), string(code), p.Name, orDash(p.Field), orDash(in.Limit(p)), note))
	}
	return rows
}

// rowsToTakeDown are the rows of what is taken down.
func (in PostingList) rowsToTakeDown() (rows [][]Cell) {
	for _, t := range in.Decision.Touches {
		note := ""
		switch t.Kind {
		case review.TouchRepeal:
			note = "bãi bỏ từ " + viet.ShortDate(in.Decision.From)
		case review.TouchReplace:
			note = "được thay thế bằng " + string(t.By)
		default:
			continue
		}
		rows = append(rows, texts(itoa(len(rows)+1), string(t.Procedure), in.Procedures[t.Procedure.Key()].Name, note))
	}
	return rows
}
