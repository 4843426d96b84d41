package review

import (
	"strings"

	"rasoat/value"
)

// Step is one step of a proposal along its path.
type Step struct {
	Action   Action
	By       string      // user name
	On       value.Date  // today
	Dated    value.Date  // day of the paper that says so (answer, decision putting it into force); zero: On
	Note     string      // reason of a return, addressee of a request upward, answer of the superior
	Decision DecisionRef // of an approval
}

// Act takes a proposal one step further, or says everything that stands in the way: the path and four eyes
// (see Next), and what the step has to tell. A state is reached on the day of its paper, so that a
// decision signed on the last day counts from that day however late it is entered; when it was entered stands
// in the audit trail.
//
// Practice, not law: docs/decisions/0024.
func Act(p Proposal, s Step) (Proposal, error) {
	next, err := s.from(p.State, p.actor(s.By))
	if err != nil {
		return p, err
	}
	p.Past = reachedBefore(p.Past, Reached{p.State, p.Decided})
	p.State, p.Note, p.Decided = next, strings.TrimSpace(s.Note), s.reached()
	switch s.Action {
	case ActionApprove:
		p.Decision = s.Decision
		p.Decision.Number = strings.TrimSpace(s.Decision.Number)
	case ActionReopen:
		p = Thaw(p)
		p.Decision = DecisionRef{} // what is rewritten is no longer what was decided
	}
	return p, nil
}

// from is the state that the step leads to from a state, or everything that stands in the way.
func (s Step) from(state State, by Actor) (State, error) {
	next, err := Next(state, s.Action, by)
	if err != nil {
		return "", err
	}
	return next, s.check().Err()
}

// reached is the day on which the step's state was reached.
func (s Step) reached() value.Date {
	switch {
	case s.Action == ActionApprove:
		return s.Decision.Date
	case !s.Dated.IsZero():
		return s.Dated
	}
	return s.On
}

// check lists what the step leaves untold.
func (s Step) check() value.Problems {
	var p value.Problems
	if s.On.IsZero() {
		p.Add("on", "on.missing")
	}
	if s.Action == ActionApprove {
		p = append(p, s.Decision.checkOwn(s.On).Under("decision")...)
	}
	if s.Dated.After(s.On) {
		p.Add("dated", "date.future", s.On)
	}
	if code := s.noteCode(); code != "" && strings.TrimSpace(s.Note) == "" {
		p.Add("note", code)
	}
	return p
}

// noteCode is the problem of an empty note, "" where the step needs none.
func (s Step) noteCode() string {
	switch s.Action {
	case ActionReturn:
		return "reason.missing"
	case ActionForward:
		return "addressee.missing"
	case ActionAccept, ActionRefuse:
		return "answer.missing"
	}
	return ""
}

// check lists what a decision lacks: one is approved by a decision with a number and a date, which does not lie after
// the day on which it is entered.
//
// Plan 29/KH-UBND, III.1(b).
func (d DecisionRef) check(on value.Date) value.Problems {
	var p value.Problems
	if strings.TrimSpace(d.Number) == "" {
		p.Add("number", "decision.number_missing")
	}
	switch {
	case d.Date.IsZero():
		p.Add("date", "decision.date_missing")
	case d.Date.After(on):
		p.Add("date", "date.future", on)
	}
	return p
}

// checkOwn lists what a paper of the commune lacks: its number also has to be one (see PaperNumber).
func (d DecisionRef) checkOwn(on value.Date) value.Problems {
	p := d.check(on)
	if strings.TrimSpace(d.Number) != "" {
		_, wrong := ParsePaperNumber(d.Number)
		p = append(p, wrong...)
	}
	return p
}

// CorrectDecision puts right the number, date or scan of the decision that approved a proposal, with the reason. What
// was reached by it was reached on the day that is right now; nothing else of the proposal moves.
//
//	action.not_decided reason.missing decision.number_missing paper.number decision.date_missing date.future
//
// Practice, not law: docs/decisions/0024.
func CorrectDecision(p Proposal, d DecisionRef, reason string, today value.Date) (Proposal, error) {
	out := d.checkOwn(today)
	if strings.TrimSpace(reason) == "" {
		out.Add("reason", "reason.missing")
	}
	if p.Decision.Number == "" {
		out = value.Problems{{Field: "action", Code: "action.not_decided"}}
	}
	if err := out.Err(); err != nil {
		return p, err
	}
	if p.State == Approved {
		p.Decided = d.Date
	}
	p.Past = approvedOn(p.Past, p.Decision.Date, d.Date)
	d.Number = strings.TrimSpace(d.Number)
	if d.File == "" {
		d.File = p.Decision.File
	}
	p.Decision = d
	return p, nil
}
