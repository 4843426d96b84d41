package review_test

import (
	"strings"
	"testing"

	"rasoat/review"
	"rasoat/value"
	"rasoat/viet"
)

func day(s string) value.Date { return value.MustDate(s) }

func TestReceiveFeedback(t *testing.T) {
	good := review.Feedback{Text: "Phải nộp bản sao hai lần.", Received: day("2024-07-01"), Channel: review.ByPage}
	tests := []struct {
		name string
		set  func(*review.Feedback)
		want string
	}{
		{"as it should be", func(*review.Feedback) {}, ""},
		{"nothing written", func(f *review.Feedback) { f.Text = " \n" }, "feedback.text_missing"},
		{"too short to answer", func(f *review.Feedback) { f.Text = "chậm" }, "feedback.text_short"},
		{"a book", func(f *review.Feedback) { f.Text = strings.Repeat("ạ", 4001) }, "feedback.text_long"},
		{"the longest", func(f *review.Feedback) { f.Text = strings.Repeat("ạ", 4000) }, ""},
		{"a long name", func(f *review.Feedback) { f.Name = strings.Repeat("x", 201) }, "feedback.text_long"},
		{"tomorrow", func(f *review.Feedback) { f.Received = day("2024-07-16") }, "date.future"},
		{"no day, no channel", func(f *review.Feedback) { f.Received, f.Channel = value.Date{}, "" }, "on.missing feedback.channel_missing"},
	}
	for _, tt := range tests {
		f := good
		f.State = review.FeedbackAnswered
		tt.set(&f)
		got, err := review.ReceiveFeedback(f, day("2024-07-15"))
		if c := codes(err); c != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, c, tt.want)
		}
		if got.State != review.FeedbackWaiting {
			t.Errorf("%s: it does not wait", tt.name)
		}
	}
}

// A petition goes from waiting over taken to answered; what does not follow is refused and changes nothing.
func TestFeedback_path(t *testing.T) {
	today := day("2024-07-15")
	waiting := review.Feedback{
		Text:     "Phải nộp bản sao hai lần.",
		Received: day("2024-07-01"),
		State:    review.FeedbackWaiting,
		Name:     "Trần Thị Bưởi",
		Contact:  "0905 123 456",
	}
	taken, err := review.TakeFeedback(waiting, review.AboutRule, "Tư pháp", day("2024-07-22"))
	if err != nil {
		t.Fatal(err)
	}
	answered, err := review.AnswerFeedback(taken, "Đã bỏ yêu cầu.", day("2024-07-10"), today)
	if err != nil {
		t.Fatal(err)
	}
	of := func(_ review.Feedback, err error) string { return codes(err) }
	tests := []struct{ name, got, want string }{
		{"taken without anything", of(review.TakeFeedback(waiting, "", " ", value.Date{})), "feedback.kind_missing feedback.unit_missing on.missing"},
		{"due before it came", of(review.TakeFeedback(waiting, review.AboutRule, "A", day("2024-06-30"))), "feedback.due_before"},
		{"taken twice", of(review.TakeFeedback(taken, review.AboutRule, "A", day("2024-07-22"))), "feedback.not_now"},
		{"set aside without a reason", of(review.SetFeedbackAside(waiting, "")), "reason.missing"},
		{"set aside", of(review.SetFeedbackAside(waiting, "thư rác")), ""},
		{"set aside once it is taken", of(review.SetFeedbackAside(taken, "x")), "feedback.not_now"},
		{"answered before it was taken", of(review.AnswerFeedback(waiting, "x", day("2024-07-10"), today)), "feedback.not_now"},
		{"no answer", of(review.AnswerFeedback(taken, " ", value.Date{}, today)), "feedback.answer_missing on.missing"},
		{"answered tomorrow", of(review.AnswerFeedback(taken, "x", day("2024-07-16"), today)), "date.future"},
		{"answered before it came", of(review.AnswerFeedback(taken, "x", day("2024-06-30"), today)), "feedback.answered_before"},
		{"published before the answer", of(review.CloseFeedback(taken, "", "x")), "feedback.not_now"},
		{"published", of(review.CloseFeedback(answered, review.Satisfied, "Người dân phản ánh việc nộp bản sao.")), ""},
		{"not published", of(review.CloseFeedback(answered, "", "")), ""},
		{"the name is private", of(review.CloseFeedback(answered, "", "Bà TRẦN THỊ BƯỞI phản ánh")), "feedback.private"},
		{"so is the number", of(review.CloseFeedback(answered, "", "gọi 0905 123 456")), "feedback.private"},
		{"an outcome that is none", of(review.CloseFeedback(answered, "maybe", "")), "value.unknown"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, tt.got, tt.want)
		}
	}
	public := answered.Public()
	if public.Name != "" || public.Contact != "" || public.Text != "" || public.Answer == "" {
		t.Errorf("public: %+v", public)
	}
}

// Practice: fifteen working days from the day after, past weekends and holidays.
func TestFeedbackDue(t *testing.T) {
	c := viet.Calendar{Holidays: map[value.Date]string{day("2024-09-02"): "Quốc khánh", day("2024-09-03"): "Quốc khánh"}}
	for received, want := range map[string]string{"2024-07-01": "2024-07-22", "2024-07-06": "2024-07-26", "2024-08-26": "2024-09-18"} {
		if got := review.FeedbackDue(day(received), c); got != day(want) {
			t.Errorf("received %s, due %s, want %s", received, got, want)
		}
	}
}

// Handbook, §6.3, 12: answered in time, of those received and due.
func TestFeedbackFigures(t *testing.T) {
	f := func(state review.FeedbackState, due, answered string, outcome review.FeedbackOutcome) review.Feedback {
		out := review.Feedback{State: state, Due: day(due), Outcome: outcome}
		if answered != "" {
			out.Answered = day(answered)
		}
		return out
	}
	all := []review.Feedback{
		f(review.FeedbackAnswered, "2024-07-05", "2024-07-05", review.Satisfied),   // on the last day
		f(review.FeedbackAnswered, "2024-07-05", "2024-07-06", ""),                 // a day late
		f(review.FeedbackAnswered, "2024-07-05", "2024-06-28", review.Unsatisfied), // in time, a month earlier
		f(review.FeedbackTaken, "2024-07-10", "", ""),                              // due and not answered
		f(review.FeedbackTaken, "2024-07-22", "", ""),                              // not due yet
		f(review.FeedbackAnswered, "2024-08-02", "2024-07-12", ""),                 // due in August, answered early
		{State: review.FeedbackWaiting}, {State: review.FeedbackSetAside},
	}
	for _, tt := range []struct {
		register review.Register
		month    string
		today    string
		want     value.Ratio
	}{
		{review.FeedbackInTime, "2024-07", "2024-07-15", value.Ratio{Part: 2, Whole: 4}},
		{review.FeedbackInTime, "2024-07", "2024-07-31", value.Ratio{Part: 2, Whole: 5}},
		{review.FeedbackInTime, "2024-06", "2024-07-15", value.Ratio{}},
		{review.FeedbackSatisfied, "2024-07", "2024-07-15", value.Ratio{Part: 2, Whole: 3}},
		{review.FeedbackSatisfied, "2024-06", "2024-07-15", value.Ratio{Part: 0, Whole: 1}},
		{"", "2024-07", "2024-07-15", value.Ratio{}},
	} {
		if got := review.FeedbackFigures(tt.register, all, value.MustMonth(tt.month), day(tt.today)); got != tt.want {
			t.Errorf("%s of %s on %s: %v, want %v", tt.register, tt.month, tt.today, got, tt.want)
		}
	}
	if !all[1].IsLate(day("2024-07-15")) || !all[3].IsLate(day("2024-07-15")) || all[4].IsLate(day("2024-07-15")) ||
		all[0].IsLate(day("2024-07-15")) {
		t.Error("late")
	}
	variants := review.Indicator{Register: "a", Variants: []review.Variant{{ID: "x", Register: "b"}}}
	if variants.CountedBy(variants.Variants[0]) != "b" || variants.CountedBy(review.Variant{}) != "a" {
		t.Error("counted by")
	}
}

// A petition whose last day is the last of the period is not overdue yet; a day later it is.
func TestFeedbackIn_Overdue(t *testing.T) {
	july := review.Period{Month: value.MustMonth("2024-07"), From: day("2024-06-15"), To: day("2024-07-14")}
	for due, want := range map[string]int{"2024-07-15": 0, "2024-07-14": 0, "2024-07-13": 1} {
		f := review.Feedback{
			State:    review.FeedbackTaken,
			Kind:     review.AboutRule,
			Received: day("2024-06-20"),
			Due:      day(due),
		}
		if got := review.FeedbackIn([]review.Feedback{f}, july); got.Open != 1 || got.Overdue != want {
			t.Errorf("due on %s: %+v, want %d overdue", due, got, want)
		}
	}
}
