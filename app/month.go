package app

import (
	"context"
	"slices"
	"time"

	"rasoat/catalog"
	"rasoat/report"
	"rasoat/review"
	"rasoat/value"
)

// MonthBook is the monthly report of a plan as people work on it: its period, what was written at each place, and
// the reports that went out for it.
type MonthBook struct {
	Plan    review.Plan
	Period  review.Period
	Last    value.Month // of the period that is open today: the newest that may be written
	Entries map[review.PlaceID]SavedEntry
	Issued  []IssuedReport // newest first, with those that were taken back
}

// SavedEntry is what was written at a place, and who wrote it when. Version 0: nothing yet.
type SavedEntry struct {
	review.MonthEntry
	Version int
	By      string
	At      time.Time
}

// Month is the monthly report of a month; no month is the one that waits to be written: the oldest whose period is
// over and whose report did not go out, else the one whose period holds today.
func (a *App) Month(ctx context.Context, plan string, m value.Month) (MonthBook, error) {
	var b MonthBook
	p, _, err := a.Plan(ctx, plan)
	if err != nil {
		return b, err
	}
	calendar, err := a.Calendar(ctx)
	if err != nil {
		return b, err
	}
	b.Plan, b.Last = p, review.CurrentPeriod(p, a.Today(), calendar).Month
	if m.IsZero() {
		if m, err = a.monthToWrite(ctx, p, b.Last); err != nil {
			return b, err
		}
	}
	b.Period = review.PeriodOf(p, m, calendar)
	if b.Entries, err = a.entries(ctx, p.ID, m); err != nil {
		return b, err
	}
	b.Issued, err = a.issuedOf(ctx, p.ID, string(report.KindMonthly), m)
	return b, err
}

// monthToWrite is the oldest month whose monthly report is still to go out; where none is, the last. A month for which
// another paper was noted is done as well; one that was due before the program came into use is not asked for.
func (a *App) monthToWrite(ctx context.Context, p review.Plan, last value.Month) (value.Month, error) {
	s, err := a.planToday(ctx, string(p.ID))
	if err != nil {
		return last, err
	}
	for m := p.FirstMonth(); m.Before(last); m = m.Add(1) {
		isDone := func(d review.Due) bool {
			return d.Kind == review.MonthDue && d.Month() == m && (!d.IsOpen() || d.Before)
		}
		if slices.ContainsFunc(s.dues, isDone) {
			continue
		}
		issued, err := a.issuedOf(ctx, p.ID, string(report.KindMonthly), m)
		if err != nil {
			return last, err
		}
		if len(standingOf(issued)) == 0 {
			return m, nil
		}
	}
	return last, nil
}

// monthlyReport is the monthly report of a month as a document; no month is the last of the plan's year whose
// period has ended on the report's date.
func (a *App) monthlyReport(ctx context.Context, o ReportOptions) (report.Document, error) {
	in, err := a.monthly(ctx, o)
	if err != nil {
		return report.Document{}, err
	}
	return in.Document(), nil
}

// monthly gathers what the monthly report prints: what people wrote, then what the program counts.
func (a *App) monthly(ctx context.Context, o ReportOptions) (report.Monthly, error) {
	if o.Date.IsZero() {
		o.Date = a.Today()
	}
	b, err := a.monthOfReport(ctx, o)
	if err != nil {
		return report.Monthly{}, err
	}
	commune, _, err := a.Commune(ctx)
	if err != nil {
		return report.Monthly{}, err
	}
	commune = commune.under(b.Plan)
	b.Plan.Issuer = commune.issuerOf(b.Plan)
	in := report.Monthly{
		Letterhead: commune.letterhead("BC"),
		Section:    o.Section,
		Number:     o.Number,
		Date:       o.Date,
		Addressees: []string{commune.Superior},
		Plan:       b.Plan,
		Period:     b.Period,
		Words:      map[review.PlaceID]review.MonthEntry{},
		Names:      a.names(),
		TaskState:  func(s review.TaskState) string { return a.text.Name("task_state", string(s)) },
	}
	for place, e := range b.Entries {
		in.Words[place] = e.MonthEntry
	}
	if err := a.countMonth(ctx, &in); err != nil {
		return in, err
	}
	o.Plan, o.Month = string(b.Plan.ID), b.Period.Month
	if err := a.settledFiles(ctx, &in); err != nil {
		return in, err
	}
	in.Indicators, err = a.indicatorsOf(ctx, o)
	return in, err
}

// monthOfReport is the month that a report is asked for, else the last whose period has ended on the report's date.
func (a *App) monthOfReport(ctx context.Context, o ReportOptions) (MonthBook, error) {
	if o.Month.IsZero() {
		p, _, err := a.Plan(ctx, o.Plan)
		if err != nil {
			return MonthBook{}, err
		}
		calendar, err := a.Calendar(ctx)
		if err != nil {
			return MonthBook{}, err
		}
		o.Month = review.LastPeriod(p, o.Date, calendar).Month
	}
	return a.Month(ctx, o.Plan, o.Month)
}

// countMonth fills in what the program counts for the period of a monthly report, as it was on the period's last day,
// or is today while the period is not over.
func (a *App) countMonth(ctx context.Context, in *report.Monthly) error {
	plan, last, eve := in.Plan.ID, in.Period.To, in.Period.From.Add(-1)
	if last.After(a.Today()) {
		last = a.Today() // a draft of a period that is not over yet
	}
	then, err := a.planOn(ctx, string(plan), eve)
	if err != nil {
		return err
	}
	now, err := a.planOn(ctx, string(plan), last)
	if err != nil {
		return err
	}
	in.Dues = now.dues
	if in.Requests, err = allStandings(now.in); err != nil {
		return err
	}
	issued, err := a.issuedTargets(ctx, plan, in.Period.Month.Add(-1))
	if err != nil {
		return err
	}
	if in.Campaigns, err = monthlyCampaigns(then, now, issued); err != nil {
		return err
	}
	if in.Announced, in.Repealed, err = a.announcedIn(ctx, in.Period); err != nil {
		return err
	}
	for v, err := range a.all(ctx) {
		if err != nil {
			return err
		}
		if review.IsAnyPlace(v.Procedure) {
			in.AnyPlace++
		}
	}
	services, err := a.store.Restructurings(ctx, plan, "")
	if err != nil {
		return err
	}
	in.Services.Now = review.CountRestructurings(value.Values(services), last)
	in.Services.Levels = review.CountLevels(value.Values(services), last)
	in.Services.Before = review.CountRestructurings(value.Values(services), eve)
	in.Registers, err = a.registersIn(ctx, in.Period, last)
	return err
}

// monthlyCampaigns compares each campaign at the end of the period with the report that went out for the period before;
// without one, with the day before the period as it is known now.
func monthlyCampaigns(then, now *planDay, issued map[string]review.TargetResult) ([]report.MonthlyCampaign, error) {
	var out []report.MonthlyCampaign
	for _, c := range now.in.Plan.Campaigns {
		one, err := movedIn(now.in, then.in.AsOf, c)
		if err != nil {
			return nil, err
		}
		one.Frozen = now.targets.Frozen
		for i, t := range now.targets.Targets {
			if t.Campaign != c.ID {
				continue
			}
			before, printed := issued[t.ID]
			if !printed {
				before = then.targets.Targets[i]
			}
			one.Now, one.Before = append(one.Now, t), append(one.Before, before)
		}
		out = append(out, one)
	}
	return out, nil
}

func movedIn(in review.TargetInput, before value.Date, c review.CampaignPlan) (report.MonthlyCampaign, error) {
	out := report.MonthlyCampaign{Plan: c, Rules: in.Rules[c.ID], Listed: len(review.ListOn(in.Lists[c.ID], in.AsOf))}
	var own []review.Proposal
	for _, p := range in.Proposals {
		if p.Campaign == c.ID {
			own = append(own, p)
		}
	}
	then, err := review.Standings(in.Lists[c.ID], own, before)
	if err != nil {
		return out, err
	}
	now, err := review.Standings(in.Lists[c.ID], own, in.AsOf)
	out.Moves = review.Moves(then, now)
	return out, err
}

// announcedIn lists what was announced by a decision of the period, and what stopped to hold in it: the commune's
// own procedures, by code.
func (a *App) announcedIn(
	ctx context.Context, period review.Period,
) (announced, repealed []catalog.Procedure, err error) {
	for v, err := range a.all(ctx) {
		if err != nil {
			return nil, nil, err
		}
		p := v.Procedure
		if !p.Ours.IsOurs() {
			continue
		}
		if period.Has(p.Decision.Date) && (p.Status == catalog.Announced || p.Status == catalog.InForce) {
			announced = append(announced, p)
		}
		if period.Has(p.Validity.Until) && p.Validity.RepealedBy != "" {
			repealed = append(repealed, p)
		}
	}
	return announced, repealed, nil
}

// MonthDraft is what the program itself has to say for a month, and what the report still lacks.
type MonthDraft struct {
	Found []FoundLine
	Holes []string // particulars and passages that are missing
}

// MonthDraft tells what the monthly report would say of itself and lack.
func (a *App) MonthDraft(ctx context.Context, b MonthBook) (MonthDraft, error) {
	in, err := a.monthly(ctx, ReportOptions{Plan: string(b.Plan.ID), Month: b.Period.Month})
	if err != nil {
		return MonthDraft{}, err
	}
	particulars, passages := in.Document().Holes()
	return MonthDraft{Found: in.Found(), Holes: append(particulars, passages...)}, nil
}
