package review

import (
	"fmt"
	"slices"
	"strings"

	"rasoat/catalog"
	"rasoat/value"
)

// ListChange is how one procedure entered or left a list that was frozen already: by a recorded decision, from whose
// day on it counts. What was frozen stays on record.
type ListChange struct {
	Leaves   bool        `json:"leaves,omitempty"` // else it enters
	Decision DecisionRef `json:"decision"`
	Reason   string      `json:"reason"`
	By       string      `json:"by"` // user name of who recorded it

	Corrected []Correction `json:"corrected,omitempty"` // how number and day were put right, oldest first
}

// WasFrozen reports whether the procedure stood on the list when it was frozen.
func (x ListItem) WasFrozen() bool { return len(x.Changes) == 0 || x.Changes[0].Leaves }

// ListedOn reports whether the procedure belongs to the list on a day: as the last decision by then says, as frozen
// before the first.
//
// Practice, not law: docs/decisions/0142.
func (x ListItem) ListedOn(on value.Date) bool {
	listed := x.WasFrozen()
	for _, c := range x.Changes {
		if !on.Before(c.Decision.Date) {
			listed = !c.Leaves
		}
	}
	return listed
}

// ListOn is the list as it stands on a day.
//
// Practice, not law: docs/decisions/0142.
func ListOn(items []ListItem, on value.Date) []ListItem {
	return slices.DeleteFunc(slices.Clone(items), func(x ListItem) bool { return !x.ListedOn(on) })
}

// FrozenList is the list as it was frozen, whatever was decided since.
func FrozenList(items []ListItem) []ListItem {
	var out []ListItem
	for _, x := range items {
		if x.WasFrozen() {
			x.Changes = nil
			out = append(out, x)
		}
	}
	return out
}

// HasChanged reports whether the list of a day differs from the one that was frozen.
func HasChanged(items []ListItem, on value.Date) bool {
	return slices.ContainsFunc(items, func(x ListItem) bool { return x.ListedOn(on) != x.WasFrozen() })
}

// ChangeOrder is what somebody asks to have recorded: procedures that enter a frozen list and such that leave
// it, by one decision.
type ChangeOrder struct {
	Number   string // of the decision
	Date     value.Date
	Reason   string
	By       string
	Entering []Candidate
	Leaving  []catalog.Code
}

// ChangeList is the lines of a frozen list that change by an order. It refuses an order without reason, number
// or day, a day to come, a decision older than the last that moved the same procedure, what may not enter, what
// enters twice or leaves without being there, and an order that leaves nothing on the list.
//
// Practice, not law: docs/decisions/0142.
func ChangeList(s Scope, items []ListItem, o ChangeOrder, today value.Date) ([]ListItem, error) {
	at := make(map[catalog.Code]ListItem, len(items))
	for _, x := range items {
		at[x.Code.Key()] = x
	}
	changed := map[catalog.Code]bool{}
	out := o.check(today)
	var lines []ListItem
	move := func(place string, item ListItem, leaves bool) {
		key := item.Code.Key()
		stands, known := at[key]
		if known {
			item = stands
		}
		out = append(out, o.checkMove(item, leaves, known && item.ListedOn(today)).Under(place)...)
		if changed[key] {
			out.Add(place+".code", "procedure.twice", string(item.Code))
		}
		changed[key] = true
		item.Changes = append(slices.Clip(item.Changes), o.change(leaves))
		lines = append(lines, item)
	}
	for i, x := range o.Entering {
		place := fmt.Sprintf("entering[%d]", i)
		if code := Ineligible(x.Procedure, s); code != "" {
			out.Add(place+".code", code, string(x.Procedure.Code))
		}
		move(place, x.item(), false)
	}
	for i, code := range o.Leaving {
		move(fmt.Sprintf("leaving[%d]", i), ListItem{Code: code}, true)
	}
	if n := len(ListOn(items, today)) + len(o.Entering) - len(o.Leaving); len(out) == 0 && n == 0 {
		out.Add("procedures", "list.empty")
	}
	return lines, out.Err()
}

// CorrectListChange is the lines of a list that were moved by a decision, under its right number and day. It refuses a
// correction without number, day or reason, a day to come, one that changes nothing, a decision that moved nothing, and
// a day that does not stand between those of the decisions that moved the same procedure before and after.
//
// Practice, not law: docs/decisions/0142.
func CorrectListChange(items []ListItem, was, is DecisionRef, why Correction) ([]ListItem, error) {
	is.Number, why.Reason, why.Was = strings.TrimSpace(is.Number), strings.TrimSpace(why.Reason), was
	order := ChangeOrder{Number: is.Number, Date: is.Date, Reason: why.Reason, Leaving: []catalog.Code{""}}
	out := order.check(why.On)
	if is == was {
		out.Add("number", "decision.same")
	}
	var lines []ListItem
	for _, x := range items {
		i := slices.IndexFunc(x.Changes, func(c ListChange) bool { return c.Decision == was })
		if i < 0 {
			continue
		}
		if i > 0 && is.Date.Before(x.Changes[i-1].Decision.Date) {
			out.Add("date", "decision.before_last", string(x.Code), x.Changes[i-1].Decision.Date)
		}
		if i < len(x.Changes)-1 && is.Date.After(x.Changes[i+1].Decision.Date) {
			out.Add("date", "decision.after_next", string(x.Code), x.Changes[i+1].Decision.Date)
		}
		x.Changes = slices.Clone(x.Changes)
		x.Changes[i].Decision = is
		x.Changes[i].Corrected = append(slices.Clip(x.Changes[i].Corrected), why)
		lines = append(lines, x)
	}
	if len(lines) == 0 {
		return nil, value.ErrNotFound
	}
	return lines, out.Err()
}

// change is what the order records of one procedure.
func (o ChangeOrder) change(leaves bool) ListChange {
	return ListChange{
		Leaves:   leaves,
		Decision: DecisionRef{Number: strings.TrimSpace(o.Number), Date: o.Date},
		Reason:   strings.TrimSpace(o.Reason),
		By:       o.By,
	}
}

// check lists what is missing or wrong in an order, its procedures apart.
func (o ChangeOrder) check(today value.Date) value.Problems {
	var out value.Problems
	if len(o.Entering)+len(o.Leaving) == 0 {
		out.Add("procedures", "procedures.missing")
	}
	if strings.TrimSpace(o.Reason) == "" {
		out.Add("reason", "reason.missing")
	}
	if strings.TrimSpace(o.Number) == "" {
		out.Add("number", "decision.number_missing")
	}
	switch {
	case o.Date.IsZero():
		out.Add("date", "decision.date_missing")
	case o.Date.After(today):
		out.Add("date", "date.future", today)
	}
	return out
}

// checkMove lists what keeps one procedure, listed now or not, from leaving or entering by the order.
func (o ChangeOrder) checkMove(item ListItem, leaves, listed bool) value.Problems {
	var out value.Problems
	switch n := len(item.Changes); {
	case leaves && !listed:
		out.Add("code", "procedure.not_listed", string(item.Code))
	case !leaves && listed:
		out.Add("code", "procedure.listed", string(item.Code))
	case n > 0 && o.Date.Before(item.Changes[n-1].Decision.Date):
		out.Add("code", "decision.before_last", string(item.Code), item.Changes[n-1].Decision.Date)
	}
	return out
}
