package review

import (
	"rasoat/catalog"
	"rasoat/value"
)

// Effect is what a decision makes of one procedure on a day.
type Effect struct {
	Touch  Touch
	Code   catalog.Code // key of the procedure: the touched one, or the one that replaces it
	Before catalog.Procedure
	After  catalog.Procedure
	Waits  bool // until the decision holds: nothing is written before
}

// Changes reports whether the catalogue says something else afterwards.
func (e Effect) Changes() bool { return !catalog.Equal(e.Before, e.After) }

// Effects lists what a decision makes of its procedures on a day, in the order of the decision; what replaces a
// procedure comes behind it. A procedure that is in force stays as it is until the day from which an amendment holds;
// a new one is announced at once and in force from that day on; one that ends has its last day written down at once.
// Procedures are those of the catalogue by key.
//
//	procedure.unknown announcement.not_announced announcement.repealed and the codes of catalog.Announce and Repeal
func Effects(a Announcement, procedures map[catalog.Code]catalog.Procedure, today value.Date) ([]Effect, error) {
	var out []Effect
	var problems value.Problems
	for _, t := range a.Touches {
		if !t.Applied.IsZero() {
			continue
		}
		before, known := procedures[t.Procedure.Key()]
		if !known {
			problems.Add(string(t.Kind), "procedure.unknown", string(t.Procedure))
			continue
		}
		if code := misfit(t.Kind, before.Status); code != "" {
			problems.Add(string(t.Kind), code, string(t.Procedure))
			continue
		}
		e := Effect{Touch: t, Code: t.Procedure.Key(), Before: before}
		var err error
		if t.Kind == TouchRepeal || t.Kind == TouchReplace {
			e.After, err = end(a, before, today)
		} else {
			e, err = begin(a, e, today)
		}
		problems = append(problems, touchProblems(t, err)...)
		out = append(out, e)
		if t.Kind != TouchReplace {
			continue
		}
		successor, known := procedures[t.By.Key()]
		if !known {
			problems.Add(string(t.Kind), "procedure.unknown", string(t.By))
			continue
		}
		next, err := begin(a, Effect{Touch: t, Code: t.By.Key(), Before: successor}, today)
		problems = append(problems, touchProblems(t, err)...)
		out = append(out, next)
	}
	return out, problems.Err()
}

// begin lets a procedure hold by the decision.
func begin(a Announcement, e Effect, today value.Date) (Effect, error) {
	if e.Before.Status == catalog.InForce && a.From.After(today) {
		e.After, e.Waits = e.Before, e.Before.Decision != a.Decision()
		return e, nil
	}
	after, err := catalog.Announce(e.Before, a.Decision(), a.From, today)
	if e.Before.Status == catalog.InForce {
		after.Validity.Until, after.Validity.RepealedBy = e.Before.Validity.Until, e.Before.Validity.RepealedBy
	}
	e.After = after
	return e, err
}

// end lets a procedure end by the decision; one that has ended stays as it ended.
func end(a Announcement, before catalog.Procedure, today value.Date) (catalog.Procedure, error) {
	if before.Status == catalog.Repealed {
		return before, nil
	}
	return catalog.Repeal(before, a.Number, a.From, today)
}

// touchProblems is what is wrong with one touched procedure, at the field of its kind.
func touchProblems(t Touch, err error) (out value.Problems) {
	problems, _ := err.(value.Problems) // the two rules of catalog give nothing else
	for _, p := range problems {
		if p.Code == "dates.reversed" { // it begins later than the decision ends it
			p.Code, p.Args = "announcement.reversed", []any{string(t.Procedure)}
		}
		out.Add(string(t.Kind), p.Code, p.Args...)
	}
	return out
}
