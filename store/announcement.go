package store

import (
	"context"
	"fmt"
	"strconv"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/value"
)

// announcementForm is how decisions of the register are written.
var announcementForm = snapshot[review.Announcement]{kind: "announcement"}

// Announcement is a decision of the register with the version that stands.
type Announcement = value.Versioned[review.Announcement]

// AnnouncementFilter narrows a listing of decisions; the zero filter is everything.
type AnnouncementFilter struct {
	Procedure catalog.Code // key of a procedure that they touch
	Owed      bool         // still to be posted
	Open      bool         // still to be posted, or not let into the catalogue yet
	Pending   bool         // let into the catalogue, with an effect that waits for its day, or for its end
	Limit     int
}

const announcementColumns = `
SELECT
	version,
	body
FROM announcement
`

// Announcements lists decisions, what was received last first.
func (r reader) Announcements(ctx context.Context, f AnnouncementFilter) ([]Announcement, error) {
	var w where
	w.add("agency = ?", r.agency)
	if f.Procedure != "" {
		w.add(`id IN (
	SELECT announcement
	FROM announcement_procedure
	WHERE agency = ? AND procedure = ?
)`, r.agency, f.Procedure.Key())
	}
	if f.Owed {
		w.add("owed")
	}
	if f.Open {
		w.add("(owed OR waiting)")
	}
	if f.Pending {
		w.add("pending")
	}
	all, err := list(ctx, r, announcementForm.scan,
		announcementColumns+"WHERE "+w.String()+" ORDER BY received DESC, id DESC LIMIT ?",
		append(w.args, limitOrAll(f.Limit))...)
	if err != nil {
		return nil, fmt.Errorf("announcements: %w", err)
	}
	return all, nil
}

// Announcement is a decision; value.ErrNotFound where there is none.
func (r reader) Announcement(ctx context.Context, id review.AnnouncementID) (Announcement, error) {
	a, err := one(ctx, r, announcementForm.scan, announcementColumns+"WHERE agency = ? AND id = ?", r.agency, id)
	if err != nil {
		return a, fmt.Errorf("announcement %d: %w", id, err)
	}
	return a, nil
}

// AddAnnouncement stores a decision that came in, under a number of its own.
func (tx *Tx) AddAnnouncement(ctx context.Context, a review.Announcement) (review.AnnouncementID, error) {
	id, err := tx.next(ctx, "announcement")
	if err != nil {
		return 0, err
	}
	a.ID = review.AnnouncementID(id)
	_, err = tx.SaveAnnouncement(ctx, a, 0)
	return a.ID, err
}

// SaveAnnouncement saves a decision as the version after base; *value.Conflict where another version stands.
func (tx *Tx) SaveAnnouncement(ctx context.Context, a review.Announcement, base int) (int, error) {
	return announcementForm.saveNext(ctx, tx, strconv.FormatInt(int64(a.ID), 10), a, base,
		func(number int, text string) error {
			_, err := tx.exec(ctx, `
INSERT INTO announcement (
	agency,
	id,
	number,
	date,
	received,
	due,
	owed,
	waiting,
	pending,
	version,
	body
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (agency, id) DO UPDATE SET
	number = excluded.number,
	date = excluded.date,
	received = excluded.received,
	due = excluded.due,
	owed = excluded.owed,
	waiting = excluded.waiting,
	pending = excluded.pending,
	version = excluded.version,
	body = excluded.body`,
				tx.agency, a.ID, a.Number, a.Date, a.Received, a.Due, a.IsOwed(), !a.IsConfirmed(),
				a.IsPending() || a.IsTemporary(),
				number, text)
			if err != nil {
				return err
			}
			return tx.touch(ctx, a)
		})
}

// touch writes down anew which procedures a decision touches.
func (tx *Tx) touch(ctx context.Context, a review.Announcement) error {
	_, err := tx.exec(ctx, `
DELETE FROM announcement_procedure
WHERE agency = ? AND announcement = ?`, tx.agency, a.ID)
	if err != nil {
		return err
	}
	for _, code := range a.Codes() {
		_, err := tx.exec(ctx, `
INSERT INTO announcement_procedure (
	agency,
	procedure,
	announcement
) VALUES (?, ?, ?)`, tx.agency, code, a.ID)
		if err != nil {
			return err
		}
	}
	return nil
}

// AnnouncementHistory lists all versions of a decision, newest first.
func (r reader) AnnouncementHistory(ctx context.Context, id review.AnnouncementID) ([]Announcement, error) {
	return announcementForm.versions(ctx, r, strconv.FormatInt(int64(id), 10))
}
