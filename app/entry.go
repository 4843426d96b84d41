package app

import (
	"context"
	"slices"

	"rasoat/account"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
	"rasoat/viet"
)

// TypedEntry is what somebody typed at a place of a report, and the version of it from which their page started. Its
// evidence is the files that came with it.
type TypedEntry struct {
	review.MonthEntry
	Base int
}

// Outdated says at which places of a report somebody else wrote something else meanwhile. It is a *value.Conflict.
type Outdated struct{ Places []review.PlaceID }

func (*Outdated) Error() string { return "words of a report were saved by somebody else meanwhile" }

// Unwrap is the conflict at the first place.
func (o *Outdated) Unwrap() error { return &value.Conflict{What: "words " + string(o.Places[0])} }

// SaveMonth keeps what somebody wrote for months at places of the monthly report, all of it or, where somebody else
// wrote something else meanwhile, nothing: *Outdated. What was typed on the same page before is no obstacle, and what
// was not touched is left alone. A report that went out keeps what it printed.
func (a *App) SaveMonth(ctx context.Context, by Person, plan review.PlanID, typed []TypedEntry) error {
	p, err := a.planForWords(ctx, by, plan)
	if err != nil {
		return err
	}
	calendar, err := a.Calendar(ctx)
	if err != nil {
		return err
	}
	last := review.CurrentPeriod(p, a.Today(), calendar).Month
	return a.saveEntries(ctx, by, p.ID, typed, func(e review.MonthEntry) value.Problems {
		return review.CheckMonthEntry(p, e, last)
	})
}

// planForWords is a plan for whose reports a person may write.
func (a *App) planForWords(ctx context.Context, by Person, plan review.PlanID) (review.Plan, error) {
	if err := by.must(account.EnterFigures); err != nil {
		return review.Plan{}, err
	}
	p, _, err := a.Plan(ctx, string(plan))
	if err != nil {
		return p, err
	}
	return p, p.TakesWork()
}

// saveEntries keeps the entries that say something new, once check finds nothing wrong with any.
func (a *App) saveEntries(
	ctx context.Context, by Person, plan review.PlanID, typed []TypedEntry,
	check func(review.MonthEntry) value.Problems,
) error {
	var problems value.Problems
	for i := range typed {
		e := &typed[i].MonthEntry
		e.Text, e.Owner = viet.CleanText(e.Text), viet.Clean(e.Owner)
		for i := range e.Figures {
			e.Figures[i].Name, e.Figures[i].Unit = viet.Clean(e.Figures[i].Name), viet.Clean(e.Figures[i].Unit)
		}
		problems = append(problems, check(*e)...)
	}
	if err := problems.Err(); err != nil {
		return err
	}
	return a.store.Write(ctx, by.Name, func(tx *store.Tx) error {
		var behind []review.PlaceID
		for _, e := range typed {
			isBehind, err := a.saveEntry(ctx, tx, plan, e)
			if err != nil {
				return err
			}
			if isBehind {
				behind = append(behind, e.Place)
			}
		}
		if len(behind) > 0 {
			return &Outdated{behind} // and nothing of the rest stays
		}
		return nil
	})
}

// saveEntry keeps one entry unless it says nothing new; it reports whether somebody else wrote something else there.
func (a *App) saveEntry(
	ctx context.Context, tx *store.Tx, plan review.PlanID, e TypedEntry,
) (isBehind bool, err error) {
	versions, err := tx.MonthVersions(ctx, plan, e.Month, e.Place)
	if err != nil {
		return false, err
	}
	var newest store.MonthEntry
	if len(versions) > 0 {
		newest = versions[0]
	}
	evidence := slices.Clone(newest.Value.Evidence)
	for _, x := range e.Evidence {
		if !slices.Contains(evidence, x) {
			evidence = append(evidence, x)
		}
	}
	turn, hasFiles := review.TurnOf(e.MonthEntry, e.Base, versions), len(evidence) > len(newest.Value.Evidence)
	switch {
	case turn == review.IsBehind:
		return true, nil
	case turn == review.SaysNothing && !hasFiles:
		return false, nil
	case turn == review.SaysNothing:
		n := newest.Value // files came to what stands
		e.Text, e.State, e.Owner, e.Figures = n.Text, n.State, n.Owner, n.Figures
	}
	e.Evidence = evidence
	if err := a.nameEvidence(ctx, tx, evidence); err != nil {
		return false, err
	}
	_, err = tx.SaveMonthEntry(ctx, plan, e.MonthEntry, newest.Number)
	return false, err
}
