package review

import (
	"fmt"
	"slices"

	"rasoat/catalog"
	"rasoat/review/cost"
	"rasoat/value"
)

// Standing is where one procedure of a campaign's list stands on a day: its own review, if there is one,
// and what complying costs before and after it. Every figure of a campaign is added up from these.
type Standing struct {
	Item   ListItem
	Review *Proposal // nil: not yet reviewed
	Member *Member   // the procedure within Review; nil as Review is
	State  State     // of Review on that day; empty without one
	Before value.Opt[value.Money]
	After  value.Opt[value.Money]
}

// Saving is before − after, 0 where one of the two is not costed. It is negative where the cost rises.
func (s Standing) Saving() value.Money {
	before, costed := s.Before.Get()
	after, priced := s.After.Get()
	if !costed || !priced {
		return 0
	}
	return before - after
}

// DecidedBy is the decision by which the proposal is in a state: that of the commune which approved it, and under which
// it was put in force. What was sent upward afterwards stands where it does by an answer, not by that decision.
func (p Proposal) DecidedBy(s State) (DecisionRef, bool) {
	accepted := slices.ContainsFunc(p.Past, func(r Reached) bool { return r.State == Accepted })
	if p.Decision.Number == "" || s != Approved && (s != InForce || accepted) {
		return DecisionRef{}, false
	}
	return p.Decision, true
}

// Standings tells for each procedure of a campaign's list of the given day where it stands then. Proposals are
// those of the same plan and campaign; alternatives are left out, and a procedure that is listed twice
// stands once. The order is that of the list. The error is that of a table that cannot be priced.
func Standings(list []ListItem, proposals []Proposal, on value.Date) ([]Standing, error) {
	own := ownReviews(proposals, on)
	seen := make(map[catalog.Code]bool, len(list))
	out := make([]Standing, 0, len(list))
	for _, item := range list {
		key := item.Code.Key()
		if seen[key] || !item.ListedOn(on) {
			continue
		}
		seen[key] = true
		s, err := standingOf(item, own[key], on)
		if err != nil {
			return nil, fmt.Errorf("procedure %s: %w", item.Code, err)
		}
		out = append(out, s)
	}
	return out, nil
}

// reviewOf is a proposal with the one of its members that is looked at.
type reviewOf struct {
	proposal *Proposal
	member   *Member
}

func standingOf(item ListItem, r reviewOf, on value.Date) (Standing, error) {
	s := Standing{Item: item, Review: r.proposal, Member: r.member}
	if r.proposal == nil {
		return s, nil
	}
	s.State = r.proposal.StateOn(on)
	var err error
	if s.Before, err = priceOf(r.member.Before); err != nil {
		return s, fmt.Errorf("before: %w", err)
	}
	s.After, err = SideAfter(r.proposal.Conclusion, r.member.Before, r.member.After)
	if err != nil {
		return s, fmt.Errorf("after: %w", err)
	}
	return s, nil
}

// ownReviews finds for each procedure the review that speaks for it. The store keeps one per campaign;
// should there be more, the one that got furthest speaks, then the older one, so that no procedure is
// ever counted twice and the order of the proposals means nothing.
func ownReviews(proposals []Proposal, on value.Date) map[catalog.Code]reviewOf {
	own := make(map[catalog.Code]reviewOf, len(proposals))
	for i := range proposals {
		p := &proposals[i]
		if p.Alternative {
			continue
		}
		for j := range p.Members {
			key := p.Members[j].Procedure.Key()
			if old, taken := own[key]; !taken || speaksBefore(p, old.proposal, on) {
				own[key] = reviewOf{p, &p.Members[j]}
			}
		}
	}
	return own
}

func speaksBefore(p, old *Proposal, on value.Date) bool {
	a, b := reach(p.StateOn(on)), reach(old.StateOn(on))
	if a != b {
		return a > b
	}
	return p.ID < old.ID
}

func reach(s State) int {
	switch {
	case Granted.Has(s):
		return 3
	case Proposed.Has(s):
		return 2
	case IsReviewed(s):
		return 1
	}
	return 0
}

// StateOn is the state of the proposal at the end of a day: the last that it had reached by then. Before the first it
// counts as a draft; a state without a day holds on every date.
func (p Proposal) StateOn(on value.Date) State {
	return stateOn(Reached{p.State, p.Decided}, p.Past, on)
}

func stateOn(now Reached, past []Reached, on value.Date) State {
	for _, r := range slices.Backward(append(slices.Clip(past), now)) {
		if !on.Before(r.On) {
			return r.State
		}
	}
	return Draft
}

// reachedBefore is the past of something that leaves a state. A draft without a day has no past.
func reachedBefore(past []Reached, left Reached) []Reached {
	if left == (Reached{State: Draft}) {
		return past
	}
	return append(slices.Clip(past), left)
}

// SideAfter is the annual cost after the review, unknown where it is not costed. Without an after table
// (nil) it is zero for "abolish" and the same as before for "keep"; an empty one is zero for "abolish" and
// otherwise as if missing. Zero and "as before" need no table, but "as before" needs a before.
//
// Practice, not law: docs/decisions/0023.
func SideAfter(c Conclusion, before, after *[]cost.Row) (value.Opt[value.Money], error) {
	if hasRows(after) {
		return priceOf(after)
	}
	switch c {
	case Abolish:
		return value.Known(value.Money(0)), nil
	case Keep:
		return priceOf(before)
	}
	return value.Opt[value.Money]{}, nil
}

// CostBefore is what complying with the procedure costs in a year as it stands, unknown where it is not costed.
func (m Member) CostBefore() (value.Opt[value.Money], error) { return priceOf(m.Before) }

// priceOf is the annual total of a table, unknown where there is no table or it has no rows.
func priceOf(rows *[]cost.Row) (value.Opt[value.Money], error) {
	if !hasRows(rows) {
		return value.Opt[value.Money]{}, nil
	}
	side, err := cost.Total(*rows)
	if err != nil {
		return value.Opt[value.Money]{}, err
	}
	return value.Known(side.AnnualTotal), nil
}

func hasRows(rows *[]cost.Row) bool { return rows != nil && len(*rows) > 0 }

// KeepsCost reports whether a review that concludes "keep" leaves the cost alone: its after table is missing,
// empty or has the rows of the before table, in whatever order.
func KeepsCost(before, after *[]cost.Row) bool {
	if !hasRows(after) {
		return true
	}
	if before == nil || len(*before) != len(*after) {
		return false
	}
	left := map[cost.Row]int{}
	for _, row := range *before {
		left[row]++
	}
	for _, row := range *after {
		if left[row] == 0 {
			return false
		}
		left[row]--
	}
	return true
}
