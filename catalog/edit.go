package catalog

import (
	"maps"

	"rasoat/value"
	"rasoat/viet"
)

// Edited is where each field comes from once a person has turned current into edited: what they changed they
// said, be it that a field is empty now, and no import takes it back; the rest keeps its source.
func Edited(current Procedure, origins Origins, edited Procedure) Origins {
	out := maps.Clone(origins)
	if out == nil {
		out = Origins{}
	}
	for _, f := range mergeFields {
		var before, after Procedure
		f.set(&before, &current)
		f.set(&after, &edited)
		if !Equal(before, after) {
			out[f.name] = FormatPerson
		}
	}
	return out
}

// Announce is a procedure once a decision has announced it: in force from the day that the decision names,
// announced until then. What was repealed before holds again. A number without its date proves nothing.
//
//	decision.number_missing decision.date_missing date.future validity.from_missing
func Announce(p Procedure, d Decision, from value.Date, today value.Date) (Procedure, error) {
	d.Number, d.By = viet.Clean(d.Number), viet.Clean(d.By)
	var ps value.Problems
	if d.Number == "" {
		ps.Add("decision.number", "decision.number_missing")
	}
	if d.Date.IsZero() {
		ps.Add("decision.date", "decision.date_missing")
	} else if d.Date.After(today) {
		ps.Add("decision.date", "date.future")
	}
	if from.IsZero() {
		ps.Add("validity.from", "validity.from_missing")
	}
	p.Decision, p.Validity, p.Status = d, Validity{From: from}, Announced
	if !from.After(today) {
		p.Status = InForce
	}
	return p, ps.Err()
}

// Repeal is a procedure once a decision has repealed it: it holds before the day, not on it. Where the day is
// still to come the procedure stays as it is, with its end written down.
//
//	decision.number_missing validity.until_missing dates.reversed
func Repeal(p Procedure, by string, from value.Date, today value.Date) (Procedure, error) {
	by = viet.Clean(by)
	var ps value.Problems
	if by == "" {
		ps.Add("validity.repealed_by", "decision.number_missing")
	}
	switch {
	case from.IsZero():
		ps.Add("validity.until", "validity.until_missing")
	case !p.Validity.From.IsZero() && from.Before(p.Validity.From):
		ps.Add("validity.until", "dates.reversed", p.Validity.From, from)
	}
	p.Validity.Until, p.Validity.RepealedBy = from, by
	if !from.After(today) {
		p.Status = Repealed
	}
	return p, ps.Err()
}

// OnDay is a procedure as its own dates make it on a day: what was announced is in force from its first day on, and
// repealed from the day on which it ends (from ≤ day < until). Drafts and typical procedures wait for a decision.
func OnDay(p Procedure, day value.Date) Procedure {
	v := p.Validity
	if p.Status == Announced && !v.From.IsZero() && !v.From.After(day) {
		p.Status = InForce
	}
	if (p.Status == Announced || p.Status == InForce) && !v.Until.IsZero() && !v.Until.After(day) &&
		v.RepealedBy != "" {
		p.Status = Repealed
	}
	return p
}

// Retyped is what a person typed over a procedure on a form: where the form reads base as it reads what was typed,
// base stands to the letter, so that a form which tidies blanks makes no changes of its own.
func Retyped(base, read, typed Procedure) Procedure {
	for _, f := range mergeFields {
		var before, after Procedure
		f.set(&before, &read)
		f.set(&after, &typed)
		if Equal(before, after) {
			f.set(&typed, &base)
		}
	}
	return typed
}
