package review_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// The whole path, drawn: rows are states, columns actions; a dot is a step that may not be taken.
const pathDrawn = `
           submit    check     approve   return    withdraw  forward   accept    refuse    put_in_force reopen
draft      submitted .         .         .         withdrawn .         .         .         .            .
submitted  .         checked   .         returned  withdrawn .         .         .         .            .
checked    .         .         approved  returned  withdrawn forwarded .         .         .            .
approved   .         .         .         .         .         forwarded .         .         in_force     .
returned   .         .         .         .         withdrawn .         .         .         .            draft
withdrawn  .         .         .         .         .         .         .         .         .            draft
forwarded  .         .         .         returned  .         .         accepted  refused   .            .
accepted   .         .         .         .         .         .         .         .         in_force     .
refused    .         .         .         .         .         .         .         .         .            .
in_force   .         .         .         .         .         .         .         .         .            .
`

func TestNext_Table(t *testing.T) {
	var want [][]string
	for _, line := range strings.Split(strings.TrimSpace(pathDrawn), "\n") {
		want = append(want, strings.Fields(line))
	}
	head := []string{}
	for _, a := range review.Actions {
		head = append(head, string(a))
	}
	got := [][]string{head}
	for _, s := range review.States {
		row := []string{string(s)}
		for _, a := range review.Actions {
			// An imported proposal has no author, so that nothing but the path decides.
			next, err := review.Next(s, a, review.Actor{Name: "lan"})
			if err != nil {
				next = "."
			}
			row = append(row, string(next))
		}
		got = append(got, row)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Four eyes are per item: the same two people, once as author and once not.
func TestNext_FourEyes(t *testing.T) {
	author := review.Actor{Name: "lan", Author: "lan"}
	other := review.Actor{Name: "minh", Author: "lan"}
	tests := []struct {
		state             review.State
		action            review.Action
		byAuthor, byOther string // code of the refusal, "" where it may be done
	}{
		{review.Draft, review.ActionSubmit, "", "action.author_only"},
		{review.Submitted, review.ActionCheck, "action.four_eyes", ""},
		{review.Checked, review.ActionApprove, "action.four_eyes", ""},
		{review.Checked, review.ActionForward, "action.four_eyes", ""},
		{review.Submitted, review.ActionReturn, "action.four_eyes", ""},
		{review.Submitted, review.ActionWithdraw, "", "action.author_only"},
		{review.Returned, review.ActionReopen, "", "action.author_only"},
		{review.Forwarded, review.ActionAccept, "", ""},
		{review.Forwarded, review.ActionRefuse, "", ""},
		{review.Accepted, review.ActionPutInForce, "", ""},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%s %s", tt.state, tt.action), func(t *testing.T) {
			for actor, want := range map[review.Actor]string{author: tt.byAuthor, other: tt.byOther} {
				_, err := review.Next(tt.state, tt.action, actor)
				if got := code(err); got != want {
					t.Errorf("by %s: %q, want %q", actor.Name, got, want)
				}
				if errors.Is(err, value.ErrForbidden) != (want != "") {
					t.Errorf("by %s: %v is forbidden, or should be", actor.Name, err)
				}
			}
		})
	}
	if _, err := review.Next(review.Draft, review.ActionApprove, other); code(err) != "action.not_now" ||
		errors.Is(err, value.ErrForbidden) {
		t.Errorf("a draft approved: %v", err)
	}
}

// code is the code of the first problem in an error.
func code(err error) string {
	var p value.Problems
	if errors.As(err, &p) && len(p) > 0 {
		return p[0].Code
	}
	return ""
}

func TestAllowed(t *testing.T) {
	p := review.Proposal{State: review.Checked, Author: "lan"}
	all := func(review.Action) bool { return true }
	if diff := cmp.Diff([]review.Action{review.ActionWithdraw}, review.Allowed(p, "lan", all)); diff != "" {
		t.Error(diff)
	}
	chairman := []review.Action{review.ActionApprove, review.ActionReturn, review.ActionForward}
	if diff := cmp.Diff(chairman, review.Allowed(p, "tuan", all)); diff != "" {
		t.Error(diff)
	}
	if got := review.Allowed(p, "tuan",
		func(a review.Action) bool { return a == review.ActionApprove }); len(got) != 1 {
		t.Errorf("roles are not asked: %v", got)
	}
}

func TestAct(t *testing.T) {
	on, earlier, later := value.MustDate("2024-08-12"), value.MustDate("2024-08-09"), value.MustDate("2024-08-13")
	decision := review.DecisionRef{Number: " 45/QĐ-UBND ", Date: earlier}
	tests := []struct {
		name    string
		from    review.State
		step    review.Step
		want    string // codes of what is missing
		decided value.Date
	}{
		{"submit", review.Draft, review.Step{Action: review.ActionSubmit, By: "lan"}, "", on},
		{"approve, signed on the last day, entered after it", review.Checked, review.Step{Action: review.ActionApprove, Decision: decision}, "", earlier},
		{"approve without a decision", review.Checked, review.Step{Action: review.ActionApprove}, "decision.number_missing decision.date_missing", on},
		{"approve by a decision of tomorrow", review.Checked,
			review.Step{Action: review.ActionApprove, Decision: review.DecisionRef{Number: "1", Date: later}}, "date.future", on},
		{"return without a reason", review.Submitted, review.Step{Action: review.ActionReturn, Note: " "}, "reason.missing", on},
		{"return", review.Submitted, review.Step{Action: review.ActionReturn, Note: "Thiếu bảng tính"}, "", on},
		{"forward to nobody", review.Checked, review.Step{Action: review.ActionForward}, "addressee.missing", on},
		{"forward", review.Checked, review.Step{Action: review.ActionForward, Note: "UBND huyện"}, "", on},
		{"accept without the answer", review.Forwarded, review.Step{Action: review.ActionAccept}, "answer.missing", on},
		{"accept by a letter of last week", review.Forwarded, review.Step{Action: review.ActionAccept, Note: "12/UBND", Dated: earlier}, "", earlier},
		{"refuse by a letter of tomorrow", review.Forwarded, review.Step{Action: review.ActionRefuse, Note: "12/UBND", Dated: later}, "date.future", on},
		{"put in force", review.Approved, review.Step{Action: review.ActionPutInForce}, "", on},
		{"reopen", review.Returned, review.Step{Action: review.ActionReopen, By: "lan"}, "", on},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.step.By == "" {
				tt.step.By = "tuan"
			}
			tt.step.On = on
			p := review.Proposal{State: tt.from, Author: "lan"}
			got, err := review.Act(p, tt.step)
			if tt.want != "" {
				if diff := cmp.Diff(tt.want, codes(err)); diff != "" || got.State != tt.from {
					t.Errorf("%s; state %s", diff, got.State)
				}
				return
			}
			if err != nil || got.Decided != tt.decided || got.State == tt.from {
				t.Errorf("state %s on %s: %v", got.State, got.Decided, err)
			}
		})
	}
	if _, err := review.Act(review.Proposal{State: review.Draft},
		review.Step{Action: review.ActionSubmit}); codes(err) != "on.missing" {
		t.Errorf("a step without a day: %v", err)
	}
}

// Plan 29/KH-UBND, III.1(b): approved by a numbered decision, never by its author.
func TestAct_approve(t *testing.T) {
	on := value.MustDate("2024-07-20")
	p := review.Proposal{State: review.Checked, Author: "lan"}
	approved := review.Step{
		Action:   review.ActionApprove,
		By:       "tuan",
		On:       on,
		Decision: review.DecisionRef{Number: " 45/QĐ-UBND", Date: on},
	}
	got, err := review.Act(p, approved)
	if err != nil || got.Decision.Number != "45/QĐ-UBND" || got.State != review.Approved || got.Decided != on {
		t.Errorf("%+v, %v", got, err)
	}
	approved.By = "lan"
	if _, err := review.Act(p, approved); !errors.Is(err, value.ErrForbidden) {
		t.Errorf("the author approved: %v", err)
	}
}

// codes are the codes of all problems in an error.
func codes(err error) string {
	var p value.Problems
	errors.As(err, &p)
	var out []string
	for _, x := range p {
		out = append(out, x.Code)
	}
	return strings.Join(out, " ")
}

// What a proposal was on any day: the last state that it had reached by then, through its whole path.
func TestStateOn(t *testing.T) {
	step := func(p review.Proposal, a review.Action, on, decided string) review.Proposal {
		s := review.Step{Action: a, By: "lan", On: value.MustDate(on), Note: "Vì chưa đủ."}
		if decided != "" {
			s.Decision = review.DecisionRef{Number: "45/QĐ-UBND", Date: value.MustDate(decided)}
		}
		p, err := review.Act(p, s)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	p := review.Proposal{State: review.Draft}
	p = step(p, review.ActionSubmit, "2024-06-03", "")
	p = step(p, review.ActionReturn, "2024-06-05", "")
	p = step(p, review.ActionReopen, "2024-06-06", "")
	p = step(p, review.ActionSubmit, "2024-06-10", "")
	p = step(p, review.ActionCheck, "2024-06-12", "")
	p = step(p, review.ActionApprove, "2024-07-20", "2024-07-15") // entered five days after it was signed
	p = step(p, review.ActionPutInForce, "2024-08-01", "")
	for on, want := range map[string]review.State{"2024-06-02": review.Draft, "2024-06-03": review.Submitted, "2024-06-05": review.Returned, "2024-06-09": review.Draft,
		"2024-06-10": review.Submitted, "2024-07-14": review.Checked, "2024-07-15": review.Approved, "2024-07-31": review.Approved, "2024-08-01": review.InForce, "2030-01-01": review.InForce} {
		if got := p.StateOn(value.MustDate(on)); got != want {
			t.Errorf("on %s: %s, want %s", on, got, want)
		}
	}
	imported := review.Proposal{State: review.Approved} // without a day it holds on every date
	if got := step(imported, review.ActionPutInForce, "2024-08-01",
		"").StateOn(value.MustDate("2020-01-01")); got != review.Approved {
		t.Errorf("an imported one was %s before", got)
	}
	dated := review.Proposal{State: review.Submitted, Decided: value.MustDate("2024-07-01")}
	if got := dated.StateOn(value.MustDate("2024-06-30")); got != review.Draft {
		t.Errorf("before its day an imported one was %s", got)
	}
}

// docs/decisions/0024: what was approved stays approved; number, day and scan of its decision may be put right.
func TestCorrectDecision(t *testing.T) {
	today := value.MustDate("2024-08-12")
	wrong := review.DecisionRef{Number: "54/QĐ-UBND", Date: value.MustDate("2024-08-12"), File: "scan"}
	right := review.DecisionRef{Number: " 45/QĐ-UBND ", Date: value.MustDate("2024-08-09")}
	approved := review.Proposal{State: review.Approved, Decided: wrong.Date, Decision: wrong}
	inForce := review.Proposal{
		State:    review.InForce,
		Decided:  today,
		Decision: wrong,
		Past:     []review.Reached{{State: review.Checked, On: wrong.Date}, {State: review.Approved, On: wrong.Date}},
	}
	for _, tt := range []struct {
		situation string
		p         review.Proposal
		d         review.DecisionRef
		reason    string
		want      string // codes
	}{
		{"approved", approved, right, "Ghi nhầm.", ""},
		{"in force since", inForce, right, "Ghi nhầm.", ""},
		{"without a reason", approved, right, " ", "reason.missing"},
		{"a day to come", approved, review.DecisionRef{Number: "45", Date: today.Add(1)}, "x", "date.future"},
		{"no number", approved, review.DecisionRef{Number: "QĐ", Date: today}, "x", "paper.number"},
		{"not decided yet", review.Proposal{State: review.Checked}, right, "x", "action.not_decided"},
	} {
		got, err := review.CorrectDecision(tt.p, tt.d, tt.reason, today)
		if codes(err) != tt.want {
			t.Errorf("%s: %v, want %q", tt.situation, err, tt.want)
		}
		if err != nil {
			continue
		}
		if got.Decision.Number != "45/QĐ-UBND" || got.Decision.File != "scan" {
			t.Errorf("%s: the decision is %+v", tt.situation, got.Decision)
		}
		if state := got.StateOn(right.Date); state != review.Approved {
			t.Errorf("%s: on the right day it is %s", tt.situation, state)
		}
	}
	if inForce.Past[1].On != wrong.Date {
		t.Error("the proposal that was handed in was changed")
	}
}

// Practice, not law: docs/decisions/0024. What an approval writes down: the whole decision and the note, tidied; what
// is reopened has neither decision nor what was frozen.
func TestAct_writes(t *testing.T) {
	on := value.MustDate("2024-07-20")
	signed := review.DecisionRef{Number: " 45/QĐ-UBND ", Date: on.Add(-2), File: "45.pdf"}
	p := review.Proposal{State: review.Checked, Author: "lan", Decided: on.Add(-5)}
	got, err := review.Act(p, review.Step{Action: review.ActionApprove, By: "tuan", On: on, Note: " đồng ý ",
		Decision: signed})
	want := review.DecisionRef{Number: "45/QĐ-UBND", Date: on.Add(-2), File: "45.pdf"}
	if err != nil || got.Decision != want || got.Note != "đồng ý" || got.Decided != on.Add(-2) {
		t.Errorf("approved: %+v, %v; want the decision %+v", got, err, want)
	}
	if len(got.Past) != 1 || got.Past[0] != (review.Reached{State: review.Checked, On: on.Add(-5)}) {
		t.Errorf("past %+v, want checked five days before", got.Past)
	}
	returned := review.Proposal{State: review.Returned, Author: "lan", Decision: want,
		Members: []review.Member{{Procedure: "NB-01", Proposed: &catalog.Procedure{Name: "x"}}}}
	got, err = review.Act(returned, review.Step{Action: review.ActionReopen, By: "lan", On: on})
	if err != nil || got.Decision != (review.DecisionRef{}) || got.Members[0].Proposed != nil ||
		got.State != review.Draft {
		t.Errorf("reopened: %+v, %v", got, err)
	}
	_, err = review.Act(p, review.Step{Action: review.ActionForward, By: "tuan", On: on, Note: "UBND huyện",
		Dated: on.Add(1)})
	if diff := cmp.Diff(error(value.Problems{{Field: "dated", Code: "date.future", Args: []any{on}}}),
		err); diff != "" {
		t.Errorf("a letter of tomorrow: -want +got\n%s", diff)
	}
}

// Practice, docs/decisions/0163: what is kept needs no decision; of a procedure for citizens the commune only proposes.
func TestSuits(t *testing.T) {
	for _, tt := range []struct {
		conclusion       review.Conclusion
		kind             catalog.Kind
		approve, forward bool
	}{
		{review.Keep, catalog.Internal, false, false},
		{review.Keep, catalog.Public, false, false},
		{review.Cut, catalog.Internal, true, true},
		{review.Cut, catalog.Public, false, true},
	} {
		p := review.Proposal{Conclusion: tt.conclusion}
		approve := review.Suits(p, tt.kind, review.ActionApprove)
		forward := review.Suits(p, tt.kind, review.ActionForward)
		if approve != tt.approve || forward != tt.forward || !review.Suits(p, tt.kind, review.ActionReturn) {
			t.Errorf("%s of %s: approve %v, forward %v", tt.conclusion, tt.kind, approve, forward)
		}
	}
}
