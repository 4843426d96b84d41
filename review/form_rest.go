package review

import (
	"fmt"
	"slices"

	"rasoat/catalog"
	"rasoat/value"
)

// RestAnswer records that somebody answered all questions left open as fulfilled, in one act: who, on which day and
// which questions, those of one paper with its name behind a stroke.
type RestAnswer struct {
	By        string     `json:"by"` // full name: it is printed
	On        value.Date `json:"on"`
	Questions []string   `json:"questions"`
}

// AnswerRest is a form whose open questions are all answered as fulfilled, by one act that it records: the good answer
// to each, "not applicable" where the procedure is known not to have the part. It refuses a form with nothing open.
//
// Practice, not law: docs/decisions/0143.
func AnswerRest(f Form, p catalog.Procedure, by string, on value.Date) (Form, error) {
	open := f.Unanswered()
	if len(open) == 0 {
		return f, value.Problems{{Field: "action", Code: "form.nothing_open"}}
	}
	act := RestAnswer{By: by, On: on}
	f = f.own()
	for _, q := range open {
		f.answer(q, q.fulfilled(p))
		act.Questions = append(act.Questions, f.name(q))
	}
	f.Rest = append(slices.Clip(f.Rest), act)
	return f, nil
}

// fulfilled is the answer that opens no measure.
func (q Question) fulfilled(p catalog.Procedure) AnswerValue {
	switch {
	case q.Optional && q.Part != "" && catalog.Holds(p, q.Part) == catalog.Absent:
		return NotApplicable
	case q.OpensOn == Yes:
		return No
	}
	return Yes
}

// CheckKept lists the procedures of a proposal that keeps everything whose review forms are not answered to the end:
// nothing is found good that was not looked at, whichever way the proposal was begun. Forms are those saved, by key.
//
// Practice, not law: docs/decisions/0143.
func CheckKept(p Proposal, forms map[catalog.Code]Form) value.Problems {
	var out value.Problems
	if p.Conclusion != Keep {
		return out
	}
	for i, m := range p.Members {
		f := forms[m.Procedure.Key()]
		if n := len(f.Unanswered()); n > 0 {
			out.Add(fmt.Sprintf("members[%d].procedure", i), "keep.form_open", string(m.Procedure), n)
		}
	}
	return out
}
