package report

import (
	"testing"

	"rasoat/review"
	"rasoat/value"
)

// Plan 29/KH-UBND, II.1: what did not arise is a dash and never 0%; one person's sheet has neither units nor a total.
func TestYear_Document(t *testing.T) {
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
	table := in.Document().Annexes[0].Body[0].(Table)
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
	if table := in.Document().Annexes[0].Body[0].(Table); len(table.Rows) != 1 || table.Total != nil {
		t.Errorf("one person's sheet: %+v", table)
	}
}

// Plan 29/KH-UBND, II.1: indicators stand below the unit that has the lead, petitions below unit and person; the body
// says the totals of the annexes, and one person's report says nothing of the others.
func TestYear_Registers(t *testing.T) {
	part := review.IndicatorPart{Year: review.Score{Ratio: value.Ratio{Part: 9, Whole: 12}, Verdict: review.NotMet}}
	row := review.IndicatorRow{
		Indicator: review.Indicator{Name: "Hồ sơ trực tuyến", TargetText: "Tối thiểu 80", Target: value.Whole(80)},
		Parts:     []review.IndicatorPart{part},
		Year:      part.Year,
	}
	tally := review.PetitionTally{Received: 4, Answered: 2, InTime: 1, Late: 1, Forwarded: 1, Open: 1,
		Overdue: 1, Found: 1}
	in := Year{
		Plan:    review.Plan{Number: "29/KH-UBND", Year: 2024},
		Table:   review.YearTable{AsOf: value.MustDate("2024-12-31")},
		Whole:   true,
		Shown:   func(o string) string { return o },
		Verdict: func(v review.Verdict) string { return "<" + string(v) + ">" },
		Month:   value.MustMonth("2024-11"),
		Indicators: []review.LeadIndicators{{
			Unit: "Bộ phận một cửa",
			Rows: []review.LeadIndicator{{IndicatorRow: row, EnteredBy: []string{"Hoa", "Lan"}}},
		}},
		Petitions: review.PetitionYear{
			Units: []review.PetitionUnit{{
				Unit:          "Văn phòng",
				PetitionTally: tally,
				Officers:      []review.PetitionOfficer{{PetitionTally: tally}},
			}},
			Total: tally,
		},
	}
	d := in.Document()
	ind, pet := d.Annexes[1].Body[0].(Table), d.Annexes[2].Body[0].(Table)
	if got := ind.Rows[0][0].Text; got != "Bộ phận một cửa: đạt 0/1 chỉ tiêu" {
		t.Errorf("unit %q", got)
	}
	if got := ind.Rows[1]; got[2].Text != "75,00 (9/12)" || got[4].Text != "Hoa, Lan" || got[3].Text != "<not_met>" {
		t.Errorf("indicator %+v", got)
	}
	if len(pet.Rows) != 2 || pet.Rows[1][0].Text != "Chưa ghi người xử lý" || pet.Total[1].Text != "4" ||
		pet.Total[8].Text != "1" {
		t.Errorf("petitions %+v", pet)
	}
	var body []string
	for _, b := range d.Body {
		if b, is := b.(Bullet); is {
			body = append(body, Plain(b.Runs))
		}
	}
	if len(body) != 3 || body[1] != "Chỉ tiêu cụ thể: đạt 0/1 chỉ tiêu, lũy kế đến tháng 11/2024." ||
		body[2] != "Phản ánh, kiến nghị: đã nhận 04; đã trả lời 02, đúng hạn 01, quá hạn 01; chuyển cơ quan có "+
			"thẩm quyền 01; đang xử lý 01, trong đó quá hạn 01; kết luận đúng, đúng một phần 01 phản ánh về hành vi "+
			"hành chính." {
		t.Errorf("body %q", body)
	}
	in.Whole, in.Indicators, in.Petitions = false, nil, review.PetitionYear{}
	d = in.Document()
	if len(d.Body) != 2 || Plain(d.Annexes[2].Body[0].(Paragraph).Runs) !=
		"Trong năm không nhận được phản ánh, kiến nghị." {
		t.Errorf("nothing is known: %+v", d)
	}
}
