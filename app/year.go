package app

import (
	"context"
	"io"
	"slices"

	"rasoat/account"
	"rasoat/report"
	"rasoat/review"
	"rasoat/store"
	"rasoat/value"
)

// YearTable is the year table of a plan (D8) as a person sees it: office and chairman everybody's rows, others their
// own.
type YearTable struct {
	Plan review.Plan
	review.YearTable
	People     map[string]Person // by user name
	All        bool              // everybody's rows
	Petitions  review.PetitionYear
	Indicators []review.LeadIndicators // of the newest month with figures by then
	Month      value.Month             // that month; none where no figure is known
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
	if err := a.yearRegisters(ctx, &out); err != nil {
		return out, err
	}
	if !out.All {
		out.keepOwn(by.Name)
	}
	return out, nil
}

// yearRegisters adds what the registers of petitions and of indicators have to tell of the year by unit and person.
func (a *App) yearRegisters(ctx context.Context, t *YearTable) error {
	petitions, err := a.store.Feedbacks(ctx, store.FeedbackFilter{})
	if err != nil {
		return err
	}
	unitOf := func(officer string) string { return t.People[officer].Unit }
	t.Petitions = review.Petitions(value.Values(petitions), t.Plan.Year, t.AsOf, unitOf)
	figures, err := a.store.Figures(ctx, t.Plan.ID)
	if err != nil {
		return err
	}
	if t.Month, err = a.newestFigures(ctx, t.Plan, t.AsOf); err != nil || t.Month.IsZero() {
		return err
	}
	enteredBy := map[string][]string{}
	for _, f := range figures {
		if key := f.Value.Indicator; !f.Value.Month.After(t.Month) && !slices.Contains(enteredBy[key], f.Author) {
			enteredBy[key] = append(enteredBy[key], f.Author)
		}
	}
	t.Indicators = review.IndicatorsByLead(review.Indicators(t.Plan, value.Values(figures), t.Month), enteredBy)
	return nil
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
	t.Petitions, t.Indicators = t.Petitions.Only(name), review.EnteredBy(t.Indicators, name)
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

// WriteYear writes the year table of a plan as Word or Excel ("docx", "xlsx"), as the person sees it.
func (a *App) WriteYear(ctx context.Context, by Person, plan, format string, w io.Writer) error {
	t, err := a.Year(ctx, by, plan)
	if err != nil {
		return err
	}
	commune, _, err := a.Commune(ctx)
	if err != nil {
		return err
	}
	commune = commune.under(t.Plan)
	t.Plan.Issuer = commune.issuerOf(t.Plan)
	in := report.Year{
		Letterhead: commune.letterhead("BC"),
		Plan:       t.Plan,
		Table:      t.YearTable,
		Petitions:  t.Petitions,
		Indicators: t.Indicators,
		Month:      t.Month,
		Whole:      t.All,
		Shown:      t.Shown,
		Verdict:    func(v review.Verdict) string { return a.text.Name("indicator", string(v)) },
	}
	return reportWriters[format](w, in.Document())
}
