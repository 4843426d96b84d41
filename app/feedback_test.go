package app

import (
	"testing"

	"rasoat/review"
	"rasoat/value"
)

// A petition from the public page waits, is taken on, answered and published; nobody may skip a step or a right.
func TestFeedback(t *testing.T) {
	a := openTest(t)
	ctx := t.Context()
	sent := review.Feedback{
		Text:      "Phải nộp bản sao hai lần.",
		Procedure: "1.001193",
		Name:      "Trần Thị Bưởi",
		Contact:   "0905123456",
		Received:  value.MustDate("2020-01-01"),
		Channel:   review.AtCounter,
		State:     review.FeedbackAnswered,
		Published: "của tôi",
	}
	receipt, err := a.SendFeedback(ctx, sent)
	if err != nil {
		t.Fatal(err)
	}
	id := receipt.ID
	f, err := a.Feedback(ctx, reviewerHoa, id)
	if err != nil || f.Received != a.Today() || f.Channel != review.ByPage || f.State != review.FeedbackWaiting ||
		f.Published != "" || f.Name == "" {
		t.Fatalf("what the public sends decides more than it may: %+v, %v", f, err)
	}
	if seen, err := a.Feedback(ctx, chairTuan, id); err != nil || seen.Name != "" || seen.Contact != "" {
		t.Errorf("who does not answer sees the name: %+v, %v", seen, err)
	}
	taken := func(by Person, base int) string {
		return fieldCodes(a.TakeFeedback(ctx, by, id, base, review.AboutRule, "Tư pháp - Hộ tịch",
			value.MustDate("2024-07-12")))
	}
	of := func(_ any, err error) string { return fieldCodes(err) }
	list := func(by Person) string { _, err := a.Feedbacks(ctx, by); return fieldCodes(err) }
	public := func() int {
		all, err := a.PublishedFeedback(ctx, 10)
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	if got := public(); got != 0 {
		t.Errorf("%d are public before anybody looked", got)
	}
	steps := []struct{ name, got, want string }{
		{"a procedure that is not there", of(a.SendFeedback(ctx, review.Feedback{Text: "Không tìm thấy thủ tục.", Procedure: "9.999999"})), "procedure feedback.no_procedure"},
		{"an internal procedure is not there for the public", of(a.SendFeedback(ctx, review.Feedback{Text: "Không tìm thấy thủ tục.", Procedure: "TB-01"})), "procedure feedback.no_procedure"},
		{"nothing written", of(a.SendFeedback(ctx, review.Feedback{})), "text feedback.text_missing"},
		{"the public records nothing else", of(a.RecordFeedback(ctx, Person{}, sent)), "forbidden"},
		{"nor reads the register", list(Person{}), "forbidden"},
		{"a day to come", of(a.RecordFeedback(ctx, officeLan, review.Feedback{Text: "Gọi điện phản ánh chậm.", Channel: review.ByTelephone, Received: value.MustDate("2024-07-16")})), "received date.future"},
		{"the chairman does not answer", taken(chairTuan, 1), "forbidden"},
		{"from an old page", taken(officeLan, 3), "conflict"},
		{"taken on, due before it came", taken(officeLan, 1), "due feedback.due_before"},
		{"taken on", fieldCodes(a.TakeFeedback(ctx, officeLan, id, 1, review.AboutRule, "Tư pháp - Hộ tịch", value.MustDate("2024-07-15"))), ""},
		{"set aside afterwards", fieldCodes(a.SetFeedbackAside(ctx, officeLan, id, 2, "x")), " feedback.not_now"},
		{"answered", fieldCodes(a.AnswerFeedback(ctx, reviewerHoa, id, 2, "Đã bỏ yêu cầu nộp bản sao.", a.Today())), ""},
		{"an official does not publish", fieldCodes(a.CloseFeedback(ctx, reviewerHoa, id, 3, "", "x")), "forbidden"},
		{"the name is not published", fieldCodes(a.CloseFeedback(ctx, officeLan, id, 3, "", "Bà Trần Thị Bưởi phản ánh")), "published feedback.private"},
		{"the office publishes", fieldCodes(a.CloseFeedback(ctx, officeLan, id, 3, review.Satisfied, "Người dân phản ánh việc nộp bản sao.")), ""},
	}
	for _, s := range steps {
		if s.got != s.want {
			t.Errorf("%s: %q, want %q", s.name, s.got, s.want)
		}
	}
	if got := public(); got != 1 {
		t.Errorf("%d are public", got)
	}
	about, err := a.FeedbackAbout(ctx, reviewerHoa, "1.001193")
	if err != nil || len(about) != 1 || about[0].ID != id {
		t.Errorf("about the procedure: %+v, %v", about, err)
	}
	if due, err := a.FeedbackDue(ctx, value.MustDate("2024-07-01")); err != nil || due != value.MustDate("2024-07-22") {
		t.Errorf("due %v, %v", due, err)
	}
	now, err := a.Indicators(ctx, "", value.MustMonth("2024-07"))
	if err != nil || now.Counted["nq02-6"] != (value.Ratio{Part: 1, Whole: 1}) || len(now.Counted) != 1 {
		t.Errorf("counted for the indicators: %v, %v", now.Counted, err)
	}
}
