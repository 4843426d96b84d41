package report

import (
	"strconv"
	"strings"

	"rasoat/review"
	"rasoat/viet"
)

// annexCounts is annex I: per field how many procedures were reviewed and what was concluded; a column for
// every conclusion, so that each row adds up.
func (in ReviewSummary) annexCounts() Annex {
	columns := []Column{
		{Head: "STT", Width: 5, Align: Center},
		{Head: "Lĩnh vực", Width: 24},
		{Head: "Tổng số TTHC", Width: 9, Align: Right},
		{Head: "Số TTHC rà soát", Width: 9, Align: Right},
	}
	for _, c := range review.Conclusions {
		columns = append(columns, Column{Head: in.Names.Conclusion(c), Width: 9, Align: Right})
	}
	columns = append(columns, Column{Head: "Ghi chú", Width: 11})
	a := Annex{Title: "TỔNG HỢP KẾT QUẢ RÀ SOÁT THỦ TỤC HÀNH CHÍNH", Landscape: true}
	for i, c := range in.Campaigns {
		t := Table{Name: "Phụ lục I." + itoa(i+1), Columns: columns}
		for n, row := range c.Summary.Fields {
			t.Rows = append(t.Rows, countRow(itoa(n+1), fieldName(row.Field), row))
		}
		t.Total = BoldCells(countRow("", "Tổng số", c.Summary.Total)...)
		a.Body = append(a.Body, Heading{2, Roman(i+1) + ". " + c.Plan.Name}, t)
	}
	return a
}

func countRow(n, name string, row review.SummaryRow) []Cell {
	cells := []Cell{TextCell(n), TextCell(name), CountCell(row.Listed), CountCell(row.Reviewed)}
	for _, c := range review.Conclusions {
		cells = append(cells, CountCell(row.Conclusions[c]))
	}
	return append(cells, TextCell(""))
}

// amendment says which part of which document has to be amended, and how: "Điều 22 Nghị định số 123/2015/NĐ-CP: …".
func amendment(x review.Amendment) string {
	where := joinText(" ", x.Article, x.Document)
	if where == "" || strings.TrimSpace(x.Request) == "" {
		return joinText("", where, x.Request)
	}
	return where + ": " + viet.LowerFirst(strings.TrimSpace(x.Request))
}

// decidedBy names the decision by which a proposal stands where it does, "" where none put it there.
func decidedBy(s review.Standing) string {
	d, decided := s.Review.DecidedBy(s.State)
	if !decided {
		return ""
	}
	out := " theo Quyết định số " + d.Number
	if !d.Date.IsZero() {
		out += " " + viet.LongDate(d.Date)
	}
	return out
}

// point letters the points of a clause with the Vietnamese alphabet: a, b, c, d, đ, e, g …
//
// Decree 30/2020/NĐ-CP, appendix I.
func point(i int) string {
	letters := []string{"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t",
		"u", "v", "x", "y"}
	if i < len(letters) {
		return letters[i]
	}
	return itoa(i + 1)
}

func itoa(n int) string { return strconv.Itoa(n) }

func count(n int) string { return viet.Number(int64(n)) }

// fieldName is a field as tables name it.
func fieldName(s string) string {
	if s == "" {
		return "(chưa ghi lĩnh vực)"
	}
	return s
}

// sentence closes a text with a full stop where it has no end.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".;!?") {
		return s
	}
	return s + "."
}

func joinText(sep string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if strings.TrimSpace(p) != "" {
			out = append(out, strings.TrimSpace(p))
		}
	}
	return strings.Join(out, sep)
}
