package review

import (
	"slices"
	"strings"

	"rasoat/value"
)

// Correction is what number and day of a paper were before they were put right, and why.
type Correction struct {
	Was    DecisionRef `json:"was"`
	Reason string      `json:"reason"`
	By     string      `json:"by"` // user name
	On     value.Date  `json:"on"`
}

// check lists what a correction of a paper of the commune lacks: number, day, reason, and something to put right.
func (c Correction) check(is DecisionRef) value.Problems {
	out := is.checkOwn(c.On)
	if strings.TrimSpace(c.Reason) == "" {
		out.Add("reason", "reason.missing")
	}
	if is.Number == c.Was.Number && is.Date == c.Was.Date {
		out.Add("number", "decision.same")
	}
	return out
}

// CorrectRestructuring puts right number and day of the decision that approved the review of an online service. What
// was reached by it was reached on the day that is right now; what was recorded before stays beside it.
//
//	action.not_decided reason.missing decision.same decision.number_missing paper.number decision.date_missing
//	date.future
//
// Practice, not law: docs/decisions/0160.
func CorrectRestructuring(r Restructuring, is DecisionRef, why Correction) (Restructuring, error) {
	if r.Decision.Number == "" {
		return r, value.Problems{{Field: "action", Code: "action.not_decided"}}
	}
	is.Number, is.File, why.Was = strings.TrimSpace(is.Number), r.Decision.File, r.Decision
	if err := why.check(is).Err(); err != nil {
		return r, err
	}
	if r.State == Approved {
		r.Decided = is.Date
	}
	r.Past = approvedOn(r.Past, r.Decision.Date, is.Date)
	r.Decision, r.Corrected = is, append(slices.Clip(r.Corrected), why)
	return r, nil
}

// CorrectAdditions puts right number and day under which a request for additions went out; its target counts from the
// right day. It went out before the decision that answered it.
//
//	additions.not_issued additions.after_answer reason.missing decision.same decision.number_missing paper.number
//	decision.date_missing date.future
//
// Practice, not law: docs/decisions/0160.
func CorrectAdditions(r AdditionRequest, is DecisionRef, why Correction) (AdditionRequest, error) {
	if !r.IsIssued() {
		return r, value.Problems{{Field: "action", Code: "additions.not_issued"}}
	}
	is.Number, why.Was = strings.TrimSpace(is.Number), DecisionRef{Number: r.Number, Date: r.Date}
	out := why.check(is)
	if r.IsAnnounced() && is.Date.After(r.Announced.Date) {
		out.Add("date", "additions.after_answer", r.Announced.Number, r.Announced.Date)
	}
	if err := out.Err(); err != nil {
		return r, err
	}
	r.Number, r.Date, r.Corrected = is.Number, is.Date, append(slices.Clip(r.Corrected), why)
	return r, nil
}

// approvedOn is the states of before, with the one that was reached by a decision under the decision's right day.
func approvedOn(past []Reached, was, is value.Date) []Reached {
	out := slices.Clone(past)
	for i, x := range out {
		if x.State == Approved && x.On == was {
			out[i].On = is
		}
	}
	return out
}
