package store_test

import (
	"testing"

	"rasoat/review"
	"rasoat/store"
	"rasoat/store/storetest"
	"rasoat/value"
)

func TestSaveFeedback(t *testing.T) {
	s := storetest.Open(t)
	first := review.Feedback{
		Received:  value.MustDate("2024-07-01"),
		Channel:   review.ByPage,
		Text:      "Nộp bản sao hai lần.",
		Procedure: "1.001193",
		State:     review.FeedbackWaiting,
	}
	second := review.Feedback{
		Received: value.MustDate("2024-07-03"),
		Channel:  review.AtCounter,
		Text:     "Chờ lâu quá.",
		State:    review.FeedbackWaiting,
	}
	write(t, s, func(tx *store.Tx) error {
		for want, f := range []review.Feedback{first, second} {
			id, err := tx.AddFeedback(t.Context(), f)
			if err != nil || id != review.FeedbackID(want+1) {
				t.Fatalf("number %d, %v", id, err)
			}
		}
		return nil
	})
	one, err := s.Feedback(t.Context(), 1)
	if err != nil || one.Number != 1 || one.Value.Text != first.Text {
		t.Fatalf("%+v, %v", one, err)
	}
	one.Value.State, one.Value.Published = review.FeedbackAnswered, "Đã bỏ yêu cầu nộp bản sao."
	save := func(base int) error {
		return s.Write(t.Context(), "lan", func(tx *store.Tx) error {
			_, err := tx.SaveFeedback(t.Context(), one.Value, base)
			return err
		})
	}
	if err := save(1); err != nil {
		t.Fatal(err)
	}
	wantConflict(t, save(1), value.Conflict{What: "feedback 1", Base: 1, Newest: 2})
	for _, tt := range []struct {
		name string
		f    store.FeedbackFilter
		want []review.FeedbackID
	}{
		{"all, newest first", store.FeedbackFilter{}, []review.FeedbackID{2, 1}},
		{"waiting", store.FeedbackFilter{States: []review.FeedbackState{review.FeedbackWaiting}}, []review.FeedbackID{2}},
		{"about a procedure", store.FeedbackFilter{Procedure: "1.001193"}, []review.FeedbackID{1}},
		{"published", store.FeedbackFilter{Published: true}, []review.FeedbackID{1}},
		{"one", store.FeedbackFilter{Limit: 1}, []review.FeedbackID{2}},
	} {
		all, err := s.Feedbacks(t.Context(), tt.f)
		var got []review.FeedbackID
		for _, f := range all {
			got = append(got, f.Value.ID)
		}
		if err != nil {
			t.Fatal(err)
		}
		diff(t, got, tt.want)
	}
	_, err = s.Feedback(t.Context(), 9)
	wantIs(t, err, value.ErrNotFound)
	if err := s.VerifyVersions(t.Context()); err != nil {
		t.Error(err)
	}
}
