package app

import (
	"context"
	"errors"
	"time"

	"rasoat/catalog"
	"rasoat/store"
	"rasoat/value"
)

// TurnDates brings procedures up to their own dates and to the decisions of the register whose day has come: what was
// announced comes into force on its first day, what a decision ends is repealed on its last, what waits to be amended
// is amended, what a decision changed until a day comes back on the next. It says how many turned.
func (a *App) TurnDates(ctx context.Context) (int, error) {
	today := a.Today() // one day for all, also over midnight
	turning, err := a.store.TurningProcedures(ctx, today)
	if err != nil {
		return 0, err
	}
	pending, err := a.store.Announcements(ctx, store.AnnouncementFilter{Pending: true})
	if err != nil || len(turning) == 0 && len(pending) == 0 {
		return 0, err
	}
	turned := 0
	err = a.store.Write(ctx, systemActor, func(tx *store.Tx) error {
		for _, key := range turning {
			n, err := a.turn(ctx, tx, key, today)
			if err != nil {
				return err
			}
			turned += n
		}
		for i := range pending { // what ends gives way to what begins the day after
			n, err := a.returnTemporary(ctx, tx, &pending[i], today)
			if err != nil {
				return err
			}
			turned += n
		}
		for _, p := range pending {
			n, err := a.applyPending(ctx, tx, p, today)
			if err != nil {
				return err
			}
			turned += n
		}
		return nil
	})
	if turned > 0 && err == nil {
		a.nudge()
	}
	return turned, err
}

// turn saves a procedure as its own dates make it today.
func (a *App) turn(ctx context.Context, tx *store.Tx, key catalog.Code, today value.Date) (int, error) {
	v, err := tx.Procedure(ctx, key)
	if err != nil {
		return 0, err
	}
	p := catalog.OnDay(v.Procedure, today)
	if p.Status == v.Procedure.Status {
		return 0, nil
	}
	_, err = tx.SaveProcedure(ctx, p, v.Origins, v.Number, a.text.Say("reason.date_came"), v.Source)
	return 1, err
}

// applyPending makes the effects of a decision whose day has come. What does not fit the catalogue any more stays
// pending; the page of the decision says why.
func (a *App) applyPending(
	ctx context.Context, tx *store.Tx, p store.Announcement, today value.Date,
) (int, error) {
	if p.Value.From.After(today) || !p.Value.IsPending() {
		return 0, nil
	}
	next, n, err := a.apply(ctx, tx, p.Value, today)
	var problems value.Problems
	if errors.As(err, &problems) {
		a.log.Warn("decision does not fit the catalogue", "announcement", p.Value.ID, "problems", len(problems))
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	next, back, err := a.giveBack(ctx, tx, next, today) // where nobody looked between its first day and its last
	if err != nil {
		return 0, err
	}
	_, err = tx.SaveAnnouncement(ctx, next, p.Number)
	return n + back, err
}

// FollowDates turns the dates on each new day until ctx ends, asking the clock so often; done is closed then. What
// fails is tried again at the next turn.
func (a *App) FollowDates(ctx context.Context, every time.Duration) (done <-chan struct{}) {
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		tick := time.NewTicker(every)
		defer tick.Stop()
		var turned value.Date
		for {
			if today := a.Today(); today != turned {
				if _, err := a.TurnDates(ctx); err == nil {
					turned = today
				} else if ctx.Err() == nil {
					a.log.Error("dates not turned", "day", today.String(), "error", err)
				}
			}
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
		}
	}()
	return ended
}
