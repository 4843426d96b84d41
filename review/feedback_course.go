package review

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rasoat/value"
)

// Forwarding is to whom a petition was sent on, when and by which paper (chuyển cơ quan có thẩm quyền).
type Forwarding struct {
	To    string     `json:"to"`
	On    value.Date `json:"on"`
	Paper string     `json:"paper,omitempty"` // "15/UBND-VP"; empty where it was sent on through a system
}

// VerificationResult is what the verification of a petition about conduct found.
type VerificationResult string

// The findings; "" is not verified yet.
const (
	Confirmed VerificationResult = "confirmed" // đúng
	PartTrue  VerificationResult = "partly"    // đúng một phần
	Unfounded VerificationResult = "unfounded" // không có cơ sở
)

// VerificationResults lists all results.
var VerificationResults = []VerificationResult{Confirmed, PartTrue, Unfounded}

// Verification is what the verification of a petition about conduct found, and what followed from it (kết quả xác
// minh, xử lý).
type Verification struct {
	Finding  VerificationResult `json:"finding"`
	On       value.Date         `json:"on"`
	Text     string             `json:"text"`
	Followed string             `json:"followed,omitempty"` // phê bình, kiểm điểm, kỷ luật; what was put right
}

// IsDifficulty reports whether it is a difficulty that an official of the commune meets at work (khó khăn, vướng mắc)
// and no petition of a person or organisation: no figure on petitions counts it.
//
// Plan 29/KH-UBND, II.3.
func (f Feedback) IsDifficulty() bool { return f.Channel == ByOfficial }

// ForwardFeedback sends a petition on to whoever is competent: what it is about, to whom, on which day and by which
// paper. One that is being answered here may still turn out to be another body's.
//
// Practice, not law: docs/decisions/0173.
func ForwardFeedback(f Feedback, kind FeedbackKind, to Forwarding, today value.Date) (Feedback, error) {
	var p value.Problems
	if f.State != FeedbackWaiting {
		p = f.mustBe(FeedbackTaken)
	}
	if !slices.Contains(FeedbackKinds, kind) {
		p.Add("forward_kind", "feedback.kind_missing")
	}
	to.To, to.Paper = strings.TrimSpace(to.To), strings.TrimSpace(to.Paper)
	if to.To == "" {
		p.Add("to", "feedback.to_missing")
	}
	checkLength(&p, "to", to.To, maxFeedbackName)
	checkLength(&p, "paper", to.Paper, maxFeedbackName)
	f.checkStepDay(&p, "forwarded_on", "feedback.forwarded_before", to.On, today)
	if len(p) > 0 {
		return f, p
	}
	f.State, f.Kind, f.Forwarded = FeedbackForwarded, kind, to
	return f, nil
}

// VerifyFeedback notes what the verification of a petition about conduct found, and what followed. Where something was
// found, it says what followed; it may be said anew, as what follows takes longer than the answer.
//
// Plan 29/KH-UBND, III.2.
func VerifyFeedback(f Feedback, v Verification, today value.Date) (Feedback, error) {
	var p value.Problems
	if f.State != FeedbackAnswered {
		p = f.mustBe(FeedbackTaken)
	}
	if f.Kind != AboutConduct {
		p.Add("", "feedback.no_conduct")
	}
	v.Text, v.Followed = strings.TrimSpace(v.Text), strings.TrimSpace(v.Followed)
	if !slices.Contains(VerificationResults, v.Finding) {
		p.Add("finding", "feedback.finding_missing")
	}
	if v.Text == "" {
		p.Add("verified_text", "feedback.verified_missing")
	}
	if v.Followed == "" && (v.Finding == Confirmed || v.Finding == PartTrue) {
		p.Add("followed", "feedback.followed_missing")
	}
	checkLength(&p, "verified_text", v.Text, maxFeedback)
	checkLength(&p, "followed", v.Followed, maxFeedback)
	f.checkStepDay(&p, "verified_on", "feedback.verified_before", v.On, today)
	if len(p) > 0 {
		return f, p
	}
	f.Verified = v
	return f, nil
}

func checkLength(p *value.Problems, field, text string, most int) {
	if n := utf8.RuneCountInString(text); n > most {
		p.Add(field, "feedback.text_long", most, n)
	}
}

// checkStepDay says what is wrong with the day of a step: none, one to come, or one before the petition came in.
func (f Feedback) checkStepDay(p *value.Problems, field, before string, on, today value.Date) {
	switch {
	case on.IsZero():
		p.Add(field, "on.missing")
	case on.After(today):
		p.Add(field, "date.future")
	case on.Before(f.Received):
		p.Add(field, before)
	}
}
