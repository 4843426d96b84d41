package review

import (
	"fmt"

	"rasoat/catalog"
	"rasoat/value"
)

// Action is what somebody does to a proposal as a whole.
type Action string

// The actions, in the order in which a proposal meets them.
const (
	ActionSubmit     Action = "submit"       // trình
	ActionCheck      Action = "check"        // thẩm tra
	ActionApprove    Action = "approve"      // phê duyệt
	ActionReturn     Action = "return"       // trả lại
	ActionWithdraw   Action = "withdraw"     // rút
	ActionForward    Action = "forward"      // kiến nghị cấp trên
	ActionAccept     Action = "accept"       // ghi nhận cấp trên chấp thuận
	ActionRefuse     Action = "refuse"       // ghi nhận cấp trên không chấp thuận
	ActionPutInForce Action = "put_in_force" // thực thi
	ActionReopen     Action = "reopen"       // mở lại để sửa
)

// Actions lists all actions.
var Actions = []Action{ActionSubmit, ActionCheck, ActionApprove, ActionReturn, ActionWithdraw, ActionForward,
	ActionAccept, ActionRefuse, ActionPutInForce, ActionReopen}

// Actor is who acts on a proposal, as its path sees them. What a person may do by office is account's.
type Actor struct {
	Name   string // user name
	Author string // who wrote the proposal acted on; empty for an imported one
}

// owns reports whether the proposal is the actor's to hand in and take back; an imported one is everybody's.
func (a Actor) owns() bool { return a.Author == "" || a.Author == a.Name }

// wrote reports whether the actor would judge a proposal of their own.
func (a Actor) wrote() bool { return a.Author != "" && a.Author == a.Name }

// path is what may follow which state. What is not in it may not happen.
var path = map[State]map[Action]State{
	Draft:     {ActionSubmit: Submitted, ActionWithdraw: Withdrawn},
	Submitted: {ActionCheck: Checked, ActionReturn: Returned, ActionWithdraw: Withdrawn},
	Checked:   {ActionApprove: Approved, ActionForward: Forwarded, ActionReturn: Returned, ActionWithdraw: Withdrawn},
	Approved:  {ActionPutInForce: InForce, ActionForward: Forwarded},
	Returned:  {ActionReopen: Draft, ActionWithdraw: Withdrawn},
	Withdrawn: {ActionReopen: Draft},
	Forwarded: {ActionAccept: Accepted, ActionRefuse: Refused, ActionReturn: Returned},
	Accepted:  {ActionPutInForce: InForce},
}

// Next is the state that an action leads to, or why it may not be done: the path does not lead there from
// here (value.Problems, code "action.not_now"), or the actor would judge a proposal of their own or take
// another's out of their hands (value.ErrForbidden as well, "action.four_eyes", "action.author_only").
//
// Practice, not law: docs/decisions/0024.
func Next(state State, action Action, actor Actor) (State, error) {
	next, leads := path[state][action]
	if !leads {
		return "", value.Problems{{Field: "action", Code: "action.not_now", Args: []any{state, action}}}
	}
	if code := keptFrom(action, actor); code != "" {
		return "", fmt.Errorf("%w: %w", value.ErrForbidden,
			value.Problems{{Field: "action", Code: code, Args: []any{action}}})
	}
	return next, nil
}

// keptFrom says why this person, whatever their office, must leave the action to somebody else: four eyes
// see every proposal. The author neither checks nor approves nor sends upward nor returns; only the author
// hands in, takes back and reopens. One other person may both check and approve, so that a commune of five
// gets through the holidays.
//
// Practice, not law: docs/decisions/0024.
func keptFrom(action Action, actor Actor) string {
	switch action {
	case ActionCheck, ActionApprove, ActionReturn, ActionForward:
		if actor.wrote() {
			return "action.four_eyes"
		}
	case ActionSubmit, ActionWithdraw, ActionReopen:
		if !actor.owns() {
			return "action.author_only"
		}
	}
	return ""
}

// Allowed lists what somebody may do to a proposal now, in the order of Actions: what its path allows, four
// eyes allow, and can, which knows their roles, allows. It is for buttons; acting asks Next again.
func Allowed(p Proposal, actor string, can func(Action) bool) []Action {
	var out []Action
	for _, a := range Actions {
		if _, err := Next(p.State, a, p.actor(actor)); err == nil && can(a) {
			out = append(out, a)
		}
	}
	return out
}

// Suits reports whether an action is one that a proposal about procedures of a kind leads to. What stays as it is is
// settled by the check: nobody signs a numbered decision on it. Of a procedure for citizens the commune proposes upward
// and approves nothing; an internal one it approves itself. It is for what people are offered; a state that came from
// elsewhere goes on as its path says.
//
// Practice, not law: docs/decisions/0163.
func Suits(p Proposal, kind catalog.Kind, a Action) bool {
	switch a {
	case ActionApprove:
		return p.Conclusion != Keep && kind != catalog.Public
	case ActionForward:
		return p.Conclusion != Keep
	}
	return true
}

func (p Proposal) actor(name string) Actor { return Actor{Name: name, Author: p.Author} }

// IsEditable reports whether the content of the proposal may still change; what was handed in is frozen.
func (p Proposal) IsEditable() bool { return p.State == Draft }
