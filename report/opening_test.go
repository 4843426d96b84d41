package report

import (
	"testing"

	"rasoat/review"
	"rasoat/value"
)

// Decree 30/2020/NĐ-CP, appendix I: a paper that follows a plan names number, day, issuer and subject of the plan.
func TestFollowing(t *testing.T) {
	whole := review.Plan{
		Number: "29/KH-UBND",
		Date:   value.MustDate("2024-03-13"),
		Issuer: "Ủy ban nhân dân xã A",
		Title:  "Cải cách thủ tục hành chính",
	}
	undated, anonymous := whole, whole
	undated.Date, anonymous.Issuer = value.Date{}, ""
	for _, tt := range []struct {
		name string
		plan review.Plan
		want string
		hole string
	}{
		{"whole", whole, "Thực hiện Kế hoạch số 29/KH-UBND ngày 13 tháng 3 năm 2024 của Ủy ban nhân dân xã A về cải cách thủ tục hành chính, ", ""},
		{"without a day", undated, "Thực hiện Kế hoạch số 29/KH-UBND của Ủy ban nhân dân xã A về cải cách thủ tục hành chính, ", ""},
		{"of an unknown issuer", anonymous, "Thực hiện Kế hoạch số 29/KH-UBND ngày 13 tháng 3 năm 2024 của ………… về cải cách thủ tục hành chính, ", "cơ quan ban hành kế hoạch"},
	} {
		runs := following(tt.plan)
		if got := Plain(runs); got != tt.want || runs[1].Hole != tt.hole {
			t.Errorf("%s: %q, hole %q", tt.name, got, runs[1].Hole)
		}
	}
}

// Decree 30/2020/NĐ-CP, appendix I: who signs for a body names the body above the office; who signs by the office does
// not.
func TestSignatureLines(t *testing.T) {
	for _, tt := range []struct {
		name  string
		l     Letterhead
		above []string
		below string
		holes []string
	}{
		{"for the committee", Letterhead{Capacity: "TM. ỦY BAN NHÂN DÂN", Title: "CHỦ TỊCH", Signer: "Võ Văn Tuấn"}, []string{"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"}, "Võ Văn Tuấn", nil},
		{"in the chairman's place", Letterhead{Capacity: "KT. CHỦ TỊCH", Title: "PHÓ CHỦ TỊCH", Signer: "Lê Thị Lan", InPerson: true}, []string{"KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}, "Lê Thị Lan", nil},
		{"by the office", Letterhead{Title: "CHỦ TỊCH", Signer: "Võ Văn Tuấn", InPerson: true}, []string{"CHỦ TỊCH"}, "Võ Văn Tuấn", nil},
		{"nobody known", Letterhead{}, []string{"…………", "…………"}, "…………", []string{"quyền hạn của người ký", "chức vụ của người ký", "họ tên người ký"}},
	} {
		above, name := tt.l.SignatureLines()
		var got, holes []string
		for _, line := range append(above, []Run{name}) {
			got = append(got, Plain(line))
			if !line[0].Bold {
				t.Errorf("%s: %q is not bold", tt.name, Plain(line))
			}
			if line[0].Hole != "" {
				holes = append(holes, line[0].Hole)
			}
		}
		if want := append(tt.above, tt.below); !equal(got, want) || !equal(holes, tt.holes) {
			t.Errorf("%s: %q, holes %q", tt.name, got, holes)
		}
	}
}

// Decree 30/2020/NĐ-CP, appendix I: annexes and parts are numbered in Roman, points by the Vietnamese alphabet without
// f, j, w and z.
func TestNumbering(t *testing.T) {
	for n, want := range map[int]string{1: "I", 4: "IV", 9: "IX", 14: "XIV", 39: "XXXIX", 40: "40", 0: "0"} {
		if got := Roman(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
	alphabet := ""
	for i := range 23 {
		alphabet += point(i)
	}
	if alphabet != "abcdđeghiklmnopqrstuvxy" || point(23) != "24" {
		t.Errorf("points %s, then %s", alphabet, point(23))
	}
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// Cells that span rows and columns cover every column once; what is missing is empty, what is too much left out.
func TestGrid(t *testing.T) {
	rows := [][]Cell{
		{{Text: "a", Rows: 2}, {Text: "b", Cols: 2}},
		{{Text: "c"}},
		{{Text: "d"}, {Text: "e"}, {Text: "f"}, {Text: "too much"}},
	}
	grid := Grid(rows, 3)
	var got []string
	for _, row := range grid {
		line, covered := "", 0
		for _, s := range row {
			if s.Column != covered {
				t.Errorf("%q stands in column %d, want %d", s.Text, s.Column, covered)
			}
			covered += s.Cols
			if s.Continued {
				line += "^"
			}
			line += s.Text + "|"
		}
		if covered != 3 {
			t.Errorf("%q covers %d columns", line, covered)
		}
		got = append(got, line)
	}
	if want := []string{"a|b|", "^a|c||", "d|e|f|"}; !equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A table without heads has no row for them.
func TestTable_Heads(t *testing.T) {
	if rows := (Table{Columns: []Column{{Width: 1}, {Width: 2}}}).Heads(); rows != nil {
		t.Errorf("%v", rows)
	}
	rows := (Table{Columns: []Column{{Head: "STT", Width: 1}, {Width: 2}}}).Heads()
	if len(rows) != 1 || len(rows[0]) != 2 || rows[0][0].Text != "STT" || rows[0][1].Text != "" {
		t.Errorf("%v", rows)
	}
}

// A cell's number is what a spreadsheet reads; its text is what a person reads.
func TestCells(t *testing.T) {
	for _, tt := range []struct {
		name   string
		cell   Cell
		text   string
		number Number
	}{
		{"count", CountCell(1234), "1.234", Number{Count, "1234"}},
		{"money", MoneyCell(-1500), "-1.500", Number{Dong, "-1500"}},
		{"percent", PercentCell("18.60"), "18,60", Number{Percent, "18.60"}},
		{"percent that two places would round into the other verdict", honestCell("19.996"), "19,996", Number{}},
		{"unknown money", money(value.Opt[value.Money]{}), "–", Number{}},
		{"no percentage", percentCell(""), "–", Number{}},
		{"unknown number", optCell(value.Opt[int64]{}), "", Number{}},
	} {
		if tt.cell.Text != tt.text || tt.cell.Number != tt.number {
			t.Errorf("%s: %+v", tt.name, tt.cell)
		}
	}
}
