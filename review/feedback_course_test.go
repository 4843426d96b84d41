package review_test

import (
	"testing"

	"rasoat/review"
	"rasoat/value"
)

// A petition of another body is sent on, from the start or after it was taken on; a refused step writes nothing.
func TestForwardFeedback(t *testing.T) {
	today := day("2024-07-15")
	waiting := review.Feedback{Received: day("2024-07-01"), State: review.FeedbackWaiting}
	taken, answered := waiting, waiting
	taken.State, answered.State = review.FeedbackTaken, review.FeedbackAnswered
	to := review.Forwarding{To: " Sở Tư pháp ", On: today, Paper: " 15/UBND-VP "}
	for _, tt := range []struct {
		name string
		f    review.Feedback
		kind review.FeedbackKind
		to   review.Forwarding
		want string
	}{
		{"that waits", waiting, review.AboutRule, to, ""},
		{"that was taken on", taken, review.AboutConduct, to, ""},
		{"that is answered", answered, review.AboutRule, to, "feedback.not_now"},
		{"to nobody, on no day, about nothing", waiting, "", review.Forwarding{},
			"feedback.kind_missing feedback.to_missing on.missing"},
		{"tomorrow", waiting, review.AboutRule, review.Forwarding{To: "A", On: today.Add(1)}, "date.future"},
		{"on the day it came", waiting, review.AboutRule, review.Forwarding{To: "A", On: waiting.Received}, ""},
		{"before it came", waiting, review.AboutRule, review.Forwarding{To: "A", On: day("2024-06-30")},
			"feedback.forwarded_before"},
	} {
		got, err := review.ForwardFeedback(tt.f, tt.kind, tt.to, today)
		if codes(err) != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, codes(err), tt.want)
		}
		if err != nil && got != tt.f {
			t.Errorf("%s: a refused step wrote %+v", tt.name, got)
		}
	}
	got, _ := review.ForwardFeedback(waiting, review.AboutRule, to, today)
	want := review.Forwarding{To: "Sở Tư pháp", On: today, Paper: "15/UBND-VP"}
	if got.State != review.FeedbackForwarded || got.Forwarded != want {
		t.Errorf("%+v", got)
	}
}

// Plan 29/KH-UBND, III.2: conduct is verified; where something was found, it is said what followed.
func TestVerifyFeedback(t *testing.T) {
	today := day("2024-07-15")
	f := review.Feedback{Received: day("2024-07-01"), State: review.FeedbackTaken, Kind: review.AboutConduct}
	rule, waiting, answered := f, f, f
	rule.Kind, waiting.State, answered.State = review.AboutRule, review.FeedbackWaiting, review.FeedbackAnswered
	found := review.Verification{Finding: review.Confirmed, On: today, Text: "Đúng.", Followed: "Phê bình."}
	without := func(set func(*review.Verification)) review.Verification { v := found; set(&v); return v }
	for _, tt := range []struct {
		name string
		f    review.Feedback
		v    review.Verification
		want string
	}{
		{"while it is being answered", f, found, ""},
		{"after the answer", answered, found, ""},
		{"before it was taken on", waiting, found, "feedback.not_now"},
		{"about a rule", rule, found, "feedback.no_conduct"},
		{"nothing said", f, review.Verification{},
			"feedback.finding_missing feedback.verified_missing on.missing"},
		{"confirmed, nothing followed", f, without(func(v *review.Verification) { v.Followed = " " }),
			"feedback.followed_missing"},
		{"partly, nothing followed", f,
			without(func(v *review.Verification) { v.Finding, v.Followed = review.PartTrue, "" }),
			"feedback.followed_missing"},
		{"unfounded, nothing followed", f,
			without(func(v *review.Verification) { v.Finding, v.Followed = review.Unfounded, "" }), ""},
		{"tomorrow", f, without(func(v *review.Verification) { v.On = today.Add(1) }), "date.future"},
		{"before it came", f, without(func(v *review.Verification) { v.On = day("2024-06-30") }),
			"feedback.verified_before"},
	} {
		got, err := review.VerifyFeedback(tt.f, tt.v, today)
		if codes(err) != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, codes(err), tt.want)
		}
		if err == nil && (got.Verified != tt.v || got.State != tt.f.State) {
			t.Errorf("%s: %+v", tt.name, got)
		}
	}
}

// Plan 29/KH-UBND, II.3: what an official raises is a difficulty; every other channel is a person's.
func TestFeedback_IsDifficulty(t *testing.T) {
	for _, c := range review.FeedbackChannels {
		if got := (review.Feedback{Channel: c}).IsDifficulty(); got != (c == review.ByOfficial) {
			t.Errorf("%s: %v", c, got)
		}
	}
}

// What is sent on is neither open nor in any indicator; a difficulty of an official is no petition.
func TestFeedbackIn_SentOn(t *testing.T) {
	period := review.Period{From: day("2024-06-15"), To: day("2024-07-14"), Month: value.MustMonth("2024-07")}
	sent := func(on string) review.Feedback {
		return review.Feedback{Received: day("2024-06-20"), Due: day("2024-07-01"), Kind: review.AboutRule,
			State: review.FeedbackForwarded, Forwarded: review.Forwarding{To: "Sở", On: day(on)}}
	}
	difficulty := review.Feedback{Received: day("2024-05-01"), Channel: review.ByOfficial, Kind: review.AboutRule,
		State: review.FeedbackTaken, Due: day("2024-07-01")}
	solved := difficulty
	solved.State, solved.Answered = review.FeedbackAnswered, day("2024-06-01")
	verified := review.Feedback{Received: day("2024-05-01"), Kind: review.AboutConduct, State: review.FeedbackAnswered,
		Answered: day("2024-05-05"), Due: day("2024-05-20"), Verified: review.Verification{On: day("2024-07-14")}}
	all := []review.Feedback{sent("2024-07-14"), sent("2024-07-15"), difficulty, solved, verified}
	got := review.FeedbackIn(all, period)
	if got.Received != 2 || got.Open != 1 || got.Overdue != 1 || len(got.Forwarded) != 1 || len(got.Verified) != 1 ||
		len(got.Difficulties) != 1 || got.Difficulties[0] != difficulty {
		t.Errorf("%+v", got)
	}
	if n := review.FeedbackFigures(review.FeedbackInTime, all, period.Month, day("2024-07-31")); n != (value.Ratio{}) {
		t.Errorf("the indicator counts %v", n)
	}
}
