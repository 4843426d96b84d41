package store

import (
	"context"
	"fmt"
	"strconv"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// feedbackForm is how petitions are written.
var feedbackForm = snapshot[review.Feedback]{kind: "feedback"}

// Feedback is a petition with the version that stands.
type Feedback = value.Versioned[review.Feedback]

// FeedbackFilter narrows a listing of petitions; the zero filter is everything.
type FeedbackFilter struct {
	States    []review.FeedbackState
	Procedure catalog.Code // key
	Published bool
	Limit     int
}

const feedbackColumns = `
SELECT
	version,
	body
FROM feedback
`

// Feedbacks lists petitions, newest first.
func (r reader) Feedbacks(ctx context.Context, f FeedbackFilter) ([]Feedback, error) {
	var w where
	w.add("agency = ?", r.agency)
	if len(f.States) > 0 {
		in(&w, "state", f.States)
	}
	if f.Procedure != "" {
		w.add("procedure = ?", f.Procedure)
	}
	if f.Published {
		w.add("published")
	}
	all, err := list(ctx, r, feedbackForm.scan,
		feedbackColumns+"WHERE "+w.String()+" ORDER BY received DESC, id DESC LIMIT ?",
		append(w.args, limitOrAll(f.Limit))...)
	if err != nil {
		return nil, fmt.Errorf("feedback: %w", err)
	}
	return all, nil
}

// Feedback is a petition; value.ErrNotFound where there is none.
func (r reader) Feedback(ctx context.Context, id review.FeedbackID) (Feedback, error) {
	f, err := one(ctx, r, feedbackForm.scan, feedbackColumns+"WHERE agency = ? AND id = ?", r.agency, id)
	if err != nil {
		return f, fmt.Errorf("feedback %d: %w", id, err)
	}
	return f, nil
}

// AddFeedback stores a petition that came in, under a number of its own.
func (tx *Tx) AddFeedback(ctx context.Context, f review.Feedback) (review.FeedbackID, error) {
	id, err := tx.next(ctx, "feedback")
	if err != nil {
		return 0, err
	}
	f.ID = review.FeedbackID(id)
	_, err = tx.SaveFeedback(ctx, f, 0)
	return f.ID, err
}

// SaveFeedback saves a petition as the version after base; *value.Conflict where another version stands.
func (tx *Tx) SaveFeedback(ctx context.Context, f review.Feedback, base int) (int, error) {
	return feedbackForm.saveNext(ctx, tx, strconv.FormatInt(int64(f.ID), 10), f, base,
		func(number int, text string) error {
			_, err := tx.exec(ctx, `
INSERT INTO feedback (
	agency,
	id,
	received,
	state,
	procedure,
	due,
	published,
	version,
	body
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, id) DO UPDATE SET
	received = excluded.received,
	state = excluded.state,
	procedure = excluded.procedure,
	due = excluded.due,
	published = excluded.published,
	version = excluded.version,
	body = excluded.body`,
				tx.agency, f.ID, f.Received, f.State, f.Procedure.Key(), f.Due, f.Published != "", number, text)
			return err
		})
}
