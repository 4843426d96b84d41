package report_test

import (
	"strings"
	"testing"

	"rasoat/catalog"
	"rasoat/report"
	"rasoat/review"
	"rasoat/value"
)

// What is posted and what is taken down stand in two tables; what is not known is a gap, not a word.
//
// Decree 63/2010/NĐ-CP, article 17.
func TestPostingList_Article17(t *testing.T) {
	procedures := map[catalog.Code]catalog.Procedure{"1.000001": {Name: "Thủ tục một", Field: "Hộ tịch"}, "1.000002": {Name: "Thủ tục hai"}, "1.000003": {Name: "Thủ tục ba"}}
	list := func(a review.Announcement) (report.Document, string, []string) {
		in := report.PostingList{
			Decision:   a,
			Procedures: procedures,
			Touch:      func(k review.TouchKind) string { return string(k) },
			Limit:      func(catalog.Procedure) string { return "" },
		}
		d := in.Document()
		var tables []string
		for _, b := range d.Annexes[0].Body {
			switch b := b.(type) {
			case report.Heading:
				tables = append(tables, b.Text)
			case report.Table:
				for _, row := range b.Rows {
					var cells []string
					for _, c := range row {
						cells = append(cells, c.Text)
					}
					tables = append(tables, strings.Join(cells, "|"))
				}
			}
		}
		return d, report.Plain(d.Body[0].(report.Paragraph).Runs), tables
	}
	a := review.Announcement{
		Number:  "812/QĐ-UBND",
		Date:    value.MustDate("2024-07-05"),
		Issuer:  "UBND tỉnh",
		Title:   "Công bố thủ tục hộ tịch",
		From:    value.MustDate("2024-08-01"),
		Touches: []review.Touch{{Kind: review.TouchAmend, Procedure: "1.000001"}, {Kind: review.TouchReplace, Procedure: "1.000002", By: "1.000003"}},
	}
	d, text, tables := list(a)
	want := []string{"I. THỦ TỤC NIÊM YẾT", "1|1.000001|Thủ tục một|Hộ tịch|–|amend", "2|1.000003|Thủ tục ba|–|–|thay thế 1.000002", "II. THỦ TỤC GỠ BỎ NIÊM YẾT", "1|1.000002|Thủ tục hai|được thay thế bằng 1.000003"}
	if strings.Join(tables, "\n") != strings.Join(want, "\n") {
		t.Errorf("tables:\n%s\nwant\n%s", strings.Join(tables, "\n"), strings.Join(want, "\n"))
	}
	if !strings.Contains(text,
		"Quyết định số 812/QĐ-UBND ngày 05 tháng 7 năm 2024 của UBND tỉnh về công bố thủ tục hộ tịch") ||
		!strings.Contains(text, "02 thủ tục niêm yết, 01 thủ tục gỡ bỏ") {
		t.Errorf("it says %q", text)
	}
	holes, _ := d.Holes()
	for _, h := range []string{"nơi niêm yết", "ngày niêm yết"} {
		if !strings.Contains(strings.Join(holes, "; "), h) {
			t.Errorf("not posted, and no gap for %q among %v", h, holes)
		}
	}
	a.Posting = review.Posting{On: value.MustDate("2024-07-10"), Place: "Bộ phận một cửa", By: "Lan"}
	a.Touches = []review.Touch{{Kind: review.TouchRepeal, Procedure: "1.000001"}}
	if _, text, tables := list(a); !strings.Contains(text,
		"tại Bộ phận một cửa từ ngày 10 tháng 7 năm 2024: 00 thủ tục niêm yết, 01 thủ tục gỡ bỏ") ||
		tables[0] != "I. THỦ TỤC GỠ BỎ NIÊM YẾT" || tables[1] != "1|1.000001|Thủ tục một|bãi bỏ từ 01/8/2024" {
		t.Errorf("a repeal alone: %q, %q", text, tables)
	}
}
