package report

import (
	"strings"

	"rasoat/review"
	"rasoat/viet"
)

// textsAnnex is one table of all documents that proposals ask to amend; false where they ask for none.
func textsAnnex(all []review.Standing, names Names) (Annex, bool) {
	requests := review.TextRequests(all)
	t := Table{Name: "Văn bản kiến nghị", Columns: []Column{
		{Head: "STT", Width: 5, Align: Center},
		{Head: "Văn bản kiến nghị sửa đổi, bổ sung", Width: 24},
		{Head: "Điều, khoản", Width: 12},
		{Head: "Nội dung kiến nghị", Width: 24},
		{Head: "Thủ tục hành chính liên quan", Width: 24},
		{Head: "Thực hiện", Width: 14},
		{Head: "Tình trạng phương án", Width: 12},
	}}
	for i := 0; i < len(requests); {
		same := i + 1
		for same < len(requests) && viet.Fold(requests[same].Document) == viet.Fold(requests[i].Document) {
			same++
		}
		for j, r := range requests[i:same] {
			cells := []Cell{TextCell(itoa(i + j + 1))}
			if j == 0 {
				cells = append(cells, Cell{Text: orDots(r.Document), Rows: same - i})
			}
			t.Rows = append(t.Rows, append(cells, TextCell(r.Article), TextCell(orDots(r.Request)),
				TextCell(itemNames(r.Items)), TextCell(whoAndWhen(r.Amendment)), TextCell(names.State(r.State))))
		}
		i = same
	}
	return Annex{
		Title:     "TỔNG HỢP VĂN BẢN KIẾN NGHỊ SỬA ĐỔI, BỔ SUNG",
		Landscape: true,
		Body:      []Block{t},
	}, len(requests) > 0
}

// decentralisedAnnex lists what was decentralised or asked to be; false where nothing was.
func decentralisedAnnex(all []review.Standing, names Names) (Annex, bool) {
	list := review.Decentralisations(all)
	t := Table{Name: "Phân cấp, ủy quyền", Columns: []Column{
		{Head: "STT", Width: 5, Align: Center},
		{Head: "Thủ tục hành chính", Width: 30},
		{Head: "Nội dung phân cấp, ủy quyền", Width: 32},
		{Head: "Lý do", Width: 22},
		{Head: "Kết quả", Width: 18},
	}}
	for i, d := range list {
		var contents, reasons []string
		for _, m := range d.Measures {
			contents, reasons = append(contents, trimmed(m.Content)), append(reasons, trimmed(m.Reason))
		}
		t.Rows = append(t.Rows, []Cell{TextCell(itoa(i + 1)), TextCell(itemNames(d.Items)),
			TextCell(orDots(joinText("; ", contents...))), TextCell(orDots(joinText("; ", reasons...))),
			TextCell(decentralisedState(d, names))})
	}
	return Annex{
		Title:     "DANH MỤC THỦ TỤC HÀNH CHÍNH PHÂN CẤP, ỦY QUYỀN HOẶC ĐỀ NGHỊ PHÂN CẤP, ỦY QUYỀN",
		Landscape: true,
		Body:      []Block{t},
	}, len(list) > 0
}

// decentralisedState says how far it is, and by which decision.
func decentralisedState(d review.Decentralisation, names Names) string {
	out := names.State(d.State)
	if ref, decided := d.Proposal.DecidedBy(d.State); decided {
		out += " theo Quyết định số " + ref.Number
	}
	return out
}

// decentralisedText says in a sentence how many procedures were decentralised and how many are asked to be; "" where
// none were.
func decentralisedText(all []review.Standing) string {
	done, asked, refused := 0, 0, 0
	for _, d := range review.Decentralisations(all) {
		switch n := len(d.Items); {
		case d.IsDone():
			done += n
		case d.State == review.Refused:
			refused += n
		default:
			asked += n
		}
	}
	if done+asked+refused == 0 {
		return ""
	}
	out := "Phân cấp, ủy quyền: đã được phê duyệt, chấp thuận " + twoDigits(done) + " thủ tục; đang đề nghị " +
		twoDigits(asked) + " thủ tục"
	if refused > 0 {
		out += "; không được chấp thuận " + twoDigits(refused) + " thủ tục"
	}
	return out + "."
}

// textsText says in a sentence how many documents proposals ask to amend; "" where they ask for none.
func textsText(all []review.Standing) string {
	requests := review.TextRequests(all)
	if len(requests) == 0 {
		return ""
	}
	return "Kiến nghị sửa đổi, bổ sung " + twoDigits(review.CountDocuments(requests)) + " văn bản."
}

func itemNames(items []review.ListItem) string {
	var out []string
	for _, x := range items {
		out = append(out, x.Name+" ("+string(x.Code)+")")
	}
	return strings.Join(out, "; ")
}

func whoAndWhen(a review.Amendment) string {
	out := a.By
	if !a.Due.IsZero() {
		out = joinText("; ", out, "chậm nhất "+viet.ShortDate(a.Due))
	}
	return orDots(out)
}

func trimmed(s string) string { return strings.TrimRight(strings.TrimSpace(s), ".;") }
