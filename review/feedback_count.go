package review

import (
	"slices"

	"rasoat/value"
)

// Register is a register of the program that counts for an indicator by itself.
type Register string

// The registers.
const (
	FeedbackInTime Register = "feedback_in_time" // petitions answered in time, of those due
	// answered in time and not called unsatisfactory, of those answered
	FeedbackSatisfied Register = "feedback_satisfied"
)

// FeedbackFigures counts the petitions of a month for an indicator: those due in the month up to today, or those
// answered in it. Those waiting, sent on or set aside count nowhere, nor do officials' own difficulties.
//
// Practice, not law: docs/decisions/0062.
func FeedbackFigures(r Register, all []Feedback, m value.Month, today value.Date) (n value.Ratio) {
	for _, f := range all {
		if f.Before || f.IsDifficulty() || f.State != FeedbackTaken && f.State != FeedbackAnswered {
			continue
		}
		switch {
		case r == FeedbackInTime && value.MonthOf(f.Due) == m && !f.Due.After(today):
			n.Whole++
			if f.InTime() {
				n.Part++
			}
		case r == FeedbackSatisfied && f.State == FeedbackAnswered && value.MonthOf(f.Answered) == m:
			n.Whole++
			if f.InTime() && f.Outcome != Unsatisfied {
				n.Part++
			}
		}
	}
	return n
}

// CountedBy is the register that counts for what the indicator measures that way, "" where none does.
func (ind Indicator) CountedBy(v Variant) Register {
	if v.ID == single {
		return ind.Register
	}
	return v.Register
}

// Registers lists the registers that may count for an indicator; which one does is data of the indicator.
var Registers = []Register{PostedInTime, FeedbackInTime, FeedbackSatisfied}

// KnownRegister reports whether a register is one of the program's, or none.
func KnownRegister(r Register) bool { return r == "" || slices.Contains(Registers, r) }
