package review

import (
	"fmt"

	"rasoat/value"
)

// gaps are the problems of a form that only mean that its writer is not done: an answer that is not complete may be
// saved as a draft, so that nothing typed is ever lost.
var gaps = map[string]bool{
	"reason.missing":        true,
	"goal.missing":          true,
	"participant.missing":   true,
	"participation.missing": true,
}

// FormGaps lists what a form still has to tell: bad answers, changed goals and goals not reached without their
// reason, goals without words, participants without name or way. It keeps no draft from being saved.
//
// Practice, not law: docs/decisions/0027.
func FormGaps(f Form) value.Problems { return sift(f, true) }

// FormFaults lists what no form may hold, not even a draft: answers and questions that do not exist, a part
// that always exists called not applicable.
//
// Practice, not law: docs/decisions/0027.
func FormFaults(f Form) value.Problems { return sift(f, false) }

func sift(f Form, gap bool) value.Problems {
	var out value.Problems
	for _, p := range CheckForm(f) {
		if gaps[p.Code] == gap {
			out = append(out, p)
		}
	}
	return out
}

// FormKept says what keeps a person from writing the form of a procedure on a day, nil where nothing does. What
// has left the list is not reviewed any more. The review that was handed in froze its form until it comes back;
// one's own line of the list is one's own to write, a line without an officer is anybody's, and whoever assigns
// may write every form. State is that of the procedure's main proposal, empty without one.
//
// Practice, not law: docs/decisions/0027.
func FormKept(item ListItem, on value.Date, state State, by string, assigns bool) error {
	switch {
	case !item.ListedOn(on):
		return value.Problems{{Field: "action", Code: "procedure.left_list", Args: []any{string(item.Code)}}}
	case IsReviewed(state):
		return value.Problems{{Field: "action", Code: "form.frozen", Args: []any{state}}}
	case item.Officer != "" && item.Officer != by && !assigns:
		return fmt.Errorf("%w: %w", value.ErrForbidden, value.Problems{{
			Field: "action",
			Code:  "form.of_another",
			Args:  []any{item.Officer},
		}})
	}
	return nil
}

// CheckConclusion lists what keeps a form from being concluded: what it still has to tell, no conclusion or one
// that does not exist, and for "keep" a question left open, for nothing is found good that was not looked at.
//
// Practice, not law: docs/decisions/0027.
func CheckConclusion(f Form, c Conclusion) value.Problems {
	out := FormGaps(f)
	out = append(out, Proposal{Conclusion: c, Members: []Member{{}}}.checkHead()...)
	if n := len(f.Unanswered()); c == Keep && n > 0 {
		out.Add("conclusion", "keep.unanswered", n)
	}
	return out
}
