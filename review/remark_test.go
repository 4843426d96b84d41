package review_test

import (
	"slices"
	"testing"

	"rasoat/review"
	"rasoat/value"
)

// Who answers and who settles: the author of the proposal is hoa, the office is lan, the chairman tuan.
func TestRemark(t *testing.T) {
	day := value.MustDate("2024-07-15")
	asked := review.Remark{Text: "Vì sao 6 lần?", Asked: review.Signed{By: "lan", On: day}}
	byAuthor := review.Remark{Text: "Dùng số nào?", Asked: review.Signed{By: "hoa", On: day}}
	settled := asked
	settled.Settled = review.Signed{By: "lan", On: day}
	answer := func(r review.Remark, by, text string) error {
		_, err := review.AnswerRemark(r, by, text, day)
		return err
	}
	settle := func(r review.Remark, by string) error {
		_, err := review.SettleRemark(r, "hoa", by, day)
		return err
	}
	for _, tt := range []struct {
		situation string
		err       error
		code      string
	}{
		{"the author answers", answer(asked, "hoa", "Theo sổ"), ""},
		{"nothing is said", answer(asked, "hoa", " "), "remark.text_missing"},
		{"one's own question", answer(asked, "lan", "Theo sổ"), "remark.own"},
		{"what is settled", answer(settled, "hoa", "Theo sổ"), "remark.settled"},
		{"who asked settles", settle(asked, "lan"), ""},
		{"another who judges settles", settle(asked, "tuan"), ""},
		{"the author does not settle what was asked of them", settle(asked, "hoa"), "remark.of_another"},
		{"the author settles their own question", settle(byAuthor, "hoa"), ""},
		{"nobody else does", settle(byAuthor, "lan"), "remark.of_another"},
		{"twice", settle(settled, "lan"), "remark.settled"},
	} {
		if got := codes(tt.err); got != tt.code {
			t.Errorf("%s: %v, want %q", tt.situation, tt.err, tt.code)
		}
	}
	p := review.Proposal{Measures: make([]review.Measure, 2)}
	for i, place := range []string{"measures[0]", "measures[1]"} {
		if n, named := review.MeasureAt(place); !named || n != i || !slices.Contains(p.PlacesOf(), place) {
			t.Errorf("%s: %d %v", place, n, named)
		}
	}
	if slices.Contains(p.PlacesOf(), "measures[2]") {
		t.Error("a measure that is not there")
	}
}
