package review_test

import (
	"testing"

	"rasoat/review"
	"rasoat/value"
)

// corrections are what may be wrong with a correction of a paper of 10/7/2024, as on 15/7/2024.
var corrections = []struct{ name, number, day, reason, want string }{
	{"another number", "61", "2024-07-10", "Gõ nhầm", ""},
	{"another day", "60", "2024-07-09", "Gõ nhầm", ""},
	{"as it was", "60", "2024-07-10", "Gõ nhầm", "decision.same"},
	{"without a reason", "61", "2024-07-10", " ", "reason.missing"},
	{"ahead", "61", "2024-07-16", "Gõ nhầm", "date.future"},
	{"no number", "sáu mốt", "2024-07-10", "Gõ nhầm", "paper.number"},
}

func ref(number, on string) review.DecisionRef {
	return review.DecisionRef{Number: number, Date: value.MustDate(on)}
}

func correctionOf(reason string) review.Correction {
	return review.Correction{Reason: reason, By: "lan", On: value.MustDate("2024-07-15")}
}

// Practice, not law: docs/decisions/0160: what was reached by a decision was reached on its right day, also where the
// review of the service has gone on since.
func TestCorrectRestructuring(t *testing.T) {
	was := ref("60/QĐ-UBND", "2024-07-10")
	approved := review.Reached{State: review.Approved, On: was.Date}
	on := map[string]review.Restructuring{
		"approved": {Decision: was, State: review.Approved, Decided: was.Date},
		"in force": {Decision: was, State: review.InForce, Decided: value.MustDate("2024-07-12"),
			Past: []review.Reached{{State: review.Submitted, On: value.MustDate("2024-07-01")}, approved}},
	}
	for state, r := range on {
		for _, tt := range corrections {
			is := ref(tt.number+"/QĐ-UBND", tt.day)
			got, err := review.CorrectRestructuring(r, is, correctionOf(tt.reason))
			if codes(err) != tt.want {
				t.Errorf("%s, %s: %v, want %q", state, tt.name, err, tt.want)
			}
			if err != nil {
				continue
			}
			if got.Decision != is || got.StateOn(is.Date) != review.Approved || len(got.Corrected) != 1 ||
				got.Corrected[0].Was != was || r.StateOn(was.Date) != review.Approved {
				t.Errorf("%s, %s: %+v", state, tt.name, got)
			}
		}
	}
	_, err := review.CorrectRestructuring(review.Restructuring{}, was, correctionOf("Gõ nhầm"))
	if codes(err) != "action.not_decided" {
		t.Errorf("without a decision: %v", err)
	}
}

// Practice, not law: docs/decisions/0160: a request went out before it was answered.
func TestCorrectAdditions(t *testing.T) {
	r := review.AdditionRequest{Number: "60/TTr-UBND", Date: value.MustDate("2024-07-10")}
	for _, tt := range corrections {
		is := ref(tt.number+"/TTr-UBND", tt.day)
		got, err := review.CorrectAdditions(r, is, correctionOf(tt.reason))
		if codes(err) != tt.want {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
		if err == nil && (got.Number != is.Number || got.Date != is.Date || got.Corrected[0].Was.Number != r.Number) {
			t.Errorf("%s: %+v", tt.name, got)
		}
	}
	r.Announced = ref("900/QĐ-UBND", "2024-07-12")
	_, err := review.CorrectAdditions(r, ref("60/TTr-UBND", "2024-07-13"), correctionOf("Gõ nhầm"))
	if codes(err) != "additions.after_answer" {
		t.Errorf("after its answer: %v", err)
	}
	_, err = review.CorrectAdditions(review.AdditionRequest{}, ref("60/TTr-UBND", "2024-07-10"),
		correctionOf("Gõ nhầm"))
	if codes(err) != "additions.not_issued" {
		t.Errorf("before it went out: %v", err)
	}
}
