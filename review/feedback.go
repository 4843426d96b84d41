package review

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rasoat/catalog"
	"rasoat/value"
	"rasoat/viet"
)

// FeedbackID numbers the petitions of a commune.
type FeedbackID int64

// FeedbackChannel is how a petition came in.
type FeedbackChannel string

// The channels.
const (
	AtCounter   FeedbackChannel = "counter"
	ByTelephone FeedbackChannel = "telephone"
	ByPage      FeedbackChannel = "page" // the commune's own public page
	ByPortal    FeedbackChannel = "portal"
	ByOfficial  FeedbackChannel = "official" // a difficulty that an official of the commune meets at work
)

// FeedbackChannels lists all channels.
var FeedbackChannels = []FeedbackChannel{AtCounter, ByTelephone, ByPage, ByPortal, ByOfficial}

// FeedbackKind is what a petition is about (quy định hành chính, hành vi hành chính).
type FeedbackKind string

// The kinds.
const (
	AboutRule    FeedbackKind = "rule"
	AboutConduct FeedbackKind = "conduct"
)

// FeedbackKinds lists both kinds.
var FeedbackKinds = []FeedbackKind{AboutRule, AboutConduct}

// FeedbackState is how far a petition is.
type FeedbackState string

// The states.
const (
	FeedbackWaiting   FeedbackState = "waiting"   // nobody has looked at it yet
	FeedbackTaken     FeedbackState = "taken"     // being answered
	FeedbackAnswered  FeedbackState = "answered"  // the sender has the answer
	FeedbackForwarded FeedbackState = "forwarded" // another body is competent and has it
	FeedbackSetAside  FeedbackState = "set_aside"
)

// FeedbackStates lists all states, those with work in them first.
var FeedbackStates = []FeedbackState{FeedbackWaiting, FeedbackTaken, FeedbackAnswered, FeedbackForwarded,
	FeedbackSetAside}

// FeedbackOutcome is what the sender says of the answer.
type FeedbackOutcome string

// The outcomes; "" is not known.
const (
	Satisfied   FeedbackOutcome = "satisfied"
	Unsatisfied FeedbackOutcome = "unsatisfied"
)

// Feedback is a petition (phản ánh, kiến nghị).
type Feedback struct {
	ID        FeedbackID      `json:"id"`
	Received  value.Date      `json:"received"`
	Channel   FeedbackChannel `json:"channel"`
	Kind      FeedbackKind    `json:"kind,omitempty"`
	Text      string          `json:"text"`
	Procedure catalog.Code    `json:"procedure,omitempty"`
	Part      catalog.Part    `json:"part,omitempty"`
	Name      string          `json:"name,omitempty"`    // never public
	Contact   string          `json:"contact,omitempty"` // never public
	State     FeedbackState   `json:"state"`
	Unit      string          `json:"unit,omitempty"`
	Officer   string          `json:"officer,omitempty"` // user name of who took the last step; of older ones nobody's
	Due       value.Date      `json:"due,omitzero"`
	Before    bool            `json:"before,omitempty"` // Due was past before the program came into use
	Reason    string          `json:"reason,omitempty"` // why it was set aside
	Answer    string          `json:"answer,omitempty"`
	Answered  value.Date      `json:"answered,omitzero"`
	Outcome   FeedbackOutcome `json:"outcome,omitempty"`
	Forwarded Forwarding      `json:"forwarded,omitzero"`
	Verified  Verification    `json:"verified,omitzero"`
	Published string          `json:"published,omitempty"` // the text that is public; "" where it is not
	Code      string          `json:"code,omitempty"`      // with which its sender looks up how it stands
}

// FeedbackReceipt is what the sender of a petition keeps: its number and a code that nobody else knows.
type FeedbackReceipt struct {
	ID   FeedbackID
	Code string // "K7QMZ-2XHPA"
}

// Opens reports whether somebody holds the receipt of a petition. Blanks, hyphens and small letters make no other code;
// a petition without a code, recorded by an official, opens to nobody.
func (r FeedbackReceipt) Opens(f Feedback) bool {
	plain := strings.NewReplacer(" ", "", "-", "")
	typed, code := strings.ToUpper(plain.Replace(r.Code)), plain.Replace(f.Code)
	return r.ID == f.ID && code != "" && typed == code
}

// Bounds of what people write.
const (
	leastFeedback   = 10
	maxFeedback     = 4_000
	maxFeedbackName = 200
)

// feedbackDays is how many working days there are for an answer.
//
// Practice, not law: docs/decisions/0062.
const feedbackDays = 15

// FeedbackDue is the last day for the answer to what came in on a day.
//
// Practice, not law: docs/decisions/0062.
func FeedbackDue(received value.Date, c viet.Calendar) value.Date {
	return c.AddWorking(received, feedbackDays)
}

// ReceiveFeedback checks a petition that comes in, and lets it wait.
//
// Practice, not law: docs/decisions/0062.
func ReceiveFeedback(f Feedback, today value.Date) (Feedback, error) {
	var p value.Problems
	f.Text, f.Name, f.Contact = strings.TrimSpace(f.Text), strings.TrimSpace(f.Name), strings.TrimSpace(f.Contact)
	switch n := utf8.RuneCountInString(f.Text); {
	case n == 0:
		p.Add("text", "feedback.text_missing")
	case n < leastFeedback:
		p.Add("text", "feedback.text_short", leastFeedback)
	case n > maxFeedback:
		p.Add("text", "feedback.text_long", maxFeedback, n)
	}
	for _, x := range []struct{ field, text string }{{"name", f.Name}, {"contact", f.Contact}} {
		if utf8.RuneCountInString(x.text) > maxFeedbackName {
			p.Add(x.field, "feedback.text_long", maxFeedbackName, utf8.RuneCountInString(x.text))
		}
	}
	switch {
	case f.Received.IsZero():
		p.Add("received", "on.missing")
	case f.Received.After(today):
		p.Add("received", "date.future")
	}
	if !slices.Contains(FeedbackChannels, f.Channel) {
		p.Add("channel", "feedback.channel_missing")
	}
	if f.Kind != "" && !slices.Contains(FeedbackKinds, f.Kind) {
		p.Add("kind", "feedback.kind_missing")
	}
	f.State = FeedbackWaiting
	return f, p.Err()
}

// TakeFeedback takes a waiting petition on: what it is about, which unit answers, by when.
//
// Practice, not law: docs/decisions/0062.
func TakeFeedback(f Feedback, kind FeedbackKind, unit string, due value.Date) (Feedback, error) {
	p := f.mustBe(FeedbackWaiting)
	if kind != AboutRule && kind != AboutConduct {
		p.Add("kind", "feedback.kind_missing")
	}
	if unit = strings.TrimSpace(unit); unit == "" {
		p.Add("unit", "feedback.unit_missing")
	}
	switch {
	case due.IsZero():
		p.Add("due", "on.missing")
	case due.Before(f.Received):
		p.Add("due", "feedback.due_before")
	}
	if len(p) > 0 {
		return f, p
	}
	f.State, f.Kind, f.Unit, f.Due = FeedbackTaken, kind, unit, due
	return f, nil
}

// SetFeedbackAside sets a waiting petition aside, for a reason: it is none, or not for this commune.
func SetFeedbackAside(f Feedback, reason string) (Feedback, error) {
	p := f.mustBe(FeedbackWaiting)
	if reason = strings.TrimSpace(reason); reason == "" {
		p.Add("reason", "reason.missing")
	}
	if len(p) > 0 {
		return f, p
	}
	f.State, f.Reason = FeedbackSetAside, reason
	return f, nil
}

// AnswerFeedback notes the answer and the day on which the sender got it.
func AnswerFeedback(f Feedback, answer string, on, today value.Date) (Feedback, error) {
	p := f.mustBe(FeedbackTaken)
	answer = strings.TrimSpace(answer)
	switch n := utf8.RuneCountInString(answer); {
	case n == 0:
		p.Add("answer", "feedback.answer_missing")
	case n > maxFeedback:
		p.Add("answer", "feedback.text_long", maxFeedback, n)
	}
	switch {
	case on.IsZero():
		p.Add("answered", "on.missing")
	case on.After(today):
		p.Add("answered", "date.future")
	case on.Before(f.Received):
		p.Add("answered", "feedback.answered_before")
	}
	if len(p) > 0 {
		return f, p
	}
	f.State, f.Answer, f.Answered = FeedbackAnswered, answer, on
	return f, nil
}

// CloseFeedback says of an answered petition what the sender thinks of the answer, and what of it is public.
func CloseFeedback(f Feedback, outcome FeedbackOutcome, published string) (Feedback, error) {
	p := f.mustBe(FeedbackAnswered)
	published = strings.TrimSpace(published)
	if n := utf8.RuneCountInString(published); n > maxFeedback {
		p.Add("published", "feedback.text_long", maxFeedback, n)
	}
	for _, private := range []string{f.Name, f.Contact} {
		if key := viet.Fold(private); key != "" && strings.Contains(viet.Fold(published), key) { // "-" hides nothing
			p.Add("published", "feedback.private", private)
		}
	}
	if outcome != "" && outcome != Satisfied && outcome != Unsatisfied {
		p.Add("outcome", "value.unknown", string(outcome))
	}
	if len(p) > 0 {
		return f, p
	}
	f.Outcome, f.Published = outcome, published
	return f, nil
}

func (f Feedback) mustBe(s FeedbackState) (p value.Problems) {
	if f.State != s {
		p.Add("", "feedback.not_now")
	}
	return p
}

// InTime reports whether a petition that was taken on was answered by its due day. Of one that is here for the record
// nobody says it, nor that it is late.
func (f Feedback) InTime() bool {
	return !f.Before && f.State == FeedbackAnswered && !f.Answered.After(f.Due)
}

// IsLate reports whether its due day is past without an answer, or the answer came later.
func (f Feedback) IsLate(today value.Date) bool {
	return !f.Before &&
		(f.State == FeedbackTaken && today.After(f.Due) || f.State == FeedbackAnswered && f.Answered.After(f.Due))
}

// Public is what everybody may see of a petition: no name, no contact, no word of the sender.
func (f Feedback) Public() Feedback {
	return Feedback{
		ID:        f.ID,
		Received:  f.Received,
		Kind:      f.Kind,
		Procedure: f.Procedure,
		Part:      f.Part,
		Unit:      f.Unit,
		Answer:    f.Answer,
		Answered:  f.Answered,
		State:     f.State,
		Published: f.Published,
	}
}
