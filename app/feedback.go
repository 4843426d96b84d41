package app

import (
	"context"
	"crypto/rand"
	"errors"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// Feedback is a petition as officials see it, and the version that stands.
type Feedback struct {
	review.Feedback
	Version int
}

// SendFeedback takes a petition in that somebody without an account sends from the commune's page. It waits until an
// official looks at it; with the receipt its sender asks how it stands.
func (a *App) SendFeedback(ctx context.Context, f review.Feedback) (r review.FeedbackReceipt, err error) {
	letters := rand.Text()
	r.Code = letters[:5] + "-" + letters[5:10]
	f = review.Feedback{
		Text:      f.Text,
		Procedure: f.Procedure,
		Part:      f.Part,
		Kind:      f.Kind,
		Name:      f.Name,
		Contact:   f.Contact,
		Received:  a.Today(),
		Channel:   review.ByPage,
		Code:      r.Code,
	}
	r.ID, err = a.receive(ctx, publicActor, Reader{}, f)
	return r, err
}

// FeedbackStatus is how a petition stands, without a word of what it or its answer says.
type FeedbackStatus struct {
	ID       review.FeedbackID
	Received value.Date
	State    review.FeedbackState
	Due      value.Date // until when it is to be answered; zero while nobody has looked at it
	Answered value.Date
	To       string // to whom it was sent on
	Public   bool   // it stands with its answer among those that everybody reads
}

// LookUpFeedback says how a petition stands to whoever holds its receipt.
//
//	feedback.no_receipt
func (a *App) LookUpFeedback(ctx context.Context, r review.FeedbackReceipt) (FeedbackStatus, error) {
	v, err := a.store.Feedback(ctx, r.ID)
	if err != nil && !errors.Is(err, value.ErrNotFound) {
		return FeedbackStatus{}, err
	}
	f := v.Value
	if !r.Opens(f) {
		return FeedbackStatus{}, value.Problems{{Field: "code", Code: "feedback.no_receipt"}}
	}
	return FeedbackStatus{
		ID:       f.ID,
		Received: f.Received,
		State:    f.State,
		Due:      f.Due,
		Answered: f.Answered,
		To:       f.Forwarded.To,
		Public:   f.Published != "",
	}, nil
}

// publicActor is under whose name stands what the public sends.
const publicActor = "public"

// RecordFeedback takes a petition in that came at the counter, by telephone or through the portal.
func (a *App) RecordFeedback(ctx context.Context, by Person, f review.Feedback) (review.FeedbackID, error) {
	if err := by.must(account.AnswerFeedback); err != nil {
		return 0, err
	}
	return a.receive(ctx, by.Name, by.Reader(), f)
}

func (a *App) receive(
	ctx context.Context, actor string, reader Reader, f review.Feedback,
) (id review.FeedbackID, err error) {
	f, err = review.ReceiveFeedback(f, a.Today())
	var problems value.Problems
	if err != nil && !errors.As(err, &problems) {
		return 0, err
	}
	if f.Procedure != "" {
		if _, err := a.Procedure(ctx, reader, f.Procedure); errors.Is(err, value.ErrNotFound) {
			problems.Add("procedure", "feedback.no_procedure", string(f.Procedure))
		} else if err != nil {
			return 0, err
		}
	}
	if len(problems) > 0 {
		return 0, problems
	}
	err = a.store.Write(ctx, actor, func(tx *store.Tx) error {
		id, err = tx.AddFeedback(ctx, f)
		return err
	})
	return id, err
}

// Feedbacks lists petitions in some states, all where none is named, newest first.
func (a *App) Feedbacks(ctx context.Context, by Person, states ...review.FeedbackState) ([]Feedback, error) {
	return a.listFeedback(ctx, by, store.FeedbackFilter{States: states})
}

// FeedbackAbout lists the petitions about a procedure, newest first.
func (a *App) FeedbackAbout(ctx context.Context, by Person, code catalog.Code) ([]Feedback, error) {
	return a.listFeedback(ctx, by, store.FeedbackFilter{Procedure: code.Key()})
}

func (a *App) listFeedback(ctx context.Context, by Person, filter store.FeedbackFilter) ([]Feedback, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return nil, err
	}
	all, err := a.store.Feedbacks(ctx, filter)
	if err != nil {
		return nil, err
	}
	out := make([]Feedback, len(all))
	for i, f := range all {
		out[i] = hideSender(by, f)
	}
	return out, nil
}

// hideSender leaves name and contact to those who answer.
func hideSender(by Person, f store.Feedback) Feedback {
	if !by.May(account.AnswerFeedback) {
		f.Value.Name, f.Value.Contact = "", ""
	}
	return Feedback{f.Value, f.Number}
}

// Feedback is one petition.
func (a *App) Feedback(ctx context.Context, by Person, id review.FeedbackID) (Feedback, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return Feedback{}, err
	}
	f, err := a.store.Feedback(ctx, id)
	return hideSender(by, f), err
}

// PublishedFeedback lists what is public of the petitions, newest first, without anybody's name.
func (a *App) PublishedFeedback(ctx context.Context, limit int) ([]review.Feedback, error) {
	all, err := a.store.Feedbacks(ctx, store.FeedbackFilter{Published: true, Limit: limit})
	if err != nil {
		return nil, err
	}
	out := make([]review.Feedback, len(all))
	for i, f := range all {
		out[i] = f.Value.Public()
	}
	return out, nil
}

// FeedbackStep is one step of a petition, decided by review.
type FeedbackStep func(review.Feedback) (review.Feedback, error)

// TakeFeedback takes a waiting petition on. One that was due before the program came into use is here for the record.
func (a *App) TakeFeedback(
	ctx context.Context, by Person, id review.FeedbackID, base int, kind review.FeedbackKind, unit string,
	due value.Date,
) error {
	began, err := a.Began(ctx)
	if err != nil {
		return err
	}
	return a.stepFeedback(ctx, by, account.AnswerFeedback, id, base, func(f review.Feedback) (review.Feedback, error) {
		f, err := review.TakeFeedback(f, kind, unit, due)
		f.Before = f.Due.Before(began)
		return f, err
	})
}

// SetFeedbackAside sets a waiting petition aside.
func (a *App) SetFeedbackAside(ctx context.Context, by Person, id review.FeedbackID, base int, reason string) error {
	return a.stepFeedback(ctx, by, account.AnswerFeedback, id, base, func(f review.Feedback) (review.Feedback, error) {
		return review.SetFeedbackAside(f, reason)
	})
}

// AnswerFeedback notes the answer to a petition.
func (a *App) AnswerFeedback(
	ctx context.Context, by Person, id review.FeedbackID, base int, answer string, on value.Date,
) error {
	return a.stepFeedback(ctx, by, account.AnswerFeedback, id, base, func(f review.Feedback) (review.Feedback, error) {
		return review.AnswerFeedback(f, answer, on, a.Today())
	})
}

// ForwardFeedback sends a petition on to whoever is competent.
func (a *App) ForwardFeedback(
	ctx context.Context, by Person, id review.FeedbackID, base int, kind review.FeedbackKind, to review.Forwarding,
) error {
	return a.stepFeedback(ctx, by, account.AnswerFeedback, id, base, func(f review.Feedback) (review.Feedback, error) {
		return review.ForwardFeedback(f, kind, to, a.Today())
	})
}

// VerifyFeedback notes what the verification of a petition about conduct found, and what followed.
func (a *App) VerifyFeedback(
	ctx context.Context, by Person, id review.FeedbackID, base int, v review.Verification,
) error {
	return a.stepFeedback(ctx, by, account.AnswerFeedback, id, base, func(f review.Feedback) (review.Feedback, error) {
		return review.VerifyFeedback(f, v, a.Today())
	})
}

// CloseFeedback notes what the sender thinks of the answer, and makes public what the office wrote of it, or takes it
// back.
func (a *App) CloseFeedback(
	ctx context.Context, by Person, id review.FeedbackID, base int, outcome review.FeedbackOutcome, published string,
) error {
	return a.stepFeedback(ctx, by, account.IssueReport, id, base, func(f review.Feedback) (review.Feedback, error) {
		return review.CloseFeedback(f, outcome, published)
	})
}

func (a *App) stepFeedback(
	ctx context.Context, by Person, needs account.Action, id review.FeedbackID, base int, step FeedbackStep,
) error {
	if err := by.must(needs); err != nil {
		return err
	}
	return feedbacks.change(ctx, a, by, id, base, func(_ *store.Tx, f review.Feedback) (review.Feedback, error) {
		f, err := step(f)
		if needs == account.AnswerFeedback {
			f.Officer = by.Name
		}
		return f, err
	})
}

// FeedbackDue is the last day for the answer to what came in on a day, by the stored calendar.
func (a *App) FeedbackDue(ctx context.Context, received value.Date) (value.Date, error) {
	c, err := a.Calendar(ctx)
	return review.FeedbackDue(received, c), err
}

// countRegisters is what the program's own registers count for the indicators of a month, by the keys of the figures.
func (a *App) countRegisters(ctx context.Context, p review.Plan, m value.Month) (map[string]value.Ratio, error) {
	all, err := a.store.Feedbacks(ctx, store.FeedbackFilter{})
	if err != nil {
		return nil, err
	}
	petitions := value.Values(all)
	decisions, err := a.decisions(ctx)
	if err != nil {
		return nil, err
	}
	out := map[string]value.Ratio{}
	for _, ind := range p.Indicators {
		for _, v := range ind.Measured() {
			key := review.FigureKey(ind.MeasuredAs(), v.ID)
			switch r := ind.CountedBy(v); r {
			case "":
			case review.PostedInTime:
				if n, _, used := review.PostingsDue(decisions, m, a.Today()); used {
					out[key] = n
				}
			default:
				out[key] = review.FeedbackFigures(r, petitions, m, a.Today())
			}
		}
	}
	return out, nil
}
