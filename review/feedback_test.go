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
		{"a channel that is none", func(f *review.Feedback) { f.Channel = "pigeon" }, "feedback.channel_missing"},
		{"a kind that is none", func(f *review.Feedback) { f.Kind = "joke" }, "feedback.kind_missing"},
		{"about conduct", func(f *review.Feedback) { f.Kind = review.AboutConduct }, ""},
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
		{review.FeedbackInTime, "2024-07", "2024-07-21", value.Ratio{Part: 2, Whole: 4}},
		{review.FeedbackInTime, "2024-07", "2024-07-22", value.Ratio{Part: 2, Whole: 5}}, // due today
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

// Every bound of a petition's path from both sides: how long texts may be, on which days a step may lie.
func TestFeedback_bounds(t *testing.T) {
	today := day("2024-07-15")
	long := func(n int) string { return strings.Repeat("ế", n) }
	came := func(set func(*review.Feedback)) error {
		f := review.Feedback{Text: "Phải nộp hai lần.", Received: day("2024-07-01"), Channel: review.AtCounter}
		set(&f)
		_, err := review.ReceiveFeedback(f, today)
		return err
	}
	of := func(_ review.Feedback, err error) error { return err }
	waiting := review.Feedback{Received: day("2024-07-01"), State: review.FeedbackWaiting}
	taken := review.Feedback{Received: day("2024-07-01"), State: review.FeedbackTaken, Due: day("2024-07-22")}
	answered := review.Feedback{Received: day("2024-07-01"), State: review.FeedbackAnswered, Contact: "-", Name: " ?"}
	for _, c := range []struct {
		name string
		got  error
		want string
	}{
		{"nine letters", came(func(f *review.Feedback) { f.Text = " " + long(9) + " " }), "feedback.text_short"},
		{"ten letters", came(func(f *review.Feedback) { f.Text = long(10) }), ""},
		{"a name of 200 letters", came(func(f *review.Feedback) { f.Name = long(200) }), ""},
		{"a contact of 200 letters", came(func(f *review.Feedback) { f.Contact = long(200) }), ""},
		{"a contact of 201 letters", came(func(f *review.Feedback) { f.Contact = long(201) }), "feedback.text_long"},
		{"received today", came(func(f *review.Feedback) { f.Received = today }), ""},
		{"about conduct", of(review.TakeFeedback(waiting, review.AboutConduct, "Tư pháp", day("2024-07-22"))), ""},
		{"due on the day it came", of(review.TakeFeedback(waiting, review.AboutRule, "Tư pháp", day("2024-07-01"))), ""},
		{"answered on the day it came", of(review.AnswerFeedback(taken, "Đã sửa.", day("2024-07-01"), today)), ""},
		{"answered today", of(review.AnswerFeedback(taken, "Đã sửa.", today, today)), ""},
		{"an answer of 4,000 letters", of(review.AnswerFeedback(taken, long(4000), today, today)), ""},
		{"an answer of 4,001 letters", of(review.AnswerFeedback(taken, long(4001), today, today)), "feedback.text_long"},
		{"4,000 letters are published", of(review.CloseFeedback(answered, review.Unsatisfied, " "+long(4000)+" ")), ""},
		{"4,001 letters are not", of(review.CloseFeedback(answered, "", long(4001))), "feedback.text_long"},
		{"a dash for a contact hides nothing", of(review.CloseFeedback(answered, "", "Người dân phản ánh - đã sửa.")), ""},
	} {
		if got := codes(c.got); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// What a step writes down stands in the petition; a refused step writes nothing.
func TestFeedback_writes(t *testing.T) {
	today := day("2024-07-15")
	f := review.Feedback{Text: "  Phải nộp hai lần. ", Received: day("2024-07-01"), Channel: review.AtCounter,
		Name:    " Lê Thị Lan ",
		Contact: " 0905 123 456\n"}
	f, err := review.ReceiveFeedback(f, today)
	if err != nil || f.Text != "Phải nộp hai lần." || f.Name != "Lê Thị Lan" || f.Contact != "0905 123 456" {
		t.Fatalf("received: %+v, %v", f, err)
	}
	aside, err := review.SetFeedbackAside(f, " thư rác ")
	if err != nil || aside.State != review.FeedbackSetAside || aside.Reason != "thư rác" {
		t.Errorf("set aside: %+v, %v", aside, err)
	}
	f, err = review.TakeFeedback(f, review.AboutRule, " Tư pháp ", day("2024-07-22"))
	if err != nil || f.State != review.FeedbackTaken || f.Kind != review.AboutRule || f.Unit != "Tư pháp" ||
		f.Due != day("2024-07-22") {
		t.Fatalf("taken: %+v, %v", f, err)
	}
	if again, err := review.AnswerFeedback(f, " ", today, today); err == nil || again != f {
		t.Errorf("a refused answer wrote: %+v", again)
	}
	f, err = review.AnswerFeedback(f, " Đã bỏ. ", day("2024-07-10"), today)
	if err != nil || f.State != review.FeedbackAnswered || f.Answer != "Đã bỏ." || f.Answered != day("2024-07-10") {
		t.Fatalf("answered: %+v, %v", f, err)
	}
	f, err = review.CloseFeedback(f, review.Satisfied, " Người dân phản ánh. ")
	if err != nil || f.Outcome != review.Satisfied || f.Published != "Người dân phản ánh." {
		t.Fatalf("closed: %+v, %v", f, err)
	}
	f.Procedure, f.Part = "1.001193", "dossier"
	want := review.Feedback{Received: day("2024-07-01"), Kind: review.AboutRule, Procedure: "1.001193", Part: "dossier",
		Unit: "Tư pháp", Answer: "Đã bỏ.", Answered: day("2024-07-10"), State: review.FeedbackAnswered,
		Published: "Người dân phản ánh."}
	if got := f.Public(); got != want {
		t.Errorf("public: %+v, want %+v", got, want)
	}
}

// The due day itself is in time; what waits, or was set aside, is neither late nor in time.
func TestFeedback_late(t *testing.T) {
	due := day("2024-07-22")
	for _, c := range []struct {
		name         string
		state        review.FeedbackState
		answered     value.Date
		today        value.Date
		late, inTime bool
	}{
		{"taken, on its day", review.FeedbackTaken, value.Date{}, due, false, false},
		{"taken, the day after", review.FeedbackTaken, value.Date{}, due.Add(1), true, false},
		{"answered on its day, looked at later", review.FeedbackAnswered, due, due.Add(9), false, true},
		{"answered the day after", review.FeedbackAnswered, due.Add(1), due.Add(1), true, false},
		{"waits", review.FeedbackWaiting, value.Date{}, due.Add(9), false, false},
		{"set aside", review.FeedbackSetAside, due.Add(1), due.Add(9), false, false},
	} {
		f := review.Feedback{State: c.state, Due: due, Answered: c.answered}
		if f.IsLate(c.today) != c.late || f.InTime() != c.inTime {
			t.Errorf("%s: late %v, in time %v; want %v, %v", c.name, f.IsLate(c.today), f.InTime(), c.late, c.inTime)
		}
	}
}

// A petition that was due before the program came into use is here for the record: nothing says that it is late, or
// that it was answered in time, and nothing counts it.
func TestFeedback_before(t *testing.T) {
	f := review.Feedback{Kind: review.AboutRule, Received: day("2024-06-20"), Due: day("2024-07-05"), Before: true}
	july := review.Period{Month: value.MustMonth("2024-07"), From: day("2024-06-15"), To: day("2024-07-14")}
	for state, answered := range map[review.FeedbackState]string{
		review.FeedbackTaken:    "",
		review.FeedbackAnswered: "2024-07-10",
	} {
		if f.State = state; answered != "" {
			f.Answered = day(answered)
		}
		all := []review.Feedback{f}
		for _, r := range []review.Register{review.FeedbackInTime, review.FeedbackSatisfied} {
			if n := review.FeedbackFigures(r, all, july.Month, day("2024-07-31")); n != (value.Ratio{}) {
				t.Errorf("%s: counted for %s: %v", state, r, n)
			}
		}
		if n := review.FeedbackIn(all, july); n.Overdue+n.Late+n.InTime > 0 || n.Open+n.Answered != 1 {
			t.Errorf("%s: %+v", state, n)
		}
		if f.IsLate(day("2024-07-31")) || f.InTime() {
			t.Errorf("%s: judged", state)
		}
	}
}
