package app

import (
	"context"
	"fmt"
	"slices"

	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// giveBack has the procedures of a decision whose last day is past come back (review.Returns), and marks them. It says
// how many changed.
func (a *App) giveBack(
	ctx context.Context, tx *store.Tx, x review.Announcement, today value.Date,
) (review.Announcement, int, error) {
	if !x.IsTemporary() || !today.After(x.To) {
		return x, 0, nil
	}
	now, err := a.touchedProcedures(ctx, tx, x)
	if err != nil {
		return x, 0, err
	}
	then, origins, err := stoodBefore(ctx, tx, x)
	if err != nil {
		return x, 0, err
	}
	back, err := review.Returns(x, now, then, today)
	if err != nil {
		return x, 0, err
	}
	changed := 0
	x.Touches = slices.Clone(x.Touches)
	for i := range x.Touches {
		x.Touches[i].Returned = today
	}
	why := a.text.Say("announcement.reason.returned", x.Number, viet.ShortDate(x.Date), viet.ShortDate(x.To))
	for _, r := range back {
		x.Touches[r.Touch].Kept = x.Touches[r.Touch].Kept || r.Kept
		if !r.Changes() {
			continue
		}
		v, err := tx.Procedure(ctx, r.Code)
		if err != nil {
			return x, 0, err
		}
		of := origins[review.ProcedureVersion{Code: r.Code, Number: r.Was}]
		if _, err := tx.SaveProcedure(ctx, r.After, of, v.Number, why, a.personSource()); err != nil {
			return x, 0, fmt.Errorf("procedure %s: %w", r.Code, err)
		}
		changed++
	}
	return x, changed, nil
}

// stoodBefore are the versions that stood before a decision, and where their fields came from.
func stoodBefore(ctx context.Context, tx *store.Tx, x review.Announcement) (
	then map[review.ProcedureVersion]catalog.Procedure, origins map[review.ProcedureVersion]catalog.Origins, err error,
) {
	then = map[review.ProcedureVersion]catalog.Procedure{}
	origins = map[review.ProcedureVersion]catalog.Origins{}
	for _, t := range x.Touches {
		for _, of := range []review.ProcedureVersion{
			{Code: t.Procedure.Key(), Number: t.Was},
			{Code: t.By.Key(), Number: t.ByWas},
		} {
			if of.Number == 0 {
				continue
			}
			v, err := tx.ProcedureVersion(ctx, of.Code, of.Number)
			if err != nil {
				return nil, nil, fmt.Errorf("procedure %s: %w", of.Code, err)
			}
			then[of], origins[of] = v.Procedure, v.Origins
		}
	}
	return then, origins, nil
}

// returnTemporary has the procedures of a decision come back whose last day is past, once its effects were made.
func (a *App) returnTemporary(ctx context.Context, tx *store.Tx, p *store.Announcement, today value.Date) (int, error) {
	if p.Value.IsPending() || !p.Value.IsTemporary() || !today.After(p.Value.To) {
		return 0, nil
	}
	next, n, err := a.giveBack(ctx, tx, p.Value, today)
	if err != nil {
		return 0, err
	}
	p.Value = next
	p.Number, err = tx.SaveAnnouncement(ctx, next, p.Number)
	return n, err
}
