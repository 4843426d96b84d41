package app

import (
	"context"
	"io"
	"slices"

	"rasoat/account"
	"rasoat/report"
	"rasoat/report/xlsx"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// YearTable is the year table of a plan (D8) as a person sees it: office and chairman everybody's rows, others their
// own.
type YearTable struct {
	Plan review.Plan
	review.YearTable
	People map[string]Person // by user name
	All    bool              // everybody's rows
}

// Year is the year table of a plan; "" is the plan that is followed.
//
// Plan 29/KH-UBND, II.1.
func (a *App) Year(ctx context.Context, by Person, plan string) (YearTable, error) {
	if err := by.must(account.SeeInternal); err != nil {
		return YearTable{}, err
	}
	p, _, err := a.PlanFor(ctx, by, plan)
	if err != nil {
		return YearTable{}, err
	}
	out := YearTable{Plan: p, All: by.May(account.AssignReview) || by.May(account.ApproveProposal)}
	in := review.YearInput{Paths: map[review.ProposalID][]review.PathStep{}}
	if in.Targets, err = a.targetInput(ctx, string(p.ID), review.YearEnd(p, a.Today())); err != nil {
		return out, err
	}
	if out.People, err = a.people(ctx); err != nil {
		return out, err
	}
	if in.Began, err = a.Began(ctx); err != nil {
		return out, err
	}
	in.UnitOf = func(officer string) string { return out.People[officer].Unit }
	for _, q := range in.Targets.Proposals {
		steps, err := a.store.Steps(ctx, q.ID)
		if err != nil {
			return out, err
		}
		in.Paths[q.ID] = pathOf(steps)
	}
	if out.YearTable, err = review.Year(in); err != nil {
		return out, err
	}
	if !out.All {
		out.keepOwn(by.Name)
	}
	return out, nil
}

func pathOf(steps []store.ProposalStep) []review.PathStep {
	out := make([]review.PathStep, len(steps))
	for i, s := range steps {
		out[i] = review.PathStep{Action: review.Action(s.Action), By: s.Actor, On: value.On(s.At), To: s.To}
	}
	return out
}

// keepOwn leaves the row of one person and takes out everything about the others.
func (t *YearTable) keepOwn(name string) {
	t.Total = review.Tally{}
	t.People = map[string]Person{name: t.People[name]}
	var own []review.YearUnit
	for _, u := range t.Units {
		u.Officers = slices.DeleteFunc(slices.Clone(u.Officers),
			func(o review.YearOfficer) bool { return o.Officer != name })
		if len(u.Officers) > 0 {
			u.Tally = u.Officers[0].Tally
			own = append(own, u)
		}
	}
	t.Units = own
}

// Shown is the name in full of who stands in a row.
func (t YearTable) Shown(officer string) string {
	if p, known := t.People[officer]; known {
		return p.Shown()
	}
	return officer
}

// WriteYear writes the year table of a plan as a workbook, as the person sees it.
func (a *App) WriteYear(ctx context.Context, by Person, plan string, w io.Writer) error {
	t, err := a.Year(ctx, by, plan)
	if err != nil {
		return err
	}
	commune, _, err := a.Commune(ctx)
	if err != nil {
		return err
	}
	in := report.Year{
		Letterhead: commune.under(t.Plan).letterhead("BC"),
		Plan:       t.Plan,
		Table:      t.YearTable,
		Whole:      t.All,
		Shown:      t.Shown,
	}
	return xlsx.Write(w, in.Sheet())
}
