package report

import (
	"rasoat/review"
	"rasoat/viet"
)

// following opens a document by naming the plan that it follows: "Thực hiện Kế hoạch số 29/KH-UBND ngày 13 tháng 3 năm
// 2024 của … về …, ". Who issued the plan is a hole where it is not known: no other commune is named by accident.
//
// Decree 30/2020/NĐ-CP, appendix I.
func following(p review.Plan) []Run {
	text := "Thực hiện Kế hoạch số " + p.Number
	if !p.Date.IsZero() {
		text += " " + viet.LongDate(p.Date)
	}
	return []Run{{Text: text + " của "}, orHole(p.Issuer, "cơ quan ban hành kế hoạch"),
		{Text: " về " + viet.LowerFirst(p.Title) + ", "}}
}
