package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// Announcement is a decision of the register of announced procedures, and the version that stands.
type Announcement struct {
	review.Announcement
	Version int
}

// Announcements lists the decisions of the register, what was received last first.
func (a *App) Announcements(ctx context.Context, by Person) ([]Announcement, error) {
	return a.listAnnouncements(ctx, by, store.AnnouncementFilter{})
}

// AnnouncementsOf lists the decisions that touch a procedure, what was received last first.
func (a *App) AnnouncementsOf(ctx context.Context, by Person, code catalog.Code) ([]Announcement, error) {
	return a.listAnnouncements(ctx, by, store.AnnouncementFilter{Procedure: code.Key()})
}

func (a *App) listAnnouncements(ctx context.Context, by Person, f store.AnnouncementFilter) ([]Announcement, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return nil, err
	}
	all, err := a.store.Announcements(ctx, f)
	if err != nil {
		return nil, err
	}
	out := make([]Announcement, len(all))
	for i, x := range all {
		out[i] = Announcement{x.Value, x.Number}
	}
	return out, nil
}

// Announcement is one decision of the register.
func (a *App) Announcement(ctx context.Context, by Person, id review.AnnouncementID) (Announcement, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return Announcement{}, err
	}
	x, err := a.store.Announcement(ctx, id)
	return Announcement{x.Value, x.Number}, err
}

// AnnouncementHistory lists the versions of a decision of the register, newest first.
func (a *App) AnnouncementHistory(
	ctx context.Context, by Person, id review.AnnouncementID,
) ([]Revision[review.Announcement], error) {
	if err := by.must(account.SeeInternal); err != nil {
		return nil, err
	}
	return a.store.AnnouncementHistory(ctx, id)
}

// AnnouncementOrder is a decision as somebody entered it: its particulars, the pasted lists of procedures, and the
// scan that KeepScan took in, where one came along.
type AnnouncementOrder struct {
	review.Announcement
	Lists  map[review.TouchKind]string
	Drafts []catalog.Code // that were ticked among those that wait to be announced
	Why    string         // what was wrong with number, day or body of one that was let into the catalogue
}

// RecordAnnouncement writes a decision that came in into the register. No procedure changes by that.
//
//	announcement.twice scan.kind scan.too_large and the codes of review.ReadTouches and RecordAnnouncement
func (a *App) RecordAnnouncement(
	ctx context.Context, by Person, o AnnouncementOrder,
) (id review.AnnouncementID, err error) {
	if err := by.must(account.EditProcedure); err != nil {
		return 0, err
	}
	x, err := a.readOrder(ctx, o, review.Announcement{})
	if err != nil {
		return 0, err
	}
	err = a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		if err := onlyOnce(ctx, tx, x); err != nil {
			return err
		}
		if err := a.nameScan(ctx, tx, x.Scan); err != nil {
			return err
		}
		id, err = tx.AddAnnouncement(ctx, x)
		return err
	})
	return id, err
}

// EditAnnouncement saves a decision of the register as the version after base. Once it was let into the catalogue the
// day from which it holds and its procedures stay; number, day and body that were entered wrongly are put right with a
// reason, in the procedures as well.
func (a *App) EditAnnouncement(
	ctx context.Context, by Person, id review.AnnouncementID, base int, o AnnouncementOrder,
) error {
	if err := by.must(account.EditProcedure); err != nil {
		return err
	}
	stands, err := a.store.Announcement(ctx, id)
	if err != nil {
		return err
	}
	x, err := a.readOrder(ctx, o, stands.Value)
	if err != nil {
		return err
	}
	err = a.changeAnnouncement(ctx, by, account.EditProcedure, id, base,
		func(tx *store.Tx, _ review.Announcement) (review.Announcement, error) {
			if err := onlyOnce(ctx, tx, x); err != nil {
				return x, err
			}
			if err := a.renameDecision(ctx, tx, stands.Value, x, o.Why); err != nil {
				return x, err
			}
			return x, a.nameScan(ctx, tx, x.Scan)
		})
	if err != nil || !x.IsConfirmed() {
		return err
	}
	if x.IsTemporary() && x.To.Before(a.Today()) { // its last day was put right to one that is past
		if _, err := a.TurnDates(ctx); err != nil {
			return err
		}
	}
	a.settle(ctx)
	return nil
}

// renameDecision puts a decision that was let into the catalogue right in the procedures that name it.
func (a *App) renameDecision(ctx context.Context, tx *store.Tx, old, x review.Announcement, why string) error {
	if !old.IsConfirmed() || x.Decision() == old.Decision() {
		return nil
	}
	reason := a.text.Say("announcement.reason.corrected", x.Number, viet.ShortDate(x.Date), old.Number,
		viet.ShortDate(old.Date), viet.CleanText(why))
	for _, code := range old.Codes() {
		v, err := tx.Procedure(ctx, code)
		if err != nil {
			return err
		}
		p := v.Procedure
		if p.Decision == old.Decision() {
			p.Decision = x.Decision()
		}
		if p.Validity.RepealedBy == old.Number {
			p.Validity.RepealedBy = x.Number
		}
		if p.Decision == v.Procedure.Decision && p.Validity == v.Procedure.Validity {
			continue
		}
		if _, err := tx.SaveProcedure(ctx, p, catalog.Edited(v.Procedure, v.Origins, p), v.Number, reason,
			a.personSource()); err != nil {
			return fmt.Errorf("procedure %s: %w", code, err)
		}
	}
	return nil
}

// CheckAnnouncement lists what would keep an order from being saved over what stands.
func (a *App) CheckAnnouncement(ctx context.Context, by Person, stands review.Announcement, o AnnouncementOrder) error {
	if err := by.must(account.EditProcedure); err != nil {
		return err
	}
	_, err := a.readOrder(ctx, o, stands)
	return err
}

// readOrder is a decision as the register keeps it, out of what was entered over what stands.
func (a *App) readOrder(
	ctx context.Context, o AnnouncementOrder, stands review.Announcement,
) (review.Announcement, error) {
	x, old := o.Announcement, stands
	x.ID, x.Confirmed, x.Posting, x.Exempt = old.ID, old.Confirmed, old.Posting, old.Exempt
	if o.Scan.SHA == "" {
		x.Scan = old.Scan
	}
	procedures, problems, err := a.readLists(ctx, o, &x, old)
	if err != nil {
		return x, err
	}
	rules, calendar, err := a.postingRules(ctx)
	if err != nil {
		return x, err
	}
	today := a.Today()
	if old.IsConfirmed() {
		x.From, x.Touches = old.From, nil
		if !old.IsTemporary() && !old.To.IsZero() { // what has come back stays so
			x.To = old.To
		}
		if !x.To.IsZero() && !old.IsPending() && !slices.ContainsFunc(old.Touches, review.Touch.MayReturn) {
			problems.Add("to", "announcement.to_nothing")
		}
	}
	x, err = review.RecordAnnouncement(x, procedures, rules, calendar, today)
	var found value.Problems
	if err != nil && !errors.As(err, &found) {
		return x, err
	}
	if old.IsConfirmed() { // its procedures are as the decision left them
		x.Touches = old.Touches
		found = slices.DeleteFunc(found, func(p value.Problem) bool { return p.Field == "touches" })
		if x.Decision() != old.Decision() && viet.CleanText(o.Why) == "" {
			found.Add("why", "reason.missing")
		}
	}
	unread := len(problems) > 0
	for _, p := range found {
		if p.Field != "touches" || !unread { // a list that cannot be read is not an empty one
			problems = append(problems, p)
		}
	}
	began, err := a.Began(ctx)
	if err != nil {
		return x, err
	}
	x.Before = review.IsBefore(x, rules, calendar, began)
	if x.Named == old.Named && x.Received == old.Received && x.Date == old.Date && !old.Due.IsZero() {
		x.Due, x.Before = old.Due, old.Before // rules that changed meanwhile move nothing that stands
	}
	if len(problems) > 0 {
		return x, problems
	}
	return x, nil
}

// readLists reads the procedures that the lists name, and gives them as the catalogue has them.
func (a *App) readLists(
	ctx context.Context, o AnnouncementOrder, x *review.Announcement, old review.Announcement,
) (map[catalog.Code]catalog.Procedure, value.Problems, error) {
	if old.IsConfirmed() {
		return nil, nil, nil
	}
	heads, err := a.store.ProcedureHeads(ctx, store.Filter{})
	if err != nil {
		return nil, nil, err
	}
	stock := stockOf(heads)
	var problems value.Problems
	x.Touches = nil
	for _, k := range review.TouchKinds {
		touches, wrong := review.ReadTouches(k, o.Lists[k], stock)
		x.Touches, problems = append(x.Touches, touches...), append(problems, wrong...)
	}
	for _, code := range o.Drafts {
		named := func(t review.Touch) bool { return t.Kind == review.TouchAnnounce && t.Procedure == code.Key() }
		if !slices.ContainsFunc(x.Touches, named) { // it may be pasted as well
			x.Touches = append(x.Touches, review.Touch{Kind: review.TouchAnnounce, Procedure: code.Key()})
		}
	}
	procedures, err := a.touchedProcedures(ctx, a.store, *x)
	return procedures, problems, err
}

// stockOf is what pasted lists are read against: the codes, and the names that one procedure alone has.
func stockOf(heads []store.Head) review.Stock {
	has, named := map[catalog.Code]bool{}, map[string][]catalog.Code{}
	name := func(s string) string { return strings.Join(catalog.WordsOf(s), " ") }
	for _, h := range heads {
		has[h.Key] = true
		named[name(h.Name)] = append(named[name(h.Name)], h.Key)
	}
	return review.Stock{
		Has: func(c catalog.Code) bool { return has[c] },
		Named: func(s string) catalog.Code {
			if all := named[name(s)]; len(all) == 1 {
				return all[0]
			}
			return ""
		},
	}
}

// WaitingDrafts are the drafts that no decision has announced yet, by name.
func (a *App) WaitingDrafts(ctx context.Context, by Person) ([]Head, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return nil, err
	}
	heads, err := a.store.ProcedureHeads(ctx, store.Filter{Status: catalog.Draft})
	viet.SortBy(heads, func(h Head) string { return h.Name })
	return heads, err
}

// procedureReader is the store, or a transaction of it.
type procedureReader interface {
	Procedures(context.Context, store.Filter) ([]store.Version, error)
}

// touchedProcedures are the procedures that a decision touches, by key.
func (a *App) touchedProcedures(
	ctx context.Context, r procedureReader, x review.Announcement,
) (map[catalog.Code]catalog.Procedure, error) {
	list, err := r.Procedures(ctx, store.Filter{Keys: append([]catalog.Code{}, x.Codes()...)})
	if err != nil {
		return nil, err
	}
	out := make(map[catalog.Code]catalog.Procedure, len(list))
	for _, v := range list {
		out[v.Key] = v.Procedure
	}
	return out, nil
}

// postingRules are the rules of the plan that is followed, and the table of holidays.
func (a *App) postingRules(ctx context.Context) (review.Rules, viet.Calendar, error) {
	c, err := a.Calendar(ctx)
	if err != nil {
		return review.Rules{}, c, err
	}
	p, _, err := a.Plan(ctx, "")
	if errors.Is(err, value.ErrNotFound) { // a store without a plan: the defaults
		return review.Rules{}, c, nil
	}
	return p.Rules, c, err
}

// onlyOnce refuses a decision that stands in the register already.
func onlyOnce(ctx context.Context, tx *store.Tx, x review.Announcement) error {
	all, err := tx.Announcements(ctx, store.AnnouncementFilter{})
	if err != nil {
		return err
	}
	for _, o := range value.Values(all) {
		if o.ID != x.ID && o.IsSame(x) {
			return value.Problems{{Field: "number", Code: "announcement.twice", Args: []any{int64(o.ID)}}}
		}
	}
	return nil
}

// nameScan names the scan of a decision in the transaction that saves it, so that it is kept. Only a scan is one.
func (a *App) nameScan(ctx context.Context, tx *store.Tx, e review.Evidence) error {
	if e.SHA == "" {
		return nil
	}
	f, err := a.openScan(e.SHA, "")
	if err != nil {
		return err
	}
	if err := f.Content.Close(); err != nil {
		return err
	}
	return a.nameEvidence(ctx, tx, []review.Evidence{e})
}

// PostAnnouncement notes where and when the procedures of a decision were posted, and by whom.
func (a *App) PostAnnouncement(
	ctx context.Context, by Person, id review.AnnouncementID, base int, p review.Posting,
) error {
	return a.changeAnnouncement(ctx, by, account.PostProcedure, id, base,
		func(_ *store.Tx, x review.Announcement) (review.Announcement, error) {
			return review.PostAnnouncement(x, p, a.Today())
		})
}

// ExemptAnnouncement notes why the commune does not have to post a decision.
func (a *App) ExemptAnnouncement(
	ctx context.Context, by Person, id review.AnnouncementID, base int, reason string,
) error {
	return a.changeAnnouncement(ctx, by, account.EditProcedure, id, base,
		func(_ *store.Tx, x review.Announcement) (review.Announcement, error) {
			return review.ExemptAnnouncement(x, reason)
		})
}

func (a *App) changeAnnouncement(
	ctx context.Context, by Person, needs account.Action, id review.AnnouncementID, base int,
	change func(*store.Tx, review.Announcement) (review.Announcement, error),
) error {
	if err := by.must(needs); err != nil {
		return err
	}
	return announcements.change(ctx, a, by, id, base, change)
}

// AnnouncementEffects is what a decision would make of its procedures if it were let into the catalogue today;
// value.Problems beside them where one does not fit.
func (a *App) AnnouncementEffects(ctx context.Context, by Person, x review.Announcement) ([]review.Effect, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return nil, err
	}
	procedures, err := a.touchedProcedures(ctx, a.store, x)
	if err != nil {
		return nil, err
	}
	return review.Effects(x, procedures, a.Today())
}

// ApplyAnnouncement lets a decision into the catalogue: each procedure whose day has come gets a new version that names
// the decision; what waits for its day is made by the clock (TurnDates). It says how many procedures changed.
func (a *App) ApplyAnnouncement(
	ctx context.Context, by Person, id review.AnnouncementID, base int,
) (changed int, err error) {
	err = a.changeAnnouncement(ctx, by, account.EditProcedure, id, base,
		func(tx *store.Tx, x review.Announcement) (review.Announcement, error) {
			if x.IsConfirmed() {
				return x, value.Problems{{Code: "announcement.confirmed"}}
			}
			x.Confirmed = a.Today()
			if x, changed, err = a.apply(ctx, tx, x, x.Confirmed); err != nil || x.IsPending() {
				return x, err
			}
			x, _, err = a.giveBack(ctx, tx, x, x.Confirmed)
			return x, err
		})
	if err != nil {
		return 0, err
	}
	a.settle(ctx)
	return changed, nil
}

// apply makes the effects of a decision whose day has come today, and marks them as made.
func (a *App) apply(
	ctx context.Context, tx *store.Tx, x review.Announcement, today value.Date,
) (review.Announcement, int, error) {
	procedures, err := a.touchedProcedures(ctx, tx, x)
	if err != nil {
		return x, 0, err
	}
	effects, err := review.Effects(x, procedures, today)
	if err != nil {
		return x, 0, err
	}
	changed, waits, was := 0, map[catalog.Code]bool{}, map[catalog.Code]int{}
	for _, e := range effects {
		switch {
		case e.Waits:
			waits[e.Touch.Procedure] = true
		case e.Changes():
			if was[e.Code], err = a.applyEffect(ctx, tx, x, e); err != nil {
				return x, 0, fmt.Errorf("procedure %s: %w", e.Code, err)
			}
			changed++
		}
	}
	x.Touches = slices.Clone(x.Touches)
	for i, t := range x.Touches {
		if t.Applied.IsZero() && !waits[t.Procedure] {
			t.Applied, t.Was, t.ByWas = today, was[t.Procedure.Key()], was[t.By.Key()]
			x.Touches[i] = t
		}
	}
	return x, changed, nil
}

// applyEffect makes one effect of a decision; was is the version that stood before.
func (a *App) applyEffect(
	ctx context.Context, tx *store.Tx, x review.Announcement, e review.Effect,
) (was int, err error) {
	v, err := tx.Procedure(ctx, e.Code)
	if err != nil {
		return 0, err
	}
	why := "announcement.reason." + string(e.Touch.Kind)
	args := []any{x.Number, viet.ShortDate(x.Date)}
	if e.Touch.Kind == review.TouchReplace {
		other := e.Touch.By
		if e.Code == e.Touch.By.Key() {
			why, other = "announcement.reason.replacing", e.Touch.Procedure
		}
		args = append(args, string(other))
	}
	_, err = tx.SaveProcedure(ctx, e.After, catalog.Edited(v.Procedure, v.Origins, e.After), v.Number,
		a.text.Say(why, args...), a.personSource())
	return v.Number, err
}

// AnnouncementScan opens the scan of a decision of the register; value.ErrNotFound where there is none. The caller
// closes it.
func (a *App) AnnouncementScan(ctx context.Context, by Person, id review.AnnouncementID) (ScanFile, error) {
	x, err := a.Announcement(ctx, by, id)
	if err != nil {
		return ScanFile{}, err
	}
	if x.Scan.SHA == "" {
		return ScanFile{}, value.ErrNotFound
	}
	return a.openScan(x.Scan.SHA, x.Number)
}

// decisions are all decisions of the register.
func (a *App) decisions(ctx context.Context) ([]review.Announcement, error) {
	all, err := a.store.Announcements(ctx, store.AnnouncementFilter{})
	if err != nil {
		return nil, err
	}
	return value.Values(all), nil
}
