package app

import (
	"context"
	"strings"

	"rasoat/account"
	"rasoat/report"
	"rasoat/review"
	"rasoat/seed"
	"rasoat/viet"
)

// PlanFindings is what of a plan, and of what is set beside it, no longer holds today (review.Outdated).
func (a *App) PlanFindings(ctx context.Context, p review.Plan) ([]review.Finding, error) {
	calendar, err := a.Calendar(ctx)
	if err != nil {
		return nil, err
	}
	in := review.OutdatedInput{Plan: p, Calendar: calendar, Today: a.Today()}
	commune, _, err := a.Commune(ctx)
	if err != nil {
		return nil, err
	}
	used, _, err := a.Rates(ctx)
	if err != nil {
		return nil, err
	}
	known, err := SeedRates()
	if err != nil {
		return nil, err
	}
	if err := readSeed(seed.CeasedFile, &in.Ceased); err != nil {
		return nil, err
	}
	in.Letterhead, in.Rates, in.Known = commune.words(), dated(used), dated(known)
	return review.Outdated(in), nil
}

// words are the particulars of the commune that name levels and offices, each at its field of the settings. Its name
// stands behind its kind: a commune may bear the name of a district that was.
func (c Commune) words() (out []review.Words) {
	add := func(field, text string) {
		out = append(out, review.Words{Field: "commune." + field, Text: text})
	}
	add("name", viet.Clean(c.Kind+" "+c.Name))
	if c.Place != c.Name {
		add("place", c.Place)
	}
	add("superior", c.Superior)
	add("addressee", c.Addressee)
	add("parent", c.Parent)
	add("capacity", c.Capacity)
	add("control_unit", c.ControlUnit)
	add("desk_place", c.DeskPlace)
	for _, u := range c.Units {
		add("units", u)
	}
	return out
}

func dated(rates []Rate) (out []review.DatedRate) {
	for _, r := range rates {
		out = append(out, review.DatedRate{From: r.From, Kind: r.Kind, Rate: r.Rate, Source: r.Source})
	}
	return out
}

// ReportFindings is what of a report's plan no longer holds and stands in the report as it would be printed. A report
// that cannot be made prints nothing.
func (a *App) ReportFindings(ctx context.Context, o ReportOptions) ([]review.Finding, error) {
	p, _, err := a.Plan(ctx, o.Plan)
	if err != nil {
		return nil, err
	}
	all, err := a.PlanFindings(ctx, p)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	d, err := documents[report.Kind(o.Kind)](a, ctx, o)
	if err != nil {
		return nil, nil //nolint:nilerr // its own page says why
	}
	text := strings.ToLower(d.Text())
	var out []review.Finding
	for _, f := range all {
		switch f.Kind {
		case review.FindDistrict, review.FindOffice, review.FindYear:
			if strings.Contains(text, strings.ToLower(f.Words)) {
				out = append(out, f)
			}
		}
	}
	return out, nil
}

// outdatedTasks are the plans that a person may edit and of which something no longer holds: the one that is looked at,
// and drafts.
func (a *App) outdatedTasks(ctx context.Context, s *planDay, by Person) (out []Task, err error) {
	if !by.May(account.EditPlan) {
		return nil, nil
	}
	all, err := a.store.Plans(ctx)
	if err != nil {
		return nil, err
	}
	for _, p := range all {
		if p.Pattern || p.Editable() != nil || p.ID != s.in.Plan.ID && !p.Draft {
			continue
		}
		found, err := a.PlanFindings(ctx, p)
		if err != nil {
			return nil, err
		}
		if len(found) > 0 {
			out = append(out, Task{Kind: TaskOutdated, Plan: p.ID, Name: p.Title, Note: p.Number, Count: len(found)})
		}
	}
	return out, nil
}
