package review

import (
	"rasoat/catalog"
	"rasoat/value"
)

// Return is what becomes of a procedure once the last day of a decision is past.
type Return struct {
	Touch  int // of the decision's touches
	Code   catalog.Code
	Was    int               // the version that stood before the decision
	Before catalog.Procedure // as it stands now
	After  catalog.Procedure
	Kept   bool // another decision changed it meanwhile: it stays as it is, for a person to look at
}

// Changes reports whether the catalogue says something else afterwards.
func (r Return) Changes() bool { return !r.Kept && !catalog.Equal(r.Before, r.After) }

// Returns lists what comes back of the procedures of a decision that is applied until a day (áp dụng đến ngày), on a
// day after it; the day itself still has them as the decision made them. What was in force before is so again, with the
// contents of that time and what the commune itself says of it; what the decision brought in ends. Now are the
// procedures by key, then the versions that stood before. Nothing comes back twice.
//
// Practice, not law: docs/decisions/0161.
func Returns(
	a Announcement, now map[catalog.Code]catalog.Procedure, then map[ProcedureVersion]catalog.Procedure,
	today value.Date,
) (out []Return, err error) {
	if !a.IsTemporary() || !today.After(a.To) {
		return nil, nil
	}
	for i, t := range a.Touches {
		for _, of := range []ProcedureVersion{{t.Procedure.Key(), t.Was}, {t.By.Key(), t.ByWas}} {
			cur, known := now[of.Code]
			was, stood := then[of]
			if of.Number == 0 || !known || !stood {
				continue
			}
			r := Return{Touch: i, Code: of.Code, Was: of.Number, Before: cur, After: cur}
			switch {
			case cur.Decision != a.Decision() && cur.Validity.RepealedBy != a.Number:
				r.Kept = true
			case was.Status == catalog.InForce || was.Status == catalog.Announced || was.Status == catalog.Repealed:
				r.After = catalog.OnDay(was, today)
				r.After.Ours, r.After.AlsoKnown = cur.Ours, cur.AlsoKnown
			default: // it was a draft before
				if r.After, err = catalog.Repeal(cur, a.Number, a.To.Add(1), today); err != nil {
					return nil, err
				}
			}
			out = append(out, r)
		}
	}
	return out, nil
}
