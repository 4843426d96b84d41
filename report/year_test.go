package report

import (
	"testing"

	"rasoat/review"
	"rasoat/value"
)

// Plan 29/KH-UBND, II.1: what did not arise is a dash and never 0%; one person's sheet has neither units nor a total.
func TestYear_Sheet(t *testing.T) {
	done := review.Tally{Assigned: 4, Done: 3, OnTime: 1, Late: 1, Undated: 1, Returned: 2, Saved: -1500}
	nothing := review.Tally{Assigned: 1}
	in := Year{
		Plan:  review.Plan{Number: "29/KH-UBND", Year: 2024},
		Whole: true,
		Shown: func(o string) string { return o },
		Table: review.YearTable{AsOf: value.MustDate("2024-12-31"), Units: []review.YearUnit{
			{Unit: "Văn phòng", Tally: done, Officers: []review.YearOfficer{{Officer: "Lê Thị Lan", Tally: done}}},
			{Tally: nothing, Officers: []review.YearOfficer{{Tally: nothing}}}}, Total: review.Tally{Assigned: 5, Done: 3, OnTime: 1, Late: 1, Undated: 1, Returned: 2, Saved: -1500}},
	}
	table := in.Sheet().Annexes[0].Body[0].(Table)
	var got [][2]string
	for _, row := range append(table.Rows, table.Total) {
		got = append(got, [2]string{row[0].Text, row[6].Text})
	}
	want := [][2]string{{"Văn phòng", "50,00"}, {"Lê Thị Lan", "50,00"}, {"Chưa thuộc bộ phận nào", "–"}, {"Chưa phân công", "–"}, {"Tổng cộng", "50,00"}}
	if len(got) != len(want) {
		t.Fatalf("%v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("row %d: %v, want %v", i, got[i], want[i])
		}
	}
	if row := table.Rows[0]; !row[0].Bold || row[8].Text != "-1.500" || row[8].Number != (Number{Dong, "-1500"}) ||
		row[1].Number != (Number{Count, "4"}) {
		t.Errorf("%+v", row)
	}
	in.Whole, in.Table.Units = false, in.Table.Units[:1]
	if table := in.Sheet().Annexes[0].Body[0].(Table); len(table.Rows) != 1 || table.Total != nil {
		t.Errorf("one person's sheet: %+v", table)
	}
}
