package app

import (
	"context"
	"errors"

	"rasoat/account"
	"rasoat/catalog"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// Saved is a version that a person made, and what it changed in words.
type Saved struct {
	Code    catalog.Code
	Version int
	Changes []catalog.Remark // empty for a new procedure
}

// EditProcedure saves a procedure as a person edited it, as the version after base. What they changed stands above
// every source from then on. A save that changes nothing is refused with edit.nothing; *value.Conflict says that
// somebody else saved since base.
//
//	reason.missing edit.nothing code.changed and the codes of catalog.Check
func (a *App) EditProcedure(
	ctx context.Context, by Person, code catalog.Code, edited catalog.Procedure, reason string, base int,
) (Saved, error) {
	return a.saveAs(ctx, by, code, reason, base, func(current catalog.Procedure) (catalog.Procedure, error) {
		ps := catalog.Check(edited)
		if edited.Code.Key() != current.Code.Key() {
			ps.Add("code", "code.changed", current.Code)
		}
		return edited, ps.Err()
	})
}

// Announce writes down the decision that announced a procedure, and from when it holds (catalog.Announce).
func (a *App) Announce(
	ctx context.Context, by Person, code catalog.Code, d catalog.Decision, from value.Date, reason string, base int,
) (Saved, error) {
	return a.saveAs(ctx, by, code, reason, base, func(current catalog.Procedure) (catalog.Procedure, error) {
		return catalog.Announce(current, d, from, a.Today())
	})
}

// Repeal writes down the decision that repealed a procedure, and from when it no longer holds (catalog.Repeal).
func (a *App) Repeal(
	ctx context.Context, by Person, code catalog.Code, decision string, from value.Date, reason string, base int,
) (Saved, error) {
	return a.saveAs(ctx, by, code, reason, base, func(current catalog.Procedure) (catalog.Procedure, error) {
		return catalog.Repeal(current, decision, from, a.Today())
	})
}

// saveAs saves what change makes of the version that an edit started from.
func (a *App) saveAs(
	ctx context.Context, by Person, code catalog.Code, reason string, base int,
	change func(catalog.Procedure) (catalog.Procedure, error),
) (Saved, error) {
	if err := by.must(account.EditProcedure); err != nil {
		return Saved{}, err
	}
	reason = viet.CleanText(reason)
	saved := Saved{Code: code}
	err := a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		current, err := tx.Procedure(ctx, code.Key())
		if err != nil {
			return err
		}
		edited, err := change(current.Procedure)
		var problems value.Problems
		if err != nil && !errors.As(err, &problems) {
			return err
		}
		if reason == "" {
			problems.Add("reason", "reason.missing")
		}
		switch {
		case len(problems) > 0:
			return problems
		case catalog.Equal(edited, current.Procedure):
			return value.Problems{{Code: "edit.nothing"}}
		}
		origins := catalog.Edited(current.Procedure, current.Origins, edited)
		saved.Code, saved.Changes = edited.Code, catalog.Describe(current.Procedure, edited)
		saved.Version, err = tx.SaveProcedure(ctx, edited, origins, base, reason, a.personSource())
		return err
	})
	if err != nil {
		return Saved{}, err
	}
	a.settle(ctx)
	return saved, nil
}

// personSource is where a version comes from that somebody made here.
func (a *App) personSource() catalog.Source {
	return catalog.Source{Format: catalog.FormatPerson, Date: a.Today()}
}

// NewProcedure puts a procedure into the catalogue that nobody had, as a draft; a decision announces it later.
//
//	reason.missing code.taken and the codes of catalog.Check
func (a *App) NewProcedure(ctx context.Context, by Person, p catalog.Procedure, reason string) (Saved, error) {
	if err := by.must(account.EditProcedure); err != nil {
		return Saved{}, err
	}
	p.Status = catalog.Draft
	ps := catalog.Check(p)
	if reason = viet.CleanText(reason); reason == "" {
		ps.Add("reason", "reason.missing")
	}
	err := a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		there, err := tx.Procedure(ctx, p.Code.Key())
		switch {
		case err == nil:
			ps.Add("code", "code.taken", there.Procedure.Name)
		case !errors.Is(err, value.ErrNotFound):
			return err
		}
		if len(ps) > 0 {
			return ps
		}
		return a.saveNew(ctx, tx, p, reason)
	})
	if err != nil {
		return Saved{}, err
	}
	a.settle(ctx)
	return Saved{Code: p.Code, Version: 1}, nil
}

// saveNew stores a procedure that the catalogue lacks.
func (a *App) saveNew(ctx context.Context, tx *store.Tx, p catalog.Procedure, why string) error {
	_, err := tx.SaveProcedure(ctx, p, catalog.Edited(catalog.Procedure{}, nil, p), 0, why, a.personSource())
	return err
}

// Fields lists the fields (lĩnh vực) in use, in Vietnamese order.
func (a *App) Fields(ctx context.Context) ([]string, error) {
	fields, err := a.store.Fields(ctx)
	viet.SortBy(fields, func(s string) string { return s })
	return fields, err
}
