package app

import (
	"context"
	"encoding/json"
	"fmt"

	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// Revision is one version of something: what it said, who saved it, when.
type Revision[T any] = value.Versioned[T]

// record is one kind of thing that is kept with its versions: how a transaction reads and saves it.
type record[ID, T any] struct {
	name string
	read func(*store.Tx, context.Context, ID) (Revision[T], error)
	save func(tx *store.Tx, ctx context.Context, v T, base int) (int, error)
}

// The records that people change step by step.
var (
	announcements = record[review.AnnouncementID, review.Announcement]{
		name: "announcement",
		read: (*store.Tx).Announcement,
		save: (*store.Tx).SaveAnnouncement,
	}
	feedbacks = record[review.FeedbackID, review.Feedback]{
		name: "feedback",
		read: (*store.Tx).Feedback,
		save: (*store.Tx).SaveFeedback,
	}
	restructurings = record[review.RestructuringID, review.Restructuring]{
		name: "restructuring",
		read: (*store.Tx).Restructuring,
		save: (*store.Tx).SaveRestructuring,
	}
)

// change saves what decide makes of what stands under an id as the version after base, in one transaction.
// *value.Conflict where another version than base stands: then nothing is decided.
func (r record[ID, T]) change(
	ctx context.Context, a *App, by Person, id ID, base int, decide func(*store.Tx, T) (T, error),
) error {
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		current, err := r.read(tx, ctx, id)
		if err != nil {
			return err
		}
		if current.Number != base {
			return &value.Conflict{What: r.name, Base: base, Newest: current.Number}
		}
		next, err := decide(tx, current.Value)
		if err != nil {
			return err
		}
		_, err = r.save(tx, ctx, next, base)
		return err
	})
}

// settingHistory reads all versions of a setting, newest first; none where it was never saved.
func settingHistory[T any](ctx context.Context, a *App, name string) ([]Revision[T], error) {
	all, err := a.store.SettingHistory(ctx, name)
	if err != nil {
		return nil, err
	}
	out := make([]Revision[T], len(all))
	for i, v := range all {
		out[i] = Revision[T]{Number: v.Number, Author: v.Author, At: v.At}
		if err := json.Unmarshal(v.Value, &out[i].Value); err != nil {
			return nil, fmt.Errorf("setting %s version %d: %w", name, v.Number, err)
		}
	}
	return out, nil
}
